"""An editor completes, explains and complains by the published schema, in our words."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
SCHEMAS = HERE.parents[1] / "schemas" / "1.0"
CASE = """{
  "rednotice": "1.0", "id": "c-1",
  "subjects": [{"label": "A", "born": "1985-02-31", |}],
  "notices": [{"kind": "red", "issuing_state": |}],
  "incidents": [{"occurrences": {"best": 3}}]
}"""
REPAIRED = CASE.replace(", |}", "}").replace('"issuing_state": |', '"issuing_state": "TJ"')

Shown = Callable[[str], dict[str, Any]]


@pytest.fixture(params=["rednotice", "draft-07/rednotice"])
def shown(node: list[str], request: pytest.FixtureRequest) -> Shown:
    """What an editor shows of a text, by the entry schema of each edition."""

    def of(text: str) -> dict[str, Any]:
        done = subprocess.run(  # noqa: S603  # what package-lock.json pins
            [*node, HERE / "editor.js"],
            input=f"{SCHEMAS / request.param}.schema.json\n{text}",
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
        found: dict[str, Any] = json.loads(done.stdout)
        return found

    return of


def test_an_editor_explains_a_member_before_its_type(shown: Shown) -> None:
    """What the member means, then what its values look like, then what the code means."""
    hovers = shown(REPAIRED)["hovers"]

    born = hovers["born"]
    assert born.index("Date of birth") < born.index("EDTF")
    assert "Red notice" in hovers["kind"]
    assert hovers["occurrences"].index("How many times") < hovers["occurrences"].index(
        "a best guess"
    )


def test_an_editor_complains_of_a_date_without_its_pattern(shown: Shown) -> None:
    """One sentence that says what a date looks like."""
    (complaint,) = shown(REPAIRED)["complaints"]

    assert complaint.startswith("It must be a day of the calendar")
    assert "[0-9]" not in complaint


def test_an_editor_offers_members_and_codes_and_makes_no_fact_up(shown: Shown) -> None:
    """Each with its meaning; no value stands in what is filled in for a member."""
    members, codes = shown(CASE)["offers"]

    told = {label: (said, filled) for label, said, filled in members}
    assert {"names", "sex", "nationalities"} <= set(told)
    assert told["birth_place"][0].startswith("Place in which the subject was born.")
    assert {filled.partition(": ")[2].rstrip(",") for _, filled in told.values()} <= {
        *("", "$1", '"$1"', "[$1]", "{$1}"),
    }
    assert {label: said for label, said, _ in codes}['"TJ"'].startswith("Tajikistan")
