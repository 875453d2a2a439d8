"""
Explain syntax errors in YAML, with their places, in words of our own.

PyYAML has two parsers, in C and in Python, whose messages differ slightly.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from rednotice.words.signs import DASH

if TYPE_CHECKING:
    from collections.abc import Iterable

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
_TABS = "Indent with spaces, not tabs."
_MARK_INSIDE = (
    'Text follows a closing quotation mark. Write marks within a text as \\", or put the whole text'
    " in single quotation marks."
)
_APOSTROPHE_INSIDE = (
    "Text follows a closing quotation mark. Write an apostrophe within a text as two, or put the"
    " whole text in double quotation marks."
)
# The first match is used.
_SLIPS = (
    _Slip("values are not allowed", "Put a text that has a colon in it in quotes.", behind=r":\s"),
    _Slip(
        "values are not allowed",
        "Put a text that has a colon in it in quotes, or align the line with the one above, which"
        " must be `name: value` as well.",
    ),
    _Slip("found a tab character", _TABS),
    _Slip("cannot start any token", _TABS, ahead="\t"),
    _Slip("cannot start any token", "Put a text that begins with @, % or a backtick in quotes."),
    _Slip("scanning a directive", "Put a text that begins with % in quotes."),
    _Slip(
        "unexpected (?:end of stream|document)",
        "A quotation mark opens here and is not closed. Close it.",
        opened=True,
    ),
    _Slip(
        _MISALIGNED,
        "A quotation mark that opens in a line above closes here. Close it there.",
        behind="^(?:[^\"]*\"|[^']*')$",
        ahead=r"[^\n]",
    ),
    _Slip(_MISALIGNED, _MARK_INSIDE, behind='"$', ahead=r"[^\n]"),
    _Slip(_MISALIGNED, _APOSTROPHE_INSIDE, behind="'$", ahead=r"[^\n]"),
    _Slip(
        _MISALIGNED,
        "Put a text that begins with a bracket in quotes, or take out the last bracket.",
        behind=r"[]}]$",
    ),
    _Slip(
        _MISALIGNED,
        "Align the dash with the others of its list. The line above a list has its name.",
        behind="^$",
        ahead=r"-\s",
    ),
    _Slip(_MISALIGNED, "Put a text that begins with * or & in quotes.", behind=r"[*&]\S+$"),
    _Slip(_MISALIGNED, "Write a name before the colon.", ahead=":"),
    _Slip(_MISALIGNED, "Align the line with those that it belongs to."),
    _Slip(
        "sequence entries are not allowed",
        "Begin a line with the dash of a list, or put a text that begins with a dash in quotes.",
    ),
    _Slip(
        "could not find expected ':'",
        "The line must be `name: value` or `- item`, with the space. Indent it if it continues the"
        " text above.",
        opened=True,
    ),
    _Slip(
        _UNCLOSED, "A bracket opens here and is not closed. Close it.", ahead=r"\s*\Z", opened=True
    ),
    _Slip(_UNCLOSED, _MARK_INSIDE, behind='"$', ahead=r"\w"),
    _Slip(_UNCLOSED, _APOSTROPHE_INSIDE, behind="'$", ahead=r"\w"),
    _Slip(
        _UNCLOSED,
        "Put a comma between items and close each bracket. Within brackets, a text with a comma, a"
        " colon or a bracket needs quotes.",
    ),
    _Slip(
        "expected (?:the )?node content",
        "Put a text that begins with a comma or a bracket in quotes.",
    ),
    _Slip(_NO_ALIAS, "Put a text that begins with *, & or ! in quotes."),
    _Slip(_UNESCAPED, "Write two backslashes for one, or use single quotation marks."),
    _Slip(
        "expected (?:a )?comment or|expected chomping",
        "Begin the text in the line after | or >, or put a text that begins with one in quotes.",
    ),
    _Slip("keys are not allowed", "Put a text that begins with a question mark in quotes."),
    _Slip(
        "expected '?<document start>",
        "Write lines of `name: value`, and begin each further case with a line of ---.",
    ),
)


# Signs that make a line something else, with what is said of them, whatever the parser says.
_SIGNS = (
    (r"\s*(?:- )?(?P<sign>-)[^\W\d_]\w*:(?:\s|$)", DASH),
    (
        r"(?P<sign>--|-{4,}|[=*_]{3,}|[—–]+)\s*$",
        "Write three dashes, ---, on a line between two cases.",
    ),
    (
        r" *(?P<sign>[^\S \t\r\n])",
        "Indent with ordinary spaces. A blank of another kind stands here.",
    ),
    (
        r"\s*(?:- )?\w+:(?P<sign>[^\S \t\r\n])",
        "Put an ordinary blank after the colon. A blank of another kind stands here.",
    ),
    (
        r"\s*(?:- )?\w+\s?(?P<sign>[：﹕])",
        "Write an ordinary colon and a blank. This is a full-width colon.",
    ),
    (
        r"\s*(?:- )?\w+ ?(?P<sign>=)",
        "Put a colon and a blank after the name, in the place of the sign =.",
    ),
)
_NAMED = tuple((re.compile(line), say) for line, say in _SIGNS)


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
    if named := _sign(text, _lines(problem, mark, opened)):
        return named
    for slip in _SLIPS:
        if (
            re.search(slip.problem, sentence)
            and re.search(slip.behind, behind)
            and re.match(slip.ahead, ahead)
        ):
            return slip.say, _place(opened if slip.opened and opened else mark)
    return _sentence(_unquoted(problem)), _place(mark)


def _sign(text: str, lines: Iterable[int]) -> tuple[str, Spot] | None:
    """
    The message for the sign with which one of *lines*, counted from 0, begins, and its place; None
    if none does.
    """
    every = text.splitlines()
    for line in lines:
        if not 0 <= line < len(every):
            continue
        for sign, say in _NAMED:
            if found := sign.match(every[line]):
                return say, (line + 1, found.start("sign") + 1)
    return None


def _lines(problem: str, mark: Any, opened: Any) -> tuple[int, ...]:
    """
    The lines whose first sign may explain the *problem* that the parser has at *mark*.
    """
    if "could not find expected" in problem and opened:
        return (opened.line,)
    if not mark:
        return ()
    return (mark.line, mark.line - 1) if "values are not allowed" in problem else (mark.line,)


def _sentence(said: str) -> str:
    return f"{said[:1].upper()}{said[1:]}."


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
