"""A code that belongs in another member is sent there."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rednotice import codelists
from rednotice.model import Case, Incident, Notice, Proceeding, Statement, Subject
from rednotice.records import record_classes
from rednotice.records.misplaced import listed, misplaced
from rednotice.records.shapes import shapes_of
from rednotice.records.unknown_members import unknown
from rednotice.types.codes_meant import GUARDING

CODED = [
    (cls, name, listed(shape))
    for cls in record_classes(Case)
    for name, shape in shapes_of(cls).items()
    if listed(shape)
]


@pytest.mark.parametrize(
    ("cls", "name", "value", "said"),
    [
        (Proceeding, "result", "pending", "`pending` is a code of `status`, not of `result`."),
        (Proceeding, "result", "Pending", "`pending` is a code of `status`, not of `result`."),
        (Incident, "method", "phone", "`phone` is a code of `channel`, not of `method`."),
        (
            Incident,
            "demand",
            "phone_pressure",
            "`phone_pressure` is a code of `method` or `consequence`, not of `demand`.",
        ),
        (Notice, "kind", "deleted", "`deleted` is a code of `history.status`, not of `kind`."),
        (
            Notice,
            "kind",
            "published",
            "`published` is a code of `public_extract` or `history.status`, not of `kind`.",
        ),
    ],
)
def test_a_code_of_other_members_is_sent_there(cls: Any, name: str, value: str, said: str) -> None:
    """Of the same record, or of one inside it. All that take it are named."""
    assert misplaced(cls, name, value) == f"{said} Write it there."


@pytest.mark.parametrize(
    ("cls", "name", "value"),
    [
        (Proceeding, "result", "Refused"),
        (Proceeding, "result", "other"),
        (Proceeding, "result", "zzz"),
        (Proceeding, "result", 7),
        (Proceeding, "reference", "pending"),
        (Notice, "kind", "TJ"),
        (Subject, "sex", "x" * 10_000),
        (Statement, "stance", "free"),
    ],
)
def test_other_values_are_not_sent_away(cls: Any, name: str, value: Any) -> None:
    """Such as another spelling of an own code, and codes that say nothing or protect somebody."""
    assert misplaced(cls, name, value) == ""


@given(st.sampled_from(CODED), st.sampled_from(sorted(GUARDING)), st.data())
def test_no_code_is_sent_to_a_list_that_protects(
    coded: tuple[Any, str, Any], guarding: str, data: st.DataObject
) -> None:
    """It would put a mark or a consent where nobody has set one."""
    cls, name, _ = coded
    code = data.draw(st.sampled_from([one.code for one in codelists.codelist(guarding)]))
    guarded = {member for one, member, own in CODED if one is cls and own and own.name == guarding}
    offered = {part.split(".")[-1] for part in misplaced(cls, name, code).split("`")[3::2]}

    assert offered - {name} - guarded == offered - {name}


@pytest.mark.parametrize(
    ("cls", "value", "offered"),
    [
        (Incident, "phone_pressure", "`method` or `consequence`"),
        (Notice, "deleted", "`history.status`"),
        (Proceeding, "ccf_deletion", "`kind`"),
    ],
)
def test_a_code_tells_the_member_for_any_name(cls: Any, value: str, offered: str) -> None:
    """The name may be somebody's and is not repeated."""
    assert unknown(cls, "zuzanna", {"zuzanna": value}).message == (
        f"This name is not a member of {cls.__name__}. Did you mean {offered}?"
    )
    assert unknown(cls, "zuzanna", {"zuzanna": "zzz"}).meant == ()
