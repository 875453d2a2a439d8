"""
The settings of a check: which findings count, how much, and what a house asks besides.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path as FilePath

import attrs

from rednotice.settings.baseline import BaselineDraft
from rednotice.settings.choosing import Choice, Grades, Override
from rednotice.settings.house import House
from rednotice.settings.suppressing import Suppression


@attrs.frozen(kw_only=True)
class Limits:
    """
    Limits of a check.

    Attributes:
        findings: The number of findings that a report keeps; None for the check's own number.
        warnings: The number of warnings that are allowed; with more, the check fails. None for any.
    """

    findings: int | None = None
    warnings: int | None = None


@attrs.frozen(kw_only=True)
class Settings:
    """
    The settings of a check, which `rednotice.read_settings` reads and checks.

    They decide what a project wants to see. They never change the answer to a question about
    leaving: for an outside audience, and of a release, every finding counts at its own severity or
    a higher one, whatever they say.

    Attributes:
        name: How a report calls them: the name of the file, as ``rednotice.toml``.
        choice: The rules whose findings count.
        grades: The severities of rules that are not to have their own.
        overrides: What holds only in some files or at some places.
        suppressions: Findings that were looked at and are right as they are, until a day.
        baseline: The file of findings that were there when the baseline was written.
        draft: A new baseline, to which findings are added. It takes the place of *baseline*.
        limits: Limits of the check.
        house: What the project asks of its cases besides.
        file: The file that they were read from.
        content: The text of that file, in which places are looked up.
        within: The table of the file in which they stand; empty for the file as a whole.
    """

    name: str = "settings"
    choice: Choice = attrs.field(factory=Choice)
    grades: Grades = attrs.field(factory=Grades)
    overrides: tuple[Override, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    baseline: FilePath | None = None
    draft: BaselineDraft | None = None
    limits: Limits = attrs.field(factory=Limits)
    house: House = attrs.field(factory=House)
    file: FilePath | None = None
    content: str = attrs.field(default="", repr=False)
    within: tuple[str, ...] = ()

    def choosing(self, select: Iterable[str], ignore: Iterable[str]) -> Settings:
        """
        These settings for one check, in which the rules *select* are chosen in place of those here,
        if there are any, and the rules *ignore* are left out too. Each is what ids begin with.
        """
        chosen = Choice(tuple(select) or self.choice.select, (*self.choice.ignore, *ignore))
        return attrs.evolve(self, choice=chosen)
