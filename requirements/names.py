"""
Write the tables of names of countries and of languages from the Unicode CLDR, as Babel has it.

``make names`` runs this. The tables are data of the package, so that rednotice itself needs no
Babel; a test compares them with what this script would write.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from pathlib import Path

from babel import Locale, localedata
from babel.core import get_global
from babel.languages import get_official_languages

FOLDER = Path(__file__).parents[1] / "src" / "rednotice"
LANGUAGES = ("en", "fr", "es")
OWN = 6  # official languages of one country that are taken
# Everyday names that the CLDR does not have in its chief spelling. A name under two codes, such as
# Congo or Korea, could mean either, so that none is offered for it.
ALSO = {
    "AE": "UAE; Emirates",
    "BN": "Brunei Darussalam",
    "BO": "Plurinational State of Bolivia",
    "CD": "DRC; DR Congo; Congo",
    "CG": "Republic of the Congo; Congo",
    "CI": "Ivory Coast",
    "CN": "PRC; People's Republic of China; Mainland China",
    "CV": "Cabo Verde",
    "CZ": "Czech Republic",
    "FM": "Federated States of Micronesia",
    "GB": "Great Britain; Britain; Northern Ireland; England; Scotland; Wales; UK; U.K.",
    "GR": "EL",
    "HK": "Hong Kong; Hongkong",
    "IR": "Islamic Republic of Iran; Persia",
    "KP": "DPRK; Democratic People's Republic of Korea; Korea; Corée; Corea",
    "KR": "Republic of Korea; Korea; Corée; Corea",
    "LA": "Lao People's Democratic Republic",
    "MD": "Republic of Moldova",
    "MK": "Macedonia",
    "MM": "Burma; Myanmar",
    "MO": "Macau; Macao",
    "NL": "Holland; The Netherlands",
    "PS": "Palestine; State of Palestine",
    "RU": "Russian Federation",
    "SA": "KSA; Kingdom of Saudi Arabia",
    "SY": "Syrian Arab Republic",
    "SZ": "Swaziland",
    "TJ": "Tadjikistan; Tadzhikistan",
    "TL": "East Timor",
    "TR": "Turkey",
    "TW": "Republic of China",
    "TZ": "United Republic of Tanzania",
    "US": "USA; U.S.; U.S.A.; America; United States of America",
    "VA": "Vatican; Holy See",
    "VE": "Bolivarian Republic of Venezuela",
    "VN": "Viet Nam; Socialist Republic of Vietnam",
}

# What their people are called in English. Several may share one, as Congolese and Korean do.
PEOPLE = {
    "AD": "Andorran", "AE": "Emirati", "AF": "Afghan", "AG": "Antiguan", "AL": "Albanian",
    "AM": "Armenian", "AO": "Angolan", "AR": "Argentine; Argentinian", "AT": "Austrian",
    "AU": "Australian", "AZ": "Azerbaijani; Azeri", "BA": "Bosnian", "BB": "Barbadian",
    "BD": "Bangladeshi", "BE": "Belgian", "BF": "Burkinabe", "BG": "Bulgarian", "BH": "Bahraini",
    "BI": "Burundian", "BJ": "Beninese", "BN": "Bruneian", "BO": "Bolivian", "BR": "Brazilian",
    "BS": "Bahamian", "BT": "Bhutanese", "BW": "Motswana; Batswana",
    "BY": "Belarusian; Belarussian",
    "BZ": "Belizean", "CA": "Canadian", "CD": "Congolese", "CF": "Central African",
    "CG": "Congolese", "CH": "Swiss", "CI": "Ivorian", "CL": "Chilean", "CM": "Cameroonian",
    "CN": "Chinese", "CO": "Colombian", "CR": "Costa Rican", "CU": "Cuban", "CV": "Cape Verdean",
    "CY": "Cypriot", "CZ": "Czech", "DE": "German", "DJ": "Djiboutian", "DK": "Danish; Dane",
    "DM": "Dominican", "DO": "Dominican", "DZ": "Algerian", "EC": "Ecuadorian", "EE": "Estonian",
    "EG": "Egyptian", "EH": "Sahrawi", "ER": "Eritrean", "ES": "Spanish; Spaniard",
    "ET": "Ethiopian", "FI": "Finnish; Finn", "FJ": "Fijian", "FM": "Micronesian", "FR": "French",
    "GA": "Gabonese", "GB": "British; Briton; English; Scottish; Welsh", "GD": "Grenadian",
    "GE": "Georgian", "GH": "Ghanaian", "GM": "Gambian", "GN": "Guinean", "GQ": "Equatoguinean",
    "GR": "Greek", "GT": "Guatemalan", "GW": "Bissau-Guinean", "GY": "Guyanese", "HN": "Honduran",
    "HR": "Croatian; Croat", "HT": "Haitian", "HU": "Hungarian", "ID": "Indonesian", "IE": "Irish",
    "IL": "Israeli", "IN": "Indian", "IQ": "Iraqi", "IR": "Iranian; Persian", "IS": "Icelandic",
    "IT": "Italian", "JM": "Jamaican", "JO": "Jordanian", "JP": "Japanese", "KE": "Kenyan",
    "KG": "Kyrgyz; Kyrgyzstani; Kirghiz", "KH": "Cambodian", "KM": "Comorian",
    "KP": "Korean; North Korean",
    "KR": "Korean; South Korean", "KW": "Kuwaiti", "KZ": "Kazakh; Kazakhstani",
    "LA": "Lao; Laotian",
    "LB": "Lebanese", "LC": "Saint Lucian", "LK": "Sri Lankan", "LR": "Liberian",
    "LS": "Mosotho; Basotho", "LT": "Lithuanian", "LU": "Luxembourger", "LV": "Latvian",
    "LY": "Libyan", "MA": "Moroccan", "MC": "Monegasque", "MD": "Moldovan", "ME": "Montenegrin",
    "MG": "Malagasy", "MH": "Marshallese", "MK": "Macedonian", "ML": "Malian",
    "MM": "Burmese", "MN": "Mongolian", "MR": "Mauritanian", "MT": "Maltese", "MU": "Mauritian",
    "MV": "Maldivian", "MW": "Malawian", "MX": "Mexican", "MY": "Malaysian", "MZ": "Mozambican",
    "NA": "Namibian", "NE": "Nigerien", "NG": "Nigerian", "NI": "Nicaraguan", "NL": "Dutch",
    "NO": "Norwegian", "NP": "Nepali; Nepalese", "NR": "Nauruan", "NZ": "New Zealander",
    "OM": "Omani", "PA": "Panamanian", "PE": "Peruvian", "PG": "Papua New Guinean",
    "PH": "Filipino; Philippine", "PK": "Pakistani", "PL": "Polish; Pole", "PS": "Palestinian",
    "PT": "Portuguese", "PW": "Palauan", "PY": "Paraguayan", "QA": "Qatari", "RO": "Romanian",
    "RS": "Serbian; Serb", "RU": "Russian", "RW": "Rwandan", "SA": "Saudi; Saudi Arabian",
    "SB": "Solomon Islander", "SC": "Seychellois", "SD": "Sudanese", "SE": "Swedish; Swede",
    "SG": "Singaporean", "SI": "Slovenian; Slovene", "SK": "Slovak", "SL": "Sierra Leonean",
    "SM": "Sammarinese", "SN": "Senegalese", "SO": "Somali", "SR": "Surinamese",
    "SS": "South Sudanese", "SV": "Salvadoran", "SY": "Syrian", "SZ": "Swazi", "TD": "Chadian",
    "TG": "Togolese", "TH": "Thai", "TJ": "Tajik; Tajikistani", "TL": "Timorese",
    "TM": "Turkmen; Turkmenistani", "TN": "Tunisian", "TO": "Tongan", "TR": "Turkish; Turk",
    "TT": "Trinidadian", "TV": "Tuvaluan", "TW": "Taiwanese", "TZ": "Tanzanian",
    "UA": "Ukrainian", "UG": "Ugandan", "US": "American", "UY": "Uruguayan",
    "UZ": "Uzbek; Uzbekistani", "VC": "Vincentian", "VE": "Venezuelan", "VN": "Vietnamese",
    "VU": "Ni-Vanuatu", "WS": "Samoan", "XK": "Kosovar; Kosovan", "YE": "Yemeni",
    "ZA": "South African", "ZM": "Zambian", "ZW": "Zimbabwean",
}  # fmt: skip

# Everyday names of languages that the CLDR does not have.
LANGUAGES_ALSO = {"fa": "Farsi", "he": "Ivrit", "zh": "Mandarin"}


def countries() -> str:
    """
    The table of countries: the code with two letters, the one with three, and the names.
    """
    three = {
        codes[0]: alias
        for alias, codes in get_global("territory_aliases").items()
        if re.fullmatch("[A-Z]{3}", alias) and len(codes) == 1
    }
    table = FOLDER / "codelists" / "data" / "countries.csv"
    known = csv.DictReader(table.read_text("utf-8").splitlines())
    rows = []
    for code in (row["code"] for row in known if not row["replaced_by"]):
        names = [Locale(language).territories.get(code) for language in LANGUAGES]
        if not any(names):
            continue
        own = get_official_languages(code, regional=True, de_facto=True)[:OWN]
        theirs = [
            Locale.parse(language).territories.get(code)
            for language in own
            if localedata.exists(language)
        ]
        called = _listed(theirs, names), ALSO.get(code), PEOPLE.get(code)
        rows.append([code, three.get(code), *names, *called])
    return _table(("code", "alpha_3", *LANGUAGES, "own", "also", "people"), rows)


def languages() -> str:
    """
    The table of languages that have a code with two letters: the code and the names.
    """
    rows = []
    for code in sorted(Locale("en").languages):
        if not re.fullmatch("[a-z]{2}", code):
            continue
        names = [Locale(language).languages.get(code) for language in LANGUAGES]
        own = Locale(code).languages.get(code) if localedata.exists(code) else None
        rows.append([code, *names, own, LANGUAGES_ALSO.get(code)])
    return _table(("code", *LANGUAGES, "own", "also"), rows)


def _listed(names: Iterable[str | None], but: Iterable[str | None]) -> str:
    return "; ".join(dict.fromkeys(name for name in names if name and name not in but))


def _table(head: Iterable[str], rows: Iterable[Iterable[str | None]]) -> str:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([one or "" for one in row] for row in rows)
    return file.getvalue()


TABLES = {"country_names.csv": countries, "language_names.csv": languages}


if __name__ == "__main__":
    for name, made in TABLES.items():
        (FOLDER / "words" / name).write_text(made(), encoding="utf-8")
