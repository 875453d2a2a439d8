"""
The forms of a risk report: text, JSON, Markdown and one HTML page.

All but JSON say the same, as sections of sentences and tables.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from html import escape
from typing import TYPE_CHECKING

import attrs

from rednotice.risks.report import RISKS, SMALL
from rednotice.web_pages import head

if TYPE_CHECKING:
    from rednotice.risks.report import RiskReport

_MOST = 20  # combinations that are shown
_MARKS = re.compile(r"([\\`*_{}\[\]<>()#+!|~@$&])")
_LIMITS = (
    "The numbers are about these cases and these members alone. They say nothing of what neighbours"
    " know, of other releases, or of who can be told from a text. Nobody can promise that no person"
    " can be told."
)
Rows = tuple[tuple[str, ...], ...]


@attrs.frozen
class Section:
    """
    A part of the report: sentences, and a table whose first row is its head.
    """

    title: str
    said: tuple[str, ...] = ()
    rows: Rows = ()


def sections(report: RiskReport) -> Iterator[Section]:
    """
    The report, part by part.
    """
    yield _verdict(report)
    yield _classes(report)
    yield _combinations(report)
    yield _sequences(report)
    if report.register is not None:
        yield _register(report)
    yield _left_out(report)
    yield Section("What this report cannot say", (_LIMITS,))


def _verdict(report: RiskReport) -> Section:
    accepted = {one.risk: one for one in report.accepted}
    rows = [("Risk", "What it means", "Accepted")]
    for name in report.risks:
        one = accepted.get(name)
        rows.append((name, RISKS[name], f"{one.reason} ({one.by})" if one else "no"))
    unused = [name for name in accepted if name not in report.risks]
    said = [
        f"{report.cases:,} cases. Policy: {report.policy}. Audience: {report.audience}.",
        f"Risks found: {len(report.risks)}; not accepted: {len(report.open)}.",
    ]
    said += [f"Accepted, but not found: {', '.join(unused)}."] if unused else []
    return Section("Risks", tuple(said), tuple(rows) if report.risks else ())


def _classes(report: RiskReport) -> Section:
    reached, asked = report.alike, report.asked
    least = "no value" if reached.l is None else str(reached.l)
    apart = "" if reached.t is None else f"; t is {reached.t:.2f}"
    either = f"{reached.k_own} if a missing value is one of its own, {reached.k_any} if it is any"
    chance = f"{report.prosecutor:.1%} at worst, and {report.marketer:.1%} on average"
    said = (
        f"k is {reached.k} ({either}); the policy asks {asked['k']}.",
        f"l is {least}; the policy asks {asked['l']}{apart}.",
        f"The chance to find the case of a person who is known to be in the release: {chance}.",
        f"In classes of fewer than {SMALL}: {report.small:,} cases.",
        f"Known to others: {_listed(report.quasi)}.",
        f"Not to be learned: {_listed(report.sensitive)}.",
    )
    rows = [("Cases in the class", "Classes")]
    rows += [(f"{size:,}", f"{count:,}") for size, count in report.sizes.items()]
    return Section("Cases that are alike", said, tuple(rows))


def _combinations(report: RiskReport) -> Section:
    found = report.combinations
    if not found:
        said = "No combination of up to three members tells a case from all others."
        return Section("Unique combinations", (said,))
    rows = [("Members", "Cases")]
    rows += [(", ".join(one.members), f"{one.cases:,}") for one in found[:_MOST]]
    more = len(found) - _MOST
    said = "The values of these members together tell so many cases from all others."
    rest = (f"The table shows {_MOST} of {len(found):,} combinations.",) if more > 0 else ()
    return Section("Unique combinations", (said, *rest), tuple(rows))


def _sequences(report: RiskReport) -> Section:
    one = report.sequences
    said = (
        f"Cases with dated events: {one.cases:,}. Alone with the order of their events:"
        f" {one.unique_by_order:,}; with the dates: {one.unique_with_dates:,}."
    )
    return Section("Sequences of events", (said,))


def _register(report: RiskReport) -> Section:
    found = report.register
    if found is None:
        return Section("Public register")
    said = (
        f"Entries: {found.entries:,}. Compared by: {_listed(found.members)}.",
        f"Cases that no entry matches: {found.none:,}; exactly one: {found.one:,}.",
        f"Cases that fewer entries match than the policy asks: {found.few:,}.",
        f"The least number of entries that match a case: {found.k:,}.",
    )
    return Section("Public register", said)


def _left_out(report: RiskReport) -> Section:
    said: list[str] = []
    if report.left_out:
        said.append(f"The policy leaves out what it could release: {_listed(report.left_out)}.")
    else:
        said.append("The policy leaves out nothing that the model releases to the audience.")
    said += [f"Made coarser in all cases alike: {one}." for one in report.coarsened]
    return Section("What was left out", tuple(said))


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names) or "nothing"


# As text, Markdown and HTML


def as_text(report: RiskReport) -> str:
    """
    The report for a terminal.
    """
    lines: list[str] = []
    for section in sections(report):
        lines += [section.title, *(f"  {one}" for one in section.said), *_columns(section), ""]
    return "\n".join(lines)


def _columns(section: Section) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*section.rows, strict=True)]
    for row in section.rows:
        cells = (f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))
        yield f"    {'  '.join(cells)}".rstrip()


def as_json(report: RiskReport) -> str:
    """
    The report as JSON.
    """
    return json.dumps(report.as_dict(), indent=2, ensure_ascii=False) + "\n"


def as_markdown(report: RiskReport) -> str:
    """
    The report in Markdown.
    """
    lines = ["# Risk report"]
    for section in sections(report):
        lines += ["", f"## {section.title}"]
        lines += [part for one in section.said for part in ("", _escaped(one))]
        if section.rows:
            head, *rows = section.rows
            lines += ["", _row(head), f"|{'---|' * len(head)}", *map(_row, rows)]
    return "\n".join(lines) + "\n"


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(map(_escaped, cells))} |"


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)


def as_html(report: RiskReport) -> str:
    """
    The report as a page that needs no other file and runs no script.
    """
    lines = [_HEAD, "<h1>Risk report</h1>"]
    for section in sections(report):
        lines += [f"<h2>{escape(section.title)}</h2>"]
        lines += [f"<p>{escape(one)}</p>" for one in section.said]
        lines += _html_table(section)
    return "\n".join([*lines, "</main>", "</body>", "</html>", ""])


def _html_table(section: Section) -> Iterator[str]:
    if not section.rows:
        return
    head, *rows = section.rows
    yield '<div class="wide" tabindex="0" role="group"'
    yield f'aria-label="Table: {escape(section.title)}"><table><thead><tr>'
    yield from (f'<th scope="col">{escape(cell)}</th>' for cell in head)
    yield "</tr></thead><tbody>"
    for first, *others in rows:
        cells = "".join(f"<td>{escape(cell)}</td>" for cell in others)
        yield f'<tr><th scope="row">{escape(first)}</th>{cells}</tr>'
    yield "</tbody></table></div>"


FORMS: Mapping[str, Callable[[RiskReport], str]] = {
    "text": as_text,
    "json": as_json,
    "markdown": as_markdown,
    "html": as_html,
}

_STYLE = """\
main { max-width: 52rem; margin: 0 auto; }
p { overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
.wide:focus-visible { outline: 2px solid var(--link); }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { padding: 0.3rem 0.6rem; border: 1px solid var(--line); text-align: left; }
th { background: var(--soft); vertical-align: top; }
@media (max-width: 40rem) {
  body { padding: 0.75rem; }
  th, td { padding: 0.25rem 0.4rem; overflow-wrap: anywhere; }
}
"""
_HEAD = head("Risk report", _STYLE)
