"""
RN3 References: ids that name nothing, or the wrong kind of thing.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from rednotice.codelists import codelist
from rednotice.insight.questions import Problem, rule
from rednotice.insight.rings import records_in_rings
from rednotice.insight.telling import telling_ids
from rednotice.insight.view import Pointing, View, once
from rednotice.model import Incident, Notice, Organisation
from rednotice.types.roles import CLASS
from rednotice.words.offers import either

if TYPE_CHECKING:
    from rednotice.documents import Path

# A document may speak for itself; the charge has a rule of its own.
_MAY_BE_ITSELF = frozenset({"according_to", "same_facts_as"})


_ID_USED_TWICE = "Another record of the case has this id. Give one of the two another id."


@rule("RN301")
def id_used_twice(view: View) -> Iterator[Problem]:
    """
    Two records of one case have the same id.

    A reference to it could mean either. Ids are unique over all kinds of records of a case, and
    differ from the id of the case itself. Give one of the two another id, and look through what
    points at it.
    """
    for found in view.ids.values():
        for path, _ in found[1:]:
            yield (*path, "id"), _ID_USED_TWICE


_NOT_SHARED = "No record of the shared document has this id."
_NAMED = 5  # ids of the case that a message names


@rule("RN302")
def reference_to_nothing(view: View) -> Iterator[Problem]:
    """
    A reference names an id that no record has.

    The id is misspelt, or its record was removed, or it stands in the shared document and needs
    `shared:` in front. A reference to the shared document is looked up only where one is at hand;
    where none is, RN013 says so. The message names the members in which the record can stand (the
    schema has them in `x-ref`), the ids of such records if the case has five or fewer, and how to
    list the class words, such as `class:counsel`, if the member takes them.
    """
    for stray in view.strays:
        if view.home(stray.target) is None:
            outside = stray.target.startswith("shared:")
            if not outside:
                yield (
                    stray.path,
                    f"No record of the case has this id. Name one{_meant(stray, view)}.",
                )
            elif view.shared is not None:
                yield (
                    stray.path,
                    f"{_NOT_SHARED} Name one of it{_members(stray)}{_or_a_class(stray)}.",
                )


@rule("RN303")
def reference_to_the_wrong_kind(view: View) -> Iterator[Problem]:
    """
    A reference names a record, but not one of the kind that the field points at.

    `warrants: [n1]` on a notice names a notice where a warrant is meant. The schema says in
    `x-ref` which members a field may point into.
    """
    for stray in view.strays:
        home = view.home(stray.target)
        if home is not None and home not in stray.allowed and "anything" not in stray.allowed:
            yield (
                stray.path,
                f"The reference names a record of the wrong kind. Name one{_meant(stray, view)}.",
            )


@rule("RN304")
def points_at_itself(view: View) -> Iterator[Problem]:
    """
    A record points at itself.

    A notice that supersedes itself, a body that is part of itself, a statement that answers itself:
    the id of another record is meant. A document may speak for itself in `according_to`; of
    `same_facts_as` RN505 tells.
    """
    for stray in view.strays:
        # Where two records have one id, it names the first.
        named = view.ids.get(stray.target)
        if named and named[0][0] == stray.holder and stray.member not in _MAY_BE_ITSELF:
            yield stray.path, "The record points at itself. Name another record."


_BODIES_IN_A_RING = "The bodies above this one lead back to it. Correct one of the `part_of`."


_INCIDENTS_IN_A_RING = "The incidents above this one lead back to it. Correct one of the `part_of`."


_NOTICES_IN_A_RING = (
    "The notices that this one replaces lead back to it. Correct one of the `supersedes`."
)


@rule("RN305")
def ring_of_records(view: View) -> Iterator[Problem]:
    """
    Bodies or incidents are part of each other, or notices supersede each other.

    One of them is above the others, or came last, and none can be both. Follow the ids from one to
    the next, and take out the step that is wrong.
    """
    for path in records_in_rings(view, Organisation, _above):
        yield (*path, "part_of"), _BODIES_IN_A_RING
    for path in records_in_rings(view, Incident, _above):
        yield (*path, "part_of"), _INCIDENTS_IN_A_RING
    for path in records_in_rings(view, Notice, lambda notice: notice.supersedes):
        yield (*path, "supersedes"), _NOTICES_IN_A_RING


def _above(part: Organisation | Incident) -> tuple[str, ...]:
    return (part.part_of,) if part.part_of else ()


def _meant(stray: Pointing, view: View) -> str:
    """
    What can stand in the place of *stray*, in words: a record of the case, and a class word.
    """
    fitting = _ids(stray, view)
    # Whoever reads a finding may not see a name, so an id that tells one is not repeated.
    known = [identity for identity in fitting if identity not in telling_ids(view)]
    there = "" if fitting else ", and give it an `id`"
    if known and len(fitting) <= _NAMED:
        there = f" ({', '.join(f'`{identity}`' for identity in known)})"
    return f"{_members(stray)}{there}{_or_a_class(stray)}"


def _ids(stray: Pointing, view: View) -> list[str]:
    """
    The ids of the case that may stand in the place of *stray*, without those of the record in which
    it stands; not all of them if they are too many to be named.
    """
    homes = _ids_by_home(view)
    allowed = filter(None, homes) if "anything" in stray.allowed else stray.allowed
    fitting = (
        identity
        for home in allowed
        for identity in homes.get(home, ())
        if not _is_around(view.ids[identity][0][0], stray.holder)
    )
    return list(islice(fitting, _NAMED + 1))


def _is_around(outer: Path, inner: Path) -> bool:
    return inner[: len(outer)] == outer


@once
def _ids_by_home(view: View) -> dict[str, list[str]]:
    """
    The ids of the case by the members that hold their records; the case itself is in none.
    """
    found: dict[str, list[str]] = {}
    for identity in view.ids:
        found.setdefault(view.home(identity) or "", []).append(identity)
    return found


def _members(stray: Pointing) -> str:
    """
    The members in which what *stray* names may stand, in words.
    """
    if "anything" in stray.allowed:
        return ""
    *others, last = (f"`{member}`" for member in stray.allowed)
    return f" in {', '.join(others)} or {last}" if others else f" in {last}"


def _or_a_class(stray: Pointing) -> str:
    if stray.role is None:
        return ""
    meant = stray.role.words_for(stray.target)
    if meant:
        return f", or write {either(meant)} if that is meant"
    words = stray.role.classes
    word = f"{CLASS}{codelist(words).core[0].code}"
    return f", or a class word such as `{word}` (`rednotice codelist {words}` lists them)"
