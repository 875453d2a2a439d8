"""
Write a report as one HTML page, for people who do not use a terminal.
"""

from __future__ import annotations

import itertools
import json
import re
from html import escape
from typing import TYPE_CHECKING

from rednotice.reports.parts.groups import groups
from rednotice.reports.parts.places import line_and_column
from rednotice.reports.parts.sentences import counted, printable, summary
from rednotice.web_pages import head

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TextIO

    from rednotice.findings import Finding, Manual, Report
    from rednotice.reports import Options
    from rednotice.reports.parts.groups import Group

_CODE = re.compile("`([^`]+)`")


def write(report: Report, file: TextIO, options: Options) -> None:
    """
    Write *report* to *file* as a page that needs no other file and runs no script.

    It has the summary, the findings file by file, and the manual of the rules that they name. Of
    many findings that say the same, those after the first are folded away, unless each is wanted.
    """
    file.write(f"{_HEAD}\n<h1>rednotice check</h1>\n")
    file.writelines(f"{_in_ascii(line)}\n" for line in _body(report, options))
    file.write("</main>\n</body>\n</html>\n")


def _body(report: Report, options: Options) -> Iterator[str]:
    fails = report.fails(options.failing)
    yield f'<p class="verdict {"bad" if fails else "good"}">{_verdict(report, fails=fails)}</p>'
    for line in summary(report, options.failing):
        yield f"<p>{_prose(line)}</p>"
    found = groups(report.in_order(), every=options.every)
    shown = {id(finding) for group in found for finding in group.shown}
    first = (finding for finding in report.in_order() if id(finding) in shown)
    if found:
        yield "<h2>Findings</h2>"
    for name, several in itertools.groupby(first, key=lambda finding: finding.file):
        yield from _table(f"<caption>{escape(name or 'The data set')}</caption>", several, options)
    for group in found:
        if group.rest:
            yield from _folded(group, options)
    manuals = {finding.rule: finding.manual for finding in report}
    if manuals:
        yield "<h2>What the rules say</h2>"
    for rule in sorted(manuals):
        yield from _manual(manuals[rule])


def _verdict(report: Report, *, fails: bool) -> str:
    if report.unopened:
        return "The check could not read everything."
    if fails:
        return "There is something to mend."
    return "Nothing stops the check."


def _table(caption: str, found: Iterable[Finding], options: Options) -> Iterator[str]:
    yield f"<table>{caption}"
    yield '<thead><tr><th scope="col">Place</th><th scope="col">Severity</th>'
    yield '<th scope="col">Rule</th><th scope="col">What</th></tr></thead><tbody>'
    for finding in found:
        yield f"<tr><td>{_place(finding)}</td>{_severity(finding)}"
        yield f"<td>{_rule(finding.manual)}</td>"
        yield f"<td>{_message(finding, options)}</td></tr>"
    yield "</tbody></table>"


def _place(finding: Finding) -> str:
    place = line_and_column(finding)
    where = f"line {place.line}, column {place.column}" if place else str(finding.place or "")
    codes = [f"<code>{escape(part)}</code>" for part in (finding.case, finding.pointer) if part]
    return "<br>".join([*([escape(where)] if where else []), *codes])


def _severity(finding: Finding) -> str:
    severity = finding.severity.value
    return f'<td class="{severity}">{severity}</td>'


def _rule(manual: Manual) -> str:
    return f'<a href="#{manual.id}">{manual.id}</a> {escape(manual.name)}'


def _message(finding: Finding, options: Options) -> str:
    said = _prose(finding.message)
    if not options.values or finding.document is None or not (finding.path or finding.key):
        return said
    value = printable(json.dumps(finding.value, ensure_ascii=False))
    of = f" of <code>{escape(printable(finding.key))}</code>" if finding.key else ""
    return f"{said}<br>Value{of}: <code>{escape(value)}</code>"


def _folded(group: Group, options: Options) -> Iterator[str]:
    first = group.first
    more = f"{counted(len(group.rest), 'more finding')} of {first.rule}"
    yield f"<details><summary>{more}: {_prose(first.message)}</summary>"
    for name, several in itertools.groupby(group.rest, key=lambda finding: finding.file):
        yield from _table(f"<caption>{escape(name or 'The data set')}</caption>", several, options)
    yield "</details>"


def _manual(manual: Manual) -> Iterator[str]:
    yield f'<section id="{manual.id}"><h3>{manual.id} {escape(manual.name)}</h3>'
    for paragraph in manual.text.split("\n\n"):
        yield f"<p>{_prose(paragraph)}</p>"
    yield "</section>"


def _prose(text: str) -> str:
    """
    *text* as HTML, with what stands in backticks as code.
    """
    return _CODE.sub(r"<code>\1</code>", escape(text))


def _in_ascii(line: str) -> str:
    """
    The HTML *line* with references to characters outside ASCII, which survive every encoding.
    """
    return line.encode("ascii", "xmlcharrefreplace").decode("ascii")


_STYLE = """\
main { max-width: 70rem; margin: 0 auto; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.3rem; margin-top: 2rem; } h3 { font-size: 1rem; }
a { color: var(--link); }
code { font-family: ui-monospace, monospace; font-size: 0.9em; overflow-wrap: anywhere; }
.verdict { font-weight: bold; font-size: 1.2rem; }
.error, .bad { color: var(--error); } .warning { color: var(--warning); }
.info { color: var(--info); } .good { color: var(--good); }
.error, .warning { font-weight: bold; }
table { width: 100%; border-collapse: collapse; margin: 1rem 0; }
caption { text-align: left; font-weight: bold; padding: 0.3rem 0; overflow-wrap: anywhere; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.6rem; border: 1px solid; }
th, td { border-color: var(--line); }
td:first-child { min-width: 12rem; }
th { background: var(--soft); }
summary { cursor: pointer; padding: 0.4rem 0; }
section:target { background: var(--soft); }
@media (max-width: 40rem) {
  body { padding: 0.75rem; }
  th, td { padding: 0.25rem; }
  td:first-child { min-width: 0; }
}
@media print { details::details-content { content-visibility: visible; } }
"""
_HEAD = head(
    "rednotice check",
    _STYLE,
    light="--error: #a40e26; --warning: #7a4a00; --info: #1f5a7a; --good: #1c6630;",
    dark="--error: #ff9aa5; --warning: #f0c070; --info: #8fcbe8; --good: #8fd6a0;",
)
