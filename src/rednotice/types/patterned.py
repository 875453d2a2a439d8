"""
The base class of text types, which are strings that match a pattern.
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
    A string that matches `PATTERN`, which all engines of regular expressions read the same way.

    `EXPECTS` follows "must be" in a message; the other attributes describe the type in the schema.
    """

    __slots__ = ()

    TITLE: ClassVar[str]
    EXPECTS: ClassVar[str]
    DESCRIPTION: ClassVar[str]
    EXAMPLES: ClassVar[tuple[str, ...]]
    PATTERN: ClassVar[str]

    def __new__(cls, text: str) -> Self:
        """
        Check *text* and make an instance of it.

        Raises:
            TypeError: If *text* is not a str, such as a year that YAML or a spreadsheet gave as a
                number.
            ValueError: If *text* does not match ``PATTERN`` as a whole.
        """
        if not isinstance(text, str):
            raise TypeError(f"A {cls.TITLE.lower()} is made from text, not from a number.")
        if _grammar(cls.PATTERN).fullmatch(text) is None:
            raise ValueError(f"A {cls.TITLE.lower()} must be {cls.EXPECTS}{cls._hint(text)}.")
        return super().__new__(cls, text)

    @classmethod
    def _hint(cls, _text: str) -> str:
        """A hint at what may be wrong, which quotes nothing; empty by default."""
        return ""

    @classmethod
    def trusted(cls, text: str) -> Self:
        """Make an instance without a check, of a text that the published schema has accepted."""
        return super().__new__(cls, text)

    def __repr__(self) -> str:
        # The repr of a value may end up in messages and logs, which must not quote it.
        return f"<{type(self).__name__}>"
