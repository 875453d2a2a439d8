"""
Quotations: how close the text of a statement is to what was said, and quoted words that are held as
a hash and found again.
"""

from __future__ import annotations

import hashlib
import unicodedata
from typing import TYPE_CHECKING

from rednotice.model import Quotation

if TYPE_CHECKING:
    from rednotice.model import Statement
    from rednotice.types.codes import QuoteKind

_STRAIGHT = str.maketrans(dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("‘’‚‛", "'"))
_WORDS = 5  # words of a quotation that an extract may have
_LONGEST = 40  # signs of a word in an extract


def quote_of(statement: Statement) -> QuoteKind:
    """
    How close the text of *statement* is to what was said: a code of the list quote_kinds.

    A statement that does not say so is a paraphrase.
    """
    return statement.quote or "paraphrase"


def normalised(text: str) -> str:
    """
    *text* as quotations count and hash it: Unicode form NFC, straight quotation marks, one space
    for each run of white space, and none at the ends.
    """
    return " ".join(unicodedata.normalize("NFC", text).translate(_STRAIGHT).split())


def quotation(source: str, words: str) -> Quotation:
    """
    The quotation of *words*, which stand in the text *source*.

    Raises:
        ValueError: If the source does not have the words.
    """
    words = normalised(words)
    offset = normalised(source).find(words) if words else -1
    if offset < 0:
        raise ValueError("the source does not have these words; copy them from it")
    return Quotation(
        extract=" ".join(word[:_LONGEST] for word in words.split()[:_WORDS]),
        offset=offset,
        length=len(words),
        sha256=_hash(words),
    )


def is_in(source: str, quoted: Quotation) -> bool:
    """
    Whether the text *source* has the words of *quoted* where it says.

    A quotation without offset or length cannot be looked up, and is not found.
    """
    if quoted.offset is None or quoted.length is None:
        return False
    words = normalised(source)[quoted.offset : quoted.offset + quoted.length]
    return len(words) == quoted.length and _hash(words) == quoted.sha256


def _hash(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()
