"""Exceptions may be sent to other processes and kept in logs, so they must not carry a case."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import rednotice
from rednotice import RednoticeError

CANARY = "Zdenka"
CASE = {"rednotice": "1.0", "id": "c-1", "subjects": [{"label": f"{CANARY} Invented"}]}
BROKEN = [
    json.dumps(CASE)[:-1],  # it ends too early
    json.dumps({**CASE, "notices": [{"kind": CANARY}]}),
    json.dumps({**CASE, CANARY: 1}),
    json.dumps({**CASE, "subjects": [{"names": [{"text": f"{CANARY} Invented"}], "born": CANARY}]}),
    json.dumps({**CASE, "id": CANARY}),
    json.dumps({**CASE, "summary": "\ud800 " + CANARY}),
    json.dumps(CASE).replace('"label"', f'"{CANARY}": 1, "{CANARY}"'),
    f'{{"{CANARY}": NaN}}',
    f'{{"id": "{CANARY}", "n": 1e999, "m": {"9" * 5000}}}',
    "[" * 500 + f'"{CANARY}"',
    f'{{"id": "{CANARY}" "b"}}',
]
BROKEN_YAML = [
    f"rednotice: '1.0'\nid: [{CANARY}\n",
    f"rednotice: '1.0'\nid: !{CANARY} x\n",
    f"rednotice: '1.0'\n? [{CANARY}]\n: x\n",
    f"{CANARY}: *{CANARY}\n",
    f"a: '{CANARY}\n",
    f"a: 1\n{CANARY}: 1\n{CANARY}: 2\n",
]


def raised_by(call: Callable[[], Any]) -> RednoticeError:
    with pytest.raises(RednoticeError) as raised:
        call()
    return raised.value


def sent_on(error: RednoticeError) -> Any:
    """The error as another process receives it."""
    return pickle.loads(pickle.dumps(error))  # noqa: S301  # our own


def chain(error: BaseException | None) -> Iterator[BaseException]:
    """The error and all its causes and contexts, including those that a traceback hides."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def of_text(text: str, format_: str) -> list[Callable[[], Any]]:
    data = text.encode("utf-8", "surrogatepass")
    return [lambda: rednotice.loads(data, format=format_)]


CALLS: list[Callable[[], Any]] = [
    *(call for text in BROKEN for call in of_text(text, "json")),
    *(call for text in BROKEN_YAML for call in of_text(text, "yaml")),
    lambda: rednotice.loads(b"\xff" + CANARY.encode()),
    lambda: rednotice.dumps(rednotice.loads(json.dumps(CASE)), format=CANARY),
    lambda: rednotice.write([], f"{CANARY}.txt"),
    lambda: rednotice.codelist(CANARY),
    lambda: rednotice.Subject(label="A", born=CANARY),
]


@pytest.mark.parametrize("number", range(len(CALLS)))
def test_an_error_that_is_sent_on_has_nothing_of_the_case(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No part of the case is in the pickle, the copy, the text, or the chained errors."""
    monkeypatch.chdir(tmp_path)
    error = raised_by(CALLS[number])

    assert CANARY.encode() not in pickle.dumps(error)
    for again in (sent_on(error), copy.copy(error), copy.deepcopy(error)):
        assert type(again) is type(error)
        assert str(again) == str(error)
        assert CANARY not in repr(again)
    for each in chain(error):
        assert CANARY not in f"{each!r} {each}"
        assert not isinstance(each, UnicodeError)


@pytest.mark.parametrize("name", ["zdenka/c.json", "zdenka.jsonl", "zdenka.yaml"])
def test_a_path_that_tells_a_name_stays_behind(tmp_path: Path, name: str) -> None:
    """The findings have it as it may be shown, and the documents are gone."""
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    names = [{"text": f"{CANARY} Invented", "kind": "wrong"}]
    file.write_text(json.dumps({**CASE, "subjects": [{"label": "A", "names": names}]}))
    error = raised_by(lambda: list(rednotice.read(file)))

    assert b"zdenka" not in pickle.dumps(error).lower()
    again = sent_on(error)
    assert isinstance(again, rednotice.Unreadable)
    assert again.findings == error.findings  # type: ignore[attr-defined]
    assert [found.place for found in again.findings] == [
        found.place
        for found in error.findings  # type: ignore[attr-defined]
    ]
    assert all(found.document is None for found in again.findings)


def test_a_suffix_that_no_format_has_is_told_without_its_path() -> None:
    """Only the caller gets the path."""
    error = raised_by(lambda: rednotice.write([], "zdenka.txt"))

    assert getattr(error, "path", None) == Path("zdenka.txt")
    assert getattr(copy.copy(error), "path", "none") is None
