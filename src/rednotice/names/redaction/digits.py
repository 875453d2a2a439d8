"""
The digits of a text, and what stands near them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_ZEROS = "٠۰०০๐០၀"  # Arabic, Persian, Hindi, Bengali, Thai, Khmer and Burmese ones
_OTHER_DIGIT = re.compile("[" + "".join(f"{zero}-{chr(ord(zero) + 9)}" for zero in _ZEROS) + "]")
_EUROPEAN = {ord(zero) + digit: str(digit) for zero in _ZEROS for digit in range(10)}
_DIGITS = re.compile("[0-9]+")
_NEAR = 200  # signs before and after a digit: what tells what a number is stands nearer


def with_european_digits(text: str) -> str:
    """
    *text* with 0 to 9 in place of the digits of other scripts.
    """
    if text.isascii() or not _OTHER_DIGIT.search(text):
        return text
    return text.translate(_EUROPEAN)


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
