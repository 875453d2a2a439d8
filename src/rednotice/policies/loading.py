"""
Load a policy: one that the library brings, or one from a file.
"""

from __future__ import annotations

import os
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

from rednotice import toml_files
from rednotice.errors import PolicyFault, UnknownName, UnusablePolicy
from rednotice.model import Case
from rednotice.policies.ceilings import ceiling_of, is_fixed
from rednotice.policies.checking import faults_of
from rednotice.policies.counts import Counts
from rednotice.policies.definition import Policy
from rednotice.policies.thresholds import Thresholds
from rednotice.records import Audience, fields_of, record_classes

_SUFFIX = ".toml"
_FOLDER = files("rednotice.policies").joinpath("shipped")
SHIPPED = tuple(
    sorted(
        file.name.removesuffix(_SUFFIX) for file in _FOLDER.iterdir() if file.name.endswith(_SUFFIX)
    )
)


def policy(which: str | os.PathLike[str] | Policy | Audience) -> Policy:
    """
    The policy *which*.

    >>> policy("partner").title
    'partner 1'

    Args:
        which: The name of a policy that the library brings, such as ``partner``; the path of a
            policy's file, which ends with ``.toml``; an `Audience`, which stands for all that the
            model may release to it; or a policy, which is returned.

    Raises:
        UnknownName: If the library brings no policy of this name.
        UnusablePolicy: If the file is no policy, or *which* is the internal audience.
        OSError: If the file cannot be read.
    """
    if isinstance(which, Policy):
        return which
    if which in {Audience.INTERNAL, Audience.INTERNAL.value}:
        message = "what is internal is not released; name another audience or policy"
        raise UnusablePolicy([PolicyFault("", message)])
    if isinstance(which, Audience):
        return ceiling_of(which)
    name = os.fspath(which)
    if isinstance(which, str) and (shipped := name.replace("_", "-")) in SHIPPED:
        return policy_from(_FOLDER.joinpath(shipped + _SUFFIX).read_bytes())
    if isinstance(which, str) and not name.endswith(_SUFFIX):
        raise UnknownName(
            f"a policy must be one of {', '.join(SHIPPED)}, or the path of a file that ends with"
            f" {_SUFFIX}"
        )
    return policy_from(Path(which).read_bytes())


def policy_from(content: bytes) -> Policy:
    """
    The policy that the *content* of a file says.

    Raises:
        UnusablePolicy: If it is no policy. All faults are told.
    """
    said = _parsed(content)
    if faults := faults_of(said):
        raise UnusablePolicy(faults)
    audience = Audience(said["audience"])
    return Policy(
        name=said["name"],
        version=said["version"],
        audience=audience,
        keep={
            cls.__name__: {*said.get(cls.__name__, {}).get("keep", ()), *_fixed(cls, audience)}
            for cls in record_classes(Case)
        },
        cuts=said.get("cuts", {}),
        dates=said["dates"],
        terms=said["terms"],
        tlp=said.get("tlp"),
        thresholds=Thresholds(**said.get("thresholds", {})),
        tables=Counts(**said.get("tables", {})),
        floor=said["floor"],
        sha256=sha256(content).hexdigest(),
    )


def _fixed(cls: Any, audience: Audience) -> list[str]:
    ceiling = ceiling_of(audience)
    return [
        field.name
        for field in fields_of(cls)
        if is_fixed(cls, field) and ceiling.admits(cls, field.name)
    ]


def _parsed(content: bytes) -> dict[str, Any]:
    try:
        return toml_files.parsed(content)
    except toml_files.NotToml as error:
        raise UnusablePolicy([PolicyFault(error.at, str(error))]) from None
