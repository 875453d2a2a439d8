"""
RN3 References: ids that name nothing, or the wrong kind of thing.
"""

from __future__ import annotations

from collections.abc import Iterator

from rednotice.insight.questions import Problem, rule
from rednotice.insight.rings import records_in_rings
from rednotice.insight.view import Pointing, View
from rednotice.model import Incident, Notice, Organisation
from rednotice.records import fields_of
from rednotice.types.roles import Role
from rednotice.words.offers import either

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


@rule("RN302")
def reference_to_nothing(view: View) -> Iterator[Problem]:
    """
    A reference names an id that no record has.

    The id is misspelt, or its record was removed, or it stands in the shared document and needs
    `shared:` in front. A reference to the shared document is looked up only where one is at hand;
    where none is, RN013 says so. The message names the members in which the record can stand; the
    schema has them in `x-ref`.
    """
    for stray in view.strays:
        if view.home(stray.target) is None:
            outside = stray.target.startswith("shared:")
            if not outside:
                yield (
                    stray.path,
                    f"No record of the case has this id. Name one{_meant(stray)}{_classes(stray)}.",
                )
            elif view.shared is not None:
                yield (
                    stray.path,
                    f"No record of the shared document has this id. Name one of it{_meant(stray)}.",
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
                f"The reference names a record of the wrong kind. Name one{_meant(stray)}.",
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


def _meant(stray: Pointing) -> str:
    """
    The members in which what *stray* names may stand, in words.
    """
    if "anything" in stray.allowed:
        return ""
    return f" in {' or '.join(f'`{member}`' for member in stray.allowed)}"


def _classes(stray: Pointing) -> str:
    """
    The class words that *stray* may mean, if it is a word such as ``police`` and not an id.
    """
    role = next(field.ref for field in fields_of(stray.kind) if field.name == stray.member)
    meant = role.words_for(stray.target) if isinstance(role, Role) else ()
    return f", or write {either(meant)} if that is meant" if meant else ""
