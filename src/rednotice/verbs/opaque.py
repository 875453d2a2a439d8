"""
Findings with a running number in place of an id or a file name that gives a name away.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any

import attrs

from rednotice.rules.identity import (
    file_name_shares_a_token_with_a_name,
    id_shares_a_token_with_a_name,
)
from rednotice.rules.opaque import shares_a_token, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rednotice.documents import Document
    from rednotice.findings import Finding


class Masks:
    """
    Which case ids and files must not be shown, over a whole check.
    """

    def __init__(self) -> None:
        self._cases: dict[str, str] = {}
        self._files: dict[str, str] = {}
        self._last: Document | None = None

    def learn(self, findings: Iterable[Finding]) -> None:
        """
        See what the rules found of a case that was understood.
        """
        for finding in findings:
            if finding.manual is id_shares_a_token_with_a_name.manual and finding.path == ("id",):
                self._hide_case(finding.case)
            elif finding.manual is file_name_shares_a_token_with_a_name.manual:
                self._hide_file(finding.file)

    def look_at(self, document: Document) -> None:
        """
        See whether the file or the id of a refused document tells a name that stands in it.
        """
        if document is self._last:
            return  # one look will do for all that is found in it
        self._last = document
        value: Any = document.value
        named = tokens(_names_in(value))
        if document.file and shares_a_token(PurePath(document.file).stem, named):
            self._hide_file(document.file)
        case = value.get("id") if isinstance(value, dict) else None
        if isinstance(case, str) and shares_a_token(case, named):
            self._hide_case(case)

    def _hide_case(self, case: str | None) -> None:
        if case and case not in self._cases:
            self._cases[case] = f"(case {len(self._cases) + 1}, its id tells a person's)"

    def _hide_file(self, file: str | None) -> None:
        if file and file not in self._files:
            self._files[file] = f"(file {len(self._files) + 1}, its name tells a person's)"

    def over(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """
        *findings* with what must not be shown replaced.
        """
        for finding in findings:
            file = self._files.get(finding.file or "", finding.file)
            case = self._cases.get(finding.case or "", finding.case)
            shown = finding.file == file and finding.case == case
            yield finding if shown else attrs.evolve(finding, file=file, case=case)


def _names_in(value: Any, *, within: bool = False) -> Iterator[str]:
    """
    Every text below a member called names, in a document of any shape.
    """
    if isinstance(value, str):
        if within:
            yield value
    elif isinstance(value, list):
        for part in value:
            yield from _names_in(part, within=within)
    elif isinstance(value, dict):
        for key, part in value.items():
            wanted = within and key in {"text", "family", "forename"}
            yield from _names_in(part, within=wanted or key == "names")
