"""What may be a name in a refused document: only what a path or an id could tell is looked for."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rednotice.names import likely as likely_names
from rednotice.names.recognition import tells_a_name
from rednotice.names.tokens import shares_a_token, split_path, tokens

WORDS = st.sampled_from(
    [
        *(
            "Deniz",
            "ИВАНОВ",
            "иванова",
            "O'Brien",
            "obrien",
            "brien",
            "d'Arc",
            "Örneköy",
            "ornekoy",
        ),
        *(
            "王小伟",
            "小伟",
            "王",
            "Li",
            "Wei",
            "liwei",
            "li",
            "de",
            "la",
            "in",
            "Rakhimov",
            "Rahimov",
        ),
        *("Zuzanna", "case", "notice", "s1", "Anna-Maria", "\u202eAnna", "ʻUmar", "umar", "x"),
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=4).flatmap(
    lambda words: st.sampled_from([" ", "-", "", ", ", "\n"]).map(lambda mark: mark.join(words))
)
KEYS = st.sampled_from(["names", "nmaes", "text", "label", "kind", "x", "family", "id", "people"])
VALUES = st.recursive(
    TEXTS | st.integers(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS | WORDS, inner, max_size=4),
    max_leaves=12,
)


def all_of_them(_shown: object, texts: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return texts


def tells(text: str, names: list[str]) -> bool:
    return shares_a_token(text, tokens(names)) or tells_a_name(text, names)


@given(VALUES, TEXTS, TEXTS)
def test_what_is_left_out_tells_nothing(value: Any, identity: str, folder: str) -> None:
    """An id and a path share a token with the document if they share one with what is found."""
    shown = [identity, *split_path(f"{folder}/cases.json")]
    found = [*likely_names.in_value(value, shown)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(likely_names._Shown, "_suspected", all_of_them)
        everything = [*likely_names.in_value(value, [])]

    assert {*found} <= {*everything}
    assert [tells(text, found) for text in shown] == [tells(text, everything) for text in shown]


def test_a_document_that_tells_nothing_is_not_looked_at_closely(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Most documents do not, and to know what may be a name takes long."""
    looked: list[str] = []
    monkeypatch.setattr(likely_names, "_likely", lambda _key, text: looked.append(text) or ())
    value = {"subjects": [{"names": [{"text": "Zuzanna Invented"}, {"text": "Deniz Invented"}]}]}

    list(likely_names.in_value(value, ["c-7k2m9q", "cases/2024.jsonl"]))
    assert looked == []

    list(likely_names.in_value(value, ["c-7k2m9q", "cases/zuzanna.jsonl"]))
    assert looked == ["Zuzanna Invented"]
