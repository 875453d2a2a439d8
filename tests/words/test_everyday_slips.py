"""Slips that newcomers make every day: each is told once, with the right next step."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import NamedTuple

import pytest

import rednotice
from rednotice import formats
from rednotice.findings import Finding, Severity

HEAD = 'rednotice: "1.0"\nid: c-1\n'
SUBJECTS = "subjects:\n- label: Journalist A\n"


class Slip(NamedTuple):
    """What somebody types, the rule that tells of it, and what its message says."""

    text: str
    says: str
    rule: str = "RN005"


def case(lines: str) -> str:
    """A case with *lines* of its own."""
    return f"{HEAD}{SUBJECTS}{lines}\n"


def subject(lines: str) -> str:
    """A case whose subject has *lines*."""
    return f"{HEAD}{SUBJECTS}{_indented(lines)}"


def within(list_: str, first: str, lines: str) -> str:
    """A case with a list of one record that begins with the line *first*."""
    return f"{HEAD}{SUBJECTS}{list_}:\n- {first}\n{_indented(lines)}"


def notice(lines: str) -> str:
    return within("notices", "kind: red", lines)


def incident(lines: str) -> str:
    return within("incidents", "method: threat", lines)


def outcome(lines: str) -> str:
    return within("outcomes", "kind: arrested", lines)


def proceeding(lines: str) -> str:
    return within("proceedings", "kind: extradition", lines)


def source(lines: str) -> str:
    return within("sources", "title: Interview", lines)


def _indented(lines: str) -> str:
    return "".join(f"  {line}\n" for line in lines.splitlines())


def meant(name: str) -> str:
    return f"Did you mean `{name}`?"


# Names of members


MEMBERS = {
    "two letters exchanged": Slip(
        f"{HEAD}subjects:\n- lable: A\n",
        "`lable` is not a member of Subject. Did you mean `label`?",
    ),
    "letters exchanged in a list": Slip(subject("nmaes: [{text: X}]"), meant("names")),
    "the singular of a list": Slip(f"{HEAD}subject:\n- label: A\n", meant("subjects")),
    "capitals": Slip(f"{HEAD}Subjects:\n- label: A\n", meant("subjects")),
    "humps": Slip(notice("issuingState: TJ"), meant("issuing_state")),
    "hyphens": Slip(notice("issuing-state: TJ"), meant("issuing_state")),
    "date of birth": Slip(subject("dob: 1985"), meant("born")),
    "date of birth written out": Slip(subject("date_of_birth: 1985"), meant("born")),
    "an alias": Slip(subject("alias: The Fox"), meant("names")),
    "one name": Slip(subject("name: Ivan"), meant("names")),
    "one nationality": Slip(subject("nationality: TJ"), meant("nationalities")),
    "citizenship": Slip(subject("citizenship: TJ"), meant("nationalities")),
    "the type of a notice": Slip(notice("type: red"), "Notice"),
    "the country of a notice": Slip(notice("country: TJ"), meant("issuing_state")),
    "the number of a notice": Slip(notice("notice_number: 2031/4407"), meant("number")),
    "the date of a notice": Slip(notice("date: 2021"), meant("history")),
    "the state of a notice": Slip(notice("status: deleted"), meant("history")),
    "the crime": Slip(notice("crime: fraud"), meant("charges.offence")),
    "how often": Slip(incident("times: 3"), meant("occurrences")),
    "a threat": Slip(incident("threat: prison"), meant("consequence")),
    "a victim": Slip(incident("victim: p1"), meant("against")),
    "a remark": Slip(incident("comment: heard by phone"), meant("note")),
    "the day of filing": Slip(proceeding("filed: 2021"), meant("dates.filed")),
    "one date of a proceeding": Slip(
        proceeding("date: September 2024"),
        "Put it in `dates`: `dates.filed`, `dates.heard`, `dates.decided` or `dates.notified`.",
    ),
    "a decision in words": Slip(
        proceeding("decision: rejected"), "Did you mean `result` or `dates.decided`?"
    ),
    "who filed it": Slip(proceeding("by: p1"), "Did you mean `applicant` or `forum`?"),
    "whether it goes on": Slip(proceeding("open: true"), "Did you mean `status` or `closed`?"),
    "a country of a proceeding": Slip(
        proceeding("country: AT"), "Did you mean `requested_by` or `forum.country`?"
    ),
    "a country of a person": Slip(
        within("people", "label: B", "country: UZ"),
        "Did you mean `residence` or `nationalities`?",
    ),
    "a country of a subject": Slip(
        subject("country: UZ"), "Did you mean `residences`, `nationalities` or `birth_country`?"
    ),
    "the part of a person": Slip(
        within("people", "label: B", "role: lawyer"), "Did you mean `public_role` or `relation`?"
    ),
    "a member of another record": Slip(
        source("authority: Police"), "This name is not a member of Source. `rednotice schema"
    ),
    "the kind of an incident": Slip(
        within("incidents", "kind: phone_pressure", ""), meant("method")
    ),
    "a code of the record under another name": Slip(
        within("notices", "kind: red\n  history:\n  - kind: deleted", ""), meant("status")
    ),
    "the court": Slip(proceeding("court: Supreme Court"), meant("forum")),
    "the lawyer": Slip(proceeding("lawyer: p1"), meant("counsel")),
    "the day of an arrest": Slip(outcome("arrest_date: 2021"), meant("date")),
    "a link": Slip(source("url: https://www.example.org"), meant("address")),
    "a member one level too low": Slip(subject("pursued_by: [TJ]"), "a member of Case: move it"),
    "a member one level too high": Slip(
        case("charges: [{text: fraud}]"), "`warrants.charges` or `notices.charges`"
    ),
    "a reason for a misspelt member": Slip(subject("missing: {nmaes: withheld}"), meant("names")),
    "a comma in a text in braces": Slip(
        case("incidents:\n- {method: threat, text: held, as hostage}"), "put that text in quotes"
    ),
}

# Codes


CODES = {
    "three letters of a country": Slip(notice("issuing_state: TJK"), "Write `TJ`."),
    "a country in small letters": Slip(notice("issuing_state: tj"), "Write `TJ`."),
    "the name of a country": Slip(notice("issuing_state: Tajikistan"), "Write `TJ`."),
    "its name in French": Slip(notice("issuing_state: Tadjikistan"), "Write `TJ`."),
    "its name in Spanish": Slip(subject("nationalities: [Tayikistán]"), "Write `TJ`."),
    "its own name": Slip(case("pursued_by: [Тоҷикистон]"), "Write `TJ`."),
    "its name misspelt": Slip(case("pursued_by: [Tajikstan]"), "Did you mean `TJ`?"),
    "a country by an everyday name": Slip(outcome("country: UK"), "Write `GB`."),
    "a code with a capital": Slip(within("notices", "kind: Red", ""), "Write `red`."),
    "a code and its list": Slip(within("notices", "kind: red notice", ""), "Write `red`."),
    "a label for a code": Slip(within("incidents", "method: Phone pressure", ""), "phone_pressure"),
    "a hyphen in a code": Slip(within("incidents", "method: phone-pressure", ""), "phone_pressure"),
    "a code misspelt": Slip(
        within("incidents", "method: phone_presure", ""), meant("phone_pressure")
    ),
    "an everyday word for a code": Slip(
        within("outcomes", "kind: kidnapped", ""), meant("abducted")
    ),
    "a word for two codes": Slip(
        proceeding("result: bail"), "Did you mean `bail_granted` or `bail_refused`?"
    ),
    "a word for three codes": Slip(
        within("notices", "kind: wanted", ""),
        "Did you mean `red`, `wanted_list` or `diffusion_wanted`?",
    ),
    "a wife": Slip(within("people", "label: B", "relation: {kind: wife}"), meant("spouse")),
    "a mark in capitals": Slip(case("handling: {tlp: Amber}"), "Write `amber`."),
    "a word that is no code": Slip(
        within("outcomes", "kind: zzz", ""), "`rednotice codelist outcome_kinds` lists them."
    ),
    "a code that is only half of what is said": Slip(
        within("proceedings", "kind: ccf request for deletion", ""), "Write `ccf_deletion` alone"
    ),
    "a code and something else": Slip(
        within("outcomes", "kind: arrested and released", ""),
        "This is not a code of outcome_kinds. `rednotice codelist outcome_kinds` lists them.",
    ),
    "a code of the opposite": Slip(
        within("outcomes", "kind: not arrested", ""),
        "This is not a code of outcome_kinds. `rednotice codelist outcome_kinds` lists them.",
    ),
    "a code of another member": Slip(
        proceeding("result: pending"),
        "`pending` is a code of `status`, not of `result`. Write it there.",
    ),
    "a code of another member in a list": Slip(
        proceeding("grounds_argued: [pending]"),
        "`pending` is a code of `status`, not of `grounds_argued`. Write it there.",
    ),
    "a code of a record inside": Slip(
        within("notices", "kind: deleted", ""),
        "`deleted` is a code of `history.status`, not of `kind`. Write it there.",
    ),
    "the police speak": Slip(
        within("statements", "stance: accuses\n  by: [class:police]", ""),
        "Did you mean `class:pursuing_authority` or `class:third_authority`?",
    ),
    "a court speaks": Slip(
        within("statements", "stance: accuses\n  by: [class:court]", ""),
        "Did you mean `class:pursuing_court` or `class:third_court`?",
    ),
    "an unknown class speaks": Slip(
        within("statements", "stance: accuses\n  by: [class:zzz]", ""),
        "Write an id, or a class word that `rednotice codelist speakers` lists, after `class:`.",
    ),
    "a family is under pressure": Slip(incident("against: [class:wife]"), meant("class:family")),
    "a notice that was issued": Slip(
        within("notices", "kind: red\n  history:\n  - status: issued", ""), meant("published")
    ),
    "a notice that is in force": Slip(
        within("notices", "kind: red\n  history:\n  - status: active", ""), meant("published")
    ),
    "a notice that was lifted": Slip(
        within("notices", "kind: red\n  history:\n  - status: lifted", ""),
        "Did you mean `deleted`, `withdrawn` or `cancelled`?",
    ),
    "a notice that was sent": Slip(
        within("notices", "kind: red\n  history:\n  - status: sent", ""), meant("circulated")
    ),
    "a proceeding that goes on": Slip(proceeding("status: open"), meant("pending")),
    "a proceeding that was lodged": Slip(proceeding("status: submitted"), meant("filed")),
    "the name of a language": Slip(subject("languages: [English]"), "Write `en`."),
    "a language as in software": Slip(subject("languages: [pt_br]"), "Write `pt-BR`."),
}

# Dates and other values


DATES = {
    "a day that does not exist": Slip(subject("born: 2021-06-31"), "no such day"),
    "a month that does not exist": Slip(subject("born: 2021-15-06"), "no such month"),
    "slashes": Slip(subject("born: 2021/06/15"), "by hyphens"),
    "the day first": Slip(subject("born: 15.06.2021"), "Write the year first"),
    "the month first": Slip(subject("born: 06/15/2021"), "Write the year first"),
    "one digit": Slip(subject("born: 2021-6-5"), "two digits each"),
    "the name of a month": Slip(subject("born: 15 June 2021"), "the month as a number"),
    "a time of day": Slip(subject('born: "2021-06-15T10:00:00"'), "no time of day"),
    "nothing known": Slip(subject("born: unknown"), "Leave the date out"),
    "about a year": Slip(subject("born: ca. 1985"), "like 1985~"),
    "a period": Slip(subject("born: 2021 - 2022"), "a slash between the two ends"),
    "a period that goes on": Slip(outcome("date: since 2021"), "a slash and two dots"),
    "no month known": Slip(subject("born: 2021-00-00"), "Leave out the month or the day"),
}
VALUES = {
    "a duration in words": Slip(
        proceeding("penalties: [{imprisonment: 3 years}]"), "three and a half years are P3Y6M"
    ),
    "hours in words": Slip(outcome("duration: 48h"), "like PT9H for nine hours"),
    "a currency behind its amount": Slip(
        proceeding("penalties: [{fine: 500 EUR}]"), "like EUR 12.50"
    ),
    "a hyphen in a number": Slip(notice("number: 2031-4407"), "like 2031/4407"),
    "an address without its beginning": Slip(
        source("address: www.example.org/report"), "Begin the address with https://"
    ),
    "centimetres": Slip(subject("appearance: {height_m: 170}"), "Divide centimetres by 100"),
    "an id with capitals": Slip('rednotice: "1.0"\nid: C-1\n' + SUBJECTS, "in small letters"),
    "a blank at the end": Slip(case('pursued_by: ["TJ "]'), "begins or ends with a blank"),
}
OTHERS = {
    "a year without quotes": Slip(
        within("notices", "kind: red", "text: 2023"), "put it in quotes", "RN006"
    ),
    "an id that is a number": Slip(
        f'rednotice: "1.0"\nid: 12\n{SUBJECTS}', "put it in quotes", "RN006"
    ),
    "a day for an extract": Slip(notice("published: 2021"), "such as `date`", "RN006"),
    "no list": Slip(case("pursued_by: TJ"), "a list, even of one", "RN006"),
    "a list of one code": Slip(within("notices", "kind: [red]", ""), "not a list", "RN006"),
    "missing members without reasons": Slip(
        subject("missing: [birth_place, born]"),
        "names each member with its reason, such as {born: unknown, birth_place: unknown}.",
        "RN006",
    ),
    "a missing member without a reason": Slip(
        subject("missing: birth_place"), "such as {birth_place: unknown}.", "RN006"
    ),
    "names of nothing that are missing": Slip(
        subject("missing: [Zuzanna]"), "such as {label: unknown}.", "RN006"
    ),
    "a name without its object": Slip(subject("names: [Ivan]"), "such as `text`", "RN006"),
    "a child in quotes": Slip(
        within("people", "label: B", 'minor: "yes"'), "true or false, without quotes", "RN006"
    ),
    "a number in quotes": Slip(incident('occurrences: {best: "3"}'), "without quotes", "RN006"),
    "nothing after a colon": Slip(subject("born:"), "Leave it out if it is unknown", "RN008"),
    "an empty text": Slip(subject('born: ""'), "Leave it out if it is unknown", "RN008"),
    "a version without quotes": Slip(
        f"rednotice: 1.0\nid: c-1\n{SUBJECTS}", 'put it in quotes: rednotice: "1.0"', "RN003"
    ),
    "a version with too many digits": Slip(
        f'rednotice: "1.0.0"\nid: c-1\n{SUBJECTS}', 'the schema version "1.0"', "RN003"
    ),
    "no version": Slip(f"id: c-1\n{SUBJECTS}", 'Begin it with: rednotice: "1.0"', "RN003"),
    "no subject": Slip(HEAD, "`subjects` is missing. Add a list", "RN004"),
    "no id": Slip(f'rednotice: "1.0"\n{SUBJECTS}', "`id` is missing. Add an id", "RN004"),
    "the police without their class": Slip(
        within("statements", "stance: accuses\n  by: [police]", ""),
        "or write `class:pursuing_authority` or `class:third_authority` if that is meant.",
        "RN302",
    ),
    "a class without its sign": Slip(
        within("statements", "stance: accuses\n  by: [press]", ""),
        "or write `class:press` if that is meant.",
        "RN302",
    ),
    "no kind of a notice": Slip(
        case("notices:\n- issuing_state: TJ"), "`kind` is missing. Add `kind`: a code", "RN004"
    ),
}
IN_BOTH = {
    **MEMBERS,
    **{name: slip._replace(rule="RN007") for name, slip in (CODES | DATES | VALUES).items()},
    **OTHERS,
}

# Slips of one format


IN_YAML = {
    "a member twice": Slip(f"{HEAD}id: c-2\n{SUBJECTS}", "Keep one of the two", "RN002"),
    "a colon in a text": Slip(case("note: seen: by a friend"), "in quotes", "RN001"),
    "a tab": Slip(f"{HEAD}subjects:\n-\tlabel: A\n\tkind: person\n", "spaces, not tabs", "RN001"),
    "a quotation mark that is not closed": Slip(case('note: "heard'), "close it", "RN001"),
    "a text that begins with @": Slip(
        case("note: @home"), "Put a text that begins with @", "RN001"
    ),
    "a list out of line": Slip(
        f"{HEAD}subjects:\n- label: A\n   kind: person\n", "align the line", "RN001"
    ),
    "no blank after a colon": Slip(f"{HEAD}{SUBJECTS}note:heard\n", "with the space", "RN001"),
}
_JSON = '{"rednotice": "1.0", "id": "c-1", "subjects": [{"label": "A"}]'
IN_JSON = {
    "a member twice": Slip(f'{_JSON}, "id": "c-2"}}', "Keep one of the two", "RN002"),
    "a comma at the end": Slip(f"{_JSON},}}", "take out the comma", "RN001"),
    "a comment": Slip(f'{_JSON}, // seen\n"note": "x"}}', "JSON has no comments", "RN001"),
    "single quotation marks": Slip(f"{_JSON}, 'note': 'x'}}", "double quotation marks", "RN001"),
    "no comma": Slip(f'{_JSON} "note": "x"}}', "put a comma between", "RN001"),
    "no bracket at the end": Slip(_JSON, "close it with }", "RN001"),
    "half a character": Slip(f'{_JSON},\n"note": "\\ud800"}}', "half", "RN001"),
}


def told(path: Path, text: str) -> list[Finding]:
    """The errors in a file with *text*."""
    path.write_text(text, encoding="utf-8")
    return [one for one in rednotice.check(path) if one.severity is Severity.ERROR]


def assert_told_once(found: list[Finding], slip: Slip) -> None:
    assert [finding.rule for finding in found] == [slip.rule], [str(one) for one in found]
    assert slip.says.casefold() in found[0].message.casefold()


@pytest.mark.parametrize("slip", IN_BOTH.values(), ids=list(IN_BOTH))
def test_a_slip_in_yaml_is_told_once_with_the_next_step(slip: Slip, tmp_path: Path) -> None:
    """As somebody types it by hand."""
    assert_told_once(told(tmp_path / "case.yaml", slip.text), slip)


@pytest.mark.parametrize("slip", IN_BOTH.values(), ids=list(IN_BOTH))
def test_the_same_slip_in_json_is_told_the_same(slip: Slip, tmp_path: Path) -> None:
    """Of the value that the YAML has."""
    file = io.BytesIO(slip.text.encode())
    (document,) = formats.by_name("yaml").read(file, None, pytest.fail)
    found = told(tmp_path / "case.json", json.dumps(document.value, ensure_ascii=False))

    assert_told_once(found, slip)


@pytest.mark.parametrize("slip", IN_YAML.values(), ids=list(IN_YAML))
def test_a_slip_of_yaml_is_told_once_with_the_next_step(slip: Slip, tmp_path: Path) -> None:
    assert_told_once(told(tmp_path / "case.yaml", slip.text), slip)


@pytest.mark.parametrize("slip", IN_JSON.values(), ids=list(IN_JSON))
def test_a_slip_of_json_is_told_once_with_the_next_step(slip: Slip, tmp_path: Path) -> None:
    assert_told_once(told(tmp_path / "case.json", slip.text), slip)


def test_there_are_enough_slips() -> None:
    """Sixty kinds at least."""
    assert len(IN_BOTH) + len(IN_YAML) + len(IN_JSON) > 60
