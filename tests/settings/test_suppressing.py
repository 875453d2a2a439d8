"""Suppressions hide what a house has looked at, until a day."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rednotice import rules
from rednotice.documents import Path as Place
from rednotice.findings import Finding
from rednotice.settings.errors import InvalidSettings
from rednotice.settings.protection import not_hidden
from rednotice.settings.suppressing import Suppression, Suppressions

TODAY = dt.date(2026, 6, 1)
TABLE: dict[str, Any] = {
    "rule": "RN201",
    "reason": "The court corrected the date itself.",
    "expires": dt.date(2027, 1, 31),
}


def finding(
    rule: str = "RN201",
    path: Place = ("notices", 0, "history", 1),
    case: str | None = "c-1",
    file: str | None = "cases/one.yaml",
) -> Finding:
    page = rules.manual(rule)
    return Finding(page, "a message", path=path, case=case, severity=page.severity, file=file)


def hides(table: dict[str, Any], found: Finding, today: dt.date = TODAY) -> bool:
    return Suppressions((Suppression.from_table(table),)).apply(found, today)


def told(suppressions: Suppressions, today: dt.date = TODAY) -> list[tuple[str, str]]:
    found = suppressions.findings(today, file="rednotice.toml", path=("suppressions",))
    return [(one.rule, one.pointer) for one in found]


def test_a_suppression_hides_the_findings_of_its_rule() -> None:
    assert hides(TABLE, finding())


def test_a_suppression_hides_no_other_rule() -> None:
    assert not hides(TABLE, finding("RN202"))


def test_a_rule_may_be_given_by_its_name() -> None:
    """As a finding shows both."""
    assert Suppression.from_table(TABLE | {"rule": rules.manual("RN201").name}).rule == "RN201"


@pytest.mark.parametrize(
    "narrower",
    [
        {"case": "c-1"},
        {"file": "cases/*.yaml"},
        {"pointer": "/notices/*/history"},
        {"pointer": "/notices/0"},
        {"case": "c-1", "file": "cases", "pointer": "/notices"},
    ],
)
def test_a_suppression_hides_what_it_is_for(narrower: dict[str, str]) -> None:
    assert hides(TABLE | narrower, finding())


@pytest.mark.parametrize(
    "narrower",
    [
        {"case": "c-2"},
        {"file": "drafts/*.yaml"},
        {"pointer": "/warrants/*"},
        {"pointer": "/notices/1"},
        {"case": "c-1", "file": "cases", "pointer": "/warrants"},
    ],
)
def test_a_suppression_for_another_place_hides_nothing(narrower: dict[str, str]) -> None:
    assert not hides(TABLE | narrower, finding())


def test_a_suppression_holds_on_its_last_day_and_not_on_the_next() -> None:
    last = TABLE["expires"]

    assert hides(TABLE, finding(), last)
    assert not hides(TABLE, finding(), last + dt.timedelta(days=1))


def test_an_expired_suppression_is_a_finding_in_the_settings() -> None:
    suppressions = Suppressions((Suppression.from_table(TABLE),))
    later = dt.date(2027, 2, 1)
    suppressions.checked("cases/one.yaml", "c-1")
    suppressions.apply(finding(), later)

    assert told(suppressions, later) == [("RN020", "/suppressions/0")]


def test_a_suppression_that_hid_nothing_is_told() -> None:
    used, unused = TABLE | {"pointer": "/notices"}, TABLE | {"pointer": "/warrants"}
    suppressions = Suppressions(map(Suppression.from_table, (used, unused)))
    suppressions.checked("cases/one.yaml", "c-1")
    suppressions.apply(finding(), TODAY)

    assert told(suppressions) == [("RN021", "/suppressions/1")]


@pytest.mark.parametrize("narrower", [{"case": "c-2"}, {"file": "cases/two*.yaml"}])
def test_a_suppression_for_what_was_not_checked_is_not_told(narrower: dict[str, str]) -> None:
    """A commit that changes one file says nothing of the others."""
    suppressions = Suppressions((Suppression.from_table(TABLE | narrower),))
    suppressions.checked("cases/one.yaml", "c-1")

    assert told(suppressions) == []


def test_a_suppression_for_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """Its path is misspelt, or the file was renamed."""
    (tmp_path / "two.yaml").touch()
    several = [
        Suppression.from_table(TABLE | {"file": file}, tmp_path)
        for file in ("one.yaml", "two.yaml", "three*.yaml")
    ]
    suppressions = Suppressions(tuple(several))
    suppressions.checked(str(tmp_path / "four.yaml"), "c-1")

    assert told(suppressions) == [("RN021", "/suppressions/0")]


def test_what_is_told_quotes_neither_reason_nor_case() -> None:
    """The reason may say more of a case than a log may hold."""
    table = TABLE | {"case": "c-zqjbdfgk", "reason": "zqjmnprs"}
    suppressions = Suppressions((Suppression.from_table(table),))
    suppressions.checked("cases/one.yaml", "c-zqjbdfgk")
    said = [
        str(one)
        for day in (TODAY, dt.date(2027, 2, 1))
        for one in suppressions.findings(day, file="rednotice.toml")
    ]

    assert len(said) == len(("unused", "expired"))
    assert "zqj" not in "".join(said) + repr(suppressions)


@pytest.mark.parametrize("rule", sorted(not_hidden()))
def test_what_is_protected_cannot_be_suppressed(rule: str) -> None:
    with pytest.raises(InvalidSettings, match=f"{rule} cannot be suppressed: it "):
        Suppression.from_table(TABLE | {"rule": rule})


@pytest.mark.parametrize(
    ("change", "place", "said"),
    [
        ({"rule": "RN2"}, "rule", "one rule"),
        ({"rule": "ends-before-it-start"}, "rule", "`ends-before-it-starts`"),
        ({"rule": "xyzzy"}, "rule", "rednotice rule"),
        ({"rule": 201}, "rule", "a text"),
        ({"reason": " "}, "reason", "a text"),
        ({"expires": "next year"}, "expires", "2027-01-31"),
        ({"expires": dt.datetime(2027, 1, 31, tzinfo=dt.UTC)}, "expires", "2027-01-31"),
        ({"expires": 2027}, "expires", "2027-01-31"),
        ({"file": "/srv/cases"}, "file", "relative"),
        ({"pointer": "/notices/issuing_state"}, "pointer", "`/notices/*/issuing_state`"),
        ({"case": 7}, "case", "a text"),
        ({"until": "2027-01-31"}, "until", "no such setting"),
        ({"reasons": "x"}, "reasons", "`reason`"),
    ],
)
def test_a_wrong_suppression_says_where_it_is_wrong_and_what_to_write(
    change: dict[str, Any], place: str, said: str
) -> None:
    with pytest.raises(InvalidSettings) as raised:
        Suppression.from_table(TABLE | change)

    assert raised.value.place == place
    assert said in raised.value.message


@pytest.mark.parametrize("required", ["rule", "reason", "expires"])
def test_a_suppression_has_a_rule_a_reason_and_a_last_day(required: str) -> None:
    table = {name: value for name, value in TABLE.items() if name != required}

    with pytest.raises(InvalidSettings, match=f"`{required}` is missing"):
        Suppression.from_table(table)


def test_a_place_in_settings_is_told_from_the_top() -> None:
    with pytest.raises(InvalidSettings) as raised:
        Suppression.from_table(TABLE | {"reason": 1})

    assert str(raised.value.below("suppressions", 1)).startswith("suppressions, item 2, reason: ")


FINDINGS = st.builds(
    finding,
    rule=st.sampled_from(["RN201", "RN202", "RN301"]),
    path=st.sampled_from([("notices", 0), ("notices", 1, "kind"), ("warrants", 0), ()]),
    case=st.sampled_from(["c-1", "c-2", None]),
    file=st.sampled_from(["cases/one.yaml", "drafts/one.yaml", None]),
)
SUPPRESSIONS = st.builds(
    lambda **members: Suppression.from_table(
        {name: value for name, value in members.items() if value is not None}
    ),
    rule=st.sampled_from(["RN201", "RN202"]),
    reason=st.just("a reason"),
    expires=st.dates(TODAY - dt.timedelta(days=2), TODAY + dt.timedelta(days=2)),
    file=st.sampled_from(["cases", "**/one.yaml", None]),
    pointer=st.sampled_from(["/notices", "/notices/*/kind", None]),
    case=st.sampled_from(["c-1", None]),
)


@given(st.lists(SUPPRESSIONS, max_size=4), st.lists(FINDINGS, max_size=6))
def test_what_is_hidden_is_covered_by_a_suppression_in_force(
    several: list[Suppression], found: list[Finding]
) -> None:
    """And what none covers is never hidden."""
    suppressions = Suppressions(tuple(several))

    for one in found:
        covering = [each for each in several if each.covers(one) and each.expires >= TODAY]
        assert suppressions.apply(one, TODAY) == bool(covering)


@given(st.lists(SUPPRESSIONS, max_size=4), st.lists(FINDINGS, max_size=6))
def test_every_suppression_hides_something_or_is_told(
    several: list[Suppression], found: list[Finding]
) -> None:
    """If all that it is for was checked."""
    suppressions = Suppressions(tuple(several))
    for file, case in [("cases/one.yaml", "c-1"), ("drafts/one.yaml", "c-1")]:
        suppressions.checked(file, case)
    for one in found:
        suppressions.apply(one, TODAY)
    told_of = {int(pointer[1:]) for _, pointer in _pointers(suppressions)}

    for place, each in enumerate(several):
        in_force = each.expires >= TODAY and any(each.covers(one) for one in found)
        assert (place in told_of) != in_force


def _pointers(suppressions: Suppressions) -> list[tuple[str, str]]:
    return [(one.rule, one.pointer) for one in suppressions.findings(TODAY, file=None)]


def test_a_suppression_does_not_depend_on_where_the_command_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = TABLE | {"file": "cases/one.yaml"}
    (tmp_path / "cases").mkdir()
    one = Suppression.from_table(table, tmp_path)
    monkeypatch.chdir(tmp_path / "cases")

    assert one.covers(finding(file="one.yaml"))
