"""Writing files completely or not at all, and the same case always as the same bytes."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import rednotice
from rednotice.model import Case, Operation, SharedDocument, Subject

Folder = Any
OLD = "the old file\n"


def case(identity: str = "c1") -> Case:
    return Case(rednotice="1.0", id=identity, subjects=[Subject(label="Student A")])


def shared() -> SharedDocument:
    return SharedDocument(rednotice="1.0", shared=True, operations=[Operation(name="Invented")])


@pytest.fixture(name="old")
def old_file(tmp_path: Path) -> Path:
    path = tmp_path / "cases.jsonl"
    path.write_text(OLD)
    return path


def test_it_says_how_many_cases_were_written(tmp_path: Path) -> None:
    """One, several, or none; the shared document is no case."""
    assert rednotice.write(case(), tmp_path / "one.json") == 1
    assert rednotice.write([case("c1"), case("c2")], tmp_path / "two.yaml") == 2
    assert rednotice.write([], tmp_path / "none.jsonl") == 0
    assert rednotice.write(iter([case()]), str(tmp_path / "iterator.jsonl")) == 1


AS_JSON = """\
{
  "rednotice": "1.0",
  "id": "c1",
  "subjects": [
    {
      "label": "Student A"
    }
  ]
}
"""
AS_LINE = '{"rednotice":"1.0","id":"c1","subjects":[{"label":"Student A"}]}\n'
AS_YAML = """\
rednotice: '1.0'
id: c1
subjects:
- label: Student A
"""


@pytest.mark.parametrize(
    ("name", "text"), [("c.json", AS_JSON), ("c.jsonl", AS_LINE), ("c.yaml", AS_YAML)]
)
def test_a_case_is_written_as_its_format_has_it(tmp_path: Path, name: str, text: str) -> None:
    """Id first, in the model's order, without what is absent."""
    rednotice.write(case(), tmp_path / name)

    assert (tmp_path / name).read_text(encoding="utf-8") == text


@pytest.mark.parametrize("name", ["c.json", "c.jsonl", "c.yaml"])
def test_the_same_cases_are_the_same_bytes(tmp_path: Path, name: str) -> None:
    """Written twice, or read and written again."""
    rednotice.write([case("c1"), case("c2")], tmp_path / name)
    once = (tmp_path / name).read_bytes()
    rednotice.write(rednotice.read(tmp_path / name), tmp_path / name)

    assert (tmp_path / name).read_bytes() == once


def test_the_format_may_be_named(tmp_path: Path) -> None:
    """Where the suffix does not tell, or tells something else."""
    rednotice.write(case(), tmp_path / "cases.txt", format="jsonl")

    assert (tmp_path / "cases.txt").read_bytes() == rednotice.dumps(case()) + b"\n"


def test_the_shared_document_goes_in_front(tmp_path: Path, folder: Folder) -> None:
    """A folder becomes one file, with all that its cases refer to."""
    folder.put("in/a.json", rednotice.dumps(case()).decode())
    folder.put("in/shared.json", rednotice.dumps(shared()).decode())

    assert rednotice.write(rednotice.read(folder.path / "in"), tmp_path / "out.jsonl") == 1
    assert (tmp_path / "out.jsonl").read_bytes() == b"".join(
        rednotice.dumps(record) + b"\n" for record in (shared(), case())
    )


@pytest.mark.parametrize("place", [1, 2])
def test_a_shared_document_behind_a_case_is_an_error(old: Path, place: int) -> None:
    """It would be refused when the file is read; the file that was there stays as it was."""
    records: list[Any] = [case("c1"), case("c2")]
    records.insert(place, shared())

    with pytest.raises(ValueError, match="the first of all"):
        rednotice.write(records, old)

    assert old.read_text() == OLD
    assert list(old.parent.iterdir()) == [old]


@pytest.mark.parametrize("name", ["c.json", "c.jsonl", "c.yaml"])
def test_two_shared_documents_are_an_error(tmp_path: Path, name: str) -> None:
    """A data set has one."""
    with pytest.raises(ValueError, match="the only one"):
        rednotice.write([shared(), shared()], tmp_path / name)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["c.json", "c.jsonl", "c.yaml"])
def test_a_shared_document_in_front_is_written_and_not_counted(tmp_path: Path, name: str) -> None:
    """Given in a list, as with what was read."""
    assert rednotice.write([shared(), case("c1"), case("c2")], tmp_path / name) == 2
    assert rednotice.read(tmp_path / name).shared == shared()
    assert [one.id for one in rednotice.read(tmp_path / name)] == ["c1", "c2"]


@pytest.mark.parametrize(
    ("format_", "text"), [("json", AS_LINE[:-1]), ("jsonl", AS_LINE), ("yaml", AS_YAML)]
)
def test_a_case_is_a_text_of_any_format(format_: str, text: str) -> None:
    """`loads` takes it back."""
    written = rednotice.dumps(case(), format=format_)

    assert written == text.encode()
    assert rednotice.loads(written, format=format_) == case()


def test_a_text_has_a_format_that_there_is() -> None:
    """As with a file."""
    with pytest.raises(rednotice.UnknownFormat):
        rednotice.dumps(case(), format="xml")


def test_a_shared_document_is_written_as_text_of_its_own() -> None:
    """`dumps` takes either."""
    assert rednotice.loads(rednotice.dumps(shared()), rednotice.SharedDocument) == shared()


# A crash leaves the old file whole


def broken_off() -> Iterator[Case]:
    yield case("c1")
    raise RuntimeError("somebody pulled the plug")


def test_a_crash_in_the_middle_leaves_the_old_file_whole(old: Path) -> None:
    """And no half of a new one beside it."""
    with pytest.raises(RuntimeError):
        rednotice.write(broken_off(), old)

    assert old.read_text() == OLD
    assert list(old.parent.iterdir()) == [old]


def test_a_crash_in_the_middle_leaves_no_file_where_none_was(tmp_path: Path) -> None:
    """Nobody can take half of the cases for all of them."""
    with pytest.raises(RuntimeError):
        rednotice.write(broken_off(), tmp_path / "new.json")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("failing", ["fsync", "fchmod", "link", "replace"])
def test_a_failure_at_the_very_end_leaves_the_old_file_whole(
    old: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    """The new file is complete, and is still discarded."""

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, failing, fail)

    with pytest.raises(OSError, match="No space") as raised:
        rednotice.write(case(), old)

    assert raised.value.filename == str(old)
    assert old.read_text() == OLD
    assert list(old.parent.iterdir()) == [old]


def test_an_interrupt_leaves_the_old_file_whole(old: Path) -> None:
    """Also what is no error, such as a key that is pressed."""

    def interrupted() -> Iterator[Case]:
        yield case()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rednotice.write(interrupted(), old)

    assert old.read_text() == OLD
    assert list(old.parent.iterdir()) == [old]


def test_the_old_file_is_there_until_the_new_one_is_whole(old: Path) -> None:
    """Whoever looks meanwhile finds the old one."""
    met: list[str] = []

    def watched() -> Iterator[Case]:
        for count in range(3):
            met.append(old.read_text())
            yield case(f"c{count}")

    rednotice.write(watched(), old)

    assert met == [OLD] * 3
    assert len(old.read_text().splitlines()) == 3


def test_a_file_can_be_written_while_it_is_read(tmp_path: Path) -> None:
    """Reading and writing the same file does no harm."""
    path = tmp_path / "cases.jsonl"
    rednotice.write([case(f"c{count}") for count in range(50)], path)

    assert rednotice.write((found for found in rednotice.read(path)), path) == 50
    assert len(list(rednotice.read(path))) == 50


# What the file looks like from outside


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_permissions_of_the_old_file_are_kept(old: Path) -> None:
    """A file that only its owner reads is not opened to others."""
    old.chmod(0o640)

    rednotice.write(case(), old)

    assert mode(old) == 0o640


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_a_new_file_is_its_owners_alone(tmp_path: Path, mask: int) -> None:
    """Whatever the process lets others do with its files: these are cases."""
    before = os.umask(mask)
    try:
        rednotice.write(case(), tmp_path / "new.json")
    finally:
        os.umask(before)

    assert mode(tmp_path / "new.json") == 0o600


def test_the_mask_of_the_process_is_let_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It can only be read by setting it, and another thread may make a file just then."""
    set_to: list[int] = []
    monkeypatch.setattr(os, "umask", set_to.append)

    rednotice.write(case(), tmp_path / "new.json")

    assert set_to == []


def test_comments_that_are_lost_are_warned_of(tmp_path: Path) -> None:
    """Somebody wrote them by hand."""
    file = tmp_path / "case.yaml"
    file.write_text(f"# asked again in May\n{AS_YAML}")

    with pytest.warns(UserWarning, match="has comments"):
        assert rednotice.write(rednotice.read(file), file) == 1
    assert file.read_text() == AS_YAML


def test_a_warning_of_comments_can_stop_the_writing(tmp_path: Path) -> None:
    """It comes before the old file is touched."""
    file = tmp_path / "case.yaml"
    file.write_text(f"{AS_YAML}# asked again in May\n")

    with pytest.raises(UserWarning, match="keep a copy"):  # as every warning of a test is
        rednotice.write(case(), file)
    assert file.read_text().endswith("May\n")


@pytest.mark.parametrize(
    "text",
    [
        AS_YAML,
        "label: 'case #3'\n",
        "text: |\n  # said so\n",
        "a: 'x # b",
        "",
        "a: b#c\n",
        "x" * 2**21,
    ],
    ids=lambda text: text[:12],
)
def test_no_comment_is_nothing_to_warn_of(tmp_path: Path, text: str) -> None:
    """A hash within a text is no comment; what is no YAML has none to lose."""
    file = tmp_path / "case.yaml"
    file.write_text(text)

    rednotice.write(case(), file)

    assert file.read_text() == AS_YAML


def test_a_link_stays_a_link(old: Path) -> None:
    """What it leads to is written."""
    link = old.parent / "link.jsonl"
    link.symlink_to(old.name)

    rednotice.write(case(), link)

    assert link.is_symlink()
    assert old.read_bytes() == rednotice.dumps(case()) + b"\n"


def test_a_folder_or_a_device_is_not_replaced(tmp_path: Path) -> None:
    """Only a file can be put in place."""
    (tmp_path / "folder.json").mkdir()

    for path in (tmp_path / "folder.json", Path(os.devnull)):
        with pytest.raises(OSError, match="regular file"):
            rednotice.write(case(), path, format="json")
    assert list(tmp_path.iterdir()) == [tmp_path / "folder.json"]


# What cannot be done


def test_a_folder_that_is_not_there_is_an_error_that_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is not made up; it is named as the user named it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "link.json").symlink_to(tmp_path / "gone" / "c.json")

    for path, folder in (
        (tmp_path / "nowhere" / "c.json", tmp_path / "nowhere"),
        (Path("nowhere/c.json"), "nowhere"),
        (Path("link.json"), tmp_path / "gone"),
    ):
        with pytest.raises(FileNotFoundError) as raised:
            rednotice.write(case(), path)
        assert raised.value.filename == str(folder)
        assert ".rednotice-" not in str(raised.value)


def test_a_folder_that_is_a_file_is_an_error_that_names_it(old: Path) -> None:
    """The error does not name the file that would have been made there."""
    with pytest.raises(OSError, match=r"cases\.jsonl'$") as raised:
        rednotice.write(case(), old / "c.json")

    assert raised.value.filename == str(old)


HOSTILE = [
    *("", ".", "nowhere/c.json", "c.json/c.json", "loop.json", "loop.json/c.json"),
    *("\0.json", "a\0b.json", "\ud800.json", "x" * 300 + ".json", "x/" * 3000 + "c.json"),
    *("pipe.json", "folder.json", "dangling.json", "c.json\n", "/dev/full", "/proc/version"),
    *("/proc/1/fd/0", "/dev/fd/99", "/dev/stdin/x", b"c.json", 3, None, 1.5, ["c.json"], {}),
]


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda path: repr(path)[:20])
def test_a_hostile_path_raises_only_what_is_documented(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hostile: Any
) -> None:
    """Whichever verb is given it; and what is raised does not quote it beyond its name."""
    monkeypatch.chdir(tmp_path)
    Path("loop.json").symlink_to("loop.json")
    Path("dangling.json").symlink_to("gone.json")
    Path("folder.json").mkdir()
    os.mkfifo("pipe.json")

    def write(path: Any) -> None:
        rednotice.write(case(), path, format="json")

    # Whoever reads a named pipe waits for who writes into it.
    reading = () if hostile == "pipe.json" else (rednotice.read, rednotice.check)
    for verb in (*reading, write):
        with contextlib.suppress(OSError, TypeError, ValueError):
            verb(hostile)
            continue
        # pytest.raises would take subclasses that are nobody's words, such as UnicodeEncodeError.
        with pytest.raises((OSError, TypeError, ValueError)) as raised:
            verb(hostile)
        assert not isinstance(raised.value, UnicodeError)
        assert raised.type in {TypeError, ValueError, rednotice.UnknownFormat} or (
            isinstance(raised.value, OSError) and raised.value.errno
        )
        assert raised.value.__cause__ is None
        assert "embedded" not in str(raised.value)


def test_a_loop_of_links_is_an_error_of_the_system(tmp_path: Path) -> None:
    """For writing, reading and checking alike."""
    loop = tmp_path / "loop.json"
    loop.symlink_to(loop)

    for verb in (rednotice.read, rednotice.check, lambda path: rednotice.write(case(), path)):
        with pytest.raises(OSError, match="link") as raised:
            verb(loop)
        assert (raised.value.errno, raised.value.filename) == (errno.ELOOP, str(loop))


@pytest.mark.parametrize("name", ["c.txt", "c", "c.xml"])
def test_an_unknown_suffix_is_an_error_before_any_writing(tmp_path: Path, name: str) -> None:
    """Nothing is left behind."""
    with pytest.raises(rednotice.UnknownFormat):
        rednotice.write(case(), tmp_path / name)

    assert list(tmp_path.iterdir()) == []


def test_a_fault_in_what_is_read_leaves_the_old_file_whole(old: Path, folder: Folder) -> None:
    """A conversion that stops halfway changes nothing."""
    source = folder.put("in.jsonl", rednotice.dumps(case()).decode(), "{")

    with pytest.raises(rednotice.Unreadable):
        rednotice.write(rednotice.read(source), old)

    assert old.read_text() == OLD
