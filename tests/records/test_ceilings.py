"""Who may ever see what: laws of the ceilings that the model declares."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rednotice.model import Case, SharedDocument
from rednotice.records import Audience, Sensitivity
from rednotice.records.reach import Way, ways
from rednotice.records.shapes import Free, Mapped, Nested, Scalar
from rednotice.types.codes import Codes
from rednotice.types.roles import Role

WAYS = {root.__name__: ways(root) for root in (Case, SharedDocument)}
ALL = [way for found in WAYS.values() for way in found]
PARTNER_OR_PUBLIC = {Audience.PARTNER, Audience.PUBLIC}

# The members without which a record says nothing. Each tuple is an alternative, of which all
# members are needed.
ESSENTIALS: dict[str, tuple[tuple[str, ...], ...]] = {
    "Assessed": (("flag",),),
    "Because": (("record",), ("cause",)),
    "Charge": (("offence",), ("text",)),
    "Contest": (("kind",),),
    "Context": (("kind",),),
    "Description": (("profile",),),
    "Event": (("kind",),),
    "Incident": (("method",),),
    "NationalCopy": (("country",),),
    "Nationality": (("country",),),
    "Notice": (("kind",),),
    "Observation": (("seen",),),
    "Operation": (("kind",), ("name",)),
    "Outcome": (("kind",),),
    "Part": (("degree",),),
    "Penalty": (("imprisonment",), ("life",), ("death",), ("fine",)),
    "Person": (("kind",), ("relation",), ("names",)),
    "Proceeding": (("kind", "result"), ("kind", "rulings")),
    "PublishedCount": (("number",),),
    "Ruling": (("result",),),
    "Search": (("answer",),),
    "Statement": (("about", "stance"),),
    "StatusChange": (("status",),),
    "Warrant": (("kind",), ("issuing_state",), ("charges",)),
}
# Qualifiers that are no roles: they say how a record is meant.
QUALIFIERS = {"circumstances", "existence", "stance"}
# Roles that qualify nothing: they tell that the person has a lawyer.
NO_QUALIFIERS = {("Proceeding", "counsel"), ("Proceeding", "signatory")}
# Values with a form of their own, in which nobody can write a name or a story.
ROLES = {"ConcernedReference", "SpeakerReference"}
FORMED = {
    *("CountryCode", "Duration", "Edition", "Id", "Language", "PartialDate", "PolicyName"),
    *("Reference", "SchemaVersion", "Sha256"),
}
# Its ceiling is that of the field which the statement is about.
AS_ITS_FIELD = {("statements", "value")}


def records() -> Iterator[dict[str, Way]]:
    """The members of each record with essentials, at each of its places."""
    for found in WAYS.values():
        places: dict[tuple[str, ...], dict[str, Way]] = {}
        for way in found:
            places.setdefault(way.path[:-1], {})[way.field.name] = way
        for members in places.values():
            if next(iter(members.values())).cls.__name__ in ESSENTIALS:
                yield members


def reached(members: dict[str, Way]) -> frozenset[Audience]:
    """The audiences that may see the essentials of a record with these *members*."""
    alternatives = ESSENTIALS[next(iter(members.values())).cls.__name__]
    return frozenset().union(
        *(frozenset.intersection(*(members[name].seen for name in one)) for one in alternatives)
    )


def qualifies(way: Way) -> bool:
    """Whether the member at the end of *way* says by whose word or of whom a record speaks."""
    if (way.cls.__name__, way.field.name) in NO_QUALIFIERS:
        return False
    return way.field.name in QUALIFIERS or isinstance(way.field.ref, Role)


def is_free_text(way: Way) -> bool:
    """Whether a person can write what they like at the end of *way*."""
    match way.field.one:
        case Nested():
            return False
        case Scalar(python, limits, ref, named) if issubclass(python, str):
            formed = named is not None and named.name in FORMED
            coded = any(isinstance(limit, Codes) for limit in limits)
            return not (formed or coded or ref)
        case Mapped(_, value):
            limits = value.limits if isinstance(value, Scalar) else ()
            return not any(isinstance(limit, Codes) for limit in limits)
        case Free():
            return way.path not in AS_ITS_FIELD
    return False


def test_a_record_leaves_with_its_qualifiers() -> None:
    """Whose word it is, of whom it speaks, and how it is meant reach whoever sees the record."""
    assert [
        f"{'.'.join(way.path)}: {sorted(one.value for one in reached(members) - way.seen)}"
        for members in records()
        for way in members.values()
        if qualifies(way) and not reached(members) <= way.seen
    ] == []


@pytest.mark.parametrize("root", WAYS)
def test_whose_word_it_is_reaches_whoever_sees_anything_of_a_record(root: str) -> None:
    """Also of a record that nobody has named essentials for, such as a name."""
    whose = {way.path[:-1]: way.seen for way in WAYS[root] if way.field.name == "according_to"}

    assert [
        ".".join(way.path)
        for way in WAYS[root]
        if way.path[:-1] in whose and not way.seen <= whose[way.path[:-1]]
    ] == []


@pytest.mark.parametrize("name", ESSENTIALS)
def test_every_record_with_essentials_stands_somewhere(name: str) -> None:
    """A class that was renamed would not be asked any more."""
    assert any(way.cls.__name__ == name for way in ALL)


def test_no_free_text_reaches_a_partner_or_the_public_but_what_an_editor_cleared() -> None:
    """Nobody can say of a text that nobody has read that it names no place and no person."""
    assert [".".join(way.path) for way in ALL if is_free_text(way) and leaves(way)] == [
        "cleared.text"
    ]


def test_no_direct_identifier_reaches_a_partner_or_the_public() -> None:
    """A name or a number tells who the person is."""
    direct = [way for way in ALL if way.field.meaning.sensitivity is Sensitivity.DIRECT]

    assert direct
    assert [".".join(way.path) for way in direct if leaves(way)] == []


def test_ids_of_whoever_has_a_role_stay_with_counsel() -> None:
    """A class of persons can be shown where a person cannot."""
    roles = [way for way in ALL if isinstance(way.field.ref, Role)]

    assert [".".join(way.path) for way in roles if way.release & PARTNER_OR_PUBLIC] == []


def test_sources_reach_no_partner_and_not_the_public() -> None:
    """A reference to a source tells that it is held. The CCF gets exhibits, each as it is told."""
    pointing = [way for way in ALL if way.field.ref and way.field.ref.targets == ("sources",)]

    assert pointing
    assert [
        ".".join(way.path)
        for way in (*pointing, *(way for way in ALL if way.path[0] == "sources"))
        if way.seen & PARTNER_OR_PUBLIC
    ] == []


@pytest.mark.parametrize(
    ("kind", "named"),
    [("pursuing", {"CountryCode"}), ("replaced", {"Id"}), ("classes", set(ROLES))],
)
def test_a_part_is_declared_where_the_type_has_such_a_part(kind: str, named: set[str]) -> None:
    """Class words stand among roles, pursuing states among countries, and ids have substitutes."""
    shapes = [way.field.one for way in ALL if way.field.meaning.part_kind == kind]
    types = {shape.named.name for shape in shapes if isinstance(shape, Scalar) and shape.named}

    assert types == named


def test_no_id_leaves_as_it_was_written() -> None:
    """An id may tell what it names; whoever is not counsel sees another in its place."""
    ids = [way for way in ALL if way.field.name == "id"]

    assert [".".join(way.path) for way in ids if way.release - Audience.COUNSEL.within] == []


def leaves(way: Way) -> bool:
    """Whether a partner or the public may see what stands at the end of *way*, or a part of it."""
    return bool(way.seen & PARTNER_OR_PUBLIC)
