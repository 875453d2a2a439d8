"""
Bring documents of one version of the schema to another, step by step.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path as FilePath
from typing import Any

import attrs

from rednotice import faults, formats, gate
from rednotice.datasets.encrypted import (
    encrypted_name,
    encrypting,
    opened,
    refuse_plain_red,
)
from rednotice.datasets.files import Files, hidden
from rednotice.datasets.paths import StrPath, paths_of, taken, usable
from rednotice.datasets.placing import placed
from rednotice.datasets.tally import Tally
from rednotice.documents import Document, Path, PlainDocument
from rednotice.errors import UnprotectedRed
from rednotice.findings import Finding, Manual, Report, Severity, Unread
from rednotice.gate.portions import Portions
from rednotice.gate.values import as_json
from rednotice.migrations import differences, versions, way
from rednotice.migrations.differences import Change
from rednotice.migrations.fitting import OF_THE_WHOLE, Unfit
from rednotice.migrations.frozen import frozen_schema
from rednotice.migrations.moving import Edition, moved
from rednotice.model.case import OLDER_VERSIONS, VERSION
from rednotice.names.masks import Masks, unreadable

_ROOTS = {"case": "Case", "shared": "SharedDocument"}
# Members that say who knows of a record; without them it may seem safer to show than it is.
_GUARDS = frozenset({"known_to"})
_MOST = 10_000  # findings that a report keeps
_SHOWN = 5  # places at which one document differs from its version


@attrs.frozen
class Migration:
    """
    What `migrate` did.

    Attributes:
        report: The findings: documents that were refused, and what the new version cannot hold.
        version: The version that the documents were brought to.
        written: The number of documents that were written.
        changed: How many of them followed another version before.
        files: The files that were written.
        commented: How many of the files that were read have comments, which the new ones lack.
        unwritten: How many files were not written, because a document in them was refused.
        red: How many files were not written, because a case in them is marked ``tlp: red`` and they
            would not be encrypted.
    """

    report: Report
    version: str
    written: int
    changed: int
    files: tuple[FilePath, ...]
    commented: int
    unwritten: int
    red: int


def migrate(  # noqa: PLR0913  # each is a choice of its own
    path: StrPath,
    out: StrPath,
    *,
    to: str = VERSION,
    from_version: str | None = None,
    format: str | None = None,
    encrypt_to: Iterable[str] = (),
    plain_red: bool = False,
) -> Migration:
    """
    Bring the documents of a file or folder to another version of the schema, and write them to a
    new place.

    A document is brought from one version to the next, until it has the version *to*. What a
    version cannot hold waits in the document under ``extensions`` as ``org.rednotice.residue``,
    and takes its place again when the document is brought back. A document that follows *to*
    already is written as it is. A file of which a document is refused is not written.

    Args:
        path: The file or folder, which is not changed.
        out: The new file or folder. It must not exist.
        to: The version to bring the documents to, by default the newest.
        from_version: The version that all documents follow, whatever they say of themselves: the
            documents of the first edition say ``1.0`` and follow ``0.9``.
        format: The format of the files, if the suffix does not tell.
        encrypt_to: The public keys of those who may read what is written, as in `rednotice.write`.
            The files of a folder get ``.age`` behind their names.
        plain_red: Whether cases marked ``tlp: red`` may be written without encryption. Otherwise a
            file with such a case is not written.

    Raises:
        BadKey: If one of *encrypt_to* is no public key.
        MissingExtra: If a file is encrypted and the extra ``age`` is not installed.
        OSError: If *path* cannot be read, or *out* exists or cannot be written.
        TypeError: If *path* or *out* is no path.
        UnknownFormat: If no format has the suffix, or there is no such format.
        UnknownName: If there is no such version.
    """
    way(from_version or VERSION, to)
    place = usable(out)
    if place.exists():
        raise taken(place, "a place")
    with encrypting(*encrypt_to):
        return _Migrating(to, from_version, format, plain_red).of(usable(path), place)


def migrate_dict(
    value: Mapping[str, Any], *, to: str = VERSION, from_version: str | None = None
) -> dict[str, Any]:
    """
    Bring the document *value*, a dict of JSON types, to another version of the schema.

    It does with one dict what `migrate` does with the documents of a file.

    Args:
        value: The document. It is not changed.
        to: The version to bring it to, by default the newest.
        from_version: The version that it follows, whatever it says of itself.

    Raises:
        TypeError: If *value* is no mapping.
        UnknownName: If there is no such version.
        Unreadable: If the document does not follow its version, or cannot be brought to *to*.
    """
    if not isinstance(value, Mapping):
        raise TypeError("a document is a dict; the documents of a file are migrated by migrate()")
    way(from_version or VERSION, to)
    plain, found = as_json(value)
    document = PlainDocument(plain)
    if found:
        raise unreadable([_finding(document, fault, say, path) for path, fault, say in found])
    made, findings = _migrated(document, to, from_version)
    if made is None:
        raise unreadable(findings)
    return made


@cache
def _edition(version: str, name: str) -> Edition:
    import jsonschema_rs  # slow to import

    schema = gate.schema(name) if version == VERSION else frozen_schema(version, name)
    engine = jsonschema_rs.Draft202012Validator(
        schema, pattern_options=jsonschema_rs.RegexOptions()
    )
    return Edition(version, _ROOTS[name], schema, engine.is_valid, engine.iter_errors)


def _migrated(
    document: Document, to: str, from_version: str | None
) -> tuple[dict[str, Any] | None, list[Finding]]:
    """
    The value of *document* in the version *to*, or None if it is refused; with what there is to
    say.
    """
    value = document.value
    if document.repeated:
        message = "A member stands twice in its object. Keep one of the two."
        return None, [_finding(document, faults.DUPLICATE_KEY, message)]
    if not isinstance(value, dict):
        return None, [
            _finding(document, faults.WRONG_TYPE, "A document must be an object, one case.")
        ]
    known = from_version or value.get("rednotice")
    if not isinstance(known, str) or known not in versions():
        message = f"The document must name a version that is known: {', '.join(versions())}."
        return None, [_finding(document, faults.UNKNOWN_VERSION, message)]
    name = "shared" if value.get("shared") is True else "case"
    here, source = {**value, "rednotice": known}, _edition(known, name)
    if not source.accepts(here):
        return None, _wrong(here, source, document, told=from_version is not None)
    findings: list[Finding] = []
    for step in way(known, to):
        rises = step.older == source.version
        target = _edition(step.newer if rises else step.older, name)
        forth, back = (step.up, step.down) if rises else (step.down, step.up)
        try:
            made = moved(here, source=source, target=target, forth=forth, back=back)
        except Unfit as error:
            message = f"The document cannot be brought to version {target.version}: {error}."
            return None, [*findings, _finding(document, faults.WRONG_VALUE, message)]
        findings += _kept(made.kept, target.version, document)
        findings += _left(made.left, made.value, document)
        here, source = made.value, target
    return here, findings


def _wrong(
    value: dict[str, Any], edition: Edition, document: Document, *, told: bool
) -> list[Finding]:
    """
    Where *value* differs from its own version: the first few places, in one finding each.

    *told* says whether the caller named the version.
    """
    if edition.version == VERSION and not told:
        older = _older(value)
        if older is None:
            return gate.explain(document)
        message = (
            f"The document says version {VERSION} and follows {older}. Add --from-version {older}."
        )
        return [_finding(document, faults.UNKNOWN_VERSION, message, ("rednotice",))]
    found: dict[Path, str] = {}
    for path, kind in _errors(value, edition):
        found.setdefault(_shown(path, edition), kind)
        if len(found) == _SHOWN:
            break
    return [
        _finding(
            document,
            faults.WRONG_VALUE,
            f"This is not as version {edition.version} has it ({kind}). Mend it with the release of"
            " rednotice that wrote it, or name another --from-version.",
            path,
        )
        for path, kind in found.items()
    ]


def _errors(value: dict[str, Any], edition: Edition) -> Iterator[tuple[Path, str]]:
    """
    Yield the place and the keyword of each error in *value*, at least one.
    """
    portions = Portions(value)
    told = False
    for portion in portions:
        for error in edition.errors_of(portion):
            # What a portion lacks may stand in another.
            if portion is value or error.kind.name not in OF_THE_WHOLE:
                told = True
                yield portions.path(error.instance_path), error.kind.name
    if not told:
        yield (), "required"


def _older(value: dict[str, Any]) -> str | None:
    """
    The newest older version that *value* follows, whatever it says; None if it follows none.
    """
    name = "shared" if value.get("shared") is True else "case"
    following = (
        version
        for version in reversed(OLDER_VERSIONS)
        if _edition(version, name).accepts({**value, "rednotice": version})
    )
    return next(following, None)


def _shown(path: Path, edition: Edition) -> Path:
    """
    *path* up to the first name that is none of a member of the schema, and so may be a value.
    """
    known = _member_names(edition)
    for end, step in enumerate(path):
        if isinstance(step, str) and step not in known:
            return path[:end]
    return path


def _member_names(edition: Edition) -> frozenset[str]:
    types = (edition.schema, *edition.schema["$defs"].values())
    return frozenset(name for each in types for name in each.get("properties", ()))


def _kept(changes: tuple[Change, ...], version: str, document: Document) -> Iterator[Finding]:
    for change in changes:
        if "value" not in change:
            continue  # the other half of something that moved, and nothing is lost by it
        path = differences.at(change, document.value)
        guards = bool(_GUARDS.intersection(map(str, path)))
        message = f"Version {version} cannot hold this as it is. It waits under `extensions`."
        if "for" in change:
            message = (
                f"Version {version} says this less exactly. The old words wait under `extensions`."
            )
        if guards:
            message += " It does not protect the record there: decide who may know of it."
        severity = Severity.WARNING if guards else None
        yield _finding(document, faults.KEPT_AS_RESIDUE, message, path, severity)


def _left(
    changes: tuple[Change, ...], value: dict[str, Any], document: Document
) -> Iterator[Finding]:
    for change in changes:
        path = differences.at(change, value)
        message = "A value that waited for this record does not apply any more. It still waits."
        yield _finding(document, faults.NOT_PLACED, message, path)


def _finding(
    document: Document,
    fault: Manual,
    message: str,
    path: Path = (),
    severity: Severity | None = None,
) -> Finding:
    value = document.value
    case = value.get("id") if isinstance(value, dict) else None
    return Finding(
        fault,
        message,
        path=path,
        case=case if isinstance(case, str) else None,
        severity=severity or fault.severity,
        file=document.file,
        document=document,
    )


class _Refused(Exception):  # it never leaves this module
    """
    A document of a file was refused, and so the file is not written.
    """


@attrs.define
class _Migrating:
    """
    The state of a running migration.
    """

    to: str
    from_version: str | None
    format: str | None
    plain_red: bool
    tally: Tally = attrs.field(init=False, factory=lambda: Tally(_without_document, _MOST))
    masks: Masks = attrs.field(init=False, factory=Masks)
    written: int = 0
    changed: int = 0
    commented: int = 0
    unwritten: int = 0
    red: int = 0
    unopened: list[Unread] = attrs.field(factory=list[Unread])

    def of(self, path: FilePath, out: FilePath) -> Migration:
        """Migrate the file or folder *path* to *out*."""
        is_folder = path.is_dir()
        files = Files(paths_of(path), self.format, self._note_unopened if is_folder else _raise)
        made: list[FilePath] = []
        if is_folder and files.files:
            out.mkdir()
        for file in files.files:
            place = encrypted_name(out / file.relative_to(path)) if is_folder else out
            if is_folder:
                place.parent.mkdir(parents=True, exist_ok=True)
            if self._write(files, file, place):
                made.append(place)
        report = self.tally.report(self.masks, files=len(files.files))
        return Migration(
            report=attrs.evolve(
                report,
                unopened=tuple(hidden(self.unopened)),
                passed_over=tuple(hidden(files.passed_over)),
            ),
            version=self.to,
            written=self.written,
            changed=self.changed,
            files=tuple(made),
            commented=self.commented,
            unwritten=self.unwritten,
            red=self.red,
        )

    def _note_unopened(self, unread: Unread, _error: OSError) -> None:
        self.unopened.append(unread)

    def _write(self, files: Files, file: FilePath, place: FilePath) -> bool:
        """Write the documents of *file* to *place*, and return whether all could be."""
        counted = self.written, self.changed
        reader = formats.by_name(self.format) if self.format else formats.for_path(file)
        try:
            with placed(place) as written:
                reader.write(self._all_of(files, file, place), written)
        except (_Refused, UnprotectedRed) as why:
            self.written, self.changed = counted
            self.unwritten += isinstance(why, _Refused)
            self.red += isinstance(why, UnprotectedRed)
            return False
        self.commented += reader is formats.by_name("yaml") and _has_comments(file)
        return True

    def _all_of(self, files: Files, file: FilePath, place: FilePath) -> Iterator[dict[str, Any]]:
        """
        Yield the documents of *file*, to be written to *place*, and fail at the end if one of them
        was refused.
        """
        refused, unopened = self.tally.refused, len(self.unopened)
        on_unopened = self._note_unopened if files.files != (file,) else _raise
        for document in files.documents(file, self._refuse, on_unopened):
            made, findings = _migrated(document, self.to, self.from_version)
            if findings:
                self.masks.look_at(document)
                self.tally.add(findings)
            self.tally.refused += made is None
            if made is not None:
                self.written += 1
                self.changed += self.to != (self.from_version or document.value["rednotice"])
                if not self.plain_red:
                    refuse_plain_red(made, place)
                yield made
        if self.tally.refused > refused or len(self.unopened) > unopened:
            raise _Refused

    def _refuse(self, finding: Finding) -> None:
        self.masks.look_into(finding.file)
        self.tally.refused += not finding.outside
        self.tally.add([finding])


def _without_document(finding: Finding) -> Finding:
    return finding.without_document()


def _raise(_unread: Unread, error: OSError) -> None:
    raise error


def _has_comments(path: FilePath) -> bool:
    from rednotice.formats.yaml import comments  # needed only for YAML

    with opened(path) as file:
        return comments.any_in(file)
