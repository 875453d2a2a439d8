"""
RN4 Notices: their life cycle, and what stands behind them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rednotice.codelists.groups import having
from rednotice.findings import Severity
from rednotice.insight.life_cycle import (
    BEGINNINGS,
    REQUESTS,
    after_the_end,
    before_the_beginning,
    out_of_order,
)
from rednotice.insight.missing import accounts_for, as_unknown
from rednotice.insight.pursuit import pursues
from rednotice.insight.questions import Problem, rule
from rednotice.insight.view import View
from rednotice.model import Case, Notice, Observation, StatusChange, TravelDocument, Warrant
from rednotice.types.states import one_code

# The kinds whose very aim is an arrest, for which INTERPOL asks charges and a warrant.
_ASKING_CHARGES = having("notice_kinds", "needs_charges")
_OF_A_DOCUMENT = having("notice_kinds", "of_a_document")
_OF_INTERPOL = having("notice_kinds", "of_interpol")
_OF_OTHER_SYSTEMS = having("notice_kinds", "of_other_systems")
_BEGUN = BEGINNINGS | REQUESTS
_SHOWING = having("search_places", "shows_extracts")


_STEP_AFTER_THE_END = (
    "This step follows the end of the notice. If deleted data came back, write the status"
    " `restored`. If the request was made again, write a new notice that names this one in"
    " `supersedes`."
)


@rule("RN401", of=Notice, having="history")
def step_after_the_end(notice: Notice, _: View) -> Iterator[Problem]:
    """
    A notice goes on after it was refused, withdrawn, cancelled or deleted, or had expired.

    Such an end is final: data that comes back was `restored`, which is a step of its own, and a
    request that is made again is a new notice, which names the old one in `supersedes`. Found
    is a step that is dated after the end, or listed after it while no date says otherwise
    (INTERPOL's Rules on the Processing of Data, Articles 76 to 81; Resolution GA-2017-86-RES-09).
    """
    for at in after_the_end(notice.history):
        yield ("history", at), _STEP_AFTER_THE_END


_STEP_BEFORE_ITS_BEGINNING = (
    "This step is dated before the one that it needs. Correct one of the dates."
)


@rule("RN402", of=Notice, having="history")
def step_before_its_beginning(notice: Notice, _: View) -> Iterator[Problem]:
    """
    A step of a notice is dated before the one that it needs.

    A request is reviewed, refused or published after it was made, and only what was published,
    circulated or recorded can be suspended, renewed or expire. Found are dates that leave no doubt;
    where a step has no date, nothing is said (INTERPOL's Rules on the Processing of Data,
    Articles 50 and 76 to 81).
    """
    for at in before_the_beginning(notice.history):
        yield ("history", at, "date"), _STEP_BEFORE_ITS_BEGINNING


_HISTORY_NOT_IN_ORDER = (
    "This step stands after a later one. List the steps from the oldest on, or correct the date."
)


@rule("RN403", Severity.WARNING, of=Notice, having="history")
def history_not_in_order(notice: Notice, _: View) -> Iterator[Problem]:
    """
    The steps of a notice are not listed in the order of their dates.

    A history is read from the top, also where a step has no date, and its last step is taken for
    the present status. List the oldest first; if the order is right, a date is wrong.
    """
    for at in out_of_order(notice.history):
        yield ("history", at), _HISTORY_NOT_IN_ORDER


_WARRANT_YOUNGER_THAN_ITS_NOTICE = (
    "All warrants of the notice are younger than the notice. Correct a date, or add the earlier"
    " warrant."
)


@rule("RN404", Severity.WARNING, of=Notice, having="warrants")
def warrant_younger_than_its_notice(notice: Notice, view: View) -> Iterator[Problem]:
    """
    All warrants that a notice rests on were issued after it was requested or published.

    A red notice refers to a valid warrant or a decision of equal weight (INTERPOL's Rules on the
    Processing of Data, Article 83(2)(b)). Either a date is wrong, or an earlier warrant is not
    recorded, or there was none, which is worth an argument before the CCF.
    """
    warrants = view.among(Warrant, notice.warrants)
    issued = [warrant.issued for _, warrant in warrants if warrant.issued]
    if len(issued) < len(notice.warrants):
        return
    begun = [step.date for step in notice.history if step.status in _BEGUN and step.date]
    if any(all(date.surely_before(day) for day in issued) for date in begun):
        yield ("warrants",), _WARRANT_YOUNGER_THAN_ITS_NOTICE


_NOTICE_WITHOUT_CHARGES = (
    "Neither the notice nor a warrant behind it has `charges`. Add them, or say why not, as"
    f" in {as_unknown('charges')}."
)


@rule("RN405", Severity.WARNING, of=Notice, having="kind", lacking="charges")
def notice_without_charges(notice: Notice, view: View) -> Iterator[Problem]:
    """
    A red notice or wanted-person diffusion says no charges, and neither does a warrant behind it.

    What a state accuses a person of is the first thing that everyone asks. Put the charges on the
    warrant, or on the notice where no warrant is known; where they are not known, say so in
    `missing` (INTERPOL's Rules on the Processing of Data, Article 83(2)(b)).
    """
    if notice.kind not in _ASKING_CHARGES:
        return
    papers = view.among(Warrant, notice.warrants)
    said = any(accounts_for(paper, "charges") for _, paper in papers)
    if not said and _all_named(papers, notice) and "warrants" not in (notice.missing or ()):
        yield (), _NOTICE_WITHOUT_CHARGES


_NOTICE_WITHOUT_ISSUING_STATE = (
    "The notice names no issuing state. Add `issuing_state`, or say why not, as"
    f" in {as_unknown('issuing_state')}."
)


@rule("RN406", Severity.WARNING, of=Notice, lacking="issuing_state")
def notice_without_issuing_state(notice: Notice, view: View) -> Iterator[Problem]:
    """
    A notice names no issuing state, and no warrant behind it does.

    A notice is a request of somebody, and its charges are that state's words. INTERPOL's public
    list does not always tell; where nobody can, say so in `missing`. Nothing is said of a notice
    that seeks help or informs, which need not be the request of a state.
    """
    if not pursues(notice):
        return
    papers = view.among(Warrant, notice.warrants)
    if _all_named(papers, notice) and not any(paper.issuing_state for _, paper in papers):
        yield (), _NOTICE_WITHOUT_ISSUING_STATE


def _all_named(papers: Sequence[Any], notice: Notice) -> bool:
    # Of a reference that leads nowhere RN302 tells, and what it was meant to name may say it all.
    return len(papers) == len(notice.warrants)


_WARRANT_OF_ANOTHER_STATE = (
    "The warrant is of another state than the notice. Correct the reference, or one of the states."
)


@rule("RN407", Severity.WARNING, of=Notice, having="warrants")
def warrant_of_another_state(notice: Notice, view: View) -> Iterator[Problem]:
    """
    A notice rests on a warrant of another state than its own.

    Either a reference points at the wrong warrant, or one of the two states is wrong. Codes of
    other vocabularies for the same state count as the same; where a code is not known, nothing is
    said.
    """
    own = one_code(notice.issuing_state) if notice.issuing_state else None
    if own is None:
        return
    for at, reference in enumerate(notice.warrants):
        for _, warrant in view.among(Warrant, (reference,)):
            state = one_code(warrant.issuing_state) if warrant.issuing_state else None
            if state is not None and state != own:
                yield ("warrants", at), _WARRANT_OF_ANOTHER_STATE


_CHARGE_REPEATED_FROM_THE_WARRANT = (
    "The warrant has this charge in the same words. Take it out of the notice."
)


@rule("RN408", Severity.WARNING, of=Notice, having="charges")
def charge_repeated_from_the_warrant(notice: Notice, view: View) -> Iterator[Problem]:
    """
    A notice repeats word for word a charge of the warrant that it rests on.

    Everything is written once: charges stand on the warrant, and on a notice where no warrant is
    known or its wording differs. Then the difference is worth something. Take the charge off the
    notice, and point references at that of the warrant.
    """
    papers = view.among(Warrant, notice.warrants)
    said = {charge.text for _, paper in papers for charge in paper.charges if charge.text}
    for at, charge in enumerate(notice.charges):
        if charge.text in said:
            yield ("charges", at), _CHARGE_REPEATED_FROM_THE_WARRANT


_RECORD_ABOUT_NO_DOCUMENT = (
    "The record does not name the travel document that it is about. Name the document in `about`."
)


@rule("RN409", Severity.WARNING, of=Notice, having="kind", asks_for_more=True)
def record_about_no_document(notice: Notice, view: View) -> Iterator[Problem]:
    """
    A travel document record is about no travel document.

    What INTERPOL holds is a record of a passport and not of a person, and it is fought as such.
    Give the document an id among the subject's `documents`, and name it in `about`.
    """
    if notice.kind not in _OF_A_DOCUMENT or "about" in (notice.missing or ()):
        return
    if not view.among(TravelDocument, notice.about):
        yield (), _RECORD_ABOUT_NO_DOCUMENT


_RECORDED_AS_ON_ANOTHER_KIND = (
    "Only an alert of the kind `travel_document` has this member. Correct the kind, or take the"
    " member out."
)


@rule("RN410", of=Notice, having="recorded_as")
def recorded_as_on_another_kind(notice: Notice, _: View) -> Iterator[Problem]:
    """
    An alert that is no travel document record says as what a document is recorded.

    Only documents are recorded as stolen, lost, revoked or invalid. Either the kind is wrong, or
    the record of the document is an alert of its own.
    """
    if notice.kind not in _OF_A_DOCUMENT:
        yield ("recorded_as",), _RECORDED_AS_ON_ANOTHER_KIND


_KIND_OF_ANOTHER_SYSTEM = (
    "The system of this alert has no alerts of this kind. Correct the `kind` or the `system`."
)


@rule("RN411", of=Notice, having="system")
def kind_of_another_system(notice: Notice, _: View) -> Iterator[Problem]:
    """
    An alert is of a kind that its system does not have.

    Red and other notices, diffusions and travel document records are INTERPOL's. What the Arab
    Interior Ministers' Council calls a red notice is an `arrest_alert`, and so is an alert of the
    Schengen Information System. Each system has remedies of its own, so that a wrong one costs
    months.
    """
    if notice.system in having("notice_systems", "has_notices"):
        wrong = notice.kind in _OF_OTHER_SYSTEMS
    else:
        wrong = notice.system != "other" and notice.kind in _OF_INTERPOL
    if wrong:
        yield ("kind",), _KIND_OF_ANOTHER_SYSTEM


_ALERT_WITHOUT_A_SYSTEM = (
    "The alert is not of a kind of INTERPOL's and names no system. Add `system`, or say why not, as"
    f" in {as_unknown('system')}."
)


@rule("RN412", Severity.WARNING, of=Notice, having="kind", lacking="system")
def alert_without_a_system(notice: Notice, _: View) -> Iterator[Problem]:
    """
    An alert of a kind that INTERPOL does not have names no system.

    Police and reporters say INTERPOL where they mean a regional or national list. Which it is
    decides where the person can travel, and who can be asked to delete it.
    """
    if notice.kind in _OF_OTHER_SYSTEMS:
        yield (), _ALERT_WITHOUT_A_SYSTEM


@rule("RN413", Severity.INFO, of=StatusChange, having="basis", lacking="proceeding")
def ccf_decision_without_a_proceeding(step: StatusChange, _: View) -> Iterator[Problem]:
    """
    A status rests on a decision of the CCF and names no proceeding.

    The decision, its dates and its grounds stand in the proceeding, and the step in the history
    points there. Without it nobody can see what was argued, or whether the decision was late.
    """
    if step.basis in having("status_bases", "by_ccf"):
        yield (), "The step rests on a decision of the CCF. Name its `proceeding`."


_NEITHER_A_NOTICE_NOR_A_SEARCH = (
    "The case has neither a notice nor a search. If anybody looked for a notice, or chose not to,"
    " add a search."
)


@rule("RN414", Severity.INFO, of=Case, lacking=("notices", "searches"))
def neither_a_notice_nor_a_search(_case: Case, _: View) -> Iterator[Problem]:
    """
    A case has neither a notice nor a search for one.

    Most people do not know whether there is a notice. That nobody looked is worth recording as
    well: add a search with the answer `not_attempted` and its reason, or one with its date and what
    it found.
    """
    yield (), _NEITHER_A_NOTICE_NOR_A_SEARCH


_SEEN_THOUGH_NEVER_PUBLIC = (
    "Somebody saw an extract that is said never to have been public. Correct one of the two."
)


@rule("RN415", Severity.WARNING, of=Notice, having="public_extract")
def seen_though_never_public(notice: Notice, _: View) -> Iterator[Problem]:
    """
    A notice that is said never to have had a public extract was seen on INTERPOL's public site.

    One of the two is wrong, or the extract was seen elsewhere: say in `place` where. The status of
    a notice, its public extract and what was seen on a day are three things, but these two are
    about one page.
    """
    if notice.public_extract in having("public_extracts", "never_public") and any(
        look.seen and look.place in _SHOWING for look in notice.observations
    ):
        yield ("public_extract",), _SEEN_THOUGH_NEVER_PUBLIC


_EXTRACT_NOT_FOUND = "The last look did not find this extract. Write `removed`."
_EXTRACT_SEEN = "Somebody saw this extract. Write `published` or `removed`."


@rule("RN418", Severity.WARNING, of=Notice, having="public_extract")
def extract_unlike_a_look(notice: Notice, _: View) -> Iterator[Problem]:
    """
    The public extract of a notice is said to be there, and the last look at INTERPOL's public site
    did not find it; or it is said to be hidden, and somebody saw it there.

    Say `removed` where an extract was there before, and `hidden` where there was none. Nothing is
    said where nobody can tell from the dates which look was the last, and nothing about the status
    of the notice, which may go on unseen.
    """
    if notice.public_extract in having("public_extracts", "on_show"):
        last = _last_look(notice)
        if last is not None and not last.seen:
            yield ("public_extract",), _EXTRACT_NOT_FOUND
    elif notice.public_extract in having("public_extracts", "not_on_show") and any(
        look.seen and look.place in _SHOWING for look in notice.observations
    ):
        yield ("public_extract",), _EXTRACT_SEEN


def _last_look(notice: Notice) -> Observation | None:
    """
    The last look at INTERPOL's public site; None where there is none, or the dates do not tell.
    """
    looks = [look for look in notice.observations if look.place in _SHOWING]
    for one in looks:
        others = [look for look in looks if look is not one]
        if all(look.date and one.date and look.date.surely_before(one.date) for look in others):
            return one
    return None
