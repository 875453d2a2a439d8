"""What `rednotice coverage` prints."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from rednotice.cli import CLEAN, FAILED, FOUND, main
from rednotice.verbs.covering import coverage

EXAMPLES = Path(__file__).parents[2] / "examples"
CASE = """\
rednotice: "1.0"
id: c-1
subjects:
- label: Person A
  names: [{text: Zdenka Kvapilova}]
notices:
- kind: red
  issuing_state: TJ
- kind: diffusion
  missing: {issuing_state: not_stated}
sources: [{title: letter}]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_text(CASE)
    return path


def printed(*arguments: object, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["coverage", *map(str, arguments)]) == CLEAN
    return capsys.readouterr().out


def test_the_table_has_cases_share_and_records(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = printed(file, capsys=capsys).splitlines()

    assert lines[0] == "Cases: 1"
    assert lines[2].split() == ["Member", "Cases", "Share", "Records", "Explained"]
    row = next(line for line in lines if line.startswith("notices.issuing_state"))
    assert row.split() == ["notices.issuing_state", "1", "100", "%", "1", "of", "2", "1"]
    assert not any(line.startswith("notices.number") for line in lines)
    assert lines[-1].startswith("Members of these records that no case fills: ")


def test_members_that_no_case_fills_are_shown_if_all_is_asked_for(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = printed(file, "--all", capsys=capsys)

    assert "\nnotices.number " in told
    assert "--all" not in told


def test_every_column_is_as_wide_as_its_widest_cell(capsys: pytest.CaptureFixture[str]) -> None:
    table = printed(EXAMPLES, capsys=capsys).split("\n\n")[1].splitlines()

    assert len({line.index("%") for line in table if "%" in line}) == 1


def test_states_stand_beside_each_other(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(file, "--by", "issuing_state", capsys=capsys).splitlines()

    assert lines[2].split() == ["Member", "all", "TJ"]
    assert lines[3].split() == ["(cases)", "1", "1"]
    assert ["notices.kind", "100", "%", "100", "%"] in [line.split() for line in lines]


def test_many_states_are_shown_in_several_tables(capsys: pytest.CaptureFixture[str]) -> None:
    """So that a line of the table fits on a screen."""
    told = printed(EXAMPLES, "--by", "issuing_state", capsys=capsys)

    heads = [line.split()[2:] for line in told.splitlines() if line.startswith("Member  ")]
    states = [group.state or "none" for group in coverage(EXAMPLES, by="issuing_state").groups]
    assert len(states) > 10
    assert [state for head in heads for state in head] == states
    assert max(map(len, told.splitlines())) < 130


@pytest.mark.parametrize(
    ("number", "share"), [(0, "0 %"), (1, "<1 %"), (150, "50 %"), (299, ">99 %"), (300, "100 %")]
)
def test_a_share_is_rounded_without_making_it_none_or_all(
    number: int, share: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = {"rednotice": "1.0", "subjects": [{"label": "A"}]}
    whole = [head | {"id": f"c-{place}"} for place in range(300)]
    lines = [
        json.dumps(one | ({"note": "x"} if place < number else {}))
        for place, one in enumerate(whole)
    ]
    (tmp_path / "cases.jsonl").write_text("\n".join(lines))

    told = printed(tmp_path, "--all", capsys=capsys).splitlines()
    row = next(line for line in told if line.startswith("note "))
    assert share in " ".join(row.split())


def test_machines_get_all_counts(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(printed(file, "--by", "issuing_state", "--format", "json", capsys=capsys))

    assert (told["cases"], told["refused"], told["by"]) == (1, 0, "issuing_state")
    assert {
        "path": "notices.issuing_state",
        "cases": 1,
        "share": 1.0,
        "records": 1,
        "of_records": 2,
        "explained": 1,
    } in told["members"]
    assert told["groups"][0]["state"] == "TJ"
    assert told["groups"][0]["members"] == told["members"]


def test_a_spreadsheet_gets_a_row_for_each_member(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = list(csv.DictReader(io.StringIO(printed(file, "--format", "csv", capsys=capsys))))

    row = next(row for row in rows if row["path"] == "notices.issuing_state")
    assert list(row.values()) == ["notices.issuing_state", "1", "1", "1.0000", "1", "2", "1"]


def test_a_spreadsheet_gets_a_row_for_each_member_of_each_state(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = printed(file, "--by", "pursued_by", "--format", "csv", capsys=capsys)

    rows = list(csv.DictReader(io.StringIO(told)))
    assert {row["pursued_by"] for row in rows} == {"none"}


@pytest.mark.parametrize("form", ["text", "json", "csv"])
@pytest.mark.parametrize("by", [[], ["--by", "issuing_state"], ["--by", "pursued_by"]], ids=str)
def test_no_value_is_printed(
    form: str, by: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither a text nor an id, a key, a code that we do not know or a file name."""
    (tmp_path / "kvapilova.yaml").write_text(
        CASE.replace("c-1", "c-canary").replace("TJ", "x-zz:Canary")
        + "note: canary\nextensions: {org.canary: {canary: 1}}\n"
        + "pursued_by: ['x-yy:Canary']\n"
    )

    told = printed(tmp_path, "--all", "--format", form, *by, capsys=capsys).lower()
    assert "canary" not in told
    assert "kvapilova" not in told
    assert "not_stated" not in told


def test_a_refused_document_ends_with_1_and_is_counted(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The counts of the others are printed."""
    (file.parent / "b.yaml").write_text("rednotice: '1.0'\nid: 1\n")

    assert main(["coverage", str(file.parent)]) == FOUND
    told = capsys.readouterr()
    assert told.out.startswith("Cases: 1\n")
    assert "not counted: 1; see: rednotice check" in told.err


def test_a_path_that_is_not_there_ends_with_2(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The others are counted, and the path is named by its place."""
    assert main(["coverage", str(file), str(file.parent / "kvapilova.yaml")]) == FAILED
    told = capsys.readouterr()
    assert told.out.startswith("Cases: 1\n")
    assert "PATH 2 of 2" in told.err
    assert main(["coverage", str(file.parent / "kvapilova.yaml")]) == FAILED
    assert "kvapilova" not in told.err + capsys.readouterr().err


def test_a_folder_without_cases_ends_with_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["coverage", str(tmp_path)]) == FAILED
    assert "no case was found" in capsys.readouterr().err


def test_the_help_says_for_whom_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    """Counts of few cases tell something of one of them."""
    with pytest.raises(SystemExit):
        main(["coverage", "--help"])

    assert "for those who keep the cases" in " ".join(capsys.readouterr().out.split())
