"""The published schema of a policy's file."""

from __future__ import annotations

import copy
import tomllib
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

import rednotice
from rednotice import Audience
from rednotice.policies import SHIPPED
from rednotice.policies.ceilings import is_own_id
from rednotice.policies.file_schema import policy_schema
from rednotice.policies.starting import starting_policy
from rednotice.records import fields_of, record_classes

SCHEMA = rednotice.schema("policy")
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
PARTNER = tomllib.loads(starting_policy(Audience.PARTNER))


def changed(**entries: Any) -> dict[str, Any]:
    return {**copy.deepcopy(PARTNER), **entries}


@pytest.mark.parametrize("audience", list(Audience)[1:], ids=lambda one: one.value)
def test_the_schema_accepts_what_a_policy_starts_from(audience: Audience) -> None:
    """Also for those who use another engine."""
    assert VALIDATOR.is_valid(tomllib.loads(starting_policy(audience)))


def test_the_schema_is_a_schema() -> None:
    """Of the dialect that it names."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_schema_knows_every_member_of_the_model() -> None:
    """It is derived, so that no table and no member can be forgotten."""
    for cls in record_classes(rednotice.Case):
        words = SCHEMA["properties"][cls.__name__]["properties"]["keep"]["items"]["enum"]
        assert words == [field.name for field in fields_of(cls) if not is_own_id(field)]


@pytest.mark.parametrize(
    "entries",
    [
        {"audience": "internal"},
        {"name": "Ours"},
        {"version": 0},
        {"dates": "month"},
        {"tlp": "blue"},
        {"terms": ["be_nice"]},
        {"floor": []},
        {"floor": [[]]},
        {"cuts": {"countries": 1}},
        {"cuts": {"offences": 3}},
        {"thresholds": {"k": 0}},
        {"thresholds": {"leave_out": 1}},
        {"Notice": {"keep": ["colour"]}},
        {"Notice": {"keep": ["kind", "kind"]}},
        {"Notices": {"keep": ["kind"]}},
    ],
    ids=str,
)
def test_the_schema_refuses_what_no_policy_may_say(entries: dict[str, Any]) -> None:
    """Each by itself."""
    assert VALIDATOR.is_valid(changed())
    assert not VALIDATOR.is_valid(changed(**entries))


def test_the_schema_is_another_dict_each_time() -> None:
    """Whoever changes it changes nothing for others."""
    rednotice.schema("policy")["properties"].clear()

    assert rednotice.schema("policy") == SCHEMA == policy_schema(SCHEMA["$id"])


def test_every_policy_that_the_library_brings_is_accepted() -> None:
    """By the very schema that is published."""
    for name in SHIPPED:
        text = files("rednotice.policies").joinpath("shipped", f"{name}.toml").read_text("utf-8")
        assert VALIDATOR.is_valid(tomllib.loads(text)), name
