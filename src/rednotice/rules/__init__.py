"""
Questions about a case that its schema cannot ask, each with a stable id.

Each module of this folder is one file of rules. Its name begins with the family of their ids:
``rn8_conflicts`` holds rules RN8xx. A new file is asked without being listed.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from rednotice.errors import UnknownName
from rednotice.faults import FAULTS
from rednotice.findings import Manual, Severity
from rednotice.insight.questions import Questions, Rule
from rednotice.records import Audience

FILES = tuple(sorted(found.name for found in iter_modules(__path__)))


def rules_in(name: str) -> list[Rule]:
    """
    The rules of the file *name*, one of `FILES`, in the order in which they stand there.
    """
    module = import_module(f"{__name__}.{name}")
    return [value for value in vars(module).values() if isinstance(value, Rule)]


def _in_order(files: tuple[str, ...]) -> tuple[Rule, ...]:
    return tuple(
        sorted((rule for name in files for rule in rules_in(name)), key=lambda one: one.manual.id)
    )


@cache
def catalogue() -> tuple[Rule, ...]:
    """
    Every rule of this folder, in the order of their ids.
    """
    return _in_order(FILES)


@cache
def questions() -> Questions:
    """
    Every rule, ready to be asked.
    """
    return Questions(catalogue())


@cache
def errors_for(audience: Audience) -> Questions:
    """
    The rules whose findings are errors for *audience*, ready to be asked.
    """
    return Questions(one for one in catalogue() if one.severity(audience) is Severity.ERROR)


def manuals() -> tuple[Manual, ...]:
    """
    The manual page of every fault and every rule, in the order of their ids.
    """
    return (*FAULTS, *(rule.manual for rule in catalogue()))


def rule_named(number: str) -> Rule | None:
    """
    The rule with the id *number*, such as ``RN201``; only the files of its family are imported.
    """
    family = f"{number[:3].lower()}_"
    files = tuple(name for name in FILES if name.startswith(family))
    return next((rule for rule in _in_order(files) if rule.manual.id == number), None)


def manual(wanted: str) -> Manual:
    """
    The manual page of the rule or fault *wanted*, an id such as ``RN201`` or a name.

    Raises:
        UnknownName: If there is none.
    """
    number, name = wanted.strip().upper(), wanted.strip().lower()
    found = rule_named(number)
    if found is not None:
        return found.manual
    for page in FAULTS if number.startswith("RN0") else manuals():
        if page.id == number or page.name == name:
            return page
    raise UnknownName(
        "a rule must be named by its id, like RN201, or by its name; `rednotice rule` lists them"
    )
