"""
Records as plain objects, ready for any format: the one writer of the house.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import cattrs
from cattrs.gen import make_dict_unstructure_fn

from rednotice.model import Case, SharedDocument
from rednotice.records import record_classes
from rednotice.types.dates import PartialDate
from rednotice.types.durations import Duration

if TYPE_CHECKING:
    from collections.abc import Callable


@cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter()
    for text_type in (PartialDate, Duration):
        converter.register_unstructure_hook(text_type, str.__str__)
    # Innermost first, so that an outer class finds the hooks of those within it.
    for cls in reversed((*record_classes(Case), *record_classes(SharedDocument))):
        hook: Any = make_dict_unstructure_fn(cls, converter, _cattrs_omit_if_default=True)
        converter.register_unstructure_hook(cls, hook)
    return converter


def plain(record: Case | SharedDocument) -> dict[str, Any]:
    """
    *record* as JSON's own types, in the model's order, without what is absent.
    """
    convert: Callable[[Any], dict[str, Any]] = _converter().unstructure
    return convert(record)
