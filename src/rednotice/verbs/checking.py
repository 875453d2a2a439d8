"""
Check documents against the schema and the rules.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Mapping
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from rednotice.datasets.cases import Cases
from rednotice.datasets.files import Files
from rednotice.datasets.paths import StrPath, paths_of
from rednotice.datasets.running_check import TAKEN, RunningCheck
from rednotice.datasets.shared import read_shared
from rednotice.datasets.tally import Tally
from rednotice.findings import Finding, Report
from rednotice.model import Case, SharedDocument
from rednotice.names.masks import Masks
from rednotice.records import Audience

if TYPE_CHECKING:
    from rednotice.settings.applying import Applying
    from rednotice.settings.definition import Settings

_Document = Case | SharedDocument | Mapping[str, Any]
MOST = 10_000  # findings that a report keeps


def check(  # noqa: PLR0913  # all but the first are keyword-only
    what: StrPath | _Document | Iterable[StrPath] | Iterable[_Document],
    *,
    today: dt.date | None = None,
    audience: str | Audience = Audience.INTERNAL,
    format: str | None = None,
    shared: StrPath | SharedDocument | None = None,
    keep: Callable[[Finding], Finding | None] | None = None,
    most: int | None = None,
    masked: bool = True,
    settings: StrPath | Mapping[str, Any] | Settings | None = None,
    verbose: bool = False,
    changed_since: str | None = None,
    on_read: Callable[[int, int | None], None] | None = None,
) -> Report:
    """
    Check *what* against the schema (faults RN0xx) and the rules, and return a report.

    Args:
        what: A file, a folder, a pipe such as ``/dev/stdin``, a case, a shared document, or a dict
            that should be a case or a shared document. Also several paths, or several cases and
            dicts, which together are one data set; a shared document among them must come first.
            The result of `read` is checked like its paths, whatever `on_fault` it was given.
        today: The day of the check; by default, the current day.
        audience: To whom the cases may go, if that is the question (``--for`` on the command line):
            ``internal``, ``counsel``, ``ccf_commission``, ``ccf_bureau``, ``partner`` or
            ``public``. Findings about consent, legal basis, review, marks and people in reach are
            errors for all but the first.
            `Report.verdict` has the answer. A document that has a `release` record is asked
            whether it is clean for the audience that it names, whatever *audience* is.
        format: The format of the files, such as ``json``, if the suffix does not tell.
        shared: The shared document, or its path, if it is not next to the cases. It belongs to the
            data set and is checked too.
        keep: A function that is called with each finding as soon as it is made. It returns the
            finding that the report keeps, or None to have it only counted. By default all are kept,
            each with the text of its document, so that its place can be looked up on first use.
        most: The number of findings that the report keeps; any more are only counted. By default,
            what the settings say, or 10,000.
        masked: Whether the report replaces an id or a path that contains a person's name by a
            running number. Use False only if nobody else will see the report.
        settings: A settings file, such as ``rednotice.toml``, or what one says as a dict. By
            default there are none, also if the current folder has such a file. Settings never
            change the answer whether something may leave; `Report.left_out` says what they did.
        verbose: Whether the report names the files that were passed over. They are masked if they
            share a name with a case of the data set; nobody has read what else is in them.
        changed_since: A revision of git, such as ``main``. All cases are checked, and the report
            has the findings of files that have changed since the current branch left it, and those
            about several files. The check then answers no question about leaving.
        on_read: A function that is called while paths are read, with the number of bytes of a read
            and the size of all files; None if one is a pipe, whose size nobody knows.

    Raises:
        OSError: If the one path, or *shared*, cannot be opened, or *shared* is a folder. If *what*
            is several paths or a folder, files that cannot be opened do not raise: the report lists
            them, and then fails.
        TypeError: If *what*, *today*, *audience* or *shared* has a wrong type.
        ValueError: If there is no such audience, no file can have the name of a path, or
            *changed_since* is given with an audience or without a path.
        UnknownFormat: If no format has the suffix, or there is no such format.
        UnknownRevision: If git is not installed, or there is no such revision.
        UnusableSettings: If the settings are refused.
    """
    if changed_since is not None and _audience(audience) is not Audience.INTERNAL:
        raise ValueError(_NOT_OF_ALL)
    applied = None if settings is None else _applied(settings, _day(today))
    if most is None:
        most = (applied and applied.settings.limits.findings) or MOST
    checking = RunningCheck(
        today=_day(today),
        audience=_audience(audience),
        tally=Tally(keep or (lambda finding: finding), most, audience=_audience(audience).value),
        masks=Masks(hiding=masked),
        settings=applied,
        verbose=verbose,
    )
    if isinstance(what, Cases):
        return checking.of_files(
            what.reporting_to(checking.refuse, shared, format, checking.note_unopened),
            changed_since,
        )
    single = isinstance(what, str | os.PathLike | Case | SharedDocument | Mapping)
    each: Any = (what,) if single else what
    if not isinstance(each, Iterable):
        raise TypeError(TAKEN)
    several = iter(each)
    first = tuple(islice(several, 1))  # its type decides; the others are taken one by one
    if first and isinstance(first[0], str | os.PathLike):
        given = None if shared is None else read_shared(shared, format)
        on_unopened = checking.note_unopened_below if single else checking.note_unopened
        files = Files(paths_of((*first, *several)), format, on_unopened)
        files.watch(on_read)
        return checking.of_files(Cases(files, checking.refuse, given, on_unopened), changed_since)
    if changed_since is not None:
        raise ValueError("only files can have changed since a revision: check a path")
    return checking.of_records(chain(first, several), shared, format)


_NOT_OF_ALL = "whether cases may go is asked of all of them, not of those that have changed"


def _day(today: dt.date | None) -> dt.date:
    if today is None:
        return dt.date.today()  # noqa: DTZ011  # the user's local day
    if not isinstance(today, dt.date):
        raise TypeError("today must be a date, like datetime.date(2026, 6, 1)")
    return today.date() if isinstance(today, dt.datetime) else today


def _applied(settings: StrPath | Mapping[str, Any] | Settings, today: dt.date) -> Applying:
    from rednotice.settings.applying import Applying  # most checks have no settings
    from rednotice.settings.loading import read_settings

    return Applying(read_settings(settings), today)


def _audience(name: str | Audience) -> Audience:
    audiences = ", ".join(audience.value for audience in Audience)
    if not isinstance(name, str | Audience):
        raise TypeError(f"an audience must be named by a text: {audiences}")
    for audience in Audience:
        if name in {audience, audience.value}:
            return audience
    raise ValueError(f"an audience must be one of {audiences}")
