"""The reports for programs: one JSON object, and JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Callable

import attrs
import pytest

from rednotice.findings import Report, Severity

Written = Callable[..., str]


def test_json_says_question_threshold_and_counts(written: Written, faulty: Report) -> None:
    """A program need not count, and knows from which severity on the check fails."""
    told = json.loads(written("json", faulty, failing=Severity.WARNING))

    assert told["fail_on"] == "warning"
    assert told["fails"] is True
    assert (told["question"], told["verdict"], told["audience"]) == (None, None, "internal")
    assert sum(told["counts"].values()) == len(told["findings"])


def test_json_counts_what_it_does_not_list(written: Written, faulty: Report) -> None:
    """What was not wanted and what was too much are told apart."""
    report = attrs.evolve(faulty, dropped={Severity.INFO: 3}, beyond={Severity.ERROR: 2})

    told = json.loads(written("json", report))

    assert (told["dropped"], told["more"]) == (3, 2)
    assert sum(told["counts"].values()) == len(told["findings"]) + 5


def test_json_lines_are_the_findings_and_the_counts(written: Written, faulty: Report) -> None:
    """Each line is what JSON has at that place; the last is known by its `counts`."""
    whole = json.loads(written("json", faulty))
    *findings, last = map(json.loads, written("jsonl", faulty).splitlines())

    assert findings == whole.pop("findings")
    assert last == whole
    assert all("counts" not in finding for finding in findings)


def test_json_lines_without_a_summary_are_findings_alone(written: Written, faulty: Report) -> None:
    """A program that takes each line for a finding asks for it by `--quiet`."""
    lines = written("jsonl", faulty, summary=False).splitlines()

    assert len(lines) == len(faulty)


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_a_value_is_that_of_the_member_at_fault(
    written: Written, faulty: Report, form: str
) -> None:
    """It is not the object around it, and stands there only if asked for."""
    lines = written(form, faulty, values=True)

    values = [
        finding["value"]
        for line in lines.splitlines()
        for finding in json.loads(line).get("findings", [json.loads(line)])
        if finding.get("rule") == "RN005"
    ]
    assert values == ["TJ"]
    assert '"value"' not in written(form, faulty)
