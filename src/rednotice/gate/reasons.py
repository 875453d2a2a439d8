"""
Turn the engine's errors into findings in our own words, because its messages quote values.
"""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs

from rednotice import faults
from rednotice.findings import Finding, Manual
from rednotice.gate.portions import Portions
from rednotice.model import Case
from rednotice.records.limits import MemberNames
from rednotice.records.shapes import Many, Mapped, Nested, Scalar, Shape
from rednotice.records.walk import fields_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rednotice.documents import Document, Path

    ErrorsOf = Callable[[Any], Iterable[Any]]


# If a place has several faults, the first of these is reported, because it makes the others
# pointless.
_FIRST = (faults.UNKNOWN_MEMBER, faults.EMPTY, faults.WRONG_TYPE, faults.WRONG_VALUE)


_LONGEST = 100  # characters; longer keys get no suggestion, because comparing is slow
MOST = 1_000  # faults reported for one document; a hostile file can have millions


def repeated_in(document: Document, root: type) -> list[Finding]:
    """
    A finding for each repeated member, with the path of its object and the place of the second
    occurrence.
    """
    message = "this member stands twice in its object; keep one"
    return [
        attrs.evolve(
            finding_at(document, root, faults.DUPLICATE_KEY, message, path),
            at=place,
        )
        for path, place in document.repeated[:MOST]
    ]


def finding_at(  # noqa: PLR0913  # what a finding says
    document: Document,
    root: type,
    fault: Manual,
    message: str,
    path: Path = (),
    *,
    key: str | None = None,
) -> Finding:
    """
    A finding of *fault* in a document of class *root*, at the part of *path* that may be shown.
    """
    shown, below, _ = _expected_at(root, path)
    return _finding(document, fault, message, shown, key or below)


def more_of(document: Document) -> Finding:
    """
    The finding that *document* has more faults than are told.
    """
    message = f"has more faults than the {MOST} that are told at once; mend these first"
    return _finding(document, faults.TOO_LARGE, message, (), None)


def findings_of(errors_of: ErrorsOf, document: Document, root: type) -> list[Finding]:
    """
    The findings for the engine's errors in *document*, which should be a *root*, in document order.

    *errors_of* returns the errors of a plain value. All missing members of one object make one
    finding. If one value has several faults, only the plainest is reported. An unknown member name
    is data and must not be printed, so a fault below it is reported at the object that has it.
    After `MOST` faults the search stops, and the last finding says that there are more.
    """
    reasons = _Reasons(document, root)
    portions = Portions(document.value)
    for portion in portions:
        for error in errors_of(portion):
            for path in reasons.add(error, portions.path(error.instance_path)):
                portions.settle(path)
        if len(reasons) > MOST:  # all further faults come later in the document
            break
    return reasons.in_order()


class _Reasons:
    """
    The faults of *document*, by the places where they are reported.
    """

    def __init__(self, document: Document, root: type) -> None:
        self._document = document
        self._root = root
        self._known: dict[tuple[Path, str | None], Finding] = {}
        self._missing: dict[Path, Finding] = {}

    def __len__(self) -> int:
        return len(self._known) + len(self._missing)

    def add(self, error: Any, path: Path) -> list[Path]:
        """
        Record the engine's *error* at *path*, and return the paths that need no further validation.
        """
        kind, document = error.kind.name, self._document
        if kind == "required":
            self._add_missing(path)
            return []
        shown, below, shape = _expected_at(self._root, path)
        needed = _is_required(self._root, path)
        for fault, message, key in _faults_of(error, shape, document, path, needed=needed):
            at = (shown, key or below)
            known = self._known.get(at)
            if known is None or _FIRST.index(fault) < _FIRST.index(known.manual):
                self._known[at] = _finding(document, fault, message, *at)
        if kind == "additionalProperties":
            return [(*path, key) for key in error.kind.unexpected]
        return [] if kind == "propertyNames" else [path]

    def _add_missing(self, path: Path) -> None:
        if path in self._missing:
            return
        shape, value = _expected_at(self._root, path)[2], self._document.at(path)
        missing = [name for name in _required(shape) if name not in value]
        if missing:  # else they are missing only from the portion
            message = f"{_listed(missing)} {'is' if len(missing) == 1 else 'are'} missing"
            found = _finding(self._document, faults.MISSING_MEMBER, message, path, None)
            self._missing[path] = found

    def in_order(self) -> list[Finding]:
        """
        The first `MOST` findings in document order, and one that says so if there are more.
        """
        order = _Order(self._document.value)
        found = [*self._known.values(), *self._missing.values()]
        found.sort(key=lambda finding: order.of(finding.path, finding.key))
        if len(found) > MOST:
            found[MOST:] = [more_of(self._document)]
        return found


class _Order:
    """
    Sort keys for places in a document, computed without its text.
    """

    def __init__(self, value: Any) -> None:
        self._value = value
        self._places: dict[int, dict[str, int]] = {}

    def of(self, path: Path, key: str | None) -> tuple[int, ...]:
        """The sort key of the value at *path*, or of its member *key*."""
        value, order = self._value, []
        for part in path if key is None else (*path, key):
            place = part if isinstance(part, int) else self._among(value)[part]
            order.append(place)
            value = value[part]
        return tuple(order)

    def _among(self, value: dict[str, Any]) -> dict[str, int]:
        places = self._places.get(id(value))
        if places is None:
            places = {name: place for place, name in enumerate(value)}
            self._places[id(value)] = places
        return places


def _finding(
    document: Document, fault: Manual, message: str, path: Path, key: str | None
) -> Finding:
    case = document.value.get("id") if isinstance(document.value, dict) else None
    return Finding(
        fault,
        message,
        path=path,
        # An invalid id is data like any other value and must not be printed.
        case=case if _is_id(case) else None,
        file=document.file,
        document=document,
        key=key,
    )


def _is_id(value: Any) -> bool:
    id_shape: Any = next(field.shape for field in fields_of(Case) if field.name == "id")
    return isinstance(value, str) and all(limit.holds(value) for limit in id_shape.limits)


def _expected_at(root: type, path: Path) -> tuple[Path, str | None, Shape | None]:
    """
    The part of *path* that may be shown, the name below it if that is data, and the shape that the
    model expects at *path*; None if the model does not know the path.

    Only names from the model may be shown; any other name in the path is data.
    """
    shape: Shape | None = Nested(root)
    for depth, part in enumerate(path):
        match shape:
            case Nested(cls) if part in _members(cls):
                shape = _members(cls)[str(part)]
            case Nested():
                return path[:depth], str(part), None
            case Many(item) if isinstance(part, int):
                shape = item
            case Mapped(MemberNames() as keys, each) if keys.holds(part):
                shape = each
            case Mapped(_, each):
                return path[:depth], str(part), each if depth + 1 == len(path) else None
            case _:
                return path[:depth], None, None
    return path, None, shape


@cache
def _members(cls: type) -> dict[str, Shape]:
    return {field.name: field.shape for field in fields_of(cls)}


def _required(shape: Shape | None) -> list[str]:
    if not isinstance(shape, Nested):
        return []
    return [field.name for field in fields_of(shape.record) if field.required]


def _is_required(root: type, path: Path) -> bool:
    return bool(path) and path[-1] in _required(_expected_at(root, path[:-1])[2])


def _faults_of(
    error: Any, shape: Shape | None, document: Document, path: Path, *, needed: bool
) -> Iterator[tuple[Manual, str, str | None]]:
    kind, value = error.kind.name, document.at(path)
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
        rest = "" if needed else "; leave it out if it is unknown"
        yield faults.EMPTY, f"must be {expects}{rest}", None
    elif kind == "type":
        said = _another_type(shape, value, expects, is_text=document.is_text)
        yield faults.WRONG_TYPE, said, None
    else:
        yield faults.WRONG_VALUE, f"must be {expects}{_unseen_in(value)}", None


def _unseen_in(value: Any) -> str:
    """
    A hint that *value* holds signs that one cannot see: blanks at its ends, no-break spaces, signs
    without a width, control characters.
    """
    if not isinstance(value, str):
        return ""
    if any(one != " " and not one.isprintable() for one in value):
        return "; it holds a sign that one cannot see: type it anew"
    return "; it begins or ends with a blank: take it out" if value != value.strip() else ""


def _unknown(key: str, shape: Shape | None) -> str:
    names = _members(shape.record) if isinstance(shape, Nested) and len(key) <= _LONGEST else ()
    near = get_close_matches(key.lower().replace("-", "_").replace(" ", "_"), names, n=1)
    # The suggestion is a name from the schema; the key itself is data and is not repeated.
    if near:
        return f"is no member that the schema knows here; is `{near[0]}` meant?"
    if not isinstance(shape, Nested):
        return "is no member that the schema knows here"
    return f"is no member that the schema knows here; see: rednotice schema {shape.record.__name__}"


def _another_type(shape: Shape | None, value: Any, expects: str, *, is_text: bool) -> str:
    """
    The expectation, worded for the most likely mistake.
    """
    if isinstance(shape, Many):
        how = ": in brackets, or with a dash before each item" if is_text else ""
        return f"must be a list, even of one{how}"
    if isinstance(shape, Nested):
        members = ", ".join(f"`{field.name}`" for field in fields_of(shape.record)[:4])
        return f"must be an object with members such as {members}"
    if isinstance(value, list):
        return f"must be one value and not a list: {expects}"
    if isinstance(shape, Scalar) and shape.base is str and not isinstance(value, dict):
        return f"must be text{', so put it in quotes' if is_text else ''}: {expects}"
    return f"must be {expects}"


def _listed(names: list[str]) -> str:
    quoted = [f"`{name}`" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"
