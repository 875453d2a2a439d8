"""Attacks on dates, ages, places and codes: intervals, weekdays, offsets, levels of detail."""

from __future__ import annotations

import datetime as dt
import json
import random
import re
from typing import Any

import pytest
from released import FAR, case, every_audience, examples, far_audience, left, parts, plain, released

import rednotice
from rednotice import codelists
from rednotice.codelists.cuts import cut
from rednotice.policies import SHIPPED
from rednotice.projection.dates import to_years
from rednotice.records import Audience

_DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?")
_LEAF = re.compile(r'"(\d{4})-\d{2}-\d{2}"')


def dated(**dates: str) -> Any:
    """A case with a notice, an arrest and a decision on these dates."""
    return case(
        notices=[
            {"kind": "red", "issuing_state": "TJ",
             "history": [{"status": "published", "date": dates["notice"]}]}
        ],
        outcomes=[{"kind": "arrested", "date": dates["arrest"]}],
        proceedings=[
            {"kind": "extradition", "requested_by": "TJ", "result": "refused",
             "dates": {"decided": dates["decided"]}}
        ],
    )  # fmt: skip


def elsewhere_in_the_year(whole: Any, chance: random.Random) -> Any:
    """The case with every day moved within its year, each for itself."""

    def moved(found: re.Match[str]) -> str:
        return f'"{found[1]}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"'

    return rednotice.from_dict(json.loads(_LEAF.sub(moved, json.dumps(plain(whole)))))


@far_audience
def test_t12_no_interval_between_two_dates_is_told(audience: Audience) -> None:
    """Three days and three hundred are the same, if they lie in one year."""
    near = dated(notice="2021-01-04", arrest="2021-01-07", decided="2021-01-11")
    far = dated(notice="2021-01-04", arrest="2021-06-30", decided="2021-12-30")

    assert released(near, audience) == released(far, audience)


@far_audience
def test_t12_no_day_of_an_example_is_told(audience: Audience) -> None:
    """Nor a month, in a date or in the value of a statement."""
    told = (part for line in released(examples(), audience).splitlines()
            for part in parts(json.loads(line)))  # fmt: skip
    texts = {part for part in told if isinstance(part, str)}

    assert not [one for one in texts if _DAY.search(one)]
    assert [one for one in texts if re.fullmatch(r"\d{4}", one)]


@far_audience
def test_t13_no_weekday_is_told(audience: Audience) -> None:
    """Dates are made coarser and not moved, so there is no offset that a Sunday could give away."""
    sunday = dt.date(2021, 3, 7)
    weeks = [[str(sunday + dt.timedelta(days=day)) for _ in range(3)] for day in range(7)]
    told = {released(dated(notice=a, arrest=b, decided=c), audience) for a, b, c in weeks}

    assert len(told) == 1


@far_audience
def test_t14_one_known_date_tells_nothing_of_the_others(audience: Audience) -> None:
    """Who knows the day of the notice learns no other day: there is no common offset."""
    known = "2021-05-19"
    first = dated(notice=known, arrest="2021-08-01", decided="2021-09-01")
    second = dated(notice=known, arrest="2021-05-20", decided="2021-12-31")

    assert released(first, audience) == released(second, audience)
    for offset in range(1, 200, 13):
        shifted = str(dt.date(2021, 5, 19) + dt.timedelta(days=offset))
        other = dated(notice=shifted, arrest="2021-08-01", decided="2021-09-01")
        assert released(other, audience) == released(first, audience)


@far_audience
def test_t12_days_of_the_examples_may_stand_elsewhere_in_their_year(audience: Audience) -> None:
    """No release of a case moves by a byte."""
    chance = random.Random(7)  # noqa: S311  # no secret
    for whole in examples()[:10]:
        moved = elsewhere_in_the_year(whole, chance)
        # Order within a list may depend on days in one way only: by what leaves of them.
        assert released(moved, audience) == released(whole, audience)


@far_audience
def test_t15_no_birth_date_age_or_number_of_years_is_told(audience: Audience) -> None:
    """So that no reference date gives a birth date."""
    names = {
        part
        for line in released(examples(), audience).splitlines()
        for part in parts(json.loads(line))
        if isinstance(part, str)
    }

    assert not names & {"born", "age", "minor", "deceased", "duration", "appearance"}
    born = case(subjects=[{"id": "s1", "born": "1987-03-04"}])
    unborn = case(subjects=[{"id": "s1", "born": "1961"}])
    assert released(born, audience) == released(unborn, audience)


@pytest.mark.parametrize("time", ["2026-03-01T00:00:00+05:00", "2026-03-01T00:00:00"])
def test_t16_a_time_with_a_zone_is_no_value(time: str) -> None:
    """A zone names a country; times are in UTC."""
    capture = {"captured_at": time}
    with pytest.raises(rednotice.RednoticeError):
        case(sources=[{"id": "q1", "title": "A", "capture": capture}])


@far_audience
def test_t16_no_time_of_day_is_told(audience: Audience) -> None:
    """At which hour somebody worked tells where."""
    assert not re.search(rb"T\d\d:\d\d", released(examples(), audience))


@pytest.mark.parametrize("name", codelists.names())
def test_t17_a_code_made_coarser_is_one_above_it(name: str) -> None:
    """Never a neighbour, and never finer; every code that is left lies on a level that is kept."""
    found = codelists.codelist(name).codes

    def above(code: str) -> set[str]:
        broader = found[code].broader
        return {code} | (above(broader) if broader else set())

    for steps in range(4):
        for code in found:
            coarse = cut(name, code, steps)
            assert coarse in above(code)
            assert cut(name, coarse, steps) == coarse


@far_audience
def test_t17_no_place_is_told(audience: Audience) -> None:
    """Neither a town nor a country that does not pursue, so no place needs to be made coarser."""
    wheres = [{"country": "IS", "place": "Zarqand"}, {"country": "TJ"}, {}]
    told = {released(case(outcomes=[{"kind": "arrested", **where}]), audience) for where in wheres}

    assert len(told) == 1


@pytest.mark.parametrize("date", ["1987", "1987-03", "1987-03-04", "1987-XX-XX"])
def test_t18_how_precise_a_date_was_is_not_told(date: str) -> None:
    """A month that is not known is neither made up nor marked."""
    told = [released(dated(notice=one, arrest="2021", decided="2021")) for one in (date, "1987")]

    assert to_years(date) == "1987"
    assert told[0] == told[1]


@every_audience
def test_t18_no_date_becomes_more_precise(audience: Audience) -> None:
    """Every date of a release is one that was given, or its beginning."""
    for whole in examples():
        given = {part for part in parts(plain(whole)) if isinstance(part, str)}
        years = {year for one in given for year in re.findall(r"\b\d{4}", one)}
        told = {part for part in parts(left(whole, audience)) if isinstance(part, str)}
        dates = {one for one in told if re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", one)}

        assert dates <= given | years


@pytest.mark.parametrize("policy", SHIPPED)
def test_t59_no_policy_asks_for_days_where_the_model_gives_years(policy: str) -> None:
    """A policy can only lower the ceiling."""
    found = rednotice.policy(policy)

    assert found.precision != "day" or found.audience not in FAR
