"""
Explain syntax errors in YAML, with their places, in words of our own.

PyYAML has two parsers, in C and in Python, whose messages differ slightly.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from rednotice.formats.reading import Spot

_LINE_END = re.compile("\r\n|\r|\n")
_MARKS = {"','", "'}'", "']'", "':'", "'-'"}


class _Slip(NamedTuple):
    """
    A kind of syntax error: the pattern *problem* of the parser's message, and what we *say*
    instead.

    *behind* is a pattern for the text before the place, on the same line and without trailing
    spaces; *ahead* is a pattern for the text from there on. The place is where the parser stops or,
    if *opened* is true, where the construct begins that it was reading.
    """

    problem: str
    say: str
    behind: str = ""
    ahead: str = ""
    opened: bool = False


_MISALIGNED = "did not find expected key|did not find expected '-'|expected <block end>"
_UNCLOSED = r"expected ',' or '[]}]'"
_UNESCAPED = "unknown escape character|expected (?:hexdecimal|escape sequence)"
_NO_ALIAS = "expected alphabetic or numeric character|found undefined tag handle"
_TABS = "indent with spaces, not tabs"
# The first match is used.
_SLIPS = (
    _Slip("values are not allowed", "quote a text that has a colon in it", behind=r":\s"),
    _Slip(
        "values are not allowed",
        "quote a text that has a colon in it, or align the line with the one above, which must be"
        " `name: value` as well",
    ),
    _Slip("found a tab character", _TABS),
    _Slip("cannot start any token", _TABS, ahead="\t"),
    _Slip("cannot start any token", "quote a text that begins with @, % or a backtick"),
    _Slip("scanning a directive", "quote a text that begins with %"),
    _Slip(
        "unexpected (?:end of stream|document)",
        "a quotation mark opens here and is not closed; close it",
        opened=True,
    ),
    _Slip(
        _MISALIGNED,
        "text stands behind a quotation mark that closes; is one missing, or one too many?",
        behind="[\"']$",
        ahead=r"[^\n]",
    ),
    _Slip(
        _MISALIGNED,
        "quote a text that begins with a bracket, or take out the last bracket",
        behind=r"[]}]$",
    ),
    _Slip(
        _MISALIGNED,
        "align the dash with those of its list, which has a name in the line above",
        behind="^$",
        ahead=r"-\s",
    ),
    _Slip(_MISALIGNED, "quote a text that begins with * or &", behind=r"[*&]\S+$"),
    _Slip(_MISALIGNED, "write a name before the colon", ahead=":"),
    _Slip(_MISALIGNED, "align the line with those that it belongs to"),
    _Slip(
        "sequence entries are not allowed",
        "begin a new line with the dash of a list, or quote a text that begins with a dash",
    ),
    _Slip(
        "could not find expected ':'",
        "the line must be `name: value` or `- item`, with the space; or indent it, if it goes on"
        " with the text above",
        opened=True,
    ),
    _Slip(
        _UNCLOSED, "a bracket opens here and is not closed; close it", ahead=r"\s*\Z", opened=True
    ),
    _Slip(
        _UNCLOSED,
        "put a comma between items, close each bracket, and within brackets quote a text that has"
        " a comma, colon or bracket in it",
    ),
    _Slip("expected (?:the )?node content", "quote a text that begins with a comma or a bracket"),
    _Slip(_NO_ALIAS, "quote a text that begins with *, & or !"),
    _Slip(_UNESCAPED, "write two backslashes for one, or take single quotation marks"),
    _Slip(
        "expected (?:a )?comment or|expected chomping",
        "go on in the next line behind | or >, or quote a text that begins with one",
    ),
    _Slip("keys are not allowed", "quote a text that begins with a question mark"),
    _Slip(
        "expected '?<document start>",
        "write lines of `name: value`, and begin each further case with a line of ---",
    ),
)


def explained(error: Any, text: str) -> tuple[str, Spot]:
    """
    The message for the parser's *error* in *text*, with line and column, both from 1.

    For an error that is not listed here, it is the parser's own message without its quotations.
    """
    problem = getattr(error, "problem", None) or "cannot be parsed"
    opened = getattr(error, "context_mark", None)
    mark = getattr(error, "problem_mark", None) or opened
    sentence = f"{getattr(error, 'context', None)}: {problem}"
    behind, ahead = _around(text, mark)
    for slip in _SLIPS:
        if (
            re.search(slip.problem, sentence)
            and re.search(slip.behind, behind)
            and re.match(slip.ahead, ahead)
        ):
            return slip.say, _place(opened if slip.opened and opened else mark)
    return _unquoted(problem), _place(mark)


def _place(mark: Any) -> Spot:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _around(text: str, mark: Any) -> tuple[str, str]:
    """
    The text before *mark* on its line, and all the text from *mark* on.
    """
    start = 0
    for count, end in enumerate(_LINE_END.finditer(text)):
        if mark is None or count == mark.line:
            break
        start = end.end()
    at = start + (mark.column if mark else 0)
    return text[start:at].rstrip(), text[at:]


def _unquoted(problem: str) -> str:
    """
    The parser's own message, without what it quotes from the text, except punctuation.
    """
    said = problem.partition(", but")[0]
    return re.sub(r"'[^']*'", lambda quoted: quoted[0] if quoted[0] in _MARKS else "…", said)
