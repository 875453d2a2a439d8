"""
Findings: what a check reports about a document. They give places and expectations, never values.
"""

from __future__ import annotations

import enum
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

from rednotice.documents import Document, LineColumn, Path, Place, pointer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Severity(enum.Enum):
    """
    How serious a finding is: an error must be mended, a warning needs a look, and information needs
    no action.
    """

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def weight(self) -> int:
        """0 for information, 1 for a warning, 2 for an error."""
        return list(Severity).index(self)

    @classmethod
    def of(cls, name: str | Severity) -> Severity:
        """
        The severity called *name*, such as ``warning``.

        Raises:
            ValueError: If there is no such severity.
        """
        for severity in cls:
            if name in {severity, severity.value}:
                return severity
        raise ValueError(f"a severity must be one of {', '.join(one.value for one in cls)}")


@attrs.frozen
class Manual:
    """
    The manual page of a rule or a fault: its stable id, its name, and what it means.

    An id never changes its meaning and is never given to another rule.
    """

    id: str
    name: str
    severity: Severity
    since: str
    text: str

    @property
    def title(self) -> str:
        """The first sentence of the page."""
        return self.text.partition("\n\n")[0].replace("\n", " ")


@attrs.frozen(slots=False)
class Finding:
    """
    One finding: the rule that it belongs to, the place, and what is expected there.

    Two findings are equal if they say the same. Line and column are looked up on first use. A
    finding *outside* all documents, such as one between two documents or in a file without any,
    does not count as a refused document. A copy or a pickle has its line and column, and not its
    document.
    """

    manual: Manual = attrs.field(repr=False)
    message: str
    path: Path = ()
    case: str | None = None
    severity: Severity = Severity.ERROR
    file: str | None = None
    document: Document | None = attrs.field(default=None, eq=False, repr=False)
    key: str | None = attrs.field(default=None, eq=False, repr=False)
    at: Place | None = attrs.field(default=None, eq=False, repr=False)
    outside: bool = attrs.field(default=False, eq=False, repr=False)

    @property
    def rule(self) -> str:
        """The id of the rule, such as ``RN201``."""
        return self.manual.id

    @property
    def name(self) -> str:
        """The name of the rule, such as ``ends-before-it-starts``."""
        return self.manual.name

    @property
    def pointer(self) -> str:
        """The place as a JSON Pointer (RFC 6901)."""
        return pointer(self.path)

    @cached_property
    def place(self) -> Place | None:
        """The place in the file; None if the finding has no place in a file."""
        if self.at is not None or self.document is None:
            return self.at
        return self.document.place(self.path, self.key)

    @property
    def value(self) -> Any:
        """
        The plain value at the place, or that of the member at fault; None if the finding does not
        hold its document.
        """
        path = self.path if self.key is None else (*self.path, self.key)
        return self.document.at(path) if self.document else None

    @property
    def line(self) -> str | None:
        """The text of the line at the place; None if the finding does not hold its document."""
        if self.document is None or not isinstance(self.place, LineColumn):
            return None
        return self.document.line_at(self.place.line)

    def without_document(self) -> Finding:
        """
        A copy that has its line and column and no longer holds the document.
        """
        return attrs.evolve(self, at=self.place, document=None, key=None)

    def __getstate__(self) -> dict[str, Any]:
        # A pool of workers passes findings on, and a queue or a log may keep them: like exceptions,
        # they must not hold the case.
        return vars(self if self.document is None else self.without_document())

    def as_dict(self) -> dict[str, Any]:
        """
        The finding as a JSON object, with the same members for every input format.
        """
        where = self.place.as_dict() if self.place else {"line": None, "column": None}
        return {
            "rule": self.rule,
            "name": self.name,
            "severity": self.severity.value,
            "message": self.message,
            "file": self.file,
            **where,
            "pointer": self.pointer,
            "case": self.case,
            "help": f"rednotice rule {self.rule}",
        }

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.place) if part is not None)
        where = " ".join(part for part in (place, self.pointer) if part)
        return f"{where}{': ' if where else ''}{self.rule} {self.message}"


class Unread(NamedTuple):
    """
    A file or folder that was not read, and why.

    *argument* is the number, from 1, of the given path that led to it, and *below* says whether it
    lies inside that path.
    """

    path: str
    reason: str
    argument: int = 1
    below: bool = False


@attrs.frozen
class LeftOut:
    """
    What the settings of a check did to its findings, each with the number of each severity.

    Attributes:
        settings: How the settings are called: the name of their file.
        ignored: Findings of rules that the settings leave out.
        suppressed: Findings that are suppressed until a day.
        baselined: Findings that are in the baseline.
        lowered: Findings that got a lower severity, by the one that they had.
        unlisted: Findings that the settings leave out of the list, but that count, since the check
            asks whether something may leave.
        gone: The number of findings in the baseline that were not met: they were mended, or not
            looked for.
        warnings: The number of warnings that are allowed; None for any.
    """

    settings: str
    ignored: Mapping[Severity, int] = attrs.field(factory=dict[Severity, int])
    suppressed: Mapping[Severity, int] = attrs.field(factory=dict[Severity, int])
    baselined: Mapping[Severity, int] = attrs.field(factory=dict[Severity, int])
    lowered: Mapping[Severity, int] = attrs.field(factory=dict[Severity, int])
    unlisted: Mapping[Severity, int] = attrs.field(factory=dict[Severity, int])
    gone: int = 0
    warnings: int | None = None

    def as_dict(self) -> dict[str, Any]:
        """The counts as a JSON object, without severities that no finding has."""
        counts = ("ignored", "suppressed", "baselined", "lowered", "unlisted")
        said: dict[str, Any] = {"name": self.settings}
        for name in counts:
            counted = getattr(self, name)
            said[name] = {one.value: counted[one] for one in reversed(Severity) if counted.get(one)}
        return said | {"gone": self.gone, "most_warnings": self.warnings}


_WITHIN = "internal"  # the audience of those who keep the cases


@attrs.frozen(repr=False)
class Report:
    """
    The findings of a check, case by case, and counts of what was checked.

    *cases* counts the cases that were understood and checked by the rules; *refused* counts
    documents that could not be understood. No case is counted in both. *dropped* says how many
    findings of each severity the caller chose not to keep, and *beyond* how many exceeded the
    limit; `counts` includes both. *audience* is the one that the check was made for, and *releases*
    counts the documents that have a `release` record, by the audience that they name. *guarded*
    counts the documents that should not be kept on a host of others: their mark is stricter than
    TLP:GREEN, or they have none. *left_out* says what settings did, if there were any. *unopened*
    lists files that may hold cases but could not be opened or read to the end; *passed_over* lists
    files in folders that are not documents. *changed* is the number of files that have changed
    since a revision, if only their findings are reported.
    """

    findings: tuple[Finding, ...] = ()
    cases: int = 0
    refused: int = 0
    shared: int = 0
    files: int = 0
    skipped: int = 0
    dropped: Mapping[Severity, int] = attrs.field(factory=dict[Severity, int])
    beyond: Mapping[Severity, int] = attrs.field(factory=dict[Severity, int])
    unopened: tuple[Unread, ...] = ()
    passed_over: tuple[Unread, ...] = ()
    audience: str = _WITHIN
    releases: Mapping[str, int] = attrs.field(factory=dict[str, int])
    guarded: int = 0
    left_out: LeftOut | None = None
    changed: int | None = None

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def __str__(self) -> str:
        """The counts in one line."""
        checked = f"{self.cases} checked, {self.refused} refused"
        found = ", ".join(f"{name} {count}" for name, count in self.counts.items())
        return f"cases: {checked}; findings: {found}"

    def __repr__(self) -> str:
        return f"<Report {self}>"

    @property
    def counts(self) -> dict[str, int]:
        """The number of findings of each severity, including those not kept; errors first."""
        counted = Counter(finding.severity for finding in self.findings)
        counted.update(self.dropped)
        counted.update(self.beyond)
        counted.update(self.left_out.unlisted if self.left_out else {})
        return {severity.value: counted[severity] for severity in reversed(Severity)}

    def as_dict(self, on: str | Severity = Severity.ERROR) -> dict[str, Any]:
        """
        Everything but the findings as a JSON object: question, verdict and counts. *on* is the
        severity from which on the verdict is no.

        Raises:
            ValueError: If there is no such severity.
        """
        return {
            "question": self.question,
            "audience": self.audience,
            "verdict": self.verdict(on),
            "fail_on": Severity.of(on).value,
            "fails": self.fails(on),
            "releases": dict(self.releases),
            "counts": self.counts,
            "dropped": sum(self.dropped.values()),
            "more": sum(self.beyond.values()),
            "cases": self.cases,
            "refused": self.refused,
            "shared": self.shared,
            "files": self.files,
            "skipped": self.skipped,
            "settings": self.left_out.as_dict() if self.left_out else None,
            "changed": self.changed,
            "unopened": [unread._asdict() for unread in self.unopened],
        }

    def in_order(self) -> list[Finding]:
        """
        The findings grouped by file, and in each file sorted by line.
        """
        files = {finding.file: place for place, finding in reversed([*enumerate(self.findings)])}
        return sorted(self.findings, key=lambda finding: (files[finding.file], finding.place or ()))

    def fails(self, on: str | Severity = Severity.ERROR) -> bool:
        """
        Whether a finding, kept or not, has severity *on* or higher, or a file could not be opened.
        What an unopened file holds is unknown, so it counts as a failure. So do more warnings than
        settings allow.

        Raises:
            ValueError: If there is no such severity.
        """
        least = Severity.of(on).weight
        return (
            bool(self.unopened)
            or self.has_too_many_warnings
            or any(count and Severity(name).weight >= least for name, count in self.counts.items())
        )

    @property
    def has_too_many_warnings(self) -> bool:
        """Whether there are more warnings than the settings allow."""
        most = self.left_out.warnings if self.left_out else None
        return most is not None and self.counts[Severity.WARNING.value] > most

    @property
    def question(self) -> str | None:
        """
        The question that the check answers; None if it asks neither of the two about leaving.

        Documents that all have a `release` record are asked whether they are clean for the audience
        that they name. All others are asked whether they may go to the audience of the check,
        unless that is the internal one. There is no question if only findings of some files are
        reported.
        """
        if self.changed is not None:
            return None
        if self._are_releases:
            return f"Is this a clean release for {self._released_to}?"
        return None if self.audience == _WITHIN else f"May this go to {self.audience}?"

    def verdict(self, on: str | Severity = Severity.ERROR) -> str | None:
        """
        The answer to the question: no if a finding has severity *on* or higher, or if a file could
        not be opened. None if there is no question, or if there was nothing to check.

        Raises:
            ValueError: If there is no such severity.
        """
        fails = self.fails(on)
        if self.question is None or not (self.cases or self.shared or fails):
            return None
        if self._are_releases:
            return f"{'not ' if fails else ''}a clean release for {self._released_to}"
        return f"may {'not ' if fails else ''}go to {self.audience}"

    @property
    def _are_releases(self) -> bool:
        released = sum(self.releases.values())
        return released > 0 and released == self.cases + self.shared

    @property
    def _released_to(self) -> str:
        return " and ".join(self.releases)
