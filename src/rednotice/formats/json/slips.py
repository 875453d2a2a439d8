"""
Explain the first syntax error in a JSON text, with its place, in words of our own.

The messages and places that Python's parser gives differ between versions.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from rednotice.formats.reading import LOOKS_LIKE_YAML
from rednotice.words.signs import CURLY_MARKS

if TYPE_CHECKING:
    from rednotice.formats.reading import Spot

# The grammar of RFC 8259, token by token. A string is matched up to its end or its first error.
_TEXT = r'"[^"\\\x00-\x1f]*+(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*+)*+'
_NUMBER = r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?"
_TOKEN = re.compile(
    rf"[ \t\r\n]*+(?:(?P<text>{_TEXT})(?P<closed>\")?|(?P<mark>[{{}}\[\]:,])"
    rf"|(?P<scalar>{_NUMBER}|true|false|null))?"
)
# Values in a list, and members of an object, that a comma follows: plain values, and lists and
# objects of plain values. Most of a text consists of these and is passed over at once.
_BLANK = r"[ \t\r\n]*+"
_PLAIN = rf'(?:{_TEXT}"|{_NUMBER}|true|false|null){_BLANK}'
_NAMED = rf'{_TEXT}"{_BLANK}:{_BLANK}'
_SHORT_LIST = rf"\[{_BLANK}(?:{_PLAIN}(?:,{_BLANK}{_PLAIN})*+)?+\]"
_SHORT_OBJECT = rf"\{{{_BLANK}(?:{_NAMED}{_PLAIN}(?:,{_BLANK}{_NAMED}{_PLAIN})*+)?+\}}"
_SHORT = rf"(?:{_PLAIN}|(?:{_SHORT_LIST}|{_SHORT_OBJECT}){_BLANK})"
_PASSED = {
    "[": re.compile(rf"{_BLANK}(?:{_SHORT},{_BLANK})++"),
    "{": re.compile(rf"{_BLANK}(?:{_NAMED}{_SHORT},{_BLANK})++"),
}
_CLOSING = {"{": "}", "[": "]"}
_OPENING = ("{", "[")

_TRAILING = "Take out the comma before the closing bracket."
_MARK_INSIDE = 'Text follows a closing quotation mark. Write marks within a text as \\".'
_NEAR = 100  # characters between a text and the word behind it
_COMMENT = "JSON has no comments. Take it out."
_GOES_ON = "The text goes on after its value. Write several values as an array: [1, 2]."
_ANOTHER = (
    "A second object begins here. Write several cases as an array, with brackets around them and"
    " commas between them, or name the file .jsonl if each has a line of its own."
)
_BEGINS_YAML = re.compile(r"\s*(---|%YAML|[^\W\d]\w*:(?:\s|$)|- \w)")
_CURLY = 'Write straight quotation marks, like "this", in the place of curly ones.'
_NO_NAME = "Write the name of the member in double quotation marks."
_NO_NUMBER = "Write a number like 12, 0.5 or -1e3. Put it in quotes if it is text."
# Messages for text in the place of a value, by how the text begins; the first match is used.
_VALUES = (
    (f"[{CURLY_MARKS}]", _CURLY),
    (r"['`]", 'Put texts in double quotation marks, like "this".'),
    (r"-?(?:NaN|Infinity)\b", "JSON has no NaN and no Infinity. Leave the member out."),
    (
        r"(?i:true|false|null|none)\b",
        "Write true or false in small letters, and leave out what is unknown.",
    ),
    (r"[-+.][0-9.]|-", _NO_NUMBER),
    (r"[]}]", "A value is missing before the closing bracket. Add it."),
    (r",", "A value is missing before the comma. Add it, or take the comma out."),
    (r"[^\W\d_]", "Put a text in double quotation marks."),
)
_BEGINS = tuple((re.compile(begins), say) for begins, say in _VALUES)


class _Slip(NamedTuple):
    """
    A syntax error: what to *say*, and the position *at* which it is.
    """

    say: str
    at: int


def explained(text: str) -> tuple[str, Spot] | None:
    """
    The message for the first syntax error in *text*, one JSON value, with its line and column, both
    from 1; None if *text* is valid.
    """
    if begins := _BEGINS_YAML.match(text):
        return LOOKS_LIKE_YAML, (text.count("\n", 0, begins.start(1)) + 1, 1)
    slip = _Reading(text).slip()
    if slip is None:
        return None
    line = text.count("\n", 0, slip.at) + 1
    return slip.say, (line, slip.at - text.rfind("\n", 0, slip.at))


class _Reading:
    """
    Reads a text token by token, up to the first error.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._open: list[str] = []
        # What is expected next: a value, a member name, a colon, or the text after a value.
        self._due = "value"
        self._last = ""  # the previous token

    def slip(self) -> _Slip | None:
        """The first syntax error."""
        at = 0
        while True:
            at = self._passed(at)
            token = _TOKEN.match(self._text, at)
            if token is None or token.lastgroup is None:
                at = token.end() if token else at
                return None if self._is_over() and at == len(self._text) else self._unknown(at)
            start, at = token.start(token.lastgroup), token.end()
            kind = token.lastgroup
            if kind == "text":
                return self._wrong_text(start, at) if self._takes_text() else self._other(start)
            if kind == "closed":
                start, kind = token.start("text"), "text"
            if not self._take(kind, token[kind]):
                return self._other(start)
            if kind == "scalar" and re.match(r"[\w.+-]", self._text[at : at + 1]):
                number = token[kind][-1].isdigit()
                return _Slip(_NO_NUMBER, at) if number else self._amiss_value(start)
            self._last = token[kind]

    def _passed(self, at: int) -> int:
        """
        The end of the complete items or members behind *at* that a comma follows.
        """
        innermost = self._open[-1] if self._open else ""
        if innermost and self._due == ("name" if innermost == "{" else "value"):
            # In an object, a value is due too, but behind its name.
            found = _PASSED[innermost].match(self._text, at)
            if found:
                self._last = ","
                return found.end()
        return at

    def _is_over(self) -> bool:
        return not self._open and self._due == "end"

    def _takes_text(self) -> bool:
        return self._due in {"value", "name"}

    def _take(self, kind: str, part: str) -> bool:
        """
        Accept *part* and go on; False if it is not expected here.
        """
        innermost = self._open[-1] if self._open else ""
        if kind != "mark":
            if kind == "text" and self._due == "name":
                self._due = "colon"
                return True
            if self._due != "value":
                return False
            self._due = "end"
            return True
        if part in _OPENING and self._due == "value":
            self._open.append(part)
            self._due = "name" if part == "{" else "value"
            return True
        if part == ":" and self._due == "colon":
            self._due = "value"
            return True
        if part == "," and self._due == "end" and innermost:
            self._due = "name" if innermost == "{" else "value"
            return True
        # An empty object or list closes where its first part is expected.
        closes = self._due == "end" or (self._last in _OPENING and self._due != "colon")
        if part == _CLOSING.get(innermost) and closes and self._last != ":":
            self._open.pop()
            self._due = "end"
            return True
        return False

    def _wrong_text(self, start: int, at: int) -> _Slip:
        """
        The error in the string from *start*, which is invalid at *at*.
        """
        stop = self._text[at : at + 1]
        if not self._text[at:].strip("\\"):
            return _Slip("A quotation mark opens here and is not closed. Close it.", start)
        if stop == "\\":
            return _Slip("Write two backslashes for one.", at)
        if stop in "\r\n":
            return _Slip("A text must end on its line. Close it, or write a line break as \\n.", at)
        return _Slip("A control character must be an escape. Write a tab as \\t.", at)

    def _unknown(self, at: int) -> _Slip:
        if at < len(self._text):
            return self._other(at)
        if self._open:
            kind = "an object" if self._open[-1] == "{" else "a list"
            closing = _CLOSING[self._open[-1]]
            return _Slip(f"The text ends within {kind}. Close it with {closing}.", at)
        return _Slip("A value is missing. Add it.", at)

    def _other(self, at: int) -> _Slip:
        """
        The error for the text at *at*, where something else is expected.
        """
        char = self._text[at]
        innermost = self._open[-1] if self._open else ""
        if char in "]}" and self._last == ",":
            return _Slip(_TRAILING, at)
        if char in "]}" and innermost and self._due == "end":
            return _Slip(f"Close the bracket that opened last with {_CLOSING[innermost]}.", at)
        if self._text.startswith(("//", "/*", "#"), at):
            return _Slip(_COMMENT, at)
        if self._due == "value":
            return self._amiss_value(at)
        return self._instead(at, innermost)

    def _instead(self, at: int, innermost: str) -> _Slip:
        """
        The error for the text at *at* where a name, a colon or the text after a value is due.
        """
        if self._text[at] in CURLY_MARKS:
            return _Slip(_CURLY, at)
        if self._due == "name":
            return _Slip(_NO_NAME, at)
        if innermost and self._is_in_a_text(at):
            return _Slip(_MARK_INSIDE, at)
        if self._due == "colon" and self._text[at] == "：":
            return _Slip("Write an ordinary colon. This is a full-width colon.", at)
        if self._due == "colon":
            return _Slip("Put a colon between the name of the member and its value.", at)
        if innermost:
            parts = "members" if innermost == "{" else "items"
            return _Slip(f"Put a comma between two {parts}.", at)
        is_another = self._text[at] == "{" and "\n" in self._text[max(0, at - _NEAR) : at]
        return _Slip(_ANOTHER if is_another else _GOES_ON, at)

    def _is_in_a_text(self, at: int) -> bool:
        """
        Whether a word at *at* directly follows a text, which the mark before it was not to close.
        """
        line = self._text[max(0, at - _NEAR) : at].rstrip(" \t")
        return self._text[at].isalpha() and self._last.startswith('"') and line.endswith('"')

    def _amiss_value(self, at: int) -> _Slip:
        ahead = self._text[at : at + 10]
        for begins, say in _BEGINS:
            if begins.match(ahead):
                return _Slip(say, at)
        return _Slip("Write a value here: a text in double quotation marks, a number, a list.", at)
