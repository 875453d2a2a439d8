"""
Consents and legal bases: what they cover, and whether they still hold.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from rednotice.model import Case, Consent
from rednotice.records import Audience

# Who is among an audience: internal over counsel over ccf, and internal over partner over public.
# What everybody may see, counsel and the CCF may see too.
_WITHIN = {
    Audience.INTERNAL: {"internal"},
    Audience.COUNSEL: {"internal", "counsel"},
    Audience.CCF: {"internal", "counsel", "ccf"},
    Audience.PARTNER: {"internal", "partner"},
    Audience.PUBLIC: {"internal", "counsel", "ccf", "partner", "public"},
}
# The purposes to which one agrees who agrees to an audience; whoever is named in public may be
# named to partners. Keeping the record is covered by any purpose.
_PURPOSES = {
    Audience.COUNSEL: {"lawyers"},
    Audience.CCF: {"ccf"},
    Audience.PARTNER: {"partners", "named_publication"},
    Audience.PUBLIC: {"anonymous_publication", "named_publication"},
}
_GIVEN = {None, "given", "given_limited", "guardian"}
_TAKEN_BACK = {"refused", "withdrawn"}
_FREE = {None, "free", "freely"}


def is_given(consent: Consent) -> bool:
    """
    Whether *consent* says yes to something; without a status it does where it names purposes.
    """
    return consent.status in _GIVEN and (consent.status is not None or bool(consent.purposes))


def unfree_member(consent: Consent) -> str | None:
    """
    The member by which *consent* is not known to be free; None where it is free, or says nothing.
    """
    members = ("given", "circumstances")
    return next((name for name in members if consent.__dict__.get(name) not in _FREE), None)


def _is_said_to_be_free(consent: Consent) -> bool:
    # Absent means unknown: silence about the circumstances is no word for freedom.
    return consent.given in _FREE - {None} or consent.circumstances in _FREE - {None}


def is_over(consent: Consent, today: dt.date) -> bool:
    """
    Whether *consent* has certainly expired before *today*.
    """
    return consent.expires is not None and consent.expires.before(today) is True


def agreed(consents: Sequence[Consent], audience: Audience, today: dt.date) -> bool:
    """
    Whether one person's *consents* cover *audience* on *today*.

    One counts that is given freely, is not over, names a purpose of the audience, and is certainly
    later than every refusal or withdrawal that touches it.
    """
    purposes = _PURPOSES.get(audience)
    return any(
        is_given(consent)
        and unfree_member(consent) is None
        and _is_said_to_be_free(consent)
        and not is_over(consent, today)
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
        audience.value in _WITHIN[Audience(basis.audience or "internal")]
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
