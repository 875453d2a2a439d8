"""
RN7 Outcomes: what was done to, or changed for, a person, and because of what.
"""

from __future__ import annotations

from collections.abc import Iterator

from rednotice.findings import Severity
from rednotice.insight.missing import as_unknown
from rednotice.insight.questions import Problem, rule
from rednotice.insight.sources import sources_of
from rednotice.insight.view import View
from rednotice.model import Because, Event, Incident, Outcome, Proceeding

_OUTCOME_WITHOUT_KIND = (
    "The outcome does not say what happened. Add a `kind`, or say why not, as"
    f" in {as_unknown('kind')}."
)


@rule("RN701", Severity.WARNING, of=Outcome, lacking="kind")
def outcome_without_kind(_outcome: Outcome, _: View) -> Iterator[Problem]:
    """
    An outcome does not say what was done to the person, or what changed.

    Tables of outcomes go by the kind. Choose a code of the list outcome_kinds; where accounts
    differ, keep them as statements and write `missing: {kind: disputed}`.
    """
    yield (), _OUTCOME_WITHOUT_KIND


@rule("RN706", of=Because, lacking=("record", "cause"))
def cause_without_content(_because: Because, _: View) -> Iterator[Problem]:
    """
    A cause names neither a record of the case nor a cause in general.

    Nothing is said so. Name the record in `record`, or a code of the list causes in `cause`, which
    has `unknown` for a speaker who says that nobody knows; or say in `missing` why there is none.
    """
    yield (), "The entry names no cause. Name a `record` of the case or a `cause`."


_CAUSE_BESIDE_A_RECORD = (
    "The entry has a `cause` beside its `record`. Make the cause an entry of its own."
)


@rule("RN707", Severity.WARNING, of=Because, having="cause")
def cause_beside_a_record(because: Because, _: View) -> Iterator[Problem]:
    """
    A cause names a record of the case, and a cause in general beside it.

    A cause in general is for what no record holds. Two causes, said at once, are two entries; the
    way by which a record worked is its `via`.
    """
    if because.record is not None:
        yield ("cause",), _CAUSE_BESIDE_A_RECORD


_CAUSE_ON_NOBODYS_WORD = "It is not said whose word this is. Name the speaker in `according_to`."


@rule("RN708", Severity.WARNING, of=(Incident, Event, Proceeding, Outcome), having="because_of")
def cause_on_nobodys_word(
    record: Incident | Event | Proceeding | Outcome, view: View
) -> Iterator[Problem]:
    """
    Something is said to be because of something else, and nobody says so.

    That an arrest came of a notice is the claim that is disputed most, and always somebody's word.
    Name the speaker in the entry's `according_to`, or the document in its `sources`; the record's
    own are taken for it where the entry has none.
    """
    if record.according_to or sources_of(view, record):
        return
    if record.id is not None and f"{record.id}.because_of" in view.statements:
        return
    for at, because in enumerate(record.because_of):
        if not because.according_to and not sources_of(view, because, record):
            yield ("because_of", at), _CAUSE_ON_NOBODYS_WORD
