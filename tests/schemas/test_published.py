"""A version that is declared published never changes."""

from __future__ import annotations

import csv
import hashlib
import shutil
from pathlib import Path

import pytest

from rednotice.model import VERSION

SCHEMAS = Path(__file__).parents[2] / "schemas"
SUMS = ("SHA256SUMS", "conformance/SHA256SUMS")


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else "gone"


def declared(schemas: Path) -> dict[str, dict[str, str]]:
    """The hash of each list of hashes, by the version that is declared published."""
    found: dict[str, dict[str, str]] = {}
    with (schemas / "published.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["version"], {})[row["list"]] = row["sha256"]
    return found


def changed(schemas: Path) -> list[str]:
    """The files of declared versions that are not, or no longer, what was declared."""
    found = []
    for version, hashes in declared(schemas).items():
        folder = schemas / version
        noted = {name: hashes.get(name, "not declared") for name in SUMS}
        for name in SUMS:
            below = Path(name).parent
            lines = (folder / name).read_text(encoding="utf-8").splitlines()
            noted |= {(below / file).as_posix(): told for told, file in map(str.split, lines)}
        held = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
        found += [
            f"{version}/{name}"
            for name in sorted(held | noted.keys())
            if noted.get(name) != digest(folder / name)
        ]
    return found


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """A copy of the schemas, in which the version of today is declared published."""
    schemas = tmp_path / "schemas"
    shutil.copytree(SCHEMAS / VERSION, schemas / VERSION)
    rows = [f"{VERSION},{name},{digest(schemas / VERSION / name)}" for name in SUMS]
    header = (SCHEMAS / "published.csv").read_text(encoding="utf-8").splitlines()[:1]
    (schemas / "published.csv").write_text("\n".join([*header, *rows]) + "\n", encoding="utf-8")
    return schemas


def test_no_file_of_a_published_version_has_changed() -> None:
    """`published.csv` holds the hashes of its lists of hashes, and those the hash of each file."""
    assert changed(SCHEMAS) == []


def test_a_version_can_be_declared_published_as_it_stands(published: Path) -> None:
    assert declared(published).keys() == {VERSION}
    assert changed(published) == []


@pytest.mark.parametrize(
    "name", ["case.schema.json", "codelists/sexes.csv", "conformance/rules.json"]
)
def test_a_changed_file_of_a_published_version_is_found(published: Path, name: str) -> None:
    """Among the schemas, the codelists and the conformance kit alike."""
    with (published / VERSION / name).open("a", encoding="utf-8") as file:
        file.write("\n")

    assert changed(published) == [f"{VERSION}/{name}"]


def test_a_changed_list_of_hashes_is_found(published: Path) -> None:
    """A file and its hash that are changed together still differ from what was declared."""
    file, sums = (published / VERSION / "conformance" / one for one in ("rules.json", "SHA256SUMS"))
    before = digest(file)
    file.write_text("{}", encoding="utf-8")
    sums.write_text(sums.read_text(encoding="utf-8").replace(before, digest(file)), "utf-8")

    assert changed(published) == [f"{VERSION}/conformance/SHA256SUMS"]


@pytest.mark.parametrize("name", ["more.json", "conformance/more.json"])
def test_an_added_or_missing_file_of_a_published_version_is_found(
    published: Path, name: str
) -> None:
    (published / VERSION / name).write_text("{}", encoding="utf-8")
    (published / VERSION / "conformance" / "schema.json").unlink()

    assert changed(published) == sorted([f"{VERSION}/{name}", f"{VERSION}/conformance/schema.json"])


def test_a_version_is_declared_only_with_its_conformance_kit(published: Path) -> None:
    """A row for the schemas alone leaves the kit free to change."""
    path = published / "published.csv"
    rows = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(rows[:2]) + "\n", encoding="utf-8")

    assert changed(published) == [f"{VERSION}/conformance/SHA256SUMS"]
