"""Each defence switched off is noticed: the laws and the secrets are awake."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
import test_law_of_parts as parts
import test_secrets as secrets
from filled import released

from rednotice.projection import finishing, projecting
from rednotice.projection.gates import Gates
from rednotice.records import CCF_BUREAU, PARTNER

pytestmark = pytest.mark.thorough
Check = Callable[[], bool]
STEP: Any = projecting._Step
GRAPH: Any = finishing._Graph


def shown(secret: Callable[[Any], None], audience: Any = PARTNER) -> Check:
    """Whether the release of some example shows that *secret* was swapped."""

    def check() -> bool:
        secrets.unchanged.cache_clear()
        found = any(secrets.moves(secret, file, audience) for file in secrets.FILES)
        secrets.unchanged.cache_clear()
        return found

    return check


def moved(part: Any) -> Check:
    """Whether some pair of filled cases that differ in a hidden *part* has two releases."""
    return lambda: any(
        released(one, PARTNER) != released(other, PARTNER) for _, one, other in part(PARTNER)
    )


def differ(one: dict[str, Any], other: dict[str, Any]) -> Check:
    """Whether the releases of two cases differ."""
    base = {"rednotice": "1.0", "id": "c-1", "pursued_by": ["TJ"], "subjects": [{"id": "s1"}]}
    return lambda: released({**base, **one}, PARTNER) != released({**base, **other}, PARTNER)


SAID = {"stance": "denies", "by": ["class:press"]}
ARREST = {"kind": "arrested", "according_to": ["class:press"]}


def listed(graph: Any, several: list[Any], *, in_order: bool) -> Any:
    """The parts of a record: in the order of the file, or with doubles."""
    if in_order:
        return list({graph._digests[one]: one for one in several}.values())
    return sorted(several, key=lambda one: graph._order(graph._digests[one]))


def as_it_is(_: Any, role: Any, reference: str, *__: Any) -> str:
    """A class word, not grouped."""
    unknown = {"speakers": "class:unknown_speaker", "concerned": "class:somebody_else"}
    return reference if reference.startswith("class:") else unknown[role.classes]


DEFENCES: dict[str, tuple[Any, str, Any, Check]] = {
    "gates": (Gates, "admits", lambda *_: True, shown(secrets.untold)),
    "gates of matters": (Gates, "admits", lambda *_: True, shown(secrets.matter)),
    "gates of warnings": (Gates, "_has_a_voice", lambda *_: True, shown(secrets.warning)),
    "gates of the CCF": (Gates, "_has_a_voice", lambda *_: True, shown(secrets.told_by_the_ccf)),
    "gates of exhibits": (Gates, "_is_told", lambda *_: True, shown(secrets.exhibits, CCF_BUREAU)),
    "gates of notices": (
        Gates,
        "_is_the_pursuers",
        lambda *_: True,
        shown(secrets.unknown_to_the_pursuers),
    ),
    "lowering": (Gates, "hides", lambda *_: False, shown(secrets.disclosure)),
    "voices": (Gates, "heard", lambda *args: list(args[3]), shown(secrets.also_said)),
    "qualifiers": (
        "rednotice.projection.gates",
        "_keeps_back",
        lambda *_: False,
        shown(secrets.new_name, CCF_BUREAU),
    ),
    "codes": (projecting, "as_cut", lambda _, code, __: code, shown(secrets.pressure_that_works)),
    "essentials": (
        projecting,
        "_is_one",
        lambda *_: True,
        differ({"outcomes": [{"date": "2021"}]}, {}),
    ),
    "references": (
        STEP,
        "_points",
        lambda *_: True,
        differ(
            {"events": [{"id": "e1"}], "statements": [{**SAID, "about": "e1"}]},
            {},
        ),
    ),
    "fields on the way": (
        STEP,
        "_way",
        lambda _, record, names: projecting.way(type(record), names),
        differ(
            {
                "outcomes": [{**ARREST, "id": "o1"}],
                "statements": [{**SAID, "about": "o1.country"}],
            },
            {"outcomes": [ARREST]},
        ),
    ),
    "dates": (projecting, "as_precise_as", lambda _, date: date, moved(parts.of_dates)),
    "missing": (STEP, "_reasons", lambda _, __, missing: missing, moved(parts.of_reasons)),
    "values": (STEP, "_said", lambda _, said: said.value, moved(parts.of_values)),
    "classes": (projecting, "class_word", as_it_is, shown(secrets.who_talked)),
    "classes for the bureau": (
        *(projecting, "class_word", as_it_is),
        shown(secrets.who_talked, CCF_BUREAU),
    ),
    "order": (
        GRAPH,
        "_listed",
        lambda graph, several: listed(graph, several, in_order=True),
        shown(secrets.order),
    ),
    "doubles": (
        GRAPH,
        "_listed",
        lambda graph, several: listed(graph, several, in_order=False),
        differ({"outcomes": [{**ARREST, "id": one} for one in "ab"]}, {"outcomes": [ARREST]}),
    ),
}


@cache
def quiet(defence: str) -> bool:
    """Whether the check of *defence* is quiet as long as all defences are on."""
    return not DEFENCES[defence][3]()


@pytest.mark.parametrize("defence", DEFENCES)
def test_a_defence_that_is_switched_off_is_noticed(
    defence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or else the laws would hold of a release that keeps nothing."""
    where, name, off, check = DEFENCES[defence]
    assert quiet(defence)

    if isinstance(where, str):
        monkeypatch.setattr(f"{where}.{name}", off)
    else:
        monkeypatch.setattr(where, name, off)

    try:
        noticed = check()
    except LookupError:  # the finish writes no name of what did not leave
        noticed = True
    assert noticed
