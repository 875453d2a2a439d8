"""
``rednotice coverage PATH…``: how often each member is filled in the cases of files and folders.
"""

from __future__ import annotations

import csv
import json
import sys
from typing import TYPE_CHECKING

import attrs

from rednotice import formats
from rednotice.cli import CLEAN, FAILED, FOUND
from rednotice.cli.progress import progress
from rednotice.cli.streams import complain
from rednotice.cli.usage import add_source_format, argument, input_of, tell_of_waiting
from rednotice.verbs.covering import BY, coverage

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator, Sequence

    from rednotice.verbs.covering import Coverage, Group, MemberCoverage

HELP = "count how often each member is filled"
EPILOG = (
    "It prints no values. Counts of few cases can still tell something of one of them, so the"
    " result is for those who keep the cases"
)

_STATES_ABREAST = 10  # columns of states that stand beside each other
_NO_STATE = "none"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "paths",
        nargs="+",
        type=input_of,
        metavar="PATH",
        help="a file, a folder or a pipe; - reads standard input",
    )
    parser.add_argument(
        "--by", choices=tuple(BY), help="count the cases of each state too; a case can have several"
    )
    parser.add_argument("--all", action="store_true", help="also the members that no case fills")
    parser.add_argument("--format", choices=("text", "json", "csv"), default="text", help="form")
    add_source_format(parser)


def run(chosen: argparse.Namespace) -> int:
    """Count, print the counts, and say what could not be counted."""
    tell_of_waiting(chosen.paths)
    single = len(chosen.paths) == 1
    what = chosen.paths[0] if single else chosen.paths
    with progress(wanted=True) as on_read:
        found = coverage(what, by=chosen.by, format=chosen.source, on_read=on_read)
    shown = found if chosen.all else _without_empty(found)
    _FORMS[chosen.format](shown)
    if chosen.format == "text" and len(shown.members) < len(found.members):
        empty = len(found.members) - len(shown.members)
        print(f"\nMembers of these records that no case fills: {empty:,}; --all shows them.")
    if found.refused:
        complain(
            f"documents that could not be understood and are not counted: {found.refused:,};"
            " see: rednotice check"
        )
    for unread in found.unopened:
        complain(f"{argument(chosen, 'paths', unread)}: {unread.reason}")
    if found.unopened:
        return FAILED
    if not found.cases and not found.refused:
        complain(f"no case was found; cases are {', '.join(formats.BY_SUFFIX)}")
        return FAILED
    return FOUND if found.refused else CLEAN


def _without_empty(found: Coverage) -> Coverage:
    """
    *found* without the members that no case fills or explains.
    """
    kept = {each.path for each in found.members if each.records or each.explained}

    def keep(members: Sequence[MemberCoverage]) -> tuple[MemberCoverage, ...]:
        return tuple(each for each in members if each.path in kept)

    groups = (attrs.evolve(group, members=keep(group.members)) for group in found.groups)
    return attrs.evolve(found, members=keep(found.members), groups=tuple(groups))


def _print_json(found: Coverage) -> None:
    whole = {
        "cases": found.cases,
        "refused": found.refused,
        "members": [attrs.asdict(each) for each in found.members],
    }
    if found.by:
        whole |= {"by": found.by, "groups": [attrs.asdict(group) for group in found.groups]}
    print(json.dumps(whole))


def _print_csv(found: Coverage) -> None:
    """
    Print a row for each member or, if there are groups, for each member of each group.
    """
    rows = csv.writer(sys.stdout, lineterminator="\n")
    columns = ("path", "cases", "of_cases", "share", "records", "of_records", "explained")
    rows.writerow((found.by, *columns) if found.by else columns)
    for group in found.groups:
        state = (group.state or _NO_STATE,)
        rows.writerows((*state, *_row(each, group.cases)) for each in group.members)
    if not found.by:
        rows.writerows(_row(each, found.cases) for each in found.members)


def _row(each: MemberCoverage, cases: int) -> tuple[object, ...]:
    share = f"{each.share:.4f}"
    return (each.path, each.cases, cases, share, each.records, each.of_records, each.explained)


def _print_text(found: Coverage) -> None:
    print(f"Cases: {found.cases:,}")
    for table in _tables(found) if found.members else ():
        print()
        _print_table(table)
    if found.by:
        print(f"\nA case with several states counts for each; {_NO_STATE} is for those with none.")


def _tables(found: Coverage) -> Iterator[list[list[str]]]:
    if not found.by:
        rows = [["Member", "Cases", "Share", "Records", "Explained"]]
        yield rows + [_whole(each) for each in found.members]
    for first in range(0, len(found.groups), _STATES_ABREAST):
        yield _by_state(found, found.groups[first : first + _STATES_ABREAST])


def _whole(each: MemberCoverage) -> list[str]:
    records = f"{each.records:,} of {each.of_records:,}"
    explained = f"{each.explained:,}" if each.explained else ""
    return [each.path, f"{each.cases:,}", _percent(each), records, explained]


def _by_state(found: Coverage, groups: Sequence[Group]) -> list[list[str]]:
    rows = [
        ["Member", "all", *(group.state or _NO_STATE for group in groups)],
        ["(cases)", f"{found.cases:,}", *(f"{group.cases:,}" for group in groups)],
    ]
    for each, *of_groups in zip(found.members, *(group.members for group in groups), strict=True):
        rows.append([each.path, _percent(each), *map(_percent, of_groups)])
    return rows


def _percent(each: MemberCoverage) -> str:
    """
    The share of the cases, rounded so that only none is 0 % and only all is 100 %.
    """
    said = f"{each.share:.0%}".replace("%", " %")
    if said == "0 %" and each.share > 0:
        return "<1 %"
    return ">99 %" if said == "100 %" and each.share < 1 else said


def _print_table(rows: list[list[str]]) -> None:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for first, *rest in rows:
        cells = (f"{cell:>{width}}" for cell, width in zip(rest, widths[1:], strict=True))
        print("  ".join([f"{first:{widths[0]}}", *cells]).rstrip())


_FORMS: dict[str, Callable[[Coverage], None]] = {
    "text": _print_text,
    "json": _print_json,
    "csv": _print_csv,
}
