"""
The words of the format itself, which name nobody: codes, members, and what codelists say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rednotice import codelists
from rednotice.model import Case, SharedDocument
from rednotice.records import Field, fields_of, record_classes
from rednotice.records.shapes import Scalar

LETTERS = re.compile(r"[^\W\d_]+")
_ADDRESS = {"http", "https", "www", "com", "org", "net", "html"}


@cache
def codes() -> frozenset[str]:
    """
    The codes of all codelists.
    """
    return frozenset(code.code for name in codelists.names() for code in codelists.codelist(name))


def _fields() -> Iterator[Field]:
    records = {cls for root in (Case, SharedDocument) for cls in record_classes(root)}
    return (field for cls in records for field in fields_of(cls))


@cache
def pointing_members() -> frozenset[str]:
    """
    The members of the model that hold the id of their record, or of another.
    """
    points = (
        field.name
        for field in _fields()
        if isinstance(field.one, Scalar) and field.one.ref is not None
    )
    return frozenset({"id", *points})


@cache
def field_names() -> frozenset[str]:
    """
    The names of all members of the model, which name nobody.
    """
    return frozenset(field.name for field in _fields())


@cache
def member_words() -> frozenset[str]:
    """
    The words in the names of the model's members.
    """
    words = (word for field in _fields() for word in LETTERS.findall(field.name))
    return frozenset(words) | _ADDRESS


@cache
def own_words() -> frozenset[str]:
    """
    The lower-case words in the labels and definitions of our codelists.
    """
    said = (
        f"{code.label} {code.definition}"
        for name in codelists.names()
        for code in codelists.codelist(name)
    )
    found = (word for text in said for word in LETTERS.findall(text) if word.islower())
    return member_words().union(found)
