"""
The output formats of a check: each is a file here that writes a report.

A new file is found without being listed.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from typing import TextIO

    from rednotice.findings import Report, Severity

NAMES = tuple(sorted(found.name for found in iter_modules(__path__)))


class Form(Protocol):
    """
    An output format for reports.
    """

    def write(
        self,
        report: Report,
        file: TextIO,
        *,
        failing: Severity,
        values: bool = False,
        summary: bool = True,
    ) -> None:
        """
        Write *report* to *file*.

        Args:
            report: What was found.
            file: The stream to write to.
            failing: The severity from which on the verdict is no.
            values: Whether each finding shows the value at its place.
            summary: Whether a format for people ends with a summary of what was checked and found.
        """
        ...


def by_name(name: str) -> Form:
    """
    The output format *name*, one of `NAMES`.
    """
    module: Any = import_module(f"{__name__}.{name}")
    form: Form = module
    return form
