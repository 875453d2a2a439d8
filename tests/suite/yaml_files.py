"""The YAML files of this project, and those of them that other readers cannot read as we do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rednotice import formats
from rednotice.findings import Finding

ROOT = Path(__file__).parents[2]
FOLDERS = ("examples", "templates", "tests/data", "tests/suite")
# One is frozen as it was published, with a hash that has no quotes; the faults of the other are its
# purpose.
NOT_ALIKE = ("tests/data/edition_0_9/case-w8x3jn.yaml", "tests/data/planted/shapes.yaml")


def yaml_files() -> list[Path]:
    """All that other readers should read as we do."""
    every = [
        *(path for path in ROOT.iterdir() if path.suffix in {".yaml", ".yml"}),
        *(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.y*ml")),
    ]
    return sorted(path for path in every if path.relative_to(ROOT).as_posix() not in NOT_ALIKE)


def as_we_read(path: Path) -> list[Any]:
    """The documents in the file *path*."""

    def stop(finding: Finding) -> None:
        raise ValueError(str(finding))

    with path.open("rb") as file:
        return [document.value for document in formats.by_name("yaml").read(file, None, stop)]
