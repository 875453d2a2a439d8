"""
Count how often each member is filled in the cases of files and folders.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import Any

import attrs

from rednotice.datasets.cases import Cases
from rednotice.datasets.files import Files, OnRead, hidden
from rednotice.datasets.paths import StrPath, paths_of
from rednotice.documents import Document
from rednotice.findings import Finding, Unread
from rednotice.insight.filled import Filled, case_paths
from rednotice.model import Case
from rednotice.types.states import one_code

OTHER = "other"  # a state that is given by a code that no list of ours knows


@attrs.frozen
class MemberCoverage:
    """
    How often one member is filled.

    Attributes:
        path: The member, as names joined by dots: ``notices.charges.text``.
        cases: The number of cases that have it, in one record or several.
        share: The part of all cases that have it, from 0 to 1.
        records: The number of records that have it.
        of_records: The number of records that could have it, such as all charges of all notices.
        explained: The number of records that lack it and say in `missing` why.
    """

    path: str
    cases: int
    share: float
    records: int
    of_records: int
    explained: int


@attrs.frozen
class Group:
    """
    The coverage of the cases of one state.

    Attributes:
        state: The code of the state; ``other`` for codes that no list of ours knows, and None for
            cases that name no state.
        cases: The number of cases.
        members: The members, as in `Coverage`.
    """

    state: str | None
    cases: int
    members: tuple[MemberCoverage, ...]


@attrs.frozen
class Coverage:
    """
    How often each member is filled.

    Attributes:
        cases: The number of cases that were counted.
        members: Every member of the records that the cases have, in the model's order; also those
            that no case fills. Members of records that no case has are left out.
        by: What the groups are made by; None if there are none.
        groups: The same for the cases of each state. A case with several states is in several
            groups.
        refused: The number of documents that could not be understood and are not counted.
        unopened: Files that could not be opened or read to the end.
    """

    cases: int
    members: tuple[MemberCoverage, ...]
    by: str | None = None
    groups: tuple[Group, ...] = ()
    refused: int = 0
    unopened: tuple[Unread, ...] = ()


def coverage(
    what: StrPath | Iterable[StrPath] | Iterable[Case],
    *,
    by: str | None = None,
    format: str | None = None,
    on_read: Callable[[int, int | None], None] | None = None,
) -> Coverage:
    """
    Count how often each member is filled in the cases of *what*. No value is looked at.

    The cases are read one by one. Where there are few of them, a count can still tell something of
    one case, so this is for those who keep the cases.

    Args:
        what: A file, a folder, several of these, or cases.
        by: ``issuing_state``, to count the cases of each state that issued one of their notices
            too, or ``pursued_by``, for each state that pursues. Codes of other vocabularies count
            for ours.
        format: The format of the files, such as ``json``, if the suffix does not tell.
        on_read: A function that is called while paths are read, with the number of bytes of a read
            and the size of all files; None if one is a pipe, whose size nobody knows.

    Raises:
        OSError: If the one path cannot be opened. If *what* is several paths or a folder, files
            that cannot be opened do not raise: the result lists them.
        TypeError: If *what* is neither a path nor cases, nor several of these.
        UnknownFormat: If no format has the suffix, or there is no such format.
        ValueError: If there is no such *by*, or no file can have the name of a path.
    """
    if by is not None and by not in BY:
        raise ValueError(f"cases are counted by {' or by '.join(BY)}")
    counting = _Counting(by)
    for case in counting.cases_of(what, format, on_read):
        counting.add(case)
    return counting.result()


def _issuing_states(case: Case) -> Iterator[str]:
    return (notice.issuing_state for notice in case.notices if notice.issuing_state)


BY: dict[str, Callable[[Case], Iterable[str]]] = {
    "issuing_state": _issuing_states,
    "pursued_by": lambda case: case.pursued_by,
}


@attrs.define
class _Counting:
    """
    The counts so far: of all cases, and of the cases of each state.
    """

    by: str | None
    # One for each combination of states, so that a case is counted once.
    counted: dict[tuple[str, ...], Filled] = attrs.field(factory=dict[tuple[str, ...], Filled])
    refused: int = 0
    unopened: list[Unread] = attrs.field(factory=list[Unread])
    _last: Document | None = None  # the last refused document

    def cases_of(
        self, what: Any, format: str | None, on_read: OnRead | None = None
    ) -> Iterable[Case]:
        """The cases of *what*, one by one. What cannot be read is counted or listed."""
        single = isinstance(what, str | os.PathLike)
        each = (what,) if single else what
        if not isinstance(each, Iterable):
            raise TypeError(_TAKEN)
        several = iter(each)
        first = tuple(islice(several, 1))  # its type decides; the others are taken one by one
        if first and isinstance(first[0], str | os.PathLike):
            leave = self._note_below if single else self._note
            files = Files(paths_of((*first, *several)), format, leave)
            files.watch(on_read)
            return Cases(files, self._refuse, None, leave)
        return map(_as_case, chain(first, several))

    def add(self, case: Case) -> None:
        """Count *case*."""
        codes = BY[self.by](case) if self.by else ()
        states = tuple(sorted({one_code(code) or OTHER for code in codes}))
        if states not in self.counted:
            self.counted[states] = Filled()
        self.counted[states].count(case)

    def _refuse(self, finding: Finding) -> None:
        """Count the document of *finding*, once."""
        if finding.document is None or finding.document is not self._last:
            self.refused += not finding.outside
        self._last = finding.document

    def _note(self, unread: Unread, _error: OSError) -> None:
        """List a file that cannot be opened, and go on."""
        self.unopened.append(unread)

    def _note_below(self, unread: Unread, error: OSError) -> None:
        """As `_note`, but raise if *unread* is the only path that was given."""
        if not unread.below:
            raise error
        self._note(unread, error)

    def result(self) -> Coverage:
        """What was counted."""
        whole = _sum(self.counted.values())
        return Coverage(
            whole.cases,
            _members(whole, whole),
            self.by,
            tuple(self._groups(whole)) if self.by else (),
            self.refused,
            tuple(hidden(self.unopened)),
        )

    def _groups(self, whole: Filled) -> Iterator[Group]:
        states = {state for several in self.counted for state in several}
        for state in sorted(states, key=lambda state: (state == OTHER, state)):
            counted = _sum(each for several, each in self.counted.items() if state in several)
            yield Group(state, counted.cases, _members(counted, whole))
        if () in self.counted:
            counted = self.counted[()]
            yield Group(None, counted.cases, _members(counted, whole))


def _sum(each: Iterable[Filled]) -> Filled:
    whole = Filled()
    for one in each:
        whole.add(one)
    return whole


_TAKEN = "coverage is counted for a path or cases, or several paths"


def _as_case(given: object) -> Case:
    if not isinstance(given, Case):
        raise TypeError(_TAKEN)
    return given


def _members(counted: Filled, whole: Filled) -> tuple[MemberCoverage, ...]:
    """
    The members of the records that there are in *whole*, with the counts of *counted*.
    """
    return tuple(
        MemberCoverage(
            path,
            counted.in_cases[path],
            counted.in_cases[path] / counted.cases,
            counted.in_records[path],
            counted.records[path.rpartition(".")[0]],
            counted.explained[path],
        )
        for path in case_paths()
        if whole.records[path.rpartition(".")[0]]
    )
