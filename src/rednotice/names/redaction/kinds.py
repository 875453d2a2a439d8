"""
What identifies a person besides a name.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """
    What was taken out of a text.
    """

    NAME = "name"
    NUMBER = "number"
    DATE_OF_BIRTH = "date_of_birth"
    NOTICE_NUMBER = "notice_number"
    DOCUMENT_NUMBER = "document_number"
    TELEPHONE = "telephone"
    EMAIL = "email"
    COORDINATES = "coordinates"
    MACHINE_READABLE_ZONE = "machine_readable_zone"


class Identifier(NamedTuple):
    """
    Where something stands that identifies a person, what it is, and whether that is certain.
    """

    start: int
    end: int
    kind: Kind
    certain: bool = True
