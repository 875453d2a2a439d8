"""
The published schemas of older versions, which never change. A wheel carries them too.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rednotice.errors import UnknownName

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


@cache
def frozen_schema(version: str, name: str) -> dict[str, Any]:
    """
    The schema *name*, ``case`` or ``shared``, of the older *version*. Do not change it.

    Raises:
        UnknownName: If there is no such schema.
    """
    file = _folder() / version / f"{name}.schema.json"
    if not file.is_file():
        raise UnknownName("no schema has this version and name")
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


def _folder() -> Path | Traversable:
    packed = files("rednotice.migrations") / "published"
    return packed if packed.is_dir() else Path(__file__).parents[3] / "schemas"
