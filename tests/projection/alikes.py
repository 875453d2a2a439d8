"""Small invented cases that are alike or not, and the same questions asked without the library."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from hypothesis import strategies as st

from rednotice.model import Case, Charge, Incident, Notice, StatusChange, Subject
from rednotice.policies.thresholds import Thresholds
from rednotice.records import to_dict

STATE, OFFENCE = "notices.issuing_state", "notices.charges.offence"
DATE, KIND, METHOD = "notices.history.date", "notices.kind", "incidents.method"


def case(
    *offences: str,
    state: str | None = "TJ",
    date: str | None = "2021",
    kind: str = "red",
    methods: tuple[str, ...] = (),
    name: str = "c-1",
) -> Case:
    """A case with one notice."""
    notice = Notice(
        kind=kind,
        issuing_state=state,
        charges=[Charge(offence=[one]) for one in offences],
        history=[StatusChange(status="published", date=date)] if date else (),
    )
    return Case(
        rednotice="1.0",
        id=name,
        subjects=[Subject(id="s", kind="person")],
        notices=[notice],
        incidents=[Incident(method=one) for one in methods],
    )


def cases() -> st.SearchStrategy[Case]:
    """Cases of few states, offences, years and methods, with gaps."""
    offences = ("bribery", "embezzlement", "fraud", "treason", "homicide")
    return st.builds(
        lambda several, **rest: case(*several, **rest),
        st.lists(st.sampled_from(offences), max_size=2, unique=True),
        state=st.sampled_from(["TJ", "CN", None]),
        date=st.sampled_from(["2019", "2021", "2021?", "2018/2021", None]),
        kind=st.sampled_from(["red", "blue"]),
        methods=st.sampled_from([(), ("phone_pressure",), ("threat",), ("threat", "beating")]),
    )


def read(document: Any, way: str) -> frozenset[Any]:
    """The values at *way* of a plain document: a group-by that knows nothing of the library."""
    parts = [document]
    for name in way.split("."):
        held = [part[name] for part in parts if name in part]
        parts = [one for part in held for one in (part if isinstance(part, list) else [part])]
    return frozenset(parts)


def groups(several: list[Case], thresholds: Thresholds) -> list[list[Any]]:
    """The documents of *several*, grouped by their quasi-identifiers."""
    found = defaultdict(list)
    for one in several:
        document = to_dict(one)
        found[tuple(read(document, way) for way in thresholds.quasi)].append(document)
    return list(found.values())


def least_k(several: list[Case], thresholds: Thresholds) -> int:
    """The size of the smallest group."""
    return min(map(len, groups(several, thresholds)))


def least_l(several: list[Case], thresholds: Thresholds) -> int | None:
    """The least number of different sets; one value that all have in common leaves only one."""
    told = [way for way in thresholds.sensitive if any(read(to_dict(one), way) for one in several)]
    found = []
    for way in told:
        for group in groups(several, thresholds):
            sets = {read(document, way) for document in group} - {frozenset()}
            if sets:
                found.append(1 if frozenset.intersection(*sets) else len(sets))
    return min(found, default=None)
