"""
The door to pytest: a plugin that shows where two records differ.

It is asked for: ``pytest -p rednotice.doors.pytest``, or ``pytest_plugins =
["rednotice.doors.pytest"]`` in the outermost ``conftest.py``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rednotice.documents import Path, pointer
from rednotice.records import is_record, to_dict

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

_MOST = 20  # differences that are shown
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
    values = config.getoption("verbose") >= _VALUES_FROM
    found = [*_differences(to_dict(left), to_dict(right), ())]
    told = [_line(path, pair, values=values) for path, *pair in found[:_MOST]]
    rest = [f"… and {len(found) - _MOST} more"] if len(found) > _MOST else []
    return [f"two records of kind {type(left).__name__} differ", *told, *rest]


_ABSENT = object()
_Difference = tuple[Path, Any, Any]


def _differences(left: Any, right: Any, path: Path) -> Iterator[_Difference]:
    if isinstance(left, dict) and isinstance(right, dict):
        for name in left | right:
            yield from _differences(
                left.get(name, _ABSENT), right.get(name, _ABSENT), (*path, name)
            )
    elif isinstance(left, list) and isinstance(right, list):
        for at in range(max(len(left), len(right))):
            one, other = (side[at] if at < len(side) else _ABSENT for side in (left, right))
            yield from _differences(one, other, (*path, at))
    elif left is _ABSENT or right is _ABSENT or type(left) is not type(right) or left != right:
        yield path, left, right


def _line(path: Path, pair: list[Any], *, values: bool) -> str:
    where = pointer(path) or "/"
    if values:
        left, right = ("absent" if side is _ABSENT else repr(side) for side in pair)
        return f"{where}: {left} != {right}"
    for side, name in zip(pair, ("left", "right"), strict=True):
        if side is _ABSENT:
            return f"{where}: absent on the {name}"
    return f"{where}: differs"
