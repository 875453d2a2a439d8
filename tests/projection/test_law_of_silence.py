"""A release depends only on what its audience may see: each hidden member, and random changes."""

from __future__ import annotations

import random
from functools import cache
from typing import Any

import pytest
from filled import DECIDES, changed, decides, doubled, filled, leaves, released, ways, without
from hypothesis import given, settings
from hypothesis import strategies as st

from rednotice import testing
from rednotice.model import Case
from rednotice.policies.ceilings import is_own_id, is_voice, may_leave
from rednotice.records import (
    CCF_BUREAU,
    CCF_COMMISSION,
    COUNSEL,
    PARTNER,
    PUBLIC,
    Audience,
    fields_of,
)
from rednotice.records.limits import Exactly
from rednotice.records.shapes import Many, Nested
from rednotice.types.roles import Role

WAYS = list(ways())
# A fifth of the members is tried quickly, for a partner; all members and audiences, thoroughly.
TRIED = [
    pytest.param(PARTNER, WAYS[::5], id="partner-a-fifth"),
    *(
        pytest.param(one, WAYS, id=one.value, marks=pytest.mark.thorough)
        for one in (PARTNER, PUBLIC, CCF_BUREAU, CCF_COMMISSION, COUNSEL)
    ),
]


def called(way: Any) -> str:
    return ".".join(field.name for field in way)


@pytest.mark.parametrize(("audience", "members"), TRIED)
def test_no_member_that_may_not_leave_moves_a_byte(audience: Audience, members: Any) -> None:
    """Deleted, changed, or with a further item in its list: the release is the same."""
    expected = released(filled(), audience)
    moved = []
    tried = 0
    for way, cls in members:
        if leaves(way, audience) or (audience is CCF_COMMISSION and decides(way)):
            continue
        if audience is CCF_BUREAU and way[-1].name in {"privileged", "tell_source"}:
            continue
        cases = [changed(way, cls)]
        if not way[-1].required:
            cases.append(without(way))
        if isinstance(way[-1].shape, Many):
            cases.append(doubled(way, cls))
        tried += len(cases)
        moved += [called(way) for case in cases if released(case, audience) != expected]

    assert tried > 150 * len(members) / len(WAYS)
    assert moved == []


@pytest.mark.parametrize(("audience", "members"), TRIED)
def test_every_member_that_may_leave_moves_a_byte(audience: Audience, members: Any) -> None:
    """So the law is no law of empty releases."""
    before = released(filled(), audience)
    still = []
    for way, cls in members:
        if not leaves(way, audience) or is_fixed(way[-1]):
            continue
        if way[-1].name == "privileged":
            continue  # no source of the case is, so that all of them leave
        cases = [changed(way, cls)] if can_change(way[-1]) else []
        if not way[-1].required:
            cases.append(without(way))
        still += [called(way) for case in cases if released(case, audience) == before]

    assert sorted(set(still)) == []


def is_fixed(field: Any) -> bool:
    limits = getattr(field.one, "limits", ())
    return bool(limits) and isinstance(limits[0], Exactly)


def can_change(field: Any) -> bool:
    """
    Whether another value of *field* names something else; there is one record to point at, and a
    group that is called otherwise is the same group.
    """
    is_group = field.name == "independence_group"
    return (field.ref is None and not is_group) or isinstance(field.ref, Role)


# Random documents


@cache
def _fields(cls: Any) -> dict[str, Any]:
    return {field.name: field for field in fields_of(cls)}


class Tidy:
    """A random case made sound: ids are unique, references find something, classes are said."""

    def __init__(self, document: Any) -> None:
        self.ids = 0
        self.known: list[str] = []
        self.refs: list[tuple[Any, Any, Any]] = []
        self._visit(Case, document)
        for at, (holder, key, about) in enumerate(self.refs):
            text = self.known[at * 7 % len(self.known)]
            holder[key] = f"{text}.date" if about and at % 2 else text

    def _visit(self, cls: Any, part: dict[str, Any]) -> None:
        for name, field in _fields(cls).items():
            if is_own_id(field) and (name in part or self.ids % 3):
                self.ids += 1
                part[name] = f"x{self.ids}"
                self.known.append(part[name])
            elif is_voice(cls, field):
                part.setdefault(name, ["class:press"])
        for name, value in part.items():
            field = _fields(cls)[name]
            several = value if isinstance(field.shape, Many) else [value]
            if isinstance(field.one, Nested):
                for one in several:
                    self._visit(field.one.record, one)
            elif isinstance(field.ref, Role):
                words = [one if one.startswith("class:") else "class:press" for one in several]
                words = [one if field.ref.holds(one) else "class:family" for one in words]
                part[name] = words if isinstance(field.shape, Many) else words[0]
            elif field.ref is not None:
                about = "anything" in field.ref.targets
                if isinstance(field.shape, Many):
                    self.refs += [(value, at, about) for at in range(len(value))]
                else:
                    self.refs.append((part, name, about))


def hidden_places(cls: Any, part: Any, audience: Audience, *, shown: bool = True) -> list[Any]:
    """The objects and members that *audience* may not see; nothing that decides is among them."""
    found = []
    for name, value in part.items():
        field = _fields(cls)[name]
        if is_own_id(field) or name in DECIDES:
            continue
        seen = shown and may_leave(cls, field, audience)
        if not seen and name not in {"rednotice", "pursued_by"}:
            found.append((part, name, field))
        if isinstance(field.one, Nested):
            for one in value if isinstance(field.shape, Many) else [value]:
                found += hidden_places(field.one.record, one, audience, shown=seen)
    return found


def renamed(part: Any, names: dict[str, str]) -> Any:
    """*part* with other ids, the same everywhere."""
    match part:
        case dict():
            return {key: renamed(value, names) for key, value in part.items()}
        case list():
            return [renamed(value, names) for value in part]
        case str():
            head, dot, rest = part.partition(".")
            return f"{names[head]}{dot}{rest}" if head in names else part
    return part


def shuffled(cls: Any, part: Any, chance: random.Random) -> None:
    """Put the lists of *part* in another order, and some items in twice, where order is nothing."""
    for name, value in part.items():
        field = _fields(cls)[name]
        if isinstance(field.one, Nested):
            for one in value if isinstance(field.shape, Many) else [value]:
                shuffled(field.one.record, one, chance)
        if isinstance(field.shape, Many) and not field.meaning.ordered:
            chance.shuffle(value)


@settings(max_examples=settings.default.max_examples * 2)
@given(
    testing.objects(Case), st.randoms(use_true_random=False), st.sampled_from(list(Audience)[1:])
)
def test_random_changes_of_hidden_things_move_no_byte(
    document: Any, chance: random.Random, audience: Audience
) -> None:
    """Members deleted, ids renamed, lists shuffled: the release is the same."""
    known = Tidy(document).known
    before = released(document, audience)

    places = hidden_places(Case, document, audience)
    for part, name, field in chance.sample(places, min(len(places), 4)):
        if not field.required and len(part) > 1:
            del part[name]
        elif isinstance(field.shape, Many) and not field.ref:
            part[name] = [*part[name], *part[name]]
    shuffled(Case, document, chance)
    names = dict(zip(known, chance.sample([f"y{n}" for n in range(999)], len(known)), strict=True))
    # A text that is spelled like an id is no id; where it may leave, it would be renamed too.
    after = released(renamed(document, names), audience)

    assert after == before


def test_a_case_may_be_asked_again() -> None:
    """The same case, key and audience give the same bytes, and another audience has other ids."""
    first, again = released(filled(), PARTNER), released(filled(), PARTNER)

    assert first == again
    assert first != released(filled(), COUNSEL)
