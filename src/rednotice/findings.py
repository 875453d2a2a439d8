"""
Findings: what is said of a document, by place and expectation, never by value.
"""

from __future__ import annotations

import enum
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

from rednotice.documents import Document, Path, Place, pointer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Severity(enum.Enum):
    """
    How much a finding weighs: an error must be mended, a warning looked at, information known.
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
        The severity that goes by *name*, such as ``warning``.

        Raises:
            ValueError: If there is none.
        """
        for severity in cls:
            if name in {severity, severity.value}:
                return severity
        raise ValueError(f"a severity must be one of {', '.join(one.value for one in cls)}")


@attrs.frozen
class Manual:
    """
    The manual page of a rule or a fault: its stable id, its name, and what it means.

    An id is never used again and never changes its meaning.
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
    One thing found: by which rule, where, and what is expected there.

    Findings compare by what they say. Line and column are looked up when they are first asked for.
    One that lies *outside* of all documents, between two or in a file without any, refuses none.
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
        """Where it stands in the file; None where the finding is about no place of one."""
        if self.at is not None or self.document is None:
            return self.at
        return self.document.place(self.path, self.key)

    @property
    def value(self) -> Any:
        """The plain value at the place; None where the document is not held."""
        return self.document.at(self.path) if self.document else None

    def without_document(self) -> Finding:
        """
        The finding with line and column looked up, and without the text that they were found in.
        """
        return attrs.evolve(self, at=self.place, document=None, key=None)

    def as_dict(self) -> dict[str, Any]:
        """
        The finding as a JSON object, the same members for every format of input.
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

    *argument* says by which of the paths that were given it was met, counted from 1, and *below*
    whether it lies in that one.
    """

    path: str
    reason: str
    argument: int = 1
    below: bool = False


@attrs.frozen(repr=False)
class Report:
    """
    What a check found, case by case, with how much it went through.

    *cases* were understood and asked the rules, *refused* could not be understood; no case is both.
    *dropped* says how many findings of each severity were not to be kept, and *beyond* for how many
    there was no room; both are counted. *unopened* could not be opened, or not be read to their
    end, though they may hold cases; *passed_over* are the files of folders that are no documents.
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

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def __str__(self) -> str:
        """One line of numbers."""
        checked = f"{self.cases} checked, {self.refused} refused"
        found = ", ".join(f"{name} {count}" for name, count in self.counts.items())
        return f"cases: {checked}; findings: {found}"

    def __repr__(self) -> str:
        return f"<Report {self}>"

    @property
    def counts(self) -> dict[str, int]:
        """How many findings of each severity, those not kept included; the heaviest first."""
        counted = Counter(finding.severity for finding in self.findings)
        counted.update(self.dropped)
        counted.update(self.beyond)
        return {severity.value: counted[severity] for severity in reversed(Severity)}

    def in_order(self) -> list[Finding]:
        """
        The findings file by file, and in each from its first line to its last.
        """
        files = {finding.file: place for place, finding in reversed([*enumerate(self.findings)])}
        return sorted(self.findings, key=lambda finding: (files[finding.file], finding.place or ()))

    def fails(self, on: str | Severity = Severity.ERROR) -> bool:
        """
        Whether a finding, kept or not, weighs as much as *on* or more, or something could not be
        opened, of which nobody knows what would be found in it.

        Raises:
            ValueError: If there is no such severity.
        """
        least = Severity.of(on).weight
        return bool(self.unopened) or any(
            count and Severity(name).weight >= least for name, count in self.counts.items()
        )
