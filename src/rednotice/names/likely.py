"""
Likely names: what may name a person in a document that the gate refused or no format could read.

What stands below a member for names is one, however the member is spelled, and so may be any short
text of which the model does not say what it is. What is taken for a name by mistake hides a path or
an id that need not be hidden; what is missed is printed.
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

_LONGEST = 200  # characters; what is longer is prose, and names in it stand elsewhere too
_TOGETHER = 1_000  # texts of a document that are spelled at once
_NAMES = "names"  # the key below which whatever stands there is taken for a name
_KEPT = 2**16  # texts of a file that are known to have been looked at
_OF_NAMES = re.compile("name|family|alias", re.IGNORECASE)
_PARTS = {
    field.name for field in fields_of(Name) if field.meaning.sensitivity is Sensitivity.DIRECT
}
_CALLED = {"organisations", "operations"}
_OF_NO_NAMES = {"id", "language", "languages"}
_REFERENCE = re.compile(r"(?:shared:)?(?=[a-z0-9_.-]*[0-9_-])[a-z0-9_-]+(?:\.[a-z_]+)?")
_LETTERS = re.compile(r"[^\W\d_]+")
_LEAST = 3  # letters of a small word beside others; two are a particle
_ADDRESS = {"http", "https", "www", "com", "org", "net", "html"}
# A text in a file that nothing is known of, and the colon that makes it the key of what follows.
_PIECE = re.compile(r"""([^"\n:\[\]{},]+)["'\s]*(:?)""")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


def in_value(value: Any, beside: Iterable[str]) -> Iterator[str]:
    """
    What may be a name in the plain *value*, a document of any shape, and has a word in common with
    the texts *beside* it: an id, a path. Whatever else is a name there, they do not tell it.
    """
    texts: dict[tuple[str, str], None] = {}
    known: set[str] = set()
    _gather(value, texts, known)
    wanted = [
        (key, text)
        for key, text in texts
        if key == _NAMES or (len(text) <= _LONGEST and text not in known) or _OF_NAMES.search(key)
    ]
    plain = [*beside]
    for start in range(0, len(wanted), _TOGETHER):
        for key, text in _suspected(wanted[start : start + _TOGETHER], plain):
            yield from _likely(key, text)


def _suspected(texts: list[tuple[str, str]], beside: list[str]) -> Iterator[tuple[str, str]]:
    """
    Those of *texts* that have a word in common with the texts *beside* them.

    Many are spelled at once, each on a line, which takes a fraction of the time.
    """
    joined = "\n".join(text.replace("\n", " ") for _, text in texts)
    spelled = [spelling.split("\n") for spelling in word_spellings(joined)]
    words = {word for lines in spelled for line in lines for word in _LETTERS.findall(line)}
    common = telling_words(words, beside)
    if not common:
        return
    for one, *lines in zip(texts, *spelled, strict=True):
        if any(not common.isdisjoint(_LETTERS.findall(line)) for line in lines):
            yield one


class Pieces:
    """
    The texts of a file that is no JSON or YAML, told apart by quotation marks, brackets, commas
    and colons.
    """

    def __init__(self) -> None:
        self._key = ""
        self._seen: set[tuple[str, str]] = set()

    def of(self, part: bytes) -> Iterator[str]:
        """
        What may be a name in the next *part* of the file, once.
        """
        # UTF-16 has a zero beside each letter that ASCII has.
        readable = part.replace(b"\0", b"").decode("utf-8", "replace")
        for found in _PIECE.finditer(_ESCAPED.sub(_character, readable)):
            text, colon = found.groups()
            key = "" if colon else self._key
            if colon:
                self._key = text.strip(" '-")
            elif key in _OF_NO_NAMES:
                self._key = ""  # one text is enough: it is not known where a list ends
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
    Whether *text*, below *key* in a file that nothing is known of, may name a person.
    """
    if _OF_NAMES.search(key):
        return True
    if key and key != "text":
        return key not in _plain_members()
    # Prose has small words, and what was broken off is no name.
    words = text.split()
    return bool(words) and all(not word[0].islower() or not word.isascii() for word in words)


def _gather(value: Any, texts: dict[tuple[str, str], None], known: set[str]) -> None:
    """
    Add to *texts* those in *value* that may be names, each with the key that it stands below: those
    within a member for names, those of which the model says nothing, and keys that it does not
    know. Add to *known* the ids.
    """
    quiet, fields = _quiet_members(), _field_names()
    waiting: list[tuple[Any, str, bool]] = [([value], "", False)]
    for whole, key, within in waiting:  # it grows on the way
        parts: Iterable[tuple[str, Any]] = zip(repeat(key), whole, strict=False)
        names_count = False
        if type(whole) is dict:
            parts = whole.items()
            # What a body or an operation is called is no person's name.
            names_count = key not in _CALLED
            if not within and not fields.issuperset(whole):
                texts.update((("", name), None) for name in whole if name not in fields)
            if isinstance(whole.get("id"), str):
                known.add(whole["id"])
        for name, part in parts:
            kind = type(part)
            if kind is str and name not in quiet:
                named = within or (names_count and _is_of_names(name))
                _gather_text(part, name, texts, within=named)
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
    What of *text*, which stands below *key*, may be a name.
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
        told = [_uncommon(word, words[place + 1 :], place) for place, word in enumerate(words)]
        if words and told == words:
            yield text
        else:
            yield " ".join(part for part in told if not part.islower() or len(part) >= _LEAST)


def _uncommon(word: str, rest: list[str], place: int) -> str:
    """
    *word*, the one at *place* of its text and before the *rest*, without what names nobody.

    A small word is common if our own texts have it, and a large one where it begins a sentence;
    by itself it may be a name that is also a word, such as Grace.
    """
    begins = place == 0 and bool(rest) and rest[0].islower()
    common = _words() if word.islower() or begins else _members()
    parts = _LETTERS.findall(word)
    told = [part for part in parts if part.lower() not in common]
    return word if told == parts else " ".join(told)


@cache
def _codes() -> frozenset[str]:
    return frozenset(code.code for name in codelists.names() for code in codelists.codelist(name))


def _fields() -> Iterator[Field]:
    records = {cls for root in (Case, SharedDocument) for cls in record_classes(root)}
    return (field for cls in records for field in fields_of(cls))


@cache
def _plain_members() -> frozenset[str]:
    """
    The members of the model that hold no records: of what stands there it is known what it is.
    """
    return frozenset(field.name for field in _fields() if not isinstance(field.one, Nested))


@cache
def _quiet_members() -> frozenset[str]:
    """
    The plain members of which no text is a name, or an id that names may be told from.
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
    The names of all members of the model; each is made of words that name nobody.
    """
    return frozenset(field.name for field in _fields())


@cache
def _members() -> frozenset[str]:
    """
    The words of which the names of our members are made.
    """
    words = (word for field in _fields() for word in _LETTERS.findall(field.name))
    return frozenset(words) | _ADDRESS


@cache
def _words() -> frozenset[str]:
    """
    The small words with which our codelists say what a code means.
    """
    said = (
        f"{code.label} {code.definition}"
        for name in codelists.names()
        for code in codelists.codelist(name)
    )
    found = (word for text in said for word in _LETTERS.findall(text) if word.islower())
    return _members().union(found)
