"""
Classes of speakers and of those concerned, derived from the records that ids name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rednotice.codelists.groups import having, naming
from rednotice.insight.counsels import clients
from rednotice.insight.sources import source_named, sources_of
from rednotice.insight.stances import is_coerced, is_unfree
from rednotice.insight.view import View, as_named_by, once
from rednotice.model import (
    Case,
    Charge,
    Notice,
    Organisation,
    Person,
    Proceeding,
    Source,
    Statement,
    Subject,
    Tie,
    TravelDocument,
    Warrant,
)
from rednotice.types.roles import class_of
from rednotice.types.states import one_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# The class of a body, and those of a person as a speaker and as somebody concerned, by kind. A
# former spouse speaks as somebody else, since the relation does not tell whose side they are on.
_ORGANISATIONS = naming("organisation_kinds", "speaks_as_")
_SPEAKING = naming("relations", "speaks_as_")
_CONCERNED = naming("relations", "concerned_as_")
_STATE_BODIES = having("organisation_kinds", "of_a_state")
_COMMUNITIES = having("organisation_kinds", "concerned_as_community")
_AUTHORITIES = having("organisation_kinds", "concerned_as_authority")
_SIDE_OF_A_STATE = having("organisation_kinds", "sides_with_its_state")
_OWN = having("relations", "has_a_part_in_it")
_ON_THE_PERSONS_SIDE = having("speakers", "persons_side")
_CAN_BE_UNFREE = _ON_THE_PERSONS_SIDE | having("speakers", "any_side")


def speaker_class(view: View, reference: str, said_in: object = None) -> str | None:
    """
    The class of the speaker that *reference* names, a code of the list speakers; None if it names
    nobody. A class word is its own class.

    A person who was not free when *said_in* was said, a statement or another record, is
    ``person_not_free``; without it, so is a person none of whose statements was free.
    """
    word = class_of(reference)
    if word is not None:
        return word
    found = view.record_of(reference)
    code = None if found is None else _class_of_record(view, reference, found[1])
    unfree = code in _CAN_BE_UNFREE and _is_unfree_in(view, reference, said_in)
    return "person_not_free" if unfree else code


def issuer_class(view: View, paper: Notice | Warrant) -> str:
    """
    The class of the state that issued *paper*, which speaks in its charges.
    """
    state = paper.issuing_state
    return "issuing_state" if not state or _pursues(view, state) else "third_authority"


def source_class(view: View, name: str) -> str | None:
    """
    The class of whoever speaks in the source that *name* names, as `sources_of` gives it; None if
    it names no source.
    """
    source = source_named(view, name)
    return None if source is None else _source(view, name, source)


def concerned_class(view: View, reference: str) -> str | None:
    """
    The class of whom *reference* names, a code of the list concerned; None if it names nobody. A
    class word is its own class.
    """
    word = class_of(reference)
    if word is not None:
        return word
    found = view.record_of(reference)
    match found[1] if found else None:
        case Subject() | TravelDocument():
            return "subject"
        case Person() as person:
            related = _by_relation(view, person, _CONCERNED)
            acts = related is None and _counsel(view).get(reference)
            return "counsel" if acts else related or "somebody_else"
        case Organisation() as body:
            return _concerned_body(view, reference, body)
    return None


def _class_of_record(view: View, reference: str, record: Any) -> str | None:
    match record:
        case Subject():
            return "person"
        case Person():
            return _person(view, reference, record)
        case Organisation():
            return _body(view, reference, record)
        case Notice() | Warrant():
            return issuer_class(view, record)
        case Source():
            return _source(view, reference, record)
    return None


def _person(view: View, reference: str, person: Person) -> str:
    if any(_pursues(view, state) for state in person.acts_for):
        return "pursuing_authority"
    if reference in _accusers(view):
        return "complainant"
    related = _by_relation(view, person, _SPEAKING)
    if related in {None, "other"} and _counsel(view).get(reference):
        return "counsel"
    return related or "other"


def _by_relation(view: View, person: Person, classes: Mapping[str, frozenset[str]]) -> str | None:
    """
    The class in *classes* of the relation of *person* to a subject.
    """
    relation = person.relation
    if relation is None or not _is_subject(view, relation.to):
        return None
    return next(iter(classes.get(relation.kind or "", ())), None)


def _is_subject(view: View, reference: str | None) -> bool:
    return reference is None or bool(view.among(Subject, (reference,)))


@once
def _accusers(view: View) -> frozenset[str]:
    """
    The ids of those who freely accuse a subject, whatever their relation to the subject is.
    """
    found: set[str] = set()
    for _, statement in view.each(Statement):
        named = view.record_of((statement.about or "").partition(".")[0])
        matter = named[1] if named else None
        accuses = statement.stance in having("stances", "accuses") and isinstance(
            matter, (Charge, Notice, Subject, Warrant)
        )
        alleges = statement.stance in having("stances", "accuses_persons") and isinstance(
            matter, Subject
        )
        if (accuses or alleges) and not is_coerced(statement, view):
            found.update(statement.by)
    return frozenset(found)


def _body(view: View, reference: str, body: Organisation) -> str:
    kind, country = _kind_and_country(view, reference, body)
    acting = any(_pursues(view, state) for state in body.acts_for)
    own = _pursues(view, country) if country else None
    if kind in having("organisation_kinds", "medium"):
        # State media whose state is not known may be a pursuer's.
        directed = kind in having("organisation_kinds", "directed_by_a_state")
        return _medium(directed=directed, pursues=acting or own is not False, acting=acting)
    if reference in _bodies_of_the_ccf(view):
        return "ccf"
    if kind in _STATE_BODIES:
        return _state_body(kind, pursues=acting or own is True)
    if acting or (own and kind in _SIDE_OF_A_STATE):
        return "pursuing_authority"
    if _is_counsel(view, reference, kind):
        return "counsel"
    return next(iter(_ORGANISATIONS.get(kind or "", ())), "other")


def _is_counsel(view: View, reference: str, kind: str | None) -> bool:
    """
    Whether the body *reference* is counsel on the person's side. So is a firm of lawyers of which
    nobody says for whom it acts.
    """
    return _counsel(view).get(reference, kind in having("organisation_kinds", "counsel"))


@once
def _counsel(view: View) -> dict[str, bool]:
    """
    Whether each counsel that the case names acts for a subject, or for somebody on the side of one.
    """
    return {
        name: any(_is_on_the_persons_side(view, client) for client in found)
        for name, found in clients(view).items()
    }


def _is_on_the_persons_side(view: View, reference: str) -> bool:
    word = class_of(reference)
    if word is not None:
        return word in _ON_THE_PERSONS_SIDE
    found = view.record_of(reference)
    match found[1] if found else None:
        case Subject():
            return True
        case Person() as person:
            related = _by_relation(view, person, _SPEAKING)
            return related in _ON_THE_PERSONS_SIDE and reference not in _accusers(view)
        case Organisation():
            return _is_own_company(view, reference)
    return False


def _medium(*, directed: bool, pursues: bool, acting: bool) -> str:
    if acting or (directed and pursues):
        return "state_media"
    return "other" if directed else "press"


def _state_body(kind: str | None, *, pursues: bool) -> str:
    if kind in having("organisation_kinds", "decides_in_court"):
        return "pursuing_court" if pursues else "third_court"
    if not pursues:
        return "third_authority"
    whole = kind in having("organisation_kinds", "whole_state")
    return "issuing_state" if whole else "pursuing_authority"


def _kind_and_country(
    view: View, reference: str, body: Organisation
) -> tuple[str | None, str | None]:
    """
    The kind and the country of *body*, which *reference* names; a country that is not given is that
    of the body above it.
    """
    above, met = body, {id(body)}
    while above.country is None and above.part_of:
        reference = as_named_by(reference, above.part_of)
        found = view.among(Organisation, (reference,))
        if not found or id(found[0][1]) in met:
            break
        above = found[0][1]
        met.add(id(above))
    return body.kind, above.country


@once
def _bodies_of_the_ccf(view: View) -> frozenset[str]:
    """
    The ids of bodies before which proceedings before the CCF are held.
    """
    return frozenset(
        one.forum.body
        for _, one in view.each(Proceeding)
        if one.forum and one.forum.body and one.kind in having("proceeding_kinds", "before_ccf")
    )


def _source(view: View, reference: str, source: Source) -> str:
    if is_unfree(source):
        return "person_not_free"
    publisher = (source.publisher,) if source.publisher else ()
    speakers = (as_named_by(reference, name) for name in source.by or publisher)
    names = [name for name in speakers if not view.among(Source, (name,))]
    classes = {speaker_class(view, name) for name in names}
    only = classes.pop() if len(classes) == 1 else None
    return only or "unknown_speaker"


def _is_unfree_in(view: View, reference: str, said_in: object) -> bool:
    if isinstance(said_in, Statement):
        return is_coerced(said_in, view)
    if said_in is None:
        return reference in _never_free(view)
    return any(
        is_unfree(source) and (not source.by or reference in source.by)
        for name in sources_of(view, said_in)
        if (source := source_named(view, name))
    )


@once
def _never_free(view: View) -> frozenset[str]:
    """
    The ids of those who made statements, none of them freely.
    """
    free: dict[bool, set[str]] = {True: set(), False: set()}
    for _, statement in view.each(Statement):
        free[not is_coerced(statement, view)].update(statement.by)
    return frozenset(free[False] - free[True])


def _concerned_body(view: View, reference: str, body: Organisation) -> str:
    if _is_own_company(view, reference):
        return "own_company"
    if _is_counsel(view, reference, body.kind):
        return "counsel"
    if body.kind in _AUTHORITIES:
        return "authority"
    return "community" if body.kind in _COMMUNITIES else "somebody_else"


def _is_own_company(view: View, reference: str) -> bool:
    return any(
        tie.to == reference and tie.kind in _OWN and view.among(Subject, (tie.who,))
        for _, tie in view.each(Tie)
    )


def _pursues(view: View, state: str) -> bool:
    pursuers = _pursuers(view)
    return not pursuers or (one_code(state) or state) in pursuers


@once
def _pursuers(view: View) -> frozenset[str]:
    """
    The states that pursue; where none is named, every state counts as one.
    """
    states: Iterable[str] = view.case.pursued_by if isinstance(view.case, Case) else ()
    return frozenset(one_code(state) or state for state in states)
