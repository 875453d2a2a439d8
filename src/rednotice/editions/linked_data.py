"""
A JSON-LD context, by which a case is read as linked data.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from rednotice import codelists
from rednotice.model import Case, SharedDocument
from rednotice.records import Field, fields_of, record_classes
from rednotice.records.shapes import Mapped, Nested, Scalar, Shape
from rednotice.types.codes import Codes

Context = dict[str, Any]
_EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_TYPES = {
    "PartialDate": _EDTF,
    "Duration": f"{_XSD}duration",
    "Timestamp": f"{_XSD}dateTime",
    "Address": f"{_XSD}anyURI",
}


def context(address: str) -> Context:
    """
    The context of cases and shared documents; *address* is where the files of the schema's version
    are served.

    Each record is a node, each member a property of its class, and each code the address of a row
    of its codelist. Ids become plain texts: they are unique within their case only, so that as
    addresses the records of two cases would become one.
    """
    terms = {**_terms(SharedDocument, address), **_terms(Case, address)}
    return {"@context": {"@version": 1.1, "@vocab": f"{address}terms/", **terms}}


def _terms(cls: Any, address: str) -> Context:
    return {field.name: _term(field, cls, address) for field in fields_of(cls)}


def _term(field: Field, cls: Any, address: str) -> Any:
    term = {"@id": f"{address}terms/{cls.__name__}/{field.name}", **_value(field.one, address)}
    if field.meaning.ordered:
        term["@container"] = "@list"
    return term


def _codes(codes: Codes, address: str) -> Context:
    """
    What a code stands for. A code that is spelt like a member is named, for it would be taken for
    that member.
    """
    lists = f"{address}codelists/"
    alike = {
        code.code: f"{lists}{codes.name}/{code.code}"
        for code in codes.codelist
        if code.code in _members()
    }
    others = codelists.codelist("vocabularies") if codes.codelist.open else ()
    prefixes = {
        one.code: {"@id": f"{lists}vocabularies/{one.code}/", "@prefix": True} for one in others
    }
    return {"@vocab": f"{lists}{codes.name}/", **alike, **prefixes}


@cache
def _members() -> frozenset[str]:
    classes = (*record_classes(Case), *record_classes(SharedDocument))
    return frozenset(field.name for cls in classes for field in fields_of(cls))


def _value(shape: Shape, address: str) -> Context:
    match shape:
        case Nested(cls):
            return {"@context": _terms(cls, address)}
        case Mapped():
            return {"@type": "@json"}
        case Scalar() if lists := [one for one in shape.limits if isinstance(one, Codes)]:
            return {"@type": "@vocab", "@context": _codes(lists[0], address)}
        case Scalar() if shape.named and shape.named.name in _TYPES:
            return {"@type": _TYPES[shape.named.name]}
    return {}
