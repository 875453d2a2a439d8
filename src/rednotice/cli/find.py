"""
``rednotice find WORD``: where something is written, by an everyday word for it.
"""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING

from rednotice.cli import CLEAN, FAILED
from rednotice.cli.streams import complain
from rednotice.verbs.finding import MOST, find

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from rednotice.insight.homes import Home
    from rednotice.verbs.finding import Hit, Hits

HELP = "find the member, code, rule or command for an everyday word"
EPILOG = "It searches the words of the format only, and reads no cases."

_WIDTH = 100
_MOST_PLACES = 2  # members that are named for a code; a country stands in dozens
_MOST_HOMES = 3


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "words", nargs="+", metavar="WORD", help="such as boarding, or several: passport cancelled"
    )
    parser.add_argument("--all", action="store_true", help=f"every hit, not only the best {MOST}")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="form")


def run(chosen: argparse.Namespace) -> int:
    """Print what was found, the best first."""
    hits = find(*chosen.words, most=None if chosen.all else MOST)
    if chosen.format == "json":
        print(json.dumps(_as_object(hits)))
    elif hits:
        print("\n\n".join([*_nearest(hits), *map(_as_text, hits), *_more(hits)]))
    if not hits:
        complain(
            "nothing has such a word; try another one, or see: rednotice schema,"
            " rednotice codelist, rednotice rule"
        )
    return CLEAN if hits else FAILED


def _as_object(hits: Hits) -> dict[str, object]:
    return {
        "total": hits.total,
        "nearest": list(hits.nearest),
        "hits": [hit.as_dict() for hit in hits],
    }


def _nearest(hits: Hits) -> Iterator[str]:
    if hits.nearest:
        yield f"Nothing is spelt so. These are the hits for: {', '.join(hits.nearest)}"


def _more(hits: Hits) -> Iterator[str]:
    if hits.total > len(hits):
        yield f"The best {len(hits)} of {hits.total} hits are shown; --all shows the others."


def _as_text(hit: Hit) -> str:
    meaning = f"{hit.label}. {hit.definition}" if hit.label else hit.definition
    lines = [
        _heading(hit),
        *textwrap.wrap(meaning, _WIDTH, initial_indent="  ", subsequent_indent="  "),
    ]
    for home in hit.homes[:_MOST_HOMES]:
        lines += _home(home)
    if len(hit.homes) > _MOST_HOMES:
        lines.append(f"  and {len(hit.homes) - _MOST_HOMES} more happenings (see --format json)")
    if hit.see:
        lines.append(f"  See: {hit.see}")
    return "\n".join(lines)


def _heading(hit: Hit) -> str:
    places = hit.places[:_MOST_PLACES]
    rest = len(hit.places) - len(places)
    where = f"{' and '.join(places) if not rest else ', '.join(places)}"
    where = f"{where} and {rest} more" if rest else where
    match hit.kind:
        case "code":
            return f"{where}: {hit.name}"
        case "member":
            return where
        case "record" | "list":
            held = f", in {where}" if where else ""
            return f"{hit.name} (a {'codelist' if hit.kind == 'list' else 'record'}{held})"
        case "command":
            return f"{hit.name} (a command)"
        case "rule":
            return f"{hit.name} (a rule)"
    return f"{hit.name} (a word of the glossary)"


def _home(home: Home) -> Iterator[str]:
    remark = f" {home.remark}" if home.remark else ""
    said = f"{home.happening}.{remark} Write:"
    yield from textwrap.wrap(said, _WIDTH, initial_indent="  - ", subsequent_indent="    ")
    yield f"    {json.dumps(home.example())}"
