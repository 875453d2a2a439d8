"""What the documentation says of the tools of others: a cell is measured here, or is a remark."""

from __future__ import annotations

import csv
import importlib.metadata
import json
from pathlib import Path

HERE = Path(__file__).parent
TABLE = HERE.parents[1] / "docs" / "reference" / "other-tools.csv"
LONGEST = 40  # what is longer is the text of a licence


def rows() -> dict[str, dict[str, str]]:
    """The rows of the table, by the tool."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["Tool"]: row for row in csv.DictReader(file)}


def write(table: dict[str, dict[str, str]]) -> None:
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, next(iter(table.values())), lineterminator="\n")
        writer.writeheader()
        writer.writerows(table.values())


def installed(tool: str) -> dict[str, str]:
    """The version and the licence of the package that *tool* is, here or for Node.js."""
    package = tool.partition(",")[0]
    manifest = HERE / "node_modules" / package / "package.json"
    if manifest.exists():
        said = json.loads(manifest.read_text("utf-8"))
        return {"Version": said["version"], "Licence": said["license"]}
    meta = importlib.metadata.metadata(package)
    return {"Version": meta["Version"], "Licence": _licence(meta)}


def _licence(meta: importlib.metadata.PackageMetadata) -> str:
    if "License-Expression" in meta:
        return meta["License-Expression"]
    classes = [one for one in meta.get_all("Classifier", []) if one.startswith("License ::")]
    said = meta.get("License", "")
    short = said if 0 < len(said) < LONGEST else classes[0].rpartition(":: ")[2]
    return short.removesuffix(" License")
