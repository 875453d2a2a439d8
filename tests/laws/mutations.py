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
)
empties = st.sampled_from(EMPTIES).map(copy.deepcopy)
others = st.sampled_from(OTHER_VALUES).map(copy.deepcopy) | empties | st.sampled_from(TRICKY)
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


# What one slip of the hand makes of the value that it strikes, by the kind of value. A slip draws
# from *words* what may be no word of this format.

Slip = Callable[[Any, st.DrawFn, Strategy], Any]


def _more(value: Any, draw: st.DrawFn, words: Strategy) -> Any:
    names = st.sampled_from(["sources", "issued", "Id", "extensions", "shared", "missing", "text"])
    return value | {draw(names | words): draw(words | others)}


def _renamed(value: Any, draw: st.DrawFn, words: Strategy) -> Any:
    old = draw(st.sampled_from(sorted(value)))
    new = draw(words | st.just(f"{old}s"))
    return {new if name == old else name: part for name, part in value.items()}


def _fewer(value: Any, draw: st.DrawFn, _words: Strategy) -> Any:
    gone = draw(st.sampled_from(sorted(value)))
    return {name: part for name, part in value.items() if name != gone}


def _exchanged(value: Any, _draw: st.DrawFn, _words: Strategy) -> Any:
    parts = list(value.values())
    return dict(zip(value, [*parts[1:], parts[0]], strict=True))


def _deep(value: Any, draw: st.DrawFn, _words: Strategy) -> Any:
    return value | {"extensions": {"org.example": nested(draw(st.sampled_from([31, 32, 33, 60])))}}


def _turned(value: Any, _draw: st.DrawFn, _words: Strategy) -> Any:
    return dict(reversed(value.items()))


def _rearranged(value: Any, draw: st.DrawFn, _words: Strategy) -> Any:
    return draw(st.sampled_from((value[1:], [*value, *value], value[::-1], value[0])))


def _respelt(value: Any, draw: st.DrawFn, _words: Strategy) -> Any:
    slips = (
        *(f"{value}\n", f" {value}", value.upper(), value.translate(ARABIC), value[:-1], ""),
        *(value + "x" * 200, f"{value}x", f"x:{value}", "", value.replace("-", "–")),
    )
    return draw(st.sampled_from(slips))


def _recounted(value: Any, draw: st.DrawFn, _words: Strategy) -> Any:
    return draw(st.sampled_from((float(value), str(value), -value, bool(value), value + 0.5)))


def _other(_value: Any, draw: st.DrawFn, _words: Strategy) -> Any:
    return draw(others)


def _word(_value: Any, draw: st.DrawFn, words: Strategy) -> Any:
    return draw(words)


def _emptied(_value: Any, draw: st.DrawFn, _words: Strategy) -> Any:
    return draw(empties)


def _listed(value: Any, _draw: st.DrawFn, _words: Strategy) -> Any:
    return [value]


ANY: tuple[Slip, ...] = (_other, _word, _emptied, _listed)
OF_OBJECTS: tuple[Slip, ...] = (_more, _renamed, _fewer, _exchanged, _deep, _turned)


def _slips(value: Any) -> tuple[Slip, ...]:
    """The slips that *value* can come to."""
    match value:
        case dict() if value:
            return (*OF_OBJECTS, *ANY)
        case list() if value:
            return (_rearranged, *ANY)
        case str():
            return (_respelt, _respelt, *ANY)
        case int() | float():
            return (_recounted, *ANY)
    return ANY


def _slipped(draw: st.DrawFn, value: Any, words: Strategy) -> Any:
    """*value* after one slip; it is altered, unless it is replaced as a whole."""
    path, struck = draw(st.sampled_from(list(places(value))))
    new = draw(st.sampled_from(_slips(struck)))(struck, draw, words)
    if not path:
        return new
    at(value, path[:-1])[path[-1]] = new
    return value


@st.composite
def mutants(
    draw: st.DrawFn, texts: Strategy = TEXTS, words: Strategy = TEXTS, most: int = 8
) -> list[Any]:
    """A few documents that one of `documents` came to by a slip or two; some did no harm."""
    document = draw(documents(texts))
    found = []
    for _ in range(draw(st.integers(1, most))):
        value = _slipped(draw, copy.deepcopy(document), words)
        found.append(_slipped(draw, value, words) if draw(st.integers(0, 3)) == 0 else value)
    return found


def mutated(texts: Strategy = TEXTS, words: Strategy = TEXTS) -> Strategy:
    """One such document."""
    return mutants(texts, words, most=1).map(lambda found: found[0])
