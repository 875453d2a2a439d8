"""What a release consists of, and that its version is the same in all places."""

from __future__ import annotations

import hashlib
import importlib.util
import os
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]


def _script() -> Any:
    spec = importlib.util.spec_from_file_location("release", ROOT / ".ci" / "release.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


release = _script()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The files of a project that state its version."""
    (tmp_path / "src" / "rednotice").mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text('[project]\nversion = "1.2.0"\n')
    (tmp_path / "src" / "rednotice" / "__init__.py").write_text('"""X."""\n__version__ = "1.2.0"\n')
    (tmp_path / "CHANGELOG.md").write_text("# Changelog\n\n## 1.2.0 (2027-01-05)\n\n## 1.1.0\n")
    return tmp_path


def test_the_version_is_the_same_in_all_places() -> None:
    """Project, package and changelog state one version, unless the changelog has a newer part."""
    stated = release.versions()

    assert stated["pyproject.toml"] == stated["src/rednotice/__init__.py"]
    assert stated["CHANGELOG.md"] in {stated["pyproject.toml"], "Unreleased"}


def test_the_version_is_read_from_each_place(project: Path) -> None:
    """The newest heading of the changelog counts, and a date may stand behind it."""
    assert set(release.versions(project).values()) == {"1.2.0"}


@pytest.mark.parametrize("file", ["pyproject.toml", "src/rednotice/__init__.py", "CHANGELOG.md"])
def test_a_place_with_another_version_is_told(project: Path, file: str) -> None:
    """A version that was raised in two places of three is seen."""
    path = project / file
    path.write_text(path.read_text().replace("1.2.0", "1.3.0"))

    stated = release.versions(project)

    assert [place for place, version in stated.items() if version != "1.2.0"] == [file]


def test_the_same_schemas_give_the_same_archive(tmp_path: Path) -> None:
    """When and in which order the files were written does not show."""
    for name, words, written in (("one", "ab", 1_000_000_000), ("two", "ba", 1_500_000_000)):
        folder = tmp_path / name / "schemas"
        folder.mkdir(parents=True)
        for word in words:
            (folder / f"{word}.json").write_text(word)
            os.utime(folder / f"{word}.json", (written, written))
        release.archive(folder, tmp_path / f"{name}.zip", epoch=1_700_000_000)

    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with ZipFile(tmp_path / "one.zip") as packed:
        assert packed.namelist() == ["schemas/a.json", "schemas/b.json"]


def test_the_sums_name_every_file_but_their_own(tmp_path: Path) -> None:
    """Each line is a digest, two blanks and a name, as sha256sum reads it."""
    (tmp_path / "b.whl").write_bytes(b"wheel")
    (tmp_path / "SHA256SUMS").write_text("old")

    assert release.sums(tmp_path) == f"{hashlib.sha256(b'wheel').hexdigest()}  b.whl\n"
