"""
Recall what was released of persons who withdrew their consent.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rednotice.datasets.cases import Cases
from rednotice.datasets.files import Files
from rednotice.datasets.paths import StrPath, paths_of, usable
from rednotice.insight.consents import withdrawals
from rednotice.model import Case
from rednotice.releases import journal
from rednotice.releases.keys import Key, key_of
from rednotice.releases.recalls import recalls_of, unnoted, write_recalls


def recall(  # noqa: PLR0913  # all but the first two are keyword-only
    source: StrPath | Cases | Iterable[Case],
    folder: StrPath,
    *,
    log: StrPath,
    key: Key | bytes,
    confirmed_free: str = "",
    today: dt.date | None = None,
    format: str | None = None,
) -> list[Path]:
    """
    Write a notice for each recipient and edition that holds a case of *source* in which somebody
    withdrew their consent, and return the files: a text and a JSON file for each.

    A notice says which ids of that edition must no longer be used or shared, and that the records
    are to be kept sealed. The recall is entered in the log: such a case does not leave again
    without a new consent, and its absence does not stop a later release. Nothing else that is kept
    here is changed, and nothing is erased.

    Args:
        source: The kept cases, or their file or folder.
        folder: The folder to make for the notices. It is not made if there is nothing to recall.
        log: The log of releases.
        key: The key of the releases.
        confirmed_free: The initials of the person who confirmed that the withdrawals were free and
            not forced. The notices then say that the records must be erased.
        today: The day of the notices; by default, the current day.
        format: The format of the cases, if the suffix does not tell.

    Raises:
        BadLog: If the log was cut or changed, or is of another key.
        OSError: If a path cannot be read or written, or *folder* exists.
        Unreadable: If a document cannot be understood.
    """
    day = today or dt.date.today()  # noqa: DTZ011  # the user's local day
    given: Any = source
    if isinstance(source, str | Path):
        given = Cases(Files(paths_of(source), format))
    withdrawn = [case.id for case in given if withdrawals(case, day)]
    with journal.opened(usable(log), key_of(key), writing=True) as opened:
        who = [opened.marks.of("case", case.encode()) for case in withdrawn]
        recalls = recalls_of(who, opened)
        if not recalls:
            return []
        written = write_recalls(
            recalls, usable(folder), today=day.isoformat(), confirmed_free=confirmed_free.strip()
        )
        if new := unnoted(recalls, opened.recalls):
            opened.note_recall(new, day)
    return written
