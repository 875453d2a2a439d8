"""A report with findings of every kind, written in any form."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rednotice import reports
from rednotice.findings import Report, Severity
from rednotice.verbs.checking import check

CASE = '{"rednotice":"1.0","id":"c-%d","subjects":[{"label":"A"}]%s}\n'
# A misspelt member, 31 February, nobody who pursues (a warning), a broken line; and information.
FAULTY = (
    CASE % (1, ',"notices":[{"kind":"red","isuing_state":"TJ"}]')
    + CASE % (2, ',"pursued_by":["TJ"],"events":[{"date":"2021-02-31"}]')
    + CASE % (3, "")
    + '{"rednotice":"1.0","id":"c-4","subjects":[{"label":"A"\n'
)

Written = Callable[..., str]


@pytest.fixture(name="faulty")
def faulty_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Report:
    """What a check finds in ``cases/data.jsonl``, seen from the folder that holds ``cases``."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "data.jsonl").write_text(FAULTY)
    return check(Path("cases"))


@pytest.fixture(name="many")
def many_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Report:
    """What a check finds in two files with twenty cases each, all with one and the same fault."""
    monkeypatch.chdir(tmp_path)
    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / name).write_text("".join(CASE % (number, "") for number in range(20)))
    return check([Path("a.jsonl"), Path("b.jsonl")], keep=_warnings)


def _warnings(finding: Any) -> Any:
    """Keep what is no information, and no id that stands in both files."""
    return finding if finding.severity is Severity.WARNING else None


@pytest.fixture(name="written")
def written_by() -> Written:
    """Writes a report in a form, with options."""

    def write(form: str, report: Report, **options: Any) -> str:
        file = io.StringIO()
        chosen = {"failing": Severity.ERROR, "version": "1.2.3", **options}
        reports.by_name(form).write(report, file, reports.Options(**chosen))
        return file.getvalue()

    return write
