"""
Errors, when something must stop.

RednoticeError
├── InvalidRecord       a record was constructed with a value that its field does not take
├── Unreadable          a document cannot be understood            .findings
├── UnknownFormat       no format goes by this suffix or name      .path
└── UnknownName         no rule, codelist or schema has this name
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rednotice.findings import Finding


class RednoticeError(Exception):
    """
    The root of everything that this library raises on purpose.
    """


class InvalidRecord(RednoticeError, ValueError):
    """
    A record was constructed with a value that its field does not take.

    The message names the record, the field and the expectation, and quotes no value.
    """


class Unreadable(RednoticeError, ValueError):
    """
    A document cannot be understood, and nobody asked to be told of faults one by one.

    The faults are in *findings*, in the order of the document; the message shows the first few. An
    id, a file or a folder that tells a name which stands in the document is a running number there;
    where a program needs the path itself, it is that of the finding's *document*.
    """

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings: tuple[Finding, ...] = tuple(findings)
        shown = [str(finding) for finding in self.findings[:5]]
        rest = len(self.findings) - len(shown)
        if rest:
            shown.append(f"… and {rest} more")
        super().__init__("\n".join(shown))

    def __reduce__(self) -> tuple[Any, ...]:
        # By itself an exception is made anew of its message, and this one is made of more.
        return type(self), (self.findings,), self.__dict__


class UnknownFormat(RednoticeError, ValueError):
    """
    No format goes by the suffix or the name that was given.

    The message does not repeat it; where it is a suffix, *path* is the path that has it.
    """

    def __init__(self, message: str, path: str | os.PathLike[str] | None = None) -> None:
        self.path = path
        super().__init__(message)


class UnknownName(RednoticeError, LookupError):
    """
    No rule, codelist or schema has the name that was given.
    """
