"""
The floor of a policy: facts of which a released case must have some.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rednotice.model import Case
    from rednotice.policies.definition import Policy


def lacking(case: Case, policy: Policy) -> tuple[tuple[str, ...], ...]:
    """
    The items of the floor of *policy* of which the projected *case* has nothing; empty if it has
    something of each.

    A case that lacks one says too little to be a release.
    """
    return tuple(item for item in policy.floor if not any(_has(case, way) for way in item))


def _has(record: Any, way: str) -> bool:
    """
    Whether something stands at the end of *way*, which goes through lists.
    """
    name, _, rest = way.partition(".")
    value = record.__dict__.get(name)
    if value is None or not rest:
        return value is not None
    parts = value if isinstance(value, tuple) else (value,)
    return any(_has(part, rest) for part in parts)
