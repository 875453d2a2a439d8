"""
Files in TOML that users write: read them, and tell what is wrong by the schema of the file.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator

Schema = dict[str, Any]
_FEW = 12  # words that a message lists
_DEEPEST = 20  # levels of tables and lists; what is meant has fewer than half of them
_DEEP = "is nested deeper than a file of this kind ever is"
_ANY = 10**9  # a bound that no number in a file reaches
_TYPES = {
    "array": "a list",
    "boolean": "true or false",
    "integer": "a whole number",
    "number": "a number",
    "object": "a table",
    "string": "a text",
}


class NotToml(ValueError):
    """
    A file is not TOML, or not UTF-8. The message quotes nothing; *at* is the place, if it is known.
    """

    def __init__(self, message: str, at: str = "") -> None:
        self.at = at
        super().__init__(message)


class Fault(NamedTuple):
    """
    One fault in a file: the path of tables, entries and items to it, and what to do.

    *key* is the name of an entry that is not known there, which messages do not quote.
    """

    path: tuple[str | int, ...]
    message: str
    key: str | None = None

    @property
    def place(self) -> str:
        """The path in words: ``Notice.keep, item 2``."""
        return place(self.path)


def parsed(content: bytes) -> dict[str, Any]:
    """
    The tables and entries of the file with this *content*.

    Raises:
        NotToml: If it is not TOML, or not UTF-8, or nested deeper than any file that is meant.
    """
    try:
        found = tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise NotToml(f"is not UTF-8 from byte {error.start + 1:,}") from None
    except tomllib.TOMLDecodeError as error:
        # The parser's own words may quote the file, but for the place at their end.
        at = str(error).rpartition("(at ")[2].rstrip(")") or "some place"
        raise NotToml("is not TOML: see https://toml.io", at) from None
    except RecursionError:
        raise NotToml(_DEEP) from None
    except ValueError:  # of `int`
        raise NotToml("has a number of too many digits") from None
    if _is_deep(found):
        raise NotToml(_DEEP)
    return found


def _is_deep(value: Any) -> bool:
    level = [value]
    for _ in range(_DEEPEST):
        level = [part for one in level for part in _parts(one)]
    return bool(level)


def _parts(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def place(path: Iterable[str | int]) -> str:
    """
    The *path* of tables, entries and items in words: ``Notice.keep, item 2``.
    """
    said = ""
    for part in path:
        if isinstance(part, int):
            said += f", item {part + 1}"
        else:
            said += f".{part}" if said else part
    return said


# What the schema of a file says


def validator(schema: Schema) -> Draft202012Validator:
    """
    The engine for *schema*, which `faults` takes.
    """
    import jsonschema_rs  # slow to import

    return jsonschema_rs.Draft202012Validator(
        {name: value for name, value in schema.items() if name != "$id"}
    )


def faults(said: Any, schema: Schema, engine: Draft202012Validator, help_: str) -> Iterator[Fault]:
    """
    Yield each fault of what a file *said*. *engine* is made of *schema*, and *help_* says where the
    words stand that a file may use.
    """
    given = _as_json(said)
    for error in engine.iter_errors(given):
        *way, keyword = error.schema_path
        part, found = _at(schema, way), _at(given, error.instance_path)
        kind: Any = error.kind
        path = tuple(error.instance_path)
        if keyword == "required":
            missing = kind.property
            what = part["properties"][missing]["description"]
            yield Fault(path, f"`{missing}` is missing. {what}")
        elif keyword == "additionalProperties":
            for key in kind.unexpected:
                yield Fault(path, unknown(key, part["properties"], help_), key)
        else:
            yield Fault(path, _expected(part, str(keyword), found, help_))


def unknown(given: Any, known: Iterable[str], help_: str) -> str:
    """
    The message for the word *given*, which is none of *known*. It quotes only a word of ours.
    """
    words = list(known)
    near = get_close_matches(given, words, n=1) if isinstance(given, str) else []
    if near:
        return f"has a word that is not known here. Did you mean `{near[0]}`?"
    if len(words) <= _FEW:
        return f"each word here must be one of {', '.join(words)}"
    return f"has a word that is not known here; {help_}"


def _as_json(value: Any) -> Any:
    """
    *value* as JSON has it: a date as a text, and None in the place of other times.
    """
    match value:
        case dt.datetime():
            return None
        case dt.date():
            return value.isoformat()
        case dict():
            return {str(name): _as_json(part) for name, part in value.items()}
        case list() | tuple():
            return [_as_json(part) for part in value]
        case str() | bool() | int() | float():
            return value
    return None


def _at(value: Any, path: Iterable[Any]) -> Any:
    for name in path:
        value = value[name]
    return value


def _expected(schema: Schema, keyword: str, found: Any, help_: str) -> str:
    if "enum" in schema:
        return unknown(found, schema["enum"], help_)
    if keyword == "uniqueItems":
        return "names something twice; once is enough"
    if keyword == "minItems":
        return "must have at least one item"
    if keyword == "minLength":
        return "must not be empty"
    if schema.get("format") == "date":
        return "must be a day, such as 2027-01-31"
    if keyword == "type" and schema["type"] == "string":
        return "must be a text"
    if schema["type"] == "string":
        return "must be written as the description of the schema says, in small letters"
    least, most = schema.get("minimum"), schema.get("maximum", schema.get("exclusiveMaximum"))
    between = ""
    if least is not None and most is not None:
        between = f" from {least} to {most:g}" if most < _ANY else f" of {least} or more"
    return f"must be {_TYPES[schema['type']]}{between}"


# Parts of such schemas


def closed(properties: Mapping[str, Any], **more: Any) -> Schema:
    """
    The schema of a table that has no other entries than *properties*.
    """
    return {
        "type": "object",
        "properties": dict(properties),
        **more,
        "additionalProperties": False,
    }


def set_of(items: Schema, **more: Any) -> Schema:
    """
    The schema of a list of different *items*.
    """
    return {"type": "array", "items": items, "uniqueItems": True, **more}


def whole(least: int, most: int = _ANY) -> Schema:
    """
    The schema of a whole number from *least* to *most*.
    """
    return {"type": "integer", "minimum": least, "maximum": most}
