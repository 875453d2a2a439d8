"""
What a case counts for: the figures of all tables in which it is one of the cases.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Any

from rednotice import codelists
from rednotice.codelists.groups import above, leaving
from rednotice.model import Case, Incident
from rednotice.policies.counts import DIMENSIONS
from rednotice.projection.words import class_word
from rednotice.records import fields_of
from rednotice.tables.figures import ALL, Label, crossed
from rednotice.types.dates import PartialDate
from rednotice.types.roles import class_of
from rednotice.types.states import one_code

if TYPE_CHECKING:
    from rednotice.insight.view import View
    from rednotice.policies import Policy

UNKNOWN = "not_recorded"
"""Stands for a value that a record does not have, or that may not leave."""
OTHER = "other"
"""Stands for a code that no list of ours has."""
Values = frozenset[str]
_Record = Mapping[str, Values]  # the values of each dimension that one record has


def labels_of(view: View, projected: Case, policy: Policy) -> frozenset[Label]:
    """
    The figures for which the case of *view* counts under *policy*.

    A case counts once for each of its values. Values of one record are crossed with each other, and
    those of different records with all others. A record that does not say a value counts as not
    recorded, and so does a case without such records.

    Args:
        view: The view of the kept case.
        projected: What may leave of it.
        policy: The policy, whose `tables` say what is counted.
    """
    counts = policy.tables
    records = {
        "notices": list(_notices(projected)),
        "outcomes": list(_outcomes(projected)),
        "incidents": list(_incidents(view, policy)),
    }
    found: set[Label] = {ALL}
    for name in counts.by:
        found.update(_of(name, records))
    for pair in counts.cross:
        one, other = sorted(pair, key=list(DIMENSIONS).index)
        found.update(_of_two(one, other, records))
    return frozenset(found)


def _of(name: str, records: Mapping[str, list[_Record]]) -> Iterator[Label]:
    for record in records[DIMENSIONS[name].records] or ({},):
        yield from (((name, value),) for value in _values(record, name))


def _of_two(one: str, other: str, records: Mapping[str, list[_Record]]) -> Iterator[Label]:
    first, second = DIMENSIONS[one].records, DIMENSIONS[other].records
    if first != second:
        yield from crossed(_of(one, records), list(_of(other, records)))
        return
    for record in records[first] or ({},):
        pairs = product(_values(record, one), _values(record, other))
        yield from (((one, value), (other, beside)) for value, beside in pairs)


def _values(record: _Record, name: str) -> Values:
    return record.get(name) or frozenset({UNKNOWN})


# What the records say


def _notices(case: Case) -> Iterator[_Record]:
    warrants = {warrant.id: warrant for warrant in case.warrants if warrant.id}
    for notice in case.notices:
        papers = [warrants[name] for name in notice.warrants if name in warrants]
        charges = [*notice.charges, *(charge for paper in papers for charge in paper.charges)]
        years = filter(None, (_year(step.date) for step in notice.history))
        yield {
            "issuing_state": _states(filter(None, (notice.issuing_state,))),
            "year": frozenset(sorted(years)[:1]),
            "notice_kind": _known("notice_kinds", (notice.kind,)),
            "offence_group": _grouped(
                "offences", (one for each in charges for one in each.offence)
            ),
        }


def _outcomes(case: Case) -> Iterator[_Record]:
    for outcome in case.outcomes:
        yield {"outcome": _known("outcome_kinds", filter(None, (outcome.kind,)))}


def _incidents(view: View, policy: Policy) -> Iterator[_Record]:
    role = _role()
    for _, incident in view.each(Incident):
        words = (class_word(view, role, one, policy, incident) for one in incident.against)
        yield {
            "incident_method": _methods(incident.method, policy),
            "relation_class": frozenset(filter(None, map(class_of, words))),
        }


def _methods(method: str | None, policy: Policy) -> Values:
    """The method of an incident, or the group that it belongs to if the audience sees no more."""
    if method is None:
        return frozenset()
    if method in leaving("incident_methods", policy.audience):
        return frozenset({method})
    return _grouped("incident_methods", (method,))


@cache
def _role() -> Any:
    return next(field.ref for field in fields_of(Incident) if field.name == "against")


def _year(date: PartialDate | None) -> str | None:
    """The year of *date*, or the decade, if that is certain."""
    if date is None or date.earliest is None or date.latest is None:
        return None
    first, last = date.earliest.year, date.latest.year
    if first == last:
        return str(first)
    return f"{first}s" if first % 10 == 0 and last == first + 9 else None


def _states(codes: Iterable[str]) -> Values:
    return frozenset(one_code(code) or OTHER for code in codes)


def _known(name: str, codes: Iterable[str]) -> Values:
    listed = codelists.codelist(name).codes
    return frozenset(code if code in listed else OTHER for code in codes)


def _grouped(name: str, codes: Iterable[str]) -> Values:
    return _known(name, (above(name, code)[-1] for code in codes))


# What they are called

LISTS: Mapping[str, tuple[str, ...]] = {
    "issuing_state": ("countries", "non_state_issuers"),
    "notice_kind": ("notice_kinds",),
    "offence_group": ("offences",),
    "outcome": ("outcome_kinds",),
    "incident_method": ("incident_methods",),
    "relation_class": ("concerned",),
}
_WORDS = {UNKNOWN: "Not recorded", OTHER: "Other"}


def named(dimension: str, value: str) -> str:
    """
    What *value* of *dimension* is called in a table.
    """
    if value == UNKNOWN:
        return _WORDS[value]
    for name in LISTS.get(dimension, ()):
        code = codelists.codelist(name).codes.get(value)
        if code is not None:
            return code.label
    return _WORDS.get(value, value)
