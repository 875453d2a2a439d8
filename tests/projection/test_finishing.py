"""The finish: new ids, one order, and nothing twice."""

from __future__ import annotations

import re
from typing import Any

import pytest
from filled import release_key

import rednotice
from rednotice import Audience, Case, Notice, Subject, UnknownName
from rednotice.projection.finishing import finish
from rednotice.records import COUNSEL, PARTNER
from rednotice.releases.keys import Key

MASTER = bytes.fromhex("5d1c9a40b7e2f36804d95bc81277ae3f6690b5d2ec174f8a33c1e0a9587b642d")
KEY = release_key(MASTER, PARTNER, "")


def case(**members: Any) -> Case:
    whole = {"rednotice": "1.0", "id": "c-1", "subjects": [{"kind": "person"}]}
    return rednotice.from_dict({**whole, **members})


def finished(document: Case, key: bytes = KEY) -> dict[str, Any]:
    [one] = finish([document], key)
    return rednotice.to_dict(one)


def test_only_what_is_pointed_at_has_an_id() -> None:
    """Any other id would only count."""
    done = finished(
        case(
            notices=[{"id": "n7", "kind": "red"}, {"id": "n8", "kind": "blue"}],
            incidents=[{"id": "i1", "method": "threat", "notices": ["n8"]}],
        )
    )

    by_kind = {one["kind"]: one.get("id") for one in done["notices"]}
    assert by_kind == {"red": None, "blue": "notice1"}
    assert done["incidents"] == [{"method": "threat", "notices": ["notice1"]}]


def test_equal_records_are_one_and_keep_who_points_at_them() -> None:
    """Two statements that are equal after treatment would count two hidden speakers."""
    says = {"about": "o1", "stance": "denies", "by": ["class:press"]}
    done = finished(
        case(
            outcomes=[{"id": "o1", "kind": "arrested"}, {"id": "o2", "kind": "arrested"}],
            statements=[says, says, says | {"about": "o2"}],
        )
    )

    assert len(done["outcomes"]) == 1
    assert [one["about"] for one in done["statements"]] == ["outcome1"]


def test_equal_records_of_which_one_is_denied_stay_two() -> None:
    """The denial is of one of them."""
    done = finished(
        case(
            outcomes=[{"id": "o1", "kind": "arrested"}, {"kind": "arrested"}],
            statements=[{"about": "o1", "stance": "denies", "by": ["class:press"]}],
        )
    )

    assert sorted(one.get("id", "") for one in done["outcomes"]) == ["", "outcome1"]


def test_the_steps_of_a_notice_stay_in_order_and_are_not_counted_as_one() -> None:
    """Undated steps have no other order."""
    steps = [{"status": each} for each in ("published", "blocked", "published", "deleted")]
    done = finished(case(notices=[{"kind": "red", "history": steps}]))

    assert done["notices"][0]["history"] == steps


def test_a_statement_about_the_case_names_it_by_its_new_id() -> None:
    """The id is a hash of the rest."""
    done = finished(case(statements=[{"about": "c-1", "stance": "declined", "by": ["class:ccf"]}]))

    assert done["statements"][0]["about"] == done["id"]


def test_the_id_of_a_case_is_a_keyed_hash_of_80_bits() -> None:
    """In small letters, so that it is an id everywhere."""
    assert re.fullmatch("c-[a-z2-7]{16}", finished(case())["id"])
    assert finished(case())["id"] == finished(case(id="c-2"))["id"]
    assert finished(case())["id"] != finished(case(), release_key(b"x" * 32, PARTNER, ""))["id"]


def test_equal_cases_stay_apart() -> None:
    """How many there are is what a release of many cases is about."""
    ids = [one.id for one in finish([case(), case(id="c-2"), case()], KEY)]

    assert len(set(ids)) == 3


def test_a_key_is_derived_for_each_audience_and_release() -> None:
    """So ids of two releases cannot be joined."""
    secret = bytes(range(32))
    keys = {
        release_key(secret, PARTNER, "2026"),
        release_key(secret, PARTNER, "2027"),
        release_key(secret, COUNSEL, "2026"),
    }

    assert len(keys) == 3


def test_a_short_key_is_refused() -> None:
    """It could be guessed."""
    with pytest.raises(ValueError, match="at least 16 random bytes"):
        Key(b"k" * 15)


# The public name


def test_cases_are_sorted_by_their_new_ids() -> None:
    """The order in which they are kept tells nothing."""
    cases = [
        Case(
            rednotice="1.0",
            id=f"c-{kind}",
            subjects=[Subject(kind="person")],
            notices=[Notice(kind=kind)],
        )
        for kind in ("red", "blue", "green", "yellow")
    ]
    left = rednotice.anonymize(cases, "partner", key=MASTER)

    assert [one.id for one in left] == sorted(one.id for one in left)
    assert left == rednotice.anonymize(cases[::-1], Audience.PARTNER, key=MASTER)


def test_nobody_is_the_internal_audience_of_a_release() -> None:
    """What is internal does not leave."""
    with pytest.raises(ValueError, match="name another audience"):
        rednotice.anonymize(case(), "internal", key=MASTER)


def test_what_a_case_says_of_an_earlier_release_stays_behind() -> None:
    """Each release states its own."""
    earlier = rednotice.Release(audience="public", policy="public 1", date="2031-05")
    released = rednotice.evolve(case(), release=earlier)
    for audience in ("counsel", "partner", "public"):
        [left] = rednotice.anonymize(released, audience, key=MASTER)

        assert left.release is None


def test_a_policy_that_is_not_there_is_not_quoted() -> None:
    """A message quotes no value."""
    with pytest.raises(UnknownName, match="must be one of ccf-bureau, ") as refused:
        rednotice.anonymize(case(), "zq-nobody", key=MASTER)

    assert "zq-nobody" not in str(refused.value)


def test_the_docstring_says_that_this_alone_is_not_safe_to_send() -> None:
    """A reader of `help` must not take it for the whole way."""
    told = rednotice.anonymize.__doc__ or ""

    assert "not safe to send" in told
    assert "consent" in told


def test_a_case_of_which_nothing_may_be_said_is_still_a_case() -> None:
    """It is about somebody."""
    [left] = rednotice.anonymize(
        Case(rednotice="1.0", id="c-1", subjects=[Subject(label="A")]), "public", key=MASTER
    )

    assert rednotice.to_dict(left)["subjects"] == [{"id": "subject1"}]
    assert rednotice.loads(rednotice.dumps(left)) == left
