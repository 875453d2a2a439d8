"""
Likeness of cases: by what two of a data set are most likely about one person.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from rednotice.names.repeats import Repeats, hashed
from rednotice.names.spelling import spellings

if TYPE_CHECKING:
    from rednotice.model import Case, Subject

_WORDS = re.compile(r"[^\W\d_]+")


@attrs.frozen
class Group:
    """
    Cases that are alike: their ids, in the order in which they were met, and by what, in words.
    """

    ids: tuple[str, ...]
    by: str


class Likeness:
    """
    The cases of a data set by their marks; of each mark no more is kept than a hash, a day and the
    number of a case.
    """

    def __init__(self) -> None:
        self._marks = Repeats()
        self._ids = _Texts()
        self._holders = array("I")  # of each mark, by its number: the case that it was met in first
        self._days = array("I")
        self._further: dict[int, list[tuple[int, int]]] = {}  # days and cases of a mark met again
        self._alike: list[tuple[str, str, str]] = []
        self._known = _Sets()
        self._met = 0
        self._waiting: Case | None = None

    def met(self, case: Case) -> bool:
        """
        Take up *case*; whether it is like one that was met before.
        """
        self._met += 1
        if self._met == 1:
            self._waiting = case  # nobody need look at the first before there is a second
            return False
        if self._waiting is not None:
            self._take_up(self._waiting)
            self._waiting = None
        return self._take_up(case)

    def _take_up(self, case: Case) -> bool:
        for other in case.related_cases:
            self._known.join(case.id, other.case)
        before = len(self._alike)
        own: int | None = None
        for mark in marks(case):
            if own is None:
                own = self._ids.add(case.id)
            for holder in self._holders_of(mark, own):
                first = self._ids[holder]
                if first != case.id:
                    self._alike.append((first, case.id, mark.by))
        return len(self._alike) > before

    def _holders_of(self, mark: Mark, own: int) -> list[int]:
        """
        The first cases that *mark* was met in, for each day that can be its own; the case *own* is
        one from now on, if there was none of its day.
        """
        key = hashed(*mark.key)
        first = self._marks.meet(key, len(self._days))
        if first is None:
            self._holders.append(own)
            self._days.append(mark.day)
            return []
        # One day of birth, or one that is not known; there are no more than days in a year.
        met = [(self._days[first], self._holders[first]), *self._further.get(key, ())]
        if all(day != mark.day for day, _ in met):
            self._further.setdefault(key, []).append((mark.day, own))
        return [holder for day, holder in met if not day or not mark.day or day == mark.day]

    def groups(self) -> list[Group]:
        """
        The cases that are alike, without those that are said under ``related_cases`` to belong
        together: of them it is known.
        """
        alike, said = _Sets(), dict[str, str]()
        met: dict[str, None] = {}
        for first, second, by in self._alike:
            if self._known.of(first) != self._known.of(second):
                met |= {first: None, second: None}
                alike.join(first, second)
                said.setdefault(first, by)
        grouped: dict[str, list[str]] = {}
        for one in met:
            grouped.setdefault(alike.of(one), []).append(one)
        return [Group(tuple(ids), said[ids[0]]) for ids in grouped.values()]


class _Texts:
    """
    Short texts by their numbers, in little more than their letters take.
    """

    def __init__(self) -> None:
        self._letters = bytearray()
        self._ends = array("Q", [0])

    def add(self, text: str) -> int:
        """The number of *text* from now on."""
        self._letters += text.encode()
        self._ends.append(len(self._letters))
        return len(self._ends) - 2

    def __getitem__(self, number: int) -> str:
        return self._letters[self._ends[number] : self._ends[number + 1]].decode()


class _Sets:
    """
    Names that belong together, in however many steps.
    """

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def of(self, name: str) -> str:
        """The name that stands for all that belong with *name*."""
        while (above := self._above.get(name, name)) != name:
            self._above[name] = self._above.get(above, above)
            name = above
        return name

    def join(self, one: str, other: str) -> None:
        """Let the two belong together."""
        self._above[self.of(other)] = self.of(one)


@attrs.frozen(repr=False)
class Mark:
    """
    By what a case can be known again: how that is called, the mark itself, and a day, by its number
    in the calendar, that two must not differ in where both know it; 0 where it is not known.
    """

    by: str
    key: tuple[str, ...]
    day: int = 0


def marks(case: Case) -> Iterator[Mark]:
    """
    By what *case* can be known again.

    A notice's number is given to one person, and so is a passport's; a whole name together with
    the year of birth is seldom two persons'. What warrants and charges say is not looked at: others
    are pursued for the same facts.
    """
    subjects = {subject.id for subject in case.subjects}
    for notice in case.notices:
        # Of a notice on another person of the case, the subject is not known again.
        if notice.number and (not notice.about or not subjects.isdisjoint(notice.about)):
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


def _birth(subject: Subject) -> tuple[str, int]:
    """
    The year of birth, empty where it is not known, and the day, 0 where it is not known.
    """
    first = subject.born.earliest if subject.born else None
    last = subject.born.latest if subject.born else None
    if first is None or last is None or first.year != last.year:
        return "", 0
    return str(first.year), first.toordinal() if first == last else 0
