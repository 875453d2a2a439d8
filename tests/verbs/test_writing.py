"""Writing cases: whole or not at all, the same case always as the same bytes."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

import rednotice
from rednotice import Case, Source, Subject

ONE = Case(rednotice="1.0", id="c-1", subjects=(Subject(label="A", nationalities=("TJ",)),))
TWO = Case(
    rednotice="1.0", id="c-2", subjects=(Subject(label="NO"),), sources=(Source(title="0701"),)
)


@pytest.mark.parametrize("name", ["c.json", "c.jsonl", "c.yaml"])
def test_what_is_written_is_read_back(tmp_path: Path, name: str) -> None:
    """In every format, one case or two."""
    for cases in ([ONE], [ONE, TWO]):
        assert rednotice.write(cases, tmp_path / name) == len(cases)
        assert list(rednotice.read(tmp_path / name)) == cases


def test_a_case_alone_needs_no_list(tmp_path: Path) -> None:
    """One case is written as itself."""
    rednotice.write(ONE, tmp_path / "c.json")

    assert list(rednotice.read(tmp_path / "c.json")) == [ONE]


def test_the_same_case_is_the_same_bytes_whatever_the_order_of_its_members() -> None:
    """So that two versions can be compared line by line."""
    other = rednotice.loads(
        '{"subjects":[{"nationalities":["TJ"],"label":"A"}],"id":"c-1","rednotice":"1.0"}'
    )

    assert rednotice.dumps(other) == rednotice.dumps(ONE)
    assert rednotice.dumps(ONE) == (
        b'{"rednotice":"1.0","id":"c-1","subjects":[{"label":"A","nationalities":["TJ"]}]}'
    )


def test_a_crash_in_the_middle_leaves_the_old_file_whole(tmp_path: Path) -> None:
    """And nothing of the new one."""
    file = tmp_path / "c.jsonl"
    rednotice.write([ONE], file)
    before = file.read_bytes()

    def breaking() -> Iterator[Case]:
        yield TWO
        raise RuntimeError

    with pytest.raises(RuntimeError):
        rednotice.write(breaking(), file)

    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


def test_a_move_that_fails_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file beside the target goes, whatever stops the last step."""

    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError):  # noqa: PT011  # the system's own error has no words here
        rednotice.write([ONE], tmp_path / "c.json")

    assert list(tmp_path.iterdir()) == []


def test_permissions_stay_those_of_the_file(tmp_path: Path) -> None:
    """A file that only its owner may read is not opened to others by being written anew."""
    file = tmp_path / "c.json"
    rednotice.write([ONE], file)
    file.chmod(0o600)
    rednotice.write([TWO], file)

    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_shared_document_goes_with_the_cases(tmp_path: Path) -> None:
    """What a case points at is not lost on the way."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "shared.yaml").write_text('rednotice: "1.0"\nshared: true\nnote: a note\n')
    rednotice.write([ONE], tmp_path / "in" / "c.json")

    rednotice.write(rednotice.read(tmp_path / "in"), tmp_path / "out.jsonl")

    written = rednotice.read(tmp_path / "out.jsonl")
    assert written.shared == rednotice.read(tmp_path / "in").shared
    assert list(written) == [ONE]


def test_an_unknown_suffix_is_told_before_anything_is_written(tmp_path: Path) -> None:
    """No file appears."""
    with pytest.raises(rednotice.UnknownFormat):
        rednotice.write([ONE], tmp_path / "c.csv")

    assert list(tmp_path.iterdir()) == []
