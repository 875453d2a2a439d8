"""
Release cases to a recipient: the whole way, with everything that may stand against it.
"""

from __future__ import annotations

import datetime as dt
import errno
import os
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import attrs

from rednotice.datasets.cases import Cases, kept_cases
from rednotice.datasets.files import hidden
from rednotice.datasets.paths import StrPath, taken, usable
from rednotice.documents import LineColumn
from rednotice.errors import InvalidRecord
from rednotice.findings import Finding, Unread
from rednotice.model import Case, SharedDocument
from rednotice.names.masks import masked
from rednotice.policies import Policy
from rednotice.policies import policy as loaded
from rednotice.records import Audience
from rednotice.releases import journal
from rednotice.releases.comparing import changed, have_a_reader, refusal
from rednotice.releases.keys import Key, key_of
from rednotice.releases.making import Making, Order, Refused, folder_beside
from rednotice.releases.recalls import recalls_of, unnoted, write_recalls
from rednotice.releases.report import ReleaseReport, levels_in_words
from rednotice.releases.spool import Spool

_SHOWN = 20  # documents that cannot be understood
EDITION = (
    "an edition is made of small letters, digits, and after the first of them also . - and _, 64 at"
    " most, such as 2026-11 or spring-2"
)
_NO_LOG = "What has left is recalled with: rednotice recall, or name the log of releases with --log"


def release(  # noqa: PLR0913  # all but the first two are keyword-only
    source: StrPath | Cases | Iterable[Case],
    folder: StrPath,
    *,
    policy: Policy | Audience | StrPath,
    key: Key | bytes,
    to: str = "",
    log: StrPath | None = None,
    edition: str = "",
    yes: bool = False,
    today: dt.date | None = None,
    shared: StrPath | SharedDocument | None = None,
    format: str | None = None,
    yaml: bool = False,
) -> ReleaseReport:
    """
    Release the cases of *source* into the new *folder*; without *yes*, only say what would leave.

    Each case is asked whether it may go to the audience of the policy, as `check` asks it. One that
    may not is left out and told. What leaves of the others is made as coarse as the thresholds ask,
    checked, written beside *folder*, searched for what must not leave, compared with the releases
    in the log, entered there, and then put in place. If any of these fails, nothing leaves and
    nothing stays behind on the disk. A withdrawal of consent in any case, or a document that cannot
    be understood, stops the whole.

    Cases are read one by one, and *source* is read twice. Only what leaves of them is on the disk
    in the meantime, in files without a name.

    Args:
        source: The kept cases, or their file or folder.
        folder: The folder to make; it must not exist, and the one around it must.
        policy: The policy: its name, its file, or a `Policy`.
        key: The key of all releases, such as `read_key` gives; random bytes do as well.
        to: The recipient, as the log names it; required with *yes*. It is in no file of the
            release.
        log: The log of releases; required with *yes*. It is made if it is not there.
        edition: The edition, which a recall names; by default the month, such as ``2026-11``.
        yes: Whether to release. Without it nothing is written, and all else is done.
        today: The day of the release; by default, the current day.
        shared: The shared document of the cases, or its file, if it is not beside them.
        format: The format of the cases, if the suffix does not tell.
        yaml: Whether to write one file in YAML for each case, in the place of one in JSON Lines.

    Raises:
        BadKey: If the key is weak.
        BadLog: If the log was cut or changed, or is of another key.
        OSError: If a path cannot be read or written, or *folder* exists.
        UnknownName: If there is no such policy.
        UnusablePolicy: If the policy's file is refused.
        ValueError: If *yes* is given without *to* or *log*, or the edition is of another form.
    """
    if yes and not (to.strip() and log):
        raise ValueError("a release needs a recipient and a log: name both, to= and log=")
    place = usable(folder)
    if os.path.lexists(place):
        raise taken(place, "a folder")
    if not place.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "the folder around it must exist", str(place))
    day = today or dt.date.today()  # noqa: DTZ011  # the user's local day
    order = Order(
        policy=loaded(policy),
        key=key_of(key),
        label=to.strip(),
        edition=edition or f"{day:%Y-%m}",
        today=day,
        yaml=yaml,
    )
    try:
        _ = order.release
    except InvalidRecord:
        raise ValueError(EDITION) from None
    refused: list[Finding] = []
    kept = _kept(source, shared, format, refused)
    path = usable(log) if log else None
    with Spool(place.parent) as spool:
        making = Making(order, spool, kept.shared, _recalled(path, order.key))
        try:
            report = _released(making, kept, place, path, refused, yes=yes)
        except Refused as why:
            said = _recalls(making, place, path, yes=yes)
            report = _report(making, refused=str(why), places=why.places, **said)
        return attrs.evolve(report, is_dry=not yes, passed_over=kept.passed_over)


@attrs.frozen
class _Kept:
    """The kept cases, which can be gone over again, and their shared document."""

    cases: Iterable[Case]
    shared: SharedDocument | None

    @property
    def passed_over(self) -> tuple[Unread, ...]:
        """The files below the folder of the cases that are not read, also hidden ones."""
        if not isinstance(self.cases, Cases):
            return ()
        return tuple(hidden((*self.cases.hidden, *self.cases.passed_over)))


def _kept(source: Any, shared: Any, format: str | None, refused: list[Finding]) -> _Kept:
    cases, beside = kept_cases(source, shared, refused, format=format)
    # They are gone over twice.
    return _Kept(cases if isinstance(cases, Cases) else list(cases), beside)


def _released(  # noqa: PLR0913  # each is one thing
    making: Making,
    kept: _Kept,
    place: Path,
    log: Path | None,
    refused: list[Finding],
    *,
    yes: bool,
) -> ReleaseReport:
    making.take(kept.cases)
    if refused:
        raise _not_understood(refused)
    making.search()
    with folder_beside(place) as folder:
        making.write(folder)
        making.scan(folder, place.name, kept.cases)
        if not yes or log is None:
            warnings = _compared(making, log) if log is not None and log.exists() else ()
            return _report(making, warnings=warnings)
        with journal.opened(log, making.order.key, making=True) as opened:
            warnings = _against(making, opened)
            entry = opened.append(making.entry)
            try:
                if os.path.lexists(place):
                    raise taken(place, "a folder")
                folder.rename(place)
            except OSError:
                opened.void(entry)
                raise
    return _report(making, warnings=warnings, folder=place)


def _not_understood(refused: Sequence[Finding]) -> Refused:
    """
    The answer to an input with documents that cannot be understood, with the place of each.
    """
    one_each = {id(one.document) if one.document else one.file: one for one in reversed(refused)}
    several = [*reversed(one_each.values())]
    count = len(several)
    told = [
        f"{one.file or 'the input'}{_line_of(one)}: {one.rule} {one.name}"
        for one in masked(several[:_SHOWN])
    ]
    if count > _SHOWN:
        told.append(f"… and {count - _SHOWN:,} more")
    return Refused(
        f"{count:,} document{'' if count == 1 else 's'} of the input cannot be understood, and may"
        " hold a withdrawal of consent; rednotice check says what is wrong",
        told,
    )


def _line_of(finding: Finding) -> str:
    return f":{finding.place.line}" if isinstance(finding.place, LineColumn) else ""


def _compared(making: Making, log: Path) -> tuple[str, ...]:
    with journal.opened(log, making.order.key) as opened:
        return _against(making, opened)


def _against(making: Making, opened: journal.Journal) -> tuple[str, ...]:
    """
    What a reader of an earlier release sees beside this one.

    Raises:
        Refused: If that isolates somebody.
    """
    new = making.entry
    if _days(opened) != making.recalled:
        raise Refused("something was recalled in the meantime; run the command again")
    if why := refusal(new, opened, opened.recalls):
        raise Refused(why)
    counts = ((entry.number, changed(entry, new)) for entry in opened if have_a_reader(entry, new))
    return tuple(
        f"{count:,} case{'' if count == 1 else 's'} also in entry {number} of the log say something"
        " else now; a reader of both sees what changed, and may know of whom it is true"
        for number, count in counts
        if count
    )


def _recalled(log: Path | None, key: Key) -> dict[str, dt.date]:
    """
    The keyed hashes of all cases that were recalled, with the day of the last recall.
    """
    if log is None or not log.exists():
        return {}
    with journal.opened(log, key) as opened:
        return _days(opened)


def _days(opened: journal.Journal) -> dict[str, dt.date]:
    days: dict[str, dt.date] = {}
    for recall in opened.recalls:
        for who in chain.from_iterable(recall.of.values()):
            days[who] = max(recall.date, days.get(who, recall.date))
    return days


def _recalls(making: Making, place: Path, log: Path | None, *, yes: bool) -> dict[str, Any]:
    """
    What the report says of recalls: notices are written, if *yes*, for the cases in which somebody
    withdrew their consent, unless the log says that they were written before.
    """
    if not making.withdrawn:
        return {}
    if log is None or not log.exists():
        return {"recall": _NO_LOG} if log is None else {}
    day = making.order.today
    with journal.opened(log, making.order.key, writing=yes) as opened:
        who = [opened.marks.of("case", case.encode()) for case in making.withdrawn]
        recalls = recalls_of(who, opened)
        new = unnoted(recalls, opened.recalls)
        if not yes or not new:
            return {"recall": _recall_in_words(len(recalls), len(new))}
        folder = _free(place.with_name(f"{place.name}-recall"))
        due = [recall for recall in recalls if recall.number in new]
        written = write_recalls(due, folder, today=day.isoformat())
        opened.note_recall(new, day)
    called = f"OUT{folder.name.removeprefix(place.name)}"
    which = f"notice{'' if len(due) == 1 else 's'} of recall"
    send = "send it to the recipient" if len(due) == 1 else "send each to the recipient"
    return {
        "recall": f"{len(due):,} {which} written to {called}, beside OUT (-o/--output): {send} that"
        " it names",
        "recalls": tuple(written),
    }


def _recall_in_words(held: int, new: int) -> str:
    """What is to be done about the editions that hold a case that must go."""
    if not held:
        return "The log has no release of it, so there is nothing to recall"
    if new:
        editions = "1 edition in the log holds it" if held == 1 else f"{held:,} editions hold it"
        return f"{editions}; recall it with: rednotice recall, or here with --yes"
    return (
        "The log says that the notices of recall were written before; if they were lost, write them"
        " again with: rednotice recall"
    )


def _free(place: Path) -> Path:
    """*place*, or the first with a number at its end that is not there."""
    count, free = 1, place
    while os.path.lexists(free):
        count += 1
        free = place.with_name(f"{place.name}-{count}")
    return free


def _report(making: Making, **said: Any) -> ReleaseReport:
    order, reached = making.order, making.found.reached
    return ReleaseReport(
        policy=order.policy.title,
        audience=order.policy.audience.value,
        edition=order.edition,
        goes=len(making.cases),
        stays=tuple(making.stays),
        members=() if making.withdrawn else making.members.told(making.levels),
        levels=levels_in_words(making.levels),
        k=reached.k if reached else 0,
        l=reached.l if reached else None,
        **said,
    )
