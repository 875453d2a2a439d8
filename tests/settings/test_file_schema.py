"""The published schema of a settings file."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rednotice import UnusableSettings, rules
from rednotice.settings.file_schema import settings_schema
from rednotice.settings.loading import read_settings

SCHEMA = settings_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def is_read(said: Any) -> bool:
    try:
        read_settings(said)
    except UnusableSettings:
        return False
    return True


def test_the_schema_is_a_schema() -> None:
    """Of the dialect that it names."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_every_entry_has_a_description() -> None:
    """An editor shows it while somebody types."""

    def bare(part: dict[str, Any], place: str) -> list[str]:
        inner = [(f"{place}.{name}", one) for name, one in part.get("properties", {}).items()]
        lacking = [name for name, one in inner if "description" not in one]
        if "items" in part and "properties" in part["items"]:
            inner.append((f"{place}[]", part["items"]))
        return lacking + [name for where, one in inner for name in bare(one, where)]

    assert bare(SCHEMA, "") == []


@pytest.mark.parametrize("page", rules.manuals(), ids=lambda page: page.id)
def test_every_rule_can_be_written_as_the_schema_says(page: rules.Manual) -> None:
    """By its id, by the beginning of its id and by its name."""
    assert VALIDATOR.is_valid({"select": ["RN", page.id[:3], page.id, page.name]})


WORD = st.sampled_from(["RN", "RN1", "RN406", "RN901", "no-pursuing-state", "rn4", "RN4x", "", "x"])
LEVEL = st.sampled_from(["error", "warning", "info", "warn", 1])
ANY = st.none() | st.booleans() | st.integers(-2, 3) | st.text(max_size=3) | st.just([])
PLACE = st.sampled_from(["/notices", "/notices/*/kind", "notices", "/x", ""])
SAID = st.fixed_dictionaries(
    {},
    optional={
        "select": st.lists(WORD, max_size=3) | ANY,
        "ignore": st.lists(WORD, max_size=3) | ANY,
        "severity": st.dictionaries(WORD, LEVEL, max_size=2) | ANY,
        "baseline": ANY,
        "overrides": st.lists(
            st.dictionaries(
                st.sampled_from(["files", "pointers", "ignore", "severity", "x"]),
                st.lists(WORD, max_size=2) | st.lists(PLACE, max_size=2) | ANY,
                max_size=3,
            ),
            max_size=2,
        )
        | ANY,
        "limits": st.dictionaries(st.sampled_from(["findings", "warnings", "x"]), ANY, max_size=2),
        "house": st.dictionaries(
            st.sampled_from(["require", "codes", "fill", "cases", "x"]),
            st.lists(PLACE, max_size=2) | st.dictionaries(PLACE, ANY, max_size=2) | ANY,
            max_size=3,
        ),
        "x": ANY,
    },
)


@settings(max_examples=200, deadline=None)
@given(SAID)
def test_what_the_library_reads_the_schema_accepts(said: dict[str, Any]) -> None:
    """So an editor that uses the schema marks nothing that is right; and nothing crashes."""
    assert VALIDATOR.is_valid(said) or not is_read(said)
