"""
The catalogue: every rule, family by family, and the manual page of each.
"""

from __future__ import annotations

from importlib import import_module

from rednotice.errors import UnknownName
from rednotice.faults import FAULTS
from rednotice.findings import Manual
from rednotice.rules.rule import Rule

FAMILIES = {
    "identity": "RN1",
    "dates": "RN2",
    "references": "RN3",
    "notices": "RN4",
    "charges": "RN5",
    "incidents": "RN6",
    "outcomes": "RN7",
    "statements": "RN8",
    "harm": "RN9",
}
# A family whose rules are of more than one sense has further modules.
MODULES = FAMILIES | {
    "pursuers": "RN1",
    "doubles": "RN7",
    "proceedings": "RN7",
    "conflicts": "RN8",
    "handling": "RN9",
}


def _rules_in(name: str) -> list[Rule]:
    module = import_module(f"rednotice.rules.{name}")
    return [value for value in vars(module).values() if isinstance(value, Rule)]


CATALOGUE: tuple[Rule, ...] = tuple(
    sorted(
        (rule for module in MODULES for rule in _rules_in(module)),
        key=lambda rule: rule.manual.id,
    )
)
MANUAL: tuple[Manual, ...] = (*FAULTS, *(rule.manual for rule in CATALOGUE))


def manual(number: str) -> Manual:
    """
    The manual page of the rule or fault *number*, such as ``RN201``; its name will do as well.

    Raises:
        UnknownName: If there is none.
    """
    wanted = number.strip()
    for page in MANUAL:
        if wanted.upper() == page.id or wanted.lower() == page.name:
            return page
    message = (
        "a rule must be named by its id, like RN201, or by its name; `rednotice rule` lists them"
    )
    raise UnknownName(message)
