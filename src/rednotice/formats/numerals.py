"""
Convert numerals to numbers without losing a digit, or refuse them.
"""

from __future__ import annotations

import math
import sys

SURE = 15  # decimal digits that a float always keeps (IEEE 754, binary64)
OUT_OF_RANGE = "A number is out of range. Put it in quotes if it is text."
_TOO_FINE = (
    f"A number has more digits than are kept. Round it to {SURE} digits, or put it in quotes."
)


def fraction(numeral: str) -> float:
    """
    The number for *numeral*, which follows JSON's grammar and has a point or an exponent.

    Raises:
        ValueError: If a float cannot hold the number, because it is out of range or has too many
            digits. The message gives the reason and does not quote the numeral.
    """
    number = float(numeral)
    if len(numeral) <= SURE + 1 and "e" not in numeral and "E" not in numeral:
        return number  # most have a point and few digits, and need no further check
    digits = numeral.lower().partition("e")[0].strip("-.0")
    if math.isinf(number) or (number == 0 and digits):
        raise ValueError(OUT_OF_RANGE)
    if len(digits) <= SURE and abs(number) >= sys.float_info.min:
        return number
    if number and not _is_written_back(numeral, number):
        raise ValueError(_TOO_FINE)
    return number


def _is_written_back(numeral: str, number: float) -> bool:
    from decimal import Decimal  # slow to import, and long numerals are rare

    return Decimal(numeral) == Decimal(repr(number))
