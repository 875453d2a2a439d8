"""
Which cases may be counted in tables for an audience.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from rednotice import rules
from rednotice.codelists.groups import having
from rednotice.insight.consents import agreed_to, consents_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rednotice.insight.view import View
    from rednotice.model import Case

RELEASED = "it is a release itself; count the case that is kept"
_REFUSED = "a person refused to be counted in tables"
# What asks for consent to pass records on. Who agreed to be counted has agreed to tables.
_ON_CONSENT = frozenset({"RN901", "RN902"})
_COUNTING = having("purposes", "of_tables")
_REFUSES = having("consent_statuses", "refuses")


def against(view: View) -> Iterator[str]:
    """
    What stands against it that the case of *view* is counted for its audience.

    It is what stands against its release, but for the consent, which may be to be counted alone.
    """
    case: Any = view.case
    if case.release is not None:
        # The rules would ask whether it is a clean release, and not whether it may go.
        yield RELEASED
    if _is_refused(case, view.today):
        yield _REFUSED
    counts = may_be_counted(case, view.today)
    for rule, _, message in rules.errors_for(view.audience).asked(view):
        if not (counts and rule.manual.id in _ON_CONSENT):
            yield f"{rule.manual.id} {rule.manual.name}: {message}"


def _is_refused(case: Case, today: dt.date) -> bool:
    """Whether somebody refused to be counted, and has not agreed to it since."""
    entries = case.handling.consent if case.handling else ()
    return any(
        entry.status in _REFUSES
        and not _COUNTING.isdisjoint(entry.purposes)
        and not agreed_to(consents_of(case, entry.person), _COUNTING, today)
        for entry in entries
    )


def may_be_counted(case: Case, today: dt.date) -> bool:
    """
    Whether every natural person among the subjects of *case* agreed to be counted in tables.
    """
    bodies = having("subject_kinds", "no_natural_person")
    people = [subject for subject in case.subjects if subject.kind not in bodies]
    return bool(people) and all(
        subject.id is not None and agreed_to(consents_of(case, subject.id), _COUNTING, today)
        for subject in people
    )
