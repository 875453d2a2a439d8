"""
Quotations: how close the text of a statement is to what was said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rednotice.model import Statement
    from rednotice.types.codes import QuoteKind


def quote_of(statement: Statement) -> QuoteKind:
    """
    How close the text of *statement* is to what was said: a code of the list quote_kinds.

    A statement that does not say so is a paraphrase.
    """
    return statement.quote or "paraphrase"
