"""
RN6 Incidents: pressure, on whom, by whom, for what.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rednotice.codelists.groups import having
from rednotice.findings import Severity
from rednotice.insight.happenings import is_outcome_for_the_subject
from rednotice.insight.missing import as_unknown
from rednotice.insight.questions import Problem, rule
from rednotice.insight.sources import sources_of
from rednotice.insight.speakers import concerned_class
from rednotice.insight.view import View
from rednotice.model import Incident, Range

_OF_A_DEMAND = ("demand_on", "condition", "deadline", "complied")
_OF_A_THREAT = ("consequence_for", "carried_out")
# What a threat is directed at, and what would do it, share one of these traits.
_AIMS = ("by_charge", "to_body", "to_liberty", "to_life", "to_livelihood", "to_privacy")


_INCIDENT_WITHOUT_METHOD = (
    "The incident does not say what was done. Add a `method`, or say why not, as"
    f" in {as_unknown('method')}."
)


@rule("RN601", Severity.WARNING, of=Incident, lacking="method")
def incident_without_method(_incident: Incident, _: View) -> Iterator[Problem]:
    """
    An incident does not say what was done.

    Counts and reports go by the method, and an incident without one is in none of them. Choose a
    code of the list incident_methods, the broader one if the details are not known; or say in
    `missing` why it is not given.
    """
    yield (), _INCIDENT_WITHOUT_METHOD


_PRESSURE_ON_NOBODY = (
    "The incident names nobody it concerned. Name whoever is known in `contacted`, `against` or"
    " `to_press`."
)


@rule("RN602", Severity.INFO, of=Incident, lacking=("contacted", "against", "to_press"))
def pressure_on_nobody(_incident: Incident, _: View) -> Iterator[Problem]:
    """
    An incident names nobody who was spoken to, harmed, or to be pressed.

    Those are three parts: an officer may call one person (`contacted`), threaten to detain another
    (`against`), and want a third to be silent (`to_press`). Name whoever is known, or say in
    `missing` why nobody is.
    """
    yield (), _PRESSURE_ON_NOBODY


_DEMAND_NOT_NAMED = (
    "This member goes with a demand, and none is named. Say in `demand` what was asked for."
)


@rule("RN603", Severity.WARNING, of=Incident, having=_OF_A_DEMAND, lacking="demand")
def demand_not_named(incident: Incident, _: View) -> Iterator[Problem]:
    """
    An incident tells of a demand, by its condition, its deadline or its answer, and not which.

    `condition: unless_complied` has no meaning without what is to be complied with. Say what was
    asked for in `demand`, or in `missing` why it is not known.
    """
    for member in _OF_A_DEMAND:
        if member in incident.__dict__:
            yield (member,), _DEMAND_NOT_NAMED


_THREAT_NOT_NAMED = (
    "This member goes with a threat, and none is named. Say in `consequence` what was threatened."
)


@rule("RN604", Severity.WARNING, of=Incident, having=_OF_A_THREAT, lacking="consequence")
def threat_not_named(incident: Incident, _: View) -> Iterator[Problem]:
    """
    An incident says whom a threat would strike, or whether it was carried out, and names no threat.

    A threat or a promise is named by the method (`threat_of_prosecution`) or, where the method is
    another one such as a phone call, by `consequence`. Say there what was threatened, or in
    `missing` why it is not known.
    """
    if incident.method is None:
        return
    if incident.method not in having("incident_methods", "is_threat", "is_offer"):
        for member in _OF_A_THREAT:
            if member in incident.__dict__:
                yield (member,), _THREAT_NOT_NAMED


@rule("RN605", of=Range)
def range_out_of_order(number: Range, _: View) -> Iterator[Problem]:
    """
    A number has a least that is greater than its most, or a best guess outside the two.

    No number of persons or times can be so; two figures have changed places, or a digit is
    mistyped.
    """
    low, best, high = number.low, number.best, number.high
    if low is not None and high is not None and low > high:
        yield ("low",), "This number is greater than `high`. Correct one of the two."
    elif best is not None and low is not None and best < low:
        yield ("best",), "This number is less than `low`. Correct one of the two."
    elif best is not None and high is not None and best > high:
        yield ("best",), "This number is greater than `high`. Correct one of the two."


_EXACT_NUMBER_WITH_A_RANGE = (
    "The figures differ, so the number is not `exact`. Keep one figure in `best`, or choose"
    " another `kind`."
)


@rule("RN606", Severity.WARNING, of=Range, having="kind")
def exact_number_with_a_range(number: Range, _: View) -> Iterator[Problem]:
    """
    A number is called exact and has two figures that differ.

    Whoever counted has one number. Write it in `best`, or choose another `kind`.
    """
    if (
        number.kind in having("count_kinds", "one_figure")
        and len({number.low, number.best, number.high} - {None}) > 1
    ):
        yield ("kind",), _EXACT_NUMBER_WITH_A_RANGE


_LINK_OR_MOTIVE_ON_NOBODYS_WORD = (
    "It is not said whose word this is. Name the speaker in `according_to`."
)


@rule("RN607", Severity.WARNING, of=Incident, having=("link", "motives"))
def link_or_motive_on_nobodys_word(record: Incident, view: View) -> Iterator[Problem]:
    """
    A link to the pursuit, or a motive, is given and nobody says so.

    Why somebody acted is always somebody's word and never a finding of the record. Name the speaker
    in `according_to`, or the document in `sources`, or make it a statement about the record.
    """
    if record.according_to or sources_of(view, record):
        return
    for member in ("link", "motives"):
        if member in record.__dict__ and not _is_said(view, record.id, member):
            yield (member,), _LINK_OR_MOTIVE_ON_NOBODYS_WORD


def _is_said(view: View, identity: str | None, member: str) -> bool:
    said = view.statements
    return identity is not None and (identity in said or f"{identity}.{member}" in said)


_PRESSURE_ON_ONESELF = (
    "Whoever did the act also stands in `against` or `to_press`. Take them out of one of the two."
)


@rule("RN608", Severity.WARNING, of=Incident, having="by")
def pressure_on_oneself(incident: Incident, view: View) -> Iterator[Problem]:
    """
    Somebody who did the act is also the one harmed or pressed by it.

    `by` is who presses. A relative who is made to call is `contacted` or `against`, and what they
    were made to do is the method, such as `forced_call_or_message`.
    """
    struck = {*view.persons_named(incident.against), *view.persons_named(incident.to_press)}
    for place, actor in enumerate(incident.by):
        if not struck.isdisjoint(view.persons_named((actor,))):
            yield ("by", place), _PRESSURE_ON_ONESELF


@rule("RN609", Severity.WARNING, of=Incident, having="consequence")
def threat_of_a_threat(incident: Incident, _: View) -> Iterator[Problem]:
    """
    The consequence that was threatened is itself a threat.

    `consequence` says what was threatened: `detention`, and not `threat_of_detention`; otherwise
    two codes stand for one thing, and tables count each by itself. That it is a threat is said by
    the method or by the field. Of violence that is not described more closely the code is
    `harm_and_confinement`, and of work or benefits `resource_deprivation`.
    """
    if incident.consequence in having("incident_methods", "is_threat"):
        wanted = "This is the code of a threat. Write what was threatened, such as `detention`."
        yield ("consequence",), wanted


_CONSEQUENCE_OF_ANOTHER_THREAT = (
    "The `method` names one threat and `consequence` another. Write two threats as two incidents."
)


@rule("RN610", Severity.WARNING, of=Incident, having="consequence")
def consequence_of_another_threat(incident: Incident, _: View) -> Iterator[Problem]:
    """
    The method names one threat, and the consequence another, such as prosecution and detention.

    A method such as `threat_of_prosecution` says already what is threatened. A consequence beside
    it says the same more closely, `prosecution` or `arrest_charge`. If both were threatened, write
    two incidents; if the method was a call or a visit, let the method be that. Promises are not
    looked at.
    """
    meant = _threatened_by(incident.method or "")
    if not meant or incident.consequence == "other" or incident.consequence in meant:
        return
    if incident.consequence not in having("incident_methods", "is_threat", "is_offer"):
        yield ("consequence",), _CONSEQUENCE_OF_ANOTHER_THREAT


_OUTCOME_WRITTEN_AS_AN_INCIDENT = (
    "This was done to the subject, so it is an outcome. Write it in `outcomes`."
)


@rule("RN611", Severity.WARNING, of=Incident, having=("method", "against"))
def outcome_written_as_an_incident(incident: Incident, view: View) -> Iterator[Problem]:
    """
    What was done changed the subject's own liberty, status, papers, property or body.

    Such a change is an outcome where it struck the subject, and an incident where it struck
    somebody else; the definition of the code names the other list. Otherwise the arrests of
    subjects stand in two lists, and a count of one misses the other. What is said or demanded in
    order to press is an incident, whoever is meant: if a demand came with it, write the demand as
    an incident, and what was done as an outcome. Nothing is said where it was done to the subject
    in order to press somebody else.
    """
    if not is_outcome_for_the_subject(incident.method or ""):
        return
    concerned = {concerned_class(view, who) for who in (*incident.against, *incident.to_press)}
    if concerned == having("concerned", "the_subject"):
        yield ("method",), _OUTCOME_WRITTEN_AS_AN_INCIDENT


@cache
def _threatened_by(method: str) -> frozenset[str]:
    """What the threat *method* can threaten; nothing, if it is no threat or leaves it open."""
    aims = [aim for aim in _AIMS if method in having("incident_methods", aim)]
    if method not in having("incident_methods", "is_threat") or not aims:
        return frozenset()
    return having("incident_methods", *aims)
