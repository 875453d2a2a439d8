"""The risk report as a whole: its forms, its risks, and that it names nobody."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import attrs
import pytest

import rednotice
from rednotice import Accepted, BadRiskFile
from rednotice.cli import main
from rednotice.risks.forms import FORMS

sys.path.insert(0, str(Path(__file__).parents[1] / "releases"))
from invented import KEY, TODAY, cases


@pytest.fixture
def release(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    report = rednotice.release(
        cases(20),
        folder,
        policy="partner",
        key=KEY,
        to="Partner A",
        log=tmp_path / "log",
        yes=True,
        today=TODAY,
    )
    assert report.folder == folder
    return folder


def assessed(source: Any, **options: Any) -> rednotice.RiskReport:
    return rednotice.assess(source, **{"policy": "partner", **options})


def test_a_release_that_meets_its_thresholds_has_no_small_class(release: Path) -> None:
    report = assessed(release)

    assert report.cases == report.alike.k == 20
    assert report.risks == ()


@pytest.mark.parametrize("name", [None, "cases.jsonl"])
def test_a_place_without_cases_is_not_taken_for_one_without_risks(
    name: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A path may be mistyped in a script."""
    if name:
        (tmp_path / name).touch()

    assert main(["risk", str(tmp_path), "--policy", "partner"]) == 2
    assert "no case was found" in capsys.readouterr().err


def test_kept_cases_have_risks_that_no_release_has() -> None:
    telling = [*cases(19), *cases(1, 19, pursued_by=["RU"])]

    report = assessed(telling)

    assert {"small_classes", "unique_combinations"} <= set(report.open)


def test_an_accepted_risk_is_not_open() -> None:
    telling = [*cases(19), *cases(1, 19, pursued_by=["RU"])]
    reasons = [
        Accepted(risk, "the recipient has the cases anyway", "A.B.")
        for risk in ("small_classes", "unique_combinations", "little_diversity")
    ]

    report = assessed(telling, accepted=reasons)

    assert report.open == ()
    assert all("the recipient has the cases anyway" in form(report) for form in FORMS.values())


@pytest.mark.parametrize("form", FORMS)
def test_no_form_names_anybody(form: str) -> None:
    telling = [*cases(19), *cases(1, 19, pursued_by=["RU"])]

    said = FORMS[form](assessed(telling))

    for secret in ("kept-", "Gargler", "Zaphodine", "2031/", "invented wording"):
        assert secret not in said
    assert '"RU"' not in said
    assert "2021" not in said


def test_the_report_says_what_was_made_coarser(release: Path) -> None:
    assert assessed(release).coarsened == ("dates: as years",)


def test_the_report_says_what_the_policy_left_out(release: Path) -> None:
    start = rednotice.policy("partner")
    keep = {**start.keep, "Case": start.keep["Case"] - {"events"}}

    report = assessed(release, policy=attrs.evolve(start, keep=keep))

    assert "Case.events" in report.left_out


def test_the_json_form_has_the_whole_report(release: Path) -> None:
    said = json.loads(FORMS["json"](assessed(release)))

    assert said["alike"]["k"] == 20
    assert said["sizes"] == {"20": 1}
    assert said["risks"] == []


def test_the_page_asks_for_nothing_and_runs_nothing(release: Path) -> None:
    page = FORMS["html"](assessed(release))

    assert "default-src 'none'" in page
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")


def test_a_register_is_compared_by_its_columns(release: Path, tmp_path: Path) -> None:
    register = tmp_path / "register.csv"
    register.write_text("notices.issuing_state\nCN\nCN\nTR\n")

    report = assessed(release, register=register)

    assert report.register is not None
    assert report.register.few == 20
    assert report.open == ("register_matches",)


def test_a_register_without_members_in_its_head_is_refused(release: Path, tmp_path: Path) -> None:
    register = tmp_path / "register.csv"
    register.write_text("Zaphodine\nZyx\n")

    with pytest.raises(BadRiskFile, match="named for a member") as refused:
        assessed(release, register=register)
    assert "Zaphodine" not in str(refused.value)


@pytest.mark.parametrize(
    "text", ["accepted = 1", "[[accepted]]\nrisk = 'Zaphodine'\nreason = 'x'\nby = 'y'", "a ="]
)
def test_a_file_of_accepted_risks_that_says_something_else_is_refused(
    text: str, release: Path, tmp_path: Path
) -> None:
    file = tmp_path / "accepted.toml"
    file.write_text(text)

    with pytest.raises(BadRiskFile) as refused:
        assessed(release, accepted=file)
    assert "Zaphodine" not in str(refused.value)


def test_the_command_exits_with_1_until_each_risk_is_accepted(
    release: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    register, accepted = tmp_path / "register.csv", tmp_path / "accepted.toml"
    register.write_text("notices.issuing_state\nCN\n")
    accepted.write_text("[[accepted]]\nrisk = 'register_matches'\nreason = 'small'\nby = 'A.B.'\n")
    words = ["risk", str(release), "--policy", "partner", "--register", str(register)]

    assert main(words) == 1
    assert main([*words, "--accepted", str(accepted)]) == 0
    assert "register_matches" in capsys.readouterr().out


def test_the_command_exits_with_0_where_there_is_no_risk(release: Path) -> None:
    assert main(["risk", str(release), "--policy", "partner", "--format", "json"]) == 0
