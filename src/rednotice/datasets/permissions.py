"""
Permissions: a file that replaces another gives access to nobody who had none before.
"""

from __future__ import annotations

import contextlib
import os
import sys

_LIST = "system.posix_acl_access"


def keep(descriptor: int, path: str, old: os.stat_result) -> None:
    """
    Give the open file *descriptor* the permissions of the file *path*, whose status is *old*.

    Owner, group and access list are kept if the system allows it. If the group cannot be kept, the
    new group gets no permission, and others keep only what the old group had too, since its members
    now count as others. If the access list cannot be kept, only the owner gets access.

    Raises:
        OSError: If the permissions cannot be set.
    """
    mode = old.st_mode & 0o777
    if not _same_group(descriptor, old):
        mode = mode & 0o700 | mode & (mode >> 3) & 0o007
    if not _same_list(descriptor, path):
        mode &= 0o700
    if hasattr(os, "fchmod"):
        os.fchmod(descriptor, mode)


def _same_group(descriptor: int, old: os.stat_result) -> bool:
    if not hasattr(os, "fchown"):
        return True  # a system without groups
    for owner in (old.st_uid, -1):  # the group alone, if the owner cannot be kept
        with contextlib.suppress(OSError):
            os.fchown(descriptor, owner, old.st_gid)
            return True
    return os.fstat(descriptor).st_gid == old.st_gid


def _same_list(descriptor: int, path: str) -> bool:
    """
    Give the file the access list of *path*, or none if that has none; return whether this worked.

    With such a list, the group bits of the mode apply to everybody whom the list names.
    """
    if sys.platform != "linux":
        return True
    try:
        entries = os.getxattr(path, _LIST)
    except OSError:
        with contextlib.suppress(OSError):
            os.removexattr(descriptor, _LIST)  # the list that new files inherit from the folder
        return True
    try:
        os.setxattr(descriptor, _LIST, entries)
    except OSError:
        return False
    return True
