"""What is told of the settings says nothing of what they hold about a case."""

from __future__ import annotations

import datetime as dt
import io

import pytest

import rednotice
from rednotice import reports

TODAY = dt.date(2026, 6, 1)
REASON = "zqjbdfgkmnprstvz"
CASE = "c-zqjvtsrp"
SETTINGS = {
    "suppressions": [
        {"rule": "RN406", "reason": REASON, "expires": "2027-01-31", "case": "c-1"},
        {"rule": "RN405", "reason": REASON, "expires": "2027-01-31"},
        {"rule": "RN201", "reason": REASON, "expires": "2026-01-31", "case": CASE},
    ],
    "house": {
        "require": ["/handling"],
        "codes": {"/notices/*/kind": ["yellow"]},
        "fill": {"/notices/*/charges": 1},
        "cases": {"TJ": 1},
    },
}
NOTICES = [{"kind": "red"}, {"kind": "red", "issuing_state": "RU", "charges": [{"text": "theft"}]}]
KEPT = {
    "rednotice": "1.0",
    "id": "c-1",
    "subjects": [{"label": "Person A"}],
    "notices": NOTICES,
}


@pytest.mark.parametrize("form", reports.NAMES)
def test_no_form_of_report_quotes_a_reason_or_a_case_of_the_settings(form: str) -> None:
    """In no piece of four characters."""
    report = rednotice.check(KEPT, today=TODAY, settings=SETTINGS)
    written = io.StringIO()
    reports.by_name(form).write(
        report, written, reports.Options(failing=rednotice.Severity.INFO, every=True)
    )
    text = REASON + CASE.removeprefix("c-")
    pieces = {text[at : at + 4] for at in range(len(text) - 3)}

    told = {finding.rule for finding in report}
    assert {"RN020", "RN022", "RN023", "RN024", "RN025"} <= told
    assert [piece for piece in pieces if piece in written.getvalue()] == []
