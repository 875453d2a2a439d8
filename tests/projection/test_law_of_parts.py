"""Parts of members that leave: months, telling codes, who spoke, why something is missing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from filled import DATES, filled, holder, leaves, released, voices, ways

from rednotice.model import Statement
from rednotice.policies.ceilings import may_leave
from rednotice.projection.codes import code_may_leave
from rednotice.records import PARTNER, PUBLIC, Audience, fields_of
from rednotice.records.shapes import Many, Nested
from rednotice.types.codes import Codes
from rednotice.types.dates import PartialDate

WAYS = list(ways())
QUALIFIERS = {"existence", "stance", "condition", "carried_out"}
Pair = tuple[str, Any, Any]
every_audience = pytest.mark.parametrize("audience", [PARTNER, PUBLIC], ids=lambda one: one.value)


def put(way: Any, value: Any) -> Any:
    """The filled case with *value* at *way*; without it for None."""
    whole = filled()
    if value is None:
        del holder(whole, way)[way[-1].name]
    else:
        holder(whole, way)[way[-1].name] = value
    return whole


def visible(audience: Audience) -> Iterator[tuple[Any, Any]]:
    for way, cls in WAYS:
        if leaves(way, audience) and not (cls is Statement and way[-1].name in {"about", "value"}):
            yield way, cls


def of_dates(audience: Audience) -> Iterator[Pair]:
    """Another month of the same year."""
    for way, _ in visible(audience):
        if getattr(way[-1].one, "python", None) is PartialDate:
            yield way[-1].name, put(way, f"{DATES[0][:4]}-11"), put(way, DATES[0])


def of_codes(audience: Audience) -> Iterator[Pair]:
    """Another code that tells, and none. Where somebody looked decides, so it is no part."""
    for way, _ in visible(audience):
        if way[-1].name == "place":
            continue
        for limit in getattr(way[-1].one, "limits", ()):
            if isinstance(limit, Codes):
                telling = [
                    one.code
                    for one in limit.codelist
                    if not code_may_leave(limit.name, one.code, audience)
                ]
                several = isinstance(way[-1].shape, Many)
                values = [[one] if several else one for one in telling[:2]]
                # Without its qualifier a record would mean something else, so it stays behind.
                optional = not way[-1].required and way[-1].name not in QUALIFIERS
                values += [None] if values and optional else []
                for one, other in pairwise(values):
                    yield way[-1].name, put(way, one), put(way, other)


def of_speakers(audience: Audience) -> Iterator[Pair]:
    """Another speaker on the person's side."""
    for way, cls in visible(audience):
        if way[-1].name in voices(cls):
            words = ["class:counsel"], ["class:relative_or_friend"]
            yield way[-1].name, put(way, words[0]), put(way, words[1])


def of_reasons(audience: Audience) -> Iterator[Pair]:
    """Why a member that may not leave is missing, and that one is withheld."""
    for way, cls in visible(audience):
        if way[-1].name == "missing":
            fields = [one for one in fields_of(cls) if not one.required and one.name != "missing"]
            shown = [one.name for one in fields if may_leave(cls, one, audience)]
            kept = {shown[0]: "not_stated"}
            more = {one.name: "not_stated" for one in fields if one.name not in shown}
            more |= dict.fromkeys(shown[1:], "withheld")
            more.pop("id", None)
            yield way[-1].name, put(way, kept), put(way, kept | more)


def of_doubles(audience: Audience) -> Iterator[Pair]:
    """A record that differs from another only in what does not leave."""
    for way, _ in visible(audience):
        if isinstance(way[-1].one, Nested) and isinstance(way[-1].shape, Many):
            if way[-1].meaning.ordered:
                continue
            first = holder(filled(), way)[way[-1].name][0]
            twin, third = without_ids(first), without_ids(first)
            if "note" in third:
                third["note"] = "Another note."
            yield way[-1].name, put(way, [first, twin]), put(way, [first, twin, third])


def without_ids(part: Any) -> Any:
    if isinstance(part, dict):
        return {name: without_ids(value) for name, value in part.items() if name != "id"}
    return [without_ids(one) for one in part] if isinstance(part, list) else part


def of_values(audience: Audience) -> Iterator[Pair]:
    """What a statement says of a member, treated as the member is."""
    denial = {"stance": "denies", "by": ["class:press"], "about": "ou-0"}
    pairs = [
        ("ou-0", "one", "two"),
        ("ou-0.date", "2019-06", "2019-07-08"),
        ("ou-0.kind", "left_for_third_country", "visa_refused"),
        ("ou-0.according_to", ["class:counsel"], ["class:person"]),
        ("ou-0.because_of", "one", "two"),
        ("ou-0.part_of", "in-0", "ev-0"),
    ]
    for about, one, other in pairs:
        if audience is PARTNER:
            cases = []
            for value in (one, other):
                whole = filled()
                whole["statements"].append({**denial, "about": about, "value": value})
                cases.append(whole)
            yield about, cases[0], cases[1]


PARTS = (of_dates, of_codes, of_speakers, of_reasons, of_doubles, of_values)


@every_audience
@pytest.mark.parametrize("part", PARTS, ids=lambda one: one.__name__)
def test_a_part_that_is_hidden_moves_no_byte(part: Any, audience: Audience) -> None:
    """A member that leaves in part tells nothing of the rest."""
    pairs = list(part(audience))
    moved = [
        name for name, one, other in pairs if released(one, audience) != released(other, audience)
    ]

    assert moved == []
    assert pairs or audience is PUBLIC
