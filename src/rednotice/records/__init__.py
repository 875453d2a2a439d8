"""
How a record describes itself: limits, fields, shapes, and what is derived from them.

Nothing here knows about notices. A type says which values are possible, and a field says what a
value means. Constructors, walks and schemas are derived from these two.
"""

from rednotice.records.building import assembled, builder
from rednotice.records.construction import record
from rednotice.records.essentials import Having, essentials_of
from rednotice.records.evolving import evolve
from rednotice.records.fields import (
    CCF_BUREAU,
    CCF_COMMISSION,
    COUNSEL,
    INTERNAL,
    PARTNER,
    PUBLIC,
    Audience,
    Sensitivity,
    contextual,
    direct,
    is_record,
    quasi,
    safe,
    sensitive,
)
from rednotice.records.plain import to_dict
from rednotice.records.walk import Field, fields_of, rebuild, record_classes, walk

__all__ = [
    "CCF_BUREAU",
    "CCF_COMMISSION",
    "COUNSEL",
    "INTERNAL",
    "PARTNER",
    "PUBLIC",
    "Audience",
    "Field",
    "Having",
    "Sensitivity",
    "assembled",
    "builder",
    "contextual",
    "direct",
    "essentials_of",
    "evolve",
    "fields_of",
    "is_record",
    "quasi",
    "rebuild",
    "record",
    "record_classes",
    "safe",
    "sensitive",
    "to_dict",
    "walk",
]
