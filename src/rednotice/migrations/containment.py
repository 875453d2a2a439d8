"""
Prove that one schema takes every value that another takes.

The engine proves it first (`covers` of jsonschema-rs). It does not decide on patterns, so that a
proof of our own follows for what it leaves open: keyword by keyword, each of which only lets more
through. Both only ever say yes where it holds; what neither decides is unknown.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from rednotice.errors import RednoticeError
from rednotice.migrations.parts import Schema


class NoProver(RednoticeError, RuntimeError):
    """
    The installed jsonschema-rs is too old to compare schemas.
    """


def takes_all(outer: Schema, inner: Schema) -> bool | None:
    """
    Whether *outer* takes every value that *inner* takes; None if that is not known.

    Both are schemas with their own ``$defs``, without the texts for readers.

    Raises:
        NoProver: If jsonschema-rs is too old.
    """
    import jsonschema_rs  # slow to import

    if not hasattr(jsonschema_rs, "canonicalize"):
        raise NoProver("comparing schemas needs jsonschema-rs 0.60 or newer: upgrade it")
    wide, narrow = (jsonschema_rs.dereference(_needed(each)) for each in (outer, inner))
    options = jsonschema_rs.RegexOptions()
    canonical = [
        jsonschema_rs.canonicalize(each, pattern_options=options) for each in (wide, narrow)
    ]
    said = canonical[0].covers(canonical[1])
    if said.value != "unknown":
        return bool(said.value == "yes")
    return (_same_rings(wide, narrow) and _lets_through(wide, narrow)) or None


def _same_rings(outer: Schema, inner: Schema) -> bool:
    """
    Whether the types that contain themselves, and so are still referred to by name, are the same.
    """
    names = {*_references(outer), *_references(inner)}
    return all(outer["$defs"].get(name) == inner["$defs"].get(name) for name in names)


def _needed(schema: Schema) -> dict[str, Any]:
    """
    *schema* with those of its ``$defs`` that it refers to, and without its address.
    """
    types = schema.get("$defs", {})
    own = {key: value for key, value in schema.items() if key not in {"$defs", "$id", "$schema"}}
    wanted, found = [*_references(own)], dict[str, Any]()
    while wanted:
        name = wanted.pop()
        if name not in found and name in types:
            found[name] = types[name]
            wanted += _references(types[name])
    return {**own, "$defs": found}


def _references(part: Any) -> Iterator[str]:
    if isinstance(part, Mapping):
        if isinstance(reference := part.get("$ref"), str):
            yield reference.rpartition("/")[2]
        for each in part.values():
            yield from _references(each)
    elif isinstance(part, list):
        for each in part:
            yield from _references(each)


def _lets_through(outer: Any, inner: Any) -> bool:
    """
    Whether every keyword of *outer* lets through what the same keyword of *inner* does.
    """
    if outer is True or outer in ({}, inner):
        return True
    if not isinstance(outer, Mapping) or not isinstance(inner, Mapping):
        return inner is False
    if not _ENTANGLED.isdisjoint((*outer, *inner)):
        return False
    if "anyOf" in inner and "anyOf" not in outer:
        rest = {key: value for key, value in inner.items() if key != "anyOf"}
        return all(_lets_through(outer, {**rest, **branch}) for branch in inner["anyOf"])
    return all(
        _KEYWORDS.get(key, _equal)(value, inner.get(key), outer, inner)
        for key, value in outer.items()
        if key not in {"$defs", "$schema", "$id"}
    )


def _equal(outer: Any, inner: Any, *_: Schema) -> bool:
    return bool(outer == inner)


def _inner(outer: Any, inner: Any, *_: Schema) -> bool:
    return inner is not None and _lets_through(outer, inner)


def _at_most(outer: Any, inner: Any, *_: Schema) -> bool:
    return inner is not None and bool(inner <= outer)


def _at_least(outer: Any, inner: Any, *_: Schema) -> bool:
    return inner is not None and bool(inner >= outer)


def _codes(outer: Any, inner: Any, _: Schema, narrow: Schema) -> bool:
    several = [narrow["const"]] if "const" in narrow else inner
    return isinstance(several, list) and all(one in outer for one in several)


def _branches(outer: Any, inner: Any, *_: Schema) -> bool:
    return isinstance(inner, str) and all(
        any(_repeats_less(one, wide) for wide in branches(outer)) for one in branches(inner)
    )


def _repeats_less(inner: str, outer: str) -> bool:
    """
    Whether two patterns differ only in how often a part is repeated, and *outer* admits each number
    of times that *inner* does.
    """
    (shape, times), (wide_shape, wide_times) = _repetitions(inner), _repetitions(outer)
    return shape == wide_shape and all(
        wide_least <= least and most <= wide_most
        for (least, most), (wide_least, wide_most) in zip(times, wide_times, strict=True)
    )


# A text in brackets, an escaped character, the opening of a group; or how often a part is repeated.
_TOKEN = re.compile(r"(\[(?:\\.|[^\]\\])*\]|\\.|\(\?:)|\{(\d+)(?:(,)(\d*))?\}|([?*+])", re.DOTALL)
_ONCE = {"?": (0, 1), "*": (0, math.inf), "+": (1, math.inf)}


def _repetitions(pattern: str) -> tuple[str, list[tuple[float, float]]]:
    """
    *pattern* with a mark for each repetition, and the least and the greatest number of times of
    each.
    """
    times: list[tuple[float, float]] = []

    def marked(found: re.Match[str]) -> str:
        text, least, comma, most, sign = found.groups()
        if text is not None:
            return text
        if sign is not None:
            times.append(_ONCE[sign])
        else:
            end = float(most) if most else math.inf if comma else float(least)
            times.append((float(least), end))
        return _MARK

    return _TOKEN.sub(marked, pattern), times


_MARK = "\N{REPLACEMENT CHARACTER}"


def _any_of(outer: Any, inner: Any, _: Schema, narrow: Schema) -> bool:
    rest = {key: value for key, value in narrow.items() if key != "anyOf"}
    several = [{**rest, **branch} for branch in inner] if inner else [rest]
    return all(any(_lets_through(wide, one) for wide in outer) for one in several)


def _properties(outer: Any, inner: Any, wide: Schema, narrow: Schema) -> bool:
    open_inner, names = narrow.get("additionalProperties", True), {*outer, *(inner or {})}
    open_outer = wide.get("additionalProperties", True)
    return all(
        _lets_through(outer.get(name, open_outer), (inner or {}).get(name, open_inner))
        for name in names
    )


def _additional(outer: Any, _: Any, wide: Schema, narrow: Schema) -> bool:
    named = {} if "properties" in wide else narrow.get("properties", {})
    others = narrow.get("additionalProperties", True)
    return all(_lets_through(outer, one) for one in (others, *named.values()))


def _required(outer: Any, inner: Any, *_: Schema) -> bool:
    return {*outer} <= {*(inner or ())}


# What these admit depends on keywords beside them.
_ENTANGLED = frozenset(
    {"patternProperties", "unevaluatedProperties", "unevaluatedItems", "prefixItems", "contains"}
)
_KEYWORDS: dict[str, Callable[[Any, Any, Schema, Schema], bool]] = {
    "enum": _codes,
    "pattern": _branches,
    "anyOf": _any_of,
    "items": _inner,
    "propertyNames": _inner,
    "properties": _properties,
    "additionalProperties": _additional,
    "required": _required,
    **dict.fromkeys(("maximum", "maxLength", "maxItems", "maxProperties"), _at_most),
    **dict.fromkeys(("minimum", "minLength", "minItems", "minProperties"), _at_least),
}

_WHOLE = re.compile(r"\^\(\?:(.*)\)\$", re.DOTALL)
_LITERALS = re.compile(r"([\w:-]*)\(\?:([\w|:-]+)\)")


def branches(pattern: str) -> frozenset[str]:
    """
    The alternatives of a *pattern* of the form ``^(?:a|b)$``; any other is its own only one.

    An alternative that is a text followed by a choice of texts, such as ``class:(?:press|ngo)``, is
    as many alternatives.
    """
    whole = _WHOLE.fullmatch(pattern)
    parts = _split(whole[1]) if whole else None
    if parts is None:
        once = pattern.removeprefix("^").removesuffix("$")
        return frozenset(
            {once if _split(once) == [once] and len(once) + 2 == len(pattern) else pattern}
        )
    found: set[str] = set()
    for part in parts:
        choice = _LITERALS.fullmatch(part)
        found |= {f"{choice[1]}{one}" for one in choice[2].split("|")} if choice else {part}
    return frozenset(found)


def _split(text: str) -> list[str] | None:
    """
    Split *text* at each ``|`` outside brackets; None if its brackets do not match.
    """
    parts, depth, within, begin, place = [], 0, False, 0, 0
    while place < len(text):
        match text[place]:
            case "\\":
                place += 1
            case "[" if not within:
                within = True
            case "]" if within:
                within = False
            case "(" if not within:
                depth += 1
            case ")" if not within:
                depth -= 1
                if depth < 0:
                    return None
            case "|" if not within and not depth:
                parts.append(text[begin:place])
                begin = place + 1
        place += 1
    return None if depth or within else [*parts, text[begin:]]
