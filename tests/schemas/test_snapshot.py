"""The published files are what the model says today."""

from __future__ import annotations

from pathlib import Path

from rednotice.model import VERSION
from rednotice.verbs.publishing import publish_schema, snapshot

SCHEMAS = Path(__file__).parents[2] / "schemas"


def test_the_published_files_are_those_that_the_model_derives() -> None:
    """Partners hold what the library runs; `make snapshot` writes it anew."""
    held = {
        path.relative_to(SCHEMAS).as_posix(): path.read_bytes()
        for path in (SCHEMAS / VERSION).rglob("*")
        if path.is_file()
    }

    assert sorted(held) == sorted(snapshot())
    assert [name for name, content in snapshot().items() if held[name] != content] == []


def test_a_file_that_is_not_published_stays_and_is_named(tmp_path: Path) -> None:
    """A stranger's, or a codelist that was renamed: nobody can tell which."""
    left = [tmp_path / VERSION / name for name in ("codelists/gone.csv", "list", "my.schema.json")]
    left[0].parent.mkdir(parents=True)
    for path in left:
        path.write_text("code\n")

    assert publish_schema(tmp_path) == left
    assert [path.read_text() for path in left] == ["code\n"] * 3
    assert (tmp_path / VERSION / "case.schema.json").exists()
