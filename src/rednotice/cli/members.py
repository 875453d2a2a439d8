"""
Print the members of a record as a table, and find records by name.
"""

from __future__ import annotations

import textwrap
from difflib import get_close_matches
from functools import cache
from typing import Any

import attrs

from rednotice.errors import UnknownName
from rednotice.gate import NAMES, schema
from rednotice.model import Case, SharedDocument
from rednotice.records import Field, fields_of, record_classes
from rednotice.records.docstrings import docstring
from rednotice.records.json_schema import words_of
from rednotice.records.shapes import Many, Mapped, Nested, Shape

_WIDTH = 100
_MOST_HOLDERS = 6  # records that are named because they have a member of the name that was given
_ROOTS: dict[str, type] = dict(zip(NAMES, (Case, SharedDocument), strict=True))


@cache
def _records() -> dict[str, type]:
    return {cls.__name__: cls for root in _ROOTS.values() for cls in record_classes(root)}


@cache
def _schemas() -> dict[str, dict[str, Any]]:
    return {name: schema(name) for name in NAMES}


def names() -> dict[str, str]:
    """
    The words for every record and every value type, by its name.
    """
    named = {root.__name__ for root in _ROOTS.values()}
    named.update(name for whole in _schemas().values() for name in whole["$defs"])
    return {name: words_of(name) for name in sorted(named)}


def name_of(asked: str) -> str:
    """
    The name of the record or type that *asked* means: its name, or a member that holds it.

    Capitals, hyphens and spaces make no difference; ``case`` and ``shared`` are the documents. If
    several members have the name, that of the case counts.

    Raises:
        UnknownName: If there is none; the message suggests a similar name.
    """
    known = {_plain(name): root.__name__ for name, root in _ROOTS.items()}
    known |= {_plain(name): name for name in names()}
    for cls in _records().values():
        for field in fields_of(cls):
            if isinstance(field.one, Nested):
                known.setdefault(_plain(field.name), field.one.record.__name__)
    wanted = _plain(asked)
    if wanted in known:
        return known[wanted]
    holders = [
        name
        for name, cls in _records().items()
        if wanted in {_plain(field.name) for field in fields_of(cls)}
    ]
    if 0 < len(holders) <= _MOST_HOLDERS:
        step = f"this is a member; ask for a record that has it: {', '.join(holders)}"
        raise UnknownName(f"a schema must be named by a record or type; {step}")
    near = get_close_matches(wanted, known, n=1)
    meant = f". Did you mean {known[near[0]]}?" if near else "; `rednotice find` looks for words"
    raise UnknownName(
        f"a schema must be named by a record or type (see: rednotice schema --list){meant}"
    )


def _plain(name: str) -> str:
    return "".join(char for char in name.lower() if char.isalnum())


def part(name: str) -> dict[str, Any]:
    """
    The schema of the record or type *name*: the whole schema for a document, else its definition.
    """
    wholes = {_ROOTS[root].__name__: whole for root, whole in _schemas().items()}
    if name in wholes:
        return wholes[name]
    return next({name: one["$defs"][name]} for one in wholes.values() if name in one["$defs"])


def overview(columns: int) -> str:
    """
    The text that names every record with its members, in one line of at most *columns* each.

    The members that records have from a common base are named once, at the end.
    """
    width = max(map(len, _records())) + 2
    lines = [f"{name:{width}}{_listed(cls, columns - width)}" for name, cls in _records().items()]
    common = f"Most records also have some of these: {', '.join(_inherited())}."
    return "\n".join(
        [
            "Every record with its members. Case and SharedDocument are documents.",
            "",
            *lines,
            "",
            textwrap.fill(common, min(columns, _WIDTH)),
            "",
            "All about one record:           rednotice schema Notice",
            "Where to write what happened:   rednotice find boarding",
            "Records and types, by name:     rednotice schema --list",
            "The JSON Schema:                rednotice schema --json",
        ]
    )


def _listed(cls: Any, columns: int) -> str:
    names = _own(cls)
    more = f" … ({len(names)} in all)"
    return textwrap.shorten(
        ", ".join(names), max(columns, len(names[0] + more) + 1), placeholder=more
    )


def _own(cls: Any) -> list[str]:
    return [field.name for field in attrs.fields(cls) if not field.inherited]


def _inherited() -> dict[str, None]:
    return dict.fromkeys(
        field.name for cls in _records().values() for field in attrs.fields(cls) if field.inherited
    )


def table(name: str) -> str:
    """
    The text for the record or type *name*: its description and, for a record, each member with its
    type.
    """
    cls = _records().get(name)
    if cls is None:
        found = part(name)[name]
        lines = [name, _filled(found["description"])]
        if "x-codelist" in found:
            lines.append(f"See: rednotice codelist {found['x-codelist']}")
        else:
            lines.append(_filled(f"Such as: {', '.join(map(str, found['x-examples']))}"))
        return "\n".join(lines)
    said = " ".join(docstring(cls).split())
    members = (_member(field) for field in fields_of(cls))
    return "\n".join([name, _filled(said), "", *members])


def _member(field: Field) -> str:
    targets = f" (in {', '.join((*field.ref.targets, *field.ref.words))})" if field.ref else ""
    required = "; required" if field.required else ""
    lines = [f"{field.name}: {_held(field.shape)}{targets}{required}", field.meaning.doc]
    return "\n".join(_filled(line, "  " * count, "    ") for count, line in enumerate(lines))


def _held(shape: Shape) -> str:
    match shape:
        case Many(item):
            return f"a list, each {_held(item)}"
        case Nested(cls):
            return f"an object (see: rednotice schema {cls.__name__})"
        case Mapped(keys, each):
            return f"an object, each member named by {keys.expects}, and each {_held(each)}"
    return shape.expects


def _filled(text: str, first: str = "", rest: str = "") -> str:
    return textwrap.fill(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
