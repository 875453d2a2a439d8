"""
The few pieces of Markdown that the pages of the reference are made of.
"""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


def joined(parts: Iterable[str]) -> str:
    """
    Paragraphs as one page.
    """
    return "\n\n".join(parts) + "\n"


def toctree(files: Iterable[str]) -> str:
    """
    The entries of a table of contents, which the side bar shows.
    """
    return "\n".join(["```{toctree}", ":hidden:", "", *files, "```"])


def title(documented: Any) -> str:
    """
    The first sentence of what *documented* says of itself.
    """
    return prose(inspect.getdoc(documented)).partition("\n\n")[0].removesuffix(".")


def prose(text: str | None) -> str:
    """
    What the code says, as Markdown: it is prose with `code` in it.
    """
    return (text or "").replace("``", "`").replace("<", "&lt;")


def cell(text: str) -> str:
    """
    The same for a cell of a table.
    """
    return prose(text).replace("|", r"\|")


def slug(heading: str) -> str:
    """
    The place of a heading on its page.
    """
    return "".join(
        char for char in heading.lower().replace(" ", "-") if char.isalnum() or char == "-"
    )


def listed(words: Iterable[str], last: str) -> str:
    """
    Words in a row, with *last* before the last one.
    """
    *most, final = words
    return f"{', '.join(most)} {last} {final}" if most else final
