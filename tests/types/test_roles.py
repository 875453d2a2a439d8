"""Roles: an id, or a class word of the list that the role takes."""

from __future__ import annotations

from typing import Any

import pytest

from rednotice import InvalidRecord, codelists, gate
from rednotice.model import Incident

WORDS = {
    name: [code.code for code in codelists.codelist(name)] for name in ("concerned", "speakers")
}


def case_with(**members: Any) -> dict[str, Any]:
    incident = {"method": "threat", **members}
    subjects = [{"id": "s1"}]
    return {"rednotice": "1.0", "id": "c-1", "subjects": subjects, "incidents": [incident]}


@pytest.mark.parametrize(("member", "name"), [("against", "concerned"), ("by", "speakers")])
def test_a_role_takes_every_word_of_its_list_and_ids_beside_them(member: str, name: str) -> None:
    """The schema and the construction of records agree on it."""
    words = [f"class:{word}" for word in WORDS[name]]

    assert gate.is_accepted(case_with(**{member: ["s1", "shared:o1", *words]}))
    for word in words:
        made: Any = Incident
        assert getattr(made(method="threat", **{member: [word]}), member) == (word,)


@pytest.mark.parametrize(
    "word",
    [*("class:press", "class:", "class:Family", "class:family\n", "class:famil"), "klass:family"],
)
def test_a_word_of_another_list_or_of_none_is_refused(word: str) -> None:
    """`against` says whom an act concerns, and no press is in that list."""
    made: Any = Incident

    assert not gate.is_accepted(case_with(against=[word]))
    with pytest.raises(InvalidRecord, match="rednotice codelist concerned"):
        made(method="threat", against=[word])


def test_a_reference_that_is_no_role_takes_no_class_word() -> None:
    """A source is a record, and has no class."""
    assert not gate.is_accepted(case_with(sources=["class:press"]))
