"""
Tables as one page that needs no other file and runs no script: a chart for each, and the figures.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from rednotice.tables import charts
from rednotice.tables.words import HIDDEN, TITLE, about, counts_of, gaps, notes, shown
from rednotice.web_pages import head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rednotice.tables.making import Table, Tabulation


def text_of(made: Tabulation) -> str:
    """
    The page of *made*.
    """
    return "\n".join([_HEAD, *_body(made), "</main>", "</body>", "</html>", ""])


def _body(made: Tabulation) -> Iterator[str]:
    yield f"<h1>{TITLE}</h1>"
    yield f"<p>{escape(about(made))}</p>"
    yield '<section aria-labelledby="how"><h2 id="how">How to read the figures</h2>'
    yield from (f"<p>{escape(note)}</p>" for note in notes(made))
    yield "</section>"
    yield '<nav aria-labelledby="which"><h2 id="which">Tables</h2><ul>'
    for table in made.tables:
        yield f'<li><a href="#{table.name}">{escape(table.title)}</a></li>'
    yield "</ul></nav>"
    for table in made.tables:
        yield from _section(table, made)


def _section(table: Table, made: Tabulation) -> Iterator[str]:
    name = table.name
    yield f'<section aria-labelledby="{name}"><h2 id="{name}">{escape(table.title)}</h2>'
    yield f"<p>{escape(counts_of(table))}</p>"
    yield f"<p>{escape(gaps(table, made))}</p>"
    yield '<figure><div class="wide" tabindex="0" role="group"'
    yield f'aria-label="Chart: {escape(table.title)}">'
    yield from charts.lines(table)
    yield "</div></figure>"
    yield f'<p>The same in <a href="{name}.csv">{name}.csv</a>.</p>'
    yield f'<div class="wide" tabindex="0" role="group" aria-label="Table: {escape(table.title)}">'
    yield from _table(table)
    yield "</div></section>"


def _table(table: Table) -> Iterator[str]:
    first, *others = table.axes
    columns = others[0].values if others else (("", "Cases"),)
    yield f"<table><caption>{escape(table.title)}</caption><thead><tr>"
    yield f'<th scope="col">{escape(first.dimension.title)}</th>'
    yield from (f'<th scope="col">{escape(called)}</th>' for _, called in columns)
    yield "</tr></thead><tbody>"
    for value, called in first.values:
        yield f'<tr><th scope="row">{escape(called)}</th>'
        for code, _ in columns:
            yield _cell(table.figure(*((value, code) if others else (value,))))
        yield "</tr>"
    yield "</tbody></table>"


def _cell(figure: int | None) -> str:
    said = shown(figure)
    return f'<td class="{HIDDEN}">{said}</td>' if figure is None else f"<td>{said}</td>"


_STYLE = """\
main { max-width: 60rem; margin: 0 auto; }
main > section > p { max-width: 42rem; }
h1 { font-size: 1.8rem; } h2 { font-size: 1.3rem; margin-top: 2.5rem; }
a { color: var(--link); }
figure { margin: 1rem 0; }
.wide { overflow-x: auto; }
.wide:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
svg { display: block; height: auto; }
svg text { fill: var(--ink); font: 14px system-ui, sans-serif; }
svg .bar { fill: var(--bar); }
svg .axis { stroke: var(--line); }
svg .quiet { fill: var(--quiet); font-style: italic; }
svg .cross { stroke: var(--quiet); stroke-width: 1.5; }
table { border-collapse: collapse; margin: 1rem 0; }
caption { text-align: left; font-weight: bold; padding: 0.3rem 0; }
th, td { padding: 0.3rem 0.6rem; border: 1px solid var(--line); text-align: right; }
th { background: var(--soft); vertical-align: bottom; }
th:first-child { text-align: left; }
td { font-variant-numeric: tabular-nums; }
td.hidden { color: var(--quiet); font-style: italic; }
@media (max-width: 40rem) {
  body { padding: 0.75rem; }
  th, td { padding: 0.25rem 0.4rem; }
}
@media print {
  .wide { overflow: visible; }
  tr, figure { break-inside: avoid; }
}
"""
_HEAD = head(
    "Cases in figures",
    _STYLE,
    light="--bar: #2f6690; --quiet: #595959;",
    dark="--bar: #7fb4dc; --quiet: #b0b0b0;",
    indexed=True,
)
