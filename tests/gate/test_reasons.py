"""Why a document is refused, in words of our own."""

from __future__ import annotations

from typing import Any

import pytest

from rednotice.documents import Document
from rednotice.gate import explain
from rednotice.gate.reasons import MOST

BASE = {"rednotice": "1.0", "id": "c-1", "subjects": [{"label": "A"}]}


def reasons(**members: Any) -> list[tuple[str, str]]:
    document = Document({**BASE, **members}, b"", lambda *_: (1, 1))
    return [(finding.rule, finding.message) for finding in explain(document)]


@pytest.mark.parametrize(
    ("members", "rule", "words"),
    [
        ({"summary": 2023}, "RN006", "must be text, so put it in quotes"),
        ({"notices": [{"kind": ["red"]}]}, "RN006", "must be one value and not a list"),
        ({"pursued_by": "TJ"}, "RN006", "must be a list, even of one"),
        ({"incidents": [{"occurrences": 2}]}, "RN006", "with members such as `best`"),
        ({"notices": [{"kind": "red", "published": "x"}]}, "RN005", "rednotice schema Notice"),
        ({"note": ""}, "RN008", "leave it out"),
        ({"subjects": [{"born": "2022-02-31"}]}, "RN007", "a day of the calendar"),
    ],
    ids=str,
)
def test_the_message_says_what_to_do(members: dict[str, Any], rule: str, words: str) -> None:
    """Place and expectation, in the words of the mistake that was most likely made."""
    ((found, message),) = reasons(**members)

    assert found == rule
    assert words in message


def test_a_document_with_endless_faults_is_told_of_in_part() -> None:
    """A hostile file must not keep the check busy for ever, and the report says that it stops."""
    told = reasons(statements=[{"stance": "nonsense"}] * (MOST + 500))

    assert len(told) == MOST + 1
    assert told[-1][0] == "RN009"
