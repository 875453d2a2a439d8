"""The tables of names of countries and languages, and what they find."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from rednotice import codelists
from rednotice.types.languages import is_language
from rednotice.words import foreign
from rednotice.words.foreign import countries_like, country_meant, language_meant

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("table", ["country_names.csv", "language_names.csv"])
def test_a_table_is_what_its_script_writes(table: str) -> None:
    """`make names` writes it anew; the Unicode CLDR changes a name now and then."""
    pytest.importorskip("babel", reason="the docs lock brings Babel")
    made = runpy.run_path(str(ROOT / "requirements" / "names.py"))["TABLES"][table]()

    assert (ROOT / "src" / "rednotice" / "words" / table).read_text("utf-8") == made


def test_every_code_that_a_name_leads_to_is_in_the_list() -> None:
    """And is in use."""
    countries = codelists.codelist("countries")
    names = foreign._codes_by_name("country_names.csv", foreign._NAMES)
    found = {code for codes in names.values() for code in codes}

    assert len(found) > 240
    assert [code for code in found if countries.codes[code].replaced_by] == []
    languages = foreign._codes_by_name("language_names.csv", foreign._NAMES)
    assert all(is_language(code) for codes in languages.values() for code in codes)


def test_the_label_of_a_country_leads_to_its_code() -> None:
    """If it is one of today's."""
    labels = {code.label: code.code for code in codelists.codelist("countries")}
    other = {label: country_meant(label) for label in labels if country_meant(label)}

    assert {label: code for label, code in other.items() if code != labels[label]} == {
        "Burma": "MM",
        "East Timor": "TL",
    }


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Tajikistan", "TJ"),
        ("TAJIKISTAN", "TJ"),
        ("Tadjikistan", "TJ"),
        ("Tayikistán", "TJ"),
        ("Тоҷикистон", "TJ"),
        ("tjk", "TJ"),
        ("Republic of Türkiye", "TR"),
        ("Republic of Kenya", "KE"),
        ("Kingdom of Saudi Arabia", "SA"),
        ("the Gambia", "GM"),
        ("中国", "CN"),
        ("Oʻzbekiston", "UZ"),
        ("Cote d'Ivoire", "CI"),
        ("U.S.A.", "US"),
        ("Turkey", "TR"),
        ("Hong-Kong", "HK"),
    ],
)
def test_a_country_is_known_by_its_names(text: str, code: str) -> None:
    """In English, French, Spanish and its own languages, by three letters, as a state."""
    assert country_meant(text) == code


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Tajikstan", ["TJ"]),
        ("Ukrane", ["UA"]),
        ("Turkish", ["TR"]),
        ("Turkmen", ["TM"]),
        ("Malian", ["ML"]),
        ("Nigerien", ["NE"]),
        ("Dominican", ["DM", "DO"]),
        ("Congo", ["CD", "CG"]),
        ("Republic of Congo", ["CD", "CG"]),
        ("Korea", ["KP", "KR"]),
        ("Rusland", []),
        ("People's Democratic Republic of Korea", []),
    ],
)
def test_what_may_be_a_country_is_asked(text: str, codes: list[str]) -> None:
    """A misspelt name, what the people are called, or the name of two."""
    assert country_meant(text) is None
    assert [*countries_like(text)] == codes


@pytest.mark.parametrize("text", ["Atlantis", "Zuzanna", "", "nowhere", "x" * 10_000])
def test_a_name_of_no_country_leads_nowhere(text: str) -> None:
    assert country_meant(text) is None
    assert countries_like(text) == ()


def test_no_name_of_a_people_is_one_of_a_country() -> None:
    """Or whoever writes it would be told what to write, and not be asked."""
    names, people = (
        foreign._codes_by_name("country_names.csv", columns)
        for columns in (foreign._NAMES, foreign._PEOPLE)
    )

    assert {one: people[one] for one in people if one in names and names[one] != people[one]} == {}


def test_a_language_is_known_by_its_names() -> None:
    assert [language_meant(name) for name in ("English", "anglais", "русский", "Klingon")] == [
        *("en", "en", "ru", None)
    ]
