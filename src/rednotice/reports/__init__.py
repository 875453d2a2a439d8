"""
The output formats of a check: each is a file here that writes a report.

A new file is found without being listed. What several formats share stands in the folder `parts`.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any, Protocol

import attrs

if TYPE_CHECKING:
    from typing import TextIO

    from rednotice.findings import Report, Severity

NAMES = tuple(sorted(found.name for found in iter_modules(__path__) if not found.ispkg))


@attrs.frozen(kw_only=True)
class Options:
    """
    How a report is written. Each format uses the options that concern it.

    *failing* is the severity from which on the verdict is no. *values* shows the value at each
    place, in formats that a person reads and in JSON. *summary* says whether counts and verdict are
    added, where a format leaves the choice. *every* shows each of several findings that say the
    same. *colour* allows escape sequences of a terminal. *root* is the folder to which paths are
    made relative, and *version* the version of this package, in formats that name them.
    """

    failing: Severity
    values: bool = False
    summary: bool = True
    every: bool = False
    colour: bool = False
    root: str = ""
    version: str = ""


class Form(Protocol):
    """
    An output format for reports.
    """

    def write(self, report: Report, file: TextIO, options: Options) -> None:
        """
        Write *report* to *file*, as *options* say.
        """
        ...


def by_name(name: str) -> Form:
    """
    The output format *name*, one of `NAMES`.
    """
    module: Any = import_module(f"{__name__}.{name}")
    form: Form = module
    return form
