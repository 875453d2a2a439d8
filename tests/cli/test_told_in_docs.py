"""
The documentation names everything that a user can type, so a change of one shows in the other.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from rednotice import formats, reports
from rednotice.cli import COMMANDS

ROOT = Path(__file__).parents[2]
GUIDES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("how-to/*.md"))]


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_shown_in_a_guide(command: str) -> None:
    """The reference has what it takes by itself; what it is for has to be written."""
    assert any(f"rednotice {command}" in text_of(page) for page in GUIDES)


@pytest.mark.parametrize("page", ["check-in-ci.md", "read-and-write-in-python.md"])
@pytest.mark.parametrize("suffix", formats.BY_SUFFIX)
def test_a_suffix_is_named_where_files_are_spoken_of(suffix: str, page: str) -> None:
    """Both for who checks files and for who reads and writes them."""
    assert f"`{suffix}`" in text_of(ROOT / "docs" / "how-to" / page)


@pytest.mark.parametrize("form", reports.NAMES)
def test_a_form_of_report_is_named_where_reports_are_chosen(form: str) -> None:
    """With what it is for, in the table of forms."""
    assert f"| `{form}` | " in text_of(ROOT / "docs" / "how-to" / "check-in-ci.md")
