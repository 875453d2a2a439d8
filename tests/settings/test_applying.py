"""What settings do to the findings of a check, and what they cannot do."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from rednotice import Audience, Finding, Report, Severity, check, rules
from rednotice.formats import yaml as reader
from rednotice.settings.baseline import write_baseline
from rednotice.settings.protection import protected

SUITE = Path(__file__).parents[1] / "suite" / "rules"
TODAY = dt.date(2026, 6, 1)
FREE = sorted(page.id for page in rules.manuals() if page.id not in protected())
OUTSIDE = [one for one in Audience if one is not Audience.INTERNAL]
CASE: dict[str, Any] = {
    "rednotice": "1.0",
    "id": "c-1",
    "subjects": [{"label": "Person A"}],
    "notices": [{"kind": "red"}, {"kind": "blue", "issuing_state": "TJ"}],
}
REFUSED: dict[str, Any] = {**CASE, "id": "c-2", "subjects": {"label": "Person A"}}
RELEASED: dict[str, Any] = {
    **CASE,
    "release": {"audience": "public", "policy": "public 1", "date": "2026-01"},
    "outcomes": [{"kind": "arrested", "date": "2029", "country": "TR"}],
}


@cache
def samples() -> list[dict[str, Any]]:
    """A case for each rule, in which it finds something."""
    found: list[dict[str, Any]] = []
    for path in sorted(SUITE.glob("*.yaml")):
        with path.open("rb") as file:
            (document,) = reader.read(file, path.name, raised)
        wrong = next((one["case"] for one in document.value if one["finds"]), None)
        if wrong is not None:
            found.append({**wrong, "id": f"c-{len(found)}"})
    return found


def raised(finding: Finding) -> None:
    raise AssertionError(str(finding))


def checked(what: Any, said: Any = None, **options: Any) -> Report:
    return check(what, today=TODAY, settings=said, **options)


def rules_of(report: Report) -> list[str]:
    return [finding.rule for finding in report]


# What is chosen


def test_an_ignored_rule_is_counted_as_left_out_and_not_told() -> None:
    """So that a green run says how it became green."""
    before, after = checked(CASE), checked(CASE, {"ignore": ["RN406"]})

    assert "RN406" in rules_of(before)
    assert rules_of(after) == [rule for rule in rules_of(before) if rule != "RN406"]
    assert after.left_out is not None
    assert after.left_out.ignored == {Severity.WARNING: 1}


def test_selected_rules_are_told_with_those_that_settings_must_leave_alone() -> None:
    """A selection never hides that a document was refused, or what guards a release."""
    report = checked([REFUSED, CASE], {"select": ["RN405"]})

    assert {"RN006", "RN405", "RN901"} <= set(rules_of(report))
    assert all(rule == "RN405" or rule in protected() for rule in rules_of(report))


@pytest.mark.parametrize(
    ("select", "ignore", "told"),
    [
        (["RN4"], ["RN40"], []),
        (["RN405"], ["RN4"], ["RN405"]),
        (["RN4"], ["RN405"], ["RN406"]),
        (["RN405"], ["RN405"], []),
        (["notice-without-charges"], ["RN1"], ["RN405"]),
    ],
)
def test_the_longer_beginning_of_an_id_counts(
    select: list[str], ignore: list[str], told: list[str]
) -> None:
    """What is said of one rule is meant, and of a family unless something narrower is said."""
    report = checked(CASE, {"select": select, "ignore": ignore})

    assert [rule for rule in rules_of(report) if rule not in protected()] == told


def test_a_rule_gets_the_severity_that_the_settings_give_it() -> None:
    """The longest beginning counts here too, and what was lowered is counted."""
    report = checked(CASE, {"severity": {"RN4": "error", "RN406": "info"}})
    found = {finding.rule: finding.severity for finding in report}

    assert (found["RN405"], found["RN406"]) == (Severity.ERROR, Severity.INFO)
    assert report.left_out is not None
    assert report.left_out.lowered == {Severity.WARNING: 1}
    assert report.fails()


def test_an_override_holds_only_in_its_files(tmp_path: Path) -> None:
    """Imported cases are not held to what coders are."""
    for name in ("imports/a.yaml", "own/b.yaml"):
        file = tmp_path / name
        file.parent.mkdir()
        file.write_text(yaml.safe_dump(CASE | {"id": f"c-{file.stem}"}))
    said = tmp_path / "rednotice.toml"
    said.write_text('[[overrides]]\nfiles = ["imports/**"]\nignore = ["RN4"]\n')

    found = [(f.case, f.rule) for f in checked(tmp_path, said) if f.rule.startswith("RN4")]
    assert found == [("c-b", "RN405"), ("c-b", "RN406")]


def test_an_override_holds_only_at_its_places() -> None:
    """And at those below them."""
    said = {"overrides": [{"pointers": ["/notices/0"], "severity": {"RN4": "error"}}]}
    case = {**CASE, "notices": [{"kind": "red"}, {"kind": "red"}]}
    found = {(f.pointer, f.rule): f.severity.value for f in checked(case, said)}

    assert found["/notices/0", "RN406"] == "error"
    assert found["/notices/1", "RN406"] == "warning"


def test_house_rules_are_told_like_others() -> None:
    """Whatever the schema can do without, a project may need."""
    said = {
        "house": {
            "require": ["/notices/*/issuing_state"],
            "codes": {"/notices/*/kind": ["red"]},
            "fill": {"/notices/*/issuing_state": 0.9},
            "cases": {"TJ": 3},
        },
        "severity": {"house-count": "warning"},
    }
    found = {f.rule: (f.severity.value, f.pointer) for f in checked(CASE, said)}

    assert found["RN022"] == ("error", "/notices/0")
    assert found["RN023"] == ("error", "/notices/1/kind")
    assert found["RN024"][0] == "error"
    assert found["RN025"][0] == "warning"


def test_a_suppression_hides_until_its_day_and_is_then_told_itself() -> None:
    """Nobody forgets what was put off."""
    one = {"rule": "RN406", "reason": "The archive is closed.", "expires": "2026-06-01"}
    held = check(CASE, settings={"suppressions": [one]}, today=TODAY)
    over = check(CASE, settings={"suppressions": [one]}, today=TODAY + dt.timedelta(days=1))

    assert held.left_out is not None
    assert held.left_out.suppressed == {Severity.WARNING: 1}
    assert "RN406" not in rules_of(held)
    assert {"RN406", "RN020"} <= set(rules_of(over))


def test_a_finding_about_the_settings_stands_at_the_line_of_the_setting(tmp_path: Path) -> None:
    """An editor jumps there."""
    (tmp_path / "case.yaml").write_text(yaml.safe_dump(CASE))
    said = tmp_path / "rednotice.toml"
    said.write_text("# ours\n[house.cases]\nUZ = 1\n")

    (finding,) = [one for one in checked(tmp_path / "case.yaml", said) if one.rule == "RN025"]
    assert (finding.file, str(finding.place)) == (str(said), "3:1")


def test_a_baseline_hides_what_it_knows_and_nothing_new(tmp_path: Path) -> None:
    """A project with old cases starts with a green run, and sees what gets worse."""
    write_baseline(checked(CASE), tmp_path / "known")
    said = tmp_path / "rednotice.toml"
    said.write_text('baseline = "known"\n')
    worse = {**CASE, "notices": [*CASE["notices"], {"kind": "red", "issuing_state": "UZ"}]}
    old, new = checked(CASE, said), checked(worse, said)

    assert old.left_out is not None
    assert old.left_out.baselined[Severity.WARNING] == 2
    assert set(rules_of(old)) <= set(protected())
    told = [(f.rule, f.pointer) for f in new if f.rule not in protected()]
    assert told == [("RN405", "/notices/2")]


def test_a_baseline_that_is_not_there_is_an_error_of_the_settings(tmp_path: Path) -> None:
    """Or a misspelt name would show everything, and nobody would know why."""
    said = tmp_path / "rednotice.toml"
    said.write_text('baseline = "unknown"\n')

    with pytest.raises(ValueError, match=r"rednotice\.toml: line 1: baseline: .*--write-baseline"):
        checked(CASE, said)


# Limits


def test_more_warnings_than_are_allowed_fail_the_check() -> None:
    """So that their number can only go down."""
    count = checked(CASE).counts["warning"]

    assert not checked(CASE, {"limits": {"warnings": count}}).fails()
    assert checked(CASE, {"limits": {"warnings": count - 1}}).fails()


def test_settings_limit_how_many_findings_are_kept() -> None:
    """Unless the caller says otherwise."""
    assert len(checked(CASE, {"limits": {"findings": 2}})) == 2
    assert len(checked(CASE, {"limits": {"findings": 2}}, most=3)) == 3


# What settings cannot do


def everything_left_out(folder: Path, what: Any) -> Path:
    """Settings that leave out as much as they can."""
    write_baseline(check(what, today=TODAY), folder / "known")
    lines = [
        f"ignore = {FREE[::2]}",
        'baseline = "known"',
        "[severity]",
        *(f'{rule} = "info"' for rule in FREE),
        "[[overrides]]",
        'pointers = ["/notices"]',
        f"ignore = {FREE}",
        *(
            f'[[suppressions]]\nrule = "{rule}"\nreason = "ours"\nexpires = 2030-01-01'
            for rule in FREE
            if rule >= "RN1"
        ),
    ]
    file = folder / "rednotice.toml"
    file.write_text("\n".join(lines))
    return file


def serious(report: Report) -> list[int]:
    """The errors and warnings; a suppression that hides nothing is information."""
    return [report.counts["error"], report.counts["warning"]]


@pytest.mark.parametrize("audience", OUTSIDE, ids=lambda one: one.value)
def test_no_settings_change_whether_cases_may_leave(tmp_path: Path, audience: Audience) -> None:
    """Of all cases of the suite: each severity is counted as often as without settings."""
    said = everything_left_out(tmp_path, samples())
    plain, lenient = (checked(samples(), one, audience=audience) for one in (None, said))

    assert serious(lenient) == serious(plain)
    assert lenient.verdict() == plain.verdict() == f"may not go to {audience.value}"


def test_within_a_project_settings_leave_out_most_that_is_serious(tmp_path: Path) -> None:
    """Or the law on what may leave would hold for want of settings."""
    said = everything_left_out(tmp_path, samples())

    assert sum(serious(checked(samples(), said))) < sum(serious(checked(samples()))) / 2


def test_no_settings_change_whether_a_release_is_clean(tmp_path: Path) -> None:
    """It is asked for the audience that it names, though the check is for the internal one."""
    said = everything_left_out(tmp_path, RELEASED)
    plain, lenient = checked(RELEASED), checked(RELEASED, said)

    assert "RN202" in rules_of(plain)  # which no rule on releases finds
    assert serious(lenient) == serious(plain)
    assert lenient.verdict() == plain.verdict() == "not a clean release for public"


def test_what_is_not_listed_for_an_outside_audience_is_counted_as_such() -> None:
    """So that a verdict without a listed reason is explained."""
    report = checked(CASE, {"ignore": ["RN4"]}, audience="public")

    assert report.left_out is not None
    assert report.left_out.unlisted == {Severity.WARNING: 2}
    assert report.left_out.ignored == {}
    assert report.counts["warning"] == checked(CASE, audience="public").counts["warning"]


RULE = st.sampled_from([*FREE, "RN1", "RN2", "RN3", "RN4", "RN5", "RN6", "RN7", "RN8"])
PLACE = st.sampled_from(["/notices", "/subjects/*", "/incidents/*", "/sources"])
SEVERITY = st.sampled_from([one.value for one in Severity])
GRADES = st.dictionaries(RULE, SEVERITY, max_size=4)
SAID = st.fixed_dictionaries(
    {},
    optional={
        "select": st.lists(RULE, min_size=1, max_size=4, unique=True),
        "ignore": st.lists(RULE, max_size=4, unique=True),
        "severity": GRADES,
        "overrides": st.lists(
            st.fixed_dictionaries(
                {
                    "pointers": st.lists(PLACE, min_size=1, unique=True),
                    "ignore": st.lists(RULE, max_size=4, unique=True),
                    "severity": GRADES,
                }
            ),
            max_size=2,
        ),
        "limits": st.fixed_dictionaries({"warnings": st.integers(0, 5)}),
    },
)
FEW = st.lists(st.integers(0, 99), min_size=1, max_size=4, unique=True)


@settings(max_examples=40, deadline=None)
@given(said=SAID, places=FEW, audience=st.sampled_from(OUTSIDE), least=st.sampled_from(Severity))
def test_settings_never_turn_a_no_into_a_yes(
    said: dict[str, Any], places: list[int], audience: Audience, least: Severity
) -> None:
    """Whatever they say, of whatever cases."""
    cases = [samples()[place] for place in places]
    plain, ours = (checked(cases, one, audience=audience) for one in (None, said))

    assert ours.fails(least) or not plain.fails(least)


@settings(max_examples=40, deadline=None)
@given(said=SAID, places=FEW)
def test_every_finding_is_told_or_counted(said: dict[str, Any], places: list[int]) -> None:
    """What settings take from the report stands in their counts, and nothing else does."""
    cases = [samples()[place] for place in places]
    plain, ours = checked(cases), checked(cases, said)
    left = ours.left_out

    assert left is not None
    assert len(ours) + sum(sum(one.values()) for one in (left.ignored, left.unlisted)) == len(plain)
