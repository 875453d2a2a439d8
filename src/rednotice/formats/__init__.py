"""
The outside, one place each: every format reads documents and writes plain objects.

``from rednotice.formats import jsonl`` says where you enter and what you depend on.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from rednotice.errors import UnknownFormat

if TYPE_CHECKING:
    from rednotice.formats.reading import Format

# Suffix by suffix, so that a format is imported only when a file of it is met.
BY_SUFFIX = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".yaml": "yaml",
    ".yml": "yaml",
}
UNKNOWN_SUFFIX = f"the file's suffix must be one of {', '.join(BY_SUFFIX)}"


@cache
def named(name: str) -> Format:
    """
    The format that goes by *name*: ``json``, ``jsonl`` or ``yaml``.

    Raises:
        UnknownFormat: If there is none.
    """
    if name not in BY_SUFFIX.values():
        message = f"a format must be one of {', '.join(sorted(set(BY_SUFFIX.values())))}"
        raise UnknownFormat(message)
    module: Any = import_module(f"{__name__}.{name}")
    found: Format = module
    return found


def for_path(path: str | PurePath) -> Format:
    """
    The format that the suffix of *path* tells.

    Raises:
        UnknownFormat: If the suffix tells none.
    """
    suffix = PurePath(path).suffix.lower()
    if suffix not in BY_SUFFIX:
        raise UnknownFormat(f"{UNKNOWN_SUFFIX}, or name the format itself", path)
    return named(BY_SUFFIX[suffix])
