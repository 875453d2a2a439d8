"""
What one version of the schema cannot hold waits in a document of the other, under ``extensions``.

It stands there by the version that it belongs to, as a list of changes: made in a document that was
converted to that version, they give what the document was before.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rednotice.migrations.differences import Change

KEY = "org.rednotice.residue"
_EXTENSIONS = "extensions"


def take(document: dict[str, Any], version: str) -> list[Change]:
    """
    Remove from *document* what waits there for *version*, and return it.

    What no migration can have written stays where it is.
    """
    waiting = _waiting(document)
    found = waiting.get(version)
    if not isinstance(found, list) or not all(map(_is_change, found)):
        return []
    del waiting[version]
    if not waiting:
        extensions = document[_EXTENSIONS]
        del extensions[KEY]
        if not extensions:
            del document[_EXTENSIONS]
    return found


def keep(document: dict[str, Any], version: str, changes: Iterable[Change]) -> None:
    """
    Let *changes* wait in *document* for *version*, beside those that wait already.
    """
    new = [*changes]
    if not new:
        return
    extensions = document.setdefault(_EXTENSIONS, {})
    waiting = extensions.setdefault(KEY, {})
    waiting.setdefault(version, []).extend(new)


def waiting_in(document: Any) -> int:
    """
    The number of changes that wait in *document*, for any version.
    """
    return sum(len(each) for each in _waiting(document).values() if isinstance(each, list))


def _waiting(document: Any) -> dict[str, Any]:
    extensions = document.get(_EXTENSIONS) if isinstance(document, dict) else None
    found = extensions.get(KEY) if isinstance(extensions, dict) else None
    return found if isinstance(found, dict) else {}


def _is_change(change: Any) -> bool:
    if not isinstance(change, dict) or not isinstance(change.get("at"), str):
        return False
    marks = change.get("in", [])
    return (
        change["at"].startswith("/")
        and isinstance(marks, list)
        and all(isinstance(mark, str) for mark in marks)
        and ("value" in change or "for" in change)
        and isinstance(change.get("for", ""), str)
    )
