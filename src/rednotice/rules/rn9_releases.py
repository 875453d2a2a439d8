"""
RN9 Releases: whether a document that has left is clean for the audience that it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rednotice.codelists.groups import leaving
from rednotice.findings import Severity
from rednotice.insight.ceilings import Beyond, beyond_ceiling, shows
from rednotice.insight.essence import has_essence
from rednotice.insight.questions import Problem, rule
from rednotice.insight.sources import records_at
from rednotice.insight.values import exact, field_of
from rednotice.insight.view import View, once
from rednotice.insight.whose_word import speakers_of
from rednotice.model import (
    Case,
    Contest,
    Description,
    Event,
    Incident,
    Outcome,
    RelatedCase,
    Release,
    SharedDocument,
    Statement,
    StatusChange,
    Subject,
)
from rednotice.records import Audience, record_classes
from rednotice.records.shapes import Scalar
from rednotice.types.dates import PartialDate

if TYPE_CHECKING:
    from rednotice.documents import Path

# What is nothing without the one who says it, and what reads as a fact without.
_SAID: tuple[type[Any], ...] = (Contest, Statement)
_TOLD: tuple[type[Any], ...] = (Description, Event, Incident, Outcome, StatusChange)
_YEARS_ONLY = frozenset({Audience.PARTNER, Audience.PUBLIC})
_BELOW_A_YEAR = re.compile(r"-[^/,\]]*[0-9]")
# A release names a case by a keyed hash, and its records by their kind or a letter and a number.
_ID_OF_A_CASE = re.compile("c-[0-9a-z]{16,62}")
_KINDS = {*record_classes(Case), *record_classes(SharedDocument)}
_ID_OF_A_RECORD = re.compile(
    f"(?:[a-z]|group|{'|'.join(sorted(kind.__name__.lower() for kind in _KINDS))})[0-9]{{1,6}}"
)


_AUDIENCE_WIDER_THAN_RELEASED = (
    "This release cannot be released again. Make one from the case, for the audience that is meant."
)


@rule("RN920", of_releases=True)
def audience_wider_than_released(view: View) -> Iterator[Problem]:
    """
    The release is meant for an audience that is wider than the one that it was made for.

    A release holds what its own audience may see, and nobody else may have it. Make another release
    for the audience that you mean, from the case that is kept.
    """
    if view.audience not in _released_to(view).within:
        yield ("release", "audience"), _AUDIENCE_WIDER_THAN_RELEASED


@rule("RN921", of_releases=True)
def member_beyond_the_ceiling(view: View) -> Iterator[Problem]:
    """
    The release holds a member that its audience may never see.

    Every field says who may ever see it (`x-release` in the schema), and so does every field on the
    way to it. A policy can take more away than that, and never less. If the release has left
    already, recall it. Make it anew from the case, by a policy.
    """
    audience = _released_to(view)
    told: set[str] = set()
    for path, name, is_code in _beyond(view):
        if not is_code and name not in told:
            told.add(name)
            yield (
                path,
                f"The member `{name}` may not leave for {audience.value}. Make the release again.",
            )


_QUALIFIER_MISSING = (
    "The statement does not say whose it is. Name the speaker in the case, and make the release"
    " again."
)


@rule("RN922", of_releases=True)
def qualifier_missing(view: View) -> Iterator[Problem]:
    """
    A statement or a contest in the release does not say whose word it is.

    "Denied", by nobody, is no denial, and a contest that nobody argues or found reads as true. Name
    the speaker in the case that is kept, at least by a class word such as `class:press`, and make
    the release anew. Nothing is said where the audience may not see who speaks.
    """
    for kind in _SAID:
        for path in _without_a_speaker(view, kind, "by"):
            yield path, _QUALIFIER_MISSING


_NAME_OF_WHAT_DID_NOT_LEAVE = (
    "The release names a member that does not leave for this audience. Make the release again."
)


_REASON_THAT_DID_NOT_LEAVE = (
    "This reason does not belong in a release for this audience. Make the release again."
)


@rule("RN923", of_releases=True)
def name_of_what_did_not_leave(view: View) -> Iterator[Problem]:
    """
    The release names a member that its audience may not see, or tells that something is held back.

    `missing` on a member that never leaves tells that there is something to be missing; `withheld`
    and `not_asked` tell what those know who keep the case. A statement about such a member, or
    about a record of the shared document, tells that it exists. A record that is named and is not
    there is told by RN302. Make the release anew by a policy; it takes all such names out.
    """
    audience = _released_to(view)
    reasons = leaving("missing_reasons", audience)
    for path, record in view.gaps:
        for member, reason in record.missing.items():
            if reason not in reasons or not shows(record, [member], audience):
                yield (*path, "missing", member), _REASON_THAT_DID_NOT_LEAVE
    for path, statement in view.each(Statement):
        head, *members = (statement.about or "").split(".")
        named = view.record_of(head)
        hidden = named is not None and not shows(named[1], members, audience)
        outside = head.startswith("shared:") and audience not in Audience.COUNSEL.within
        if hidden or outside:
            yield (*path, "about"), _NAME_OF_WHAT_DID_NOT_LEAVE


@rule("RN924", of_releases=True)
def id_that_is_not_of_the_release(view: View) -> Iterator[Problem]:
    """
    An id of the release is not of the form that a release gives.

    A release names a case by `c-` and a keyed hash of 16 signs or more, and its records by their
    kind or one letter and a number, such as `notice1` or `n1`. Any other id is one of the case that
    is kept. By it two releases, or a release and a leak, can be joined. Make the release anew by a
    policy.
    """
    for identity, found in view.ids.items():
        for path, _ in found:
            form = _ID_OF_A_RECORD if path else _ID_OF_A_CASE
            if not form.fullmatch(identity):
                yield (*path, "id"), "This id was not given by the release. Make the release again."
    for path, related in view.each(RelatedCase):
        if not _ID_OF_A_CASE.fullmatch(related.case):
            yield (*path, "case"), "This id was not given by the release. Make the release again."


@rule("RN925", of_releases=True)
def date_finer_than_a_year(view: View) -> Iterator[Problem]:
    """
    A release to a partner or to the public holds a date with a month or a day.

    Whoever knows one person's dates finds that person by them in a release. Only the year leaves,
    with its marks of doubt. The date of the release itself is not meant. Make the release anew by a
    policy.
    """
    if _released_to(view) not in _YEARS_ONLY:
        return
    for path, record, member, date in view.dates:
        if _BELOW_A_YEAR.search(date) and not isinstance(record, Release):
            yield (*path, member), "The date is finer than a year. Make the release again."
    for path, statement in view.each(Statement):
        if _holds_a_date(view, statement) and _BELOW_A_YEAR.search(str(statement.value)):
            yield (*path, "value"), "The date is finer than a year. Make the release again."


@rule("RN926", of_releases=True)
def telling_code(view: View) -> Iterator[Problem]:
    """
    A code of the release tells what its audience must not know.

    A member may leave, and still one of its codes may not: `visa_refused` among outcomes names the
    host's part, and `fell_silent` tells that pressure works. Each list says in `leaves_for` who may
    see a code. Of a record that cannot be without such a code, nothing leaves. Make the release
    anew by a policy.
    """
    for path, _, is_code in _beyond(view):
        if is_code:
            yield path, "The audience may not see a code that stands here. Make the release again."


_RECORD_THAT_READS_AS_A_FACT = (
    "It is not said whose word this is. Name the speaker in `according_to` of the case, and make"
    " the release again."
)


@rule("RN927", Severity.WARNING, of_releases=True)
def record_that_reads_as_a_fact(view: View) -> Iterator[Problem]:
    """
    Records of the release do not say whose word they are.

    The sources do not leave, so that an arrest, a step of a notice or a threat without a speaker
    reads as a fact. Name the speaker in the case that is kept, at least by a class word such as
    `class:press`, and make the release anew. It is told once for each kind of record, at the first.
    A charge is its issuer's word without saying so.
    """
    for kind in _TOLD:
        for path in _without_a_speaker(view, kind, "according_to"):
            yield (
                path,
                _RECORD_THAT_READS_AS_A_FACT,
            )
            break


@rule("RN928", of_releases=True)
def record_that_says_nothing(view: View) -> Iterator[Problem]:
    """
    A record of the release lacks what makes it a record at all.

    An incident without a method, or a step without a status, tells only that there is something
    that its reader may not know. Such a record leaves whole or not at all. A subject may be bare,
    since every case has one. Make the release anew by a policy.
    """
    for path, record in view.records:
        if path and not isinstance(record, Subject) and not has_essence(record):
            yield path, "What leaves of this record says nothing. Make the release again."


def _without_a_speaker(view: View, kind: type[Any], member: str) -> Iterator[Path]:
    """
    The records of class *kind* that could say by whose word they stand, in *member*, and do not.
    """
    audience = _released_to(view)
    for path, record in view.each(kind):
        missing = member in record.__dict__.get("missing", ())
        if missing or not shows(record, [member], audience):
            continue
        if not speakers_of(view, *records_at(view, path)):
            yield path


def _released_to(view: View) -> Audience:
    """
    The audience that the document of *view* was made for; the rules of this file are asked of no
    document without a release.
    """
    release = view.case.release
    return Audience(release.audience) if release else Audience.INTERNAL


@once
def _beyond(view: View) -> list[Beyond]:
    """What the document of *view* holds beyond the ceiling of its audience; two rules ask."""
    return beyond_ceiling(view, _released_to(view))


def _holds_a_date(view: View, statement: Statement) -> bool:
    if statement.value is None or statement.about is None:
        return False
    found = field_of(view, exact(view, statement.about))
    shape = found[2].shape if found else None
    return isinstance(shape, Scalar) and shape.python is PartialDate
