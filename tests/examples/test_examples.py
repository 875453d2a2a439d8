"""The examples: they are right, read pleasantly, and show all that a case can hold."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import rednotice
from rednotice import codelists
from rednotice.formats import yaml
from rednotice.model import Case, Organisation, Person, Release, SharedDocument, Subject
from rednotice.records import fields_of, record_classes, walk
from rednotice.records.shapes import Mapped, Scalar, Shape
from rednotice.types.codes import Codes

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
DATA = ROOT / "tests" / "data"
TODAY = dt.date(2026, 3, 1)

FILES = sorted(EXAMPLES.glob("*.yaml"))
FIXED_NAMES = {"minimal", "article-a", "article-b", "shared"}
PUBLISHED = {"article-a", "article-b", "shared"}  # about what newspapers reported
INVENTED = [path for path in FILES if path.stem not in PUBLISHED]
TEN_LINES = sorted((DATA / "ten_lines").glob("*.yaml"))

# Words for "example" and "sample" in the languages of those who are invented.
SAMPLES = (
    *("ejemplo", "exempl", "mithal", "muestra", "namunazod", "obrazets", "ornekoy", "pavyzd"),
    *("prykladau", "primer", "shablon", "yangli", "örneköy"),
    *("مثال", "намуназод", "примеров", "шаблонов", "прыклад", "样例", "樣例"),
    *("შაბლონოვ", "պրիկլադաու", "παβίζντ"),
)
INITIAL = re.compile(r"(?:\w+ )?\w\.")


def test_there_are_examples() -> None:
    """
    The minimal case is among the examples, with at least seven invented ones.
    """
    assert {"minimal"} < {path.stem for path in INVENTED}
    assert len(INVENTED) >= 8


def test_the_readme_tells_ten_kinds_of_case_and_their_files() -> None:
    """
    Who has a case to write finds one of its kind, each in a file of its own.
    """
    told = (EXAMPLES / "README.md").read_text("utf-8")
    files = re.findall(r"^- .+, `(case-\w+\.yaml)`: ", told, re.MULTILINE)

    assert len(set(files)) == len(files) == 10
    assert set(files) <= {path.name for path in INVENTED}


@pytest.fixture(scope="module")
def report() -> rednotice.Report:
    return rednotice.check(EXAMPLES, today=TODAY)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_example_is_valid(path: Path, report: rednotice.Report) -> None:
    """
    Neither an error nor a warning is found in an example.
    """
    found = [
        str(finding)
        for finding in report
        if finding.severity is not rednotice.Severity.INFO and finding.file == str(path)
    ]

    assert found == []


def test_nothing_is_found_outside_the_files(report: rednotice.Report) -> None:
    """
    Every finding about the folder belongs to one of its files, and each file was read.
    """
    assert {finding.file for finding in report} <= {str(path) for path in FILES}
    assert report.cases + report.shared >= len(FILES)


@pytest.mark.parametrize("path", [*FILES, *TEN_LINES], ids=lambda path: path.stem)
def test_every_example_is_written_back_equal(path: Path) -> None:
    """
    Writing an example and reading it gives the same record, and the same bytes again.
    """
    for record in _records(path):
        written = rednotice.dumps(record)
        again = rednotice.loads(written, type(record))

        assert again == record
        assert rednotice.dumps(again) == written


@pytest.mark.parametrize("path", TEN_LINES, ids=lambda path: path.stem)
def test_the_ten_line_cases_are_valid_in_ten_lines(path: Path) -> None:
    """
    The two smallest useful cases have no error, and ten lines at most.
    """
    errors = [
        str(finding)
        for finding in rednotice.check(path, today=TODAY)
        if finding.severity is rednotice.Severity.ERROR
    ]

    assert errors == []
    assert len(path.read_text("utf-8").splitlines()) <= 10


def test_the_minimal_example_is_the_ten_line_case() -> None:
    """
    What newcomers copy is the smallest case with a notice.
    """
    assert _records(EXAMPLES / "minimal.yaml") == _records(DATA / "ten_lines" / "notice.yaml")


def test_a_realistic_case_takes_no_more_values_than_its_sketch() -> None:
    """
    Case 1 takes no more values to type than it took in the sketch that it grew from.
    """
    case = sum(1 for _ in _leaves(_plain(EXAMPLES / "case-7f3k2w.yaml")))
    sketch = sum(1 for _ in _leaves(_plain(DATA / "appendix_b.yaml")))

    assert sketch > 100
    assert case <= sketch


def test_every_kind_of_record_is_used() -> None:
    """
    Each record class of the model stands in some example, but those of a release: the examples are
    cases that are kept.
    """
    known = {*record_classes(Case), *record_classes(SharedDocument)} - {*record_classes(Release)}
    used = {type(record) for path in FILES for top in _records(path) for _, record in walk(top)}

    assert sorted(cls.__name__ for cls in known - used) == []


def test_every_member_of_a_case_is_used() -> None:
    """
    Each member that a case may have at its top is shown in some example, but operations: no article
    says that its man is part of one, and nobody invented is part of a real one. Nor has any left.
    """
    cases = [top for path in FILES for top in _records(path) if isinstance(top, Case)]

    assert {
        field.name
        for field in fields_of(Case)
        if not any(getattr(case, field.name) for case in cases)
    } <= {"operations", "release"}


def test_most_core_codes_are_used() -> None:
    """
    At least four in five of the core codes, of all lists that a field takes, stand in some example.
    """
    used = {pair for path in FILES for top in _records(path) for pair in _codes(top)}
    core = {(name, code.code) for name in _lists() for code in codelists.codelist(name).core}
    left_out = ", ".join(f"{name}:{code}" for name, code in sorted(core - used))

    assert len(core & used) >= 0.8 * len(core), f"not used: {left_out}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_is_named_after_its_case(path: Path) -> None:
    """
    A file bears the id of its one case, or one of the fixed names.
    """
    assert path.stem in FIXED_NAMES or [path.stem] == [record.id for record in _records(path)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_example_says_first_what_it_is(path: Path) -> None:
    """
    The first line is a comment; of an invented case it says that it is invented.
    """
    first = path.read_text("utf-8").splitlines()[0]

    assert first.startswith("# ")
    assert path not in INVENTED or "nvented" in first


@pytest.mark.parametrize("path", INVENTED, ids=lambda path: path.stem)
def test_no_line_of_an_invented_case_is_too_long_to_read(path: Path) -> None:
    """
    A line has 110 characters at most.
    """
    lines = path.read_text("utf-8").splitlines()

    assert [number for number, line in enumerate(lines, 1) if len(line) > 110] == []


@pytest.mark.parametrize("path", INVENTED, ids=lambda path: path.stem)
def test_every_person_of_an_invented_case_is_named_as_a_sample(path: Path) -> None:
    """
    Every name of a person holds a word for "sample" in some language, or is an initial.
    """
    people = [
        record
        for top in _records(path)
        for _, record in walk(top)
        if isinstance(record, (Subject, Person))
    ]
    names = [
        " ".join(filter(None, (name.text, name.forename, name.family)))
        for person in people
        for name in person.names
    ]

    assert [
        name
        for name in names
        if not any(word in name.casefold() for word in SAMPLES) and not INITIAL.fullmatch(name)
    ] == []


@pytest.mark.parametrize("path", INVENTED, ids=lambda path: path.stem)
def test_no_body_of_an_invented_case_is_named(path: Path) -> None:
    """
    A body is described and not named, as by "a city police", or is named as a sample.
    """
    bodies = [
        record.name
        for top in _records(path)
        for _, record in walk(top)
        if isinstance(record, Organisation) and record.name
    ]

    assert [
        name
        for name in bodies
        if not name.startswith(("a ", "an ", "the "))
        and not any(word in name.casefold() for word in SAMPLES)
    ] == []


@pytest.mark.parametrize("path", INVENTED, ids=lambda path: path.stem)
def test_an_example_has_ids_only_where_something_points(path: Path) -> None:
    """
    Newcomers see that a record needs no id of its own; persons and bodies may have one anyway.
    """
    text = path.read_text("utf-8")
    for top in _records(path):
        for place, record in walk(top):
            own = None if isinstance(record, (Case, Subject, Person, Organisation)) else record
            identity = getattr(own, "id", None)
            if identity and "also_known_as" not in place:
                times = len(re.findall(rf"\b{re.escape(identity)}\b", text))
                assert times > 1, f"nothing points at {identity}"


def _records(path: Path) -> list[Case | SharedDocument]:
    return [record for _, record in rednotice.read(path).documents()]


def _plain(path: Path) -> Any:
    faults: list[Any] = []
    with path.open("rb") as file:
        (document,) = yaml.read(file, str(path), faults.append)
    assert faults == []
    return document.value


def _leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        value = value.values()
    elif not isinstance(value, list):
        yield value
        return
    for part in value:
        yield from _leaves(part)


def _list_of(shape: Shape) -> str | None:
    """
    The codelist of which a field's values are, if they are codes.
    """
    if isinstance(shape, Mapped):
        return _list_of(shape.value)
    limits = shape.limits if isinstance(shape, Scalar) else ()
    return next((limit.name for limit in limits if isinstance(limit, Codes)), None)


def _lists() -> set[str]:
    classes = {*record_classes(Case), *record_classes(SharedDocument)}
    names = {_list_of(field.one) for cls in classes for field in fields_of(cls)}
    return {name for name in names if name}


def _codes(top: Case | SharedDocument) -> Iterator[tuple[str, str]]:
    """
    Every code that stands in *top*, with its list.
    """
    for _, record in walk(top):
        for field in fields_of(type(record)):
            name, value = _list_of(field.one), getattr(record, field.name)
            if name and value:
                codes = value.values() if isinstance(value, dict) else value
                yield from ((name, code) for code in ([codes] if isinstance(codes, str) else codes))
