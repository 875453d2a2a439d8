"""
What the two articles tell, asked of the cases: by whose word, how it is meant, and what.

A fact is found by what it is about, and not by where it stands, so that a case can be put in
another order and still tell the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest

from rednotice.codelists.groups import having
from rednotice.insight.sources import records_at, sources_of
from rednotice.insight.speakers import speaker_class
from rednotice.insight.stances import DENIAL, SILENCE, standing
from rednotice.insight.values import field_of
from rednotice.insight.view import View
from rednotice.insight.whose_word import speakers_of
from rednotice.model import Charge, Contest, Notice, Penalty

Article = Callable[[str], View]


class Fact(NamedTuple):
    """One thing that is told: about what, by whom (a class or an id), how it is meant, what."""

    about: str
    by: str
    how: str
    value: Any = None


# Told in the record itself, said, denied and so on in a statement, argued in a contest.
FACTS = {
    "A": (
        Fact("s1.described_as.democracy_activist", "press", "told"),
        Fact("s1.names", "press", "withheld"),
        Fact("n1", "counsel", "said"),
        Fact("n1.issuing_state", "press", "told", "CN"),
        Fact("ch1", "issuing_state", "accused"),
        Fact("ch1", "supporter", "denied"),
        Fact("ch1.role", "issuing_state", "told", "leader_organiser"),
        Fact("ch1.offence", "issuing_state", "told", ("illegal_business", "harm_to_person")),
        Fact("ch1.contested.attributed_to_others", "supporter", "argued"),
        Fact("ch1.contested.fabricated", "counsel", "argued"),
        Fact("s1", "counsel", "possible"),
        Fact("o1.kind", "press", "said", "arrested"),
        Fact("o1.date", "press", "said", "2021-06"),
        Fact("o1.stated_grounds", "third_authority", "said", ("visa_overstay",)),
        Fact("o1.stated_grounds", "counsel", "explained otherwise"),
        Fact("o1.because_of", "third_authority", "silent"),
        Fact("i1.method", "relative_or_friend", "told", "threat_of_prosecution"),
        Fact("i1.demand_on", "relative_or_friend", "told", ("s1",)),
        Fact("i1.to_press", "relative_or_friend", "told", ("s1",)),
        Fact("e1.by", "counsel", "told", ("class:pursuing_authority",)),
        Fact("e3.kind", "person", "told", "protest"),
        Fact("pr2.forum.body", "press", "told", "shared:us"),
        Fact("c-5h8v2t", "interpol", "silent"),
        Fact("c-5h8v2t", "pursuing_authority", "silent"),
    ),
    "B": (
        Fact("ch1.contested.fabricated", "unknown_speaker", "argued"),
        Fact("pe1.life", "issuing_state", "told", value=True),
        Fact("o1.kind", "unknown_speaker", "said", "held"),
        Fact("o1.date", "issuing_state", "said", "2020-08"),
        Fact("o1.stated_grounds", "third_authority", "said", ("no_valid_visa",)),
        Fact("rs1.status", "person", "told", "temporary_visa"),
        Fact("rs1.status", "third_authority", "denied"),
        Fact("i1.demand_on", "relative_or_friend", "may_mean", ("s1",)),
        Fact("i1.demand_on", "relative_or_friend", "may_mean", ("p1",)),
        Fact("e1.by", "counsel", "told", ("class:pursuing_authority", "s1")),
        Fact("e7.country", "person", "said", "US"),
        Fact("e7.date", "third_authority", "said", "2020-09"),
        Fact("e9.by", "counsel", "told", ("shared:ice",)),
        Fact("o4.duration", "person", "told", "P30D"),
    ),
    # Of those who act in public the id is asked: no state pursues them, so that none is told apart.
    "Shared": (
        Fact("k3", "qa", "silent"),
        Fact("k3", "qb", "possible"),
        Fact("op1.kind", "government", "said", "fugitive_recovery"),
        Fact("op1.kind", "doj", "explained otherwise"),
        Fact("e3.of", "qb", "said", ("p1", "p4")),
        Fact("k1.number.best", "qa", "told", 28),
        Fact("pr2", "p2", "explained otherwise"),
    ),
}
# What a coder might write, and no article says.
NOBODY_SAYS = {
    "A": (
        Fact("i1.demand_on", "relative_or_friend", "told", ("p1",)),
        Fact("e1.by", "counsel", "told", ("class:pursuing_authority", "s1")),
        Fact("s1", "press", "possible"),
        Fact("o1.because_of", "third_authority", "denied"),
    ),
    "B": (
        Fact("i1.demand_on", "relative_or_friend", "told", ("s1",)),
        Fact("i1.demand_on", "relative_or_friend", "told", ("p1",)),
        Fact("rs1.status", "third_authority", "told", "temporary_visa"),
        Fact("o1.date", "unknown_speaker", "said", "2020-08"),
        Fact("o1.stated_grounds", "unknown_speaker", "said", ("visa_overstay",)),
        Fact("ch1.contested.fabricated", "counsel", "argued"),
        Fact("e7.country", "person", "told", "HK"),
        Fact("c-9m3w6k", "interpol", "denied"),
    ),
    "Shared": (Fact("op1.kind", "doj", "said", "fugitive_recovery"),),
}


def rows(facts: dict[str, tuple[Fact, ...]]) -> list[Any]:
    return [
        pytest.param(name, fact, id=f"{name}: {fact.about} {fact.how} {fact.by}")
        for name, told in facts.items()
        for fact in told
    ]


def test_forty_facts_are_asked() -> None:
    assert len({(name, fact) for name, told in FACTS.items() for fact in told}) >= 40


@pytest.mark.parametrize(("name", "fact"), rows(FACTS))
def test_a_fact_is_told_by_its_speaker_as_the_speaker_means_it(
    name: str, fact: Fact, article: Article
) -> None:
    assert fact in told(article(name), fact.about)


@pytest.mark.parametrize(("name", "fact"), rows(NOBODY_SAYS))
def test_what_nobody_says_is_not_told(name: str, fact: Fact, article: Article) -> None:
    assert fact not in told(article(name), fact.about)


def told(view: View, about: str) -> set[Fact]:
    """Everything that the case tells about *about*, by classes of speakers and by ids."""
    return {
        Fact(about, by, how, value)
        for speakers, how, value, said_in in (*_stated(view, about), *_recorded(view, about))
        for speaker in speakers
        for by in (speaker, speaker_class(view, speaker, said_in))
        if by
    }


Telling = tuple[tuple[str, ...], str, Any, object]


def _stated(view: View, about: str) -> Iterator[Telling]:
    for _, one in standing(view, about):
        yield one.by, _how(one.stance), one.value, one


def _how(stance: str) -> str:
    if stance in {"may_mean", "withholds"}:
        return {"may_mean": "may_mean", "withholds": "withheld"}[stance]
    if stance == "accuses":
        return "accused"
    if stance in having("stances", "counters"):
        return "explained otherwise"
    if stance in SILENCE:
        return "silent"
    if stance in DENIAL:
        return "denied"
    return "possible" if stance in having("stances", "possible") else "said"


def _recorded(view: View, about: str) -> Iterator[Telling]:
    """What a record tells: the value of a field, or a description or a contest of one kind."""
    field = field_of(view, about)
    if field and field[1] is not None and field[2].name in field[1].__dict__:
        path, record, member = field
        value = record.__dict__[member.name]
        yield _speakers(view, path), "told", _plain(value), record
    inside = field_of(view, about.rpartition(".")[0])
    kind = about.rpartition(".")[2]
    if inside and inside[1] is not None:
        path, record, member = inside
        found = getattr(record, member.name, None)
        for one in found if isinstance(found, tuple) else ():
            if isinstance(one, Contest) and one.kind == kind:
                yield one.by, "argued", None, one
            elif getattr(one, "profile", None) == kind:
                yield _speakers(view, path), "told", None, one


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(str(one) for one in value)
    return str(value) if isinstance(value, str) else value


def _speakers(view: View, path: tuple[str | int, ...]) -> tuple[str, ...]:
    """
    By whose word the record at *path* stands: its speakers, the notice that it is a part of, or
    else the source that it rests on.
    """
    records = records_at(view, path)
    notices = (one.id for one in records[1:] if isinstance(one, Notice))
    if isinstance(records[0], (Charge, Penalty)):
        return tuple(name for name in notices if name)
    return speakers_of(view, *records) or sources_of(view, *records)
