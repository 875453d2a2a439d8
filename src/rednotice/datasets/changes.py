"""
Ask git which files have not changed since a revision.
"""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from rednotice.errors import UnknownRevision

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from subprocess import CompletedProcess

_NO_GIT = "git is not installed, so nothing can tell what has changed"
_NO_REPOSITORY = "is in no git repository, so nothing can tell what has changed"
_NOT_TRUSTED = (
    "is in a git repository that belongs to another user, which git does not read; see"
    " safe.directory in: git help config"
)
_NO_REVISION = (
    "there is no such revision in this clone; if the clone is shallow, fetch the whole history"
    " (fetch-depth: 0 in GitHub Actions, GIT_DEPTH: 0 in GitLab)"
)
_UNREAD = "git could not compare the files with that revision; see what it says to: git diff"

# What a hook sets for the repository that it runs in, which may be another one.
_OF_HOOKS = ("GIT_COMMON_DIR", "GIT_DIR", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_WORK_TREE")
# Git opens no connection for objects that a partial clone lacks, takes no lock, and says in English
# what is wrong.
_ENVIRONMENT = {"GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}


def unchanged_since(revision: str, paths: Iterable[Path]) -> frozenset[str]:
    """
    The files in the repositories of *paths* that are now as they were at *revision*, as real paths.

    They are compared with the commit in which the current branch left *revision*, so that changes
    made there meanwhile do not count. Everything else may have changed: a file that is new, was
    never committed, is ignored, or belongs to a submodule.

    Raises:
        OSError: If a path is in no repository that git reads.
        UnknownRevision: If git is not installed, or there is no such revision.
    """
    found: set[str] = set()
    for top in dict.fromkeys(map(_top_of, paths)):
        base = _base(revision, top)
        held = _names(top, "ls-tree", "-r", "-z", "--name-only", "--full-tree", base)
        options = ("--name-only", "-z", "--no-renames", "--no-relative", "--no-ext-diff")
        held -= _names(top, "diff", *options, base, "--")
        found.update(os.path.join(top, name) for name in held)  # noqa: PTH118  # text, like the rest
    return frozenset(found)


def _top_of(path: Path) -> str:
    """The folder of the repository that holds *path*."""
    place = os.path.realpath(path)
    folder = place if os.path.isdir(place) else os.path.dirname(place)  # noqa: PTH112, PTH120
    done = _git(folder, "rev-parse", "--show-toplevel")
    if done.returncode:
        reason = _NOT_TRUSTED if b"dubious ownership" in done.stderr else _NO_REPOSITORY
        raise OSError(errno.EINVAL, reason, str(path))
    return os.path.realpath(os.fsdecode(done.stdout.removesuffix(b"\n")))


def _base(revision: str, top: str) -> str:
    """The commit to compare with: where the branch left *revision*, or *revision* itself."""
    named = "" if "\0" in revision else f"{revision}^{{commit}}"
    commit = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", named)
    if commit.returncode:
        raise UnknownRevision(_NO_REVISION)
    name = commit.stdout.decode().strip()
    base = _git(top, "merge-base", name, "HEAD")
    # A shallow clone may lack the common commit. Then more files count as changed.
    return base.stdout.decode().split("\n")[0] if not base.returncode else name


def _names(top: str, *arguments: str) -> set[str]:
    done = _git(top, *arguments)
    if done.returncode:
        raise UnknownRevision(_UNREAD)
    return {os.fsdecode(name) for name in done.stdout.split(b"\0") if name}


def _git(folder: str, *arguments: str) -> CompletedProcess[bytes]:
    import subprocess  # slow to import, and needed only here

    environment = {name: value for name, value in os.environ.items() if name not in _OF_HOOKS}
    command = ("git", "-c", "core.fsmonitor=false", "-C", folder, *arguments)
    try:
        return subprocess.run(  # noqa: S603  # no shell, and a revision is no option
            command, capture_output=True, check=False, env={**environment, **_ENVIRONMENT}
        )
    except FileNotFoundError:
        raise UnknownRevision(_NO_GIT) from None
