"""Codes that were replaced: a list names the successor of each, and so does the finding."""

from __future__ import annotations

import datetime as dt

import pytest

from rednotice import codelists, from_dict
from rednotice.insight.view import View
from rednotice.rules import rule_named


def test_each_replaced_code_names_a_code_that_is_in_use() -> None:
    for name in codelists.names():
        codelist = codelists.codelist(name)
        for code in codelist:
            if code.replaced_by:
                assert code.replaced_by in codelist
                assert not codelist.codes[code.replaced_by].replaced_by


def test_replaced_codes_are_those_of_states_and_issuers() -> None:
    """The rule looks only at the records of cases with such a code of a state or an issuer."""
    lists = {
        name for name in codelists.names() for code in codelists.codelist(name) if code.replaced_by
    }

    assert lists <= {"countries", "non_state_issuers"}


@pytest.mark.parametrize(
    "code", [each for each in codelists.codelist("countries") if each.replaced_by]
)
def test_a_finding_names_the_successor(code: codelists.Code) -> None:
    case = from_dict(
        {"rednotice": "1.0", "id": "c-1", "pursued_by": [code.code], "subjects": [{"label": "A"}]}
    )
    rule = rule_named("RN122")
    assert rule is not None

    ((path, message),) = rule.problems(View(case, dt.date(2027, 1, 1)))

    assert path == ("pursued_by", 0)
    assert f"`{code.replaced_by}`" in message
