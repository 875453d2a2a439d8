"""
What identifies the persons of cases: their names, their numbers, their dates of birth.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rednotice.model import Case, Name, Notice, Person, SharedDocument, Subject, TravelDocument
from rednotice.names.placeholders import is_placeholder
from rednotice.records import walk

Named = Case | SharedDocument | Subject | Person | Name | str
"""What names persons: a case names all who stand in it."""


class Persons(NamedTuple):
    """
    The names of each person, and the numbers and dates of birth of all.
    """

    names: list[tuple[str, ...]]
    numbers: list[str]
    births: list[str]


def persons_of(several: Iterable[Named] | Named) -> Persons:
    """
    The persons of *several*, each a case, a shared document, a person, a name, or a text.

    Raises:
        TypeError: If one of them is something else.
    """
    found = Persons([], [], [])
    for one in (several,) if isinstance(several, Named) else several:
        _add(one, found)
    return found


def _add(one: Named, found: Persons) -> None:
    if isinstance(one, str):
        found.names.append(tuple(_said([one])))
    elif isinstance(one, Name):
        found.names.append(tuple(_of_name(one)))
    elif isinstance(one, Subject | Person):
        _add_person(one, found)
    elif isinstance(one, Case | SharedDocument):
        for _, record in walk(one):
            if isinstance(record, Subject | Person):
                _add_person(record, found)
            elif isinstance(record, Notice):
                found.numbers.extend(filter(None, (record.number, record.un_reference)))
                found.numbers.extend(record.linked_numbers)
    else:
        raise TypeError(
            f"names: each must be a case, a person, a name or a text, not {type(one).__name__}"
        )


def _add_person(person: Subject | Person, found: Persons) -> None:
    found.names.append(tuple(text for name in person.names for text in _of_name(name)))
    for _, record in walk(person):
        if isinstance(record, TravelDocument) and record.number:
            found.numbers.append(record.number)
    if person.born is not None:
        found.births.append(str(person.born))


def _of_name(name: Name) -> Iterator[str]:
    yield from _said([name.text, name.family, name.forename])


def _said(texts: Iterable[str | None]) -> Iterator[str]:
    return (text for text in texts if text and not is_placeholder(text))
