"""Why a document is refused, in words of our own."""

from __future__ import annotations

from typing import Any

import pytest

from rednotice.documents import TextDocument
from rednotice.gate import explain
from rednotice.gate.reasons import MOST

BASE = {"rednotice": "1.0", "id": "c-1", "subjects": [{"label": "A"}]}


def reasons(**members: Any) -> list[tuple[str, str]]:
    document = TextDocument({**BASE, **members}, b"", lambda *_: (1, 1), lambda _: None)
    return [(finding.rule, finding.message) for finding in explain(document)]


@pytest.mark.parametrize(
    ("members", "rule", "words"),
    [
        ({"summary": 2023}, "RN006", "must be text, so put it in quotes"),
        ({"notices": [{"kind": ["red"]}]}, "RN006", "must be one value and not a list"),
        ({"pursued_by": "TJ"}, "RN006", "must be a list, even of one"),
        ({"incidents": [{"occurrences": 2}]}, "RN006", "with members such as `best`"),
        ({"notices": [{"kind": "red", "printed": "x"}]}, "RN005", "rednotice schema Notice"),
        ({"note": ""}, "RN008", "Leave it out"),
        ({"subjects": [{"nationalities": [None]}]}, "RN008", "Leave it out"),
        ({"sumary": "x"}, "RN005", "Did you mean `summary`?"),
        ({"zzz": "x"}, "RN005", "`rednotice schema Case` lists its members."),
        ({"subjects": [{"born": "2022-02-31"}]}, "RN007", "no such day in the calendar"),
        ({"pursued_by": ["TJ\u00a0"]}, "RN007", "an invisible character"),
        ({"pursued_by": ["TJ "]}, "RN007", "begins or ends with a blank"),
    ],
    ids=str,
)
def test_the_message_says_what_to_do(members: dict[str, Any], rule: str, words: str) -> None:
    """Place and expectation, in the words of the mistake that was most likely made."""
    ((found, message),) = reasons(**members)

    assert found == rule
    assert words in message


@pytest.mark.parametrize(
    "members",
    [{"subjects": []}, {"id": ""}, {"subjects": None}, {"notices": [{"kind": None}]}],
    ids=str,
)
def test_a_member_that_must_stand_is_not_to_be_left_out(members: dict[str, Any]) -> None:
    """Of what is required, only what is expected is said."""
    ((found, message),) = reasons(**members)

    assert found == "RN008"
    assert message.startswith("This is empty. Write a")
    assert "Leave it out" not in message


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("id,label c1,A", 'Write lines of `name: value`, beginning with `rednotice: "1.0"`'),
        (2021, "A table is not read"),
        (None, "lines of `name: value`"),
        ([BASE], "as YAML with --- between them"),
    ],
    ids=str,
)
def test_a_document_that_is_no_object_is_told_how_to_be_one(value: Any, said: str) -> None:
    """Such as a table under another name, or a list of cases in YAML."""
    (finding,) = explain(TextDocument(value, b"", lambda *_: (1, 1), lambda _: value))

    assert finding.rule == "RN006"
    assert finding.message.startswith("A document must be an object, one case. ")
    assert said in finding.message
    assert "label" not in finding.message


def test_a_document_with_endless_faults_is_told_of_in_part() -> None:
    """A hostile file must not keep the check busy for ever, and the report says that it stops."""
    told = reasons(statements=[{"stance": "nonsense"}] * (MOST + 500))

    assert len(told) == MOST + 1
    assert told[-1][0] == "RN009"
