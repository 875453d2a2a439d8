"""
The tables of this package.
"""

from __future__ import annotations

import csv
from importlib.resources import files


def rows_of(name: str) -> list[list[str]]:
    """
    The rows of the table *name* without its heading.
    """
    lines = files("rednotice.names.redaction").joinpath(name).read_text("utf-8").splitlines()
    return [*csv.reader(lines)][1:]
