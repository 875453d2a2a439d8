"""
Count cases for the public: tables from which nobody can reckon a small figure.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from rednotice.datasets.cases import Cases, kept_cases
from rednotice.datasets.paths import StrPath, taken, usable
from rednotice.findings import Finding
from rednotice.model import Case, SharedDocument
from rednotice.policies import Policy
from rednotice.policies import policy as loaded
from rednotice.records import Audience
from rednotice.releases import journal
from rednotice.releases.comparing import refusal
from rednotice.releases.journal import Entry, Marks
from rednotice.releases.keys import Key, key_of
from rednotice.releases.making import folder_beside
from rednotice.tables.earlier import editions, entered
from rednotice.tables.figures import ALL, Label, counted
from rednotice.tables.hiding import Edition, Unprotected, hidden
from rednotice.tables.making import Counting, Tabulation, tables_of
from rednotice.tables.writing import write_tables

if TYPE_CHECKING:
    from rednotice.releases.journal import Journal

_NOTHING_ALLOWED = (
    "the policy lets nothing be counted; name another one, or say in its table [tables] what may be"
    " counted"
)
_UNPROTECTED = (
    "no choice of hidden figures would protect the small ones; count by less, or ask for fewer"
    " crossings, in the policy's table [tables], or wait for more cases"
)


def tabulate(  # noqa: PLR0913  # all but the first two are keyword-only
    source: StrPath | Cases | Iterable[Case],
    folder: StrPath | None = None,
    *,
    policy: Policy | Audience | StrPath = "public",
    key: Key | bytes | None = None,
    log: StrPath | None = None,
    to: str = "",
    edition: str = "",
    today: dt.date | None = None,
    shared: StrPath | SharedDocument | None = None,
    format: str | None = None,
) -> Tabulation:
    """
    Count the cases of *source*, and write the tables into the new *folder*.

    Cases are counted that may go to the audience of the policy, and those whose subjects agreed to
    be counted. What is counted of them is what may leave under the policy; of incidents, what is
    kept, since nothing else ever leaves of most of them. A figure smaller than the policy's `least`
    is hidden, and so are further ones, until no small figure can be reckoned from the others, from
    another table, or from what readers have of earlier releases by the *log*.

    The least figures that are to be hidden are sought with linear programming, for which the extra
    `tables` is needed. That they are enough is checked without it.

    Args:
        source: The kept cases, or their file or folder.
        folder: The folder to make; it must not exist. If None, nothing is written.
        policy: The policy: its name, its file, or a `Policy`. Its `tables` say what may be counted.
        key: The key of the releases; required with *log*.
        log: The log of releases, in which the tables are entered; it is made if it is not there.
        to: The recipient, as the log names it; by default, the audience.
        edition: The edition; by default the month, such as ``2026-11``.
        today: The day of the tables; by default, the current day.
        shared: The shared document of the cases, or its file, if it is not beside them.
        format: The format of the cases, if the suffix does not tell.

    Raises:
        BadKey: If the key is weak.
        BadLog: If the log was cut or changed, or is of another key.
        MissingExtra: If the solver is not installed.
        OSError: If a path cannot be read or written, or *folder* exists.
        UnknownName: If there is no such policy.
        UnusablePolicy: If the policy's file is refused.
        ValueError: If *log* is given without *key*.
    """
    if log is not None and key is None:
        raise ValueError("the log of releases is read with their key: name both, log= and key=")
    place = None if folder is None else usable(folder)
    if place is not None and os.path.lexists(place):
        raise taken(place, "a folder")
    day = today or dt.date.today()  # noqa: DTZ011  # the user's local day
    asked = loaded(policy)
    made = Tabulation(
        policy=asked.title,
        audience=asked.audience.value,
        edition=edition or f"{day:%Y-%m}",
        date=f"{day:%Y-%m}",
        least=asked.tables.least,
    )
    if not asked.tables.by:
        return attrs.evolve(made, refused=_NOTHING_ALLOWED)
    refused: list[Finding] = []
    counting = _count(source, asked, day, shared, refused, format=format)
    left_out = tuple(sorted(counting.left_out.items()))
    made = attrs.evolve(made, left_out=left_out)
    count = len(counting.figures)
    if refused:
        return attrs.evolve(made, refused=_not_understood(refused))
    if count < asked.tables.least:
        few = f"only {count:,} case{'' if count == 1 else 's'}" if count else "no case"
        return attrs.evolve(made, refused=f"{few} may be counted, and {made.least} are needed")
    return _Tabulating(made, asked, counting.figures, to or made.audience).run(place, log, key)


@attrs.define
class _Tabulating:
    made: Tabulation
    policy: Policy
    figures: dict[str, frozenset[Label]]
    label: str

    def run(self, place: Path | None, log: StrPath | None, key: Any) -> Tabulation:
        """The tables, written to *place* and entered in the *log*, if these are given."""
        if log is None:
            return self._written(self._hidden(()), place, contextlib.nullcontext())
        with journal.opened(usable(log), key_of(key), making=place is not None) as opened:
            return self._logged(opened, place)

    def _logged(self, opened: Journal, place: Path | None) -> Tabulation:
        marks = opened.marks
        cases = {marks.of("case", name.encode()): one for name, one in self.figures.items()}
        new = self._entry(cases, (), marks)
        if why := refusal(new, opened, opened.recalls):
            return attrs.evolve(self.made, refused=why)
        found = self._hidden(editions(cases, new, opened, marks))
        entry = self._entry(cases, found or (), marks)
        return self._written(found, place, _entering(opened, entry))

    def _hidden(self, earlier: Iterable[Edition]) -> frozenset[Label] | None:
        counts = counted(self.figures.values())
        try:
            return hidden(counts, self.made.least, earlier)
        except Unprotected:
            return None

    def _entry(self, cases: Any, secret: Iterable[Label], marks: Marks) -> Entry:
        released, tables = entered(cases, secret, marks)
        return Entry(
            number=0,
            date=self.made.date,
            label=self.label,
            audience=self.made.audience,
            policy=self.made.policy,
            policy_sha256=self.policy.sha256,
            edition=self.made.edition,
            k=self.made.least,
            cases=released,
            tables=tables,
        )

    def _written(
        self,
        secret: frozenset[Label] | None,
        place: Path | None,
        entering: AbstractContextManager[None],
    ) -> Tabulation:
        if secret is None or ALL in secret:
            return attrs.evolve(self.made, refused=_UNPROTECTED)
        counts = counted(self.figures.values())
        tables = tables_of(counts, secret, self.policy)
        made = attrs.evolve(self.made, cases=counts[ALL], tables=tables)
        if place is None:
            return made
        with folder_beside(place) as folder:
            write_tables(folder, made)
            with entering:
                folder.rename(place)
        return attrs.evolve(made, folder=place)


@contextlib.contextmanager
def _entering(opened: Journal, entry: Entry) -> Iterator[None]:
    """Enter *entry* in the log before the files are put in place, and void it if that fails."""
    numbered = opened.append(entry)
    try:
        yield
    except OSError:
        opened.void(numbered)
        raise


def _count(  # noqa: PLR0913  # each is one thing
    source: Any,
    policy: Policy,
    day: dt.date,
    shared: Any,
    refused: list[Finding],
    *,
    format: str | None,
) -> Counting:
    kept = kept_cases(source, shared, refused, format=format)
    counting = Counting(policy, day, kept.shared)
    for case in kept.cases:
        counting.add(case)
    return counting


def _not_understood(refused: list[Finding]) -> str:
    count = len({id(one.document) if one.document else one.file for one in refused})
    what = "1 document" if count == 1 else f"{count:,} documents"
    return f"{what} of the input cannot be understood; rednotice check says what is wrong"
