"""The report that code hosts and editors read."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import attrs
import pytest
from jsonschema import Draft4Validator

from rednotice import faults
from rednotice.findings import Finding, Report, Severity, Unread
from rednotice.verbs.checking import check

Written = Callable[..., str]

DATA = Path(__file__).parents[1] / "data" / "reports"
SCHEMA = json.loads((DATA / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))


def run_of(text: str) -> dict[str, Any]:
    """The one run of the log *text*, which its schema accepts."""
    log = json.loads(text)
    assert [error.message for error in Draft4Validator(SCHEMA).iter_errors(log)] == []
    (run,) = log["runs"]
    return dict(run)


def test_the_schema_accepts_every_report(written: Written, faulty: Report) -> None:
    """With findings, without, with what could not be opened, and with findings between files."""
    apart = Finding(faults.NAMED_FOLDER, "must be renamed")
    unopened = (Unread("cases/x.yaml", "Permission denied"),)
    for report in (
        faulty,
        Report(),
        Report((apart,), files=1, unopened=unopened, beyond={Severity.ERROR: 7}),
    ):
        run = run_of(written("sarif", report))

        assert len(run["results"]) == len(report)
        assert run["invocations"][0]["executionSuccessful"] is not bool(report.unopened)


def test_the_validator_refuses_what_is_wrong(written: Written, faulty: Report) -> None:
    """Otherwise the test above would prove nothing."""
    log = json.loads(written("sarif", faulty))
    log["runs"][0]["results"][0]["level"] = "fatal"

    assert not Draft4Validator(SCHEMA).is_valid(log)


def test_a_result_has_line_column_and_pointer(written: Written, faulty: Report) -> None:
    """The pointer is the logical location, as the standard says for JSON."""
    results = run_of(written("sarif", faulty))["results"]
    (found,) = [result for result in results if result["ruleId"] == "RN007"]

    (location,) = found["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "cases/data.jsonl", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 2, "startColumn": 96},
    }
    assert location["logicalLocations"] == [
        {"fullyQualifiedName": "/events/0/date", "kind": "property"}
    ]


def test_a_result_names_a_rule_with_its_help(written: Written, faulty: Report) -> None:
    """A code host shows the manual page beside the finding."""
    run = run_of(written("sarif", faulty))
    rules = run["tool"]["driver"]["rules"]

    for result, finding in zip(run["results"], faulty.in_order(), strict=True):
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"] == finding.rule
        assert rule["help"]["text"] == finding.manual.text
        assert rule["shortDescription"]["text"] == finding.manual.title
    assert len({rule["id"] for rule in rules}) == len(rules)


def test_severities_are_levels(written: Written, faulty: Report) -> None:
    """Information is a note."""
    results = run_of(written("sarif", faulty))["results"]

    levels = {"error": "error", "warning": "warning", "info": "note"}
    assert [result["level"] for result in results] == [
        levels[finding.severity.value] for finding in faulty.in_order()
    ]


def test_a_path_is_a_uri(written: Written, tmp_path: Path) -> None:
    """Whatever its letters; below the root it is relative."""
    file = tmp_path / "é %41#1.json"
    file.write_text("{")
    report = check(file)

    for root, base in ((str(tmp_path), "%SRCROOT%"), ("/somewhere/else", None)):
        (result,) = run_of(written("sarif", report, root=root))["results"]
        artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]

        assert artifact.get("uriBaseId") == base
        assert unquote(artifact["uri"]).endswith("é %41#1.json")
        assert artifact["uri"].isascii()
        assert artifact["uri"].startswith("file:///") == (base is None)


@pytest.mark.parametrize("change", ["line", "message"])
def test_a_fingerprint_stays_if_lines_are_added_above(
    written: Written, faulty: Report, change: str
) -> None:
    """Nor does a better wording of a rule make all its findings new."""
    moved = [
        attrs.evolve(finding, at=None, document=None)
        if change == "line"
        else attrs.evolve(finding, message="must be so")
        for finding in faulty
    ]
    texts = (written("sarif", report) for report in (faulty, Report(tuple(moved))))
    before, after = (
        sorted(result["partialFingerprints"]["rednotice/v1"] for result in run_of(text)["results"])
        for text in texts
    )

    assert before == after
    assert len(set(before)) == len(before)
