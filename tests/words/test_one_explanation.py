"""One fault has one explanation, wherever it is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import rednotice
from rednotice import InvalidRecord, PartialDate, Unreadable
from rednotice.model import Incident, Notice, Proceeding, Source, Subject
from rednotice.types.durations import Duration

WRONG: list[tuple[Any, str, Any]] = [
    (Subject, "born", "2021-06-31"),
    (Subject, "born", "15.06.2021"),
    (Subject, "born", "ca. 1985"),
    (Subject, "born", "2021-06-15\n"),
    (Subject, "lable", "A"),
    (Subject, "Zuzanna", "A"),
    (Subject, "nationalities", ["TJK"]),
    (Subject, "nationalities", ["Тоҷикистон"]),
    (Subject, "languages", ["English"]),
    (Notice, "issuing_state", "Tajikistan"),
    (Notice, "number", "2031-4407"),
    (Notice, "type", "red"),
    (Notice, "kind", "Red"),
    (Notice, "id", "N1"),
    (Incident, "method", "phone_presure"),
    (Incident, "times", 3),
    (Incident, "kind", "phone_pressure"),
    (Incident, "zuzanna", "phone_pressure"),
    (Proceeding, "result", "pending"),
    (Proceeding, "grounds_argued", ["pending"]),
    (Proceeding, "date", "September 2024"),
    (Subject, "missing", ["birth_place"]),
    (Subject, "missing", "birth_place"),
    (Incident, "against", ["P 1"]),
    (Proceeding, "filed", "2021"),
    (Source, "address", "www.example.org"),
    (Source, "sha256", "0" * 63),
]
REQUIRED: dict[Any, dict[str, Any]] = {
    Notice: {"kind": "red"},
    Proceeding: {"kind": "extradition"},
    Source: {"kind": "interview"},
}


def said_by_the_constructor(cls: Any, members: dict[str, Any]) -> str:
    with pytest.raises(InvalidRecord) as caught:
        cls(**members)
    (fault,) = caught.value.faults
    place = f"{cls.__name__}.{'.'.join(map(str, fault.shown))}"
    return fault.message.split(": ", 1)[1] if ": " in fault.message and place else fault.message


def said_by(read: Any, *given: Any) -> str:
    with pytest.raises(Unreadable) as caught:
        read(*given)
    (finding,) = caught.value.findings
    return finding.message


@pytest.mark.parametrize(("cls", "member", "value"), WRONG, ids=str)
def test_one_fault_has_one_explanation(cls: Any, member: str, value: Any, tmp_path: Path) -> None:
    """By the constructor, from a dict, from a text, and in a check of a file."""
    members = REQUIRED.get(cls, {}) | {member: value}
    said = said_by(rednotice.from_dict, members, cls)

    assert said_by_the_constructor(cls, members) in {said, said.split(": ", 1)[-1]}
    assert said_by(rednotice.loads, json.dumps(members), cls) == said
    assert said in checked(tmp_path / "case.json", cls, members)


def checked(path: Path, cls: Any, members: dict[str, Any]) -> list[str]:
    """What a check says of a case with a record of class *cls* that has *members*."""
    case: dict[str, Any] = {"rednotice": "1.0", "id": "c-1", "subjects": [{"label": "A"}]}
    case[f"{cls.__name__.lower()}s"] = [members]
    path.write_text(json.dumps(case), encoding="utf-8")
    return [finding.message for finding in rednotice.check(path)]


@pytest.mark.parametrize("text", ["2021-06-31", "15.06.2021", "June 2021", "2021 ", "", "P1Y"])
def test_a_date_alone_is_explained_like_one_in_a_record(text: str) -> None:
    with pytest.raises(ValueError, match=r"\.$") as caught:
        PartialDate(text)

    assert said_by(rednotice.from_dict, {"born": text}, Subject) == str(caught.value)


@pytest.mark.parametrize("text", ["3 years", "P1.5Y", "P1Y2W", "p3y"])
def test_a_duration_alone_is_explained_like_one_in_a_record(text: str) -> None:
    with pytest.raises(ValueError, match=r"\.$") as caught:
        Duration(text)

    assert said_by(rednotice.from_dict, {"duration": text}, Incident) == str(caught.value)


def test_a_misspelt_member_is_not_missing_as_well() -> None:
    """One slip is told once."""
    members = {"knid": "red"}

    assert said_by(rednotice.from_dict, members, Notice).endswith("Did you mean `kind`?")
    with pytest.raises(InvalidRecord) as caught:
        Notice(**members)  # type: ignore[arg-type]
    assert len(caught.value.faults) == 1


def test_what_is_missing_is_told_with_the_next_step() -> None:
    """By the record's constructor too."""
    said = "`kind` is missing. Add `kind`: a code of the list notice_kinds"

    assert said_by(rednotice.from_dict, {"issuing_state": "TJ"}, Notice).startswith(said)
    with pytest.raises(InvalidRecord, match=r"`kind` is missing\. Add `kind`: a code of the"):
        Notice(issuing_state="TJ")  # type: ignore[call-arg]
