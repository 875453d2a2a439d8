"""Keys: made, kept and refused, and never shown."""

from __future__ import annotations

import copy
import pickle
import secrets
import stat
import traceback
from pathlib import Path

import pytest

from rednotice import BadKey, Key, new_key, read_key
from rednotice.cli import main

PHRASE = "obviously invented words of a test"


def test_a_new_key_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    """From the start, so that nobody can open it in between."""
    made = new_key(tmp_path / "a.key")

    assert stat.S_IMODE(made.stat().st_mode) == 0o600


def test_a_key_is_never_overwritten(tmp_path: Path) -> None:
    """What was released with it could no longer be recalled."""
    made = new_key(tmp_path / "a.key")
    before = made.read_bytes()

    with pytest.raises(FileExistsError):
        new_key(made)

    assert made.read_bytes() == before


def test_a_key_that_is_read_twice_is_the_same(tmp_path: Path) -> None:
    """In another process or on another machine, as well."""
    new_key(tmp_path / "a.key")
    new_key(tmp_path / "b.key")
    a, again, b = (read_key(tmp_path / name).derived("x") for name in ("a.key", "a.key", "b.key"))

    assert a == again != b


@pytest.mark.parametrize(
    "weak",
    [
        *(b"", b"short", bytes(32), b"\xf1" * 64, bytes(range(32)), bytes(range(64, 0, -2))),
        *(secrets.token_bytes(8) * 4, bytes([1, 200]) * 16, b"\x01\x02\x03\x04\x05" + bytes(27)),
        *(b"correct horse battery staple", secrets.token_hex(32).encode()),
    ],
    ids=lambda weak: f"{len(weak)} bytes",
)
def test_t01_a_weak_key_is_refused_with_what_to_do(weak: bytes) -> None:
    """Short, empty, constant, a row, a repetition, few signs, and text."""
    with pytest.raises(BadKey, match="rednotice key new"):
        Key(weak)


def test_random_keys_are_taken() -> None:
    """The test of weakness refuses none in many."""
    for _ in range(2_000):
        Key(secrets.token_bytes(16))


def test_t09_a_key_is_in_no_text_and_no_pickle() -> None:
    """Neither as bytes nor in hexadecimal digits."""
    secret = secrets.token_bytes(32)
    key = Key(secret)
    shown = [repr(key), str(key), f"{key}", f"{[key]}", str(dir(key))]

    for text in shown:
        assert secret.hex() not in text
        assert repr(secret)[2:-1] not in text
    assert not hasattr(key, "__dict__")
    for copied in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError):
            copied(key)


def test_all_that_is_wrong_with_the_file_of_a_key_is_told_at_once(tmp_path: Path) -> None:
    """Whoever mends one fault does not meet the next."""
    file = tmp_path / "no.key"
    file.write_text("not a key")
    file.chmod(0o644)

    with pytest.raises(BadKey, match=r"chmod 600.*holds no key"):
        read_key(file)


def test_t09_a_damaged_file_does_not_get_into_the_message(tmp_path: Path) -> None:
    """Nor into the exceptions behind it, which a log would print as well."""
    file = new_key(tmp_path / "a.key")
    text = file.read_text().strip()
    file.write_text(f"{text[:-4]}1!08")

    with pytest.raises(BadKey) as caught:
        read_key(file)

    assert text[20:40] not in "".join(traceback.format_exception(caught.value))
    assert caught.value.__context__ is None


def test_a_key_that_others_may_read_is_refused(tmp_path: Path) -> None:
    """Whoever has the key can guess what a release hides."""
    file = new_key(tmp_path / "a.key")
    file.chmod(0o644)

    with pytest.raises(BadKey, match="chmod 600"):
        read_key(file)


@pytest.mark.thorough
def test_t10_a_passphrase_goes_through_scrypt_and_is_in_no_file(tmp_path: Path) -> None:
    """The file holds the salt and the parameters, and another salt makes another key."""
    one, other = (new_key(tmp_path / name, passphrase=True) for name in ("a.key", "b.key"))
    keys = [read_key(file, ask=lambda: PHRASE).derived("x") for file in (one, one, other)]

    assert keys[0] == keys[1] != keys[2]
    assert one.read_text().startswith("rednotice-phrase-1:16:8:1:")
    assert read_key(one, ask=lambda: f"{PHRASE}!").derived("x") != keys[0]


@pytest.mark.parametrize("phrase", ["", "tooshort", "a" * 40])
def test_t10_a_weak_passphrase_is_refused(tmp_path: Path, phrase: str) -> None:
    """It would be guessed, scrypt or not."""
    file = new_key(tmp_path / "a.key", passphrase=True)

    with pytest.raises(BadKey, match="passphrase"):
        read_key(file, ask=lambda: phrase)


def test_t10_cheap_parameters_are_refused(tmp_path: Path) -> None:
    """Whoever can change the file cannot make guesses cheap."""
    file = new_key(tmp_path / "a.key", passphrase=True)
    file.write_text(file.read_text().replace(":16:", ":10:"))

    with pytest.raises(BadKey, match="scrypt"):
        read_key(file, ask=lambda: PHRASE)


def test_a_file_without_a_key_is_refused(tmp_path: Path) -> None:
    """Whatever it holds, nothing of it is shown."""
    file = tmp_path / "a.key"
    file.write_text("Zaphod Sampleman")
    file.chmod(0o600)

    with pytest.raises(BadKey) as caught:
        read_key(file)

    assert "Zaphod" not in str(caught.value)


def test_the_command_makes_a_key_and_prints_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And refuses, with 2, to make it again in the same place."""
    file = tmp_path / "a.key"

    assert main(["key", "new", "-o", str(file)]) == 0
    assert capsys.readouterr() == ("", "")
    assert main(["key", "new", "-o", str(file)]) == 2
    told = capsys.readouterr().err
    assert "is there already" in told
    assert file.read_text().strip()[20:] not in told
