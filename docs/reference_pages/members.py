"""
What the reference says of one member.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import rednotice
from rednotice.model import Case, SharedDocument
from rednotice.records import Audience
from reference_pages.classes import BASES
from reference_pages.examples import example_of
from reference_pages.kinds import kind_of, limits_of
from reference_pages.markdown import joined, listed, prose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rednotice.records import Field
    from rednotice.records.limits import Ref

_PARTS = {
    "classes": "only class words",
    "pursuing": "only pursuing states",
    "replaced": "another id in its place",
}


def member(cls: type, field: Field) -> str:
    """
    Give the part of a page on the member *field* of *cls*, with an anchor.
    """
    facts = [f"{name}\n: {says}" for name, says in _facts(cls, field)]
    return joined(
        [
            f"({cls.__name__}.{field.name})=\n## `{field.name}`",
            prose(field.meaning.doc),
            "{.facts}\n" + "\n\n".join(facts),
        ]
    ).rstrip("\n")


def _facts(cls: type, field: Field) -> Iterator[tuple[str, str]]:
    meaning = field.meaning
    yield "Type", _sentence(("required: " if field.required else "") + kind_of(field.shape))
    if limits := limits_of(field.shape):
        yield "Must be", _sentence("; ".join(limits))
    if field.ref:
        yield "Names", _sentence(_target(field.ref))
    if example := example_of(cls, field):
        yield "Example", f"`{example}`"
    known = " Pursuing states know it anyway." if meaning.known else ""
    yield "Sensitivity", _sentence(meaning.sensitivity.value) + known
    yield "Who may see it", "\\\n  ".join(_seen(cls, field))
    yield "Since", f"{meaning.since}"


def _target(ref: Ref) -> str:
    if "anything" in ref.targets:
        named = "a record of any kind"
    else:
        named = f"a record in {listed((f'`{one}`' for one in ref.targets), 'or')}"
    for words in ref.words:
        name = words.removeprefix("class:")
        named += f"; or `class:` and a code of [{name}](../codelists/{name}.md)"
    return named


def _seen(cls: type, field: Field) -> Iterator[str]:
    """
    Who may see the member: wherever it stands, and at places where more may see it.
    """
    if cls in BASES:
        declared = field.meaning.release, field.meaning.part
        yield f"{_audiences(*map(_ordered, declared), field)} Fewer, if fewer may see the record."
        return
    told = _published()[cls.__name__, field.name]
    yield _said(told, field)
    places: dict[str, list[str]] = {}
    for path, here in told.get("x-release-at", {}).items():
        places.setdefault(_said(here, field), []).append(f"`{path}`")
    for said, paths in places.items():
        yield f"In {listed(paths, 'and')}: {said}"


def _said(told: Mapping[str, Any], field: Field) -> str:
    part = told.get(f"x-release-{field.meaning.part_kind}", [])
    return _audiences(told["x-release"], part, field)


def _audiences(release: list[str], part: list[str], field: Field) -> str:
    if Audience.PUBLIC.value in release:
        return "Everyone."
    said = _sentence(listed(release, "and"))
    if part:
        said += f" {_sentence(_PARTS[field.meaning.part_kind])[:-1]}: {listed(part, 'and')}."
    return said


def _ordered(audiences: Iterable[Audience]) -> list[str]:
    return [one.value for one in Audience if one in audiences]


@cache
def _published() -> dict[tuple[str, str], dict[str, Any]]:
    """
    What the published schemas say of each member.
    """
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for name, root in (("shared", SharedDocument), ("case", Case)):
        whole = rednotice.schema(name)
        for title, record in {**whole["$defs"], root.__name__: whole}.items():
            for member, told in record.get("properties", {}).items():
                found[title, member] = told
    return found


def _sentence(words: str) -> str:
    start = words.find("[") == 0
    return f"{words if start else words[:1].upper() + words[1:]}."
