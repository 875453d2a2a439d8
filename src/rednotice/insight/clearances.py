"""
Clearances: the texts for which an editor cleared a wording, and whether they are still the same.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from rednotice.insight.values import field_of
from rednotice.records.shapes import Scalar

if TYPE_CHECKING:
    from rednotice.insight.view import View
    from rednotice.model import Clearance


def text_cleared(view: View, clearance: Clearance) -> str | None:
    """
    The text of the case that *clearance* is about; None if it names no text or none that is there.
    """
    found = None if ":" in clearance.about else field_of(view, clearance.about)
    if found is None:
        return None
    _, record, field = found
    named = field.shape.named if isinstance(field.shape, Scalar) else None
    if record is None or named is None or named.name != "Text":
        return None
    text: str | None = record.__dict__.get(field.name)
    return text


def hash_of(text: str) -> str:
    """
    The hash by which a clearance names the *text* that was read: SHA-256 of its UTF-8 bytes.
    """
    return hashlib.sha256(text.encode()).hexdigest()


def is_current(view: View, clearance: Clearance) -> bool:
    """
    Whether the text that *clearance* is about is the one that was read.
    """
    text = text_cleared(view, clearance)
    return text is not None and clearance.text_sha256 == hash_of(text)
