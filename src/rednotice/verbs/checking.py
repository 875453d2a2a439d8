"""
Checking: documents against the schema and the rules.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import Any

import attrs

from rednotice import faults, gate, rules
from rednotice.datasets.cases import Cases
from rednotice.datasets.doubles import Doubles
from rednotice.datasets.files import Files, hidden, paths_of
from rednotice.datasets.paths import StrPath, printable
from rednotice.datasets.shared import read_shared
from rednotice.datasets.tally import Tally
from rednotice.documents import Document, Path
from rednotice.findings import Finding, Manual, Report, Severity, Unread
from rednotice.insight.telling import telling_ids, telling_parts_of_path
from rednotice.insight.view import View
from rednotice.model import Case, SharedDocument
from rednotice.names.masks import Masks
from rednotice.records import Audience

_Document = Case | SharedDocument | Mapping[str, Any]
_Found = tuple[Manual, Severity, Path, str]
MOST = 10_000  # findings that a report keeps


def check(  # noqa: PLR0913  # all but the first by their names
    what: StrPath | _Document | Iterable[StrPath] | Iterable[_Document],
    *,
    today: dt.date | None = None,
    audience: str | Audience = Audience.INTERNAL,
    format: str | None = None,
    shared: StrPath | SharedDocument | None = None,
    keep: Callable[[Finding], Finding | None] | None = None,
    most: int = MOST,
    masked: bool = True,
) -> Report:
    """
    What is wrong with *what*, by the schema (RN0xx) and by the rules.

    Args:
        what: A file, a folder, a case, a shared document, or a dict that should be one of these
            two; or several paths, or several cases and dicts, which together are one data set, a
            shared document in front of them if there is one.
            What was read of paths is checked as the paths are, whatever `read` was to do of faults.
        today: The day on which it is asked; without it, the day that the clock tells.
        audience: For whom the data are meant: ``internal``, ``counsel``, ``ccf``, ``partner`` or
            ``public``. Rules about consent, review and harm are errors for all but the first.
        format: The format of the files, such as ``json``, where the suffix does not tell.
        shared: The shared document, or its path, where it is not beside the cases. It is one data
            set with them, and is checked too.
        keep: Called with each finding as it is made, to give what the report keeps of it: the
            finding, or None, which is only counted. Without it all are kept, each with the text of
            its document, in which its place is looked up when it is asked for.
        most: How many findings the report keeps; those beyond are only counted.
        masked: Whether an id or a path that contains a person's name is a running number in the
            report. Say False for eyes of your own alone.

    Raises:
        OSError: If the one path, or *shared*, cannot be opened, or *shared* is a folder. Of several
            paths, and of the files in a folder, those that can be opened are checked, and the
            others named in the report, which then fails.
        TypeError: If *what*, *today*, *audience* or *shared* is something else.
        ValueError: If there is no such audience, or no file can have the name of a path.
        UnknownFormat: If its suffix tells no format, or there is no such format.
    """
    checking = _Checking(
        today=_day(today),
        audience=_audience(audience),
        tally=Tally(keep or (lambda finding: finding), most),
        masks=Masks(hiding=masked),
    )
    if isinstance(what, Cases):
        return checking.of_files(what.told_to(checking.refuse, shared, format, checking.leave))
    single = isinstance(what, str | os.PathLike | Case | SharedDocument | Mapping)
    each: Any = (what,) if single else what
    if not isinstance(each, Iterable):
        raise TypeError(_TAKEN)
    several = iter(each)
    first = tuple(islice(several, 1))  # it tells what the others are, which are taken one by one
    if first and isinstance(first[0], str | os.PathLike):
        given = None if shared is None else read_shared(shared, format)
        leave = checking.leave_below if single else checking.leave
        files = Files(paths_of((*first, *several)), format, leave)
        return checking.of_files(Cases(files, checking.refuse, given, leave))
    return checking.of_records(chain(first, several), shared, format)


_UNFOLLOWED = (
    "points into a shared document, and none is at hand: name it (on the command line by"
    " --shared FILE, in Python by shared=)"
)
_SECOND = "a shared document is checked by itself, or is the only one and the first of the cases"


_TAKEN = "what is checked is a path, a case, a shared document or a dict, or several of one kind"


def _day(today: dt.date | None) -> dt.date:
    if today is None:
        return dt.date.today()  # noqa: DTZ011  # a day, anywhere
    if not isinstance(today, dt.date):
        raise TypeError("today must be a date, like datetime.date(2026, 6, 1)")
    return today.date() if isinstance(today, dt.datetime) else today


def _audience(name: str | Audience) -> Audience:
    audiences = ", ".join(audience.value for audience in Audience)
    if not isinstance(name, str | Audience):
        raise TypeError(f"an audience must be named by a text: {audiences}")
    for audience in Audience:
        if name in {audience, audience.value}:
            return audience
    raise ValueError(f"an audience must be one of {audiences}")


@attrs.define
class _Checking:
    """
    A check under way: each record is met once, each refused document is told of, then the report.
    """

    today: dt.date
    audience: Audience
    tally: Tally
    masks: Masks
    doubles: Doubles = attrs.field(factory=Doubles)
    _unopened: list[Unread] = attrs.field(init=False, factory=list[Unread])
    _shared: View | None = None
    _told: bool = False  # that references are not followed
    _last: Document | None = None  # the document that was refused last
    _kept: Document | None = None  # and what is kept of it

    def of_files(self, cases: Cases) -> Report:
        """The report on the data set of *cases*, whose faults are told to `refuse`."""
        for document, record in cases.documents():
            self.meet(record, lambda: cases.shared, document.without_value())
        self._last = None  # whose text may be large
        if cases.given is not None:
            self.meet(cases.given)
        unopened = {each.path for each in self._unopened}
        files = sum(printable(file) not in unopened for file in cases.files)
        return attrs.evolve(
            self.report(files=files + (files > 0 and cases.apart is not None)),
            skipped=cases.skipped,
            unopened=self._shown(self._unopened),
            passed_over=self._shown(cases.passed_over),
        )

    def leave(self, unread: Unread, _error: OSError) -> None:
        """Note that something cannot be opened, and go on."""
        self._unopened.append(unread)

    def leave_below(self, unread: Unread, error: OSError) -> None:
        """As `leave`, unless it is all that was to be checked."""
        if not unread.below:
            raise error
        self.leave(unread, error)

    def _shown(self, files: Iterable[Unread]) -> tuple[Unread, ...]:
        return tuple(hidden(files) if self.masks.hiding else files)

    def of_records(
        self,
        records: Iterable[object],
        shared: StrPath | SharedDocument | None,
        format: str | None,
    ) -> Report:
        """The report on *records*, with the shared document that is given beside them."""
        used = self.take(shared, format) if shared is not None else None
        for place, given in enumerate(records):
            record, document = self._admitted(given)
            if record is None:
                continue
            if isinstance(record, SharedDocument):
                if place or used is not None:
                    raise TypeError(_SECOND)
                used = record
            self.meet(record, lambda: used, document)  # noqa: B023  # it is asked for at once
        return self.report()

    def _admitted(self, given: object) -> tuple[Case | SharedDocument | None, Document | None]:
        """The record that *given* is, or that the dict says; None if that is refused."""
        if isinstance(given, Case | SharedDocument):
            return given, None
        if not isinstance(given, Mapping):
            raise TypeError(_TAKEN)
        document, admitted = gate.admit_value(given)
        if not isinstance(admitted, list):
            return admitted, document
        for finding in admitted:
            self.refuse(finding)
        return None, document

    def take(self, shared: StrPath | SharedDocument, format: str | None) -> SharedDocument | None:
        """What is given as *shared* with cases, met like a case, or refused."""
        given = read_shared(shared, format)
        for fault in given.faults:
            self.refuse(fault)
        if given.record is not None:
            document = given.document.without_value() if given.document else None
            self.meet(given.record, document=document)
        return given.record

    def refuse(self, finding: Finding) -> None:
        """Count a document that is not understood, once, and keep what is found of it."""
        document = finding.document
        if document is None:
            self.tally.refused += not finding.outside
            self.masks.look_into(finding.file)
        elif document is not self._last:
            self.tally.refused += 1
            self.masks.look_at(document)
            self._last, self._kept = document, document.without_value()
        self.tally.add(
            [finding if document is None else attrs.evolve(finding, document=self._kept)]
        )

    def meet(
        self,
        record: Case | SharedDocument,
        shared: Callable[[], SharedDocument | None] = lambda: None,
        document: Document | None = None,
    ) -> None:
        """Count *record*, and keep what the rules find in it."""
        file = document.file if document else None
        view = View(record, self.today, self.audience, file=file)
        self.tally.add(
            Finding(
                manual,
                message,
                path=path,
                case=record.id,
                severity=severity,
                file=file,
                document=document,
            )
            for manual, severity, path, message in chain(self._joined(view, shared), _asked(view))
        )
        if record.id in telling_ids(view):
            self.masks.hide_case(record.id)
        if file:
            self.masks.hide_parts(file, telling_parts_of_path(view))
        if isinstance(record, Case):
            self.tally.cases += 1
            self.doubles.add(record, document)
        else:
            self.tally.shared += 1

    def _joined(self, view: View, shared: Callable[[], SharedDocument | None]) -> Iterator[_Found]:
        """Give *view* the shared document, if its record points there; say so if there is none."""
        if isinstance(view.case, SharedDocument):
            view.shared = self._shared = view
            return
        pointing = next((one for one in view.strays if one.target.startswith("shared:")), None)
        if pointing is None:
            return  # and nobody need look for it
        view.shared = self._viewed(shared())
        if view.shared is None and not self._told:
            self._told = True
            yield faults.UNFOLLOWED, faults.UNFOLLOWED.severity, pointing.path, _UNFOLLOWED

    def _viewed(self, shared: SharedDocument | None) -> View | None:
        """The one view of the *shared* document, which all cases have together."""
        if shared is not None and (self._shared is None or self._shared.case is not shared):
            self._shared = View(shared, self.today, self.audience)
        return None if shared is None else self._shared

    def report(self, *, files: int = 0) -> Report:
        """What was found, with names masked that must not be shown."""
        self.tally.add(self.doubles.findings(self.masks))
        return self.tally.report(self.masks, files=files)


def _asked(view: View) -> Iterator[_Found]:
    for rule, path, message in rules.questions().asked(view):
        yield rule.manual, rule.severity(view.audience), path, message
