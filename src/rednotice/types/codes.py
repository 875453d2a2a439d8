"""
Codes: a type for each codelist that the model uses.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, get_args

import attrs

from rednotice.records.limits import JsonSchema, Matches, Named

# A vocabulary that no list of ours names, and the code behind the colon.
_OF_ONES_OWN = "x-[a-z0-9-]{1,30}"
_CODE = "[A-Za-z0-9][A-Za-z0-9.,_+-]{0,199}"

if TYPE_CHECKING:
    from rednotice import codelists


@attrs.frozen(eq=False)
class Codes:
    """
    A code of the codelist *name*; if the list is open, also ``vocabulary:code`` with a code of
    another vocabulary, which the codelist ``vocabularies`` names or which begins with ``x-``.
    """

    name: str

    @property
    def codelist(self) -> codelists.Codelist:
        """The codelist, which is read on first use."""
        from rednotice import codelists

        return codelists.codelist(self.name)

    @property
    def expects(self) -> str:
        """The words that follow "must be" in a message."""
        foreign = ", or vocabulary:code" if self.codelist.open else ""
        return (
            f"a code of the list {self.name}{foreign} (`rednotice codelist {self.name}` lists them)"
        )

    @property
    def named(self) -> Named:
        """The type's name, with the title and the examples of the codelist."""
        found = self.codelist
        first = [code.code for code in found.core or found][:3]
        return Named(_aliases()[self.name], found.title, found.definition, tuple(first))

    def holds(self, value: Any, /) -> bool:
        """Whether *value* is a code of the list, or of another vocabulary if the list is open."""
        return value in self.codelist or (self.codelist.open and _foreign().holds(value))

    def keywords(self) -> JsonSchema:
        """
        The codes as an ``enum``, with their labels in ``x-codes`` and what editors show of each in
        ``enumDescriptions``.
        """
        labels = {code.code: code.label for code in self.codelist}
        said = [f"{code.label}. {code.definition}" for code in self.codelist]
        own: JsonSchema = {"type": "string", "enum": list(labels), "enumDescriptions": said}
        listed = {"x-codelist": self.name, "x-codes": labels}
        if not self.codelist.open:
            return {**own, **listed}
        foreign = {"type": "string", **_foreign().keywords()}
        return {"anyOf": [own, foreign], **listed, "x-vocabularies": _vocabularies()}

    def advice(self, value: str, /) -> str:
        """Why *value* is not a code of the list, and which code was most likely meant."""
        from rednotice.types.codes_meant import advice_on  # only what is refused needs it

        return advice_on(self.name, value)

    def spelt(self, text: str, /) -> str | None:
        """The code that *text* is, also in another spelling."""
        from rednotice.types.codes_meant import spelt  # only what is refused needs it

        return spelt(self.name, text)

    def telling(self, text: str, /) -> str | None:
        """The code that *text* is, if it tells that this list is meant."""
        from rednotice.types.codes_meant import telling  # only what is refused needs it

        return telling(self.name, text)


@cache
def _foreign() -> Matches:
    """
    A code of another vocabulary: one that the codelist of vocabularies names, or one of somebody's
    own, which begins with ``x-``.
    """
    known = "|".join((*_vocabularies(), _OF_ONES_OWN))
    return Matches(f"^(?:{known}):{_CODE}$", "vocabulary:code, such as interpol-2023:914")


def _vocabularies() -> dict[str, str]:
    """
    The vocabularies that are known to stand before a colon, with their labels.
    """
    from rednotice import codelists

    return {code.code: code.label for code in codelists.codelist("vocabularies")}


@cache
def _aliases() -> dict[str, str]:
    notes = {alias: get_args(hint)[1:] for alias, hint in globals().items()}
    return {
        note.name: alias
        for alias, found in notes.items()
        for note in found
        if isinstance(note, Codes)
    }


Assessment = Annotated[str, Codes("assessments")]
AttributionTerms = Annotated[str, Codes("attribution_terms")]
AudienceCode = Annotated[str, Codes("audiences")]
CaseRelation = Annotated[str, Codes("case_relations")]
Cause = Annotated[str, Codes("causes")]
CauseRoute = Annotated[str, Codes("cause_routes")]
CauseStance = Annotated[str, Codes("cause_stances")]
Channel = Annotated[str, Codes("channels")]
ChargeRole = Annotated[str, Codes("charge_roles")]
Circumstances = Annotated[str, Codes("circumstances")]
Condition = Annotated[str, Codes("conditions")]
Connection = Annotated[str, Codes("connections")]
ConsentStatus = Annotated[str, Codes("consent_statuses")]
ContestStance = Annotated[str, Codes("contest_stances")]
Contestation = Annotated[str, Codes("contestations")]
ContextKind = Annotated[str, Codes("context_kinds")]
CountKind = Annotated[str, Codes("count_kinds")]
CountUnit = Annotated[str, Codes("count_units")]
CountryCode = Annotated[str, Codes("countries")]
Credibility = Annotated[str, Codes("credibility")]
CustodyAction = Annotated[str, Codes("custody_actions")]
Demand = Annotated[str, Codes("demands")]
Derivation = Annotated[str, Codes("derivations")]
Disclosure = Annotated[str, Codes("disclosures")]
EventKind = Annotated[str, Codes("event_kinds")]
Existence = Annotated[str, Codes("existence")]
EyeColour = Annotated[str, Codes("eye_colours")]
ForumLevel = Annotated[str, Codes("forum_levels")]
Fulfilment = Annotated[str, Codes("fulfilments")]
Ground = Annotated[str, Codes("grounds")]
HairColour = Annotated[str, Codes("hair_colours")]
HandlingAction = Annotated[str, Codes("handling_actions")]
HearingStatus = Annotated[str, Codes("hearing_statuses")]
ImmigrationStatus = Annotated[str, Codes("immigration_statuses")]
IncidentMethod = Annotated[str, Codes("incident_methods")]
Involvement = Annotated[str, Codes("involvements")]
LegalBasis = Annotated[str, Codes("legal_bases")]
Link = Annotated[str, Codes("links")]
MeasureAnswer = Annotated[str, Codes("measure_answers")]
MissingReason = Annotated[str, Codes("missing_reasons")]
Motive = Annotated[str, Codes("motives")]
NameKind = Annotated[str, Codes("name_kinds")]
NcbAnswer = Annotated[str, Codes("ncb_answers")]
NoticeKind = Annotated[str, Codes("notice_kinds")]
NoticePurpose = Annotated[str, Codes("notice_purposes")]
NoticeStatus = Annotated[str, Codes("notice_statuses")]
NoticeSystem = Annotated[str, Codes("notice_systems")]
Offence = Annotated[str, Codes("offences")]
OperationKind = Annotated[str, Codes("operation_kinds")]
OrganisationKind = Annotated[str, Codes("organisation_kinds")]
OutcomeKind = Annotated[str, Codes("outcome_kinds")]
PenaltyKind = Annotated[str, Codes("penalty_kinds")]
PersonKind = Annotated[str, Codes("person_kinds")]
PreferReason = Annotated[str, Codes("prefer_reasons")]
ProceedingChannel = Annotated[str, Codes("proceeding_channels")]
ProceedingEffect = Annotated[str, Codes("proceeding_effects")]
ProceedingKind = Annotated[str, Codes("proceeding_kinds")]
ProceedingResult = Annotated[str, Codes("proceeding_results")]
ProceedingStatus = Annotated[str, Codes("proceeding_statuses")]
Profile = Annotated[str, Codes("profiles")]
PublicExtract = Annotated[str, Codes("public_extracts")]
Purpose = Annotated[str, Codes("purposes")]
QuoteKind = Annotated[str, Codes("quote_kinds")]
Rank = Annotated[str, Codes("ranks")]
RecordState = Annotated[str, Codes("record_states")]
Relation = Annotated[str, Codes("relations")]
ReleaseTerms = Annotated[str, Codes("release_terms")]
Reliability = Annotated[str, Codes("reliability")]
RestrictionGround = Annotated[str, Codes("restriction_grounds")]
RiskLevel = Annotated[str, Codes("risk_levels")]
Safeguard = Annotated[str, Codes("safeguards")]
Script = Annotated[str, Codes("scripts")]
SearchAnswer = Annotated[str, Codes("search_answers")]
SearchPlace = Annotated[str, Codes("search_places")]
Sex = Annotated[str, Codes("sexes")]
SourceClass = Annotated[str, Codes("source_classes")]
SourceKind = Annotated[str, Codes("source_kinds")]
SpecialCategory = Annotated[str, Codes("special_categories")]
Stance = Annotated[str, Codes("stances")]
StatedGround = Annotated[str, Codes("stated_grounds")]
StatelessStatus = Annotated[str, Codes("statelessness")]
StatusBasis = Annotated[str, Codes("status_bases")]
SubjectKind = Annotated[str, Codes("subject_kinds")]
TellSource = Annotated[str, Codes("tell_source")]
TermOfUse = Annotated[str, Codes("terms_of_use")]
Tlp = Annotated[str, Codes("tlp")]
TravelDocumentKind = Annotated[str, Codes("travel_document_kinds")]
TravelDocumentRecord = Annotated[str, Codes("travel_document_records")]
WarrantKind = Annotated[str, Codes("warrant_kinds")]
WithholdReason = Annotated[str, Codes("withhold_reasons")]
