"""
RN8 Sources: whether a record says on which of several sources it rests.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rednotice.findings import Severity
from rednotice.insight.questions import Problem, rule
from rednotice.insight.sources import source_named, sources_of, sources_read
from rednotice.insight.view import View
from rednotice.model import Event, Incident, Notice, Outcome, Proceeding, Statement, Warrant

# What somebody must have told or written; a search is what the keeper of the case did.
_CLAIMS = (Event, Incident, Notice, Outcome, Proceeding, Statement, Warrant)
_SEVERAL = 2


@rule("RN820", Severity.INFO)
def source_left_open(view: View) -> Iterator[Problem]:
    """
    A case has several sources, and a record does not say on which of them it rests.

    As long as a case has one source, every record rests on it without saying so. With the second
    source that ends: the record rested on the only source before, and now on none. Write the
    default out before you add a source, with `rednotice.with_sources_written(case)`; where it is
    too late for that, name the first source in `sources` of the older records. A record needs no
    `sources` if its speaker is itself a source, or if it says in `missing` why they are missing. A
    source that names `sources` of its own is only told of there, and is not counted.
    """
    if len(sources_read(view.case)) < _SEVERAL:
        return
    for kind in _CLAIMS:
        for path, record in view.each(kind):
            if not (sources_of(view, record) or _says_why_not(record) or _speaks(view, record)):
                said = "should name in `sources` on which of several it rests; before you add one,"
                yield path, f"{said} call `rednotice.with_sources_written`"


def _says_why_not(record: Any) -> bool:
    return "sources" in (record.missing or ())


def _speaks(view: View, record: Any) -> bool:
    """
    Whether a source speaks for itself in *record*.
    """
    named = record.by if isinstance(record, Statement) else record.according_to
    return any(source_named(view, name) for name in named)
