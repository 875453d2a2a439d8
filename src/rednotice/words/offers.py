"""
Offer words of ours in a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence


def did_you_mean(words: Sequence[str]) -> str:
    """
    The question whether one of *words* was meant.
    """
    return f"Did you mean {either(words)}?"


def either(words: Sequence[str]) -> str:
    """
    *words* as code, with "or" before the last.
    """
    *most, last = (f"`{word}`" for word in words)
    return f"{', '.join(most)} or {last}" if most else last
