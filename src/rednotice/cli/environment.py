"""
Where the command runs: in a pipeline, which service runs it, and whether a terminal shows colour.
"""

from __future__ import annotations

import os
from typing import IO

_NO = {"", "0", "false", "no"}


def is_in_ci() -> bool:
    """
    Whether the command runs in continuous integration, where other people can read what it prints.
    """
    return _says_yes("CI") or _says_yes("GITHUB_ACTIONS") or _says_yes("GITLAB_CI")


def format_of_output() -> str:
    """
    The form of a report on the standard output, if none was named.
    """
    return "github" if _says_yes("GITHUB_ACTIONS") else "text"


def format_of_file() -> str:
    """
    The form of a report in a file, if none was named.
    """
    return "gitlab" if _says_yes("GITLAB_CI") else "text"


def shows_colour(stream: IO[str]) -> bool:
    """
    Whether *stream* shows colour: a terminal does, unless ``NO_COLOR`` or ``FORCE_COLOR`` decides.

    Source:
        https://no-color.org and https://force-color.org
    """
    if os.environ.get("NO_COLOR"):
        return False
    if "FORCE_COLOR" in os.environ:
        return _says_yes("FORCE_COLOR")
    return os.environ.get("TERM") != "dumb" and stream.isatty()


def _says_yes(name: str) -> bool:
    return os.environ.get(name, "").lower() not in _NO
