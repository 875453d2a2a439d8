"""pydantic and FastAPI: a record is the type of a field, and no value of a wrong one is told."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from typing import Annotated, Any

import pydantic
import pytest
from fastapi import Body, FastAPI
from fastapi.testclient import TestClient
from hypothesis import given
from mutations import mutated
from samples import (
    CASE,
    FOUND,
    LOSSY,
    SHARED,
    as_text,
    class_of,
    each_class,
    each_example,
    least,
)
from strategies import TOKENS, documents, examples
from typing_extensions import TypedDict

from rednotice import (
    Case,
    LogEntry,
    Notice,
    PartialDate,
    SharedDocument,
    Unreadable,
    from_dict,
)

ADDRESS = "https://w3id.org/rednotice/1.0/"
RECORD = from_dict(CASE)


class File(pydantic.BaseModel):
    """Somebody else's model that holds a case."""

    case: Case
    notices: list[Notice] = []


@pydantic.dataclasses.dataclass
class Dataclass:
    """A dataclass of pydantic's."""

    case: Case


@dataclasses.dataclass
class Plain:
    """A dataclass of Python's."""

    case: Case


class Typed(TypedDict):
    """A dict of which the types are known."""

    case: Case


def errors(kind: Any, value: Any) -> list[Any]:
    """What pydantic says of *value*, which is to be a *kind*."""
    with pytest.raises(pydantic.ValidationError) as refused:
        pydantic.TypeAdapter(kind).validate_python(value)
    return refused.value.errors()


def shown(found: list[Any]) -> list[tuple[str, str]]:
    """The rules and pointers of the errors of pydantic."""
    return [(error["type"], error["ctx"]["pointer"]) for error in found]


# A lossy dict


@pytest.mark.parametrize("holder", [File, Dataclass, Plain, Typed], ids=lambda each: each.__name__)
def test_a_model_tells_what_would_be_lost(holder: Any) -> None:
    """Each finding is an error, with its place behind that of the case."""
    found = errors(holder, {"case": LOSSY})

    assert shown(found) == FOUND
    assert [error["loc"] for error in found] == [("case",), ("case", "people", 0, "minor")]


@pytest.mark.parametrize(
    ("kind", "value"),
    [(Case, LOSSY), (list[Case], [LOSSY]), (dict[str, Case], {"x": LOSSY}), (Case | None, LOSSY)],
    ids=str,
)
def test_an_adapter_tells_what_would_be_lost(kind: Any, value: Any) -> None:
    """With the messages of the findings and no value."""
    with pytest.raises(Unreadable) as refused:
        from_dict(LOSSY)
    found = errors(kind, value)

    assert shown(found) == FOUND
    assert [error["msg"] for error in found] == [each.message for each in refused.value.findings]
    assert [error["input"] for error in found] == [None, None]


def test_json_tells_what_would_be_lost() -> None:
    """Whoever lets pydantic parse."""
    with pytest.raises(pydantic.ValidationError) as refused:
        File.model_validate_json(json.dumps({"case": LOSSY}))

    assert shown(refused.value.errors()) == FOUND


def test_an_error_shows_no_value() -> None:
    """Neither printed nor as JSON."""
    value = CASE | {"id": "Zdenka Invented", "Zdenka": "Invented"}
    with pytest.raises(pydantic.ValidationError) as refused:
        File.model_validate({"case": value})

    for text in (str(refused.value), repr(refused.value), refused.value.json()):
        assert "Zdenka" not in text
        assert "Invented" not in text


def test_a_union_tells_of_each_class_by_its_name() -> None:
    """As pydantic tells of unions: of all that was tried."""
    found = errors(Case | SharedDocument, 3)

    assert [(error["loc"], error["type"]) for error in found] == [
        (("function-plain[Case()]",), "RN006"),
        (("function-plain[SharedDocument()]",), "RN006"),
    ]


# There and back


@each_example
def test_every_example_comes_back_equal(value: Any) -> None:
    """As Python's values, and as JSON."""
    adapter: Any = pydantic.TypeAdapter(class_of(value))
    record = adapter.validate_python(value)

    assert type(record) is class_of(value)
    assert as_text(adapter.dump_python(record)) == as_text(value)
    assert adapter.validate_json(adapter.dump_json(record)) == record
    assert as_text(json.loads(adapter.dump_json(record))) == as_text(value)


@given(documents())
def test_what_from_dict_takes_pydantic_takes(value: Any) -> None:
    """As the same record."""
    cls = class_of(value)

    assert pydantic.TypeAdapter(cls).validate_python(value) == from_dict(value, cls)


def test_a_model_is_written_and_read() -> None:
    """By its own methods; absent members of records are left out."""
    whole = File(case=RECORD, notices=[Notice(kind="red")])
    plain = {"case": CASE, "notices": [{"kind": "red"}]}

    assert whole.model_dump() == whole.model_dump(mode="json") == plain
    assert json.loads(whole.model_dump_json()) == plain
    assert File.model_validate(plain) == whole
    assert File.model_validate_json(whole.model_dump_json()) == whole
    assert whole.case is RECORD
    assert whole.model_copy(deep=True) == whole


@each_class
def test_every_record_class_is_a_type(cls: type) -> None:
    """One that takes the least that it can hold."""
    adapter: Any = pydantic.TypeAdapter(cls)

    assert adapter.dump_python(adapter.validate_python(least(cls))) == least(cls)
    with pytest.raises(pydantic.ValidationError):
        adapter.validate_python({})


def test_a_date_within_python_values_is_taken() -> None:
    """As `from_dict` takes it."""
    value = {"action": "shared", "date": PartialDate("2021")}

    assert pydantic.TypeAdapter(LogEntry).validate_python(value).date == PartialDate("2021")


def test_pydantic_keeps_the_last_of_two_members() -> None:
    """It parses before we are asked, as `json.loads` does; the page says so."""
    twice = '{"rednotice": "1.0", "id": "c-1", "id": "c-2", "subjects": [{"label": "A"}]}'

    assert pydantic.TypeAdapter(Case).validate_json(twice).id == "c-2"


# JSON Schema


def test_the_schema_of_a_model_refers_to_ours() -> None:
    """By its address; nothing of it is copied."""
    schema = File.model_json_schema()

    assert schema["properties"]["case"] == {
        "title": "Case",
        "allOf": [{"$ref": f"{ADDRESS}case.schema.json"}],
    }
    assert schema["properties"]["notices"]["items"] == {
        "title": "Notice",
        "allOf": [{"$ref": f"{ADDRESS}case.schema.json#/$defs/Notice"}],
    }
    assert File.model_json_schema(mode="serialization")["properties"]["case"]
    assert len(json.dumps(schema)) < 1_000


# FastAPI


app = FastAPI()


@app.post("/cases")
def _take(case: Annotated[Case, Body()]) -> dict[str, Any]:
    return {"id": case.id}


@app.post("/files")
def _take_file(file: File) -> File:
    return file


@app.get("/cases/one", response_model=Case)
def _give() -> Case:
    return RECORD


@app.get("/cases")
def _give_all() -> list[Case]:
    return [RECORD]


@app.post("/documents")
def _take_either(document: Annotated[Case | SharedDocument, Body()]) -> str:
    return type(document).__name__


client = TestClient(app, raise_server_exceptions=False)


def test_a_body_is_a_case() -> None:
    """And nothing else need be written."""
    assert client.post("/cases", json=CASE).json() == {"id": "c-1"}
    assert client.post("/documents", json=CASE).json() == "Case"
    assert client.post("/documents", json=SHARED).json() == "SharedDocument"


def test_a_response_is_a_case() -> None:
    """As the model writes it, with absent members left out."""
    assert client.get("/cases/one").json() == CASE
    assert client.get("/cases").json() == [CASE]
    assert client.post("/files", json={"case": CASE}).json() == {"case": CASE, "notices": []}


@pytest.mark.parametrize(
    ("path", "body", "where"),
    [
        ("/cases", LOSSY, ["body"]),
        ("/files", {"case": LOSSY}, ["body", "case"]),
        ("/files", {"case": CASE, "notices": [{"kind": "red", "times": "no"}]}, None),
    ],
    ids=["case", "file", "notice"],
)
def test_a_wrong_body_is_told_by_pointers_and_rules(path: str, body: Any, where: Any) -> None:
    """Status 422; each error has no input."""
    answer = client.post(path, json=body)
    found = answer.json()["detail"]

    assert answer.status_code == 422
    assert [error["input"] for error in found] == [None] * len(found)
    if where:
        assert shown(found) == FOUND
        assert [error["loc"] for error in found] == [where, [*where, "people", 0, "minor"]]
    else:
        assert [error["type"] for error in found] == ["RN005"]


def canaries(value: Any) -> set[str]:
    """Every unmistakable text in *value*."""
    text = json.dumps(value)
    return {text[at : at + 10] for at in range(len(text)) if text.startswith("ZQ", at)}


@examples(4)
@given(mutated(TOKENS, TOKENS))
def test_no_answer_to_a_wrong_body_has_a_value_of_it(value: Any) -> None:
    """Neither a text nor a key, whatever is wrong."""
    text = client.post("/cases", content=json.dumps(value)).text

    assert "ZQ" not in text
    for place, inner in (("/files", {"case": value}), ("/documents", value)):
        answer = client.post(place, json=inner)
        if answer.status_code == 422:
            assert "ZQ" not in answer.text
            assert all(error["input"] is None for error in answer.json()["detail"])


TOKEN = "ZQ0001QZ"  # noqa: S105  # what a body holds and no answer may repeat
HOSTILE = {
    "a list": json.dumps([CASE | {"id": TOKEN}]),
    "a text": json.dumps(TOKEN),
    "a number": "70001",
    "null": "null",
    "a case that is cut off": json.dumps(CASE | {"note": TOKEN})[:-3],
    "no JSON": f"{TOKEN}: {{",
    "NaN": f'{{"{TOKEN}": NaN}}',
    "infinity": json.dumps(CASE)[:-1] + f', "{TOKEN}": -Infinity}}',
    "half of a character": f'{{"{TOKEN}": "\\ud800"}}',
    "half of a character in a name": f'{{"\\udfff{TOKEN}": 1}}',
    "many levels": f'{{"{TOKEN}": ' + "[" * 100_000 + "]" * 100_000 + "}",
    "some levels": json.dumps(CASE)[:-1] + ', "x": ' + "[" * 150 + f'"{TOKEN}"' + "]" * 150 + "}",
    "many digits": json.dumps(CASE)[:-1] + ', "x": ' + "7" * 4000 + "}",
    "too many digits": json.dumps(CASE)[:-1] + ', "x": ' + "7" * 9000 + "}",
    "no UTF-8": b'{"' + TOKEN.encode() + b'": "\xff"}',
    "a mark in front": "\ufeff" + json.dumps(CASE | {TOKEN: 1}),
    "nothing": "",
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("path", ["/cases", "/documents"])
def test_a_hostile_body_is_refused_without_a_word_of_it(content: str | bytes, path: str) -> None:
    """With a status that says that the body is at fault."""
    answer = client.post(path, content=content, headers={"content-type": "application/json"})

    assert answer.status_code in {400, 422}
    assert TOKEN not in answer.text
    assert "777" not in answer.text
    assert "70001" not in answer.text


@pytest.mark.parametrize("kind", [None, "text/plain", "application/octet-stream", "text/yaml"])
def test_a_body_that_is_not_said_to_be_json_is_refused(kind: str | None) -> None:
    """Its bytes are not repeated."""
    headers = {} if kind is None else {"content-type": kind}
    answer = client.post("/cases", content=f'{{"{TOKEN}": 1}}'.encode(), headers=headers)

    assert answer.status_code == 422
    assert TOKEN not in answer.text
    assert [error["input"] for error in answer.json()["detail"]] == [None]


def test_a_form_is_refused_without_a_word_of_it() -> None:
    """As browsers send it."""
    answer = client.post("/cases", data={TOKEN: TOKEN})

    assert answer.status_code == 422
    assert TOKEN not in answer.text


def test_openapi_refers_to_our_schema() -> None:
    """By its address, so that the description stays small."""
    answer = client.get("/openapi.json")
    body = answer.json()["paths"]["/cases"]["post"]["requestBody"]["content"]

    assert body["application/json"]["schema"]["allOf"] == [{"$ref": f"{ADDRESS}case.schema.json"}]
    assert len(answer.content) < 5_000


# Imports


def test_pydantic_is_not_imported() -> None:
    """Not by the package, nor by a class, nor by reading a case; it imports us."""
    code = (
        "import sys, rednotice; rednotice.from_dict("
        "{'rednotice': '1.0', 'id': 'c-1', 'subjects': [{'label': 'A'}]});"
        "rednotice.converter(); rednotice.validator();"
        "sys.exit(bool({'pydantic', 'pydantic_core', 'fastapi'} & set(sys.modules)))"
    )

    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603  # our own program
