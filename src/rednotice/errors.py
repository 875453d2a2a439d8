"""
Errors, when something must stop.

RednoticeError
├── InvalidRecord       a record was constructed with what it does not take       .faults
├── Unreadable          a document cannot be understood            .findings
├── UnknownFormat       no format goes by this suffix or name      .path
└── UnknownName         no rule, codelist or schema has this name
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rednotice.documents import Path
    from rednotice.findings import Finding

_SHOWN = 5  # faults of a record in the message; the rest are counted


class RednoticeError(Exception):
    """
    The root of everything that this library raises on purpose.
    """


class RecordFault(NamedTuple):
    """
    One fault of a record that was constructed.

    Attributes:
        path: Where it is: the member, and within it the place in a list or the key of a map. Of a
            fault of the record as a whole it is empty.
        message: A sentence that names the record, the place and the expectation, and quotes no
            value.
        shown: The path as it may be printed. A key of a map, or a name that is no member, is a
            value, and is ``*`` here.
    """

    path: Path
    message: str
    shown: Path

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self.message}>"

    def __reduce__(self) -> tuple[Any, ...]:
        # A pickle goes to other processes and into files, where a value must not go by the way.
        return type(self), (self.shown, self.message, self.shown)


class InvalidRecord(RednoticeError, ValueError, TypeError):
    """
    A record was constructed with a wrong value, without a required one, or with an unknown member.

    All faults of the construction are in *faults*; the message shows the first few, and quotes no
    value. An unknown member or a missing one is a `TypeError` wherever else Python calls something,
    and a wrong value is a `ValueError`. A record can have faults of both kinds at once, so that
    this error is both.

    Attributes:
        record: The class that was constructed.
        faults: The faults, each a `RecordFault`; at least one. In a pickle they hold no values.
    """

    def __init__(self, record: type, faults: Iterable[RecordFault]) -> None:
        self.record = record
        self.faults: tuple[RecordFault, ...] = tuple(faults)
        lines = [fault.message for fault in self.faults[:_SHOWN]]
        if len(self.faults) > _SHOWN:
            lines.append(f"… and {len(self.faults) - _SHOWN} more")
        super().__init__("\n".join(lines))

    @property
    def path(self) -> Path:
        """Where the first fault is."""
        return self.faults[0].path

    @property
    def field(self) -> str | None:
        """The member that the first fault is in; None if it is in the record as a whole."""
        return str(self.path[0]) if self.path else None

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.record, self.faults), self.__dict__


class Unreadable(RednoticeError, ValueError):
    """
    A document cannot be understood, and nobody asked to be told of faults one by one.

    The faults are in *findings*, in the order of the document; the message shows the first few. An
    id, a file or a folder that tells a name which stands in the document is a running number there;
    where a program needs the path itself, it is that of the finding's *document*. A copy, and what
    goes to another process, has findings with their places and without their documents.
    """

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings: tuple[Finding, ...] = tuple(findings)
        shown = [str(finding) for finding in self.findings[:5]]
        rest = len(self.findings) - len(shown)
        if rest:
            shown.append(f"… and {rest} more")
        super().__init__("\n".join(shown))

    def __reduce__(self) -> tuple[Any, ...]:
        # A pool of workers sends an exception on, and a log may keep it: the case stays behind.
        findings = tuple(finding.without_document() for finding in self.findings)
        return type(self), (findings,), {**self.__dict__, "findings": findings}


class UnknownFormat(RednoticeError, ValueError):
    """
    No format goes by the suffix or the name that was given.

    The message does not repeat it; where it is a suffix, *path* is the path that has it. A copy,
    and what goes to another process, has no path.
    """

    def __init__(self, message: str, path: str | os.PathLike[str] | None = None) -> None:
        self.path = path
        super().__init__(message)

    def __reduce__(self) -> tuple[Any, ...]:
        # A path may tell a name, and nothing is known with which it could be compared.
        return type(self), self.args, {**self.__dict__, "path": None}


class UnknownName(RednoticeError, LookupError):
    """
    No rule, codelist or schema has the name that was given.
    """
