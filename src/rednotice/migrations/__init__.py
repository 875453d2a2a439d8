"""
Migrations: how a document of one version of the schema is written in the next, and back.

Each file of this folder whose name begins with ``from_`` is one step between two versions. It says
which versions these are (`OLDER`, `NEWER`) and what each writes otherwise (`UP`, `DOWN`). What the
other version cannot hold is not said there: its schema decides.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

import attrs

from rednotice.errors import UnknownName
from rednotice.migrations.rewriting import Rewording

_FILES = tuple(sorted(found.name for found in iter_modules(__path__) if found.name[:5] == "from_"))


@attrs.frozen
class Step:
    """
    One step between two versions: what the newer writes otherwise, and what the older.
    """

    older: str
    newer: str
    up: Rewording = attrs.field(repr=False)
    down: Rewording = attrs.field(repr=False)


@cache
def steps() -> tuple[Step, ...]:
    """
    All steps, from the oldest version to the newest.
    """
    modules = [import_module(f"{__name__}.{name}") for name in _FILES]
    found = [Step(each.OLDER, each.NEWER, each.UP, each.DOWN) for each in modules]
    return tuple(sorted(found, key=lambda step: _numbers(step.older)))


def versions() -> tuple[str, ...]:
    """
    Every version that a document can be brought to, from the oldest to the newest.
    """
    return (*(step.older for step in steps()), steps()[-1].newer)


def way(source: str, target: str) -> tuple[Step, ...]:
    """
    The steps from the version *source* to *target*, in the order in which they are taken.

    Raises:
        UnknownName: If there is no such version.
    """
    known = versions()
    if source not in known or target not in known:
        raise UnknownName(f"a version must be one of {', '.join(known)}")
    first, last = known.index(source), known.index(target)
    taken = steps()[min(first, last) : max(first, last)]
    return taken if first <= last else taken[::-1]


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
