"""
Write a report as Markdown, for the summary of a run or a comment on a change.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rednotice.reports.parts.groups import groups
from rednotice.reports.parts.sentences import summary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from rednotice.findings import Finding, Report
    from rednotice.reports import Options
    from rednotice.reports.parts.groups import Group

_CODE = re.compile("(`+[^`]+`+)")
_MARKS = re.compile(r"([\\`*_{}\[\]<>()#+!|~@$&])")


def write(report: Report, file: TextIO, options: Options) -> None:
    """
    Write *report* to *file*: what was checked and found, and a table with a row for each message.

    Of many findings that say the same, only the first places are named, unless each is wanted.
    """
    file.write("## rednotice check\n\n")
    if options.summary:
        file.write("\n\n".join(map(_prose, summary(report, options.failing))) + "\n\n")
    found = groups(report.in_order(), every=options.every)
    # The gravest stand first; the sort keeps the order of the files otherwise.
    found.sort(key=lambda group: -group.first.severity.weight)
    if found:
        file.write("| Severity | Rule | Number | What | Where |\n|---|---|--:|---|---|\n")
    file.writelines(f"{_row(group)}\n" for group in found)


def _row(group: Group) -> str:
    first = group.first
    rule = f"{first.rule} {first.name}"
    where = "<br>".join(_places(group))
    cells = (first.severity.value, rule, f"{len(group):,}", _prose(first.message), where)
    return f"| {' | '.join(cells)} |"


def _places(group: Group) -> Iterator[str]:
    yield from map(_place, group.shown)
    if group.rest:
        yield f"and {len(group.rest):,} more; each is shown by `--all`"


def _place(finding: Finding) -> str:
    place = ":".join(str(part) for part in (finding.file, finding.place) if part is not None)
    parts = (place, finding.pointer, finding.case and f"[{finding.case}]")
    return " ".join(_code(part) for part in parts if part)


def _prose(text: str) -> str:
    """
    *text* with its code as code, and every other mark of Markdown or HTML escaped.
    """
    parts = _CODE.split(text)
    return "".join(
        _code(part.strip("`")) if count % 2 else _MARKS.sub(r"\\\1", part)
        for count, part in enumerate(parts)
    )


def _code(text: str) -> str:
    """
    *text* as code in a cell of a table, where a vertical bar must be escaped even in code.
    """
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    space = " " if longest else ""
    return f"{fence}{space}{text.replace('|', chr(92) + '|')}{space}{fence}"
