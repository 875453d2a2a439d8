"""
Write a page for each record class, and one for the types of values.
"""

from __future__ import annotations

import inspect
from collections import defaultdict
from functools import cache
from importlib import import_module
from typing import Any

import attrs

from rednotice.records import fields_of
from rednotice.records.json_schema import words_of
from rednotice.records.shapes import Free, Nested, Scalar
from reference_pages.classes import BASES, RECORDS, file_of, link_to, own_fields
from reference_pages.kinds import innermost, vocabulary_of
from reference_pages.markdown import joined, listed, prose, title, toctree
from reference_pages.members import member


def index() -> str:
    """
    Give the list of all records, by module of the model.
    """
    by_module: dict[str, list[type]] = defaultdict(list)
    for cls in RECORDS:
        by_module[cls.__module__].append(cls)
    parts = ["# Records and their fields", toctree(file_of(cls) for cls in RECORDS)]
    for module, classes in by_module.items():
        parts.append(f"## {title(import_module(module))}")
        parts.append("\n".join(f"- {link_to(cls)}: {title(cls)}" for cls in classes))
    return joined(parts)


def record(cls: type) -> str:
    """
    Give the page of the record class *cls*: its own fields, and links to inherited ones.
    """
    parts = [f"# {words_of(cls.__name__)}", prose(inspect.getdoc(cls))]
    if homes := _homes()[cls]:
        parts.append(f"These members hold it: {listed(homes, 'and')}.")
    elif cls in BASES:
        parts.append("No document holds this record by itself. Other records inherit its members.")
    parts += [member(cls, field) for field in own_fields(cls)]
    for base in cls.__mro__[1:-1]:
        given = [field.name for field in attrs.fields(base) if not field.inherited]
        links = [f"[{name}](#{base.__name__}.{name})" for name in given]
        parts.append(f"It inherits from {link_to(base)}: {listed(links, 'and')}.")
    return joined(parts)


@cache
def _homes() -> dict[type, list[str]]:
    """
    Give links to the members that hold each record.
    """
    homes: dict[type, list[str]] = defaultdict(list)
    for cls in RECORDS:
        for field in fields_of(cls):
            owner = next(base for base in reversed(cls.__mro__) if _has(base, field.name))
            link = f"[{owner.__name__}.{field.name}](#{owner.__name__}.{field.name})"
            if isinstance(field.one, Nested) and link not in homes[field.one.record]:
                homes[field.one.record].append(link)
    return homes


def _has(cls: type, name: str) -> bool:
    return attrs.has(cls) and name in attrs.fields_dict(cls)


def types() -> str:
    """
    Give the page of all types but codelists.
    """
    found = {}
    for cls in RECORDS:
        for field in fields_of(cls):
            shape = innermost(field.shape)
            if isinstance(shape, Scalar | Free) and shape.named and not vocabulary_of(shape):
                found[shape.named.title] = shape
    parts = ["# Types of values"]
    for name, shape in sorted(found.items()):
        named: Any = shape.named
        expects = prose(shape.expects) + ("" if shape.expects.endswith("…") else ".")
        parts += [f"## {name}", prose(named.description), f"It must be {expects}"]
        if named.examples:
            shown = ", ".join(f"`{example}`" for example in named.examples)
            parts.append(f"Examples: {shown}.")
        if isinstance(shape, Scalar) and "pattern" in shape.keywords():
            parts.append(
                f"The pattern in the schema:\n\n```text\n{shape.keywords()['pattern']}\n```"
            )
    return joined(parts)
