"""
Two releases compared: whether somebody who has both can single out fewer persons than in one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from rednotice.records import Audience

if TYPE_CHECKING:
    from rednotice.releases.journal import Entry

_PUBLIC = Audience.PUBLIC.value


def have_a_reader(one: Entry, other: Entry) -> bool:
    """
    Whether somebody may have both releases: the same recipient, recipients of the same audience,
    who may talk to each other, or anybody who has one, if the other is public.
    """
    return (
        one.label == other.label
        or one.audience == other.audience
        or _PUBLIC in {one.audience, other.audience}
    )


def isolated(one: Entry, other: Entry) -> int:
    """
    How many cases a reader of both releases can tell apart from all but fewer than k others.

    The cases of both are sorted by their class in the one and their class in the other, where "not
    in it" is a class too. Each such cell must hold no case or at least k: whoever subtracts one
    release from the other, or joins them, cannot go below a cell. k is the smaller one of the two,
    since that reader has the release that asks less already.
    """
    least = min(one.k, other.k)
    first = {case.who: case.group for case in one.cases}
    second = {case.who: case.group for case in other.cases}
    cells = Counter((first.get(who), second.get(who)) for who in {**first, **second})
    return sum(count for count in cells.values() if count < least)


def changed(one: Entry, other: Entry) -> int:
    """
    How many cases stand in both releases and say something else in the second. A reader of both
    sees what changed, though not of whom within the class.
    """
    contents = {case.who: case.content for case in one.cases}
    return sum(contents.get(case.who, case.content) != case.content for case in other.cases)


def refusal(new: Entry, earlier: Iterable[Entry]) -> str:
    """
    Why *new* must not leave beside *earlier* releases; empty if it may.
    """
    for entry in earlier:
        if entry.label == new.label and entry.edition == new.edition:
            return (
                f"the log has edition {new.edition} for this recipient already, as entry"
                f" {entry.number}; name another one with --edition"
            )
        if have_a_reader(entry, new) and (count := isolated(entry, new)):
            return (
                f"with the release of entry {entry.number} of the log, a reader of both could tell"
                f" {count:,} case{'' if count == 1 else 's'} from all but fewer than"
                f" {min(entry.k, new.k)} others; release the same cases as then, or wait until at"
                " least as many cases of each class have come or gone"
            )
    return ""
