"""
Check distinct cases, as a real data set has them: clean, with three findings each, and refused.

Each check reads one JSON Lines file and looks up the places of its findings. It is compared with
pydantic, which only structures the same lines.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from benchmarks import peers, samples
from benchmarks.timing import Contender, Row, compare

import rednotice
from rednotice.findings import Finding, Report, Severity

PYDANTIC = "pydantic validate_json"
_TODAY = dt.date(2027, 1, 1)
_PROSE = {"text", "summary", "title", "family"}

# The maximum time of each check, in multiples of pydantic's time.
_BOUNDS = {"loads": 1.2, "clean": 4.0, "three findings": 7.5, "refused": 5.0}
KINDS = ("clean", "three findings", "refused")


def rows(kind: str, folder: Path, *, rounds: int, count: int) -> list[Row]:
    """
    Time a check of *count* distinct cases of a *kind*: ``clean``, ``three findings`` or
    ``refused``.
    """
    path = written(kind, folder, count=count)
    texts = path.read_bytes().splitlines()
    validate = peers.pydantic_adapter().validate_json
    contenders = [
        Contender(PYDANTIC, lambda: _each(validate, texts), 1),
        Contender(_bound("rednotice.check", kind), lambda: _check(path), 1),
    ]
    if kind == "clean":
        name = _bound("rednotice.loads", "loads")
        contenders.append(Contender(name, lambda: _each(rednotice.loads, texts), 1))
    found = compare(contenders, baseline=PYDANTIC, rounds=rounds)
    return [row._replace(best=row.best / count, median=row.median / count) for row in found]


def written(kind: str, folder: Path, *, count: int) -> Path:
    """
    Write *count* distinct cases of a *kind* to a file in *folder*, and make sure that they are of
    that kind.
    """
    path = folder / "cases.jsonl"
    path.write_bytes(b"\n".join(_texts(kind, count)))
    _make_sure(kind, _check(path), count)
    return path


def _bound(name: str, kind: str) -> str:
    return f"{name} (at most {_BOUNDS[kind]})"


def _check(path: Path) -> Report:
    return rednotice.check(path, today=_TODAY, keep=_shown)


def _shown(finding: Finding) -> Finding | None:
    return None if finding.severity is Severity.INFO else finding.without_document()


def _each(read: Callable[[bytes], object], texts: list[bytes]) -> None:
    for text in texts:
        try:
            read(text)
        except ValueError:  # pydantic refused the text
            continue


def _make_sure(kind: str, report: Report, count: int) -> None:
    found = {"clean": 0, "three findings": 3, "refused": 2}[kind]
    assert len(report) == found * count, report
    assert report.refused == (count if kind == "refused" else 0)


def _texts(kind: str, count: int) -> Iterator[bytes]:
    cases: Iterable[rednotice.Case] = _clean_examples()
    if kind == "three findings":  # a source is added, so each record must say its own
        cases = map(rednotice.with_sources_written, cases)
    # A wording is cleared for one text, and the texts vary.
    examples = [json.loads(rednotice.dumps(rednotice.evolve(case, cleared=()))) for case in cases]
    for number in range(count):
        case = _varied(examples[number % len(examples)], number)
        case["id"] = f"c-{number}"
        if kind == "three findings":
            _add(case, "sources", {"id": "zq1", "title": "Report", "language": "ger"})
            _add(case, "organisations", {"id": "zo1", "kind": "police", "part_of": "zo1"})
            _add(case, "events", {"id": "zo1", "kind": "election", "sources": ["zq1"]})
        if kind == "refused":
            _add(case, "sources", {"title": f"T {number}", "dated": "2021"})
            _add(case, "events", {"kind": "election", "date": "2021-02-31"})
        yield msgspec.json.encode(case)


@cache
def _clean_examples() -> tuple[rednotice.Case, ...]:
    paths = sorted(samples.EXAMPLE.parent.glob("case-*.yaml"))
    cases = [case for path in paths for case in rednotice.read(path)]
    return tuple(case for case in cases if not rednotice.check(case, today=_TODAY).fails("warning"))


def _varied(value: Any, number: int, key: str = "") -> Any:
    """
    *value* with prose, names and numbers of notices and documents that differ for each *number*.
    """
    if isinstance(value, dict):
        return {
            name: part if name == "missing" else _varied(part, number, name)
            for name, part in value.items()
        }
    if isinstance(value, list):
        return [_varied(part, number, key) for part in value]
    if isinstance(value, str) and key in _PROSE:
        return f"{value} {_word(number)}"
    if isinstance(value, str) and key == "number":
        year, stroke, _ = value.partition("/")
        return f"{year}/{number:06}" if stroke else f"{value}{number:06}"
    return value


def _word(number: int) -> str:
    """A word for *number*, so that no two persons of a data set are alike."""
    syllables = ("bab", "ded", "fif", "gog", "kuk", "lal", "mem", "nin", "pop", "tut")
    return "".join(syllables[int(digit)] for digit in str(number)).capitalize()


def _add(case: dict[str, Any], member: str, record: dict[str, Any]) -> None:
    case[member] = [*case.get(member, ()), record]
