"""
Reasons: the engine's errors in our own words, since its words quote values.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from rednotice import faults
from rednotice.findings import Finding, Manual
from rednotice.model import Case, SharedDocument
from rednotice.records.shapes import Many, Mapped, Nested, Shape
from rednotice.records.walk import fields_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rednotice.documents import Document, Path


def findings_of(errors: Iterable[Any], document: Document) -> list[Finding]:
    """
    A finding for each of the engine's *errors* on *document*, in the order of the text.

    Members that one object lacks are one finding; so are the reasons for which one value is
    refused, and members within an object of the wrong kind are not spoken of.
    """
    root = SharedDocument if document.value.get("shared") is True else Case
    known: dict[tuple[Path, str | None, str], Finding] = {}
    lacking: dict[Path, None] = {}
    for error in errors:
        path = tuple(error.instance_path)
        if error.kind.name == "required":
            lacking[path] = None
            continue
        shape = _shape_at(root, path)
        for fault, message, key in _reasons(error, shape, document.at(path)):
            known.setdefault((path, key, fault.id), _finding(document, fault, message, path, key))
    for path in lacking:
        value = document.at(path)
        shape = _shape_at(root, path)
        missing = [name for name in _required(shape) if name not in value]
        message = f"{_listed(missing)} {'is' if len(missing) == 1 else 'are'} missing"
        known[path, None, faults.MISSING_MEMBER.id] = _finding(
            document, faults.MISSING_MEMBER, message, path, None
        )
    return sorted(known.values(), key=lambda finding: finding.place or (0, 0))


def _finding(
    document: Document, fault: Manual, message: str, path: Path, key: str | None
) -> Finding:
    case = document.value.get("id")
    return Finding(
        fault,
        message,
        path=path,
        # An id that breaks the rule on ids is a value like any other, and is not printed.
        case=case if _is_id(case) else None,
        file=document.file,
        document=document,
        key=key,
    )


def _is_id(value: Any) -> bool:
    id_shape: Any = next(field.shape for field in fields_of(Case) if field.name == "id")
    return isinstance(value, str) and all(limit.holds(value) for limit in id_shape.limits)


def _shape_at(root: type, path: Path) -> Shape | None:
    """
    What the model expects at *path*; None within free values such as extensions.
    """
    shape: Shape | None = Nested(root)
    for part in path:
        match shape:
            case Nested(cls):
                shapes = {field.name: field.shape for field in fields_of(cls)}
                shape = shapes.get(str(part))
            case Many(item):
                shape = item
            case Mapped(_, each):
                shape = each
            case _:
                return None
    return shape


def _required(shape: Shape | None) -> list[str]:
    if not isinstance(shape, Nested):
        return []
    return [field.name for field in fields_of(shape.record) if field.required]


def _reasons(
    error: Any, shape: Shape | None, value: Any
) -> Iterator[tuple[Manual, str, str | None]]:
    kind = error.kind.name
    expects = shape.expects if shape else "a value within the bounds of JSON"
    if kind == "additionalProperties":
        for key in error.kind.unexpected:
            yield faults.UNKNOWN_MEMBER, _unknown(key, shape), key
    elif kind == "propertyNames":
        names = shape.keys.expects if isinstance(shape, Mapped) else "a known name"
        yield (
            faults.UNKNOWN_MEMBER,
            f"each member must be named by {names}",
            error.kind.error.instance,
        )
    elif value is None or value in ("", [], {}):
        yield faults.EMPTY, f"must be {expects}; leave it out if it is unknown", None
    elif kind == "type":
        yield faults.WRONG_TYPE, f"must be {expects}", None
    else:
        yield faults.WRONG_VALUE, f"must be {expects}", None


def _unknown(key: str, shape: Shape | None) -> str:
    names = [field.name for field in fields_of(shape.record)] if isinstance(shape, Nested) else []
    near = get_close_matches(key.lower().replace("-", "_").replace(" ", "_"), names, n=1)
    # The suggestion is a name of the schema; the key itself is a value, and is not repeated.
    if near:
        return f"is no member that the schema knows here; is `{near[0]}` meant?"
    return "is no member that the schema knows here; see `rednotice schema`, or use extensions"


def _listed(names: list[str]) -> str:
    quoted = [f"`{name}`" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"
