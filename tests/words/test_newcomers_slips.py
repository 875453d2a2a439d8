"""What newcomers did on their first day: each slip is told once, with the step that mends it."""

from __future__ import annotations

from pathlib import Path

import pytest

import rednotice
from rednotice.documents import LineColumn
from rednotice.findings import Finding, Severity

HEAD = 'rednotice: "1.0"\nid: c-1\n'
SUBJECTS = "subjects:\n- id: s1\n  label: Journalist A\n"
CASE = HEAD + SUBJECTS


def told(folder: Path, text: str, name: str = "case.yaml") -> list[Finding]:
    """The errors in a file called *name* with *text*."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return [one for one in rednotice.check(path) if one.severity is Severity.ERROR]


def said_once(folder: Path, text: str, name: str = "case.yaml") -> str:
    """The message of the one error in a file called *name* with *text*."""
    found = told(folder, text, name)
    assert len(found) == 1, [str(one) for one in found]
    return found[0].message


def line_told(folder: Path, text: str, name: str = "case.yaml") -> int:
    """The line of the one error in a file called *name* with *text*."""
    (finding,) = told(folder, text, name)
    assert isinstance(finding.place, LineColumn)
    return finding.place.line


# Two cases in one file


@pytest.mark.parametrize("between", ["", "\n", "# the next case\n"], ids=repr)
def test_a_second_case_without_dashes_is_told_where_it_begins(tmp_path: Path, between: str) -> None:
    """Once, and not once for each of its members, of which one was to be taken out."""
    text = CASE + between + CASE.replace("c-1", "c-2")

    assert said_once(tmp_path, text).startswith(
        "A second case begins here. Put a line `---` before it"
    )
    assert line_told(tmp_path, text) == CASE.count("\n") + between.count("\n") + 1


def test_the_version_twice_in_braces_is_no_second_case(tmp_path: Path) -> None:
    """No line of dashes can stand inside them."""
    text = '{rednotice: "1.0", id: c-1, rednotice: "1.0", subjects: [{label: A}]}'

    assert "Keep one of the two" in said_once(tmp_path, text)


def test_a_member_inside_the_case_with_the_name_of_the_version_is_no_second_case(
    tmp_path: Path,
) -> None:
    text = f"{CASE}extensions:\n  org.example:\n    rednotice: 1\n    rednotice: 2\n"

    assert "Keep one of the two" in said_once(tmp_path, text)


# A dash too many


@pytest.mark.parametrize(
    "items",
    [
        "notices:\n- kind: red\n- issuing_state: TJ\n",
        "notices:\n- kind: red\n- issuing_state: TJ\n- number: 2031/4407\n",
        "notices:\n- kind: red\n  charges:\n  - text: fraud\n- issuing_state: TJ\n",
        "sources:\n- title: Interview\n- date: '2026'\n- by: [s1]\n",
        "sources: [{title: Interview}]\nnotices:\n- kind: red\n- sources: [q1]\n",
    ],
    ids=repr,
)
def test_a_dash_before_each_line_is_told_once(tmp_path: Path, items: str) -> None:
    """The second dash made a second record, which lacks what the first has."""
    assert said_once(tmp_path, CASE + items).startswith(
        "Take out the dash if this belongs to the item above. Otherwise "
    )


def test_a_dash_below_the_line_that_lacks_something_is_told_of(tmp_path: Path) -> None:
    said = said_once(tmp_path, f"{CASE}sources:\n- id: q1\n- title: Interview\n")

    assert said.startswith("Take out the dash below if the item there belongs to this one.")
    assert "Otherwise this has neither `title` nor `kind`." in said


@pytest.mark.parametrize(
    "items",
    [
        "notices:\n- {kind: red, issuing_state: TJ}\n- issuing_state: TJ\n",
        "notices:\n- issuing_state: TJ\n",
        'notices: [{"kind": "red"}, {"issuing_state": "TJ"}]\n',
    ],
    ids=repr,
)
def test_a_record_of_its_own_is_not_said_to_have_a_dash_too_many(
    tmp_path: Path, items: str
) -> None:
    """It repeats a member of the one above, is the only one, or has no dash."""
    assert "dash" not in said_once(tmp_path, CASE + items)


def test_a_dash_before_each_line_of_the_subject_is_told(tmp_path: Path) -> None:
    """A subject needs no member, so a rule sees that one has neither a name nor a label."""
    path = tmp_path / "case.yaml"
    path.write_text(f"{HEAD}subjects:\n- id: s1\n- label: A\n", encoding="utf-8")
    said = [one.message for one in rednotice.check(path) if one.rule == "RN103"]

    assert ["If it is the rest of the subject beside it, join the two" in one for one in said] == [
        True
    ]


# A sign that begins a comment


@pytest.mark.parametrize(
    "lines",
    ["summary: #1 on the list\n", "summary:   # not asked yet\n", "incidents:\n- text: #1\n"],
    ids=repr,
)
def test_a_value_behind_a_number_sign_is_told_to_be_a_comment(tmp_path: Path, lines: str) -> None:
    """Whoever typed it sees that it is not empty."""
    said = said_once(tmp_path, CASE + lines)

    assert said.startswith("This is empty, because # begins a comment. Put a text that begins")
    assert said.endswith("Leave the member out if it is unknown.")


def test_a_required_value_behind_a_number_sign_is_not_to_be_left_out(tmp_path: Path) -> None:
    said = said_once(tmp_path, f"{CASE}notices:\n- kind: #red\n")

    assert said.endswith("Put a text that begins with # in quotes.")


@pytest.mark.parametrize("lines", ["summary:\n", "summary: null # nothing\n", 'summary: ""\n'])
def test_an_empty_value_without_a_comment_is_empty(tmp_path: Path, lines: str) -> None:
    assert said_once(tmp_path, CASE + lines) == "This is empty. Leave it out if it is unknown."


# Dates that are no text


def outcome(date: str) -> str:
    return f"{CASE}outcomes:\n- kind: held\n  date: {date}\n"


@pytest.mark.parametrize("date", ["20210305", "2021.05", "1614902400"])
def test_a_date_in_digits_is_told_of_its_quotes_and_its_hyphens(tmp_path: Path, date: str) -> None:
    """Quotes alone would only lead to the next refusal."""
    said = said_once(tmp_path, outcome(date))

    assert said.startswith("This must be text, so put it in quotes. ")
    assert "hyphen" in said


def test_a_year_without_quotes_needs_quotes_alone(tmp_path: Path) -> None:
    assert said_once(tmp_path, outcome("2021")).startswith(
        "This must be text, so put it in quotes: a day of the calendar"
    )


def test_a_list_of_two_dates_is_a_period_or_one_of_two(tmp_path: Path) -> None:
    said = said_once(tmp_path, outcome("[2021-03, 2021-05]"))

    assert "Write a period with a slash between its two ends, like 2020-03/2021-11." in said
    assert 'Write "[2021,2022]" for one of two dates.' in said


# Signs that look like others


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{HEAD}subjects:\n-label: A\n", "Put a blank after the dash"),
        (f"{HEAD}subjects:\n  -label: A\n", "Put a blank after the dash"),
        (f"{CASE}\u00a0\u00a0kind: person\n", "Indent with ordinary spaces"),
        (f"{CASE}\u3000kind: person\n", "Indent with ordinary spaces"),
        (f"{CASE}notices:\n- id: n1\n\u00a0\u00a0kind: red\n", "Indent with ordinary spaces"),
        (f"{CASE}notices:\n- id: n1\n- -kind: red\n", "Put a blank after the dash"),
        (f"{HEAD}subjects:\n-id: s1\n-label: A\n", "Put a blank after the dash"),
        (f"{CASE}notices:\n-kind: red\n-kind: blue\n", "Put a blank after the dash"),
        (f"{CASE}notices:\n- - kind: red\n", "Take out the second dash"),
        ('rednotice = "1.0"\nid = c-1\n', "Put a colon and a blank after each name"),
        (f"{HEAD}subjects:\n– label: A\n", "an ordinary dash and an ordinary blank"),
        (f"{HEAD}subjects:\n-\u00a0label: A\n", "an ordinary dash and an ordinary blank"),
        (f"{CASE}“summary”: x\n", "This name has curly quotation marks"),
        (f"{HEAD}subjects:\n- id = s1\n  label = A\n", "Put a colon and a blank after each name"),
        (f"{HEAD}subjects:\n- label： A\n", "Put a colon and a blank after each name"),
        (CASE.replace('"1.0"', "“1.0”"), "Write straight quotation marks around the version: redn"),
        (f"{CASE}pursued_by: [“TJ”]\n", "Take out the curly quotation marks"),
    ],
    ids=repr,
)
def test_a_sign_that_looks_like_another_is_named(tmp_path: Path, text: str, said: str) -> None:
    """Once, and not as a member that nobody knows and a list that is empty."""
    assert said in said_once(tmp_path, text)


def test_a_name_with_a_dash_in_json_is_a_name_that_nobody_knows(tmp_path: Path) -> None:
    """No dash begins an item there."""
    text = '{"rednotice": "1.0", "id": "c-1", "subjects": [{"label": "A", "-x": 1}]}'

    assert "`rednotice schema Subject`" in said_once(tmp_path, text, "case.json")


# Words where a list or a record is expected


NOTICE = f"{CASE}notices:\n- kind: red\n"
INCIDENT = f"{CASE}incidents:\n- method: threat\n"


@pytest.mark.parametrize(
    "text",
    [
        f"{CASE}notices: none\n",
        f"{CASE}notices: [none]\n",
        f"{CASE}  names: withheld\n",
        f"{CASE}  nationalities: unknown\n",
        f"{INCIDENT}  occurrences: not known\n",
    ],
    ids=repr,
)
def test_a_word_for_nothing_is_to_be_left_out(tmp_path: Path, text: str) -> None:
    """A list with this word in it would only be the next slip."""
    said = said_once(tmp_path, text)

    assert "Leave it out if there is none or if it is unknown." in said
    assert "name it under `missing`" in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            f"{HEAD}subjects: Journalist A\n",
            "such as `label`, `kind`, `names` and `sex`. Put a dash",
        ),
        (f"{NOTICE}  charges: fraud\n", "such as `offence`, `text`, `law` and `role`. Put a dash"),
        (f"{NOTICE}  charges: calls for violence\n", "such as `text`, `offence`, `law`"),
        (f"{NOTICE}  history: deleted\n", "such as `status`, `text`, `date` and `basis`. Put"),
        (f"{CASE}handling: {{consent: yes}}\n", "objects with members such as `person`, `status`"),
        (f"{INCIDENT}  by: Police of Dushanbe\n", "Each item must be the id of another record"),
        (f"{INCIDENT}  against: brother\n", "Each item must be the id of another record"),
        (f"{CASE}  nationalities: Tajik and Russian\n", "Each item must be a code of the list"),
    ],
    ids=repr,
)
def test_a_text_for_a_list_is_told_of_the_list_and_of_its_items(
    tmp_path: Path, text: str, said: str
) -> None:
    """Both steps at once."""
    message = said_once(tmp_path, text)

    assert message.startswith("This must be a list, even of one item")
    assert said in message


def test_codes_with_commas_between_are_to_be_written_by_themselves(tmp_path: Path) -> None:
    assert said_once(tmp_path, f"{CASE}pursued_by: TJ, RU\n") == (
        "This must be a list. Write each item of it by itself, like [A, B]."
    )


def test_a_text_for_a_charge_is_told_the_members_for_a_code_and_for_words(tmp_path: Path) -> None:
    said = said_once(tmp_path, f"{NOTICE}  charges: [fraud, extremism]\n")

    assert said.endswith("with members such as `offence`, `text`, `law` and `role`.")


def test_an_object_whose_names_are_ids_is_told_to_be_a_list(tmp_path: Path) -> None:
    said = said_once(tmp_path, f"{HEAD}subjects:\n  s1:\n    label: A\n")

    assert said.endswith("Write the name as the `id` of its item, like `- id: s1`.")


def test_an_object_for_a_list_needs_a_dash(tmp_path: Path) -> None:
    said = said_once(tmp_path, f"{HEAD}subjects:\n  id: s1\n  label: A\n")

    assert said.endswith("write it in brackets, or with a dash before each item.")


def test_a_source_inside_another_record_is_to_be_put_into_the_sources_of_the_case(
    tmp_path: Path,
) -> None:
    said = said_once(tmp_path, f"{NOTICE}  sources:\n  - title: Interview\n")

    assert (
        said == "Put the object into `sources` of the case, with an `id`, and write that id here."
    )


@pytest.mark.parametrize(
    ("height", "said"),
    [
        ('"1,75"', "Write a point in the place of the comma, and no quotes, like 1.75."),
        ("175 cm", "Write the number alone, without its unit and without quotes."),
        ("{height_m: 1,75}", "a number with a comma, write a point there, like 1.75."),
    ],
)
def test_a_number_with_a_comma_or_a_unit_is_told_of_it(
    tmp_path: Path, height: str, said: str
) -> None:
    text = height if height.startswith("{") else f"{{height_m: {height}}}"

    assert said_once(tmp_path, f"{CASE}  appearance: {text}\n").endswith(said)


# A case inside another object


ONE = '{"rednotice": "1.0", "id": "c-1", "subjects": [{"label": "A"}]}'


@pytest.mark.parametrize(
    "text",
    [
        f'{{"cases": [{ONE}, {ONE}]}}',
        f'{{"rednotice": "1.0", "cases": [{ONE}]}}',
        '{"cases": [{"id": "c-1", "label": "A"}]}',
    ],
)
def test_cases_inside_an_object_are_to_be_taken_out(tmp_path: Path, text: str) -> None:
    """The version of the object is not what is missing."""
    assert said_once(tmp_path, text, "case.json") == (
        "Take the cases out of `cases`: write them as an array, or in YAML with --- between."
    )


def test_a_case_inside_a_member_is_to_be_taken_out(tmp_path: Path) -> None:
    text = 'case:\n  rednotice: "1.0"\n  id: c-1\n  subjects:\n  - label: A\n'

    assert said_once(tmp_path, text) == (
        "Take out the outer `case`, so that the document begins with `rednotice`."
    )


def test_the_name_of_the_member_around_a_case_is_data(tmp_path: Path) -> None:
    said = said_once(tmp_path, f'{{"Zuzanna": {ONE}}}', "case.json")

    assert said == "Take out the outer member, so that the document begins with `rednotice`."


@pytest.mark.parametrize(
    "text",
    [
        '{"id": "c-1", "subjects": [{"id": "s1", "label": "A"}]}',
        '{"subjects": [{"id": "s1", "label": "A"}]}',
        f'{{"cases": [{ONE}], "note": "x"}}',
        '{"cases": ["c-1"]}',
    ],
)
def test_what_holds_no_case_is_told_to_name_its_version(tmp_path: Path, text: str) -> None:
    said = said_once(tmp_path, text, "case.json")

    assert said == 'A document must name its schema version. Begin it with: rednotice: "1.0".'


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}subjects:\n- s1:\n    label: A\n",
        f"{HEAD}subjects:\n- subject: {{label: A}}\n",
        f"{CASE}notices:\n- notice:\n    kind: red\n",
    ],
    ids=repr,
)
def test_a_record_one_level_too_deep_is_told_once(tmp_path: Path, text: str) -> None:
    """What it needs is there, and not missing."""
    assert said_once(tmp_path, text).startswith(
        "The members of this record stand one level too deep. Take out the name above them"
    )


# A name that nobody knows in the place of one that is needed


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        (f"{CASE}notices:\n- zzzz: brown\n", "`kind`"),
        (f"{CASE}sources:\n- zzzz: Radio Q\n", "`title` or `kind`"),
        (f"{CASE}statements:\n- about: s1\n  zzzz: he fled\n", "`stance`"),
    ],
    ids=repr,
)
def test_an_unknown_name_may_be_the_member_that_is_missing(
    tmp_path: Path, text: str, needs: str
) -> None:
    """One slip is told once."""
    (finding,) = told(tmp_path, text)

    assert finding.rule == "RN005"
    assert f"The record needs {needs}. Rename this name if it means" in finding.message


@pytest.mark.parametrize(
    "lines",
    ["zzzz: tall\n  yyyy: thin\n", "zzzz: {a: b}\n", "pursued_by: [TJ]\n"],
)
def test_a_name_that_means_something_else_is_told_besides_what_is_missing(
    tmp_path: Path, lines: str
) -> None:
    """Several names, another form, or a member of another record."""
    found = told(tmp_path, f"{CASE}notices:\n- {lines}")

    assert [one.rule for one in found].count("RN004") == 1
