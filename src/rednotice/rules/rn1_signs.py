"""
RN1 Signs: signs that nobody can see, and codes that others write for ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from rednotice.findings import Severity
from rednotice.insight.questions import Problem, rule
from rednotice.insight.view import View
from rednotice.records import fields_of
from rednotice.records.shapes import Many, Scalar
from rednotice.types.codes import Codes
from rednotice.types.states import is_one_of_ours, one_code, own_code

if TYPE_CHECKING:
    from rednotice.documents import Path

# Fillers of Korean, Braille and others that show nothing, and the signs for what a conversion lost.
# Python counts them as printable.
_COUNTED_AS_SEEN = "\u034f\u115f\u1160\u2800\u3164\uffa0\ufffc\ufffd"
# Control characters (but tab and line breaks), signs of direction, signs without a width, and code
# points that are no signs. The joiners of Persian, Indic and Mongolian scripts, the marks of
# direction that mixed texts need, and what selects the shape of a sign are no fault.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2028-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff"
    f"\ufff9-\uffff\U000e0000-\U000e007f{_COUNTED_AS_SEEN}]"
    "|(?<=[A-Za-z\u00c0-\u052f])[\u180b-\u180f\u200c\u200d]"
)


@rule("RN115", Severity.WARNING)
def sign_that_nobody_sees(view: View) -> Iterator[Problem]:
    """
    A text holds a control character, a sign without a width or of direction, or a sign for what a
    conversion lost.

    Such signs come with copied text. Two names that look alike are then different to every search,
    a sign of direction can make a text read otherwise than it is, and a terminal obeys some of
    them. Type the word anew, or take the sign out. Look up in the source what a conversion lost.
    The joiners that Persian and Indian scripts need are not found.
    """
    # Codes, ids and dates have patterns that no such sign meets, so that only prose is asked, and
    # all of it at once: one by one, the 370 texts of a case take 180 µs, and this takes 6.
    if not _has_unseen("".join((*view.prose, *view.identifying))):
        return
    for path, record in view.records:
        for member, value in record.__dict__.items():
            if isinstance(value, str):
                if _has_unseen(value):
                    yield (*path, member), _TYPE_ANEW
            elif isinstance(value, tuple):
                for at, one in enumerate(value):
                    if isinstance(one, str) and _has_unseen(one):
                        yield (*path, member, at), _TYPE_ANEW


_TYPE_ANEW = (
    "The text has an invisible character in it, or one that a conversion lost. Type the word again."
)


def _has_unseen(text: str) -> bool:
    # Most texts are plain, and asking that is faster than searching.
    if text.isascii() and text.isprintable():
        return False
    return any(map(text.__contains__, _COUNTED_AS_SEEN)) or (
        not text.isprintable() and _UNSEEN.search(text) is not None
    )


_OF_OUR_OWN = "This state has a code of our own."


@rule("RN116", Severity.WARNING)
def code_of_another_list(view: View) -> Iterator[Problem]:
    """
    A state or an issuer is written with the code of another list, though ours has one.

    Whoever counts by state counts two. Write our own code for it, which the message names where it
    is certain; `rednotice codelist countries` lists all of them by the names of the states. A code
    that ours does not know, or that has no certain meaning, may stand.
    """
    if ":" not in "".join(view.states):
        return  # as in most cases, whose records need not be gone over
    for place, code in _states(view):
        if ":" in code and is_one_of_ours(code):
            own = own_code(code)
            step = f"Write `{own}`." if own else "`rednotice codelist countries` lists it."
            yield place, f"{_OF_OUR_OWN} {step}"


@rule("RN117", Severity.WARNING)
def state_twice_in_a_list(view: View) -> Iterator[Problem]:
    """
    A list names the same state twice, by two codes.

    It is counted twice, or one of the two was meant to be another. Take one out, or correct it.
    """
    for path, member, codes in view.state_lists:
        met: set[str] = set()
        for at, code in enumerate(codes):
            known = one_code(code) or code
            if known in met:
                yield (*path, member, at), "The list names this state twice. Take one of them out."
            met.add(known)


def _states(view: View) -> Iterator[tuple[Path, str]]:
    """
    Each code of a state or an issuer, with its place.
    """
    for path, record in view.records:
        kind: Any = type(record)
        members = record.__dict__
        for member, is_list in _of_states(kind):
            if member not in members:
                continue
            if is_list:
                for at, code in enumerate(members[member]):
                    yield (*path, member, at), code
            else:
                yield (*path, member), members[member]


@cache
def _of_states(kind: Any) -> tuple[tuple[str, bool], ...]:
    return tuple(
        (field.name, isinstance(field.shape, Many))
        for field in fields_of(kind)
        if _names_states(field.one)
    )


def _names_states(shape: Any) -> bool:
    return isinstance(shape, Scalar) and any(
        isinstance(limit, Codes) and limit.name in {"countries", "non_state_issuers"}
        for limit in shape.limits
    )
