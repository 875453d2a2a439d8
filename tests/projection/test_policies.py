"""A policy lowers the ceiling: what leaves under it depends on no more, stays true, and is less."""

from __future__ import annotations

import random
from functools import cache
from typing import Any

import attrs
import pytest
from filled import KEY, changed, doubled, filled, leaves, release_key, ways, without
from hypothesis import given, settings
from hypothesis import strategies as st

import rednotice
from rednotice import Audience, Case, Policy, gate
from rednotice.codelists.cuts import height
from rednotice.policies import ceiling_of
from rednotice.policies.ceilings import decided
from rednotice.projection.codes import as_cut
from rednotice.projection.finishing import finish
from rednotice.projection.projecting import project
from rednotice.records import PARTNER, PUBLIC, fields_of, walk
from rednotice.records.shapes import Many
from rednotice.types.codes import Codes

WAYS = list(ways())
RELEASED_TO = [one for one in Audience if one is not Audience.INTERNAL]
LISTS = [name for name in rednotice.codelists.names() if height(name)]


def lowered(audience: Audience, *dropped: str, **changes: Any) -> Policy:
    """The ceiling of *audience* without the members *dropped*, such as ``Notice.charges``."""
    ceiling = ceiling_of(audience)
    keep = {
        name: {one for one in members if f"{name}.{one}" not in dropped}
        for name, members in ceiling.keep.items()
    }
    return attrs.evolve(ceiling, keep=keep, **changes)


def released(document: Any, policy: Policy) -> str:
    case: Any = gate.decode(document)
    [left] = finish([project(case, policy)], release_key(KEY, policy.audience, ""))
    return rednotice.dumps(left).decode()


def left(policy: Policy, **members: Any) -> dict[str, Any]:
    whole = {"rednotice": "1.0", "id": "c-1", "subjects": [{"id": "s1", "kind": "person"}]}
    return rednotice.to_dict(project(rednotice.from_dict({**whole, **members}), policy))


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    """A policy that drops, cuts and coarsens at random."""
    audience = draw(st.sampled_from(RELEASED_TO))
    members = [f"{name}.{one}" for name, those in decided(audience).items() for one in those]
    dropped = draw(st.lists(st.sampled_from(members), max_size=12))
    cuts = draw(st.dictionaries(st.sampled_from(LISTS), st.just(1), max_size=4))
    return lowered(audience, *dropped, cuts=cuts, dates=draw(st.sampled_from(["year", "decade"])))


# Silence


@settings(max_examples=max(1, settings.default.max_examples // 5))
@given(policies(), st.randoms(use_true_random=False))
def test_no_member_that_a_policy_drops_moves_a_byte(policy: Policy, chance: random.Random) -> None:
    """Deleted, changed, or with a further item in its list: the release is the same."""
    expected = released(filled(), policy)
    hidden = [(way, cls) for way, cls in WAYS if not leaves(way, policy)]
    moved = []
    for way, cls in chance.sample(hidden, min(len(hidden), 6)):
        cases = [changed(way, cls)]
        if not way[-1].required:
            cases.append(without(way))
        if isinstance(way[-1].shape, Many):
            cases.append(doubled(way, cls))
        name = ".".join(field.name for field in way)
        moved += [name for case in cases if released(case, policy) != expected]

    assert moved == []


def test_a_code_below_a_cut_moves_no_byte() -> None:
    """Neither in a member nor in what a statement says of one."""
    policy = lowered(PARTNER, cuts={"profiles": 2})
    said = {"by": ["class:press"], "stance": "says", "about": "d1.profile"}

    def with_profile(code: str) -> dict[str, Any]:
        described = [{"id": "d1", "profile": code, "according_to": ["class:press"]}]
        subject = {"id": "s1", "kind": "person", "described_as": described}
        return left(policy, subjects=[subject], statements=[{**said, "value": code}])

    told = with_profile("democracy_activist")

    assert told == with_profile("labour_activist")
    assert told["subjects"][0]["described_as"][0]["profile"] == "activist"
    assert told["statements"][0]["value"] == "activist"


# Truth


@given(policies())
def test_what_leaves_says_how_it_is_meant(policy: Policy) -> None:
    """Whatever is dropped, a voice, a stance and a denial leave with their record."""
    ceiling = project(gate.decode(filled()), policy.audience)
    meant = {
        type(record): {"according_to", "by", "stance", "existence", "contested"}
        & record.__dict__.keys()
        for _, record in walk(ceiling)
    }
    for _, record in walk(project(gate.decode(filled()), policy)):
        if record != SOMEBODY:
            assert meant[type(record)] <= record.__dict__.keys(), type(record).__name__


def test_a_policy_by_hand_cannot_drop_how_a_record_is_meant() -> None:
    """What is constructed is not checked, and an allegation stays one all the same."""
    policy = Policy(
        name="ours", version=1, audience=PARTNER, keep={"Case": ["notices"], "Notice": ["kind"]}
    )
    notice = {"kind": "red", "existence": "claimed", "according_to": ["class:press"]}

    assert left(policy, notices=[notice])["notices"] == [notice]


def test_a_policy_by_hand_cannot_keep_what_the_model_withholds() -> None:
    """Neither a number, nor a day."""
    policy = Policy(
        name="ours",
        version=1,
        audience=PARTNER,
        keep={"Case": ["notices"], "Notice": ["kind", "number", "history"]} | KEEP_STEPS,
        dates="day",
    )
    steps = [{"status": "published", "date": "2031-05-06"}]
    public = {"existence": "established", "published": {"date": "2031"}}
    notice = {"kind": "red", "number": "2031/4407", "history": steps} | BY_THE_PRESS | public

    assert left(policy, notices=[notice])["notices"] == [
        {
            "kind": "red",
            "existence": "established",
            "history": [{"status": "published", "date": "2031"}],
        }
        | BY_THE_PRESS
    ]


SOMEBODY = rednotice.Subject(id="s")  # whom a case is about of whom nothing may be said
BY_THE_PRESS = {"according_to": ["class:press"]}
KEEP_STEPS = {"StatusChange": ["status", "date"]}


@pytest.mark.parametrize("stance", ["denies", "disputes", "withdrew"])
def test_a_denial_is_not_made_broader(stance: str) -> None:
    """Whoever denies a day has not denied the year, nor with one way of pressing all of them."""
    denial = {"by": ["class:press"], "stance": stance, "value": "2021-06-15", "about": "o1.date"}
    told = left(lowered(PARTNER), outcomes=[{"id": "o1", "kind": "arrested"}], statements=[denial])

    del denial["value"]
    assert told["statements"] == [denial]


# Less


def values_in(case: Case) -> set[tuple[str, str, str]]:
    """What each record of *case* says, but for the records that it holds."""
    return {
        (getattr(record, "id", None) or type(record).__name__, name, repr(value))
        for _, record in walk(case)
        for name, value in record.__dict__.items()
        if name in plain_members(type(record)) and record != SOMEBODY
    }


@cache
def plain_members(cls: Any) -> set[str]:
    """The members that no cut, date or reference changes."""
    return {
        field.name
        for field in fields_of(cls)
        if not hasattr(field.one, "record")
        and field.ref is None
        and not any(isinstance(one, Codes) for one in getattr(field.one, "limits", ()))
        and getattr(field.one, "python", None) is not rednotice.PartialDate
        and field.name not in {"missing", "value"}
    }


@given(policies())
def test_a_policy_shows_nothing_that_the_ceiling_does_not(policy: Policy) -> None:
    """It can only lower it."""
    whole: Any = gate.decode(filled())

    assert values_in(project(whole, policy)) <= values_in(project(whole, policy.audience))


def test_the_ceiling_as_a_policy_is_the_audience() -> None:
    """Nothing is lost by naming it so."""
    whole: Any = gate.decode(filled())
    for audience in RELEASED_TO:
        assert project(whole, ceiling_of(audience)) == project(whole, audience)


def test_a_dropped_member_takes_its_statements_and_references_along() -> None:
    """As if the model did not release it."""
    about = [{"about": name, "stance": "denies"} for name in ("o1.date", "e1", "o1")]
    members: dict[str, Any] = {
        "outcomes": [
            {"id": "o1", "kind": "arrested", "date": "2021", "because_of": [{"record": "e1"}]}
            | BY_THE_PRESS
        ],
        "events": [{"id": "e1", "kind": "protest"}],
        "statements": about,
    }
    told = left(lowered(PARTNER, "Outcome.date", "Event.kind"), **members)

    assert told["outcomes"] == [{"id": "o1", "kind": "arrested"} | BY_THE_PRESS]
    assert "events" not in told
    assert [one["about"] for one in told["statements"]] == ["o1"]
    assert len(left(lowered(PARTNER), **members)["statements"]) == 3


def test_why_a_dropped_member_is_missing_stays_behind() -> None:
    """It would tell that the policy took nothing."""
    outcome = {"kind": "arrested", "missing": {"date": "unknown"}} | BY_THE_PRESS

    assert left(lowered(PARTNER, "Outcome.date"), outcomes=[outcome])["outcomes"] == [
        {"kind": "arrested"} | BY_THE_PRESS
    ]


def test_a_case_leaves_whatever_is_dropped() -> None:
    """It is about somebody, even if nothing else may be said."""
    nothing = attrs.evolve(ceiling_of(PUBLIC), keep={})

    assert left(nothing, notices=[{"kind": "red"}])["subjects"]
    assert "notices" not in left(nothing, notices=[{"kind": "red"}])


def test_dates_become_decades() -> None:
    """Also where a statement says one."""
    policy = lowered(PARTNER, dates="decade")
    says = {"by": ["class:press"], "stance": "says", "about": "o1.date", "value": "2021-06"}
    told = left(
        policy, outcomes=[{"id": "o1", "kind": "arrested", "date": "2019-05"}], statements=[says]
    )

    assert told["outcomes"][0]["date"] == "201X"
    assert told["statements"][0]["value"] == "202X"


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("audience", [PARTNER, PUBLIC], ids=lambda one: one.value)
def test_a_cut_leaves_only_codes_that_may_leave(name: str, audience: Audience) -> None:
    """And it is the whole list that is cut: what is left has nothing above it in what is left."""
    for steps in range(1, height(name) + 1):
        policy = lowered(audience, cuts={name: steps})
        for code in rednotice.codelist(name):
            before, after = (
                as_cut(name, code.code, ceiling_of(audience)),
                as_cut(name, code.code, policy),
            )
            assert after is None or as_cut(name, after, policy) == after
            assert before is not None or after is None


def test_a_code_that_tells_is_left_out_by_a_cut_as_well() -> None:
    """Among the codes of its group it would be known by what it is not."""
    for name in LISTS:
        for code in rednotice.codelist(name):
            if as_cut(name, code.code, ceiling_of(PUBLIC)) is None:
                assert as_cut(name, code.code, lowered(PUBLIC, cuts={name: 1})) is None


def test_speakers_are_cut_like_other_codes() -> None:
    """A class word holds a code."""
    arrest = {"kind": "arrested", "according_to": ["class:pursuing_court"]}
    cut_one = lowered(PARTNER, cuts={"speakers": 1})

    assert left(lowered(PARTNER), outcomes=[arrest])["outcomes"] == [arrest]
    [told] = left(cut_one, outcomes=[arrest])["outcomes"]
    assert told["according_to"] == ["class:pursuing_side"]
