"""
Turn the engine's errors into findings in our own words, because its messages quote values.
"""

from __future__ import annotations

from functools import cache
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Any

import attrs

from rednotice import faults
from rednotice.findings import Finding, Manual
from rednotice.gate import signs
from rednotice.gate.doubles import doubles_in
from rednotice.gate.lines import Lines
from rednotice.gate.portions import Portions, Sound
from rednotice.gate.wrapped import TOO_DEEP, is_too_deep
from rednotice.model import Case
from rednotice.records.essentials import needed_essentials
from rednotice.records.limits import MemberNames
from rednotice.records.misplaced import misplaced
from rednotice.records.shapes import Many, Mapped, Nested, Shape
from rednotice.records.unknown_members import Unknown, unknown
from rednotice.records.walk import fields_of
from rednotice.records.wrong_lists import may_be
from rednotice.records.wrong_values import TWICE, misnamed, missing, none_of_several, wrong
from rednotice.words.offers import either
from rednotice.words.signs import DASH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rednotice.documents import Document, Path

    ErrorsOf = Callable[[Any], Iterable[Any]]


# If a place has several faults, the first of these is reported, because it makes the others
# pointless.
_FIRST = (faults.UNKNOWN_MEMBER, faults.EMPTY, faults.WRONG_TYPE, faults.WRONG_VALUE)

_REST_OF_TEXT = "If it is the rest of a text with a comma, put that text in quotes."
_REST_OF_NUMBER = "If it is the rest of a number with a comma, write a point there, like 1.75."
_LISTED = "lists its members."  # the end of what is said of a name of which nothing is known
_MOST_MISSPELT = 8  # unknown members of one object that are compared with those that it lacks
_MOST_AGAIN = 1_000  # faults of kinds that are told once, after which the search stops
MOST = 1_000  # faults reported for one document; a hostile file can have millions


def repeated_in(document: Document, root: type) -> list[Finding]:
    """
    A finding for each repeated member, with the path of its object and the place of the second
    occurrence.
    """
    message = "This member stands twice in its object. Keep one of the two."
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
    message = f"The document has more faults than the {MOST:,} that are listed. Mend these first."
    return _finding(document, faults.TOO_LARGE, message, (), None)


def findings_of(
    errors_of: ErrorsOf,
    document: Document,
    root: type,
    is_sound: Sound = lambda _, __: False,
) -> list[Finding]:
    """
    The findings for the engine's errors in *document*, which should be a *root*, in document order.

    *errors_of* returns the errors of a plain value; *is_sound* says whether a part of one, at a
    path, has none. All missing members of one object make one
    finding. If one value has several faults, only the plainest is reported. An unknown member name
    is data and must not be printed, so a fault below it is reported at the object that has it.
    After `MOST` faults the search stops, and the last finding says that there are more.
    """
    reasons = _Reasons(document, root)
    portions = Portions(document.value, is_sound)
    for portion in portions:
        for error in errors_of(portion):
            for path in reasons.add(error, portions.path(error.instance_path), portions.name):
                portions.settle(path)
        if reasons.are_enough:  # all further faults come later in the document
            break
    if reasons.doubled or portions.several:  # the second of two may be in another portion
        reasons.add_doubles()
    return reasons.in_order()


class _Reasons:
    """
    The faults of *document*, by the places where they are reported.
    """

    def __init__(self, document: Document, root: type) -> None:
        self._document = document
        self._root = root
        self._lines = Lines(document)
        self._known: dict[tuple[Path, str | None], Finding] = {}
        self._missing: dict[Path, Finding] = {}
        self._renamed: dict[tuple[Path, str], str] = {}  # names that may be what is missing
        self._parted: set[Path] = set()  # lists in which a dash parts what belongs together
        self._again = 0  # faults that another one tells of
        self._texts: set[Path] = set()  # lists of objects that have a text for one
        self._signs: set[tuple[Path, str]] = set()  # told of an object, each once
        self._signed = False  # whether a sign before a name makes it another one
        self._dashed: list[tuple[Path, str]] = []  # names that begin with the dash of an item
        self.doubled: bool = False
        """Whether the engine says of a list that a value stands twice in it."""

    @property
    def are_enough(self) -> bool:
        """Whether there are more faults than are told, or more of a kind that is told once."""
        # Those that `in_order` leaves out, since another one tells of them, do not count.
        missing = 0 if self._signed else len(self._missing) - len(self._renamed)
        known = len(self._known) - len(self._dashed[:_MOST_MISSPELT])
        return known + missing > MOST or self._again > _MOST_AGAIN

    def add(self, error: Any, path: Path, whole: Callable[[str], str]) -> list[Path]:
        """
        Record the engine's *error* at *path*, and return the paths that need no further validation.
        *whole* gives the name that a shortened one represents.
        """
        kind, document = error.kind.name, self._document
        if kind == "required":
            self._add_missing(path)
            return []
        if kind == "uniqueItems":  # it does not say which; `add_doubles` does
            self.doubled = True
            return []
        if kind == "additionalProperties":
            return [self._add_unknown(path, whole(key)) for key in error.kind.unexpected]
        shown, below, shape = _expected_at(self._root, path)
        value = document.at(path)
        if isinstance(shape, Nested) and self._is_told(path, value):
            return [path]
        if kind == "propertyNames":
            name = whole(error.kind.error.instance)
            keys = shape.keys if isinstance(shape, Mapped) else None
            says = misnamed(keys, name) if keys else "This name is not known here."
            self._keep(faults.UNKNOWN_MEMBER, says, (shown, below or name))
            return []
        needed = _is_required(self._root, path)
        says = self._misplaced(path, value) or self._lines.comment(path, value, needed=needed)
        says = says or wrong(shape, value, needed=needed, is_text=document.is_text)
        self._keep(_fault_of(kind, value), says, (shown, below))
        return [path]

    def _is_told(self, path: Path, value: Any) -> bool:
        """
        Whether another text in the same list is told to be an object, as that at *path* would be.
        """
        if not isinstance(value, str) or not value or not path or not isinstance(path[-1], int):
            return False
        told = path[:-1] in self._texts
        self._texts.add(path[:-1])
        self._again += told
        return told

    def add_doubles(self) -> None:
        """Record the values that stand twice in their list."""
        for path in islice(doubles_in(self._document.value, self._root), MOST + 1):
            self._keep(faults.WRONG_VALUE, TWICE, _expected_at(self._root, path)[:2])

    def _misplaced(self, path: Path, value: Any) -> str:
        """That *value* at *path* is a code that belongs in another member; empty if it is not."""
        names = [place for place, part in enumerate(path) if isinstance(part, str)]
        above = path[: names[-1]] if names else ()
        record = _expected_at(self._root, above)[2]
        name = str(path[names[-1]]) if names else ""
        if not isinstance(record, Nested) or name not in _members(record.record):
            return ""
        return misplaced(record.record, name, value)

    def _keep(self, fault: Manual, message: str, at: tuple[Path, str | None]) -> None:
        known = self._known.get(at)
        if known is None or _FIRST.index(fault) < _FIRST.index(known.manual):
            self._known[at] = _finding(self._document, fault, message, *at)

    def _add_unknown(self, path: Path, key: str) -> Path:
        """Record that *key* is not a member of the object at *path*, and return its own path."""
        shown, below, shape = _expected_at(self._root, path)
        value = self._document.at(path)
        if sign := signs.before(key) if self._lines.may_be_yaml else "":
            self._signed = True
            if (path, sign) in self._signs:
                self._again += 1
                return (*path, key)
            self._signs.add((path, sign))
            self._keep(faults.UNKNOWN_MEMBER, sign, (shown, below or key))
            if sign in {DASH, signs.OTHER_DASH}:
                self._dashed.append((path, key))
            return (*path, key)
        found = self._explained(path, shape, key, value)
        message = found.message
        if value.get(key) is None and self._document.is_text and not found.meant:
            rest = _REST_OF_NUMBER if key.isdecimal() else _REST_OF_TEXT
            message = f"{message} {rest}"
        self._keep(faults.UNKNOWN_MEMBER, message, (shown, below or key))
        return (*path, key)

    def _explained(self, path: Path, shape: Shape | None, key: str, value: Any) -> Unknown:
        if not isinstance(shape, Nested):
            return Unknown("This name is not known here.")
        if path and is_too_deep(value, _members(shape.record)):
            return Unknown(TOO_DEEP)
        return unknown(shape.record, key, value, _records_above(self._root, path))

    def _add_missing(self, path: Path) -> None:
        if path in self._missing:
            return
        shape, value = _expected_at(self._root, path)[2], self._document.at(path)
        if path and isinstance(shape, Nested) and is_too_deep(value, _members(shape.record)):
            return
        absent = {name: form for name, form in _required(shape).items() if name not in value}
        several = _one_of(shape)
        lacks = several and not any(name in value for name in several)
        if absent or lacks:  # else they are missing only from the portion
            meant = self._meant(path, value)
            absent = {name: form for name, form in absent.items() if name not in meant}
            lacks = lacks and meant.isdisjoint(several)
        known = _members(shape.record) if isinstance(shape, Nested) else {}
        forms = absent or {name: known[name] for name in several}
        said = [missing(name, form) for name, form in absent.items()]
        if lacks:
            said.append(none_of_several(several))
        if said and (dash := self._lines.dash_too_many(path, value, {*absent, *several})):
            if path[:-1] in self._parted:
                self._again += 1
                return  # all dashes too many of one list are one slip
            self._parted.add(path[:-1])
            said[0] = f"{dash} Otherwise {said[0][0].lower()}{said[0][1:]}"
        elif len(said) == 1 and (key := self._unexplained(path, forms)):
            self._renamed[path, key] = _rename(list(forms))
        if said:
            message = " ".join(said)
            found = _finding(self._document, faults.MISSING_MEMBER, message, path, None)
            self._missing[path] = found

    def _unexplained(self, path: Path, forms: dict[str, Shape]) -> str | None:
        """
        The only unknown name in the object at *path*, if nothing is known of what it means, and its
        value may have one of *forms*; else None.
        """
        shape, value = _expected_at(self._root, path)[2], self._document.at(path)
        known = _members(shape.record) if isinstance(shape, Nested) else {}
        others = list(islice((key for key in value if key not in known), 2))
        if len(others) != 1:
            return None
        key: str = others[0]
        fits = any(may_be(form, value[key]) for form in forms.values())
        said = self._explained(path, shape, key, value).message if fits else ""
        return key if said.endswith(_LISTED) else None

    def _say_of_renamed(self) -> None:
        """
        Say of unknown names that they may be what is missing beside them, and only there.
        """
        for (path, key), step in self._renamed.items():
            shown, below, _ = _expected_at(self._root, path)
            found = self._known.get((shown, below or key))
            if found and found.message.endswith(_LISTED):
                self._missing.pop(path, None)
                message = f"{found.message} {step}"
                self._known[shown, below or key] = attrs.evolve(found, message=message)

    def _meant(self, path: Path, value: Any) -> set[str]:
        """
        The members that misspelt names in *value* stand for, which are not missing as well.
        """
        shape = _expected_at(self._root, path)[2]
        known = _members(shape.record) if isinstance(shape, Nested) else {}
        others = islice((key for key in value if key not in known), _MOST_MISSPELT)
        found = (self._explained(path, shape, key, value).meant for key in others)
        return {meant[0] for meant in found if meant}

    def in_order(self) -> list[Finding]:
        """
        The first `MOST` findings in document order, and one that says so if there are more.
        """
        order = _Order(self._document.value)
        for path, key in self._dashed[:_MOST_MISSPELT]:
            self._known.pop((self._empty_above(path, key), None), None)
        self._say_of_renamed()
        if self._signed:  # what stands behind a sign is missing from where it belongs
            self._missing.clear()
        found = [*self._known.values(), *self._missing.values()]
        found.sort(key=lambda finding: order.of(finding.path, finding.key))
        if len(found) > MOST or self._again > _MOST_AGAIN:
            found[MOST:] = [more_of(self._document)]
        return found

    def _empty_above(self, path: Path, key: str) -> Path:
        """
        The path of the member above *key* in the object at *path*, if it is the list that is empty
        because its items were taken for members; else that of no member.
        """
        value = self._document.at(path)
        names = list(takewhile(lambda name: name != key, value))
        return (*path, names[-1]) if names and value[names[-1]] is None else (*path, key)


class _Order:
    """
    Sort keys for places in a document, computed without its text.
    """

    def __init__(self, value: Any) -> None:
        self._value = value
        self._places: dict[int, dict[str, int]] = {}
        self._ahead: dict[int, Iterator[tuple[int, str]]] = {}

    def of(self, path: Path, key: str | None) -> tuple[int, ...]:
        """The sort key of the value at *path*, or of its member *key*."""
        value, order = self._value, []
        for part in path if key is None else (*path, key):
            place = part if isinstance(part, int) else self._among(value, part)
            order.append(place)
            value = value[part]
        return tuple(order)

    def _among(self, value: dict[str, Any], name: str) -> int:
        """The number of the member *name* in *value*, of which no more is read than is needed."""
        known = self._places.setdefault(id(value), {})
        if name not in known:
            for place, other in self._ahead.setdefault(id(value), iter(enumerate(value))):
                known[other] = place
                if other == name:
                    break
        return known[name]


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


def _required(shape: Shape | None) -> dict[str, Shape]:
    if not isinstance(shape, Nested):
        return {}
    return {field.name: field.shape for field in fields_of(shape.record) if field.required}


def _one_of(shape: Shape | None) -> tuple[str, ...]:
    return needed_essentials(shape.record) if isinstance(shape, Nested) else ()


def _rename(needed: list[str]) -> str:
    """
    What to do with an unknown name in a record that lacks *needed*, or one of these.
    """
    one = f"`{needed[0]}`" if len(needed) == 1 else "one of them"
    return (
        f"The record needs {either(needed)}. Rename this name if it means {one}, and add {one}"
        " otherwise."
    )


def _is_required(root: type, path: Path) -> bool:
    return bool(path) and path[-1] in _required(_expected_at(root, path[:-1])[2])


def _records_above(root: type, path: Path) -> tuple[Any, ...]:
    """
    The classes of the records around the one at *path*, the nearest first.
    """
    shapes = (_expected_at(root, path[:depth])[2] for depth in reversed(range(len(path))))
    return tuple(shape.record for shape in shapes if isinstance(shape, Nested))


def _fault_of(kind: str, value: Any) -> Manual:
    if value is None or value in ("", [], {}):
        return faults.EMPTY
    return faults.WRONG_TYPE if kind == "type" else faults.WRONG_VALUE
