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
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs

from rednotice.model import Case
from rednotice.policies.ceilings import has_own_id, is_own_id
from rednotice.records import assembled, fields_of, to_dict
from rednotice.records.shapes import Many, Nested, Scalar
from rednotice.types.roles import class_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rednotice.records.walk import Field

_ID_BYTES = 10  # 80 bits
_UNNAMED = "c-0"
_JSON = json.JSONEncoder(sort_keys=True, separators=(",", ":"))  # one encoder for all texts
_NEXT = '","'
_QUOTE = json.encoder.encode_basestring_ascii


def finish(projected: Iterable[Case], key: bytes) -> Iterator[Case]:
    """
    Finish cases that `projecting.project` gave, in the order given.

    In each case, records that are equal in all that leaves are one record, and lists are ordered by
    a keyed hash of their content. Records to which something points get numbers. The id of a case
    is a keyed hash of its content and of a running number among equal cases.

    Args:
        projected: The cases.
        key: The key of the release, derived from that of the keeper.
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
        for node in self._nodes:
            self._link(node)
        self._digests = self._refined()
        for node in self._nodes:
            node.held = {name: self._listed(parts) for name, parts in node.held.items()}
        self._names = self._named()
        self._made: Case | None = None

    def case(self, identity: str) -> Case:
        """The finished case with the id *identity*."""
        made: Case
        if self._made is None or self._root.pointed:
            self._names[self._digests[self._root]] = identity
            made = self._built(self._root)
        else:  # its id stands in no other place
            made = assembled(Case, {**self._made.__dict__, "id": identity})
        self._made = made
        return made

    # Reading

    def _gather(self, record: Any, place: tuple[str, int | None, _Node] | None) -> _Node:
        node = _Node(record, place)
        self._nodes.append(node)
        cls: Any = type(record)
        members = record.__dict__
        for name, is_list, is_ordered in _holding(cls):
            if name in members:
                parts = members[name] if is_list else (members[name],)
                node.held[name] = [
                    self._gather(part, (name, at if is_ordered else None, node))
                    for at, part in enumerate(parts)
                ]
        return node

    def _link(self, node: _Node) -> None:
        cls: Any = type(node.record)
        members = node.record.__dict__
        for field, may_point in _saying(cls):
            if field.name not in members:
                continue
            value = members[field.name]
            is_list = isinstance(value, tuple)
            plain = value if is_list else (value,)
            if may_point:
                plain = [part for part in plain if not self._points(node, field, part)]
            if plain:
                node.plain[field.name] = _as_set(plain) if is_list else plain[0]

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

    def _refined(self) -> dict[_Node, str]:
        """
        A digest for each node, such that two have one digest only if nothing tells them apart.
        """
        nodes = [*self._nodes, *self._groups.values()]
        digests = dict.fromkeys(nodes, "")
        starts = [(node, _start(node)) for node in nodes]
        told, before = 1, 0
        while told > before:
            digests = {node: _digest(node, start, digests) for node, start in starts}
            before, told = told, len(set(digests.values()))
        return digests

    def _kept(self, node: _Node) -> Iterator[_Node]:
        """The node and all below it that are written, in the order in which they are."""
        yield node
        for parts in node.held.values():
            for part in parts:
                yield from self._kept(part)

    def _listed(self, parts: list[_Node]) -> list[_Node]:
        """*parts*, each once and sorted if their order is not content."""
        if len(parts) == 1 or (parts[0].place and parts[0].place[1] is not None):
            return parts
        several = {self._digests[part]: part for part in parts}
        return [several[one] for one in sorted(several, key=self._order)]

    def _order(self, digest: str) -> bytes:
        return _keyed(self._key, b"order", bytes.fromhex(digest))

    # Writing

    def _named(self) -> dict[str, str]:
        names: dict[str, str] = {}
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
        cls: Any = type(node.record)
        lists = _lists(cls)
        members: dict[str, Any] = dict(node.plain)
        if (identity := self._names.get(self._digests[node])) is not None:
            members["id"] = identity
        named: dict[str, list[str]] = {}
        for name, target, rest in node.points:
            named.setdefault(name, []).append(f"{self._names[self._digests[target]]}{rest}")
        for name, texts in named.items():
            members[name] = _as_set([*members.get(name, ()), *texts]) if name in lists else texts[0]
        for name, held in node.held.items():
            parts = [self._built(part) for part in held]
            members[name] = tuple(parts) if name in lists else parts[0]
        return assembled(cls, members)


# The digests are of JSON texts. Of each text only the digests of neighbours change from round to
# round, so that the texts are put together from parts.


def _start(node: _Node) -> str:
    """
    The beginning of the text of *node*: its class, its plain values, and its place without the
    digest of what holds it.
    """
    said = _canonical([type(node.record).__name__, node.plain]).decode()[:-1]
    if node.place is None:
        return f"{said},null"
    name, at, _ = node.place
    return f'{said},["{name}",{"null" if at is None else at},'


def _digest(node: _Node, start: str, before: dict[_Node, str]) -> str:
    """
    The digest of *node*, the text of which begins with *start*, by its content and by the digests
    that its neighbours had *before*.
    """
    place = f'"{before[node.place[2]]}"]' if node.place else ""
    held = ",".join(
        [f'"{name}":[{_quoted(parts, before)}]' for name, parts in sorted(node.held.items())]
    )
    points, pointed = _arrows(node.points, before), _arrows(node.pointed, before)
    content = f"{start}{place},{{{held}}},[[{points}],[{pointed}]]]"
    return hashlib.sha256(content.encode()).hexdigest()


def _quoted(parts: list[_Node], before: dict[_Node, str]) -> str:
    """
    The digests of *parts*: as a set, unless their order is content.
    """
    digests = [before[part] for part in parts]
    if len(parts) > 1 and not (parts[0].place and parts[0].place[1] is not None):
        digests = sorted(set(digests))
    return f'"{_NEXT.join(digests)}"'


def _arrows(arrows: list[tuple[str, _Node, str]], before: dict[_Node, str]) -> str:
    if not arrows:
        return ""
    several = sorted({(name, rest, before[other]) for name, other, rest in arrows})
    return ",".join([f'["{name}",{_QUOTE(rest)},"{digest}"]' for name, rest, digest in several])


@cache
def _holding(cls: Any) -> tuple[tuple[str, bool, bool], ...]:
    """
    The members of *cls* that hold records, with whether each is a list and its order is content.
    """
    return tuple(
        (field.name, isinstance(field.shape, Many), field.meaning.ordered)
        for field in fields_of(cls)
        if isinstance(field.one, Nested)
    )


@cache
def _saying(cls: Any) -> tuple[tuple[Field, bool], ...]:
    """
    The other members of *cls*, without its own id, with whether each may point.
    """
    return tuple(
        (field, field.ref is not None or _is_group(field))
        for field in fields_of(cls)
        if not is_own_id(field) and not isinstance(field.one, Nested)
    )


@cache
def _lists(cls: Any) -> frozenset[str]:
    return frozenset(field.name for field in fields_of(cls) if isinstance(field.shape, Many))


def _is_group(field: Field) -> bool:
    """
    Whether *field* holds an id that names no record but a group, as `independence_group` does.
    """
    one = field.one
    is_id = isinstance(one, Scalar) and one.named is not None and one.named.name == "Id"
    return is_id and field.name != "id"


def _as_set(values: Iterable[Any]) -> tuple[Any, ...]:
    several = {_canonical(value): value for value in values}
    return tuple(several[one] for one in sorted(several))


def _canonical(value: Any) -> bytes:
    return _JSON.encode(value).encode()


def _keyed(key: bytes, *parts: bytes) -> bytes:
    text = b"".join(len(part).to_bytes(8, "big") + part for part in parts)
    return hmac.digest(key, text, "sha256")
