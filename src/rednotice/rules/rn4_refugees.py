"""
RN4 Refugees: notices of the state that a person fled.
"""

from __future__ import annotations

from collections.abc import Iterator

from rednotice.codelists.groups import having
from rednotice.findings import Severity
from rednotice.insight.pursuit import pursues
from rednotice.insight.questions import Problem, rule
from rednotice.insight.view import View, once
from rednotice.model import Notice, Proceeding, Subject
from rednotice.types.states import one_code

# Statuses of a refugee, and the results that grant them.
_REFUGEE = having("immigration_statuses", "refugee")
_RECOGNISED = having("proceeding_results", "refugee")


_NOTICE_AGAINST_A_REFUGEE = (
    "The person is a refugee from this state. Find out whether INTERPOL was told of the status."
)


@rule("RN416", Severity.INFO, of=Notice, having="issuing_state")
def notice_against_a_refugee(notice: Notice, view: View) -> Iterator[Problem]:
    """
    A notice was issued by a state of which the person is a national, and the person is recognised
    as a refugee elsewhere.

    INTERPOL deletes such data where the status is confirmed and the notice comes from the state
    that the person fled (Resolution GA-2017-86-RES-09). Ask whether INTERPOL and the CCF were told
    of the status, with the consent of the person. Nothing is said where the status was given by the
    issuing state, where a document refutes the notice, or where the notice pursues nobody.
    """
    state = one_code(notice.issuing_state or "")
    if state is None or notice.existence in having("existence", "refuted") or not pursues(notice):
        return
    for _, who in view.meant(notice.about):
        if not isinstance(who, Subject) or state not in map(one_code, who.nationalities):
            continue
        if any(one_code(country or "") != state for country in _havens(view, who)):
            yield ("issuing_state",), _NOTICE_AGAINST_A_REFUGEE
            return


def _havens(view: View, who: Subject) -> list[str | None]:
    """
    The states that recognised *who* as a refugee; None for a status that names no state.
    """
    given: list[str | None] = [one.country for one in who.residences if one.status in _REFUGEE]
    for persons, country in _recognitions(view):
        if who.id in persons if persons else view.subject:
            given.append(country)
    return given


@once
def _recognitions(view: View) -> list[tuple[tuple[str, ...], str | None]]:
    return [
        (one.of, one.forum.country if one.forum else None)
        for _, one in view.each(Proceeding)
        if one.result in _RECOGNISED
    ]
