"""Documents that were right before somebody typed something into them."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any

from hypothesis import strategies as st
from strategies import TEXTS, TRICKY, Strategy, documents

Path = tuple[str | int, ...]

EMPTIES = (None, "", [], {})
OTHER_VALUES = (
    *(True, False, 0, 1, -1, 1.0, 1.5, 0.1, 70, 2**53 - 1, 2**53, -(2**53)),
    *(10**30, 1e300, -0.0, "x", ["x"], [[]], [None], {"a": 1}, "red", "TJ", "2021", "s1", "1.0"),
    *EMPTIES,
)
others = st.sampled_from(OTHER_VALUES).map(copy.deepcopy) | st.sampled_from(TRICKY)
empties = st.sampled_from(EMPTIES).map(copy.deepcopy)
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def places(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value within *value* with its path, the whole first."""
    yield path, value
    parts: Any = ()
    if isinstance(value, dict):
        parts = value.items()
    elif isinstance(value, list):
        parts = enumerate(value)
    for name, part in parts:
        yield from places(part, (*path, name))


def at(value: Any, path: Path) -> Any:
    """What stands at *path* in *value*."""
    for part in path:
        value = value[part]
    return value


def nested(levels: int) -> Any:
    """A list in a list, and so on, *levels* deep."""
    inner: Any = "x"
    for _ in range(levels):
        inner = [inner]
    return inner


# What one slip of the hand makes of the value that it strikes. A change gets the value, and a
# source of chance with which it can choose among words that may be no values of this format.

Change = Callable[[Any, st.DrawFn, Strategy], Any]


def _other(_value: Any, draw: st.DrawFn, _words: Strategy) -> Any:
    return draw(others)


def _emptied(_value: Any, draw: st.DrawFn, _words: Strategy) -> Any:
    return draw(empties)


def _lengthened(value: Any, _draw: st.DrawFn, _words: Strategy) -> Any:
    return value + "x" * 200 if isinstance(value, str) else value


def _word(_value: Any, draw: st.DrawFn, words: Strategy) -> Any:
    return draw(words)


def _listed(value: Any, _draw: st.DrawFn, _words: Strategy) -> Any:
    return [value]


def _unlisted(value: Any, _draw: st.DrawFn, _words: Strategy) -> Any:
    return value[0] if isinstance(value, list) and value else value


def _respelt(value: Any, draw: st.DrawFn, _words: Strategy) -> Any:
    if isinstance(value, str):
        slips = (f"{value}\n", f" {value}", value.upper(), value.translate(ARABIC), value[:-1])
        return draw(st.sampled_from(slips))
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return draw(st.sampled_from((float(value), str(value), -value)))
    return value


def _doubled(value: Any, _draw: st.DrawFn, _words: Strategy) -> Any:
    return [*value, *value] if isinstance(value, list) else value


def _reversed(value: Any, _draw: st.DrawFn, _words: Strategy) -> Any:
    if isinstance(value, list):
        return value[::-1]
    return dict(reversed(value.items())) if isinstance(value, dict) else value


def _exchanged(value: Any, _draw: st.DrawFn, _words: Strategy) -> Any:
    if not isinstance(value, dict) or not value:
        return value
    return dict(zip(value, [*list(value.values())[1:], next(iter(value.values()))], strict=True))


def _more(value: Any, draw: st.DrawFn, words: Strategy) -> Any:
    if not isinstance(value, dict):
        return value
    names = st.sampled_from(["sources", "issued", "Id", "extensions", "shared", "missing", "text"])
    return value | {draw(names | words): draw(words | others)}


def _renamed(value: Any, draw: st.DrawFn, words: Strategy) -> Any:
    if not isinstance(value, dict) or not value:
        return value
    old = draw(st.sampled_from(sorted(value)))
    new = draw(words | st.just(f"{old}s"))
    return {new if name == old else name: part for name, part in value.items()}


def _fewer(value: Any, draw: st.DrawFn, _words: Strategy) -> Any:
    if isinstance(value, list):
        return value[1:]
    if not isinstance(value, dict) or not value:
        return value
    gone = draw(st.sampled_from(sorted(value)))
    return {name: part for name, part in value.items() if name != gone}


def _deep(value: Any, draw: st.DrawFn, _words: Strategy) -> Any:
    if not isinstance(value, dict):
        return value
    return value | {"extensions": {"org.example": nested(draw(st.sampled_from([31, 32, 33, 60])))}}


CHANGES: tuple[Change, ...] = (
    *(
        _other,
        _emptied,
        _lengthened,
        _word,
        _listed,
        _unlisted,
        _respelt,
        _doubled,
        _reversed,
        _exchanged,
        _more,
    ),
    *(_renamed, _fewer, _deep),
)


def _put(value: Any, path: Path, new: Any) -> Any:
    """*value* with *new* at *path*; it is altered, unless it is replaced as a whole."""
    if not path:
        return new
    at(value, path[:-1])[path[-1]] = new
    return value


@st.composite
def mutated(draw: st.DrawFn, texts: Strategy = TEXTS, words: Strategy = TEXTS) -> Any:
    """One of `documents` after one or two slips, of which some do no harm."""
    value = copy.deepcopy(draw(documents(texts)))
    for _ in range(draw(st.integers(1, 2))):
        path, struck = draw(st.sampled_from(list(places(value))))
        value = _put(value, path, draw(st.sampled_from(CHANGES))(struck, draw, words))
    return value
