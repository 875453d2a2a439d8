"""Which paths and ids of a refused file hold a number that may identify a person."""

from __future__ import annotations

import json
from typing import Any

import pytest

import rednotice
from rednotice.names import likely_numbers

Folder = Any

FILE_1 = "(file 1, its name may contain a person's name or number)"


def case(identity: str = "c-7k2m9q", **document: Any) -> str:
    subject = {"label": "A", "documents": [{"kind": "passport", **document}]}
    return json.dumps({"rednotice": "1.0", "id": identity, "subjects": [subject]})


def shown(folder: Folder, name: str, text: str) -> set[tuple[str, str | None]]:
    """The names of files and the ids in the report on a file that is refused."""
    report = rednotice.check(folder.put(name, text))
    assert report.refused == 1
    return {(str(found.file).rsplit("/", 1)[-1], found.case) for found in report}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("n-X7391846.json", case(number="X7391846", x=1)),
        ("n-x-739-1846.json", case(nubmer="X 739/1846")),
        ("n-7391846205.json", case(number=7391846205)),
        ("n-7391846205.json", case(nubmer=7391846205)),
        ("n-X7391846.json", case(note="Passport X7391846 of Turkey", x=1)),
        ("n-X7391846.json", case(X7391846=1)),
    ],
)
def test_a_number_in_a_refused_document_hides_the_path(
    folder: Folder, name: str, text: str
) -> None:
    """Wherever it stands, since its member may be misspelt."""
    assert shown(folder, name, text) == {(FILE_1, "c-7k2m9q")}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("n-X7391846.json", case(number="X7391846")[:-5]),
        ("n-X7391846.json", case(number="X 739 1846")[:-5]),
        ("n-7391846205.json", case(number=7391846205)[:-5]),
        ("n-7391846205.yaml", "names: [\nnumber: 7391846205\n"),
    ],
)
def test_a_number_in_a_broken_file_hides_the_path(folder: Folder, name: str, text: str) -> None:
    """As a name does."""
    assert shown(folder, name, text) == {(FILE_1, None)}


def test_a_number_in_a_refused_document_hides_the_id(folder: Folder) -> None:
    """Also if the id has another spelling of it."""
    found = shown(folder, "a.json", case("x7391846", nubmer="X7391846"))

    assert found == {("a.json", "(case 1, its id may contain a person's name or number)")}


@pytest.mark.parametrize("more", [', "x": 1}', ""], ids=["refused", "broken"])
def test_an_id_and_a_date_in_its_own_file_hide_nothing(folder: Folder, more: str) -> None:
    """Files are called by ids and days."""
    text = '{"rednotice": "1.0", "id": "x-2031-44071", "created": "2031-05-06"' + more

    assert {name for name, _ in shown(folder, "x-2031-44071-2031-05-06.json", text)} == {
        "x-2031-44071-2031-05-06.json"
    }


def test_a_huge_number_is_no_number_of_a_person() -> None:
    """Python would not write it."""
    assert [*likely_numbers.in_value({"x": 10**5_000}, ["n-7391846205"])] == []


def test_a_document_is_not_gone_over_if_nothing_shown_has_a_number(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Most names of files have none."""
    monkeypatch.setattr(likely_numbers, "_scalars", lambda _value: pytest.fail("was gone over"))

    assert [*likely_numbers.in_value({"x": "X7391846"}, ["c-7k2m9q", "cases"])] == []
