"""The examples, invented cases, and what a release gives of them, as plain values and bytes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import rednotice
from rednotice.model import Case, SharedDocument
from rednotice.records import Audience

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
FILES = sorted(path for path in EXAMPLES.glob("*.yaml") if path.name != "shared.yaml")
SHARED = rednotice.loads((EXAMPLES / "shared.yaml").read_bytes(), SharedDocument, format="yaml")
KEY = bytes.fromhex("9f3a61c8047be25d13f0a894c6e17b5208d94fb36ea1703c5bd2e6871f409ac5")
OTHER_KEY = bytes.fromhex("c07d1b95e8f42a6301bd5ef8790a24c6d31f8be04572a96d0c38e5b16f9247ad")
AUDIENCES = list(Audience)[1:]
FAR = [Audience.PARTNER, Audience.PUBLIC]
every_audience = pytest.mark.parametrize("audience", AUDIENCES, ids=lambda one: one.value)
far_audience = pytest.mark.parametrize("audience", FAR, ids=lambda one: one.value)


@cache
def examples() -> list[Case]:
    return [rednotice.loads(file.read_bytes(), format="yaml") for file in FILES]


@cache
def examples_for(audience: Audience) -> list[Case]:
    """What *audience* gets of the examples."""
    return rednotice.anonymize(examples(), audience, key=KEY, shared=SHARED)


def plain(case: Case) -> Any:
    return rednotice.to_dict(case)


def case(**members: Any) -> Case:
    """An invented case of a state that pursues somebody, with *members*."""
    whole = {"rednotice": "1.0", "id": "c-1", "pursued_by": ["TJ"], "subjects": [{"id": "s1"}]}
    return rednotice.from_dict({**whole, **members})


def released(cases: Any, audience: Any = Audience.PARTNER, **more: Any) -> bytes:
    """The bytes of a release of *cases*, a line each."""
    given = {"key": KEY, "shared": SHARED, **more}
    left = rednotice.anonymize(cases, audience, **given)
    return b"\n".join(rednotice.dumps(one) for one in left)


def left(whole: Case, audience: Any = Audience.PARTNER) -> Any:
    """What is left of the case *whole*, as plain values."""
    [one] = rednotice.anonymize(whole, audience, key=KEY, shared=SHARED)
    return plain(one)


def parts(value: Any) -> Iterator[Any]:
    """All that *value* holds, names of members too."""
    yield value
    match value:
        case dict():
            for name, part in value.items():
                yield name
                yield from parts(part)
        case list():
            for part in value:
                yield from parts(part)


def many(number: int) -> list[Case]:
    """Invented cases that differ in what a partner may see."""
    states = ["TJ", "CN", "RU", "TR", "AZ", "EG", "IR", "BY", "UZ", "VN"]
    offences = ["fraud", "terrorism", "espionage", "extremism", "bribery"]
    return [
        case(
            id=f"c-{at}",
            notices=[
                {
                    "kind": ("red", "blue")[at // 10 % 2],
                    "published": {"date": "2025"},
                    "issuing_state": states[at % 10],
                    "charges": [{"offence": [offences[at // 20 % len(offences)]]}],
                    "history": [{"status": "published", "date": str(1990 + at // 40)}],
                }
            ],
        )
        for at in range(number)
    ]
