"""
The gate: the published schema, compiled, which alone accepts or refuses a document.
"""

from rednotice.gate.opening import admit, decode, explain, is_accepted
from rednotice.gate.schemas import NAMES, schema

__all__ = ["NAMES", "admit", "decode", "explain", "is_accepted", "schema"]
