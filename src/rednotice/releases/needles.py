"""
What must not be found in a release: names, numbers, ids, addresses and texts of the kept cases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from rednotice import codelists
from rednotice.insight.layouts import is_prose
from rednotice.model import Case, Clearance, Name, Person, SharedDocument, Subject
from rednotice.names.numbers import identifying
from rednotice.names.placeholders import is_placeholder
from rednotice.names.tokens import tokens
from rednotice.names.transliteration import spellings
from rednotice.policies.ceilings import is_own_id
from rednotice.records import Sensitivity, fields_of, record_classes, walk
from rednotice.records.shapes import Free, Mapped, Scalar
from rednotice.releases.haystack import folded, squeezed
from rednotice.types.codes import Codes
from rednotice.types.dates import PartialDate
from rednotice.types.durations import Duration

if TYPE_CHECKING:
    from rednotice.records.walk import Field

SHORTEST = 6  # characters of an id or a text; a shorter one occurs by chance
_SHORTEST_WORD = 3
_WORDS = 4  # of a text that stands in no other prose by chance
_OF_A_RELEASE = re.compile(
    f"(?:[a-z]|group|{'|'.join(sorted(kind.__name__.lower() for kind in record_classes(Case)))})"
    "[0-9]{1,6}"
)
_DATE = re.compile("[-0-9X~?%/.,\\[\\]]+")
_NO_TEXT = ("Language", "Script", "PolicyName", "Edition")
NAME, LABEL, NUMBER, ADDRESS = "a name", "a label", "a number", "an address"
ID, TEXT = "an id", "a text"


class Needle(NamedTuple):
    """
    What is looked for: its kind, for messages, and its form. *whole* says that it is a word.
    """

    kind: str
    text: str
    whole: bool = False


def needles_of(record: Case | SharedDocument) -> set[Needle]:
    """
    What of *record* must not be in a release: the parts of names and of labels, from three letters
    on; numbers that identify a person; addresses, ids and texts of six characters or more.

    Codes, dates and ids of the form that a release gives itself are not among them.
    """
    found: set[Needle] = set()
    for path, inner in walk(record):
        kind: Any = type(inner)
        members = inner.__dict__
        for field, how in _looked_at(kind):
            if field.name in members:
                found.update(_of_value(how, members[field.name]))
        if path and isinstance(inner, Name | Person | Subject):
            found.update(_parts(inner))
    return found


@cache
def _looked_at(cls: Any) -> tuple[tuple[Field, str], ...]:
    """
    The fields of *cls* that hold something to look for, with its kind.
    """
    if cls is Clearance:
        return ()  # an editor has read the wording, and it may leave
    found = ((field, _kind(field)) for field in fields_of(cls))
    return tuple((field, kind) for field, kind in found if kind)


def _kind(field: Field) -> str:
    one = field.one
    if is_own_id(field):
        return ID
    if isinstance(one, Free) or (isinstance(one, Mapped) and field.name != "missing"):
        return TEXT
    if not isinstance(one, Scalar) or one.base is not str or one.ref is not None:
        return ""
    if one.python in {PartialDate, Duration} or any(isinstance(each, Codes) for each in one.limits):
        return ""
    named = one.named.name if one.named else ""
    if named in {*_NO_TEXT, ""}:
        return ""
    if named == "Address":
        return ADDRESS
    if field.meaning.sensitivity is Sensitivity.DIRECT and not is_prose(one):
        return NUMBER
    return NUMBER if field.meaning.sensitivity is Sensitivity.DIRECT else TEXT


def _of_value(kind: str, value: Any) -> Iterator[Needle]:
    for text in _texts(value):
        if kind == ID:
            if len(text) >= SHORTEST and not _OF_A_RELEASE.fullmatch(text):
                yield Needle(ID, text)
            continue
        if _DATE.fullmatch(text) and not identifying((text,)):
            continue
        if kind == NUMBER and identifying((text,)):
            yield Needle(NUMBER, squeezed(text))
            continue
        plain = folded(text)
        if len(plain) >= SHORTEST and not is_placeholder(text):
            yield Needle(TEXT if kind == NUMBER else kind, plain)
        if kind == ADDRESS:
            bare = folded(text.partition("://")[2].rstrip("/"))
            if len(bare) >= SHORTEST:
                yield Needle(ADDRESS, bare)


def stands_out_in_prose(needle: Needle) -> bool:
    """
    Whether *needle* would not stand in prose by chance, as labels, ids that are plain words, and
    texts of a few words do.
    """
    if needle.kind == TEXT:
        return needle.text.count(" ") >= _WORDS - 1
    return not (needle.kind == LABEL or (needle.kind == ID and needle.text.isalpha()))


def _texts(value: Any) -> Iterator[str]:
    """
    The texts in *value*, keys of objects included.
    """
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield str(key)
            yield from _texts(inner)
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from _texts(inner)


def _parts(record: Name | Person | Subject) -> Iterator[Needle]:
    texts: tuple[str | None, ...]
    if isinstance(record, Name):
        kind, texts = NAME, (record.text, record.family, record.forename)
    else:
        kind, texts = LABEL, (record.label,)
    for part in tokens(text for text in texts if text and not is_placeholder(text)):
        if len(part) >= _SHORTEST_WORD or not part.isascii():
            yield Needle(kind, part, whole=True)


@cache
def our_words() -> str:
    """
    All words of the format in every spelling: codes, and names of members and of records.
    """
    found = {
        text
        for name in codelists.names()
        for code in codelists.codelist(name)
        for text in (code.code, code.code.replace("_", " "))
    }
    for cls in (*record_classes(Case), *record_classes(SharedDocument)):
        found.update((cls.__name__, *(field.name for field in fields_of(cls))))
    found.update(name.replace("_", " ") for name in [*found])
    return "\n".join(sorted({spelling for text in found for spelling in spellings(text)}))
