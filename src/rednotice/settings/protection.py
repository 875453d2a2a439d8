"""
Which rules and faults settings must leave alone, and why.
"""

from __future__ import annotations

from functools import cache

from rednotice import faults, rules
from rednotice.findings import Severity

_REFUSES = "it tells of a document that cannot be trusted, and nothing else is known of it"
_GUARDS = "it guards what may leave, and `--for` asks it"
_OWN = "it tells of the settings themselves; change the settings instead"


@cache
def protected() -> dict[str, str]:
    """
    The ids of rules and faults that no setting may ignore, lower or suppress, each with the reason.

    These are the faults that are errors, and the rules that guard what may leave or are asked of
    releases.
    """
    refusing = {
        fault.id: _REFUSES
        for fault in faults.FAULTS
        if fault.severity is Severity.ERROR and fault not in faults.OF_SETTINGS
    }
    guarding = {
        rule.manual.id: _GUARDS
        for rule in rules.catalogue()
        if rule.guards_release or rule.of_releases
    }
    return refusing | guarding


@cache
def not_hidden() -> dict[str, str]:
    """
    The ids of all that neither a suppression nor a baseline may hide, each with the reason.

    Besides what is protected, these are findings about the settings or the data set as a whole.
    """
    return protected() | {fault.id: _OWN for fault in faults.OF_THE_WHOLE}
