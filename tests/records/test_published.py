"""Publication: everything of which others may be told can say since when it is public."""

from __future__ import annotations

from typing import Any

import pytest

from rednotice import gate

PLACES = {
    "incidents": {"method": "phone_pressure"},
    "events": {"kind": "other"},
    "proceedings": {"kind": "asylum"},
    "notices": {"kind": "red"},
}


@pytest.mark.parametrize("member", PLACES)
def test_what_happened_can_say_when_and_where_it_was_made_public(member: str) -> None:
    """An incident, an event, a proceeding and a notice say it in the same way."""
    published = {"date": "2031-04", "source": "q1"}
    value = {
        "rednotice": "1.0",
        "id": "c-1",
        "subjects": [{"id": "s1"}],
        member: [{**PLACES[member], "published": published}],
        "sources": [{"id": "q1", "title": "a newspaper"}],
    }

    assert gate.is_accepted(value)
    case: Any = gate.decode(value)
    assert getattr(case, member)[0].published.source == "q1"
