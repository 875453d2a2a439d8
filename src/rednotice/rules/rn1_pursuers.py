"""
RN1 Pursuers: the states that pursue, and those that a case shows to do so and does not name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rednotice.codelists.groups import having
from rednotice.findings import Severity
from rednotice.insight.missing import accounts_for
from rednotice.insight.pursuit import pursues
from rednotice.insight.questions import Problem, rule
from rednotice.insight.view import View, once
from rednotice.model import Case, Incident, Notice, Organisation, Person, Subject, Warrant
from rednotice.types.states import one_code

if TYPE_CHECKING:
    from rednotice.documents import Path

# Parts in an act that do not make it one's own.
_ASIDE = having("involvements", "aside")
_REFUTED = having("existence", "refuted")


_NO_PURSUING_STATE = (
    "The case names no state that pursues, so every state counts as one. Name them in `pursued_by`."
)


@rule("RN106", Severity.WARNING, of=Case, lacking="pursued_by")
def no_pursuing_state(case: Case, _: View) -> Iterator[Problem]:
    """
    The case names no state that pursues, and no notice or warrant tells one.

    What may be told to whom hangs on it: as long as no pursuing state is named, every state counts
    as one, and a release says less than it could. Name in `pursued_by` who requested the notices,
    whose agents act in the case and who acts for them; if nobody can tell, say so in `missing`.
    Notices that seek help or inform tell no pursuer. Nothing is said where a notice or warrant
    already says why its issuer is missing.
    """
    notices = (notice for notice in case.notices if pursues(notice))
    papers: tuple[Notice | Warrant, ...] = (*notices, *case.warrants)
    if not any(accounts_for(paper, "issuing_state") for paper in papers):
        yield (), _NO_PURSUING_STATE


_ISSUING_STATE_NOT_PURSUING = (
    "This state is not in `pursued_by`, although it issued the paper. Add it there."
)


@rule("RN107", Severity.WARNING, of=(Notice, Warrant), having="issuing_state")
def issuing_state_not_pursuing(paper: Notice | Warrant, view: View) -> Iterator[Problem]:
    """
    The issuing state of a notice or warrant is not among the states that pursue.

    A release keeps from the states in `pursued_by` what they must not learn. One that issued a
    notice and is missing there is taken for a bystander. Codes of other vocabularies for the same
    state count as the same; where a code is not known, nothing is said. A notice that a document
    refutes is not looked at, nor one that only seeks help or informs.
    """
    named, state = _named(view), paper.issuing_state
    if named and state and one_code(state) not in named and _pursues(view, paper):
        yield ("issuing_state",), _ISSUING_STATE_NOT_PURSUING


def _pursues(view: View, paper: Notice | Warrant) -> bool:
    if isinstance(paper, Notice):
        return paper.existence not in _REFUTED and pursues(paper)
    # A warrant of the host against those who pursue makes no pursuer of the host.
    return not paper.against or bool(view.among(Subject, paper.against))


_ACTING_STATE_NOT_PURSUING = (
    "This actor acts for a state that is not in `pursued_by`. Add the state there, or correct"
    " `acts_for`."
)


@rule("RN113", Severity.WARNING)
def acting_state_not_pursuing(view: View) -> Iterator[Problem]:
    """
    Somebody who presses a person acts for a state that `pursued_by` does not name.

    A state whose agents act in a case pursues in it, also without a notice, and a release must keep
    from it what it must not learn. Add it to `pursued_by`, or mend `acts_for`. Looked at is
    everybody who did, ordered, planned or passed on an act of pressure, and the states for which
    they act; of the body of a state also its own country, where the act was done in another. Codes
    for one state count as the same; where a code is not known, nothing is said.
    """
    named = _named(view)
    told: set[tuple[str, str]] = set()
    for path, incident in view.each(Incident) if named else ():
        for place, name in _actors(incident):
            states = _states_of(view, name, incident)
            if not states:
                continue
            missing = {(name, state) for state in states if one_code(state) not in named}
            if not missing <= told:
                told |= missing
                yield (
                    (*path, *place),
                    _ACTING_STATE_NOT_PURSUING,
                )


def _actors(incident: Incident) -> list[tuple[Path, str]]:
    """
    Who had a part in *incident* of their own, and where it is said.
    """
    if not incident.by and not incident.parts:
        return []
    aside = {part.who for part in incident.parts if part.degree in _ASIDE}
    return [
        *((("by", at), name) for at, name in enumerate(incident.by) if name not in aside),
        *(
            (("parts", at, "who"), part.who)
            for at, part in enumerate(incident.parts)
            if part.degree not in _ASIDE
        ),
    ]


def _states_of(view: View, name: str, incident: Incident) -> tuple[str, ...]:
    """
    The states for which *name*, who acts in *incident*, is said to act.
    """
    named = view.record_of(name)
    who = named[1] if named else None
    if not isinstance(who, (Person, Organisation)) or _is_refuted(who):
        return ()
    if isinstance(who, Organisation) and who.country and _is_abroad(who, incident):
        return (who.country, *who.acts_for)
    return who.acts_for


def _is_refuted(who: Person | Organisation) -> bool:
    return isinstance(who, Person) and who.existence in _REFUTED


def _is_abroad(body: Organisation, incident: Incident) -> bool:
    # A host's own police may act at home for nobody; no state has its bodies press people abroad
    # by chance.
    if body.kind not in having("organisation_kinds", "of_a_state"):
        return False
    own, there = one_code(body.country or ""), one_code(incident.country or "")
    return own is not None and there is not None and own != there


@once
def _named(view: View) -> frozenset[str | None]:
    """
    The states that are named as pursuing, with None, as which a code counts that is not known; none
    at all where one of theirs is not known, since nothing is certain then.
    """
    states = view.case.pursued_by if isinstance(view.case, Case) else ()
    codes = {one_code(state) for state in states}
    return frozenset({None, *codes}) if codes and None not in codes else frozenset()
