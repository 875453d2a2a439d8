"""
Likeness of cases: by what two of a data set are most likely about one person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import attrs

from rednotice.rules.spelling import spellings

if TYPE_CHECKING:
    from rednotice.model import Case, Subject

_WORDS = re.compile(r"[^\W\d_]+")


@attrs.define
class Group:
    """
    Cases that are alike: their ids, and by what, in words.
    """

    ids: list[str]
    by: str


class Likeness:
    """
    The cases of a data set by their marks; of each mark no more is kept than its hash.
    """

    def __init__(self) -> None:
        self._first: dict[int, tuple[str, frozenset[str], str]] = {}
        self._groups: dict[str, Group] = {}

    def met(self, case: Case) -> Group | None:
        """
        The group that *case* is the second of; None if it is like no other, or joins a group.

        Cases that name each other under ``related_cases`` are passed over: it is known.
        """
        related = frozenset(other.case for other in case.related_cases)
        begun: Group | None = None
        for mark in marks(case):
            first, others, day = self._first.setdefault(
                hash(mark.key), (case.id, related, mark.day)
            )
            differ = day and mark.day and day != mark.day
            if first == case.id or first in related or case.id in others or differ:
                continue
            group = self._groups.get(first) or self._groups.get(case.id)
            if group is None:
                group = begun = Group([], mark.by)
            for one in (first, case.id):
                if one not in self._groups:
                    self._groups[one] = group
                    group.ids.append(one)
        return begun


class Mark(NamedTuple):
    """
    By what a case can be known again: how that is called, the mark itself, and a day that two must
    not differ in where both know it.
    """

    by: str
    key: tuple[str, ...]
    day: str = ""


def marks(case: Case) -> Iterator[Mark]:
    """
    By what *case* can be known again.

    A notice's number is given to one person, and so is a passport's; a whole name together with
    the year of birth is seldom two persons'. What warrants and charges say is not looked at: others
    are pursued for the same facts.
    """
    for notice in case.notices:
        if notice.number:
            yield Mark("the number of a notice", ("notice", notice.number))
    for subject in case.subjects:
        for paper in subject.documents:
            if paper.number and paper.issuing_state:
                number = "".join(paper.number.split()).casefold()
                yield Mark("a travel document", ("document", paper.issuing_state, number))
        year, day = _birth(subject)
        for name in _names(subject) if year else ():
            yield Mark("name and birth", ("name", name, year), day)


def _names(subject: Subject) -> Iterator[str]:
    for name in subject.names:
        text = name.text or " ".join(filter(None, (name.forename, name.family)))
        # The last spelling is the one in which transliterations meet.
        words = _WORDS.findall(spellings(text)[-1])
        if len(words) > 1:
            yield " ".join(sorted(words))


def _birth(subject: Subject) -> tuple[str, str]:
    """
    The year of birth and the day, each empty where it is not known.
    """
    first = subject.born.earliest if subject.born else None
    last = subject.born.latest if subject.born else None
    if first is None or last is None or first.year != last.year:
        return "", ""
    return str(first.year), first.isoformat() if first == last else ""
