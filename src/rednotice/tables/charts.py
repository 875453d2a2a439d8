"""
Charts of tables, drawn as SVG that follows the colours of its page.

Whoever cannot see a chart is told what it shows; all figures stand in the table behind it. There is
no map: borders are disputed, and an area says nothing of a number of cases.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from math import sqrt
from typing import TYPE_CHECKING

from rednotice.tables.words import HIDDEN, shown

if TYPE_CHECKING:
    from rednotice.tables.making import Table

_WIDTH = 400  # of a chart of bars, so that its letters can be read on a phone
_BAR, _STEP, _ROOM = 12, 40, 70
_CELL, _LETTER = 34, 7.2  # the side of a cell of a grid, and the width of a letter
_SHORT = 24  # letters of a label at the head of a column


def lines(table: Table) -> Iterator[str]:
    """
    The chart of *table*, line by line: bars for one dimension, a grid of circles for two.
    """
    yield from _bars(table) if len(table.axes) == 1 else _grid(table)


def _bars(table: Table) -> Iterator[str]:
    values = table.axes[0].values
    height = _STEP * len(values) + 4
    yield from _begin(table, _WIDTH, height, _said_of_bars(table))
    greatest = max((table.figure(code) or 0 for code, _ in values), default=0) or 1
    for row, (code, called) in enumerate(values):
        top = _STEP * row
        figure = table.figure(code)
        yield f'<text x="0" y="{top + 14}">{escape(called)}</text>'
        if figure is None:
            yield f'<text x="0" y="{top + 32}" class="quiet">{HIDDEN}</text>'
            continue
        wide = round((_WIDTH - _ROOM) * figure / greatest, 1)
        yield f'<rect class="bar" x="0" y="{top + 20}" width="{wide}" height="{_BAR}" />'
        yield f'<text x="{wide + 6}" y="{top + 31}">{figure:,}</text>'
    yield "</svg>"


def _grid(table: Table) -> Iterator[str]:
    rows, columns = (axis.values for axis in table.axes)
    left = round(max(len(called) for _, called in rows) * _LETTER) + 12
    top = round(min(max(len(called) for _, called in columns), _SHORT) * _LETTER * 0.8) + 16
    slant = round(min(len(columns[-1][1]), _SHORT) * _LETTER * 0.6)
    width, height = left + _CELL * len(columns) + slant, top + _CELL * len(rows) + 2
    yield from _begin(table, width, height, _said_of_grid(table))
    for at, (_, called) in enumerate(columns):
        x = left + _CELL * at + _CELL // 2
        place = f'x="{x}" y="{top - 6}" transform="rotate(-55 {x} {top - 6})"'
        yield f"<text {place}>{escape(_short(called))}</text>"
    greatest = max((one for one in table.figures.values() if one), default=1)
    for row, (code, called) in enumerate(rows):
        y = top + _CELL * row + _CELL // 2
        edge, end = top + _CELL * row, left + _CELL * len(columns)
        yield f'<line class="axis" x1="0" y1="{edge}" x2="{end}" y2="{edge}" />'
        yield f'<text x="0" y="{y + 5}">{escape(called)}</text>'
        for at, (beside, _) in enumerate(columns):
            x = left + _CELL * at + _CELL // 2
            yield from _mark(table.figure(code, beside), x, y, greatest)
    yield "</svg>"


def _mark(figure: int | None, x: int, y: int, greatest: int) -> Iterator[str]:
    if figure is None:
        yield f'<path class="cross" d="M{x - 4} {y - 4}l8 8m0 -8l-8 8" />'
    elif figure:
        radius = round((_CELL / 2 - 2) * sqrt(figure / greatest), 1)
        yield f'<circle class="bar" cx="{x}" cy="{y}" r="{radius}" />'


def _short(called: str) -> str:
    return called if len(called) <= _SHORT else f"{called[: _SHORT - 1]}…"


def _begin(table: Table, width: int, height: int, said: str) -> Iterator[str]:
    name = table.name
    yield f'<svg viewBox="0 0 {width} {height}" width="{width}" role="img"'
    yield f'style="max-width: {"100%" if len(table.axes) == 1 else "none"}"'
    yield f'aria-labelledby="{name}-title {name}-said">'
    yield f'<title id="{name}-title">{escape(table.title)}</title>'
    yield f'<desc id="{name}-said">{escape(said)}</desc>'


def _said_of_bars(table: Table) -> str:
    figures = (f"{called} {shown(table.figure(code))}" for code, called in table.axes[0].values)
    return f"Bars: {', '.join(figures)}."


def _said_of_grid(table: Table) -> str:
    rows, columns = (axis.dimension.title for axis in table.axes)
    return (
        f"A grid with a row for each value of {rows}, and a column for each of {columns}. The area"
        " of a circle is the number of cases; a cross stands for a hidden figure, and an empty"
        " place for 0. The table below has all figures."
    )
