"""The one-home rule: nothing that happened is written twice in any example."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

import rednotice
from rednotice import codelists
from rednotice.documents import pointer
from rednotice.insight.rulings import decided
from rednotice.model import (
    Case,
    Event,
    Incident,
    Notice,
    Observation,
    Outcome,
    Proceeding,
    Residence,
    Search,
    SharedDocument,
)
from rednotice.records import walk
from rednotice.types.dates import PartialDate

FILES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))

# The same happening in the words of the lists that could each hold it. What is not here is called
# as its own list calls it. A decision and what followed from it are two: extradition is granted in
# a proceeding, and the handing over is an outcome.
SAME = {
    "taken into custody": {
        *("outcome:arrested", "outcome:custody", "proceeding:detention_ordered"),
        *("incident:arrest_charge", "incident:detention"),
    },
    "kept in custody": {"outcome:held", "proceeding:detention_extended", "proceeding:bail_refused"},
    "confined to a home": {"outcome:house_arrest", "incident:house_arrest"},
    "set free": {
        *("outcome:freed", "outcome:let_go_home"),
        *("proceeding:bail_granted", "proceeding:release_ordered"),
    },
    "not let on board": {"outcome:boarding_refused", "incident:boarding_refused"},
    "kept in the country": {"outcome:exit_ban", "incident:exit_ban"},
    "passed to the pursuing state": {
        *("outcome:extradited", "outcome:surrendered", "outcome:deported", "outcome:abducted"),
        *("outcome:handed_over_informally", "outcome:went_back", "outcome:transfer"),
        *("incident:abducted", "incident:removal_to_pursuing_state"),
        *("outcome:of a kind not given", "event:visit_home"),
    },
    "moved": {
        *("event:flight", "event:entry_abroad", "event:relocation", "event:left_country"),
        "outcome:left_for_third_country",
    },
    "convicted": {
        *("proceeding:convicted", "proceeding:pleaded_guilty", "incident:imprisonment"),
    },
    "charged": {"proceeding:charged", "incident:prosecution"},
    "protected": {
        *("proceeding:refugee_status", "proceeding:complementary_protection"),
        *("residence:refugee_convention", "residence:complementary_subsidiary"),
    },
    "refused protection": {"proceeding:protection_refused", "residence:rejected_final"},
    "ordered to leave": {"proceeding:removal_ordered", "residence:under_removal_order"},
    "assets frozen": {
        *("outcome:assets_frozen", "incident:assets_frozen", "proceeding:freezing_order"),
    },
    "property taken": {"outcome:property_seizure", "incident:property_seizure"},
    "suspended": {"outcome:suspended_from_work", "incident:suspended_from_work"},
    "citizenship lost": {
        "incident:citizenship_removed",
        "proceeding:citizenship_removal",
    },
    "passport cancelled": {"outcome:passport_cancelled", "incident:passport_cancelled"},
    "work lost": {"outcome:job_lost", "incident:job_lost"},
    "passport refused": {"outcome:passport_refused", "incident:passport_refused"},
    "document taken": {"outcome:document_taken", "incident:document_taken"},
    "visa refused": {"outcome:visa_refused", "proceeding:immigration"},
    "disappeared": {"outcome:disappeared", "incident:disappeared"},
    "ill-treated": {"outcome:ill_treatment", "incident:ill_treatment"},
    "died": {
        *("outcome:died", "outcome:killed", "incident:died", "incident:killed"),
        "event:death_of_relative",
    },
    "separated": {"outcome:separated_from_family", "incident:separated_from_family"},
    "settled": {"event:settlement", "proceeding:settled"},
    "deleted": {"notice:deleted", "proceeding:deleted"},
    "blocked": {"notice:blocked", "proceeding:blocked"},
    "updated": {"notice:updated", "notice:addendum", "proceeding:updated", "proceeding:addendum"},
    "looked on INTERPOL's site": {"search:interpol_public_site", "look:interpol_public_site"},
    "looked at a wanted list": {"search:national_wanted_list", "look:national_wanted_list"},
    "asked the CCF": {"search:ccf_access", "proceeding:ccf_access"},
}
CROSSWALK = {code: what for what, codes in SAME.items() for code in codes}
ANYBODY = ("whoever looked",)


@attrs.frozen
class Happening:
    """
    One row of the outcome table: what happened to whom (or to which notice), when and where.
    """

    what: str
    whom: frozenset[str]
    when: PartialDate | None
    where: str | None
    home: str

    def may_be(self, other: Happening) -> bool:
        """
        Whether nothing tells the two apart: neither whom they struck, nor day, nor country.

        Where only one gives a date, two records of one list are taken for two happenings, as
        somebody who wrote both there meant them.
        """
        if self.what != other.what or self.whom.isdisjoint(other.whom):
            return False
        if self.when and other.when:
            countries = {self.where, other.where} - {None}
            return len(countries) < 2 and self.when.overlaps(other.when) is not False
        if self.when or other.when:
            elsewhere = self.home.split("/")[1] != other.home.split("/")[1]
            return elsewhere and self.where == other.where is not None
        return self.where == other.where


def outcome_table(case: Case | SharedDocument) -> list[Happening]:
    """
    Everything that happened in *case*, a row for each record that tells of it.
    """
    everybody = [subject.id or "the subject" for subject in getattr(case, "subjects", ())]
    return [
        Happening(CROSSWALK.get(code, code), frozenset(whom or everybody), when, where, pointer(at))
        for at, record in walk(case)
        for code, whom, when, where in _told_by(record)
    ]


Told = tuple[str, tuple[str, ...], PartialDate | None, str | None]


def _told_by(record: object) -> Iterator[Told]:
    match record:
        case Incident():
            whom = record.against + record.contacted or record.to_press
            yield f"incident:{record.method}", whom, record.date, record.country
        case Event():
            yield f"event:{record.kind}", record.of, record.date, record.country
        case Outcome():
            kind = record.kind or "of a kind not given"
            yield f"outcome:{kind}", record.of, record.date, record.country
        case Residence():
            yield f"residence:{record.status}", (), record.date, record.country
        case Search():
            whom = () if record.place == "ccf_access" else ANYBODY
            yield f"search:{record.place}", whom, record.date, None
        case Observation():
            yield f"look:{record.place}", ANYBODY, record.date, None
        case Notice():
            itself = (record.id or f"the only {record.kind}",)
            for step in record.history:
                yield f"notice:{step.status}", itself, step.date, None
        case Proceeding():
            yield from _told_by_proceeding(record)
        case _:
            pass


def _told_by_proceeding(record: Proceeding) -> Iterator[Told]:
    dates = record.dates
    filed, done = (dates.filed, dates.implemented) if dates else (None, None)
    when = (dates.decided or dates.heard or filed) if dates else None
    where = record.forum.country if record.forum else None
    if f"proceeding:{record.kind}" in CROSSWALK:
        yield f"proceeding:{record.kind}", record.of, filed or when, where
    for one in decided(record):
        if f"proceeding:{one.result}" in CROSSWALK:
            yield f"proceeding:{one.result}", record.of, when, where
        else:
            matter = ",".join(one.about) if one.place else ""
            yield f"proceeding:{record.kind}:{one.result}:{matter}", record.of, when, where
        if one.effect and one.about:
            yield f"proceeding:{one.effect}", one.about, done or when, None


def told_twice(case: Case | SharedDocument) -> list[tuple[str, str]]:
    """
    The places of every two rows of the outcome table that may be one happening.
    """
    pairs = itertools.combinations(outcome_table(case), 2)
    return [(one.home, other.home) for one, other in pairs if one.may_be(other)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_that_happened_is_written_twice(path: Path) -> None:
    """
    No two rows of an example's outcome table are the same happening.
    """
    tables = [told_twice(record) for _, record in rednotice.read(path).documents()]

    assert tables == [[] for _ in tables]


def test_the_outcome_table_tells_of_everything() -> None:
    """
    Each kind of record that can hold a happening has a row in some example's table.
    """
    codes = {
        home.split("/")[1]
        for path in FILES
        for _, record in rednotice.read(path).documents()
        for home in (row.home for row in outcome_table(record))
    }

    assert codes >= {"incidents", "events", "outcomes", "proceedings", "notices", "searches"}


def test_the_crosswalk_knows_only_codes_of_the_lists() -> None:
    """
    A misspelt code would never be found twice.
    """
    lists = {
        "incident": ["incident_methods"],
        "event": ["event_kinds"],
        "outcome": ["outcome_kinds"],
        "proceeding": ["proceeding_kinds", "proceeding_results", "proceeding_effects"],
        "notice": ["notice_statuses"],
        "search": ["search_places"],
        "look": ["search_places"],
        "residence": ["immigration_statuses"],
    }
    unknown = [
        code
        for code in CROSSWALK
        for kind, _, name in [code.partition(":")]
        if not any(name in codelists.codelist(each) for each in lists[kind])
    ]

    assert unknown == ["outcome:of a kind not given"]


def test_what_has_one_name_in_two_lists_is_one_happening() -> None:
    """
    What is an outcome for the subject and an incident for others is found whichever was written.
    """
    both = set(codelists.codelist("outcome_kinds")) & set(codelists.codelist("incident_methods"))
    apart = [
        code.code
        for code in both
        if CROSSWALK.get(f"outcome:{code.code}") != CROSSWALK.get(f"incident:{code.code}")
    ]

    assert apart == []


BROKEN = {
    "an arrest as incident and as outcome": """
incidents: [{method: detention, against: [s1], date: 2021-06, country: DE}]
outcomes: [{kind: arrested, date: "2021-06-14", country: DE}]
""",
    "an arrest whose second home gives no day": """
incidents: [{method: detention, against: [s1], date: "2021-06-14", country: DE}]
outcomes: [{kind: arrested, country: DE}]
""",
    "a way back that two speakers call by two names": """
outcomes:
- {kind: abducted, date: 2021-06, country: DE}
- {kind: went_back, date: 2021-06}
""",
    "a deletion in the history and in the proceeding": """
notices: [{id: n1, kind: red, history: [{status: deleted, date: 2021-06}]}]
proceedings: [{kind: ccf_deletion, concerns: [n1], effect: deleted, dates: {implemented: 2021-06}}]
""",
    "asylum as a proceeding and as a status": """
proceedings:
- {kind: asylum, forum: {country: NL}, result: refugee_status, dates: {decided: 2018-02}}
subjects: [{id: s1, residences: [{country: NL, status: refugee_convention, date: 2018/..}]}]
""",
    "a look at INTERPOL's site as a search and as an observation": """
notices:
- {kind: red, observations: [{date: 2021-06-14, seen: true, place: interpol_public_site}]}
searches: [{place: interpol_public_site, date: 2021-06-14, answer: seen}]
""",
}
NEAR_MISSES = {
    "two arrests in two months": """
outcomes: [{kind: arrested, date: 2021-06}, {kind: arrested, date: 2021-07}]
""",
    "two arrests in two countries": """
outcomes: [{kind: arrested, country: DE}, {kind: arrested, country: AT}]
""",
    "the arrests of two persons": """
people: [{id: p1}]
outcomes: [{kind: arrested, date: 2021-06}]
incidents: [{method: detention, against: [p1], date: 2021-06}]
""",
    "bail granted, and the person freed two days later": """
proceedings: [{kind: detention_review, result: bail_granted, dates: {decided: "2021-04-08"}}]
outcomes: [{kind: freed, date: "2021-04-10"}]
""",
    "two flights of which one has no date": """
events: [{kind: flight, country: AT}, {kind: flight, date: "2020", country: AT}]
""",
    "two notices deleted on one day": """
notices:
- {id: n1, kind: red, history: [{status: deleted, date: 2021-06}]}
- {id: n2, kind: red, history: [{status: deleted, date: 2021-06}]}
""",
}


@pytest.mark.parametrize("sample", BROKEN.values(), ids=BROKEN)
def test_a_happening_in_two_homes_is_found(sample: str) -> None:
    """
    One happening that two records tell of makes one pair.
    """
    assert len(told_twice(_case(sample))) == 1


@pytest.mark.parametrize("sample", NEAR_MISSES.values(), ids=NEAR_MISSES)
def test_two_happenings_are_no_double(sample: str) -> None:
    """
    Another day, another country or another person makes another happening.
    """
    assert told_twice(_case(sample)) == []


def _case(members: str) -> Case | SharedDocument:
    subject = "" if "subjects:" in members else "subjects: [{id: s1}]\n"
    text = f'rednotice: "1.0"\nid: c-000000\n{subject}{members}'
    return rednotice.loads(text.encode(), format="yaml")
