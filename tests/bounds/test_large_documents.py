"""Of a large document that is refused, path and id are hidden without a search for names in it."""

from __future__ import annotations

import json
from pathlib import Path

import rednotice


def written(path: Path, members: int) -> Path:
    """A refused case with a name like its file's, behind so many unknown members."""
    value = {
        "rednotice": "1.0",
        "id": "c-exempli",
        "subjects": [{"label": "Editor A"}],
        **{f"member_{number}": number for number in range(members)},
    }
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


def test_a_large_document_shows_neither_its_path_nor_its_id(tmp_path: Path) -> None:
    """Nobody knows whom they name."""
    report = rednotice.check(written(tmp_path / "exempli.json", 120_000))

    assert report.refused == 1
    assert not any("exempli" in str(finding) for finding in report)


def test_a_small_one_shows_them_if_no_name_of_it_is_in_them(tmp_path: Path) -> None:
    """So that they can be found."""
    report = rednotice.check(written(tmp_path / "exempli.json", 10))

    assert all("exempli.json" in str(finding) for finding in report)
