"""
Find texts that may be names of persons, in a document that was refused or could not be read.

A text is no name only where the model says what it means and it stands where the model expects it:
a code, a date, an id, a title. Anywhere else, also below a misspelt member, any text counts.
A false match only hides a path or an id without need; a missed name would be printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from rednotice.model import (
    Case,
    Name,
    Operation,
    Organisation,
    Person,
    SharedDocument,
    Statement,
    Subject,
)
from rednotice.names.format_words import (
    LETTERS,
    codes,
    field_names,
    member_words,
    own_words,
    pointing_members,
)
from rednotice.names.likely_numbers import Shown as ShownNumbers
from rednotice.names.ordinary import is_ordinary, ordinary_words
from rednotice.names.readable import has_lost_signs, joined, plain, readings, seen
from rednotice.names.recognition import telling_words_of, uncommon_runs
from rednotice.names.romanisation import normal
from rednotice.names.tokens import is_particle, telling_words, word_spellings
from rednotice.records import Field, Sensitivity, fields_of, record_classes
from rednotice.records.limits import Length, Limit
from rednotice.records.shapes import Mapped, Nested, Scalar
from rednotice.types.texts import REFERENCE

_LONGEST = 200  # characters that are compared together
_TOGETHER = 1_000  # texts of a document whose spellings are computed in one step
_NAMES = "names"  # the key that marks texts below a member for names
_COMPARED = 4_000  # words of a document that are compared in every spelling, in a tenth of a second
_KEPT = 2**16  # texts of a file that are remembered as done
_OF_NAMES = re.compile("name|family|alias", re.IGNORECASE)
_CALLED = frozenset({"organisations", "operations"})  # their names are no persons' names
_BODIES = frozenset({Organisation, Operation})
_TAG = re.compile("[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
# What stands below these keys is no name if it has the right form.
_OF_NO_NAMES = {"id": re.compile(REFERENCE), "language": _TAG, "languages": _TAG}
_OPEN = {
    "",
    "text",
    "value",
    "label",
    "title",
}  # in a file of unknown structure they may hold names
_FAR = 1_000  # bytes before a colon in which its key is looked for
_PARTS = re.compile(rf"\S.{{0,{_LONGEST - 1}}}(?!\S)|\S{{{_LONGEST}}}", re.DOTALL)
_LEAST = 3  # letters of a lower-case word among others; shorter ones are particles
_PIECES = 2  # letters of a piece of a word
_FEW = 4  # words in lower case that may be a name; more are prose
# A text in a file of unknown structure, and the colon that makes it the key of the text after it.
_PIECE = re.compile(r"""([^"\s:\[\]{},][^"\n:\[\]{},]*)["'\s]*(:?)""")
# What stands between the words of a file.
_TO_BLANKS = bytes.maketrans(b'":[]{},0123456789', b" " * 17)


def in_value(value: Any, shown_texts: Iterable[str]) -> Iterator[str]:
    """
    Yield texts in the plain *value*, a document of any shape, that may be names and tell something
    in one of *shown_texts*, such as the document's id and the parts of its path. These texts do not
    reveal any other names.
    """
    wanted = _gathered(value)
    if not wanted:
        return  # as in many small documents
    shown = _Shown(shown_texts)
    for start in range(0, len(wanted), _TOGETHER):
        yield from shown.told_by(wanted[start : start + _TOGETHER])


class _Shown:
    """
    Texts that are shown, and a number of words of a document that are compared with them in every
    spelling. If a document has more, the uncommon words of the shown texts count as names.
    """

    def __init__(self, shown_texts: Iterable[str]) -> None:
        self._left = _COMPARED
        self.show(shown_texts)

    def show(self, texts: Iterable[str]) -> None:
        """Compare with *texts* from now on."""
        self._plain = (*texts,)
        self.runs = {run for text in self._plain for run, _ in uncommon_runs(text)}
        self._compared: set[str] = set()
        self._told: set[str] = set()  # those of the compared words that may tell something

    @property
    def is_beyond(self) -> bool:
        """Whether the document has more words than are compared."""
        return self._left < 0

    @property
    def compares(self) -> bool:
        """Whether words are compared in every spelling."""
        return bool(self.runs) and not self.is_beyond

    def told_by(self, texts: list[tuple[str, str]]) -> Iterator[str]:
        """
        Yield the likely names in those of *texts*, each with its key, that share something with a
        shown text.
        """
        for key, text in self._suspected(texts):
            yield from _likely(key, text)
        yield from (text for _, text in texts if has_lost_signs(text))
        if self.is_beyond:
            yield from self.runs

    def _suspected(self, texts: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
        """
        Yield those of *texts* that have a word which may tell something in a shown text.

        The spellings of all texts are computed in one step, with one text on each line, which takes
        a fraction of the time.
        """
        joined = "\n".join(text.replace("\n", " ") for _, text in texts)
        common = self.telling_words_in(joined)
        if not common:
            return
        spelled = (*word_spellings(joined), normal(joined))
        for one, *lines in zip(texts, *(text.split("\n") for text in spelled), strict=True):
            if any(not common.isdisjoint(LETTERS.findall(line)) for line in lines):
                yield one

    def telling_words_in(self, text: str) -> frozenset[str]:
        """
        The words of *text* that may tell something in a shown text, as their spellings have them.
        """
        common = telling_words(text, self._plain)
        if self.compares:
            own = {*LETTERS.findall(normal(text))} - ordinary_words()
            new = own - self._compared
            self._compared |= new
            told, effort = telling_words_of(new, self.runs, self._left)
            self._told |= told
            self._left -= effort
            common |= self._told & own
        return common


class Pieces:
    """
    Splits a file that is neither JSON nor YAML into texts, at quotation marks, brackets, commas and
    colons, and compares them with *shown_texts*, the parts of its path.
    """

    def __init__(self, shown_texts: Iterable[str]) -> None:
        self._key = ""
        self._seen: set[tuple[str, str]] = set()
        shown = (*shown_texts,)
        self._shown, self._numbers = _Shown(shown), ShownNumbers(shown)

    def show(self, texts: Iterable[str]) -> None:
        """Compare with *texts* from now on."""
        self._seen.clear()
        shown = (*texts,)
        self._shown.show(shown)
        self._numbers = ShownNumbers(shown)

    def of(self, part: bytes) -> Iterator[str]:
        """
        Yield texts in the next *part* of the file that may be names, or numbers that identify, and
        share something with a shown text.

        The words of most parts tell nothing, wherever they stand, which is quick to see.
        """
        written = part.decode("utf-8", "replace")
        text = plain(written)
        if self._may_tell(text, part if text == written else text.encode(errors="replace")):
            before = self._key
            for reading in readings(text):
                self._key = before
                pieces = [*self._pieces(reading)]
                for start in range(0, len(pieces), _TOGETHER):
                    yield from self._told_by(pieces[start : start + _TOGETHER])
        else:
            self._key = _last_key(text, self._key)
        if self._shown.compares:
            yield from self._shown.told_by([("", row) for row in joined(seen(text))])
        if self._shown.is_beyond:
            yield from self._shown.runs

    def _may_tell(self, text: str, encoded: bytes) -> bool:
        """
        Whether a word or a number of *text* tells anything.
        """
        words = encoded.translate(_TO_BLANKS)
        if self._shown.compares:
            words = b" ".join({*words.split()})  # each once, since it is dear to compare them
        several = " ".join(readings(words.decode("utf-8", "replace")))
        if self._shown.telling_words_in(several) or has_lost_signs(text):
            return True
        return self._numbers.may_hold_some and any(self._numbers.told_by(text))

    def _told_by(self, pieces: list[tuple[str, str]]) -> Iterator[str]:
        named = ((key, _names_in(key, text)) for key, text in pieces)
        yield from self._shown.told_by([(key, text) for key, text in named if text])
        if self._numbers.may_hold_some:
            for key, text in pieces:
                if key not in pointing_members():
                    yield from self._numbers.told_by(text)

    def _pieces(self, whole: str) -> Iterator[tuple[str, str]]:
        """
        Yield texts in *whole*, each once, with its key, and the keys that the model does not have.
        """
        last = ("", "")
        for found in _PIECE.findall(whole):
            if found == last and not found[1]:
                continue  # as in long lists of few values; asked first because it is fast
            last = text, colon = found
            key = "" if colon else self._key
            if colon:
                self._key = text = text.strip(" '-")
                if text in field_names():
                    continue
            elif key in _OF_NO_NAMES:
                self._key = ""  # only for one text, because the end of a list is not known
                last = ("", "")
            if (key, text) in self._seen:
                continue
            if len(self._seen) >= _KEPT:
                self._seen.clear()
            self._seen.add((key, text))
            yield key, text.strip()


def _last_key(text: str, before: str) -> str:
    """
    The last key in *text*, or that *before* it, if what follows *text* may be in its list; empty if
    it has only one text.
    """
    colon = text.rfind(":")
    near = text[max(0, colon - _FAR) : colon + 1]
    keys = [text.strip(" '-") for text, colon in _PIECE.findall(near) if colon]
    key = keys[-1] if keys else "" if near else before
    return "" if key in _OF_NO_NAMES else key


def _names_in(key: str, text: str) -> str:
    """
    What of *text*, which follows *key* in a file of unknown structure, may name a person.
    """
    if _OF_NAMES.search(key):
        return text
    if _says_no_name(key, text) or any(_is_expected(text, form) for form in _forms().get(key, ())):
        return ""
    # Prose has lower-case words, and the ordinary ones are no names; nor is how it begins.
    words = [word for word in text.split() if not is_particle(word)]
    small = sum(word.isascii() and word[0].islower() for word in words)
    if small == 0 or small == len(words) <= _FEW:
        return text
    return " ".join(
        word
        for place, word in enumerate(words)
        if not ((word[0].islower() or place == 0) and is_ordinary(normal(word)))
    )


@cache
def _forms() -> dict[str, list[tuple[Limit, ...]]]:
    """
    The members whose texts are no names, with what each class that has one asks of its text.
    """
    found: dict[str, list[tuple[Limit, ...]]] = {}
    for root in (Case, SharedDocument):
        for cls in record_classes(root):
            for name, limits in _members_of(cls).quiet.items():
                if name not in _OPEN and name not in _OF_NO_NAMES:
                    found.setdefault(name, []).append(limits)
    return found


def _gathered(value: Any) -> list[tuple[str, str]]:
    """
    The texts in *value* that may be names, each with its key, and the keys that the model does not
    have.
    """
    texts: dict[tuple[str, str], None] = {}
    root: Any = SharedDocument if isinstance(value, dict) and "shared" in value else Case
    waiting: list[tuple[Any, str, Any]] = [(value, "", root)]
    for whole, key, cls in waiting:  # the loop adds to it
        kind = type(whole)
        if kind is dict:
            if cls is None:
                _gather_unknown(whole, key, texts, waiting)
            else:
                _gather_known(whole, cls, texts, waiting)
        elif kind is list:
            waiting += [(part, key, cls) for part in whole]
            if all(type(part) is str and len(part) <= _PIECES for part in whole):
                _add("".join(whole), key, texts)  # a word that is a list of its letters
        elif kind is str:
            _add(whole, key, texts)
    return [*texts]


def _gather_known(
    whole: dict[str, Any],
    cls: Any,
    texts: dict[tuple[str, str], None],
    waiting: list[tuple[Any, str, Any]],
) -> None:
    """
    Add to *texts* the texts in *whole*, where the model expects a record of the class *cls*, that
    are not what the model expects of a text there, and to *waiting* what else is in it.
    """
    quiet, nested = _members_of(cls)
    for name, part in whole.items():
        kind = type(part)
        if name in quiet:
            if _is_expected(part, quiet[name]):
                continue
        elif name in nested and (kind is dict or kind is list):
            waiting.append((part, name, nested[name]))
            continue
        _gather_unknown({name: part}, _key_of(cls), texts, waiting)


def _is_expected(value: Any, limits: tuple[Limit, ...]) -> bool:
    """
    Whether *value* is what *limits* ask of a text, or a list of such texts; or has such texts for
    members of the model. A code of any list counts as one of the right list.
    """
    kind = type(value)
    if kind is dict:
        return (
            bool(limits)
            and field_names().issuperset(value)
            and _are_expected(value.values(), limits)
        )
    return _are_expected(value if kind is list else [value], limits)


def _are_expected(values: Iterable[Any], limits: tuple[Limit, ...]) -> bool:
    known_codes = codes()
    return all(
        text in known_codes or all(limit.holds(text) for limit in limits)
        if type(text) is str
        else not isinstance(text, dict | list)
        for text in values
    )


def _gather_unknown(
    whole: dict[str, Any],
    key: str,
    texts: dict[tuple[str, str], None],
    waiting: list[tuple[Any, str, Any]],
) -> None:
    """
    Add to *texts* the texts in *whole*, the value of *key*, of which the model says nothing, with
    their own keys; and to *waiting* what else is in it.
    """
    for name, part in whole.items():
        if name not in field_names():
            _add(name, "", texts)
        # What stands below a member for names is a name, however its own member is called.
        within = key == _NAMES or (key not in _CALLED and bool(_OF_NAMES.search(name)))
        if type(part) is not str:
            waiting.append((part, _NAMES if within else name, None))
        elif not _says_no_name(name, part):
            _add(part, _NAMES if within else name, texts)


def _says_no_name(key: str, text: str) -> bool:
    """
    Whether *text*, which follows *key*, is an id or a language tag where one is expected.
    """
    return key in _OF_NO_NAMES and _OF_NO_NAMES[key].fullmatch(text) is not None


def _key_of(cls: Any) -> str:
    return _NAMES if cls is Name else next(iter(_CALLED)) if cls in _BODIES else ""


def _add(text: str, key: str, texts: dict[tuple[str, str], None]) -> None:
    for reading in readings(text):
        texts[key, reading] = None
        for row in joined(reading):
            texts[key, row] = None


class _Members(NamedTuple):
    """
    The members of a class: those whose texts are no names, with the limits of a text that has a
    fixed form, such as an id, a code or a date; and those that hold records, with the class of
    these.
    """

    quiet: dict[str, tuple[Limit, ...]]
    nested: dict[str, Any]


@cache
def _members_of(cls: Any) -> _Members:
    quiet: dict[str, tuple[Limit, ...]] = {}
    nested: dict[str, Any] = {}
    for field in fields_of(cls):
        one = field.one.value if isinstance(field.one, Mapped) else field.one
        if isinstance(one, Nested):
            nested[field.name] = one.record
        elif isinstance(one, Scalar) and not _may_be_a_name(cls, field):
            is_text = issubclass(one.python, str)
            limits = (limit for limit in one.limits if not isinstance(limit, Length))
            quiet[field.name] = (*limits,) if is_text else ()
    return _Members(quiet, nested)


def _may_be_a_name(cls: Any, field: Field) -> bool:
    """
    Whether the member holds a name; or a text that may be one, as what a statement says, or a label
    of a person where nobody told better.
    """
    if cls is Name:
        return field.meaning.sensitivity is Sensitivity.DIRECT
    return (cls is Statement and field.name == "value") or (
        cls in {Subject, Person} and field.name == "label"
    )


def _likely(key: str, text: str) -> Iterator[str]:
    """
    Yield the parts of *text*, which follows *key*, that may be a name.
    """
    if _OF_NAMES.search(key):
        yield text
    elif len(text) > _LONGEST:
        for part in _PARTS.findall(text):
            yield from _likely(key, part)
    elif text not in codes():
        words = [word for word in text.split() if LETTERS.search(word)]
        if key == "label":  # mostly it says what a person is, with capitals or without
            words = [word for word in words if not is_ordinary(normal(word))]
            text = " ".join(words)
        uncommon = [_uncommon(word, words[place + 1 :], place) for place, word in enumerate(words)]
        if words and uncommon == words:
            yield text
        else:
            yield " ".join(part for part in uncommon if not part.islower() or len(part) >= _LEAST)


def _uncommon(word: str, rest: list[str], place: int) -> str:
    """
    *word*, which is at *place* in its text and before *rest*, without its common parts.

    A lower-case word is common if our own texts have it. A capitalised word is common only at the
    start of a sentence; elsewhere it may be a name that is also a word, such as Grace.
    """
    begins = place == 0 and bool(rest) and rest[0].islower()
    common = own_words() if word.islower() or begins else member_words()
    parts = LETTERS.findall(word)
    uncommon = [part for part in parts if part.lower() not in common]
    return word if uncommon == parts else " ".join(uncommon)
