"""
Tables and the log of releases: what readers of new tables have already, and the entry for these.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from rednotice.releases.comparing import have_a_reader
from rednotice.releases.journal import Released, Tabulated
from rednotice.tables.figures import Label, counted
from rednotice.tables.hiding import Edition

if TYPE_CHECKING:
    from rednotice.releases.journal import Entry, Marks

_COUNTED = b"counted in tables"
Cases = Mapping[str, frozenset[Label]]  # the figures of each case, by its keyed hash


def text_of(label: Label) -> str:
    """
    The name of a figure in the log.
    """
    return ",".join(f"{dimension}={value}" for dimension, value in label)


def label_of(text: str) -> Label:
    """
    The figure that has the name *text* in the log.
    """
    pairs = (pair.partition("=") for pair in text.split(",") if pair)
    return tuple((dimension, value) for dimension, _, value in pairs)


def entered(
    cases: Cases, hidden: Iterable[Label], marks: Marks
) -> tuple[tuple[Released, ...], Tabulated]:
    """
    What the log says of the *cases* of new tables, and of the tables.
    """
    secret = set(hidden)
    figures = sorted(set().union(*cases.values()) if cases else ())
    group = marks.of("group", _COUNTED)
    who = sorted(cases)
    tables = Tabulated(
        shown=tuple(text_of(label) for label in figures if label not in secret),
        hidden=tuple(text_of(label) for label in figures if label in secret),
        of=tuple(tuple(sorted(_mark(marks, text_of(one)) for one in cases[case])) for case in who),
    )
    return tuple(Released(case, "", group, "") for case in who), tables


def editions(cases: Cases, new: Entry, entries: Iterable[Entry], marks: Marks) -> Iterator[Edition]:
    """
    The figures that readers of *new* tables have of earlier releases, which the log has as
    *entries*.

    An earlier release of cases shows them one by one, so that it counts as tables of these of
    *cases* that are in it, of which nothing is hidden.
    """
    for entry in entries:
        if not have_a_reader(entry, new):
            continue
        if entry.tables is None:
            both = counted(cases[one.who] for one in entry.cases if one.who in cases)
            yield Edition(both, frozenset(both))
        else:
            yield _edition(entry.tables, marks)


def _edition(tables: Tabulated, marks: Marks) -> Edition:
    names = (*tables.shown, *tables.hidden)
    labels = {_mark(marks, text): label_of(text) for text in names}
    counts = counted([labels[mark] for mark in case] for case in tables.of)
    return Edition(counts, frozenset(map(label_of, tables.shown)))


def _mark(marks: Marks, text: str) -> str:
    return marks.of("figure", text.encode())
