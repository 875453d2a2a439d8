"""How the tests of the formats read: all values, and all faults with their places."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest

from rednotice import formats
from rednotice.findings import Finding

Fault = tuple[str, int, int]
Read = Callable[[str, str | bytes], tuple[list[Any], list[Fault]]]


def read(name: str, text: str | bytes) -> tuple[list[Any], list[Fault]]:
    """
    The values in *text*, in the format *name*, and rule, line and column of each fault. What has a
    member twice counts as a fault: the gate will refuse it.
    """
    data = text.encode() if isinstance(text, str) else text
    told: list[Finding] = []
    found = list(formats.by_name(name).read(io.BytesIO(data), "file", told.append))
    assert {one.file for one in (*told, *found)} <= {"file"}
    places = [("RN002", *place) for one in found for _, place in one.repeated[:1]]
    broken = [(finding.rule, *(finding.place or (0, 0))) for finding in told]
    return [one.value for one in found if not one.repeated], sorted(broken + places, key=_place)


def _place(fault: Fault) -> tuple[int, int]:
    return fault[1:]


@pytest.fixture(name="read")
def reader() -> Read:
    return read
