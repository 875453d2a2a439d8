"""What leaves of an example is a clean release for every audience."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import attrs
import pytest
from filled import release_key

import rednotice
from rednotice.model import Release, SharedDocument
from rednotice.projection.finishing import finish
from rednotice.projection.projecting import project
from rednotice.records import Audience

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = sorted(path for path in EXAMPLES.glob("*.yaml") if path.name != "shared.yaml")
SHARED = rednotice.loads((EXAMPLES / "shared.yaml").read_bytes(), SharedDocument, format="yaml")
TODAY = dt.date(2026, 11, 29)


@pytest.mark.parametrize("audience", list(Audience)[1:], ids=lambda one: one.value)
def test_what_leaves_of_an_example_is_clean(audience: Audience) -> None:
    """No rule finds anything, not even a hint: whoever holds a release cannot mend it."""
    release = Release(audience=audience.value, policy="example 1", date="2026-11")  # type: ignore[arg-type]  # read from text
    cases = (rednotice.loads(file.read_bytes(), format="yaml") for file in FILES)
    left = [project(case, audience, shared=SHARED, today=TODAY) for case in cases]
    finished = finish(left, release_key(bytes(range(32)), audience, ""))
    found = [
        (finding.rule, finding.pointer)
        for case in finished
        for finding in rednotice.check(attrs.evolve(case, release=release), today=TODAY)
    ]

    assert found == []
