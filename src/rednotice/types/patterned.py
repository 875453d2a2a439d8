"""
The base class of text types, which are strings that match a pattern.
"""

from __future__ import annotations

import re
from functools import cache
from typing import ClassVar, Self

from rednotice.records.limits import Slips
from rednotice.records.shapes import text_shape
from rednotice.records.wrong_values import wrong


@cache
def _grammar(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


class Patterned(str):
    """
    A string that matches `PATTERN`, which all engines of regular expressions read the same way.

    `EXPECTS` follows "must be" in a message, and `SLIPS` explains what people write instead.
    `SEVERAL` says what to write in the place of a list of such texts. The other attributes describe
    the type in the schema.
    """

    __slots__ = ()

    TITLE: ClassVar[str]
    EXPECTS: ClassVar[str]
    DESCRIPTION: ClassVar[str]
    EXAMPLES: ClassVar[tuple[str, ...]]
    PATTERN: ClassVar[str]
    SLIPS: ClassVar[Slips] = ()
    SEVERAL: ClassVar[str] = ""

    def __new__(cls, text: str) -> Self:
        """
        Check *text* and make an instance of it.

        Raises:
            TypeError: If *text* is not a str, such as a year that YAML or a spreadsheet gave as a
                number.
            ValueError: If *text* does not match ``PATTERN`` as a whole.
        """
        if not isinstance(text, str):
            raise TypeError(wrong(text_shape(cls), text, needed=True))
        if _grammar(cls.PATTERN).fullmatch(text) is None:
            # One fault has one explanation: a member that holds such a text is told the same.
            raise ValueError(wrong(text_shape(cls), text))
        return super().__new__(cls, text)

    @classmethod
    def trusted(cls, text: str) -> Self:
        """Make an instance without a check, of a text that the published schema has accepted."""
        return super().__new__(cls, text)

    def __repr__(self) -> str:
        # The repr of a value may end up in messages and logs, which must not quote it.
        return f"<{type(self).__name__}>"
