"""
RN1 Identity: names, ids, and who the case is about.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from rednotice.codelists.groups import having
from rednotice.findings import Severity
from rednotice.insight.kin import comes_of_age
from rednotice.insight.missing import as_unknown
from rednotice.insight.questions import Problem, rule
from rednotice.insight.rings import records_in_rings
from rednotice.insight.telling import (
    copies_of_numbers,
    identifying_numbers,
    telling_ids,
    telling_parts_of_path,
)
from rednotice.insight.view import View
from rednotice.model import (
    Charge,
    Name,
    Notice,
    Organisation,
    Person,
    Proceeding,
    Source,
    Subject,
    TravelDocument,
    Warrant,
)
from rednotice.names.numbers import holds_a_number
from rednotice.names.placeholders import is_placeholder
from rednotice.names.scripts import holds_letters_of, scripts_of
from rednotice.names.tokens import holds_a_token
from rednotice.types.dates import PartialDate

_TYPED: dict[type[Any], tuple[str, ...]] = {
    Name: ("text", "family", "forename"),
    Subject: ("label", "birth_place"),
    Person: ("label", "public_role"),
    Organisation: ("name",),
    TravelDocument: ("number",),
    Warrant: ("reference",),
    Charge: ("text", "law"),
    Proceeding: ("reference",),
}
_HUMAN = (Subject, Person)
# The kinds that seek an arrest; a yellow notice on a missing child is as it should be.
_SEEKING_ARREST = having("notice_kinds", "seeks_arrest")
_BODIES = having("subject_kinds", "no_natural_person")


_TELLING_ID = (
    "This id contains a part of a name or of a number that identifies somebody. Write another id."
)


@rule("RN101")
def id_shares_a_token_with_a_name(view: View) -> Iterator[Problem]:
    """
    An id contains a part of a person's name, or the number of a notice or a document.

    Ids are printed in findings, logs and file names by design, and so must be opaque. Give the
    record another id, such as `s1` or a few random letters; the case is shown by a running number
    until then. Names are compared without marks, in Latin letters as states, scholars and
    newspapers write them (`oktam` for Ўктам, `wangwei` for 王伟), and in pieces (`okt-am`). A part
    of two or three letters counts only where it stands alone or beside another (`li-2`, `liwei`).
    Numbers that identify somebody are compared without what stands between their parts, if they
    have seven signs or more.
    """
    for found in telling_ids(view).values():
        for path, _ in found:
            yield (*path, "id"), _TELLING_ID


@rule("RN102")
def file_name_shares_a_token_with_a_name(view: View) -> Iterator[Problem]:
    """
    The name of the file contains a part of a person's name, or the number of a notice or a paper.

    Paths are printed in findings and logs. Name the file after the id of the case; it is shown by a
    running number until then. Of folders, RN015 tells.
    """
    if telling_parts_of_path(view)[-1:] == (True,):
        yield (), _TELLING_FILE


_TELLING_FILE = (
    "The name of the file contains a part of a name or of a number that identifies somebody. Rename"
    " the file after the id of the case."
)


_SUBJECT_WITHOUT_NAME_OR_LABEL = (
    "The subject has neither a name nor a label. Add a `label`, such as `Journalist A`."
)
_ONE_OF_SEVERAL_WITHOUT_NAME_OR_LABEL = (
    "The subject has neither a name nor a label. If it is the rest of the subject beside it,"
    " join the two. Otherwise add a `label`, such as `Journalist A`."
)


@rule("RN103", Severity.WARNING, of=Subject, asks_for_more=True)
def subject_without_name_or_label(subject: Subject, view: View) -> Iterator[Problem]:
    """
    A subject has neither a name nor a label.

    Nobody who works on the case can tell whom it is about. A name may be withheld or unknown; give
    the subject a label then, such as `Journalist A`, which leaves with no release.
    """
    if subject.names or subject.label:
        return
    if len(view.each(Subject)) > 1:
        yield (), _ONE_OF_SEVERAL_WITHOUT_NAME_OR_LABEL
    else:
        yield (), _SUBJECT_WITHOUT_NAME_OR_LABEL


_PLACEHOLDER = "A placeholder stands here for something unknown. Leave the member out"


@rule("RN104", Severity.WARNING)
def placeholder_for_what_is_not_known(view: View) -> Iterator[Problem]:
    """
    A dash, `?`, `unknown`, `N/A` or `null` stands where a name, a label or a reference belongs.

    It will be searched for, counted and compared as if somebody were called so. Absent means
    unknown: leave the member out, and say in `missing` why it is, as in
    `missing: {birth_place: unknown}`. Public notices hold such placeholders too, and programs write
    `None`, `nil` or `~`; an import leaves them out.
    """
    for kind, members in _TYPED.items():
        for path, record in view.each(kind):
            there = record.__dict__
            for member in members:
                text = there.get(member)
                if text is not None and is_placeholder(text):
                    yield (
                        (*path, member),
                        f"{_PLACEHOLDER}, and say why, as in {as_unknown(member)}.",
                    )


_LABEL_HOLDS_A_NAME = (
    "The label contains a part of a name. Call the person by their part in the case, such as"
    " `Journalist A`."
)


@rule("RN105", Severity.WARNING)
def label_holds_a_name(view: View) -> Iterator[Problem]:
    """
    The label of a person contains a part of a name of the case.

    Labels stand on screens, sheets and envelopes so that names need not. Call the person by a part
    in the case: `Journalist A`, `younger brother`.
    """
    named = view.parts_of_names
    if not holds_a_token(" ".join(person.label or "" for _, person in view.persons), named):
        return
    for path, person in view.persons:
        if person.label and holds_a_token(person.label, named):
            yield (*path, "label"), _LABEL_HOLDS_A_NAME


_CHILD_SOUGHT_FOR_ARREST = (
    "By the date of birth, this notice seeks the arrest of a child. Check the date and the notice."
)


@rule("RN108", Severity.WARNING, of=Notice, having="kind")
def child_sought_for_arrest(notice: Notice, view: View) -> Iterator[Problem]:
    """
    A person whom a notice seeks for arrest is, or was when it began, certainly under 18.

    Among the public red notices that were counted none concerned a child, so the date of birth or
    the notice may be another person's. If both are right, the age is an argument, and everything
    about the case needs the care that a child's case needs (Convention on the Rights of the Child).
    """
    if notice.kind in _SEEKING_ARREST and any(
        _is_sought_as_a_child(who, notice, view.today) for _, who in view.meant(notice.about)
    ):
        yield (), _CHILD_SOUGHT_FOR_ARREST


def _is_sought_as_a_child(who: Any, notice: Notice, today: dt.date) -> bool:
    born = who.born if isinstance(who, _HUMAN) else None
    day = comes_of_age(born) if born else None
    if day is None or day > today:
        return day is not None
    of_age = _dated(day)
    return any(step.date and step.date.surely_before(of_age) for step in notice.history)


@lru_cache(maxsize=512)
def _dated(day: dt.date) -> PartialDate:
    # As a date of ours, from which most others are told without being read.
    return PartialDate.trusted(day.isoformat())


_MEMBER_BOTH_THERE_AND_MISSING = (
    "The member is there, so it cannot be missing. Keep one of the two: its value, or the reason"
    " in `missing`."
)


@rule("RN109")
def member_both_there_and_missing(view: View) -> Iterator[Problem]:
    """
    `missing` gives a reason for a member that is there.

    It cannot be both, and whoever reads the case cannot tell which is meant. Take the member out of
    `missing` if its value stands, or take the value away. Doubt about a value that stands is a
    statement about it.
    """
    for path, record in view.gaps:
        for member in record.missing:
            if member in record.__dict__:
                yield (*path, "missing", member), _MEMBER_BOTH_THERE_AND_MISSING


@rule("RN110", of=Name, having="script")
def name_in_another_script(name: Name, _: View) -> Iterator[Problem]:
    """
    A name has no letter of the script that is said beside it.

    The script was most likely left over from the line above, or a transliteration and its original
    changed places. Matching by script would miss the person. Only the more common scripts are
    known to this rule (ISO 15924), and one fitting letter is enough.
    """
    text = "".join(filter(None, (name.text, name.family, name.forename)))
    if name.script and holds_letters_of(name.script, text) is False:
        own = " and ".join(f"`{script}`" for script in scripts_of(text)) or "of another script"
        written = f"The letters of the name are {own}"
        yield (
            ("script",),
            f"{written}, and none is `{name.script}`. Correct the script or the name.",
        )


_BODY_WITH_A_PERSONS_DETAILS = (
    "An entity has no such detail, since it is not a natural person. Leave the member out."
)


@rule("RN111", of=Subject, having="kind")
def body_with_a_persons_details(subject: Subject, _: View) -> Iterator[Problem]:
    """
    A subject that is an entity has a date of birth, a sex or another detail of a natural person.

    A company is founded and not born. Either the subject is a person, or the details are those of
    a person behind the company, who is recorded among `people` or has a case of their own.
    """
    if subject.kind in _BODIES:
        for member in ("sex", "gender", "born", "stateless", "appearance"):
            if member in subject.__dict__:
                yield (member,), _BODY_WITH_A_PERSONS_DETAILS


_SEVERAL_PERSONS_AS_SUBJECT = (
    "The case has another natural person as its subject. Give this one a case of their own, and"
    " link it under `related_cases`."
)


@rule("RN112", Severity.WARNING)
def several_persons_as_subject(view: View) -> Iterator[Problem]:
    """
    A case has two or more natural persons as its subjects.

    A case is about one principal subject: counts, consent, and records without a person rest on it.
    Give others who are pursued for the same facts a case of their own, and link it under
    `related_cases`. Relatives and associates who are not pursued belong among `people`.
    """
    persons = [path for path, subject in view.each(Subject) if subject.kind not in _BODIES]
    for path in persons[1:]:
        yield path, _SEVERAL_PERSONS_AS_SUBJECT


_PEOPLE_RELATED_IN_A_RING = (
    "The relation leads back to the person and never to a subject. Leave `to` out, or name the"
    " subject there."
)


@rule("RN114", Severity.WARNING)
def people_related_in_a_ring(view: View) -> Iterator[Problem]:
    """
    Persons are related to each other only, and none of them to a subject.

    Nobody can tell then what they have to do with the case, and a release cannot tell that they are
    relatives of a subject. Let one of them be related to a subject: leave out `to`, or name the
    subject there.
    """
    for path in records_in_rings(view, Person, _related_to):
        yield (*path, "relation", "to"), _PEOPLE_RELATED_IN_A_RING


_NUMBER_REPEATED_IN_A_TEXT = (
    "The text repeats a number that identifies somebody. Write `the notice` or `the passport`, and"
    " keep the number in its own member."
)


@rule("RN119", Severity.WARNING)
def number_repeated_in_a_text(view: View) -> Iterator[Problem]:
    """
    A text, a title or a label repeats the number of a notice or a document.

    The number identifies the person, and its own member says who may see it. A copy goes wherever
    the text goes. Write "the notice" or "the passport", and keep the number in its member. Only
    numbers of seven signs or more are looked for, with at most one sign between their parts.
    """
    for path in copies_of_numbers(view):
        yield path, _NUMBER_REPEATED_IN_A_TEXT


_NUMBER_IN_AN_ADDRESS = (
    "The address holds a number that identifies somebody. Leave the address out of what goes to"
    " anybody who may not see the number."
)


@rule("RN120", Severity.INFO, of=Source, having="address")
def number_in_an_address(source: Source, view: View) -> Iterator[Problem]:
    """
    The address of a source contains the number of a notice or a document.

    Whoever gets the address gets the number, as from the page of a notice on INTERPOL's site. An
    address cannot be written otherwise; leave it out of whatever goes to somebody who may not see
    the number.
    """
    if source.address and holds_a_number(source.address, identifying_numbers(view)):
        yield (
            ("address",),
            _NUMBER_IN_AN_ADDRESS,
        )


def _related_to(person: Person) -> tuple[str, ...]:
    return (person.relation.to,) if person.relation and person.relation.to else ()
