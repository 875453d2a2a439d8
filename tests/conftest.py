"""
What all tests share: how many examples of each law are tried, and where commands and files stand.

The Hypothesis profile `quick` tries few examples of each law, `ci` many, `thorough` thousands.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from rednotice.findings import Finding

# A shared machine is slow at times; that says nothing about the code.
_PATIENT = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}

# In continuous integration no change fails for an example that only chance has drawn.
_REPEATABLE = "CI" in os.environ
# Drawing a whole case takes a tenth of a second or more, which is most of the time of most laws.
settings.register_profile("quick", max_examples=4, derandomize=_REPEATABLE, **_PATIENT)
settings.register_profile("ci", max_examples=150, derandomize=True, print_blob=True, **_PATIENT)
settings.register_profile("thorough", max_examples=5_000, **_PATIENT)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

_FEW = 5  # examples of one test among the quick ones


@pytest.hookimpl(tryfirst=True)  # before those that are marked are taken out
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """
    Mark as thorough all but a few examples of each test, if the whole suite is run. Who names a
    file or a test gets all that it has.
    """
    if not _is_whole(config):
        return
    quick = [item for item in items if not item.get_closest_marker("thorough")]
    for _, examples in groupby(quick, lambda item: item.nodeid.partition("[")[0]):
        for item in _beyond_few([*examples]):
            item.add_marker(pytest.mark.thorough)


def _is_whole(config: pytest.Config) -> bool:
    named = {(config.invocation_params.dir / one).resolve() for one in config.args}
    return named == {config.rootpath / one for one in config.getini("testpaths")}


def _beyond_few(items: list[pytest.Item]) -> Iterable[pytest.Item]:
    """
    All of *items* but the first, the last, and some between them at equal distances.
    """
    last = len(items) - 1
    kept = {number * last // (_FEW - 1) for number in range(_FEW)}
    return (item for place, item in enumerate(items) if last >= _FEW and place not in kept)


# What says where a command runs, and so changes what it prints.
_SURROUNDINGS = ("CI", "GITHUB_ACTIONS", "GITLAB_CI", "NO_COLOR", "FORCE_COLOR")


@pytest.fixture(scope="session", autouse=True)
def _as_at_a_desk() -> Iterator[None]:
    """Let commands print the same on every machine; a test that is about a pipeline says so."""
    with pytest.MonkeyPatch.context() as patch:
        for name in _SURROUNDINGS:
            patch.delenv(name, raising=False)
        yield


class Folder:
    """A folder in which files are put as plain values, a line each where there are several."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def put(self, name: str, *values: Any) -> Path:
        """Make the file *name* of *values*, texts as they are and all else as JSON."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        texts = [value if isinstance(value, str) else json.dumps(value) for value in values]
        path.write_text("\n".join(texts), encoding="utf-8")
        return path


class Told:
    """What was told to `on_fault`, as rules and places."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def __call__(self, finding: Finding) -> None:
        """Be told of *finding*."""
        self.findings.append(finding)

    @property
    def rules(self) -> list[str]:
        """The rules, in the order in which they were told."""
        return [finding.rule for finding in self.findings]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


@pytest.fixture
def told() -> Told:
    return Told()
