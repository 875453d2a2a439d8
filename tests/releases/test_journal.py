"""The log of releases: what it holds, and that it cannot be changed unseen."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from invented import KEY, TODAY, cases, released, withdrawn

import rednotice
from rednotice import BadLog

TAMPERED = {
    "the last entry is cut": lambda lines: lines[:-1],
    "the first entry is cut": lambda lines: lines[1:],
    "half a line is cut": lambda lines: [*lines[:-1], lines[-1][:-20]],
    "two entries change places": lambda lines: lines[::-1],
    "an entry is repeated": lambda lines: [*lines, lines[-1]],
    "a word is changed": lambda lines: [lines[0].replace("Partner A", "Partner Z"), lines[1]],
    "a number is changed": lambda lines: [lines[0].replace('"k":3', '"k":1'), lines[1]],
    "an entry of one's own is added": lambda lines: [*lines, '{"entry":{},"seal":""}\n'],
    "all is cut": lambda _: [],
}


@pytest.fixture
def log(tmp_path: Path) -> Path:
    released(tmp_path, cases(14), "a")
    released(tmp_path, cases(14), "b", edition="e-2")
    return tmp_path / "log"


@pytest.mark.parametrize("way", TAMPERED)
def test_a_log_that_was_cut_or_changed_is_refused(way: str, log: Path) -> None:
    """Before a release and before a recall."""
    log.write_text("".join(TAMPERED[way](log.read_text().splitlines(keepends=True))))

    with pytest.raises(BadLog):
        released(log.parent, cases(14), "c", edition="e-3")
    with pytest.raises(BadLog):
        rednotice.recall([withdrawn(1)], log.parent / "r", log=log, key=KEY, today=TODAY)
    assert not (log.parent / "c").exists()


def test_a_log_of_another_key_is_refused(log: Path) -> None:
    """Its hashes could not be compared."""
    with pytest.raises(BadLog):
        released(log.parent, cases(14), "c", edition="e-3", key=KEY[::-1])


def test_a_log_without_its_count_is_refused(log: Path) -> None:
    """Whoever cuts a log might take the count away as well."""
    log.with_name("log.head").unlink()

    with pytest.raises(BadLog, match=r"LOG\.head"):
        released(log.parent, cases(14), "c", edition="e-3")


def test_an_entry_that_was_written_before_a_crash_counts(log: Path) -> None:
    """The count is written after the entry, so it may lag behind and never run ahead."""
    head = log.with_name("log.head")
    late = head.read_text()
    released(log.parent, cases(14), "c", edition="e-3")
    head.write_text(late)

    assert "--edition" in released(log.parent, cases(14), "d", edition="e-3").refused
    assert released(log.parent, cases(14), "e", edition="e-4").folder


def test_the_log_holds_what_was_released_and_nothing_of_the_cases(log: Path) -> None:
    """Date, recipient, audience, policy and hash, edition, and keyed hashes."""
    entries = [json.loads(line)["entry"] for line in log.read_text().splitlines()]

    assert [entry["edition"] for entry in entries] == ["2026-06", "e-2"]
    assert {entry["label"] for entry in entries} == {"Partner A"}
    assert {entry["policy_sha256"] for entry in entries} == {rednotice.policy("partner").sha256}
    who = [{case[0] for case in entry["cases"]} for entry in entries]
    assert who[0] == who[1]
    assert all(word not in log.read_text() for word in ("kept-", "fraud", "Gargler", "CN"))


def test_the_log_is_readable_by_its_owner_alone(log: Path) -> None:
    """It names the recipients."""
    assert log.stat().st_mode & 0o777 == 0o600
    assert log.with_name("log.head").stat().st_mode & 0o777 == 0o600


def test_whoever_lacks_the_key_cannot_write_an_entry(log: Path) -> None:
    """Even if all hashes that need no key are made anew."""
    *before, last = log.read_text().splitlines(keepends=True)
    changed = last.replace('"label":"Partner A"', '"label":"Partner Z"')
    assert changed != last
    log.write_text("".join([*before, changed]))
    digest = hashlib.sha256(changed.encode()).hexdigest()
    log.with_name("log.head").write_text(f"2 {digest}\n")

    with pytest.raises(BadLog, match="entry 2"):
        released(log.parent, cases(14), "c", edition="e-3")
