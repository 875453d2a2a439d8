"""
Conflicts: what statements disagree about, and of which type each disagreement is.
"""

from __future__ import annotations

from itertools import combinations, islice
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import attrs

from rednotice.insight.stances import DENIAL, answers_something, asserts, counts, standing
from rednotice.insight.values import contradicts, exact, expected, field_of, names_persons
from rednotice.insight.view import View, once
from rednotice.records.shapes import Scalar
from rednotice.types.codes import Codes
from rednotice.types.dates import PartialDate
from rednotice.types.durations import Duration

if TYPE_CHECKING:
    from rednotice.documents import Path
    from rednotice.model import Statement
    from rednotice.records.walk import Field

_MANY = 100  # different values of one field that are compared with each other
Said = tuple["Path", "Statement"]
ConflictType = Literal[
    "denied", "who", "when", "how_long", "where", "what", "how_many", "whether", "which_record"
]


@attrs.frozen
class Conflict:
    """
    A disagreement between statements.

    Attributes:
        about: What the statements are about, as a statement writes it.
        type: ``denied`` if somebody denies what another asserts. Otherwise what two values differ
            in: ``who``, ``when``, ``how_long``, ``where``, ``what`` (a code), ``how_many``,
            ``whether`` (yes or no) or ``which_record``.
        places: The paths of the statements that disagree, in the order of the case.
    """

    about: str
    type: ConflictType
    places: tuple[Path, ...]


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


def conflicts(view: View) -> list[Conflict]:
    """
    What the statements of the case disagree about: values that contradict each other, and denials
    of what is asserted.

    Statements that are deprecated or taken back do not count. Whether an editor has decided makes
    no difference: a decision does not end a disagreement.
    """
    found = [
        Conflict(matter.about, type_of(matter.field), places)
        for matter in matters(view)
        if (places := differing(matter))
    ]
    for about in view.statements:
        stand = standing(view, about)
        denials = tuple(
            path for path, one in stand if one.stance in DENIAL and answers_something(one, view)
        )
        if denials:
            asserted = tuple(path for path, one in stand if asserts(one))
            found.append(Conflict(about, "denied", tuple(sorted((*asserted, *denials)))))
    return found


def differing(matter: Matter) -> tuple[Path, ...]:
    """
    The paths of the statements that contradict another one about *matter*, in the order of the
    case.
    """
    return tuple(sorted({path for one, other in _opposed(matter) for path in (*one, *other)}))


def first_to_differ(matter: Matter) -> Path | None:
    """
    The path of the first statement that contradicts one before it about *matter*.
    """
    return min((other[0] for _, other in _opposed(matter)), default=None)


def _opposed(matter: Matter) -> list[tuple[list[Path], list[Path]]]:
    """
    For each two values of *matter* that contradict each other, the paths of the statements that
    give the one, and of those that give the other. The value that was given first stands first.

    Of more than `_MANY` different values only the first are compared.
    """
    places: dict[tuple[type, Any], list[Path]] = {}  # by value; True and 1 are two values
    for path, one in matter.asserted:
        places.setdefault((type(one.value), one.value), []).append(path)
    return [
        (places[one], places[other])
        for one, other in combinations(islice(places, _MANY), 2)
        if contradicts(matter.field, one[1], other[1])
    ]


def type_of(field: Field) -> ConflictType:
    """
    What two values of *field* differ in.
    """
    shape = field.one
    if not isinstance(shape, Scalar):
        return "what"
    if field.ref:
        return "who" if names_persons(field) else "which_record"
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
