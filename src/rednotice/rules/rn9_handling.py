"""
RN9 Handling: by what right and with whose consent a case is kept and passed on, and until when.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rednotice.codelists.groups import having, naming
from rednotice.insight.consents import (
    agreed,
    consents_of,
    is_covered_by_consent,
    is_covered_by_law,
    is_given,
    is_over,
    is_refused,
    is_unfree,
)
from rednotice.insight.kin import is_child, relatives
from rednotice.insight.questions import Problem, rule
from rednotice.insight.view import View, once
from rednotice.model import Case, Consent, Handling
from rednotice.records import Audience

if TYPE_CHECKING:
    from rednotice.documents import Path

_LAW, _CONSENT = "law", "consent"
# To whom a mark of the Traffic Light Protocol lets a case go, the strictest first.
_MARKED = dict(
    sorted(
        (
            (mark, frozenset[Audience]().union(*(Audience(one).within for one in reached)))
            for mark, reached in naming("tlp", "reaches_").items()
        ),
        key=lambda marked: len(marked[1]),
    )
)
_UNMARKED = Audience.INTERNAL.within  # as with `amber+strict`


_CONSENT_WITHOUT_GIVEN = (
    "The consent does not say how it was given, so it does not count. Find out, and say it in"
    " `given`."
)


@rule("RN901", of=Case, guards_release=True)
def audience_without_legal_basis(case: Case, view: View) -> Iterator[Problem]:
    """
    Neither a legal basis nor the person's consent covers the audience.

    Holding such data needs a ground, and passing them on needs one that reaches that far (GDPR
    Articles 6 and 9; OHCHR asks for informed consent). Enter in `handling` a `legal_basis` with the
    widest `audience` that it covers, or the `consent` of each subject with `given: free` and its
    purposes: `lawyers` for counsel, `ccf` for the CCF, `partners`, and `anonymous_publication` or
    `named_publication` for the public. A consent that does not say how it was given covers nobody.
    Silence means no consent and no release.
    """
    if _covered_by(view):
        return
    silent = _consent_without_given(case)
    if silent is not None:
        place = ("handling", "consent", silent)
        yield place, _CONSENT_WITHOUT_GIVEN
    else:
        basis = "a `legal_basis` other than `explicit_consent`"
        consent = "a `consent` of each subject with `given: free`"
        reach, otherwise = "", ""
        if view.audience is not Audience.INTERNAL:
            reach = f" that reaches {view.audience.value}"
            otherwise = " Where there is none, the case stays."
        lacking = "No legal basis and no consent covers this."
        step = f"Add in `handling` {basis}, or {consent}{reach}."
        yield _handling(case), f"{lacking} {step}{otherwise}"


_RELATIVE_WITHOUT_OWN_CONSENT = (
    "The person has not consented. Record their own consent in `handling`, or leave the person out."
)


@rule("RN902", of=Case, guards_release=True)
def relative_without_own_consent(case: Case, view: View) -> Iterator[Problem]:
    """
    A case rests on consent, and a relative in it has not consented.

    Nobody consents for another, and the subject cannot for the family. Record the relative's own
    consent, for a child a guardian's; or let another legal basis carry the release, or leave the
    relative out of it. Persons with a public role and unnamed groups are not looked at.
    """
    # Where the subject has not consented either, RN901 says so.
    if _covered_by(view) != _CONSENT:
        return
    for path, person in relatives(view):
        if person.public_role is not None or person.kind in having("person_kinds", "unnamed"):
            continue
        consents = consents_of(case, person.id) if person.id else []
        if not agreed(consents, view.audience, view.today):
            yield path, _RELATIVE_WITHOUT_OWN_CONSENT


_CONSENT_NOT_GIVEN_FREELY = (
    "A consent that was not given freely does not count. Ask the person again at liberty."
)


@rule("RN903", of=Consent, having="given", guards_release=True)
def consent_not_given_freely(consent: Consent, _: View) -> Iterator[Problem]:
    """
    A consent was given in custody, before officials or under threat.

    Such a consent does not count: whoever is held says what is wanted. A consent without `given`
    does not count either, though this rule does not report it. Ask again when the person is free,
    and keep the entry as it is, since it shows what was done to them.
    """
    if is_unfree(consent) and is_given(consent):
        yield ("given",), _CONSENT_NOT_GIVEN_FREELY


_CONSENT_NO_LONGER_GIVEN = (
    "The consent has ended, and none was given since. Ask the person again, or leave the person"
    " out."
)


@rule("RN904", guards_release=True)
def consent_no_longer_given(view: View) -> Iterator[Problem]:
    """
    A consent has expired or was withdrawn, and none was given since.

    What leaves after that leaves against the person's will. Ask again, or take the person out of
    what leaves, and recall what has left. A withdrawal from custody may not be the person's own
    wish either: until that is known, it holds.
    """
    holds: dict[str, bool] = {}
    entries: dict[str, list[Consent]] = {}
    for _, consent in view.each(Consent):
        entries.setdefault(consent.person, []).append(consent)
    for path, consent in view.each(Consent):
        withdrawn = consent.status in having("consent_statuses", "withdraws")
        over = is_given(consent) and is_over(consent, view.today)
        if not withdrawn and not over:
            continue
        person = consent.person
        if person not in holds:
            holds[person] = agreed(entries[person], Audience.INTERNAL, view.today)
        if not holds[person]:
            member = "status" if withdrawn else "expires"
            yield (
                (*path, member),
                _CONSENT_NO_LONGER_GIVEN,
            )


@rule("RN905", of=Consent, guards_release=True)
def child_consenting_alone(consent: Consent, view: View) -> Iterator[Problem]:
    """
    A consent is a child's own, and no guardian agreed.

    A child's parent or guardian agrees, beside the child where it is old enough (Convention on the
    Rights of the Child, Articles 3 and 12). Name the guardian, or let the status be `guardian`.
    """
    by_guardian = consent.status in having("consent_statuses", "by_guardian")
    if consent.guardian is not None or by_guardian or not is_given(consent):
        return
    named = view.record_of(consent.person)
    if named is not None and is_child(named[1], view.today):
        yield ("person",), "A child consented and no guardian did. Name the `guardian` who agrees."


_NO_DAY_OF_REVIEW = (
    "The case has no day of review. Say in `review_after` when it is looked at again."
)


@rule("RN906", of=Case, guards_release=True)
def no_day_of_review(case: Case, _: View) -> Iterator[Problem]:
    """
    The case does not say when to ask again whether it must be kept.

    Data about persons in danger are kept no longer than they serve; two years are the most that is
    usual, and one for a case marked red (ICRC Handbook on Data Protection). Enter `review_after`.
    """
    if case.handling is None or case.handling.review_after is None:
        yield _handling(case), _NO_DAY_OF_REVIEW


@rule("RN907", of=Handling, having="review_after", guards_release=True)
def review_overdue(handling: Handling, view: View) -> Iterator[Problem]:
    """
    The day on which the case was to be looked at again is over.

    Consents, dangers and purposes change. Read the case again, decide whether it is kept, note it
    in the log, and set a new day.
    """
    if handling.review_after and handling.review_after.before(view.today):
        yield ("review_after",), "The day of review is over. Review the case, and set a new day."


_EMBARGO_NOT_OVER = "The embargo is not over, so nothing may leave yet. Wait until that day."


@rule("RN908", of=Handling, having="embargo_until", guards_release=True)
def embargo_not_over(handling: Handling, view: View) -> Iterator[Problem]:
    """
    Nothing leaves before a day that has not come, or may not have.

    Where the day is not certain, as of a month that has begun or a time whose end is open, the
    embargo holds.
    """
    tomorrow = min(view.today, dt.date.max - dt.timedelta(1)) + dt.timedelta(1)
    if handling.embargo_until and handling.embargo_until.before(tomorrow) is not True:
        yield ("embargo_until",), _EMBARGO_NOT_OVER


@rule("RN909", of=Case, guards_release=True)
def marking_narrower_than_audience(case: Case, view: View) -> Iterator[Problem]:
    """
    The mark of the Traffic Light Protocol does not let the case go to the audience.

    `red` is for the persons who hold the case, and `amber+strict` for their organisation; a case
    without a mark is `amber+strict`. `amber` also lets it go to clients and partners who need to
    know: counsel, a filing to the CCF, partner organisations. `green` is for the community, which
    is no wider here, and `clear` for everybody. The mark stands until whoever set it changes it,
    for a reason that the log tells; nobody else may. (FIRST, Traffic Light Protocol 2.0.)
    """
    mark = case.handling.tlp if case.handling else None
    if view.audience not in (_MARKED[mark] if mark else _UNMARKED):
        path = ("handling", "tlp") if mark else _handling(case)
        reach = f"By its mark, the case may not go to {view.audience.value}."
        if mark is None:
            reach = "The case has no mark, so it stays in the organisation."
        yield path, f"{reach} Only whoever set the mark, or passed the case on, can change that."


_REFUSAL_OF_THIS_AUDIENCE = (
    "The person refused that anything of theirs goes to this audience. Leave the person out, or"
    " keep the case back."
)


@rule("RN930", of=Consent, having="status", guards_release=True)
def refusal_of_this_audience(consent: Consent, view: View) -> Iterator[Problem]:
    """
    A person refused that anything of theirs goes to this audience.

    Another legal basis may cover the case in law, and still the person said no: whoever was asked
    must be heard, or nobody should be asked (ICRC Handbook on Data Protection; OHCHR asks for
    informed consent). A refusal counts for the audience of its purposes: `lawyers` for counsel,
    `ccf` for the CCF, `partners`, and `anonymous_publication` for the public; without purposes it
    counts for all. It holds whatever its circumstances, also if somebody else made the person
    refuse. It ends when the same person agrees later, with `given: free`, a purpose of the audience
    and a date after that of the refusal. Otherwise leave what they told, and all that concerns
    them, out of the case that goes, or keep the case back. What the person was never asked,
    `not_asked`, is no refusal.
    """
    case = view.case
    if not isinstance(case, Case) or view.audience is Audience.INTERNAL:
        return
    if is_refused(consent, case, view.audience, view.today):
        yield ("status",), _REFUSAL_OF_THIS_AUDIENCE


@once
def _covered_by(view: View) -> str | None:
    """
    What covers the audience: a law, or else consent; None if neither does.
    """
    for _, case in view.each(Case):
        if is_covered_by_law(case, view.audience):
            return _LAW
        if is_covered_by_consent(case, view.audience, view.today):
            return _CONSENT
    return None


def _handling(case: Case) -> Path:
    return () if case.handling is None else ("handling",)


def _consent_without_given(case: Case) -> int | None:
    """
    The place of a consent that a subject of *case* gave, nobody knows how.
    """
    subjects = {subject.id for subject in case.subjects}
    consents = case.handling.consent if case.handling else ()
    for place, consent in enumerate(consents):
        if consent.person in subjects and consent.given is None and is_given(consent):
            return place
    return None
