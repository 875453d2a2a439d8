"""
Compare two schemas member by member: what is new, what is narrower, what breaks.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from rednotice.migrations.containment import takes_all
from rednotice.migrations.parts import Schema, type_named, without_annotations


class Verdict(enum.Enum):
    """
    What a change means for those who hold documents or read them, from the least to the most.
    """

    WORDING = "wording"
    ADDITIVE = "additive"
    TIGHTENING = "tightening"
    BREAKING = "breaking"

    @property
    def weight(self) -> int:
        """0 for a change of words, 3 for a change that breaks."""
        return list(Verdict).index(self)


class Basis(enum.Enum):
    """
    What a verdict rests on.
    """

    PROVED = "proved"
    """The engine, or a proof of our own, decided both ways."""
    SEEN = "seen"
    """It can be seen in the schema: a name is there or is not."""
    UNDECIDED = "undecided"
    """No proof decided, and the worst is assumed."""


@attrs.frozen
class SchemaChange:
    """
    One change between two schemas.

    Attributes:
        place: The record and its member, such as ``Notice.kind``, or the type.
        verdict: What it means.
        sentence: What changed, in words.
        basis: What the verdict rests on.
        of_type: Whether a whole type is new or gone.
    """

    place: str
    verdict: Verdict
    sentence: str
    basis: Basis = Basis.SEEN
    of_type: bool = False


def compare(old: Schema, new: Schema, root: str) -> list[SchemaChange]:
    """
    The changes from *old* to *new*, two schemas of the same kind of document.

    *root* names the record that the whole document is, such as ``Case``.
    """
    return [*_Comparison(old, new, root).changes()]


def worst(changes: Iterable[SchemaChange]) -> Verdict | None:
    """
    The verdict on all *changes* together; None if there are none.
    """
    return max((change.verdict for change in changes), key=lambda one: one.weight, default=None)


_RELEASE = "x-release"


class _Comparison:
    def __init__(self, old: Schema, new: Schema, root: str) -> None:
        self._old = _types(old, root)
        self._new = _types(new, root)
        self._old_plain = {name: without_annotations(one) for name, one in self._old.items()}
        self._new_plain = {name: without_annotations(one) for name, one in self._new.items()}

    def changes(self) -> Iterator[SchemaChange]:
        """Yield the changes of every type, those of the old schema first."""
        for name, old in self._old.items():
            if name in self._new:
                yield from self._of_type(name, old, self._new[name])
            else:
                said = f"{_kind(old)} is gone"
                yield SchemaChange(name, Verdict.BREAKING, said, of_type=True)
        for name, new in self._new.items():
            if name not in self._old:
                said = f"{_kind(new)} is new"
                yield SchemaChange(name, Verdict.ADDITIVE, said, of_type=True)

    def _of_type(self, name: str, old: Schema, new: Schema) -> Iterator[SchemaChange]:
        if "properties" in old and "properties" in new:
            yield from self._of_record(name, old, new)
        else:
            yield from self._of_value(name, old, new)

    def _of_record(self, name: str, old: Schema, new: Schema) -> Iterator[SchemaChange]:
        before, after = old["properties"], new["properties"]
        needed_before, needed = old.get("required", ()), new.get("required", ())
        gone = [member for member in before if member not in after]
        added = [member for member in after if member not in before]
        for member in gone:
            successor = _successor(before[member], {one: after[one] for one in added})
            hint = f"; `{successor}` may have taken its place" if successor else ""
            yield SchemaChange(f"{name}.{member}", Verdict.BREAKING, f"the member is gone{hint}")
        for member in added:
            yield _added(f"{name}.{member}", required=member in needed)
        for member in before:
            if member in after:
                place = f"{name}.{member}"
                yield from _needed(place, before=member in needed_before, now=member in needed)
                if not self._follows_members(before[member], after[member], gone, added):
                    yield from self._of_value(place, before[member], after[member])
        yield from self._of_frame(name, old, new)
        yield from _of_words(name, old, new)

    @staticmethod
    def _follows_members(old: Schema, new: Schema, gone: list[str], added: list[str]) -> bool:
        """
        Whether a map, such as `missing`, only has the names of the members that came and went.
        """
        names_before, names = (set(_named(each)) for each in (old, new))
        if not names_before or not names:
            return False
        rest = {**new, "propertyNames": old.get("propertyNames")}
        same = without_annotations(rest) == without_annotations(old)
        return same and names_before - names <= {*gone} and names - names_before <= {*added}

    def _of_frame(self, name: str, old: Schema, new: Schema) -> Iterator[SchemaChange]:
        """
        What a record asks of its members together, such as one of two.
        """
        members = dict.fromkeys((*old["properties"], *new["properties"]), True)
        frames = [
            {
                **{key: value for key, value in plain[name].items() if key not in _OF_MEMBERS},
                "properties": members,
                **({"additionalProperties": False} if _is_closed(plain[name]) else {}),
            }
            for plain in (self._old_plain, self._new_plain)
        ]
        if frames[0] != frames[1]:
            verdict, basis = self._judged(*frames)
            if verdict is not Verdict.WORDING:
                said = "what the record asks of its members together has changed"
                yield SchemaChange(name, verdict, said, basis)

    def _of_value(self, place: str, old: Schema, new: Schema) -> Iterator[SchemaChange]:
        plain = [without_annotations(each) for each in (old, new)]
        if plain[0] != plain[1]:
            yield self._changed(place, *plain)
        yield from _of_words(place, old, new)

    def _changed(self, place: str, old: Schema, new: Schema) -> SchemaChange:
        verdict, basis = self._judged(old, new)
        codes_gone, codes_new = self._codes(old, new)
        if verdict is Verdict.WORDING:
            return SchemaChange(place, verdict, "the same values are described otherwise", basis)
        if codes_gone:
            verdict = Verdict.BREAKING  # a code stays for ever, since other people's data hold it
        sentence = self._sentence(old, new, codes_gone, codes_new)
        if basis is Basis.UNDECIDED:
            sentence += "; no proof decides whether it takes all that it took"
        return SchemaChange(place, verdict, sentence, basis)

    def _judged(self, old: Schema, new: Schema) -> tuple[Verdict, Basis]:
        before = {**old, "$defs": self._old_plain}
        after = {**new, "$defs": self._new_plain}
        wider, narrower = takes_all(after, before), takes_all(before, after)
        match wider, narrower:
            case True, True:
                return Verdict.WORDING, Basis.PROVED
            case True, _:
                return Verdict.ADDITIVE, Basis.PROVED
            case _, True:
                return Verdict.TIGHTENING, Basis.PROVED
            case False, False:
                return Verdict.BREAKING, Basis.PROVED
        return Verdict.BREAKING, Basis.UNDECIDED

    def _codes(self, old: Schema, new: Schema) -> tuple[list[str], list[str]]:
        """
        The codes that are gone and those that are new, if both are lists of codes.
        """
        before, after = (
            self._resolved(each, types).get("enum")
            for each, types in ((old, self._old_plain), (new, self._new_plain))
        )
        if before is None or after is None:
            return [], []
        return [one for one in before if one not in after], [
            one for one in after if one not in before
        ]

    def _resolved(self, part: Schema, types: Mapping[str, Schema]) -> Schema:
        """
        What a value is: the definition of its type and, for a list, that of its items.
        """
        name = type_named(part)
        if name is not None:
            return self._resolved(types.get(name, {}), types)
        return self._resolved(part["items"], types) if "items" in part else part

    def _sentence(
        self, old: Schema, new: Schema, codes_gone: list[str], codes_new: list[str]
    ) -> str:
        said: list[str] = []
        if codes_gone:
            said.append(f"it no longer takes {_listed(codes_gone)}")
        if codes_new:
            said.append(f"it takes {_listed(codes_new)} too")
        if not said and ("items" in old) != ("items" in new):
            said.append(
                "it was a list and is one value"
                if "items" in old
                else "it was one value and is a list"
            )
        before = self._resolved(old, self._old_plain)
        after = self._resolved(new, self._new_plain)
        kinds = [str(each["type"]) for each in (before, after) if "type" in each]
        if not said and len({*kinds}) > 1:
            said.append(f"it was {_article(kinds[0])} and is {_article(kinds[1])}")
        if not said:
            said += _limits(before, after)
        return "; ".join(said) or "it takes other values"


_OF_FILES = frozenset({"$schema", "$id", "$defs"})
_OF_MEMBERS = frozenset({"properties", "required", "additionalProperties"})
_LIMITS = ("minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems", "minProperties")


def _types(schema: Schema, root: str) -> dict[str, Schema]:
    whole = {key: value for key, value in schema.items() if key not in _OF_FILES}
    return {root: whole, **schema.get("$defs", {})}


def _is_closed(plain: Schema) -> bool:
    return plain.get("additionalProperties") is False


def _kind(part: Schema) -> str:
    return "the record" if "properties" in part else "the type"


def _named(part: Schema) -> tuple[str, ...]:
    return tuple(part.get("propertyNames", {}).get("enum", ()))


def _successor(gone: Schema, added: Mapping[str, Schema]) -> str | None:
    """
    The member among those *added* that holds the same as the one that is *gone*.
    """
    plain = without_annotations(gone)
    same = [
        name
        for name, part in added.items()
        if without_annotations(part) in (plain, {"type": "array", "minItems": 1, "items": plain})
    ]
    return same[0] if len(same) == 1 else None


def _added(place: str, *, required: bool) -> SchemaChange:
    if required:
        said = "the member is new, and every record must have it"
        return SchemaChange(place, Verdict.BREAKING, said)
    return SchemaChange(place, Verdict.ADDITIVE, "the member is new, and may be absent")


def _needed(place: str, *, before: bool, now: bool) -> Iterator[SchemaChange]:
    if now and not before:
        yield SchemaChange(place, Verdict.TIGHTENING, "every record must have it now")
    if before and not now:
        yield SchemaChange(place, Verdict.ADDITIVE, "it may be absent now")


def _limits(old: Schema, new: Schema) -> Iterator[str]:
    for name in _LIMITS:
        before, after = old.get(name), new.get(name)
        if before != after:
            yield f"`{name}` was {_said(before)} and is {_said(after)}"
    if old.get("pattern") != new.get("pattern"):
        yield "its pattern is another"


def _said(limit: object) -> str:
    return "not set" if limit is None else f"{limit:,}" if isinstance(limit, int) else str(limit)


def _article(kind: str) -> str:
    return {"array": "a list", "integer": "a whole number", "object": "an object"}.get(
        kind, {"string": "a text", "boolean": "true or false"}.get(kind, f"a {kind}")
    )


def _listed(codes: list[str]) -> str:
    shown = ", ".join(f"`{code}`" for code in codes[:_SHOWN])
    return shown if len(codes) <= _SHOWN else f"{shown} and {len(codes) - _SHOWN} more"


_SHOWN = 8


def _of_words(place: str, old: Schema, new: Schema) -> Iterator[SchemaChange]:
    """
    Changes that no engine sees: who may see a value, what it may point at, what is said of it.
    """
    yield from _of_release(place, old, new)
    targets_gone, targets_new = _apart(old.get("x-ref"), new.get("x-ref"))
    if targets_gone:
        said = f"it may no longer point at {_listed(targets_gone)}"
        yield SchemaChange(place, Verdict.TIGHTENING, said)
    if targets_new and "x-ref" in old:
        said = f"it may point at {_listed(targets_new)} too"
        yield SchemaChange(place, Verdict.ADDITIVE, said)
    if new.get("deprecated") and not old.get("deprecated"):
        yield SchemaChange(place, Verdict.ADDITIVE, "it is marked as deprecated")
    if old.get("x-sensitivity") != new.get("x-sensitivity"):
        said = f"its sensitivity was {old.get('x-sensitivity')} and is {new.get('x-sensitivity')}"
        yield SchemaChange(place, Verdict.ADDITIVE, said)
    said_anew = [
        word for word in ("title", "description", "examples") if old.get(word) != new.get(word)
    ]
    if said_anew:
        verb = "has" if said_anew in (["title"], ["description"]) else "have"
        said = f"its {' and '.join(said_anew)} {verb} changed"
        yield SchemaChange(place, Verdict.WORDING, said)


def _of_release(place: str, old: Schema, new: Schema) -> Iterator[SchemaChange]:
    """
    Who may see the value. That more may is a promise broken to those who gave it.
    """
    if _RELEASE not in old or _RELEASE not in new:
        return
    gone, added = _apart(_audiences(old), _audiences(new))
    if added:
        said = f"{_listed(added)} may see it, or a part of it, and might not before"
        yield SchemaChange(place, Verdict.BREAKING, said)
    if gone:
        yield SchemaChange(place, Verdict.ADDITIVE, f"{_listed(gone)} may no longer see it")


def _audiences(part: Schema) -> list[str]:
    """
    Each audience that may see the value or a part of it, and in what form.
    """
    return [
        audience if key == _RELEASE else f"{audience} ({key.removeprefix(f'{_RELEASE}-')})"
        for key, audiences in part.items()
        if key.startswith(_RELEASE) and isinstance(audiences, list)
        for audience in audiences
    ]


def _apart(before: Any, after: Any) -> tuple[list[str], list[str]]:
    old, new = before or [], after or []
    return [one for one in old if one not in new], [one for one in new if one not in old]
