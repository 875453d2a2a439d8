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

from rednotice.model import Case
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
    leave and how, and why the others stay.
    """

    way: str
    values: int
    cases: int
    leave: int
    leave_in: int
    how: str
    why: str

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
            *self._members(),
            *(["", "Made coarser in all cases alike:"] if self.levels else []),
            *(f"  {level}" for level in self.levels),
            *self._stays(),
            *self._end(),
        ]

    def as_dict(self) -> dict[str, Any]:
        """The report as a JSON object."""
        plain = attrs.asdict(self, recurse=True)
        paths = {"folder": self.folder and str(self.folder), "recalls": [*map(str, self.recalls)]}
        return {**plain, **paths}

    def _members(self) -> list[str]:
        """What leaves, member by member, and what stays as a whole, by the reason."""
        leaving = [member for member in self.members if member.leave]
        staying: dict[str, list[str]] = {}
        for member in self.members:
            if not member.leave:
                staying.setdefault(member.why, []).append(f"{member.way} ({member.values:,})")
        lines = ["", "What leaves, member by member:"] if leaving else []
        lines += [f"  {member}" for member in leaving]
        for why, ways in staying.items():
            lines += ["", f"What stays behind, since {why} (and how many values):"]
            lines += textwrap.wrap(
                ", ".join(ways), _WIDTH, initial_indent="  ", subsequent_indent="  "
            )
        return lines

    def _head(self) -> list[str]:
        what = f"policy {self.policy}, for {self.audience}, edition {self.edition}"
        head = "Release" if self.folder else "Release refused" if self.refused else "Dry run"
        return [f"{head}: {what}."]

    def _stays(self) -> list[str]:
        if not self.stays:
            return []
        lines = ["", f"{_counted(len(self.stays), 'case')} stay behind:"]
        if len(self.stays) == 1:
            lines[1] = "1 case stays behind:"
        for stay in self.stays[:_SHOWN]:
            lines += [f"  {stay.case}:", *(f"    {reason}" for reason in stay.reasons)]
        if len(self.stays) > _SHOWN:
            lines.append(f"  … and {len(self.stays) - _SHOWN:,} more")
        return lines

    def _end(self) -> list[str]:
        lines = [""]
        if self.refused:
            lines += [f"Nothing leaves: {self.refused}.", *(f"  {place}" for place in self.places)]
        else:
            verb = "left" if self.folder else "would leave"
            alike = f"; at least {self.k} are alike in what others may know" if self.k > 1 else ""
            lines.append(f"{_counted(self.goes, 'case')} {verb}{alike}.")
        lines += [f"Think about it: {warning}." for warning in self.warnings]
        if self.recalls:
            count = len(self.recalls) // 2
            send = "send it" if count == 1 else "send them"
            lines.append(f"{_counted(count, 'notice')} of recall written; {send}.")
        if not self.refused and self.folder is None:
            lines.append("Nothing was written. Say --to, --log and --yes to release it.")
        return lines


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

    def add(self, case: Case, projected: Case) -> None:
        """Count what *case* has, and what *projected* has of it."""
        for found, values, cases in (
            (_values(case), self._values, self._cases),
            (_values(projected), self._leave, self._leave_in),
        ):
            values.update(found)
            cases.update(found.keys())

    def told(self, levels: Levels) -> tuple[Member, ...]:
        """What became of each member, in the model's order."""
        return tuple(
            Member(
                ".".join(way),
                values,
                self._cases[way],
                min(self._leave[way], values),
                self._leave_in[way],
                _how(way, self._policy, levels),
                _why(way, self._policy),
            )
            for way, values in sorted(self._values.items(), key=lambda one: _place(one[0]))
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
    return tuple(fields_of(cls).index(field) for cls, field in _fields(way))


def _how(way: Way, policy: Policy, levels: Levels) -> str:
    shape = _fields(way)[-1][1].one
    if isinstance(shape, Scalar) and isinstance(shape.ref, Role):
        return "as class words" if policy.precision != "day" else "as they are or as class words"
    if isinstance(shape, Scalar) and shape.python is PartialDate:
        precision = levels.dates or policy.precision
        return _DATES.get(precision, _AS_THEY_ARE) or "and are left out of all cases alike"
    return _AS_THEY_ARE


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
