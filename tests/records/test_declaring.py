"""How a record describes itself: what a class must say of every field before it exists."""

from __future__ import annotations

import inspect
from typing import Annotated, Any, Literal

import attrs
import pytest

from rednotice.model import Case, SharedDocument
from rednotice.records import (
    CCF_BUREAU,
    COUNSEL,
    PARTNER,
    PUBLIC,
    Audience,
    Field,
    Sensitivity,
    contextual,
    direct,
    fields_of,
    quasi,
    record,
    record_classes,
    safe,
    sensitive,
)
from rednotice.records.fields import METADATA
from rednotice.records.limits import Between, Length, Matches, Named, Ref
from rednotice.records.reach import ways
from rednotice.records.shapes import Many, Nested, Scalar, shapes_of

SPECIFIERS = (direct, quasi, sensitive, contextual, safe)
CLASSES = tuple(dict.fromkeys((*record_classes(Case), *record_classes(SharedDocument))))
FIELDS = [(cls, field) for cls in CLASSES for field in fields_of(cls)]
Pair = Annotated[
    str,
    Matches("^[a-z]{2}$", "two small letters"),
    Ref.to("pairs"),
    Named("Pair", "Pair", "Two letters."),
]


@record
class Part:
    """A part of the sample below."""

    name: str = safe("The name.", to=PUBLIC)


@record
class Sample:
    """A record that has one field of each shape."""

    pair: Pair = direct("Two letters.", to=PARTNER)
    parts: tuple[Part, ...] = contextual("The parts.", to=PARTNER, default=())
    pairs: tuple[Pair, ...] = contextual("More letters.", to=PARTNER, default=())
    count: Annotated[int, Between(0, 9)] | None = safe("How many.", to=PUBLIC, default=None)
    sure: bool | None = safe("Whether it is so.", to=PUBLIC, default=None, known=True)


def one(name: str) -> Field:
    return next(field for field in fields_of(Sample) if field.name == name)


# What a class must say


def test_a_field_without_a_specifier_does_not_import() -> None:
    """A bare annotation says neither what the field means nor who may see it."""
    with pytest.raises(TypeError, match=r"Bare\.name needs a description, a sensitivity"):

        @record
        class Bare:
            name: str


def test_a_field_with_only_a_default_does_not_import() -> None:
    """A plain default is no specifier either."""
    with pytest.raises(TypeError, match=r"Bare\.name needs a description"):

        @record
        class Bare:
            name: str | None = None


def test_a_field_of_attrs_alone_does_not_import() -> None:
    """The class library's own field knows nothing of sensitivity."""
    with pytest.raises(TypeError, match=r"Bare\.name needs a description"):

        @record
        class Bare:
            name: str | None = attrs.field(default=None)


def test_a_field_without_a_type_does_not_import() -> None:
    """A specifier says what a value means, and not which values there are."""
    with pytest.raises(attrs.exceptions.UnannotatedAttributeError):

        @record
        class Bare:
            name = safe("The name.", to=PUBLIC)


@pytest.mark.parametrize("specifier", SPECIFIERS, ids=lambda specifier: specifier.__name__)
def test_a_specifier_wants_to_know_who_may_see_the_value(specifier: Any) -> None:
    """There is no release by default."""
    with pytest.raises(TypeError, match="to="):
        specifier("A name.")


@pytest.mark.parametrize("specifier", SPECIFIERS, ids=lambda specifier: specifier.__name__)
def test_a_specifier_wants_a_description(specifier: Any) -> None:
    """There is no field that nobody describes."""
    with pytest.raises(TypeError):
        specifier(to=PUBLIC)


@pytest.mark.parametrize("doc", ["", " ", "A name", "A name,"])
def test_a_description_is_a_sentence(doc: str) -> None:
    """It ends with a full stop, and so begins to say something."""
    with pytest.raises(TypeError, match="sentence"):
        safe(doc, to=PUBLIC)


@pytest.mark.parametrize(
    "hint",
    [
        *(str | int, str | int | None, None, object, Any, bytes, list[str], dict[str, str]),
        *(tuple[str], tuple[str, int], Literal["a"], dict[int, str], type),
    ],
    ids=str,
)
def test_a_hint_that_no_format_can_hold_is_refused(hint: Any) -> None:
    """A field has one plain type or is absent; the only union is X | None."""
    odd: Any = type("Odd", (), {"name": safe("A name.", to=PUBLIC, default=None)})
    odd.__annotations__ = {"name": hint}

    with pytest.raises(TypeError, match=r"Odd\.name: "):
        shapes_of(record(odd))


# What is read off a class


def test_a_field_says_what_it_means() -> None:
    """Its description, what it gives away, who may see it, and whether a state knows it anyway."""
    meaning = one("pair").meaning

    assert (meaning.doc, meaning.sensitivity) == ("Two letters.", Sensitivity.DIRECT)
    assert (meaning.known, meaning.since) == (False, "1.0")
    assert meaning.release == {Audience.INTERNAL, Audience.PARTNER}
    assert one("sure").meaning.known


def test_a_field_says_whether_it_is_required_and_what_it_holds() -> None:
    """A list is a list of its item, and a reference leads to the members that it names."""
    assert [field.required for field in fields_of(Sample)] == [True, False, False, False, False]
    assert isinstance(one("parts").shape, Many)
    assert isinstance(one("parts").one, Nested)
    assert one("parts").ref is None
    assert one("pairs").ref is one("pair").ref
    assert shapes_of(Sample)["pair"].ref.targets == ("pairs",)


def test_a_plain_text_has_at_least_one_character() -> None:
    """An empty text would be a second way to say nothing."""
    shape = shapes_of(Part)["name"]

    assert isinstance(shape, Scalar)
    assert [type(limit) for limit in shape.limits] == [Length]
    assert shape.expects == "a text of at least 1 character"


def test_every_class_below_a_root_is_found_once() -> None:
    """The root comes first, and each class before those that only it holds."""
    assert record_classes(Sample) == (Sample, Part)
    assert len(set(record_classes(Case))) == len(record_classes(Case))


# What the model itself keeps to


def test_every_field_of_the_model_is_described() -> None:
    """A sentence, a sensitivity, a release, and the version that brought it."""
    assert [
        f"{cls.__name__}.{field.name}"
        for cls, field in FIELDS
        if not (
            field.meaning.doc[0].isupper()
            and field.meaning.doc.endswith(".")
            and isinstance(field.meaning.sensitivity, Sensitivity)
            and Audience.INTERNAL in field.meaning.release
            and field.meaning.since == "1.0"
        )
    ] == []


def test_what_is_absent_reads_as_none_or_as_no_items() -> None:
    """A list that is not there is empty, and everything else is None."""
    assert [
        f"{cls.__name__}.{field.name}"
        for cls, field in FIELDS
        if not field.required and field.default != (() if isinstance(field.shape, Many) else None)
    ] == []


def test_every_class_of_the_model_says_what_it_is() -> None:
    """Its docstring is its description in the schema and in the reference."""
    assert [cls.__name__ for cls in CLASSES if not (cls.__doc__ or "").strip().endswith(".")] == []


def test_the_order_of_audiences_has_two_chains() -> None:
    """Counsel over the commission over the bureau, and partner; what the public sees, all may."""
    assert {one.value: {other.value for other in one.within} for one in Audience} == {
        "internal": {"internal"},
        "counsel": {"internal", "counsel"},
        "ccf_commission": {"internal", "counsel", "ccf_commission"},
        "ccf_bureau": {"internal", "counsel", "ccf_commission", "ccf_bureau"},
        "partner": {"internal", "partner"},
        "public": {one.value for one in Audience},
    }


def test_a_field_says_which_part_of_a_list_goes_further() -> None:
    """The class words of a list of roles, for audiences that may not see the ids."""
    field = contextual("Who.", to=COUNSEL, classes_to=PUBLIC, not_to=CCF_BUREAU, default=())
    meaning = field.metadata[METADATA]

    assert meaning.release == {Audience.INTERNAL, Audience.COUNSEL}
    assert meaning.part == {Audience.CCF_COMMISSION, Audience.PARTNER, Audience.PUBLIC}
    assert meaning.seen == frozenset(Audience) - {Audience.CCF_BUREAU}


def test_an_audience_may_be_left_out_although_a_narrower_one_is_named() -> None:
    """What goes to the public in a table need not go to whoever knows the name."""
    meaning = contextual("What.", to=PUBLIC, not_to=CCF_BUREAU).metadata[METADATA]

    assert meaning.release == frozenset(Audience) - {Audience.CCF_BUREAU}
    assert not meaning.part


@pytest.mark.parametrize("root", [Case, SharedDocument])
def test_a_way_narrows_who_may_see_what_it_leads_to(root: type) -> None:
    """Nobody sees a member, or a part of it, who may not see all that holds it."""
    release = {way.path: way.release for way in ways(root)}

    assert [
        way.path for way in ways(root) if not way.seen <= release.get(way.path[:-1], set(Audience))
    ] == []


def test_no_field_promises_what_no_way_to_it_allows() -> None:
    """An audience that stands at a field can be reached, in a case or in the shared document."""
    seen: dict[tuple[Any, str], frozenset[tuple[Audience, bool]]] = {}
    for way in (*ways(Case), *ways(SharedDocument)):
        key = way.cls, way.field.name
        told = {*((one, True) for one in way.release), *((one, False) for one in way.part)}
        seen[key] = seen.get(key, frozenset()) | told
    own = [(cls, field) for cls, field in FIELDS if field.name in inspect.get_annotations(cls)]

    assert [
        f"{cls.__name__}.{field.name}"
        for cls, field in own
        if {one for one, whole in seen[cls, field.name] if whole} != field.meaning.release
        or {one for one, whole in seen[cls, field.name] if not whole} != field.meaning.part
    ] == []
