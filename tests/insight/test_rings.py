"""What leads back to itself is found in one pass, and so is the one voice behind many sources."""

from __future__ import annotations

import datetime as dt
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rednotice import gate
from rednotice.insight.questions import MOST
from rednotice.insight.rings import components, in_rings
from rednotice.insight.view import View
from rednotice.insight.voices import is_one_voice
from rednotice.rules import catalogue, manual

MANY = 16_000
GRAPHS = st.dictionaries(
    st.sampled_from("abcdefg"), st.lists(st.sampled_from("abcdefgz"), max_size=3)
)


def reached(graph: dict[str, list[str]], names: list[str]) -> set[str]:
    """*names*, what comes after each, and so on until nothing new does."""
    met: set[str] = set()
    waiting = [*names]
    while waiting:
        name = waiting.pop()
        if name not in met:
            met.add(name)
            waiting += graph.get(name, [])
    return met


@given(GRAPHS)
def test_a_ring_is_what_leads_back_by_way_of_others(graph: dict[str, list[str]]) -> None:
    """As if it was asked of each name whether one that it reaches reaches it."""
    wanted = {
        name
        for name in graph
        for other in reached(graph, graph[name]) - {name}
        if name in reached(graph, [other])
    }

    assert in_rings(graph, lambda name: graph.get(name, ())) == wanted


@given(GRAPHS)
def test_what_comes_after_a_name_stands_before_it(graph: dict[str, list[str]]) -> None:
    """So that an answer can be put together from those before; each name stands once."""
    met: set[str] = set()
    for together in components(graph, lambda name: graph.get(name, ())):
        assert met.isdisjoint(together)
        met.update(together)
        assert met >= reached(graph, together)
    assert met == reached(graph, [*graph])


def view_of(sources: list[dict[str, Any]], **members: Any) -> View:
    case = {"rednotice": "1.0", "id": "c-1", "subjects": [{"label": "A"}], "sources": sources}
    return View(gate.decode(case | members), dt.date(2026, 6, 1))


def found_by(rule: str, view: View) -> int:
    (asked,) = (one for one in catalogue() if one.manual is manual(rule))
    return sum(1 for _ in asked.problems(view))


def chain(*, ring: bool) -> list[dict[str, Any]]:
    """Sources, each made from the next, and the last from the first in a *ring*."""
    return [
        {"id": f"q{place}", "kind": "republication"}
        | (
            {"derived_from": [{"source": f"q{(place + 1) % MANY}"}]}
            if ring or place + 1 < MANY
            else {}
        )
        for place in range(MANY)
    ]


@pytest.mark.thorough
@pytest.mark.parametrize("ring", [False, True])
def test_many_sources_made_from_each_other_take_no_time(*, ring: bool) -> None:
    """Neither in a row nor in a ring, though all of them are asked about."""
    statements = [
        {"about": "s1", "value": "a", "credibility": "confirmed", "sources": [f"q{place}"]}
        for place in range(0, MANY, 16)
    ]
    view = view_of(chain(ring=ring), statements=statements)
    started = time.process_time()

    found = found_by("RN813", view)
    voices = [is_one_voice(view, [f"q{place}", "q0"]) for place in range(MANY)]

    assert found == (MOST + 1 if ring else 0)  # a rule tells no more of a case
    assert all(voices)
    assert time.process_time() - started < 10  # minutes, if each asked all others


@given(GRAPHS, st.dictionaries(st.sampled_from("abcdefg"), st.sampled_from(["", "g1", "g2"])))
def test_one_voice_is_one_at_which_all_end(
    graph: dict[str, list[str]], groups: dict[str, str]
) -> None:
    """Sources of one independence group are one, and nothing is asked of what is behind them."""
    sources = [
        {"id": name, "kind": "republication"}
        | ({"derived_from": [{"source": one} for one in graph[name]]} if graph.get(name) else {})
        | ({"independence_group": groups[name]} if groups.get(name) else {})
        for name in "abcdefg"
    ]
    view = view_of(sources)
    behind = {name: ahead for name, ahead in graph.items() if not groups.get(name)}

    for name in "abcdefgz":
        ends = {one for one in reached(behind, [name, "a"]) if not behind.get(one)}
        voices = {groups.get(one) or one for one in ends}
        assert is_one_voice(view, [name, "a"]) == (len(voices) <= 1)
