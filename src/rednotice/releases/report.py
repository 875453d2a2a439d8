"""
What a release does, told in words: what leaves and what stays, by member and by case, and why.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import attrs

from rednotice.findings import Unread
from rednotice.model import Case, Release
from rednotice.policies import Policy
from rednotice.policies.ceilings import is_own_id, may_leave
from rednotice.projection.levels import Levels
from rednotice.records import fields_of
from rednotice.records.shapes import Nested, Scalar
from rednotice.records.walk import Field
from rednotice.types.dates import PartialDate
from rednotice.types.roles import Role

_WIDTH = 100
_SHOWN = 100  # cases that are told one by one
_AS_THEY_ARE = "as they are"
_DATES = {"year": "as years", "decade": "as decades", "none": ""}
Way = tuple[str, ...]
_OF_THE_RELEASE = frozenset(
    f"release.{field.name}" for field in fields_of(Release) if not isinstance(field.one, Nested)
)


@attrs.frozen
class Stay:
    """
    A case that stays behind: its id, masked if it tells something, and the reasons in words.
    """

    case: str
    reasons: tuple[str, ...]


@attrs.frozen
class Member:
    """
    What becomes of a member over all cases: how many values there are, in how many cases, how many
    leave and how, why the others stay, and how many are *added* that no kept case has.
    """

    way: str
    values: int
    cases: int
    leave: int
    leave_in: int
    how: str
    why: str
    added: int = 0
    added_in: int = 0

    def __str__(self) -> str:
        said = []
        if self.leave:
            in_cases = _counted(self.leave_in, "case")
            said.append(f"{_counted(self.leave, 'value')} in {in_cases} may leave {self.how}")
        if stays := self.values - self.leave:
            what = f"{stays:,} more" if self.leave else _counted(stays, "value")
            where = "" if self.leave else f" in {_counted(self.cases, 'case')}"
            verb = "stays" if stays == 1 else "stay"
            said.append(f"{what}{where} {verb} behind: {self.why}")
        if self.added:
            what = f"{_counted(self.added, 'value')} in {_counted(self.added_in, 'case')}"
            verb = "is" if self.added == 1 else "are"
            said.append(f"{what} {verb} added: {_added(tuple(self.way.split('.')))}")
        return f"{self.way}: {'; '.join(said)}"


@attrs.frozen(kw_only=True, repr=False)
class ReleaseReport:
    """
    What left, or would leave, and what stays behind.

    Attributes:
        policy: Name and version of the policy.
        audience: The audience.
        edition: The edition.
        goes: How many cases leave.
        stays: The cases that stay, each with its reasons; no values.
        members: What becomes of each member, in the cases that may leave.
        levels: In words, what was made coarser in all cases alike.
        k: The least number of cases that agree in all quasi-identifiers.
        l: The least number of different values of a sensitive member among cases that agree.
        warnings: What to think about before it is sent.
        refused: Why nothing leaves; empty if something does.
        places: Where the scan found something of the kept cases.
        folder: Where the files are; None if it was a dry run, or was refused.
        recalls: Notices that were written, since somebody withdrew their consent.
        recall: In words, what was done or is to be done about what had left before.
        passed_over: The files of the input that were not looked at, each with the reason. Their
            paths are replaced by numbers, since nobody knows which names they hold.
        is_dry: Whether it was a dry run.
    """

    policy: str
    audience: str
    edition: str
    goes: int = 0
    stays: tuple[Stay, ...] = ()
    members: tuple[Member, ...] = ()
    levels: tuple[str, ...] = ()
    k: int = 0
    l: int | None = None  # noqa: E741  # its name in the field
    warnings: tuple[str, ...] = ()
    refused: str = ""
    places: tuple[str, ...] = ()
    folder: Path | None = None
    recalls: tuple[Path, ...] = ()
    recall: str = ""
    passed_over: tuple[Unread, ...] = ()
    is_dry: bool = True

    @property
    def is_whole(self) -> bool:
        """Whether every case leaves, or would leave."""
        return not self.refused and not self.stays

    def __repr__(self) -> str:
        state = "refused" if self.refused else "written" if self.folder else "dry run"
        return f"<ReleaseReport {self.policy}: {state}, {self.goes} go, {len(self.stays)} stay>"

    def lines(self) -> list[str]:
        """The report in words."""
        return [
            *self._head(),
            *self._refusal(),
            *self._members(),
            *(["", "Made coarser in all cases alike:"] if self.levels else []),
            *(f"  {level}" for level in self.levels),
            *self._stays(),
            *self._end(),
        ]

    def as_dict(self) -> dict[str, Any]:
        """The report as a JSON object."""
        plain = attrs.asdict(self, filter=lambda member, _: member.name != "passed_over")
        paths = {
            "folder": self.folder and str(self.folder),
            "recalls": [*map(str, self.recalls)],
            "passed_over": [{"path": one.path, "reason": one.reason} for one in self.passed_over],
        }
        return {**plain, **paths}

    def _members(self) -> list[str]:
        """What leaves, member by member, and what stays as a whole, by the reason."""
        leaving = [member for member in self.members if member.leave or member.added]
        staying: dict[str, list[str]] = {}
        for member in self.members:
            if not member.leave and not member.added:
                staying.setdefault(member.why, []).append(f"{member.way} ({member.values:,})")
        what = "would have left" if self.refused else "leaves"
        lines = ["", f"What {what}, member by member:"] if leaving else []
        lines += [f"  {member}" for member in leaving if member.way not in _OF_THE_RELEASE]
        if own := [member.way for member in leaving if member.way in _OF_THE_RELEASE]:
            lines += textwrap.wrap(
                f"added to each case, to say of which release it is: {', '.join(own)}",
                _WIDTH,
                initial_indent="  ",
                subsequent_indent="    ",
            )
        for why, ways in staying.items():
            lines += ["", f"What stays behind, since {why} (and how many values):"]
            lines += textwrap.wrap(
                ", ".join(ways), _WIDTH, initial_indent="  ", subsequent_indent="  "
            )
        return lines

    def _head(self) -> list[str]:
        what = f"policy {self.policy}, for {self.audience}, edition {self.edition}"
        kind = "Dry run" if self.is_dry else "Release"
        return [f"{kind}{' refused' if self.refused else ''}: {what}."]

    def _refusal(self) -> list[str]:
        """Why nothing leaves, and what there is to do about what had left before."""
        if not self.refused:
            return []
        lines = [f"Nothing leaves: {self.refused}.", *(f"  {place}" for place in self.places)]
        return [*lines, *([f"{self.recall}."] if self.recall else [])]

    def _stays(self) -> list[str]:
        if not self.stays:
            return []
        verb = "stays" if len(self.stays) == 1 else "stay"
        lines = ["", f"{_counted(len(self.stays), 'case')} {verb} behind:"]
        alike: dict[tuple[str, ...], list[str]] = {}
        for stay in self.stays:
            alike.setdefault(stay.reasons, []).append(stay.case)
        for reasons, cases in alike.items():
            named = ", ".join(cases[:_SHOWN])
            if len(cases) > _SHOWN:
                named += f", … and {len(cases) - _SHOWN:,} more"
            lines += textwrap.wrap(
                f"{named}:",
                _WIDTH,
                initial_indent="  ",
                subsequent_indent="  ",
                break_long_words=False,
                break_on_hyphens=False,
            )
            lines += [f"    {reason}" for reason in reasons]
        return lines

    def _end(self) -> list[str]:
        lines = [""]
        if not self.refused:
            verb = "left" if self.folder else "would leave"
            alike = f"; at least {self.k} are alike in what others may know" if self.k > 1 else ""
            lines.append(f"{_counted(self.goes, 'case')} {verb}{alike}.")
        lines += [f"Think about it: {warning}." for warning in self.warnings]
        if count := len(self.passed_over):
            verb = "was" if count == 1 else "were"
            lines.append(
                f"{_counted(count, 'other file')} of the input {verb} passed over; a withdrawal of"
                " consent in there was not seen. --format json says why."
            )
        if not self.refused and self.folder is None:
            lines.append("Nothing was written. Say --to, --log and --yes to release it.")
        return lines if len(lines) > 1 else []


class Members:
    """
    Counts the values of each member before and after the projection.
    """

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._values: Counter[Way] = Counter()
        self._cases: Counter[Way] = Counter()
        self._leave: Counter[Way] = Counter()
        self._leave_in: Counter[Way] = Counter()
        self._added: Counter[Way] = Counter()
        self._added_in: Counter[Way] = Counter()

    def add(self, case: Case, finished: Case) -> None:
        """Count what *case* has, and what the document *finished* has of it and beyond it."""
        kept, leave = _values(case), _values(finished)
        for found, values, cases in (
            (kept, self._values, self._cases),
            (leave & kept, self._leave, self._leave_in),
            (leave - kept, self._added, self._added_in),
        ):
            values.update(found)
            cases.update(found.keys())

    def told(self, levels: Levels) -> tuple[Member, ...]:
        """What became of each member, in the model's order."""
        ways = self._values.keys() | self._added.keys()
        return tuple(self._told(way, levels) for way in sorted(ways, key=_place))

    def _told(self, way: Way, levels: Levels) -> Member:
        values, leave = self._values[way], self._leave[way]
        return Member(
            way=".".join(way),
            values=values,
            cases=self._cases[way],
            leave=leave,
            leave_in=self._leave_in[way],
            how=_how(way, self._policy, levels) if leave else "",
            why=_why(way, self._policy) if leave < values else "",
            added=self._added[way],
            added_in=self._added_in[way],
        )


def _values(case: Case) -> Counter[Way]:
    found: Counter[Way] = Counter()
    _count(case, (), found)
    return found


def _count(record: Any, way: Way, found: Counter[Way]) -> None:
    cls: Any = type(record)
    told, holding = _told(cls)
    for name, value in record.__dict__.items():
        several = value if isinstance(value, tuple) else (value,)
        if name in told:
            found[(*way, name)] += len(several)
        elif name in holding:
            for part in several:
                _count(part, (*way, name), found)


@cache
def _told(cls: Any) -> tuple[frozenset[str], frozenset[str]]:
    """
    The members of *cls* that hold values, but for its own id, which is new in each release; and
    those that hold records.
    """
    fields = fields_of(cls)
    holding = frozenset(field.name for field in fields if isinstance(field.one, Nested))
    own = {field.name for field in fields if is_own_id(field)} | {"rednotice", "missing"}
    return frozenset(field.name for field in fields) - holding - own, holding


@cache
def _fields(way: Way) -> tuple[tuple[Any, Field], ...]:
    """The fields on *way*, each with its class."""
    cls: Any = Case
    found = []
    for name in way:
        field = next(field for field in fields_of(cls) if field.name == name)
        found.append((cls, field))
        cls = field.one.record if isinstance(field.one, Nested) else None
    return tuple(found)


@cache
def _place(way: Way) -> tuple[int, ...]:
    """The place of the member in the model; what is said of the release comes last."""
    places = (fields_of(cls).index(field) for cls, field in _fields(way))
    return (int(way[0] == "release"), *places)


def _how(way: Way, policy: Policy, levels: Levels) -> str:
    shape = _fields(way)[-1][1].one
    if _is_role(way):
        return "as class words" if policy.precision != "day" else "as they are or as class words"
    if isinstance(shape, Scalar) and shape.python is PartialDate:
        precision = levels.dates or policy.precision
        return _DATES.get(precision, _AS_THEY_ARE) or "and are left out of all cases alike"
    return _AS_THEY_ARE


def _added(way: Way) -> str:
    """What a member holds that the projection adds."""
    if way[0] == "release":
        return "a summary of the sources" if "rests_on" in way else "of which release it is"
    if _is_role(way):
        return "whose word it is, as class words"
    return "what a record must not leave without"


def _is_role(way: Way) -> bool:
    shape = _fields(way)[-1][1].one
    return isinstance(shape, Scalar) and isinstance(shape.ref, Role)


def _why(way: Way, policy: Policy) -> str:
    for cls, field in _fields(way):
        if policy.audience not in field.meaning.seen and not may_leave(cls, field, policy):
            return f"the format never releases this to {policy.audience.value}"
        if not may_leave(cls, field, policy):
            return f"policy {policy.title} does not release this"
    return "it tells too much, is in a record that may not leave, or points at what stays"


def levels_in_words(levels: Levels) -> tuple[str, ...]:
    """
    What *levels* did to all cases alike.
    """
    said = [
        f"{name}: cut by {_counted(steps, 'level')}" for name, steps in sorted(levels.cuts.items())
    ]
    said += [f"{name}: left out" for name in sorted(levels.dropped)]
    if levels.dates:
        said.append(f"dates: {_DATES.get(levels.dates) or 'left out'}")
    return tuple(said)


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
