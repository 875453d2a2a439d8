"""The published files are what the model says today."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from rednotice.model import VERSION
from rednotice.verbs.publishing import KIT, publish_schema, snapshot

SCHEMAS = Path(__file__).parents[2] / "schemas"


def test_the_published_files_are_those_that_the_model_derives() -> None:
    """Partners hold what the library runs; `make snapshot` writes it anew."""
    held = {
        path.relative_to(SCHEMAS).as_posix(): path.read_bytes()
        for path in (SCHEMAS / VERSION).rglob("*")
        if path.is_file() and KIT not in path.parts
    }

    assert sorted(held) == sorted(snapshot())
    assert [name for name, content in snapshot().items() if held[name] != content] == []


def test_the_table_of_releases_says_what_the_schema_says() -> None:
    """A path that leads through a record which is held back is held back as well."""
    rows = csv.DictReader(io.StringIO(snapshot()[f"{VERSION}/release.csv"].decode()))
    table = {(row["document"], row["path"]): row for row in rows}

    assert table["case", "subjects.names.text"]["ccf_bureau"] == "yes"
    assert table["case", "people.names.text"]["ccf_bureau"] == "no"
    assert table["case", "statements.by"]["counsel"] == "yes"
    assert table["case", "statements.by"]["public"] == "classes"
    assert table["case", "subjects.nationalities"]["partner"] == "pursuing"
    assert table["case", "notices.id"]["partner"] == "replaced"
    assert table["shared", "organisations.name"]["sensitivity"] == "contextual"
    assert {row["internal"] for row in table.values()} == {"yes"}


def test_a_file_that_is_not_published_stays_and_is_named(tmp_path: Path) -> None:
    """A stranger's, or a codelist that was renamed: nobody can tell which."""
    left = [tmp_path / VERSION / name for name in ("codelists/gone.csv", "list", "my.schema.json")]
    left[0].parent.mkdir(parents=True)
    for path in left:
        path.write_text("code\n")

    assert publish_schema(tmp_path) == left
    assert [path.read_text() for path in left] == ["code\n"] * 3
    assert (tmp_path / VERSION / "case.schema.json").exists()
