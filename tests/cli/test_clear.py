"""``rednotice clear``: an editor decides what of a text may leave."""

from __future__ import annotations

import datetime as dt
import io
import json
import secrets
from pathlib import Path

import pytest

import rednotice
from rednotice import Case, Incident, Subject
from rednotice.cli import main
from rednotice.errors import IncompleteRedaction, UnknownName

TEXT = "Officers asked Exempla's mother where Hana Exempla lives."
CASE = Case(
    rednotice="1.0",
    id="c-7k2m9q",
    pursued_by=["TJ"],
    subjects=[Subject(id="s1", names=[rednotice.Name(text="Hana Exempla")])],
    incidents=[Incident(id="i1", method="threat", text=TEXT)],
)
DAY = dt.date(2027, 1, 1)


@pytest.fixture(autouse=True)
def on_a_machine_of_ones_own(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CI", "GITHUB_ACTIONS", "GITLAB_CI"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "case.json"
    rednotice.write(CASE, made)
    return made


def answers(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_the_suggested_wording_is_cleared_when_the_editor_says_yes(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers(monkeypatch, "y\n")

    assert main(["clear", str(path), "i1.text", "--for", "partner", "--by", "AB"]) == 0
    told = capsys.readouterr().out
    assert "Suggested:\n  Officers asked [redacted]'s mother" in told
    assert told.endswith("Cleared for partner, and kept in the case.\n")
    (case,) = rednotice.read(path)
    (cleared,) = case.cleared
    assert cleared.text == "Officers asked [redacted]'s mother where [redacted] lives."
    assert (cleared.about, cleared.audience, cleared.by) == ("i1.text", "partner", "AB")


def test_a_wording_of_the_editors_own_is_cleared(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, "w\nOfficers asked her mother\nwhere she lives.\n\ny\n")

    assert main(["clear", str(path), "i1.text", "--for", "partner"]) == 0
    (case,) = rednotice.read(path)
    assert case.cleared[0].text == "Officers asked her mother\nwhere she lives."


def test_what_may_tell_a_person_is_pointed_out_in_a_wording_of_the_editors_own(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before it is cleared, as in the suggestion."""
    rose = rednotice.evolve(CASE, subjects=[Subject(names=[rednotice.Name(text="Rose Madeup")])])
    path.write_bytes(rednotice.dumps(rose))
    answers(monkeypatch, "w\nRose stood there.\n\nn\n")

    assert main(["clear", str(path), "i1.text", "--for", "partner"]) == 1
    _, _, after = capsys.readouterr().out.partition("Your wording")
    assert "Look at `Rose`" in after


@pytest.mark.parametrize("answer", ["q\n", "ok\n", "They asked.\n"])
def test_an_answer_that_is_none_is_asked_again(
    answer: str, path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is not taken for the wording."""
    answers(monkeypatch, answer)

    assert main(["clear", str(path), "i1.text", "--for", "partner"]) == 1
    assert capsys.readouterr().out.count("Clear this wording?") == 2


@pytest.mark.parametrize("answer", ["n\n", "\n", ""])
def test_nothing_is_written_when_the_editor_says_no(
    answer: str, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    answers(monkeypatch, answer)

    assert main(["clear", str(path), "i1.text", "--for", "partner"]) == 1
    assert path.read_bytes() == before


def test_a_wording_that_names_a_person_is_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers(monkeypatch, "w\nThey asked for EXEMPLA.\n\n")
    before = path.read_bytes()

    assert main(["clear", str(path), "i1.text", "--for", "partner"]) == 1
    told = capsys.readouterr()
    assert "names a person" in told.err
    assert "EXEMPLA" not in told.err
    assert path.read_bytes() == before


def test_what_was_cleared_leaves_for_that_audience_alone() -> None:
    """With its record, here a notice."""
    case = rednotice.evolve(CASE, notices=[rednotice.Notice(id="n1", kind="red", text=TEXT)])
    cleared = rednotice.clear(case, "n1.text", "They asked her mother.", audience="partner")
    made = {
        name: [*rednotice.anonymize([cleared], rednotice.policy(name), key=secrets.token_bytes(32))]
        for name in ("partner", "public")
    }

    assert [one.text for case in made["partner"] for one in case.cleared] == [
        "They asked her mother."
    ]
    assert [one for case in made["public"] for one in case.cleared] == []


def test_a_text_that_changed_since_is_not_cleared() -> None:
    cleared = rednotice.clear(CASE, "i1.text", "They asked.", audience="partner", today=DAY)
    changed = rednotice.update(cleared, "i1", text="Something else.")

    assert "RN919" in {one.rule for one in rednotice.check(changed, today=DAY)}
    again = rednotice.clear(changed, "i1.text", "They asked.", audience="partner", today=DAY)
    assert "RN919" not in {one.rule for one in rednotice.check(again, today=DAY)}
    assert len(again.cleared) == 1


@pytest.mark.parametrize("place", ["i1", "i1.method", "i9.text", "i1.place", "text", ""])
def test_a_place_without_a_text_is_told(place: str) -> None:
    with pytest.raises((UnknownName, rednotice.InvalidRecord)):
        rednotice.clear(CASE, place, "They asked.", audience="partner")


def test_a_person_of_another_case_is_not_let_through() -> None:
    with pytest.raises(IncompleteRedaction):
        rednotice.clear(
            CASE, "i1.text", "Bodil Madeup was there.", audience="partner", names=["Bodil Madeup"]
        )


def test_other_documents_of_the_file_stay_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "cases.jsonl"
    other = '{"id":"c-2","rednotice":"1.0","subjects":[{"label":"A"}]}'
    path.write_text(f"{other}\n{rednotice.dumps(CASE).decode()}\n")
    answers(monkeypatch, "w\nThey asked.\n\ny\n")

    named = ["--case", CASE.id]
    assert main(["clear", str(path), "i1.text", "--for", "counsel", *named]) == 0
    first, second = path.read_text().splitlines()
    assert json.loads(first) == json.loads(other)
    assert json.loads(second)["cleared"][0]["text"] == "They asked."


def test_comments_are_not_lost_unasked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(b"# why\n" + rednotice.dumps(CASE, format="yaml"))

    assert main(["clear", str(path), "i1.text", "--for", "partner", "--yes"]) == 2
    assert "comments" in capsys.readouterr().err
    out = tmp_path / "new.yaml"
    assert main(["clear", str(path), "i1.text", "--for", "partner", "--yes", "-o", str(out)]) == 0
    assert len(next(iter(rednotice.read(out))).cleared) == 1


def test_no_text_is_shown_in_continuous_integration(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CI", "true")

    with pytest.raises(SystemExit) as stopped:
        main(["clear", str(path), "i1.text", "--for", "partner"])
    assert stopped.value.code == 2
    assert "Exempla" not in capsys.readouterr().out


def test_a_red_case_is_not_copied_to_a_plain_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its own file, which is plain already, may be replaced."""
    path, out = tmp_path / "red.json", tmp_path / "copy.json"
    red = rednotice.evolve(CASE, handling=rednotice.Handling(tlp="red"))
    rednotice.write(red, path, plain_red=True)
    asked = ["clear", str(path), "i1.text", "--for", "counsel", "--yes"]

    assert main([*asked, "-o", str(out)]) == 2
    assert "tlp: red" in capsys.readouterr().err
    assert not out.exists()
    assert main(asked) == 0


def test_another_name_of_the_file_does_not_lose_its_comments(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("case.yaml").write_bytes(b"# why\n" + rednotice.dumps(CASE, format="yaml"))
    out = str(tmp_path / "case.yaml")

    assert main(["clear", "case.yaml", "i1.text", "--for", "partner", "--yes", "-o", out]) == 2
    assert Path("case.yaml").read_bytes().startswith(b"# why")
