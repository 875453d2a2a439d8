"""
Write a page for each record class, and one for the types of values.
"""

from __future__ import annotations

import inspect
from collections import defaultdict
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

import attrs

from rednotice.model import (
    Attributed,
    Case,
    PublicWorded,
    Record,
    SharedDocument,
    StateWorded,
    Worded,
)
from rednotice.records import Audience, Field, fields_of, record_classes
from rednotice.records.json_schema import words_of
from rednotice.records.shapes import Free, Many, Mapped, Nested, Scalar, Shape
from reference_pages.markdown import joined, listed, prose, slug, title, toctree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rednotice.codelists import Codelist

# No document holds a record of these classes. Their pages describe members that other classes
# inherit.
BASES: tuple[type, ...] = (Attributed, Record, Worded, StateWorded, PublicWorded)
RECORDS: tuple[type, ...] = tuple(
    dict.fromkeys((*record_classes(Case), *record_classes(SharedDocument), *BASES))
)


def file_of(cls: type) -> str:
    """
    Give the file name of the page of *cls*.
    """
    return f"{words_of(cls.__name__).lower().replace(' ', '-')}.md"


def link_to(cls: type) -> str:
    """
    Give a link to the page of *cls* for any page of the reference.
    """
    return f"[{words_of(cls.__name__)}](../records/{file_of(cls)})"


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
    inherited = {field.name for field in attrs.fields(cls) if field.inherited}
    own = [field for field in fields_of(cls) if field.name not in inherited]
    parts = [f"# {words_of(cls.__name__)}", prose(inspect.getdoc(cls))]
    if homes := _homes()[cls]:
        parts.append(f"These members hold it: {listed(homes, 'and')}.")
    elif cls in BASES:
        parts.append("No document holds this record by itself. Other records inherit its members.")
    for field in own:
        parts += [f"({cls.__name__}.{field.name})=\n## `{field.name}`", prose(field.meaning.doc)]
        facts = " · ".join(_facts(field))
        parts.append(f"{{.facts}}\n{facts[0].upper()}{facts[1:]}.")
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


_PARTS = {
    "classes": "class words also",
    "pursuing": "pursuing states also",
    "replaced": "another id in its place",
}


def _facts(field: Field) -> Iterable[str]:
    meaning = field.meaning
    yield ("required: " if field.required else "") + _type(field.shape)
    if field.ref and "anything" in field.ref.targets:
        yield "names a record of any kind"
    elif field.ref:
        yield f"names a record in {listed(field.ref.targets, 'or')}"
        for words in field.ref.words:
            yield f"or is `class:` and a code of the list {words.removeprefix('class:')}"
    yield f"sensitivity {meaning.sensitivity.value}"
    yield f"release {_names(meaning.release)}"
    if meaning.part:
        yield f"{_PARTS[meaning.part_kind]} {_names(meaning.part)}"
    if meaning.known:
        yield "known to pursuing states"
    yield f"since {meaning.since}"


def _names(audiences: frozenset[Audience]) -> str:
    return listed([one.value for one in Audience if one in audiences], "and")


def _type(shape: Shape) -> str:
    match shape:
        case Many(item):
            return f"list of {_type(item).replace('code of', 'codes of', 1)}"
        case Nested(cls):
            return link_to(cls)
        case Mapped(keys, value):
            return f"object of {_type(value)}, each named by {keys.expects}"
        case Free(_, named):
            return f"[{named.title}](../types/index.md#{slug(named.title)})"
        case Scalar() if vocabulary := vocabulary_of(shape):
            return f"code of [{vocabulary.title}](../codelists/{vocabulary.name}.md)"
        case Scalar() if shape.named:
            return f"[{shape.named.title}](../types/index.md#{slug(shape.named.title)})"
        case Scalar():
            return shape.expects


def vocabulary_of(shape: Shape) -> Codelist | None:
    """
    Give the codelist whose codes *shape* takes, if it takes codes.
    """
    limits = shape.limits if isinstance(shape, Scalar) else ()
    return next((limit.codelist for limit in limits if hasattr(limit, "codelist")), None)


def innermost(shape: Shape) -> Shape:
    """
    Give the shape of one value of a list or a map.
    """
    match shape:
        case Many(inner) | Mapped(_, inner):
            return innermost(inner)
    return shape


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
