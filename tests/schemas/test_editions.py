"""What is published beside the schemas says what they say."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml
from jsonschema import Draft7Validator, Draft202012Validator

import rednotice
from rednotice import codelists, formats, gate, rules
from rednotice.editions.entry import LONGEST_TOLD
from rednotice.editions.keywords import keywords
from rednotice.gate.published import ADDRESS
from rednotice.model import VERSION, Case, SharedDocument
from rednotice.records import record_classes
from rednotice.verbs.publishing import SUMS, schemas, snapshot

ROOT = Path(__file__).parents[2]
SCHEMAS = schemas()
META = jsonschema_rs.validator_for(SCHEMAS["meta.schema.json"])


@cache
def files() -> dict[str, bytes]:
    """What is published of the version, by name."""
    return {name.removeprefix(f"{VERSION}/"): content for name, content in snapshot().items()}


def examples() -> list[Any]:
    """The documents of all examples."""
    found = []
    for path in sorted((ROOT / "examples").glob("*.yaml")):
        with path.open("rb") as file:
            found += [one.value for one in formats.by_name("yaml").read(file, None, print)]
    return found


def keys(value: Any) -> set[str]:
    """Every key in *value*, at all levels."""
    if isinstance(value, list):
        return set[str]().union(*map(keys, value))
    if not isinstance(value, dict):
        return set()
    return set(value).union(*map(keys, value.values()))


# Schemas


@pytest.mark.thorough
@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one_by_the_edition_that_it_names(name: str) -> None:
    """It has an address of its own, below that of the version."""
    schema = SCHEMAS[name]
    kind = Draft7Validator if name.startswith("draft-07/") else Draft202012Validator

    kind.check_schema(schema)
    assert schema["$schema"] == kind.META_SCHEMA["$id"]
    assert schema["$id"] == f"{ADDRESS}{name}"


@pytest.mark.parametrize("name", ["rednotice", "draft-07/rednotice"])
def test_the_entry_schema_takes_a_case_and_a_shared_document(name: str) -> None:
    """One file serves an editor for both."""
    accepts = jsonschema_rs.validator_for(SCHEMAS[f"{name}.schema.json"]).is_valid
    documents = examples()

    assert {document.get("shared", False) for document in documents} == {True, False}
    assert all(map(accepts, documents))
    assert not accepts({"rednotice": "1.0", "id": "c1", "shared": True, "subjects": []})
    assert not accepts({"rednotice": "1.0", "shared": False})
    assert not accepts([])


def test_the_entry_schema_shows_a_members_own_description_before_its_types() -> None:
    """An editor shows `markdownDescription` where a reference hides the description."""
    schema = SCHEMAS["rednotice.schema.json"]
    born = schema["$defs"]["Subject"]["properties"]["born"]

    assert born["$ref"] == "#/$defs/PartialDate"
    own, of_type = born["markdownDescription"].split("\n\n")
    assert own == born["description"]
    assert of_type == schema["$defs"]["PartialDate"]["description"]
    assert not {key for key in keys(schema) if key.startswith("x-")}


def test_draft_07_has_no_word_that_came_later() -> None:
    """`$defs` were `definitions`."""
    for name, schema in SCHEMAS.items():
        if name.startswith("draft-07/"):
            assert "$defs" not in str(schema)
            assert set(re.findall(r"'#/definitions/(\w+)'", str(schema))) <= set(
                schema["definitions"]
            )


@pytest.mark.parametrize("name", ["rednotice", "draft-07/case", "draft-07/shared"])
def test_an_editor_never_lists_all_codes_of_a_long_list(name: str) -> None:
    """What it says of another value is one sentence, which the first part of a choice has."""
    schema = SCHEMAS[f"{name}.schema.json"]
    types = schema.get("$defs") or schema["definitions"]
    long = {
        name: part.get("anyOf", [part])
        for name, part in types.items()
        if len(part.get("anyOf", [part])[-1].get("enum", ())) > LONGEST_TOLD
    }

    assert {"CountryCode", "NoticeStatus"} <= set(long)
    assert [name for name, (first, *_) in long.items() if "of " not in told(first)] == []


def told(part: dict[str, Any]) -> str:
    """What an editor says of a text that *part* does not take."""
    return str(part.get("patternErrorMessage", part.get("errorMessage", "")))


def test_an_editor_says_that_a_number_needs_quotes() -> None:
    """In YAML, 1985 is a number for an editor."""
    types = SCHEMAS["rednotice.schema.json"]["$defs"]

    assert types["PartialDate"]["errorMessage"] == "It must be a text, in quotes."
    assert types["SchemaVersion"]["errorMessage"] == 'It must be "1.0", with its quotes.'


# Keywords


@pytest.mark.parametrize("name", [*gate.NAMES, "rednotice"])
def test_the_meta_schema_accepts_the_published_schemas(name: str) -> None:
    """Each word of ours has the form that it says."""
    META.validate(SCHEMAS[f"{name}.schema.json"])


@pytest.mark.parametrize(
    "wrong",
    [
        {"x-sensitivity": "secret"},
        {"x-release": ["everybody"]},
        {"x-known": True},
        {"properties": {"a": {"x-ref": []}}},
        {"$defs": {"A": {"x-codelist": "no_list"}}},
        {"type": "objekt"},
    ],
    ids=str,
)
def test_the_meta_schema_refuses_a_word_that_nobody_knows(wrong: Any) -> None:
    """Also a known word with another value, at every level."""
    assert not META.is_valid(wrong)


def test_the_meta_schema_takes_a_deprecated_member_as_the_page_promises() -> None:
    """A later version marks it like this; no published reader stumbles over the words."""
    page = (ROOT / "docs" / "explanation" / "deprecation.md").read_text("utf-8")
    marked = {"deprecated": True, "x-deprecated-since": "1.1", "x-replaced-by": "born"}

    assert [word for word in marked if word not in page] == []
    META.validate({"properties": {"birth": marked}})
    assert not META.is_valid({"properties": {"birth": {"x-deprecated-since": 1.1}}})


def test_each_word_of_ours_is_explained_where_partners_read() -> None:
    """On the page and in the meta-schema, which knows the words of a later version as well."""
    later = {"x-deprecated-since", "x-replaced-by"}
    used = {key for name in gate.NAMES for key in keys(SCHEMAS[f"{name}.schema.json"])}
    ours = {key for key in used if key.startswith("x-")}
    page = (ROOT / "docs" / "how-to" / "use-the-schema-without-python.md").read_text("utf-8")

    assert ours | later == {name for name in keywords() if name.startswith("x-")}
    assert [name for name in keywords() if f"`{name}`" not in page] == []


# Codes, rules, types


def test_the_codelists_as_one_document_hold_what_the_tables_hold() -> None:
    """Every list, every code, in order."""
    document = json.loads(files()["codelists.json"])
    held = {one["name"]: one for one in document["codelists"]}

    assert list(held) == list(codelists.names())
    for name, one in held.items():
        table = list(csv.DictReader(io.StringIO(files()[f"codelists/{name}.csv"].decode())))
        assert [code["code"] for code in one["codes"]] == [row["code"] for row in table]
        assert [code["definition"] for code in one["codes"]] == [row["definition"] for row in table]


def test_the_crosswalks_are_mappings_with_known_prefixes() -> None:
    """Each row maps a code of ours to one of a vocabulary that the head explains."""
    lines = files()["crosswalks.sssom.tsv"].decode().splitlines()
    head = yaml.safe_load("\n".join(line[2:] for line in lines if line.startswith("# ")))
    rows = list(csv.DictReader([one for one in lines if one[:2] != "# "], delimiter="\t"))
    told = {
        (f"rednotice:{name}/{code.code}", other)
        for name in codelists.names()
        for code in codelists.codelist(name)
        for other in code.crosswalk
    }

    assert {(row["subject_id"], row["object_id"]) for row in rows} == told
    prefixes = {row[key].partition(":")[0] for row in rows for key in row if key.endswith("_id")}
    assert prefixes <= set(head["curie_map"])


def test_the_rules_are_told_with_their_pages() -> None:
    """Those that the library asks, and the faults."""
    told = {one["rule"]: one for one in json.loads(files()["rules.json"])["rules"]}

    assert list(told) == [page.id for page in rules.manuals()]
    assert all(one["title"] and one["text"] for one in told.values())
    assert told["RN911"]["guards_release"]
    assert not told["RN101"]["guards_release"]


def test_the_declarations_have_an_interface_for_each_record() -> None:
    """And a type for each other definition."""
    text = files()["rednotice.d.ts"].decode()
    records = {cls.__name__ for root in (Case, SharedDocument) for cls in record_classes(root)}

    assert set(re.findall(r"^export interface (\w+)", text, re.MULTILINE)) == records
    assert set(re.findall(r"^export type (\w+)", text, re.MULTILINE)) == {
        "Document",
        *({*SCHEMAS["rednotice.schema.json"]["$defs"]} - records),
    }
    assert "unknown" in text
    assert text.count("unknown;") == 1  # any JSON, and nothing else


def test_the_context_has_a_term_for_each_member() -> None:
    """A code becomes the address of a row of its list, and an id stays a text."""
    context = json.loads(files()["context.jsonld"])["@context"]

    # The address of the schema is for editors only.
    members = {key for name in gate.NAMES for key in gate.schema(name)["properties"]} - {"$schema"}
    assert members <= set(context)
    kind = context["notices"]["@context"]["kind"]
    assert kind["@context"] == {"@vocab": f"{ADDRESS}codelists/notice_kinds/"}
    status = context["notices"]["@context"]["history"]["@context"]["status"]
    published = f"{ADDRESS}codelists/notice_statuses/published"
    assert status["@context"]["published"] == published  # which is a member of a notice as well
    assert "@type" not in context["id"]


# The folder


def test_the_hashes_are_those_of_the_files() -> None:
    """Of all others in the folder, as `sha256sum --check` reads them."""
    told = dict(reversed(line.split("  ")) for line in files()[SUMS].decode().splitlines())

    assert told == {
        name: hashlib.sha256(content).hexdigest()
        for name, content in files().items()
        if name != SUMS
    }


def test_all_schemas_are_found_without_a_network() -> None:
    """By their addresses, in a registry that every library takes."""
    registry = rednotice.schemas()

    assert {registry.contents(schema["$id"])["$id"] for schema in SCHEMAS.values()} == {
        f"{ADDRESS}{name}" for name in SCHEMAS
    }
    schema = {"$ref": f"{ADDRESS}case.schema.json#/$defs/Notice"}
    assert Draft202012Validator(schema, registry=registry).is_valid({"kind": "red"})
