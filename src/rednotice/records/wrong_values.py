"""
Say what is wrong with a value, and what to write instead.

The constructors and the gate say the same of the same value. A message does not quote it, unless it
is so close to a word of ours that the word is offered with it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from rednotice.records.limits import Limit, Matches, MemberNames, Ref
from rednotice.records.shapes import Many, Mapped, Nested, Scalar, Shape
from rednotice.records.wrong_lists import members, no_list, no_record
from rednotice.words.signs import CURLY_MARKS

_LONGEST_SLIP = 100  # characters
_WITH_COMMA = re.compile("[0-9]{1,9},[0-9]{1,9}")
_WITH_UNIT = re.compile(r"[0-9]{1,9}(?:[.,][0-9]{1,9})? ?(?:cm|m|kg|g|metres?|meters?)\.?")
_MOST_HOMES = 2  # lists, besides the last, that are named for an object
_READ = 1_000  # characters of a text in which invisible ones are looked for
_MEMBERS = 4  # of a record that a message names


def wrong(shape: Shape | None, value: Any, *, needed: bool = False, is_text: bool = False) -> str:
    """
    Why *value*, which does not have the form *shape*, is refused, and the next step.

    Args:
        shape: The form that is expected; None if any JSON is.
        value: The value.
        needed: Whether the record must have the value, so that leaving it out is no remedy.
        is_text: Whether somebody typed the value in a file, so that advice on quotes helps.
    """
    expects = shape.expects if shape else "a value within the bounds of JSON"
    if value is None or value in ("", [], {}, ()):
        step = f"Write {expects}." if needed else "Leave it out if it is unknown."
        return f"This is empty. {step}"
    match shape:
        case Many():
            return no_list(shape, value, is_text=is_text)
        case Nested(record):
            return no_record(record, value, is_text=is_text)
        case Scalar():
            return _wrong_scalar(shape, value, expects, is_text=is_text)
        case Mapped(MemberNames() as keys, reason) if not isinstance(value, Mapping):
            return _no_reasons(keys, reason, value)
        case _:
            return f"This must be {expects}."


def missing(name: str, shape: Shape) -> str:
    """
    That the member *name*, whose form is *shape*, is missing, and what to add.
    """
    return f"`{name}` is missing. Add {_added(name, shape)}."


def none_of_several(names: tuple[str, ...]) -> str:
    """
    That a record has none of *names*, of which it needs one.
    """
    *most, last = [f"`{name}`" for name in names]
    return f"This has neither {', '.join(most)} nor {last}. Add one of them."


TWICE = "This value stands twice in the list. Take one out."


def misnamed(keys: Limit, name: str) -> str:
    """
    Why *name* cannot be the name of a member of a map whose names are limited by *keys*.
    """
    if isinstance(keys, MemberNames):
        from rednotice.words.likeness import is_plain_name, nearest  # only what is refused needs it

        near = nearest(name, keys.names)
        subject = f"`{name}`" if near and is_plain_name(name) else "This name"
        step = f"Did you mean `{near}`?" if near else "Name a member that the record does not have."
        return f"{subject} is not an optional member of this record. {step}"
    return f"This must be named by {keys.expects}."


def _added(name: str, shape: Shape) -> str:
    """
    What must be added, as the object of a sentence.
    """
    match shape:
        case Many(Nested(record)):
            return f"a list of at least one object with members such as {members(record)}"
        case Nested(record):
            return f"an object with members such as {members(record)}"
        case _:
            return f"`{name}`: {shape.expects}" if ": " not in shape.expects else shape.expects


def _no_reasons(keys: MemberNames, reason: Shape, value: Any) -> str:
    """
    That *value*, such as a list of members, gives no reason for each; with an example, in which the
    members are those of the list.
    """
    given = value if isinstance(value, list | tuple) else [value]
    names = [name for name in keys.names if name != "id"]
    named = [name for name in names if name in given][:_MEMBERS] or names[:1]
    example = ", ".join(f"{name}: unknown" for name in named)
    return (
        "This must be an object that names each member with its reason, such as"
        f" {{{example}}}. The reason must be {reason.expects}."
    )


def _wrong_scalar(shape: Scalar, value: Any, expects: str, *, is_text: bool) -> str:
    if isinstance(value, list | tuple):
        several = _instead_of_several(shape)
        return (
            f"This must be one value and not a list{f'. {several}' if several else f': {expects}.'}"
        )
    if isinstance(value, Mapping) and shape.ref:
        return _out_of_place(shape.ref)
    if isinstance(value, Mapping):
        return f"This must be one value and not an object: {expects}."
    if shape.base is str and not isinstance(value, str):
        advice = _advice_on_number(shape, value)
        how = ", so put it in quotes" if is_text else ""
        return f"This must be text{how}{f'. {advice}' if advice else f': {expects}.'}"
    if is_text and shape.base is float and isinstance(value, str) and (step := _number_in(value)):
        return f"This must be {expects}. {step}"
    if shape.base is not str and isinstance(value, str):
        return f"This must be {expects}, {'without quotes' if is_text else 'and not a text'}."
    return _outside(shape, value)


def _out_of_place(ref: Ref) -> str:
    """
    That an object stands where the id of a record is expected that *ref* refers to.
    """
    *most, last = [f"`{one}`" for one in ref.targets]
    home = f"{', '.join(most)} or {last}" if most else last
    where = f"{home} of the case" if len(most) <= _MOST_HOMES else "its own list of the case"
    return f"Put the object into {where}, with an `id`, and write that id here."


def _instead_of_several(shape: Scalar) -> str:
    """
    What to write in the place of a list of values of the form *shape*; empty if nothing is known.
    """
    return next((one.several for one in shape.limits if isinstance(one, Matches)), "")


def _advice_on_number(shape: Scalar, value: Any) -> str:
    """
    What is wrong with the number *value* besides that it is no text, such as with a date without
    hyphens, so that quotation marks alone would not mend it; empty if nothing is known.
    """
    if type(value) not in {int, float} or (isinstance(value, float) and value.is_integer()):
        return ""  # 1e5 would not be the text that somebody typed
    text = str(value)
    said = (
        limit.advice(text)
        for limit in shape.limits
        if isinstance(limit, Matches) and len(text) <= _LONGEST_SLIP and not limit.holds(text)
    )
    return next((one for one in said if one), "")


def _number_in(text: str) -> str:
    """
    What keeps *text* from being a number; empty if it has none in it, or is one.
    """
    if _WITH_UNIT.fullmatch(text):
        return "Write the number alone, without its unit and without quotes."
    if _WITH_COMMA.fullmatch(text):
        return "Write a point in the place of the comma, and no quotes, like 1.75."
    return ""


def _outside(shape: Scalar, value: Any) -> str:
    """
    Why *value*, which has the right JSON type, is outside the limits of *shape*.
    """
    unseen = _unseen_in(shape, value) if isinstance(value, str) else ""
    return unseen or _advice(shape, value) or f"This must be {shape.expects}."


def _advice(shape: Scalar, value: Any) -> str:
    if isinstance(value, str) and len(value) > _LONGEST_SLIP:
        return ""  # no slip is so long, and patterns of slips are slow on long texts
    said = (limit.advice(value) for limit in shape.limits)
    return next((one for one in said if one), "")


def _unseen_in(shape: Scalar, text: str) -> str:
    """
    That signs which one cannot see, or curly quotation marks, are all that is wrong with *text*;
    empty if they are not.
    """
    if len(text) > _READ:
        return ""
    seen = "".join(one for one in text if one.isprintable()).strip().strip(CURLY_MARKS)
    if seen == text or not all(limit.holds(seen) for limit in shape.limits):
        return ""
    if text.strip(CURLY_MARKS) != text:
        return "Take out the curly quotation marks."
    if seen == text.strip(" "):
        return "This begins or ends with a blank. Take it out."
    return "This has an invisible character in it, such as a no-break space. Type it again."
