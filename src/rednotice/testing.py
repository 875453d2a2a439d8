"""
The door to Hypothesis: strategies for records, read off the model.

``hypothesis.strategies.from_type(Case)`` works without an import of this module: Hypothesis finds
it by its entry point.
"""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

from hypothesis import strategies as st

from rednotice import codelists
from rednotice.model import Case
from rednotice.records import evolve, fields_of, is_record
from rednotice.records.essentials import needed_essentials
from rednotice.records.limits import Between, Exactly, Length, MemberNames
from rednotice.records.shapes import Free, Many, Mapped, Nested, Scalar, Shape
from rednotice.types.codes import Codes
from rednotice.types.dates import PartialDate
from rednotice.types.durations import Duration
from rednotice.types.numbers import GREATEST

__all__ = ["cases", "dates", "durations", "objects", "records"]

R = TypeVar("R")
Strategy = st.SearchStrategy[Any]

_TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)


def records(cls: type[R], **fixed: Any) -> st.SearchStrategy[R]:
    """
    Records of the class *cls*: what it requires, and a few members more.

    >>> from rednotice import Notice
    >>> records(Notice, kind="red").example().kind  # doctest: +SKIP
    'red'

    The schema accepts them. Rules may find something in them: references are drawn at random.

    Args:
        cls: The class of the records.
        fixed: The value of a member, or a strategy for it.

    Raises:
        TypeError: If *cls* is no record class.
    """
    if not is_record(cls):
        raise TypeError("only a record class has records, such as rednotice.Case")
    plain: Strategy = objects(cls)  # type: ignore[arg-type]  # a class has a hash

    @st.composite
    def record(draw: st.DrawFn) -> R:
        from rednotice.verbs.reading import from_dict  # it reads the schema

        made: Any = from_dict(draw(plain), cls)
        drawn = {
            name: draw(one) if isinstance(one, st.SearchStrategy) else one
            for name, one in fixed.items()
        }
        changed: R = evolve(made, **drawn) if drawn else made
        return changed

    return record()


def cases(**fixed: Any) -> st.SearchStrategy[Case]:
    """
    Cases; *fixed* as `records` has it.
    """
    return records(Case, **fixed)


@cache
def objects(cls: Any, texts: Strategy = _TEXTS) -> st.SearchStrategy[dict[str, Any]]:
    """
    Records of the class *cls* as plain objects, with their prose from *texts*.
    """
    fields = {field.name: _values(field.shape, texts) for field in fields_of(cls)}
    required = [field.name for field in fields_of(cls) if field.required]
    optional = [name for name in fields if name not in required]
    some = st.lists(st.sampled_from(optional), unique=True, max_size=5, min_size=not required)
    needed = st.sampled_from(needed_essentials(cls)) if needed_essentials(cls) else None

    @st.composite
    def object_of(draw: st.DrawFn) -> dict[str, Any]:
        names = [*required, *(draw(some) if optional else ())]
        if needed is not None:
            names = [*dict.fromkeys([*names, draw(needed)])]
        return {name: draw(fields[name]) for name in names}

    return object_of()


def dates() -> st.SearchStrategy[PartialDate]:
    """
    Dates as precise as a source may have them.
    """
    return _dates().map(PartialDate)


def durations() -> st.SearchStrategy[Duration]:
    """
    Durations in whole units.
    """
    return _durations().map(Duration)


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
    ranges = st.one_of(*(st.tuples(few, few).map("..".join) for few in (years, months, days)))
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


_IDS = st.tuples(st.sampled_from("abnpsx"), st.text("abz019_-", max_size=4)).map("".join)
_REFERENCES = st.one_of(_IDS, _IDS.map("shared:{}".format))
_ABOUT = st.one_of(
    _REFERENCES, st.tuples(_REFERENCES, st.sampled_from(["date", "of"])).map(".".join)
)


def _class_words(name: str) -> Strategy:
    return st.sampled_from([f"class:{code.code}" for code in codelists.codelist(name)])


@cache
def _known() -> dict[str, Strategy]:
    """
    The strategies for types of texts, by the names of the types.
    """
    return {
        "About": _ABOUT,
        "Duration": _durations(),
        "Id": _IDS | st.just("a" * 64),
        "PartialDate": _dates(),
        "ConcernedReference": _REFERENCES | _class_words("concerned"),
        "Reference": _REFERENCES,
        "SpeakerReference": _REFERENCES | _class_words("speakers"),
    }


_FOREIGN = st.sampled_from(["interpol-2023:914", "org:ICC", "x-a:0", f"x-{'v' * 30}:{'9' * 200}"])


def _scalar(shape: Scalar, texts: Strategy) -> Strategy:
    limit: Any = shape.limits[0] if shape.limits else None
    match limit:
        case None:
            return st.booleans()
        case Codes():
            own = st.sampled_from(sorted(limit.codelist.codes))
            return own | _FOREIGN if limit.codelist.open else own
        case Exactly(value):
            return st.just(value)
        case Length(_, high):
            return texts.map(lambda text: text[:high])
        case Between(low, high) if shape.base is int:
            whole = st.integers(int(low), int(high))
            return whole | st.integers(int(low), 9) | whole.map(float)
        case Between(low, high):
            return st.floats(low, high) | st.integers(-int(-low // 1), int(high))
    if shape.named and shape.named.name in _known():
        return _known()[shape.named.name]
    return _matching(limit.pattern)


@cache
def _matching(pattern: str) -> Strategy:
    ascii_only = st.characters(codec="ascii")
    return st.from_regex(pattern[1:-1], fullmatch=True, alphabet=ascii_only)


_NUMBERS = st.one_of(
    st.integers(-9, 9),
    st.integers(-GREATEST, GREATEST),
    st.floats(-GREATEST, GREATEST),
    st.integers(-9, 9).map(float),
)


def _plain(texts: Strategy) -> Strategy:
    one = st.one_of(texts, _NUMBERS, st.booleans())
    return one | st.lists(one, min_size=1, max_size=3)


def _json(texts: Strategy) -> Strategy:
    leaves = st.one_of(
        texts, st.none(), st.booleans(), _NUMBERS, st.builds(str), st.builds(list), st.builds(dict)
    )
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.lists(inner, max_size=3), st.dictionaries(texts | st.just(""), inner, max_size=3)
        ),
        max_leaves=6,
    )


def _names(keys: Any) -> Strategy:
    return st.sampled_from(keys.names) if isinstance(keys, MemberNames) else _matching(keys.pattern)


def _values(shape: Shape, texts: Strategy) -> Strategy:
    """Plain values of *shape*, with their prose from *texts*."""
    match shape:
        case Scalar():
            return _scalar(shape, texts)
        case Many(item):
            unique = isinstance(item, Scalar)
            return st.lists(_values(item, texts), min_size=1, max_size=2, unique=unique)
        case Nested(cls):
            return objects(cls, texts)
        case Mapped(keys, each):
            return st.dictionaries(_names(keys), _values(each, texts), min_size=1, max_size=3)
        case Free(_, named):
            return _plain(texts) if named.name == "PlainValue" else _json(texts)
