"""
Validate a document, explain a refusal, and build the record of an accepted document.
"""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from rednotice import faults
from rednotice.documents import Document, PlainDocument
from rednotice.findings import Finding, Manual
from rednotice.gate.published import compiled, schema_at
from rednotice.gate.reasons import MOST, finding_at, findings_of, more_of, repeated_in
from rednotice.gate.values import as_json
from rednotice.gate.wrapped import unwrapped, wrapper
from rednotice.model import VERSION, Case, SharedDocument
from rednotice.model.case import OLDER_VERSIONS
from rednotice.records import builder
from rednotice.records.json_schema import POINTER
from rednotice.words.likeness import is_plain_name, nearest
from rednotice.words.signs import COLONS, CURLY_MARKS, NO_COLON

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator

    from rednotice.documents import Path
    from rednotice.gate.portions import Sound

# What to do if the document is not an object, and if it is a list.
_HOW = (
    f'Write lines of `name: value`, beginning with `rednotice: "{VERSION}"`. A table is not read.',
    "Write several cases as a JSON array, as lines of JSON, or as YAML with --- between them.",
)
_DOCUMENTS = (Case, SharedDocument)
_LARGE = 2**21  # bytes
_MOST_PLACES = 64  # whose schemas are kept compiled


@cache
def _validator(cls: type) -> Draft202012Validator:
    return _compiled(compiled(cls))


def _compiled(schema: dict[str, Any]) -> Draft202012Validator:
    import jsonschema_rs  # slow to import, and needed only here

    # The linear engine: no text can make a pattern take exponential time.
    return jsonschema_rs.Draft202012Validator(schema, pattern_options=jsonschema_rs.RegexOptions())


@cache
def _soundness(cls: type) -> Sound:
    """
    Whether a part of a *cls*, at a path, is accepted there; False if the schema does not say.
    """
    validators: dict[Path, Draft202012Validator | None] = {}

    def is_sound(part: Any, path: Path) -> bool:
        place = tuple(0 if isinstance(one, int) else one for one in path)
        if place not in validators:
            if len(validators) >= _MOST_PLACES:
                validators.clear()
            found = schema_at(cls, place)
            if found is not None:  # values that stand twice are told by themselves
                found.pop("uniqueItems", None)
            validators[place] = None if found is None else _compiled(found)
        validator = validators[place]
        return validator is not None and validator.is_valid(part)

    return is_sound


def _kind(value: Any) -> type:
    """
    The record class of the document *value*: a shared document if it says ``shared: true``.
    """
    is_shared = isinstance(value, dict) and value.get("shared") is True
    return SharedDocument if is_shared else Case


def is_accepted(value: Any, cls: type | None = None) -> bool:
    """
    Whether the published schema accepts the plain *value* as a *cls*; without *cls*, as a case or a
    shared document.
    """
    return _validator(cls or _kind(value)).is_valid(value)


def decode(value: Any, cls: type | None = None) -> Any:
    """
    Build the record of *value*, which the schema must have accepted already. A ``$schema`` for
    editors stays behind.
    """
    if POINTER in value:
        value = {name: part for name, part in value.items() if name != POINTER}
    return builder(cls or _kind(value))(value)


def explain(document: Document, cls: type | None = None) -> list[Finding]:
    """
    The reasons why *document* is refused as a *cls*, in document order; empty if it is accepted.
    """
    value, root = document.value, cls or _kind(document.value)
    repeated = repeated_in(document, root)
    if root not in _DOCUMENTS:
        if not isinstance(value, dict):
            message = f"This must be an object: a {root.__name__}."
            return [finding_at(document, root, faults.WRONG_TYPE, message)]
        return [
            *repeated,
            *findings_of(_validator(root).iter_errors, document, root, _soundness(root)),
        ]
    if repeated and (not isinstance(value, dict) or value.get("rednotice") != VERSION):
        return repeated  # the schema cannot be applied to a document of no known version
    if isinstance(value, dict) and document.is_text and (name := wrapper(value, root)):
        message = unwrapped(name, value[name])
        return [finding_at(document, root, faults.UNKNOWN_MEMBER, message, key=name)]
    refusal = _refusal(value, root, is_text=document.is_text)
    if refusal is not None:
        fault, message, path = refusal
        return [finding_at(document, root, fault, message, path)]
    return [*repeated, *findings_of(_validator(root).iter_errors, document, root, _soundness(root))]


def _refusal(value: Any, root: type, *, is_text: bool) -> tuple[Manual, str, Path] | None:
    """
    Why *value* is not a document of this version at all: the fault, the message and the path of the
    member at fault.
    """
    if not isinstance(value, dict):
        if is_text and isinstance(value, str) and NO_COLON.match(value):
            return faults.WRONG_TYPE, COLONS, ()
        how = f" {_HOW[isinstance(value, list)]}" if is_text else ""
        return faults.WRONG_TYPE, f"A document must be an object, one case.{how}", ()
    if value.get("rednotice") != VERSION:
        at = ("rednotice",) if "rednotice" in value else ()
        return faults.UNKNOWN_VERSION, _of_version(value, is_text=is_text), at
    if root is not _kind(value):
        return faults.WRONG_VALUE, _OTHER[root], ("shared",) if "shared" in value else ()
    return None


def _of_version(value: dict[str, Any], *, is_text: bool) -> str:
    """
    Why it is not known which schema *value* follows.
    """
    version = value.get("rednotice")
    if version == float(VERSION) and type(version) is not bool:
        how = ", so put it in quotes" if is_text else ""
        return f'The version must be text{how}: rednotice: "{VERSION}".'
    if version in OLDER_VERSIONS:
        return (
            f'This document follows an older version, and this library reads "{VERSION}". Bring it'
            " there by `rednotice migrate`."
        )
    if isinstance(version, str) and version.strip(CURLY_MARKS) == VERSION:
        return f'Write straight quotation marks around the version: rednotice: "{VERSION}".'
    if isinstance(version, str):
        return (
            f'This library knows the schema version "{VERSION}". Write it so, or upgrade rednotice'
            " if the document follows a newer one."
        )
    near = nearest("rednotice", (name for name in islice(value, _MOST_MEMBERS)))
    if near is not None and near != "rednotice" and is_plain_name(near):
        return f'`{near}` is not the name of the version. Write: rednotice: "{VERSION}".'
    return f'A document must name its schema version. Begin it with: rednotice: "{VERSION}".'


_MOST_MEMBERS = 64  # of a document, among which the name of the version is looked for
_OTHER: dict[type, str] = {
    Case: "This is a shared document. Read it as a rednotice.SharedDocument, or take `shared` out"
    " if it is a case.",
    SharedDocument: "A shared document must have the member `shared: true`. Add it.",
}


def admit(document: Document, cls: type | None = None) -> Any:
    """
    The record of *document*, or a list of findings that explain the refusal.

    The document must hold a *cls*; without *cls*, a case or a shared document.
    """
    root = cls or _kind(document.value)
    if len(getattr(document, "text", "")) > _LARGE and (found := explain(document, root)):
        return found  # without a copy of the whole, which the engine makes to accept it
    is_right_kind = root not in _DOCUMENTS or root is _kind(document.value)
    if not document.repeated and is_right_kind and is_accepted(document.value, root):
        return decode(document.value, root)
    return explain(document, root)


def admit_value(value: Any, cls: type | None = None) -> tuple[Document, Any]:
    """
    Make a document of the Python *value*, and return it with the result of `admit`.

    Values that JSON has no type for are reported first, and alone.
    """
    plain, found = as_json(value)
    document = PlainDocument(plain)
    if not found:
        return document, admit(document, cls)
    root = cls or _kind(plain)
    told = [finding_at(document, root, fault, say, path) for path, fault, say in found[:MOST]]
    return document, [*told, *([more_of(document)] if len(found) > MOST else [])]
