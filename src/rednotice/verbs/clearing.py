"""
Clear a wording of a text for one audience.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

import attrs

from rednotice import formats, gate
from rednotice.datasets.cases import unreadable
from rednotice.datasets.encrypted import opened, refuse_plain_red
from rednotice.datasets.paths import StrPath, printable, usable
from rednotice.datasets.placing import placed
from rednotice.documents import Document
from rednotice.errors import IncompleteRedaction, InvalidRecord, UnknownName, WouldLoseComments
from rednotice.findings import Finding
from rednotice.formats.yaml import comments
from rednotice.insight.clearances import hash_of, text_cleared
from rednotice.insight.view import View
from rednotice.model import Case, Clearance
from rednotice.names.redaction.redactor import Redaction, Redactor
from rednotice.records import Audience, evolve, to_dict
from rednotice.types.dates import PartialDate

Decide = Callable[[str, Callable[[str], Redaction]], str | None]


def text_at(case: Case, place: str) -> str:
    """
    The text of *case* at *place*, such as ``i1.text``.

    Raises:
        UnknownName: If no text stands there.
    """
    try:
        probe = Clearance(about=place, audience="partner", text="x")
    except InvalidRecord:
        text = None
    else:
        text = text_cleared(View(case, dt.date.min), probe)
    if text is None:
        raise UnknownName(
            "no text that can be cleared stands at this place; name the id of a record and its"
            " member, as in i1.text, and not the path to it"
        )
    return text


def clear(  # noqa: PLR0913  # what the editor decides, and when
    case: Case,
    place: str,
    wording: str,
    *,
    audience: Audience | str,
    today: dt.date | None = None,
    by: str | None = None,
    language: str | None = None,
    names: Iterable[Any] = (),
) -> Case:
    """
    A copy of *case* in which *wording* is cleared for *audience* in the place of a text.

    The wording leaves for that audience alone, beside the record. The hash of the text is kept with
    it, so that the wording no longer leaves when the text is changed. A wording that was cleared
    before for the same text and audience is replaced.

    >>> from rednotice import Case, Incident, Subject
    >>> case = Case(rednotice="1.0", id="c-1", subjects=[Subject(names=[{"text": "Ann Exempla"}])],
    ...     incidents=[Incident(id="i1", text="Officers asked where Ann is.")])
    >>> clear(case, "i1.text", "Officers asked where she is.", audience="partner").cleared[0].about
    'i1.text'

    Args:
        case: The case, which is not changed.
        place: The id of a record and its member, such as ``i1.text``.
        wording: The words that may leave. `rednotice.redact` suggests some.
        audience: The only audience for which they are cleared.
        today: The day on which they are cleared, by default that of the system's clock.
        by: The initials of the editor.
        language: The language of the wording, if it is not that of the text.
        names: Further cases or names that the wording may not have in it; give those of the whole
            data set.

    Raises:
        IncompleteRedaction: If the wording names a person of the case or of *names*.
        InvalidRecord: If *wording*, *audience* or *language* is none.
        UnknownName: If no text stands at *place*.
    """
    text = text_at(case, place)
    if Redactor([case, *names]).redact(wording).spans:
        raise IncompleteRedaction(
            "the wording names a person, or has a number that tells one; take it out and clear it"
            " again"
        )
    made = Clearance(
        about=place,
        audience=audience.value if isinstance(audience, Audience) else audience,
        text=wording,
        language=language,
        text_sha256=hash_of(text),
        date=PartialDate((today or dt.date.today()).isoformat()),  # noqa: DTZ011  # the user's day
        by=by,
    )
    others = [one for one in case.cleared if (one.about, one.audience) != (place, made.audience)]
    return evolve(case, cleared=(*others, made))


@attrs.frozen(kw_only=True)
class Clearing:
    """
    What is to be cleared in a file: the place, the audience, and the case if there are several.
    """

    place: str
    audience: Audience
    case: str | None = None
    by: str | None = None
    today: dt.date | None = None


def clear_file(  # noqa: PLR0913  # all but the first four are keyword-only
    path: StrPath,
    out: StrPath,
    clearing: Clearing,
    decide: Decide,
    *,
    format: str | None = None,
    names: Iterable[Any] = (),
) -> bool:
    """
    Clear a wording in a file of cases, and write the file to *out*, which may be the same.

    All other documents are written as they are.

    Args:
        path: The file.
        out: The file to write.
        clearing: What is to be cleared.
        decide: Is called with the text and a function that redacts, and returns the wording that is
            cleared; None if none is.
        format: The format of the file, if the suffix does not tell.
        names: Further cases or names that are to be taken out.

    Returns:
        Whether a wording was cleared. If not, nothing is written.

    Raises:
        IncompleteRedaction: As `clear`.
        UnknownName: If there is no such case, or no text at the place.
        Unreadable: If a document of the file cannot be understood.
        UnprotectedRed: If a case is marked ``tlp: red``, and *out* is another file and not
            encrypted.
        WouldLoseComments: If *out* is the file itself, in YAML with comments.
    """
    source, target, others = usable(path), usable(out), tuple(names)
    form = formats.by_name(format) if format else formats.for_path(source)
    is_replaced = source.resolve() == target.resolve()
    with opened(source) as file:
        if is_replaced and form is formats.by_name("yaml") and comments.any_in(file):
            raise WouldLoseComments
        file.seek(0)
        documents = list(form.read(file, printable(source), _refuse))
    at, case = _chosen(documents, clearing.case)
    wording = decide(text_at(case, clearing.place), Redactor([case, *others]).redact)
    if wording is None:
        return False
    changed = clear(
        case,
        clearing.place,
        wording,
        audience=clearing.audience,
        today=clearing.today,
        by=clearing.by,
        names=others,
    )
    values = [each.value for each in documents]
    values[at] = to_dict(changed)
    for value in () if is_replaced else values:
        refuse_plain_red(value, target)
    with placed(target) as written:
        form.write(values, written)
    return True


def _refuse(finding: Finding) -> None:
    raise unreadable([finding])


def _chosen(documents: list[Document], name: str | None) -> tuple[int, Case]:
    """
    The case called *name* among *documents*, or the only case, and its place among them.
    """
    records = [gate.admit(document) for document in documents]
    for record in records:
        if isinstance(record, list):
            raise unreadable(record)
    found = [
        (at, record)
        for at, record in enumerate(records)
        if isinstance(record, Case) and name in {None, record.id}
    ]
    if len(found) != 1:
        raise UnknownName(
            "the file has several such cases; name one with --case"
            if found
            else "the file has no such case"
        )
    return found[0]
