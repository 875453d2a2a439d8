"""jsonschema: a validator of the published schemas; that it gives the gate's verdict is a law."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from typing import Any

import jsonschema
import pytest
from samples import CASE, FOLDER, LOSSY, SHARED, class_of, each_class, each_example, least

from rednotice import Case, UnknownName, gate, validator
from rednotice.doors.jsonschema import _compiled

ADDRESS = "https://w3id.org/rednotice/1.0/"
EDITION = "https://json-schema.org/draft/2020-12/schema"


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever opens a connection fails."""

    def refuse(*_arguments: Any, **_options: Any) -> None:
        pytest.fail("a connection was opened")

    monkeypatch.setattr(socket, "socket", refuse)


def test_a_case_tells_what_would_be_lost() -> None:
    """Two errors, one at the case and one at the person."""
    errors = sorted(validator().iter_errors(LOSSY), key=lambda error: len(error.path))

    assert [(error.json_path, error.validator) for error in errors] == [
        ("$", "additionalProperties"),
        ("$.people[0].minor", "type"),
    ]


@each_example
def test_every_example_is_valid(value: Any) -> None:
    """By the schema of its kind."""
    name = "case" if class_of(value) is Case else "shared"

    assert list(validator(name).iter_errors(value)) == []


def test_it_is_a_validator_of_jsonschema() -> None:
    """Whatever takes one takes ours."""
    made = validator()
    made.check_schema(made.schema)

    assert made.is_valid(CASE)
    with pytest.raises(jsonschema.ValidationError):
        made.validate(SHARED)
    assert made.evolve(schema={"$ref": f"{ADDRESS}shared.schema.json"}).is_valid(SHARED)


def test_there_is_no_other_schema() -> None:
    """A name is one of ours."""
    with pytest.raises(UnknownName, match="one of case, shared"):
        validator("cases")


# Schemas of others

OTHERS = {
    "$id": "https://example.org/request",
    "type": "object",
    "properties": {
        "case": {"$ref": f"{ADDRESS}case.schema.json"},
        "shared": {"$ref": f"{ADDRESS}shared.schema.json"},
        "notice": {"$ref": f"{ADDRESS}case.schema.json#/$defs/Notice"},
        "inner": {"$ref": "#"},
    },
    "additionalProperties": False,
}


@pytest.mark.parametrize("said", [{}, {"$schema": EDITION}], ids=["silent", "says"])
@pytest.mark.parametrize(
    ("value", "valid"),
    [
        ({"case": CASE}, True),
        ({"case": LOSSY}, False),
        ({"case": CASE | {"id": "c-1\n"}}, False),
        ({"shared": SHARED}, True),
        ({"shared": CASE}, False),
        ({"notice": {"kind": "red"}}, True),
        ({"notice": {"kind": "rde"}}, False),
        ({"notice": {"kind": "red", "id": "n1\n"}}, False),
        ({"notice": {}}, False),
        ({"inner": {"case": CASE}}, True),
        ({"inner": {"case": CASE | {"id": "c-1\n"}}}, False),
        ({"other": 1}, False),
    ],
    ids=str,
)
def test_a_schema_of_others_can_refer_to_ours(
    said: dict[str, Any], value: Any, *, valid: bool
) -> None:
    """To a whole or to a part, without a network, and with patterns read as they are meant."""
    assert validator(said | OTHERS).is_valid(value) == valid


@each_class
def test_every_record_class_has_an_address(cls: type) -> None:
    """One that a schema of others may name."""
    assert validator({"$ref": gate.address_of(cls)}).is_valid(least(cls))


def test_a_schema_of_another_edition_is_refused() -> None:
    """It would be read by rules that it was not written for."""
    with pytest.raises(ValueError, match="2020-12"):
        validator({"$schema": "http://json-schema.org/draft-07/schema#"})


def test_the_given_schema_is_not_altered() -> None:
    """It may be used elsewhere."""
    given = {"$schema": EDITION, "type": "object"}
    validator(given)

    assert given == {"$schema": EDITION, "type": "object"}


# Patterns


def test_a_trailing_newline_is_refused() -> None:
    """Where plain jsonschema lets it pass."""
    value = CASE | {"id": "c-1\n"}

    assert not validator().is_valid(value)
    assert jsonschema.Draft202012Validator(gate.schema()).is_valid(value)


@pytest.mark.parametrize(
    ("pattern", "taken", "refused"),
    [
        ("^a$", ["a"], ["a\n", "ab"]),
        ("^(?:a$|b$)", ["a", "b"], ["a\n", "b\n"]),
        (r"^a\$$", ["a$"], ["a", "a$\n"]),
        (r"^a\\$", ["a\\"], ["a\\\n", "a\\$"]),
        ("^[$]$", ["$"], ["$\n", ""]),
        ("^[^$]$", ["a", "\n"], ["$", "a\n"]),
        (r"^[\]$]$", ["]", "$"], ["]\n", "$\n"]),
        (r"^[a\\$]x$", ["$x", "\\x"], ["$x\n"]),
        (r"^[$\]]\$$", ["$$", "]$"], ["$$\n"]),
        ("a", ["a", "ba\n"], ["b"]),
    ],
)
def test_a_dollar_is_the_end_unless_it_is_a_sign(
    pattern: str, taken: list[str], refused: list[str]
) -> None:
    """Within brackets and after a backslash it is an ordinary character."""
    made = validator({"pattern": pattern})

    assert [text for text in taken if not made.is_valid(text)] == []
    assert [text for text in refused if made.is_valid(text)] == []
    assert made.is_valid(3)


def test_our_own_patterns_are_read_as_before_but_for_their_end() -> None:
    """Nothing but the last character of a pattern of ours is a dollar."""
    text = str(gate.schema()) + str(gate.schema("shared"))
    patterns = set(re.findall(r"'pattern': '(.*?)'[,}]", text))

    assert len(patterns) > 5
    for pattern in patterns:
        plain = pattern.replace("\\\\", "\\")
        assert _compiled(plain).pattern == plain[:-1] + r"\Z"


def test_an_error_of_a_pattern_quotes_no_value() -> None:
    """Though other messages of jsonschema do."""
    (error,) = validator().iter_errors(CASE | {"id": "Zdenka"})

    assert "Zdenka" not in error.message


def test_jsonschema_is_imported_when_it_is_asked_for() -> None:
    """Neither by the package nor by the name of its function."""
    code = (
        "import sys, rednotice; made = rednotice.validator; assert 'jsonschema' not in sys.modules;"
        "made(); assert 'jsonschema' in sys.modules"
    )

    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603  # our own program


def test_the_examples_are_where_they_are_looked_for() -> None:
    """Else the tests above would prove nothing."""
    assert len(list(FOLDER.glob("*.yaml"))) >= 10
