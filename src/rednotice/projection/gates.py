"""
Gates: records that may not leave whatever their fields say, and what is lowered in those that do.

The releases of some audiences reach the states that pursue. There, that we know of something can be
the secret: of a notice that is not public, of what a host authority said in confidence, of a
request to the CCF. A gate reads what its audience may not see, so it decides on whole units: the
release equals that of a case which never had the unit.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs

from rednotice.codelists.groups import having, leaving
from rednotice.insight.clearances import is_current
from rednotice.insight.consents import agreed, consents_of, is_covered_by_consent
from rednotice.insight.kin import is_child
from rednotice.insight.sources import source_named, sources_of
from rednotice.insight.speakers import issuer_class, speaker_class
from rednotice.insight.view import View, once
from rednotice.insight.whose_word import tellers_of
from rednotice.model import (
    Case,
    Charge,
    Clearance,
    Consent,
    Contest,
    Incident,
    Name,
    Notice,
    Observation,
    Person,
    Proceeding,
    Residence,
    Source,
    Statement,
    StatusChange,
    TravelDocument,
    Warrant,
)
from rednotice.policies.definition import REACHES_PURSUERS
from rednotice.projection.codes import code_may_leave
from rednotice.records import Audience, fields_of
from rednotice.records.shapes import Scalar
from rednotice.types.codes import Codes
from rednotice.types.states import one_code

if TYPE_CHECKING:
    from collections.abc import Iterable

# What the record means without them is something else, so a code of theirs that may not leave keeps
# the record back.
_QUALIFIERS = frozenset({"existence", "stance", "condition", "carried_out"})
_SPEAKING = frozenset({"according_to", "through", "relayed_by", "asked_by"})
# What a state that issued a paper knows anyway, and what somebody can claim who never saw it.
_CLAIMABLE = {
    Notice: frozenset(
        {"id", "system", "kind", "about", "issuing_state", "existence", "according_to"}
        | {"through", "warrants", "charges", "missing"}
    ),
    Warrant: frozenset(
        {"id", "kind", "issuing_state", "against", "charges", "according_to", "missing"}
    ),
    Charge: frozenset(
        {"id", "offence", "according_to", "contested", "assessed", "said_victims"}
        | {"said_accomplices", "missing"}
    ),
}
_OF_A_SUMMARY = frozenset({"id", "kind", "exhibit"})

_AUTHORITIES = having("speakers", "authority", "court")
_IN_CONFIDENCE = having("speakers", "in_confidence")
_OF_THE_CCF = having("speakers", "of_the_ccf")
_OF_INTERPOL = having("speakers", "of_interpol")
_CLAIMED = "claimed"
_LOWERED = {None, _CLAIMED, *having("existence", "plain")}
_BEFORE_THE_CCF = having("proceeding_kinds", "before_ccf")
_ASKS_ACCESS = having("proceeding_kinds", "asks_access")
_BUREAU_SEES = having("proceeding_effects", "seen_by_bureau")
_MADE_PUBLIC = having("source_kinds", "made_public")
_PUBLIC_PLACES = leaving("search_places", Audience.PARTNER)
_SHOWN = having("public_extracts", "shown")
_TOLD_WHOLE = having("tell_source", "told_whole")
_TOLD = _TOLD_WHOLE | having("tell_source", "told_in_summary")
_BY_GUARDIAN = having("consent_statuses", "by_guardian")


@attrs.frozen(eq=False)
class Gates:
    """
    What may be known of the case of *view* to *audience*.

    Without *today*, a consent that ever expires does not count, and whoever has a date of birth
    counts as a child.
    """

    view: View
    audience: Audience
    today: dt.date | None = None
    # What is asked of one record again and again, by its identity in memory.
    _admitted: dict[int, bool] = attrs.field(factory=dict, init=False)
    _secret: dict[int, bool] = attrs.field(factory=dict, init=False)
    _told_by: dict[tuple[int, ...], tuple[str, ...]] = attrs.field(factory=dict, init=False)

    def admits(self, record: Any, holders: tuple[Any, ...]) -> bool:
        """
        Whether *record*, which *holders* hold, the innermost first, may be known to exist.
        """
        answer = self._admitted.get(id(record))
        if answer is None:
            answer = self._admitted[id(record)] = self._admits(record, holders)
        return answer

    def _admits(self, record: Any, holders: tuple[Any, ...]) -> bool:
        if _keeps_back(record, self.audience):
            return False
        match record:
            case Person():
                return self.audience is not Audience.CCF_COMMISSION or self._agreed(record)
            case Source():
                return self._is_told(record)
            case Clearance():
                return record.audience == self.audience.value and is_current(self.view, record)
        if self.audience in REACHES_PURSUERS:
            return self._may_be_known(record, holders) and self._has_a_voice(record, holders)
        return self.audience is not Audience.CCF_COMMISSION or self._refuge_may_be_told(record)

    def hides(self, record: Any, name: str) -> bool:
        """
        Whether the member *name* of *record* stays behind, although its field may leave.
        """
        if self.audience is Audience.CCF_BUREAU and isinstance(record, Source):
            exhibit = record.exhibit
            whole = exhibit is not None and exhibit.tell_source in _TOLD_WHOLE
            return not whole and name not in _OF_A_SUMMARY
        allowed = _CLAIMABLE.get(type(record))
        if allowed is None or self.audience not in REACHES_PURSUERS:
            return False
        return self._is_secret(record) and (name == "existence" or name not in allowed)

    def in_place_of(self, record: Any, name: str) -> str | None:
        """
        What stands in the place of the member *name* of *record*, which `hides` hides.

        A notice that is not public is only claimed, whatever we have seen.
        """
        return _CLAIMED if isinstance(record, Notice) and name == "existence" else None

    def heard(self, record: Any, name: str, speakers: Iterable[str], holders: Any) -> list[str]:
        """
        Those of *speakers*, in the member *name* of *record*, whose voice may be heard.
        """
        spoken = name in _SPEAKING or (name == "by" and isinstance(record, Contest | Statement))
        if not spoken or self.audience not in REACHES_PURSUERS:
            return list(speakers)
        return [one for one in speakers if self._may_be_heard(record, one, holders)]

    # What is public, or known to every pursuing state

    def _may_be_known(self, record: Any, holders: tuple[Any, ...]) -> bool:
        match record:
            case Incident():
                return self._is_known(record)
            case Notice():
                return self._is_public(record) or (
                    self._is_the_pursuers(record) and record.existence in _LOWERED
                )
            case StatusChange():
                return self._is_known(record) or any(map(self._is_public, holders[:1]))
            case Observation():
                return _is_in_public(record)
            case Proceeding():
                return self._matter_is_known(record)
            case TravelDocument():  # the state that issued a paper knows it
                return bool(_states(filter(None, (record.issuing_state,))) & self._pursuers)
        return True

    def _is_known(self, record: Any, *more: str | None) -> bool:
        """Whether *record* was published, or every pursuing state knows it: *more* do too."""
        members = record.__dict__
        if members.get("published") is not None:
            return True
        known = _states([*members.get("known_to", ()), *(one for one in more if one)])
        return bool(self._pursuers and self._pursuers <= known)

    def _is_public(self, notice: Any) -> bool:
        return isinstance(notice, Notice) and (
            self._is_known(notice)
            or notice.public_extract in _SHOWN
            or any(look.seen and _is_in_public(look) for look in notice.observations)
        )

    def _is_the_pursuers(self, notice: Notice) -> bool:
        """Whether a state that pursues requested *notice*, as far as the record tells."""
        state = notice.issuing_state
        return not state or not self._pursuers or bool(_states((state,)) & self._pursuers)

    def _is_secret(self, record: Any) -> bool:
        """
        Whether *record* is a notice or a warrant that is not public, or stands in one.
        """
        answer = self._secret.get(id(record))
        if answer is None:
            paper = record if isinstance(record, Notice | Warrant) else self._paper_of(record)
            answer = paper is not None and not self._is_open(paper)
            self._secret[id(record)] = answer
        return answer

    def _paper_of(self, record: Any) -> Notice | Warrant | None:
        """The notice or the warrant in which *record* stands."""
        return _papers(self.view).get(id(record))

    def _is_open(self, paper: Notice | Warrant) -> bool:
        """
        Whether *paper* is public. A warrant is if it was told in public, if a notice that rests on
        it is public, or if it was told to the audience as an exhibit.
        """
        if isinstance(paper, Notice):
            return self._is_public(paper)
        if self._was_told_in_public(paper, ()) or self._is_exhibited(paper):
            return True
        notices = (one for _, one in self.view.each(Notice) if paper.id in one.warrants)
        return any(map(self._is_public, notices))

    def _is_exhibited(self, warrant: Warrant) -> bool:
        found = (source_named(self.view, name) for name in sources_of(self.view, warrant))
        return self.audience is Audience.CCF_BUREAU and any(
            one and one.exhibit and one.exhibit.tell_source in _TOLD_WHOLE for one in found
        )

    def _matter_is_known(self, matter: Proceeding) -> bool:
        country = matter.forum.country if matter.forum else None
        if self._is_known(matter, matter.requested_by, country):
            return True
        return matter.kind in _BEFORE_THE_CCF - _ASKS_ACCESS and self._bureau_was_told(matter)

    def _bureau_was_told(self, matter: Proceeding) -> bool:
        """Whether the bureau of every pursuing state was asked, or sees what was decided."""
        effects = {matter.effect, *(ruling.effect for ruling in matter.rulings)}
        decided = matter.result is not None or bool(matter.rulings)
        if not decided or not (matter.ncb_answer or effects & _BUREAU_SEES):
            return False
        notices = [one for _, one in self.view.each(Notice)]
        at_issue = [one for one in notices if one.id in matter.concerns] or notices
        told = _states(one.issuing_state for one in at_issue if one.issuing_state)
        return bool(self._pursuers) and self._pursuers <= told

    # Whose voice may be heard

    def tellers(self, record: Any, holders: tuple[Any, ...]) -> tuple[str, ...]:
        """
        Who tells what *record* says, which *holders* hold, as `tellers_of` gives them.
        """
        key = (id(record), *map(id, holders))
        found = self._told_by.get(key)
        if found is None:
            found = self._told_by[key] = tellers_of(self.view, record, *holders)
        return found

    def _has_a_voice(self, record: Any, holders: tuple[Any, ...]) -> bool:
        """
        Whether somebody speaks in *record* whose voice may be heard, or nobody is known to speak.

        A notice or a warrant that is not public leaves as the word of somebody unknown.
        """
        if isinstance(record, Case | Consent | Notice | Warrant):
            return True
        speakers = self.tellers(record, holders)
        return not speakers or any(self._may_be_heard(record, one, holders) for one in speakers)

    def _may_be_heard(self, record: Any, speaker: str, holders: tuple[Any, ...]) -> bool:
        code = speaker_class(self.view, speaker, record)
        if isinstance(record, Charge) and holders and code == issuer_class(self.view, holders[0]):
            return True  # a charge is its issuer's word, whoever shows it
        if self._is_secret(self._matter_of(record)):
            return code not in _AUTHORITIES
        if code not in _IN_CONFIDENCE or self._was_told_in_public(record, holders):
            return True
        if code in _OF_THE_CCF:
            return self._the_ccf_told_the_bureau
        return code in _OF_INTERPOL and any(map(self._is_public, (record, *holders)))

    def _matter_of(self, record: Any) -> Any:
        """What a statement is about; any other record itself."""
        if not isinstance(record, Statement):
            return record
        found = self.view.record_of((record.about or "").partition(".")[0])
        return found[1] if found else None

    def _was_told_in_public(self, record: Any, holders: tuple[Any, ...]) -> bool:
        if self._is_known(record):
            return True
        found = (source_named(self.view, name) for name in sources_of(self.view, record, *holders))
        return any(one and (one.address or one.kind in _MADE_PUBLIC) for one in found)

    @property
    def _the_ccf_told_the_bureau(self) -> bool:
        return any(
            matter.kind in _BEFORE_THE_CCF and self._matter_is_known(matter)
            for _, matter in self.view.each(Proceeding)
        )

    # Who agreed, and what is filed

    def _agreed(self, person: Person) -> bool:
        case: Any = self.view.case
        consents = consents_of(case, person.id) if person.id else []
        if is_child(person, self.today or dt.date.min):
            consents = [one for one in consents if one.guardian or one.status in _BY_GUARDIAN]
        return agreed(consents, self.audience, self.today or dt.date.max)

    def _refuge_may_be_told(self, record: Any) -> bool:
        """Whether the subjects agreed to *record*, if it tells where they found refuge."""
        if not isinstance(record, Residence) and not _tells_of_refuge(record):
            return True
        case: Any = self.view.case
        return is_covered_by_consent(case, self.audience, self.today or dt.date.max)

    def _is_told(self, source: Source) -> bool:
        """Whether *source* is an exhibit of which *audience* may learn."""
        if self.audience is Audience.COUNSEL:
            return True
        if source.privileged or source.exhibit is None:
            return False
        return self.audience is not Audience.CCF_BUREAU or source.exhibit.tell_source in _TOLD

    @property
    def _pursuers(self) -> frozenset[str]:
        return pursuers_of(self.view)


@once
def pursuers_of(view: View) -> frozenset[str]:
    """
    The states that pursue in the case of *view*, each under one code.
    """
    case: Any = view.case
    return _states(case.pursued_by)


@once
def _papers(view: View) -> dict[int, Notice | Warrant]:
    """
    The notice or the warrant that holds each record, by the identity of the record in memory.
    """
    at: dict[Any, Notice | Warrant] = {**dict(view.each(Notice)), **dict(view.each(Warrant))}
    found = ((record, at.get(path[:2])) for path, record in view.records if path[2:])
    return {id(record): paper for record, paper in found if paper is not None}


def _is_in_public(look: Observation) -> bool:
    """
    Whether *look* was at a page or list that everybody sees. Elsewhere, somebody let us look.
    """
    return look.place is None or look.place in _PUBLIC_PLACES


def _keeps_back(record: Any, audience: Audience) -> bool:
    """Whether a qualifier of *record* has a code that *audience* may not see."""
    cls: Any = type(record)
    return any(
        value is not None and not code_may_leave(codelist, value, audience)
        for name, codelist in _qualifiers(cls)
        if (value := record.__dict__.get(name)) is not None
    )


def _tells_of_refuge(record: Any) -> bool:
    """Whether a code of *record* tells where, or under what protection, somebody lives."""
    cls: Any = type(record)
    return any(record.__dict__.get(name) in codes for name, codes in _telling(cls))


@cache
def _telling(cls: Any) -> tuple[tuple[str, frozenset[str]], ...]:
    found = (
        (field.name, frozenset(one.code for one in limit.codelist if one.reveals_host))
        for field in fields_of(cls)
        for limit in getattr(field.one, "limits", ())
        if isinstance(limit, Codes) and isinstance(field.shape, Scalar)
    )
    return tuple((name, codes) for name, codes in found if codes)


@cache
def _qualifiers(cls: Any) -> tuple[tuple[str, str], ...]:
    """
    The members of *cls* that say how a record is meant, with their lists. What kind of name a name
    is tells whether those who pursue know it.
    """
    names = _QUALIFIERS | ({"kind"} if cls is Name else set())
    return tuple(
        (field.name, limit.name)
        for field in fields_of(cls)
        if field.name in names
        for limit in getattr(field.one, "limits", ())
        if isinstance(limit, Codes)
    )


def _states(codes: Iterable[str]) -> frozenset[str]:
    return frozenset(one_code(code) or code for code in codes)
