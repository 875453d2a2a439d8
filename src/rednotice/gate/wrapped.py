"""
Recognise an object whose only member holds what the object itself should hold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rednotice.records.walk import fields_of

if TYPE_CHECKING:
    from collections.abc import Container

_OF_A_CASE = ("rednotice", "id")  # one of which tells an object to be a case
_NAMES = ("case", "cases")  # that are no data, and are shown
_BESIDE = ("rednotice", "$schema")


def wrapper(value: dict[str, Any], root: type) -> str | None:
    """
    The name of the member of *value*, which should be a *root*, that holds whole cases; None if
    there is none, or if it has other members beside it than those that name the schema.
    """
    if len(value) > len(_BESIDE) + 1:
        return None
    names = [name for name in value if name not in _BESIDE]
    if len(names) != 1:
        return None
    name, inner = names[0], value[names[0]]
    first = inner[0] if isinstance(inner, list) and inner else inner
    known = {field.name for field in fields_of(root)}
    is_case = isinstance(first, dict) and any(member in first for member in _OF_A_CASE)
    return name if is_case and name not in known else None


def unwrapped(name: str, inner: Any) -> str:
    """
    What to do with the member *name*, which holds *inner*: one case, or a list of them.
    """
    if isinstance(inner, list):
        where = f"`{name}`" if name in _NAMES else "the member that holds them"
        return (
            f"Take the cases out of {where}: write them as an array, or in YAML with --- between."
        )
    what = f"the outer `{name}`" if name in _NAMES else "the outer member"
    return f"Take out {what}, so that the document begins with `rednotice`."


TOO_DEEP = (
    "The members of this record stand one level too deep. Take out the name above them, or write it"
    " as the `id` of the record."
)


def is_too_deep(value: Any, known: Container[str]) -> bool:
    """
    Whether the only member of the object *value* is none of those *known*, and holds some of them.
    """
    if not isinstance(value, dict) or len(value) != 1:
        return False
    ((name, inner),) = value.items()
    return name not in known and isinstance(inner, dict) and any(one in known for one in inner)
