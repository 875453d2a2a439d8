"""
The gate: the compiled published schema, which alone decides whether a document is accepted.
"""

from rednotice.gate.opening import admit, admit_value, decode, explain, is_accepted
from rednotice.gate.published import NAMES, POLICY, address_of, schema

__all__ = [
    "NAMES",
    "POLICY",
    "address_of",
    "admit",
    "admit_value",
    "decode",
    "explain",
    "is_accepted",
    "schema",
]
