"""
Texts of one shape: the text itself in every format, with what it means beside it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import ClassVar, Self


@cache
def _grammar(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


class Patterned(str):
    """
    A text of the shape `PATTERN`, which engines of regular expressions read alike.

    `EXPECTS` follows "must be" in a message; the rest describes the type in the schema.
    """

    __slots__ = ()

    TITLE: ClassVar[str]
    EXPECTS: ClassVar[str]
    DESCRIPTION: ClassVar[str]
    EXAMPLES: ClassVar[tuple[str, ...]]
    PATTERN: ClassVar[str]

    def __new__(cls, text: str) -> Self:
        """
        Check *text* and take it.

        Raises:
            TypeError: If *text* is no text, as a year that YAML or a spreadsheet gave as a number.
            ValueError: If ``re.fullmatch`` of *text* with ``PATTERN`` finds nothing.
        """
        if not isinstance(text, str):
            raise TypeError(f"A {cls.TITLE.lower()} is made from text, not from a number.")
        if _grammar(cls.PATTERN).fullmatch(text) is None:
            raise ValueError(f"A {cls.TITLE.lower()} must be {cls.EXPECTS}{cls._hint(text)}.")
        return super().__new__(cls, text)

    @classmethod
    def _hint(cls, _text: str) -> str:
        """What may be wrong, in words that quote nothing; by default nothing is said."""
        return ""

    @classmethod
    def trusted(cls, text: str) -> Self:
        """Take *text* without a check: the published schema has accepted it already."""
        return super().__new__(cls, text)

    def __repr__(self) -> str:
        # Records print their fields' representations, and no message may quote a value.
        return f"<{type(self).__name__}>"
