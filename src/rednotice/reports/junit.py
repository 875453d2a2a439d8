"""
Write a report as JUnit XML, which most systems for continuous integration show as tests.
"""

from __future__ import annotations

import itertools
import re
from html import escape
from typing import TYPE_CHECKING

from rednotice.reports.parts.sentences import sentence, summary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from rednotice.findings import Finding, Report, Severity
    from rednotice.reports import Options

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(report: Report, file: TextIO, options: Options) -> None:
    """
    Write *report* to *file*: a suite for each file, with a test for each finding.

    A finding at or above the failing severity is a failed test, and any other a test that passed
    with a remark. The suite `rednotice check` has one test, which passes if the check does, and
    holds the counts; so a report without findings has a test as well.

    Source:
        The schema junit-10.xsd of the xUnit plugin of Jenkins.
    """
    failing = options.failing
    weights = [finding.severity.weight >= failing.weight for finding in report]
    tests, failures = len(weights) + 1, sum(weights) + report.fails(failing)
    file.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    file.write(f"<testsuites {_counts('rednotice', tests, failures)}>\n")
    file.writelines(f"{line}\n" for line in _whole(report, failing))
    for name, found in itertools.groupby(report.in_order(), key=lambda finding: finding.file):
        file.writelines(f"{line}\n" for line in _suite(name or "data set", [*found], failing))
    file.write("</testsuites>\n")


def _whole(report: Report, failing: Severity) -> Iterator[str]:
    """
    The suite with the result of the whole check.
    """
    said = _text(" ".join(summary(report, failing)))
    fails = report.fails(failing)
    yield f"  <testsuite {_counts('rednotice check', 1, fails)}>"
    yield f'    <testcase name="nothing at or above {failing.value}" classname="rednotice check">'
    if fails:
        yield f'      <failure type="{failing.value}" message={_attribute(said)}/>'
    yield f"      <system-out>{said}</system-out>"
    yield "    </testcase>"
    yield "  </testsuite>"


def _suite(name: str, found: list[Finding], failing: Severity) -> Iterator[str]:
    failures = sum(finding.severity.weight >= failing.weight for finding in found)
    yield f"  <testsuite {_counts(name, len(found), failures)}>"
    for finding in found:
        place = f" at {finding.place}" if finding.place else ""
        where = f" {finding.pointer}" if finding.path else ""
        case = f" [{finding.case}]" if finding.case else ""
        called = f"{finding.rule} {finding.name}{place}{case}{where}"
        yield f"    <testcase name={_attribute(called)} classname={_attribute(name)}>"
        yield f"      {_result(finding, failing)}"
        yield "    </testcase>"
    yield "  </testsuite>"


def _result(finding: Finding, failing: Severity) -> str:
    said, severity = sentence(finding), finding.severity.value
    help_ = f"rednotice rule {finding.rule}"
    if finding.severity.weight < failing.weight:
        return f"<system-out>{_text(f'{severity}: {said} ({help_})')}</system-out>"
    body = _text(f"{finding.manual.title} Explained by: {help_}")
    return f'<failure type="{severity}" message={_attribute(said)}>{body}</failure>'


def _counts(name: str, tests: int, failures: int) -> str:
    return f'name={_attribute(name)} tests="{tests}" failures="{int(failures)}" errors="0"'


def _attribute(text: str) -> str:
    return f'"{_text(text)}"'


def _text(text: str) -> str:
    """
    *text* as it may stand in XML. Characters that XML cannot hold become question marks, and those
    outside ASCII become references, which survive every encoding.
    """
    return escape(_NOT_XML.sub("?", text)).encode("ascii", "xmlcharrefreplace").decode("ascii")
