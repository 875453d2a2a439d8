// Types of the rednotice format. They say which members a record has and which codes these take;
// lengths, patterns and numbers are in the schema.
// Version 1.0 is a draft: it may change until the changelog of rednotice declares it published.

/**
 * What a statement is about: the id of a record, id.field for one field of it, or id.field.field
 * for a field of a record inside it. It never names a place in a list, because a place moves when
 * somebody adds a line.
 */
export type About = string;

/** The address (URL, RFC 3986) of something published. */
export type Address = string;

/** The id of the same case at another organisation. */
export interface AlsoKnownAs {
  /** Id that the organisation gave the case. */
  id: Label;
  /** Name of the organisation that holds the same case. */
  organisation: Label;
}

/** The sums at issue between the parties: a claim for compensation, an award. */
export interface Amounts {
  /** Sum of money that the applicant claimed. */
  claimed?: Money;
  /** Sum of money that was awarded. */
  awarded?: Money;
}

/** What a person looks like, as a notice has it. A height of 0 means unknown: leave it out. */
export interface Appearance {
  /** Name of this record, needed only where another record points at it. */
  id?: Id;
  /** Height of the person in metres. */
  height_m?: Metres;
  /** Weight of the person in kilograms. */
  weight_kg?: Kilograms;
  /** Colours of the eyes of the person. */
  eyes?: EyeColour[];
  /** Colours of the hair of the person. */
  hair?: HairColour[];
  /** Distinguishing marks of the person, such as a scar. */
  marks?: Text;
  /**
   * By whose word the record stands. An allegation stays its speaker's, whoever repeats it.
   * Absent, only an interview, a judgment and a decision of the CCF speak for themselves.
   */
  according_to?: SpeakerReference[];
  /**
   * Where the content of the record is written, said or shown. Absent, the record rests on what
   * the record around it names, or else on the only source of the case.
   */
  sources?: Reference[];
  /** Why members of the record are missing, in one word for each. */
  missing?: Partial<Record<"id" | "height_m" | "weight_kg" | "eyes" | "hair" | "marks" | "according_to" | "sources", MissingReason>>;
}

/** A flag from Article 83 of INTERPOL's Rules on the Processing of Data, by whoever raises it. */
export interface Assessed {
  /** Name of this record, needed only where another record points at it. */
  id?: Id;
  /** What is said to exclude the charge from a red notice. */
  flag: Assessment;
  /**
   * By whose word the record stands. An allegation stays its speaker's, whoever repeats it.
   * Absent, only an interview, a judgment and a decision of the CCF speak for themselves.
   */
  according_to?: SpeakerReference[];
  /**
   * Where the content of the record is written, said or shown. Absent, the record rests on what
   * the record around it names, or else on the only source of the case.
   */
  sources?: Reference[];
  /** Why members of the record are missing, in one word for each. */
  missing?: Partial<Record<"id" | "according_to" | "sources", MissingReason>>;
}

/**
 * Attributed view that a charge belongs to a class that red notices should not serve; an argument
 * or a finding, never part of the charge.
 */
export type Assessment = "administrative" | "behavioural_norms" | "below_threshold" | "expression" | "family_private" | "military_duty" | "other" | "political_context" | "private_dispute" | "purely_political" | "religion_or_belief";

/** On what terms a statement may be used and ascribed to its speaker. */
export type AttributionTerms = "background" | "not_for_attribution" | "off_record" | "on_record" | "other";

/**
 * For whom a release is made: internal over counsel over ccf_commission over ccf_bureau; internal
 * over partner over public.
 */
export type AudienceCode = "ccf_bureau" | "ccf_commission" | "counsel" | "internal" | "partner" | "public";

/** By what right the case is held, and with which audience it may be shared on that ground. */
export interface Basis {
  /** The legal basis on which the case is held or shared. */
  basis: LegalBasis;
  /** The widest audience that it covers; absent, it covers holding the case only. */
  audience?: AudienceCode;
}

/** What something is said to be because of: a record of the case or a cause in general. */
export interface Because {
  /** Name of this record, needed only where another record points at it. */
  id?: Id;
  /** The record of the case that is said to be the cause. */
  record?: Reference;
  /** The cause in general, where no record of the case holds it. */
  cause?: Cause;
  /** By what way the cause worked. */
  via?: CauseRoute;
  /** Whether the link is asserted or denied; absent, it is asserted. */
  stance?: CauseStance;
  /**
   * By whose word the record stands. An allegation stays its speaker's, whoever repeats it.
   * Absent, only an interview, a judgment and a decision of the CCF speak for themselves.
   */
  according_to?: SpeakerReference[];
  /**
   * Where the content of the record is written, said or shown. Absent, the record rests on what
   * the record around it names, or else on the only source of the case.
   */
  sources?: Reference[];
  /** Why members of the record are missing, in one word for each. */
  missing?: Partial<Record<"id" | "record" | "cause" | "via" | "stance" | "according_to" | "sources", MissingReason>>;
}

/** The record of the record: who coded the case, when, from what, and how far it was verified. */
export interface Bookkeeping {
  /** How far the record of the case was verified. */
  state?: RecordState;
  /** The day that the record of the case describes. */
  as_of?: PartialDate;
  /** Who coded the case, under a pseudonym. */
  coded_by?: Label;
  /** Date on which the case was coded. */
  coded_on?: PartialDate;
  /** Who coded the case independently, under a pseudonym. */
  second_coder?: Label;
  /** Edition of the codelists by which the case was coded. */
  codelists?: Label;
  /** Version of the record of the case. */
  version?: Label;
  /** Date on which the record was last changed. */
  modified?: PartialDate;
  /** Why the case is in the data set. */
  included_because?: Label;
  /** Organisation that answers for the record. */
  owner?: Label;
  /** Ids of the same case at other organisations. */
  also_known_as?: AlsoKnownAs[];
}

/** The size of a file in bytes. */
export type Bytes = number;

/** How a copy of a source was made, so that it can be shown to be unchanged. */
export interface Capture {
  /** Time at which the copy was made. */
  captured_at?: Timestamp;
  /** Who made the copy, under a pseudonym. */
  captured_by?: Label;
  /** Tool with which the copy was made, and its version. */
  tool?: Label;
  /** Media type of the copied file, such as text/html. */
  media_type?: Label;
  /** Size of the copied file in bytes. */
  bytes?: Bytes;
  /** Hash of the copied file, as it was made. */
  sha256?: Sha256;
  /** Who held the copy, step by step. */
  chain_of_custody?: CustodyStep[];
}

/** One case: who pursues whom, by what notice, what was done to the family, and what became of it. */
export interface Case {
  /**
   * Address of this schema, for editors. It is not part of the record, and no program that writes
   * a record keeps it.
   */
  $schema?: string;
  /** Version of the schema that the case follows. */
  rednotice: SchemaVersion;
  /** Id of the case: opaque, never made from a name. */
  id: Id;
  /** What a document that has left says of its release; a case that is kept has none. */
  release?: Release;
  /** Who coded the case, when, and how far it was verified. */
  record?: Bookkeeping;
  /**
   * The states that pursue: who requested the notices, whose agents act, who acts for them. Where
   * none is named, every state counts as one.
   */
  pursued_by?: CountryCode[];
  /** Two lines of prose on the case, which are never released untreated. */
  summary?: Text;
  /** The person or the entity whom a state pursues. */
  subjects: Subject[];
  /** Other persons of the case, and unnamed groups of persons. */
  people?: Person[];
  /** States, authorities, courts, media and companies that act in the case. */
  organisations?: Organisation[];
  /** Relations between persons or bodies that do not run to the subject. */
  relations?: Tie[];
  /** Operations of the shared document that the case is said to belong to. */
  operations?: Reference[];
  /** National decisions to seek or to charge the person. */
  warrants?: Warrant[];
  /**
   * Notices, diffusions and other alerts against the person. If none is known, say so in
   * `missing`, as unknown.
   */
  notices?: Notice[];
  /** Where somebody looked or asked whether there is a notice. */
  searches?: Search[];
  /** Pressure and reprisals on relatives and associates, or on the person. */
  incidents?: Incident[];
  /** What explains the rest of the case: a protest, a ban, a flight. */
  events?: Event[];
  /** Matters before courts, agencies and the CCF. */
  proceedings?: Proceeding[];
  /** What was done to the subject abroad, or changed for them. */
  outcomes?: Outcome[];
  /** The documents, interviews and reports that the case rests on. */
  sources?: Source[];
  /** Who says, denies or does not answer what about which record. */
  statements?: Statement[];
  /** What an editor decided between statements. */
  editor_decisions?: EditorDecision[];
  /** Wordings that an editor cleared, each for one audience. */
  cleared?: Clearance[];
  /** Cases that belong with this one. */
  related_cases?: RelatedCase[];
  /** How the case may be handled, and with whom it may be shared. */
  handling?: Handling;
  /** Why members of the case are missing, in one word for each. */
  missing?: Partial<Record<"release" | "record" | "pursued_by" | "summary" | "people" | "organisations" | "relations" | "operations" | "warrants" | "notices" | "searches" | "incidents" | "events" | "proceedings" | "outcomes" | "sources" | "statements" | "editor_decisions" | "cleared" | "related_cases" | "handling" | "note" | "extensions", MissingReason>>;
  /** A note for those who work on the case. */
  note?: Text;
  /**
   * What other software keeps with the case, under its domain written backwards. It leaves with no
   * release.
   */
  extensions?: Partial<Record<string, Json>>;
}

/** What the other case is to this one. */
export type CaseRelation = "duplicate_of" | "earlier_case" | "later_case" | "linked_notice" | "linked_subject" | "other" | "relative_of_subject" | "same_facts" | "same_operation";

/** What an outcome is said to be because of, where no record of the case stands for it. */
export type Cause = "diplomatic_intervention" | "domestic_matter" | "informal_request" | "listing" | "media_report" | "national_copy" | "other" | "own_national" | "protection_status" | "regional_alert" | "request_channel_unknown" | "screening_listing" | "travel_document_record" | "unknown";

/** By what way a cause is said to have led to the outcome. */
export type CauseRoute = "bank_check" | "border_check" | "direct_hit" | "hotel_registration" | "media_report" | "national_copy" | "other" | "regional_system" | "screening_listing" | "service_contact" | "status_check" | "tip_off";

/** What somebody says on whether the outcome came of this cause. */
export type CauseStance = "denies" | "did_not_answer" | "does_not_know" | "finds" | "other" | "other_explanation" | "says" | "suggests";

/** How a threat, a demand or an offer is said to have reached its addressee. */
export type Channel = "email" | "in_person" | "letter" | "media" | "message" | "online" | "other" | "phone" | "social_media" | "via_third_party" | "video";

/** What a state accuses a person of, always its own statement. The wording is the text. */
export interface Charge {
  /** Name of this record, needed only where another record points at it. */
  id?: Id;
  /** The offence as charged, not as anybody sees it. */
  offence?: Offence[];
  /** Provision of law on which the charge rests. */
  law?: Label;
  /** The part that the person is accused of. */
  role?: ChargeRole;
  /** When the act is said to have been done. */
  date?: PartialDate;
  /** Where the act is said to have been done. */
  country?: CountryCode;
  /** The sum at issue, as charged. */
  amount?: Money;
  /** Punishment that the law allows for the charge, or that was imposed. */
  penalties?: Penalty[];
  /** Charges of this or another state that rest on the same facts. */
  same_facts_as?: Reference[];
  /** Who is said to have been harmed. */
  said_victims?: ConcernedReference[];
  /** Who is said to have taken part. */
  said_accomplices?: ConcernedReference[];
  /** How the charge is contested, and by whom. */
  contested?: Contest[];
  /** What is said to exclude the charge from a red notice. */
  assessed?: Assessed[];
  /** The wording of the state, in the language that `language` names. */
  text?: Text;
  /** Language of the text (BCP 47). */
  language?: Language;
  /** The same words in other languages. */
  translations?: Translation[];
  /**
   * States that know of this record, where that differs from what its fields assume; where no
   * state knows of it, `missing: {known_to: none}` says so.
   */
  known_to?: CountryCode[];
  /** A note for those who work on the case; it leaves with no release. */
  note?: Text;
  /**
   * By whose word the record stands. An allegation stays its speaker's, whoever repeats it.
   * Absent, only an interview, a judgment and a decision of the CCF speak for themselves.
   */
  according_to?: SpeakerReference[];
  /**
   * Where the content of the record is written, said or shown. Absent, the record rests on what
   * the record around it names, or else on the only source of the case.
   */
  sources?: Reference[];
  /** Why members of the record are missing, in one word for each. */
  missing?: Partial<Record<"id" | "offence" | "law" | "role" | "date" | "country" | "amount" | "penalties" | "same_facts_as" | "said_victims" | "said_accomplices" | "contested" | "assessed" | "text" | "language" | "translations" | "known_to" | "note" | "according_to" | "sources", MissingReason>>;
}

/** Part that the charge ascribes to the person; the accuser's own word stays in the text. */
export type ChargeRole = "accomplice" | "financier" | "instigator" | "leader_organiser" | "member" | "other" | "principal" | "supporter";

/** In what circumstances words were said or a consent was given. */
export type Circumstances = "free" | "in_custody" | "in_presence_of_officials" | "under_threat";

/**
 * A wording that an editor cleared for one audience. It leaves for that audience alone, beside the
 * record and not in it, since the words are the editor's; the text itself stays where it is.
 */
export interface Clearance {
  /** The text that it stands for: the id of a record and the member, such as `i1.text`. */
  about: About;
  /** The only audience for which it is cleared. */
  audience: AudienceCode;
  /** The wording of the editor that may leave. */
  text: Text;
  /** Language of the cleared wording (BCP 47). */
  language?: Language;
  /**
   * Hash of the text that was read, in UTF-8; where the text has changed since, the wording does
   * not leave.
   */
  text_sha256?: Sha256;
  /** Date on which the wording was cleared. */
  date?: PartialDate;
  /** Who cleared the wording, by initials. */
  by?: Label;
}

/**
 * Whom an act or a paper concerns, as a class that needs no record of its own: `class:family`. An
 * id of a record of the case, shared: and the id of a record of the shared document, or class: and
 * a code of the list concerned.
 */
export type ConcernedReference = string;

/** How a threatened or promised consequence depends on the demand. */
export type Condition = "if_complied" | "unless_complied";

/** How the person who speaks in a source came to know; it points at who talked and never leaves. */
export type Connection = "acting_side" | "colleague" | "document_only" | "financial" | "lawyer" | "medical" | "ngo" | "official" | "other" | "relative" | "reporter_relayed" | "same_organisation" | "self" | "third_party" | "witness";

/** What a person agreed to, for which purposes, and under what circumstances. */
export interface Consent {
  /** Name of this record, needed only where another record points at it. */
  id?: Id;
  /** The person who was asked; nobody consents for another. */
  person: Reference;
  /**
   * Whether consent was given, refused, withdrawn and so on; absent, it is given where purposes
   * are named.
   */
  status?: ConsentStatus;
  /** The purposes that the consent is about. */
  purposes?: Purpose[];
  /** Date on which the person answered. */
  date?: PartialDate;
  /** Date until which the consent holds. */
  expires?: PartialDate;
  /**
   * Under what circumstances the consent was given: free, in custody, before officials, under
   * threat.
   */
  given?: Circumstances;
  /** The guardian who agreed for a child. */
  guardian?: Reference;
  /**
   * By whose word the record stands. An allegation stays its speaker's, whoever repeats it.
   * Absent, only an interview, a judgment and a decision of the CCF speak for themselves.
   */
  according_to?: SpeakerReference[];
  /**
   * Where the content of the record is written, said or shown. Absent, the record rests on what
   * the record around it names, or else on the only source of the case.
   */
  sources?: Reference[];
  /** Why members of the record are missing, in one word for each. */
  missing?: Partial<Record<"id" | "status" | "purposes" | "date" | "expires" | "given" | "guardian" | "according_to" | "sources", MissingReason>>;
}

/** What a person decided on the use of their data. */
export type ConsentStatus = "given" | "given_limited" | "guardian" | "not_asked" | "not_possible" | "refused" | "withdrawn";

/** How a charge is contested, and by whom. What one party argues and what a court finds are two. */
export interface Contest {
  /** Name of this record, needed only where another record points at it. */
  id?: Id;
  /** The argument against the charge, or the finding on it. */
  kind: Contestation;
  /** Who argues or found it, such as counsel or a court. */
  by?: SpeakerReference[];
  /** Whether it was argued or found; absent, it was argued. */
  stance?: ContestStance;
  /** Others on whom the same facts were laid before. */
  laid_on?: ConcernedReference[];
  /**
   * By whose word the record stands. An allegation stays its speaker's, whoever repeats it.
   * Absent, only an interview, a judgment and a decision of the CCF speak for themselves.
   */
  according_to?: SpeakerReference[];
  /**
   * Where the content of the record is written, said or shown. Absent, the record rests on what
   * the record around it names, or else on the only source of the case.
   */
  sources?: Reference[];
  /** Why members of the record are missing, in one word for each. */
  missing?: Partial<Record<"id" | "by" | "stance" | "laid_on" | "according_to" | "sources", MissingReason>>;
}

/** Whether a ground against a charge was argued or found. */
export type ContestStance = "argued" | "found";

/** How a charge is disputed, or what a body found against it; who argued or found it stands beside. */
export type Contestation = "amnestied" | "attributed_to_others" | "denied" | "evidence_said_obtained_by_torture" | "exaggerated" | "fabricated" | "facts_insufficient" | "in_absentia" | "mistaken_identity" | "ne_bis_in_idem" | "not_a_crime_in_host" | "ordinary_debt" | "other" | "protected_conduct" | "time_barred" | "unfair_trial" | "warrant_invalid";

/** A fact of law or of policy that several cases refer to: no extradition treaty, a criticism. */
export interface Context {
  /** Name of this record, needed only where another record points at it. */
  id?: Id;
  /** What kind of fact it is. */
  kind?: ContextKind;
  /** States that the fact is about. */
  countries?: CountryCode[];
  /** Whom the fact is about, beside states. */
  about?: ConcernedReference[];
  /** Date or period in which the fact holds. */
  date?: PartialDate;
  /** A description, in the language that `language` names. */
  text?: Text;
  /** Language of the text (BCP 47). */
  language?: Language;
  /** The same words in other languages. */
  translations?: Translation[];
  /**
   * States that know of this record, where that differs from what its fields assume; where no
   * state knows of it, `missing: {known_to: none}` says so.
   */
  known_to?: CountryCode[];
  /** A note for those who work on the case; it leaves with no release. */
  note?: Text;
  /**
   * By whose word the record stands. An allegation stays its speaker's, whoever repeats it.
   * Absent, only an interview, a judgment and a decision of the CCF speak for themselves.
   */
  according_to?: SpeakerReference[];
  /**
   * Where the content of the record is written, said or shown. Absent, the record rests on what
   * the record around it names, or else on the only source of the case.
   */
  sources?: Reference[];
  /** Why members of the record are missing, in one word for each. */
  missing?: Partial<Record<"id" | "kind" | "countries" | "about" | "date" | "text" | "language" | "translations" | "known_to" | "note" | "according_to" | "sources", MissingReason>>;
}

/** What a note on law, policy or institutions is about, beyond one case. */
export type ContextKind = "corrective_measures" | "criticism" | "expert_assessment" | "institution" | "law" | "no_extradition_treaty" | "other" | "policy" | "precedent" | "situation" | "statistic" | "treaty";

/** A whole number of persons, occurrences or things. */
export type Count = number;

/** How a number of persons or things is meant. */
export type CountKind = "at_least" | "at_most" | "estimate" | "exact";

/** What one unit of a published or derived count is. */
export type CountUnit = "case" | "family" | "incident" | "individual" | "notice" | "organisation" | "other" | "proceeding" | "state";

/**
 * Countries and territories by their two letters, former ones included; another vocabulary's code
 * may stand instead, because INTERPOL's numbers changed meaning.
 */
export type CountryCode = "AD" | "AE" | "AF" | "AG" | "AI" | "AL" | "AM" | "AN" | "AO" | "AQ" | "AR" | "AS" | "AT" | "AU" | "AW" | "AX" | "AZ" | "BA" | "BB" | "BD" | "BE" | "BF" | "BG" | "BH" | "BI" | "BJ" | "BL" | "BM" | "BN" | "BO" | "BQ" | "BR" | "BS" | "BT" | "BU" | "BV" | "BW" | "BY" | "BZ" | "CA" | "CC" | "CD" | "CF" | "CG" | "CH" | "CI" | "CK" | "CL" | "CM" | "CN" | "CO" | "CR" | "CS" | "CT" | "CU" | "CV" | "CW" | "CX" | "CY" | "CZ" | "DD" | "DE" | "DJ" | "DK" | "DM" | "DO" | "DY" | "DZ" | "EC" | "EE" | "EG" | "EH" | "ER" | "ES" | "ET" | "FI" | "FJ" | "FK" | "FM" | "FO" | "FQ" | "FR" | "FX" | "GA" | "GB" | "GD" | "GE" | "GF" | "GG" | "GH" | "GI" | "GL" | "GM" | "GN" | "GP" | "GQ" | "GR" | "GS" | "GT" | "GU" | "GW" | "GY" | "HK" | "HM" | "HN" | "HR" | "HT" | "HU" | "HV" | "ID" | "IE" | "IL" | "IM" | "IN" | "IO" | "IQ" | "IR" | "IS" | "IT" | "JE" | "JM" | "JO" | "JP" | "JT" | "KE" | "KG" | "KH" | "KI" | "KM" | "KN" | "KP" | "KR" | "KW" | "KY" | "KZ" | "LA" | "LB" | "LC" | "LI" | "LK" | "LR" | "LS" | "LT" | "LU" | "LV" | "LY" | "MA" | "MC" | "MD" | "ME" | "MF" | "MG" | "MH" | "MI" | "MK" | "ML" | "MM" | "MN" | "MO" | "MP" | "MQ" | "MR" | "MS" | "MT" | "MU" | "MV" | "MW" | "MX" | "MY" | "MZ" | "NA" | "NC" | "NE" | "NF" | "NG" | "NH" | "NI" | "NL" | "NO" | "NP" | "NQ" | "NR" | "NT" | "NU" | "NZ" | "OM" | "PA" | "PC" | "PE" | "PF" | "PG" | "PH" | "PK" | "PL" | "PM" | "PN" | "PR" | "PS" | "PT" | "PU" | "PW" | "PY" | "PZ" | "QA" | "RE" | "RH" | "RO" | "RS" | "RU" | "RW" | "SA" | "SB" | "SC" | "SD" | "SE" | "SG" | "SH" | "SI" | "SJ" | "SK" | "SL" | "SM" | "SN" | "SO" | "SR" | "SS" | "ST" | "SU" | "SV" | "SX" | "SY" | "SZ" | "TC" | "TD" | "TF" | "TG" | "TH" | "TJ" | "TK" | "TL" | "TM" | "TN" | "TO" | "TP" | "TR" | "TT" | "TV" | "TW" | "TZ" | "UA" | "UG" | "UM" | "US" | "UY" | "UZ" | "VA" | "VC" | "VD" | "VE" | "VG" | "VI" | "VN" | "VU" | "WF" | "WK" | "WS" | "XK" | "YD" | "YE" | "YT" | "YU" | "ZA" | "ZM" | "ZR" | "ZW" | `${string}:${string}`;

/** How well one piece of information is borne out, apart from who gave it. */
export type Credibility = "cannot_be_judged" | "confirmed" | "doubtful" | "improbable" | "possible" | "probable";

/** What was done with a copy of a source. */
export type CustodyAction = "accessed" | "collected" | "converted" | "copied" | "destroyed" | "other" | "redacted" | "transferred" | "verified";

/** One step in the chain of custody of a copy (Berkeley Protocol, 2020). */
export interface CustodyStep {
  /** Time at which the step was taken. */
  at: Timestamp;
  /** What was done with the copy in this step. */
  action: CustodyAction;
  /** Who took the step, under a pseudonym. */
  by?: Label;
  /** To whom the copy was handed, under a pseudonym. */
  to?: Label;
  /** Hash of the copy after the step. */
  sha256?: Sha256;
}

/** What somebody is said to have been asked to do. */
export type Demand = "apologise_publicly" | "contact_officials" | "cooperate_interrogation_remote" | "cut_contact" | "delete_content" | "hand_over_passport" | "inform_or_spy" | "name_others" | "other" | "pay_or_hand_over_assets" | "plead_or_confess" | "relative_to_persuade" | "renounce_group" | "return_home" | "stay_silent" | "stop_activism" | "stop_publishing" | "surrender_to_embassy" | "withdraw_asylum_claim" | "withdraw_complaint_or_testimony";

/** How a source was made out of another one. */
export type Derivation = "dataset_extract" | "excerpt" | "machine_paraphrase" | "other" | "quoted" | "redacted_copy" | "republished" | "republished_with_edits" | "summarised" | "transcribed" | "translated";

/** From what other source a source was made. Two that derive from one are one voice. */
export interface Derived {
  /** The other source, from which this one was made. */
  source: Reference;
  /** How this source was made from the other. */
  how?: Derivation;
}

/** What somebody describes a person as: a profession, a role in public life. */
export interface Description {
  /** Name of this record, needed only where another record points at it. */
  id?: Id;
  /** What the person is described as: a profession or a role. */
  profile: Profile;
  /**
   * By whose word the record stands. An allegation stays its speaker's, whoever repeats it.
   * Absent, only an interview, a judgment and a decision of the CCF speak for themselves.
   */
  according_to?: SpeakerReference[];
  /**
   * Where the content of the record is written, said or shown. Absent, the record rests on what
   * the record around it names, or else on the only source of the case.
   */
  sources?: Reference[];
  /** Why members of the record are missing, in one word for each. */
  missing?: Partial<Record<"id" | "according_to" | "sources", MissingReason>>;
}

/** What the body disclosed to the applicant about the data. */
export type Disclosure = "full" | "neither_confirmed_nor_denied" | "none" | "other" | "partial";

/**
 * A duration in whole years, months, days, hours, minutes and seconds, or in weeks alone, as ISO
 * 8601-1 writes it: P1Y6M is a year and six months, PT9H nine hours.
 */
export type Duration = string;

/** The edition of a release, by which a recall names it. */
export type Edition = string;

/** What an editor decided between statements that differ, and why. */
export interface EditorDecision {
  /** The record or the field that the decision is about. */
  about?: About;
  /** The statements that differ from each other. */
  between?: Reference[];
  /** The statements that the editor prefers. */
  prefer?: Reference[];
  /** Why the editor prefers them, as a code. */
  reason?: PreferReason;
  /** Why the editor prefers them, in words. */
  text?: Text;
  /** The editor who decided, under a pseudonym. */
  by?: Label;
  /** Date on which the editor decided. */
  date?: PartialDate;
}

/** What explains the rest: a protest, a ban, a flight, a settlement. */
export interface Event {
  /** Name of this record, needed only where another record points at it. */
  id?: Id;
  /** What is said to have happened, as a code. */
  kind?: EventKind;
  /** Who did or lived through the event. */
  of?: ConcernedReference[];
  /** Who brought the event about, if another did. */
  by?: SpeakerReference[];
  /** Who was helped, met or told by the event. */
  toward?: ConcernedReference[];
  /** Date or period of the event. */
  date?: PartialDate;
  /** How long the event lasted. */
  duration?: Duration;
  /** Country in which the event happened. */
  country?: CountryCode;
  /** Country that a movement left. */
  origin?: CountryCode;
  /** Where in the country the event happened. */
  place?: Text;
  /** When and where it was made public that the event happened. */
  published?: Published;
  /** The notices that the event concerns. */
  notices?: Reference[];
  /** What the event is said to be because of. */
  because_of?: Because[];
  /** The wording or a description, in the language that `language` names. */
  text?: Text;
  /** Language of the text (BCP 47). */
  language?: Language;
  /** The same words in other languages. */
  translations?: Translation[];
  /**
   * States that know of this record, where that differs from what its fields assume; where no
   * state knows of it, `missing: {known_to: none}` says so.
   */
  known_to?: CountryCode[];
  /** A note for those who work on the case; it leaves with no release. */
  note?: Text;
  /**
   * By whose word the record stands. An allegation stays its speaker's, whoever repeats it.
   * Absent, only an interview, a judgment and a decision of the CCF speak for themselves.
   */
  according_to?: SpeakerReference[];
  /**
   * Where the content of the record is written, said or shown. Absent, the record rests on what
   * the record around it names, or else on the only source of the case.
   */
  sources?: Reference[];
  /** Why members of the record are missing, in one word for each. */
  missing?: Partial<Record<"id" | "kind" | "of" | "by" | "toward" | "date" | "duration" | "country" | "origin" | "place" | "published" | "notices" | "because_of" | "text" | "language" | "translations" | "known_to" | "note" | "according_to" | "sources", MissingReason>>;
}

/**
 * What happened and explains the rest: neither an act of pressure, nor an outcome, nor a step of a
 * proceeding.
 */
export type EventKind = "appeal_made" | "appointed" | "arrest_of_associates" | "authority_informed" | "business_dispute" | "complaint_made" | "coup_attempt" | "crackdown" | "death_of_relative" | "diplomatic_step" | "elected" | "election" | "entry_abroad" | "flight" | "held_office" | "joined_organisation" | "land_dispute" | "law_changed" | "learned_of_notice" | "left_country" | "left_office" | "left_organisation" | "newspaper_closed" | "official_visit" | "organisation_banned" | "other" | "party_banned" | "protest" | "publication" | "relocation" | "settlement" | "testimony_given" | "visit_home";

/** A source as an exhibit in a filing, and whether the national bureau may learn of it. */
export interface Exhibit {
  /** Number of the exhibit in the filing. */
  number?: Label;
  /** Whether the exhibit is a certified copy. */
  certified?: boolean;
  /** What the bureau that sent the data may be told of the exhibit. */
  tell_source?: TellSource;
}

/** How sure it is that a notice, a person or a group exists at all. */
export type Existence = "claimed" | "denied" | "established" | "refuted";

/** A few words of a quotation, at most five, by which a reader can find it. */
export type Extract = string;

/** Colour of eyes as INTERPOL's public notices give it. */
export type EyeColour = "black" | "blue" | "brown" | "dark" | "dark_brown" | "different_colours" | "green" | "grey" | "hazel" | "light" | "light_blue" | "light_brown" | "other";

/** Before whom a proceeding is: the country and the body. */
export interface Forum {
  /** Country in which the court or agency is. */
  country?: CountryCode;
  /** The court or agency that the proceeding is before. */
  body?: SpeakerReference;
  /** Level of the court, such as first instance or appeal. */
  level?: ForumLevel;
}

/** Level of the court or body that a proceeding is before. */
export type ForumLevel = "administrative" | "appeal" | "constitutional" | "first" | "international" | "other" | "supreme";

/** Whether a threat was carried out, or a demand met, as far as known. */
export type Fulfilment = "done" | "not_done" | "partly";

/**
 * Ground that was argued, or that a body found, for or against a notice, a request or an
 * extradition; the CCF's published tags and what other bodies use.
 */
export type Ground = "access_to_files" | "accuracy_of_data" | "article_2" | "article_2_life" | "article_2_torture" | "article_3" | "article_3_military" | "article_3_racial" | "article_3_religious" | "cooperation_of_ncbs" | "danger" | "death_penalty" | "description_of_facts" | "dual_criminality" | "due_process" | "excluded_offence" | "extradition" | "extradition_refused" | "flight_risk" | "human_rights" | "international_interest" | "lack_of_extradition_action" | "lawfulness_of_proceedings" | "mistaken_identity" | "misuse_of_channels" | "ne_bis_in_idem" | "other" | "own_national" | "penalty_threshold" | "political_character" | "prison_conditions" | "private_matter" | "protection_status" | "purpose_of_data" | "re_examination" | "refugee_policy" | "time_barred" | "transfer_of_proceedings" | "trial_in_absentia" | "unfunded_cheque" | "warrant_missing";

/** Colour of hair as INTERPOL's public notices give it. */
export type HairColour = "auburn" | "bald" | "black" | "blond" | "brown" | "dark" | "dyed" | "fair" | "grey" | "greying" | "other" | "red" | "white";

/** How the case may be handled. From silence follow: TLP amber+strict, no consent, no release. */
export interface Handling {
  /** Traffic Light Protocol 2.0; absent, it is amber+strict. */
  tlp?: Tlp;
  /** By what right the case is held and shared. */
  legal_basis?: Basis[];
  /** Who agreed to what, and for which purposes. */
  consent?: Consent[];
  /** Date after which to ask again whether the case must be kept. */
  review_after?: PartialDate;
  /** Date before which nothing of the case leaves. */
  embargo_until?: PartialDate;
  /** Who passed the case on to those who keep it. */
  received_from?: Label;
  /** Whether the case is kept encrypted. */
  encrypted?: boolean;
  /** Assessments of who could be harmed by a release. */
  risks?: Risk[];
  /** What was done with the case, step by step. */
  log?: LogEntry[];
}

/** What was done with the record as a whole. */
export type HandlingAction = "consent_recorded" | "consent_withdrawn" | "corrected" | "created" | "deleted" | "marking_lowered" | "marking_raised" | "merged" | "other" | "recalled" | "received" | "redacted" | "released" | "reviewed" | "risk_assessed" | "shared";

/** One of several hearings, or one that was not held. */
export interface Hearing {
  /** Date of the hearing, also of one that was not held. */
  date?: PartialDate;
  /** Whether the hearing was held, adjourned or called off. */
  status?: HearingStatus;
}

/** Whether a hearing was held, as far as known. */
export type HearingStatus = "adjourned" | "called_off" | "held" | "other" | "scheduled";

/**
 * An opaque name within the case, unique over all kinds of records. Never made from a person's
 * name: ids are printed in findings and logs.
 */
export type Id = string;

/** Status of a person in a country, as claimed or recorded. */
export type ImmigrationStatus = "asylum_seeker" | "citizen" | "complementary_subsidiary" | "dual_citizen" | "humanitarian" | "irregular_entry" | "other" | "overstayer" | "permanent_resident" | "refugee_convention" | "refugee_like" | "refugee_mandate" | "rejected_appeal_pending" | "rejected_final" | "returnee" | "stateless_recognised" | "temporary_protection" | "temporary_residence" | "temporary_visa" | "under_removal_order" | "visitor_admitted" | "withholding_of_removal";

/** Pressure and reprisals: on relatives and associates, or on the person. */
export interface Incident {
  /** Name of this record, needed only where another record points at it. */
  id?: Id;
  /** What is said to have been done in order to press or punish. */
  method?: IncidentMethod;
  /** Who was spoken to, visited or written to. */
  contacted?: ConcernedReference[];
  /** Who was harmed, or made to do something. Whom a threat would strike is `consequence_for`. */
  against?: ConcernedReference[];
  /** Whose conduct the incident aims at, also if somebody else is pressed to that end. */
  to_press?: ConcernedReference[];
  /** Who is said to have done it, such as the officer, and not a relative who is made to call. */
  by?: SpeakerReference[];
  /** What part each had, where it was not simply theirs: who ordered, who stood by. */
  parts?: Part[];
  /** What was demanded. Where two things were, write an incident for each, with one `part_of`. */
  demand?: Demand;
  /** Of whom the demand was made. */
  demand_on?: ConcernedReference[];
  /** Whether the threat was to happen if the demand is met, or unless it is. */
  condition?: Condition;
  /** Date by which the demand was to be met. */
  deadline?: PartialDate;
  /** The act that was threatened, such as `detention`, and not that somebody threatened. */
  consequence?: IncidentMethod;
  /** Whom the threat would strike. */
  consequence_for?: ConcernedReference[];
  /** Whether the threat was carried out. */
  carried_out?: Fulfilment;
  /** Whether the demand was met, in whole or in part. */
  complied?: Fulfilment;
  /** By what means it reached the person contacted. */
  channel?: Channel;
  /** Date or period of the incident. */
  date?: PartialDate;
  /** How long the incident lasted. */
  duration?: Duration;
  /** Country in which the incident happened. */
  country?: CountryCode;
  /** Where in the country the incident happened. */
  place?: Text;
  /** How many times the same was done. */
  occurrences?: Range;
  /** How many persons the incident struck. */
  persons?: Range;
  /** What was not given to others who were held: the grounds, counsel, an interpreter. */
  safeguards_missing?: Safeguard[];
  /** When and where it was made public that the incident happened. */
  published?: Published;
  /** The incident or event that this one was a part of: one episode of several acts. */
  part_of?: Reference;
  /** How the link to the person or the notice is known. */
  link?: Link;
  /** The notices that the incident goes with. */
  notices?: Reference[];
  /** What the incident is said to answer or punish. */
  because_of?: Because[];
  /** The motives that are alleged for the incident. */
  motives?: Motive[];
  /** The wording or a description, in the language that `language` names. */
  text?: Text;
  /** Language of the text (BCP 47). */
  language?: Language;
  /** The same words in other languages. */
  translations?: Translation[];
  /**
   * States that know of this record, where that differs from what its fields assume; where no
   * state knows of it, `missing: {known_to: none}` says so.
   */
  known_to?: CountryCode[];
  /** A note for those who work on the case; it leaves with no release. */
  note?: Text;
  /**
   * By whose word the record stands. An allegation stays its speaker's, whoever repeats it.
   * Absent, only an interview, a judgment and a decision of the CCF speak for themselves.
   */
  according_to?: SpeakerReference[];
  /**
   * Where the content of the record is written, said or shown. Absent, the record rests on what
   * the record around it names, or else on the only source of the case.
   */
  sources?: Reference[];
  /** Why members of the record are missing, in one word for each. */
  missing?: Partial<Record<"id" | "method" | "contacted" | "against" | "to_press" | "by" | "parts" | "demand" | "demand_on" | "condition" | "deadline" | "consequence" | "consequence_for" | "carried_out" | "complied" | "channel" | "date" | "duration" | "country" | "place" | "occurrences" | "persons" | "safeguards_missing" | "published" | "part_of" | "link" | "notices" | "because_of" | "motives" | "text" | "language" | "translations" | "known_to" | "note" | "according_to" | "sources", MissingReason>>;
}

/**
 * What is said to have been done in order to press or punish; who says so, and whom it meant to
 * press, stands beside.
 */
export type IncidentMethod = "abducted" | "abduction_planned" | "acts_on_person" | "arrest_charge" | "assets_frozen" | "attempted_abduction" | "attempted_killing" | "beating" | "benefits_or_pension_cut" | "biometric_collection" | "boarding_refused" | "brokered_contact" | "business_closure" | "camp_internment" | "child_removed_to_institution" | "citizenship_removed" | "civil_suit" | "communication_monitored" | "consular_service_refused" | "consular_summons" | "contact_cut" | "contact_restriction" | "dealings_forbidden" | "death_threat" | "declared_fugitive" | "demotion" | "designation" | "detention" | "device_intrusion" | "died" | "disappeared" | "document_taken" | "doxxing" | "eviction_or_demolition" | "exit_ban" | "fine" | "forced_call_or_message" | "forced_conscription" | "forced_denunciation" | "forced_divorce" | "forced_labour" | "forced_participation" | "forced_public_shaming" | "forced_statement_signed" | "forced_travel_to_persuade" | "harassment" | "harm_and_confinement" | "health_care_denied" | "home_visit" | "house_arrest" | "ill_treatment" | "imprisonment" | "inducement" | "internal_travel_ban" | "job_lost" | "killed" | "lure" | "mob_or_crowd" | "mobility_restriction" | "neighbour_pressure" | "online_harassment" | "other" | "passport_cancelled" | "passport_refused" | "payment" | "phone_pressure" | "promise_of_leniency" | "property_seizure" | "prosecution" | "psychiatric_committal" | "removal_to_pursuing_state" | "resource_deprivation" | "schooling_denied" | "search_of_home" | "separated_from_family" | "sexual_violence" | "smear" | "stalking" | "summons_interrogation" | "surveillance" | "suspended_from_work" | "threat" | "threat_of_detention" | "threat_of_prosecution" | "threat_of_violence" | "threat_to_disclose" | "threat_to_job_or_benefits" | "utilities_cut" | "vandalism" | "visit_by_agents_abroad" | "visits_denied";

/** Part that a person or body is said to have had in an act, always according to somebody. */
export type Involvement = "accomplice" | "assisted_on_request" | "authored_policy" | "direct" | "failed_to_prevent" | "ordered" | "other" | "planned" | "present" | "relayed" | "suspected";

/**
 * Any JSON value that other software keeps with the case; numbers within 2^53, and 32 levels of
 * lists and objects at most.
 */
export type Json = unknown;

/** A person's weight in kilograms. */
export type Kilograms = number;

/** How a person is related to another: the person IS *kind* OF *to*. */
export interface Kinship {
  /** Name of this record, needed only where another record points at it. */
  id?: Id;
  /** What the person is to the other: mother, lawyer, colleague and so on. */
  kind: Relation;
  /** The other person; absent, it is the only subject of the case. */
  to?: Reference;
  /**
   * By whose word the record stands. An allegation stays its speaker's, whoever repeats it.
   * Absent, only an interview, a judgment and a decision of the CCF speak for themselves.
   */
  according_to?: SpeakerReference[];
  /**
   * Where the content of the record is written, said or shown. Absent, the record rests on what
   * the record around it names, or else on the only source of the case.
   */
  sources?: Reference[];
  /** Why members of the record are missing, in one word for each. */
  missing?: Partial<Record<"id" | "to" | "according_to" | "sources", MissingReason>>;
}

/** A short text, such as a name or a title, of 200 characters at most. */
export type Label = string;

/**
 * A language tag (BCP 47, RFC 5646) in its usual spelling: language small, script with a capital,
 * region in capitals.
 */
export type Language = string;

/** On what legal basis personal data is held or passed on. */
export type LegalBasis = "contract" | "explicit_consent" | "journalism" | "legal_claims" | "legal_obligation" | "legitimate_interests" | "made_public_by_person" | "other" | "public_interest" | "published_reporting" | "research" | "vital_interests" | `${string}:${string}`;

/** How an act of pressure is tied to the notice or the person, always according to somebody. */
export type Link = "implied" | "inferred" | "none" | "stated";

/** What was done with the case: shared, lowered, corrected, destroyed. */
export interface LogEntry {
  /** Date on which it was done. */
  date: PartialDate;
  /** What was done with the case. */
  action: HandlingAction;
  /** Who did it, under a pseudonym. */
  by?: Label;
  /** The audience for which it was done. */
  audience?: AudienceCode;
  /** To whom the case was given. */
  recipient?: Label;
  /** Why it was done, in a few words. */
  text?: Label;
}

/** What was decided on a request for provisional measures. */
export type MeasureAnswer = "granted" | "no_decision" | "other" | "partly_granted" | "refused" | "withdrawn";

/** A person's height in metres. */
export type Metres = number;

/** Why a member of a record is absent. */
export type MissingReason = "ambiguous" | "disputed" | "none" | "not_applicable" | "not_asked" | "not_stated" | "unknown" | "withheld";

/** A currency code (ISO 4217) and an amount. */
export type Money = string;

/**
 * Motive that somebody ascribes to the pursuit, always according to somebody; never a finding of
 * this record.
 */
export type Motive = "business_or_asset_dispute" | "corruption_purge" | "family_association" | "human_rights_work" | "journalism_expression" | "land_or_property_dispute" | "military" | "nationality" | "no_ulterior_motive_alleged" | "other" | "particular_social_group" | "political_opinion" | "protest_participation" | "race_ethnicity" | "refusal_to_cooperate" | "religion" | "retaliation_for_complaint" | "separatism_claim" | "silencing_of_witness" | "whistleblowing";

/** One name of a person or a body, in one script. */
export interface Name {
  /** Name of this record, needed only where another record points at it. */
  id?: Id;
  /** The whole name as the source writes it. */
  text?: Label;
  /** Family name, as a part of the name. */
  family?: Label;
  /** Forename or forenames, as a part of the name. */
  forename?: Label;
  /** What kind of name it is, such as an alias. */
  kind?: NameKind;
  /** Language that the name is written in. */
  language?: Language;
  /** Script that the name is written in (ISO 15924). */
  script?: Script;
  /**
   * By whose word the record stands. An allegation stays its speaker's, whoever repeats it.
   * Absent, only an interview, a judgment and a decision of the CCF speak for themselves.
   */
  according_to?: SpeakerReference[];
  /**
   * Where the content of the record is written, said or shown. Absent, the record rests on what
   * the record around it names, or else on the only source of the case.
   */
  sources?: Reference[];
  /** Why members of the record are missing, in one word for each. */
  missing?: Partial<Record<"id" | "text" | "family" | "forename" | "kind" | "language" | "script" | "according_to" | "sources", MissingReason>>;
}

/** What kind of name a name is, or from where it is taken. */
export type NameKind = "alias" | "birth" | "former" | "notice" | "original_script" | "other" | "pen_name" | "present" | "self_given" | "translated" | "transliteration" | "travel_document";

/** A copy of a notice in a country's own database; it may outlive the notice. */
export interface NationalCopy {
  /** Name of this record, needed only where another record points at it. */
  id?: Id;
  /** Country whose database holds the copy. */
  country: CountryCode;
  /** Date on which the copy was met with. */
  seen?: PartialDate;
  /** Date on which the copy was found deleted. */
  gone?: PartialDate;
  /**
   * By whose word the record stands. An allegation stays its speaker's, whoever repeats it.
   * Absent, only an interview, a judgment and a decision of the CCF speak for themselves.
   */
  according_to?: SpeakerReference[];
  /**
   * Where the content of the record is written, said or shown. Absent, the record rests on what
   * the record around it names, or else on the only source of the case.
   */
  sources?: Reference[];
  /** Why members of the record are missing, in one word for each. */
  missing?: Partial<Record<"id" | "seen" | "gone" | "according_to" | "sources", MissingReason>>;
}

/**
 * A nationality that was gained or lost, or that somebody contests. Who says what of it stands in
 * statements.
 */
export interface Nationality {
  /** Name of this record, needed only where another record points at it. */
  id?: Id;
  /** Country of which the person is or was a national. */
  country: CountryCode;
  /** Period in which the nationality is or was held. */
  date?: PartialDate;
  /** Whether somebody disputes that it is or was held. */
  contested?: boolean;
  /**
   * By whose word the record stands. An allegation stays its speaker's, whoever repeats it.
   * Absent, only an interview, a judgment and a decision of the CCF speak for themselves.
   */
  according_to?: SpeakerReference[];
  /**
   * Where the content of the record is written, said or shown. Absent, the record rests on what
   * the record around it names, or else on the only source of the case.
   */
  sources?: Reference[];
  /** Why members of the record are missing, in one word for each. */
  missing?: Partial<Record<"id" | "date" | "contested" | "according_to" | "sources", MissingReason>>;
}

/** How the national central bureau answered the questions put to it in a proceeding. */
export type NcbAnswer = "full" | "none" | "partial";

/** The fact on which a revision rests (Statute of the CCF, Article 42). */
export interface NewFact {
  /** The record of the case that holds the new fact. */
  record?: Reference;
  /** The new fact, told in words. */
  text?: Text;
  /** Date on which the fact was discovered; six months run from there. */
  discovered?: PartialDate;
}

/**
 * A notice, a diffusion or another alert. It is no arrest warrant. The text is its statement of
 * facts.
 */
export interface Notice {
  /** Name of this record, needed only where another record points at it. */
  id?: Id;
  /** Whose system the alert is in; absent for the kinds that only INTERPOL has. */
  system?: NoticeSystem;
  /** What kind of notice, diffusion or alert it is. */
  kind: NoticeKind;
  /** The person or the travel document that the notice is about; absent, the only subject. */
  about?: ConcernedReference[];
  /** As what a travel document is recorded in the database. */
  recorded_as?: TravelDocumentRecord;
  /** INTERPOL's own number for the notice. */
  number?: NoticeNumber;
  /** Reference number of the entry in a list of the United Nations. */
  un_reference?: Label;
  /** State whose bureau requested the notice or sent the diffusion. */
  issuing_state?: CountryCode;
  /** Whether the notice exists, by whoever says so; absent, it is claimed. */
  existence?: Existence;
  /** By whom the words of the notice are known, where nobody saw it. */
  through?: SpeakerReference[];
  /** Whether it seeks the person for prosecution or to serve a sentence. */
  purpose?: NoticePurpose;
  /** The national decisions that the notice rests on. */
  warrants?: Reference[];
  /** The charges as the notice states them, where no warrant is known or its wording differs. */
  charges?: Charge[];
  /** A punishment that the notice names for all charges together. */
  penalties?: Penalty[];
  /** What became of the notice, step by step. */
  history?: StatusChange[];
  /** States whose bureaus received the notice. */
  circulated_to?: CountryCode[];
  /** How many bureaus received the notice, where not all of their states are known. */
  recipients?: Range;
  /** Copies of the notice in national databases. */
  national_copies?: NationalCopy[];
  /** Whether INTERPOL shows an extract of the notice to the public. */
  public_extract?: PublicExtract;
  /** Looks at public pages, each on its day. */
  observations?: Observation[];
  /** When and where others than INTERPOL made the notice public, such as a newspaper. */
  published?: Published;
  /** A reward that is offered for information. */
  reward?: Money;
  /** Earlier notices that this one follows. */
  supersedes?: Reference[];
  /** Numbers of other notices that INTERPOL links to this one. */
  linked_numbers?: NoticeNumber[];
  /** The wording of the state, in the language that `language` names. */
  text?: Text;
  /** Language of the text (BCP 47). */
  language?: Language;
  /** The same words in other languages. */
  translations?: Translation[];
  /**
   * States that know of this record, where that differs from what its fields assume; where no
   * state knows of it, `missing: {known_to: none}` says so.
   */
  known_to?: CountryCode[];
  /** A note for those who work on the case; it leaves with no release. */
  note?: Text;
  /**
   * By whose word the record stands. An allegation stays its speaker's, whoever repeats it.
   * Absent, only an interview, a judgment and a decision of the CCF speak for themselves.
   */
  according_to?: SpeakerReference[];
  /**
   * Where the content of the record is written, said or shown. Absent, the record rests on what
   * the record around it names, or else on the only source of the case.
   */
  sources?: Reference[];
  /** Why members of the record are missing, in one word for each. */
  missing?: Partial<Record<"id" | "system" | "about" | "recorded_as" | "number" | "un_reference" | "issuing_state" | "existence" | "through" | "purpose" | "warrants" | "charges" | "penalties" | "history" | "circulated_to" | "recipients" | "national_copies" | "public_extract" | "observations" | "published" | "reward" | "supersedes" | "linked_numbers" | "text" | "language" | "translations" | "known_to" | "note" | "according_to" | "sources", MissingReason>>;
}

/** Kind of notice, diffusion or record; none of them is an arrest warrant. */
export type NoticeKind = "arrest_alert" | "black" | "blue" | "diffusion" | "diffusion_other" | "diffusion_wanted" | "entry_ban_alert" | "green" | "interstate_search" | "orange" | "other" | "other_data" | "purple" | "red" | "silver" | "stolen_art" | "travel_document" | "un_special" | "unknown" | "wanted_list" | "yellow";

/**
 * INTERPOL's own number: a year, a stroke, up to six digits. The year is that of the person's file
 * and not of the notice.
 */
export type NoticeNumber = string;

/** What the person is sought for. */
export type NoticePurpose = "both" | "prosecution" | "sentence";

/**
 * What a notice, diffusion or record came to be, or what was changed in it, at one point of its
 * history.
 */
export type NoticeStatus = "addendum" | "blocked" | "cancelled" | "circulated" | "deleted" | "expired" | "other" | "pending_information" | "published" | "purpose_achieved" | "recorded" | "refused" | "renewed" | "requested" | "restored" | "retyped" | "suspended" | "under_review" | "unknown" | "updated" | "withdrawn";

/** Police or security system through which a notice, diffusion or other alert is sent. */
export type NoticeSystem = "aimc" | "bilateral" | "cis" | "interpol" | "national" | "other" | "sis" | `${string}:${string}`;

/** A look at a public page or list on one day: seen or not seen. It says nothing of legal status. */
export interface Observation {
  /** Date on which somebody looked at the page. */
  date?: PartialDate;
  /** Whether the notice was there on that day. */
  seen: boolean;
  /** The public page or list that was looked at. */
  place?: SearchPlace;
}

/**
 * What the state says that the person did, by its own wording and law; never a finding of this
 * record.
 */
export type Offence = "abuse_of_office" | "armed_formation" | "assault_threat" | "banned_organisation" | "blasphemy" | "breach_of_trust" | "bribery" | "child_abduction" | "coercion_extortion" | "corruption" | "cyber" | "defamation_insult" | "deprivation_of_liberty" | "drugs" | "economic" | "elections" | "embezzlement" | "espionage" | "extremism" | "false_information" | "forgery_documents" | "fraud" | "harassment_stalking" | "harm_to_person" | "homicide" | "illegal_business" | "illegal_extraction" | "illicit_enrichment" | "incitement" | "insult_of_state" | "international_crime" | "justice_system" | "migrant_smuggling" | "migration_border" | "military_duty" | "money_laundering" | "organised_group" | "other" | "public_authority" | "public_order" | "public_safety" | "religious_activity" | "robbery" | "separatism" | "sexual" | "state_security" | "subversion" | "tax_customs" | "terrorism" | "terrorism_financing" | "theft_damage" | "trading_in_influence" | "trafficking_in_persons" | "treason" | "unfunded_cheque" | "weapons";

/**
 * An operation of a state: its name, and whom it is said to reach. Who describes it how is a
 * statement; that a case belongs to it is said in the case.
 */
export interface Operation {
  /** Name of this record, needed only where another record points at it. */
  id?: Id;
  /** Name by which the operation is known. */
  name?: Label;
  /** What kind of operation it is. */
  kind?: OperationKind;
  /** Who is said to run the operation. */
  run_by?: SpeakerReference[];
  /** States whose operation it is. */
  pursued_by?: CountryCode[];
  /** Proceedings that are about the operation. */
  proceedings?: Reference[];
  /** A description, in the language that `language` names. */
  text?: Text;
  /** Language of the text (BCP 47). */
  language?: Language;
  /** The same words in other languages. */
  translations?: Translation[];
  /**
   * States that know of this record, where that differs from what its fields assume; where no
   * state knows of it, `missing: {known_to: none}` says so.
   */
  known_to?: CountryCode[];
  /** A note for those who work on the case; it leaves with no release. */
  note?: Text;
  /**
   * By whose word the record stands. An allegation stays its speaker's, whoever repeats it.
   * Absent, only an interview, a judgment and a decision of the CCF speak for themselves.
   */
  according_to?: SpeakerReference[];
  /**
   * Where the content of the record is written, said or shown. Absent, the record rests on what
   * the record around it names, or else on the only source of the case.
   */
  sources?: Reference[];
  /** Why members of the record are missing, in one word for each. */
  missing?: Partial<Record<"id" | "name" | "kind" | "run_by" | "pursued_by" | "proceedings" | "text" | "language" | "translations" | "known_to" | "note" | "according_to" | "sources", MissingReason>>;
}

/** What a named or described series of acts by a state is said to be. */
export type OperationKind = "fugitive_recovery" | "intelligence_operation" | "joint_operation" | "mass_internment" | "other" | "policy_campaign" | "prosecution_series" | "reward_campaign";

/** A state, an authority, a court, a medium, a company: anything that acts and is no person. */
export interface Organisation {
  /** Name of this record, needed only where another record points at it. */
  id?: Id;
  /** Name by which the organisation is known. */
  name?: Label;
  /** What the organisation is, such as a state or a court. */
  kind?: OrganisationKind;
  /** The state that it is or belongs to, or where it sits. */
  country?: CountryCode;
  /** The larger organisation that it is a part of. */
  part_of?: Reference;
  /** States for which the organisation acts, or is said to act, beside its own. */
  acts_for?: CountryCode[];
  /**
   * States that know of this record, where that differs from what its fields assume; where no
   * state knows of it, `missing: {known_to: none}` says so.
   */
  known_to?: CountryCode[];
  /** A note for those who work on the case; it leaves with no release. */
  note?: Text;
  /**
   * By whose word the record stands. An allegation stays its speaker's, whoever repeats it.
   * Absent, only an interview, a judgment and a decision of the CCF speak for themselves.
   */
  according_to?: SpeakerReference[];
  /**
   * Where the content of the record is written, said or shown. Absent, the record rests on what
   * the record around it names, or else on the only source of the case.
   */
  sources?: Reference[];
  /** Why members of the record are missing, in one word for each. */
  missing?: Partial<Record<"id" | "name" | "kind" | "country" | "part_of" | "acts_for" | "known_to" | "note" | "according_to" | "sources", MissingReason>>;
}

/** What an organisation is, whatever part it plays. */
export type OrganisationKind = "academic_institution" | "advocacy" | "airline" | "anti_corruption_or_party_discipline" | "armed_group" | "asylum_authority" | "bank" | "border_authority" | "company" | "court" | "data_protection_authority" | "diaspora_association" | "diplomatic_consular" | "immigration_authority" | "intergovernmental" | "interpol" | "interpol_ncb" | "law_firm" | "legislature" | "local_government" | "media" | "military" | "movement" | "national_executive" | "news_agency" | "ngo" | "other" | "police" | "political_party" | "prison_service" | "private_investigator" | "private_security" | "pro_government_group" | "prosecutor" | "religious_organisation" | "ruling_party" | "school" | "screening_vendor" | "state" | "state_body" | "state_media" | "state_security_intelligence" | "trade_union" | "tribunal" | "un_body" | "village_or_neighbourhood_committee";

/**
 * What was done to the subject, or changed for them: liberty, status, papers, property, body. No
 * code says why, whether willingly, or whether lawfully: such things are statements. What was done
 * to the subject together with others is one outcome, and `of` names them all.
 */
export interface Outcome {
  /** Name of this record, needed only where another record points at it. */
  id?: Id;
  /** What was done to the subject, or changed for them. */
  kind?: OutcomeKind;
  /** To or for whom it was done; absent, the only subject of the case. */
  of?: ConcernedReference[];
  /** Who is said to have done it. */
  by?: SpeakerReference[];
  /** Date or period of the outcome. */
  date?: PartialDate;
  /** How long the outcome lasted, such as a detention. */
  duration?: Duration;
  /** Date on which the outcome is known still to have lasted. */
  as_of?: PartialDate;
  /** Country in which the outcome happened. */
  country?: CountryCode;
  /** Where in the country the outcome happened. */
  place?: Text;
  /** Country to which a person was brought, or went. */
  destination?: CountryCode;
  /** The grounds for it as the authority puts them. */
  stated_grounds?: StatedGround[];
  /** On what terms a person was freed. */
  terms?: ReleaseTerms;
  /** What was not given at the arrest or in custody: the grounds, counsel, an interpreter. */
  safeguards_missing?: Safeguard[];
  /** The incident or event that the outcome was a part of, such as an abduction long prepared. */
  part_of?: Reference;
  /**
   * What the outcome is said to be because of, and by whose word; several causes may be said at
   * once.
   */
  because_of?: Because[];
  /** The wording or a description, in the language that `language` names. */
  text?: Text;
  /** Language of the text (BCP 47). */
  language?: Language;
  /** The same words in other languages. */
  translations?: Translation[];
  /**
   * States that know of this record, where that differs from what its fields assume; where no
   * state knows of it, `missing: {known_to: none}` says so.
   */
  known_to?: CountryCode[];
  /** A note for those who work on the case; it leaves with no release. */
  note?: Text;
  /**
   * By whose word the record stands. An allegation stays its speaker's, whoever repeats it.
   * Absent, only an interview, a judgment and a decision of the CCF speak for themselves.
   */
  according_to?: SpeakerReference[];
  /**
   * Where the content of the record is written, said or shown. Absent, the record rests on what
   * the record around it names, or else on the only source of the case.
   */
  sources?: Reference[];
  /** Why members of the record are missing, in one word for each. */
  missing?: Partial<Record<"id" | "kind" | "of" | "by" | "date" | "duration" | "as_of" | "country" | "place" | "destination" | "stated_grounds" | "terms" | "safeguards_missing" | "part_of" | "because_of" | "text" | "language" | "translations" | "known_to" | "note" | "according_to" | "sources", MissingReason>>;
}

/**
 * What was done to the subject, or changed for them; no code says why, whether willingly, or
 * whether lawfully.
 */
export type OutcomeKind = "abducted" | "account_closed" | "arrested" | "assets_frozen" | "boarding_refused" | "custody" | "deported" | "died" | "disappeared" | "document_taken" | "entry_refused" | "exit_ban" | "extradited" | "fell_silent" | "freed" | "gave_up_activity" | "handed_over_informally" | "harm" | "health" | "held" | "house_arrest" | "ill_treatment" | "job_lost" | "killed" | "left_for_third_country" | "let_go_home" | "life" | "other" | "passport_cancelled" | "passport_refused" | "property_seizure" | "screening_listing" | "separated_from_family" | "stopped" | "surrendered" | "suspended_from_work" | "transfer" | "travel_stopped" | "visa_refused" | "went_back";

/** What part somebody had in an act. */
export interface Part {
  /** Who had a part in the act. */
  who: SpeakerReference;
  /** What part they are said to have had. */
  degree: Involvement;
}

/**
 * A date exactly as precise as its source: a year, month or day, an interval, or one of a set, in
 * the Extended Date/Time Format (EDTF, Library of Congress, 4 February 2019; ISO 8601-2), levels 0
 * and 1 without times, seasons and years outside 0001 to 9999. `?` is uncertain, `~` approximate,
 * `%` both; `..` leaves an end open, nothing stands for an unknown one.
 */
export type PartialDate = string;

/** A punishment: the most that the law allows, what was imposed, or what remains of it. */
export interface Penalty {
  /** Name of this record, needed only where another record points at it. */
  id?: Id;
  /** Whether it is the most that the law allows, what was imposed, or what remains of it. */
  kind?: PenaltyKind;
  /** How long the time in prison is. */
  imprisonment?: Duration;
  /** Whether it is prison for life. */
  life?: boolean;
  /** Whether it is the death penalty. */
  death?: boolean;
  /** Sum of money that is to be paid. */
  fine?: Money;
  /**
   * By whose word the record stands. An allegation stays its speaker's, whoever repeats it.
   * Absent, only an interview, a judgment and a decision of the CCF speak for themselves.
   */
  according_to?: SpeakerReference[];
  /**
   * Where the content of the record is written, said or shown. Absent, the record rests on what
   * the record around it names, or else on the only source of the case.
   */
  sources?: Reference[];
  /** Why members of the record are missing, in one word for each. */
  missing?: Partial<Record<"id" | "kind" | "imprisonment" | "life" | "death" | "fine" | "according_to" | "sources", MissingReason>>;
}

/** Whether a penalty is possible, was imposed, or is left to serve. */
export type PenaltyKind = "imposed" | "maximum" | "remaining";

/** Another person, or an unnamed group of persons. Private, unless a public role is given. */
export interface Person {
  /** Name of this record, needed only where another record points at it. */
  id?: Id;
  /** What those who work on the case call them; never a name. */
  label?: Label;
  /** Whether it is one person or a group. */
  kind?: PersonKind;
  /** How the person is related to the subject. */
  relation?: Kinship;
  /** The names of the person, one for each spelling or script. */
  names?: Name[];
  /** Why the person may be named: an office, a public statement. */
  public_role?: Label;
  /** Sex of the person, as a document records it. */
  sex?: Sex;
  /** Date of birth of the person. */
  born?: PartialDate;
  /** Whether the person is a child. */
  minor?: boolean;
  /** Countries of which the person is a national. */
  nationalities?: CountryCode[];
  /** Country where the person lives. */
  residence?: CountryCode;
  /** Whether there is such a person at all, or it is only said. */
  existence?: Existence;
  /** How many persons the group has. */
  count?: Range;
  /** What the person is described as, and by whom. */
  described_as?: Description[];
  /** Offices and employments that the person holds or held. */
  positions?: Position[];
  /** States for which the person acts, or is said to act. */
  acts_for?: CountryCode[];
  /**
   * States that know of this record, where that differs from what its fields assume; where no
   * state knows of it, `missing: {known_to: none}` says so.
   */
  known_to?: CountryCode[];
  /** A note for those who work on the case; it leaves with no release. */
  note?: Text;
  /**
   * By whose word the record stands. An allegation stays its speaker's, whoever repeats it.
   * Absent, only an interview, a judgment and a decision of the CCF speak for themselves.
   */
  according_to?: SpeakerReference[];
  /**
   * Where the content of the record is written, said or shown. Absent, the record rests on what
   * the record around it names, or else on the only source of the case.
   */
  sources?: Reference[];
  /** Why members of the record are missing, in one word for each. */
  missing?: Partial<Record<"id" | "label" | "kind" | "relation" | "names" | "public_role" | "sex" | "born" | "minor" | "nationalities" | "residence" | "existence" | "count" | "described_as" | "positions" | "acts_for" | "known_to" | "note" | "according_to" | "sources", MissingReason>>;
}

/** Whether a record stands for one person or for an unnamed group. */
export type PersonKind = "group" | "person";

/** What somebody says a field holds, written as that field would hold it. */
export type PlainValue = string | number | boolean | (string | number | boolean)[];

/** The name of a release policy, and the number of its version. */
export type PolicyName = string;

/** An office or employment that a person holds or held. */
export interface Position {
  /** Name of this record, needed only where another record points at it. */
  id?: Id;
  /** What the office or employment is called. */
  title?: Label;
  /** Organisation at which the position is or was held. */
  organisation?: Reference;
  /** Date or period in which the position is or was held. */
  date?: PartialDate;
  /** How long the position lasts by rule. */
  duration?: Duration;
  /** Whether the person still holds the position. */
  current?: boolean;
  /**
   * By whose word the record stands. An allegation stays its speaker's, whoever repeats it.
   * Absent, only an interview, a judgment and a decision of the CCF speak for themselves.
   */
  according_to?: SpeakerReference[];
  /**
   * Where the content of the record is written, said or shown. Absent, the record rests on what
   * the record around it names, or else on the only source of the case.
   */
  sources?: Reference[];
  /** Why members of the record are missing, in one word for each. */
  missing?: Partial<Record<"id" | "title" | "organisation" | "date" | "duration" | "current" | "according_to" | "sources", MissingReason>>;
}

/** Why an editor prefers one statement to another; being newer is no reason. */
export type PreferReason = "closer_to_event" | "corrected_by_speaker" | "court_finding" | "internally_consistent" | "more_independent" | "other" | "other_is_copy" | "primary_source" | "safety";

/** A matter before a court, an agency or the CCF: its dates, what was argued and found, its result. */
export interface Proceeding {
  /** Name of this record, needed only where another record points at it. */
  id?: Id;
  /** What kind of proceeding it is, such as extradition or asylum. */
  kind?: ProceedingKind;
  /** The court, agency or commission that the proceeding is before. */
  forum?: Forum;
  /** State at whose request the proceeding is held. */
  requested_by?: CountryCode;
  /** Whom the proceeding concerns; absent, the only subject of the case. */
  of?: ConcernedReference[];
  /** How many persons the proceeding concerns. */
  persons?: Range;
  /** Who applied, appealed or complained. */
  applicant?: SpeakerReference[];
  /** Against whom a complaint or a claim is made. */
  respondent?: SpeakerReference[];
  /** Who signed the application, if another than the applicant. */
  signatory?: SpeakerReference[];
  /** Who acts as counsel: a person, a law firm, an organisation. */
  counsel?: SpeakerReference[];
  /** By what way the request was sent. */
  channel?: ProceedingChannel;
  /** File number of the proceeding, as the body writes it. */
  reference?: Label;
  /** Notices, warrants, charges or decisions that are at issue. */
  concerns?: Reference[];
  /** Charges on which the person is tried. */
  charges?: Reference[];
  /** How far the proceeding has come. */
  status?: ProceedingStatus;
  /** Date on which the proceeding is known to have come so far. */
  as_of?: PartialDate;
  /** Dates of the steps of the proceeding. */
  dates?: ProceedingDates;
  /** Hearings of the proceeding, where there were several or one was not held. */
  hearings?: Hearing[];
  /** Whether the proceeding was held in the person's absence. */
  in_absentia?: boolean;
  /** Whether the proceeding was held behind closed doors. */
  closed?: boolean;
  /** Measures asked for until the decision, such as blocking the data. */
  provisional_measures?: ProvisionalMeasures;
  /** What the national bureau answered. */
  ncb_answer?: NcbAnswer;
  /** What the body disclosed to the applicant. */
  disclosure?: Disclosure;
  /** Ground for holding back the rest (Statute of the CCF, Article 35(3)). */
  restriction_ground?: RestrictionGround;
  /** Grounds that the applicant argued. */
  grounds_argued?: Ground[];
  /** Grounds that the court or agency found. */
  grounds_found?: Ground[];
  /** What was decided, where it is one result for all; several stand in `rulings`. */
  result?: ProceedingResult;
  /** What was decided on the data; that it was done stands in the notice's history. */
  effect?: ProceedingEffect;
  /** Results of the proceeding, where they differ for the notices, charges or warrants at issue. */
  rulings?: Ruling[];
  /** The sums of money that are at issue. */
  amounts?: Amounts;
  /** The punishment that the court imposed. */
  penalties?: Penalty[];
  /** When and where the proceeding was made public. */
  published?: Published;
  /** The new fact that a revision rests on. */
  new_fact?: NewFact;
  /** What the proceeding is said to be because of. */
  because_of?: Because[];
  /** The wording or a description, in the language that `language` names. */
  text?: Text;
  /** Language of the text (BCP 47). */
  language?: Language;
  /** The same words in other languages. */
  translations?: Translation[];
  /**
   * States that know of this record, where that differs from what its fields assume; where no
   * state knows of it, `missing: {known_to: none}` says so.
   */
  known_to?: CountryCode[];
  /** A note for those who work on the case; it leaves with no release. */
  note?: Text;
  /**
   * By whose word the record stands. An allegation stays its speaker's, whoever repeats it.
   * Absent, only an interview, a judgment and a decision of the CCF speak for themselves.
   */
  according_to?: SpeakerReference[];
  /**
   * Where the content of the record is written, said or shown. Absent, the record rests on what
   * the record around it names, or else on the only source of the case.
   */
  sources?: Reference[];
  /** Why members of the record are missing, in one word for each. */
  missing?: Partial<Record<"id" | "kind" | "forum" | "requested_by" | "of" | "persons" | "applicant" | "respondent" | "signatory" | "counsel" | "channel" | "reference" | "concerns" | "charges" | "status" | "as_of" | "dates" | "hearings" | "in_absentia" | "closed" | "provisional_measures" | "ncb_answer" | "disclosure" | "restriction_ground" | "grounds_argued" | "grounds_found" | "result" | "effect" | "rulings" | "amounts" | "penalties" | "published" | "new_fact" | "because_of" | "text" | "language" | "translations" | "known_to" | "note" | "according_to" | "sources", MissingReason>>;
}

/** How a request or filing was sent. */
export type ProceedingChannel = "court_filing" | "diplomatic" | "email" | "in_person" | "letter" | "national_bureau" | "other" | "portal";

/** The dates of a proceeding. Those of the CCF run from admissibility; what is due is computed. */
export interface ProceedingDates {
  /** Date on which the request was filed. */
  filed?: PartialDate;
  /** Date on which the request was found admissible. */
  admissible?: PartialDate;
  /** Date of the hearing, where one was held; several stand in `hearings`. */
  heard?: PartialDate;
  /** Date on which the decision was taken. */
  decided?: PartialDate;
  /** Date on which the decision was made known to the applicant. */
  notified?: PartialDate;
  /** Date on which the decision was carried out, where no notice of the case shows it. */
  implemented?: PartialDate;
}

/** What became of the data after the CCF's decision. */
export type ProceedingEffect = "addendum" | "blocked" | "deleted" | "other" | "retained" | "updated";

/** Kind of request or proceeding before a court, an authority or an international body. */
export type ProceedingKind = "administrative" | "arbitration" | "asylum" | "banking_appeal" | "ccf" | "ccf_access" | "ccf_deletion" | "ccf_pre_emptive" | "ccf_revision" | "citizenship_removal" | "civil" | "constitutional" | "criminal" | "data_protection" | "detention_review" | "exclusion_cessation" | "extradition" | "family_or_child_return" | "freezing_order" | "immigration" | "mutual_legal_assistance" | "national_bureau_request" | "other" | "passport_remedy" | "preliminary_reference" | "regional_court" | "release_request" | "removal" | "sanctions_request" | "sis_deletion" | "surrender" | "un_special_procedure" | "un_treaty_body" | "un_wgad" | "united_nations";

/** What the court, the authority or the body decided; the groups say for which kind of proceeding. */
export type ProceedingResult = "acquitted" | "admissible" | "arbitrary" | "asylum_result" | "award_made" | "bail_granted" | "bail_refused" | "case_closed" | "ccf_result" | "charged" | "charges_withdrawn" | "civil_result" | "claim_dismissed" | "claim_upheld" | "claim_withdrawn" | "complementary_protection" | "compliant" | "compliant_with_update" | "conditions_for_revision_met_compliant" | "conditions_for_revision_met_not_compliant" | "conditions_for_revision_not_met" | "convicted" | "conviction_quashed" | "criminal_result" | "deleted_before_decision" | "detention_extended" | "detention_ordered" | "detention_result" | "discontinued" | "excluded_from_protection" | "extradition_result" | "general_result" | "granted" | "granted_on_conditions" | "humanitarian_status" | "inadmissible" | "no_data" | "no_request_in_time" | "no_violation_found" | "not_arbitrary" | "not_compliant" | "other" | "pardoned" | "partly_granted" | "passed_on" | "pleaded_guilty" | "protection_refused" | "protection_revoked" | "quashed" | "refugee_status" | "refused" | "release_ordered" | "remitted" | "removal_cancelled" | "removal_ordered" | "removal_result" | "removal_stayed" | "request_withdrawn" | "sentence_changed" | "settled" | "temporary_protection" | "un_result" | "upheld" | "violation_found" | "withdrawn" | "withholding_of_removal";

/** How far a request or proceeding has come. */
export type ProceedingStatus = "admissible" | "appealed" | "closed" | "decided" | "filed" | "final" | "inadmissible" | "other" | "pending" | "planned" | "stayed" | "withdrawn";

/**
 * How the person is described, always according to somebody; professions and public parts, not
 * beliefs or origin.
 */
export type Profile = "academic" | "activist" | "artist" | "athlete" | "banker_finance" | "blogger" | "business_person" | "democracy_activist" | "dissident_critic" | "environment_land_activist" | "former_senior_official" | "human_rights_defender" | "journalist" | "labour_activist" | "lawyer" | "local_official" | "medical_worker" | "military_member" | "ngo_worker" | "opposition_politician" | "other" | "party_or_movement_member" | "police_security_officer" | "public_official" | "religious_figure" | "student" | "trade_unionist" | "translator" | "whistleblower" | "worker";

/** Measures asked for until the decision, such as blocking the data. */
export interface ProvisionalMeasures {
  /** Name of this record, needed only where another record points at it. */
  id?: Id;
  /** Date on which the measures were asked for. */
  asked?: PartialDate;
  /** What was answered to the request for measures. */
  answer?: MeasureAnswer;
  /** Date on which the answer came. */
  answered?: PartialDate;
  /**
   * By whose word the record stands. An allegation stays its speaker's, whoever repeats it.
   * Absent, only an interview, a judgment and a decision of the CCF speak for themselves.
   */
  according_to?: SpeakerReference[];
  /**
   * Where the content of the record is written, said or shown. Absent, the record rests on what
   * the record around it names, or else on the only source of the case.
   */
  sources?: Reference[];
  /** Why members of the record are missing, in one word for each. */
  missing?: Partial<Record<"id" | "asked" | "answer" | "answered" | "according_to" | "sources", MissingReason>>;
}

/**
 * Whether the public part of a notice can be seen on the issuer's public site; says nothing of its
 * legal status.
 */
export type PublicExtract = "hidden" | "never" | "published" | "removed";

/**
 * When and where something was first made public. Only since then do those who did it know that it
 * was told.
 */
export interface Published {
  /** Date on which it was made public. */
  date?: PartialDate;
  /** The source in which it was made public. */
  source?: Reference;
}

/** A number that somebody published, with what it counts, within what bounds and as of when. */
export interface PublishedCount {
  /** Name of this record, needed only where another record points at it. */
  id?: Id;
  /** The number that was published, or its bounds. */
  number?: Range;
  /** What the number counts, such as notices or persons. */
  unit?: CountUnit;
  /** Within what bounds the number was counted. */
  scope?: Text;
  /** How the number was counted or estimated. */
  method?: Text;
  /** States that the number is about, such as those that requested the notices. */
  countries?: CountryCode[];
  /** What the notices that are counted came to be, such as published or deleted. */
  status?: NoticeStatus;
  /** Whose list or register the number comes from. */
  by?: SpeakerReference;
  /** Date or period for which the number holds. */
  as_of?: PartialDate;
  /**
   * States that know of this record, where that differs from what its fields assume; where no
   * state knows of it, `missing: {known_to: none}` says so.
   */
  known_to?: CountryCode[];
  /** A note for those who work on the case; it leaves with no release. */
  note?: Text;
  /**
   * By whose word the record stands. An allegation stays its speaker's, whoever repeats it.
   * Absent, only an interview, a judgment and a decision of the CCF speak for themselves.
   */
  according_to?: SpeakerReference[];
  /**
   * Where the content of the record is written, said or shown. Absent, the record rests on what
   * the record around it names, or else on the only source of the case.
   */
  sources?: Reference[];
  /** Why members of the record are missing, in one word for each. */
  missing?: Partial<Record<"id" | "number" | "unit" | "scope" | "method" | "countries" | "status" | "by" | "as_of" | "known_to" | "note" | "according_to" | "sources", MissingReason>>;
}

/** What a person's data may be used for. */
export type Purpose = "advocacy" | "anonymous_publication" | "archive" | "authorities" | "ccf" | "lawyers" | "media" | "named_publication" | "other" | "partners" | "research" | "statistics" | "un";

/**
 * Words that a source gives as somebody's own, held as a hash: whoever has the source can find
 * them, and a copy that altered them is told from one that did not, though no sentence is copied.
 * Offset, length and hash are those of the normalised text: Unicode form NFC, straight quotation
 * marks, one space for each run of white space, none at the ends.
 */
export interface Quotation {
  /** A few of the words, at most five, by which a reader can find the rest. */
  extract?: Extract;
  /** Number of characters of the normalised source before the quoted words. */
  offset?: Count;
  /** Number of characters of the quoted words, when normalised. */
  length?: Count;
  /** Hash of the quoted words, normalised and in UTF-8. */
  sha256: Sha256;
}

/** How close a quotation is to what was said. */
export type QuoteKind = "altered" | "exact" | "paraphrase" | "truncated";

/** A number that nobody knows exactly: a best guess, or the least and the most. */
export interface Range {
  /** The number, where the source gives one. */
  best?: Count;
  /** The least that it can be. */
  low?: Count;
  /** The most that it can be. */
  high?: Count;
  /** How the number is meant: counted, estimated, at least and so on. */
  kind?: CountKind;
}

/** Which of several statements an editor puts first; a rank is never given by age alone. */
export type Rank = "deprecated" | "normal" | "preferred";

/** How far the coding of a case has come. */
export type RecordState = "coded" | "draft" | "reviewed" | "superseded" | "unverified" | "verified" | "withdrawn";

/** The id of another record of the case, or shared: and the id of a record of the shared document. */
export type Reference = string;

/** Another case that belongs with this one: another person pursued for the same facts. */
export interface RelatedCase {
  /** Id of the other case that belongs with this one. */
  case: Id;
  /** How the other case belongs together with this one. */
  relation?: CaseRelation;
}

/** What the first person or organisation is to the second: read as first IS code OF second. */
export type Relation = "accuser_of" | "alleged_victim_of" | "associate" | "aunt_uncle" | "brother" | "business_partner" | "child" | "client_of" | "co_accused" | "co_student" | "co_worker" | "complainant_against" | "cousin" | "director_of" | "doctor_of" | "employee_of" | "employer_of" | "ex_spouse" | "expert_in_case" | "fellow_member" | "fiance" | "friend" | "grandchild" | "grandparent" | "guarantor_of" | "guardian_of" | "in_law" | "interpreter_of" | "lawyer_of" | "member_of" | "namesake_of" | "neighbour" | "niece_nephew" | "officer_of" | "official_in_case" | "other" | "owner_of" | "parent" | "partner" | "relative" | "reporter_in_case" | "representative_of" | "same_community" | "sibling" | "sister" | "spouse" | "student_of" | "supporter_of" | "teacher_of" | "travel_companion" | "witness_in_case";

/** What a document that has left says of its release. A case that is kept has none. */
export interface Release {
  /** The audience that the release was made for. */
  audience: AudienceCode;
  /** Name and version of the policy that decided what leaves. */
  policy: PolicyName;
  /** Hash of the policy's file, by which the recipient can tell which policy it was. */
  policy_sha256?: Sha256;
  /** When the release was made, to the month. */
  date: PartialDate;
  /** Edition of the release, by which a later recall names it. */
  edition?: Edition;
  /** Traffic Light Protocol 2.0 mark that binds the recipient. */
  tlp?: Tlp;
  /** Terms under which the release may be used. */
  terms?: TermOfUse[];
  /** What the record rests on, in summary. */
  rests_on?: RestsOn;
}

/** On what terms a person was set free. */
export type ReleaseTerms = "bail" | "other" | "unconditional";

/**
 * How far a source can be relied on in general; internal, never set by default, never merged with
 * credibility.
 */
export type Reliability = "a" | "b" | "c" | "d" | "e" | "f";

/** A status under which a person stays in a country; what a proceeding granted stands there. */
export interface Residence {
  /** Name of this record, needed only where another record points at it. */
  id?: Id;
  /** Country in which the person stays. */
  country?: CountryCode;
  /** Status under which the person stays in the country. */
  status?: ImmigrationStatus;
  /** Date or period in which the status holds. */
  date?: PartialDate;
  /** For how long the status is given. */
  duration?: Duration;
  /**
   * By whose word the record stands. An allegation stays its speaker's, whoever repeats it.
   * Absent, only an interview, a judgment and a decision of the CCF speak for themselves.
   */
  according_to?: SpeakerReference[];
  /**
   * Where the content of the record is written, said or shown. Absent, the record rests on what
   * the record around it names, or else on the only source of the case.
   */
  sources?: Reference[];
  /** Why members of the record are missing, in one word for each. */
  missing?: Partial<Record<"id" | "country" | "status" | "date" | "duration" | "according_to" | "sources", MissingReason>>;
}

/** Ground on which information connected with a request to the CCF was kept from a party. */
export type RestrictionGround = "duties_of_organisation" | "investigation" | "other" | "rights_of_persons" | "security";

/** A summary of what the record rests on, since its sources do not leave with it. */
export interface RestsOn {
  /** How far the record was verified. */
  state?: RecordState;
  /** The year that the record describes. */
  as_of?: PartialDate;
  /** The classes of source, each named once. */
  source_classes?: SourceClass[];
  /** Number of sources or groups of sources that are independent of each other. */
  independent?: Count;
  /** Whether all that the release tells was public before. */
  already_public?: boolean;
}

/** An assessment of who could be harmed by a release. */
export interface Risk {
  /** Date on which the risk was assessed. */
  date?: PartialDate;
  /** Who assessed the risk, under a pseudonym. */
  by?: Label;
  /** The state from which the risk comes. */
  adversary?: CountryCode;
  /** How high the risk is said to be. */
  level?: RiskLevel;
}

/** How likely and how grave harm is if the record became known to an adversary. */
export type RiskLevel = "high" | "low" | "moderate" | "severe";

/** One of several results of a proceeding, with the notice, charge or warrant that it is about. */
export interface Ruling {
  /** What the ruling decides on: notices, warrants, charges, decisions. */
  about?: Reference[];
  /** What was decided by the ruling. */
  result?: ProceedingResult;
  /** What was decided on the data; that it was done stands in the notice's history. */
  effect?: ProceedingEffect;
  /** Grounds found for this ruling, where they differ from those of the others. */
  grounds?: Ground[];
  /** Whether no appeal against it is left. */
  final?: boolean;
}

/**
 * What a person was not given at an arrest or in custody, as reported; never a finding of this
 * record.
 */
export type Safeguard = "incommunicado" | "no_consular_contact" | "no_counsel" | "no_family_contact" | "no_interpreter" | "no_warrant_shown" | "not_told_grounds" | "other" | "unacknowledged";

/** Version of the schema that the document follows. */
export type SchemaVersion = "1.0";

/** Scripts by their four letters. */
export type Script = "Adlm" | "Afak" | "Aghb" | "Ahom" | "Arab" | "Aran" | "Armi" | "Armn" | "Avst" | "Bali" | "Bamu" | "Bass" | "Batk" | "Beng" | "Berf" | "Bhks" | "Blis" | "Bopo" | "Brah" | "Brai" | "Bugi" | "Buhd" | "Cakm" | "Cans" | "Cari" | "Cham" | "Cher" | "Chis" | "Chrs" | "Cirt" | "Copt" | "Cpmn" | "Cprt" | "Cyrl" | "Cyrs" | "Deva" | "Diak" | "Dogr" | "Dsrt" | "Dupl" | "Egyd" | "Egyh" | "Egyp" | "Elba" | "Elym" | "Ethi" | "Gara" | "Geok" | "Geor" | "Glag" | "Gong" | "Gonm" | "Goth" | "Gran" | "Grek" | "Gujr" | "Gukh" | "Guru" | "Hanb" | "Hang" | "Hani" | "Hano" | "Hans" | "Hant" | "Hatr" | "Hebr" | "Hira" | "Hluw" | "Hmng" | "Hmnp" | "Hntl" | "Hrkt" | "Hung" | "Inds" | "Ital" | "Jamo" | "Java" | "Jpan" | "Jurc" | "Kali" | "Kana" | "Kawi" | "Khar" | "Khmr" | "Khoj" | "Kitl" | "Kits" | "Knda" | "Kore" | "Kpel" | "Krai" | "Kthi" | "Lana" | "Laoo" | "Latf" | "Latg" | "Latn" | "Leke" | "Lepc" | "Limb" | "Lina" | "Linb" | "Lisu" | "Loma" | "Lyci" | "Lydi" | "Mahj" | "Maka" | "Mand" | "Mani" | "Marc" | "Maya" | "Medf" | "Mend" | "Merc" | "Mero" | "Mlym" | "Modi" | "Mong" | "Moon" | "Mroo" | "Mtei" | "Mult" | "Mymr" | "Nagm" | "Nand" | "Narb" | "Nbat" | "Newa" | "Nkdb" | "Nkgb" | "Nkoo" | "Nshu" | "Ogam" | "Olck" | "Onao" | "Orkh" | "Orya" | "Osge" | "Osma" | "Ougr" | "Palm" | "Pauc" | "Pcun" | "Pelm" | "Perm" | "Phag" | "Phli" | "Phlp" | "Phlv" | "Phnx" | "Piqd" | "Plrd" | "Prti" | "Psin" | "Ranj" | "Rjng" | "Rohg" | "Roro" | "Runr" | "Samr" | "Sara" | "Sarb" | "Saur" | "Seal" | "Sgnw" | "Shaw" | "Shrd" | "Shui" | "Sidd" | "Sidt" | "Sind" | "Sinh" | "Sogd" | "Sogo" | "Sora" | "Soyo" | "Sund" | "Sunu" | "Sylo" | "Syrc" | "Syre" | "Syrj" | "Syrn" | "Tagb" | "Takr" | "Tale" | "Talu" | "Taml" | "Tang" | "Tavt" | "Tayo" | "Telu" | "Teng" | "Tfng" | "Tglg" | "Thaa" | "Thai" | "Tibt" | "Tirh" | "Tnsa" | "Todr" | "Tols" | "Toto" | "Tutg" | "Ugar" | "Vaii" | "Visp" | "Vith" | "Wara" | "Wcho" | "Wole" | "Xpeo" | "Xsux" | "Yezi" | "Yiii" | "Zanb" | "Zinh" | "Zmth" | "Zsye" | "Zsym" | "Zxxx" | "Zyyy" | "Zzzz";

/** Where somebody looked or asked whether there is a notice, when, and what the answer was. */
export interface Search {
  /** Name of this record, needed only where another record points at it. */
  id?: Id;
  /** Where somebody looked or asked for a notice. */
  place?: SearchPlace;
  /** Date on which somebody looked or asked. */
  date?: PartialDate;
  /** Who looked or asked for a notice. */
  by?: SpeakerReference[];
  /** The words or numbers that were searched for. */
  terms?: Label;
  /** What the search found, or what was answered. */
  answer: SearchAnswer;
  /** How many entries the search found. */
  hits?: Range;
  /** The notices that the search found. */
  notices?: Reference[];
  /** Why nobody looked or asked there. */
  reason?: Label;
  /**
   * By whose word the record stands. An allegation stays its speaker's, whoever repeats it.
   * Absent, only an interview, a judgment and a decision of the CCF speak for themselves.
   */
  according_to?: SpeakerReference[];
  /**
   * Where the content of the record is written, said or shown. Absent, the record rests on what
   * the record around it names, or else on the only source of the case.
   */
  sources?: Reference[];
  /** Why members of the record are missing, in one word for each. */
  missing?: Partial<Record<"id" | "place" | "date" | "by" | "terms" | "hits" | "notices" | "reason" | "according_to" | "sources", MissingReason>>;
}

/** What came of looking or asking whether a notice or other record exists. */
export type SearchAnswer = "certificate_none" | "disclosed" | "inadmissible" | "neither_confirmed_nor_denied" | "no_answer" | "no_data" | "not_attempted" | "not_seen" | "other" | "partly_disclosed" | "refused" | "seen";

/** Where somebody looked or asked whether a notice or other record exists. */
export type SearchPlace = "border_authority" | "ccf_access" | "cis_list" | "court_file" | "data_protection_request" | "host_government" | "interpol_public_site" | "interpol_secretariat" | "national_bureau" | "national_police" | "national_wanted_list" | "other" | "screening_database" | "sis_access" | "travel_document_check";

/** Sex as a document records it, with the document as its source. */
export type Sex = "female" | "male" | "other" | "unknown";

/** The SHA-256 hash of a file or of quoted words, as 64 hexadecimal digits. */
export type Sha256 = string;

/** What several cases refer to: operations, published counts, organisations, sources, context. */
export interface SharedDocument {
  /**
   * Address of this schema, for editors. It is not part of the record, and no program that writes
   * a record keeps it.
   */
  $schema?: string;
  /** Version of the schema that the document follows. */
  rednotice: SchemaVersion;
  /** Says that this is the shared document and no case. */
  shared: Yes;
  /** Id of the document, never made from a name. */
  id?: Id;
  /** What a document that has left says of its release; one that is kept has none. */
  release?: Release;
  /** Persons in public life who are no case. */
  people?: Person[];
  /** States, authorities, courts, media and companies that several cases refer to. */
  organisations?: Organisation[];
  /** Operations of states that several cases are said to belong to. */
  operations?: Operation[];
  /** Numbers that somebody published, with their bounds. */
  counts?: PublishedCount[];
  /** Facts of law and of policy that several cases refer to. */
  contexts?: Context[];
  /** Events that explain several cases, such as a ban or a summit. */
  events?: Event[];
  /** Matters before courts and agencies that several cases refer to. */
  proceedings?: Proceeding[];
  /** What was done to, or changed for, persons in public life. */
  outcomes?: Outcome[];
  /** The documents, interviews and reports that the shared records rest on. */
  sources?: Source[];
  /** Who says, denies or does not answer what about which record. */
  statements?: Statement[];
  /** Why members of the document are missing, in one word for each. */
  missing?: Partial<Record<"id" | "release" | "people" | "organisations" | "operations" | "counts" | "contexts" | "events" | "proceedings" | "outcomes" | "sources" | "statements" | "note" | "extensions", MissingReason>>;
  /** A note for those who work on the cases; it leaves with no release. */
  note?: Text;
  /** What other software keeps with the document, by its domain written backwards; internal. */
  extensions?: Partial<Record<string, Json>>;
}

/** A document, a broadcast, a talk: whatever a record rests on. Its title or its kind is given. */
export interface Source {
  /** Name of this record, needed only where another record points at it. */
  id?: Id;
  /** Title of the source, or what it is called. */
  title?: Label;
  /** What kind of source it is, such as a judgment or an interview. */
  kind?: SourceKind;
  /** Date of the source itself. */
  date?: PartialDate;
  /** Who speaks in the source, such as the person interviewed or the court. */
  by?: SpeakerReference[];
  /** Names of the authors as they are printed. */
  authors?: Label[];
  /** Who published or broadcast the source. */
  publisher?: SpeakerReference;
  /** Address at which the source is published. */
  address?: Address;
  /** Date on which the source was read at its address. */
  retrieved?: PartialDate;
  /** How the speaker of the source is connected with what is told. */
  connection?: Connection;
  /** Whether those who keep the case hold a copy of the source. */
  held?: boolean;
  /**
   * Whether all that it tells of the case is recorded, so that what a record that rests on it
   * lacks was looked for there.
   */
  coded_in_full?: boolean;
  /** Under what circumstances the speaker gave the source. */
  circumstances?: Circumstances;
  /** Other sources from which this one was made. */
  derived_from?: Derived[];
  /** Name of a group of sources that count as one voice. */
  independence_group?: Id;
  /** How reliable the source is (Admiralty code). */
  reliability?: Reliability;
  /** Whether the source is protected by legal privilege. */
  privileged?: boolean;
  /** The source as an exhibit in a filing. */
  exhibit?: Exhibit;
  /** How a copy of the source was made. */
  capture?: Capture;
  /** The wording or a description, in the language that `language` names. */
  text?: Text;
  /** Language of the text (BCP 47). */
  language?: Language;
  /** The same words in other languages. */
  translations?: Translation[];
  /**
   * States that know of this record, where that differs from what its fields assume; where no
   * state knows of it, `missing: {known_to: none}` says so.
   */
  known_to?: CountryCode[];
  /** A note for those who work on the case; it leaves with no release. */
  note?: Text;
  /**
   * By whose word the record stands. An allegation stays its speaker's, whoever repeats it.
   * Absent, only an interview, a judgment and a decision of the CCF speak for themselves.
   */
  according_to?: SpeakerReference[];
  /**
   * Where the content of the record is written, said or shown. Absent, the record rests on what
   * the record around it names, or else on the only source of the case.
   */
  sources?: Reference[];
  /** Why members of the record are missing, in one word for each. */
  missing?: Partial<Record<"id" | "title" | "kind" | "date" | "by" | "authors" | "publisher" | "address" | "retrieved" | "connection" | "held" | "coded_in_full" | "circumstances" | "derived_from" | "independence_group" | "reliability" | "privileged" | "exhibit" | "capture" | "text" | "language" | "translations" | "known_to" | "note" | "according_to" | "sources", MissingReason>>;
}

/** What kinds of source a release rests on, cut so that no class tells which person spoke. */
export type SourceClass = "court_or_body" | "official" | "other" | "person_or_supporters" | "press" | "research";

/**
 * What a source is, in neutral words; by whom it was published and how it was obtained stands
 * beside.
 */
export type SourceKind = "academic" | "affidavit" | "arrest_warrant" | "asylum_file" | "bank_letter" | "blog" | "border_record" | "broadcast" | "call_recording" | "ccf_certificate" | "ccf_decision" | "ccf_letter" | "court_filing" | "court_judgment" | "custodial_confession" | "dataset" | "diplomatic_note" | "email" | "expert_opinion" | "extradition_request" | "government_press_release" | "identity_document" | "indictment" | "interpol_public_page" | "interview" | "lawyer_statement" | "legal_commentary" | "legislation" | "letter" | "medical_report" | "message_screenshot" | "news_agency_report" | "news_article" | "ngo_report" | "ngo_urgent_appeal" | "notice_document" | "official_database" | "official_letter" | "other" | "parliamentary_record" | "photo" | "police_record" | "press_release" | "relative_testimony" | "republication" | "researcher_note" | "rewritten_copy" | "screening_report" | "social_media_post" | "state_media_report" | "subject_testimony" | "summons" | "un_document" | "unpublished_official_document" | "video" | "visa_document" | "wanted_poster" | "witness_testimony";

/**
 * Whose word or act it is, as a class that needs no record of its own: `class:press`. An id of a
 * record of the case, shared: and the id of a record of the shared document, or class: and a code
 * of the list speakers.
 */
export type SpeakerReference = string;

/**
 * Attribute of a person that data protection law guards in particular; kept apart from professions
 * and always according to somebody.
 */
export type SpecialCategory = "biometric_data" | "ethnic_origin" | "gender_identity" | "genetic_data" | "health" | "other" | "political_opinion" | "religion_or_belief" | "sex_life" | "sexual_orientation" | "trade_union_membership";

/** Something that data protection law protects above the rest (GDPR Article 9). */
export interface SpecialTrait {
  /** Name of this record, needed only where another record points at it. */
  id?: Id;
  /** The special category of data that the trait belongs to. */
  category: SpecialCategory;
  /** What the trait is exactly, if it must be said. */
  text?: Text;
  /**
   * By whose word the record stands. An allegation stays its speaker's, whoever repeats it.
   * Absent, only an interview, a judgment and a decision of the CCF speak for themselves.
   */
  according_to?: SpeakerReference[];
  /**
   * Where the content of the record is written, said or shown. Absent, the record rests on what
   * the record around it names, or else on the only source of the case.
   */
  sources?: Reference[];
  /** Why members of the record are missing, in one word for each. */
  missing?: Partial<Record<"id" | "text" | "according_to" | "sources", MissingReason>>;
}

/**
 * What a speaker does with a matter: says it, denies it, stays silent on it; silence is never
 * denial.
 */
export type Stance = "accepts_responsibility" | "accuses" | "alleges" | "asks" | "believes" | "corrects" | "declined" | "denies" | "denies_responsibility" | "did_not_answer" | "disputes" | "does_not_know" | "fears" | "finds" | "has_not_commented" | "may_mean" | "no_answer_on_point" | "opines" | "other" | "other_explanation" | "predicts" | "retracts" | "says" | "suggests" | "supports" | "token_response" | "warns" | "withdrew" | "withholds";

/** Ground for an act as the authority or company that acted puts it. */
export type StatedGround = "compliance_policy" | "diffusion_hit" | "document_invalid" | "extradition_request" | "foreign_warrant" | "identity_check" | "irregular_entry" | "irregular_stay" | "national_warrant" | "no_valid_visa" | "notice_hit" | "offence_in_host" | "other" | "regional_alert" | "screening_hit" | "security_concern" | "travel_document_hit" | "visa_overstay";

/** Whether a person is considered a national by any state. */
export type StatelessStatus = "claimed" | "de_facto" | "not_stateless" | "recognised";

/** Who says, denies, or does not answer, about which record or field. The text is the words used. */
export interface Statement {
  /** Name of this record, needed only where another record points at it. */
  id?: Id;
  /** What the statement is about: a record, as id, or one field of it, as id.field. */
  about?: About;
  /** Who makes the statement, denies or does not answer. */
  by?: SpeakerReference[];
  /** Whether the speaker says it, denies it, did not answer, and so on. */
  stance: Stance;
  /** What the field holds by this statement; treated as the field is. */
  value?: PlainValue;
  /** Date on which the statement was made. */
  date?: PartialDate;
  /** The day from which words of date such as `last August` were resolved to the value. */
  resolved_from?: PartialDate;
  /** Other statements that this one answers, denies or corrects. */
  against?: Reference[];
  /**
   * Under what circumstances the statement was made: free, in custody, before officials, under
   * threat.
   */
  circumstances?: Circumstances;
  /** How close the text is to the words used; absent, it is a paraphrase. */
  quote?: QuoteKind;
  /** The words that the source gives in quotation marks, where the text tells them again. */
  quotation?: Quotation;
  /** Where in the source the statement stands: a page, a paragraph, a minute. */
  pinpoint?: Label;
  /** What the speaker rests the statement on. */
  basis?: Reference[];
  /** Who passed the statement on from the speaker. */
  relayed_by?: SpeakerReference[];
  /** Who asked the speaker for the statement. */
  asked_by?: SpeakerReference[];
  /** Date on which the speaker was asked. */
  asked?: PartialDate;
  /** Date by which the speaker was to answer. */
  deadline?: PartialDate;
  /** Date on which the speaker answered. */
  answered?: PartialDate;
  /** The question that the speaker was asked. */
  question?: Text;
  /** On what terms the statement was made: on the record, off the record. */
  terms?: AttributionTerms;
  /** Why the speaker withholds what they know. */
  reason?: WithholdReason;
  /** The records that are the reason for withholding. */
  because_of?: About[];
  /** Whether those who keep the case know what is withheld. */
  held?: boolean;
  /** Whether the statement is preferred, normal or deprecated. */
  rank?: Rank;
  /** Why the statement has that rank. */
  rank_reason?: PreferReason;
  /** How credible the information in the statement is (Admiralty code). */
  credibility?: Credibility;
  /** The wording or a description, in the language that `language` names. */
  text?: Text;
  /** Language of the text (BCP 47). */
  language?: Language;
  /** The same words in other languages. */
  translations?: Translation[];
  /**
   * States that know of this record, where that differs from what its fields assume; where no
   * state knows of it, `missing: {known_to: none}` says so.
   */
  known_to?: CountryCode[];
  /** A note for those who work on the case; it leaves with no release. */
  note?: Text;
  /**
   * By whose word the record stands. An allegation stays its speaker's, whoever repeats it.
   * Absent, only an interview, a judgment and a decision of the CCF speak for themselves.
   */
  according_to?: SpeakerReference[];
  /**
   * Where the content of the record is written, said or shown. Absent, the record rests on what
   * the record around it names, or else on the only source of the case.
   */
  sources?: Reference[];
  /** Why members of the record are missing, in one word for each. */
  missing?: Partial<Record<"id" | "about" | "by" | "value" | "date" | "resolved_from" | "against" | "circumstances" | "quote" | "quotation" | "pinpoint" | "basis" | "relayed_by" | "asked_by" | "asked" | "deadline" | "answered" | "question" | "terms" | "reason" | "because_of" | "held" | "rank" | "rank_reason" | "credibility" | "text" | "language" | "translations" | "known_to" | "note" | "according_to" | "sources", MissingReason>>;
}

/** What a change of a notice's status rested on, as the body that made it put it. */
export type StatusBasis = "ccf_decision" | "court_decision" | "during_ccf_request" | "earlier_decision" | "gs_review" | "ncb_gave_no_answer" | "ncb_request" | "new_information" | "objection_of_other_bureau" | "other" | "person_died" | "person_surrendered" | "refugee_policy" | "retention" | "settlement" | "un_decision" | "warrant_lifted";

/** One step in the life of a notice. The text is the words of the step, such as an addendum. */
export interface StatusChange {
  /** Name of this record, needed only where another record points at it. */
  id?: Id;
  /** What the notice became in this step. */
  status: NoticeStatus;
  /** Date on which the step was taken. */
  date?: PartialDate;
  /** On what basis the step was taken. */
  basis?: StatusBasis;
  /** Grounds that were given for the step. */
  grounds?: Ground[];
  /** Who took or ordered the step. */
  by?: SpeakerReference;
  /** The proceeding that led to the step. */
  proceeding?: Reference;
  /** Charges that this step added to the notice. */
  charges_added?: Reference[];
  /** Charges that this step took out of the notice. */
  charges_dropped?: Reference[];
  /** The wording or a description, in the language that `language` names. */
  text?: Text;
  /** Language of the text (BCP 47). */
  language?: Language;
  /** The same words in other languages. */
  translations?: Translation[];
  /**
   * States that know of this record, where that differs from what its fields assume; where no
   * state knows of it, `missing: {known_to: none}` says so.
   */
  known_to?: CountryCode[];
  /** A note for those who work on the case; it leaves with no release. */
  note?: Text;
  /**
   * By whose word the record stands. An allegation stays its speaker's, whoever repeats it.
   * Absent, only an interview, a judgment and a decision of the CCF speak for themselves.
   */
  according_to?: SpeakerReference[];
  /**
   * Where the content of the record is written, said or shown. Absent, the record rests on what
   * the record around it names, or else on the only source of the case.
   */
  sources?: Reference[];
  /** Why members of the record are missing, in one word for each. */
  missing?: Partial<Record<"id" | "date" | "basis" | "grounds" | "by" | "proceeding" | "charges_added" | "charges_dropped" | "text" | "language" | "translations" | "known_to" | "note" | "according_to" | "sources", MissingReason>>;
}

/** The person or the entity that a state pursues. */
export interface Subject {
  /** Name of this record, needed only where another record points at it. */
  id?: Id;
  /** What those who work on the case call the person; never a name. */
  label?: Label;
  /** Whether the subject is a person or an entity. */
  kind?: SubjectKind;
  /** The names of the subject, one for each spelling or script. */
  names?: Name[];
  /** Sex as a document records it. */
  sex?: Sex;
  /** Gender in the person's own words. */
  gender?: Label;
  /** Date of birth, as precise as its source. */
  born?: PartialDate;
  /** Country in which the subject was born. */
  birth_country?: CountryCode;
  /** Place in which the subject was born. */
  birth_place?: Text;
  /** Nationalities that nobody disputes and whose dates do not matter. */
  nationalities?: CountryCode[];
  /** Nationalities that were gained or lost, or that are contested. */
  nationality_history?: Nationality[];
  /** Whether the person has no nationality. */
  stateless?: StatelessStatus;
  /** Languages that the subject speaks. */
  languages?: Language[];
  /** What the person is described as, and by whom. */
  described_as?: Description[];
  /** Special categories of personal data; record one only where the case cannot do without. */
  special_traits?: SpecialTrait[];
  /** Offices and employments that the subject holds or held. */
  positions?: Position[];
  /** Passports and other travel documents of the subject. */
  documents?: TravelDocument[];
  /** Under what status the person stays where, unless a proceeding granted it. */
  residences?: Residence[];
  /** What the person looks like, as a notice has it. */
  appearance?: Appearance;
  /**
   * States that know of this record, where that differs from what its fields assume; where no
   * state knows of it, `missing: {known_to: none}` says so.
   */
  known_to?: CountryCode[];
  /** A note for those who work on the case; it leaves with no release. */
  note?: Text;
  /**
   * By whose word the record stands. An allegation stays its speaker's, whoever repeats it.
   * Absent, only an interview, a judgment and a decision of the CCF speak for themselves.
   */
  according_to?: SpeakerReference[];
  /**
   * Where the content of the record is written, said or shown. Absent, the record rests on what
   * the record around it names, or else on the only source of the case.
   */
  sources?: Reference[];
  /** Why members of the record are missing, in one word for each. */
  missing?: Partial<Record<"id" | "label" | "kind" | "names" | "sex" | "gender" | "born" | "birth_country" | "birth_place" | "nationalities" | "nationality_history" | "stateless" | "languages" | "described_as" | "special_traits" | "positions" | "documents" | "residences" | "appearance" | "known_to" | "note" | "according_to" | "sources", MissingReason>>;
}

/** Whether the subject is a person or an entity. */
export type SubjectKind = "entity" | "person";

/** What the bureau that sent the data may be told of an exhibit. */
export type TellSource = "nothing" | "summary" | "whole";

/** Term under which a release may be used; the recipient accepts all that a release names. */
export type TermOfUse = "no_border_control" | "no_credit_decisions" | "no_employment_decisions" | "no_onward_sharing" | "no_policing" | "no_reidentification" | "no_screening" | "other";

/** Prose in plain text, of 100,000 characters at most. */
export type Text = string;

/** How two persons or bodies are related, neither of whom is the subject: *who* IS *kind* OF *to*. */
export interface Tie {
  /** Name of this record, needed only where another record points at it. */
  id?: Id;
  /** The first of the two persons or bodies that are related. */
  who: Reference;
  /** What the first of the two is to the other. */
  kind: Relation;
  /** The other of the two persons or bodies. */
  to: Reference;
  /**
   * By whose word the record stands. An allegation stays its speaker's, whoever repeats it.
   * Absent, only an interview, a judgment and a decision of the CCF speak for themselves.
   */
  according_to?: SpeakerReference[];
  /**
   * Where the content of the record is written, said or shown. Absent, the record rests on what
   * the record around it names, or else on the only source of the case.
   */
  sources?: Reference[];
  /** Why members of the record are missing, in one word for each. */
  missing?: Partial<Record<"id" | "according_to" | "sources", MissingReason>>;
}

/** A time to the second in UTC (RFC 3339, with Z). */
export type Timestamp = string;

/** How far a record may be passed on, in the marks of the Traffic Light Protocol. */
export type Tlp = "amber" | "amber+strict" | "clear" | "green" | "red";

/** The same words in another language. */
export interface Translation {
  /** The same words, translated into the other language. */
  text: Text;
  /** Language into which the words are translated (BCP 47). */
  language: Language;
  /** Whether a machine translated, and nobody has read it since. */
  machine?: boolean;
}

/** A passport or another paper to travel with. */
export interface TravelDocument {
  /** Name of this record, needed only where another record points at it. */
  id?: Id;
  /** What kind of travel document it is. */
  kind?: TravelDocumentKind;
  /** State that issued the travel document. */
  issuing_state?: CountryCode;
  /** Number of the travel document, as it is printed. */
  number?: Label;
  /** Date on which the travel document was issued. */
  issued?: PartialDate;
  /** Date on which the travel document expires. */
  expires?: PartialDate;
  /**
   * States that know of this record, where that differs from what its fields assume; where no
   * state knows of it, `missing: {known_to: none}` says so.
   */
  known_to?: CountryCode[];
  /** A note for those who work on the case; it leaves with no release. */
  note?: Text;
  /**
   * By whose word the record stands. An allegation stays its speaker's, whoever repeats it.
   * Absent, only an interview, a judgment and a decision of the CCF speak for themselves.
   */
  according_to?: SpeakerReference[];
  /**
   * Where the content of the record is written, said or shown. Absent, the record rests on what
   * the record around it names, or else on the only source of the case.
   */
  sources?: Reference[];
  /** Why members of the record are missing, in one word for each. */
  missing?: Partial<Record<"id" | "kind" | "issuing_state" | "number" | "issued" | "expires" | "known_to" | "note" | "according_to" | "sources", MissingReason>>;
}

/** Kind of document that its bearer can travel on or prove identity with. */
export type TravelDocumentKind = "alien_passport" | "diplomatic_passport" | "emergency_document" | "identity_card" | "other" | "passport" | "refugee_travel_document" | "service_passport" | "stateless_travel_document";

/** What INTERPOL's database of stolen and lost travel documents says of a document. */
export type TravelDocumentRecord = "invalid" | "lost" | "revoked" | "stolen" | "stolen_blank";

/**
 * A decision of a state to seek or to charge a person: an arrest warrant, a judgment, an
 * indictment.
 */
export interface Warrant {
  /** Name of this record, needed only where another record points at it. */
  id?: Id;
  /** What kind of decision it is, such as an arrest warrant. */
  kind?: WarrantKind;
  /** State whose authority took the decision. */
  issuing_state?: CountryCode;
  /** Date on which the decision was taken. */
  issued?: PartialDate;
  /** The court or office that took the decision. */
  authority?: SpeakerReference;
  /** File number of the decision, as the authority writes it. */
  reference?: Label;
  /** Whether a court or a judge took the decision. */
  judicial?: boolean;
  /** Whether the person was tried in their absence. */
  in_absentia?: boolean;
  /** Whom the decision seeks; absent, the only subject of the case. */
  against?: ConcernedReference[];
  /** The charges as this decision states them. */
  charges?: Charge[];
  /**
   * States that know of this record, where that differs from what its fields assume; where no
   * state knows of it, `missing: {known_to: none}` says so.
   */
  known_to?: CountryCode[];
  /** A note for those who work on the case; it leaves with no release. */
  note?: Text;
  /**
   * By whose word the record stands. An allegation stays its speaker's, whoever repeats it.
   * Absent, only an interview, a judgment and a decision of the CCF speak for themselves.
   */
  according_to?: SpeakerReference[];
  /**
   * Where the content of the record is written, said or shown. Absent, the record rests on what
   * the record around it names, or else on the only source of the case.
   */
  sources?: Reference[];
  /** Why members of the record are missing, in one word for each. */
  missing?: Partial<Record<"id" | "kind" | "issuing_state" | "issued" | "authority" | "reference" | "judicial" | "in_absentia" | "against" | "charges" | "known_to" | "note" | "according_to" | "sources", MissingReason>>;
}

/**
 * What kind of decision a state took to seek or charge a person; an indictment seeks nobody, and
 * an arrest warrant is no notice.
 */
export type WarrantKind = "arrest_warrant" | "charge_decision" | "detention_order" | "indictment" | "judgment" | "other" | "search_order" | "summons";

/** Why somebody withholds a value; the reason itself can point at a source. */
export type WithholdReason = "consent_limited" | "court_order" | "editorial" | "legal_privilege" | "minor" | "other" | "relative_threatened" | "source_protection" | "subject_risk";

/** The value true, by which a shared document is told from a case. */
export type Yes = true;

/** A case, or a shared document, which says `shared: true`. */
export type Document = Case | SharedDocument;
