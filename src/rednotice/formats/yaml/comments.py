"""
Detect comments in YAML, which no reader keeps.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from typing import BinaryIO

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LIKELY = re.compile(rb"(?:^|[ \t])#")
_LARGEST = 2**20  # bytes; a larger file was hardly written by hand


def any_in(file: BinaryIO) -> bool:
    """
    Whether the YAML text of *file* has a comment; False if it is not YAML or is very large.
    """
    text = file.read(_LARGEST + 1)
    if len(text) > _LARGEST or not any(map(_LIKELY.search, text.splitlines())):
        return False
    try:
        whole = text.decode("utf-8-sig")
        return any("#" in part for part in _between_tokens(whole))
    except (UnicodeDecodeError, yaml.YAMLError):
        return False


def _between_tokens(text: str) -> list[str]:
    """
    The parts of *text* that belong to no token: blanks and comments.
    """
    parts, end = [], 0
    for token in yaml.scan(text, Loader=_Loader):
        parts.append(text[end : token.start_mark.index])
        end = max(end, token.end_mark.index)
    return [*parts, text[end:]]
