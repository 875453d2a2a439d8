"""What was published stays as it is, and older documents stay readable."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from rednotice.migrations import steps, versions
from rednotice.migrations.frozen import frozen_schema
from rednotice.model.case import OLDER_VERSIONS, VERSION

SCHEMAS = Path(__file__).parents[2] / "schemas"


@pytest.mark.parametrize("version", OLDER_VERSIONS)
def test_a_frozen_version_has_the_hashes_that_were_noted(version: str) -> None:
    """Nothing of it is changed, added or taken away."""
    folder = SCHEMAS / version
    noted = {
        name: digest
        for digest, name in (
            line.split("  ") for line in (folder / "SHA256SUMS").read_text().splitlines()
        )
    }
    held = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "SHA256SUMS"
    }

    assert held == noted


@pytest.mark.parametrize("version", OLDER_VERSIONS)
@pytest.mark.parametrize("name", ["case", "shared"])
def test_a_frozen_schema_asks_for_its_own_version(version: str, name: str) -> None:
    schema = frozen_schema(version, name)

    assert schema["$id"].endswith(f"/{version}/{name}.schema.json")
    assert schema["$defs"]["SchemaVersion"]["const"] == version
    assert json.dumps(schema).count(f'"{VERSION}"') == 0


def test_every_older_version_has_a_step_to_the_next() -> None:
    """One chain leads from the oldest version to that of the model."""
    assert versions() == (*OLDER_VERSIONS, VERSION)
    assert [step.newer for step in steps()] == [*OLDER_VERSIONS[1:], VERSION]
