"""
The text of a complete policy to start from: it keeps all that the model releases to an audience.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from rednotice.policies.ceilings import decided
from rednotice.policies.counts import DIMENSIONS, Counts
from rednotice.policies.thresholds import Thresholds
from rednotice.records import Audience

_WIDTH = 96
# A release serves those who document and defend, and nobody who decides on the person.
TERMS = (
    *("no_screening", "no_credit_decisions", "no_employment_decisions", "no_border_control"),
    "no_policing",
)
# Whoever reads the release may know this of the person already.
_QUASI = (
    *("pursued_by", "notices.issuing_state", "notices.kind", "notices.history.date"),
    *("notices.charges.offence", "warrants.issuing_state", "warrants.charges.offence"),
    *("subjects.sex", "subjects.nationalities", "subjects.described_as.profile", "outcomes.kind"),
)
_FLOOR = (("notices.kind", "incidents.method", "outcomes.kind", "proceedings.kind"),)


@attrs.frozen(kw_only=True)
class _Start:
    """What a new policy for an audience says of itself."""

    terms: tuple[str, ...] = TERMS
    tlp: str = "amber+strict"
    dates: str = "day"
    floor: tuple[tuple[str, ...], ...] = _FLOOR
    thresholds: Thresholds = attrs.field(factory=Thresholds)
    tables: Counts = attrs.field(factory=Counts)


_PARTNER = Thresholds(
    k=3,
    l=2,
    quasi=_QUASI,
    sensitive=("incidents.method",),
    coarsen={"offences": 2, "outcome_kinds": 1, "profiles": 2, "notice_kinds": 1},
    drop=("profiles", "sexes"),
    dates=("year", "decade", "none"),
    leave_out=0.25,
    least_cases=10,
)
_PUBLIC = Thresholds(
    k=11,
    l=3,
    quasi=tuple(
        one for one in _QUASI if not one.startswith("subjects.") and one != "outcomes.kind"
    ),
    sensitive=("outcomes.kind",),
    coarsen={"offences": 2, "outcome_kinds": 1, "notice_kinds": 1},
    drop=("offences",),
    dates=("year", "decade", "none"),
    leave_out=0.25,
    least_cases=100,
)
# What is crossed with more would be hidden in most places: a small figure takes others with it.
_CROSS = (
    *(("issuing_state", "year"), ("issuing_state", "notice_kind"), ("offence_group", "year")),
    *(("issuing_state", "outcome"), ("incident_method", "relation_class")),
)
_COUNTS = Counts(by=tuple(DIMENSIONS), cross=_CROSS)
_STARTS: Mapping[Audience, _Start] = {
    Audience.COUNSEL: _Start(terms=(*TERMS, "no_onward_sharing")),
    Audience.PARTNER: _Start(
        terms=(*TERMS, "no_reidentification", "no_onward_sharing"),
        tlp="amber",
        dates="year",
        thresholds=_PARTNER,
        tables=_COUNTS,
    ),
    Audience.PUBLIC: _Start(
        terms=(*TERMS, "no_reidentification"),
        tlp="clear",
        dates="year",
        floor=(("notices.kind", "outcomes.kind"),),
        thresholds=_PUBLIC,
        tables=_COUNTS,
    ),
}
_TO_THE_CCF = _Start(floor=(("notices.kind", "warrants.issuing_state"),))


def starting_policy(audience: Audience, *, name: str = "") -> str:
    """
    The text of a policy for *audience*, in TOML, with all that the model may release to it.

    It is complete, so that it loads as it is. Whoever releases less moves members from ``keep`` to
    ``drop``.

    Args:
        audience: Whom the policy is for.
        name: Its name; absent, that of the audience.
    """
    start = _STARTS.get(audience, _TO_THE_CCF)
    called = name or audience.value.replace("_", "-")
    return "\n".join([*_head(called, audience, start), *_tables(audience), ""])


def _head(name: str, audience: Audience, start: _Start) -> Iterator[str]:
    yield f"# What of a case leaves for {audience.value} under the policy {name}."
    yield "# A member that stands nowhere in this file is not for a policy to decide: the model"
    yield "# never releases it to this audience, or it leaves wherever its record does, since it"
    yield "# says how the record is meant. `rednotice policy explain` tells what happens to each."
    yield f"name = {_text(name)}"
    yield "version = 1"
    yield f"audience = {_text(audience.value)}"
    yield f"tlp = {_text(start.tlp)}"
    yield f"dates = {_text(start.dates)}"
    yield _entry("terms", start.terms)
    yield ""
    yield "# Of each list, a released case has at least one. An empty file is no release."
    yield "floor = ["
    yield from (f"    [{', '.join(map(_text, ways))}]," for ways in start.floor)
    yield "]"
    if start.thresholds != Thresholds():
        yield from _thresholds(start.thresholds)
    if start.tables.by:
        yield from _counts(start.tables)


def _counts(counts: Counts) -> Iterator[str]:
    yield ""
    yield "# What may be counted in tables, and what crossed with it. Smaller figures are hidden."
    yield "[tables]"
    yield f"least = {counts.least}"
    yield _entry("by", counts.by)
    yield "cross = ["
    yield from (f"    [{', '.join(map(_text, pair))}]," for pair in counts.cross)
    yield "]"


def _thresholds(thresholds: Thresholds) -> Iterator[str]:
    yield ""
    yield "# How alike the cases of a release must be, and what may be given up for it."
    yield "[thresholds]"
    values: dict[str, Any] = attrs.asdict(thresholds, recurse=False)
    tables = {name: value for name, value in values.items() if isinstance(value, Mapping)}
    for name, value in values.items():
        if isinstance(value, tuple | frozenset):
            yield _entry(name, value if isinstance(value, tuple) else sorted(value))
        elif name not in tables:
            yield f"{name} = {value}"
    for name, table in tables.items():
        yield f"\n[thresholds.{name}]"
        yield from (f"{codelist} = {steps}" for codelist, steps in table.items())


def _tables(audience: Audience) -> Iterator[str]:
    for name, members in decided(audience).items():
        yield f"\n[{name}]"
        yield _entry("keep", members)
        yield "drop = []"


def _entry(name: str, texts: Iterable[str]) -> str:
    listed = ", ".join(map(_text, texts))
    line = f"{name} = [{listed}]"
    if len(line) <= _WIDTH:
        return line
    lines = textwrap.fill(listed, _WIDTH, initial_indent="    ", subsequent_indent="    ")
    return f"{name} = [\n{lines},\n]"


def _text(text: str) -> str:
    return json.dumps(text)
