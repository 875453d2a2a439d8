"""
Constructors of records as a type checker sees them; never executed.

They take what they take at run time, and what is read from a record is of one exact type.
"""

from __future__ import annotations

import sys
from typing import assert_type

from rednotice import (
    Case,
    Charge,
    Duration,
    Incident,
    InvalidRecord,
    LogEntry,
    Name,
    Notice,
    PartialDate,
    Penalty,
    RecordFault,
    Subject,
    evolve,
)

# A text in the place of a date or a duration, a list in the place of a tuple.
subject = Subject(born="1985~", names=[Name(text="Journalist A")], nationalities=["TJ", "RU"])
LogEntry(date="2026-03", action="shared")
Penalty(imprisonment="P3Y")
Case(rednotice="1.0", id="c-1", subjects=[subject], notices=[])
Incident(contacted=["p1"], against=("p1", "p2"), date=None, missing={"demand": "unknown"})

# What is kept may be given as well, and so may what is read from another record.
Subject(born=PartialDate("1985~"), names=(), nationalities=("TJ",))
Penalty(imprisonment=Duration("P3Y"))
Subject(born=subject.born, names=subject.names, missing=subject.missing)


def several(names: list[Name], codes: tuple[str, ...], notice: Notice) -> Subject:
    """Lists and tuples that are made elsewhere."""
    return Subject(names=names, nationalities=codes, missing=notice.missing)


# What is read is what is kept.
assert_type(subject.born, PartialDate | None)
assert_type(subject.names, tuple[Name, ...])
assert_type(subject.nationalities, tuple[str, ...])
assert_type(LogEntry(date="2026-03", action="shared").date, PartialDate)
assert_type(Charge(date="2021").date, PartialDate | None)
subject.names.append(Name())  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]

# What no field takes.
Subject(born=1985)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Subject(names=Name(text="A"))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Subject(names=["A"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
Subject(names={Name(text="A")})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Subject(nationalities="TJ")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Subject(lable="A")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
LogEntry(date=None, action="shared")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
LogEntry(action="shared")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Case(rednotice="1.0", id="c-1", subjects=subject)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

# A record does not change.
subject.born = PartialDate("1985")  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
subject.names = ()  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]

# A changed copy takes what the constructor takes.
assert_type(evolve(subject, born="1986", names=[Name(text="B")]), Subject)
if sys.version_info >= (3, 13):
    evolve(subject, born=1986)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    evolve(subject, names="B")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

# What is told of a record that could not be made.
try:
    Subject(born="last August")
except InvalidRecord as error:
    assert_type(error.faults, tuple[RecordFault, ...])
    assert_type(error.record, type)
    assert_type(error.field, str | None)
    assert_type(error.path, tuple[str | int, ...])
