"""Record classes as tools see them: how they are called, what they hold, how they are extended."""

from __future__ import annotations

import inspect
import pydoc
import typing
from collections.abc import Mapping
from typing import Annotated, Any

import pytest

from rednotice.errors import InvalidRecord
from rednotice.model import Case, Notice, SharedDocument, Subject, Warrant
from rednotice.records import PUBLIC, fields_of, record, record_classes, safe
from rednotice.records.frozen import FrozenMap
from rednotice.records.limits import Matches
from rednotice.types.codes import NoticeKind
from rednotice.types.dates import PartialDate

CLASSES = tuple(dict.fromkeys((*record_classes(Case), *record_classes(SharedDocument))))
every_class = pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)


@record
class Base:
    """A record that others extend."""

    name: str = safe("The name.", to=PUBLIC)


@record
class Further(Base):
    """A record that extends another."""

    more: str | None = safe("More.", to=PUBLIC, default=None)


# How a class is called


@every_class
def test_a_class_is_called_with_its_fields_by_name(cls: Any) -> None:
    """An editor shows each with its default, in the model's order; what is required has none."""
    parameters = inspect.signature(cls).parameters

    assert list(parameters) == [field.name for field in fields_of(cls)]
    for field in fields_of(cls):
        parameter = parameters[field.name]
        assert parameter.kind is inspect.Parameter.KEYWORD_ONLY
        assert (parameter.default is inspect.Parameter.empty) == field.required
        assert field.required or parameter.default == field.default


def test_a_signature_says_types_in_the_words_of_the_class() -> None:
    """Short enough to be read, and the same before and after the types were looked up."""
    shown = "(*, more: 'str | None' = None, name: 'str') -> None"

    assert str(inspect.signature(Further)) == shown
    typing.get_type_hints(Further)
    assert str(inspect.signature(Further)) == shown


def test_help_shows_how_a_class_is_called_and_what_it_is() -> None:
    """Its members with their types and defaults, its description, and what is raised."""
    shown = pydoc.plain(pydoc.render_doc(Further))

    assert "Further(*, more: 'str | None' = None, name: 'str')" in shown
    assert "A record that extends another." in shown
    assert "Raises `InvalidRecord`" in shown


@every_class
def test_no_constructor_stands_open_beside_the_one_that_checks(cls: Any) -> None:
    """What attrs would leave for those who write their own takes anything, unchecked."""
    assert not hasattr(cls, "__attrs_init__")


# What a class holds


@every_class
def test_the_types_of_a_class_can_be_looked_up(cls: Any) -> None:
    """Of the class, and of its constructor where a tool asks that instead."""
    names = {field.name for field in fields_of(cls)}

    assert set(typing.get_type_hints(cls)) == names
    assert set(inspect.signature(cls).parameters) == names


def test_a_type_is_what_the_member_holds() -> None:
    """With its limits, if they are asked for."""
    assert typing.get_type_hints(Subject)["born"] == PartialDate | None
    assert typing.get_type_hints(Case)["warrants"] == tuple[Warrant, ...]
    assert typing.get_type_hints(Notice)["kind"] is str
    assert typing.get_type_hints(Notice, include_extras=True)["kind"] == NoticeKind


Names = Matches("^[a-z]+$", "a small word")


@record
class Maps:
    """A record with maps, by the hint that says what they are and by that which says less."""

    read: Annotated[Mapping[str, str], Names] | None = safe("A map.", to=PUBLIC, default=None)
    old: Annotated[dict[str, str], Names] | None = safe("A map.", to=PUBLIC, default=None)


def test_a_map_is_declared_as_a_mapping() -> None:
    """So a type checker lets nobody change what a record keeps; `dict` means the same here."""
    made = Maps(read={"b": "x", "a": "y"}, old={"a": "x"})

    assert list(made.read or ()) == ["a", "b"]
    assert type(made.read) is type(made.old) is FrozenMap
    with pytest.raises(InvalidRecord, match=r"Maps\.read\.\*: This must be named by a small word"):
        Maps(read={"B": "x"})


# How a class is extended


def test_a_class_is_extended_by_the_decorator() -> None:
    """So the model shares what all its records have."""
    assert Further(name="A", more="B").more == "B"
    assert Further(name="A") != Base(name="A")


@every_class
def test_a_class_that_lacks_the_decorator_makes_no_records(cls: Any) -> None:
    """They would be half ones: their own members unchecked, and unknown to schema and rules."""

    class Mine(cls):  # type: ignore[misc]
        more: str

        def __init__(self, **values: Any) -> None:
            """It makes no difference."""

    with pytest.raises(
        TypeError, match=r"Mine makes no records, for it lacks @record; .*extensions"
    ):
        Mine(more="x")
