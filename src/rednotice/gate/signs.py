"""
Name the sign in front of a name that makes it another name than the one that somebody typed.
"""

from __future__ import annotations

import re

from rednotice.words.signs import CURLY_MARKS, DASH

OTHER_DASH = "Begin an item of a list with an ordinary dash and an ordinary blank."
_DASH = re.compile(r"-\w")
_OTHER_DASH = re.compile(r"(?:[–—−•*]\s?|-\s)\w")
_MARKS = re.compile(f"[{CURLY_MARKS}‚`]")
_BLANK = (
    "This name begins with a blank of another kind, such as a no-break space. Indent with ordinary"
    " spaces."
)
_CURLY = 'This name has curly quotation marks. Write straight ones, like "this", or none.'
_EQUALS = re.compile(r"\w+\s*[=：﹕]")
_COLON = "Put a colon and a blank after the name, in the place of the other sign."


def before(name: str) -> str:
    """
    What to say of the sign with which *name* begins, or that parts it from its value; empty if
    there is none that explains it.
    """
    if _DASH.match(name):
        return DASH
    if _OTHER_DASH.match(name):
        return OTHER_DASH
    if name[:1].isspace() or name[:1] in {"\u200b", "\ufeff", "\u2060"}:
        return _BLANK
    if _MARKS.match(name):
        return _CURLY
    return _COLON if _EQUALS.match(name) else ""
