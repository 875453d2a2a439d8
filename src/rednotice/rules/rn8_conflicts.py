"""
RN8 Conflicts: values on which statements differ, among themselves or from the record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rednotice.codelists.groups import having
from rednotice.findings import Severity
from rednotice.insight.conflicts import Matter, first_to_differ, matters
from rednotice.insight.missing import as_disputed
from rednotice.insight.questions import Problem, rule
from rednotice.insight.sources import records_at, source_named, sources_of
from rednotice.insight.stances import asserts, counts, is_coerced, is_unfree, standing
from rednotice.insight.values import agrees, exact, expected, field_of
from rednotice.insight.view import View
from rednotice.insight.whose_word import speakers_of
from rednotice.model import EditorDecision, Statement

_NOT_SO = having("stances", "not_so")


_VALUE_THAT_NO_STATEMENT_HOLDS = (
    "No statement about this member holds the value that it shows. Correct one of them, or name"
    " the speaker in `according_to`."
)


@rule("RN806", Severity.WARNING)
def value_that_no_statement_holds(view: View) -> Iterator[Problem]:
    """
    A record shows a value that differs from what every statement about it says.

    Records hold preferred values, and statements say whose they are. One of the two was changed
    without the other, or the value has a speaker who is not named: name them in the record's
    `according_to`. A record that rests on an interview alone is the word of the person interviewed,
    and nothing is said where the statements are other people's. More or less exact is not
    different. Statements that are deprecated or were taken back do not count, and neither do those
    that only fear, foretell or suggest a value.
    """
    for matter in matters(view):
        if _is_shown(matter) and not _has_speakers(matter) and not _is_others_word(matter, view):
            said = [one for _, one in matter.said]
            if any(map(asserts, said)) and not any(_shows(matter, one) for one in said):
                yield matter.place, _VALUE_THAT_NO_STATEMENT_HOLDS


_UNDECIDED = "Another statement says otherwise about this member. Decide in `editor_decisions`"


@rule("RN815", Severity.INFO)
def conflict_not_decided(view: View) -> Iterator[Problem]:
    """
    Statements give two different values for one field, and nobody has decided between them.

    Two speakers may differ, and so may one speaker on two days. Both statements stay. Either an
    editor decides, in `editor_decisions` with the reason or by the `rank` of a statement with its
    `rank_reason`; or the field stays open, with `missing: {field: disputed}` in its record. A value
    that is only more exact than the other is no conflict, nor is one that was taken back or is
    deprecated. Codes, dates and numbers are compared, texts are not. Two lists of persons differ
    also where one only leaves somebody out.
    """
    for matter in matters(view):
        at = first_to_differ(matter, view)
        if at and not _is_decided(matter, view) and not _rests_on_coercion(matter, view):
            left_open = as_disputed(matter.field.name)
            yield (*at, "value"), f"{_UNDECIDED}, or leave it open, as in {left_open}."


_UNFREE = (
    "This value rests only on words that were not free. Name in `sources` what else bears it out,"
    " or leave the member open"
)


@rule("RN816", Severity.WARNING)
def coerced_value_shown(view: View) -> Iterator[Problem]:
    """
    A record shows a value that only unfree statements hold, and another statement contradicts it.

    Whoever is in custody, before officials or under threat says what is wanted, and to show it is
    to prefer it. Leave the field out, with `missing: {field: disputed}`, until an editor has
    decided, or name in the record's `sources` what else bears it out: a source in which these words
    do not stand. A value is not found that a statement at liberty holds too, nor one in a record
    that says by whose word it stands.
    """
    for matter in matters(view):
        if not _is_decided(matter, view) and _rests_on_coercion(matter, view):
            yield matter.place, f"{_UNFREE}, as in {as_disputed(matter.field.name)}."


_SPEAKERS_WHO_DIFFER_ON_A_MEMBER = (
    "One speaker of this record says otherwise about this member. Add a statement of each speaker"
    " about it."
)


@rule("RN822", Severity.WARNING)
def speakers_who_differ_on_a_member(view: View) -> Iterator[Problem]:
    """
    Several speakers stand behind a record, and one of them says otherwise about a member of it.

    `according_to` says of everything in a record that all of its speakers say so. Here a statement
    of one of them denies what a member shows, or gives another value. Then it cannot be read from
    the record who holds the value that it shows. Give each of the other speakers a statement about
    that member, or leave out of `according_to` whoever does not stand behind the record. Nothing
    is said once each speaker has a statement about the member.
    """
    for about, said in _said_of_members(view).items():
        behind = _voices(view, _speakers_behind(view, about))
        matter = _member(view, about) if behind else None  # few records name their speakers
        if matter is None or not _is_shown(matter):
            continue
        heard = _heard(view, said)
        holding = [one for one in said if counts(one) and _shows(matter, one)]
        differing = _heard(view, [one for one in said if _contradicts(one, matter)])
        # Whoever says both holds the value as well.
        if behind - heard and behind & (differing - _heard(view, holding)):
            yield matter.place, _SPEAKERS_WHO_DIFFER_ON_A_MEMBER


def _said_of_members(view: View) -> dict[str, list[Statement]]:
    """
    The statements about each member that were not taken back; `k3.number` is `k3.number.best`.
    """
    found: dict[str, list[Statement]] = {}
    for about in view.statements:
        if "." in about:
            said = [one for _, one in standing(view, about)]
            found.setdefault(exact(view, about), []).extend(said)
    return found


def _member(view: View, about: str) -> Matter | None:
    found = field_of(view, about)
    return Matter(about, (*found[0], found[2].name), found[1], found[2], [], []) if found else None


def _speakers_behind(view: View, about: str) -> tuple[str, ...]:
    """
    Those in `according_to` of the record that holds the member *about*, or else of the one around
    it.
    """
    head, *names = about.split(".")
    named = view.record_of(head)
    record, speakers = named[1] if named else None, ()
    for name in (*names[:-1], None):
        speakers = getattr(record, "according_to", ()) or speakers
        record = getattr(record, name, None) if name else None
    return speakers


def _heard(view: View, said: list[Statement]) -> frozenset[str]:
    return frozenset[str]().union(*(_voices(view, speakers_of(view, one)) for one in said))


def _voices(view: View, names: tuple[str, ...]) -> frozenset[str]:
    """
    *names* with the subject under one name; other class words stand as they are.
    """
    return frozenset((view.persons_named((name,)) or (name,))[0] for name in names)


def _is_shown(matter: Matter) -> bool:
    """
    Whether a record of this document shows a value of *matter*.
    """
    shown = matter.record is not None and matter.field.name in matter.record.__dict__
    return shown and not matter.about.startswith("shared:")


def _shows(matter: Matter, statement: Statement) -> bool:
    """
    Whether the record shows the value of *statement*, more or less exactly.
    """
    return agrees(matter.field, matter.record.__dict__[matter.field.name], statement.value)


def _takes(matter: Matter, statement: Statement) -> bool:
    """
    Whether the field could hold the value of *statement*.
    """
    return expected(matter.field, statement.value) is None


def _reasons(matter: Matter) -> Mapping[str, str]:
    """
    Why members of the record are missing; some records inside others cannot say it.
    """
    return getattr(matter.record, "missing", None) or {}


def _has_speakers(matter: Matter) -> bool:
    return "according_to" in matter.record.__dict__


def _is_others_word(matter: Matter, view: View) -> bool:
    """
    Whether the record is known to be the word of somebody who made none of the statements.
    """
    speakers = speakers_of(view, *records_at(view, matter.place[:-1]))
    said = {name for _, one in matter.said for name in speakers_of(view, one)}
    return bool(speakers) and said.isdisjoint(speakers)


def _is_decided(matter: Matter, view: View) -> bool:
    """
    Whether an editor decided on *matter*, or left it open on purpose.
    """
    if _reasons(matter).get(matter.field.name) in having("missing_reasons", "left_open"):
        return True
    if any(one.rank in having("ranks", "chosen") and one.rank_reason for _, one in matter.said):
        return True
    whole = matter.about.partition(".")[0]
    ids = {one.id for _, one in matter.standing if one.id}
    return any(
        decision.about in {matter.about, whole} or not ids.isdisjoint(decision.between)
        for _, decision in view.each(EditorDecision)
    )


def _rests_on_coercion(matter: Matter, view: View) -> bool:
    """
    Whether *matter* is shown by words alone that were not free, against others.
    """
    if not _is_shown(matter) or _has_speakers(matter):
        return False
    held = [one for _, one in matter.said if _takes(matter, one) and _shows(matter, one)]
    if not held or _something_else_bears_it_out(matter, held, view):
        return False
    return all(is_coerced(one, view) for one in held) and any(
        _contradicts(one, matter) and not is_coerced(one, view) for _, one in matter.standing
    )


def _something_else_bears_it_out(matter: Matter, held: list[Statement], view: View) -> bool:
    """
    Whether the record rests on a free source other than those of the statements *held*.
    """
    theirs = {name for one in held for name in sources_of(view, one)}
    named = sources_of(view, *records_at(view, matter.place[:-1]))
    others = (source_named(view, name) for name in named if name not in theirs)
    return any(source is not None and not is_unfree(source) for source in others)


def _contradicts(statement: Statement, matter: Matter) -> bool:
    if statement.stance in _NOT_SO:
        return statement.value is None or _shows(matter, statement)
    said = statement.value is not None and asserts(statement) and _takes(matter, statement)
    return said and not _shows(matter, statement)
