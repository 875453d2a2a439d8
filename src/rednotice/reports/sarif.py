"""
Write a report as SARIF 2.1.0, which code hosts, editors and viewers of findings read.
"""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from rednotice.findings import Severity
from rednotice.reports.parts.places import fingerprinted, line_and_column, path_from
from rednotice.reports.parts.sentences import beyond, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from rednotice.findings import Finding, Manual, Report
    from rednotice.reports import Options

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def write(report: Report, file: TextIO, options: Options) -> None:
    """
    Write *report* to *file* as a log with one run.

    The rules that have findings are described in full, so that a reader needs no other manual. The
    JSON Pointer of a finding is its logical location.

    Source:
        OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
    """
    manuals = {finding.rule: finding.manual for finding in report.in_order()}
    rules = {rule: number for number, rule in enumerate(manuals)}
    run = {
        "tool": {"driver": _driver(list(manuals.values()), options.version)},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not report.unopened,
                "toolExecutionNotifications": list(_notifications(report)),
            }
        ],
        "results": [
            _result(finding, fingerprint, rules, options.root)
            for finding, fingerprint in fingerprinted(report.in_order())
        ],
        "properties": report.as_dict(options.failing),
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    file.write(json.dumps(log, indent=1) + "\n")


def _driver(manuals: list[Manual], version: str) -> dict[str, Any]:
    rules = [_rule(manual) for manual in manuals]
    return {"name": "rednotice", "rules": rules} | ({"version": version} if version else {})


def _rule(manual: Manual) -> dict[str, Any]:
    return {
        "id": manual.id,
        "name": manual.name,
        "shortDescription": {"text": manual.title},
        "fullDescription": {"text": manual.title},
        "help": {"text": manual.text, "markdown": manual.text},
        "defaultConfiguration": {"level": _LEVELS[manual.severity]},
        "properties": {"since": manual.since},
    }


def _result(finding: Finding, fingerprint: str, rules: dict[str, int], root: str) -> dict[str, Any]:
    about = {"case": finding.case} if finding.case else {}
    return {
        "ruleId": finding.rule,
        "ruleIndex": rules[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": sentence(finding)},
        "locations": [_location(finding, root)],
        "partialFingerprints": {"rednotice/v1": fingerprint},
        "properties": about,
    }


def _location(finding: Finding, root: str) -> dict[str, Any]:
    location: dict[str, Any] = {}
    if finding.file:
        physical: dict[str, Any] = {"artifactLocation": _artifact(path_from(root, finding.file))}
        if place := line_and_column(finding):
            physical["region"] = {"startLine": place.line, "startColumn": place.column}
        location["physicalLocation"] = physical
    if finding.path:
        location["logicalLocations"] = [
            {"fullyQualifiedName": finding.pointer, "kind": _kind(finding)}
        ]
    return location


def _kind(finding: Finding) -> str:
    """
    The kind of the place in a JSON document, in SARIF's own words.
    """
    return "value" if isinstance(finding.path[-1], int) else "property"


def _artifact(path: str) -> dict[str, str]:
    """
    The file as a URI. A relative one counts from the root of the tree, as code hosts expect.
    """
    if PurePath(path).is_absolute():
        return {"uri": f"file:///{quote(path.lstrip('/'), safe='/:')}"}
    return {"uri": quote(path), "uriBaseId": "%SRCROOT%"}


def _notifications(report: Report) -> Iterator[dict[str, Any]]:
    for unread in report.unopened:
        yield {"level": "error", "message": {"text": f"{unread.path}: {unread.reason}"}}
    if more := beyond(report):
        yield {"level": "warning", "message": {"text": more}}
