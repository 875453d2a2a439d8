"""Likeness: which cases of a data set are most likely about one person."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

import rednotice
from rednotice.findings import Severity

NAME = {"text": "Ida Musterova"}
FORENAME = {"text": "Ida"}


def case(identity: str, subject: dict[str, Any], **members: Any) -> rednotice.Case:
    document = {"rednotice": "1.0", "id": identity, "subjects": [subject], **members}
    made = rednotice.loads(json.dumps(document).encode())
    assert isinstance(made, rednotice.Case)
    return made


def alike(*cases: rednotice.Case) -> list[rednotice.Finding]:
    return [finding for finding in rednotice.check(cases) if finding.rule == "RN014"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"names": [NAME], "born": "1980"}, {"names": [NAME], "born": "1980-03-02"}),
        (
            {"names": [{"text": "Рахимова Мустер"}], "born": "1980"},
            {"names": [{"forename": "Muster", "family": "Rakhimova"}], "born": "1980"},
        ),
        (
            {"names": [{"text": "Григорій Вигаданенко"}], "born": "1980"},
            {"names": [{"text": "Hryhorii Vyhadanenko"}], "born": "1980"},
        ),
        (
            {"names": [{"text": "Григорій Вигаданенко"}], "born": "1980"},
            {"names": [{"text": "Grigoriy Vygadanenko"}], "born": "1980"},
        ),
        (
            {"names": [{"text": "Щерев Измислян"}], "born": "1980"},
            {"names": [{"text": "Shterev Izmislyan"}], "born": "1980"},
        ),
        (
            {"names": [{"text": "Ўктам Тўқималиев"}], "born": "1980"},
            {"names": [{"text": "Oktam Toqimaliyev"}], "born": "1980"},
        ),
        (
            {"names": [{"text": "王臆造"}], "born": "1980"},
            {"names": [{"forename": "Yizao", "family": "Wang"}], "born": "1980"},
        ),
        (
            {"names": [{"text": "ზვიადი გამოგონილი"}], "born": "1980"},
            {"names": [{"text": "Zviadi Gamogonili"}], "born": "1980"},
        ),
        (
            {"documents": [{"number": "X 00 1", "issuing_state": "TJ"}]},
            {"documents": [{"number": "x001", "issuing_state": "TJ"}]},
        ),
    ],
)
def test_a_name_with_its_birth_and_a_passport_tell_one_person(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    """However the name is written, and however precise the date is."""
    found = alike(case("c-1", one), case("c-2", other))

    assert [(finding.case, finding.severity) for finding in found] == [("c-2", Severity.WARNING)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"names": [NAME]}, {"names": [NAME]}),
        ({"names": [NAME], "born": "1980"}, {"names": [NAME], "born": "1981"}),
        ({"names": [NAME], "born": "1980-03-02"}, {"names": [NAME], "born": "1980-03-04"}),
        (
            {"names": [FORENAME], "born": "1980"},
            {"names": [FORENAME], "born": "1980"},
        ),
        ({"documents": [{"number": "1"}]}, {"documents": [{"number": "1"}]}),
    ],
)
def test_a_name_alone_or_another_day_tells_nobody(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    """Many people have one name, and a number is one state's."""
    assert alike(case("c-1", one), case("c-2", other)) == []


def test_a_group_is_one_finding() -> None:
    """At the second of its cases; it names them all, and no value."""
    found = alike(
        *(
            case(f"c-{at}", {"label": "A"}, notices=[{"kind": "red", "number": "2031/4407"}])
            for at in range(1, 9)
        )
    )

    assert [finding.case for finding in found] == ["c-2"]
    assert found[0].message == (
        "These cases are alike by the number of a notice: c-1, c-2, c-3, c-4, c-5 and 3 more."
        " Join them, or name them under `related_cases`."
    )


def test_cases_that_name_each_other_are_known_to_belong_together() -> None:
    """It is said already, in either of them."""
    subject = {"names": [NAME], "born": "1980"}
    one = case("c-1", subject, related_cases=[{"case": "c-2"}])
    other = case("c-2", subject)

    assert alike(one, other) == []
    assert alike(other, one) == []


def test_one_case_is_not_like_itself() -> None:
    """A number that stands twice in one case is another matter."""
    notices = [{"kind": "red", "number": "2031/4407"}, {"kind": "blue", "number": "2031/4407"}]

    assert alike(case("c-1", {"label": "A"}, notices=notices)) == []


def test_an_id_that_tells_a_name_is_not_repeated_in_the_message() -> None:
    """It is shown by its running number there too."""
    subject = {"names": [NAME], "born": "1980"}
    found = alike(case("c-musterova", subject), case("c-2", subject))

    assert "musterova" not in str(found[0])
    assert "(case 1" in found[0].message


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 2, 0), (2, 0, 1)])
def test_two_that_are_alike_are_found_in_any_order(order: tuple[int, ...]) -> None:
    """Another day of birth in front hides nobody."""
    days = ["1980-01-02", "1980-03-04", "1980-03-04"]
    cases = [case(f"c-{at}", {"names": [NAME], "born": day}) for at, day in enumerate(days)]
    found = alike(*(cases[place] for place in order))

    assert len(found) == 1
    assert sorted(re.findall("c-[0-9]", found[0].message)) == ["c-1", "c-2"]


def test_groups_that_a_later_case_joins_are_one() -> None:
    """However many steps lie between."""
    number = {"notices": [{"kind": "red", "number": "2031/4407"}]}
    named = {"names": [NAME], "born": "1980"}
    found = alike(
        case("c-1", {"label": "A"}, **number),
        case("c-2", {"label": "A"}, **number),
        case("c-3", named),
        case("c-4", named),
        case("c-5", named, **number),
    )

    assert [finding.case for finding in found] == ["c-2"]
    assert "c-1, c-2, c-3, c-4, c-5" in found[0].message


def test_what_is_known_of_one_hides_no_other() -> None:
    """Two that belong together as is said, and a third of which nobody says so."""
    named = {"names": [NAME], "born": "1980"}
    found = alike(
        case("c-1", named, related_cases=[{"case": "c-2"}]), case("c-2", named), case("c-3", named)
    )

    assert [finding.case for finding in found] == ["c-3"]


def test_a_notice_on_another_person_tells_nothing_of_the_subject() -> None:
    """A brother's notice stands in both cases."""
    other = {
        "people": [{"id": "p1", "label": "Brother"}],
        "notices": [{"kind": "red", "number": "2031/4407", "about": ["p1"]}],
    }

    assert alike(case("c-1", {"label": "A"}, **other), case("c-2", {"label": "B"}, **other)) == []
