"""
What stands directly before and after a name and belongs to it: initials, patronymics, small words.
"""

from __future__ import annotations

import re

from rednotice.names.redaction.lexicon import Lexicon
from rednotice.names.redaction.occurrences import Candidate, begins

CAPITAL = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŽŹŻƏȘȚА-ЯЁІЇЄҐЎҚҒҲӘҢӨҰҮҺҶӢӮΑ-ΩԱ-Ֆ]"
PARTICLE = (
    r"(?i:al|el|ul|as|ash|ad|ar|an|at|az|abd|abdul|abu|abou|abi|ibn|ben|bin|bint|binti|umm|oum|um"
    r"|ould|van|von|der|den|de|del|della|di|da|do|dos|das|du|la|le|las|los|zu|ter|ten|mac|mc|st"
    r"|o.?g.?li|ogly|oglu|o.?g.?lu|qizi|kizi|kyzy|uulu|zoda|zade|pur"
    r"|ибн|бин|бинт|абу|[аэ](?:ль?|[дзнрстш])|уулу|кызы|оглы|огли|қизи|ўғли"
    r"|بن|ابن|بنت|أبو|ابو|أم|ام|آل|ال|عبد|בן|בת|אבו)"
)
_REACH = 12  # signs before a name that may belong to it
_TIMES = 3  # initials and patronymics that may follow a name
_UNCASED = "[\u05d0-\u05ea\u0620-\u064a\u10d0-\u10fa]"  # Hebrew, Arabic and Georgian letters
_BEFORE = re.compile(
    rf"(?<![^\W_])(?:(?:{CAPITAL}\.[\s-]?){{1,3}}|(?P<long>{CAPITAL}\w{{1,3}})\.[\s-]?"
    rf"|(?P<lone>{CAPITAL}(?:-{CAPITAL})?)[ \u00a0]|ו?(?P<uncased>{_UNCASED})[.'׳]\s?"
    rf"|(?P<particle>{PARTICLE})(?P<joint>[\s'’-]{{1,2}}))\Z"
)
_AFTER = re.compile(
    rf",?[ \u00a0]?(?:(?:{CAPITAL}\.[ \u00a0-]?){{1,3}}|(?P<long>{CAPITAL}\w{{1,3}})\.)"
)
_LONE = re.compile(rf"[ \u00a0]({CAPITAL})(?![\w'’])")
_NO_INITIALS = frozenset({"I", "A"})
_PATRONYMIC = re.compile(
    r"[ \u00a0](?:[^\W\d_]+(?:ович|евич|йович|ич|овна|евна|ична|инична|ович[ауе]|ович[еі]м"
    r"|евич[ауе]|овн[ыуеі]|евн[ыуеі]|овной|евной|івна|ївна|івни|івні|івну|ovich|evich|ovych|yovych|ovna|evna"
    r"|ivna|ovitch|evitch|owicz|ewicz)"
    # In colloquial Russian: Егорыч.
    rf"|{CAPITAL}[^\W\d_]+ыч(?:а|у|ем|е)?"
    # A son or daughter: Rəsul oğlu, Karim qizi, Серікұлы, თემურის ძე, بن محمود.
    rf"|{CAPITAL}[^\W\d_]+[ \u00a0-]?(?i:oğlu|oglu|ogl[iy]|o.?g.?li|qızı|qizi|kizi|kızı|kyzy|uulu"
    r"|оглы|оглу|огли|ўғли|ұлы|улы|уулу|қызы|кызы|қизи|гызы)"
    r"|[^\W\d_]+ის (?:ძე|ასული)"
    rf"|(?:bin|ibn|bint|binti|ben)[ \u00a0]{CAPITAL}[^\W\d_]+|(?:بن|ابن|بنت)[ \u00a0][^\W\d_]+"
    r")(?![^\W_])"
)


class Surroundings:
    """
    What belongs to the names of a *lexicon* beside their words.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._initials = lexicon.listed.initials - _NO_INITIALS
        self._long_initials = lexicon.listed.long_initials

    def around(self, text: str, words: list[Candidate]) -> tuple[int, int]:
        """
        From where to where the name reaches that has these *words*.
        """
        start = words[0].start
        while before := _BEFORE.search(text, max(0, start - _REACH), start):
            if not self._belongs(text, before, words):
                break
            start = before.start()
        return start, self._end(text, max(one.end for one in words))

    def _end(self, text: str, end: int) -> int:
        for _ in range(_TIMES):
            after = _PATRONYMIC.match(text, end) or _AFTER.match(text, end)
            lone = _LONE.match(text, end)
            if after and self._is_initial(after.groupdict().get("long")):
                end = after.start() + len(after[0].rstrip(" \u00a0-"))
            elif lone and lone[1] in self._initials:
                end = lone.end()
            else:
                break
        return end

    def _belongs(self, text: str, before: re.Match[str], words: list[Candidate]) -> bool:
        if before["particle"]:
            return self._is_particle(text, before, words)
        lone, uncased = before["lone"], before["uncased"]
        if lone or uncased:
            return self._initials.issuperset((lone or uncased).upper().split("-"))
        return self._is_initial(before["long"])

    def _is_initial(self, long: str | None) -> bool:
        """Whether two letters or more, if there are any, stand for the first sound of a name."""
        return long is None or long.title() in self._long_initials

    def _is_particle(self, text: str, before: re.Match[str], words: list[Candidate]) -> bool:
        """
        Whether a small word before a name is a part of it. With a capital it is, unless all words
        have one, or a sentence begins there.
        """
        word = before["particle"]
        matches = [match for one in words for match in one.matches]
        following = text[before.end() : words[0].end]
        if not before["joint"].isspace() or self._lexicon.has_particle(matches, word, following):
            return True
        return word[0].isupper() and not word.isupper() and not begins(text, before.start())[0]
