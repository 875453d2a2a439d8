"""
Write a page for each policy that the library brings: what leaves of each member, and how.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import rednotice
from rednotice import codelists
from rednotice.policies import SHIPPED, Policy
from rednotice.policies.explaining import STAYS, Told, told
from rednotice.records.json_schema import words_of
from reference_pages.classes import RECORDS, file_of
from reference_pages.markdown import cell, joined, listed, toctree

if TYPE_CHECKING:
    from collections.abc import Iterable

_CLASSES = {cls.__name__: cls for cls in RECORDS}
_PRECISION = {"day": "as they are", "year": "as a year", "decade": "as a decade"}
_INTRODUCTION = """
A policy says what of a case leaves for an audience, how precise dates are, under which terms a
release may be used, and how alike its cases must be.
The library brings these policies, and [you can write another](../../how-to/write-a-policy.md).
No policy lets leave what the model does not release to the audience.
""".strip().replace("\n", " ")


def index() -> str:
    """
    Give the list of the policies.
    """
    rows = ["| Policy | For | Dates | Mark | Cases that are alike | Least number of cases |"]
    rows.append("|---|---|---|---|---|---|")
    for name in SHIPPED:
        found = rednotice.policy(name)
        alike = found.thresholds.k if found.thresholds.k > 1 else "not asked"
        mark = f"TLP:{found.tlp.upper()}" if found.tlp else "none"
        rows.append(
            f"| [{name}]({name}.md) | {found.audience.value} | {_PRECISION[found.precision]} |"
            f" {mark} | {alike} | {found.thresholds.least_cases} |"
        )
    files = (f"{name}.md" for name in SHIPPED)
    return joined(["# Policies", _INTRODUCTION, toctree(files), "\n".join(rows)])


def policy(name: str) -> str:
    """
    Give the page of the policy *name*.
    """
    found = rednotice.policy(name)
    parts = [
        f"# Policy: {name}",
        f"What leaves of a case for {found.audience.value} under the policy `{found.title}`.",
        "\n".join(f"- {one}" for one in _facts(found)),
    ]
    behind = []
    for record, several in groupby(told(found), key=lambda one: one.record):
        members = list(several)
        if any(one.fate != STAYS for one in members):
            parts += [f"## {words_of(record)}", _table(members)]
        else:
            behind.append(_link(record))
    parts.append("## Records of which nothing leaves")
    parts.append(f"{listed(behind, 'and')}." if behind else "There is none.")
    return joined(parts)


def _facts(policy: Policy) -> Iterable[str]:
    asked = policy.thresholds
    yield f"Dates leave {_PRECISION[policy.precision]}."
    if policy.tlp:
        yield f"The mark is TLP:{policy.tlp.upper()}."
    if policy.terms:
        terms = codelists.codelist("terms_of_use").codes
        yield f"Terms of use: {listed([terms[one].label.lower() for one in policy.terms], 'and')}."
    if asked.k > 1:
        yield (
            f"Each case is alike at least {asked.k - 1} others in"
            f" {listed([f'`{one}`' for one in asked.quasi], 'and')}."
        )
    if asked.l > 1:
        yield (
            f"Cases that are alike have at least {asked.l} different values of"
            f" {listed([f'`{one}`' for one in asked.sensitive], 'and')}."
        )
    if asked.k > 1:
        yield f"At most {100 * asked.leave_out:g} % of the cases are left out for that."
    yield f"A release has at least {asked.least_cases} case{'s' * (asked.least_cases != 1)}."
    if by := policy.tables.by:
        yield (
            f"Tables may count by {listed([f'`{one}`' for one in by], 'and')}; figures below"
            f" {policy.tables.least} are hidden."
        )
    for ways in policy.floor:
        yield f"A released case has {listed([f'`{one}`' for one in ways], 'or')}."


def _table(members: Iterable[Told]) -> str:
    rows = ["| Member | What becomes of it |", "|---|---|"]
    for one in members:
        link = f"[`{one.member}`](#{_owner(one)}.{one.member})"
        rows.append(f"| {link} | {cell(one.words[:1].upper() + one.words[1:])}. |")
    return "\n".join(rows)


def _owner(one: Told) -> str:
    """
    The class on whose page the member stands: the one that it is inherited from.
    """
    classes = reversed(_CLASSES[one.record].__mro__)
    return next(
        cls.__name__ for cls in classes if one.member in getattr(cls, "__annotations__", {})
    )


def _link(record: str) -> str:
    cls = _CLASSES[record]
    return f"[{words_of(record)}](../records/{file_of(cls)})"
