"""
Documents as plain objects: what is written to a file or a stream.
"""

from __future__ import annotations

from typing import Any

from rednotice import records
from rednotice.model import Case, SharedDocument


def plain(document: Case | SharedDocument) -> dict[str, Any]:
    """
    *document* as JSON's own types, in the model's order, without what is absent.

    Raises:
        TypeError: If it is neither a case nor a shared document.
    """
    if not isinstance(document, Case | SharedDocument):
        raise TypeError("what is written is a case or a shared document")
    return records.plain(document)
