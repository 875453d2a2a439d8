"""
A rule: a small pure question about a case or about one of its records, whose docstring is its
manual page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar, overload

import attrs

from rednotice.findings import Manual, Severity
from rednotice.insight.missing import accounts_for
from rednotice.records import Audience
from rednotice.records.docstrings import docstring

if TYPE_CHECKING:
    from rednotice.documents import Path
    from rednotice.insight.view import View

T = TypeVar("T")
Problem = tuple["Path", str]
AboutACase = Callable[["View"], Iterator[Problem]]
AboutARecord = Callable[[T, "View"], Iterator[Problem]]


@attrs.frozen
class Rule:
    """
    A question and its manual page.

    Attributes:
        manual: The manual page.
        question: Yields a path and a message for each problem. It is asked of the view of a case,
            and its paths begin there; or, where there are classes in *of*, of a record and the
            view, and its paths begin at the record.
        of: The classes of the records that it is about; none where it is about the whole case.
        having: Members of which a record must have one, or the question is not asked of it.
        lacking: Members of which it must have none, and not say in `missing` why.
        guards_release: Whether it guards what may leave, and is information within.
    """

    manual: Manual
    question: Callable[..., Iterator[Problem]]
    of: tuple[type[Any], ...] = ()
    having: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    guards_release: bool = False

    def severity(self, audience: Audience) -> Severity:
        """
        How much a finding weighs for *audience*.

        Rules about consent, review and harm are errors where data leave, and information within.
        """
        if self.guards_release:
            return Severity.INFO if audience is Audience.INTERNAL else Severity.ERROR
        return self.manual.severity

    def problems(self, view: View) -> Iterator[Problem]:
        """
        The paths and messages of what the question finds in the case of *view*.
        """
        for _, path, message in asked((self,), view):
            yield path, message


def asked(  # noqa: C901, PLR0912  # it is in every rule's way; two functions take a tenth longer
    rules: Iterable[Rule], view: View
) -> Iterator[tuple[Rule, Path, str]]:
    """
    What *rules* find in the case of *view*, rule by rule: the rule, a path and a message.

    A rule about records is asked of those that the case has, in the model's order.
    """
    for rule in rules:
        question, having, lacking = rule.question, rule.having, rule.lacking
        if not rule.of:
            for path, message in question(view):
                yield rule, path, message
        for kind in rule.of:
            for path, record in view.each(kind):
                # Loops, since a call for each record would cost as much as many a rule.
                there = record.__dict__
                for name in having:
                    if name in there:
                        break
                else:
                    if having:
                        continue
                for name in lacking:
                    if name in there:
                        break
                else:
                    if lacking and "missing" in there and accounts_for(record, *lacking):
                        continue
                    for place, message in question(record, view):
                        yield rule, (*path, *place), message


@overload
def rule(
    number: str, severity: Severity = ..., *, since: str = ..., guards_release: bool = ...
) -> Callable[[AboutACase], Rule]: ...


@overload
def rule(
    number: str,
    severity: Severity = ...,
    *,
    of: type[T],
    having: str | tuple[str, ...] = ...,
    lacking: str | tuple[str, ...] = ...,
    since: str = ...,
    guards_release: bool = ...,
) -> Callable[[AboutARecord[T]], Rule]: ...


@overload
def rule(
    number: str,
    severity: Severity = ...,
    *,
    of: tuple[type[Any], ...],
    having: str | tuple[str, ...] = ...,
    lacking: str | tuple[str, ...] = ...,
    since: str = ...,
    guards_release: bool = ...,
) -> Callable[[AboutARecord[Any]], Rule]: ...


def rule(  # noqa: PLR0913  # all but the first two by their names
    number: str,
    severity: Severity = Severity.ERROR,
    *,
    of: type[Any] | tuple[type[Any], ...] = (),
    having: str | tuple[str, ...] = (),
    lacking: str | tuple[str, ...] = (),
    since: str = "1.0",
    guards_release: bool = False,
) -> Callable[[Callable[..., Iterator[Problem]]], Rule]:
    """
    Make a function the rule *number*; its name, with dashes, names the fault and not the cure.

    Without *of*, the function is asked once of the view of each case. With *of*, it is asked of
    each record of that class, or of one of several, and of the view; with *having*, only of records
    that have that member, or one of several; with *lacking*, only of records that have no such
    member, or none of several, and do not say in `missing` why.
    """

    def make(question: Callable[..., Iterator[Problem]]) -> Rule:
        name = question.__name__.replace("_", "-")
        return Rule(
            Manual(number, name, severity, since, docstring(question)),
            question,
            of if isinstance(of, tuple) else (of,),
            (having,) if isinstance(having, str) else having,
            (lacking,) if isinstance(lacking, str) else lacking,
            guards_release,
        )

    return make
