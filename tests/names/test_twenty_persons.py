"""No name is shown in the name of a file or a folder or in an id, whatever happened to it."""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path
from typing import Any

import pytest

import rednotice
from rednotice.findings import Finding, Report

sys.path.insert(0, str(Path(__file__).parent))
from twenty_persons import PERSONS, SHOWN, Invented  # found beside this file

TODAY = dt.date(2026, 6, 1)
OPAQUE = "c-7k2m9q"
PLACES = ("file", "folder", "id")
# Every fourth person quickly, and so one of most scripts; all of them in the thorough run.
by_person = pytest.mark.parametrize(
    "person",
    [
        pytest.param(one, id=one.official[0], marks=pytest.mark.thorough if at % 4 else ())
        for at, one in enumerate(PERSONS)
    ],
)


def document(identity: str, **members: Any) -> dict[str, Any]:
    """A case with one finding, which shows its path and its id."""
    return {"rednotice": "1.0", "id": identity, "operations": ["op9"]} | members


def put(folder: Path, shown: str, place: str, case: dict[str, Any] | str) -> Path:
    """Write *case* to a file of which *shown* is the name, or that of the folder around it."""
    stem = shown.replace("/", "_") if place == "file" else OPAQUE
    path = folder / (shown.replace("/", "_") if place == "folder" else "d") / f"{stem}.json"
    path.parent.mkdir()
    text = case if isinstance(case, str) else json.dumps(case, ensure_ascii=False)
    path.write_text(text, encoding="utf-8")
    return path


def is_hidden(finding: Finding, place: str) -> bool:
    """Whether a running number stands in *place*, or nothing."""
    if place == "id":
        return finding.case is None or finding.case.startswith("(case ")
    assert finding.file is not None
    *_, folder, file = Path(finding.file).parts
    return (file if place == "file" else folder).startswith(f"({place} ")


def shown_in(report: Report, place: str) -> list[Finding]:
    """The findings that show what stands in *place*."""
    assert len(report) > 0
    return [found for found in report if not is_hidden(found, place)]


@by_person
@pytest.mark.parametrize("damage", SHOWN)
def test_no_damage_shows_a_name(tmp_path: Path, person: Invented, damage: str) -> None:
    """Neither of a case that is understood, nor of one that is refused."""
    shown = SHOWN[damage](person)
    found: dict[tuple[str, str], list[Finding]] = {}
    for place in PLACES:
        identity = shown.lower() if place == "id" else OPAQUE
        case = document(identity, subjects=[{"names": [{"text": person.name}]}])
        for state in ("whole", "refused"):
            folder = tmp_path / f"{place}-{state}"
            folder.mkdir()
            path = put(folder, shown, place, case | ({} if state == "whole" else {"x": 1}))
            report = rednotice.check(path, today=TODAY)
            assert report.refused >= (state == "refused")
            found[place, state] = shown_in(report, place)

    assert [where for where, showing in found.items() if showing] == []


@by_person
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "subject",
    [
        {"label": "A", "nmaes": [{"text": "{}"}]},
        {"label": "A", "nmaes": [{"label": "{}"}]},
        {"label": "A", "text": "{}"},
        {"label": "A", "title": {"title": "{}"}},
        {"label": ["{}"]},
        {"label": "A", "names": {"text": "{}"}},
        {"label": "A", "names": ["{}"]},
        {"label": "A", "description": "the lawyer {}"},
    ],
    ids=str,
)
def test_no_slip_in_a_member_shows_a_name(
    tmp_path: Path, person: Invented, place: str, subject: dict[str, Any]
) -> None:
    """A name is a name also where the model does not expect one."""
    filled = json.loads(json.dumps(subject).replace("{}", person.name))
    shown = "-".join(person.official).lower().replace(" ", "-")
    case = document(shown if place == "id" else OPAQUE, subjects=[filled])

    report = rednotice.check(put(tmp_path, shown, place, case), today=TODAY)

    assert report.refused == 1
    assert shown_in(report, place) == []


@by_person
@pytest.mark.parametrize("place", ["file", "folder"])
@pytest.mark.parametrize(
    "text",
    [
        '{"subjects": [{"names": [{"text": "FORENAME FAMILY"}]}',
        '{"subjects": [{"names": [{"text": "FORENAME van der FAMILY"}]}',
        '{"subjects": [{"names": [{"text": "FORENAME de la FAMILY"}]}',
        '{"subjects": [{"names": [{"text": "forename bin family"}]}',
        '{"subjects": [{"nmaes": [{"text": "FORENAME FAMILY"}]}',
        '{"subjects": [{"nmaes": [{"label": "FORENAME el FAMILY"}]}',
        '{"subjects": ["forename family"}',
        "subjects:\n- names:\n  - text: FORENAME van FAMILY\n label: [",
        "subjects:\n- name: forename family\n label: [",
        "statements:\n- about: s1.names\n  value: FORENAME FAMILY\n label: [",
    ],
)
def test_no_broken_file_shows_a_name(
    tmp_path: Path, person: Invented, place: str, text: str
) -> None:
    """Particles and small letters do not make prose of a name."""
    forename, family = person.own
    broken = text.replace("FORENAME", forename).replace("FAMILY", family)
    broken = broken.replace("forename", forename.lower()).replace("family", family.lower())
    shown = "-".join(person.official).lower().replace(" ", "-")

    report = rednotice.check(put(tmp_path, shown, place, broken), today=TODAY)

    assert {found.rule for found in report} == {"RN001"}
    assert shown_in(report, place) == []
