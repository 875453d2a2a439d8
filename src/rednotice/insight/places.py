"""
Places in several codings of one case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from rednotice.documents import Path


class Place(NamedTuple):
    """
    A path in one of several views; *view* counts them from 0.
    """

    view: int
    path: Path
