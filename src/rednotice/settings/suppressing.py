"""
Suppressions: findings that a house has looked at and does not want to see again for a while.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path as FilePath
from typing import Any

import attrs

from rednotice import faults, rules
from rednotice.documents import Path
from rednotice.errors import UnknownName
from rednotice.findings import Finding, Manual
from rednotice.settings.members import places
from rednotice.settings.patterns import FilePattern, PointerPattern
from rednotice.settings.protection import not_hidden
from rednotice.settings.tables import day, known_entries, refuse, text
from rednotice.words.likeness import nearest

_ENTRIES = ("rule", "reason", "expires", "file", "pointer", "case")


@attrs.frozen
class Suppression:
    """
    A finding, or several of one rule, that the house does not want to see until a day.

    Attributes:
        rule: The id of the rule, such as ``RN416``.
        reason: Why its findings are not shown. It is never printed.
        expires: The last day on which it holds.
        file: The files that it is for; None for all.
        pointer: The places that it is for, with all below them; None for all.
        case: The id of the case that it is for; None for all.
    """

    rule: str
    reason: str = attrs.field(repr=False)
    expires: dt.date
    file: FilePattern | None = None
    pointer: PointerPattern | None = None
    case: str | None = attrs.field(default=None, repr=False)

    @classmethod
    def from_table(cls, table: object, folder: FilePath | None = None) -> Suppression:
        """
        The suppression that a *table* of the settings says. Its files are relative to *folder*, by
        default the current one.

        Raises:
            InvalidSettings: If the table is wrong, or the rule must not be suppressed.
        """
        said = known_entries(table, _ENTRIES)
        for required in ("rule", "reason", "expires"):
            if required not in said:
                refuse(f"`{required}` is missing; {_WANTED[required]}")
        return cls(
            _rule(said["rule"]),
            text(said["reason"], "reason"),
            day(said["expires"], "expires"),
            _file(said.get("file"), folder),
            _pointer(said.get("pointer")),
            _case(said.get("case")),
        )

    def covers(self, finding: Finding) -> bool:
        """Whether it is for *finding*, on whatever day."""
        return (
            finding.rule == self.rule
            and self.case in {None, finding.case}
            and (self.pointer is None or self.pointer.matches(finding.path))
            and (self.file is None or self.file.matches(finding.file))
        )

    def is_for(self, file: str | None, case: str | None) -> bool:
        """Whether it is for findings in *case* of *file*."""
        return self.case in {None, case} and (self.file is None or self.file.matches(file))

    def is_for_nothing(self) -> bool:
        """Whether it names one file, and there is no such file."""
        return self.file is not None and self.file.is_missing()

    def has_expired(self, today: dt.date) -> bool:
        """Whether *today* is after its last day."""
        return today > self.expires


@attrs.define
class Suppressions:
    """
    The suppressions of the settings during one check: which of them hid something.

    Call `apply` with every finding and `checked` with every case, then ask for `findings`.
    """

    each: tuple[Suppression, ...] = attrs.field(default=(), converter=tuple[Suppression, ...])
    _by_rule: dict[str, list[int]] = attrs.field(init=False, factory=dict[str, list[int]])
    _used: set[int] = attrs.field(init=False, factory=set[int])
    _unasked: set[int] = attrs.field(init=False, factory=set[int])

    def __attrs_post_init__(self) -> None:
        self._unasked.update(range(len(self.each)))
        for place, one in enumerate(self.each):
            self._by_rule.setdefault(one.rule, []).append(place)

    def apply(self, finding: Finding, today: dt.date) -> bool:
        """
        Whether *finding* is suppressed on the day *today*.
        """
        covering = [
            place
            for place in self._by_rule.get(finding.rule, ())
            if self.each[place].covers(finding)
        ]
        self._used.update(covering)
        return any(not self.each[place].has_expired(today) for place in covering)

    def checked(self, file: str | None, case: str | None) -> None:
        """
        Take note that *case* of *file* was checked, so that suppressions for it can be unused.
        """
        if self._unasked:
            self._unasked -= {
                place for place in self._unasked if self.each[place].is_for(file, case)
            }

    def findings(self, today: dt.date, *, file: str | None, path: Path = ()) -> Iterator[Finding]:
        """
        Yield a finding for each suppression that has expired or that hid nothing.

        The findings stand in *file*, the one of the settings, at the item of the list at *path*.
        """
        for place, one in enumerate(self.each):
            if one.has_expired(today):
                yield _finding(faults.SUPPRESSION_EXPIRED, _EXPIRED, file, (*path, place))
            elif place in self._used:
                continue
            elif place not in self._unasked or one.is_for_nothing():
                yield _finding(faults.SUPPRESSION_UNUSED, _UNUSED, file, (*path, place))


_WANTED = {
    "rule": "write the id of the rule, such as RN416",
    "reason": "write why its findings are right as they are",
    "expires": "write the last day on which it holds, such as 2027-01-31",
}
_EXPIRED = (
    "This suppression has expired, and what it hid is shown again. Mend that and take the"
    " suppression out, or give it a later day if its reason still holds."
)
_UNUSED = "This suppression hides nothing. Take it out, or correct its file, pointer or case."


def _rule(given: object) -> str:
    wanted = text(given, "rule")
    try:
        found = rules.manual(wanted)
    except UnknownName:
        refuse(_no_rule(wanted), "rule")
    if found.id in not_hidden():
        refuse(f"{found.id} cannot be suppressed: {not_hidden()[found.id]}", "rule")
    return found.id


def _no_rule(wanted: str) -> str:
    pages = [page for page in rules.manuals() if page.id not in not_hidden()]
    if any(page.id.startswith(wanted.upper()) for page in pages):
        return "a suppression is for one rule; write its whole id, such as RN416"
    near = nearest(wanted, [page.name for page in pages])
    advice = f"did you mean `{near}`?" if near else "`rednotice rule` lists them"
    return f"there is no such rule; {advice}"


def _file(given: Any, folder: FilePath | None) -> FilePattern | None:
    return None if given is None else FilePattern.of(text(given, "file"), folder, "file")


def _pointer(given: Any) -> PointerPattern | None:
    return None if given is None else places(text(given, "pointer"), "pointer")


def _case(given: Any) -> str | None:
    return None if given is None else text(given, "case")


def _finding(fault: Manual, message: str, file: str | None, path: Iterable[str | int]) -> Finding:
    return Finding(
        fault, message, path=tuple(path), severity=fault.severity, file=file, outside=True
    )
