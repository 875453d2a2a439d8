"""
Checking: documents against the schema and the rules.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

import attrs

from rednotice import faults, rules
from rednotice.findings import Finding, Report
from rednotice.model import Case, SharedDocument
from rednotice.records import Audience
from rednotice.verbs.opaque import Masks
from rednotice.verbs.reading import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rednotice.documents import Document
    from rednotice.verbs.reading import StrPath


def check(
    what: StrPath | Case | SharedDocument | Iterable[Case],
    *,
    today: dt.date | None = None,
    audience: str | Audience = Audience.INTERNAL,
    format: str | None = None,  # noqa: A002  # the word that everybody looks for
    shared: StrPath | None = None,
) -> Report:
    """
    What is wrong with *what*, by the schema (RN0xx) and by the rules.

    Args:
        what: A file, a folder, a case, a shared document, or cases.
        today: The day on which it is asked; without it, the day that the clock tells.
        audience: For whom the data are meant: ``internal``, ``counsel``, ``ccf``, ``partner`` or
            ``public``. Rules about consent, review and harm are errors for all but the first.
        format: ``json``, ``jsonl`` or ``yaml``, where the suffix does not tell.
        shared: The shared document, where it is not beside the cases.

    Raises:
        OSError: If a path cannot be opened.
        TypeError: If *what* is something else.
        ValueError: If there is no such audience.
        UnknownFormat: If its suffix tells no format.
    """
    asked = _Asked(today or dt.date.today(), _audience(audience))  # noqa: DTZ011  # a day, anywhere
    if isinstance(what, str | os.PathLike):
        return _check_path(what, asked, format, shared)
    if isinstance(what, SharedDocument):
        return Report(tuple(asked.about(what, what, None)), shared=1)
    several = (what,) if isinstance(what, Case) else what
    beside = getattr(several, "shared", None)
    counted, masks = _Counted(), Masks()
    findings: list[Finding] = []
    for case in several:
        if not isinstance(case, Case):
            raise TypeError("what is checked is a path, a case, a shared document, or cases")
        found = [*counted.met(case, None), *asked.about(case, beside, None)]
        masks.learn(found)
        findings += found
    return Report(tuple(masks.over(findings)), cases=counted.cases)


def _audience(name: str | Audience) -> Audience:
    for audience in Audience:
        if name in {audience, audience.value}:
            return audience
    raise ValueError(f"an audience must be one of {', '.join(each.value for each in Audience)}")


@attrs.frozen
class _Asked:
    today: dt.date
    audience: Audience

    def about(
        self,
        case: Case | SharedDocument,
        shared: SharedDocument | None,
        document: Document | None,
    ) -> Iterator[Finding]:
        """
        What the rules find in *case*.
        """
        file = document.file if document else None
        view = rules.View(case, self.today, self.audience, shared, file)
        for rule in rules.CATALOGUE:
            for path, message in rule.question(view):
                yield Finding(
                    rule.manual,
                    message,
                    path=path,
                    case=case.id,
                    severity=rule.severity(self.audience),
                    file=file,
                    document=document,
                )


class _Counted:
    """
    How many cases there were, and which ids they had.
    """

    def __init__(self) -> None:
        self.cases = self.shared = 0
        self._ids: set[int] = set()

    def met(self, case: Case, document: Document | None) -> Iterator[Finding]:
        """Count *case*, and say so if its id was met before."""
        self.cases += 1
        mark = hash(case.id)  # a hash is a quarter of the id's size, over hundreds of thousands
        if mark in self._ids:
            yield Finding(
                faults.REPEATED_CASE,
                "must differ from the ids of all other cases",
                path=("id",),
                case=case.id,
                file=document.file if document else None,
                document=document,
            )
        self._ids.add(mark)


def _check_path(
    path: StrPath,
    asked: _Asked,
    format: str | None,  # noqa: A002  # as above
    shared: StrPath | None,
) -> Report:
    findings: list[Finding] = []
    masks = Masks()
    refused: set[object] = set()

    def on_fault(finding: Finding) -> None:
        refused.add((finding.file, finding.document.line if finding.document else finding.at))
        if finding.document is not None:
            masks.look_at(finding.document)
        findings.append(finding)

    cases = read(path, format=format, on_fault=on_fault, shared=shared)
    counted = _Counted()
    for whole, record in cases.documents():
        document = whole.without_value()
        if isinstance(record, Case):
            found = [
                *counted.met(record, document),
                *asked.about(record, cases.shared, document),
            ]
        else:
            counted.shared += 1
            found = list(asked.about(record, record, document))
        masks.learn(found)
        findings += found
    return Report(
        tuple(masks.over(findings)),
        cases=counted.cases,
        refused=len(refused),
        shared=counted.shared,
        files=len(cases.files),
        skipped=cases.skipped,
    )
