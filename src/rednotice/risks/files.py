"""
The files that a risk report takes: a snapshot of a public register, and a list of accepted risks.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from rednotice import toml_files
from rednotice.errors import BadRiskFile
from rednotice.policies import Thresholds
from rednotice.risks.measuring import Register
from rednotice.risks.report import RISKS, Accepted

if TYPE_CHECKING:
    from pathlib import Path

_TEXT = {"type": "string", "minLength": 1}
_ENTRY = toml_files.closed(
    {
        "risk": {"description": "The risk that is accepted.", "enum": list(RISKS)},
        "reason": {"description": "Why it is accepted.", **_TEXT},
        "by": {"description": "Who accepted it, such as initials.", **_TEXT},
    },
    required=["risk", "reason", "by"],
)
_SCHEMA = toml_files.closed(
    {"accepted": {"description": "Risks that are accepted.", "type": "array", "items": _ENTRY}},
    required=["accepted"],
)
_HELP = "the page on risk reports names them"
_NO_CSV = "the register must be a CSV file in UTF-8, with a head"
_HEAD = (
    "each column of the register must be named for a member of a case that holds plain values, such"
    " as notices.issuing_state, and each member once"
)


def accepted_in(path: Path) -> tuple[Accepted, ...]:
    """
    The accepted risks that the file *path* lists, each in a table ``[[accepted]]`` with ``risk``,
    ``reason`` and ``by``.

    Raises:
        BadRiskFile: If it says something else.
        OSError: If it cannot be read.
    """
    try:
        said = toml_files.parsed(path.read_bytes())
    except toml_files.NotToml as error:
        raise BadRiskFile(f"the file of accepted risks {error}") from None
    for fault in toml_files.faults(said, _SCHEMA, toml_files.validator(_SCHEMA), _HELP):
        raise BadRiskFile(f"the file of accepted risks: {fault.place or 'it'}: {fault.message}")
    return tuple(Accepted(**one) for one in said["accepted"])


def register_in(path: Path) -> Register:
    """
    The public register of which the CSV file *path* is a snapshot. Its head names members of a
    case, such as ``notices.issuing_state`` and ``subjects.nationalities``.

    Raises:
        BadRiskFile: If it is no such file.
        OSError: If it cannot be read.
    """
    try:
        with path.open(newline="", encoding="utf-8-sig") as file:
            rows = csv.DictReader(file)
            members = tuple(rows.fieldnames or ())
            _ = Thresholds(quasi=members)
            return Register.of(list(rows), members)
    except (UnicodeDecodeError, csv.Error):
        raise BadRiskFile(_NO_CSV) from None
    except ValueError:  # of the thresholds, which look at the members
        raise BadRiskFile(_HEAD) from None
