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


def test_a_file_that_is_no_longer_published_goes(tmp_path: Path) -> None:
    """A codelist that was renamed does not stay beside its successor."""
    left = tmp_path / VERSION / "codelists" / "gone.csv"
    left.parent.mkdir(parents=True)
    left.write_text("code\n")

    publish_schema(tmp_path)

    assert not left.exists()
    assert (tmp_path / VERSION / "case.schema.json").exists()
