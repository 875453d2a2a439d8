"""
Consents and legal bases: what they cover, and whether they are still valid.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from rednotice.codelists.groups import having
from rednotice.model import Case, Consent
from rednotice.records import Audience

# The purposes that cover each audience. Consent to be named in public also covers partners. Any
# purpose covers keeping the record.
_PURPOSES: dict[Audience, frozenset[str]] = {
    audience: having("purposes", f"covers_{audience.value}")
    for audience in Audience
    if audience is not Audience.INTERNAL
}
_BY_NAME = having("purposes", "names_the_person")
_MANY = 200  # entries of one person
_GIVEN = having("consent_statuses", "agrees") | {None}
_TAKEN_BACK = having("consent_statuses", "refuses", "withdraws")
_FREE = having("circumstances", "free")


def is_given(consent: Consent) -> bool:
    """
    Whether *consent* agrees to something; without a status, it does if it names purposes.
    """
    return consent.status in _GIVEN and (consent.status is not None or bool(consent.purposes))


def is_unfree(consent: Consent) -> bool:
    """
    Whether the record says that *consent* was not given freely.
    """
    return consent.given is not None and consent.given not in _FREE


def is_over(consent: Consent, today: dt.date) -> bool:
    """
    Whether *consent* has certainly expired before *today*.
    """
    return consent.expires is not None and consent.expires.before(today) is True


def agreed(consents: Sequence[Consent], audience: Audience, today: dt.date) -> bool:
    """
    Whether one person's *consents* cover *audience* on *today*.

    Any purpose covers keeping the record; else, a consent counts as `agreed_to` says.
    """
    return agreed_to(consents, _PURPOSES.get(audience), today)


def agreed_to(consents: Sequence[Consent], purposes: frozenset[str] | None, today: dt.date) -> bool:
    """
    Whether one person's *consents* cover one of *purposes* on *today*; None stands for any purpose.

    A consent counts if it was given freely, has certainly not expired, names one of the purposes,
    and is certainly later than every refusal or withdrawal that concerns it. If one person has more
    than `_MANY` entries, they do not record a decision, and none counts.
    """
    return len(consents) <= _MANY and any(
        is_given(consent)
        # An absent value means unknown, so it does not say that consent was given freely.
        and consent.given in _FREE
        # A consent that may have expired does not count.
        and (consent.expires is None or consent.expires.before(today) is False)
        and (purposes is None or not purposes.isdisjoint(consent.purposes))
        and not any(_takes_back(other, consent) for other in consents)
        for consent in consents
    )


def _takes_back(other: Consent, consent: Consent) -> bool:
    if other.status not in _TAKEN_BACK:
        return False
    if other.purposes and set(other.purposes).isdisjoint(consent.purposes):
        return False
    earlier = other.date and consent.date and other.date.before(consent.date)
    return earlier is not True


def consents_of(case: Case, person: str) -> list[Consent]:
    """
    The consents of *person* in *case*, in the order of the file.
    """
    entries = case.handling.consent if case.handling else ()
    return [entry for entry in entries if entry.person == person]


def withdrawals(case: Case, today: dt.date) -> list[Consent]:
    """
    The withdrawals of consent in *case* after which the person has not agreed again, to whatever
    purpose.

    A withdrawal counts also if it was not free, and whatever else covers the case.
    """
    entries = case.handling.consent if case.handling else ()
    taken = having("consent_statuses", "withdraws")
    return [
        entry
        for entry in entries
        if entry.status in taken
        and not agreed(consents_of(case, entry.person), Audience.INTERNAL, today)
    ]


def is_refused(refusal: Consent, case: Case, audience: Audience, today: dt.date) -> bool:
    """
    Whether the person of *refusal* in *case* refused that anything goes to *audience*, and has not
    agreed to it freely and certainly later.

    A refusal that names no purpose refuses all. Refusing to be published by name refuses no release
    to partners or to the public, since none of them holds names.
    """
    if refusal.status not in having("consent_statuses", "refuses"):
        return False
    purposes = _PURPOSES.get(audience, frozenset[str]()) - _BY_NAME
    if refusal.purposes and purposes.isdisjoint(refusal.purposes):
        return False
    later = [
        one
        for one in consents_of(case, refusal.person)
        if one.status in _TAKEN_BACK
        or (refusal.date and one.date and refusal.date.before(one.date) is True)
    ]
    return not agreed(later, audience, today)


def agreed_after(case: Case, day: dt.date, today: dt.date) -> bool:
    """
    Whether each person who took back a consent in *case* agreed anew, freely and certainly later
    than *day*, to whatever purpose. If the case tells of nobody who did, whoever agreed counts.
    """
    entries = case.handling.consent if case.handling else ()
    withdrew = having("consent_statuses", "withdraws")
    people = {one.person for one in entries if one.status in withdrew}
    return bool(entries) and all(
        agreed(
            [one for one in consents_of(case, person) if _is_later(one, day)],
            Audience.INTERNAL,
            today,
        )
        for person in people or {one.person for one in entries}
    )


def _is_later(consent: Consent, day: dt.date) -> bool:
    # A refusal counts whenever it was.
    return consent.status in _TAKEN_BACK or (
        consent.date is not None and consent.date.after(day) is True
    )


def is_covered_by_law(case: Case, audience: Audience) -> bool:
    """
    Whether a legal basis other than consent covers *audience*.

    A basis that names no audience only covers keeping the case.
    """
    bases = case.handling.legal_basis if case.handling else ()
    return any(
        audience in (Audience(basis.audience) if basis.audience else Audience.INTERNAL).within
        for basis in bases
        if basis.basis not in having("legal_bases", "consent")
    )


def is_covered_by_consent(case: Case, audience: Audience, today: dt.date) -> bool:
    """
    Whether every natural person among the subjects of *case* agreed to *audience*.
    """
    bodies = having("subject_kinds", "no_natural_person")
    people = [subject for subject in case.subjects if subject.kind not in bodies]
    return bool(people) and all(
        subject.id is not None and agreed(consents_of(case, subject.id), audience, today)
        for subject in people
    )
