"""Folders that are named after a person, and folders that share a part of a name by chance."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

import rednotice


def found(folder: Path, family_names: list[str]) -> list[str | None]:
    """The cases at which RN015 is found, if *folder* holds a case for each of *family_names*."""
    folder.mkdir()
    for place, family in enumerate(family_names):
        case = {
            "rednotice": "1.0",
            "id": f"c-{place}",
            "pursued_by": ["XK"],
            "subjects": [{"label": "A", "names": [{"family": family, "forename": "Deniz"}]}],
        }
        (folder / f"c-{place}.json").write_text(json.dumps(case), encoding="utf-8")
    report = rednotice.check(folder.parent, today=dt.date(2026, 1, 1))
    return [finding.case for finding in report if finding.rule == "RN015"]


def test_a_folder_with_one_persons_case_is_found(tmp_path: Path) -> None:
    """It cannot but tell the name."""
    assert found(tmp_path / "exempli", ["Exempli"]) == ["c-0"]


def test_a_folder_of_a_family_is_told_once(tmp_path: Path) -> None:
    """It is one thing to rename."""
    assert found(tmp_path / "exempli", ["Exempli"] * 12) == ["c-0"]


@pytest.mark.parametrize(("others", "cases"), [(9, ["c-0"]), (10, [])])
def test_a_folder_shares_a_name_by_chance_if_it_holds_many_others(
    tmp_path: Path, others: int, cases: list[str]
) -> None:
    """A data set is named after a country or a town, and somebody in it bears its name."""
    assert found(tmp_path / "santiago", ["Santiago", *["Invented"] * others]) == cases


def test_a_folder_that_shares_a_name_by_chance_is_hidden_all_the_same(tmp_path: Path) -> None:
    """A reader of the report cannot know that it is chance."""
    found(tmp_path / "santiago", ["Santiago", *["Invented"] * 10])
    (tmp_path / "santiago" / "c-0x.json").write_text("{", encoding="utf-8")

    report = rednotice.check(tmp_path, today=dt.date(2026, 1, 1))

    assert "santiago" not in " ".join(map(str, report)).casefold()
