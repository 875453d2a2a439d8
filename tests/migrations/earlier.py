"""Documents of older versions: the examples of that time, and what its schema allows besides."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from rednotice import formats
from rednotice.migrations import Step, steps
from rednotice.migrations.frozen import frozen_schema
from rednotice.migrations.moving import Edition, Moved, moved
from rednotice.verbs.migrating import _edition

Strategy = st.SearchStrategy[Any]
EXAMPLES = Path(__file__).parents[1] / "data" / "edition_0_9"
ROOTS = {"case": "Case", "shared": "SharedDocument"}


@cache
def examples() -> dict[str, dict[str, Any]]:
    """The examples of the first edition, by the name of their file, relabelled as 0.9."""
    found = {}
    for path in sorted(EXAMPLES.glob("*.yaml")):
        with path.open("rb") as file:
            (document,) = formats.by_name("yaml").read(file, path.name, print)
        found[path.name] = {**document.value, "rednotice": "0.9"}
    return found


def kind(document: dict[str, Any]) -> str:
    return "shared" if document.get("shared") else "case"


def edition(version: str, document: dict[str, Any]) -> Edition:
    return _edition(version, kind(document))


def up(document: dict[str, Any], step: Step) -> Moved:
    older, newer = (edition(version, document) for version in (step.older, step.newer))
    return moved(document, source=older, target=newer, forth=step.up, back=step.down)


def down(document: dict[str, Any], step: Step) -> Moved:
    older, newer = (edition(version, document) for version in (step.older, step.newer))
    return moved(document, source=newer, target=older, forth=step.down, back=step.up)


FIRST = steps()[0]


@cache
def documents(version: str = "0.9") -> Strategy:
    """Plain documents that the frozen schema of *version* accepts, each with a few members."""
    return st.sampled_from(["case", "case", "shared"]).flatmap(
        lambda name: _Drawn(frozen_schema(version, name), ROOTS[name], version).document()
    )


class _Drawn:
    """Draws values from a schema: codes, the examples that it gives, and records of them."""

    def __init__(self, schema: dict[str, Any], root: str, version: str) -> None:
        self._types = {**schema["$defs"], root: schema}
        self._root = root
        self._version = version

    def document(self) -> Strategy:
        fixed = {"rednotice": self._version}
        return self._record(self._types[self._root], 0).map(lambda value: {**value, **fixed})

    def _record(self, part: dict[str, Any], depth: int) -> Strategy:
        properties, required = part["properties"], part.get("required", [])
        optional = [name for name in properties if name not in required]
        most = 6 if depth < 2 else 3 if depth < 4 else 1
        least = 0 if required else 1

        def of(chosen: list[str]) -> Strategy:
            names = [*required, *chosen]
            return st.fixed_dictionaries(
                {name: self._value(properties[name], depth + 1) for name in names}
            )

        if not optional:
            return of([])
        chosen = st.lists(
            st.sampled_from(optional), min_size=least, max_size=max(most, least), unique=True
        )
        return chosen.flatmap(of)

    def _value(self, part: dict[str, Any], depth: int) -> Strategy:
        if "$ref" in part:
            part = self._types[part["$ref"].rpartition("/")[2]]
        if "properties" in part:
            return self._record(part, depth)
        if "items" in part:
            return st.lists(self._value(part["items"], depth), min_size=1, max_size=2)
        if "propertyNames" in part and "enum" in part["propertyNames"]:
            names = st.sampled_from(part["propertyNames"]["enum"])
            return st.dictionaries(
                names, self._value(part["additionalProperties"], depth), min_size=1, max_size=2
            )
        if "const" in part:
            return st.just(part["const"])
        if "enum" in part:
            return st.sampled_from(part["enum"])
        if part.get("type") == "boolean":
            return st.booleans()
        if "examples" not in part:  # a map of extensions, or a list of plain values
            return st.just({"org.example": {"checked": True}})
        return st.sampled_from(part["examples"])
