"""
Records and codelists as a type checker sees them; never executed.
"""

from __future__ import annotations

import sys
from typing import assert_type

import rednotice
from rednotice import Bookkeeping, Case, Charge, Notice, Subject, evolve, model
from rednotice.codelists import Code, Codelist

case = Case(rednotice="1.0", id="c-1", subjects=(Subject(label="A"),))
charge = Charge(text="public calls")

# A changed copy is of the same class.
assert_type(evolve(case, summary="Two lines.", record=Bookkeeping(state="draft")), Case)
assert_type(rednotice.evolve(charge, date=None), Charge)
assert_type(evolve(Notice(kind="red"), missing={"number": "unknown"}).number, str | None)
if sys.version_info >= (3, 13):
    # Where checkers know what `copy.replace` takes, they know what may be changed.
    evolve(case, sumary="x")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    evolve(case, summary=1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    evolve(3, real=1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType, reportCallIssue]

# A name that the model lacks is no name.
wrong = model.Chrage  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownVariableType]

# What a record keeps is not changed in place.
if case.missing is not None:
    case.missing["notices"] = "unknown"  # type: ignore[index]  # pyright: ignore[reportIndexIssue]

# A codelist is found by its name.
assert_type(rednotice.codelist("tlp"), Codelist)
assert_type(rednotice.codelist("tlp").core, tuple[Code, ...])
rednotice.codelist(3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
