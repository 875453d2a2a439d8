"""
The public API as a type checker sees it; never executed.
"""

from __future__ import annotations

from typing import Any, assert_type

from cattrs import Converter
from cattrs.preconf.json import JsonConverter, make_converter
from hypothesis.strategies import SearchStrategy
from jsonschema import Draft202012Validator

import rednotice
from rednotice import Case, Finding, Notice, PartialDate, SharedDocument, Subject, testing

case = Case(rednotice="1.0", id="c-1", subjects=(Subject(label="A"),))
assert_type(case.notices, tuple[Notice, ...])
assert_type(case.summary, str | None)
assert_type(case.subjects[0].born, PartialDate | None)
assert_type(rednotice.dumps(case), bytes)
assert_type(rednotice.loads(b"{}"), Case)
assert_type(rednotice.loads(b"{}", SharedDocument), SharedDocument)
assert_type(rednotice.from_dict({}, Notice), Notice)
assert_type(rednotice.dumps(case, format="yaml"), bytes)

# Doors.
assert_type(rednotice.from_dict({}), Case)
assert_type(rednotice.loads("{}", cls=Notice), Notice)
assert_type(rednotice.to_dict(case)["id"], Any)
assert_type(rednotice.update(case, "/subjects/0", label="B"), Case)
assert_type(rednotice.update(case.subjects[0], "", label="B"), Subject)
assert_type(rednotice.with_sources_written(case), Case)
assert_type(rednotice.converter(), Converter)
assert_type(rednotice.converter(make_converter()), JsonConverter)
assert_type(rednotice.converter().structure({}, Case), Case)
assert_type(rednotice.validator(), Draft202012Validator)
assert_type(rednotice.validator({"$ref": "x"}), Draft202012Validator)
assert_type(testing.cases(id="c-1"), SearchStrategy[Case])
assert_type(testing.records(Notice, kind="red"), SearchStrategy[Notice])
assert_type(PartialDate("2021").sort_key, str)
rednotice.from_dict("{}")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
rednotice.from_dict({}, "Case")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
rednotice.update(case, 3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
rednotice.converter(3)  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
rednotice.validator(3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

assert_type(rednotice.anonymize(case, "partner", key=b"0" * 16), list[Case])
assert_type(rednotice.policy("partner"), rednotice.Policy)
assert_type(rednotice.anonymize(case, rednotice.policy("partner"), key=b"0" * 16), list[Case])
rednotice.anonymize(case, "partner")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
assert_type(rednotice.coverage([case], by="issuing_state").groups[0].members[0].share, float)
assert_type(rednotice.find("boarding", most=None).hits[0].places, tuple[str, ...])
assert_type(rednotice.redact("x", case).spans[0].start, int)
assert_type(str(rednotice.Redactor([case, "Person A"]).redact("x")), str)
rednotice.redact("x", [3])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
assert_type(rednotice.check(case, shared="shared.yaml").fails("warning"), bool)
assert_type(rednotice.read("cases", shared=rednotice.read("cases").shared), rednotice.Cases)

for each in rednotice.read("cases.jsonl"):
    assert_type(each, Case)
for finding in rednotice.check(case):
    assert_type(finding, Finding)

Notice()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]  # the kind is required
Notice(kind=1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]  # it is a text
Notice("red")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]  # by keyword only
case.id = "c-2"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]  # frozen

# Every record class is a public name, and a name that is not there is none.
assert_type(rednotice.Proceeding(kind="extradition").id, str | None)
versions: tuple[str, str] = (rednotice.VERSION, rednotice.__version__)
wrong = rednotice.Proceding  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownVariableType]
