"""
The digits of a text, and what stands near them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_EASTERN_DIGIT = re.compile("[\u0660-\u0669\u06f0-\u06f9]")
_EASTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_DIGITS = re.compile("[0-9]+")
_NEAR = 200  # signs before and after a digit: what tells what a number is stands nearer


def with_european_digits(text: str) -> str:
    """
    *text* with 0 to 9 in place of Arabic and Persian digits.
    """
    if text.isascii() or not _EASTERN_DIGIT.search(text):
        return text
    return text.translate(_EASTERN)


def near_digits(text: str) -> Iterator[tuple[int, str]]:
    """
    The stretches of *text* in which European digits stand, each with its place. Most texts hold few
    digits, and the rest of them need not be searched for numbers.
    """
    start, end = 0, -1
    for found in _DIGITS.finditer(text):
        first, last = found.span()
        if end < 0:
            start = max(0, first - _NEAR)
        elif first - end > 2 * _NEAR:
            yield start, text[start : end + _NEAR]
            start = first - _NEAR
        end = last
    if end >= 0:
        yield start, text[start : end + _NEAR]
