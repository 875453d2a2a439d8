"""Proofs that one schema takes all that another takes; they only say yes where it holds."""

from __future__ import annotations

from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

if not hasattr(jsonschema_rs, "canonicalize"):
    pytest.skip("this jsonschema-rs cannot compare schemas", allow_module_level=True)

from rednotice.migrations.containment import branches, takes_all


def pattern(text: str) -> dict[str, Any]:
    return {"type": "string", "pattern": text}


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("^(?:a|b|c)$", "^(?:a|c)$"),
        ("^(?:a|b)$", "^a$"),
        ("^(?:x|class:(?:a|b))$", "^(?:x|class:(?:a))$"),
        ("^(?:[a-z|]|b)$", "^[a-z|]$"),
        ("^[a-z]{0,9}$", "^[a-z]{2,5}$"),
        ("^a(?:\\.b){0,4}$", "^a(?:\\.b)?$"),
    ],
)
def test_a_wider_pattern_is_proved_to_be_wider(outer: str, inner: str) -> None:
    assert takes_all(pattern(outer), pattern(inner)) is True
    assert takes_all(pattern(inner), pattern(outer)) is not True


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("^(?:a|b)$", "^(?:a|bb)$"),
        ("^[a-z]{2}$", "^[a-z]{3}$"),
        ("^a|b$", "^a$"),
        ("^[?]x$", "^[+]x$"),
        ("^\\{2\\}$", "^\\{3\\}$"),
    ],
)
def test_another_pattern_is_not_proved_to_be_wider(outer: str, inner: str) -> None:
    assert takes_all(pattern(outer), pattern(inner)) is not True


def test_the_alternatives_of_a_pattern_are_told_apart() -> None:
    assert branches("^(?:a|b:(?:c|d)|[|])$") == {"a", "b:c", "b:d", "[|]"}


VALUES = st.recursive(
    st.one_of(st.booleans(), st.integers(-2, 4), st.sampled_from(["", "a", "b", "ab", "class:a"])),
    lambda inner: st.one_of(
        st.lists(inner, max_size=2), st.dictionaries(st.sampled_from("abc"), inner, max_size=2)
    ),
    max_leaves=5,
)
SCHEMAS: st.SearchStrategy[dict[str, Any]] = st.recursive(
    st.one_of(
        st.just({"type": "boolean"}),
        st.builds(
            lambda least, more: {"type": "integer", "minimum": least, "maximum": least + more},
            st.integers(-2, 2),
            st.integers(0, 3),
        ),
        st.lists(st.sampled_from(["a", "b", "ab"]), min_size=1, unique=True).map(
            lambda codes: {"type": "string", "enum": codes}
        ),
        st.sampled_from(
            [pattern("^(?:a|b)$"), pattern("^(?:a|b|class:(?:a|b))$"), pattern("^a{0,2}$")]
        ),
        st.just({}),
    ),
    lambda inner: st.one_of(
        st.builds(lambda each: {"type": "array", "minItems": 1, "items": each}, inner),
        st.builds(
            lambda members, needed, closed: {
                "type": "object",
                "properties": members,
                "required": [name for name in needed if name in members],
                **({"additionalProperties": False} if closed else {}),
            },
            st.dictionaries(st.sampled_from("abc"), inner, max_size=2),
            st.lists(st.sampled_from("abc"), unique=True),
            st.booleans(),
        ),
        st.builds(lambda each: {"anyOf": each}, st.lists(inner, min_size=1, max_size=2)),
    ),
    max_leaves=4,
)


@given(SCHEMAS, SCHEMAS, st.lists(VALUES, min_size=1, max_size=30))
def test_what_is_proved_holds_for_every_value(
    outer: dict[str, Any], inner: dict[str, Any], values: list[Any]
) -> None:
    """Whatever the smaller schema takes, the one that is proved to be wider takes as well."""
    if takes_all(outer, inner) is not True:
        return
    wide, narrow = (jsonschema_rs.Draft202012Validator(each) for each in (outer, inner))

    assert [one for one in values if narrow.is_valid(one) and not wide.is_valid(one)] == []
