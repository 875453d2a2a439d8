"""Essentials: what makes a record one at all, said once on its class."""

from __future__ import annotations

from typing import Any

import pytest

from rednotice.codelists.groups import having
from rednotice.model import Case, SharedDocument
from rednotice.records import Having, essentials_of, fields_of, record_classes
from rednotice.records.construction import record
from rednotice.records.fields import PUBLIC, safe
from rednotice.records.shapes import Many
from rednotice.types.codes import Codes

CLASSES = tuple(dict.fromkeys((*record_classes(Case), *record_classes(SharedDocument))))
every_class = pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)


def members_in(cls: Any) -> list[str]:
    return [
        one.member if isinstance(one, Having) else one
        for alternative in essentials_of(cls)
        for one in alternative
    ]


@every_class
def test_a_class_says_which_members_make_it_a_record(cls: Any) -> None:
    """Each alternative names members of the class."""
    assert essentials_of(cls)
    assert all(essentials_of(cls))
    assert [name for name in members_in(cls) if name not in {f.name for f in fields_of(cls)}] == []


@every_class
def test_nothing_that_any_record_may_have_makes_it_one(cls: Any) -> None:
    """Who says it, where it is written and what is missing say nothing by themselves."""
    common = {"according_to", "sources", "missing", "known_to", "note", "language", "translations"}

    assert common.isdisjoint(members_in(cls))


@every_class
def test_a_code_that_is_asked_for_can_be_found(cls: Any) -> None:
    """Its traits are those of codes in the list of the member."""
    fields = {field.name: field for field in fields_of(cls)}
    for alternative in essentials_of(cls):
        for one in alternative:
            if isinstance(one, Having):
                codes = [
                    limit for limit in fields[one.member].one.limits if isinstance(limit, Codes)
                ]
                assert all(having(codes[0].name, trait) for trait in one.traits)


def test_a_base_class_passes_no_essentials_on() -> None:
    """A class that extends another may mean something else."""

    @record(essentials=("name",))
    class Above:
        """A record."""

        name: str = safe("The name.", to=PUBLIC)

    @record
    class Below(Above):
        """A record that extends it."""

        more: str | None = safe("More.", to=PUBLIC, default=None)

    assert essentials_of(Above) == (("name",),)
    assert essentials_of(Below) == ()


def test_only_a_history_and_a_chain_of_custody_are_in_order() -> None:
    """Every other list is a set, and its order tells nothing that may leave."""
    ordered = {
        f"{cls.__name__}.{field.name}": isinstance(field.shape, Many)
        for cls in CLASSES
        for field in fields_of(cls)
        if field.meaning.ordered
    }

    assert ordered == {"Notice.history": True, "Capture.chain_of_custody": True}


def test_what_an_absent_member_stands_for_is_a_code_of_its_list() -> None:
    """A release spells it out, so it must be a word that may stand there."""
    said = [
        (limit, field.meaning.silence)
        for cls in CLASSES
        for field in fields_of(cls)
        if field.meaning.silence is not None
        for limit in getattr(field.one, "limits", ())
    ]

    assert len(said) == 3
    assert [code for limit, code in said if not limit.holds(code)] == []
