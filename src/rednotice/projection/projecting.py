"""
The projection: what an audience may see of a case, and the only step that reads one.
"""

from __future__ import annotations

import datetime as dt
from functools import cache, lru_cache
from itertools import count
from typing import TYPE_CHECKING, Any

import attrs

from rednotice.codelists.groups import having, leaving
from rednotice.insight.essence import make_a_record
from rednotice.insight.speakers import issuer_class
from rednotice.insight.stances import taken_back_by
from rednotice.insight.values import exact, way
from rednotice.insight.view import View
from rednotice.insight.whose_word import speaks_for_itself
from rednotice.model import (
    Case,
    Charge,
    Clearance,
    SharedDocument,
    Statement,
    Subject,
)
from rednotice.policies.ceilings import (
    as_policy,
    fields_that_leave,
    is_own_id,
    is_voice,
    may_leave,
    shows_pursuers_only,
)
from rednotice.policies.definition import Policy
from rednotice.projection.codes import as_cut
from rednotice.projection.dates import as_precise_as
from rednotice.projection.gates import Gates, pursuers_of
from rednotice.projection.words import NOBODY_KNOWN, class_word
from rednotice.records import Audience, assembled, fields_of, walk
from rednotice.records.frozen import frozen_map
from rednotice.records.shapes import Free, Many, Mapped, Nested, Scalar
from rednotice.types.codes import Codes
from rednotice.types.dates import PartialDate
from rednotice.types.roles import CLASS, Role
from rednotice.types.states import one_code

if TYPE_CHECKING:
    from rednotice.records.walk import Field

# Why a member may be missing in a release. Others tell of a source or of those who ask.
REASONS = leaving("missing_reasons", Audience.PARTNER)
# Whoever denies a day or takes it back has not denied the year.
_OF_NO_MORE_THAN_SAID = having("stances", "denies", "withdraws")
_SHARED = "shared:"
# Members, other than voices, of which a release may say something although a record does not.
_TOLD_WITHOUT: dict[Any, tuple[str, ...]] = {
    Case: ("subjects",),
    Statement: ("id", "against"),
}
_ANSWERS = 2**10  # several times the record classes, so that two or three policies fit
_NEVER = dt.date.min  # nothing that is asked here depends on the day


def project(
    case: Case,
    policy: Policy | Audience,
    *,
    shared: SharedDocument | View | None = None,
    today: dt.date | None = None,
) -> Case:
    """
    What leaves of *case* under *policy*, as a case with the old ids; `finishing` gives new ones.

    A member leaves if the policy and every field on the way to it admit it. A record of which
    nothing essential leaves is left out. A reference leaves only if its target does, and this is
    repeated until nothing changes. Ids in role lists become class words, dates are as precise as
    the policy says, lists of codes are cut, and codes that tell are left out, as `ceilings`,
    `codes` and `words` say.

    Args:
        case: The case, which is not changed.
        policy: What may leave; an audience stands for the model's ceiling.
        shared: The shared document, by which speakers of the case are classed. Nothing of it
            leaves, and no reference to it does.
        today: The day by which consents have expired or not; absent, none that ever expires counts.
    """
    policy = as_policy(policy)
    view = View(case, _NEVER, policy.audience, shared)
    taken_back = _TakenBack.of(view)
    gates = Gates(view, policy.audience, today)
    admitted: frozenset[int] | None = None
    while True:
        step = _Step(view, policy, gates, taken_back, admitted)
        made: Any = step.of_record(case, ())
        if step.took_it_right:
            return made  # type: ignore[no-any-return]  # a record of the class of the case
        admitted = frozenset(step.left)


@attrs.frozen(eq=False)
class _TakenBack:
    """
    The statements that others take back without naming them: a release has no order that tells it.

    *by* holds them for each statement that takes back, and *names* has names for those without id,
    both by the identity of the statement in memory.
    """

    by: dict[int, list[Statement]]
    names: dict[int, str]

    @staticmethod
    def of(view: View) -> _TakenBack:
        """What is taken back in the case of *view*."""
        at = dict(view.each(Statement))
        found = {
            id(at[path]): [at[one] for one in sorted(taken, key=str)]
            for path, taken in taken_back_by(view).items()
            if taken and not at[path].against
        }
        unnamed = {id(one): one for taken in found.values() for one in taken if not one.id}
        free = (name for number in count() if (name := f"taken-back-{number}") not in view.ids)
        return _TakenBack(found, dict(zip(unnamed, free, strict=False)))


@attrs.define(eq=False)
class _Step:
    """
    One pass over the case, which knows what the pass before has left.
    """

    view: View
    policy: Policy
    gates: Gates
    taken_back: _TakenBack
    before: frozenset[int] | None
    left: set[int] = attrs.field(factory=set)
    pointed: dict[int, bool] = attrs.field(factory=dict)
    """Whether each record at which something points was taken to leave."""

    @property
    def took_it_right(self) -> bool:
        """Whether all records at which something points left, or not, as they were taken to."""
        left = self.left
        return all((one in left) is taken for one, taken in self.pointed.items())

    def of_record(self, record: Any, holders: tuple[Any, ...]) -> Any | None:
        """What leaves of *record*, which *holders* hold, the innermost first."""
        if not self.gates.admits(record, holders):
            return None
        cls: Any = type(record)
        members: dict[str, Any] = {}
        stored = record.__dict__
        for field, is_told in _looked_at(cls, self.policy):
            if is_told or field.name in stored:
                value = self._member(record, field, holders)
                if value is not None and value != ():
                    members[field.name] = value
        if not _is_one(cls, members):
            self.left.difference_update(id(part) for _, part in walk(record))
            return None
        self.left.add(id(record))
        return assembled(cls, members)

    def _member(self, record: Any, field: Field, holders: tuple[Any, ...]) -> Any:
        value = record.__dict__.get(field.name)
        if is_own_id(field):
            return value or self.taken_back.names.get(id(record))
        if self.gates.hides(record, field.name):
            return self.gates.in_place_of(record, field.name)
        if field.name == "subjects" and isinstance(record, Case):
            return self._several(field, value, record, holders) or (SOMEBODY,)
        if value is None:
            return self._unsaid(record, field, holders)
        return self._value(record, field, value, holders)

    def _value(self, record: Any, field: Field, value: Any, holders: tuple[Any, ...]) -> Any:
        match field.shape:
            case Nested():
                return self.of_record(value, _around(record, holders))
            case Many():
                return self._several(field, value, record, holders)
            case Mapped():
                return self._reasons(record, value) if field.name == "missing" else value
            case Free():
                return self._said(record) if isinstance(record, Statement) else value
        return self._scalar(record, field, value)

    def _several(self, field: Field, values: Any, record: Any, holders: Any) -> tuple[Any, ...]:
        if isinstance(field.one, Nested):
            around = _around(record, holders)
            parts = [self.of_record(part, around) for part in values]
        else:
            shown = self._pursuing(field, values)
            heard = self.gates.heard(record, field.name, shown, holders)
            cls: Any = type(record)
            if shown and not heard and is_voice(cls, field):
                return (NOBODY_KNOWN,)
            parts = [self._scalar(record, field, part) for part in heard]
        left = [part for part in parts if part is not None]
        return tuple(dict.fromkeys(left) if len(left) > 1 else left)

    def _pursuing(self, field: Field, values: tuple[Any, ...]) -> tuple[Any, ...]:
        """*values* of *field*, or those that pursue, if the audience may see no others there."""
        if not shows_pursuers_only(field, self.policy.audience):
            return values
        pursuers = pursuers_of(self.view)
        return tuple(one for one in values if (one_code(str(one)) or one) in pursuers)

    def _scalar(self, record: Any, field: Field, value: Any) -> Any:
        shape: Any = field.one
        if isinstance(shape.ref, Role):
            return self._in_role(record, field, value)
        if shape.ref is not None:
            # The text for which a wording was cleared stays, and its record must leave.
            named = value.rpartition(".")[0] if isinstance(record, Clearance) else value
            return value if self._points(named) else None
        return self._treated(shape, value)

    def _treated(self, shape: Any, value: Any) -> Any:
        """*value*, as it leaves under the policy."""
        codelist = _codelist_of(shape)
        if codelist is not None:
            return as_cut(codelist, value, self.policy)
        if shape.python is PartialDate:
            return as_precise_as(self.policy.precision, value)
        return value

    # References

    def _in_role(self, record: Any, field: Field, reference: str) -> str:
        if self.policy.audience in field.meaning.release and self._points(reference):
            return reference
        role: Any = field.ref
        return class_word(self.view, role, reference, self.policy, record)

    def _points(self, reference: str) -> bool:
        """Whether what *reference* names leaves: a record of the case, or a field of one."""
        head, *names = reference.split(".")
        found = None if head.startswith(_SHARED) else self.view.ids.get(head)
        if not found or not self._leaves(found[0][1]):
            return False
        return not names or self._way(found[0][1], names) is not None

    def _leaves(self, record: Any) -> bool:
        """Whether *record* left in the pass before; in the first, each is taken to leave."""
        taken = self.before is None or id(record) in self.before
        self.pointed[id(record)] = taken
        return taken

    def _way(self, record: Any, names: list[str]) -> tuple[Field, ...] | None:
        """The fields that *names* lead through from *record*, if each of them may leave."""
        cls: Any = type(record)
        fields = way(cls, names)
        if self.gates.hides(record, names[0]):
            return None
        for field in fields or ():
            if not may_leave(cls, field, self.policy):
                return None
            cls = field.one.record if isinstance(field.one, Nested) else None
        return fields or None

    # Voices, values and gaps

    def _unsaid(self, record: Any, field: Field, holders: tuple[Any, ...]) -> Any:
        """What a release must say of *field* although *record* does not, since it can be told."""
        if isinstance(record, Statement) and field.name == "against":
            found = self.taken_back.by.get(id(record), ())
            return tuple(
                one.id or self.taken_back.names[id(one)] for one in found if self._leaves(one)
            )
        if field.meaning.silence is not None:
            is_missing = field.name in record.__dict__.get("missing", ())
            return None if is_missing else self._treated(field.one, field.meaning.silence)
        return self._unsaid_voice(record, field, holders)

    def _unsaid_voice(self, record: Any, field: Field, holders: tuple[Any, ...]) -> Any:
        """
        By whose word *record* stands if it does not say so: its sources tell, and may stay behind.
        """
        cls: Any = type(record)
        if not is_voice(cls, field):
            return None
        if field.name == "according_to" and "by" in _voices(cls):
            return None  # its `by` says it
        if isinstance(record, Charge):
            return tuple(f"{CLASS}{issuer_class(self.view, one)}" for one in holders[:1])
        own = self.gates.tellers(record, holders)
        around = self.gates.tellers(holders[0], holders[1:]) if _inherits(record, holders) else ()
        if own == around and (holders or speaks_for_itself(record)):
            return None  # nobody speaks, or what holds the record says so already
        # Without its sources, a record of which nobody is known would stand by the word of what
        # holds it.
        speakers = self.gates.heard(record, field.name, own, holders) or (NOBODY_KNOWN,)
        return tuple(dict.fromkeys(self._in_role(record, field, one) for one in speakers))

    def _said(self, statement: Statement) -> Any:
        """
        What *statement* says that its field holds, treated as the field is.
        """
        head, *names = exact(self.view, statement.about or "").split(".")
        found = self.view.ids.get(head)
        fields = self._way(found[0][1], names) if found and names else None
        shape: Any = fields[-1].one if fields else None
        if not isinstance(shape, Scalar):
            return None
        if statement.stance in _OF_NO_MORE_THAN_SAID and self._coarsens(shape):
            return None
        value: Any = statement.value
        several = isinstance(value, tuple)
        values = self._pursuing(fields[-1], value if several else (value,)) if fields else ()
        parts = [self._said_once(statement, shape, part) for part in values]
        left = tuple(dict.fromkeys(part for part in parts if part is not None))
        return left if several else next(iter(left), None)

    def _coarsens(self, shape: Scalar) -> bool:
        """Whether values of *shape* leave as something that includes more than they say."""
        return (
            isinstance(shape.ref, Role)
            or (shape.python is PartialDate and self.policy.precision != "day")
            or any(isinstance(one, Codes) and one.name in self.policy.cuts for one in shape.limits)
        )

    def _said_once(self, statement: Statement, shape: Scalar, value: Any) -> Any:
        if shape.ref is not None and not isinstance(shape.ref, Role):
            return None  # an id, which the finish would not find
        if type(value) is not shape.base or not all(limit.holds(value) for limit in shape.limits):
            return None
        if isinstance(shape.ref, Role):
            return class_word(self.view, shape.ref, str(value), self.policy, statement)
        treated = self._treated(shape, value)
        return str(treated) if isinstance(treated, str) else treated

    def _reasons(self, record: Any, missing: Any) -> dict[str, str] | None:
        cls: Any = type(record)
        fields = {field.name: field for field in fields_of(cls)}
        told = {
            name: reason
            for name, reason in missing.items()
            if reason in REASONS
            and may_leave(cls, fields[name], self.policy)
            and not self.gates.hides(record, name)
        }
        return frozen_map(told) if told else None


SOMEBODY = Subject(id="s")  # a case is about somebody, even if nothing of them may be said


def _around(record: Any, holders: tuple[Any, ...]) -> tuple[Any, ...]:
    """
    The records that hold what *record* holds, the innermost first, without the case.
    """
    return holders if isinstance(record, Case) else (record, *holders)


def _is_one(cls: Any, members: dict[str, Any]) -> bool:
    """
    Whether *members* make a record of class *cls*.
    """
    return _required(cls) <= members.keys() and make_a_record(cls, members)


@cache
def _required(cls: Any) -> frozenset[str]:
    return frozenset(field.name for field in fields_of(cls) if field.required)


@lru_cache(_ANSWERS)
def _looked_at(cls: Any, policy: Policy) -> tuple[tuple[Field, bool], ...]:
    """
    The fields of *cls* that may leave, each with whether a release may say something of it although
    the record does not. Most members of most records are absent, and say nothing.
    """
    told = _TOLD_WITHOUT.get(cls, ())
    return tuple(
        (field, field.name in told or field.meaning.silence is not None or is_voice(cls, field))
        for field in fields_that_leave(cls, policy)
    )


@cache
def _codelist_of(shape: Scalar) -> str | None:
    """The name of the codelist of which *shape* has codes."""
    return next((limit.name for limit in shape.limits if isinstance(limit, Codes)), None)


@cache
def _voices(cls: Any) -> frozenset[str]:
    return frozenset(field.name for field in fields_of(cls) if is_voice(cls, field))


def _inherits(record: Any, holders: tuple[Any, ...]) -> bool:
    """
    Whether *record* stands by the word of what holds it, unless it says something else.
    """
    return bool(holders) and not speaks_for_itself(record)
