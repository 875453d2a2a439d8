"""
Findings with a running number in place of an id or a name in a path that gives a name away.
"""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

import attrs

from rednotice.errors import Unreadable
from rednotice.names import likely
from rednotice.names.tokens import shares_a_token, telling_parts, tokens
from rednotice.records.limits import LARGEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rednotice.documents import Document
    from rednotice.findings import Finding

_TELLS = "may contain a person's name"
_LINE = 2**20  # bytes that are looked at together of a text that no format can read


class Masks:
    """
    Which case ids, files and folders must not be shown, over a whole check.

    Unless it is *hiding*, all may be shown: somebody asked for it on a screen of their own.
    """

    def __init__(self, *, hiding: bool = True) -> None:
        self.hiding = hiding
        self._cases: dict[str, str] = {}
        self._files: dict[str, str] = {}
        self._folders: dict[str, str] = {}
        self._last: Document | None = None
        self._looked_into: set[str] = set()

    def hide_case(self, case: str | None) -> None:
        """
        Show the id *case* no more: it contains a part of a name.
        """
        if self.hiding and case and case not in self._cases:
            self._cases[case] = f"(case {len(self._cases) + 1}, its id {_TELLS})"

    def hide_parts(self, path: str, told: Sequence[bool]) -> None:
        """
        Show the parts of *path*, its folders and then the file, no more for which *told* is true.
        """
        if not self.hiding or not any(told):
            return
        whole = PurePath(path)
        *folders, file = whole.parts
        for folder, tells in zip(folders, told[:-1], strict=True):
            if tells and folder != whole.anchor and folder not in self._folders:
                count = len(self._folders) + 1
                self._folders[folder] = f"(folder {count}, its name {_TELLS})"
        if told[-1] and file not in self._files:
            self._files[file] = f"(file {len(self._files) + 1}, its name {_TELLS})"

    def look_at(self, document: Document) -> None:
        """
        See whether the path or the id of a refused document tells a name that stands in it.

        What is a name there is not known, so that whatever may be one is taken for one.
        """
        if document is self._last:
            return  # one look will do for all that is found in it
        self._last = document
        value: Any = document.at(())
        case = value.get("id") if isinstance(value, dict) else None
        told = [text for text in (document.file, case) if isinstance(text, str)]
        named = tokens(likely.in_value(value, told))
        if document.file:
            self._hide(document.file, named)
        if isinstance(case, str) and shares_a_token(case, named):
            self.hide_case(case)

    def look_into(self, path: str | None) -> None:
        """
        See whether *path* tells a name of the file there, of which no format could make a document.

        Whatever may be a name is taken for one; where the file cannot be opened, no part of *path*
        is shown.
        """
        if path is None or path in self._looked_into:
            return
        self._looked_into.add(path)
        left, pieces = LARGEST, likely.Pieces()
        try:
            with Path(path).open("rb") as file:
                while left > 0 and (line := file.readline(min(left, _LINE))):
                    left -= len(line)
                    self._hide(path, tokens(pieces.of(line)))
        except OSError:
            self.hide_parts(path, [True] * len(PurePath(path).parts))

    def over(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """
        *findings* with what must not be shown replaced.
        """
        for finding in findings:
            file = self.path(finding.file) if finding.file else None
            case = self._cases.get(finding.case or "", finding.case)
            shown = finding.file == file and finding.case == case
            yield finding if shown else attrs.evolve(finding, file=file, case=case)

    def case(self, case: str) -> str:
        """
        The id *case* as it may be shown.
        """
        return self._cases.get(case, case)

    def path(self, path: str) -> str:
        """
        The *path* as it may be shown.
        """
        if not self._files and not self._folders:
            return path
        *folders, file = PurePath(path).parts
        shown = (self._folders.get(folder, folder) for folder in folders)
        return str(PurePath(*shown, self._files.get(file, file)))

    def _hide(self, path: str, named: frozenset[str]) -> None:
        """
        Hide those parts of *path* that share a token with *named*.
        """
        if self.hiding:
            self.hide_parts(path, telling_parts(path, named))


def unreadable(findings: Iterable[Finding]) -> Unreadable:
    """
    The error that tells of *findings*, all of one document, and shows nothing that gives a name
    away.
    """
    masks = Masks()
    told = tuple(findings)
    for finding in told:
        if finding.document is None:
            masks.look_into(finding.file)
        else:
            masks.look_at(finding.document)
    return Unreadable(tuple(masks.over(told)))
