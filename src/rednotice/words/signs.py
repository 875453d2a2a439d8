"""
Signs that people and programs put in the place of those of JSON and YAML, and what is said of them.
"""

from __future__ import annotations

import re

CURLY_MARKS = "“”„‟«»‘’"
NO_COLON = re.compile(r"\w+\s?[=：﹕]")
"""A name and a sign in the place of the colon behind it."""
DASH = "Put a blank after the dash, which begins an item of a list."
COLONS = "Put a colon and a blank after each name, in the place of the other sign."
