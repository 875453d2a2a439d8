"""
Compare two versions of the schema, and say which number the newer one must have.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from rednotice import gate
from rednotice.datasets.files import Files
from rednotice.datasets.paths import StrPath, paths_of, usable
from rednotice.errors import RednoticeError, UnknownName
from rednotice.migrations.comparing import Basis, SchemaChange, Verdict, compare, worst
from rednotice.migrations.containment import takes_all
from rednotice.migrations.frozen import frozen_schema
from rednotice.migrations.parts import type_named, version_in, without_annotations
from rednotice.model.case import OLDER_VERSIONS, VERSION

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator

_ROOTS = {"case": "Case", "shared": "SharedDocument"}
_VERSION = re.compile(r"[0-9]+\.[0-9]+")
_SUFFIX = ".schema.json"
Schemas = Mapping[str, Mapping[str, Any]]


class NotASchema(RednoticeError, ValueError):
    """
    A file is no published schema of this format.
    """


@attrs.frozen
class SchemaDifference:
    """
    What changed between two versions of the schema.

    Attributes:
        old: The version of the old schema, as its documents name it.
        new: The version of the new one.
        changes: The changes, the worst first.
        number: The version that follows from them; *old* if nothing changed.
        proved: For each kind of document, whether the new schema takes every document of the old;
            None if no proof decides it.
        replayed: How many documents of the old version were tried in the new one.
        refused: How many of them it refuses.
    """

    old: str
    new: str
    changes: tuple[SchemaChange, ...]
    number: str
    proved: Mapping[str, bool | None]
    replayed: int = 0
    refused: int = 0

    @property
    def verdict(self) -> Verdict | None:
        """The verdict on all changes together; None if nothing changed."""
        return worst(self.changes)

    @property
    def fits(self) -> bool:
        """Whether the new version has the number that follows."""
        return self.new == self.number

    def as_dict(self) -> dict[str, Any]:
        """The difference as a JSON object."""
        return {
            "old": self.old,
            "new": self.new,
            "verdict": self.verdict.value if self.verdict else None,
            "number": self.number,
            "fits": self.fits,
            "takes_all": dict(self.proved),
            "replayed": self.replayed,
            "refused": self.refused,
            "changes": [
                {
                    "place": change.place,
                    "verdict": change.verdict.value,
                    "sentence": change.sentence,
                    "basis": change.basis.value,
                }
                for change in self.changes
            ],
        }


def schema_difference(
    old: StrPath | Schemas,
    new: StrPath | Schemas,
    *,
    corpus: StrPath | Iterable[StrPath] = (),
) -> SchemaDifference:
    """
    Compare two versions of the schema member by member.

    Args:
        old: A version such as ``1.0``; the path of a schema, or of a folder with schemas; or the
            schemas themselves, by the names ``case`` and ``shared``.
        new: The same for the newer version.
        corpus: Files and folders of documents. Those that follow the old version are tried in the
            new one.

    Raises:
        NoProver: If the installed jsonschema-rs cannot compare schemas.
        NotASchema: If a file is no schema of this format, or the two have no document in common.
        OSError: If a file cannot be read.
        UnknownName: If there is no such version.
    """
    before, after = _schemas(old), _schemas(new)
    names = [name for name in before if name in after]
    if not names:
        raise NotASchema("the two have no schema of the same document")
    replayed, refused_of = _replayed(before, after, paths_of(corpus))
    refused = sum(refused_of.values())
    changes = [*_changes(before, after, names)]
    if refused:
        said = f"{refused:,} of {replayed:,} documents that followed the old version are refused"
        if not any(change.verdict.weight >= Verdict.TIGHTENING.weight for change in changes):
            changes.append(SchemaChange("documents", Verdict.BREAKING, said, Basis.PROVED))
    ordered = sorted(changes, key=lambda one: -one.verdict.weight)
    earlier = version_of(before[names[0]])
    return SchemaDifference(
        old=earlier,
        new=version_of(after[names[0]]),
        changes=tuple(ordered),
        number=_number(earlier, worst(ordered)),
        proved={
            name: False if refused_of[name] else _takes_all(after[name], before[name])
            for name in names
        },
        replayed=replayed,
        refused=refused,
    )


def _changes(before: Schemas, after: Schemas, names: Iterable[str]) -> Iterator[SchemaChange]:
    """
    Yield each change once, also if it is in a type that several documents have.
    """
    seen: set[tuple[str, str]] = set()
    types_before, types_after = ({*_types(each)} for each in (before, after))
    for name in names:
        for change in compare(before[name], after[name], _ROOTS[name]):
            is_known = (change.place, change.sentence) in seen
            # A type that another document has is neither new nor gone.
            stays = change.place in types_before & types_after and change.of_type
            if not (is_known or stays or _says_version(change, before[name])):
                seen.add((change.place, change.sentence))
                yield change


def _types(schemas: Schemas) -> Iterator[str]:
    for schema in schemas.values():
        yield from schema.get("$defs", ())


def _replayed(
    before: Schemas, after: Schemas, paths: tuple[StrPath, ...]
) -> tuple[int, Counter[str]]:
    """
    The number of documents of *paths* that follow the old version, and how many of each kind the
    new one refuses.
    """
    replayed, refused = 0, Counter[str]()
    if not paths:
        return replayed, refused
    old, new = _engines(before), _engines(after)
    files = Files(paths)
    for file in files.files:
        for document in files.documents(file, lambda _: None):
            value = document.value
            name = "shared" if isinstance(value, dict) and value.get("shared") is True else "case"
            if not isinstance(value, dict) or name not in old or name not in new:
                continue
            earlier, later = (
                {**value, "rednotice": version_of(each[name])} for each in (before, after)
            )
            if old[name].is_valid(earlier):
                replayed += 1
                refused[name] += not new[name].is_valid(later)
    return replayed, refused


def _engines(schemas: Schemas) -> dict[str, Draft202012Validator]:
    import jsonschema_rs  # slow to import

    options = jsonschema_rs.RegexOptions()
    return {
        name: jsonschema_rs.Draft202012Validator(dict(schema), pattern_options=options)
        for name, schema in schemas.items()
    }


def version_of(schema: Mapping[str, Any]) -> str:
    """
    The version that documents of *schema* must name.

    Raises:
        NotASchema: If it asks for none.
    """
    found = version_in(schema)
    if found is None:
        raise NotASchema("a file is no schema of this format: its documents name no version")
    return found


def _says_version(change: SchemaChange, schema: Mapping[str, Any]) -> bool:
    """
    Whether *change* is only that documents name the other version.
    """
    part = schema["properties"]["rednotice"]
    names = {f"{root}.rednotice" for root in _ROOTS.values()}
    return change.place in {*names, type_named(part)}


def _takes_all(new: Mapping[str, Any], old: Mapping[str, Any]) -> bool | None:
    """
    Whether *new* takes every document of *old* once that names the new version.
    """
    relabelled = deepcopy(without_annotations(old))
    part = relabelled["properties"]["rednotice"]
    relabelled["$defs"].get(type_named(part), part)["const"] = version_of(new)
    return takes_all(without_annotations(new), relabelled)


def _number(old: str, verdict: Verdict | None) -> str:
    major, minor = (int(part) for part in old.split("."))
    match verdict:
        case None:
            return old
        case Verdict.BREAKING | Verdict.TIGHTENING:
            return f"{major + 1}.0"
    return f"{major}.{minor + 1}"


def _schemas(what: StrPath | Schemas) -> Schemas:
    if isinstance(what, Mapping):
        return what
    if isinstance(what, str) and _VERSION.fullmatch(what):
        return _published(what)
    path = usable(what)
    files = sorted(path.glob(f"*{_SUFFIX}")) if path.is_dir() else [path]
    found = {
        file.name.removesuffix(_SUFFIX): _read(file)
        for file in files
        if file.name.removesuffix(_SUFFIX) in _ROOTS or file == path
    }
    return {_name(name, schema): schema for name, schema in found.items()}


def _published(version: str) -> Schemas:
    if version == VERSION:
        return {name: gate.schema(name) for name in gate.NAMES}
    if version not in OLDER_VERSIONS:
        known = ", ".join((*OLDER_VERSIONS, VERSION))
        raise UnknownName(f"a version must be one of {known}; or name a file or a folder")
    return {name: frozen_schema(version, name) for name in gate.NAMES}


def _name(name: str, schema: Mapping[str, Any]) -> str:
    if name in _ROOTS:
        return name
    return "shared" if "shared" in schema.get("required", ()) else "case"


def _read(path: Path) -> Mapping[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        found = None
    if not isinstance(found, dict) or "properties" not in found:
        raise NotASchema("a file is no schema of this format: it is no JSON Schema of an object")
    return found
