"""
``rednotice policy``: what happens to each member under a policy, and a policy to start from.
"""

from __future__ import annotations

import json
import re
import textwrap
from itertools import groupby
from typing import TYPE_CHECKING, Any

import attrs

from rednotice import codelists
from rednotice.cli import CLEAN, FOUND
from rednotice.cli.usage import path_of
from rednotice.policies import SHIPPED, Policy, policy
from rednotice.policies.explaining import Told, differences, told
from rednotice.policies.starting import starting_policy
from rednotice.records import Audience

if TYPE_CHECKING:
    import argparse

HELP = "list, explain, compare or start policies, which decide what leaves of a case"
EPILOG = (
    "diff ends with status 1 if the two policies differ. new prints the policy, or writes it to a"
    " file that is not there yet."
)
_WIDTH = 100
_NAME = re.compile("[a-z][a-z0-9_-]{0,63}")  # the file's name, if it can be a policy's
_TAKES = {"list": 0, "explain": 1, "diff": 2, "new": 0}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "action",
        choices=tuple(_TAKES),
        help="list those that the library brings, explain one, compare two, or start a new one",
    )
    parser.add_argument(
        "policies",
        nargs="*",
        metavar="POLICY",
        help="a name, such as partner, or a file that ends with .toml; diff takes two",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="form")
    parser.add_argument(
        "--for",
        dest="audience",
        choices=[one.value for one in Audience if one is not Audience.INTERNAL],
        help="with new: the audience of the policy",
    )
    parser.add_argument(
        "-o", "--output", type=path_of, metavar="FILE", help="with new: the file to write"
    )


def run(chosen: argparse.Namespace) -> int:
    """List, explain, compare or start policies."""
    wanted = _TAKES[chosen.action]
    if len(chosen.policies) != wanted:
        chosen.command.refuse(f"{chosen.action} takes {wanted or 'no'} POLICY")
    if (chosen.action == "new") != (chosen.audience is not None):
        chosen.command.refuse("new takes an audience, --for, and nothing else does")
    if chosen.output and chosen.action != "new":
        chosen.command.refuse("only new writes a file")
    found = [policy(each) for each in chosen.policies]
    as_json = chosen.format == "json"
    match chosen.action:
        case "list":
            _list(as_json=as_json)
        case "explain":
            _explain(found[0], as_json=as_json)
        case "diff":
            return _compare(*found, as_json=as_json)
        case "new":
            _start(chosen)
    return CLEAN


def _list(*, as_json: bool) -> None:
    found = {name: policy(name) for name in SHIPPED}
    if as_json:
        print(json.dumps({name: _head(each) for name, each in found.items()}))
        return
    width = max(map(len, found))
    for name, each in found.items():
        print(f"{name:{width}}  for {each.audience.value}; {_thresholds_of(each)}")


def _start(chosen: argparse.Namespace) -> None:
    audience = Audience(chosen.audience)
    if chosen.output is None:
        print(starting_policy(audience), end="")
        return
    called = chosen.output.stem
    text = starting_policy(audience, name=called if _NAME.fullmatch(called) else "")
    with chosen.output.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)


def _explain(each: Policy, *, as_json: bool) -> None:
    members = told(each)
    if as_json:
        records = {
            name: {one.member: _fate(one) for one in those}
            for name, those in groupby(members, key=lambda one: one.record)
        }
        print(json.dumps({**_head(each), "records": records}))
        return
    print("\n".join(_lines_of(each)))
    for name, those in groupby(members, key=lambda one: one.record):
        print(f"\n{name}")
        print("\n".join(_lines_of_record(list(those))))


def _lines_of_record(those: list[Told]) -> list[str]:
    if len({one.words for one in those}) == 1:
        return [_line("  ", f"all of it {those[0].words}")]
    width = max(len(one.member) for one in those)
    return [_line(f"  {one.member:{width}}  ", one.words) for one in those]


def _line(head: str, words: str) -> str:
    return textwrap.fill(
        words,
        _WIDTH,
        initial_indent=head,
        subsequent_indent=" " * len(head),
        break_on_hyphens=False,
    )


def _lines_of(each: Policy) -> list[str]:
    shown = {
        "audience": each.audience.value,
        "dates": "as they are" if each.precision == "day" else f"as a {each.precision}",
        "mark": f"TLP:{each.tlp.upper()}" if each.tlp else "none",
        "terms": _labels(each.terms) or "none",
        "thresholds": _thresholds_of(each),
        "tables": _tables_of(each),
        "floor": "; ".join(" or ".join(item) for item in each.floor) or "none",
    }
    return [each.title, *(_line(f"  {name:10}  ", words) for name, words in shown.items())]


def _labels(terms: tuple[str, ...]) -> str:
    known = codelists.codelist("terms_of_use")
    return ", ".join(known.label(term) for term in terms)


def _thresholds_of(each: Policy) -> str:
    asked = each.thresholds
    if asked.k == asked.l == 1:
        return "no thresholds"
    return f"k {asked.k}, l {asked.l}, at least {asked.least_cases:,} cases"


def _tables_of(each: Policy) -> str:
    counts = each.tables
    if not counts.by:
        return "none"
    crossed = "; ".join(" with ".join(pair) for pair in counts.cross)
    by = f"{counts.least} cases or more, by {', '.join(counts.by)}"
    return f"{by}; crossed: {crossed}" if crossed else by


def _head(each: Policy) -> dict[str, Any]:
    thresholds = attrs.asdict(each.thresholds)
    return {
        "policy": each.title,
        "sha256": each.sha256,
        "audience": each.audience.value,
        "dates": each.precision,
        "tlp": each.tlp,
        "terms": list(each.terms),
        "cuts": dict(each.cuts),
        "thresholds": {**thresholds, "drop": sorted(each.thresholds.drop)},
        "tables": attrs.asdict(each.tables),
        "floor": [list(item) for item in each.floor],
    }


def _flat(each: Policy) -> dict[str, Any]:
    head = _head(each)
    tables = {name: head.pop(name) for name in ("thresholds", "tables")}
    entries = {
        f"{table}.{name}": value for table, of in tables.items() for name, value in of.items()
    }
    return {**head, **entries}


def _fate(one: Told) -> dict[str, str]:
    said = {"fate": one.fate, "words": one.words}
    return {**said, "because": one.because} if one.because else said


def _compare(one: Policy, other: Policy, *, as_json: bool) -> int:
    first, second = _flat(one), _flat(other)
    heads = [name for name in first if name != "sha256" and first[name] != second[name]]
    members = list(differences(one, other))
    if as_json:
        told_apart = {name: [first[name], second[name]] for name in heads}
        records: dict[str, dict[str, Any]] = {}
        for a, b in members:
            records.setdefault(a.record, {})[a.member] = [_fate(a), _fate(b)]
        print(json.dumps({**told_apart, "records": records}))
    else:
        for name in heads:
            print("\n".join(_pair(name, json.dumps(first[name]), json.dumps(second[name]))))
        for a, b in members:
            print("\n".join(_pair(f"{a.record}.{a.member}", a.words, b.words)))
    return FOUND if heads or members else CLEAN


def _pair(name: str, before: str, after: str) -> list[str]:
    return [name, _line("  - ", before), _line("  + ", after)]
