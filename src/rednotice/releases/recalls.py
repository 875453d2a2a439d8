"""
Recalls: who has which records of a person who withdrew their consent, and what must happen to them.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from pathlib import Path

    from rednotice.releases.journal import Entry, Recalled

_STOP = "stop_using_and_sharing"
_ERASE = "erase"
_TEXT = """\
Recall of records

To: {label}
Edition {edition} of {date} ({policy}), for {audience}
Day of this notice: {today}

A person withdrew their consent. Stop using and sharing the records with these ids at once, and tell
everybody to whom you passed them on:

{ids}

{action}

Answer with the day on which you did so, and name everybody to whom the records had gone.
"""
_SEALED = """\
Do not erase them yet. A withdrawal can be forced, and until it is known that this one was free, the
records may be needed to protect the person. Keep them sealed: nobody opens them. A second notice
will tell you what to do with them."""
_ERASED = """\
The withdrawal was confirmed as free ({by}). Erase the records, in copies and backups too."""


@attrs.frozen
class Recall:
    """
    What a recipient is told of one edition: the ids of its records that must no longer be used.
    """

    label: str
    edition: str
    date: str
    policy: str
    audience: str
    ids: tuple[str, ...]
    number: int = attrs.field(repr=False)
    """Of the entry in the log."""
    who: tuple[str, ...] = attrs.field(repr=False)
    """The keyed hashes of the cases, as the log has them. They are in no notice."""


def recalls_of(withdrawn: Iterable[str], entries: Iterable[Entry]) -> list[Recall]:
    """
    What must be recalled: for each release in which one of the cases *withdrawn* is, by their keyed
    hashes, the ids that they have there.
    """
    wanted = set(withdrawn)
    found = (
        (entry, sorted((case.id, case.who) for case in entry.cases if case.who in wanted))
        for entry in entries
        if entry.tables is None  # a figure names nobody, and cannot be taken back
    )
    return [
        Recall(
            *(entry.label, entry.edition, entry.date, entry.policy, entry.audience),
            ids=tuple(one for one, _ in cases),
            number=entry.number,
            who=tuple(who for _, who in cases),
        )
        for entry, cases in found
        if cases
    ]


def unnoted(recalls: Iterable[Recall], noted: Iterable[Recalled]) -> dict[int, list[str]]:
    """
    What of *recalls* is not *noted* in the log yet: the keyed hashes of the cases, by the number of
    the release.
    """
    known = {(number, who) for one in noted for number, cases in one.of.items() for who in cases}
    new = {
        recall.number: [who for who in recall.who if (recall.number, who) not in known]
        for recall in recalls
    }
    return {number: cases for number, cases in new.items() if cases}


def write_recalls(
    recalls: Iterable[Recall], folder: Path, *, today: str, confirmed_free: str = ""
) -> list[Path]:
    """
    Write a notice in text and in JSON for each of *recalls* into the new *folder*.

    Raises:
        OSError: If the folder exists or cannot be made.
    """
    folder.mkdir(mode=0o700)
    written: list[Path] = []
    for count, recall in enumerate(recalls, 1):
        name = f"recall-{count}-{_plain(recall.label)}-{recall.edition}"
        action = _ERASED.format(by=confirmed_free) if confirmed_free else _SEALED
        said = {**attrs.asdict(recall, filter=_is_told), "today": today}
        text = _TEXT.format(**{**said, "ids": "\n".join(recall.ids), "action": action})
        plain = {
            "rednotice_recall": 1,
            **said,
            "action": _ERASE if confirmed_free else _STOP,
            "confirmed_free_by": confirmed_free or None,
        }
        for suffix, content in ((".txt", text), (".json", _json(plain))):
            path = folder / f"{name}{suffix}"
            _put(path, content)
            written.append(path)
    return written


def _is_told(member: attrs.Attribute[Any], _: Any) -> bool:
    return member.repr is not False


def _plain(label: str) -> str:
    return re.sub("[^a-z0-9]+", "-", label.lower()).strip("-")[:40] or "recipient"


def _json(value: Any) -> str:
    return f"{json.dumps(value, indent=2, ensure_ascii=False)}\n"


def _put(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
