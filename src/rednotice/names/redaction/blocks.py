"""
A text in blocks, so that only those in which something stands are gone over word by word.
"""

from __future__ import annotations

from collections.abc import Iterator

_SIZE = 2**17  # signs of a block, at the most
_OVERLAP = 2**9  # signs that two blocks have in common where no blank line parts them


def blocks(text: str) -> Iterator[tuple[int, str]]:
    """
    The blocks of *text*, each with its place.
    """
    start = 0
    while len(text) - start > _SIZE:
        end = text.rfind("\n\n", start + _SIZE // 2, start + _SIZE)
        if end > 0:
            yield start, text[start:end]
            start = end
            continue
        end = _blank(text, start + _SIZE)
        yield start, text[start:end]
        start = _blank(text, end - _OVERLAP)
    yield start, text[start:]


def _blank(text: str, place: int) -> int:
    """
    The place of the last blank before *place* that is not far from it, or else *place*.
    """
    found = text.rfind(" ", place - _OVERLAP // 2, place)
    return found if found > 0 else place
