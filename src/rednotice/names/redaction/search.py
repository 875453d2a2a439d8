"""
Where the names of persons stand in a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from rednotice.names.redaction.alphabets import CASED, UNSPACED, UNSPACED_LETTERS, folded, script_of
from rednotice.names.redaction.blocks import blocks
from rednotice.names.redaction.graphs import Manner
from rednotice.names.redaction.lexicon import Lexicon
from rednotice.names.redaction.listed import Worth, is_common
from rednotice.names.redaction.occurrences import Candidate, begins, candidates
from rednotice.names.redaction.unspaced import Unspaced

_NEAR = 64  # signs that may stand between two words of a name
_REACH = 12  # signs before a name that may belong to it
_TIMES = 3  # initials and patronymics that may follow a name
_CAPITAL = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŽŹŻƏȘȚА-ЯЁІЇЄҐЎҚҒҲӘҢӨҰҮҺҶӢӮΑ-ΩԱ-Ֆ]"
_PARTICLE = (
    r"(?i:al|el|ul|as|ash|ad|ar|an|at|az|abd|abdul|abu|abou|abi|ibn|ben|bin|bint|binti|umm|oum|um"
    r"|ould|van|von|der|den|de|del|della|di|da|do|dos|das|du|la|le|las|los|zu|ter|ten|mac|mc|st"
    r"|o.?g.?li|ogly|oglu|o.?g.?lu|qizi|kizi|kyzy|uulu|zoda|zade|pur"
    r"|ибн|бин|бинт|абу|аль|эль|ад|ар|аш|ас|ан|уулу|кызы|оглы|огли|қизи|ўғли"
    r"|بن|ابن|بنت|أبو|ابو|أم|ام|آل|ال|عبد|בן|בת|אבו)"
)
# What stands between two words of a name: a blank, a comma, an initial, a small word within names.
_GAP = re.compile(
    rf"[\s,.·_+/|&<‐-―-]{{0,3}}(?:(?:{_PARTICLE}|{_CAPITAL}\.?)[\s,.·_'’`‐-―-]{{0,2}}){{0,3}}"
)
_END = re.compile(r"[^\S\n]*\n[^\S\n]*\n|[!?;:]\s")
_MIDDLE = re.compile(rf"[ \u00a0-]{{1,2}}{_CAPITAL}\w*[ \u00a0-]{{1,2}}")
_BEFORE = re.compile(
    rf"(?<![^\W_])(?:(?:{_CAPITAL}\.[\s-]?){{1,3}}|(?P<lone>{_CAPITAL})[ \u00a0]"
    rf"|(?P<particle>{_PARTICLE})(?P<joint>[\s'’-]{{1,2}}))\Z"
)
_AFTER = re.compile(rf",?[ \u00a0]?(?:{_CAPITAL}\.[ \u00a0-]?){{1,3}}")
_LONE = re.compile(rf"[ \u00a0]({_CAPITAL})(?![\w'’])")
_INITIALS = re.compile(rf"{_CAPITAL}(?<![\w.].)\.[ \u00a0]?{_CAPITAL}\.(?:[ \u00a0]?{_CAPITAL}\.)?")
_NAME_AFTER = re.compile(rf"[ \u00a0]?{_CAPITAL}\w")
_ABBREVIATIONS = frozenset(
    tuple(letters)
    for letters in (
        *("US", "UK", "UN", "EU", "DC", "AM", "PM", "PS", "NB", "BC", "AD", "TV", "ID", "PO", "QC"),
        *("VP", "JD", "MD", "BA", "MA", "BS", "MS", "RIP", "AI", "IT", "UAE", "USA"),
    )
)
_NO_INITIALS = frozenset({"I", "A"})
_PATRONYMIC = re.compile(
    r"[ \u00a0][^\W\d_]+(?:ович|евич|йович|ич|овна|евна|ична|инична|ович[ауе]|ович[еі]м|евич[ауе]"
    r"|овн[ыуеі]|евн[ыуеі]|овной|евной|івна|ївна|івни|івні|івну|ovich|evich|ovych|yovych|ovna|evna"
    r"|ivna|ovitch|evitch|owicz|ewicz)(?![^\W_])"
)
_UNSPACED_LETTERS = re.compile(f"[{UNSPACED_LETTERS}\uac00-\ud7a3]")


class Doubt(StrEnum):
    """
    Why an editor must look at a place.
    """

    ALSO_A_WORD = "also_a_word"
    NEARLY_A_NAME = "nearly_a_name"
    INITIALS = "initials"
    NUMBER = "number"
    RECOGNISED = "recognised"


class Stretch(NamedTuple):
    """
    From where to where a name stands, or may stand, and what is in doubt.
    """

    start: int
    end: int
    doubt: Doubt | None = None


class Names:
    """
    A search for the names of *persons*. Words of *keep* are never taken for a name. *misspellings*
    says whether names with slips are found.
    """

    def __init__(
        self, persons: Iterable[Iterable[str]], keep: Iterable[str], *, misspellings: bool
    ) -> None:
        self._lexicon = Lexicon(persons, keep)
        self._misspellings = misspellings
        self._pairs = self._lexicon.listed.pairs_of_initials()
        tokens = [one for one in self._lexicon.tokens if one.script in UNSPACED]
        named = [*self._lexicon.listed.unspaced, *(one.text for one in tokens if len(one.text) > 1)]
        families = [one.text for one in tokens if one.script == "Hani" and len(one.text) == 1]
        self._unspaced = Unspaced(named, families) if named or families else None

    def find(self, text: str) -> Iterator[Stretch]:
        """
        Where names stand in *text*, and where an editor must look; some may overlap.
        """
        if not self._lexicon.tokens:
            return
        if self._unspaced and not text.isascii() and _UNSPACED_LETTERS.search(text):
            for found in self._unspaced.find(text):
                doubt = None if found.certain else Doubt.ALSO_A_WORD
                yield Stretch(found.start, found.end, doubt)
        for start, block in blocks(text):
            for one in self._in_block(block):
                yield Stretch(start + one.start, start + one.end, one.doubt)

    def _in_block(self, text: str) -> Iterator[Stretch]:
        yield from self._initials(text)
        several = candidates(text, self._lexicon, misspellings=self._misspellings)
        certain, linked = self._judged(text, several)
        yield from self._names(text, several, certain, linked)
        for one, sure in zip(several, certain, strict=True):
            if one.verdict is False and not sure:
                yield Stretch(one.start, one.end, _doubt(one))

    def _initials(self, text: str) -> Iterator[Stretch]:
        """
        The initials of a name that stand alone.
        """
        for found in _INITIALS.finditer(text):
            letters = tuple(found[0].replace(".", " ").split())
            if letters in self._pairs and letters not in _ABBREVIATIONS:
                named = _NAME_AFTER.match(text, found.end())
                yield Stretch(*found.span(), Doubt.INITIALS if named else None)

    def _judged(self, text: str, several: list[Candidate]) -> tuple[list[bool], list[bool]]:
        """
        Which candidates are names, by themselves or by what stands beside them; and which of them
        belong to the one before.
        """
        certain = [one.verdict is True for one in several]
        linked = [False] * len(several)
        for place in range(1, len(several)):
            one, other = several[place - 1], several[place]
            between = text[one.end : other.start]
            if len(between) > _NEAR or not _is_gap(between):
                continue
            if _is_word_beside_a_name(text, one, other):
                continue
            if self._lexicon.shares_a_person(one.matches, other.matches):
                if certain[place - 1] or certain[place] or self._tell_together(text, one, other):
                    certain[place - 1] = certain[place] = linked[place] = True
            elif certain[place - 1] and certain[place]:
                linked[place] = not between.strip(" \u00a0-")
        for place in range(len(several) - 1, 0, -1):
            one, other = several[place - 1], several[place]
            if (
                certain[place]
                and not certain[place - 1]
                and not _is_word_beside_a_name(text, one, other)
                and _is_gap(text[one.end : other.start])
                and self._lexicon.shares_a_person(one.matches, other.matches)
            ):
                certain[place - 1] = linked[place] = True
        return certain, linked

    def _tell_together(self, text: str, one: Candidate, other: Candidate) -> bool:
        """
        Whether two words, neither of which is certain alone, name somebody together.
        """
        words = text[one.start : one.end], text[other.start : other.end]
        capital = any(word[:1].isupper() or script_of(word[0]) not in CASED for word in words)
        strong = any(
            self._lexicon.tokens[match.token].worth is not Worth.WEAK
            for match in (*one.matches, *other.matches)
        )
        return strong and (capital or not all(is_common(folded(word)) for word in words))

    def _names(
        self, text: str, several: list[Candidate], certain: list[bool], linked: list[bool]
    ) -> Iterator[Stretch]:
        """
        The stretches of the candidates that are *certain*.
        """
        names = [
            (one, link) for one, sure, link in zip(several, certain, linked, strict=True) if sure
        ]
        whole: list[Candidate] = []
        for one, link in names:
            if whole and not link and not self._is_in_the_middle(text, whole[-1], one):
                yield self._grown(text, whole)
                whole = []
            whole.append(one)
        if whole:
            yield self._grown(text, whole)

    def _is_in_the_middle(self, text: str, one: Candidate, other: Candidate) -> bool:
        """
        Whether a word with a capital stands between two words of one person's name.
        """
        return _MIDDLE.fullmatch(
            text, one.end, other.start
        ) is not None and self._lexicon.shares_a_person(one.matches, other.matches)

    def _grown(self, text: str, whole: list[Candidate]) -> Stretch:
        """
        The words of one name with the initials, patronymics and small words that belong to it.
        """
        start, end = whole[0].start, max(one.end for one in whole)
        while before := _BEFORE.search(text, max(0, start - _REACH), start):
            if before["lone"] and not self._is_initial(before["lone"]):
                break
            if before["particle"] and not self._belongs(text, before, whole):
                break
            start = before.start()
        for _ in range(_TIMES):
            after = _PATRONYMIC.match(text, end) or _AFTER.match(text, end)
            lone = _LONE.match(text, end)
            if after:
                end = after.start() + len(after[0].rstrip(" \u00a0-"))
            elif lone and self._is_initial(lone[1]):
                end = lone.end()
            else:
                break
        return Stretch(start, end)

    def _belongs(self, text: str, before: re.Match[str], whole: list[Candidate]) -> bool:
        """
        Whether a small word before a name is a part of it. With a capital it is, unless all words
        have one, or a sentence begins there.
        """
        word = before["particle"]
        matches = [match for one in whole for match in one.matches]
        if not before["joint"].isspace() or self._lexicon.has_particle(
            matches, word, text[before.end() : whole[0].end]
        ):
            return True
        return word[0].isupper() and not word.isupper() and not begins(text, before.start())[0]

    def _is_initial(self, letter: str) -> bool:
        return letter in self._lexicon.listed.initials - _NO_INITIALS


def _is_word_beside_a_name(text: str, one: Candidate, other: Candidate) -> bool:
    """
    Whether one of the two is an ordinary word in small letters, and the other has a capital.
    """
    words = text[one.start : one.end], text[other.start : other.end]
    return words[0][0].islower() != words[1][0].islower() and any(
        word[0].islower() and is_common(folded(word)) for word in words
    )


def _is_gap(between: str) -> bool:
    return _GAP.fullmatch(between) is not None and not _END.search(between)


def _doubt(one: Candidate) -> Doubt:
    slips = all(match.manner is Manner.MISSPELT for match in one.matches)
    return Doubt.NEARLY_A_NAME if slips else Doubt.ALSO_A_WORD
