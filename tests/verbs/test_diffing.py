"""Two versions of the schema are compared: planted changes, their verdicts and their numbers."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

jsonschema_rs = pytest.importorskip("jsonschema_rs")
if not hasattr(jsonschema_rs, "canonicalize"):
    pytest.skip("this jsonschema-rs cannot compare schemas", allow_module_level=True)

from rednotice import gate  # noqa: E402  # only where schemas can be compared
from rednotice.errors import UnknownName  # noqa: E402
from rednotice.migrations.comparing import Basis, Verdict  # noqa: E402
from rednotice.model.case import OLDER_VERSIONS, VERSION  # noqa: E402
from rednotice.verbs.diffing import NotASchema, SchemaDifference, schema_difference  # noqa: E402

Change = Callable[[dict[str, Any]], None]
ADDITIVE, TIGHTENING, BREAKING = Verdict.ADDITIVE, Verdict.TIGHTENING, Verdict.BREAKING
MAJOR, MINOR = int(VERSION.split(".")[0]), int(VERSION.split(".")[1])
NEXT_MAJOR, NEXT_MINOR = f"{MAJOR + 1}.0", f"{MAJOR}.{MINOR + 1}"


@pytest.fixture(scope="module")
def current() -> dict[str, Any]:
    return gate.schema("case")


def changed(current: dict[str, Any], change: Change) -> SchemaDifference:
    new = deepcopy(current)
    change(new)
    return schema_difference({"case": current}, {"case": new})


def member(schema: dict[str, Any], record: str, name: str) -> dict[str, Any]:
    part: dict[str, Any] = schema["$defs"][record]["properties"][name]
    return part


def a_new_member(schema: dict[str, Any]) -> None:
    schema["$defs"]["Notice"]["properties"]["colour"] = {"type": "string", "maxLength": 20}


def a_new_member_that_is_required(schema: dict[str, Any]) -> None:
    a_new_member(schema)
    schema["$defs"]["Notice"]["required"] = ["kind", "colour"]


def a_member_gone(schema: dict[str, Any]) -> None:
    del schema["$defs"]["Notice"]["properties"]["reward"]


def a_member_renamed(schema: dict[str, Any]) -> None:
    members = schema["$defs"]["Notice"]["properties"]
    members["bounty"] = members.pop("reward")


def a_member_required(schema: dict[str, Any]) -> None:
    schema["$defs"]["Notice"]["required"] = ["kind", "issuing_state"]


def a_member_no_longer_required(schema: dict[str, Any]) -> None:
    del schema["$defs"]["Notice"]["required"]


def a_new_code(schema: dict[str, Any]) -> None:
    schema["$defs"]["Stance"]["enum"].append("wonders")


def a_code_gone(schema: dict[str, Any]) -> None:
    schema["$defs"]["Stance"]["enum"].remove("denies")


def a_limit_loosened(schema: dict[str, Any]) -> None:
    schema["$defs"]["Label"]["maxLength"] += 100


def a_limit_tightened(schema: dict[str, Any]) -> None:
    schema["$defs"]["Label"]["maxLength"] -= 100


def a_list_of_one(schema: dict[str, Any]) -> None:
    part = member(schema, "Outcome", "stated_grounds")
    reference = part.pop("items")
    del part["type"], part["minItems"]
    part.pop("uniqueItems", None)
    part |= reference


def a_text_for_a_number(schema: dict[str, Any]) -> None:
    part = schema["$defs"]["Count"]
    for limit in ("minimum", "maximum"):
        part.pop(limit, None)
    part["type"] = "string"


def a_wider_pattern(schema: dict[str, Any]) -> None:
    part = schema["$defs"]["SpeakerReference"]
    part["pattern"] = part["pattern"].replace("class:(?:", "class:(?:robot|")


def another_pattern(schema: dict[str, Any]) -> None:
    schema["$defs"]["Id"]["pattern"] = "^[a-z][a-z0-9_-]{0,63}x?$"


def a_new_record(schema: dict[str, Any]) -> None:
    schema["$defs"]["Mood"] = {
        "type": "object",
        "properties": {"text": {"$ref": "#/$defs/Text"}},
        "additionalProperties": False,
        "minProperties": 1,
    }
    schema["properties"]["moods"] = {
        "type": "array",
        "minItems": 1,
        "items": {"$ref": "#/$defs/Mood"},
    }


def more_may_see_it(schema: dict[str, Any]) -> None:
    member(schema, "Subject", "label")["x-release"].append("everybody")


def another_description(schema: dict[str, Any]) -> None:
    member(schema, "Notice", "kind")["description"] = "Which colour the notice has, in one word."


PLANTED: list[tuple[Change, str, Verdict, str, str]] = [
    (a_new_member, "Notice.colour", ADDITIVE, "the member is new, and may be absent", NEXT_MINOR),
    (
        a_new_member_that_is_required,
        "Notice.colour",
        BREAKING,
        "the member is new, and every record must have it",
        NEXT_MAJOR,
    ),
    (a_member_gone, "Notice.reward", BREAKING, "the member is gone", NEXT_MAJOR),
    (
        a_member_renamed,
        "Notice.reward",
        BREAKING,
        "the member is gone; `bounty` may have taken its place",
        NEXT_MAJOR,
    ),
    (
        a_member_required,
        "Notice.issuing_state",
        TIGHTENING,
        "every record must have it now",
        NEXT_MAJOR,
    ),
    (a_member_no_longer_required, "Notice.kind", ADDITIVE, "it may be absent now", NEXT_MINOR),
    (a_new_code, "Stance", ADDITIVE, "it takes `wonders` too", NEXT_MINOR),
    (a_code_gone, "Stance", BREAKING, "it no longer takes `denies`", NEXT_MAJOR),
    (a_limit_loosened, "Label", ADDITIVE, "`maxLength` was ", NEXT_MINOR),
    (a_limit_tightened, "Label", TIGHTENING, "`maxLength` was ", NEXT_MAJOR),
    (
        a_list_of_one,
        "Outcome.stated_grounds",
        BREAKING,
        "it was a list and is one value",
        NEXT_MAJOR,
    ),
    (a_text_for_a_number, "Count", BREAKING, "it was a whole number and is a text", NEXT_MAJOR),
    (a_wider_pattern, "SpeakerReference", ADDITIVE, "its pattern is another", NEXT_MINOR),
    (
        another_pattern,
        "Id",
        BREAKING,
        "its pattern is another; no proof decides whether it takes all that it took",
        NEXT_MAJOR,
    ),
    (a_new_record, "Mood", ADDITIVE, "the record is new", NEXT_MINOR),
    (more_may_see_it, "Subject.label", BREAKING, "`everybody` may see it", NEXT_MAJOR),
    (
        another_description,
        "Notice.kind",
        Verdict.WORDING,
        "its description has changed",
        NEXT_MINOR,
    ),
]


@pytest.mark.parametrize(
    ("change", "place", "verdict", "sentence", "number"),
    PLANTED,
    ids=[change.__name__ for change, *_ in PLANTED],
)
def test_a_planted_change_is_told_with_its_verdict_and_number(  # noqa: PLR0913, PLR0917
    current: dict[str, Any],
    change: Change,
    place: str,
    verdict: Verdict,
    sentence: str,
    number: str,
) -> None:
    found = changed(current, change)

    told = [one for one in found.changes if one.place == place]
    assert [one.verdict for one in told] == [verdict]
    assert told[0].sentence.startswith(sentence)
    assert (found.verdict, found.number) == (verdict, number)


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("change", "verdict"),
    [(change, verdict) for change, _, verdict, *_ in PLANTED],
    ids=[change.__name__ for change, *_ in PLANTED],
)
def test_the_proof_of_the_whole_agrees_with_the_verdicts_on_the_members(
    current: dict[str, Any], change: Change, verdict: Verdict
) -> None:
    """An additive change takes every old document; one that is not is never proved to do so."""
    takes_all = changed(current, change).proved["case"]
    keeps = {Verdict.WORDING, Verdict.ADDITIVE}

    if verdict in keeps or change is more_may_see_it:
        assert takes_all is True
    else:
        assert takes_all is not True


def test_equal_schemas_have_no_difference(current: dict[str, Any]) -> None:
    found = schema_difference({"case": current}, {"case": deepcopy(current)})

    assert (found.changes, found.verdict, found.number) == ((), None, VERSION)
    assert found.fits
    assert found.proved == {"case": True}


def test_a_change_in_a_type_of_both_documents_is_told_once() -> None:
    old = {name: gate.schema(name) for name in gate.NAMES}
    new = deepcopy(old)
    for schema in new.values():
        schema["$defs"]["Stance"]["enum"].append("wonders")

    assert [change.place for change in schema_difference(old, new).changes] == ["Stance"]


def test_the_version_of_the_model_has_the_number_that_follows_from_its_changes() -> None:
    """Each version was numbered for what it changed."""
    chain = (*OLDER_VERSIONS, VERSION)

    numbers = [schema_difference(old, new).number for old, new in pairwise(chain)]

    assert numbers == [*chain[1:]]


def test_documents_of_the_old_version_are_tried_in_the_new_one(
    current: dict[str, Any], tmp_path: Path
) -> None:
    """A document that is refused outweighs any verdict."""
    case = {"rednotice": VERSION, "id": "c-1", "subjects": [{"label": "A"}]}
    other = case | {"subjects": [{"label": "A" * 150}]}
    (tmp_path / "cases.json").write_text(json.dumps([case, other, {"rednotice": "?"}]))
    new = deepcopy(current)
    a_limit_tightened(new)

    found = schema_difference({"case": current}, {"case": new}, corpus=tmp_path)

    assert (found.replayed, found.refused) == (2, 1)
    assert found.proved == {"case": False}


def test_a_verdict_that_documents_contradict_is_not_believed(
    current: dict[str, Any], tmp_path: Path
) -> None:
    """The comparison does not know the keyword `not`, and says nothing of what it does not know."""
    case = {"rednotice": VERSION, "id": "c-1", "subjects": [{"label": "A"}]}
    (tmp_path / "case.json").write_text(json.dumps(case))
    new = deepcopy(current)
    new["not"] = {"required": ["id"]}

    found = schema_difference({"case": current}, {"case": new}, corpus=tmp_path)

    assert found.refused == 1
    assert found.verdict in {TIGHTENING, BREAKING}


def test_folders_and_files_are_compared_as_versions_are(tmp_path: Path) -> None:
    for name in gate.NAMES:
        (tmp_path / f"{name}.schema.json").write_text(json.dumps(gate.schema(name)))

    assert schema_difference(VERSION, tmp_path).changes == ()
    assert schema_difference(tmp_path / "case.schema.json", VERSION).changes == ()


def test_what_is_no_schema_is_refused(tmp_path: Path) -> None:
    (tmp_path / "case.schema.json").write_text("{}")

    with pytest.raises(NotASchema, match="no JSON Schema of an object"):
        schema_difference(VERSION, tmp_path)
    with pytest.raises(UnknownName, match="a version must be one of"):
        schema_difference("7.7", VERSION)


def test_a_verdict_without_a_proof_says_so(current: dict[str, Any]) -> None:
    (change,) = changed(current, another_pattern).changes

    assert change.basis is Basis.UNDECIDED
