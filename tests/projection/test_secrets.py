"""
What a pursuing state must not learn, swapped one by one in every example.

These tests judge the table of releases and do not consult it: whatever a field says, a partner's
and the public's release must be the same before and after.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import rednotice
from rednotice.codelists.groups import below
from rednotice.model import SharedDocument
from rednotice.projection.finishing import finish, release_key
from rednotice.projection.projecting import project
from rednotice.records import PARTNER, PUBLIC, Audience

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = sorted(path for path in EXAMPLES.glob("*.yaml") if path.name != "shared.yaml")
SHARED = rednotice.loads((EXAMPLES / "shared.yaml").read_bytes(), SharedDocument, format="yaml")
KEY = bytes(range(32))


@cache
def example(file: Path) -> Any:
    return rednotice.to_dict(rednotice.loads(file.read_bytes(), format="yaml"))


def released(document: Any, audience: Audience) -> bytes:
    case = rednotice.from_dict(document)
    [left] = finish([project(case, audience, shared=SHARED)], release_key(KEY, audience, ""))
    return rednotice.dumps(left)


def objects(part: Any) -> Iterator[dict[str, Any]]:
    """Every object inside *part*, itself first, without the reasons for what is missing."""
    if isinstance(part, dict):
        yield part
        part = [value for name, value in part.items() if name != "missing"]
    if isinstance(part, list):
        for one in part:
            yield from objects(one)


def swap(part: Any, member: str, value: Any) -> None:
    """Give *member* the *value* in every object inside *part* that has it."""
    for one in objects(part):
        if member in one:
            one[member] = value


def drop(part: Any, *members: str) -> None:
    """Take *members* out of every object inside *part*, and an object that is empty then."""
    for one in objects(part):
        for member in members:
            if member in one and len(one) > 1:
                del one[member]


def host(case: Any) -> None:
    """The country where the person lives, was stopped or asked for protection."""
    pursuers = set(case.get("pursued_by", ()))
    for part in ("events", "outcomes", "incidents", "proceedings", "people", "subjects"):
        for one in objects(case.get(part, [])):
            for member in ("country", "destination", "origin", "residence"):
                if isinstance(one.get(member), str) and one[member] not in pursuers:
                    one[member] = "IS"


def place(case: Any) -> None:
    """The town."""
    swap(
        [case.get("events", []), case.get("outcomes", []), case.get("incidents", [])], "place", "X"
    )


def asylum(case: Any) -> None:
    """That protection was asked for, and what came of it."""
    kinds = {"asylum", "exclusion_cessation", "immigration", "removal", "detention_review"}
    rest = [one for one in case.get("proceedings", ()) if one.get("kind") not in kinds]
    replace(case, "proceedings", rest)


def replace(case: Any, member: str, items: list[Any]) -> None:
    case.pop(member, None)
    if items:
        case[member] = items


def residence(case: Any) -> None:
    """Under what status the person stays."""
    for subject in case["subjects"]:
        if len(subject) > 1:
            subject.pop("residences", None)


def counsel(case: Any) -> None:
    """Who acts for the person, and before whom."""
    drop(case.get("proceedings", []), "counsel", "signatory")
    for person in case.get("people", ()):
        if person.get("relation", {}).get("kind") == "lawyer_of":
            person["names"], person["label"] = [{"text": "Ada Nobody"}], "Another"


def route(case: Any) -> None:
    """From where to where, and by what way."""
    drop([case.get("events", []), case.get("outcomes", [])], "origin", "destination")


def relation(case: Any) -> None:
    """Which relative: a brother, a mother."""
    relatives = below("relations", "relative") - {"ex_spouse", "former_spouse", "relative"}
    for person in case.get("people", ()):
        kind = person.get("relation", {}).get("kind")
        if kind in relatives:
            person["relation"]["kind"] = "sibling" if kind == "parent" else "parent"


def who_talked(case: Any) -> None:
    """Which person on the person's side spoke."""
    side = {"class:relative_or_friend", "class:counsel", "class:supporter", "class:person"}
    for one in objects(case):
        for member in ("by", "according_to"):
            words = one.get(member)
            if isinstance(words, list) and set(words) & side:
                one[member] = ["class:supporter" if word in side else word for word in words]


def names(case: Any) -> None:
    """What anybody is called."""
    for one in (*case["subjects"], *case.get("people", ())):
        if "names" in one:
            one["names"] = [{"text": "Ada Nobody"}]
        if "label" in one:
            one["label"] = "Another"


def papers(case: Any) -> None:
    """What travel documents there are."""
    for subject in case["subjects"]:
        for one in subject.get("documents", ()):
            one |= {"kind": "passport", "number": "ZQ1", "issuing_state": "IS"}
        subject["documents"] = [*subject.get("documents", ()), {"number": "ZQ2"}]


def notes(case: Any) -> None:
    """What those who work on the case wrote for themselves."""
    swap(case, "note", "Another note.")
    case["summary"], case["note"] = "Another summary.", "Another note."


def prose(case: Any) -> None:
    """What texts say."""
    swap(case, "text", "Other words.")


def consent(case: Any) -> None:
    """Who agreed to what, and who was at risk."""
    handling = case.setdefault("handling", {})
    handling["consent"] = [{"person": "s1", "status": "refused"}]
    handling["log"] = [{"date": "2026", "action": "shared"}]


def held(case: Any) -> None:
    """What documents we hold, who gave them, and what we withhold."""
    for one in case.get("sources", ()):
        one |= {"title": "Another source", "held": True, "reliability": "f"}


def copies(case: Any) -> None:
    """In whose databases a copy stands, and who received the notice."""
    for notice in case.get("notices", ()):
        notice["national_copies"] = [{"country": "IS"}]
        notice["circulated_to"] = ["IS"]


def access(case: Any) -> None:
    """That somebody asked the CCF for access."""
    kinds = {"ccf_access", "ccf_pre_emptive"}
    rest = [one for one in case.get("proceedings", ()) if one.get("kind") not in kinds]
    replace(case, "proceedings", rest)


def compliance(case: Any) -> None:
    """Whether somebody did what was demanded."""
    for one in case.get("incidents", ()):
        one["complied"] = "not_done" if one.get("complied") == "done" else "done"


def channel(case: Any) -> None:
    """By what means and by when."""
    drop(case.get("incidents", []), "channel", "deadline")


def untold(case: Any) -> None:
    """That somebody told of an incident that nobody published."""
    pursuers = set(case.get("pursued_by", ()))
    rest = [
        one
        for one in case.get("incidents", ())
        if "published" in one or (pursuers and pursuers <= set(one.get("known_to", ())))
    ]
    replace(case, "incidents", rest)


def ids(case: Any) -> None:
    """What the records are called in our files."""
    old = {one["id"]: f"zq-{at}" for at, one in enumerate(objects(case)) if is_id(one.get("id"))}
    for one in objects(case):
        for member, value in one.items():
            if isinstance(value, list):
                one[member] = [rename(part, old) for part in value]
            else:
                one[member] = rename(value, old)


def is_id(value: Any) -> bool:
    return isinstance(value, str)


def rename(value: Any, names: dict[str, str]) -> Any:
    if not isinstance(value, str):
        return value
    head, dot, rest = value.partition(".")
    return f"{names[head]}{dot}{rest}" if head in names else value


def order(case: Any) -> None:
    """In what order we wrote things down."""
    for one in objects(case):
        for member, value in one.items():
            if isinstance(value, list) and member not in {"history", "chain_of_custody"}:
                one[member] = value[::-1]


def searches(case: Any) -> None:
    """Where somebody looked, and what the answer was."""
    case.pop("searches", None)


def decisions(case: Any) -> None:
    """What an editor decided."""
    case.pop("editor_decisions", None)


def bookkeeping(case: Any) -> None:
    """When and how the case was coded."""
    case["record"] = {"coded_on": "2019", "coded_by": "Another", "owner": "Another"}


def extensions(case: Any) -> None:
    """What other software keeps."""
    case["extensions"] = {"org.example": {"anything": True}}


SECRETS: tuple[Callable[[Any], None], ...] = (
    *(host, place, asylum, residence, counsel, route, relation, who_talked, names, papers),
    *(notes, prose, consent, held, copies, access, compliance, channel, untold, ids, order),
    *(searches, decisions, bookkeeping, extensions),
)

# What the model still releases to partners. The mechanism keeps what the table says, no more.
RELEASED = {searches, decisions, bookkeeping}


@pytest.mark.parametrize("audience", [PARTNER, PUBLIC], ids=lambda one: one.value)
@pytest.mark.parametrize("secret", SECRETS, ids=lambda one: one.__name__)
def test_a_secret_moves_no_byte_of_a_release(
    secret: Callable[[Any], None], audience: Audience
) -> None:
    """A pursuing state that reads the release cannot tell which of the two cases we hold."""
    moved = []
    for file in FILES:
        other = copy.deepcopy(example(file))
        secret(other)
        if released(other, audience) != released(example(file), audience):
            moved.append(file.stem)

    if secret in RELEASED and moved:
        pytest.xfail("the model releases it to this audience")
    assert moved == []


@pytest.mark.parametrize("secret", SECRETS, ids=lambda one: one.__name__)
def test_a_secret_is_one_that_an_example_holds(secret: Callable[[Any], None]) -> None:
    """Or else nothing would be tried."""

    def differs(file: Path) -> bool:
        other = copy.deepcopy(example(file))
        secret(other)
        return bool(other != example(file))

    assert any(map(differs, FILES))
