"""
Checking: documents against the schema and the rules.
"""

from __future__ import annotations

import datetime as dt
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

import attrs

from rednotice import faults, rules
from rednotice.findings import Finding, Manual, Report, Severity
from rednotice.model import Case, SharedDocument
from rednotice.records import Audience
from rednotice.rules.likeness import Group, Likeness
from rednotice.verbs.opaque import Masks
from rednotice.verbs.reading import read

if TYPE_CHECKING:
    from rednotice.documents import Document, Path
    from rednotice.verbs.files import StrPath

Keep = Callable[[Finding], Finding | None]
Shared = Callable[[], SharedDocument | None]
_SHOWN = 5  # ids in a message
Problem = tuple[Manual, Severity, "Path", str]


def check(  # noqa: PLR0913  # all but the first by their names
    what: StrPath | Case | SharedDocument | Iterable[StrPath] | Iterable[Case],
    *,
    today: dt.date | None = None,
    audience: str | Audience = Audience.INTERNAL,
    format: str | None = None,  # noqa: A002  # the word that everybody looks for
    shared: StrPath | None = None,
    keep: Callable[[Finding], Finding | None] | None = None,
) -> Report:
    """
    What is wrong with *what*, by the schema (RN0xx) and by the rules.

    Args:
        what: A file, a folder, a case, or a shared document; or several paths, or several cases,
            which together are one data set.
        today: The day on which it is asked; without it, the day that the clock tells.
        audience: For whom the data are meant: ``internal``, ``counsel``, ``ccf``, ``partner`` or
            ``public``. Rules about consent, review and harm are errors for all but the first.
        format: ``json``, ``jsonl`` or ``yaml``, where the suffix does not tell.
        shared: The shared document, where it is not beside the cases.
        keep: Called with each finding as it is made, to give what the report keeps of it: the
            finding, or None, which is only counted. Without it all are kept, each with the text of
            its document, in which its place is looked up when it is asked for.

    Raises:
        OSError: If a path cannot be opened.
        TypeError: If *what*, *today* or *audience* is something else.
        ValueError: If there is no such audience.
        UnknownFormat: If its suffix tells no format.
    """
    checking = _Checking(_day(today), _audience(audience), keep or (lambda finding: finding))
    single = isinstance(what, str | os.PathLike | Case | SharedDocument)
    given: Any = (what,) if single else what
    if not isinstance(given, Iterable):
        raise TypeError(_WHAT)
    several = iter(given)
    first = tuple(islice(several, 1))  # it tells what the others are, which are taken one by one
    if first and isinstance(first[0], str | os.PathLike):
        return checking.of_paths((*first, *several), format, shared)
    for record in chain(first, several):
        if not isinstance(record, Case) and not (single and isinstance(record, SharedDocument)):
            raise TypeError(_WHAT)
        checking.meet(record, lambda: getattr(given, "shared", None))
    return checking.report()


_WHAT = "what is checked is a path, a case, a shared document, or several paths or cases"


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


class _Checking:
    """
    A check under way: what it has found so far, and how much it went through.
    """

    def __init__(self, today: dt.date, audience: Audience, keep: Keep) -> None:
        self._today, self._audience, self._keep = today, audience, keep
        self._kept: list[Finding] = []
        self._dropped = Counter[Severity]()
        self._masks = Masks()
        self._cases = self._shared = self._refused = 0
        self._ids: set[int] = set()
        self._likeness = Likeness()
        self._alike: list[tuple[Group, Finding]] = []
        self._told = False  # that references are not followed
        # The document that was refused last, and what is kept of it.
        self._last: Document | None = None
        self._text: Document | None = None

    def of_paths(
        self,
        paths: Iterable[StrPath],
        format: str | None,  # noqa: A002  # as above
        shared: StrPath | None,
    ) -> Report:
        """The report on the data set of *paths*."""
        cases = read(paths, format=format, on_fault=self.refuse, shared=shared)
        for document, record in cases.documents():
            self.meet(record, lambda: cases.shared, document.without_value())
        return self.report(files=len(cases.files), skipped=cases.skipped)

    def refuse(self, finding: Finding) -> None:
        """Count a document that is not understood, once, and keep what is found of it."""
        document = finding.document
        if document is None:
            self._refused += 1
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
                self._counted(record), self._joined(view, shared), self._asked(view)
            )
        ]
        self._masks.learn(found)
        self._add(found)
        group = self._likeness.met(record) if isinstance(record, Case) else None
        if group is not None:
            alike = faults.ALIKE
            finding = Finding(
                alike, "", case=record.id, severity=alike.severity, file=file, document=document
            )
            self._alike.append((group, finding))

    def _counted(self, record: Case | SharedDocument) -> Iterator[Problem]:
        if isinstance(record, SharedDocument):
            self._shared += 1
            return
        self._cases += 1
        mark = hash(record.id)  # a hash is a quarter of the id's size, over hundreds of thousands
        if mark in self._ids:
            message = "must differ from the ids of all other cases"
            yield faults.REPEATED_CASE, faults.REPEATED_CASE.severity, ("id",), message
        self._ids.add(mark)

    def _joined(self, view: rules.View, shared: Shared) -> Iterator[Problem]:
        """Give *view* the shared document, if its record points there; say so if there is none."""
        if isinstance(view.case, SharedDocument):
            view.shared = view.case
            return
        pointing = next((one for one in view.pointings if one.target.startswith("shared:")), None)
        if pointing is None:
            return  # and nobody need look for it
        view.shared = shared()
        if view.shared is None and not self._told:
            self._told = True
            message = "points into a shared document, and none is at hand: name it by --shared FILE"
            yield faults.UNFOLLOWED, faults.UNFOLLOWED.severity, pointing.path, message

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

    def _add(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            kept = self._keep(finding)
            if kept is None:
                self._dropped[finding.severity] += 1
            else:
                self._kept.append(kept)

    def report(self, *, files: int = 0, skipped: int = 0) -> Report:
        """What was found, with names masked that must not be shown."""
        self._add(
            attrs.evolve(finding, message=self._alike_in(group)) for group, finding in self._alike
        )
        return Report(
            tuple(self._masks.over(self._kept)),
            cases=self._cases,
            refused=self._refused,
            shared=self._shared,
            files=files,
            skipped=skipped,
            dropped=dict(self._dropped),
        )
