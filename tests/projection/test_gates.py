"""Gates: what may be known to leave at all, and what is lowered in what leaves."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import rednotice
from rednotice.projection.projecting import project
from rednotice.records import CCF_BUREAU, CCF_COMMISSION, COUNSEL, PARTNER, PUBLIC, Audience

TODAY = dt.date(2026, 6, 1)
SUBJECT = {"id": "s1", "kind": "person"}
exposed = pytest.mark.parametrize(
    "audience", [PARTNER, PUBLIC, CCF_BUREAU], ids=lambda one: one.value
)


def left(audience: Audience = PARTNER, **members: Any) -> dict[str, Any]:
    whole = {"rednotice": "1.0", "id": "c-1", "subjects": [SUBJECT], "pursued_by": ["TJ"]}
    made = project(rednotice.from_dict({**whole, **members}), audience, today=TODAY)
    return rednotice.to_dict(made)


def notice(**members: Any) -> dict[str, Any]:
    return {"id": "n1", "kind": "red", "issuing_state": "TJ", **members}


# Notices that are not public

PUBLIC_NOTICES: list[dict[str, Any]] = [
    {"published": {"date": "2021"}},
    {"public_extract": "removed"},
    {"observations": [{"seen": True}]},
    {"known_to": ["TJ"]},
]


@exposed
def test_a_notice_that_is_not_public_is_only_claimed(audience: Audience) -> None:
    """The state knows its notice, and not that we have seen it."""
    seen = notice(existence="established", according_to=["class:interpol"], number="2031/44071")
    claimed = notice(existence="claimed", according_to=["class:unknown_speaker"])

    assert left(audience, notices=[seen])["notices"] == [claimed]
    assert left(audience, notices=[notice()])["notices"] == [claimed]


@exposed
@pytest.mark.parametrize("public", PUBLIC_NOTICES, ids=lambda one: next(iter(one)))
def test_a_notice_that_is_public_leaves_as_it_is(audience: Audience, public: Any) -> None:
    """What everybody can see, or every pursuing state knows, is no disclosure."""
    step = {"status": "published", "according_to": ["class:press"]}
    whole = notice(**public, existence="established", history=[step])
    [told] = left(audience, notices=[whole])["notices"]

    assert told["existence"] == "established"
    assert [one["status"] for one in told["history"]] == ["published"]


IN_CONFIDENCE = ["border_authority", "host_government", "ccf_access", "sis_access", "other"]


@exposed
@pytest.mark.parametrize("place", IN_CONFIDENCE)
def test_a_notice_that_somebody_let_us_see_is_not_public(audience: Audience, place: str) -> None:
    """A look behind a counter, or into one's own data, is no look at a public page."""
    look = {"seen": True, "place": place, "date": "2022"}

    assert left(audience, notices=[notice(observations=[look], existence="established")]) == left(
        audience, notices=[notice()]
    )


@exposed
@pytest.mark.parametrize("place", IN_CONFIDENCE)
def test_a_look_that_was_not_in_public_stays(audience: Audience, place: str) -> None:
    """Without its place it would still tell that somebody looked, and when."""
    looks = [{"seen": True, "place": place, "date": "2022"}]
    public = notice(published={"date": "2021"})

    assert left(audience, notices=[{**public, "observations": looks}]) == left(
        audience, notices=[public]
    )


@exposed
def test_the_persons_word_on_a_notice_that_is_not_public_stays_its_voice(
    audience: Audience,
) -> None:
    """Whoever is pursued may say so; that INTERPOL confirmed it is a disclosure."""
    told = notice(
        according_to=["s1", "class:interpol"], through=["class:counsel", "class:third_authority"]
    )
    [shown] = left(audience, notices=[told])["notices"]

    assert shown["according_to"] == ["class:person_or_supporters"]
    assert shown["through"] == ["class:person_or_supporters"]


@exposed
def test_the_steps_and_the_wording_of_a_notice_that_is_not_public_stay(audience: Audience) -> None:
    """They stand in the paper, and whoever tells them has it."""
    charge = {"offence": ["fraud"], "text": "Words.", "penalties": [{"life": True}]}
    secret = notice(
        history=[{"status": "deleted"}], text="Facts.", purpose="both", charges=[charge]
    )
    [told] = left(audience, notices=[secret])["notices"]

    assert sorted(told) == [
        *("according_to", "charges", "existence", "id", "issuing_state", "kind"),
    ]
    assert told["charges"] == [{"offence": ["fraud"], "according_to": ["class:issuing_state"]}]


@exposed
@pytest.mark.parametrize("existence", ["refuted", "denied"])
def test_a_notice_that_is_said_not_to_exist_does_not_become_one(
    audience: Audience, existence: str
) -> None:
    """Without the word, it would read as claimed; with it, it tells of an answer."""
    assert "notices" not in left(audience, notices=[notice(existence=existence)])
    if existence == "refuted":
        public = notice(existence=existence, public_extract="removed")
        assert "notices" not in left(audience, notices=[public])


@exposed
def test_a_notice_of_another_state_is_not_told_to_those_who_pursue(audience: Audience) -> None:
    """A host that looks for a missing person tells where the person is."""
    assert "notices" not in left(audience, notices=[notice(issuing_state="NO")])
    assert left(COUNSEL, notices=[notice(issuing_state="NO")])["notices"]


# Warrants that are not public


def warrant(**members: Any) -> dict[str, Any]:
    charge = {"offence": ["fraud"], "text": "Words.", "penalties": [{"life": True}]}
    whole = {"id": "w1", "kind": "arrest_warrant", "issuing_state": "TJ", "judicial": False}
    return {**whole, "issued": "2019", "reference": "7/44071", "charges": [charge], **members}


@exposed
def test_what_stands_only_in_a_warrant_that_nobody_published_stays(audience: Audience) -> None:
    """Whoever tells it holds the paper."""
    held = warrant(according_to=["class:pursuing_authority"])
    [told] = left(audience, warrants=[held])["warrants"]

    assert told["charges"] == [{"offence": ["fraud"], "according_to": ["class:issuing_state"]}]
    assert told["according_to"] == ["class:unknown_speaker"]
    assert not told.keys() & {"issued", "judicial", "reference"}


@exposed
@pytest.mark.parametrize(
    "more",
    [
        {"warrants": [warrant(known_to=["TJ"])]},
        {"warrants": [warrant()], "notices": [notice(public_extract="removed", warrants=["w1"])]},
        {"warrants": [warrant()], "sources": [{"kind": "news_article", "title": "A"}]},
    ],
    ids=["known", "rests on by a public notice", "told by the press"],
)
def test_a_warrant_that_is_public_leaves_as_it_is(audience: Audience, more: Any) -> None:
    """Nobody learns from it that we hold a paper."""
    [told] = left(audience, **more)["warrants"]

    assert ("issued" in told) == (audience is not PUBLIC)


def test_the_bureau_sees_a_warrant_that_is_told_as_an_exhibit() -> None:
    """Whoever files it has decided that the bureau may read it."""
    paper = {"id": "q1", "kind": "arrest_warrant", "title": "A"}
    told = {"exhibit": {"number": "1", "tell_source": "whole"}}
    kept = left(CCF_BUREAU, warrants=[warrant()], sources=[paper])["warrants"][0]
    shown = left(CCF_BUREAU, warrants=[warrant()], sources=[paper | told])["warrants"][0]

    assert "issued" not in kept
    assert shown["issued"] == "2019"


# Authorities that speak in confidence

WARNING = {"about": "s1", "stance": "declined", "by": ["class:third_authority"]}
PAPERS = [
    {"id": "q1", "kind": "news_article", "title": "A"},
    {"id": "q2", "kind": "police_record", "title": "B"},
]


@exposed
def test_what_the_hosts_police_said_in_confidence_stays(audience: Audience) -> None:
    """A warning reveals an investigation; what a newspaper prints reveals nothing."""
    told = {**WARNING, "sources": ["q1"]}
    untold = {**WARNING, "sources": ["q2"]}

    assert left(audience, sources=PAPERS, statements=[told])["statements"]
    assert "statements" not in left(audience, sources=PAPERS, statements=[untold])
    assert left(COUNSEL, sources=PAPERS, statements=[untold])["statements"]


def test_a_second_voice_in_confidence_is_not_heard() -> None:
    """The record keeps the word of whoever may be heard, and stays true."""
    arrest = {"kind": "arrested", "according_to": ["class:press", "class:third_authority"]}

    assert left(outcomes=[arrest])["outcomes"] == [
        {"kind": "arrested", "according_to": ["class:press"]}
    ]


def test_the_ccf_is_heard_where_the_bureau_was_told() -> None:
    """That it wrote to the person tells of a request."""
    says = {"about": "c-1", "stance": "declined", "by": ["class:ccf"]}
    request = {"kind": "ccf_deletion", "result": "not_compliant"}
    members: dict[str, Any] = {"statements": [says], "notices": [notice()]}

    assert "statements" not in left(**members, proceedings=[{**request, "effect": "retained"}])
    assert left(**members, proceedings=[{**request, "effect": "deleted"}])["statements"]


# Proceedings


@pytest.mark.parametrize(
    ("matter", "leaves"),
    [
        ({"kind": "extradition", "result": "refused", "requested_by": "TJ"}, True),
        ({"kind": "extradition", "result": "refused", "requested_by": "NO"}, False),
        ({"kind": "criminal", "result": "convicted", "forum": {"country": "TJ"}}, True),
        ({"kind": "criminal", "result": "convicted", "forum": {"country": "NO"}}, False),
        ({"kind": "criminal", "result": "convicted", "published": {"date": "2021"}}, True),
        ({"kind": "ccf_deletion", "result": "not_compliant", "ncb_answer": "none"}, True),
        ({"kind": "ccf_deletion", "result": "not_compliant", "effect": "deleted"}, True),
        ({"kind": "ccf_deletion", "result": "compliant", "effect": "retained"}, False),
        ({"kind": "ccf_deletion", "ncb_answer": "none"}, False),
        ({"kind": "ccf_access", "result": "no_data", "ncb_answer": "none"}, False),
        ({"kind": "ccf", "result": "inadmissible", "ncb_answer": "none"}, False),
    ],
)
def test_a_matter_leaves_for_a_partner_if_those_who_pursue_were_told(
    matter: Any, *, leaves: bool
) -> None:
    """By a request of theirs, before their court, in public, or by the CCF."""
    told = left(proceedings=[matter], notices=[notice()])

    assert ("proceedings" in told) is leaves


def test_a_matter_of_one_pursuing_state_is_not_told_to_another() -> None:
    """Each state reads the release."""
    matter = {"kind": "extradition", "result": "refused", "requested_by": "TJ"}

    assert "proceedings" not in left(proceedings=[matter], pursued_by=["TJ", "RU"])


# The bureau


def test_a_renamed_persons_present_name_does_not_go_to_the_bureau() -> None:
    """Those who pursue would find the person by it."""
    names = [{"text": "Ida Alt", "kind": "former"}, {"text": "Ida Neu", "kind": "present"}]
    told = left(CCF_BUREAU, subjects=[{**SUBJECT, "names": names}])

    assert [one["text"] for one in told["subjects"][0]["names"]] == ["Ida Alt"]


def test_papers_that_another_state_issued_do_not_go_to_the_bureau() -> None:
    """A refugee's travel document names the host."""
    papers = [{"number": "A1", "issuing_state": "TJ"}, {"number": "B2", "issuing_state": "NO"}]
    told = left(CCF_BUREAU, subjects=[{**SUBJECT, "documents": papers}])

    assert [one["number"] for one in told["subjects"][0]["documents"]] == ["A1"]


@pytest.mark.parametrize(
    ("exhibit", "shown"),
    [
        ({"number": "1", "tell_source": "whole"}, {"title", "kind", "date", "exhibit"}),
        ({"number": "1", "tell_source": "summary"}, {"kind", "exhibit"}),
        ({"number": "1", "tell_source": "nothing"}, None),
        ({"number": "1"}, None),
    ],
)
def test_an_exhibit_goes_to_the_bureau_as_far_as_it_may_be_told(exhibit: Any, shown: Any) -> None:
    """Whoever files it says so for each."""
    source = {"title": "Letter", "kind": "letter", "date": "2021", "exhibit": exhibit}
    told = left(CCF_BUREAU, sources=[source]).get("sources")

    assert (set(told[0]) - {"according_to"} if told else None) == shown
    assert left(CCF_COMMISSION, sources=[source])["sources"][0]["title"] == "Letter"
    privileged = {**source, "privileged": True}
    assert "sources" not in left(CCF_COMMISSION, sources=[privileged])


# The commission

PERSON = {"id": "p1", "kind": "person", "relation": {"kind": "sibling"}, "names": [{"text": "Bo"}]}
THREAT = {"method": "threat", "against": ["p1"], "country": "TJ", "date": "2021-06-15"}
AGREED = {"person": "p1", "purposes": ["ccf"], "given": "free", "date": "2021"}


def before_the_ccf(*consents: Any, **person: Any) -> dict[str, Any]:
    return left(
        CCF_COMMISSION,
        people=[{**PERSON, **person}],
        incidents=[THREAT],
        handling={"consent": list(consents)} if consents else {"tlp": "amber"},
    )


def test_the_commission_sees_what_an_article_3_argument_needs() -> None:
    """What was done, when and where; who it was, by class."""
    [told] = before_the_ccf()["incidents"]

    assert (told["method"], told["country"], told["date"]) == ("threat", "TJ", "2021-06-15")
    assert told["against"] == ["class:family"]
    assert "incidents" not in left(CCF_BUREAU, incidents=[THREAT])


@pytest.mark.parametrize(
    ("consents", "named"),
    [
        ([AGREED], True),
        ([], False),
        ([{**AGREED, "given": "in_custody"}], False),
        ([{**AGREED, "purposes": ["archive"]}], False),
        ([{**AGREED, "expires": "2025"}], False),
        ([{**AGREED, "expires": "2030"}], True),
        ([AGREED, {"person": "p1", "status": "withdrawn", "date": "2022"}], False),
        ([{**AGREED, "person": "s1"}], False),
    ],
)
def test_another_person_is_named_to_the_commission_by_their_own_consent(
    consents: Any, *, named: bool
) -> None:
    """Nobody consents for another."""
    told = before_the_ccf(*consents)

    assert ("people" in told) is named
    assert told["incidents"][0]["against"] == (["p1"] if named else ["class:family"])


def test_a_child_is_named_to_the_commission_if_a_guardian_agreed() -> None:
    """A child's word alone does not count."""
    assert "people" not in before_the_ccf(AGREED, minor=True)
    assert "people" in before_the_ccf({**AGREED, "guardian": "s1"}, minor=True)


def test_without_a_day_no_consent_that_expires_counts() -> None:
    """Whether it has expired cannot be said."""
    whole: Any = {
        "rednotice": "1.0",
        "id": "c-1",
        "subjects": [SUBJECT],
        "people": [PERSON],
        "handling": {"consent": [{**AGREED, "expires": "2999"}]},
    }

    assert not project(rednotice.from_dict(whole), CCF_COMMISSION).people


def test_refuge_is_told_to_the_commission_by_the_persons_consent() -> None:
    """It is a ground of its own there, and nobody's to tell but the person's."""
    granted = {"kind": "asylum", "result": "refugee_status", "forum": {"country": "NO"}}
    agreed = {"consent": [{**AGREED, "person": "s1"}]}

    assert "proceedings" not in left(CCF_COMMISSION, proceedings=[granted])
    told = left(CCF_COMMISSION, proceedings=[granted], handling=agreed)
    assert told["proceedings"][0]["result"] == "refugee_status"
    assert "proceedings" not in left(CCF_BUREAU, proceedings=[granted], handling=agreed)
