"""
Files encrypted with age, whose names end in ``.age``. Nothing that is decrypted touches the disk.

Source:
    https://age-encryption.org/v1
"""

from __future__ import annotations

import contextlib
import errno
import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from rednotice.datasets.named_files import reading
from rednotice.datasets.paths import StrPath, usable
from rednotice.datasets.secret_files import write_secret
from rednotice.errors import BadKey, MissingExtra, UnprotectedRed
from rednotice.formats import ENCRYPTED

if TYPE_CHECKING:
    from types import ModuleType

_OF_SSH = b"-----BEGIN OPENSSH PRIVATE KEY-----"
_OF_AGE = "AGE-SECRET-KEY-"
_NO_IDENTITY = (
    "is encrypted; name the file with your key (--identity, or rednotice.decrypting in Python)"
)
_NOT_FOR_US = "is encrypted for other keys than those of the identity file"
_DAMAGED = "is no whole age file; it is damaged, or it was cut off"
_NO_RECIPIENT = "ends in .age; name the public keys of those who may read it (--encrypt-to)"
_WRONG_SUFFIX = "must end in .age, because it is to be encrypted"

_identities: ContextVar[tuple[Any, ...]] = ContextVar("identities", default=())
_recipients: ContextVar[tuple[Any, ...]] = ContextVar("recipients", default=())


def is_encrypted(path: Path) -> bool:
    """
    Whether *path* has the name of an encrypted file.
    """
    return path.suffix.lower() == ENCRYPTED


def encrypted_name(path: Path) -> Path:
    """
    *path*, with the suffix of an encrypted file if what is written now is encrypted.
    """
    if is_encrypted(path) or not _recipients.get():
        return path
    return path.with_name(f"{path.name}{ENCRYPTED}")


@contextlib.contextmanager
def decrypting(*files: StrPath) -> Iterator[None]:
    """
    Read encrypted files with the keys in *files* while the block runs, in this thread or task.

    >>> import rednotice
    >>> with rednotice.decrypting("key.txt"):  # doctest: +SKIP
    ...     cases = list(rednotice.read("cases.jsonl.age"))

    What is read is decrypted as a whole in memory, and nothing of it is written to the disk.

    Args:
        files: Files with the secret keys of age, as ``age-keygen`` writes them, or private SSH
            keys without a passphrase.

    Raises:
        BadKey: If a file holds no such key.
        MissingExtra: If the extra ``age`` is not installed.
        OSError: If a file cannot be read.
    """
    found = [key for file in files for key in _keys(usable(file))]
    token = _identities.set((*_identities.get(), *found))
    try:
        yield
    finally:
        _identities.reset(token)


@contextlib.contextmanager
def encrypting(*keys: str) -> Iterator[None]:
    """
    Encrypt what is written while the block runs, so that the owner of each of the public *keys* can
    read it. Without *keys*, nothing changes.

    Raises:
        BadKey: If one of *keys* is no public key of age or SSH.
        MissingExtra: If the extra ``age`` is not installed.
    """
    token = _recipients.set(tuple(map(_recipient, keys)) or _recipients.get())
    try:
        yield
    finally:
        _recipients.reset(token)


def new_identity(path: StrPath) -> str:
    """
    Write a new secret key of age to the new file *path*, which only its owner may read, and return
    the public key.

    Raises:
        MissingExtra: If the extra ``age`` is not installed.
        OSError: If the file exists or cannot be written.
    """
    secret = _library().x25519.Identity.generate()
    public = str(secret.to_public())
    write_secret(path, f"# public key: {public}\n{secret}")
    return public


def opened(
    path: Path, on_read: Callable[[int], None] | None = None
) -> AbstractContextManager[BinaryIO]:
    """
    Open the file *path* for reading; one that is encrypted is decrypted in memory. *on_read* is
    called with the number of bytes of each read.

    Raises:
        MissingExtra: If the extra ``age`` is not installed.
        OSError: If the file cannot be read, or no key fits. The error names the path.
    """
    return _decrypted(path, on_read) if is_encrypted(path) else reading(path, on_read)


def _decrypted(path: Path, on_read: Callable[[int], None] | None) -> BinaryIO:
    age, identities = _library(), _identities.get()
    if not identities:
        raise OSError(errno.EACCES, _NO_IDENTITY, str(path))
    plain = io.BytesIO()
    with reading(path, on_read) as file:
        sealed = io.BytesIO(file.read())
    try:
        age.decrypt_io(sealed, plain, identities)
    except age.DecryptError as error:
        fits = "No matching keys" not in str(error)
        raise OSError(errno.EACCES, _DAMAGED if fits else _NOT_FOR_US, str(path)) from None
    except OSError:
        raise OSError(errno.EIO, _DAMAGED, str(path)) from None
    plain.seek(0)
    return plain


@contextlib.contextmanager
def sealing(file: BinaryIO, path: Path) -> Iterator[BinaryIO]:
    """
    Give a file to write to, whose contents go to *file*, which will be at *path*: encrypted if the
    path ends in ``.age``.

    Raises:
        OSError: If there is no key to encrypt to, or there is one and the path does not end so. The
            error names the path.
    """
    recipients = _recipients.get()
    if is_encrypted(path) != bool(recipients):
        raise OSError(errno.EINVAL, _WRONG_SUFFIX if recipients else _NO_RECIPIENT, str(path))
    if not recipients:
        yield file
        return
    plain = io.BytesIO()
    yield plain
    plain.seek(0)
    _library().encrypt_io(plain, file, recipients)


def refuse_plain_red(value: Any, path: Path) -> None:
    """
    Refuse to write the document *value* to *path* if it is marked ``tlp: red`` and would not be
    encrypted.

    Raises:
        UnprotectedRed: If so.

    Source:
        FIRST, Traffic Light Protocol 2.0: TLP:RED is for the eyes and ears of its recipients only.
    """
    handling = value.get("handling") if isinstance(value, dict) else None
    if isinstance(handling, dict) and handling.get("tlp") == "red" and not is_encrypted(path):
        raise UnprotectedRed


def _library() -> ModuleType:
    try:
        import pyrage  # type: ignore[import-untyped]  # an extra
    except ImportError:
        raise MissingExtra("files that end in .age", "age") from None
    found: ModuleType = pyrage
    return found


def _keys(path: Path) -> Iterable[Any]:
    """
    The secret keys in the file *path*.
    """
    age = _library()
    with reading(path) as file:
        data = file.read()
    try:
        if data.lstrip().startswith(_OF_SSH):
            return [age.ssh.Identity.from_buffer(data)]
        lines = data.decode("ascii").splitlines()
        found = [
            age.x25519.Identity.from_str(line.strip())
            for line in lines
            if line.strip().startswith(_OF_AGE)
        ]
    except (age.IdentityError, UnicodeDecodeError):
        raise BadKey(_NO_KEY) from None
    if not found:
        raise BadKey(_NO_KEY)
    return found


_NO_KEY = (
    "the identity file must hold a secret key of age (AGE-SECRET-KEY-1…) or a private SSH key"
    " without a passphrase"
)


def _recipient(key: str) -> Any:
    """
    The public *key* of somebody who may read.
    """
    age = _library()
    kind = age.ssh if key.startswith("ssh-") else age.x25519
    try:
        return kind.Recipient.from_str(key.strip())
    except age.RecipientError:
        raise BadKey(
            "a file is encrypted to a public key of age (age1…) or of SSH (ssh-ed25519 …);"
            " a secret key is not named here"
        ) from None
