"""
Members that are not there, and whether their record says why.
"""

from __future__ import annotations

from typing import Any


def accounts_for(record: Any, *members: str) -> bool:
    """
    Whether *record* has one of *members*, or says in `missing` why it has not.
    """
    there = record.__dict__
    if not there.keys().isdisjoint(members):
        return True
    return "missing" in there and not there["missing"].keys().isdisjoint(members)
