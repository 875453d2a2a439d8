"""Exceptions may be sent to other processes and kept in logs, so they must not carry a case."""

from __future__ import annotations

import copy
import hashlib
import json
import pickle
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import rednotice
from rednotice import RednoticeError, errors
from rednotice.releases.journal import opened
from rednotice.releases.keys import Key, key_of
from rednotice.verbs.clearing import Clearing, clear_file

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


def written(name: str, text: str | bytes) -> Path:
    """A file of the current folder that holds *text*."""
    file = Path(name)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def of_log(text: str) -> Callable[[], Any]:
    def open_it() -> None:
        with opened(written("log", text), Key(hashlib.sha256(b"invented").digest())):
            pass

    return open_it


def since_a_revision() -> None:
    git = shutil.which("git")
    assert git is not None
    subprocess.run([git, "init", "-q"], check=True)  # noqa: S603  # of a new folder
    rednotice.check(written("c.json", json.dumps(CASE)), changed_since=CANARY)


def without_an_extra() -> None:
    raise errors.MissingExtra("what needs it", "extra")


def clear_in_a_commented_file() -> None:
    file = written("c.yaml", b"# why\n" + rednotice.dumps(RED, format="yaml"))
    clearing = Clearing(place="i1.text", audience=rednotice.Audience.PARTNER)
    clear_file(file, file, clearing, lambda text, _: text)


RED = rednotice.from_dict({**CASE, "handling": {"tlp": "red"}})
CALLS: list[Callable[[], Any]] = [
    *(call for text in BROKEN for call in of_text(text, "json")),
    *(call for text in BROKEN_YAML for call in of_text(text, "yaml")),
    lambda: rednotice.loads(b"\xff" + CANARY.encode()),
    lambda: rednotice.dumps(rednotice.loads(json.dumps(CASE)), format=CANARY),
    lambda: rednotice.write([], f"{CANARY}.txt"),
    lambda: rednotice.codelist(CANARY),
    lambda: rednotice.Subject(label="A", born=CANARY),
    lambda: rednotice.Subject(**{CANARY: CANARY}),
    lambda: rednotice.Subject(label="A", missing={CANARY: CANARY}),
    lambda: rednotice.from_dict({**CASE, CANARY: {CANARY: CANARY}}),
    lambda: rednotice.from_dict({**CASE, "notices": [{"kind": CANARY, CANARY: 1}]}),
    lambda: rednotice.evolve(rednotice.loads(json.dumps(CASE)), id=f"{CANARY} {CANARY}"),
    lambda: key_of(CANARY.encode()),
    lambda: key_of(bytes(7) + CANARY.encode() * 9),
    of_log(CANARY),
    of_log(f'{{"{CANARY}": "{CANARY}"}}\n'),
    lambda: rednotice.policy(written("p.toml", f"{CANARY} = '{CANARY}'\n[{CANARY}]\nkeep=1")),
    lambda: rednotice.policy(written("p.toml", f"= {CANARY}")),
    lambda: rednotice.check([], settings=written("s.toml", f"{CANARY} = '{CANARY}'")),
    lambda: rednotice.check([], settings=written("s.toml", f"select = ['{CANARY}']")),
    lambda: rednotice.check([], settings={"severity": {"RN101": CANARY}}),
    lambda: rednotice.check([], settings=written("s.toml", f"= {CANARY}")),
    since_a_revision,
    without_an_extra,
    clear_in_a_commented_file,
    lambda: rednotice.write(RED, "c.json"),
    lambda: rednotice.redact("x", [f"{CANARY} Invented"], mark=f"[{CANARY}]"),
    lambda: rednotice.assess([RED], policy="public", register=written("r.csv", f"{CANARY}\n1\n")),
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


def test_every_public_error_is_among_those_that_are_sent_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new class of exceptions is tried before it is published."""
    monkeypatch.chdir(tmp_path)
    tried = {cls for call in CALLS for cls in type(raised_by(call)).__mro__}
    classes = {one for one in vars(errors).values() if isinstance(one, type)}

    assert {one for one in classes if issubclass(one, RednoticeError)} - {RednoticeError} <= tried


def test_findings_that_are_sent_on_leave_the_case_behind(tmp_path: Path) -> None:
    """They keep their places, as those of an exception do."""
    file = tmp_path / "c.json"
    file.write_text(json.dumps({**CASE, "notices": [{"kind": CANARY}], "operations": ["op9"]}))
    report = rednotice.check(file)
    again = pickle.loads(pickle.dumps(report))  # noqa: S301  # our own

    assert CANARY.encode() not in pickle.dumps(report)
    assert list(again) == list(report)
    assert [found.place for found in again] == [found.place for found in report]
    assert all(found.document is not None for found in report)


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
