"""
Write what changed its name or its form between two versions of the schema in the other version's
words.

The schema of the document's own version says what each value is, so that a code is only changed
where it is a code of that list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs

from rednotice.migrations.parts import Schema, Types

Plain = dict[str, Any]
_Table = Mapping[str, Mapping[str, str]]
_Value = Callable[[Any], Any]
_Record = Callable[[Plain], list[Plain]]


@attrs.frozen
class Rewording:
    """
    What is written otherwise in another version.

    Attributes:
        codes: The new code for each old one, by the name of the codelist's type, such as
            ``Fulfilment``, or by a record and its member, such as ``Consent.given``.
        members: The new name of each member that got one, by the record.
        values: How the value of a member is written now, by the record and its member.
        records: How a record is written now, by its name: one record, or several in its place.
        document: A last change to the whole document, in place.
    """

    codes: _Table = attrs.field(factory=dict[str, Mapping[str, str]])
    members: _Table = attrs.field(factory=dict[str, Mapping[str, str]])
    values: Mapping[str, _Value] = attrs.field(factory=dict[str, _Value])
    records: Mapping[str, _Record] = attrs.field(factory=dict[str, _Record])
    document: Callable[[Plain], None] = lambda _: None


def reworded(document: Plain, root: str, types: Types, words: Rewording) -> Plain:
    """
    A copy of the plain *document* in other *words*; *types* are those of the schema that it
    follows.

    *root* names the record that the whole document is, such as ``Case``.
    """
    (made,) = _Rewriter(types, words, root, document).record(document, root)
    words.document(made)
    return made


def copied(value: Any) -> Any:
    """
    A copy of a plain *value* that shares no object or list with it.
    """
    if isinstance(value, dict):
        return {name: copied(one) for name, one in value.items()}
    return [copied(one) for one in value] if isinstance(value, list) else value


_NOTHING: Schema = {}


class _Rewriter:
    def __init__(self, types: Types, words: Rewording, root: str, document: Plain) -> None:
        self._types = types
        self._words = words
        self._kinds = {
            value["id"]: name
            for name, value in self._records(document, root)
            if isinstance(value.get("id"), str)
        }

    def record(self, value: Plain, name: str) -> list[Plain]:
        """The record *value* of the type *name*, in other words."""
        renamed = self._words.members.get(name, {})
        made = {
            renamed.get(member, member): self._member(each, name, member)
            for member, each in value.items()
        }
        if "about" in value and "value" in value:
            made["value"] = self._value_said(value)
        if isinstance(missing := made.get("missing"), dict):
            made["missing"] = {renamed.get(member, member): why for member, why in missing.items()}
        change = self._words.records.get(name)
        return [made] if change is None else change(made)

    def _member(self, value: Any, name: str, member: str) -> Any:
        part = self._types.members(name).get(member, _NOTHING)
        place = f"{name}.{member}"
        changed = self._value(value, part, place)
        rewrite = self._words.values.get(place)
        return changed if rewrite is None else rewrite(changed)

    def _value(self, value: Any, part: Schema, place: str) -> Any:
        name, meant = self._types.meant(part)
        match value:
            case list():
                return self._items(value, meant.get("items", _NOTHING), place)
            case dict() if name is not None and "properties" in meant:
                return self.record(value, name)[0]
            case dict() if isinstance(each := meant.get("additionalProperties"), Mapping):
                return {key: self._value(one, each, place) for key, one in value.items()}
            case str() if name == "About":
                return self._about(value)
            case str():
                codes = self._words.codes
                return codes.get(place, codes.get(name or "", {})).get(value, value)
        return copied(value)

    def _items(self, items: list[Any], part: Schema, place: str) -> list[Any]:
        name, meant = self._types.meant(part)
        made: list[Any] = []
        for item in items:
            if isinstance(item, dict) and name is not None and "properties" in meant:
                made += self.record(item, name)
            else:
                made.append(self._value(item, part, place))
        return made

    def _about(self, about: str) -> str:
        """
        What a statement is *about*, an id and member names joined by dots, with their new names.
        """
        start, *members = about.split(".")
        names = [
            self._words.members.get(owner, {}).get(member, member)
            for owner, member in self._along(about)
        ]
        return ".".join((start, *names, *members[len(names) :]))

    def _value_said(self, statement: Plain) -> Any:
        """
        The value that a *statement* gives, as the member that it is about would hold it.
        """
        value, about = statement["value"], statement["about"]
        along = [*self._along(about)] if isinstance(about, str) else []
        if not along or len(along) < about.count("."):
            return value
        owner, member = along[-1]
        several = isinstance(value, list)
        is_list = "items" in self._types.meant(self._types.members(owner).get(member, _NOTHING))[1]
        made = self._member(value if several or not is_list else [value], owner, member)
        return made if several or not is_list or not isinstance(made, list) else made[0]

    def _along(self, about: str) -> Iterator[tuple[str, str]]:
        """
        Yield the record and the member of each step of *about*, as far as the schema knows them.
        """
        start, *members = about.split(".")
        name = self._kinds.get(start)
        for member in members:
            if name is None or member not in self._types.members(name):
                return
            yield name, member
            name = self._record_in(self._types.members(name)[member])

    def _record_in(self, part: Schema) -> str | None:
        name, meant = self._types.meant(part)
        return self._record_in(meant["items"]) if "items" in meant else name

    def _records(self, value: Any, name: str) -> Iterator[tuple[str, Plain]]:
        """
        Yield every record in *value*, a record of the type *name*, with the name of its type.
        """
        yield name, value
        for member, each in value.items():
            inner = self._record_in(self._types.members(name).get(member, _NOTHING))
            if inner is None or not self._types.members(inner):
                continue
            for one in each if isinstance(each, list) else (each,):
                if isinstance(one, dict):
                    yield from self._records(one, inner)
