"""Attacks on a set of cases: counting it, joining it with a register, following what happened."""

from __future__ import annotations

import json
import random
from collections import Counter
from functools import cache
from typing import Any

import pytest
from released import (
    KEY,
    case,
    every_audience,
    examples,
    far_audience,
    left,
    many,
    parts,
    plain,
    released,
)

import rednotice
from rednotice import codelists
from rednotice.codelists.cuts import cut
from rednotice.model import Case
from rednotice.policies import Thresholds
from rednotice.projection.meeting import Met, meet
from rednotice.projection.projecting import project
from rednotice.records import Audience

ASKED = Thresholds(
    k=3,
    l=2,
    quasi=("notices.issuing_state", "notices.charges.offence", "notices.history.date"),
    sensitive=("outcomes.kind",),
    coarsen={"offences": 2},
    drop=("offences",),
    dates=("year", "decade", "none"),
    leave_out=0.3,
    least_cases=10,
)
STATES = ("TJ", "CN", "RU", "TR")
OFFENCES = ("fraud", "bribery", "terrorism", "extremism")
KINDS = ("arrested", "held", "freed", "stopped")


@cache
def invented(number: int = 150, seed: int = 3) -> tuple[Case, ...]:
    """Cases drawn at random, many of them alone of their kind."""
    chance = random.Random(seed)  # noqa: S311  # invented cases
    return tuple(
        case(
            id=f"c-{at}",
            notices=[
                {
                    "kind": "red",
                    "published": {"date": "2025"},
                    "issuing_state": chance.choice(STATES),
                    "charges": [{"offence": chance.sample(OFFENCES, chance.randint(1, 2))}],
                    "history": [{"status": "published", "date": str(chance.randint(1995, 2024))}],
                }
            ],
            outcomes=[{"kind": chance.choice(KINDS)}],
        )
        for at in range(number)
    )


@cache
def met() -> Met:
    return meet([project(one, Audience.PARTNER) for one in invented()], ASKED)


@cache
def written() -> tuple[Any, ...]:
    """What stands in the file, as somebody reads it who has no part of the library."""
    from rednotice.projection.finishing import finish

    key = rednotice.Key(KEY).derived("rednotice release", Audience.PARTNER.value, "")
    return tuple(json.loads(rednotice.dumps(one)) for one in finish(met().cases, key))


def quasi(one: Any) -> Any:
    """State, offences and year of a case in the file, as a stranger would group it."""
    notice = one["notices"][0]
    offences = {code for charge in notice.get("charges", ()) for code in charge.get("offence", ())}
    years = {step.get("date") for step in notice.get("history", ())}
    return notice.get("issuing_state"), frozenset(offences), frozenset(years)


def classes() -> Counter[Any]:
    return Counter(quasi(one) for one in written())


def test_t19_k_counted_in_the_file_is_the_k_that_is_reported() -> None:
    """By a group-by over the JSON, without the library."""
    assert min(classes().values()) == met().k >= ASKED.k
    assert min(Counter(quasi(plain(one)) for one in invented()).values()) == 1


def test_t20_no_class_of_the_file_has_one_value_of_what_is_sensitive() -> None:
    """Who finds the class of a person does not learn what became of them."""
    told: dict[Any, set[str]] = {}
    for one in written():
        kinds = {outcome["kind"] for outcome in one["outcomes"]}
        told.setdefault(quasi(one), set()).add(str(sorted(kinds)))

    assert min(len(kinds) for kinds in told.values()) == met().l >= ASKED.l


def test_t25_all_codes_of_the_file_lie_on_one_cut() -> None:
    """Nobody's class contains the finer class of somebody else: the whole list is cut alike."""
    steps = met().levels.cuts.get("offences", 0)
    codes = {code for one in classes() for code in one[1]}

    assert all(cut("offences", code, steps) == code for code in codes)
    lengths = {len(year) for one in classes() for year in one[2] if year}
    assert len(lengths) <= 1


def test_t29_how_many_were_left_out_of_a_class_is_not_told() -> None:
    """The file holds no mark, no number and no empty row in the place of a case left out."""
    assert met().left_out
    assert len(written()) == len(invented()) - len(met().left_out)
    text = json.dumps(written())
    assert not any(word in text for word in ("left_out", "suppressed", "redacted", "null", "*"))


def test_t30_a_case_of_which_no_quasi_identifier_is_left_is_not_released() -> None:
    """A row of blanks would only count."""
    assert all(any(one) for one in classes())


def test_t26_thresholds_alone_do_not_keep_two_releases_apart() -> None:
    """
    Two sets that each meet the thresholds give away the case by which they differ.

    So the thresholds of one set are no answer to two releases: the log of releases is.
    """
    alike = [
        case(
            id=f"c-{at}",
            notices=[
                {
                    "kind": "red",
                    "published": {"date": "2025"},
                    "issuing_state": STATES[at % 2],
                    "charges": [{"offence": ["fraud"]}],
                    "history": [{"status": "published", "date": "2021"}],
                }
            ],
            outcomes=[{"kind": KINDS[at // 2 % 4]}],
        )
        for at in range(24)
    ]
    projected = [project(one, Audience.PARTNER) for one in alike]
    first, second = meet(projected, ASKED), meet(projected[1:], ASKED)
    rows = [
        Counter(rednotice.dumps(rednotice.evolve(one, id="c-0")) for one in found.cases)
        for found in (first, second)
    ]
    [isolated] = (rows[0] - rows[1]).elements()

    assert min(first.k, second.k) >= ASKED.k
    assert json.loads(isolated)["outcomes"][0]["kind"] == KINDS[0]


# T27, T59


@pytest.mark.parametrize("at", range(0, 20, 3))
def test_t27_who_holds_two_releases_learns_no_more_than_the_wider_tells(at: int) -> None:
    """What the public sees of a case, a partner sees as well."""
    whole = examples()[at % len(examples())]
    partner, public = (
        {part for part in parts(left(whole, audience)) if isinstance(part, str)}
        for audience in (Audience.PARTNER, Audience.PUBLIC)
    )
    ids = {part for part in public if part.startswith("c-") or part[-1:].isdigit()}

    # The public sees some classes as the group above them.
    groups = {
        f"class:{code.code}"
        for name in ("speakers", "concerned")
        for code in codelists.codelist(name)
    }
    assert public - ids - groups <= partner


# T31, T32


def register(number: int = 6_000) -> list[dict[str, Any]]:
    """An invented register such as a pursuing state's reader could have, with years of birth."""
    chance = random.Random(11)  # noqa: S311  # invented rows
    return [
        {
            "state": chance.choice(STATES),
            "sex": chance.choice(["male"] * 9 + ["female"]),
            "born": chance.randint(1950, 2000),
            "year": str(chance.randint(1995, 2024)),
            "offence": chance.choice(OFFENCES),
        }
        for _ in range(number)
    ]


def test_t31_a_release_shares_no_birth_date_name_or_number_with_a_register() -> None:
    """State, sex, offence and year remain; by them, each row has several matches in a register."""
    rows = Counter((one["state"], one["year"], one["offence"]) for one in register())
    precise = Counter((one["state"], one["born"], one["year"], one["sex"]) for one in register())
    names = {part for line in released(examples()).splitlines() for part in parts(json.loads(line))
             if isinstance(part, str)}  # fmt: skip

    assert not names & {"born", "birth_place", "names", "number", "documents", "height_m"}
    assert min(rows.values()) >= 3
    assert min(precise.values()) == 1  # what a birth year would do


@far_audience
def test_t32_whether_a_notice_is_public_is_told_of_no_case_that_is_not(audience: Audience) -> None:
    """That a notice is missing from the register tells; the searches that show it do not leave."""
    notice = {"id": "n1", "kind": "red", "issuing_state": "TJ"}
    searches = [{"place": "interpol_public_site", "date": "2025-04", "answer": "not_seen"}]
    searched = case(notices=[notice], searches=searches)

    assert released(searched, audience) == released(case(notices=[notice]), audience)


# T33, T34


@far_audience
def test_t33_the_order_of_what_happened_within_a_year_is_not_told(audience: Audience) -> None:
    """A sequence of four events singles nearly everybody out."""
    months = [f"2021-{month:02}" for month in (2, 5, 8, 11)]
    kinds = ["arrested", "held", "freed", "stopped"]
    told = set()
    for turn in range(4):
        dates = months[turn:] + months[:turn]
        outcomes = [{"kind": kind, "date": date} for kind, date in zip(kinds, dates, strict=True)]
        told.add(released(case(outcomes=sorted(outcomes, key=lambda one: one["date"])), audience))

    assert len(told) == 1


RARE = {
    "appearance": {"height_m": 2.05, "marks": "a tattoo of a whale"},
    "languages": ["nah"],
    "positions": [{"title": "the only astronomer of a town"}],
    "birth_place": "Zarqand",
}


@far_audience
@pytest.mark.parametrize("member", RARE)
def test_t34_a_rare_value_in_a_member_that_nobody_counts_does_not_leave(
    member: str, audience: Audience
) -> None:
    """What a policy does not keep does not leave, however it is classed."""
    odd = case(subjects=[{"id": "s1", member: RARE[member]}])

    assert released(odd, audience) == released(case(), audience)


@every_audience
def test_t48_the_order_of_cases_is_that_of_new_ids(audience: Audience) -> None:
    """And there is no member that numbers them."""
    cases = many(40)
    told = released(cases, audience)

    assert told == released(cases[::-1], audience)
    assert b"index" not in told
