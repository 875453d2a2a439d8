"""
Consents and legal bases: what they cover, and whether they still hold.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from rednotice.model import Case, Consent
from rednotice.records import Audience

# The purposes to which one agrees who agrees to an audience; whoever is named in public may be
# named to partners. Keeping the record is covered by any purpose.
_PURPOSES = {
    Audience.COUNSEL: {"lawyers"},
    Audience.CCF: {"ccf"},
    Audience.PARTNER: {"partners", "named_publication"},
    Audience.PUBLIC: {"anonymous_publication", "named_publication"},
}
_MANY = 200  # entries of one person
_GIVEN = {None, "given", "given_limited", "guardian"}
_TAKEN_BACK = {"refused", "withdrawn"}


def is_given(consent: Consent) -> bool:
    """
    Whether *consent* says yes to something; without a status it does where it names purposes.
    """
    return consent.status in _GIVEN and (consent.status is not None or bool(consent.purposes))


def is_unfree(consent: Consent) -> bool:
    """
    Whether *consent* is said to have been given otherwise than freely.
    """
    return consent.given is not None and consent.given != "freely"


def is_over(consent: Consent, today: dt.date) -> bool:
    """
    Whether *consent* has certainly expired before *today*.
    """
    return consent.expires is not None and consent.expires.before(today) is True


def agreed(consents: Sequence[Consent], audience: Audience, today: dt.date) -> bool:
    """
    Whether one person's *consents* cover *audience* on *today*.

    One counts that is given freely, is not over, names a purpose of the audience, and is certainly
    later than every refusal or withdrawal that touches it. Hundreds of entries for one person are
    no record of a will, and count as none.
    """
    purposes = _PURPOSES.get(audience)
    return len(consents) <= _MANY and any(
        is_given(consent)
        # Absent means unknown: silence about how it was given is no word for freedom.
        and consent.given == "freely"
        # An expiry that nobody knows for certain is no promise.
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
    What the record *person* of *case* decided, in the order of the file.
    """
    entries = case.handling.consent if case.handling else ()
    return [entry for entry in entries if entry.person == person]


def is_covered_by_law(case: Case, audience: Audience) -> bool:
    """
    Whether a legal basis other than consent covers *audience*.

    A basis that names no audience covers keeping the case, and nothing more.
    """
    bases = case.handling.legal_basis if case.handling else ()
    return any(
        audience in Audience(basis.audience or "internal").within
        for basis in bases
        if basis.basis != "explicit_consent"
    )


def is_covered_by_consent(case: Case, audience: Audience, today: dt.date) -> bool:
    """
    Whether every natural person among the subjects of *case* agreed to *audience*.
    """
    people = [subject for subject in case.subjects if subject.kind != "entity"]
    return bool(people) and all(
        subject.id is not None and agreed(consents_of(case, subject.id), audience, today)
        for subject in people
    )
