"""
Write the page that says where each happening is written.
"""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING

from rednotice.insight.homes import Home, homes
from rednotice.model import Case
from rednotice.records import fields_of
from reference_pages.markdown import cell, joined

if TYPE_CHECKING:
    from collections.abc import Iterable

_INTRODUCTION = """
Everything that happened is written once, in one home.
What became of a notice stands in its history.
What a court, an agency or the CCF decided is a proceeding.
What changed the subject's own liberty, status, papers, property or body is an outcome.
What is done in order to press somebody is an incident, and so is what is done to a relative.
What explains the rest is an event.

Values in the last column are examples: put your own countries, dates and ids.
""".strip()


def page() -> str:
    """
    Give the page, with a table for each list of the case, in the model's order.
    """
    order = [field.name for field in fields_of(Case)]
    known = sorted(homes(), key=lambda home: order.index(home.record))
    parts = ["# Where do I write it?", _INTRODUCTION]
    for record, several in groupby(known, key=lambda home: home.record):
        parts += [f"## In `{record}`", _table(several)]
    return joined(parts)


def _table(several: Iterable[Home]) -> str:
    rows = ["| What happened | Write |", "|---|---|"]
    for home in several:
        says = f"{home.happening}.{f' {home.remark}' if home.remark else ''}"
        rows.append(f"| {cell(says)} | `{json.dumps(home.example()[home.record][0])}` |")
    return "\n".join(rows)
