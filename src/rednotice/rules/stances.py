"""
Stances: which statements speak for a value, which deny it, and which were not made freely.
"""

from __future__ import annotations

from rednotice.model import Source, Statement
from rednotice.rules.missing import accounts_for
from rednotice.rules.values import field_of
from rednotice.rules.view import View

SILENCE = frozenset(
    {
        *("asks", "declined", "did_not_answer", "does_not_know", "has_not_commented"),
        *("no_answer_on_point", "token_response", "withholds"),
    }
)
DENIAL = frozenset({"denies", "denies_responsibility", "disputes"})
_TAKEN_BACK = frozenset({"withdrew", "retracts"})
_SPEAKS_NOT = SILENCE | DENIAL | _TAKEN_BACK
_UNFREE = frozenset({"in_custody", "in_presence_of_officials", "under_threat"})


def counts(statement: Statement) -> bool:
    """
    Whether *statement* speaks for its value and stands.
    """
    return statement.rank != "deprecated" and statement.stance not in _SPEAKS_NOT


def is_coerced(statement: Statement, view: View) -> bool:
    """
    Whether *statement* was not made freely, by its own word or its speaker's in the source.
    """
    if statement.circumstances is not None:
        return statement.circumstances in _UNFREE
    return any(
        source.circumstances in _UNFREE and not set(source.by).isdisjoint(statement.by)
        for _, source in view.among(Source, statement.sources)
    )


def answers_something(denial: Statement, view: View) -> bool:
    """
    Whether the case says what *denial* is about: a record, a value, or another's statement.
    """
    if denial.against:
        return True
    if denial.about is None:
        return False
    found = field_of(view, denial.about)
    if found is None:
        return True
    _, record, field = found
    head = denial.about.partition(".")[0]
    return accounts_for(record, field.name) or any(
        counts(one) for key in (denial.about, head) for _, one in view.statements.get(key, ())
    )
