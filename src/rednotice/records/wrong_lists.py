"""
Say what is wrong with a value where a list or a record is expected, and how to write one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from rednotice.records.shapes import Many, Nested, Scalar, Shape, shapes_of
from rednotice.words.signs import COLONS, NO_COLON

_MEMBERS = 4  # of a record that a message names
_PROSE = ("label", "text", "title", "name", "body")  # members that hold what somebody would say
_LONGEST = 100  # characters of a value that is compared with anything
_BETWEEN = re.compile(r"\s*[,;/]\s*|\s+and\s+")
_NOTHING = re.compile(
    r"(?i)(?:none|no|nil|null|nothing|nobody|unknown|not known|withheld|confidential|secret|hidden"
    r"|redacted|n/?a|n\.a\.|tbd|[-–—?]+)\.?"
)
_DASH = re.compile(r"[-–—]\w")

_LEAVE_OUT = (
    "Leave it out if there is none or if it is unknown. To say why it is missing, name it under"
    " `missing`."
)
_HOW = "write it in brackets, or with a dash before each item"


def no_list(shape: Many, value: Any, *, is_text: bool) -> str:
    """
    Why *value* is no list of the form *shape*; *is_text* says whether somebody typed it in a file.
    """
    if is_nothing(value):
        return f"This must be a list. {_LEAVE_OUT}"
    if isinstance(value, Mapping):
        return _no_items(shape.item, value, is_text=is_text)
    parts = _BETWEEN.split(value) if isinstance(value, str) and len(value) <= _LONGEST else [value]
    if len(parts) > 1 and all(_holds(shape.item, part) for part in parts):
        return f"This must be a list. Write each item of it by itself{', like [A, B]' * is_text}."
    if isinstance(shape.item, Nested) and isinstance(value, str):
        named = members(shape.item.record, value)
        how = " Put a dash before each." * is_text
        return (
            f"This must be a list, even of one item, of objects with members such as {named}.{how}"
        )
    how = f": {_HOW}" if is_text else ""
    each = f" Each item must be {shape.item.expects}." if _is_far(shape.item, value) else ""
    return f"This must be a list, even of one item{how}.{each}"


def _no_items(item: Shape, value: Mapping[str, Any], *, is_text: bool) -> str:
    """
    Why the object *value* is no list of *item*, such as one whose names are ids.
    """
    first = next(iter(value), "")
    if not is_text:
        return "This must be a list, even of one item."
    if _DASH.match(first):
        return "This must be a list. Put a blank after the dash, which begins an item."
    if not isinstance(item, Nested):
        return f"This must be a list: {_HOW}. It takes no names."
    known = shapes_of(item.record)
    if (
        "id" in known
        and first not in known
        and all(isinstance(one, Mapping) for one in value.values())
    ):
        return "This must be a list. Write the name as the `id` of its item, like `- id: s1`."
    return f"This must be a list, even of one item: {_HOW}."


def no_record(record: Any, value: Any, *, is_text: bool) -> str:
    """
    Why *value* is no object of the class *record*; *is_text* as in `no_list`.
    """
    name = record.__name__
    if isinstance(value, Mapping):
        return f"This is a dict. Make a {name} of it: rednotice.from_dict(value, rednotice.{name})."
    if is_text and isinstance(value, str) and NO_COLON.match(value):
        return COLONS
    if is_text and isinstance(value, list) and value and isinstance(value[0], Mapping):
        return "This is a list within a list. Take out the second dash, or the inner brackets."
    step = f" {_LEAVE_OUT}" if is_nothing(value) else ""
    return f"This must be an object with members such as {members(record, value)}.{step}"


def is_nothing(value: Any) -> bool:
    """
    Whether *value* is a word that says that there is nothing, or that nobody knows or tells it.
    """
    return isinstance(value, str) and _NOTHING.fullmatch(value) is not None


def members(record: Any, value: Any = None) -> str:
    """
    A few members of the class *record*, those first that take *value*.
    """
    names = [name for name in shapes_of(record) if name != "id"]
    taking = _taking(record, value, names) if isinstance(value, str) else []
    *most, last = [f"`{name}`" for name in dict.fromkeys([*taking, *names])][:_MEMBERS]
    return f"{', '.join(most)} and {last}" if most else last


def _taking(record: Any, value: str, names: list[str]) -> list[str]:
    """
    Those of *names* that take the code that *value* is, and the one that takes it as prose.
    """
    from rednotice.records.misplaced import members_with  # only what is refused needs it

    short = value if len(value) <= _LONGEST else ""
    codes = [one for one in members_with(record, short, names)[1] if "." not in one]
    return [*codes, *[name for name in _PROSE if name in names][:1]]


def may_be(shape: Shape, value: Any) -> bool:
    """
    Whether *value* has the JSON type of *shape*, or is a text where a list of texts is expected.
    """
    match shape:
        case Scalar():
            return isinstance(value, shape.base)
        case Many(item):
            return isinstance(value, list) or may_be(item, value)
        case _:
            return isinstance(value, Mapping)


def _is_far(item: Shape, value: Any) -> bool:
    """
    Whether *value* would be refused as an *item* too, or is a word that happens to look like an id.
    """
    if not isinstance(item, Scalar):
        return False
    return not _holds(item, value) or (item.ref is not None and value.isalpha())


def _holds(shape: Shape, value: Any) -> bool:
    return (
        isinstance(shape, Scalar)
        and isinstance(value, shape.base)
        and all(limit.holds(value) for limit in shape.limits)
    )
