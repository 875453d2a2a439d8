"""
Doubles: cases of one data set that have the same id, or are most likely about the same person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from rednotice import faults
from rednotice.datasets.uses import Use, Uses
from rednotice.findings import Finding, Manual
from rednotice.names.likeness import Group, Likeness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rednotice.documents import Document
    from rednotice.model import Case
    from rednotice.names.masks import Masks

_SHOWN = 5  # ids in a message


class Doubles:
    """
    Finds doubles; it keeps a few bytes of each case.
    """

    def __init__(self) -> None:
        self._uses = Uses()
        self._likeness = Likeness()
        self._repeated: list[tuple[Finding, Use]] = []
        self._alike: dict[str, Finding] = {}
        self._count = 0

    def add(self, case: Case, document: Document | None) -> None:
        """
        Add *case*, which was read from *document*.
        """
        self._count += 1
        file = document.file if document else None
        line = getattr(document, "line", None)
        before = self._uses.before(case.id, Use(file, line or self._count))
        if before is not None:
            self._repeated.append((_finding(faults.REPEATED_CASE, case, ("id",), document), before))
        if self._likeness.add(case):
            self._alike[case.id] = _finding(faults.ALIKE, case, (), document)

    def findings(self, masks: Masks) -> Iterator[Finding]:
        """
        Yield a finding for each repeated id, and one for each group of cases that are alike.

        Call this at the end of the check, because *masks* must know first what to hide of the other
        cases.
        """
        for finding, use in self._repeated:
            shown = use._replace(file=use.file and masks.path(use.file))
            yield attrs.evolve(finding, message=_first_used(shown))
        for group in self._likeness.groups():
            yield attrs.evolve(self._alike[group.ids[1]], message=_alike_in(group, masks))


def _finding(
    fault: Manual, case: Case, path: tuple[str, ...], document: Document | None
) -> Finding:
    # Keep the place but not the text, since many findings may have to wait for the end of the
    # check.
    return Finding(
        fault,
        "",
        path=path,
        case=case.id,
        severity=fault.severity,
        file=document.file if document else None,
        document=document,
    ).without_document()


def _first_used(use: Use) -> str:
    where = f"by case {use.line}" if use.file is None else f"in {use.file}:{use.line}"
    return f"Another case has this id, {where}. Give one of the two another id, or join them."


def _alike_in(group: Group, masks: Masks) -> str:
    ids = [masks.case(one) for one in group.ids[:_SHOWN]]
    rest = f" and {len(group.ids) - _SHOWN} more" if len(group.ids) > _SHOWN else ""
    return (
        f"These cases are alike by {group.by}: {', '.join(ids)}{rest}. Join them, or name them"
        " under `related_cases`."
    )
