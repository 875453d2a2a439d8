"""
Conflicts: what statements disagree about, in one case or in several codings of one case, and of
which type each disagreement is.
"""

from __future__ import annotations

from itertools import combinations, islice
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

import attrs

from rednotice.codelists.groups import having
from rednotice.insight.copies import how_sure, wordings
from rednotice.insight.places import Place
from rednotice.insight.side_by_side import shown
from rednotice.insight.speakers import concerned_class, speaker_class
from rednotice.insight.stances import DENIAL, answers_something, asserts, counts, standing
from rednotice.insight.values import contradicts, exact, expected, field_of, names_persons
from rednotice.insight.view import View, once
from rednotice.records.shapes import Scalar
from rednotice.types.codes import Codes
from rednotice.types.dates import PartialDate
from rednotice.types.durations import Duration
from rednotice.types.roles import CLASS, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rednotice.documents import Path
    from rednotice.model import Statement
    from rednotice.records.walk import Field

T = TypeVar("T")
_MANY = 100  # different values of one field that are compared with each other
_OTHER_ACCOUNT = having("stances", "counters")
Said = tuple["Path", "Statement"]
ConflictType = Literal[
    "denied",
    "explained_otherwise",
    "who",
    "whose_word",
    "when",
    "how_long",
    "where",
    "what",
    "how_many",
    "whether",
    "which_record",
    "how_sure",
    "wording",
]


@attrs.frozen
class Conflict:
    """
    A disagreement between statements, or between codings of one case.

    Attributes:
        about: What the statements are about, as a statement writes it.
        type: ``denied`` if somebody denies what another asserts, and ``explained_otherwise`` if
            somebody grants it and gives another account. Otherwise what two values differ in:
            ``who`` took part, ``whose_word`` it is, ``when``, ``how_long``, ``where``, ``what`` (a
            code), ``how_many``, ``whether`` (yes or no) or ``which_record``. Two copies of one
            report can also differ in ``how_sure`` a speaker is, and in the ``wording`` of a
            quotation.
        places: The statements and members that disagree, in the order of the cases.
    """

    about: str
    type: ConflictType
    places: tuple[Place, ...]


class Matter(NamedTuple):
    """
    A field that statements give values for.

    *record* holds the field at *place*; it is None if it is absent from the record that would hold
    it. *standing* are all statements about the field that were not taken back; *said* are those of
    them that give a value.
    """

    about: str
    place: Path
    record: Any
    field: Field
    standing: list[Said]
    said: list[Said]

    @property
    def asserted(self) -> list[Said]:
        """The statements that assert a value that the field could hold."""
        return [
            (path, one)
            for path, one in self.said
            if asserts(one) and expected(self.field, one.value) is None
        ]


@once
def matters(view: View) -> list[Matter]:
    """
    The fields of the case that statements give values for.
    """
    found: list[Matter] = []
    for about, names in _names(view).items():
        named = field_of(view, about)
        stand = [one for name in names for one in standing(view, name)]
        said = [(path, one) for path, one in stand if one.value is not None and counts(one)]
        if named and said:
            path, record, field = named
            found.append(Matter(about, (*path, field.name), record, field, stand, said))
    return found


def _names(view: View) -> dict[str, list[str]]:
    """
    The names that statements with values use for each scalar field: ``k3.number`` and
    ``k3.number.best`` are one.
    """
    found: dict[str, list[str]] = {}
    for about, statements in view.statements.items():
        if any(one.value is not None for _, one in statements):
            found.setdefault(exact(view, about), []).append(about)
    return found


class _Voice(NamedTuple):
    """
    A value of a field, where it stands, and whether a statement gives it.
    """

    place: Place
    value: Any
    is_statement: bool


def conflicts(view: View, *others: View) -> list[Conflict]:
    """
    What the statements of a case disagree about: values that contradict each other, denials of what
    is asserted, other accounts of what is granted, and what copies of one report tell differently.

    *others* are other codings of the same case, in which the same id names the same thing. Then the
    values of their records are compared as well, and the statements of all are taken together.

    Statements that are deprecated or taken back do not count. Whether an editor has decided makes
    no difference: a decision does not end a disagreement.
    """
    views = (view, *others)
    return [
        *_of_values(views),
        *_of_answers(views, DENIAL, "denied"),
        *_of_answers(views, _OTHER_ACCOUNT, "explained_otherwise"),
        *(Conflict(about, "how_sure", places) for about, places in how_sure(views)),
        *(Conflict(about, "wording", places) for about, places in wordings(views)),
    ]


def _of_values(views: tuple[View, ...]) -> list[Conflict]:
    found: list[Conflict] = []
    for about, (field, voices) in _voices(views).items():
        said = [(voice, (views[voice.place.view], voice.value)) for voice in voices]
        places = {
            voice.place
            for one, other in _opposed(field, said)
            for voice in (*_meeting(one, other), *_meeting(other, one))
        }
        if places:
            found.append(Conflict(about[0], type_of(field), tuple(sorted(places))))
    return found


def _voices(views: tuple[View, ...]) -> dict[tuple[str, ...], tuple[Field, list[_Voice]]]:
    """
    The values that each field has: by the statements, and in the records of several codings.
    """
    found: dict[tuple[str, ...], tuple[Field, list[_Voice]]] = {}
    for number, view in enumerate(views):
        for matter in matters(view):
            _, voices = found.setdefault((matter.about,), (matter.field, []))
            voices += (
                _Voice(Place(number, path), one.value, is_statement=True)
                for path, one in matter.asserted
            )
    for one in shown(views):
        _, voices = found.setdefault(one.key, (one.field, []))
        voices.append(_Voice(one.place, one.value, is_statement=False))
    return found


def _meeting(some: list[_Voice], others: list[_Voice]) -> list[_Voice]:
    """
    Those of *some* that contradict one of *others*: a record shows one of the values that its own
    statements give, so that the two are compared only across codings.
    """
    return [
        one
        for one in some
        if any(
            (one.is_statement and other.is_statement) or one.place.view != other.place.view
            for other in others
        )
    ]


def _of_answers(
    views: tuple[View, ...], stances: frozenset[str], kind: ConflictType
) -> list[Conflict]:
    """
    The matters on which a statement has one of *stances*, with the statements that assert them.
    """
    found: list[Conflict] = []
    for about in dict.fromkeys(about for view in views for about in view.statements):
        answers: list[Place] = []
        asserted: list[Place] = []
        for number, view in enumerate(views):
            for path, one in standing(view, about):
                if one.stance in stances:
                    if answers_something(one, view):
                        answers.append(Place(number, path))
                elif asserts(one):
                    asserted.append(Place(number, path))
        if answers:
            found.append(Conflict(about, kind, tuple(sorted((*asserted, *answers)))))
    return found


def first_to_differ(matter: Matter, view: View) -> Path | None:
    """
    The path of the first statement that contradicts one before it about *matter*.
    """
    said = [(path, (view, one.value)) for path, one in matter.asserted]
    return min((other[0] for _, other in _opposed(matter.field, said)), default=None)


def _opposed(
    field: Field, said: Iterable[tuple[T, tuple[View, Any]]]
) -> list[tuple[list[T], list[T]]]:
    """
    For each two values of *field* that contradict each other, those who give the one and those who
    give the other. The value that was given first stands first.

    Of more than `_MANY` different values only the first are compared.
    """
    by_value: dict[tuple[int, type, Any], list[T]] = {}  # True and 1 are two values
    values: list[tuple[View, Any]] = []
    for who, (view, value) in said:
        key = (id(view), type(value), value)
        if key not in by_value:
            by_value[key] = []
            values.append((view, value))
        by_value[key].append(who)
    pairs = combinations(islice(zip(values, by_value.values(), strict=True), _MANY), 2)
    return [(some, others) for (one, some), (other, others) in pairs if _differ(field, one, other)]


def _differ(field: Field, one: tuple[View, Any], other: tuple[View, Any]) -> bool:
    """
    Whether two values of *field* contradict each other. Somebody who is named by an id and somebody
    who is named by a class word are compared by class.
    """
    if names_persons(field) and isinstance(field.ref, Role):
        by_class = [
            any(name.startswith(CLASS) for name in _names_in(value)) for _, value in (one, other)
        ]
        if any(by_class):
            return _classes(field.ref, *one) != _classes(field.ref, *other)
    return contradicts(field, one[1], other[1])


def _classes(role: Role, view: View, value: Any) -> set[str | None]:
    derived = speaker_class if role.classes == "speakers" else concerned_class
    return {derived(view, name) for name in _names_in(value)}


def _names_in(value: Any) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, (list, tuple)) else (value,)


def type_of(field: Field) -> ConflictType:
    """
    What two values of *field* differ in.
    """
    shape = field.one
    if not isinstance(shape, Scalar):
        return "what"
    if field.ref:
        return _type_of_reference(field.ref.targets)
    if shape.python is PartialDate:
        return "when"
    if shape.python is Duration:
        return "how_long"
    if shape.base in {int, float}:
        return "how_many"
    if shape.base is bool:
        return "whether"
    lists = {limit.name for limit in shape.limits if isinstance(limit, Codes)}
    return "where" if "countries" in lists else "what"


def _type_of_reference(targets: tuple[str, ...]) -> ConflictType:
    if "people" in targets and "sources" in targets:  # a paper can speak, and cannot act
        return "whose_word"
    return "who" if "people" in targets or "organisations" in targets else "which_record"
