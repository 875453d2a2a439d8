"""The commands `release`, `verify` and `recall`, for people and for pipelines."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from rednotice.cli import main

sys.path.insert(0, str(Path(__file__).parents[1] / "releases"))

from invented import cases, withdrawn

import rednotice

DAY = ("--today", "2026-06-01")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with 14 cases and a key, in which the commands are run."""
    monkeypatch.chdir(tmp_path)
    rednotice.write(cases(14), "cases.jsonl")
    assert main(["key", "new", "-o", "my.key"]) == 0
    return tmp_path


def release(*arguments: str, out: str = "out", source: str = "cases.jsonl") -> int:
    command = ["release", source, "-o", out, "--policy", "partner", "--key-file", "my.key"]
    return main([*command, *DAY, *arguments])


YES = ("--to", "Partner A", "--log", "releases.log", "--yes")


def test_without_yes_a_release_only_says_what_would_leave(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And how to release it."""
    assert release() == 0

    told = capsys.readouterr().out
    assert told.startswith("Dry run: policy partner 1, for partner, edition 2026-06.\n")
    assert "Say --to, --log and --yes" in told
    assert {path.name for path in place.iterdir()} == {"cases.jsonl", "my.key"}


def test_a_release_is_made_verified_and_logged(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The whole way, in three commands."""
    assert release(*YES) == 0
    assert "14 cases left" in capsys.readouterr().out
    assert main(["verify", "out", "--against", "cases.jsonl"]) == 0
    assert capsys.readouterr().out == "Nothing of 14 kept cases was found.\n"
    assert main(["check", "out/cases.jsonl", *DAY]) == 0
    assert (place / "releases.log").exists()


@pytest.mark.thorough
def test_t02_a_release_does_not_depend_on_the_process(place: Path) -> None:
    """Neither on its seed for hashes nor on its zone of time."""
    made = {}
    for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo")):
        given = ["--policy", "partner", "--key-file", "my.key", *DAY, "--to", "A", "--yes"]
        command = ["release", "cases.jsonl", "-o", f"out-{seed}", "--log", f"log-{seed}", *given]
        subprocess.run(  # noqa: S603  # our own command
            [sys.executable, "-m", "rednotice", *command],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            check=True,
            capture_output=True,
        )
        files = sorted((place / f"out-{seed}").iterdir())
        made[seed] = [(path.name, path.stat().st_mtime, path.read_bytes()) for path in files]

    assert made["1"] == made["2"]


def test_a_folder_without_a_place_ends_with_2(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The folder around it is not made."""
    assert release(out="nowhere/out") == 2
    assert "-o/--output: the folder around it must exist" in capsys.readouterr().err
    assert not (place / "nowhere").exists()


@pytest.mark.parametrize("which", ["zq-nobody", "zq-nobody.toml"])
def test_a_policy_that_is_not_there_ends_with_2(
    which: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is not quoted."""
    given = ["cases.jsonl", "-o", "out", "--policy", which, "--key-file", "my.key"]

    assert main(["release", *given]) == 2
    assert "zq-nobody" not in capsys.readouterr().err
    assert not (place / "out").exists()


@pytest.mark.parametrize("given", [("--yes",), ("--yes", "--to", "A"), ("--yes", "--log", "l")])
def test_yes_without_a_recipient_and_a_log_is_wrong_usage(
    given: tuple[str, ...], place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is read for it."""
    with pytest.raises(SystemExit) as stopped:
        release(*given)

    assert stopped.value.code == 2
    assert "--to and --log are required" in capsys.readouterr().err
    assert not (place / "out").exists()


def test_a_folder_that_is_there_ends_with_2(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is named by its argument."""
    (place / "out").mkdir()

    assert release() == 2
    assert capsys.readouterr().err == (
        "rednotice: -o/--output: is there already, and nothing is overwritten; name a folder that"
        " is not there\n"
    )


@pytest.mark.usefixtures("place")
def test_a_folder_or_a_key_that_is_there_is_told_with_a_next_step(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """By every command that makes something new."""
    release(*YES)
    rednotice.write([withdrawn(3)], "gone.jsonl")
    capsys.readouterr()

    assert main(["key", "new", "-o", "my.key"]) == 2
    assert "name a file that is not there" in capsys.readouterr().err
    given = ["--log", "releases.log", "--key-file", "my.key"]
    assert main(["recall", "gone.jsonl", "-o", "out", *given]) == 2
    assert "name a folder that is not there" in capsys.readouterr().err


@pytest.mark.parametrize("edition", ["", "Spring", "-1", "a b", "a" * 65])
def test_an_edition_of_another_form_is_told_the_form(
    edition: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With an example."""
    with pytest.raises(SystemExit) as stopped:
        release(f"--edition={edition}")

    assert stopped.value.code == 2
    assert "small letters, digits" in capsys.readouterr().err.replace("\n", " ")
    assert not (place / "out").exists()


@pytest.mark.parametrize("yes", [(), ("--yes",)], ids=["dry", "yes"])
def test_a_file_that_is_no_log_is_told_as_such(
    yes: tuple[str, ...], place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is neither changed nor called damaged."""
    before = (place / "cases.jsonl").read_bytes()

    assert release("--to", "A", "--log", "cases.jsonl", *yes) == 2

    assert "the file is no log of releases" in capsys.readouterr().err
    assert (place / "cases.jsonl").read_bytes() == before


@pytest.mark.usefixtures("place")
def test_a_refused_dry_run_says_so_first(capsys: pytest.CaptureFixture[str]) -> None:
    """And then why; the members follow."""
    rednotice.write(cases(5), "few.jsonl")

    assert release(source="few.jsonl") == 1

    first, second, *_ = capsys.readouterr().out.splitlines()
    assert first.startswith("Dry run refused: ")
    assert second.startswith("Nothing leaves: there are 5 cases")


def test_a_refused_release_ends_with_1_and_says_why(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Here the set is too small."""
    rednotice.write(cases(5), "few.jsonl")

    assert release(*YES, source="few.jsonl") == 1
    assert "Nothing leaves: there are 5 cases" in capsys.readouterr().out
    assert not (place / "out").exists()


def test_a_release_says_the_same_for_machines(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Counts, members, and where the files are."""
    assert release("--format", "json", *YES) == 0

    told = json.loads(capsys.readouterr().out)
    assert (told["goes"], told["stays"], told["folder"]) == (14, [], "out")
    assert told["members"][0]["way"] == "pursued_by"
    assert place.joinpath("out", "manifest.json").exists()


def test_a_pipe_is_read_from_memory(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Since it can be read only once."""
    data = (place / "cases.jsonl").read_bytes()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))

    assert release(*YES, source="-") == 0
    assert len((place / "out" / "cases.jsonl").read_bytes().splitlines()) == 14


@pytest.mark.thorough
def test_a_pipe_that_is_too_long_ends_with_2(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A release reads the cases twice."""
    monkeypatch.setattr("rednotice.datasets.pipes.LARGEST", 1_000)
    data = (place / "cases.jsonl").read_bytes()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))

    assert release(source="-") == 2
    assert "write it to a file" in capsys.readouterr().err


def test_a_key_that_others_may_read_ends_with_2(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And the message says what to do."""
    (place / "my.key").chmod(0o644)

    assert release() == 2
    assert "chmod 600" in capsys.readouterr().err


def test_a_recall_writes_what_is_to_be_sent(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A text and a JSON file for each recipient and edition."""
    release(*YES)
    rednotice.write([withdrawn(3)], "gone.jsonl")
    capsys.readouterr()
    given = ["--log", "releases.log", "--key-file", "my.key", *DAY]

    assert main(["recall", "gone.jsonl", "-o", "recall", *given]) == 0
    assert capsys.readouterr().out == "1 notice to send.\n"
    assert {path.name for path in (place / "recall").iterdir()} == {
        "recall-1-partner-a-2026-06.txt",
        "recall-1-partner-a-2026-06.json",
    }
    assert main(["recall", "cases.jsonl", "-o", "none", *given]) == 0
    assert capsys.readouterr().out == "No notices to send.\n"


def test_a_withdrawal_stops_a_release_and_recalls_what_left(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """At once."""
    release(*YES)
    rednotice.write([*cases(13), withdrawn(13)], "now.jsonl")
    capsys.readouterr()

    assert release(*YES, out="two", source="now.jsonl") == 1
    told = capsys.readouterr().out
    assert "a withdrawal of consent stops every release at once" in told
    assert "1 notice of recall written to OUT-recall, beside OUT (-o/--output): send" in told
    assert "rednotice recall" not in told
    assert not (place / "two").exists()
    assert (place / "two-recall").is_dir()


LEAKED: dict[str, Any] = {
    "clean": ("nothing", 0, "Nothing of 14 kept cases was found.\n"),
    "found": ("of Zaphodine", 1, "a.txt:1: a name of a kept case\n"),
}


@pytest.mark.parametrize("name", LEAKED)
def test_verify_ends_with_1_where_something_is_found(
    name: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And tells the place and the kind."""
    text, status, told = LEAKED[name]
    (place / "out").mkdir()
    (place / "out" / "a.txt").write_text(text)

    assert main(["verify", "out", "--against", "cases.jsonl"]) == status
    assert capsys.readouterr().out.startswith(told)


def test_verify_shows_a_value_only_if_the_user_asks(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As check does."""
    (place / "a.txt").write_text("of Zaphodine")

    main(["verify", "a.txt", "--against", "cases.jsonl"])
    assert "aphodine" not in capsys.readouterr().out
    main(["verify", "a.txt", "--against", "cases.jsonl", "--show-values"])
    assert "'zaphodine'" in capsys.readouterr().out


def test_verify_ends_with_2_where_it_could_not_look(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What cannot be read may hold anything."""
    (place / "a.parquet").write_bytes(b"PAR1")
    (place / "none.jsonl").write_text("")

    assert main(["verify", "a.parquet", "--against", "cases.jsonl"]) == 2
    assert main(["verify", "my.key", "--against", "none.jsonl"]) == 2
    assert main(["verify", "nowhere", "--against", "cases.jsonl"]) == 2
    assert main(["verify", "my.key", "--against", "nowhere"]) == 2
    assert "PAR1" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (("empty", "--against", "cases.jsonl"), "there is nothing to search"),
        (("my.key", "--against", "empty"), "there are no kept cases"),
        (("my.key", "--against", "none.jsonl"), "there are no kept cases"),
        (("empty", "--against", "empty"), "there is nothing to search"),
    ],
    ids=str,
)
@pytest.mark.parametrize("form", ["text", "json"])
def test_verify_does_not_call_clean_what_it_could_not_search(
    given: tuple[str, ...], why: str, form: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing was found since nothing was looked at, so the status is 2 and no sentence says so."""
    (place / "empty").mkdir()
    (place / "none.jsonl").write_text("")

    assert main(["verify", *given, "--format", form]) == 2

    said = capsys.readouterr()
    assert why in said.err
    assert "Nothing" not in said.out
    assert form == "text" or json.loads(said.out)["clean"] is False


def test_verify_says_the_same_for_machines(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Counts and places."""
    (place / "a.txt").write_text("of Zaphodine")
    main(["verify", "a.txt", "--against", "cases.jsonl", "--format", "json"])

    told = json.loads(capsys.readouterr().out)
    assert told == {
        "cases": 14,
        "files": 1,
        "found": 1,
        "clean": False,
        "places": ["a.txt:1: a name of a kept case"],
    }
