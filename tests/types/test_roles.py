"""Roles: an id, or a class word of the list that the role takes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from rednotice import InvalidRecord, codelists, gate
from rednotice.model import Case, Incident, SharedDocument
from rednotice.records import fields_of
from rednotice.types.roles import Role

if TYPE_CHECKING:
    from rednotice.records.walk import Field

# What ties one record to another, and a consent, which is never a class's.
NO_ROLES = {
    *("Consent.guardian", "Consent.person", "Kinship.to", "Organisation.part_of"),
    *("Position.organisation", "Tie.to", "Tie.who"),
}
WORDS = {
    name: [code.code for code in codelists.codelist(name)] for name in ("concerned", "speakers")
}


def members_of(cls: Any, met: set[Any]) -> Iterator[tuple[str, Field]]:
    """Every member of *cls* and of the records inside it, by the name of its class and its own."""
    if cls is None or cls in met:
        return
    met.add(cls)
    for field in fields_of(cls):
        yield f"{cls.__name__}.{field.name}", field
        yield from members_of(getattr(field.one, "record", None), met)


def names_somebody(field: Field) -> bool:
    targets = set(field.ref.targets) if field.ref else set()
    return not targets.isdisjoint({"subjects", "people", "organisations"})


def case_with(**members: Any) -> dict[str, Any]:
    incident = {"method": "threat", **members}
    subjects = [{"id": "s1"}]
    return {"rednotice": "1.0", "id": "c-1", "subjects": subjects, "incidents": [incident]}


@pytest.mark.parametrize(("member", "name"), [("against", "concerned"), ("by", "speakers")])
def test_a_role_takes_every_word_of_its_list_and_ids_beside_them(member: str, name: str) -> None:
    """The schema and the construction of records agree on it."""
    words = [f"class:{word}" for word in WORDS[name]]

    assert gate.is_accepted(case_with(**{member: ["s1", "shared:o1", *words]}))
    for word in words:
        made: Any = Incident
        assert getattr(made(method="threat", **{member: [word]}), member) == (word,)


@pytest.mark.parametrize(
    "word",
    [*("class:press", "class:", "class:Family", "class:family\n", "class:famil"), "klass:family"],
)
def test_a_word_of_another_list_or_of_none_is_refused(word: str) -> None:
    """`against` says whom an act concerns, and no press is in that list."""
    made: Any = Incident

    assert not gate.is_accepted(case_with(against=[word]))
    with pytest.raises(InvalidRecord, match=r"rednotice codelist concerned|Did you mean|invisible"):
        made(method="threat", against=[word])


def test_a_reference_that_is_no_role_takes_no_class_word() -> None:
    """A source is a record, and has no class."""
    assert not gate.is_accepted(case_with(sources=["class:press"]))


def test_every_member_that_names_somebody_is_a_role_or_is_known_to_be_none() -> None:
    """Whose word it is, and whom an act concerns, can be written where nobody has an id."""
    met: set[Any] = set()
    members = [*members_of(Case, met), *members_of(SharedDocument, met)]

    plain = {name for name, field in members if names_somebody(field)} - {
        name for name, field in members if isinstance(field.ref, Role)
    }
    assert plain == NO_ROLES
