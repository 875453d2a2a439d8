"""
RN9 Harm: what must not leave, and what must be asked before.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rednotice.findings import Severity
from rednotice.model import Case, Consent, Person, Source, Statement
from rednotice.records import Audience
from rednotice.rules.consents import (
    agreed,
    consents_of,
    is_covered_by_consent,
    is_covered_by_law,
    is_given,
    is_over,
    is_unfree,
)
from rednotice.rules.guilt import calls_guilty
from rednotice.rules.kin import is_child, relatives
from rednotice.rules.rule import Problem, rule
from rednotice.rules.untreated import untreated
from rednotice.rules.view import View
from rednotice.types.states import one_code
from rednotice.types.values import DEEPEST

if TYPE_CHECKING:
    from rednotice.documents import Path

_DETAILS_OF_A_CHILD = ("names", "sex", "born", "nationalities", "described_as", "positions")
# To whom a mark of the Traffic Light Protocol lets a case go.
_MARKED = {
    "red": Audience.INTERNAL.within,
    "amber+strict": Audience.INTERNAL.within,
    "amber": Audience.CCF.within | Audience.PARTNER.within,
    "green": Audience.CCF.within | Audience.PARTNER.within,
    "clear": Audience.PUBLIC.within,
}


@rule("RN901", guards_release=True)
def audience_without_legal_basis(view: View) -> Iterator[Problem]:
    """
    Neither a legal basis nor the person's consent covers the audience.

    Holding such data needs a ground, and passing them on needs one that reaches that far (GDPR
    Articles 6 and 9; OHCHR asks for informed consent). Enter in `handling` a `legal_basis` with the
    widest `audience` that it covers, or the `consent` of each subject with its purposes: `lawyers`
    for counsel, `ccf`, `partners`, and `anonymous_publication` or `named_publication` for the
    public. Silence means no consent and no release.
    """
    for case in _cases(view):
        if not is_covered_by_law(case, view.audience) and not is_covered_by_consent(
            case, view.audience, view.today
        ):
            yield _handling(case), "must have a legal basis, or consents, that cover the audience"


@rule("RN902", guards_release=True)
def relative_without_own_consent(view: View) -> Iterator[Problem]:
    """
    A case rests on consent, and a relative in it has not consented.

    Nobody consents for another, and the subject cannot for the family. Record the relative's own
    consent, for a child a guardian's; or let another legal basis carry the release, or leave the
    relative out of it. Persons with a public role and unnamed groups are passed over.
    """
    for case in _cases(view):
        # Where the subject has not consented either, RN901 says so.
        if is_covered_by_law(case, view.audience) or not is_covered_by_consent(
            case, view.audience, view.today
        ):
            continue
        for path, person in relatives(view):
            if person.public_role is not None or person.kind == "group":
                continue
            consents = consents_of(case, person.id) if person.id else []
            if not agreed(consents, view.audience, view.today):
                yield path, "must have a consent of their own in `handling`, or be left out"


@rule("RN903", guards_release=True)
def consent_not_given_freely(view: View) -> Iterator[Problem]:
    """
    A consent was given in custody, before officials or under threat.

    Such a consent counts as none: who is held says what is wanted. Neither does one count of which
    nobody says how it was given, though it is no finding. Ask again when the person is
    free, and keep the entry as it is, since it shows what was done to them.
    """
    for path, consent in view.each(Consent):
        if is_unfree(consent) and is_given(consent):
            yield (*path, "given"), "must be free to count; ask the person again at liberty"


@rule("RN904", guards_release=True)
def consent_no_longer_given(view: View) -> Iterator[Problem]:
    """
    A consent has expired or was withdrawn, and none was given since.

    What leaves after that leaves against the person's will. Ask again, or take the person out of
    what leaves, and recall what has left. A withdrawal from custody may not be the person's own
    wish either: until that is known, it holds.
    """
    for case in _cases(view):
        for path, consent in view.each(Consent):
            withdrawn = consent.status == "withdrawn"
            over = is_given(consent) and is_over(consent, view.today)
            if not withdrawn and not over:
                continue
            if not agreed(consents_of(case, consent.person), Audience.INTERNAL, view.today):
                member = "status" if withdrawn else "expires"
                yield (*path, member), "is no consent any more; ask again, or leave the person out"


@rule("RN905", guards_release=True)
def child_consenting_alone(view: View) -> Iterator[Problem]:
    """
    A consent is a child's own, and no guardian agreed.

    A child's parent or guardian agrees, beside the child where it is old enough (Convention on the
    Rights of the Child, Articles 3 and 12). Name the guardian, or let the status be `guardian`.
    """
    for path, consent in view.each(Consent):
        if consent.guardian is not None or consent.status == "guardian" or not is_given(consent):
            continue
        named = view.named(consent.person)
        if named is not None and is_child(named[1], view.today):
            yield (*path, "person"), "must be of age, or have a `guardian` who agrees"


@rule("RN906", guards_release=True)
def no_day_of_review(view: View) -> Iterator[Problem]:
    """
    The case does not say when to ask again whether it must be kept.

    Data about persons in danger are kept no longer than they serve; two years are the most that is
    usual, and one for a case marked red (ICRC Handbook on Data Protection). Enter `review_after`.
    """
    for case in _cases(view):
        if case.handling is None or case.handling.review_after is None:
            yield _handling(case), "must say in `review_after` when it is looked at again"


@rule("RN907", guards_release=True)
def review_overdue(view: View) -> Iterator[Problem]:
    """
    The day on which the case was to be looked at again is over.

    Consents, dangers and purposes change. Read the case again, decide whether it is kept, note it
    in the log, and set a new day.
    """
    for case in _cases(view):
        day = case.handling.review_after if case.handling else None
        if day is not None and day.before(view.today):
            yield (
                ("handling", "review_after"),
                "must not be over; review the case and set a new day",
            )


@rule("RN908", guards_release=True)
def embargo_not_over(view: View) -> Iterator[Problem]:
    """
    Nothing leaves before a day that has not come, or may not have.

    Where the day is not certain, as of a month that has begun, the embargo holds.
    """
    for case in _cases(view):
        day = case.handling.embargo_until if case.handling else None
        if day is not None and day.after(view.today) is not False:
            yield ("handling", "embargo_until"), "must be over before anything leaves"


@rule("RN909", guards_release=True)
def marking_narrower_than_audience(view: View) -> Iterator[Problem]:
    """
    The mark of the Traffic Light Protocol does not let the case go to the audience.

    Red is for the named persons who hold the case, and amber+strict, which also follows from
    silence, for their organisation. Amber adds those whom it works for and with who need to know:
    counsel, a filing to the CCF, partners with which sharing is agreed. Green is for the community,
    which is no wider here, and clear for everybody. Lowering a mark is a decision with a reason;
    note it in the log. (FIRST, Traffic Light Protocol 2.0.)
    """
    for case in _cases(view):
        mark = case.handling.tlp if case.handling else None
        if view.audience not in _MARKED[mark or "amber+strict"]:
            path = ("handling", "tlp") if mark else _handling(case)
            yield (
                path,
                "must reach the audience: amber or green for partners, clear for all",
            )


@rule("RN910", guards_release=True)
def statement_off_the_record(view: View) -> Iterator[Problem]:
    """
    A statement was made off the record, and the case is meant for others than those who heard it.

    It was said on the promise that it stays. Leave it out, or ask the speaker for other terms.
    """
    if view.audience is Audience.INTERNAL:
        return
    for path, statement in view.each(Statement):
        if statement.terms == "off_record":
            yield (*path, "terms"), "must not leave; leave it out, or ask for other terms"


@rule("RN911", guards_release=True)
def privileged_source(view: View) -> Iterator[Problem]:
    """
    A source is protected by legal privilege, and the case is meant for others than counsel.

    Once it was shown to others, the privilege may be lost in court. Leave the source out, and what
    only it tells; only the client can waive it.
    """
    if view.audience in {Audience.INTERNAL, Audience.COUNSEL}:
        return
    for path, source in view.each(Source):
        if source.privileged:
            yield (*path, "privileged"), "must not go beyond counsel; leave the source out"


@rule("RN912", guards_release=True)
def child_with_details(view: View) -> Iterator[Problem]:
    """
    A child among the people of the case has a name, a sex, a date of birth or another detail.

    Of a child, no more is said than that it is one; few details are enough to find it in a village
    or a school. Take the details out of what leaves, and keep only those that you cannot do
    without.
    """
    for path, person in view.each(Person):
        if person.public_role is None and is_child(person, view.today):
            for member in _DETAILS_OF_A_CHILD:
                if person.__dict__.get(member):
                    yield (*path, member), "must be left out: say of a child only that it is one"


@rule("RN913", guards_release=True)
def no_state_to_guard_against(view: View) -> Iterator[Problem]:
    """
    A case is meant for others and names no state that pursues.

    What a reader may learn hangs on what the pursuing state must not, and a check that finds
    nothing to hang on refuses. Name the states in `pursued_by`, also where there is no notice. If
    nobody can tell, say so in `missing`: every state counts as one then.
    """
    if view.audience is Audience.INTERNAL:
        return
    for case in _cases(view):
        if not case.pursued_by and "pursued_by" not in (case.missing or ()):
            yield (), "must name in `pursued_by` who pursues before it goes to others"


@rule("RN914", guards_release=True)
def relative_in_reach_without_risk_assessment(view: View) -> Iterator[Problem]:
    """
    A relative lives in a pursuing state, and nobody assessed the risk from it.

    They pay for what becomes known. Where no pursuing state is named, every state counts as one.
    Assess who could be harmed by what leaves, enter it in `handling` under `risks` with the state
    as `adversary`, and do it again when something changes: a hearing, a publication, an arrest.
    """
    for case in _cases(view):
        at_home = [(path, one.residence) for path, one in relatives(view) if one.residence]
        if not at_home:
            continue
        pursuing = {one_code(state) or state for state in case.pursued_by}
        assessed = {one_code(state) or state for state in _adversaries(case)}
        for path, residence in at_home:
            state = one_code(residence) or residence
            if state not in assessed and (state in pursuing or not pursuing):
                yield (*path, "residence"), "must be assessed for risk; add it to `handling.risks`"


@rule("RN915", Severity.WARNING)
def subject_called_guilty(view: View) -> Iterator[Problem]:
    """
    A label, a note or the summary calls a person a criminal, a terrorist or a fugitive.

    A charge is its issuer's statement and never a fact. Say who accuses them of what, or what they
    are: "the journalist", "the man". English words only, and not where the text says whose word it
    is, as in "called a terrorist by the prosecutor".
    """
    texts: list[tuple[Path, str | None]] = []
    for case in _cases(view):
        texts += [(("summary",), case.summary), (("note",), case.note)]
    for path, person in view.persons:
        texts += [((*path, "label"), person.label), ((*path, "note"), person.note)]
    for path, text in texts:
        if text and calls_guilty(text):
            yield path, "must not call anybody guilty; say who accuses them, or what they are"


@rule("RN916")
def extension_too_deep(view: View) -> Iterator[Problem]:
    """
    An extension is nested more than 32 levels deep.

    Other people's readers refuse it or break on it, and the schema cannot count. Flatten it.
    """
    for case in _cases(view):
        for key, value in (case.extensions or {}).items():
            if _is_deep(value):
                yield ("extensions", key), f"must not be deeper than {DEEPEST} levels; flatten it"


@rule("RN917", Severity.WARNING)
def untreated_for_audience(view: View) -> Iterator[Problem]:
    """
    The case holds members that the audience may see only when they were treated.

    Every field says who may ever see it as it is (`x-release` in the schema); nobody else receives
    its value unless it was made coarser, replaced, or left out. Take out what is named, or treat
    it, before the case goes. A look at a case cannot tell a treated value from an untreated one,
    so that this is a warning: once all that is named was treated, it has served.
    """
    if view.audience is Audience.INTERNAL:
        return
    grouped: dict[str, tuple[Path, dict[str, None]]] = {}
    for path, name in untreated(view):
        top, _, below = name.partition(".")
        grouped.setdefault(top, (path, {}))[1][below or top] = None
    for path, names in grouped.values():
        yield path, f"must be treated or left out for this audience: {', '.join(names)}"


def _cases(view: View) -> tuple[Case, ...]:
    return (view.case,) if isinstance(view.case, Case) else ()


def _handling(case: Case) -> Path:
    return () if case.handling is None else ("handling",)


def _adversaries(case: Case) -> list[str]:
    risks = case.handling.risks if case.handling else ()
    return [risk.adversary for risk in risks if risk.adversary]


def _is_deep(value: Any) -> bool:
    """
    Whether lists and objects stand in each other deeper than the format allows.

    It goes level by level, so that no nesting, however deep, exhausts it.
    """
    level = [value]
    for _ in range(DEEPEST + 1):
        level = [part for part in level if isinstance(part, (dict, list, tuple))]
        if not level:
            return False
        level = [part for one in level for part in (one.values() if isinstance(one, dict) else one)]
    return True
