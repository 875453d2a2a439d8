"""
Apply settings to the findings of a check, and count what they left out.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator

import attrs

from rednotice.documents import LineColumn, Path
from rednotice.errors import SettingsFault, UnusableSettings
from rednotice.findings import Finding, LeftOut, Severity
from rednotice.model import Case, SharedDocument
from rednotice.settings.baseline import BaselineCheck, can_be_known, read_baseline
from rednotice.settings.definition import Settings
from rednotice.settings.errors import InvalidSettings
from rednotice.settings.house import Found, HouseCheck
from rednotice.settings.lines import line_of
from rednotice.settings.protection import protected
from rednotice.settings.suppressing import Suppressions

_Counts = Counter[Severity]


@attrs.define
class Applying:
    """
    The settings during one check: call `over` with all findings and `of_record` with each record,
    then `findings`, and at last `left_out`.
    """

    settings: Settings
    today: dt.date
    _suppressions: Suppressions = attrs.field(init=False)
    _baseline: BaselineCheck | None = attrs.field(init=False)
    _house: HouseCheck = attrs.field(init=False)
    _ignored: _Counts = attrs.field(init=False, factory=Counter[Severity])
    _suppressed: _Counts = attrs.field(init=False, factory=Counter[Severity])
    _baselined: _Counts = attrs.field(init=False, factory=Counter[Severity])
    _lowered: _Counts = attrs.field(init=False, factory=Counter[Severity])
    _unlisted: _Counts = attrs.field(init=False, factory=Counter[Severity])

    def __attrs_post_init__(self) -> None:
        self._suppressions = Suppressions(self.settings.suppressions)
        self._baseline = None if self.settings.draft else _baseline_of(self.settings)
        self._house = self.settings.house.begin()

    def over(self, findings: Iterable[Finding], *, leaves: bool) -> Iterator[Finding]:
        """
        Yield the *findings* that are told, with the severities that they get.

        If what they are about *leaves*, the settings weaken nothing: what they would ignore is
        counted and only not listed, and the rest is told at its own severity or a higher one.
        """
        for finding in findings:
            graded = self._graded(finding, leaves=leaves)
            if self._is_ignored(finding):
                (self._unlisted if leaves else self._ignored)[graded.severity] += 1
            elif not self._is_known(graded, leaves=leaves):
                if graded.severity.weight < finding.severity.weight:
                    self._lowered[finding.severity] += 1
                yield graded

    def of_record(self, record: Case | SharedDocument, file: str | None) -> list[Found]:
        """
        What the house rules find in *record*, which was read from *file*.
        """
        self._suppressions.checked(file, record.id)
        return self._house.of_case(record) if isinstance(record, Case) else []

    def findings(self) -> Iterator[Finding]:
        """
        Yield what the house rules find in all cases together, and what is wrong with suppressions.
        """
        settings = self.settings
        file = str(settings.file) if settings.file else None
        within = settings.within
        for finding in self._house.findings(file=file, path=(*within, "house")):
            yield self._placed(finding)
        suppressions: Path = (*within, "suppressions")
        for finding in self._suppressions.findings(self.today, file=file, path=suppressions):
            yield self._placed(finding)

    def _placed(self, finding: Finding) -> Finding:
        """The *finding* about a setting, with the line of the setting."""
        line = line_of(self.settings.content, finding.path)
        return attrs.evolve(finding, at=LineColumn(line, 1)) if line else finding

    def left_out(self) -> LeftOut:
        """
        What the settings left out, and what they lowered.
        """
        return LeftOut(
            self.settings.name,
            ignored=dict(self._ignored),
            suppressed=dict(self._suppressed),
            baselined=dict(self._baselined),
            lowered=dict(self._lowered),
            unlisted=dict(self._unlisted),
            gone=0 if self._baseline is None else self._baseline.gone,
            warnings=self.settings.limits.warnings,
        )

    def _is_ignored(self, finding: Finding) -> bool:
        rule = finding.rule
        return self.settings.choice.leaves_out(rule) or any(
            one.leaves_out(rule) and one.holds_for(finding) for one in self.settings.overrides
        )

    def _is_known(self, finding: Finding, *, leaves: bool) -> bool:
        """
        Count *finding* if it is suppressed or in the baseline, and return whether it is.
        """
        # A suppression is used also where it hides nothing because the finding's record leaves.
        suppressed = self._suppressions.apply(finding, self.today)
        if leaves or not (suppressed or self._is_in_baseline(finding)):
            return False
        (self._suppressed if suppressed else self._baselined)[finding.severity] += 1
        return True

    def _is_in_baseline(self, finding: Finding) -> bool:
        draft = self.settings.draft
        if draft is None:
            return self._baseline is not None and self._baseline.hides(finding)
        draft.add(finding)
        return can_be_known(finding)

    def _graded(self, finding: Finding, *, leaves: bool) -> Finding:
        """
        *finding* with the severity that the settings give it.
        """
        severity = self._severity(finding)
        if severity is None or severity is finding.severity:
            return finding
        if severity.weight < finding.severity.weight and (leaves or finding.rule in protected()):
            return finding
        return attrs.evolve(finding, severity=severity)

    def _severity(self, finding: Finding) -> Severity | None:
        given = self.settings.grades.of(finding.rule)
        for one in self.settings.overrides:
            severity = one.grades.of(finding.rule)
            if severity is not None and one.holds_for(finding):
                given = severity
        return given


def _baseline_of(settings: Settings) -> BaselineCheck | None:
    """
    The baseline that the *settings* name.

    Raises:
        UnusableSettings: If it is not there, or is none.
    """
    if settings.baseline is None:
        return None
    try:
        return read_baseline(settings.baseline).begin()
    except InvalidSettings as error:
        message = error.message
    except OSError as error:
        message = f"{error.strerror or 'cannot be read'}; {_WRITE}"
    line = line_of(settings.content, (*settings.within, "baseline"))
    raise UnusableSettings(settings.name, [SettingsFault("baseline", message, line)])


_WRITE = "write a baseline by: rednotice check PATH --write-baseline FILE"
