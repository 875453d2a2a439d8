"""
Absent members, and whether their record says why they are missing.
"""

from __future__ import annotations

from typing import Any


def accounts_for(record: Any, *members: str) -> bool:
    """
    Whether *record* has one of *members*, or gives a reason in `missing` for one of them.
    """
    there = record.__dict__
    if not there.keys().isdisjoint(members):
        return True
    return "missing" in there and not there["missing"].keys().isdisjoint(members)
