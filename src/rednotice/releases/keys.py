"""
Keys: made, kept in a file of their own, and never shown.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import hashlib
import hmac
import os
import re
import secrets
import unicodedata
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from rednotice.errors import BadKey

if TYPE_CHECKING:
    from collections.abc import Callable

    from rednotice.datasets.paths import StrPath

_SHORTEST = 16  # bytes
_NEW = 32  # bytes
_RANDOM, _PHRASE = "rednotice-key-1:", "rednotice-phrase-1:"
_LARGEST = 4096  # bytes of a file of a key
_TEXT = re.compile(rb"[\t\n\r -~]+")
# Parameters of scrypt (RFC 7914): 2**16 takes 64 MiB and about 150 ms for each guess.
_COST, _BLOCK, _LANES = 16, 8, 1
_CHEAPEST, _DEAREST = 15, 20  # 2**15 to 2**20
_SHORTEST_PHRASE = 16  # characters
_DAMAGED = "the file of the key is damaged; put the copy that you kept elsewhere in its place"
_OPEN = (
    "the file of the key may be read by others than its owner: change that with chmod 600 FILE, and"
    " think about whether somebody has read it"
)
_MAKE_ONE = "make one with: rednotice key new -o FILE"


class Key:
    """
    A key for releases. Nothing shows it: it has no text, cannot be pickled, and is in no message.

    >>> import secrets
    >>> Key(secrets.token_bytes(32))
    <Key>

    Args:
        secret: At least 16 random bytes.

    Raises:
        BadKey: If *secret* is short, or cannot be random: constant bytes, a row, a repetition, or
            text.
    """

    __slots__ = ("__secret",)

    def __init__(self, secret: bytes) -> None:
        if not isinstance(secret, bytes | bytearray | memoryview):
            raise BadKey(f"a key is bytes and not text; {_MAKE_ONE}")
        taken = bytes(secret)
        _refuse_weak(taken)
        self.__secret = taken

    def derived(self, *purpose: str) -> bytes:
        """
        A key of 32 bytes for one *purpose*, by HMAC-SHA256. No other key can be computed from it.
        """
        parts = (part.encode() for part in purpose)
        text = b"".join(len(part).to_bytes(8, "big") + part for part in parts)
        return hmac.digest(self.__secret, text, "sha256")

    def __repr__(self) -> str:
        return "<Key>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a key is not pickled or copied; read it from its file where it is needed")


def key_of(key: Key | bytes) -> Key:
    """
    *key* as a `Key`.

    Raises:
        BadKey: If it is weak, or no key.
    """
    return key if isinstance(key, Key) else Key(key)


def _refuse_weak(secret: bytes) -> None:
    """
    Refuse what cannot be random. What passes may still be guessable: only its maker knows.
    """
    if len(secret) < _SHORTEST:
        raise BadKey(f"a key must have at least {_SHORTEST} random bytes; {_MAKE_ONE}")
    steps = {(two - one) % 256 for one, two in pairwise(secret)}
    half = len(secret) // 2
    repeats = any(
        secret == (secret[:size] * len(secret))[: len(secret)] for size in range(1, half + 1)
    )
    if len(steps) == 1 or repeats or len(set(secret)) < _SHORTEST * 5 // 8:
        raise BadKey(f"a key must be random, and these bytes are not; {_MAKE_ONE}")
    if _TEXT.fullmatch(secret):
        raise BadKey(
            "a key must be random bytes, and this is text; decode it, or make a key from a"
            " passphrase with: rednotice key new --passphrase -o FILE"
        )


def new_key(path: StrPath, *, passphrase: bool = False) -> Path:
    """
    Write a new key to the new file *path*, which only its owner may read.

    Args:
        path: The file, which must not exist; a key that is overwritten is lost.
        passphrase: Whether the key comes from a passphrase that is asked at each use. The file then
            holds a salt and the parameters of scrypt, and no key.

    Raises:
        OSError: If the file exists or cannot be written.
    """
    from rednotice.datasets.secret_files import write_secret  # needed only here

    text = _RANDOM + _base32(secrets.token_bytes(_NEW))
    if passphrase:
        text = f"{_PHRASE}{_COST}:{_BLOCK}:{_LANES}:{_base32(secrets.token_bytes(_NEW))}"
    return write_secret(path, text)


def read_key(path: StrPath, *, ask: Callable[[], str] | None = None) -> Key:
    """
    Read the key of the file *path*, which `new_key` or ``rednotice key new`` made.

    Args:
        path: The file.
        ask: A function that gives the passphrase, if the file needs one; by default, it is asked at
            the terminal and not shown.

    Raises:
        BadKey: If the file holds no key, others than its owner may read it, or the passphrase is
            short.
        OSError: If the file cannot be read.
    """
    from rednotice.datasets.paths import usable

    place = usable(path)
    with place.open("rb") as file:
        is_open = os.name != "nt" and os.fstat(file.fileno()).st_mode & 0o077
        text = file.read(_LARGEST).decode("ascii", "replace").strip()
    if faults := [*([_OPEN] if is_open else []), *_faults_of(text)]:
        raise BadKey("; and ".join(faults))
    if text.startswith(_RANDOM):
        return Key(_decoded(text.removeprefix(_RANDOM)) or b"")
    return _from_phrase(text.removeprefix(_PHRASE), ask or _asked)


def _faults_of(text: str) -> list[str]:
    """
    What is wrong with the *text* of a key's file.
    """
    if not text.startswith((_RANDOM, _PHRASE)):
        return [f"the file holds no key of rednotice; {_MAKE_ONE}"]
    if text.startswith(_RANDOM) and _decoded(text.removeprefix(_RANDOM)) is None:
        return [_DAMAGED]
    return []


def _asked() -> str:
    from getpass import getpass

    return getpass("Passphrase of the key: ")


def _from_phrase(parameters: str, ask: Callable[[], str]) -> Key:
    found = re.fullmatch(r"([0-9]{1,2}):([0-9]{1,2}):([0-9]):([A-Z2-7]+)", parameters)
    cost, block, lanes = map(int, found.groups()[:3]) if found else (0, 0, 0)
    if not found or not _CHEAPEST <= cost <= _DEAREST or block < _BLOCK or not lanes:
        raise BadKey(
            f"the file of the passphrase must name scrypt with 2**{_CHEAPEST} or more; make a new"
            " one"
        )
    salt = _decoded(found[4])
    if salt is None:
        raise BadKey(_DAMAGED)
    phrase = unicodedata.normalize("NFC", ask())
    if len(phrase) < _SHORTEST_PHRASE or len(set(phrase)) < _SHORTEST_PHRASE // 2:
        raise BadKey(
            f"a passphrase must have {_SHORTEST_PHRASE} characters or more, and not the same few;"
            " take six words drawn by lot"
        )
    derived = hashlib.scrypt(
        phrase.encode(),
        salt=salt,
        n=2**cost,
        r=block,
        p=lanes,
        maxmem=2 ** (cost + 8) * block,
        dklen=_NEW,
    )
    return Key(derived)


def _base32(secret: bytes) -> str:
    return base64.b32encode(secret).decode().rstrip("=")


def _decoded(text: str) -> bytes | None:
    """
    The bytes of *text* in base 32; None if it is damaged. Nothing is raised, since an exception
    would show the text.
    """
    padding = "=" * (-len(text) % 8)
    with contextlib.suppress(binascii.Error, ValueError):
        return base64.b32decode(text + padding)
    return None
