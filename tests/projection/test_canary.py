"""
A case full of tokens is released: what survives is what the published table lets leave, no more.

The table is `schemas/1.0/release.csv`, which partners hold. Files are searched as bytes.
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import json
import random
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from canary import Canary, cyrillic, found, told, word
from filled import KEY, _record

import rednotice
from rednotice.model import Case, SharedDocument
from rednotice.policies import SHIPPED
from rednotice.records import Audience, walk

POLICIES = Path(__file__).parents[2] / "src/rednotice/policies/shipped"

AUDIENCES = list(Audience)[1:]
FORMATS = ("json", "jsonl", "yaml")
every_audience = pytest.mark.parametrize("audience", AUDIENCES, ids=lambda one: one.value)
every_format = pytest.mark.parametrize("format", FORMATS)
YEARS_ONLY = {"partner", "public"}
LONG_AGO = dt.date(900, 1, 1)  # before any year of the case, so that no consent has expired


@cache
def canary(*, codes: bool = False) -> Canary:
    return Canary(codes=codes)


def case(planted: Canary) -> Case:
    return rednotice.from_dict(planted.document)


def allowed(planted: Canary, audience: str, policy: Any = None) -> set[str]:
    """
    What may leave for *audience*, by the published table and by the file of a *policy*.

    The table does not say that ids are new, and how precise dates are.
    """
    dates = (policy or {}).get("dates", "day")
    precision = "year" if dates == "day" and audience in YEARS_ONLY else dates
    unsaid = {"id", "year", "day"} - {precision}
    dropped = {name: said["drop"] for name, said in (policy or {}).items() if name[0].isupper()}
    return {
        token
        for token, (way, kind) in planted.planted.items()
        if kind not in unsaid
        and told(way, audience, dropped)
        and not way.startswith("cleared.")  # of another text than the case has now
    }


def ways(planted: Canary, tokens: set[str]) -> list[str]:
    return sorted(planted.planted[token][0] for token in tokens)


def written(planted: Canary, policy: Any, folder: Path, format: str) -> bytes:
    file = folder / f"release.{format}"
    left = rednotice.anonymize([case(planted)], policy, key=KEY, today=LONG_AGO)
    rednotice.write(left, file)
    return file.read_bytes() + file.name.encode()


@every_format
@every_audience
def test_what_survives_is_what_the_published_table_lets_leave(
    audience: Audience, format: str, tmp_path: Path
) -> None:
    """Every text, number, key and day that the table withholds is gone, and no other."""
    planted = canary()
    survived = found(written(planted, audience, tmp_path, format), planted.planted)
    expected = allowed(planted, audience.value)

    assert ways(planted, survived - expected) == []
    assert ways(planted, expected - survived) == []
    assert len(planted.planted) > 500
    assert len(expected) > 15 or audience is Audience.PUBLIC


def shipped(name: str) -> str:
    return (POLICIES / f"{name}.toml").read_text(encoding="utf-8")


FLOOR = {"kind", "notices"}  # without these no case could leave, and the policy is refused


def lowered(text: str, chance: random.Random) -> str:
    """The policy *text* with about a third of the members that it keeps dropped."""

    def moved(found: re.Match[str]) -> str:
        names = re.findall(r'"([^"]+)"', found[1])
        drop = [name for name in names if name not in FLOOR and chance.random() < 1 / 3]
        keep = [name for name in names if name not in drop]
        return f"keep = {json.dumps(keep)}\ndrop = {json.dumps(drop)}"

    return re.sub(r"keep = \[([^]]*)\]\ndrop = \[\]", moved, text)


@every_format
@pytest.mark.parametrize("name", SHIPPED)
def test_what_survives_is_what_the_file_of_a_policy_keeps(
    name: str, format: str, tmp_path: Path
) -> None:
    """A policy that the library brings lets leave what its file says."""
    planted = canary()
    said = tomllib.loads(shipped(name))
    survived = found(written(planted, name, tmp_path, format), planted.planted)
    expected = allowed(planted, said["audience"], said)

    assert ways(planted, survived - expected) == []
    assert ways(planted, expected - survived) == []


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("name", SHIPPED)
def test_what_a_policy_drops_does_not_survive(name: str, seed: int, tmp_path: Path) -> None:
    """Also what would say nothing without it; what leaves without it is no secret of the policy."""
    planted = canary()
    text = lowered(shipped(name), random.Random(seed))  # noqa: S311  # members, and no secret
    file = tmp_path / "lowered.toml"
    file.write_text(text, encoding="utf-8")
    said = tomllib.loads(text)
    survived = found(written(planted, file, tmp_path, "json"), planted.planted)

    assert any(said[one]["drop"] for one in said if one[0].isupper())
    assert ways(planted, survived - allowed(planted, said["audience"], said)) == []


@every_audience
def test_no_old_id_survives(audience: Audience, tmp_path: Path) -> None:
    """Not even for those who may see which record is meant: a release has ids of its own."""
    planted = canary()
    ids = {token for token, (_, kind) in planted.planted.items() if kind == "id"}

    assert len(ids) > 30
    assert not found(written(planted, audience, tmp_path, "json"), ids)


@every_format
@every_audience
def test_a_code_of_another_vocabulary_is_a_text(
    audience: Audience, format: str, tmp_path: Path
) -> None:
    """
    Partners and the public get none; others get those that stand where they may see codes.

    A code takes the place of a state here, and no such state pursues.
    """
    planted = canary(codes=True)
    survived = found(written(planted, audience, tmp_path, format), planted.planted)
    codes = {token for token, (_, kind) in planted.planted.items() if kind == "code"}

    assert len(codes) > 30
    assert ways(planted, survived - allowed(planted, audience.value)) == []
    if audience.value in YEARS_ONLY:
        assert not survived & codes
    else:
        lost = ways(planted, (allowed(planted, audience.value) & codes) - survived)
        # A paper of a state that does not pursue is none of the bureau's business.
        assert lost == ["subjects.documents.issuing_state"] * (audience is Audience.CCF_BUREAU)


@every_audience
def test_a_cleared_wording_survives_for_its_audience_alone(audience: Audience) -> None:
    """With its text and its language, and without who cleared it."""
    planted = canary()
    notice = planted.document["notices"][0]
    wording = {**planted.document["cleared"][0], "about": f"{notice['id']}.text"}
    wording["text_sha256"] = hashlib.sha256(notice["text"].encode()).hexdigest()
    cleared = {token: way for token, (way, _) in planted.planted.items() if "cleared" in way}
    for meant in AUDIENCES:
        whole = {**planted.document, "cleared": [{**wording, "audience": meant.value}]}
        left = rednotice.anonymize(rednotice.from_dict(whole), audience, key=KEY, today=LONG_AGO)
        survived = found(rednotice.dumps(left[0]), cleared)

        assert {cleared[token] for token in survived} == (
            {"cleared.text", "cleared.language"} if audience is meant else set()
        )


@every_audience
def test_nothing_of_the_shared_document_survives(audience: Audience, tmp_path: Path) -> None:
    """It names agencies, and an agency names the host."""
    tokens: dict[str, str] = {}
    document = _spelled(_record(SharedDocument, 0, ""), tokens)
    shared = rednotice.from_dict(document | {"rednotice": "1.0", "shared": True}, SharedDocument)
    left = rednotice.anonymize([case(canary())], audience, key=KEY, shared=shared, today=LONG_AGO)
    rednotice.write(left, tmp_path / "release.json")

    assert len(tokens) > 20
    assert not found((tmp_path / "release.json").read_bytes(), tokens)


def _spelled(part: Any, tokens: dict[str, str]) -> Any:
    """*part* with a token in each of its prose texts."""
    match part:
        case dict():
            return {name: _spelled(value, tokens) for name, value in part.items()}
        case list():
            return [_spelled(one, tokens) for one in part]
        case "ZQ some words":
            token = word(5000 + len(tokens))
            tokens[token] = token
            return f"{token} words"
    return part


def test_a_repr_tells_ids_alone() -> None:
    """Records stand in logs and tracebacks."""
    planted = canary()
    ids = {token for token, (_, kind) in planted.planted.items() if kind == "id"}
    told_by_reprs = "\n".join(f"{record!r} {record}" for _, record in walk(case(planted)))

    assert found(told_by_reprs.encode(), planted.planted) <= ids


def test_a_refusal_quotes_no_token() -> None:
    """A text in the place of a list is refused by its place, and so is the other way round."""
    planted = canary()
    refusals = []
    for name, value in planted.document.items():
        wrong = {"a": value[0] if isinstance(value, list) else value}
        with pytest.raises(rednotice.Unreadable) as refused:
            rednotice.from_dict({**planted.document, name: wrong})
        refusals.append(f"{refused.value} {refused.value!r}")

    ids = {token for token, (_, kind) in planted.planted.items() if kind == "id"}
    assert found("\n".join(refusals).encode(), planted.planted) <= ids


# The search itself

TOKEN = word(77)
WRITINGS = {
    "utf-8": TOKEN.encode(),
    "utf-16": f"x{TOKEN}".encode("utf-16"),
    "utf-16 of the other end": TOKEN.encode("utf-16-be"),
    "capitals": TOKEN.upper().encode(),
    "json": "".join(f"\\u{ord(sign):04X}" for sign in TOKEN).encode(),
    "percent": "".join(f"%{ord(sign):02X}" for sign in TOKEN).encode(),
    "hex": TOKEN.encode().hex().upper().encode(),
    "reversed": TOKEN[::-1].encode(),
    **{f"base64 at {at}": base64.b64encode(b"x" * at + TOKEN.encode() + b"y") for at in range(3)},
}


@pytest.mark.parametrize("writing", WRITINGS)
def test_the_search_finds_a_token_in_every_writing(writing: str) -> None:
    """A search that finds nothing proves nothing."""
    content = b"{before: " + WRITINGS[writing] + b"}"

    assert found(content, [TOKEN, word(78)]) == {TOKEN}


@pytest.mark.parametrize("write", [str.encode, lambda text: quote(text).encode(), ascii])
def test_the_search_finds_a_token_in_cyrillic(write: Any) -> None:
    """The letters that JSON escapes."""
    made = write(cyrillic(TOKEN))
    content = made if isinstance(made, bytes) else made.encode()

    assert found(content, [cyrillic(TOKEN)]) == {cyrillic(TOKEN)}


def test_the_search_finds_every_token_of_the_case_that_is_kept() -> None:
    """All that was planted is there before a release; years stand in days."""
    planted = canary()
    years = {token for token, (_, kind) in planted.planted.items() if kind == "year"}

    assert found(rednotice.dumps(case(planted)), planted.planted) == set(planted.planted) - years
