"""
A release in the making: may the cases go, what leaves of them, how coarse, written and scanned.

It goes over the kept cases twice: once to project them, and once to look for them in what was
written. Between the two, only what leaves is on the disk.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import io
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import msgspec

from rednotice import formats, gate, rules
from rednotice.datasets.manifests import MANIFEST
from rednotice.insight.consents import agreed_after, withdrawals
from rednotice.insight.telling import telling_ids
from rednotice.insight.view import View
from rednotice.model import Case, Release, SharedDocument
from rednotice.names.masks import Masks
from rednotice.policies import Policy, lacking
from rednotice.policies.definition import TREATED
from rednotice.projection.coarsening import coarsen
from rednotice.projection.finishing import finish
from rednotice.projection.levels import Levels
from rednotice.projection.projecting import project
from rednotice.projection.resting import rests_on
from rednotice.projection.rows import Row, row_of
from rednotice.projection.search import Found, search
from rednotice.records import Audience, evolve, fields_of, to_dict
from rednotice.releases import papers
from rednotice.releases.haystack import Haystack
from rednotice.releases.journal import Entry, Marks, Released, group_of
from rednotice.releases.needles import ID, Needle, needles_of
from rednotice.releases.report import Members, Stay
from rednotice.releases.scanning import Scan, carries_prose, shown

if TYPE_CHECKING:
    from rednotice.releases.keys import Key
    from rednotice.releases.spool import Spool

_BETWEEN = "\n"
_UNFOLLOWED = "RN013: it points into a shared document, which was not given; give it with --shared"
_WITHDRAWN = "RN904 consent-no-longer-given: a person withdrew their consent"
_LITTLE = "too little would be left of it: none of {}"
_RELEASED = "it is a release itself; release the case that is kept"
_RECALLED = (
    "it was recalled, and no free consent in its handling is dated after that; leave it out, or"
    " enter the new consent with its date"
)
_REPEATED = "RN301: another case has the same id; keep one of them"


class Refused(Exception):  # no error of a program: an answer
    """
    Nothing leaves; *places* are where the scan found something.
    """

    def __init__(self, why: str, places: Iterable[str] = ()) -> None:
        super().__init__(why)
        self.places: tuple[str, ...] = tuple(places)


@attrs.frozen(kw_only=True)
class Order:
    """
    What a release is made by: the policy, the key, for whom, which edition, and when.
    """

    policy: Policy
    key: Key
    label: str
    edition: str
    today: dt.date
    yaml: bool = False

    @cached_property
    def release(self) -> Release:
        """What each document says of the release."""
        policy = self.policy
        return Release(
            audience=policy.audience.value,
            policy=policy.title,
            policy_sha256=policy.sha256 or None,
            date=f"{self.today:%Y-%m}",
            edition=self.edition,
            tlp=policy.tlp,
            terms=policy.terms,
        )

    @property
    def secret(self) -> bytes:
        """The key of this release alone."""
        name = f"{self.label}{_BETWEEN}{self.edition}"
        return self.key.derived("rednotice release", self.policy.audience.value, name)


@attrs.define
class Making:
    """
    The state of a release in the making. *spool* holds what leaves of each case that may go.
    """

    order: Order
    spool: Spool
    shared: SharedDocument | None
    recalled: Mapping[str, dt.date] = attrs.field(factory=dict)
    """The keyed hashes of the cases that were recalled, with the day of the last recall."""
    members: Members = attrs.field(init=False)
    stays: list[Stay] = attrs.field(factory=list[Stay])
    withdrawn: list[str] = attrs.field(factory=list[str])
    """The ids of the cases in which somebody withdrew their consent."""
    cases: list[Released] = attrs.field(factory=list[Released])
    found: Found = attrs.field(factory=Found)
    _ids: list[str] = attrs.field(factory=list[str])
    _rows: list[Row] = attrs.field(factory=list[Row])
    _known_rows: dict[Row, Row] = attrs.field(factory=dict)
    _met: set[bytes] = attrs.field(factory=set[bytes])
    _needles: set[Needle] = attrs.field(factory=set[Needle])
    _masks: Masks = attrs.field(factory=Masks)

    def __attrs_post_init__(self) -> None:
        self.members = Members(self.order.policy)

    # Who may go, and what leaves of them

    def take(self, cases: Iterable[Case]) -> None:
        """
        Ask of each of *cases* whether it may go, and put on the disk what leaves of it.

        Raises:
            Refused: If somebody withdrew their consent.
        """
        day, audience = self.order.today, self.order.policy.audience
        beside = None if self.shared is None else View(self.shared, day, audience)
        for case in cases:
            if withdrawals(case, day):
                self._note_withdrawal(case)
            if not self.withdrawn:  # else nothing leaves any more
                self._take(case, beside)
        if self.withdrawn:
            self.stays = [stay for stay in self.stays if stay.reasons == (_WITHDRAWN,)]
            raise Refused(_stopped(len(self.withdrawn)))

    def _note_withdrawal(self, case: Case) -> None:
        self.withdrawn.append(case.id)
        if case.id in telling_ids(View(case, self.order.today)):
            self._masks.hide_case(case.id)
        self.stays.append(Stay(self._masks.case(case.id), (_WITHDRAWN,)))

    def _take(self, case: Case, beside: View | None) -> None:
        policy = self.order.policy
        view = View(case, self.order.today, policy.audience, beside)
        if case.id in telling_ids(view):
            self._masks.hide_case(case.id)
        if reasons := list(self._against(view)):
            self._leave_behind(case, reasons)
            return
        projected = project(case, policy, shared=beside, today=self.order.today)
        if lacks := lacking(projected, policy):
            self._leave_behind(case, [_LITTLE.format(", ".join(ways)) for ways in lacks])
            return
        if policy.audience not in TREATED:
            self._needles.update(one for one in needles_of(projected) if one.kind != ID)
        row = row_of(projected, policy.thresholds)
        self._rows.append(self._known_rows.setdefault(row, row))
        self._ids.append(case.id)
        release = self.order.release
        if _may_tell_on_what_it_rests(policy.audience):
            release = evolve(release, rests_on=rests_on(case, shared=beside))
        finished = evolve(projected, release=release)
        self.members.add(case, finished)
        self.spool.add(msgspec.json.encode(to_dict(finished)))

    def _leave_behind(self, case: Case, reasons: Iterable[str]) -> None:
        self.stays.append(Stay(self._masks.case(case.id), tuple(dict.fromkeys(reasons))))

    def _against(self, view: View) -> Iterator[str]:
        """
        What stands against it that the case of *view* goes: the question of ``check --for``.
        """
        case: Any = view.case
        identity = hashlib.sha256(case.id.encode()).digest()[:10]
        if case.release is not None:
            # The rules would ask whether it is a clean release, and not whether it may go.
            yield _RELEASED
        if identity in self._met:
            yield _REPEATED
        self._met.add(identity)
        if self.recalled and self._is_recalled(case):
            yield _RECALLED
        if view.shared is None and any(one.target.startswith("shared:") for one in view.strays):
            yield _UNFOLLOWED
        for rule, _, message in rules.errors_for(view.audience).asked(view):
            yield f"{rule.manual.id} {rule.manual.name}: {message}"

    def _is_recalled(self, case: Case) -> bool:
        """Whether *case* was recalled, and nobody agreed again since."""
        day = self.recalled.get(Marks(self.order.key).of("case", case.id.encode()))
        return day is not None and not agreed_after(case, day, self.order.today)

    # How alike they are

    def search(self) -> None:
        """
        Find how coarse the cases must be, and which stay because too few are like them.

        Raises:
            Refused: If there is no case, none may go, or no way is good enough.
        """
        if not self._ids:
            empty = "the input holds no case; name the file or folder of the kept cases"
            raise Refused("no case may go" if self.stays else empty)
        self.found = search(self._rows, self.order.policy.thresholds)
        self._rows, self._known_rows = [], {}
        if self.found.refused:
            raise Refused(self.found.refused)
        for place in self.found.left_out:
            case = self._masks.case(self._ids[place])
            self.stays.append(Stay(case, ("too few other cases are like it",)))

    @property
    def levels(self) -> Levels:
        """How coarse all cases are made."""
        return self.found.levels

    # What is written

    def write(self, folder: Path) -> None:
        """
        Write the files into the new *folder*, and check each document.

        Raises:
            Refused: If a document is not a clean release.
        """
        files = dict(self._write_cases(folder))
        release, count = self.order.release, len(self.cases)
        text = papers.page(release, cases=count).encode()
        files[papers.README] = self._put(folder / papers.README, text)
        told = papers.manifest(
            release, cases=count, thresholds=self._thresholds(), levels=self.levels, files=files
        )
        whole = msgspec.json.format(msgspec.json.encode(told)) + b"\n"
        self._put(folder / MANIFEST, whole)

    def _thresholds(self) -> dict[str, int | None]:
        asked, reached = self.order.policy.thresholds, self.found.reached
        return {
            "k": asked.k,
            "l": asked.l,
            "k_reached": reached.k if reached else None,
            "l_reached": reached.l if reached else None,
        }

    def _write_cases(self, folder: Path) -> Iterator[tuple[str, str]]:
        """Write the cases, and yield the name and the hash of each file."""
        lines = self.spool.sorted(self._finished())
        if not self.order.yaml:
            yield papers.CASES, self._put(folder / papers.CASES, (b"%s\n" % one for one in lines))
            return
        writer = formats.by_name("yaml")
        (folder / papers.FOLDER).mkdir(mode=0o700)
        for line in lines:
            document = msgspec.json.decode(line)
            made = io.BytesIO()
            writer.write([document], made)
            name = f"{papers.FOLDER}/{document['id']}.yaml"
            yield name, self._put(folder / name, made.getvalue())

    def _finished(self) -> Iterator[bytes]:
        """The finished cases as lines. Sorted, they come in the order of their ids."""
        marks, thresholds = Marks(self.order.key), self.order.policy.thresholds
        width = len(thresholds.quasi)
        as_it_is = attrs.evolve(thresholds, drop=(), dates=())
        gone = set(self.found.left_out)
        kept: list[tuple[str, str, str]] = []

        def left() -> Iterator[Case]:
            for place, line in enumerate(self.spool):
                if place in gone:
                    continue
                case = coarsen(gate.decode(msgspec.json.decode(line)), self.levels)
                if lacking(case, self.order.policy):
                    raise Refused("too little is left of a case once it is as coarse as the others")
                group = group_of(row_of(case, as_it_is)[:width])
                kept.append(
                    (
                        marks.of("case", self._ids[place].encode()),
                        marks.of("content", _content(case)),
                        marks.of("group", group),
                    )
                )
                yield case

        for case in finish(left(), self.order.secret):
            line = self._checked(case)
            self.cases.append(Released(*kept.pop(), case.id))
            yield line

    def _checked(self, case: Case) -> bytes:
        """
        The line of *case*, if it is a clean release by the schema and by the rules.
        """
        view = View(case, self.order.today, self.order.policy.audience)
        found = {
            f"{rule.manual.id} {rule.manual.name}: {message}"
            for rule, _, message in rules.errors_for(view.audience).asked(view)
        }
        document = to_dict(case)
        if not gate.is_accepted(document):
            found.add("the schema refuses it")
        if found:
            raise Refused("what was made is not a clean release", sorted(found))
        return msgspec.json.encode(document)

    def _put(self, path: Path, data: bytes | Iterable[bytes]) -> str:
        """Write *data* to the new file *path*, and give its hash."""
        digest = hashlib.sha256()
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            for part in [data] if isinstance(data, bytes) else data:
                digest.update(part)
                file.write(part)
            file.flush()
            os.fsync(file.fileno())
        month = dt.datetime(self.order.today.year, self.order.today.month, 1, tzinfo=dt.UTC)
        os.utime(path, (month.timestamp(), month.timestamp()))
        return digest.hexdigest()

    # What must not be in it

    def scan(self, folder: Path, called: str, cases: Iterable[Case]) -> None:
        """
        Look in all that was written in *folder*, to be *called* so, for what must not leave of
        *cases*.

        Raises:
            Refused: If something is found.
        """
        haystack = Haystack()
        haystack.add(folder, called)
        scan = Scan(
            haystack,
            ours=papers.our_texts(),
            released=frozenset(self._needles),
            prose=carries_prose(self.order.policy.audience, haystack),
        )
        scan.look_for(cases)
        scan.look_for([] if self.shared is None else [self.shared])
        if scan.leaks or haystack.closed:
            places = shown(scan.leaks, haystack.closed)
            raise Refused("the scan found something of the kept cases in what was written", places)

    @property
    def entry(self) -> Entry:
        """The entry of the release in the log."""
        order = self.order
        return Entry(
            number=0,
            date=f"{order.today:%Y-%m}",
            label=order.label,
            audience=order.policy.audience.value,
            policy=order.policy.title,
            policy_sha256=order.policy.sha256,
            edition=order.edition,
            k=order.policy.thresholds.k,
            cases=tuple(sorted(self.cases, key=lambda case: case.id)),
        )


def _stopped(count: int) -> str:
    """Why a release stops at the withdrawals in *count* cases."""
    have = "1 of the cases has one" if count == 1 else f"{count:,} of the cases have one"
    what = "the case" if count == 1 else "these cases"
    handling = "its handling" if count == 1 else "their handling"
    return (
        f"a withdrawal of consent stops every release at once, and {have}; take {what} out of the"
        f" input, or enter the new consent in {handling}"
    )


def _content(case: Case) -> bytes:
    """
    What *case* says, without what its release says of itself in every edition anew.
    """
    plain = to_dict(case)
    plain["release"] = plain["release"].get("rests_on")
    return msgspec.json.encode(plain)


@cache
def _may_tell_on_what_it_rests(audience: Audience) -> bool:
    """Whether *audience* may see the summary of what a record rests on."""
    return any(
        field.name == "rests_on" and audience in field.meaning.seen for field in fields_of(Release)
    )


@contextlib.contextmanager
def folder_beside(place: Path) -> Iterator[Path]:
    """
    A new folder beside *place*, which only its owner can open. It is removed at the end, with all
    that is in it, unless it was moved.
    """
    folder = Path(tempfile.mkdtemp(prefix=".rednotice-", suffix=".unfinished", dir=place.parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
