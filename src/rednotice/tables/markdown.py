"""
Tables in Markdown, to paste into a report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rednotice.tables.words import TITLE, about, counts_of, gaps, notes, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rednotice.tables.making import Table, Tabulation

_ESCAPED = str.maketrans({"|": "\\|", "*": "\\*", "_": "\\_", "<": "&lt;"})


def text_of(made: Tabulation) -> str:
    """
    The tables of *made* as one page.
    """
    return "\n".join(_lines(made)) + "\n"


def _lines(made: Tabulation) -> Iterator[str]:
    yield f"# {TITLE}"
    yield ""
    yield about(made)
    for note in notes(made):
        yield ""
        yield note
    for table in made.tables:
        yield ""
        yield f"## {table.title}"
        yield ""
        yield f"{counts_of(table)} {gaps(table, made)}"
        yield ""
        yield from _table(table)


def _table(table: Table) -> Iterator[str]:
    first, *others = table.axes
    columns = others[0].values if others else (("", "Cases"),)
    yield _row([first.dimension.title, *(called for _, called in columns)])
    yield _row(["---", *("--:" for _ in columns)], plain=True)
    for value, called in first.values:
        beside = ((value, code) if others else (value,) for code, _ in columns)
        yield _row([called, *(shown(table.figure(*values)) for values in beside)])


def _row(cells: Iterable[str], *, plain: bool = False) -> str:
    return f"| {' | '.join(cell if plain else cell.translate(_ESCAPED) for cell in cells)} |"
