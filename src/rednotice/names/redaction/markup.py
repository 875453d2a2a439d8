"""
A text without the tags of HTML and the signs for emphasis within words.
"""

from __future__ import annotations

import re

from rednotice.names.redaction.steps import Changes

_TAG = re.compile(
    r"</?(?:a|b|big|bdi|bdo|em|font|i|ins|del|mark|s|small|span|strong|sub|sup|u|wbr)"
    r"(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)
_LINE_BREAK = re.compile(r"<br(?:\s[^<>]{0,300})?/?>", re.IGNORECASE)
_BLANK = re.compile(r"\s")
_EMPHASIS = re.compile(r"\*+(?=\w)")


def without_tags(text: str) -> Changes:
    """
    Tags that divide no words.
    """
    if "<" in text:
        for found in _TAG.finditer(text):
            yield found.start(), [(len(found[0]), "")]


def holds_a_tag(text: str) -> bool:
    """
    Whether *text* has a tag with attributes.
    """
    return "<" in text and any(map(_has_attributes, _TAG.finditer(text)))


def only_tags(text: str) -> Changes:
    """
    All but the tags that have attributes, each stretch as the end of a line.
    """
    done = 0
    for found in filter(_has_attributes, _TAG.finditer(text)):
        yield done, [(found.start() - done, "\n")]
        done = found.end()
    yield done, [(len(text) - done, "\n")]


def _has_attributes(tag: re.Match[str]) -> bool:
    return _BLANK.search(tag[0]) is not None


def with_line_breaks(text: str) -> Changes:
    """
    Tags that end a line, as the end of one.
    """
    if "<" in text:
        for found in _LINE_BREAK.finditer(text):
            yield found.start(), [(len(found[0]), "\n")]


def without_emphasis(text: str) -> Changes:
    """
    Signs for emphasis that stand inside a word.
    """
    for found in _EMPHASIS.finditer(text) if "*" in text else ():
        if text[max(0, found.start() - 1) : found.start()].isalnum():
            yield found.start(), [(len(found[0]), "")]
