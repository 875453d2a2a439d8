"""
The file formats: each is a folder here that reads documents and writes plain objects.

Each folder lists its file suffixes in ``SUFFIXES`` and defines ``read`` and ``write`` (see
`rednotice.formats.reading.Format`). It imports its parser only when one of these is called, so
looking up a suffix costs nothing.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import PurePath
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

from rednotice.errors import UnknownFormat

if TYPE_CHECKING:
    from rednotice.formats.reading import Format

NAMES = tuple(sorted(found.name for found in iter_modules(__path__) if found.ispkg))


@cache
def by_name(name: str) -> Format:
    """
    The format called *name*, such as ``json``.

    Raises:
        UnknownFormat: If there is no such format.
    """
    if name not in NAMES:
        raise UnknownFormat(f"a format must be one of {', '.join(NAMES)}")
    module: Any = import_module(f"{__name__}.{name}")
    found: Format = module
    return found


ENCRYPTED = ".age"  # behind the suffix of the format
BY_SUFFIX = {suffix: name for name in NAMES for suffix in by_name(name).SUFFIXES}
UNKNOWN_SUFFIX = f"the file's suffix must be one of {', '.join(BY_SUFFIX)}"


# Suffixes of tables, of word processors and of pages, which no format reads under another name.
_OF_OTHERS = (
    *(".csv", ".tsv", ".xls", ".xlsx", ".ods", ".numbers"),
    *(".doc", ".docx", ".odt", ".rtf", ".pdf", ".pages", ".htm", ".html"),
)
_OF_EDITORS = (".txt", ".text", ".bak", ".orig", ".old")  # which some add behind the right one


def on_suffix(path: str | PurePath) -> str:
    """
    What to do with the file *path*, which has the suffix of no format; words that follow a place.
    """
    outer, inner = PurePath(path).suffix.lower(), PurePath(PurePath(path).stem).suffix.lower()
    if outer in _OF_EDITORS and inner in BY_SUFFIX:
        return f"a suffix stands behind {inner}: rename the file so that it ends in {inner}"
    if outer in _OF_OTHERS:
        return f"{UNKNOWN_SUFFIX}; a table or a document of a word processor is not read"
    return f"{UNKNOWN_SUFFIX}, or say --from yaml"


def suffix_of(path: str | PurePath) -> str:
    """
    The suffix that tells the format of *path*, in small letters: that of ``cases.yaml.age`` is
    ``.yaml``.
    """
    name = PurePath(path)
    encrypted = name.suffix.lower() == ENCRYPTED
    return (name.with_suffix("") if encrypted and name.stem else name).suffix.lower()


def for_path(path: str | PurePath) -> Format:
    """
    The format of files with the suffix of *path*.

    Raises:
        UnknownFormat: If no format has that suffix.
    """
    suffix = suffix_of(path)
    if suffix not in BY_SUFFIX:
        raise UnknownFormat(f"{UNKNOWN_SUFFIX}, or name the format itself", path)
    return by_name(BY_SUFFIX[suffix])
