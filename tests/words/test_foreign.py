"""The tables of names of countries and languages, and what they find."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from rednotice import codelists
from rednotice.types.languages import is_language
from rednotice.words import foreign
from rednotice.words.foreign import country_meant, language_meant

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
    found = set(foreign._codes_by_name("country_names.csv").values())

    assert len(found) > 240
    assert [code for code in found if countries.codes[code].replaced_by] == []
    assert all(map(is_language, foreign._codes_by_name("language_names.csv").values()))


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
        ("Tajikstan", "TJ"),
        ("中国", "CN"),
        ("Oʻzbekiston", "UZ"),
        ("Cote d'Ivoire", "CI"),
        ("U.S.A.", "US"),
        ("Turkey", "TR"),
        ("Hong-Kong", "HK"),
    ],
)
def test_a_country_is_known_by_its_names(text: str, code: str) -> None:
    """In English, French, Spanish and its own languages, by three letters, and misspelt."""
    assert country_meant(text) == code


@pytest.mark.parametrize(
    "text", ["Congo", "Korea", "Atlantis", "Zuzanna", "", "nowhere", "x" * 10_000]
)
def test_a_name_of_no_country_or_of_two_leads_nowhere(text: str) -> None:
    assert country_meant(text) is None


def test_a_language_is_known_by_its_names() -> None:
    assert [language_meant(name) for name in ("English", "anglais", "русский", "Klingon")] == [
        *("en", "en", "ru", None)
    ]
