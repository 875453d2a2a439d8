"""
Assess the risks of a release: how well somebody who has it could tell whose case is whose.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rednotice.datasets.cases import Cases
from rednotice.datasets.files import Files
from rednotice.datasets.manifests import MANIFEST
from rednotice.datasets.paths import StrPath, paths_of, usable
from rednotice.model import Case
from rednotice.policies import Policy, Thresholds
from rednotice.policies import policy as loaded
from rednotice.policies.explaining import STAYS, told
from rednotice.projection.levels import Levels
from rednotice.records import Audience
from rednotice.releases.report import levels_in_words
from rednotice.risks.files import accepted_in, register_in
from rednotice.risks.measuring import Measured, matches
from rednotice.risks.report import Accepted, RiskReport

_LARGEST = 2**26  # bytes of a manifest
_BY_POLICY = "policy"


def assess(
    source: StrPath | Cases | Iterable[Case],
    *,
    policy: Policy | Audience | StrPath,
    register: StrPath | None = None,
    accepted: StrPath | Iterable[Accepted] = (),
    format: str | None = None,
) -> RiskReport:
    """
    The risk report of the released cases of *source*.

    It is measured on what was released, by the members that the policy's thresholds name; if it
    names none, by those of the policy ``partner``. The report has no value and no id of a case.

    Args:
        source: The release: its folder, its file, or its cases, as `anonymize` gives them.
        policy: The policy of the release: its name, its file, or a `Policy`.
        register: A CSV file with a snapshot of a public register, of which each column is named for
            a member, such as ``notices.issuing_state``.
        accepted: Risks that somebody accepted, with the reason, or a TOML file of these.
        format: The format of the cases, if the suffix does not tell.

    Raises:
        BadRiskFile: If the register or the file of accepted risks is refused.
        OSError: If a file cannot be read.
        Unreadable: If a case cannot be understood.
        UnknownName: If there is no such policy.
        UnusablePolicy: If the policy's file is refused.
    """
    asked = loaded(policy)
    thresholds = asked.thresholds if asked.thresholds.quasi else loaded("partner").thresholds
    cases = _cases(source, format)
    measured = Measured(cases, thresholds)
    return RiskReport(
        policy=asked.title,
        audience=asked.audience.value,
        cases=measured.cases,
        quasi=thresholds.quasi,
        sensitive=thresholds.sensitive,
        asked={"k": asked.thresholds.k, "l": asked.thresholds.l},
        alike=measured.alike,
        sizes=measured.sizes,
        combinations=tuple(measured.combinations()),
        sequences=measured.sequences(),
        register=_matches(cases, register, asked.thresholds),
        coarsened=_coarsened(source),
        left_out=_left_out(asked),
        accepted=_accepted(accepted),
    )


def _cases(source: Any, format: str | None) -> Any:
    if isinstance(source, str | os.PathLike):
        return Cases(Files(paths_of(source), format), None, None)
    return source if isinstance(source, Cases) else list(source)


def _matches(cases: Iterable[Case], register: StrPath | None, thresholds: Thresholds) -> Any:
    if register is None:
        return None
    return matches(cases, register_in(usable(register)), max(thresholds.k, 2))


def _left_out(policy: Policy) -> tuple[str, ...]:
    """The members that the model releases to the audience of *policy*, and that it leaves out."""
    return tuple(
        f"{one.record}.{one.member}"
        for one in told(policy)
        if one.fate == STAYS and one.because == _BY_POLICY
    )


def _accepted(accepted: Any) -> tuple[Accepted, ...]:
    if isinstance(accepted, str | os.PathLike):
        return accepted_in(usable(accepted))
    return tuple(accepted)


def _coarsened(source: Any) -> tuple[str, ...]:
    """What the manifest of the release says was made coarser; nothing if there is none."""
    if not isinstance(source, str | os.PathLike):
        return ()
    try:
        with Path(source, MANIFEST).open("rb") as file:
            said = json.loads(file.read(_LARGEST))["coarsened"]
        levels = Levels(
            cuts=said["cut_levels"], dropped=said["left_out"], dates=said["dates"] or ""
        )
        return levels_in_words(levels)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return ()  # the check of the release says what is wrong with it
