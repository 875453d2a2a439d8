"""The two articles and the shared document as views, for the tests that ask them."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import rednotice
from rednotice.insight.view import View
from rednotice.model import Case, SharedDocument

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLES = Path(__file__).parents[2] / "examples"
TODAY = dt.date(2027, 1, 1)


@pytest.fixture(scope="session")
def article() -> Callable[[str], View]:
    """A function that gives the view of article A or B, or of what both share."""
    shared = rednotice.loads((EXAMPLES / "shared.yaml").read_bytes(), SharedDocument, format="yaml")

    @cache
    def view(name: str) -> View:
        if name == "Shared":
            return View(shared, TODAY)
        text = (EXAMPLES / f"article-{name.lower()}.yaml").read_bytes()
        return View(rednotice.loads(text, Case, format="yaml"), TODAY, shared=shared)

    return view
