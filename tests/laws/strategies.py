"""Documents that the model allows, read off its fields, each member as likely as another."""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from rednotice import testing
from rednotice.model import Case, SharedDocument

Strategy = st.SearchStrategy[Any]


def examples(times: float) -> settings:
    """So many *times* the examples that the profile asks for."""
    return settings(max_examples=int(times * settings.default.max_examples))


# What some reader, of this format or another, would take for something else, or lose.
TRICKY = (
    *("NO", "on", "Yes", "true", "null", "~", "2021-07-31", "0701", "1e5", "-1", "0x1F", "1_000"),
    *("12:30:45", ".inf", "=", "<<", "- x", "? x", "a: b", "a:", "# x", "x # y", "---", "...", "%"),
    *("!x", "&x", "*x", "@", "`", "|", ">", "[", "{", "'", '"', "\\", "\\u0022", '{"a":1,"a":2}'),
    *(
        " x",
        "x ",
        "\tx",
        "x\t",
        "x\ny",
        "\nx",
        "x\n",
        "x\n\n y\n",
        "x\r\ny",
        "x\ry",
        "\n",
        " ",
        "\t",
    ),
    *("\ufeffx", "x\ufeff", "x\x85y", "x\u2028y", "\u2029", "\xa0", "\u200f\u05d0", "e\u0301"),
    *("\x00", "\x1b[0m", "\x7f", "\x9f", "\ufffe", "\uffff", "\U0001f600", "\U0010ffff", "𐍈" * 200),
    *("٢٠٢١", "x" * 199 + "é", "a b " * 40, "/a~b"),
)

WIDE = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
TEXTS = st.one_of(WIDE, st.sampled_from(TRICKY), st.text("ab ", min_size=1, max_size=4))
# Unmistakable: whoever meets one of these in a message has found a value that was quoted.
TOKENS = st.integers(0, 16**6 - 1).map(lambda number: f"ZQ{number:06X}QZ")


@cache
def objects(cls: type, texts: Strategy = TEXTS) -> Strategy:
    """Plain objects of the record class *cls*: what it requires, and a few members more."""
    return testing.objects(cls, texts)


def cases(texts: Strategy = TEXTS) -> Strategy:
    """Cases as plain objects."""
    return objects(Case, texts)


@cache
def documents(texts: Strategy = TEXTS) -> Strategy:
    """Cases, and a few shared documents, as plain objects."""
    return st.one_of(cases(texts), cases(texts), cases(texts), objects(SharedDocument, texts))
