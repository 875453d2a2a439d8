"""A baseline hides the findings that are known, and no other."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rednotice
from rednotice import faults, rules
from rednotice.documents import Path as Place
from rednotice.documents import PlainDocument
from rednotice.findings import Finding
from rednotice.settings.baseline import (
    BaselineDraft,
    can_be_known,
    fingerprint,
    read_baseline,
    write_baseline,
)
from rednotice.settings.errors import InvalidSettings
from rednotice.settings.protection import not_hidden
from rednotice.testing import cases

TODAY = dt.date(2026, 6, 1)
ONE, TWO = "RN201", "RN401"


def finding(  # noqa: PLR0913  # all but the first are keyword-only
    rule: str = ONE,
    *,
    path: Place = ("notices", 0, "history"),
    case: str | None = "c-1",
    file: str | None = None,
    value: Any = None,
    message: str = "a message",
) -> Finding:
    page = rules.manual(rule)
    document = PlainDocument(value, file) if value is not None else None
    return Finding(
        page, message, path=path, case=case, severity=page.severity, file=file, document=document
    )


def hidden(known: Iterable[Finding], met: Iterable[Finding]) -> list[bool]:
    """Which of the findings *met* a baseline of those *known* hides."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "baseline.json"
        write_baseline(known, path)
        check = read_baseline(path).begin()
        return [check.hides(one) for one in met]


def found_in(*documents: Any) -> list[Finding]:
    return list(rednotice.check(documents, today=TODAY, masked=False))


# Laws


@given(st.lists(cases(), min_size=1, max_size=2))
def test_a_baseline_hides_exactly_the_report_it_was_written_from(
    several: list[rednotice.Case],
) -> None:
    """But for refused documents and what guards a release; and each finding once."""
    documents = [rednotice.to_dict(case) for case in several]
    report = found_in(*documents)
    again = found_in(*documents)

    assert hidden(report, again) == [can_be_known(one) for one in again]
    assert hidden(report, [*report, *report])[len(report) :] == [False] * len(report)


NOTICES = st.lists(
    st.fixed_dictionaries({"kind": st.just("red")}, optional={"id": st.sampled_from("abc")}),
    min_size=3,
    max_size=3,
)
FINDINGS = st.builds(
    finding,
    rule=st.sampled_from([ONE, TWO]),
    path=st.tuples(st.just("notices"), st.integers(0, 2), st.sampled_from(["kind", "number"])),
    case=st.sampled_from(["c-1", "c-2", None]),
    file=st.sampled_from(["one.yaml", "two.yaml"]),
    value=NOTICES.map(lambda notices: {"notices": notices}),
)


def told_by_ids(one: Finding) -> tuple[Any, ...]:
    """What makes two findings the same one, as the documentation says."""
    assert one.document
    place = one.path[1]
    assert isinstance(place, int)
    ids = [notice.get("id") for notice in one.document.value["notices"]]
    item = ids[place] if ids[place] and ids.count(ids[place]) == 1 else place
    return one.rule, one.case or one.file, item, one.path[2]


@given(st.lists(FINDINGS, max_size=6), st.lists(FINDINGS, max_size=6))
def test_a_new_finding_is_never_hidden(known: list[Finding], met: list[Finding]) -> None:
    """Of one that is known so many times, so many are hidden, and the next is new."""
    counted = Counter(map(told_by_ids, known))
    expected = []
    for one in met:
        expected.append(counted[told_by_ids(one)] > 0)
        counted[told_by_ids(one)] -= 1

    assert hidden(known, met) == expected


FAULTY: list[dict[str, Any]] = [
    {"id": "n1", "kind": "red", "charges": [{"text": "a charge"}, {"id": "ch1", "text": "b"}]},
    {"id": "n2", "kind": "blue", "history": [{"status": "published", "date": "2099"}]},
    {"id": "n3", "kind": "red"},
]
CASE = {"rednotice": "1.0", "id": "c-1", "subjects": [{"label": "Person A"}]}


@given(st.permutations(FAULTY))
def test_moving_a_record_that_has_an_id_brings_no_finding_back(moved: list[Any]) -> None:
    before, after = found_in(CASE | {"notices": FAULTY}), found_in(CASE | {"notices": moved})

    assert {one.path[:2] for one in before} >= {("notices", place) for place in range(3)}
    assert hidden(before, after) == [can_be_known(one) for one in after]


@given(st.integers(0, 3))
def test_a_record_that_is_added_brings_only_its_own_findings(place: int) -> None:
    added = [*FAULTY[:place], {"id": "n4", "kind": "red"}, *FAULTY[place:]]
    before, after = found_in(CASE | {"notices": FAULTY}), found_in(CASE | {"notices": added})
    shown = [one for one, hides in zip(after, hidden(before, after), strict=True) if not hides]

    assert {one.path[:2] for one in shown if can_be_known(one)} == {("notices", place)}


_LETTERS = "zqjkvwxg"  # none is a hexadecimal digit
TOKENS = st.text(_LETTERS, min_size=8, max_size=12)


@given(data=st.data())
def test_no_piece_of_a_value_stands_in_a_baseline(data: st.DataObject) -> None:
    """No four characters of a name, an id, a text, a file or a folder."""
    tokens = data.draw(st.lists(TOKENS, min_size=6, max_size=6, unique=True))
    label, case, notice, charge, folder, name = tokens
    document = CASE | {
        "id": case,
        "subjects": [{"label": label, "names": [{"text": label}]}],
        "notices": [FAULTY[1] | {"id": notice, "charges": [{"text": charge}]}],
    }
    shared = finding(case=None, file=f"{folder}/{name}.yaml")
    with TemporaryDirectory() as there:
        path = Path(there) / "baseline.json"
        write_baseline([*found_in(document), shared], path)
        written = path.read_text("ascii")

    pieces = {token[at : at + 4] for token in tokens for at in range(len(token) - 3)}
    assert read_marks(written) > 1
    assert [piece for piece in pieces if piece in written] == []


def read_marks(written: str) -> int:
    return sum(len(marks) for marks in json.loads(written)["findings"].values())


# What is never hidden


@pytest.mark.parametrize("rule", sorted(not_hidden()))
def test_what_is_protected_is_never_known(rule: str) -> None:
    one = finding(rule)

    assert hidden([one], [one]) == [False]


@pytest.mark.parametrize("fault", [faults.HOUSE_MEMBER_MISSING, faults.HOUSE_CODE_NOT_ADMITTED])
def test_a_house_that_becomes_stricter_can_let_old_cases_be(fault: Any) -> None:
    one = finding(fault.id)

    assert hidden([one], [one]) == [True]


def test_a_refused_document_is_not_hidden() -> None:
    refused = found_in({"rednotice": "1.0", "id": "c-1"})

    assert refused
    assert not any(hidden(refused, refused))


# What tells two findings apart

SALT = b"salt"


def mark(one: Finding, folder: Path = Path()) -> str:
    return fingerprint(one, salt=SALT, folder=folder)


@pytest.mark.parametrize(
    "other",
    [
        finding(TWO),
        finding(case="c-2"),
        finding(path=("notices", 1, "history")),
        finding(path=("notices", 0)),
        finding(path=()),
        finding(case=None),
    ],
)
def test_another_rule_case_or_place_is_another_finding(other: Finding) -> None:
    assert mark(other) != mark(finding())


def test_a_case_that_moves_to_another_file_keeps_its_findings() -> None:
    """Its id tells which case it is."""
    assert mark(finding(file="one.yaml")) == mark(finding(file="2021/cases.jsonl"))


def test_without_a_case_the_file_counts() -> None:
    assert mark(finding(case=None, file="a.yaml")) != mark(finding(case=None, file="b.yaml"))


def test_a_message_that_is_worded_anew_is_the_same_finding() -> None:
    assert mark(finding(message="one")) == mark(finding(message="other"))


def test_an_id_that_two_items_have_tells_neither() -> None:
    """Or a fault of the one would hide that of the other."""
    twice = {"notices": [{"id": "n1"}, {"id": "n1"}]}

    assert mark(finding(value=twice)) != mark(finding(value=twice, path=("notices", 1, "history")))


def test_an_id_does_not_pass_for_a_place() -> None:
    assert mark(finding(value={"notices": [{"id": "0"}]})) != mark(finding())


def test_a_baseline_is_the_same_from_wherever_the_command_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cases").mkdir()
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "baseline.json"
    write_baseline([finding(case=None, file="cases/shared.yaml")], path)
    monkeypatch.chdir(tmp_path / "cases")

    assert read_baseline(path).begin().hides(finding(case=None, file="shared.yaml"))


# The file


def test_what_was_mended_is_counted_as_gone(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    write_baseline([finding(), finding(TWO)], path)
    check = read_baseline(path).begin()
    check.hides(finding())

    assert (check.baseline.total, check.gone) == (2, 1)


def test_a_baseline_that_is_written_again_changes_only_what_changed(tmp_path: Path) -> None:
    """So that a reviewer sees in a diff which rules gained or lost findings."""
    path = tmp_path / "baseline.json"
    write_baseline([finding(), finding(TWO)], path)
    before = path.read_text("ascii").splitlines()
    write_baseline([finding()], path)
    after = path.read_text("ascii").splitlines()

    assert {line.strip(" ,") for line in after} < {line.strip(" ,") for line in before}


def test_two_baselines_share_no_fingerprint(tmp_path: Path) -> None:
    """Nobody can look up in the one what the other holds."""
    for name in ("one", "two"):
        write_baseline([finding()], tmp_path / name)
    one, two = (read_baseline(tmp_path / name) for name in ("one", "two"))

    assert one.known.keys().isdisjoint(two.known.keys())


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "rednotice: '1.0'",
        '{"rednotice": "1.0", "id": "c-1"}',
        '{"rednotice_baseline": 2, "salt": "00", "findings": {}}',
        '{"rednotice_baseline": 1, "salt": "xy", "findings": {}}',
        '{"rednotice_baseline": 1, "salt": "", "findings": {}}',
        '{"rednotice_baseline": 1, "salt": "00", "findings": []}',
        '{"rednotice_baseline": 1, "salt": "00", "findings": {"RN201": 3}}',
        '{"rednotice_baseline": 1, "salt": "00", "findings": {"RN201": {"00": 0}}}',
        '{"rednotice_baseline": 1, "salt": "00", "findings": {"RN201": {"00": true}}}',
        "[" * 100_000,
    ],
)
def test_another_file_is_no_baseline_and_is_never_overwritten(tmp_path: Path, content: str) -> None:
    """Somebody who mixes up two paths loses no case."""
    path = tmp_path / "case.json"
    path.write_text(content, encoding="utf-8")

    for use in (read_baseline, BaselineDraft.to):
        with pytest.raises(InvalidSettings, match="no baseline"):
            use(path)
    assert path.read_text(encoding="utf-8") == content


def test_a_baseline_that_is_not_there_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_baseline(tmp_path / "baseline.json")


def test_a_new_baseline_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    write_baseline([], path)

    assert os.name == "nt" or path.stat().st_mode & 0o077 == 0
