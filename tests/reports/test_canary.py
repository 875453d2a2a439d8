"""No form of a report, no exception and no representation has a piece of a value in it."""

from __future__ import annotations

import copy
import io
import json
import pickle
import random
import re
import sys
import traceback
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rednotice
from rednotice import formats, gate, reports
from rednotice.findings import Report, Severity
from rednotice.verbs.checking import check

sys.path.insert(0, str(Path(__file__).parents[1] / "projection"))
from filled import filled  # found beside the tests of the projection

# No English word has four of these in a row, nor has a hash.
LETTERS = "jkqvwxz"
Way = tuple[str | int, ...]


def places(value: Any, way: Way = ()) -> Iterator[tuple[Way, Any]]:
    """Every value within *value*, with the way to it."""
    yield way, value
    inside: Any = value.items() if isinstance(value, dict) else ()
    for name, part in enumerate(value) if isinstance(value, list) else inside:
        yield from places(part, (*way, name))


def put(document: Any, way: Way, value: Any) -> None:
    """Put *value* at *way* into *document*."""
    for part in way[:-1]:
        document = document[part]
    document[way[-1]] = value


@cache
def tokens() -> list[str]:
    """Words that occur nowhere else."""
    chance = random.Random(7)  # noqa: S311  # no secret
    return ["".join(chance.choices(LETTERS, k=8)) for _ in range(3_000)]


@cache
def canary() -> dict[str, Any]:
    """
    A case in which every member has a value, and each that may be any text is a token.

    No id is one: that of the case is shown, and after a slip that of a record can be read as one.
    It is no release, of which less is asked.
    """
    document = {name: part for name, part in filled().items() if name != "release"}
    new = iter(tokens())
    for way, value in [*places(document)]:
        if isinstance(value, str) and way[-1] != "id":
            put(document, way, next(new))
            if not gate.is_accepted(document):
                put(document, way, value)
    return document


@cache
def pieces() -> frozenset[str]:
    """All that four letters in a row are in a token."""
    return frozenset(token[place : place + 4] for token in tokens() for place in range(5))


def quoted(text: str) -> list[str]:
    """The pieces of tokens in *text*."""
    runs = re.findall(f"[{LETTERS}]{{4,}}", text.casefold())
    return [run for run in runs if any(run[at : at + 4] in pieces() for at in range(len(run)))]


def told(report: Report) -> Iterator[str]:
    """All that is told of *report*: in every form, with all that is not a value asked for."""
    for form in reports.NAMES:
        for every in (False, True):
            file = io.StringIO()
            options = reports.Options(failing=Severity.INFO, every=every, colour=every)
            reports.by_name(form).write(report, file, options)
            yield file.getvalue()
    yield f"{report} {report!r}"
    yield "\n".join(f"{finding} {finding!r}" for finding in report)
    yield pickle.dumps(report).decode("latin-1")


def raised(path: Path) -> Iterator[str]:
    """All that is told of the exception which reading *path* ends with, if it does."""
    try:
        for case in rednotice.read(path):
            yield repr(case)
    except rednotice.RednoticeError as error:
        yield f"{error} {error!r}"
        yield pickle.dumps(error).decode("latin-1")
        yield "".join(traceback.format_exception(error))


class Damaged(NamedTuple):
    """The text of a file of cases, and its format. The text is long, so it is not shown."""

    format: str
    text: bytes

    def __repr__(self) -> str:
        return f"<{len(self.text)} bytes of {self.format}>"


@st.composite
def damaged(draw: st.DrawFn) -> Damaged:
    """The canary after one slip in a value, a name or the text; and its format."""
    document = copy.deepcopy(canary())
    token = draw(st.sampled_from(tokens()[:50]))
    slip = draw(st.sampled_from(["none", "value", "object", "list", "member", "name", "gone"]))
    way, value = draw(st.sampled_from([one for one in places(document) if one[0]]))
    if slip in {"value", "object", "list"}:
        put(document, way, {"value": token, "object": {token: token}, "list": [token]}[slip])
    elif isinstance(value, dict):
        names = sorted(value)
        name = draw(st.sampled_from(names))
        if slip == "member":
            value[token] = token
        elif slip == "name":
            put(document, way, {token if one == name else one: value[one] for one in names})
        elif slip == "gone":
            del value[name]
    format_ = draw(st.sampled_from(["json", "jsonl", "yaml"]))
    file = io.BytesIO()
    formats.by_name(format_).write([document, {"rednotice": "1.0", "id": f"No {token}"}], file)
    text = file.getvalue()
    if draw(st.booleans()):
        at = draw(st.integers(0, len(text)))
        typed = draw(st.sampled_from([b"", b'"', b"{", b"]", b"\n", b"\xff", b"\\", b": ", b"\t"]))
        text = text[:at] + typed + text[at:] if typed else text[:at]
    return Damaged(format_, text)


@pytest.fixture(scope="module", name="place")
def place_of_canaries(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cases")


@settings(max_examples=settings.default.max_examples // 3)
@given(slipped=damaged())
def test_nothing_of_a_value_is_told(place: Path, slipped: Damaged) -> None:
    """Whatever is wrong with a case, in whatever form it is said, and also if it is raised."""
    path = place / f"c.{slipped.format}"
    path.write_bytes(slipped.text)

    for said in (*told(check(path, audience="public")), *raised(path)):
        assert quoted(said) == []


def test_the_canary_sings_where_values_are_asked_for(place: Path) -> None:
    """Otherwise the law above would prove nothing: tokens are found, and the case is full."""
    document = copy.deepcopy(canary())
    document["summary"] = [document["summary"]]
    path = place / "shown.json"
    path.write_text(json.dumps(document))
    report = check(path, masked=False)

    for form in ("text", "json", "jsonl", "html"):
        file = io.StringIO()
        options = reports.Options(failing=Severity.ERROR, values=True)
        reports.by_name(form).write(report, file, options)
        assert quoted(file.getvalue())
    assert len(quoted(json.dumps(canary()))) > 100


@pytest.mark.parametrize("form", reports.NAMES)
@pytest.mark.parametrize("broken", [False, True], ids=["whole", "broken"])
def test_a_name_in_a_path_or_an_id_is_told_by_no_form(
    form: str, tmp_path: Path, *, broken: bool
) -> None:
    """Folder, file and case are named after the person, and a running number stands for each."""
    name = tokens()[-1]
    path = tmp_path / name / f"{name}.json"
    path.parent.mkdir()
    case = {"rednotice": "1.0", "id": f"c-{name}", "subjects": [{"names": [{"text": name}]}]}
    path.write_text(json.dumps(case | ({"x": 1} if broken else {})))
    report = check(path)
    file = io.StringIO()

    reports.by_name(form).write(report, file, reports.Options(failing=Severity.ERROR))

    assert len(report) > 0
    assert quoted(file.getvalue()) == []


@pytest.mark.parametrize("form", reports.NAMES)
@pytest.mark.parametrize("state", ["whole", "refused", "broken"])
def test_a_name_in_another_script_is_told_by_no_form(form: str, state: str, tmp_path: Path) -> None:
    """Folder, file and id bear it as others write it."""
    case = {"rednotice": "1.0", "id": "c-vyhadanenko", "operations": ["op9"]}
    case |= {"subjects": [{"names": [{"text": "Григорій ван Вигаданенко"}]}]}
    text = json.dumps(case | ({} if state == "whole" else {"x": 1}), ensure_ascii=False)
    path = tmp_path / "d" / "hryhorij-2" / "%D0%92%D0%B8%D0%B3%D0%B0%D0%B4%D0%B0%D0%BD.json"
    path.parent.mkdir(parents=True)
    path.write_text(text[:-1] if state == "broken" else text, encoding="utf-8")
    report = check(tmp_path / "d")
    file = io.StringIO()

    reports.by_name(form).write(report, file, reports.Options(failing=Severity.INFO, every=True))

    told = file.getvalue().casefold() + f"{report.unopened!r} {report.passed_over!r}"
    pieces_ = {
        name[at : at + 4] for name in ("hryhorij", "vyhadanenko") for at in range(len(name) - 3)
    }
    assert len(report) > 0
    assert [piece for piece in (*pieces_, "%d0", "вига") if piece in told] == []
