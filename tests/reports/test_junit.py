"""The report that systems for continuous integration show as tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import attrs
import pytest

from rednotice import faults
from rednotice.findings import Finding, Report, Severity, Unread

Written = Callable[..., str]

DATA = Path(__file__).parents[1] / "data" / "reports"
XS = "{http://www.w3.org/2001/XMLSchema}"
SCHEMA = ET.parse(DATA / "junit-10.xsd").getroot()  # noqa: S314  # our own file
ELEMENTS = {element.get("name"): element for element in SCHEMA.findall(f"{XS}element")}


def faults_of(element: ET.Element) -> Iterator[str]:
    """
    What the schema has against *element* and all in it.

    It knows what this schema uses: which attributes an element has and must have, which elements
    stand in it, and whether text does.
    """
    declared = ELEMENTS.get(element.tag)
    if declared is None:
        yield f"{element.tag} is no element"
        return
    attributes = {one.get("name"): one.get("use") for one in declared.iter(f"{XS}attribute")}
    yield from (f"{element.tag}: no {name}" for name in element.keys() - attributes.keys())
    for name, use in attributes.items():
        if use == "required" and name not in element.keys():  # noqa: SIM118  # of an element
            yield f"{element.tag} lacks {name}"
    inside = {one.get("ref") for one in declared.iter(f"{XS}element")} - {None}
    yield from (f"{one.tag} in {element.tag}" for one in element if one.tag not in inside)
    whole = declared.find(f"{XS}complexType")
    if whole is not None and not whole.get("mixed") and (element.text or "").strip():
        yield f"text in {element.tag}"
    for one in element:
        yield from faults_of(one)


def suites_of(text: str) -> ET.Element:
    """The root of *text*, which the schema accepts."""
    root = ET.fromstring(text.encode())  # noqa: S314  # our own text
    assert list(faults_of(root)) == []
    return root


def test_the_schema_accepts_every_report(written: Written, faulty: Report) -> None:
    """The counts of a suite are those of its tests."""
    unopened = (Unread("cases/x.yaml", "Permission denied"),)
    for report in (faulty, Report(files=1), Report(files=1, unopened=unopened)):
        for element in suites_of(written("junit", report)).iter("testsuite"):
            assert int(element.attrib["tests"]) == len(element.findall("testcase"))
            assert int(element.attrib["failures"]) == len(element.findall("testcase/failure"))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("<testsuites><testcase/></testsuites>", "testcase in testsuites"),
        ('<testsuites><testsuite name="a" tests="1"/></testsuites>', "testsuite lacks errors"),
        ('<testsuites lines="1"/>', "testsuites: no lines"),
        ("<testsuites>x</testsuites>", "text in testsuites"),
        ("<suites/>", "suites is no element"),
    ],
)
def test_the_validator_refuses_what_is_wrong(wrong: str, said: str) -> None:
    """Otherwise the test above would prove nothing."""
    assert said in list(faults_of(ET.fromstring(wrong)))  # noqa: S314  # our own text


def test_what_fails_the_check_is_a_failed_test(written: Written, faulty: Report) -> None:
    """A lighter finding is a test that passed, with a remark."""
    root = suites_of(written("junit", faulty))
    _, suite = root.findall("testsuite")

    for test, finding in zip(suite, faulty.in_order(), strict=True):
        failed = finding.severity is Severity.ERROR
        assert (test.find("failure") is not None) == failed
        assert (test.find("system-out") is not None) != failed
        assert finding.rule in test.attrib["name"]
    assert suite.attrib["name"] == "cases/data.jsonl"


def test_more_tests_fail_if_warnings_do(written: Written, faulty: Report) -> None:
    """The severity that fails the check decides."""
    at_error, at_warning = (
        int(suites_of(written("junit", faulty, failing=one)).attrib["failures"])
        for one in (Severity.ERROR, Severity.WARNING)
    )

    assert at_error < at_warning


@pytest.mark.parametrize("failing", [Severity.ERROR, Severity.WARNING])
def test_a_check_without_findings_is_one_test_that_passed(
    written: Written, failing: Severity
) -> None:
    """Some systems take a report without a test for a broken run."""
    root = suites_of(written("junit", Report(files=1, cases=2), failing=failing))

    assert len(list(root.iter("testcase"))) == 1
    assert list(root.iter("failure")) == []


def test_no_name_of_a_file_breaks_the_xml(written: Written) -> None:
    """Marks of XML are escaped, and what XML cannot hold is replaced."""
    finding = Finding(faults.EMPTY, "must be <b> & \x0b", file='a"<>&é\x01.json')

    root = suites_of(written("junit", Report((finding,))))

    assert root[1].attrib["name"] == 'a"<>&é?.json'
    assert root[1][0][0].attrib["message"] == "must be <b> & ?"


def test_the_report_counts_what_was_not_kept(written: Written, faulty: Report) -> None:
    """In the output of the test for the whole check."""
    report = attrs.evolve(faulty, beyond={Severity.ERROR: 7})

    whole = suites_of(written("junit", report))[0].find("testcase/system-out")

    assert whole is not None
    assert "7 more findings counted and not kept" in str(whole.text)
