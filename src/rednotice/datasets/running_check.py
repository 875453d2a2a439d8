"""
A check while it runs: its records wait until the rules are asked of several together, and what is
found is counted.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import attrs

from rednotice import faults, gate, rules
from rednotice.datasets.cases import Cases
from rednotice.datasets.doubles import Doubles
from rednotice.datasets.files import hidden, is_shared
from rednotice.datasets.folders import unopened
from rednotice.datasets.manifests import differences
from rednotice.datasets.named_folders import NamedFolders
from rednotice.datasets.paths import StrPath, printable
from rednotice.datasets.shared import read_shared
from rednotice.datasets.tally import Tally
from rednotice.documents import Document, Path, value_at
from rednotice.findings import Finding, LeftOut, Manual, Report, Severity, Unread
from rednotice.insight.marks import allows_hosting, may_be_hosted
from rednotice.insight.telling import identifying_numbers, telling_ids, telling_parts_of_path
from rednotice.insight.view import View
from rednotice.model import Case, SharedDocument
from rednotice.names.masks import Masks
from rednotice.records import Audience

if TYPE_CHECKING:
    from rednotice.insight.questions import Found

_Found = tuple[Manual, Severity, Path, str]
TAKEN = "what is checked is a path, a case, a shared document or a dict, or several of one kind"
_UNFOLLOWED = (
    "This points into a shared document, which was not given. Give it with --shared FILE on the"
    " command line, or with shared= in Python."
)
_UNFOLLOWED_REFUSED = "This points into the shared document, which was refused. Mend that first."
_SECOND = "a shared document is checked by itself, or is the only one and the first of the cases"
# The weight of the documents that the rules are asked of together, about seven ordinary cases. More
# do not stay in the processor's cache, and all are held in memory until then.
_TOGETHER = 1_000
_BYTES = 100  # of a text, that weigh as much as a record


class Preferences(Protocol):
    """
    What a project wants to see of the findings, such as its settings.
    """

    def over(self, findings: Iterable[Finding], *, leaves: bool) -> Iterable[Finding]:
        """Those of *findings* that are told; *leaves* says whether they are about what leaves."""
        ...

    def of_record(self, record: Case | SharedDocument, file: str | None) -> Iterable[_Found]:
        """What else is found in *record*, which was read from *file*."""
        ...

    def findings(self) -> Iterable[Finding]:
        """What is found in all records together."""
        ...

    def left_out(self) -> LeftOut:
        """What was left out."""
        ...


class _Waiting(NamedTuple):
    """
    A record that waits to be checked, with its document and a function that finds its shared
    document.
    """

    view: View
    document: Document | None
    shared: Callable[[], SharedDocument | None]


class _Refused(NamedTuple):
    """
    A finding about a refused document, which waits until those before it are counted.
    """

    finding: Finding
    always: bool


@attrs.define
class RunningCheck:
    """
    The state of a running check: call its methods for each record or refused document, then
    `report`.
    """

    today: dt.date
    audience: Audience
    tally: Tally
    masks: Masks
    settings: Preferences | None = None
    verbose: bool = False
    doubles: Doubles = attrs.field(factory=Doubles)
    folders: NamedFolders = attrs.field(factory=NamedFolders)
    _unopened: list[Unread] = attrs.field(init=False, factory=list[Unread])
    _waiting: list[_Waiting | _Refused] = attrs.field(init=False, factory=list[Any])
    _weight: int = 0  # of all that wait
    _shared: View | None = None
    _reported_unfollowed: bool = False  # whether RN013 was reported
    _refused_shared: bool = False  # whether a shared document was refused
    _last: Document | None = None  # the last refused document
    _last_text: Document | None = None  # the last refused document, without its value
    _known: dict[str, None] = attrs.field(init=False, factory=dict[str, None])
    """Names and numbers of persons, to compare with the names of files that are passed over."""
    _unchanged: frozenset[str] = frozenset()  # files whose findings are not reported

    def of_files(self, cases: Cases, since: str | None = None) -> Report:
        """
        Check the data set of *cases*, which must report its faults to `refuse`, and report what has
        changed *since* a revision.
        """
        if since is not None:
            self._unchanged = cases.unchanged_since(since)
        for document, record in cases.documents():
            self.check(record, lambda: cases.shared, document.without_value())
        self.ask()
        self._last = None  # its text may be large
        if cases.given is not None:
            self.check(cases.given)
        self.compare(cases.manifests)
        unopened = {each.path for each in self._unopened}
        files = sum(printable(file) not in unopened for file in cases.files)
        files += not files and len(cases.manifests)
        return attrs.evolve(
            self.report(files=files + (files > 0 and cases.apart is not None)),
            skipped=cases.skipped,
            unopened=self._shown(self._unopened),
            passed_over=self._passed_over(cases.passed_over),
            changed=None if since is None else files - len(self._unchanged & _printed(cases.files)),
        )

    def compare(self, manifests: Iterable[FilePath]) -> None:
        """Compare the files of releases with their *manifests*."""
        for manifest in manifests:
            try:
                for finding in differences(manifest):
                    self.refuse(finding, always=True)
            except OSError as error:
                there = FilePath(error.filename or manifest)
                self.note_unopened(unopened(there, 1, error, manifest.parent), error)

    def note_unopened(self, unread: Unread, _error: OSError) -> None:
        """Record that a file cannot be opened, and go on."""
        self._unopened.append(unread)

    def note_unopened_below(self, unread: Unread, error: OSError) -> None:
        """As `note_unopened`, but raise if *unread* is the only path that was given."""
        if not unread.below:
            raise error
        self.note_unopened(unread, error)

    def _shown(self, files: Iterable[Unread]) -> tuple[Unread, ...]:
        return tuple(hidden(files) if self.masks.hiding else files)

    def _passed_over(self, files: Iterable[Unread]) -> tuple[Unread, ...]:
        if not self.verbose:
            return self._shown(files)
        self.masks.look_for(self._known, [each.path for each in files])
        return tuple(each._replace(path=self.masks.path(each.path)) for each in files)

    def of_records(
        self,
        records: Iterable[object],
        shared: StrPath | SharedDocument | None,
        format: str | None,
    ) -> Report:
        """Check *records*, with the shared document that was given with them."""
        used = self.check_shared(shared, format) if shared is not None else None
        for place, given in enumerate(records):
            record, document = self._admitted(given)
            if record is None:
                continue
            if isinstance(record, SharedDocument):
                if place or used is not None:
                    raise TypeError(_SECOND)
                used = record
            self.check(record, lambda: used, document)  # noqa: B023  # called before the next iteration
        return self.report()

    def _admitted(self, given: object) -> tuple[Case | SharedDocument | None, Document | None]:
        """The record *given*, or the record of the dict *given*; None if that is refused."""
        if isinstance(given, Case | SharedDocument):
            return given, None
        if not isinstance(given, Mapping):
            raise TypeError(TAKEN)
        document, admitted = gate.admit_value(given)
        if not isinstance(admitted, list):
            return admitted, document
        for finding in admitted:
            self.refuse(finding)
        return None, document

    def check_shared(
        self, shared: StrPath | SharedDocument, format: str | None
    ) -> SharedDocument | None:
        """Check the document given as *shared*, and return it; None if it is refused."""
        given = read_shared(shared, format)
        for fault in given.faults:
            self.refuse(fault)
        if given.record is not None:
            document = given.document.without_value() if given.document else None
            self.check(given.record, document=document)
        return given.record

    def refuse(self, finding: Finding, *, always: bool = False) -> None:
        """
        Add a finding about a refused document, and count the document once. It is reported *always*
        if it is about several files.
        """
        document = finding.document
        self._refused_shared |= document is not None and is_shared(document)
        self._wait(_Refused(finding, always), document)

    def _wait(self, one: _Waiting | _Refused, document: Document | None, weight: int = 1) -> None:
        """Let *one* wait for those before it, so that the findings are in the order of the file."""
        self._waiting.append(one)
        self._weight += weight + len(getattr(document, "text", "")) // _BYTES
        if self._weight >= _TOGETHER:
            self.ask()

    def _count_refused(self, finding: Finding, *, always: bool) -> None:
        """Count the refused document of *finding*, if that was not done, and tell the finding."""
        document = finding.document
        if document is None:
            self.tally.refused += not finding.outside
            self.tally.guarded += not finding.outside  # nobody knows its mark
            self.masks.look_into(finding.file)
        elif document is not self._last:
            self.tally.refused += 1
            self.tally.guarded += not allows_hosting(value_at(document.value, ("handling", "tlp")))
            self.masks.look_at(document)
            self._last, self._last_text = document, document.without_value()
        told = finding if document is None else attrs.evolve(finding, document=self._last_text)
        self._tell([told], always=always)

    def _tell(
        self, findings: Iterable[Finding], *, released: bool = False, always: bool = False
    ) -> None:
        """
        Count *findings*, as the settings say; *released* if they are about what has left. Those of
        files that have not changed are left out, unless they are *always* told.
        """
        if self.settings is not None:
            leaves = released or self.audience is not Audience.INTERNAL
            findings = self.settings.over(findings, leaves=leaves)
        self.tally.add(one for one in findings if always or one.file not in self._unchanged)

    def check(
        self,
        record: Case | SharedDocument,
        shared: Callable[[], SharedDocument | None] = lambda: None,
        document: Document | None = None,
    ) -> None:
        """
        Check *record* by the rules, and count it: now, or together with the next ones.
        """
        view = View(record, self.today, self.audience, file=document.file if document else None)
        self._wait(_Waiting(view, document, shared), document, len(view.records))

    def ask(self) -> None:
        """Ask the rules of all records that wait, and count what they find."""
        waiting, self._waiting, self._weight = self._waiting, [], 0
        records = [one for one in waiting if isinstance(one, _Waiting)]
        unfollowed = [[*self._join_shared(one.view, one.shared)] for one in records]
        asked = rules.questions().asked_of_each([one.view for one in records]) if records else []
        found = zip(unfollowed, asked, strict=True)
        # What was found in the shared document on the way comes first.
        waiting, self._waiting, self._weight = [*self._waiting, *waiting], [], 0
        for one in waiting:
            if isinstance(one, _Refused):
                self._count_refused(one.finding, always=one.always)
            else:
                faulty, of_rules = next(found)
                told = chain(faulty, _of_audience(of_rules, self.audience))
                self._count(one.view, one.document, told)

    def _count(self, view: View, document: Document | None, found: Iterable[_Found]) -> None:
        """Count the record of *view* and what was *found* in it."""
        record, file = view.case, view.file
        if self.settings is not None:
            found = chain(found, self.settings.of_record(record, file))
        findings = (
            Finding(
                manual,
                message,
                path=path,
                case=record.id,
                severity=severity,
                file=file,
                document=document,
            )
            for manual, severity, path, message in found
        )
        self._tell(findings, released=record.release is not None)
        if self.verbose:
            self._known.update(dict.fromkeys((*view.names, *identifying_numbers(view))))
        if record.id in telling_ids(view):
            self.masks.hide_case(record.id)
        if document and file:
            self.masks.hide_parts(file, telling_parts_of_path(view))
            self.folders.add(record, document, telling_parts_of_path(view))
        if record.release is not None:
            self.tally.releases[record.release.audience] += 1
        self.tally.guarded += not may_be_hosted(record)
        if isinstance(record, Case):
            self.tally.cases += 1
            self.doubles.add(record, document)
        else:
            self.tally.shared += 1

    def _join_shared(
        self, view: View, shared: Callable[[], SharedDocument | None]
    ) -> Iterator[_Found]:
        """
        Give *view* the shared document if its record refers to it; yield a finding if there is
        none.
        """
        if isinstance(view.case, SharedDocument):
            view.shared = self._shared = view
            return
        pointing = next((one for one in view.strays if one.target.startswith("shared:")), None)
        if pointing is None:
            return  # and the shared document need not be read
        view.shared = self._viewed(shared())
        if view.shared is None and not self._reported_unfollowed:
            self._reported_unfollowed = True
            message = _UNFOLLOWED_REFUSED if self._refused_shared else _UNFOLLOWED
            yield faults.UNFOLLOWED, faults.UNFOLLOWED.severity, pointing.path, message

    def _viewed(self, shared: SharedDocument | None) -> View | None:
        """The view of the *shared* document, which all cases share."""
        if shared is not None and (self._shared is None or self._shared.case is not shared):
            self._shared = View(shared, self.today, self.audience)
        return None if shared is None else self._shared

    def report(self, *, files: int = 0) -> Report:
        """The report of the check, with names masked in ids and paths."""
        self.ask()
        of_all = chain(self.doubles.findings(self.masks), self.folders.findings())
        self._tell(of_all, released=bool(self.tally.releases), always=True)
        if self.settings is None:
            return self.tally.report(self.masks, files=files)
        self._tell(self.settings.findings(), always=True)
        report = self.tally.report(self.masks, files=files)
        return attrs.evolve(report, left_out=self.settings.left_out())


def _printed(files: Iterable[FilePath]) -> set[str]:
    return set(map(printable, files))


def _of_audience(found: Iterable[Found], audience: Audience) -> Iterator[_Found]:
    for rule, path, message in found:
        yield rule.manual, rule.severity(audience), path, message
