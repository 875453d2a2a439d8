"""
The log of releases: what left, for whom and when, so that releases can be compared and recalled.

It holds no value of a case: the cases are keyed hashes, which nobody can compute without the key.
Each entry carries the hash of the entry before and a keyed hash of itself. A small file beside the
log holds the number of its entries, so that a log whose end is missing is noticed as well.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import hmac
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import attrs

from rednotice.errors import BadLog

if sys.platform != "win32":  # Windows, where only one process may write at a time
    import fcntl

if TYPE_CHECKING:
    from rednotice.releases.keys import Key

_FORMAT = 1
_FIRST = "0" * 64
_BYTES = 12  # of a keyed hash, 96 bits
_BEGINNING = 100  # bytes that tell a log from other files


@attrs.frozen
class Released:
    """
    One case of a release: keyed hashes of its kept id, of what left, and of its class among the
    cases that are alike; and the id that it has in the release.
    """

    who: str
    content: str
    group: str
    id: str


@attrs.frozen
class Tabulated:
    """
    The tables that a release consists of: the figures that they *show* and those that they hide, by
    their names, and for each case the keyed hashes of the figures for which it counts.
    """

    shown: tuple[str, ...]
    hidden: tuple[str, ...]
    of: tuple[tuple[str, ...], ...]


@attrs.frozen
class Entry:
    """
    One release in the log. *void* says that its files were never put in place. A release is of
    cases, or of *tables* in which they are counted.
    """

    number: int
    date: str
    label: str
    audience: str
    policy: str
    policy_sha256: str
    edition: str
    k: int
    cases: tuple[Released, ...] = attrs.field(repr=False)
    void: bool = False
    tables: Tabulated | None = attrs.field(default=None, repr=False)


@attrs.frozen
class Recalled:
    """
    A recall in the log: its own number, its day, and the keyed hashes of the cases that were
    recalled, by the number of the release in which they had left.
    """

    number: int
    date: dt.date
    of: Mapping[int, tuple[str, ...]]

    def concerns(self, who: str) -> bool:
        """Whether the case with the keyed hash *who* was recalled."""
        return any(who in cases for cases in self.of.values())


class Marks:
    """
    The keyed hashes of the log. The key of the log is derived from the key of the releases.
    """

    def __init__(self, key: Key) -> None:
        self._key = key.derived("rednotice log")

    def of(self, kind: str, text: bytes) -> str:
        """The keyed hash of *text* as a *kind*: ``case``, ``content``, ``group`` or ``figure``."""
        return hmac.digest(self._key, kind.encode() + b"\0" + text, "sha256")[:_BYTES].hex()

    def seal(self, text: bytes) -> str:
        """The keyed hash of an entry."""
        return hmac.digest(self._key, b"entry\0" + text, "sha256").hex()

    def __repr__(self) -> str:
        return "<Marks>"


@contextlib.contextmanager
def opened(
    path: Path, key: Key, *, writing: bool = False, making: bool = False
) -> Iterator[Journal]:
    """
    Open the log *path*, locked for others while the block runs, and check it from end to end.

    A log that is not there is made, readable by its owner alone, if *making*; that implies
    *writing*.

    Raises:
        BadLog: If it was cut or changed, or was written with another key.
        OSError: If it cannot be opened.
    """
    writing = writing or making
    flags = os.O_RDWR | os.O_APPEND if writing else os.O_RDONLY
    flags |= os.O_CREAT if making else 0
    descriptor = os.open(path, flags, 0o600)
    with os.fdopen(descriptor, "r+b" if writing else "rb") as file:
        if sys.platform != "win32":
            fcntl.flock(file, fcntl.LOCK_EX if writing else fcntl.LOCK_SH)
        journal = Journal(file, path, Marks(key))
        journal.check()
        yield journal


class Journal:
    """
    An open log.
    """

    def __init__(self, file: IO[bytes], path: Path, marks: Marks) -> None:
        self._file = file
        self._path = path
        self._head = path.with_name(f"{path.name}.head")
        self.marks = marks
        self.last = _FIRST
        self.count: int = 0

    def check(self) -> None:
        """
        Go over the whole log.

        Raises:
            BadLog: If an entry was changed, moved or cut.
        """
        self._refuse_others()
        known = self._known_head()
        met = known[0] == 0
        for line in self._lines():
            said = _parsed(line, self.count + 1)
            body, seal = said.get("entry"), said.get("seal")
            if not isinstance(body, dict) or body.get("before") != self.last:
                raise BadLog(_changed(self.count + 1))
            if not hmac.compare_digest(self.marks.seal(_canonical(body)), str(seal)):
                raise BadLog(_changed(self.count + 1))
            self.last = hashlib.sha256(line).hexdigest()
            self.count += 1
            met = met or known == (self.count, self.last)
        if not met:
            raise BadLog(
                "the log has fewer entries than were written, or others; take the whole log from"
                " a copy, since what is missing can neither be compared nor recalled"
            )

    def __iter__(self) -> Iterator[Entry]:
        """The releases, without those whose files were never put in place."""
        void = {entry["voids"] for entry in self._bodies() if "voids" in entry}
        for body in self._bodies():
            if body.keys().isdisjoint({"voids", "recalls"}):
                entry = _entry(body)
                if entry.number not in void:
                    yield entry

    def append(self, entry: Entry) -> Entry:
        """
        Add *entry* under the next number, and see that it is on the disk.
        """
        numbered = attrs.evolve(entry, number=self.count + 1)
        body = attrs.asdict(numbered, recurse=False)
        del body["void"], body["tables"]
        if entry.tables is not None:
            body["tables"] = attrs.asdict(entry.tables)
        body["cases"] = [attrs.astuple(case) for case in entry.cases]
        self._write(body)
        return numbered

    def void(self, entry: Entry) -> None:
        """
        Note that the files of *entry* were not put in place.
        """
        self._write({"number": self.count + 1, "voids": entry.number})

    @property
    def recalls(self) -> tuple[Recalled, ...]:
        """The recalls, in the order in which they were written."""
        return tuple(
            Recalled(
                body["number"],
                dt.date.fromisoformat(body["date"]),
                {number: tuple(cases) for number, cases in body["recalls"]},
            )
            for body in self._bodies()
            if "recalls" in body
        )

    def note_recall(self, of: Mapping[int, Iterable[str]], day: dt.date) -> None:
        """
        Note that the cases *of* releases, by the numbers of their entries, were recalled on *day*.
        """
        recalls = [(number, sorted(cases)) for number, cases in sorted(of.items())]
        self._write({"number": self.count + 1, "date": day.isoformat(), "recalls": recalls})

    def _write(self, body: dict[str, Any]) -> None:
        whole = {"log": _FORMAT, **body, "before": self.last}
        line = _canonical({"entry": whole, "seal": self.marks.seal(_canonical(whole))}) + b"\n"
        self._file.seek(0, os.SEEK_END)
        self._file.write(line)
        self._file.flush()
        os.fsync(self._file.fileno())
        self.last = hashlib.sha256(line).hexdigest()
        self.count += 1
        # Only now: a log that has more entries than this file says was written to the end.
        descriptor = os.open(self._head, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(f"{self.count} {self.last}\n")
            file.flush()
            os.fsync(file.fileno())

    def _known_head(self) -> tuple[int, str]:
        try:
            count, last = self._head.read_text(encoding="ascii").split()
            return int(count), last
        except FileNotFoundError:
            if os.fstat(self._file.fileno()).st_size:
                raise BadLog(
                    "the file beside the log that counts its entries is missing (LOG.head); take"
                    " both from one copy"
                ) from None
            return 0, _FIRST
        except ValueError:
            raise BadLog("the file beside the log that counts its entries is damaged") from None

    def _refuse_others(self) -> None:
        """
        Refuse a file that was never a log, such as a file of cases that was named by mistake.
        """
        self._file.seek(0)
        first = self._file.readline(_BEGINNING)
        if first and not first.startswith(b'{"entry":{'):
            raise BadLog(
                "the file is no log of releases; name the log, or a file that is not there to begin"
                " a new one"
            )

    def _lines(self) -> Iterator[bytes]:
        self._file.seek(0)
        for line in self._file:
            if not line.endswith(b"\n"):
                raise BadLog(_changed(self.count + 1))
            yield line

    def _bodies(self) -> Iterator[dict[str, Any]]:
        for line in self._lines():
            yield json.loads(line)["entry"]


def _entry(body: dict[str, Any]) -> Entry:
    members = {field.name: body[field.name] for field in attrs.fields(Entry) if field.name in body}
    members["cases"] = tuple(Released(*case) for case in body["cases"])
    if tables := body.get("tables"):
        of = tuple(map(tuple, tables["of"]))
        members["tables"] = Tabulated(tuple(tables["shown"]), tuple(tables["hidden"]), of)
    return Entry(**members)


def _parsed(line: bytes, number: int) -> dict[str, Any]:
    try:
        said = json.loads(line)
    except ValueError:
        said = None
    if not isinstance(said, dict):
        raise BadLog(_changed(number))
    return said


def _changed(number: int) -> str:
    return (
        f"entry {number} of the log was changed, moved or cut, or written with another key; use the"
        " key of the log, or take the whole log from a copy"
    )


def _canonical(value: Any) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


def group_of(cells: Iterable[Iterable[Any]]) -> bytes:
    """
    The class of a case as bytes: the values of each of its quasi-identifiers, as sets.
    """
    return _canonical([sorted(map(str, cell)) for cell in cells])
