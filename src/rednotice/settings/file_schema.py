"""
The JSON Schema of a settings file.
"""

from __future__ import annotations

from rednotice.findings import Severity
from rednotice.gate.published import ADDRESS
from rednotice.records.json_schema import DIALECT
from rednotice.toml_files import Schema, closed, set_of, whole

NAME = "settings"
_POINTER = {
    "description": "Place in a case, such as /notices/*/charges; * is any item.",
    "type": "string",
    "pattern": "^/",
}
_FILE = {
    "description": "Files, relative to the folder of the settings, such as imports/**.",
    "type": "string",
    "minLength": 1,
}
_TEXT = {"type": "string", "minLength": 1}


def settings_schema() -> Schema:
    """
    The schema of ``rednotice.toml``, and of the table ``tool.rednotice`` in ``pyproject.toml``.

    It says which tables and entries there are. That a rule, a member or a code exists, and that a
    setting does not weaken what guards a release, is left to the library.
    """
    return {
        "$schema": DIALECT,
        "$id": f"{ADDRESS}{NAME}.schema.json",
        "title": "The settings of rednotice check",
        "description": (
            "Which findings count, how much, and what a project asks of its cases besides."
        ),
        **closed({**_choices(), **_tables()}),
    }


def _choices() -> Schema:
    return {
        "select": {
            "description": "Rules whose findings count; by default all of them.",
            **set_of(_rule(), minItems=1),
        },
        "ignore": {"description": "Rules whose findings are left out.", **set_of(_rule())},
        "severity": {
            "description": "Severities of rules that are not to have their own.",
            "type": "object",
            "propertyNames": _rule(),
            "additionalProperties": {"enum": [one.value for one in reversed(Severity)]},
        },
        "baseline": {
            "description": "File of findings that are known and not told again.",
            **_TEXT,
        },
    }


def _tables() -> Schema:
    choices = _choices()
    return {
        "overrides": {
            "description": "What holds only in some files or at some places.",
            **_tables_of(
                {
                    "files": {"description": "Files in which it holds.", **set_of(_FILE)},
                    "pointers": {"description": "Places at which it holds.", **set_of(_POINTER)},
                    "ignore": choices["ignore"],
                    "severity": choices["severity"],
                }
            ),
        },
        "suppressions": {
            "description": "Findings that are right as they are, until a day.",
            **_tables_of(_suppression(), required=["rule", "reason", "expires"]),
        },
        "limits": {"description": "Limits of a check.", **closed(_limits())},
        "house": {"description": "What this project asks of its cases.", **closed(_house())},
    }


def _suppression() -> Schema:
    return {
        "rule": {**_rule(), "description": "Id or name of the rule."},
        "reason": {"description": "Why its findings are right as they are.", **_TEXT},
        "expires": {
            "description": "Last day on which it holds, such as 2027-01-31.",
            "type": "string",
            "format": "date",
        },
        "file": _FILE,
        "pointer": _POINTER,
        "case": {"description": "Id of the case.", **_TEXT},
    }


def _limits() -> Schema:
    return {
        "findings": {"description": "Number of findings that a report keeps.", **whole(1)},
        "warnings": {
            "description": "Number of warnings that are allowed; with more, the check fails.",
            **whole(0),
        },
    }


def _house() -> Schema:
    member = {**_POINTER, "description": "Member of a case, such as /notices/*/issuing_state."}
    number = whole(0)
    return {
        "require": {
            "description": "Members that every record must have which can have them.",
            **_list_of(member),
        },
        "codes": {
            "description": "For a member, the codes that are used there.",
            **_map_of(_list_of(_TEXT), member),
        },
        "fill": {
            "description": "For a member, the least share of records in which it is filled.",
            **_map_of({"type": "number", "exclusiveMinimum": 0, "maximum": 1}, member),
        },
        "cases": {
            "description": "For an issuing state, the number of its cases, or its bounds.",
            **_map_of({"anyOf": [number, closed({"least": number, "most": number})]}, _TEXT),
        },
    }


def _rule() -> Schema:
    return {
        "description": "Id such as RN412, beginning of ids such as RN4, or name of a rule.",
        "type": "string",
        "pattern": "^(?:RN[0-9]{0,3}|[a-z][a-z0-9-]*)$",
    }


def _list_of(items: Schema) -> Schema:
    return {"type": "array", "items": items, "minItems": 1}


def _map_of(values: Schema, names: Schema) -> Schema:
    return {"type": "object", "propertyNames": names, "additionalProperties": values}


def _tables_of(properties: Schema, **more: object) -> Schema:
    return {"type": "array", "items": closed(properties, **more)}
