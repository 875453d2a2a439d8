"""Cases that may go to partners, all invented, and their release."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import rednotice
from rednotice import Case, ReleaseReport, from_dict

KEY = bytes.fromhex("5d1c9a40b7e2f36804d95bc81277ae3f6690b5d2ec174f8a33c1e0a9587b642d")
TODAY = dt.date(2026, 6, 1)


def plain(number: int, **changes: Any) -> dict[str, Any]:
    """A case as a dict, the same as the others in all that leaves but for what was done."""
    method = ("threat", "summons_interrogation")[number % 2]
    return {
        "rednotice": "1.0",
        "id": f"kept-{number:04}",
        "pursued_by": ["CN"],
        "summary": f"An invented account, number {number}.",
        "subjects": [
            {"id": "s1", "label": f"Gargler {number}", "names": [{"text": "Zaphodine Zyx"}]}
        ],
        "notices": [
            {
                "kind": "red",
                "issuing_state": "CN",
                "number": f"2031/{44000 + number}",
                "through": ["class:press"],
                "charges": [{"offence": ["fraud"], "text": "an invented wording"}],
                "history": [
                    {"status": "published", "date": "2021-03", "according_to": ["class:press"]}
                ],
            }
        ],
        "incidents": [
            {
                "method": method,
                "against": ["class:family"],
                "published": {"date": "2022-01"},
                "according_to": ["class:press"],
            }
        ],
        "outcomes": [{"kind": "arrested", "date": "2022-05", "according_to": ["class:press"]}],
        "sources": [{"id": "q1", "kind": "interview", "by": ["s1"]}],
        "handling": {
            "tlp": "amber",
            "legal_basis": [{"basis": "public_interest", "audience": "partner"}],
            "review_after": "2030-01",
            "risks": [{"adversary": "CN", "level": "low", "date": "2026-01"}],
        },
        **changes,
    }


def cases(count: int, start: int = 0, **changes: Any) -> list[Case]:
    return [from_dict(plain(number, **changes)) for number in range(start, start + count)]


def withdrawn(number: int, **consent: Any) -> Case:
    """A case in which the subject withdrew their consent."""
    made = plain(number)
    made["handling"]["consent"] = [{"person": "s1", "status": "withdrawn", **consent}]
    return from_dict(made)


def released(folder: Path, source: Any, name: str = "out", **options: Any) -> ReleaseReport:
    """Release *source* to a partner, into *folder*."""
    options = {"policy": "partner", "to": "Partner A", "log": folder / "log"} | options
    options = {"key": KEY, "yes": True, "today": TODAY} | options
    return rednotice.release(source, folder / name, **options)
