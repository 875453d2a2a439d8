"""
The door to pytest: a plugin that shows where two records differ.

It is asked for: ``pytest -p rednotice.doors.pytest``, or ``pytest_plugins =
["rednotice.doors.pytest"]`` in the outermost ``conftest.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from rednotice.documents import Path, pointer
from rednotice.gate.values import as_json
from rednotice.records import is_record
from rednotice.records.frozen import are_alike

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

_MOST = 20  # differences that are shown
_LONGEST = 200  # characters of a value that are shown
_VALUES_FROM = 2  # the verbosity from which on values are shown


def pytest_assertrepr_compare(
    config: pytest.Config, op: str, left: object, right: object
) -> list[str] | None:
    """
    For ``assert one == other`` of two records, the places where they differ.

    Values are shown with ``-vv`` only: what a test prints in a pipeline, others read.
    """
    if op != "==" or type(left) is not type(right) or not is_record(type(left)):
        return None
    values = config.get_verbosity() >= _VALUES_FROM
    found = [*_differences(left, right, (), values=values)]
    told = [_line(path, pair, values=values) for path, *pair in found[:_MOST]]
    rest = [f"… and {len(found) - _MOST} more"] if len(found) > _MOST else []
    return [f"two records of kind {type(left).__name__} differ", *told, *rest]


_ABSENT = object()
_Difference = tuple[Path, Any, Any]


def _differences(left: Any, right: Any, path: Path, *, values: bool) -> Iterator[_Difference]:
    ours, theirs = _parts(left, values=values), _parts(right, values=values)
    if ours is not None and theirs is not None and type(left) is type(right):
        for name in ours | theirs:
            one, other = ours.get(name, _ABSENT), theirs.get(name, _ABSENT)
            yield from _differences(one, other, (*path, name), values=values)
    elif type(left) is not type(right) or left != right or not are_alike(left, right):
        yield path, left, right


def _parts(value: Any, *, values: bool) -> dict[Any, Any] | None:
    """
    The parts of *value* by their names. The keys of a map are values: it has parts if these show.
    """
    if is_record(type(value)):
        return dict(vars(value))
    if isinstance(value, tuple):
        return dict(enumerate(value))
    return dict(value) if values and isinstance(value, Mapping) else None


def _line(path: Path, pair: list[Any], *, values: bool) -> str:
    where = pointer(path) or "/"
    if values:
        left, right = map(_shown, pair)
        return f"{where}: {left} != {right}"
    for side, name in zip(pair, ("left", "right"), strict=True):
        if side is _ABSENT:
            return f"{where}: absent on the {name}"
    return f"{where}: differs"


def _shown(side: Any) -> str:
    if side is _ABSENT:
        return "absent"
    shown = repr(as_json(side)[0])
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
