"""
Find texts that may be names of persons, in a document that was refused or could not be read.

Everything below a member for names counts as a name, however the member is spelled. So does any
short text whose meaning the model does not define. A false match only hides a path or an id without
need; a missed name would be printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import repeat
from typing import Any

from rednotice import codelists
from rednotice.model import Case, Name, SharedDocument
from rednotice.names.tokens import telling_words, word_spellings
from rednotice.records import Field, Sensitivity, fields_of, record_classes
from rednotice.records.shapes import Nested

_LONGEST = 200  # characters; longer texts are prose, and names in prose also stand elsewhere
_TOGETHER = 1_000  # texts of a document whose spellings are computed in one step
_NAMES = "names"  # the key that marks texts below a member for names
_KEPT = 2**16  # texts of a file that are remembered as done
_OF_NAMES = re.compile("name|family|alias", re.IGNORECASE)
_PARTS = {
    field.name for field in fields_of(Name) if field.meaning.sensitivity is Sensitivity.DIRECT
}
_CALLED = {"organisations", "operations"}
_OF_NO_NAMES = {"id", "language", "languages"}
_REFERENCE = re.compile(r"(?:shared:)?(?=[a-z0-9_.-]*[0-9_-])[a-z0-9_-]+(?:\.[a-z_]+)?")
_LETTERS = re.compile(r"[^\W\d_]+")
_LEAST = 3  # letters of a lower-case word among others; shorter ones are particles
_ADDRESS = {"http", "https", "www", "com", "org", "net", "html"}
# A text in a file of unknown structure, and the colon that makes it the key of the text after it.
_PIECE = re.compile(r"""([^"\n:\[\]{},]+)["'\s]*(:?)""")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


def in_value(value: Any, shown_texts: Iterable[str]) -> Iterator[str]:
    """
    Yield texts in the plain *value*, a document of any shape, that may be names and share a word
    with *shown_texts*, such as the document's id and path. These texts do not reveal any other
    names.
    """
    texts: dict[tuple[str, str], None] = {}
    known: set[str] = set()
    _gather(value, texts, known)
    wanted = [
        (key, text)
        for key, text in texts
        if key == _NAMES or (len(text) <= _LONGEST and text not in known) or _OF_NAMES.search(key)
    ]
    plain = [*shown_texts]
    for start in range(0, len(wanted), _TOGETHER):
        for key, text in _suspected(wanted[start : start + _TOGETHER], plain):
            yield from _likely(key, text)


def _suspected(texts: list[tuple[str, str]], shown_texts: list[str]) -> Iterator[tuple[str, str]]:
    """
    Yield those of *texts* that share a word with *shown_texts*.

    The spellings of all texts are computed in one step, with one text on each line, which takes a
    fraction of the time.
    """
    joined = "\n".join(text.replace("\n", " ") for _, text in texts)
    spelled = [spelling.split("\n") for spelling in word_spellings(joined)]
    words = {word for lines in spelled for line in lines for word in _LETTERS.findall(line)}
    common = telling_words(words, shown_texts)
    if not common:
        return
    for one, *lines in zip(texts, *spelled, strict=True):
        if any(not common.isdisjoint(_LETTERS.findall(line)) for line in lines):
            yield one


class Pieces:
    """
    Splits a file that is neither JSON nor YAML into texts, at quotation marks, brackets, commas and
    colons.
    """

    def __init__(self) -> None:
        self._key = ""
        self._seen: set[tuple[str, str]] = set()

    def of(self, part: bytes) -> Iterator[str]:
        """
        Yield texts in the next *part* of the file that may be names, each once.
        """
        # UTF-16 has a zero byte next to each ASCII character.
        readable = part.replace(b"\0", b"").decode("utf-8", "replace")
        for found in _PIECE.finditer(_ESCAPED.sub(_character, readable)):
            text, colon = found.groups()
            key = "" if colon else self._key
            if colon:
                self._key = text.strip(" '-")
            elif key in _OF_NO_NAMES:
                self._key = ""  # only for one text, because the end of a list is not known
            if (key, text) in self._seen:
                continue
            if len(self._seen) >= _KEPT:
                self._seen.clear()
            self._seen.add((key, text))
            if not colon and _may_name(key, text.strip()):
                yield from _likely(key, text.strip())


def _character(escaped: re.Match[str]) -> str:
    return chr(int(escaped[1], 16))


def _may_name(key: str, text: str) -> bool:
    """
    Whether *text*, which follows *key* in a file of unknown structure, may name a person.
    """
    if _OF_NAMES.search(key):
        return True
    if key and key != "text":
        return key not in _plain_members()
    # Prose has lower-case words, and a fragment of it is not a name.
    words = text.split()
    return bool(words) and all(not word[0].islower() or not word.isascii() for word in words)


def _gather(value: Any, texts: dict[tuple[str, str], None], known: set[str]) -> None:
    """
    Add to *texts* the texts in *value* that may be names, each with its key: texts within a member
    for names, texts whose meaning the model does not define, and unknown keys. Add the ids to
    *known*.
    """
    quiet, fields = _quiet_members(), _field_names()
    waiting: list[tuple[Any, str, bool]] = [([value], "", False)]
    for whole, key, within in waiting:  # the loop adds to it
        parts: Iterable[tuple[str, Any]] = zip(repeat(key), whole, strict=False)
        names_count = False
        if type(whole) is dict:
            parts = whole.items()
            # The name of an organisation or an operation is not a person's name.
            names_count = key not in _CALLED
            if not within and not fields.issuperset(whole):
                texts.update((("", name), None) for name in whole if name not in fields)
            if isinstance(whole.get("id"), str):
                known.add(whole["id"])
        for name, part in parts:
            kind = type(part)
            if kind is str and name not in quiet:
                is_name = within or (names_count and _is_of_names(name))
                _gather_text(part, name, texts, within=is_name)
            elif kind is dict or kind is list:
                waiting.append((part, name, within or (names_count and _is_of_names(name))))


def _is_of_names(key: str) -> bool:
    if key in _field_names():
        return key in _names_members()
    return bool(_OF_NAMES.search(key))


def _gather_text(text: str, key: str, texts: dict[tuple[str, str], None], *, within: bool) -> None:
    unknown = key not in _plain_members()
    if within and (unknown or key in _PARTS or _OF_NAMES.search(key)):
        texts[_NAMES, text] = None
    elif unknown:
        texts[key, text] = None


def _likely(key: str, text: str) -> Iterator[str]:
    """
    Yield the parts of *text*, which follows *key*, that may be a name.
    """
    if _OF_NAMES.search(key):
        yield text
    elif (
        len(text) <= _LONGEST
        and key not in _OF_NO_NAMES
        and text not in _codes()
        and not _REFERENCE.fullmatch(text)
    ):
        words = [word for word in text.split() if _LETTERS.search(word)]
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
    common = _words() if word.islower() or begins else _members()
    parts = _LETTERS.findall(word)
    uncommon = [part for part in parts if part.lower() not in common]
    return word if uncommon == parts else " ".join(uncommon)


@cache
def _codes() -> frozenset[str]:
    return frozenset(code.code for name in codelists.names() for code in codelists.codelist(name))


def _fields() -> Iterator[Field]:
    records = {cls for root in (Case, SharedDocument) for cls in record_classes(root)}
    return (field for cls in records for field in fields_of(cls))


@cache
def _plain_members() -> frozenset[str]:
    """
    The members of the model that do not hold records. The model defines the meaning of their
    values.
    """
    return frozenset(field.name for field in _fields() if not isinstance(field.one, Nested))


@cache
def _quiet_members() -> frozenset[str]:
    """
    The plain members whose texts are neither names nor ids.
    """
    return frozenset(
        name
        for name in _plain_members()
        if name != "id" and name not in _PARTS and not _OF_NAMES.search(name)
    )


@cache
def _names_members() -> frozenset[str]:
    return frozenset(name for name in _field_names() if _OF_NAMES.search(name))


@cache
def _field_names() -> frozenset[str]:
    """
    The names of all members of the model, which name nobody.
    """
    return frozenset(field.name for field in _fields())


@cache
def _members() -> frozenset[str]:
    """
    The words in the names of the model's members.
    """
    words = (word for field in _fields() for word in _LETTERS.findall(field.name))
    return frozenset(words) | _ADDRESS


@cache
def _words() -> frozenset[str]:
    """
    The lower-case words in the labels and definitions of our codelists.
    """
    said = (
        f"{code.label} {code.definition}"
        for name in codelists.names()
        for code in codelists.codelist(name)
    )
    found = (word for text in said for word in _LETTERS.findall(text) if word.islower())
    return _members().union(found)
