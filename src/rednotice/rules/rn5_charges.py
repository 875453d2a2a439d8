"""
RN5 Charges: what is accused, by whom, and how it is contested.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rednotice.codelists.groups import having, naming
from rednotice.findings import Severity
from rednotice.insight.missing import accounts_for, as_unknown
from rednotice.insight.questions import Problem, rule
from rednotice.insight.sources import is_coded_in_full, records_at, sources_of
from rednotice.insight.speakers import speaker_class
from rednotice.insight.view import View
from rednotice.insight.whose_word import speakers_of
from rednotice.model import Assessed, Charge, Contest, Notice, Penalty, Person, Subject, Warrant
from rednotice.types.durations import Duration

if TYPE_CHECKING:
    from rednotice.documents import Path

# Article 83(1)(a)(ii) of INTERPOL's Rules on the Processing of Data: what the law allows at most
# for a prosecution, what was imposed or remains for a sentence.
_LEAST = {
    **dict.fromkeys(having("penalty_kinds", "needs_two_years"), Duration("P2Y")),
    **dict.fromkeys(having("penalty_kinds", "needs_six_months"), Duration("P6M")),
}
_MANY = 50  # penalties of one charge that each is compared with
# Which penalties one of a kind is a part of.
_BOUNDS = naming("penalty_kinds", "within_")
_COURTS = having("speakers", "court")
_PARTIES = having("speakers", "party")
_HUMAN = (Subject, Person)


_CHARGE_WITHOUT_WORDS = (
    "The charge says nothing of what is charged. Add a `text`, an `offence` or a `law`, or say why"
    f" not, as in {as_unknown('text')}."
)


@rule("RN501", Severity.WARNING, of=Charge, lacking=("text", "offence", "law"))
def charge_without_words(_charge: Charge, _: View) -> Iterator[Problem]:
    """
    A charge has neither a wording nor an offence nor a provision of law.

    It says only that there is a charge. Give the wording as the state puts it, in `text`, or at
    least the offence as charged; where neither is known, say so in `missing`.
    """
    yield (), _CHARGE_WITHOUT_WORDS


_PENALTY_BELOW_THE_THRESHOLD = (
    "The penalty is below what INTERPOL requires for a red notice. Say so under `assessed`, if"
    " somebody argues it."
)


@rule("RN502", Severity.INFO)
def penalty_below_the_threshold(view: View) -> Iterator[Problem]:
    """
    A penalty behind a red notice is below what INTERPOL asks for one.

    For a prosecution the law must allow at least two years of prison, for a sentence six months
    must have been imposed or remain (INTERPOL's Rules on the Processing of Data, Article
    83(1)(a)(ii)), unless the General Secretariat finds the notice of particular importance. It may
    be an argument before the CCF; say so under `assessed`.
    """
    if not view.each(Penalty):
        return
    found: set[Path] = set()
    for path, notice in view.each(Notice):
        if notice.kind not in having("notice_kinds", "needs_penalty"):
            continue
        holders: list[tuple[Path, Charge | Notice]] = [(path, notice)]
        holders += (((*path, "charges", at), one) for at, one in enumerate(notice.charges))
        for where, warrant in view.among(Warrant, notice.warrants):
            holders += (((*where, "charges", at), one) for at, one in enumerate(warrant.charges))
        for where, holder in holders:
            for at, penalty in enumerate(holder.penalties):
                place = (*where, "penalties", at)
                if place not in found and _is_too_short(penalty, holder.penalties):
                    found.add(place)
                    yield place, _PENALTY_BELOW_THE_THRESHOLD


def _is_too_short(penalty: Penalty, penalties: Sequence[Penalty]) -> bool:
    if any(_is_enough_for(penalty, other) for other in penalties[:_MANY]):
        return False  # six months imposed will do, whatever remains of them
    return _is_below(penalty) is True


def _is_enough_for(penalty: Penalty, whole: Penalty) -> bool:
    """
    Whether *penalty* is a part of *whole*, which has to meet the same threshold and does.
    """
    part, kind = penalty.kind or "", whole.kind or ""
    if kind not in _BOUNDS.get(part, ()) or _LEAST.get(kind) != _LEAST.get(part):
        return False
    return _is_below(whole) is False


def _is_below(penalty: Penalty) -> bool | None:
    """
    Whether *penalty* is below the threshold of its kind; None where that cannot be said.
    """
    if penalty.life or penalty.death:
        return False
    least = _LEAST.get(penalty.kind or "")
    if least is None or penalty.imprisonment is None:
        return None
    return penalty.imprisonment.shorter_than(least)


_DEATH_PENALTY = (
    "The charge can be punished by death, or was. Ask which assurance was given, and record it"
    " with the proceeding."
)


@rule("RN503", Severity.INFO, of=Penalty, having="death")
def death_penalty(penalty: Penalty, _: View) -> Iterator[Problem]:
    """
    A charge can be punished by death, or was.

    Most states do not extradite then without an assurance, and INTERPOL works in the spirit of the
    Universal Declaration of Human Rights (Constitution of INTERPOL, Article 2). Ask which assurance
    was given, by whom, and record it with the proceeding.
    """
    if penalty.death:
        yield ("death",), _DEATH_PENALTY


@rule("RN504", Severity.WARNING, of=Warrant, having="issued")
def act_after_the_warrant(warrant: Warrant, _: View) -> Iterator[Problem]:
    """
    An act is charged as done after the warrant for it was issued.

    One of the dates is wrong, or the charge stands on the wrong warrant. If the documents say so,
    it goes to the accuracy of the data, and is an argument (INTERPOL's Rules on the Processing of
    Data, Article 83(2)(b): a summary of facts with time and place).
    """
    for at, charge in enumerate(warrant.charges):
        if warrant.issued and charge.date and warrant.issued.surely_before(charge.date):
            place = ("charges", at, "date")
            yield place, "The act is dated after the warrant was issued. Correct one of the dates."


_SAME_FACTS_AS_ITSELF = "The charge names itself. Name the charges of other warrants or notices."


@rule("RN505", of=Charge, having="same_facts_as")
def same_facts_as_itself(charge: Charge, _: View) -> Iterator[Problem]:
    """
    A charge is said to rest on the same facts as itself.

    The reference was meant for a charge of another warrant or notice: that two prosecutions rest
    on the same facts is what a defence of ne bis in idem hangs on.
    """
    if charge.id in charge.same_facts_as:
        yield ("same_facts_as",), _SAME_FACTS_AS_ITSELF


@rule("RN506", Severity.WARNING)
def contested_by_nobody(view: View) -> Iterator[Problem]:
    """
    A charge is contested, and nobody says by whom.

    An advocate's argument and a court's finding weigh differently, and each code of the list can
    be either. Name in `by` who argues it, or which body found it, with `stance: found`; or say in
    `missing` why that is not known. What stands in an interview alone is argued by the person
    interviewed.
    """
    for path, contest in view.each(Contest):
        records = records_at(view, path)
        known = accounts_for(contest, "by") or is_coded_in_full(view, path)
        if not known and not speakers_of(view, *records):
            yield path, "It is not said who contests the charge. Name them in `by`."


_ASSESSED_BY_NOBODY = (
    "It is not said whose view this is. Name them in `according_to`, or the document in `sources`."
)


@rule("RN507", Severity.WARNING)
def assessed_by_nobody(view: View) -> Iterator[Problem]:
    """
    A charge is assessed under INTERPOL's rules, and nobody is named who does so.

    That a charge is political, private or below the threshold is a view, and never the charge's
    own property. Say in `according_to` who holds it, or in `sources` where it is written.
    """
    for path, assessed in view.each(Assessed):
        if not assessed.according_to and not sources_of(view, *records_at(view, path)):
            yield path, _ASSESSED_BY_NOBODY


_CHARGES_OF_NOBODY = (
    "The warrant states charges and does not say whose words they are. Add `issuing_state`, or say"
    f" why not, as in {as_unknown('issuing_state')}."
)


@rule("RN508", Severity.WARNING, of=Warrant, having="charges", lacking="issuing_state")
def charges_of_nobody(warrant: Warrant, _: View) -> Iterator[Problem]:
    """
    A warrant states charges, and names neither a state nor an authority.

    A charge is always its issuer's statement. Without an issuer it reads as a fact. Name the
    issuing state, or say in `missing` why it is not known.
    """
    if not warrant.authority:
        yield (), _CHARGES_OF_NOBODY


_PENALTY_LONGER_THAN_IT_CAN_BE = (
    "This penalty is longer than the one that it is a part of. Correct one of the two."
)


@rule("RN509", Severity.WARNING, of=Charge, having="penalties")
def penalty_longer_than_it_can_be(charge: Charge, _: View) -> Iterator[Problem]:
    """
    More is left of a sentence than was imposed, or more was imposed than the law allows.

    A digit is wrong, the kinds of penalty changed places, or sentences for several charges were
    added up on one of them. Then give the sum on the notice, and each charge its own. If the court
    did go beyond the law, the finding is one for the defence.
    """
    for at, penalty in enumerate(charge.penalties):
        if any(_is_longer(penalty, other) for other in charge.penalties[:_MANY]):
            place = ("penalties", at, "imprisonment")
            yield place, _PENALTY_LONGER_THAN_IT_CAN_BE


_NO_STANCE = (
    "A court stands in `by`, and it is not said whether this was argued or found. Add a `stance`."
)


_NOT_A_COURT = (
    "This party decides nothing, so it cannot have found this. Set the `stance` to `argued`, or"
    " name the court in `by`."
)


@rule("RN510", Severity.WARNING, of=Contest, having="by")
def stance_that_does_not_fit(contest: Contest, view: View) -> Iterator[Problem]:
    """
    A contest by a court does not say whether it was found, or a party is said to have found it.

    A court decides, and rarely argues: `stance: found` says that the charge fell, and `argued` that
    the court only put the question. Counsel, the person, the press and experts decide nothing,
    whatever they are sure of: what they say was argued. If a court found what they report, the
    court stands in `by`. One contest has one stance: a party and a court are two contests.
    """
    decides = contest.stance in having("contest_stances", "decides")
    if contest.stance is not None and not decides:
        return
    for place, name in enumerate(contest.by):
        named = None if decides else view.record_of(name)
        if named and isinstance(named[1], _HUMAN):
            continue  # as most are, and nobody of them is a court
        speaker = speaker_class(view, name)
        if contest.stance is None and speaker in _COURTS:
            yield ("by", place), _NO_STANCE
        elif decides and speaker in _PARTIES:
            yield ("by", place), _NOT_A_COURT


def _is_longer(penalty: Penalty, bound: Penalty) -> bool:
    """
    Whether *penalty* is longer than *bound*, which it cannot be by their kinds.
    """
    if bound.kind not in _BOUNDS.get(penalty.kind or "", ()) or bound.life or bound.death:
        return False
    if penalty.imprisonment is None or bound.imprisonment is None:
        return False
    return bound.imprisonment.shorter_than(penalty.imprisonment) is True
