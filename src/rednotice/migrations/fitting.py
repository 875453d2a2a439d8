"""
Take from a document what a schema does not accept, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from rednotice.documents import Path, value_at
from rednotice.errors import RednoticeError

ErrorsOf = Callable[[Any], Iterable[Any]]

_OTHER = "other"  # the code of most lists for what none of their other codes says
# Errors of a whole object or list, all parts of which may be right.
OF_THE_WHOLE = frozenset({"required", "minProperties", "minItems", "anyOf", "oneOf", "not"})
# Stands in a list until all errors of one round are mended, so that no index moves before.
_GONE = object()


class Unfit(RednoticeError, ValueError):
    """
    Nothing is left of a document once all is taken from it that a schema does not accept.
    """


def fit(value: Any, errors_of: ErrorsOf) -> None:
    """
    Remove from the plain *value*, in place, what a schema does not accept.

    A code that its list does not have becomes ``other`` if the list has that code. Everything else
    goes, and the record around it goes too if the record needs it.

    Args:
        value: The document, which is changed.
        errors_of: Gives the engine's errors in a value.

    Raises:
        Unfit: If the whole document would have to go.
    """
    while errors := [*errors_of(value)]:
        # What is wrong inside an object is mended before the object itself is judged.
        inner = [error for error in errors if error.kind.name not in OF_THE_WHOLE]
        lists = [_mend(value, error) for error in inner or errors]
        for each in lists:
            if each is not None:
                each[:] = [item for item in each if item is not _GONE]


def _mend(value: Any, error: Any) -> list[Any] | None:
    """
    Mend one *error* in *value*; return the list in which an item was marked as gone, if any.
    """
    path: Path = tuple(error.instance_path)
    match error.kind.name:
        case "additionalProperties" | "unevaluatedProperties":
            for key in error.kind.unexpected:
                _take(value, (*path, key))
            return None
        case "propertyNames":
            return _take(value, (*path, error.kind.error.instance))
        case "uniqueItems":
            return _mark_repeated(value_at(value, path))
        case "enum" if path and _OTHER in error.kind.options:
            return _put(value, path, _OTHER)
    return _take(value, path)


def _take(value: Any, path: Path) -> list[Any] | None:
    if not path:
        raise Unfit("nothing of the document is left that the schema accepts")
    around = value_at(value, path[:-1])
    if isinstance(around, dict):
        around.pop(path[-1], None)
        return None
    return _put(value, path, _GONE)


def _put(value: Any, path: Path, new: object) -> list[Any] | None:
    around: Any = value_at(value, path[:-1])
    key: Any = path[-1]
    if isinstance(around, list | dict):  # else an error around it has taken it
        around[key] = new
    return around if isinstance(around, list) else None


def _mark_repeated(items: Any) -> list[Any] | None:
    if not isinstance(items, list):
        return None  # an error around it has taken it
    for place, item in enumerate(items):
        if item in items[:place]:
            items[place] = _GONE
    return items
