"""The whole way of a release, tried with cases in which every text, number and id is a token."""

from __future__ import annotations

import datetime as dt
import pickle
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import pytest
from released import EXAMPLES, FAR, KEY, plain

import rednotice
from rednotice import codelists
from rednotice.model import Case
from rednotice.policies import SHIPPED, Thresholds

sys.path.insert(0, str(Path(__file__).parents[1] / "projection"))
from canary import Canary, found, told

TODAY = dt.date(2026, 6, 1)
LABEL = "Zqlabel of a partner"
PURPOSES = [code.code for code in codelists.codelist("purposes")]
# For those who are nearest to a pursuer quickly; under every policy in the thorough run.
every_policy = pytest.mark.parametrize(
    "name",
    [
        pytest.param(one, marks=() if one in {"partner", "public"} else pytest.mark.thorough)
        for one in SHIPPED
    ],
)


def permitted(document: Any) -> Any:
    """*document*, with consents and marks by which it may go to anybody."""
    people = [
        one["id"]
        for member in ("subjects", "people")
        for one in document.get(member, ())
        if "id" in one
    ]
    consent = {"status": "given", "purposes": PURPOSES, "date": "2026-01", "given": "free"}
    return document | {
        "handling": {
            "tlp": "clear",
            "legal_basis": [{"basis": "public_interest"}],
            "review_after": "2030-01",
            "consent": [{"person": person, **consent} for person in people],
            "risks": [
                {"date": "2026-03", "adversary": state, "level": "low"}
                for state in document.get("pursued_by", ())
            ],
        }
    }


@cache
def canaries() -> tuple[Canary, ...]:
    files = sorted(EXAMPLES.glob("case-*.yaml"))
    wholes = [rednotice.loads(file.read_bytes(), format="yaml") for file in files]
    return tuple(
        Canary(permitted(plain(whole)), sound=True, first=1 + 2_000 * at)
        for at, whole in enumerate(wholes)
    )


@cache
def cases() -> list[Case]:
    return [rednotice.from_dict(one.document) for one in canaries()]


def planted() -> dict[str, tuple[str, str]]:
    return {token: where for one in canaries() for token, where in one.planted.items()}


def case_ids() -> set[str]:
    return {one.document["id"] for one in canaries()}


def without_thresholds(name: str) -> Any:
    """The policy *name*, which asks nothing of the set, so that many cases leave."""
    return attrs.evolve(rednotice.policy(name), thresholds=Thresholds())


def release(name: str, folder: Path, **options: Any) -> Any:
    given = {"policy": without_thresholds(name), "key": KEY, "today": TODAY, "yes": True} | options
    return rednotice.release(cases(), folder / "out", to=LABEL, log=folder / "log", **given)


def everything_in(folder: Path) -> Iterator[bytes]:
    """The bytes of all files below *folder*, and their names."""
    for path in sorted(folder.rglob("*")):
        yield path.name.encode()
        if path.is_file():
            yield path.read_bytes()


@pytest.mark.parametrize("yaml", [False, True], ids=["jsonl", "yaml"])
@every_policy
def test_t45_no_file_of_a_release_holds_what_must_not_leave(
    name: str, tmp_path: Path, *, yaml: bool
) -> None:
    """Data, manifest and page alike, and their names."""
    report = release(name, tmp_path, yaml=yaml)
    audience = rednotice.policy(name).audience
    survived = found(b"\n".join(everything_in(tmp_path / "out")), planted())
    allowed = {token for token, (way, kind) in planted().items()
               if kind != "id" and told(way, audience.value)}  # fmt: skip

    assert report.goes > 4, report
    assert survived <= allowed
    assert bool(survived) == (audience not in FAR)


@every_policy
def test_t45_the_log_holds_nothing_of_the_cases(name: str, tmp_path: Path) -> None:
    """Whoever finds the log learns who got what by policy, edition and label, and no case."""
    release(name, tmp_path)
    logged = b"\n".join(path.read_bytes() for path in tmp_path.iterdir() if path.is_file())

    assert LABEL.encode() in logged
    assert not found(logged, planted())
    assert not any(LABEL.encode() in part for part in everything_in(tmp_path / "out"))


@pytest.mark.thorough
@every_policy
def test_t45_what_is_said_of_a_release_names_ids_of_cases_alone(name: str, tmp_path: Path) -> None:
    """The dry run, its repr and its pickle, which stand in logs and on screens."""
    report = release(name, tmp_path, yes=False)
    said = "\n".join([*report.lines(), repr(report), str(report.as_dict())]).encode()

    assert list(tmp_path.iterdir()) == []
    assert found(said + pickle.dumps(report), planted()) <= case_ids()


@pytest.mark.parametrize(
    "options",
    [{"edition": "No Such Edition"}, {"policy": "zq-none"}, {"key": b"short"}, {"shared": "zq"}],
    ids=lambda one: next(iter(one)),
)
def test_t57_what_a_release_raises_names_no_value(options: Any, tmp_path: Path) -> None:
    """Neither of the cases nor of the key."""
    with pytest.raises((rednotice.RednoticeError, ValueError, OSError)) as raised:
        release("partner", tmp_path, **options)

    said = f"{raised.value} {raised.value!r}"
    assert not found(said.encode(), planted())
    assert "short" not in said.replace("shorter", "")


def test_t45_the_scan_of_the_library_finds_what_this_search_finds(tmp_path: Path) -> None:
    """Two searches that were written apart agree: a kept case is full of what must not leave."""
    folder = tmp_path / "kept"
    folder.mkdir()
    whole = cases()[0]
    rednotice.write(whole, folder / "cases.json")
    there = found((folder / "cases.json").read_bytes(), planted())
    verified = rednotice.verify(folder, against=whole, audience="partner")

    assert len(there) > 20
    assert not verified.is_clean
    assert len(verified.leaks) + verified.more > 20
