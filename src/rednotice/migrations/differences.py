"""
What must be changed in one document to get another, and make these changes later, where they still
apply.

A change says which record it belongs to: by the record's id or, if it has none, by a hash of its
content. So it is never made in another record, even if records were added, removed or edited in the
meantime.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any

import msgspec

from rednotice.documents import Path, pointer, value_at

Change = dict[str, Any]
"""
One change as plain JSON, since it is kept in a document:

- ``at``: the place of a member or an item, as a JSON Pointer,
- ``in``: for each list on the way, which of its items is meant: an id or a hash,
- ``value``: what stands there afterwards; absent if nothing does,
- ``for``: a hash of what stands there before; absent if nothing does.
"""

_LENGTH = 16  # hexadecimal digits of a hash: enough to tell the items of a list apart
_HASH = "sha256:"
_DIGITS = 9  # of an index


def changes(before: Any, after: Any) -> list[Change]:
    """
    The changes that make the plain value *after* out of *before*.
    """
    return [*_changes(before, after, (), ())]


def _changes(before: Any, after: Any, path: Path, within: tuple[str, ...]) -> Iterator[Change]:
    if _is_same(before, after):
        return
    match before, after:
        case dict(), dict():
            yield from _of_members(before, after, path, within)
        case list(), list():
            yield from _of_items(before, after, path, within)
        case _ if _hash(before) != _hash(after):
            yield _change(path, within, before=before, after=after)


def _is_same(before: Any, after: Any) -> bool:
    """
    Whether the two are surely the same; objects whose members have another order need not seem so.
    """
    try:
        return msgspec.json.encode(before) == msgspec.json.encode(after)
    except UnicodeError:
        return False  # half of a character, which is compared by hash


def _of_members(
    before: Mapping[str, Any], after: Mapping[str, Any], path: Path, within: tuple[str, ...]
) -> Iterator[Change]:
    for name, value in before.items():
        if name in after:
            yield from _changes(value, after[name], (*path, name), within)
        else:
            yield _change((*path, name), within, before=value)
    for name, value in after.items():
        if name not in before:
            yield _change((*path, name), within, after=value)


def _of_items(
    before: list[Any], after: list[Any], path: Path, within: tuple[str, ...]
) -> Iterator[Change]:
    for place, old, new in _pairs(before, after):
        where = (*path, place)
        if old is None:
            yield from (_change(where, within, after=item) for item in new)
        elif not new:
            yield _change(where, (*within, _mark(old[0])), before=old[0])
        elif not _is_same(old[0], new[0]):
            yield from _changes(old[0], new[0], where, (*within, _mark(old[0])))


_Pair = tuple[int, tuple[Any] | None, tuple[()] | tuple[Any]]


def _pairs(before: list[Any], after: list[Any]) -> Iterator[_Pair]:
    """
    Yield the items that belong together, each with its place: in *after* for an item that is new,
    else in *before*.
    """
    if [_id(item) for item in before] == [_id(item) for item in after]:
        yield from (
            (place, (old,), (new,))
            for place, (old, new) in enumerate(zip(before, after, strict=True))
        )
        return
    matched = SequenceMatcher(None, [*map(_mark, before)], [*map(_mark, after)], autojunk=False)
    for kind, first, last, new_first, new_last in matched.get_opcodes():
        if kind == "equal":
            for place in range(first, last):
                yield place, (before[place],), (after[new_first + place - first],)
            continue
        yield from ((place, (before[place],), ()) for place in range(first, last))
        yield from ((place, None, (after[place],)) for place in range(new_first, new_last))


_ABSENT = object()


def _change(
    path: Path, within: tuple[str, ...], *, before: Any = _ABSENT, after: Any = _ABSENT
) -> Change:
    return {
        "at": pointer(path),
        **({"in": list(within)} if within else {}),
        **({} if after is _ABSENT else {"value": after}),
        **({} if before is _ABSENT else {"for": _hash(before)}),
    }


def _id(item: Any) -> str | None:
    found = item.get("id") if isinstance(item, dict) else None
    return found if isinstance(found, str) else None


def _mark(item: Any) -> str:
    """
    What tells *item* from the other items of its list: its id or, without one, a hash.
    """
    return _id(item) or _hash(item)


def _hash(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{_HASH}{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:_LENGTH]}"


def make(value: Any, wanted: Iterable[Change]) -> list[Change]:
    """
    Make the changes *wanted* in the plain *value*, in place, and return those that do not apply.

    A change does not apply if its record is gone, if two records could be meant, or if something
    else stands at its place by now.
    """
    making = _Making(value)
    left = [change for change in wanted if not making.note(change)]
    making.finish()
    return left


class _Making:
    """
    Finds the places of all changes before the first is made, since a change moves what follows it.
    """

    def __init__(self, value: Any) -> None:
        self._value = value
        self._set: list[tuple[Any, str | int, Any]] = []
        self._removed: list[tuple[Any, str | int]] = []
        self._added: list[tuple[list[Any], int, Any]] = []
        # Which item of the old list each item stands for: one item is not taken for two.
        self._taken: dict[tuple[int, int], str] = {}
        self._places: dict[int, dict[str, list[int]]] = {}  # of the items of a list, by their marks

    def note(self, change: Change) -> bool:
        """Find the place of *change*, and return whether it applies."""
        steps, marks = _steps(change["at"]), [*change.get("in", ())]
        around: Any = self._value
        for step in steps[:-1]:
            key = self._key(around, step, marks)
            if key is None:
                return False
            around = around[key]
        if "for" in change:
            return self._note_in_place(around, self._key(around, steps[-1], marks), change)
        return self._note_new(around, steps[-1], change["value"])

    def _note_in_place(self, around: Any, key: str | int | None, change: Change) -> bool:
        if key is None or _hash(around[key]) != change["for"]:
            return False
        if "value" in change:
            self._set.append((around, key, change["value"]))
        else:
            self._removed.append((around, key))
        return True

    def _note_new(self, around: Any, step: str, value: Any) -> bool:
        if isinstance(around, dict) and step not in around:
            self._set.append((around, step, value))
            return True
        index = _index(step)
        if isinstance(around, list) and index is not None:
            self._added.append((around, index, value))
            return True
        return False

    def _key(self, around: Any, step: str, marks: list[str]) -> str | int | None:
        """
        The key of *around* that *step* means: a member, or the index of the item that the next of
        *marks* tells.
        """
        if isinstance(around, dict):
            return step if step in around else None
        if not isinstance(around, list) or not marks:
            return None
        found = self._same_item(around, _index(step), marks.pop(0))
        if found is None or self._taken.setdefault((id(around), found), step) != step:
            return None
        return found

    def _same_item(self, items: list[Any], index: int | None, mark: str) -> int | None:
        """
        The index of the item that *mark* tells: *index* if it is still there, else of the only one.
        """
        known = self._places.get(id(items))
        if known is None:
            known = self._places[id(items)] = {}
            for place, item in enumerate(items):
                known.setdefault(_mark(item), []).append(place)
        same = known.get(mark, ())
        if index in same:
            return index
        return same[0] if len(same) == 1 else None

    def finish(self) -> None:
        """Make all changes that were noted."""
        for around, key, value in self._set:
            around[key] = value
        for around, key in self._removed:
            if isinstance(around, dict):
                del around[key]
        # From the end of each list, and then from its beginning, so that each index still holds.
        for items, index in sorted(self._removed_items(), key=lambda one: -one[1]):
            del items[index]
        for items, index, value in sorted(self._added, key=lambda one: one[1]):
            items.insert(index, value)

    def _removed_items(self) -> Iterator[tuple[list[Any], int]]:
        for around, key in self._removed:
            if isinstance(around, list) and isinstance(key, int):
                yield around, key


def _index(step: str) -> int | None:
    return int(step) if step.isascii() and step.isdecimal() and len(step) <= _DIGITS else None


def _steps(place: str) -> list[str]:
    return [part.replace("~1", "/").replace("~0", "~") for part in place.split("/")[1:]]


def at(change: Change, value: Any) -> Path:
    """
    The place of *change* as a path in *value*, as far as *value* has it.
    """
    path: Path = ()
    for step in _steps(change["at"]):
        here = value_at(value, path)
        index = _index(step)
        key = index if isinstance(here, list) and index is not None else step
        if value_at(value, (*path, key)) is None:
            break
        path = (*path, key)
    return path
