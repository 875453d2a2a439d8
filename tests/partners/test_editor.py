"""Editors complete, explain and complain by the published schema, in our words."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SCHEMAS = ROOT / "schemas" / "1.0"
SERVERS = {"json": "vscode-json-languageservice", "yaml": "yaml-language-server"}
JSON = """{{
  "rednotice": "1.0", "id": "c-1",
  "subjects": [{{"label": "A", {subject}}}],
  "notices": [{{"kind": "red", {notice}}}],
  "incidents": [{{"method": "threat", "occurrences": {{"best": 3}}}}]
}}"""
YAML = """
rednotice: "1.0"
id: c-1
subjects:
- label: A
  {subject}
notices:
- kind: red
  {notice}
incidents:
- method: threat
  occurrences: {{best: 3}}
"""

TEXT = "It must be a text, in quotes."
DATE = (
    "It must be a day of the calendar, a month, a year or a period, as precise as its source,"
    " like 2021-06-15, 2021-06, 2021-06/.. or 1985~."
)
STATUS = "This is not a code of notice_statuses. Let the editor complete it to see all."
COUNTRY = "This is not a code of countries. Let the editor complete it to see all."
SEX = 'Value is not accepted. Valid values: "female", "male", "other", "unknown".'

Told = Callable[..., None]
Shown = Callable[[str, str], dict[str, Any]]


class Editor:
    """An editor with a language and an edition of the entry schema."""

    def __init__(self, node: list[str], language: str, edition: str) -> None:
        self.language = language
        self._command = [*node, HERE / "editor.js", language, SCHEMAS / f"{edition}.schema.json"]

    def _ask(self, texts: list[str], *more: str) -> Any:
        done = subprocess.run(  # noqa: S603  # what package-lock.json pins
            [*self._command, *more],
            input=json.dumps(texts),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
        return json.loads(done.stdout)

    def written(self, subject: str, notice: str) -> str:
        """A case with a member of its subject and one of its notice, which are told as in JSON."""
        if self.language == "json":
            return JSON.format(subject=subject, notice=notice)
        return YAML.format(subject=subject.replace('"', ""), notice=notice.replace('"', ""))

    def shows(self, subject: str, notice: str) -> dict[str, Any]:
        """What it shows of such a case."""
        found: dict[str, Any] = self._ask([self.written(subject, notice)])[0]
        return found

    def complaints(self, texts: list[str]) -> list[list[str]]:
        """What it complains of in each text."""
        return [each["complaints"] for each in self._ask(texts, "complaints")]


@pytest.fixture(params=["rednotice", "draft-07/rednotice"])
def edition(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=list(SERVERS))
def editor(node: list[str], edition: str, request: pytest.FixtureRequest) -> Editor:
    return Editor(node, request.param, edition)


def test_an_editor_explains_a_member_before_its_type(editor: Editor) -> None:
    """What the member means, then what its values look like, then what the code means."""
    shown = editor.shows('"born": "1985-06"', '"issuing_state": "TJ"')
    hovers = shown["hovers"]

    assert hovers["born"].index("Date of birth") < hovers["born"].index("EDTF")
    assert "Red notice" in hovers["kind"]
    times = hovers["occurrences"]
    assert times.index("How many times") < times.index("a best guess")
    assert shown["complaints"] == []


def test_an_editor_complains_in_one_sentence(editor: Editor) -> None:
    """Without a pattern, and without the hundreds of codes of a long list."""
    wrong = [
        ('"born": "1985-02-31"', '"issuing_state": "TJ"', DATE),
        ('"born": 1985', '"issuing_state": "TJ"', TEXT),
        ('"sex": "f"', '"issuing_state": "TJ"', SEX),
        ('"sex": "female"', '"issuing_state": "Tajikistan"', COUNTRY),
        ('"sex": "female"', '"history": [{"status": "ended"}]', STATUS),
        ('"nmaes": []', '"issuing_state": "TJ"', "Property nmaes is not allowed."),
    ]
    said = editor.complaints([editor.written(*one) for *one, _ in wrong])

    assert said == [[complaint] for *_, complaint in wrong]


def test_an_editor_says_that_the_version_needs_quotes(editor: Editor) -> None:
    """In YAML, 1.0 is a number, and so it is in JSON."""
    wrong = '{"rednotice": 1.0, "id": "c-1", "subjects": [{"label": "A"}]}'

    assert editor.complaints([wrong]) == [['It must be "1.0", with its quotes.']]


def test_an_editor_offers_members_and_codes_and_makes_no_fact_up(editor: Editor) -> None:
    """Each with its meaning; no value stands in what is filled in for a member."""
    begun = "n|" if editor.language == "yaml" else "|"
    (members,) = editor.shows(begun, '"issuing_state": "TJ"')["offers"]
    (codes,) = editor.shows('"sex": "male"', '"issuing_state": |')["offers"]

    told = {label: (said, filled) for label, said, filled in members}
    assert {"names", "sex", "nationalities"} <= set(told)
    assert told["birth_place"][0].startswith("Place in which the subject was born.")
    filled = {filled.partition(": ")[2].rstrip(",") for _, filled in told.values()}
    assert filled <= {"", "$1", '"$1"', "[$1]", "{$1}"}
    said = {label.strip('"'): said for label, said, _ in codes}
    assert said["TJ"].startswith("Tajikistan")


@pytest.mark.parametrize("language", SERVERS)
def test_an_editor_has_no_complaint_of_the_examples(
    node: list[str], edition: str, language: str, examples: list[Any], told: Told
) -> None:
    """Of YAML, as it stands in the files."""
    texts = [json.dumps(one, ensure_ascii=False) for one in examples]
    if language == "yaml":
        texts = [path.read_text("utf-8") for path in sorted((ROOT / "examples").glob("*.yaml"))]

    assert Editor(node, language, edition).complaints(texts) == [[]] * len(texts)
    told(SERVERS[language], Examples="all")
