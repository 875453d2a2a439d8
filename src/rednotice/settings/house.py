"""
House rules: what a house asks of its cases beyond the format.

A house can require members, use fewer codes than a list has, ask for a least share of records in
which a member is filled, and expect a number of cases for each issuing state.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs

from rednotice import faults
from rednotice.documents import Path
from rednotice.findings import Finding, Manual, Severity
from rednotice.insight.missing import accounts_for, as_unknown
from rednotice.model import Case
from rednotice.settings.members import MemberPath
from rednotice.settings.tables import Faults, any_entries, items, known_entries, refuse, text
from rednotice.types.codes_meant import advice_on
from rednotice.types.states import one_code

Found = tuple[Manual, Severity, Path, str]
_TOLD_BY = {
    "require": faults.HOUSE_MEMBER_MISSING,
    "codes": faults.HOUSE_CODE_NOT_ADMITTED,
    "fill": faults.HOUSE_FILL_RATE,
    "cases": faults.HOUSE_COUNT,
}
_ENTRIES = tuple(_TOLD_BY)
_COUNTRIES = "countries"
_FEW = 12  # codes that a message lists


@attrs.frozen
class UsedCodes:
    """
    The *codes* that this house uses for a *member*.
    """

    member: MemberPath
    codes: frozenset[str]

    def admits(self, code: str) -> bool:
        """Whether *code* is one of them, or another code for the same state."""
        if code in self.codes or self.member.codelist != _COUNTRIES:
            return code in self.codes
        common = one_code(code)
        return common is not None and common in map(one_code, self.codes)


@attrs.frozen
class LeastFill:
    """
    The least *share* of the records, from 0 to 1, in which a *member* must be filled.
    """

    member: MemberPath
    share: float


@attrs.frozen
class Expected:
    """
    The expected number of cases with a notice of a *state*: from *least* to *most*; None for no
    bound.
    """

    state: str
    least: int = 0
    most: int | None = None

    def holds(self, count: int) -> bool:
        """Whether *count* is expected."""
        return self.least <= count and (self.most is None or count <= self.most)

    def __str__(self) -> str:
        if self.most is None:
            return f"at least {self.least:,}"
        return f"{self.least:,}" if self.least == self.most else f"{self.least:,} to {self.most:,}"


@attrs.frozen
class House:
    """
    The house rules of the settings.

    Attributes:
        require: Members that every record must have which can have them, or account for in
            `missing`.
        codes: Members for which fewer codes are used than their lists have.
        fill: Members that must be filled in a least share of the records.
        cases: The expected numbers of cases, by issuing state.
    """

    require: tuple[MemberPath, ...] = ()
    codes: tuple[UsedCodes, ...] = ()
    fill: tuple[LeastFill, ...] = ()
    cases: tuple[Expected, ...] = ()

    @classmethod
    def from_table(cls, table: object) -> House:
        """
        The house rules that a *table* of the settings says.

        Raises:
            InvalidSettings: If the table is wrong, or names a member or a code that does not exist.
        """
        faults = Faults()
        said = _tables(table, faults)
        house = cls(
            faults.each(enumerate(said["require"]), _required),
            faults.each(said["codes"].items(), _used_codes),
            faults.each(said["fill"].items(), _least_fill),
            faults.each(said["cases"].items(), _expected),
        )
        faults.tell()
        return house

    @property
    def told_by(self) -> dict[str, Manual]:
        """The fault by which each of its tables is told that asks for something."""
        return {name: fault for name, fault in _TOLD_BY.items() if getattr(self, name)}

    def begin(self) -> HouseCheck:
        """A check of several cases by these rules."""
        return HouseCheck(self)


@attrs.define
class HouseCheck:
    """
    The house rules during one check. Call `of_case` with every case, then `findings`.
    """

    house: House
    _kept: _Counted = attrs.field(init=False)
    _released: _Counted = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self._kept, self._released = (_Counted(_Wanted.of(self.house)) for _ in range(2))

    def of_case(self, case: Case) -> list[Found]:
        """
        What the rules find in *case*, and count it. Nothing is found in a case of a release, since
        its holder can add nothing.
        """
        if case.release is not None:
            self._released.count(case)
            return []
        return self._kept.count(case)

    def findings(self, *, file: str | None = None, path: Path = ()) -> Iterator[Finding]:
        """
        Yield what the rules find in all cases together. Releases are counted only where no others
        were checked.

        The findings stand in *file*, the one of the settings, in its table at *path*.
        """
        counted = self._kept if self._kept.wanted.records else self._released
        for fill in self.house.fill:
            filled, of = counted.wanted.filled(fill.member)
            if of and filled / of < fill.share:
                message = _FILL.format(
                    member=fill.member, filled=filled, of=of, least=f"{fill.share * 100:g} %"
                )
                place = (*path, "fill", str(fill.member))
                yield _of_the_whole(faults.HOUSE_FILL_RATE, message, file, place)
        for expected in self.house.cases:
            count = counted.states[one_code(expected.state) or expected.state]
            if not expected.holds(count):
                message = _COUNT.format(
                    cases=_of_cases(count), state=expected.state, expected=expected
                )
                place = (*path, "cases", expected.state)
                yield _of_the_whole(faults.HOUSE_COUNT, message, file, place)


@attrs.define
class _Counted:
    """
    Cases that are counted together: their records, and how many have a notice of each state.
    """

    wanted: _Wanted
    states: Counter[str] = attrs.field(factory=Counter[str])

    def count(self, case: Case) -> list[Found]:
        """Count *case*, and return what the rules find in it."""
        states = (notice.issuing_state for notice in case.notices)
        self.states.update({one_code(state) or state for state in states if state})
        return list(self.wanted.problems(case))


@attrs.define
class _Wanted:
    """
    What is asked of the records at one place of a case, and of those below it; and how many of them
    there were, and had the members that are counted.
    """

    required: list[str] = attrs.field(factory=list[str])
    codes: dict[str, UsedCodes] = attrs.field(factory=dict[str, UsedCodes])
    counted: dict[str, int] = attrs.field(factory=dict[str, int])
    records: int = 0
    below: dict[str, _Wanted] = attrs.field(factory=dict[str, "_Wanted"])

    @classmethod
    def of(cls, house: House) -> _Wanted:
        """What *house* asks of a case."""
        top = cls()
        for member in house.require:
            top.at(member).required.append(member.names[-1])
        for used in house.codes:
            top.at(used.member).codes[used.member.names[-1]] = used
        for fill in house.fill:
            top.at(fill.member).counted[fill.member.names[-1]] = 0
        return top

    def at(self, member: MemberPath) -> _Wanted:
        """The place of the records that can have *member*."""
        here = self
        for name in member.names[:-1]:
            here = here.below.setdefault(name, _Wanted())
        return here

    def filled(self, member: MemberPath) -> tuple[int, int]:
        """How many records had *member*, and how many could have had it."""
        there = self.at(member)
        return there.counted[member.names[-1]], there.records

    def problems(self, record: Any, path: Path = ()) -> Iterator[Found]:
        """
        What is found in *record*, which stands at *path*, and in the records below it. All are
        counted.
        """
        self.records += 1
        for name in self.counted:
            self.counted[name] += name in record.__dict__  # absent members are not stored
        absent = [name for name in self.required if not accounts_for(record, name)]
        if absent:
            yield _found(faults.HOUSE_MEMBER_MISSING, path, _missing(absent))
        for name, used in self.codes.items():
            for place, code in _values(record, name):
                if not used.admits(code):
                    message = _unused(used.codes)
                    yield _found(faults.HOUSE_CODE_NOT_ADMITTED, (*path, *place), message)
        for name, wanted in self.below.items():
            for place, part in _values(record, name):
                yield from wanted.problems(part, (*path, *place))


def _values(record: Any, name: str) -> Iterator[tuple[Path, Any]]:
    """
    The value of the member *name*, or each item if it is a list, with its path from *record*.
    """
    value = record.__dict__.get(name)
    if isinstance(value, tuple):
        yield from (((name, place), part) for place, part in enumerate(value))
    elif value is not None:
        yield (name,), value


# What is said


_FILL = (
    "`{member}` is filled in {filled:,} of {of:,} records, and this house asks for {least}. Add"
    " what the sources say, or change the share in the settings."
)
_COUNT = (
    "{cases} a notice of {state}, and this house expects {expected}. Find files that are missing,"
    " refused or given twice, or correct the number in the settings."
)


def _of_cases(count: int) -> str:
    return "1 case has" if count == 1 else f"{count:,} cases have"


def _missing(members: list[str]) -> str:
    if len(members) == 1:
        return (
            f"`{members[0]}` is missing, and this house requires it. Add it, or say why it is not"
            f" there, as in {as_unknown(*members)}."
        )
    listed = ", ".join(f"`{name}`" for name in members)
    return (
        f"{listed} are missing, and this house requires them. Add them, or say why they are not"
        f" there, as in {as_unknown(*members)}."
    )


def _unused(codes: frozenset[str]) -> str:
    used = sorted(codes)
    listed = ", ".join(f"`{code}`" for code in used[:_FEW])
    rest = f" and {len(used) - _FEW} more" if len(used) > _FEW else ""
    return (
        f"This house does not use this code here. It uses {listed}{rest}. If none of them is true"
        " of the case, add the code to `house.codes` in the settings."
    )


def _found(fault: Manual, path: Path, message: str) -> Found:
    return fault, fault.severity, path, message


def _of_the_whole(fault: Manual, message: str, file: str | None, path: Path) -> Finding:
    return Finding(fault, message, path=path, severity=fault.severity, file=file, outside=True)


# What the settings say


def _tables(table: object, faults: Faults) -> dict[str, Any]:
    """
    The entries of the *table* of house rules; those that are absent or wrong are empty.
    """
    said: dict[str, Any] = {name: {} for name in _ENTRIES}
    readers: dict[str, Callable[..., Any]] = dict.fromkeys(_ENTRIES, any_entries)
    readers["require"] = items

    def read(entry: tuple[str, object]) -> None:
        name, given = entry
        said[name] = readers[name](given, name)

    faults.each([table], lambda given: known_entries(given, _ENTRIES))
    known = [(name, given) for name, given in any_entries(table).items() if name in said]
    faults.each(known, read)
    return said


def _required(entry: tuple[int, object]) -> MemberPath:
    place, given = entry
    return MemberPath.of(text(given, "require", place), "require", place)


def _used_codes(entry: tuple[str, object]) -> UsedCodes:
    pattern, given = entry
    member = MemberPath.of(pattern, "codes", pattern)
    if member.codelist is None:
        refuse(
            "this member holds no codes of a list",
            "codes",
            pattern,
        )
    codes = items(given, "codes", pattern)
    faults = Faults()
    faults.each(enumerate(codes), lambda code: _check_code(member, code))
    faults.tell()
    return UsedCodes(member, frozenset(codes))


def _check_code(member: MemberPath, entry: tuple[int, object]) -> None:
    place, code = entry
    if not isinstance(code, str) or not member.accepts(code):
        refuse(advice_on(str(member.codelist), str(code)), "codes", str(member), place)


def _least_fill(entry: tuple[str, object]) -> LeastFill:
    pattern, share = entry
    member = MemberPath.of(pattern, "fill", pattern)
    if isinstance(share, bool) or not isinstance(share, int | float) or not 0 < share <= 1:
        refuse("must be a share above 0 and up to 1, such as 0.9", "fill", pattern)
    return LeastFill(member, float(share))


def _expected(entry: tuple[str, object]) -> Expected:
    state, given = entry
    if one_code(state) is None:
        refuse(advice_on(_COUNTRIES, state), "cases", state)
    if not isinstance(given, Mapping):
        count = _count(given, state)
        return Expected(state, count, count)
    bounds = known_entries(given, ("least", "most"), "cases", state)
    counts = {name: _count(count, state, name) for name, count in bounds.items()}
    found = Expected(state, counts.get("least", 0), counts.get("most"))
    if not bounds or not found.holds(found.least):
        refuse(
            "must have `least`, `most` or both, the smaller one first",
            "cases",
            state,
        )
    return found


def _count(given: object, *path: str) -> int:
    if isinstance(given, bool) or not isinstance(given, int) or given < 0:
        refuse("must be a number of cases, or a table such as {least = 10}", "cases", *path)
    return given
