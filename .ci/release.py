"""
Build the files of a release into dist/, and print the command that tags it. `make release` runs it.
"""
# ruff: noqa: INP001, T201, S603, S607  # a script that prints, and calls git and hatchling

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import time
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

ROOT = Path(__file__).parents[1]


def versions(root: Path = ROOT) -> dict[str, str]:
    """
    The version of the project, by each file that states it.
    """
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    package = (root / "src/rednotice/__init__.py").read_text(encoding="utf-8")
    changelog = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    return {
        "pyproject.toml": project["version"],
        "src/rednotice/__init__.py": _first(r'^__version__ = "(.+)"$', package),
        "CHANGELOG.md": _first(r"^## \[?([\w.+-]+)", changelog),
    }


def _first(pattern: str, text: str) -> str:
    found = re.search(pattern, text, re.MULTILINE)
    return found[1] if found else "none"


def archive(folder: Path, target: Path, *, epoch: int) -> None:
    """
    Pack the files below *folder* as a ZIP file; the same files and *epoch* give the same bytes.
    """
    day = time.gmtime(epoch)[:6]
    with ZipFile(target, "w") as packed:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = ZipInfo(path.relative_to(folder.parent).as_posix(), day)
            entry.create_system, entry.external_attr = 3, 0o644 << 16  # whatever system packs them
            packed.writestr(entry, path.read_bytes(), ZIP_DEFLATED)


def sums(folder: Path) -> str:
    """
    The SHA-256 of each file in *folder*, as `sha256sum --check` reads it.
    """
    files = sorted(path for path in folder.iterdir() if path.name != "SHA256SUMS")
    hashed = ((hashlib.sha256(path.read_bytes()).hexdigest(), path.name) for path in files)
    return "".join(f"{digest}  {name}\n" for digest, name in hashed)


def build(folder: Path, version: str, *, epoch: int) -> None:
    """
    Build wheel, source archive, schema archive and checksums into *folder*, without the network.
    """
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--directory", folder],
        cwd=ROOT,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch)},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    (folder / ".gitignore").unlink(missing_ok=True)
    archive(ROOT / "schemas", folder / f"rednotice-schemas-{version}.zip", epoch=epoch)
    (folder / "SHA256SUMS").write_text(sums(folder), encoding="utf-8")


def _git(*arguments: str) -> str:
    ran = subprocess.run(
        ["git", *arguments], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True
    )
    return ran.stdout.strip()


def obstacles() -> list[str]:
    """
    What must be mended before a release is built.
    """
    stated = versions()
    found = []
    if len(set(stated.values())) > 1:
        told = ", ".join(f"{file} says {version}" for file, version in stated.items())
        found.append(f"the version must be the same in all places: {told}")
    if _git("status", "--porcelain"):
        found.append("everything must be committed: see git status")
    tag = f"v{stated['pyproject.toml']}"
    if _git("tag", "--list", tag) and tag not in _git("tag", "--points-at", "HEAD").split():
        found.append(f"the tag {tag} stands at another commit: raise the version")
    return found


def main() -> int:
    """
    Check, build twice, compare, and say what is left to do.
    """
    if found := obstacles():
        print("\n".join(f"release: {obstacle}" for obstacle in found), file=sys.stderr)
        return 2
    version = versions()["pyproject.toml"]
    epoch = int(_git("log", "-1", "--format=%ct"))
    target = ROOT / "dist"
    target.mkdir(exist_ok=True)
    if any(target.iterdir()):
        print("release: dist/ must be empty: move its files, or delete them", file=sys.stderr)
        return 2
    build(target, version, epoch=epoch)
    with TemporaryDirectory() as second:
        build(Path(second), version, epoch=epoch)
        if sums(Path(second)) != sums(target):
            print("release: two builds must give the same bytes, and differ", file=sys.stderr)
            return 2
    print((target / "SHA256SUMS").read_text(encoding="utf-8"), end="")
    print("\nWritten to dist/, twice with the same bytes. Now tag this commit:\n")
    print(f"    git tag -s v{version} -m 'rednotice {version}'")
    return 0


if __name__ == "__main__":
    sys.exit(main())
