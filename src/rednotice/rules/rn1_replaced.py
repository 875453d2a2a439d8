"""
RN1 Replaced codes: codes that went out of use and have a successor.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from rednotice import codelists
from rednotice.findings import Severity
from rednotice.insight.questions import Problem, rule
from rednotice.insight.view import View
from rednotice.records import fields_of
from rednotice.records.shapes import Scalar
from rednotice.types.codes import Codes

if TYPE_CHECKING:
    from rednotice.documents import Path


@rule("RN122", Severity.INFO)
def replaced_code(view: View) -> Iterator[Problem]:
    """
    A code was replaced by another.

    A code stays valid for ever, since other people's data hold it, and its list names the one to
    use instead. Write that one. The code of a former state may stand where the former state is
    meant, as in the country of a birth.
    """
    if _all_replaced().isdisjoint(view.states):
        return  # as in most cases, whose records need not be gone over
    for path, record in view.records:
        kind: Any = type(record)
        for member, successors in _replaced(kind):
            value = record.__dict__.get(member)
            if value is None:
                continue
            for place, code in _each(value):
                if code in successors:
                    message = f"This code was replaced. Write `{successors[code]}`."
                    yield (*path, member, *place), message


def _each(value: Any) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, tuple):
        yield from (((at,), code) for at, code in enumerate(value))
    else:
        yield (), value


@cache
def _replaced(kind: Any) -> tuple[tuple[str, Mapping[str, str]], ...]:
    """
    The members of the records of class *kind* whose list has replaced codes, each with the
    successors of these.
    """
    found = ((field.name, _successors(field.one)) for field in fields_of(kind))
    return tuple((name, successors) for name, successors in found if successors)


@cache
def _all_replaced() -> frozenset[str]:
    """
    The replaced codes of all lists. They are states and issuers, and a test holds it.
    """
    lists = map(codelists.codelist, codelists.names())
    return frozenset(code.code for each in lists for code in each if code.replaced_by)


def _successors(shape: Any) -> dict[str, str]:
    limits = shape.limits if isinstance(shape, Scalar) else ()
    return {
        code.code: code.replaced_by
        for limit in limits
        if isinstance(limit, Codes)
        for code in limit.codelist
        if code.replaced_by
    }
