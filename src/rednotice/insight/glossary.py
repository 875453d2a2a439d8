"""
The glossary: which word means what. It is the page ``docs/glossary.md``, which a wheel carries too.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_ENTRY = re.compile(r"^(\S.*)\n: ((?:.+\n?)+)", re.MULTILINE)


@attrs.frozen
class Term:
    """
    An entry of the glossary: the words that it explains, and what they mean.
    """

    name: str
    text: str


@cache
def terms() -> tuple[Term, ...]:
    """
    All entries, in the order of the page, without its marks for code and emphasis.
    """
    page = _page().read_text(encoding="utf-8")
    return tuple(
        Term(_unmarked(name), " ".join(_unmarked(text).split()))
        for name, text in _ENTRY.findall(page)
    )


def _page() -> Path | Traversable:
    from importlib.resources import files

    packed = files("rednotice.insight") / "glossary.md"
    return packed if packed.is_file() else Path(__file__).parents[3] / "docs" / "glossary.md"


def _unmarked(text: str) -> str:
    return text.replace("*", "")
