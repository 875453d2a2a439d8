"""Policies from files: what is refused, and that all faults are told with their places."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

import rednotice
from rednotice import Audience, Incident, Notice, UnknownName, UnusablePolicy
from rednotice.policies import SHIPPED, ceiling_of
from rednotice.policies.starting import TERMS, starting_policy

PARTNER = starting_policy(Audience.PARTNER)
Change = tuple[str, str, str]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "ours.toml"


def changed(*changes: Change) -> str:
    """The partner's policy with *changes*: in which table (empty: above all), what, and by what."""
    tables = PARTNER.split("\n[")
    for name, old, new in changes:
        at = next((at for at, text in enumerate(tables) if text.startswith(f"{name}]")), 0)
        assert old in tables[at], old
        tables[at] = tables[at].replace(old, new, 1)
    return "\n[".join(tables)


def faults(file: Path, *changes: Change) -> list[str]:
    """The faults of the partner's policy with *changes*."""
    file.write_text(changed(*changes))
    with pytest.raises(UnusablePolicy) as refused:
        rednotice.policy(file)
    return list(map(str, refused.value.faults))


# What is loaded


@pytest.mark.parametrize("name", SHIPPED)
def test_a_policy_that_the_library_brings_says_of_each_member_what_happens(name: str) -> None:
    """If this fails, put the members that it names in keep or drop of the policy's file."""
    found = rednotice.policy(name)

    assert found.title == f"{name} {found.version}"
    assert set(TERMS) <= set(found.terms)
    assert found.floor


def test_the_library_brings_a_policy_for_each_audience_and_for_research() -> None:
    """But for the internal one."""
    for audience in Audience:
        if audience is not Audience.INTERNAL:
            assert rednotice.policy(audience.value).audience is audience

    assert rednotice.policy("research").audience is Audience.PARTNER


def test_research_gets_what_partners_get_of_more_cases_that_are_alike() -> None:
    """The ceiling is the same, and the thresholds are harder."""
    partner, research = rednotice.policy("partner"), rednotice.policy("research")

    assert research.keep == partner.keep
    assert research.thresholds.k > partner.thresholds.k


def test_the_public_gets_only_what_many_cases_have_in_common() -> None:
    """A single case is refused, and so is a group of ten."""
    assert rednotice.policy("public").thresholds.k > 10


@pytest.mark.parametrize("audience", list(Audience)[1:], ids=lambda one: one.value)
def test_a_policy_to_start_from_keeps_all_that_the_model_releases(
    audience: Audience, file: Path
) -> None:
    """It loads as it is."""
    file.write_text(starting_policy(audience, name="ours"))
    found = rednotice.policy(file)

    assert {name: kept for name, kept in found.keep.items() if kept} == ceiling_of(audience).keep
    assert found.precision == ceiling_of(audience).precision
    assert found.sha256 == sha256(file.read_bytes()).hexdigest()


def test_a_member_in_drop_stays_behind(file: Path) -> None:
    """This is what policies are for."""
    file.write_text(
        changed(("Notice", '"issuing_state", ', ""), ("Notice", "[]", '["issuing_state"]'))
    )
    found = rednotice.policy(file)

    assert found.admits(Notice, "kind")
    assert not found.admits(Notice, "issuing_state")


def test_what_says_how_a_record_is_meant_is_kept_although_no_file_says_so() -> None:
    """By whose word it stands, and whether it is established."""
    found = rednotice.policy("partner")

    assert '"existence"' not in PARTNER
    assert found.admits(Notice, "existence")
    assert found.admits(Incident, "according_to")


def test_a_policy_is_passed_through() -> None:
    """Whoever has loaded one may use it again."""
    found = rednotice.policy("partner")

    assert rednotice.policy(found) is found


def test_an_audience_stands_for_all_that_the_model_releases_to_it() -> None:
    """It asks for nothing."""
    found = rednotice.policy(Audience.PARTNER)

    assert found == ceiling_of(Audience.PARTNER)
    assert found.admits(Notice, "kind")
    assert not found.admits(Notice, "number")
    assert found.thresholds == rednotice.Thresholds()


def test_a_shipped_policy_may_be_spelled_as_its_audience() -> None:
    """With an underscore where the policy's name has a hyphen."""
    assert rednotice.policy("ccf_bureau") == rednotice.policy("ccf-bureau")


@pytest.mark.parametrize("which", ["internal", Audience.INTERNAL])
def test_nobody_makes_a_policy_for_what_is_internal(which: str | Audience) -> None:
    """It does not leave."""
    with pytest.raises(UnusablePolicy, match="name another audience"):
        rednotice.policy(which)


def test_a_name_that_no_policy_has_is_not_repeated() -> None:
    """It may be a person's; the message says what can stand there."""
    with pytest.raises(UnknownName, match=r"must be one of ccf-bureau, .*toml") as refused:
        rednotice.policy("zuzanna")

    assert "zuzanna" not in str(refused.value)


def test_a_file_that_is_not_there_is_an_error_of_the_system(file: Path) -> None:
    """As with every other file."""
    with pytest.raises(FileNotFoundError):
        rednotice.policy(file)


# What is refused


@pytest.mark.parametrize("text", [b'name = "zuzanna', b"name = \xff", b"= 1"], ids=repr)
def test_what_is_no_toml_is_refused_by_its_place(text: bytes, file: Path) -> None:
    """The parser's own words are not repeated, since they may quote the file."""
    file.write_bytes(text)
    with pytest.raises(UnusablePolicy, match=r"line 1|byte|end of document") as refused:
        rednotice.policy(file)

    assert "zuzanna" not in str(refused.value)


def test_a_member_that_the_model_does_not_release_cannot_be_kept(file: Path) -> None:
    """A policy can only lower the ceiling."""
    assert faults(file, ("Notice", '"kind"', '"kind", "number"')) == [
        "Notice.keep: the model never releases `number` to partner; take it out"
    ]


def test_a_member_that_the_model_does_not_release_may_be_dropped(file: Path) -> None:
    """So that it stays behind whatever a later model says."""
    file.write_text(changed(("Notice", "[]", '["number"]')))

    assert not rednotice.policy(file).admits(Notice, "number")


def test_a_member_that_is_left_unsaid_is_named(file: Path) -> None:
    """Nobody has decided on it."""
    assert faults(file, ("Incident", '"demand", ', "")) == [
        "Incident: put `demand` in keep or in drop: nothing is left unsaid"
    ]


def test_a_table_that_is_missing_is_named_with_its_members(file: Path) -> None:
    """All of them are unsaid."""
    assert faults(file, ("Part", 'Part]\nkeep = ["degree"]\ndrop = []\n', "cuts]\n")) == [
        "Part: this table is missing; put `degree` in keep or drop"
    ]


def test_a_member_stands_in_one_list(file: Path) -> None:
    """It leaves or it does not."""
    assert faults(file, ("Part", "[]", '["degree"]')) == [
        "Part: `degree` must stand in keep or in drop, not in both"
    ]


@pytest.mark.parametrize(
    ("table", "member"), [("Notice", "existence"), ("Statement", "by"), ("Case", "statements")]
)
def test_what_says_how_a_record_is_meant_cannot_be_dropped(
    table: str, member: str, file: Path
) -> None:
    """Or an allegation would leave as a fact."""
    [fault] = faults(file, (table, "drop = []", f'drop = ["{member}"]'))

    assert fault.startswith(f"{table}.drop: `{member}` leaves wherever its record does")


def test_a_word_that_is_not_known_is_told_the_next_one_and_not_repeated(file: Path) -> None:
    """A member, a table, a code, a codelist, a way."""
    found = faults(
        file,
        ("Notice", '"kind"', '"kind", "kinds"'),
        ("Part", "Part]", "Parts]"),
        ("", '"no_screening"', '"no_screenin"'),
        ("thresholds.coarsen", "offences", "offense"),
        ("", 'tlp = "amber"', 'tlp = "ambr"'),
    )

    for place, meant in [
        ("Notice.keep, item 3", "kind"),
        ("", "Part"),
        ("terms, item 1", "no_screening"),
        ("thresholds.coarsen", "offences"),
        ("tlp", "amber"),
    ]:
        head = f"{place}: " if place else ""
        assert f"{head}has a word that is not known here. Did you mean `{meant}`?" in found
    assert not any(word in " ".join(found) for word in ("kinds", "Parts", "offense", "ambr`"))


def test_a_word_that_is_like_none_of_ours_is_not_repeated(file: Path) -> None:
    """It may be anybody's."""
    [fault] = faults(file, ("Notice", '"kind"', '"kind", "zqzq"'))

    assert fault.startswith("Notice.keep, item 3: ")
    assert "zqzq" not in fault


def test_dates_of_partners_are_never_finer_than_years(file: Path) -> None:
    """The model releases no months to them."""
    [fault] = faults(file, ("", 'dates = "year"', 'dates = "day"'))

    assert fault.startswith("dates: must be year or decade")


def test_a_list_is_cut_no_further_than_it_goes(file: Path) -> None:
    """It would be cut off altogether."""
    assert faults(file, ("Part", "Part]", "cuts]\nprofiles = 3\n\n[Part]")) == [
        "cuts.profiles: must be a whole number from 1 to 2"
    ]


def test_a_floor_that_the_policy_takes_away_is_refused(file: Path) -> None:
    """No case could ever leave."""
    found = faults(
        file,
        ("", "floor = [\n", 'floor = [\n    ["incidents.demand", "sources.title"],\n'),
        ("Incident", '"demand", ', ""),
        ("Incident", "[]", '["demand"]'),
    )

    assert found == ["floor, item 1: the policy keeps nothing of this, so that no case could leave"]


def test_a_floor_that_leads_nowhere_is_refused(file: Path) -> None:
    """The way that is meant is told, if it is near."""
    assert faults(file, ("", '"incidents.method"', '"incident.method"')) == [
        "floor, item 1: does not lead to a member of a case. Did you mean `incidents.method`?"
    ]


def test_thresholds_that_do_not_go_together_are_refused(file: Path) -> None:
    """What is asked of them is said in their own words."""
    [fault] = faults(file, ("thresholds", 'sensitive = ["incidents.method"]\n', ""))

    assert fault.startswith("thresholds: l above 1 asks for sensitive members")


def test_values_that_json_does_not_know_are_refused(file: Path) -> None:
    """TOML has dates and infinities."""
    assert faults(
        file, ("", "version = 1", "version = 2026-01-01"), ("thresholds", "0.25", "inf")
    ) == [
        "version: must be a whole number from 1 to 999999",
        "thresholds.leave_out: must be a number from 0 to 1",
    ]


def test_all_faults_are_told_at_once(file: Path) -> None:
    """With a line for each."""
    file.write_text(
        changed(
            ("", 'name = "partner"\n', ""),
            ("Notice", '"kind"', '"kind", "number"'),
            ("Incident", '"demand", ', ""),
        )
    )
    with pytest.raises(UnusablePolicy) as refused:
        rednotice.policy(file)

    assert [fault.place for fault in refused.value.faults] == ["", "Incident", "Notice.keep"]
    assert str(refused.value).splitlines() == list(map(str, refused.value.faults))
