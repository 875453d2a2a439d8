"""
The JSON Schema of a policy's file, derived from the model and the codelists.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from rednotice import codelists
from rednotice.codelists.cuts import height
from rednotice.model import Case
from rednotice.policies.ceilings import is_own_id
from rednotice.policies.counts import DIMENSIONS, SAFEST
from rednotice.policies.definition import DATES
from rednotice.policies.thresholds import PRECISIONS
from rednotice.records import Audience, fields_of, record_classes
from rednotice.records.docstrings import docstring
from rednotice.records.json_schema import DIALECT
from rednotice.toml_files import Schema, closed, set_of, whole

_WAY = r"^[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*$"


def policy_schema(address: str) -> Schema:
    """
    The schema of a policy's file; *address* becomes its ``$id``.

    It says which tables and entries a file has and which words they take. Two things it leaves to
    the library: that no member is kept which the model does not release to the audience, and that
    no member which it may release is left unsaid.
    """
    return {
        "$schema": DIALECT,
        "$id": address,
        "title": "Policy",
        "description": (
            "What of a case leaves for an audience, how coarse, under which thresholds and terms."
        ),
        "type": "object",
        "properties": {**_entries(), **_tables()},
        "required": ["name", "version", "audience", "dates", "terms", "floor"],
        "additionalProperties": False,
    }


def _entries() -> Schema:
    return {
        "name": {
            "description": "Name of the policy: small letters, digits, - and _.",
            "type": "string",
            "pattern": "^[a-z][a-z0-9_-]{0,63}$",
        },
        "version": {
            "description": "Number of its version; it grows whenever the file changes.",
            "type": "integer",
            "minimum": 1,
            "maximum": 999_999,
        },
        "audience": {
            "description": "Audience that the policy is made for.",
            "enum": [one.value for one in Audience if one is not Audience.INTERNAL],
        },
        "dates": {"description": "Precision of all dates.", "enum": list(DATES)},
        "tlp": {
            "description": "Traffic Light Protocol 2.0 mark of a release.",
            "enum": _codes("tlp"),
        },
        "terms": {
            "description": "Terms under which a release may be used.",
            **set_of({"enum": _codes("terms_of_use")}),
        },
        "floor": {
            "description": (
                "Facts that must survive: of the ways in each list, a released case must have"
                " something at the end of at least one."
            ),
            "type": "array",
            "minItems": 1,
            "items": set_of(_way(), minItems=1),
        },
    }


def _tables() -> Schema:
    return {
        "cuts": {
            "description": "For each codelist that is cut, how many of its finest levels.",
            **closed({name: whole(1, height(name)) for name in codelists.names() if height(name)}),
        },
        "thresholds": {
            "description": "How alike the cases of a release must be, and what is given up for it.",
            **closed(_thresholds()),
        },
        "tables": {
            "description": "What of the cases may be counted in tables, and what crossed with it.",
            **closed(_counts()),
        },
        **{cls.__name__: _table(cls) for cls in record_classes(Case)},
    }


def _thresholds() -> Schema:
    lists = [name for name in codelists.names() if height(name)]
    return {
        "k": {"description": "Least number of cases that are alike.", **whole(1)},
        "l": {"description": "Least number of different values among them.", **whole(1)},
        "quasi": {"description": "Members by which a case is recognised.", **set_of(_way())},
        "sensitive": {"description": "Members that nobody may learn.", **set_of(_way())},
        "coarsen": {
            "description": "Codelists that may be cut, and how many levels at most.",
            **closed({name: whole(0, height(name)) for name in lists}),
        },
        "drop": {
            "description": "Codelists whose codes may be left out altogether.",
            **set_of({"enum": list(codelists.names())}),
        },
        "dates": {
            "description": "Precisions that dates may get, the finest first.",
            **set_of({"enum": list(PRECISIONS)}),
        },
        "leave_out": {
            "description": "Largest share of the cases that may be left out.",
            "type": "number",
            "minimum": 0,
            "exclusiveMaximum": 1,
        },
        "least_cases": {"description": "Least number of cases in a release.", **whole(0)},
    }


def _counts() -> Schema:
    by = {"enum": list(DIMENSIONS)}
    return {
        "least": {
            "description": "Least number of cases that a published figure stands for.",
            **whole(SAFEST),
        },
        "by": {"description": "What cases may be counted by.", **set_of(by)},
        "cross": {
            "description": "Pairs of these that may be crossed in one table.",
            **set_of(set_of(by, minItems=2, maxItems=2)),
        },
    }


def _table(cls: Any) -> Schema:
    names = [field.name for field in fields_of(cls) if not is_own_id(field)]
    listed = set_of({"enum": names})
    return {
        "title": cls.__name__,
        "description": docstring(cls).replace("\n", " "),
        **closed(
            {
                "keep": {"description": "Members that leave.", **listed},
                "drop": {"description": "Members that stay behind.", **listed},
            }
        ),
    }


@cache
def _codes_of(name: str) -> tuple[str, ...]:
    return tuple(code.code for code in codelists.codelist(name))


def _codes(name: str) -> list[str]:
    return list(_codes_of(name))


def _way() -> Schema:
    return {"type": "string", "pattern": _WAY}
