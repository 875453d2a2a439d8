"""
The documents that are measured: one invented case of the examples, alone and many times over.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import attrs
import msgspec
import rednotice

EXAMPLE = Path(__file__).parents[1] / "examples" / "case-7f3k2w.yaml"


def case() -> rednotice.Case:
    """
    The case: sparse, a dozen kinds of records, most of their members absent.
    """
    (found,) = rednotice.read(EXAMPLE)
    return found


def compact(one: rednotice.Case) -> bytes:
    """*one* as the library writes it, one line."""
    return rednotice.dumps(one)


def pretty(one: rednotice.Case) -> bytes:
    """*one* as people read it, two blanks a level."""
    return msgspec.json.format(rednotice.dumps(one), indent=2)


def write(path: Path, count: int) -> None:
    """
    Write *count* cases with ids of their own to *path*, in the format that its suffix tells.
    """
    rednotice.write(_many(count), path)


def _many(count: int) -> Iterator[rednotice.Case]:
    first = case()
    for number in itertools.islice(itertools.count(), count):
        yield attrs.evolve(first, id=f"c-{number}")
