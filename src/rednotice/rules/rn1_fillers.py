"""
RN1 Fillers: what a tool wrote where somebody should have.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from rednotice import codelists
from rednotice.findings import Severity
from rednotice.insight.fillers import has_filler, is_filler, is_filler_hash, is_start_of_list
from rednotice.insight.questions import Problem, rule
from rednotice.insight.view import View
from rednotice.model import Capture, Clearance, CustodyStep, Quotation

if TYPE_CHECKING:
    from rednotice.documents import Path

_HASHES: dict[type[Any], str] = {
    Capture: "sha256",
    CustodyStep: "sha256",
    Quotation: "sha256",
    Clearance: "text_sha256",
}
_STEP = "A tool filled this in. Write what the source says, or leave the member out."


@rule("RN121", Severity.WARNING, since="1.0")
def filled_in_by_a_tool(view: View) -> Iterator[Problem]:
    """
    A text, a hash or a list of states is what a tool or a template fills in.

    Editors and forms put an example or the first entries of a list where somebody is to write, and
    afterwards it is taken for a fact: the hash of an empty file, `string`, Lorem ipsum, the first
    states of a list. Write what the source says, or leave the member out.
    """
    for place in (*_texts(view), *_hashes(view), *_lists(view)):
        yield place, _STEP


def _texts(view: View) -> Iterator[Path]:
    if not has_filler([*view.prose, *view.identifying]):
        return  # as in most cases, whose records need not be gone over
    for (path, record), layout in zip(view.records, view.layouts, strict=True):
        for member in (*layout.prose, *layout.identifying):
            if is_filler(record.__dict__[member]):
                yield (*path, member)


def _hashes(view: View) -> Iterator[Path]:
    for kind, member in _HASHES.items():
        for path, record in view.each(kind):
            if member in record.__dict__ and is_filler_hash(record.__dict__[member]):
                yield (*path, member)


def _lists(view: View) -> Iterator[Path]:
    for path, member, codes in view.state_lists:
        if is_start_of_list(codes, _first_states()):
            yield (*path, member)


@cache
def _first_states() -> list[str]:
    return [code.code for code in codelists.codelist("countries")]
