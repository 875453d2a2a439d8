"""
The finish: a projected case without doubles, in an order of its own, with new ids.

It sees the projection only. Old ids, the order of sets and the number of equal records can make no
difference to what it gives.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import attrs

from rednotice.model import Case
from rednotice.policies.ceilings import has_own_id, is_own_id
from rednotice.records import fields_of, to_dict
from rednotice.records.frozen import thawed
from rednotice.records.shapes import Many, Nested, Scalar
from rednotice.types.roles import class_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rednotice.records import Audience
    from rednotice.records.walk import Field

SHORTEST_KEY = 16  # bytes
_ID_BYTES = 10  # 80 bits
_UNNAMED = "c-0"


def release_key(key: bytes, audience: Audience, release: str) -> bytes:
    """
    The key of one *release* to one *audience*, derived from *key* by HMAC-SHA256.

    Raises:
        ValueError: If *key* has fewer than 16 bytes.
    """
    if len(key) < SHORTEST_KEY:
        raise ValueError(f"the key must have at least {SHORTEST_KEY} random bytes")
    return _keyed(key, b"rednotice release", audience.value.encode(), release.encode())


def finish(projected: Iterable[Case], key: bytes) -> Iterator[Case]:
    """
    Finish cases that `projecting.project` gave, in the order given.

    In each case, records that are equal in all that leaves are one record, and lists are ordered by
    a keyed hash of their content. Records to which something points get numbers. The id of a case
    is a keyed hash of its content and of a running number among equal cases.

    Args:
        projected: The cases.
        key: The key of the release, as `release_key` gives it.
    """
    equal: Counter[bytes] = Counter()
    for case in projected:
        graph = _Graph(case, key)
        content = _canonical(to_dict(graph.case(_UNNAMED)))
        digest = _keyed(key, b"content", content)
        equal[digest] += 1
        named = _keyed(key, b"case", digest, str(equal[digest]).encode())[:_ID_BYTES]
        yield graph.case(f"c-{base64.b32encode(named).decode().lower()}")


@attrs.define(eq=False)
class _Node:
    """
    A record, with what it holds, what it points at, and what points at it.
    """

    record: Any
    place: tuple[str, int | None, _Node] | None = None
    plain: dict[str, Any] = attrs.field(factory=dict)
    held: dict[str, list[_Node]] = attrs.field(factory=dict)
    points: list[tuple[str, _Node, str]] = attrs.field(factory=list)
    pointed: list[tuple[str, _Node, str]] = attrs.field(factory=list)


class _Graph:
    """
    The records of one case, told apart by their content and by their neighbours alone.
    """

    def __init__(self, case: Case, key: bytes) -> None:
        self._key = key
        self._targets: dict[str, _Node] = {}
        self._groups: dict[str, _Node] = {}
        self._nodes: list[_Node] = []
        self._root = self._gather(case, None)
        for node in self._nodes:
            if has_own_id(node.record):
                self._targets.setdefault(node.record.id, node)
        for node in [*self._nodes]:
            self._link(node)
        self._digests = self._refined()
        self._names = self._named()

    def case(self, identity: str) -> Case:
        """The finished case with the id *identity*."""
        self._names[self._digests[self._root]] = identity
        made: Case = self._built(self._root)
        return made

    # Reading

    def _gather(self, record: Any, place: tuple[str, int | None, _Node] | None) -> _Node:
        node = _Node(record, place)
        self._nodes.append(node)
        kind: Any = type(record)
        for field in fields_of(kind):
            value = record.__dict__.get(field.name)
            if value is not None and isinstance(field.one, Nested):
                parts = value if isinstance(field.shape, Many) else (value,)
                node.held[field.name] = [
                    self._gather(part, (field.name, at if field.meaning.ordered else None, node))
                    for at, part in enumerate(parts)
                ]
        return node

    def _link(self, node: _Node) -> None:
        kind: Any = type(node.record)
        for field in fields_of(kind):
            value = node.record.__dict__.get(field.name)
            if value is None or is_own_id(field) or isinstance(field.one, Nested):
                continue
            parts = value if isinstance(value, tuple) else (value,)
            plain = [part for part in parts if not self._points(node, field, part)]
            if plain:
                node.plain[field.name] = _as_set(plain) if isinstance(value, tuple) else plain[0]

    def _points(self, node: _Node, field: Field, value: Any) -> bool:
        """
        Whether *value* names a record or a group; if it does, it is noted as an arrow.

        Raises:
            LookupError: If it names a record that is not here. Its old id must not be written.
        """
        if field.ref is not None:
            head, dot, rest = value.partition(".")
            target = self._targets.get(head)
            if target is None and class_of(value) is None:
                raise LookupError("a release names a record that did not leave")
        elif _is_group(field):
            dot = rest = ""
            target = self._groups.setdefault(value, _Node(None))
        else:
            return False
        if target is None:
            return False
        node.points.append((field.name, target, f"{dot}{rest}"))
        target.pointed.append((field.name, node, f"{dot}{rest}"))
        return True

    # Telling records apart

    def _refined(self) -> dict[_Node, bytes]:
        """
        A digest for each node, such that two have one digest only if nothing tells them apart.
        """
        nodes = [*self._nodes, *self._groups.values()]
        digests = dict.fromkeys(nodes, b"")
        told, before = 1, 0
        while told > before:
            digests = {node: _digest(node, digests) for node in nodes}
            before, told = told, len(set(digests.values()))
        return digests

    def _kept(self, node: _Node) -> Iterator[_Node]:
        """The node and all below it that are written, in the order in which they are."""
        yield node
        for name in node.held:
            for part in self._listed(node, name):
                yield from self._kept(part)

    def _listed(self, node: _Node, name: str) -> list[_Node]:
        parts = node.held[name]
        if parts[0].place and parts[0].place[1] is not None:
            return parts
        several = {self._digests[part]: part for part in parts}
        return [several[one] for one in sorted(several, key=self._order)]

    def _order(self, digest: bytes) -> bytes:
        return _keyed(self._key, b"order", digest)

    # Writing

    def _named(self) -> dict[bytes, str]:
        names: dict[bytes, str] = {}
        numbers: Counter[str] = Counter()
        for node in self._kept(self._root):
            digest = self._digests[node]
            if node is not self._root and (
                node.pointed or not (node.plain or node.held or node.points)
            ):
                kind = type(node.record).__name__.lower()
                numbers[kind] += 1
                names[digest] = f"{kind}{numbers[kind]}"
        for digest in sorted(
            {self._digests[one] for one in self._groups.values()}, key=self._order
        ):
            numbers["group"] += 1
            names[digest] = f"group{numbers['group']}"
        return names

    def _built(self, node: _Node) -> Any:
        members: dict[str, Any] = dict(node.plain)
        if (identity := self._names.get(self._digests[node])) is not None:
            members["id"] = identity
        for name, target, rest in node.points:
            text = f"{self._names[self._digests[target]]}{rest}"
            if _is_list(type(node.record), name):
                members[name] = _as_set([*members.get(name, ()), text])
            else:
                members[name] = text
        for name in node.held:
            parts = [self._built(part) for part in self._listed(node, name)]
            members[name] = tuple(parts) if _is_list(type(node.record), name) else parts[0]
        return type(node.record)(**members)


def _digest(node: _Node, before: dict[_Node, bytes]) -> bytes:
    """
    The digest of *node* by its content and by the digests that its neighbours had *before*.
    """
    place = node.place and (node.place[0], node.place[1], before[node.place[2]].hex())
    held = {
        name: [before[part].hex() for part in parts]
        if parts[0].place and parts[0].place[1] is not None
        else sorted({before[part].hex() for part in parts})
        for name, parts in node.held.items()
    }
    arrows = [
        sorted({(name, rest, before[other].hex()) for name, other, rest in some})
        for some in (node.points, node.pointed)
    ]
    kind = type(node.record).__name__
    content = _canonical([kind, node.plain, place, held, arrows])
    return hashlib.sha256(content).digest()


def _is_group(field: Field) -> bool:
    """
    Whether *field* holds an id that names no record but a group, as `independence_group` does.
    """
    one = field.one
    is_id = isinstance(one, Scalar) and one.named is not None and one.named.name == "Id"
    return is_id and field.name != "id"


def _is_list(cls: Any, name: str) -> bool:
    return any(field.name == name and isinstance(field.shape, Many) for field in fields_of(cls))


def _as_set(values: Iterable[Any]) -> list[Any]:
    several = {_canonical(value): value for value in values}
    return [several[one] for one in sorted(several)]


def _canonical(value: Any) -> bytes:
    return json.dumps(thawed(value), sort_keys=True, separators=(",", ":")).encode()


def _keyed(key: bytes, *parts: bytes) -> bytes:
    text = b"".join(len(part).to_bytes(8, "big") + part for part in parts)
    return hmac.digest(key, text, "sha256")
