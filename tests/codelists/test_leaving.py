"""Which codes may leave for an audience stands in the column `leaves_for` of their list."""

from __future__ import annotations

from collections import defaultdict

import pytest

from rednotice import codelists
from rednotice.codelists.groups import leaving
from rednotice.model import Case, SharedDocument
from rednotice.records import Audience
from rednotice.records.reach import ways
from rednotice.records.shapes import Mapped
from rednotice.types.codes import Codes
from rednotice.types.roles import Role

WITH_COUNSEL = Audience.COUNSEL.within
BEYOND = [one for one in Audience if one not in WITH_COUNSEL]
# What these hold reaches the states that pursue.
EXPOSED = [one for one in BEYOND if one is not Audience.CCF_COMMISSION]


def reached() -> dict[str, set[Audience]]:
    """The audiences beyond counsel that a field of each list reaches."""
    found: dict[str, set[Audience]] = defaultdict(set)
    for way in (*ways(Case), *ways(SharedDocument)):
        shape = way.field.one.value if isinstance(way.field.one, Mapped) else way.field.one
        for limit in getattr(shape, "limits", ()):
            if isinstance(limit, (Codes, Role)):
                name = limit.name if isinstance(limit, Codes) else limit.classes
                found[name] |= way.seen - WITH_COUNSEL
    return {name: audiences for name, audiences in found.items() if audiences}


REACHED = reached()


@pytest.mark.parametrize("name", sorted(REACHED))
def test_every_code_of_a_list_that_can_leave_is_decided(name: str) -> None:
    """A new code goes nowhere before somebody has thought of who must not learn it."""
    assert [code.code for code in codelists.codelist(name) if not code.leaves_for] == []


@pytest.mark.parametrize("name", sorted({*codelists.names()} - REACHED.keys()))
def test_a_list_whose_fields_stay_with_counsel_decides_nothing(name: str) -> None:
    """A decision that nothing uses would be taken for one when a field is opened."""
    assert [code.code for code in codelists.codelist(name) if code.leaves_for] == []


@pytest.mark.parametrize("name", sorted(REACHED))
def test_an_audience_that_a_field_reaches_may_see_some_code(name: str) -> None:
    """Otherwise the field would promise what its list never gives."""
    assert [one.value for one in sorted_audiences(REACHED[name]) if not leaving(name, one)] == []


@pytest.mark.parametrize("name", codelists.names())
def test_the_widest_audiences_are_named_in_one_way(name: str) -> None:
    """Sorted, none within another, and `counsel` alone where a code goes no further."""
    written = {code.leaves_for for code in codelists.codelist(name)}

    assert written <= {
        (),
        ("counsel",),
        ("ccf_commission",),
        ("ccf_commission", "partner"),
        ("ccf_bureau",),
        ("ccf_bureau", "partner"),
        ("partner",),
        ("public",),
    }


@pytest.mark.parametrize("name", codelists.names())
@pytest.mark.parametrize("audience", EXPOSED)
def test_a_code_that_tells_of_refuge_reaches_no_pursuer(name: str, audience: Audience) -> None:
    """Whatever else is decided, no release shows under what protection a person lives."""
    telling = {code.code for code in codelists.codelist(name) if code.reveals_host}

    assert leaving(name, audience) & telling == set()


@pytest.mark.parametrize("name", sorted(REACHED))
@pytest.mark.parametrize("audience", BEYOND)
def test_a_code_that_may_leave_may_be_made_coarser(name: str, audience: Audience) -> None:
    """A policy that cuts a list puts the broader code in its place."""
    codes = codelists.codelist(name).codes
    broader = {codes[one].broader for one in leaving(name, audience)} - {""}

    assert broader <= leaving(name, audience)


@pytest.mark.parametrize(
    ("name", "telling"),
    [
        ("causes", "informal_request national_copy regional_alert screening_listing"),
        ("demands", "withdraw_asylum_claim withdraw_complaint_or_testimony"),
        ("event_kinds", "flight learned_of_notice left_country settlement testimony_given"),
        ("event_kinds", "authority_informed complaint_made entry_abroad relocation visit_home"),
        ("existence", "refuted"),
        ("name_kinds", "pen_name present"),
        ("missing_reasons", "not_asked withheld"),
        ("outcome_kinds", "fell_silent gave_up_activity health screening_listing travel_stopped"),
        ("outcome_kinds", "left_for_third_country visa_refused"),
        ("proceeding_kinds", "asylum ccf_access ccf_pre_emptive national_bureau_request"),
        ("proceeding_results", "inadmissible no_data"),
        ("status_bases", "refugee_policy"),
    ],
)
def test_a_code_that_tells_a_pursuer_something_never_reaches_it(name: str, telling: str) -> None:
    """That pressure works, where somebody is, or what somebody found out."""
    codes = set(telling.split())

    assert codes <= codelists.codelist(name).codes.keys()
    assert [one.value for one in EXPOSED if leaving(name, one) & codes] == []


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("event_kinds", "settlement visit_home"),
        ("missing_reasons", "not_asked withheld"),
        ("outcome_kinds", "fell_silent gave_up_activity health"),
        ("stances", "withholds"),
    ],
)
def test_the_commission_is_not_told_what_can_harm_the_person_there(name: str, kept: str) -> None:
    """Counsel decides whether to tell that somebody gave in, fell ill or went home."""
    assert set(kept.split()) & leaving(name, Audience.CCF_COMMISSION) == set()


@pytest.mark.parametrize("name", ["speakers", "concerned"])
def test_a_partner_does_not_see_which_of_the_persons_side_speaks(name: str) -> None:
    """Where only attorneys deny, a release must not read as if the person denied."""
    assert "counsel" not in leaving(name, Audience.PARTNER)
    assert {"person", "relative_or_friend", "supporter"} & leaving(name, Audience.PARTNER) == set()
    assert "person_or_supporters" in leaving("speakers", Audience.PUBLIC)


def sorted_audiences(audiences: set[Audience]) -> list[Audience]:
    """The *audiences* in their order."""
    return [one for one in Audience if one in audiences]
