"""
The codelists as one JSON document, and their crosswalks as SSSOM.
"""

from __future__ import annotations

import csv
import io
from typing import Any

import attrs

from rednotice import codelists

_FIELDS = (
    *("subject_id", "subject_label", "predicate_id", "object_id"),
    "mapping_justification",
)
# The crosswalks name codes that mean the same for most purposes; their owners define them apart.
_PREDICATE = "skos:closeMatch"
_JUSTIFICATION = "semapv:ManualMappingCuration"


def as_object() -> list[dict[str, Any]]:
    """
    Every codelist with its codes, as plain values in the order of the index.
    """
    return [_listed(codelists.codelist(name)) for name in codelists.names()]


def _listed(found: codelists.Codelist) -> dict[str, Any]:
    about = {
        field.name: getattr(found, field.name)
        for field in attrs.fields(codelists.Codelist)
        if field.name != "codes"
    }
    return {**about, "codes": [_code(code) for code in found]}


def _code(code: codelists.Code) -> dict[str, Any]:
    """
    The members of *code* that say something.
    """
    members = attrs.asdict(code, recurse=False) | {"traits": sorted(code.traits)}
    return {name: value for name, value in members.items() if value or name == "definition"}


def crosswalks(address: str, version: str) -> bytes:
    """
    The crosswalks of all codelists as a mapping set in SSSOM's form of tab-separated values;
    *address* is where the files of the schema's *version* are served.

    Source:
        A Simple Standard for Sharing Ontological Mappings (SSSOM), https://w3id.org/sssom.
    """
    table = io.StringIO()
    for line in _metadata(address, version):
        table.write(f"# {line}\n")
    writer = csv.writer(table, delimiter="\t", lineterminator="\n")
    writer.writerow(_FIELDS)
    for name in codelists.names():
        for code in codelists.codelist(name):
            for other in code.crosswalk:
                subject = f"rednotice:{name}/{code.code}"
                writer.writerow([subject, code.label, _PREDICATE, other, _JUSTIFICATION])
    return table.getvalue().encode()


def _metadata(address: str, version: str) -> list[str]:
    lists = f"{address}codelists/"
    prefixes = [code.code for code in codelists.codelist("vocabularies")]
    return [
        "curie_map:",
        f"  rednotice: {lists}",
        "  semapv: https://w3id.org/semapv/vocab/",
        "  skos: http://www.w3.org/2004/02/skos/core#",
        *(f"  {prefix}: {lists}vocabularies/{prefix}/" for prefix in prefixes),
        f"mapping_set_id: {address}crosswalks.sssom.tsv",
        f'mapping_set_version: "{version}"',
        "license: https://creativecommons.org/publicdomain/zero/1.0/",
    ]
