"""
How other software names a place: a path from a root, a line and a column, a fingerprint.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING

from rednotice.documents import LineColumn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rednotice.findings import Finding


def path_from(root: str, file: str) -> str:
    """
    The path *file* with slashes, and relative to *root* if it lies below it.
    """
    path = PurePath(file)
    if root and path.is_absolute() and path.is_relative_to(root):
        path = path.relative_to(root)
    return path.as_posix()


def line_and_column(finding: Finding) -> LineColumn | None:
    """
    The place in a text; None if the finding has no place, or it is a cell of a spreadsheet.
    """
    return finding.place if isinstance(finding.place, LineColumn) else None


def fingerprinted(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """
    Yield each of *findings* with a fingerprint, by which other software knows it again.

    It is made of the rule, the file, the case and the pointer as they are shown, so it tells no
    more than they do. It does not change if lines are added above. Findings that agree in all of
    these are numbered.
    """
    known: Counter[tuple[str, ...]] = Counter()
    for finding in findings:
        about = (finding.rule, finding.file or "", finding.case or "", finding.pointer)
        known[about] += 1
        text = "\0".join((*about, str(known[about])))
        yield finding, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
