"""
Two releases compared: whether somebody who has both can single out fewer persons than in one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from rednotice.records import Audience

if TYPE_CHECKING:
    from rednotice.releases.journal import Entry, Recalled

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


def isolated(one: Entry, other: Entry, recalled: Collection[str] = ()) -> int:
    """
    How many cases a reader of both releases can tell apart from all but fewer than k others.

    The cases of both are sorted by their class in the one and their class in the other, where "not
    in it" is a class too. Each such cell must hold no case or at least k: whoever subtracts one
    release from the other, or joins them, cannot go below a cell. k is the smaller one of the two,
    since that reader has the release that asks less already.

    Cases that were *recalled* from the one and are not in the other do not count: whoever has the
    one was told by the notice which they are, and learns nothing from their absence.
    """
    least = min(one.k, other.k)
    first = {case.who: case.group for case in one.cases}
    second = {case.who: case.group for case in other.cases}
    told = set(recalled) - second.keys()
    everybody = (first.keys() | second.keys()) - told
    cells = Counter((first.get(who), second.get(who)) for who in everybody)
    return sum(count for count in cells.values() if count < least)


def changed(one: Entry, other: Entry) -> int:
    """
    How many cases stand in both releases and say something else in the second. A reader of both
    sees what changed, though not of whom within the class.
    """
    contents = {case.who: case.content for case in one.cases}
    return sum(contents.get(case.who, case.content) != case.content for case in other.cases)


def refusal(new: Entry, earlier: Iterable[Entry], recalls: Iterable[Recalled] = ()) -> str:
    """
    Why *new* must not leave beside *earlier* releases, of which *recalls* took cases back; empty if
    it may.
    """
    recalled: dict[int, set[str]] = {}
    for recall in recalls:
        for number, cases in recall.of.items():
            recalled.setdefault(number, set()).update(cases)
    for entry in earlier:
        of_one_kind = (entry.tables is None) == (new.tables is None)
        if of_one_kind and entry.label == new.label and entry.edition == new.edition:
            return (
                f"the log has edition {new.edition} for this recipient already, as entry"
                f" {entry.number}; name another one with --edition"
            )
        if not have_a_reader(entry, new):
            continue
        if count := isolated(entry, new, recalled.get(entry.number, ())):
            least = min(entry.k, new.k)
            return (
                f"with the release of entry {entry.number} of the log, a reader of both could tell"
                f" {count:,} case{'' if count == 1 else 's'} from all but fewer than {least}"
                f" others. What works: add cases until {least} of each class are new; take out"
                f" further cases of the same class until {least} of each class are gone; or wait"
                " for more cases"
            )
    return ""
