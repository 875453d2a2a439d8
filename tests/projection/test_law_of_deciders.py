"""
What decides leaves no mark: the release equals that of a case which never had the unit.
"""

from __future__ import annotations

import copy
import datetime as dt
from typing import Any

import pytest
from filled import TODAY, released
from hypothesis import given
from hypothesis import strategies as st
from test_law_of_silence import Tidy

from rednotice import gate, testing
from rednotice.insight.sources import records_at
from rednotice.insight.view import View
from rednotice.model import Case
from rednotice.projection.gates import Gates
from rednotice.records import CCF_BUREAU, CCF_COMMISSION, PARTNER, PUBLIC, Audience

AUDIENCES = [PARTNER, PUBLIC, CCF_BUREAU, CCF_COMMISSION]
SUBJECT = {"id": "s1", "kind": "person"}
SAID = {"by": ["class:press"], "stance": "denies"}
PAPER = {"id": "q1", "title": "A", "kind": "letter"}
WITHHELD = {"sources": "withheld"}


def case(**members: Any) -> dict[str, Any]:
    whole = {"rednotice": "1.0", "id": "c-1", "pursued_by": ["TJ"], "subjects": [SUBJECT]}
    return {**whole, **members}


PERSON = {"id": "p1", "kind": "person", "names": [{"text": "Bo"}]}
THREAT = {"method": "threat", "known_to": ["TJ"]}
AGREES = {"person": "p1", "purposes": ["ccf"], "given": "free", "date": "2016"}
WITHDRAWS = {"person": "p1", "status": "withdrawn", "date": "2017"}
# What decides: the audience, a case with the unit, and the same case without it.
UNITS: dict[str, tuple[Audience, dict[str, Any], dict[str, Any]]] = {
    "a consent that was withdrawn": (
        CCF_COMMISSION,
        case(
            people=[PERSON],
            incidents=[{**THREAT, "against": ["p1"]}],
            statements=[{**SAID, "about": "p1"}],
            handling={"consent": [AGREES, WITHDRAWS]},
        ),
        case(incidents=[{**THREAT, "against": ["class:somebody_else"]}]),
    ),
    "a child for whom no guardian agreed": (
        CCF_COMMISSION,
        case(people=[{**PERSON, "minor": True}], handling={"consent": [AGREES]}),
        case(),
    ),
    "an incident of which not every pursuing state knows": (
        PARTNER,
        case(
            incidents=[{"id": "i1", "method": "threat"}],
            outcomes=[{"kind": "arrested", "because_of": [{"record": "i1"}]}],
            statements=[{**SAID, "about": "i1"}, {**SAID, "about": "i1.demand"}],
        ),
        case(outcomes=[{"kind": "arrested"}]),
    ),
    "a notice of another state": (
        PUBLIC,
        case(
            notices=[{"id": "n1", "kind": "yellow", "issuing_state": "NO"}],
            statements=[{**SAID, "about": "n1.charges"}],
        ),
        case(),
    ),
    "a matter of which nobody told the pursuing state": (
        PARTNER,
        case(
            proceedings=[{"id": "pr1", "kind": "extradition", "result": "refused"}],
            outcomes=[{"kind": "freed", "because_of": [{"record": "pr1"}]}],
        ),
        case(outcomes=[{"kind": "freed"}]),
    ),
    "a privileged exhibit": (
        CCF_COMMISSION,
        case(
            sources=[{**PAPER, "exhibit": {"number": "1"}, "privileged": True}],
            outcomes=[{"kind": "freed", "sources": ["q1"], "according_to": ["class:press"]}],
        ),
        case(outcomes=[{"kind": "freed", "according_to": ["class:press"]}]),
    ),
    "an exhibit of which the bureau may learn nothing": (
        CCF_BUREAU,
        case(sources=[{**PAPER, "exhibit": {"number": "1", "tell_source": "nothing"}}]),
        case(),
    ),
    "what a host authority said in confidence": (
        PARTNER,
        case(
            events=[
                {
                    "id": "e1",
                    "kind": "other",
                    "according_to": ["class:third_authority"],
                    "missing": WITHHELD,
                }
            ],
            statements=[{**SAID, "about": "e1"}],
        ),
        case(),
    ),
    "a wording that was cleared for an older text": (
        PARTNER,
        case(
            events=[{"kind": "protest", "id": "e1", "text": "Now."}],
            cleared=[
                {"about": "e1.text", "audience": "partner", "text": "A", "text_sha256": "0" * 64}
            ],
        ),
        case(events=[{"kind": "protest", "text": "Now."}]),
    ),
}


@pytest.mark.parametrize("unit", UNITS)
def test_what_decides_leaves_no_mark(unit: str) -> None:
    """Nobody can tell that there was something to decide on."""
    audience, having, lacking = UNITS[unit]

    assert released(having, audience) == released(lacking, audience)


def refused(document: Any, audience: Audience) -> list[tuple[Any, ...]]:
    """The paths of the records that the gates keep back, without those inside of others."""
    decoded: Any = gate.decode(document)
    view = View(decoded, dt.date.min, audience)
    gates = Gates(view, audience, TODAY)
    found: list[tuple[Any, ...]] = []
    for path, record in view.records:
        inside = any(path[: len(one)] == one for one in found)
        if path[1:] and not inside and not gates.admits(record, records_at(view, path)[1:]):
            found.append(path)
    return found


def without(document: Any, path: tuple[Any, ...]) -> None:
    """Take the record at *path* out of *document*, and a list that is empty then."""
    *way, last = path
    part = document
    for step in way[:-1] if isinstance(last, int) else way:
        part = part[step]
    if not isinstance(last, int):
        del part[last]
        return
    del part[way[-1]][last]
    if not part[way[-1]]:
        del part[way[-1]]


@given(testing.objects(Case), st.sampled_from(AUDIENCES))
def test_what_the_gates_keep_back_might_never_have_been_there(
    document: Any, audience: Audience
) -> None:
    """Whole records are kept back, and with them everything that names them."""
    Tidy(document)
    lacking = copy.deepcopy(document)
    for path in reversed(refused(document, audience)):
        without(lacking, path)

    assert released(lacking, audience) == released(document, audience)
