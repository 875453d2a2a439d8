"""
Rules: each is a small pure function of one case, whose docstring is its manual page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import attrs

from rednotice.findings import Manual, Severity
from rednotice.records import Audience
from rednotice.records.docstrings import docstring

if TYPE_CHECKING:
    from rednotice.documents import Path
    from rednotice.insight.view import View

Problem = tuple["Path", str]
Question = Callable[["View"], Iterator[Problem]]


@attrs.frozen
class Rule:
    """
    A rule and its manual page. *question* yields a path and a message for each problem.
    """

    manual: Manual
    question: Question
    guards_release: bool = False

    def severity(self, audience: Audience) -> Severity:
        """
        The severity of a finding for *audience*.

        Findings about consent, review and harm are errors for outside audiences, and information
        for the internal one.
        """
        if self.guards_release:
            return Severity.INFO if audience is Audience.INTERNAL else Severity.ERROR
        return self.manual.severity


def rule(
    number: str,
    severity: Severity = Severity.ERROR,
    *,
    since: str = "1.0",
    guards_release: bool = False,
) -> Callable[[Question], Rule]:
    """
    Make a function the rule *number*. The rule's name is the function's name with dashes; it names
    the fault, not the remedy.
    """

    def make(question: Question) -> Rule:
        name = question.__name__.replace("_", "-")
        page = Manual(number, name, severity, since, docstring(question))
        return Rule(page, question, guards_release)

    return make
