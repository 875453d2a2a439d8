"""Documents that the model allows, read off its fields, each member as likely as another."""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from rednotice.model import Case, SharedDocument
from rednotice.records import fields_of
from rednotice.records.limits import Between, Exactly, Length, Limit, MemberNames
from rednotice.records.shapes import Free, Many, Mapped, Nested, Scalar, Shape
from rednotice.types.codes import Codes
from rednotice.types.numbers import GREATEST

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


# Values of one shape


def _dates() -> Strategy:
    years = st.integers(1, 9999).map("{:04}".format)
    months = st.tuples(years, st.integers(1, 12)).map(lambda parts: "{}-{:02}".format(*parts))
    days = st.dates().map(str)
    open_digits = st.one_of(
        st.integers(0, 999).map("{:03}X".format),
        st.integers(0, 99).map("{:02}XX".format),
        years.map("{}-XX".format),
        years.map("{}-XX-XX".format),
        months.map("{}-XX".format),
        months.map("{}-2X".format),
    )
    plain = st.one_of(years, months, days)
    marked = st.tuples(st.one_of(plain, open_digits), st.sampled_from(["", "?", "~", "%"]))
    dates = marked.map("".join)
    pairs = st.tuples(dates, dates)
    ranges = st.one_of(st.tuples(few, few).map("..".join) for few in (years, months, days))
    return st.one_of(
        plain,
        dates,
        pairs.map("/".join),
        st.tuples(dates, st.sampled_from(["{}/..", "{}/", "../{}", "/{}"])).map(
            lambda parts: parts[1].format(parts[0])
        ),
        st.lists(plain | ranges, min_size=1, max_size=3).map(lambda dates: f"[{','.join(dates)}]"),
        st.tuples(plain, plain).map("[..{0[0]},{0[1]}..]".format),
    )


def _durations() -> Strategy:
    number = st.integers(0, 999_999)
    return st.one_of(
        st.tuples(number, st.sampled_from(["P{}Y", "P{}M", "P{}D", "P{}W", "PT{}H", "PT{}S"])).map(
            lambda parts: parts[1].format(parts[0])
        ),
        st.tuples(number, number, number).map("P{0[0]}Y{0[1]}MT{0[2]}M".format),
    )


IDS = st.tuples(st.sampled_from("abnpsx"), st.text("abz019_-", max_size=4)).map("".join)
REFERENCES = st.one_of(IDS, IDS.map("shared:{}".format))
ABOUT = st.one_of(REFERENCES, st.tuples(REFERENCES, st.sampled_from(["date", "of"])).map(".".join))
KNOWN: dict[str, Strategy] = {
    "About": ABOUT,
    "Duration": _durations(),
    "Id": IDS | st.just("a" * 64),
    "PartialDate": _dates(),
    "Reference": REFERENCES,
}
FOREIGN = st.sampled_from(["interpol-2023:914", "org:ICC", "x:0", f"{'v' * 32}:{'9' * 200}"])


def _scalar(shape: Scalar, texts: Strategy) -> Strategy:
    limit = shape.limits[0] if shape.limits else None
    match limit:
        case None:
            return st.booleans()
        case Codes():
            own = st.sampled_from(sorted(limit.codelist.codes))
            return own | FOREIGN if limit.codelist.open else own
        case Exactly(value):
            return st.just(value)
        case Length(_, high):
            return texts.map(lambda text: text[:high])
        case Between(low, high) if shape.base is int:
            whole = st.integers(int(low), int(high))
            return whole | st.integers(int(low), 9) | whole.map(float)
        case Between(low, high):
            return st.floats(low, high) | st.integers(-int(-low // 1), int(high))
    if shape.named and shape.named.name in KNOWN:
        return KNOWN[shape.named.name]
    return _matching(limit)


@cache
def _matching(limit: Any) -> Strategy:
    ascii_only = st.characters(codec="ascii")
    return st.from_regex(limit.pattern[1:-1], fullmatch=True, alphabet=ascii_only)


NUMBERS = st.one_of(
    st.integers(-9, 9),
    st.integers(-GREATEST, GREATEST),
    st.floats(-GREATEST, GREATEST),
    st.integers(-9, 9).map(float),
)


def _plain(texts: Strategy) -> Strategy:
    one = st.one_of(texts, NUMBERS, st.booleans())
    return one | st.lists(one, min_size=1, max_size=3)


def _json(texts: Strategy) -> Strategy:
    leaves = st.one_of(
        texts, st.none(), st.booleans(), NUMBERS, st.builds(str), st.builds(list), st.builds(dict)
    )
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.lists(inner, max_size=3), st.dictionaries(texts | st.just(""), inner, max_size=3)
        ),
        max_leaves=6,
    )


def _names(keys: Limit) -> Strategy:
    return st.sampled_from(keys.names) if isinstance(keys, MemberNames) else _matching(keys)


def value(shape: Shape, texts: Strategy = TEXTS) -> Strategy:
    """Plain values of *shape*, with their prose from *texts*."""
    match shape:
        case Scalar():
            return _scalar(shape, texts)
        case Many(item):
            return st.lists(value(item, texts), min_size=1, max_size=2)
        case Nested(cls):
            return objects(cls, texts)
        case Mapped(keys, each):
            return st.dictionaries(_names(keys), value(each, texts), min_size=1, max_size=3)
        case Free(_, named):
            return _plain(texts) if named.name == "PlainValue" else _json(texts)


# Objects


@cache
def objects(cls: type, texts: Strategy = TEXTS) -> Strategy:
    """Plain objects of the record class *cls*: what it requires, and a few members more."""
    fields = {field.name: value(field.shape, texts) for field in fields_of(cls)}
    required = [field.name for field in fields_of(cls) if field.required]
    optional = [name for name in fields if name not in required]
    some = st.lists(st.sampled_from(optional), unique=True, max_size=5, min_size=not required)

    @st.composite
    def object_of(draw: st.DrawFn) -> dict[str, Any]:
        names = [*required, *(draw(some) if optional else ())]
        return {name: draw(fields[name]) for name in names}

    return object_of()


def cases(texts: Strategy = TEXTS) -> Strategy:
    """Cases as plain objects."""
    return objects(Case, texts)


@cache
def documents(texts: Strategy = TEXTS) -> Strategy:
    """Cases, and a few shared documents, as plain objects."""
    return st.one_of(cases(texts), cases(texts), cases(texts), objects(SharedDocument, texts))
