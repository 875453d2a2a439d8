"""
The door to cattrs: records in whatever a converter structures.
"""

from __future__ import annotations

import types
from typing import TYPE_CHECKING, Any, TypeVar, Union, get_args, get_origin, overload

from rednotice import gate
from rednotice.datasets.cases import unreadable
from rednotice.errors import Unreadable
from rednotice.model import Case, SharedDocument
from rednotice.records import is_record, to_dict
from rednotice.types.dates import PartialDate
from rednotice.types.durations import Duration

if TYPE_CHECKING:
    from cattrs import Converter

C = TypeVar("C", bound="Converter")


@overload
def converter() -> Converter: ...
@overload
def converter(base: C) -> C: ...
def converter(base: Any = None) -> Any:
    """
    A cattrs converter that knows records; a copy of *base* if one is given.

    Structuring a record asks the published schema first, as `rednotice.from_dict` does, and takes
    a record that is one already. Unstructuring gives plain values without absent members. So other
    attrs classes may hold records, and dates and durations of ours.

    Raises:
        Unreadable: While structuring, if the schema refuses what should be a record. With detailed
            validation, which is cattrs' default, it stands in the exception group of the class
            around it.
    """
    import cattrs

    made = cattrs.Converter() if base is None else base.copy()
    made.register_structure_hook_func(is_record, _record)
    made.register_structure_hook_func(_is_union_of_records, _one_of)
    made.register_unstructure_hook_func(is_record, to_dict)
    for kind in (PartialDate, Duration):
        made.register_structure_hook(kind, lambda value, cls: cls(value))
        made.register_unstructure_hook(kind, str)
    return made


def _record(value: Any, cls: Any) -> Any:
    return value if type(value) is cls else _admitted(value, cls)


def _admitted(value: Any, cls: type | None = None) -> Any:
    admitted = gate.admit_value(value, cls)[1]
    if isinstance(admitted, list):
        raise unreadable(admitted)
    return admitted


def _is_union_of_records(kind: Any) -> bool:
    if get_origin(kind) not in {Union, types.UnionType}:
        return False
    return all(one is types.NoneType or is_record(one) for one in get_args(kind))


def _one_of(value: Any, kind: Any) -> Any:
    """
    *value* as the first of the record classes of the union *kind* whose schema accepts it.
    """
    classes = [cls for cls in get_args(kind) if cls is not types.NoneType]
    if type(value) in classes or (value is None and types.NoneType in get_args(kind)):
        return value
    if set(classes) == {Case, SharedDocument}:
        return _admitted(value)  # a document itself says which of them it is
    refused: list[Unreadable] = []
    for cls in classes:
        try:
            return _admitted(value, cls)
        except Unreadable as error:
            refused.append(error)
    # Of several reasons, those of the class that came nearest.
    raise min(refused, key=lambda error: len(error.findings))
