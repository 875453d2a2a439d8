"""Files that end in .age: written for whom one names, and read with one's own key."""

from __future__ import annotations

import builtins
import os
import sys
from pathlib import Path
from typing import Any

import pyrage
import pytest

import rednotice
from rednotice import Case, Handling, MissingExtra, Notice, Subject, UnprotectedRed
from rednotice.cli import main

NAME = "Exempla Testova"
CASE = Case(
    rednotice="1.0",
    id="c-7k2m9q",
    pursued_by=["TJ"],
    subjects=[Subject(id="s1", label="Editor A")],
    notices=[Notice(kind="red", issuing_state="TJ")],
    note=f"{NAME} told this.",
)


class Keys:
    """A person's keys: a public one, and a file with the secret one."""

    def __init__(self, folder: Path, name: str) -> None:
        secret = pyrage.x25519.Identity.generate()
        self.public = str(secret.to_public())
        self.file = folder / f"{name}.txt"
        self.file.write_text(f"# created: 2027\n# public key: {self.public}\n{secret}\n")


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    return Keys(tmp_path, "key")


@pytest.fixture
def others(tmp_path: Path) -> Keys:
    return Keys(tmp_path, "other")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "cases"
    made.mkdir()
    return made


@pytest.mark.parametrize("suffix", [".json", ".jsonl", ".yaml"])
def test_what_is_written_for_somebody_is_read_with_her_key(
    suffix: str, keys: Keys, folder: Path
) -> None:
    path = folder / f"case{suffix}.age"
    rednotice.write(CASE, path, encrypt_to=[keys.public])

    assert path.read_bytes().startswith(b"age-encryption.org/v1")
    with rednotice.decrypting(keys.file):
        assert list(rednotice.read(path)) == [CASE]


def test_a_file_for_several_is_read_by_each(keys: Keys, others: Keys, folder: Path) -> None:
    path = folder / "case.yaml.age"
    rednotice.write(CASE, path, encrypt_to=[keys.public, others.public])

    for one in (keys, others):
        with rednotice.decrypting(one.file):
            assert list(rednotice.read(path)) == [CASE]


WRITTEN: list[Any] = []


def noted(event: str, arguments: tuple[Any, ...]) -> None:
    """Note each file that is opened for writing, by whatever way of Python."""
    if event == "open" and int(arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR):
        WRITTEN.append(arguments[0])


sys.addaudithook(noted)


def test_nothing_that_is_decrypted_touches_the_disk(keys: Keys, folder: Path) -> None:
    """Only the encrypted file is opened for writing, and nothing is when it is read."""
    path = folder / "case.yaml.age"
    WRITTEN.clear()
    rednotice.write(CASE, path, encrypt_to=[keys.public])
    written = [one for one in WRITTEN if not isinstance(one, int)]
    WRITTEN.clear()
    with rednotice.decrypting(keys.file):
        rednotice.check(path)

    assert len(written) == 1
    assert WRITTEN == []
    assert [one for one in folder.iterdir() if NAME.encode() in one.read_bytes()] == []


def test_a_folder_may_hold_files_of_both_kinds(keys: Keys, folder: Path) -> None:
    rednotice.write(rednotice.evolve(CASE, id="c-1"), folder / "a.json")
    rednotice.write(CASE, folder / "b.json.age", encrypt_to=[keys.public])

    with rednotice.decrypting(keys.file):
        assert [case.id for case in rednotice.read(folder)] == ["c-1", CASE.id]


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ("no key", "--identity"),
        ("another key", "other keys"),
        ("cut off", "damaged"),
        ("not encrypted", "damaged"),
    ],
)
def test_what_cannot_be_read_says_why(
    wrong: str, says: str, keys: Keys, others: Keys, folder: Path
) -> None:
    path = folder / "case.json.age"
    rednotice.write(CASE, path, encrypt_to=[keys.public])
    if wrong == "cut off":
        path.write_bytes(path.read_bytes()[:-5])
    if wrong == "not encrypted":
        path.write_bytes(rednotice.dumps(CASE))
    used = [] if wrong == "no key" else [others.file if wrong == "another key" else keys.file]

    with rednotice.decrypting(*used), pytest.raises(OSError, match=says) as caught:
        list(rednotice.read(path))
    assert caught.value.filename == str(path)


def test_a_name_that_ends_in_age_needs_a_key_to_encrypt_to(folder: Path) -> None:
    with pytest.raises(OSError, match="--encrypt-to"):
        rednotice.write(CASE, folder / "case.json.age")

    assert list(folder.iterdir()) == []


def test_a_key_to_encrypt_to_needs_a_name_that_ends_in_age(keys: Keys, folder: Path) -> None:
    """Whoever names a key must not get a plain file."""
    with pytest.raises(OSError, match=r"\.age"):
        rednotice.write(CASE, folder / "case.json", encrypt_to=[keys.public])

    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("key", ["", "age1", "AGE-SECRET-KEY-1ABC", "ssh-ed25519 nothing"])
def test_what_is_no_public_key_is_refused_and_not_repeated(key: str, folder: Path) -> None:
    with pytest.raises(rednotice.BadKey, match="public key") as caught:
        rednotice.write(CASE, folder / "case.json.age", encrypt_to=[key])

    assert "ABC" not in str(caught.value)


@pytest.mark.parametrize("text", ["", "# only a comment\n", "AGE-SECRET-KEY-1ABC\n", "\xff"])
def test_a_file_without_a_secret_key_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "key.txt"
    path.write_text(text, encoding="latin-1")

    with pytest.raises(rednotice.BadKey, match="secret key"), rednotice.decrypting(path):
        pass


RED = rednotice.evolve(CASE, handling=Handling(tlp="red"))


def test_a_red_case_is_not_written_in_plain(folder: Path) -> None:
    """The old file stays."""
    path = folder / "case.json"
    rednotice.write(CASE, path)

    with pytest.raises(UnprotectedRed, match="encryption"):
        rednotice.write([CASE, RED], path)
    assert list(rednotice.read(path)) == [CASE]


def test_a_red_case_is_written_encrypted_or_by_request(keys: Keys, folder: Path) -> None:
    rednotice.write(RED, folder / "a.json.age", encrypt_to=[keys.public])
    rednotice.write(RED, folder / "b.json", plain_red=True)

    assert list(rednotice.read(folder / "b.json")) == [RED]


@pytest.fixture
def without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def fails(name: str, *more: Any, **named: Any) -> Any:
        if name == "pyrage":
            raise ImportError(name)
        return real(name, *more, **named)

    monkeypatch.setattr(builtins, "__import__", fails)


@pytest.mark.usefixtures("without_the_extra")
def test_the_extra_is_named_if_it_is_not_there(folder: Path) -> None:
    with pytest.raises(MissingExtra, match=r"rednotice\[age\]"):
        rednotice.write(CASE, folder / "case.json.age", encrypt_to=["age1x"])


# The commands


def test_commands_read_with_the_key_that_is_named(
    keys: Keys, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "case.json.age"
    rednotice.write(CASE, path, encrypt_to=[keys.public])

    assert main(["check", str(path), "--identity", str(keys.file)]) == 0
    assert main(["coverage", str(folder), "--identity", str(keys.file)]) == 0
    assert main(["check", str(path)]) == 2
    assert "is encrypted; name the file with your key" in capsys.readouterr().err


def test_a_key_that_was_named_is_forgotten_after_the_command(keys: Keys, folder: Path) -> None:
    path = folder / "case.json.age"
    rednotice.write(CASE, path, encrypt_to=[keys.public])
    main(["check", str(path), "--identity", str(keys.file)])

    with pytest.raises(OSError, match="encrypted"):
        list(rednotice.read(path))


def test_a_report_is_encrypted_too(keys: Keys, folder: Path) -> None:
    path, report = folder / "case.json", folder / "report.json.age"
    rednotice.write(CASE, path)

    form = ("--format", "json", "--output-file", str(report))
    main(["check", str(path), *form, "--encrypt-to", keys.public])
    assert report.read_bytes().startswith(b"age-encryption.org/v1")


def test_a_folder_is_migrated_into_encrypted_files(
    keys: Keys, tmp_path: Path, folder: Path
) -> None:
    """Also from encrypted ones."""
    rednotice.write(CASE, folder / "a.json")
    rednotice.write(RED, folder / "b.json.age", encrypt_to=[keys.public])
    out = tmp_path / "out"

    own = ("--identity", str(keys.file), "--encrypt-to", keys.public)
    assert main(["migrate", str(folder), "-o", str(out), *own]) == 0
    assert sorted(path.name for path in out.iterdir()) == ["a.json.age", "b.json.age"]


def test_a_red_case_is_not_migrated_into_a_plain_file(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rednotice.write(RED, folder / "a.json", plain_red=True)

    assert main(["migrate", str(folder / "a.json"), "-o", str(tmp_path / "b.json")]) == 1
    assert "--plain-red" in capsys.readouterr().err
    assert not (tmp_path / "b.json").exists()


def test_a_new_key_reads_what_is_encrypted_for_its_public_half(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only its owner may read the file, and only the public half is printed."""
    file = tmp_path / "new.txt"
    assert main(["key", "new", "--age", "-o", str(file)]) == 0
    public = capsys.readouterr().out.strip()
    rednotice.write(CASE, folder / "case.json.age", encrypt_to=[public])

    assert public.startswith("age1")
    assert file.stat().st_mode & 0o777 == 0o600
    with rednotice.decrypting(file):
        assert list(rednotice.read(folder)) == [CASE]
    assert main(["key", "new", "--age", "-o", str(file)]) == 2
