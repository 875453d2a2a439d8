"""
Run all benchmarks and print the results.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from benchmarks import distinct, documents, processes, samples
from benchmarks.processes import Reading
from benchmarks.timing import Row

_PACKAGES = ("attrs", "cattrs", "jsonschema", "jsonschema-rs", "msgspec", "orjson", "pydantic")


class _Effort(NamedTuple):
    """
    The size of a run: rounds, calls in a round, fresh processes, cases in a file to read or to
    release, and distinct cases.
    """

    rounds: int
    calls: int
    starts: int
    lines: tuple[int, ...]
    arrays: tuple[int, ...]
    streams: tuple[int, ...]
    releases: tuple[int, ...]
    distinct: int


_LINES, _RELEASES = (1_000, 30_000, 300_000), (1_000, 10_000)
_FULL = _Effort(15, 300, 15, _LINES, (1_000, 30_000), (100, 1_000), _RELEASES, 500)
_QUICK = _FULL._replace(lines=(1_000, 30_000), releases=(1_000,))
_TINY = _Effort(1, 1, 1, (2,), (2,), (2,), (12,), 2)


def main(arguments: Sequence[str] | None = None) -> None:
    """
    Run the benchmarks that *arguments* select, and print the results.
    """
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    effort = parser.add_mutually_exclusive_group()
    effort.add_argument("--quick", action="store_true", help="leave out the 300,000 cases")
    effort.add_argument("--tiny", action="store_true", help="only see that everything runs")
    parsed = parser.parse_args(arguments)
    effort_asked = _TINY if parsed.tiny else _QUICK if parsed.quick else _FULL
    with tempfile.TemporaryDirectory(prefix="rednotice-benchmarks-") as folder:
        _measure(effort_asked, Path(folder))


def _measure(effort: _Effort, folder: Path) -> None:
    text = samples.text()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {sys.platform}")
    print(", ".join(f"{name} {version(name)}" for name in _PACKAGES))
    print(f"the case: {len(text):,} bytes, {samples.EXAMPLE.name}")
    for kind in distinct.KINDS:
        found = distinct.rows(kind, folder, rounds=effort.rounds, count=effort.distinct)
        _show(f"Distinct cases, {kind}", "pydantic's structuring", found)
    often = {"rounds": effort.rounds, "count": effort.calls}
    _show("Loading, compact", "pydantic", documents.loading(text, **often))
    indented = samples.pretty(text)
    title = f"Loading, indented ({len(indented):,} bytes)"
    _show(title, "pydantic", documents.loading(indented, **often))
    _show("Writing", "pydantic", documents.writing(**often))
    _show("Checking, all rules", "pydantic's loading", documents.checking(**often))
    _show_starts("Importing", processes.imports(folder, rounds=effort.starts))
    _show_starts("Commands", processes.commands(folder, rounds=effort.starts))
    _show_readings(
        processes.reading(verb, suffix, count, folder)
        for verb, suffix, counts in (
            ("read", ".jsonl", effort.lines),
            ("read", ".json", effort.arrays),
            ("read", ".yaml", effort.streams),
            ("check", ".jsonl", effort.lines),
            ("copy", ".jsonl", effort.releases),
            ("release", ".jsonl", effort.releases),
        )
        for count in counts
    )


def _show(title: str, baseline: str, rows: Iterable[Row]) -> None:
    print(f"\n{title:<44}{'best':>10}{'median':>10}  µs, times {baseline}")
    for row in rows:
        print(f"  {row.name:<42}{row.best * 1e6:>10.1f}{row.median * 1e6:>10.1f}{row.ratio:>9.2f}")


def _show_starts(title: str, rows: Sequence[Row]) -> None:
    bare = rows[0]
    print(f"\n{title:<44}{'best':>10}{'median':>10}{'net':>8}  ms, net of the bare interpreter")
    for row in rows:
        net = (row.median - bare.median) * 1e3
        print(f"  {row.name:<42}{row.best * 1e3:>10.1f}{row.median * 1e3:>10.1f}{net:>8.1f}")


def _show_readings(readings: Iterable[Reading]) -> None:
    columns = "".join(
        f"{name:>11}" for name in ("seconds", "cases/s", "MB/s", "peak MiB", "findings")
    )
    print(f"\n{'Files, each in a process of its own':<35}{columns}")
    for one in readings:
        rates = f"{one.cases / one.seconds:>11,.0f}{one.size / one.seconds / 1e6:>11.1f}"
        rest = f"{one.peak / 2**20:>11.1f}{one.findings:>11,}"
        print(f"  {one.name:<33}{one.seconds:>11.2f}{rates}{rest}", flush=True)


if __name__ == "__main__":
    main()
