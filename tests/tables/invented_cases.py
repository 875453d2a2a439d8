"""Cases that may be counted for the public, all invented, and their tables."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path
from typing import Any

import rednotice
from rednotice import Case, Tabulation, from_dict

KEY = bytes.fromhex("5d1c9a40b7e2f36804d95bc81277ae3f6690b5d2ec174f8a33c1e0a9587b642d")
TODAY = dt.date(2026, 6, 1)
_STATES = ["TR", "RU", "CN", "TJ", "KZ", "UZ", "BY", "AE", "EG", "IR", "AZ", "UA"]
_OFFENCES = ["fraud", "extremism", "drugs", "homicide", "embezzlement"]
_METHODS = ["threat", "summons_interrogation", "detention", "exit_ban"]
_KINDS = ["red", "diffusion", "blue", "yellow"]
_OUTCOMES = ["arrested", "extradited", "held", "freed"]


def plain(number: int, **changes: Any) -> dict[str, Any]:
    """A case as a dict that may be published, the same as the others but for *changes*."""
    return {
        "rednotice": "1.0",
        "id": f"kept-{number:05}",
        "pursued_by": ["TR"],
        "subjects": [{"id": "s1", "label": f"Gargler {number}"}],
        "notices": [notice("TR", "2021")],
        "outcomes": [{"kind": "arrested", "according_to": ["class:press"]}],
        "handling": {
            "tlp": "clear",
            "legal_basis": [{"basis": "public_interest", "audience": "public"}],
            "review_after": "2030-01",
            "risks": [{"adversary": "TR", "level": "low", "date": "2026-01"}],
        },
        **changes,
    }


def notice(state: str, year: str, kind: str = "red", offence: str = "fraud") -> dict[str, Any]:
    """A notice that the public can see."""
    return {
        "kind": kind,
        "issuing_state": state,
        "through": ["class:press"],
        "public_extract": "published",
        "charges": [{"offence": [offence]}],
        "history": [{"status": "published", "date": year, "according_to": ["class:press"]}],
    }


def cases(count: int, start: int = 0, **changes: Any) -> list[Case]:
    return [from_dict(plain(number, **changes)) for number in range(start, start + count)]


def various(count: int, seed: int, start: int = 0) -> list[Case]:
    """Cases of many kinds, a few frequent and most rare."""
    chance = random.Random(seed)  # noqa: S311  # no secret

    def one_of(several: list[str]) -> str:
        return chance.choices(several, [1 / (place + 1) for place in range(len(several))])[0]

    def year() -> str:
        return str(2014 + int(10 * chance.random() ** 0.6))

    def case(number: int) -> Case:
        notices = [
            notice(one_of(_STATES), year(), one_of(_KINDS), one_of(_OFFENCES))
            for _ in range(chance.choice([1, 1, 1, 2]))
        ]
        kinds = sorted({one_of(_OUTCOMES) for _ in range(chance.choice([1, 1, 2]))})
        incidents = [{"method": one_of(_METHODS), "against": ["class:family"]}]
        struck = {"incidents": incidents} if chance.random() < 0.4 else {}
        outcomes = [{"kind": kind, "according_to": ["class:press"]} for kind in kinds]
        return from_dict(plain(number, notices=notices, outcomes=outcomes, **struck))

    return [case(number) for number in range(start, start + count)]


def tabulated(folder: Path, source: Any, name: str = "out", **options: Any) -> Tabulation:
    """Count *source*, and write the tables into *folder*."""
    return rednotice.tabulate(source, folder / name, **{"today": TODAY, **options})
