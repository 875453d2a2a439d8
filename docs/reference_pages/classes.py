"""
The record classes of the reference, and where each of their members stands in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from rednotice.model import (
    Attributed,
    Case,
    PublicWorded,
    Record,
    SharedDocument,
    StateWorded,
    Worded,
)
from rednotice.records import fields_of, record_classes
from rednotice.records.json_schema import words_of

if TYPE_CHECKING:
    from rednotice.records import Field

# No document holds a record of these classes. Their pages describe members that other classes
# inherit.
BASES: tuple[type, ...] = (Attributed, Record, Worded, StateWorded, PublicWorded)
RECORDS: tuple[type, ...] = tuple(
    dict.fromkeys((*record_classes(Case), *record_classes(SharedDocument), *BASES))
)


def file_of(cls: type) -> str:
    """
    Give the file name of the page of *cls*.
    """
    return f"{words_of(cls.__name__).lower().replace(' ', '-')}.md"


def link_to(cls: type) -> str:
    """
    Give a link to the page of *cls* for any page of the reference.
    """
    return f"[{words_of(cls.__name__)}](../records/{file_of(cls)})"


def own_fields(cls: type) -> list[Field]:
    """
    Give the fields that *cls* itself declares.
    """
    inherited = {field.name for field in attrs.fields(cls) if field.inherited}
    return [field for field in fields_of(cls) if field.name not in inherited]
