"""
The files of tables: one CSV file each, what programs need to know of these, Markdown and a page.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
from itertools import product
from typing import TYPE_CHECKING, Any

from rednotice.tables import markdown, page
from rednotice.tables.words import HIDDEN, TITLE, counts_of, notes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rednotice.tables.making import Table, Tabulation

METADATA, MARKDOWN, PAGE = "csv-metadata.json", "tables.md", "tables.html"
_CONTEXT = ["http://www.w3.org/ns/csvw", {"@language": "en"}]
_SHOWN = "shown"
_STATUS = "Whether the figure is shown, or hidden because it could tell of few cases."


def write_tables(folder: Path, made: Tabulation) -> None:
    """
    Write the tables of *made* into the new *folder*.
    """
    for name, text in contents_of(made):
        _put(folder / name, text)


def contents_of(made: Tabulation) -> Iterator[tuple[str, str]]:
    """
    The name and the text of each file for the tables of *made*.
    """
    digests = {}
    for table in made.tables:
        name, text = f"{table.name}.csv", _csv(table)
        digests[name] = hashlib.sha256(text.encode()).hexdigest()
        yield name, text
    metadata = json.dumps(_metadata(made, digests), indent=2, ensure_ascii=False)
    yield METADATA, f"{metadata}\n"
    yield MARKDOWN, markdown.text_of(made)
    yield PAGE, page.text_of(made)


def _put(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(text.encode())
        file.flush()
        os.fsync(file.fileno())


def _csv(table: Table) -> str:
    """The figures of *table*, one in each row, and those that are 0 too."""
    file = io.StringIO()
    rows = csv.writer(file, lineterminator="\r\n")  # as RFC 4180 has it
    rows.writerow([*(one for axis in table.axes for one in _columns(axis.name)), "cases", "status"])
    for values in product(*(axis.values for axis in table.axes)):
        figure = table.figure(*(code for code, _ in values))
        cells = [one for pair in values for one in pair]
        rows.writerow(
            [*cells, "" if figure is None else figure, HIDDEN if figure is None else _SHOWN]
        )
    return file.getvalue()


def _columns(name: str) -> tuple[str, str]:
    return name, f"{name}_label"


def _metadata(made: Tabulation, digests: dict[str, str]) -> dict[str, Any]:
    """
    What programs need to know of the files, in the terms of CSV on the Web.
    """
    return {
        "@context": _CONTEXT,
        "dc:title": TITLE,
        "dc:date": made.date,
        "dc:description": " ".join(notes(made)),
        "notes": [
            {
                "policy": made.policy,
                "audience": made.audience,
                "edition": made.edition,
                "least": made.least,
                "cases": made.cases,
                "sha256": digests,
            }
        ],
        "tables": [
            {
                "url": f"{table.name}.csv",
                "dc:title": table.title,
                "dc:description": counts_of(table),
                "tableSchema": {
                    "columns": list(_described(table)),
                    "primaryKey": [axis.name for axis in table.axes],
                },
            }
            for table in made.tables
        ],
    }


def _described(table: Table) -> Iterator[dict[str, Any]]:
    for axis in table.axes:
        code, label = _columns(axis.name)
        title = axis.dimension.title
        yield {"name": code, "titles": code, "dc:description": f"{title}, as a code."}
        yield {"name": label, "titles": label, "dc:description": f"{title}, in words."}
    count = {"base": "nonNegativeInteger"}
    said = "Number of cases; empty if it is hidden."
    yield {"name": "cases", "titles": "cases", "datatype": count, "dc:description": said}
    yield {"name": "status", "titles": "status", "dc:description": _STATUS}
