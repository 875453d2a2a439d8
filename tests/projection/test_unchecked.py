"""What a release makes without checks is what the constructors would make."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from filled import KEY, TODAY, _filled

import rednotice
from rednotice import Case, gate
from rednotice.projection.coarsening import coarsen
from rednotice.projection.finishing import finish
from rednotice.projection.levels import Levels
from rednotice.projection.projecting import project
from rednotice.records import Audience, fields_of, rebuild, walk

EXAMPLES = Path(__file__).parents[2] / "examples"
COARSE = Levels(dates="decade", dropped=frozenset({"sexes"}), cuts={"offences": 1})
OUTSIDE = [audience for audience in Audience if audience is not Audience.INTERNAL]


def cases() -> list[Case]:
    return [*rednotice.read(EXAMPLES), gate.decode(_filled())]


def checked(record: Any) -> Any:
    """*record*, made anew by the constructors, which check each value."""
    return rebuild(record, lambda _field, value: value)


def stored(record: Any) -> list[Any]:
    """Every value of *record* and of all in it, with its type and those of its parts."""
    return [
        (path, field.name, type(value), [*map(type, value)] if isinstance(value, tuple) else [])
        for path, one in walk(record)
        for field in fields_of(type(one))
        if (value := one.__dict__.get(field.name)) is not None
    ]


@pytest.mark.thorough
@pytest.mark.parametrize("audience", OUTSIDE)
def test_the_constructors_take_what_each_step_makes_and_make_the_same(audience: Audience) -> None:
    for case in cases():
        projected = project(case, audience, today=TODAY)
        coarse = coarsen(projected, COARSE)
        [finished] = finish([coarse], KEY)

        for made in (projected, coarse, finished):
            again = checked(made)
            assert again == made
            assert stored(again) == stored(made)


@pytest.mark.parametrize("audience", OUTSIDE)
def test_nothing_that_leaves_names_what_stayed_behind(audience: Audience) -> None:
    """The projection ends with a pass that took right what leaves."""
    for case in cases():
        projected = project(case, audience, today=TODAY)
        ids = {one.id for _, one in walk(projected) if getattr(one, "id", None)}
        named = {
            target.partition(".")[0]
            for _, one in walk(projected)
            for field in fields_of(type(one))
            if field.ref is not None
            for target in _targets(one.__dict__.get(field.name, ()))
        }

        assert {name for name in named if not name.startswith("class:")} <= ids


def _targets(value: Any) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,)
