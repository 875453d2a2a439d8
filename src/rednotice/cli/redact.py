"""
``rednotice redact FILE --names cases.jsonl``: a text without the persons of cases.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from rednotice.cli import CLEAN, FAILED, FOUND
from rednotice.cli.streams import complain
from rednotice.cli.usage import add_source_format, input_of, path_of, place_of
from rednotice.datasets.pipes import STANDARD_INPUT

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from rednotice.names.redaction.redactor import Question, Redaction

HELP = "take the persons of cases out of a text"
EPILOG = (
    "An editor must still read the text. The command finds nobody who is not listed, and what a"
    " text says can tell a person who is not named. Exit status 1 says that an editor must look at"
    " the places on standard error first."
)

_WHY = {
    "also_a_word": "may be a name or an ordinary word",
    "nearly_a_name": "is nearly a name",
    "initials": "may be the initials of a name",
    "number": "may be the number of a notice",
    "recognised": "may name a person",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "file", type=input_of, metavar="FILE", help="the text, in UTF-8; - reads standard input"
    )
    parser.add_argument(
        "--names",
        required=True,
        action="append",
        type=path_of,
        metavar="PATH",
        help="cases whose persons are taken out, a file or a folder; give those of all cases",
    )
    parser.add_argument(
        "--keep",
        action="append",
        default=[],
        metavar="WORD",
        help="a word that is never taken for a name",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="form")
    add_source_format(parser, "cases")


def run(chosen: argparse.Namespace) -> int:
    """Print the text without the persons, and say where an editor must look."""
    from rednotice.verbs.reading import read  # needed only here
    from rednotice.verbs.redacting import redact

    text = _text(chosen)
    if text is None:
        return FAILED
    cases = [case for path in chosen.names for case in read(path, format=chosen.source)]
    found = redact(text, cases, keep=chosen.keep)
    if chosen.format == "json":
        print(json.dumps(_as_object(found, text)))
    else:
        sys.stdout.write(found.text)
        for question in found.review:
            complain(f"{_place(text, question.start)} {_WHY[question.why]}")
    for sentence in found.skipped:
        complain(sentence)
    return FOUND if found.review else CLEAN


def _text(chosen: argparse.Namespace) -> str | None:
    """
    The text to redact; None if it cannot be read.
    """
    path: Path = chosen.file
    try:
        data = sys.stdin.buffer.read() if path == STANDARD_INPUT else path.read_bytes()
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        complain(f"{place_of(path, chosen)}: is no text in UTF-8; save it as UTF-8 first")
    except OSError as error:
        complain(f"{place_of(path, chosen)}: {error.strerror}")
    return None


def _as_object(found: Redaction, text: str) -> dict[str, object]:
    return {
        "text": found.text,
        "spans": [{"start": one.start, "end": one.end, "kind": one.kind} for one in found.spans],
        "review": [_as_place(one, text) for one in found.review],
        "skipped": list(found.skipped),
    }


def _as_place(one: Question, text: str) -> dict[str, object]:
    line, column = _line_and_column(text, one.start)
    return {
        "start": one.start,
        "end": one.end,
        "line": line,
        "column": column,
        "why": one.why,
    }


def _place(text: str, start: int) -> str:
    line, column = _line_and_column(text, start)
    return f"line {line}, column {column}:"


def _line_and_column(text: str, start: int) -> tuple[int, int]:
    return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
