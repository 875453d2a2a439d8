"""
How the findings of a check are told: each form is a file here that writes a report.

A new file is a form without being listed.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from typing import TextIO

    from rednotice.findings import Report
    from rednotice.records import Audience

NAMES = tuple(sorted(found.name for found in iter_modules(__path__)))


class Form(Protocol):
    """
    A form of report.
    """

    def write(
        self,
        report: Report,
        file: TextIO,
        *,
        audience: Audience,
        values: bool = False,
        summary: bool = True,
    ) -> None:
        """
        Write *report* to *file*.

        Args:
            report: What was found.
            file: Where it is written to.
            audience: For whom the data were checked.
            values: Whether each finding tells the value at its place.
            summary: Whether a form for people says at its end how much was checked and found.
        """
        ...


def by_name(name: str) -> Form:
    """
    The form *name*, one of `NAMES`.
    """
    module: Any = import_module(f"{__name__}.{name}")
    form: Form = module
    return form
