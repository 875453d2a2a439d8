"""The Code Quality report of GitLab."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest
from jsonschema import Draft202012Validator

from rednotice import faults
from rednotice.findings import Finding, Report, Severity

Written = Callable[..., str]

DATA = Path(__file__).parents[1] / "data" / "reports"
VALIDATOR = Draft202012Validator(json.loads((DATA / "code-quality.json").read_text()))


def issues_of(text: str) -> list[Any]:
    """The issues of *text*, which are as GitLab describes them."""
    issues = json.loads(text)
    assert [error.message for error in VALIDATOR.iter_errors(issues)] == []
    return list(issues)


def test_an_issue_says_what_and_where(written: Written, faulty: Report) -> None:
    """Every finding is one."""
    issues = issues_of(written("gitlab", faulty))
    (found,) = [one for one in issues if one["check_name"] == "RN007 wrong-value"]

    assert len(issues) == len(faulty)
    assert found["severity"] == "major"
    assert found["location"] == {"path": "cases/data.jsonl", "lines": {"begin": 2}}
    assert found["description"].startswith("RN007 [c-2] /events/0/date: There is no such day")


def test_a_report_without_findings_is_an_empty_array(written: Written) -> None:
    """GitLab then shows that the quality got better."""
    assert issues_of(written("gitlab", Report(files=1))) == []


def test_issues_have_fingerprints_of_their_own(written: Written, faulty: Report) -> None:
    """GitLab shows only the first of several with one fingerprint."""
    alike = [attrs.evolve(finding, at=finding.place, document=None) for finding in faulty]
    issues = issues_of(written("gitlab", Report((*faulty, *alike))))

    fingerprints = [one["fingerprint"] for one in issues]
    assert len(set(fingerprints)) == len(fingerprints) == 2 * len(faulty)


def test_a_fingerprint_tells_no_more_than_the_report(written: Written) -> None:
    """A masked path is masked before it is hashed, so nobody can try names against the hash."""
    masked = "(file 1, its name may contain a person's name or number)"
    paths = (masked, "zuzanna.json", "zdenka.json")
    findings = [Finding(faults.EMPTY, "must be", file=path) for path in paths]
    prints = [issues_of(written("gitlab", Report((one,))))[0]["fingerprint"] for one in findings]

    assert len(set(prints)) == 3
    assert prints[0] == issues_of(written("gitlab", Report((findings[0],))))[0]["fingerprint"]


@pytest.mark.parametrize(
    ("severity", "said"),
    [(Severity.ERROR, "major"), (Severity.WARNING, "minor"), (Severity.INFO, "info")],
)
def test_severities_are_those_of_gitlab(written: Written, severity: Severity, said: str) -> None:
    """A finding between files stands at the first line of the whole."""
    finding = Finding(faults.NAMED_FOLDER, "must be renamed", severity=severity)

    (issue,) = issues_of(written("gitlab", Report((finding,))))

    assert issue["severity"] == said
    assert issue["location"] == {"path": ".", "lines": {"begin": 1}}


def test_what_was_not_kept_is_counted_by_an_issue(written: Written) -> None:
    """Nothing else in the report can say so."""
    (issue,) = issues_of(written("gitlab", Report(files=1, beyond={Severity.ERROR: 7})))

    assert issue["description"] == "7 more findings counted and not kept; see --most."
