"""
Draw the records of a case: rows of boxes, and arrows between them, as an SVG.

The drawing has no colours of its own. Its classes take them from the page, in light and in dark.
"""

from __future__ import annotations

import re
import textwrap
from html import escape
from itertools import accumulate
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_WIDTH = 780  # units, of which one is a pixel where there is room
_MARGIN = 38  # left and right of the boxes, for the lines along the side
_FRAME = 12  # around the boxes of a row
_GAP = 22  # between two boxes of a row
_BETWEEN = 76  # between two rows, for the arrows and the title of the row
_LINE = 15
_PADDING = 9
_LETTER = 6.4  # width of a letter of the small text, at most


@attrs.frozen
class Box:
    """
    A member of the case: the page of its records, what it means, the records that they hold, and
    the members whose records they name.
    """

    name: str
    page: str
    says: str = ""
    holds: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@attrs.frozen
class Band:
    """
    A row of boxes with a title.
    """

    title: str
    boxes: tuple[Box, ...]


@attrs.frozen
class _Placed:
    """
    A box and where it stands; *row* counts from the top.
    """

    box: Box
    row: int
    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def middle(self) -> float:
        return self.left + self.width / 2


def drawn(whole: Box, bands: Sequence[Band], beside: Box) -> str:
    """
    Draw the case *whole* with its *bands*, and the document *beside* it.
    """
    rows = [(whole,), *(band.boxes for band in bands), (beside,)]
    tops = list(accumulate((_height(row) + _BETWEEN for row in rows), initial=10.0))
    placed = [one for row, boxes in enumerate(rows) for one in _row(row, boxes, tops[row])]
    height = tops[-1] - _BETWEEN + 10
    return "\n".join(
        [
            f'<svg class="picture" viewBox="0 0 {_WIDTH} {height:g}" role="group"{_LABEL}>',
            _HEAD,
            *(_frame(band, top) for band, top in zip(bands, tops[1:], strict=False)),
            *_sides(placed, len(bands)),
            *_arrows(placed, len(bands) - 1),
            *map(_box, placed),
            "</svg>",
        ]
    )


_LABEL = ' aria-label="The records of a case, and which name which"'
_HEAD = (
    '<defs><marker id="arrow-head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7"'
    ' markerHeight="7" orient="auto-start-reverse"><path d="M0 0 8 4 0 8z" /></marker></defs>'
)


def _wide(boxes: Sequence[Box]) -> float:
    return (_WIDTH - 2 * _MARGIN - _GAP * (len(boxes) - 1)) / len(boxes)


def _height(boxes: Sequence[Box]) -> float:
    lines = max(len(_lines(box, _wide(boxes))) for box in boxes)
    return _LINE * (lines + 1) + 2 * _PADDING + 6


def _lines(box: Box, width: float) -> list[tuple[str, str]]:
    """
    The lines below the name, each with its class: what the member means, and what it holds.
    """
    letters = int((width - 2 * _PADDING) / _LETTER)
    meaning = re.split(r"[.;] ", box.says)[0].removesuffix(".")
    texts = {"says": meaning, "holds": ", ".join(box.holds)}
    return [
        (kind, line)
        for kind, text in texts.items()
        for line in textwrap.wrap(text, letters, break_long_words=False)
    ]


def _row(row: int, boxes: Sequence[Box], top: float) -> Iterator[_Placed]:
    width, height = _wide(boxes), _height(boxes)
    for number, box in enumerate(boxes):
        yield _Placed(box, row, _MARGIN + number * (width + _GAP), top, width, height)


def _frame(band: Band, top: float) -> str:
    x, y = _MARGIN - _FRAME, top - _FRAME - _LINE
    wide, high = _WIDTH - 2 * x, _height(band.boxes) + 2 * _FRAME + _LINE
    return (
        f'<rect class="row" x="{x}" y="{y:g}" width="{wide}" height="{high:g}" rx="8" />'
        f'<text class="row" x="{_MARGIN}" y="{top - 10:g}">{escape(band.title)}</text>'
    )


def _box(one: _Placed) -> str:
    left, baseline = one.left + _PADDING, one.top + _PADDING + _LINE - 4
    parts = [
        f'<a href="../records/{one.box.page}">',
        f'<rect x="{one.left:g}" y="{one.top:g}" rx="5"',
        f' width="{one.width:g}" height="{one.height:g}" />',
        f'<text class="name" x="{left:g}" y="{baseline:g}">{escape(one.box.name)}</text>',
    ]
    for number, (kind, line) in enumerate(_lines(one.box, one.width), 1):
        y = baseline + number * _LINE + (6 if kind == "holds" else 2)
        parts.append(f'<text class="{kind}" x="{left:g}" y="{y:g}">{escape(line)}</text>')
    return "".join([*parts, "</a>"])


def _arrows(placed: Sequence[_Placed], word: int) -> Iterator[str]:
    """
    An arrow for each reference to the same row or to one beside it. The lines along the side stand
    for the others, and for every reference to a source.
    """
    by_name = {one.box.name: one for one in placed}
    for one in placed:
        for other in (by_name[name] for name in one.box.names):
            near = one.row == other.row or (abs(other.row - one.row) == 1 and other.row != word)
            if other is not one and near:
                yield _path("arrow", _way(one, other))


def _way(one: _Placed, other: _Placed) -> str:
    if one.row == other.row:
        return _along(one, other)
    start, end = (one.top, other.bottom) if other.row < one.row else (one.bottom, other.top)
    lean = 0.25 * (other.middle - one.middle)
    begin, finish = one.middle + _within(lean, one), other.middle - _within(lean, other)
    half = (start + end) / 2
    return f"M{begin:g} {start:g}C{begin:g} {half:g} {finish:g} {half:g} {finish:g} {end:g}"


def _within(lean: float, one: _Placed) -> float:
    return max(-0.4 * one.width, min(0.4 * one.width, lean))


def _along(one: _Placed, other: _Placed) -> str:
    """
    From a box to another of its row: straight to its neighbour, else below the boxes between them.
    """
    if abs(other.middle - one.middle) < one.width + 2 * _GAP:
        start, end = (one.right, other.left) if other.left > one.left else (one.left, other.right)
        y = one.top + one.height / 2 + (5 if other.left > one.left else -5)
        return f"M{start:g} {y:g}H{end:g}"
    start, end, y, deep = one.middle, other.middle, one.bottom, one.bottom + 14
    return f"M{start:g} {y:g}C{start:g} {deep:g} {end:g} {deep:g} {end:g} {y:g}"


def _sides(placed: Sequence[_Placed], bands: int) -> Iterator[str]:
    """
    The lines along the side: on the left from each row to the first one, which says who acts, and
    on the right from each row to the last but one, which says by whose word.
    """
    rows = [next(one for one in placed if one.row == row) for row in range(1, bands + 1)]
    heights = [one.top + one.height / 2 for one in rows]
    left, right = _MARGIN - _FRAME, _WIDTH - _MARGIN + _FRAME
    yield from _side(left, 8, heights[0], heights[1:])
    word = heights[bands - 2]
    yield from _side(right, _WIDTH - 8, word, [*heights[: bands - 2], heights[-1]])


def _side(edge: float, x: float, to: float, others: Iterable[float]) -> Iterator[str]:
    for y in others:
        yield _path("side", f"M{edge:g} {y:g}H{x:g}V{to:g}H{edge:g}")


def _path(name: str, way: str) -> str:
    return f'<path class="{name}" d="{way}" marker-end="url(#arrow-head)" />'
