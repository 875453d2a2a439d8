"""
Checking: documents against the schema and the rules.
"""

from __future__ import annotations

import datetime as dt
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

import attrs

from rednotice import faults, rules
from rednotice.findings import Finding, Manual, Report, Severity, Unread
from rednotice.model import Case, SharedDocument
from rednotice.records import Audience
from rednotice.rules.likeness import Group, Likeness
from rednotice.verbs.beside import beside
from rednotice.verbs.files import hidden
from rednotice.verbs.paths import printable
from rednotice.verbs.opaque import Masks
from rednotice.verbs.reading import NO_CASE, Cases, opened
from rednotice.verbs.uses import Use, Uses

if TYPE_CHECKING:
    from rednotice.documents import Document, Path
    from rednotice.verbs.paths import StrPath

Keep = Callable[[Finding], Finding | None]
Shared = Callable[[], SharedDocument | None]
Problem = tuple[Manual, Severity, "Path", str]
_SHOWN = 5  # ids in a message


def check(  # noqa: PLR0913  # all but the first by their names
    what: StrPath | Case | SharedDocument | Iterable[StrPath | Case | SharedDocument],
    *,
    today: dt.date | None = None,
    audience: str | Audience = Audience.INTERNAL,
    format: str | None = None,
    shared: StrPath | SharedDocument | None = None,
    keep: Callable[[Finding], Finding | None] | None = None,
    masked: bool = True,
) -> Report:
    """
    What is wrong with *what*, by the schema (RN0xx) and by the rules.

    Args:
        what: A file, a folder, a case, or a shared document; or several paths, or several cases,
            which together are one data set, a shared document in front of them if there is one.
            What was read of paths is checked as the paths are, whatever `read` was to do of faults.
        today: The day on which it is asked; without it, the day that the clock tells.
        audience: For whom the data are meant: ``internal``, ``counsel``, ``ccf``, ``partner`` or
            ``public``. Rules about consent, review and harm are errors for all but the first.
        format: ``json``, ``jsonl`` or ``yaml``, where the suffix does not tell.
        shared: The shared document, or its path, where it is not beside the cases. It is one data
            set with them, and is checked too.
        keep: Called with each finding as it is made, to give what the report keeps of it: the
            finding, or None, which is only counted. Without it all are kept, each with the text of
            its document, in which its place is looked up when it is asked for.
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
    masks = Masks(hiding=masked)
    checking = _Checking(_day(today), _audience(audience), keep or (lambda finding: finding), masks)
    if isinstance(what, Cases):
        return checking.of_files(what.told_to(checking.refuse, shared, format, checking.leave))
    single = isinstance(what, str | os.PathLike | Case | SharedDocument)
    given: Any = (what,) if single else what
    if not isinstance(given, Iterable) or isinstance(given, Mapping):
        raise TypeError(_said_of(given))
    several = iter(given)
    first = tuple(islice(several, 1))  # it tells what the others are, which are taken one by one
    if first and isinstance(first[0], str | os.PathLike):
        on_unopened = checking.leave_below if single else checking.leave
        paths = (*first, *several)
        return checking.of_files(
            opened(paths, checking.refuse, on_unopened, format=format, shared=shared)
        )
    if isinstance(what, SharedDocument) and shared is not None:
        raise TypeError("a shared document is checked by itself, or goes as shared with cases")
    used = checking.take(shared, format) if shared is not None else None
    for place, record in enumerate(chain(first, several)):
        if not isinstance(record, Case | SharedDocument):
            raise TypeError(_said_of(record))
        if isinstance(record, SharedDocument):
            if place or used is not None:
                raise TypeError("a shared document must be the only one, and the first of all")
            used = record
        checking.meet(record, lambda: used)  # noqa: B023  # it is asked for at once
    return checking.report()


def _said_of(what: object) -> str:
    if isinstance(what, Mapping):
        return NO_CASE
    return "what is checked is a path, a case, a shared document, or several paths or cases"


def _day(today: dt.date | None) -> dt.date:
    if today is None:
        return dt.date.today()  # noqa: DTZ011  # a day, anywhere
    if not isinstance(today, dt.date):
        raise TypeError("today must be a date, like datetime.date(2026, 6, 1)")
    return today.date() if isinstance(today, dt.datetime) else today


def _audience(name: str | Audience) -> Audience:
    if not isinstance(name, str | Audience):
        raise TypeError(f"an audience must be named by a text: {_AUDIENCES}")
    for audience in Audience:
        if name in {audience, audience.value}:
            return audience
    raise ValueError(f"an audience must be one of {_AUDIENCES}")


_AUDIENCES = ", ".join(audience.value for audience in Audience)


def _repeated(before: Use | None) -> Iterator[Problem]:
    if before is not None:
        fault = faults.REPEATED_CASE
        yield fault, fault.severity, ("id",), _first_used(before)


def _first_used(use: Use) -> str:
    where = f"by case {use.line}" if use.file is None else f"in {use.file}:{use.line}"
    return f"must differ from the ids of all other cases; first used {where}"


class _Checking:
    """
    A check under way: what it has found so far, and how much it went through.
    """

    def __init__(self, today: dt.date, audience: Audience, keep: Keep, masks: Masks) -> None:
        self._today, self._audience, self._keep, self._masks = today, audience, keep, masks
        self._kept: list[Finding] = []
        self._dropped = Counter[Severity]()
        self._cases = self._shared = self._refused = 0
        self._uses = Uses()
        self._repeated: dict[int, Use] = {}  # of a finding that was kept, by its place among them
        self._likeness = Likeness()
        self._alike: dict[str, Finding] = {}
        self._beside: rules.View | None = None
        self._unopened: list[Unread] = []
        self._passed_over: tuple[Unread, ...] = ()
        self._told = False  # that references are not followed
        # The document that was refused last, and what is kept of it.
        self._last: Document | None = None
        self._text: Document | None = None

    def of_files(self, cases: Cases) -> Report:
        """The report on the data set of *cases*, whose faults are told to `refuse`."""
        for document, record in cases.documents():
            self.meet(record, lambda: cases.shared, document.without_value())
        if not self._shared and cases.shared is not None:
            self.meet(cases.shared, lambda: None)  # it was given as such, and stands in no file
        unopened = {each.path for each in self._unopened}
        files = sum(printable(file) not in unopened for file in cases.files)
        self._passed_over = cases.passed_over
        return self.report(
            files=files + (files > 0 and cases.apart is not None), skipped=cases.skipped
        )

    def leave(self, unread: Unread, _error: OSError) -> None:
        """Note that something cannot be opened, and go on."""
        self._unopened.append(unread)

    def leave_below(self, unread: Unread, error: OSError) -> None:
        """As `leave`, unless it is all that was to be checked."""
        if not unread.below:
            raise error
        self.leave(unread, error)

    def take(
        self,
        shared: StrPath | SharedDocument,
        format: str | None,
    ) -> SharedDocument | None:
        """What is given as *shared* with cases, met like a case, or refused."""
        given = beside(shared, format)
        for fault in given.faults:
            self.refuse(fault)
        if given.record is not None:
            document = given.document.without_value() if given.document else None
            self.meet(given.record, lambda: None, document)
        return given.record

    def refuse(self, finding: Finding) -> None:
        """Count a document that is not understood, once, and keep what is found of it."""
        document = finding.document
        if document is None:
            self._refused += not finding.outside
            self._masks.look_into(finding.file)
        elif document is not self._last:
            self._refused += 1
            self._masks.look_at(document)
            self._last, self._text = document, document.without_value()
        self._add([finding if document is None else attrs.evolve(finding, document=self._text)])

    def meet(
        self, record: Case | SharedDocument, shared: Shared, document: Document | None = None
    ) -> None:
        """Count *record*, and keep what is found of it."""
        file = document.file if document else None
        view = rules.View(record, self._today, self._audience, file=file)
        before = self._counted(record, document)
        found = [
            Finding(
                manual,
                message,
                path=path,
                case=record.id,
                severity=severity,
                file=file,
                document=document,
            )
            for manual, severity, path, message in chain(
                _repeated(before), self._joined(view, shared), self._asked(view)
            )
        ]
        self._masks.learn(found)
        self._add(found, before)
        if isinstance(record, Case) and self._likeness.met(record):
            page = faults.ALIKE
            self._alike[record.id] = Finding(
                page, "", case=record.id, severity=page.severity, file=file, document=document
            )

    def _counted(self, record: Case | SharedDocument, document: Document | None) -> Use | None:
        """Count *record*, and tell where a case of its id was met before."""
        if isinstance(record, SharedDocument):
            self._shared += 1
            return None
        self._cases += 1
        here = Use(document.file, document.line) if document else Use(None, self._cases)
        return self._uses.before(record.id, here)

    def _joined(self, view: rules.View, shared: Shared) -> Iterator[Problem]:
        """Give *view* the shared document, if its record points there; say so if there is none."""
        if isinstance(view.case, SharedDocument):
            view.shared = self._beside = view
            return
        pointing = next((one for one in view.strays if one.target.startswith("shared:")), None)
        if pointing is None:
            return  # and nobody need look for it
        view.shared = self._viewed(shared())
        if view.shared is None and not self._told:
            self._told = True
            message = "points into a shared document, and none is at hand: name it by --shared FILE"
            yield faults.UNFOLLOWED, faults.UNFOLLOWED.severity, pointing.path, message

    def _viewed(self, shared: SharedDocument | None) -> rules.View | None:
        """The one view of the *shared* document, which all cases have together."""
        if shared is not None and (self._beside is None or self._beside.case is not shared):
            self._beside = rules.View(shared, self._today, self._audience)
        return None if shared is None else self._beside

    def _asked(self, view: rules.View) -> Iterator[Problem]:
        for rule in rules.CATALOGUE:
            for path, message in rule.question(view):
                yield rule.manual, rule.severity(self._audience), path, message

    def _alike_in(self, group: Group) -> str:
        ids = [self._masks.case(one) for one in group.ids[:_SHOWN]]
        rest = f" and {len(group.ids) - _SHOWN} more" if len(group.ids) > _SHOWN else ""
        return (
            f"must be joined, or named under related_cases: alike by {group.by} are"
            f" {', '.join(ids)}{rest}"
        )

    def _add(self, findings: Iterable[Finding], before: Use | None = None) -> None:
        for finding in findings:
            kept = self._keep(finding)
            if kept is None:
                self._dropped[finding.severity] += 1
                continue
            if before is not None and finding.manual is faults.REPEATED_CASE:
                self._repeated[len(self._kept)] = before
            self._kept.append(kept)

    def report(self, *, files: int = 0, skipped: int = 0) -> Report:
        """What was found, with names masked that must not be shown."""
        self._add(
            attrs.evolve(self._alike[group.ids[1]], message=self._alike_in(group))
            for group in self._likeness.groups()
        )
        for place, use in self._repeated.items():
            # What must not be shown is known only now.
            shown = use._replace(file=use.file and self._masks.path(use.file))
            self._kept[place] = attrs.evolve(self._kept[place], message=_first_used(shown))
        return Report(
            tuple(self._masks.over(self._kept)),
            cases=self._cases,
            refused=self._refused,
            shared=self._shared,
            files=files,
            skipped=skipped,
            dropped=dict(self._dropped),
            unopened=self._shown(self._unopened),
            passed_over=self._shown(self._passed_over),
        )

    def _shown(self, files: Iterable[Unread]) -> tuple[Unread, ...]:
        return tuple(hidden(files) if self._masks.hiding else files)
