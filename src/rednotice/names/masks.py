"""
Replace case ids, and names of files and folders, by running numbers if they reveal a person's name.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, BinaryIO

import attrs

from rednotice.errors import Unreadable
from rednotice.names import likely, likely_numbers
from rednotice.names.numbers import holds_a_number, identifying
from rednotice.names.readable import has_lost_signs
from rednotice.names.recognition import is_uncommon, tells_a_name
from rednotice.names.tokens import parts_of_path, shares_a_token, split_path, tokens
from rednotice.records.limits import LARGEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rednotice.documents import Document
    from rednotice.findings import Finding

_TELLS = "may contain a person's name or number"
_NAMELESS = re.compile(r"<stdin>|<pipe \d+>")  # how pipes are called that nobody named
_LARGE = 2 * 2**20  # bytes of a refused document in which names are no longer searched for
_PART = 2**16  # bytes of an unreadable file that are searched in one step, and the rest of a line
_LINE = 2**20
_ZERO = "\0"  # stands in UTF-16 and UTF-32 without a mark, and in no text
_LOST = "\ufffd"  # stands for a sign that a program could not read


def hides(shown: str | None) -> bool:
    """
    Whether *shown*, a path or an id in a report, stands for one that may contain a name.
    """
    return shown is not None and _TELLS in shown


class Masks:
    """
    The case ids, files and folders that must not be shown, collected over a whole check.

    If *hiding* is false, everything may be shown, because the user asked for it.
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
        Hide the id *case*, which contains a part of a name.
        """
        if self.hiding and case and case not in self._cases:
            self._cases[case] = f"(case {len(self._cases) + 1}, its id {_TELLS})"

    def hide_parts(self, path: str, telling: Sequence[bool]) -> None:
        """
        Hide the parts of *path*, its folders and then the file, for which *telling* is true.
        """
        if not self.hiding or not any(telling):
            return
        whole = PurePath(path)
        *folders, file = whole.parts
        for folder, hide in zip(folders, telling[:-1], strict=True):
            if hide and folder != whole.anchor and folder not in self._folders:
                count = len(self._folders) + 1
                self._folders[folder] = f"(folder {count}, its name {_TELLS})"
        if telling[-1] and file not in self._files:
            self._files[file] = f"(file {len(self._files) + 1}, its name {_TELLS})"

    def look_at(self, document: Document) -> None:
        """
        Hide the path or the id of a refused document if it contains a name from the document, or a
        number that identifies.

        In such a document nobody knows what is a name, so every text that may be one counts. Of a
        document that is larger than a case ever is, path and id are hidden unseen.
        """
        if document is self._last or not self.hiding:
            return  # one search is enough for all its findings
        self._last = document
        value: Any = document.at(())
        case = value.get("id") if isinstance(value, dict) else None
        if len(getattr(document, "text", "")) > _LARGE:
            self._hide_all(document.file, case)
            return
        shown = [*split_path(document.file)] if document.file else []
        shown += [case] if isinstance(case, str) else []
        names = (*likely.in_value(value, shown), *likely_numbers.in_value(value, shown))
        if not names:
            return  # as for most documents
        if document.file:
            self._hide(document.file, names)
        if isinstance(case, str) and _tells(case, names, tokens(names)):
            self.hide_case(case)

    def look_into(self, path: str | None) -> None:
        """
        Hide the parts of *path* that contain a name or a number that identifies from its file,
        which no format could read.

        Every text that may be one counts. If the file is no text in UTF-8 or UTF-16, nobody can say
        what it tells, and all uncommon words of *path* count. If it cannot be opened, or is a pipe
        that somebody named, all of *path* is hidden.
        """
        if path is None or path in self._looked_into or not self.hiding:
            return
        if _NAMELESS.fullmatch(path):
            return
        self._looked_into.add(path)
        if not Path(path).is_file():  # opening a pipe again would wait for more
            self.hide_parts(path, [True] * len(PurePath(path).parts))
            return
        pieces = likely.Pieces(split_path(path))
        try:
            with Path(path).open("rb") as file:
                for part in _parts_of(file):
                    if self._hide(path, tuple(pieces.of(part))):
                        shown = self._parts_shown(path)
                        if not shown:
                            break
                        pieces.show(shown)
        except UnicodeError:
            self.hide_parts(path, [*map(is_uncommon, split_path(path))])
        except OSError:
            self._hide_all(path, None)

    def look_for(self, known: Iterable[str], paths: Iterable[str]) -> None:
        """
        Hide the parts of *paths* that tell one of the *known* names, or hold one of the numbers
        among them.
        """
        several = [*paths]
        parts = {part for path in several for part in split_path(path)}
        value: Any = {"names": [*known]}
        names = (*likely.in_value(value, parts), *likely_numbers.in_value(value, parts))
        for path in several:
            self._hide(path, names)

    def _hide_all(self, path: str | None, case: Any) -> None:
        if path:
            self.hide_parts(path, [True] * len(PurePath(path).parts))
        if isinstance(case, str):
            self.hide_case(case)

    def over(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """
        Yield *findings* with hidden ids and paths replaced.
        """
        for finding in findings:
            file = self.path(finding.file) if finding.file else None
            case = self._cases.get(finding.case or "", finding.case)
            shown = finding.file == file and finding.case == case
            yield finding if shown else attrs.evolve(finding, file=file, case=case)

    def case(self, case: str) -> str:
        """
        The id *case*, or its replacement.
        """
        return self._cases.get(case, case)

    def path(self, path: str) -> str:
        """
        The *path* with its hidden parts replaced.
        """
        if not self._files and not self._folders:
            return path
        *folders, file = PurePath(path).parts
        shown = (self._folders.get(folder, folder) for folder in folders)
        return str(PurePath(*shown, self._files.get(file, file)))

    def _parts_shown(self, path: str) -> list[str]:
        """The parts of *path* that are not hidden, as `split_path` gives them."""
        whole = PurePath(path)
        *folders, file = split_path(path)
        shown = [one for one in folders if one not in self._folders and one != whole.anchor]
        return shown if whole.name in self._files else [*shown, file]

    def _hide(self, path: str, names: tuple[str, ...]) -> bool:
        """
        Hide the parts of *path* that tell one of *names*, and return whether there are any.
        """
        if not self.hiding or not names:
            return False
        name_tokens = tokens(names)
        telling = parts_of_path(path, lambda part: _tells(part, names, name_tokens))
        self.hide_parts(path, telling)
        return bool(telling)


def _parts_of(file: BinaryIO) -> Iterator[bytes]:
    """
    Yield the content of *file*, as much of it as a document may have, in parts that end with a line
    if that is not far.

    Raises:
        UnicodeError: If it is no text in UTF-8, nor in UTF-16 with a mark, or has lost signs.
    """
    left, decoder = LARGEST, None
    while left > 0 and (part := file.read(min(left, _PART))):
        part += file.readline(_LINE)
        left -= len(part)
        marked = part.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
        decoder = decoder or getincrementaldecoder("utf-16" if marked else "utf-8")()
        text = decoder.decode(part)
        if _ZERO in text or _LOST in text:
            raise UnicodeError
        yield text.encode()
    if decoder and left > 0:
        decoder.decode(b"", final=True)


def _tells(text: str, names: tuple[str, ...], name_tokens: frozenset[str]) -> bool:
    return (
        shares_a_token(text, name_tokens)
        or tells_a_name(text, names)
        or holds_a_number(text, identifying(names))
        or (is_uncommon(text) and any(map(has_lost_signs, names)))
    )


def unreadable(findings: Iterable[Finding]) -> Unreadable:
    """
    The exception for *findings*, all about one document, with ids and paths masked.
    """
    return Unreadable(tuple(masked(findings)))


def masked(findings: Iterable[Finding]) -> Iterator[Finding]:
    """
    *findings* about documents that cannot be understood, with ids and paths masked.
    """
    masks = Masks()
    several = tuple(findings)
    for finding in several:
        if finding.document is None:
            masks.look_into(finding.file)
        else:
            masks.look_at(finding.document)
    yield from masks.over(several)
