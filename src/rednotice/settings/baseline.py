"""
A baseline: the findings that a data set had on a day, so that a check shows only new ones.

The file has a fingerprint for each of them: a salted hash of the rule, the case and the place. It
holds no values, no ids and no paths.
"""

from __future__ import annotations

import hmac
import json
import secrets
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path as FilePath
from typing import Any

import attrs

from rednotice.datasets.baselines import MEMBER
from rednotice.datasets.paths import StrPath, usable
from rednotice.datasets.placing import placed
from rednotice.documents import Document, Path
from rednotice.findings import Finding
from rednotice.settings.patterns import relative
from rednotice.settings.protection import not_hidden
from rednotice.settings.tables import refuse

_VERSION = 1
_SALT = 16  # bytes, so that no table of fingerprints can be made in advance
_LENGTH = 32  # hexadecimal digits of a fingerprint: with 128 bits, no two findings share one
Counted = Counter[tuple[str, str]]


class Places:
    """
    Places of findings, told by ids. It parses the document of several findings once.
    """

    def __init__(self) -> None:
        self._document: Document | None = None
        self._value: Any = None

    def of(self, finding: Finding) -> list[str | int]:
        """The place of *finding*, with the ids of list items that have one in place of indices."""
        if not any(isinstance(part, int) for part in finding.path):
            return list(finding.path)
        return _by_ids(self._whole(finding.document), finding.path)

    def _whole(self, document: Document | None) -> Any:
        if document is None:
            return None
        if document is not self._document:
            self._document, self._value = document, document.at(())
        return self._value


@attrs.frozen
class Baseline:
    """
    The known findings of a data set.

    Attributes:
        salt: Random bytes that go into every fingerprint of the file.
        known: How often each finding is known, by rule and fingerprint.
        folder: The folder of the file. The files of findings that are in no case are seen from it.
    """

    salt: bytes = attrs.field(repr=False)
    known: Mapping[tuple[str, str], int] = attrs.field(repr=False)
    folder: FilePath = attrs.field(factory=FilePath.cwd, repr=False)

    @property
    def total(self) -> int:
        """The number of known findings."""
        return sum(self.known.values())

    def begin(self) -> BaselineCheck:
        """A check of a data set against the baseline."""
        return BaselineCheck(self)


@attrs.define
class BaselineCheck:
    """
    A baseline during one check. Call `hides` once with every finding.

    It must see findings as they are made, before ids and paths are masked: a running number is
    another one in each check.
    """

    baseline: Baseline
    _left: Counted = attrs.field(init=False)
    _places: Places = attrs.field(init=False, factory=Places)

    def __attrs_post_init__(self) -> None:
        self._left = Counter(self.baseline.known)

    def hides(self, finding: Finding) -> bool:
        """
        Whether *finding* is known. A finding that is known once is hidden once.
        """
        if not can_be_known(finding):
            return False
        mark = _mark(finding, self.baseline.salt, self.baseline.folder, self._places)
        if self._left[mark] <= 0:
            return False
        self._left[mark] -= 1
        return True

    @property
    def gone(self) -> int:
        """
        The number of known findings that were not met: they were mended, or not looked for.
        """
        return self._left.total()


@attrs.define
class BaselineDraft:
    """
    The findings of one check, for a new baseline. Call `add` with every finding as it is made.

    Use `to` to make one, and `write` at the end of the check.
    """

    path: FilePath
    salt: bytes = attrs.field(repr=False)
    _counted: Counted = attrs.field(init=False, factory=Counter[tuple[str, str]])
    _places: Places = attrs.field(init=False, factory=Places)

    @classmethod
    def to(cls, path: StrPath) -> BaselineDraft:
        """
        A draft of the baseline in the file *path*, which may be there already. It keeps the salt of
        the old one, so that only what changed differs.

        Raises:
            InvalidSettings: If the file is there and is no baseline, so that it must not be
                replaced.
            OSError: If the file cannot be read.
        """
        file = usable(path)
        try:
            salt = read_baseline(file).salt
        except FileNotFoundError:
            salt = secrets.token_bytes(_SALT)
        return cls(file, salt)

    def add(self, finding: Finding) -> None:
        """Add *finding*, unless a baseline must not hide it."""
        if can_be_known(finding):
            self._counted[_mark(finding, self.salt, self.path.parent, self._places)] += 1

    @property
    def total(self) -> int:
        """The number of findings that were added."""
        return self._counted.total()

    def write(self) -> None:
        """
        Write the baseline; the file is replaced as a whole.

        Raises:
            OSError: If the file cannot be written.
        """
        by_rule: dict[str, dict[str, int]] = {}
        for (rule, mark), count in sorted(self._counted.items()):
            by_rule.setdefault(rule, {})[mark] = count
        said = {MEMBER: _VERSION, "salt": self.salt.hex(), "findings": by_rule}
        with placed(self.path) as file:
            file.write(json.dumps(said, indent=1).encode() + b"\n")


def can_be_known(finding: Finding) -> bool:
    """
    Whether a baseline may hide *finding*.

    It never hides refused documents, what guards a release, and what is told of the settings or of
    the data set as a whole.
    """
    return finding.rule not in not_hidden()


def fingerprint(finding: Finding, *, salt: bytes, folder: FilePath) -> str:
    """
    The fingerprint of *finding*: a hash of its rule, its case and its place.

    The place is told by ids where list items have them, so that moving an item in its list changes
    nothing. The file counts only for a finding that is in no case, seen from *folder*. The message
    does not count, since a later version may word it better.
    """
    return _mark(finding, salt, folder, Places())[1]


def read_baseline(path: StrPath) -> Baseline:
    """
    The baseline in the file *path*.

    Raises:
        InvalidSettings: If it is no baseline of this version.
        OSError: If the file cannot be read.
    """
    file = usable(path)
    try:
        said: Any = json.loads(file.read_bytes())
    except (ValueError, RecursionError):
        refuse(_NO_BASELINE)
    if not isinstance(said, dict) or said.get(MEMBER) != _VERSION:
        refuse(_NO_BASELINE)
    return Baseline(_salt(said.get("salt")), _known(said.get("findings")), file.parent)


def write_baseline(findings: Iterable[Finding], path: StrPath) -> None:
    """
    Write a baseline of *findings*, which must not be masked, to the file *path*.

    Raises:
        InvalidSettings: If the file is there and is no baseline.
        OSError: If the file cannot be read or written.
    """
    draft = BaselineDraft.to(path)
    for finding in findings:
        draft.add(finding)
    draft.write()


_NO_BASELINE = (
    "the file is there and is no baseline that this version can read; name another file, or delete"
    " it and write a baseline again: rednotice check PATH --write-baseline FILE"
)


def _salt(given: object) -> bytes:
    try:
        return bytes.fromhex(given) if isinstance(given, str) and given else refuse(_NO_BASELINE)
    except ValueError:
        refuse(_NO_BASELINE)


def _known(given: object) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for rule, marks in _entries(given):
        for mark, count in _entries(marks):
            if type(count) is not int or count < 1:
                refuse(_NO_BASELINE)
            found[rule, mark] = count
    return found


def _entries(given: Any) -> Iterable[tuple[str, Any]]:
    return given.items() if isinstance(given, dict) else refuse(_NO_BASELINE)


# Fingerprints


def _mark(finding: Finding, salt: bytes, folder: FilePath, places: Places) -> tuple[str, str]:
    file = relative(finding.file, folder) if finding.file and finding.case is None else None
    told = [finding.rule, finding.case, file, *places.of(finding)]
    text = json.dumps(told, ensure_ascii=True)
    return finding.rule, hmac.digest(salt, text.encode(), "sha256").hex()[:_LENGTH]


def _by_ids(value: Any, path: Path) -> list[str | int]:
    told: list[str | int] = []
    for part in path:
        told.append(_id_of(value, part) if isinstance(part, int) else part)
        try:
            value = value[part]
        except (KeyError, IndexError, TypeError):
            value = None
    return told


def _id_of(items: Any, place: int) -> str | int:
    """
    The id of the item at *place*, which no other item has; without one, the place itself.
    """
    if not isinstance(items, list | tuple):
        return place
    ids = [item.get("id") if isinstance(item, dict) else None for item in items]
    found = ids[place] if place < len(ids) else None
    return found if isinstance(found, str) and ids.count(found) == 1 else place
