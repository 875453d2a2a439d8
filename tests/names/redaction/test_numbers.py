"""Numbers and dates that tell a person, however a text calls them."""

from __future__ import annotations

import pytest

import rednotice

NAMES = ["Zdenka Vymyslova"]


def cleared(text: str, *births: str) -> str:
    return str(rednotice.redact(text, NAMES, births=births))


@pytest.mark.parametrize("mark", ["No. ", "No ", "no. ", "Nr. ", "№ ", "n° ", "núm. ", "number "])
def test_a_notice_is_found_after_any_mark_of_a_number(mark: str) -> None:
    """A mark alone makes no law of it."""
    assert cleared(f"Red notice {mark}2031/44071 is out.") == f"Red notice {mark}[redacted] is out."


@pytest.mark.parametrize(
    "law", ["Regulation (EU) No 2031/4407", "Law No. 2031/4407", "закон № 2031/4407"]
)
def test_the_number_of_a_law_stays(law: str) -> None:
    """The law is named before the mark."""
    assert cleared(law) == law


def test_a_control_number_is_taken_out() -> None:
    """It tells the notice as its number does."""
    assert cleared("Control No. A-7731/9-2022, page 2") == "Control No. [redacted], page 2"


@pytest.mark.parametrize(
    "said",
    [
        *("Passport C01X00T47", "Reisepass-Nr. C01X00T47", "Personalausweisnummer L01X00T471"),
        *("Passeport n° 18AB12345", "pasaporte núm. XDA123456", "cestovní pas č. 12345678"),
        *("паспорт № 75 1234567", "паспорт гражданина АА 1234567", "паспорт за номером 560123456"),
        *("pasporti AB1234567", "passport bearing the number 560123456", "旅券番号 TK1234567"),
        *("דרכון מס' 12345678", "διαβατήριο αρ. ΑΕ1234567", "护照号码E12345678"),
    ],
)
def test_a_passport_is_found_in_the_words_of_many_languages(said: str) -> None:
    """Also one with letters among its digits."""
    text = cleared(f"{said} (copy)")

    assert text.endswith("[redacted] (copy)")
    assert not any(map(str.isdigit, text))


def test_a_series_goes_with_its_number() -> None:
    """Some passports have both."""
    assert cleared("паспорт серии 75 № 1234567 выдан") == "паспорт серии [redacted] выдан"


@pytest.mark.parametrize(
    "text",
    [
        *("Her passport in 2019 was old", "passports, 2019-2021, and", "passport of 12345 people"),
        *(
            "passport and 250000 dollars",
            "visa 2019/20",
            "visa non-european",
            "passport issued 03.06.2021 in Brno",
        ),
    ],
)
def test_not_every_number_near_a_passport_is_its_own(text: str) -> None:
    """Years, sums and days stay."""
    assert cleared(text) == text


@pytest.mark.parametrize(
    "said",
    [
        *("Call (202) 555-0143", "Reach me at 0532 555 44 33", "звоните 8 (901) 555-01-23"),
        *("my number is 07700 900123", "call 020 7946 0018"),
    ],
)
def test_a_telephone_is_found_without_its_country(said: str) -> None:
    """If the text says that it may be rung."""
    assert cleared(f"{said}, now").endswith(" [redacted], now")


def test_a_word_for_a_telephone_may_follow_its_number() -> None:
    """As in Turkish and Japanese."""
    assert cleared("0532 555 44 33 numaralı") == "[redacted] numaralı"


@pytest.mark.parametrize(
    "text", ["8 901 555 01 23", "IP 192.168.10.24", "call 1 234 567 890 a sum"]
)
def test_a_row_of_digits_is_no_telephone(text: str) -> None:
    """Unless the text says so."""
    assert cleared(text) == text


def test_the_address_of_a_computer_is_no_telephone() -> None:
    """Though one stands before it."""
    assert cleared("tel. +12025550143; IP 192.168.10.24") == "tel. [redacted]; IP 192.168.10.24"


@pytest.mark.parametrize(
    "place",
    [
        *(
            "N 41° 17.970' E 069° 14.407'",
            "41°17′58″N 69°14′24″E",
            "41°17′58″ с. ш. 69°14′24″ в. д.",
        ),
        *("lat 41.2995, lon 69.2401", "широта 41,2995, долгота 69,2401", "41,2995; 69,2401"),
        *("北纬41°17′58″，东经69°14′24″", "41.2995N 69.2401E"),
    ],
)
def test_coordinates_go_as_a_whole(place: str) -> None:
    """A half of them tells a line on which somebody is."""
    assert cleared(f"At {place} she waits") == "At [redacted] she waits"


@pytest.mark.parametrize(
    "address", ["a_at_x_dot_org", "a.b (arroba) x.org", "a.b (собака) x.org", "a AT x DOT org"]
)
def test_the_at_of_an_address_may_be_a_word(address: str) -> None:
    """To keep it from machines."""
    assert cleared(f"Mail {address}, now") == "Mail [redacted], now"


@pytest.mark.parametrize(
    "said",
    [
        *(
            "She was born in Accra on {12 May 1990}.",
            "born in New Brno, {12 May 1990}",
            "родилась в Ташкенте {12 мая 1990} года",
            "{12.05.1990} года рождения",
        ),
        *("{12.05.1990} doğumlu", "doğum tarihi {12.05.1990}", "{1990年5月12日}出生"),
        *("sinh ngày {12 tháng 5 năm 1990} tại Huế", "متولد {۲ آذر ۱۳۷۰} در تهران"),
    ],
)
def test_a_date_that_is_said_to_be_of_birth_is_taken_out(said: str) -> None:
    """Whatever stands between, and also if that is said after it."""
    date = said[said.index("{") : said.index("}") + 1]

    assert cleared(said.replace(date, date[1:-1])) == said.replace(date, "[redacted]")


def test_a_date_of_something_else_stays_though_a_birth_is_told() -> None:
    """Another verb stands between."""
    text = "She was born in Accra and arrested on 3 June 2021."
    assert cleared(text) == text


def test_the_date_of_a_paper_is_none_of_birth() -> None:
    """Though it is about a birth."""
    text = "A birth certificate issued on 12 May 1990, and the народный суд of 12.05.1990"
    assert cleared(text) == text


@pytest.mark.parametrize(
    "date",
    [
        *("4 III 1987", "4 marca 1987", "1987 m. kovo 4", "4. maaliskuuta 1987", "ב4 במרץ 1987"),
        *("1987 yil 4 mart", "4 tháng 3 năm 1987", "4 มีนาคม 2530", "87.03.04", "4 آذار 1987"),
        *("1987. március 4", "४ मार्च १९८७"),
    ],
)
def test_a_listed_birth_is_found_as_each_language_writes_it(date: str) -> None:
    """Also with the years of Thailand, and months in Roman numbers."""
    text = cleared(f"On {date} she", "1987-03-04")

    assert text in {"On [redacted] she", "On ב[redacted] she"}
