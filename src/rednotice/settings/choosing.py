"""
Choose rules by id, by the beginning of ids, or by name, and give them other severities.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from functools import cache, partial
from pathlib import Path as FilePath
from typing import Any, TypeVar

import attrs

from rednotice import rules
from rednotice.findings import Finding, Manual, Severity
from rednotice.settings.errors import InvalidSettings
from rednotice.settings.members import places
from rednotice.settings.patterns import FilePattern, PointerPattern
from rednotice.settings.protection import protected
from rednotice.settings.tables import refuse

T = TypeVar("T")
EVERY = "RN"  # the beginning of every id
_BEGINNING = re.compile("RN[0-9]{0,3}")
_FEW = 6  # ids that a message lists


# Words for rules


def beginning(word: str) -> str:
    """
    What the ids begin with that *word* stands for: ``RN4``, or ``RN412`` for an id or a name.

    Raises:
        InvalidSettings: If no rule and no fault has such an id or name.
    """
    ids = _ids()
    if _BEGINNING.fullmatch(word) and any(one.startswith(word) for one in ids.values()):
        return word
    if word not in ids:
        refuse(f"there is no such rule; {_instead_of(word)}")
    return ids[word]


def _instead_of(word: str) -> str:
    ids = _ids()
    starts = dict.fromkeys(id_[:length] for id_ in ids.values() for length in (3, 5))
    plain = re.sub("[ _]+", "-", word.strip())
    if plain.upper() in starts or plain.lower() in ids:
        near = [plain.upper() if plain.upper() in starts else plain.lower()]
    else:
        near = get_close_matches(plain.lower(), ids, n=1)
    return f"did you mean `{near[0]}`?" if near else _WANTED


_WANTED = (
    "write an id such as RN412, the beginning of ids such as RN4, or a name; `rednotice rule`"
    " lists all"
)


@cache
def _ids() -> dict[str, str]:
    """The id of every rule and fault by its name."""
    return {page.name: page.id for page in rules.manuals()}


@cache
def _pages() -> dict[str, Manual]:
    return {page.id: page for page in rules.manuals()}


def ignored(word: str) -> str:
    """
    As `beginning`, for rules whose findings are to be left out.

    Raises:
        InvalidSettings: Also if it stands for a rule that settings must leave alone.
    """
    start = beginning(word)
    guarded = [id_ for id_ in protected() if id_.startswith(start)]
    if guarded:
        refuse(_refusal(start, guarded, "ignored"))
    return start


def graded(word: str, severity: Severity) -> str:
    """
    As `beginning`, for rules that are to have the *severity*.

    Raises:
        InvalidSettings: Also if that lowers a rule that settings must leave alone.
    """
    start = beginning(word)
    guarded = [
        id_
        for id_ in protected()
        if id_.startswith(start) and severity.weight < _pages()[id_].severity.weight
    ]
    if guarded:
        refuse(_refusal(start, guarded, "lowered"))
    return start


def _refusal(start: str, guarded: list[str], done: str) -> str:
    """
    Why the rules *guarded*, whose ids begin with *start*, cannot be *done* so, and what to write.
    """
    if guarded == [start]:
        return f"{start} cannot be {done}: {protected()[start]}"
    because = dict.fromkeys(protected()[id_].removeprefix("it ") for id_ in guarded)
    free = [id_ for id_ in _pages() if id_.startswith(start) and id_ not in guarded]
    instead = f"; name the others one by one: {_listed(free)}" if free else ""
    reasons = "; or it ".join(because)
    return f"{_listed(guarded)} cannot be {done}: each {reasons}{instead}"


def _listed(ids: list[str]) -> str:
    shown = ", ".join(ids[:_FEW])
    return f"{shown} and {len(ids) - _FEW} more" if len(ids) > _FEW else shown


# Choices


@attrs.frozen
class Choice:
    """
    Rules that are chosen and rules that are left out, each by what their ids begin with.

    Where both stand for a rule, the longer beginning counts, and *ignore* if they are equal. Rules
    that settings must leave alone are always chosen.
    """

    select: tuple[str, ...] = (EVERY,)
    ignore: tuple[str, ...] = ()

    def leaves_out(self, rule: str) -> bool:
        """Whether the findings of *rule* are left out."""
        if rule in protected():
            return False
        chosen, left = _longest(rule, self.select), _longest(rule, self.ignore)
        return chosen is None or (left is not None and len(left) >= len(chosen))


def _longest(rule: str, starts: Iterable[str]) -> str | None:
    return max((one for one in starts if rule.startswith(one)), key=len, default=None)


@attrs.frozen
class Grades:
    """
    The severities of rules, by what their ids begin with. The longest beginning counts.
    """

    severities: Mapping[str, Severity] = attrs.field(factory=dict[str, Severity])

    def of(self, rule: str) -> Severity | None:
        """The severity of *rule*; None if none is given."""
        start = _longest(rule, self.severities)
        return None if start is None else self.severities[start]


@attrs.frozen
class Override:
    """
    What holds only in some files or at some places.

    Attributes:
        files: The files in which it holds; empty for all.
        pointers: The places, with all below them, at which it holds; empty for all.
        ignore: What the ids of rules begin with whose findings are left out there.
        grades: The severities of rules there.
    """

    files: tuple[FilePattern, ...] = ()
    pointers: tuple[PointerPattern, ...] = ()
    ignore: tuple[str, ...] = ()
    grades: Grades = attrs.field(factory=Grades)

    def holds_for(self, finding: Finding) -> bool:
        """Whether *finding* stands in one of the files and at one of the places."""
        return (not self.files or any(one.matches(finding.file) for one in self.files)) and (
            not self.pointers or any(one.matches(finding.path) for one in self.pointers)
        )

    def leaves_out(self, rule: str) -> bool:
        """Whether the findings of *rule* are left out there."""
        return _longest(rule, self.ignore) is not None


def override(table: Mapping[str, Any], folder: FilePath | None = None) -> Override:
    """
    The override that a *table* of the settings says. Its files are relative to *folder*.

    Raises:
        InvalidSettings: If a word or a pattern is wrong, or it must not do what it says.
    """
    if not table.keys() & {"files", "pointers"}:
        refuse("says neither `files` nor `pointers`; what holds everywhere stands above all tables")
    if not table.keys() & {"ignore", "severity"}:
        refuse("says neither `ignore` nor `severity`, and so does nothing")
    return Override(
        read_each("files", table, lambda one: FilePattern.of(one, folder)),
        read_each("pointers", table, places),
        read_each("ignore", table, ignored),
        read_grades(table),
    )


def read_each(name: str, table: Mapping[str, Any], reader: Callable[[str], T]) -> tuple[T, ...]:
    """
    What *reader* makes of each text in the list *name* of a *table*; empty if it has none.

    Raises:
        InvalidSettings: As *reader* does, with the place in the table.
    """
    return tuple(
        _placed(partial(reader, one), name, place) for place, one in enumerate(table.get(name, ()))
    )


def read_grades(table: Mapping[str, Any]) -> Grades:
    """
    The severities that the entry ``severity`` of a *table* says.

    Raises:
        InvalidSettings: If a word is wrong, or a rule must not be lowered.
    """
    found: dict[str, Severity] = {}
    for word, name in table.get("severity", {}).items():
        severity = Severity(name)
        found[_placed(partial(graded, word, severity), "severity", word)] = severity
    return Grades(found)


def _placed(read: Callable[[], T], *path: str | int) -> T:
    try:
        return read()
    except InvalidSettings as error:
        raise error.below(*path) from None
