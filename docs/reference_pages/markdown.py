"""
Build pieces of Markdown for the pages of the reference.
"""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


def joined(parts: Iterable[str]) -> str:
    """
    Join paragraphs into one page.
    """
    return "\n\n".join(parts) + "\n"


def toctree(files: Iterable[str]) -> str:
    """
    Give a table of contents that only the sidebar shows.
    """
    return "\n".join(["```{toctree}", ":hidden:", "", *files, "```"])


def title(documented: Any) -> str:
    """
    Give the first paragraph of a docstring, without its full stop.
    """
    return prose(inspect.getdoc(documented)).partition("\n\n")[0].removesuffix(".")


def prose(text: str | None) -> str:
    """
    Turn the text of a docstring into Markdown.
    """
    return (text or "").replace("``", "`").replace("<", "&lt;")


def cell(text: str) -> str:
    """
    Turn the text of a docstring into a cell of a table.
    """
    return prose(text).replace("|", r"\|")


def slug(heading: str) -> str:
    """
    Give the anchor of a heading.
    """
    return "".join(
        char for char in heading.lower().replace(" ", "-") if char.isalnum() or char == "-"
    )


def listed(words: Iterable[str], last: str) -> str:
    """
    List words, with *last* before the last one.
    """
    *most, final = words
    return f"{', '.join(most)} {last} {final}" if most else final
