"""
RN8 Statements and sources: who says what, where.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rednotice.codelists.groups import having
from rednotice.findings import Severity
from rednotice.insight.missing import as_unknown
from rednotice.insight.questions import Problem, rule
from rednotice.insight.quotations import quote_of
from rednotice.insight.rings import records_in_rings
from rednotice.insight.sources import sources_of
from rednotice.insight.stances import (
    DENIAL,
    SILENCE,
    answers_something,
    counts,
    is_coerced,
    standing,
)
from rednotice.insight.values import expected, field_of, is_there
from rednotice.insight.view import View
from rednotice.insight.voices import is_one_voice
from rednotice.insight.whose_word import speakers_of
from rednotice.model import EditorDecision, Person, Source, Statement

# Reasons that speak for whoever was nearest or came last; no reason at all is a machine's.
_NEARNESS = having("prefer_reasons", "nearness") | {None}
_NOT_ESTABLISHED = having("existence", "not_established")
_CHOSEN = having("ranks", "chosen")
_VERBATIM = having("quote_kinds", "verbatim")
_MANY = 50  # quotations of one speaker on one thing that each is compared with
_ALIKE = 0.5  # share of words that two wordings of one sentence have in common


_STATEMENT_ABOUT_NO_FIELD = (
    "The record has no such member. Name one of its members as the schema spells it."
)


@rule("RN801", of=(Statement, EditorDecision), having=("about", "because_of"))
def statement_about_no_field(record: Statement | EditorDecision, view: View) -> Iterator[Problem]:
    """
    Something is about a field that its record does not have.

    `n1.colour` names a notice, and no member of a notice. The name is misspelt, or the field is one
    of a record inside. Then name the member on the way (`pr2.forum.country`); in a list, give the
    record an id and name that. Members are spelled as in the schema.
    """
    if record.about and not is_there(view, record.about):
        yield ("about",), _STATEMENT_ABOUT_NO_FIELD
    for place, about in enumerate(record.because_of if isinstance(record, Statement) else ()):
        if not is_there(view, about):
            yield ("because_of", place), _STATEMENT_ABOUT_NO_FIELD


_SILENCE_WITH_A_VALUE = (
    "The statement has a value, and its stance says that nothing was said. Take the value out, or"
    " choose another `stance`."
)


@rule("RN802", of=Statement, having="value")
def silence_with_a_value(statement: Statement, _: View) -> Iterator[Problem]:
    """
    Somebody does not answer, does not know or withholds, and the statement has a value.

    Silence is never denial and never moves a value. If they said something, the stance is another;
    if somebody else said it, that is a statement of its own.
    """
    if statement.stance in SILENCE:
        yield ("value",), _SILENCE_WITH_A_VALUE


@rule("RN803", of=Statement, having="value")
def value_unfit_for_its_field(statement: Statement, view: View) -> Iterator[Problem]:
    """
    A statement gives a value that its field cannot hold.

    A value is written as the field would hold it: a code, a date, an id, a list where the field is
    a list. The words of the source, such as "last August", are the `text`.
    """
    found = field_of(view, statement.about) if statement.about else None
    wanted = expected(found[2], statement.value) if found else None
    if wanted is not None:
        yield (
            ("value",),
            f"The field holds {wanted}. Write such a value, and put words into `text`.",
        )


_STATEMENT_BY_NOBODY = (
    "The statement does not say whose it is. Name the speaker in `by`, or say why not, as"
    f" in {as_unknown('by')}."
)


@rule("RN804", Severity.WARNING, of=Statement, lacking="by")
def statement_by_nobody(statement: Statement, view: View) -> Iterator[Problem]:
    """
    A statement does not say whose it is.

    Nobody can weigh a statement without a speaker. Name who says it in `by`: a person, a body, or a
    source that speaks for itself; or say in `missing` why that is not given. A statement that rests
    on an interview is the word of the person interviewed, one that rests on a judgment is that of
    the court, and one that rests on a decision of the CCF is that of the CCF.
    """
    if not speakers_of(view, statement):
        yield (), _STATEMENT_BY_NOBODY


_PREFERRED = (
    "This statement was not made freely and is preferred without support. Name another source that"
    " bears it out, or leave the value `disputed`."
)


_PREFERRED_BY_EDITOR = (
    "This statement was not made freely and is preferred without support. Say in `reason` what"
    " bears it out, or leave the value `disputed`."
)


@rule("RN805")
def coerced_statement_preferred(view: View) -> Iterator[Problem]:
    """
    A statement that was not made freely is preferred for being nearest, or for no reason.

    Whoever is detained, listened to or threatened says what is wanted of them, first-hand and
    last. Such a statement may be right, and then something else bears it out: prefer it for that
    reason, or leave the value `disputed`. Where a statement does not give its `circumstances`,
    those of its sources count, unless another speaks there.
    """
    for path, statement in view.each(Statement):
        near = statement.rank in _CHOSEN and statement.rank_reason in _NEARNESS
        if near and is_coerced(statement, view):
            yield (*path, "rank"), _PREFERRED
    for path, decision in view.each(EditorDecision):
        for place, name in enumerate(decision.prefer if decision.reason in _NEARNESS else ()):
            if any(is_coerced(one, view) for _, one in view.among(Statement, (name,))):
                yield (
                    (*path, "prefer", place),
                    _PREFERRED_BY_EDITOR,
                )


@rule("RN807", Severity.INFO, of=Statement)
def denial_of_nothing(statement: Statement, view: View) -> Iterator[Problem]:
    """
    Somebody denies what nobody in the case says.

    A denial answers something. Name the statement that it answers in `against`, or what it is
    about; if only the denial is known, the record may say that the value is `disputed`.
    """
    if statement.stance in DENIAL and not answers_something(statement, view):
        yield (), "The denial does not say what it denies. Name it in `about` or `against`."


_PREFERRED_BUT_NOT_COMPARED = (
    "The preferred statement is not among those in `between`. Add it there, or correct the"
    " reference."
)


@rule("RN808", of=EditorDecision, having="between")
def preferred_but_not_compared(decision: EditorDecision, _: View) -> Iterator[Problem]:
    """
    An editor prefers a statement that the decision does not compare.

    Either an id is wrong, or the statement is to be added to `between`.
    """
    for place, name in enumerate(decision.prefer):
        if name not in decision.between:
            yield ("prefer", place), _PREFERRED_BUT_NOT_COMPARED


_QUOTATION_IN_TWO_WORDINGS = (
    "Two wordings of one place are both called `exact`. Correct one of the two."
)


@rule("RN809", Severity.WARNING)
def quotation_in_two_wordings(view: View) -> Iterator[Problem]:
    """
    One sentence of one speaker is given as exact in two wordings.

    At most one of them is what was said; the other is `altered`, `truncated` or a `paraphrase`.
    Only statements about the same thing, of the same day and language, with half of their words in
    common, are taken for one sentence.
    """
    exact: dict[Any, list[str]] = {}
    for path, one in view.each(Statement):
        speakers = view.persons_named(one.by)
        # A class word leaves open whether it is the same speaker.
        if quote_of(one) not in _VERBATIM or not one.text or len(speakers) < len(one.by):
            continue
        met = exact.setdefault((one.about, speakers, one.stance, one.date, one.language), [])
        if any(text != one.text and _is_alike(text, one.text) for text in met[:_MANY]):
            yield (*path, "quote"), _QUOTATION_IN_TWO_WORDINGS
        met.append(one.text)


_SPEAKER_NOT_ESTABLISHED = (
    "It is not established that this speaker exists. Name in `relayed_by` who passed the words on."
)


@rule("RN810", Severity.INFO)
def speaker_not_established(view: View) -> Iterator[Problem]:
    """
    A statement is by somebody of whom it is only said that they exist.

    What they are said to say is then the word of whoever tells of them: consider naming that one in
    `by` or `relayed_by`.
    """
    doubtful = {
        person.id for _, person in view.each(Person) if person.existence in _NOT_ESTABLISHED
    }
    if not doubtful:
        return
    for path, statement in view.each(Statement):
        for place, name in enumerate(statement.by):
            if name in doubtful and not statement.relayed_by:
                yield (*path, "by", place), _SPEAKER_NOT_ESTABLISHED


_WITHHELD_WITHOUT_REASON = (
    "The statement withholds something and does not say why. Add a `reason`, or say why there is"
    f" none, as in {as_unknown('reason')}."
)


@rule("RN811", Severity.INFO, of=Statement, lacking="reason")
def withheld_without_reason(statement: Statement, _: View) -> Iterator[Problem]:
    """
    Somebody withholds something, and not why.

    The reason decides how long it must be withheld, and what a release may say of it. Give it in
    `reason`, or say in `missing` why it is not known; it never leaves the house.
    """
    if statement.stance in having("stances", "withholds"):
        yield (), _WITHHELD_WITHOUT_REASON


_SOURCE_DERIVED_FROM_ITSELF = (
    "The sources that this one derives from lead back to it. Correct one of the `derived_from`."
)


@rule("RN813")
def source_derived_from_itself(view: View) -> Iterator[Problem]:
    """
    A source is made from itself, directly or by way of others.

    Which of them came first decides how many voices there are. Two that copy each other have a
    common origin: make that a source, and let both derive from it.
    """
    for path in records_in_rings(view, Source, _origins, alone=True):
        yield (*path, "derived_from"), _SOURCE_DERIVED_FROM_ITSELF


_CONFIRMED_BY_ONE_VOICE = (
    "The record is called verified and does not rest on two sources that are independent of each"
    " other. Add another source, or correct the state."
)


@rule("RN814", Severity.INFO, of=Statement, having="credibility")
def confirmed_by_one_voice(statement: Statement, view: View) -> Iterator[Problem]:
    """
    Information is called confirmed, and all that says so goes back to one voice.

    In the Admiralty code it is confirmed by another independent source. Sources of one
    `independence_group`, or made from one another, are one voice, however many they are.
    """
    if statement.credibility not in having("credibility", "needs_two_voices"):
        return
    agreeing = [
        one
        for _, one in standing(view, statement.about or "")
        if counts(one) and one.value == statement.value
    ]
    rests_on = [name for one in agreeing for name in (*sources_of(view, one), *one.basis)]
    if is_one_voice(view, rests_on):
        yield ("credibility",), _CONFIRMED_BY_ONE_VOICE


def _origins(source: Source) -> list[str]:
    return [derived.source for derived in source.derived_from]


def _is_alike(text: str, other: str) -> bool:
    words, others = set(text.casefold().split()), set(other.casefold().split())
    return len(words & others) >= _ALIKE * len(words | others)
