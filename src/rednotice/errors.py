"""
The exceptions that this library raises.

RednoticeError
├── BadKey              a key is weak, or a file holds none
├── BadLog              a log of releases was cut or changed
├── BadRiskFile         a register or a list of accepted risks is none
├── IncompleteRedaction a text still holds what should have been taken out
├── InvalidRecord       a constructor got wrong or missing members .faults
├── MissingExtra        a library that is an extra is not installed
├── Unreadable          a document cannot be understood            .findings
├── UnknownFormat       no format has this suffix or name          .path
├── UnknownName         no rule, codelist, schema or policy has this name
├── UnknownRevision     git cannot tell what has changed since then
├── UnprotectedRed      a case marked `tlp: red` would be written without encryption
├── UnusablePolicy      a policy's file is refused                 .faults
├── UnusableSettings    the settings of a check are refused        .faults
└── WouldLoseComments   a YAML file with comments would be replaced by one without
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rednotice.documents import Path
    from rednotice.findings import Finding

_SHOWN = 5  # faults that the message shows; the rest are only counted


class RednoticeError(Exception):
    """
    The base class of all exceptions that this library raises on purpose.
    """


class MissingExtra(RednoticeError, ImportError):
    """
    A library is not installed that only some users need.

    Args:
        what: What needs it, as the beginning of the message.
        extra: The name of the extra that brings it.
    """

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} need the extra {extra}: pip install 'rednotice[{extra}]'")
        self.what: str = what
        self.extra: str = extra

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.what, self.extra)


class RecordFault(NamedTuple):
    """
    One fault in the arguments of a record's constructor.

    Attributes:
        path: The place: the member, and within it the position in a list or the key of a map. It is
            empty if the fault is in the record as a whole.
        message: A sentence that names the record, the place and the expectation, and quotes no
            value.
        shown: The path as it may be printed. A key of a map, or a name that is not a member, is
            data, and stands as ``*`` here.
    """

    path: Path
    message: str
    shown: Path

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self.message}>"

    def __reduce__(self) -> tuple[Any, ...]:
        # A pickle may end up in another process or in a file, so it must hold no values.
        return type(self), (self.shown, self.message, self.shown)


class InvalidRecord(RednoticeError, ValueError, TypeError):
    """
    A record was constructed with a wrong value, without a required one, or with an unknown member.

    *faults* holds all faults; the message shows the first few and quotes no values. Python raises a
    `TypeError` for an unknown or missing argument and a `ValueError` for a wrong value. One call
    can have faults of both kinds, so this exception is both.

    Attributes:
        record: The class that was constructed.
        faults: The faults, at least one, each a `RecordFault`. In a pickle they hold no values.
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
        """The path of the first fault."""
        return self.faults[0].path

    @property
    def field(self) -> str | None:
        """The member that has the first fault; None if the fault is in the record as a whole."""
        return str(self.path[0]) if self.path else None

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.record, self.faults), self.__dict__


class Unreadable(RednoticeError, ValueError):
    """
    A document cannot be understood, and the caller gave no function to receive the faults.

    *findings* holds the faults, in the order of the document; the message shows the first few. If
    an id, a file or a folder contains a person's name from the document, the findings show a
    running number instead; a program finds the path itself in the finding's *document*. A copy or a
    pickle keeps the findings with their places but without their documents.
    """

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings: tuple[Finding, ...] = tuple(findings)
        shown = [str(finding) for finding in self.findings[:5]]
        rest = len(self.findings) - len(shown)
        if rest:
            shown.append(f"… and {rest} more")
        super().__init__("\n".join(shown))

    def __reduce__(self) -> tuple[Any, ...]:
        # A pool of workers passes exceptions on, and a log may keep them: they must not hold the
        # case.
        findings = tuple(finding.without_document() for finding in self.findings)
        return type(self), (findings,), {**self.__dict__, "findings": findings}


class BadKey(RednoticeError, ValueError):
    """
    A key is too short or cannot be random, or a file holds none. The message shows nothing of it.
    """


class BadLog(RednoticeError, ValueError):
    """
    A log of releases was cut or changed, was written with another key, or is no log.
    """


class BadRiskFile(RednoticeError, ValueError):
    """
    A file that a risk report takes is refused: it is no public register, or no list of accepted
    risks. The message quotes no value.
    """


class IncompleteRedaction(RednoticeError, ValueError):
    """
    A text cannot be redacted so that nothing is left of what should be taken out.
    """


class UnknownFormat(RednoticeError, ValueError):
    """
    No format has the given suffix or name.

    The message does not repeat the suffix or name. If it was a suffix, *path* is the path that has
    it. A copy or a pickle has no path.
    """

    def __init__(self, message: str, path: str | os.PathLike[str] | None = None) -> None:
        self.path = path
        super().__init__(message)

    def __reduce__(self) -> tuple[Any, ...]:
        # A path may contain a person's name, and no list of names is at hand to check that.
        return type(self), self.args, {**self.__dict__, "path": None}


class UnknownName(RednoticeError, LookupError):
    """
    No rule, codelist, schema or policy has the given name.
    """


class UnknownRevision(RednoticeError, LookupError):
    """
    Git is not installed, or knows no such revision. The message does not repeat the revision.
    """


class PolicyFault(NamedTuple):
    """
    One fault in a policy's file.

    Attributes:
        place: The table and the entry of the file, such as ``Notice.keep``; empty for the file as a
            whole.
        message: What is wrong there, and what to do. It quotes no value.
    """

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


class UnprotectedRed(RednoticeError, ValueError):
    """
    A case that is marked ``tlp: red`` would be written without encryption.
    """

    def __init__(self) -> None:
        super().__init__(
            "a case is marked `tlp: red` and would be written without encryption; let the name of"
            " the file end in .age and name the public keys of those who may read it, or say that"
            " it may be plain (--plain-red, or plain_red=True in Python)"
        )

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), ()


class UnusablePolicy(RednoticeError, ValueError):
    """
    A policy's file is refused: it is no policy, leaves something unsaid, or asks for more than the
    model releases.

    *faults* holds all faults, each a `PolicyFault`. The message has a line for each and quotes no
    value.
    """

    def __init__(self, faults: Iterable[PolicyFault]) -> None:
        self.faults: tuple[PolicyFault, ...] = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.faults,), self.__dict__


class SettingsFault(NamedTuple):
    """
    One fault in the settings of a check.

    Attributes:
        place: The table, the entry and the item, such as ``overrides, item 2, ignore``; empty for
            the settings as a whole.
        message: What is wrong there, and what to do. It quotes no value.
        line: The line of the file, from 1; None if it is not known.
    """

    place: str
    message: str
    line: int | None = None

    def __str__(self) -> str:
        line = f"line {self.line}" if self.line else ""
        return ": ".join(part for part in (line, self.place, self.message) if part)


class UnusableSettings(RednoticeError, ValueError):
    """
    The settings of a check are refused: they are no settings, name what does not exist, or weaken
    what guards a release.

    *faults* holds the faults, each a `SettingsFault`. The message has a line for each, which begins
    with *name*, what the file is called, and quotes no value.
    """

    def __init__(self, name: str, faults: Iterable[SettingsFault]) -> None:
        self.name = name
        self.faults: tuple[SettingsFault, ...] = tuple(faults)
        super().__init__("\n".join(f"{name}: {fault}" for fault in self.faults))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.name, self.faults), self.__dict__


class WouldLoseComments(RednoticeError, ValueError):
    """
    A YAML file has comments, and the file that would replace it has none.
    """

    def __init__(self) -> None:
        super().__init__("the file has comments, which would be lost; name another file (-o)")

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), ()
