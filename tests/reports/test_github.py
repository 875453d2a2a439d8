"""The workflow commands of GitHub Actions."""

from __future__ import annotations

import re
from collections.abc import Callable

import attrs
import pytest

from rednotice import faults
from rednotice.findings import Finding, Report, Severity

Written = Callable[..., str]

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """What the runner makes of *text*: kind, properties and message of each command."""
    found = [match for match in map(COMMAND.fullmatch, text.splitlines()) if match]
    return [
        (
            match[1],
            {
                name: unescaped(value)
                for name, _, value in (one.partition("=") for one in match[2].split(","))
            },
            unescaped(match[3]),
        )
        for match in found
    ]


def unescaped(text: str) -> str:
    """What the runner does: the percent sign last, so that nothing is unescaped twice."""
    signs = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}
    return re.sub("%(?:0D|0A|3A|2C|25)", lambda match: signs[match[0]], text)


def test_an_annotation_stands_at_file_line_and_column(written: Written, faulty: Report) -> None:
    """Every finding is one, and its message says the place too, for whoever reads the log."""
    told = commands(written("github", faulty))
    kind, properties, message = next(one for one in told if "RN007" in one[2])

    assert len(told) == len(faulty)
    assert kind == "error"
    assert properties == {
        "file": "cases/data.jsonl",
        "line": "2",
        "col": "96",
        "title": "RN007 wrong-value",
    }
    assert message.startswith(
        "cases/data.jsonl:2:96: RN007 [c-2] /events/0/date: There is no such day"
    )


def test_severities_are_commands(written: Written, faulty: Report) -> None:
    """Information is a notice."""
    kinds = {"error": "error", "warning": "warning", "info": "notice"}

    assert [kind for kind, _, _ in commands(written("github", faulty))] == [
        kinds[finding.severity.value] for finding in faulty.in_order()
    ]


@pytest.mark.parametrize("name", ["a,line=9.json", "a::b.json", "100%25.json", "a:b,c%.json"])
def test_no_name_of_a_file_can_forge_a_command(written: Written, name: str) -> None:
    """What separates the parts of a command is escaped."""
    finding = Finding(faults.EMPTY, "must be 100%\r\n::error::x", file=name)

    ((_, properties, message),) = commands(written("github", Report((finding,)), summary=False))

    assert properties == {"file": name, "title": "RN008 empty-value"}
    assert message == f"{name}: RN008 must be 100%\r\n::error::x"


def test_a_finding_between_files_has_no_place(written: Written) -> None:
    """It annotates the run."""
    finding = Finding(faults.NAMED_FOLDER, "must be renamed", severity=Severity.WARNING)

    ((kind, properties, _),) = commands(written("github", Report((finding,))))

    assert (kind, properties) == ("warning", {"title": f"RN015 {finding.name}"})


def test_the_last_line_sums_up(written: Written, faulty: Report) -> None:
    """It is no command, and counts what was not kept."""
    report = attrs.evolve(faulty, beyond={Severity.ERROR: 7}, files=1)

    *_, checked, more = written("github", report).splitlines()

    assert checked.startswith("Checked 1 case in 1 file; 3 more were refused")
    assert more == "7 more findings counted and not kept; see --most."
