"""
Rules: each is a small pure function of a case or of one of its records, whose docstring is its
manual page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import count
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeVar, overload

import attrs

from rednotice.findings import Manual, Severity
from rednotice.insight.missing import accounts_for
from rednotice.insight.sources import is_coded_in_full
from rednotice.records import Audience
from rednotice.records.docstrings import docstring

if TYPE_CHECKING:
    from rednotice.documents import Path
    from rednotice.insight.layouts import Layout
    from rednotice.insight.view import View

T = TypeVar("T")
Problem = tuple["Path", str]
AboutACase = Callable[["View"], Iterator[Problem]]
AboutARecord = Callable[[T, "View"], Iterator[Problem]]
Found = tuple["Rule", "Path", str]
_Placed = tuple[int, Found]  # with the place of the rule among all
_About = tuple["Path", Any, "View", list[_Placed]]
MOST = 1_000  # problems that one rule tells of one case; a hostile case can have millions
_MORE = f"This is so in more places than the {MOST:,} that are listed. Mend these first."


@attrs.frozen
class Rule:
    """
    A rule and its manual page.

    Attributes:
        manual: The manual page.
        question: Yields a path and a message for each problem. Without *of*, it takes the view of a
            case, and its paths begin at the case. With *of*, it takes a record and the view, and
            its paths begin at the record.
        of: The classes of the records that the rule is about; empty if it is about the whole case.
        having: Members of which a record must have at least one, or the rule skips it.
        lacking: Members of which a record must have none, nor a reason in `missing`, or the rule
            skips it; it also skips a record whose sources are all coded in full.
        guards_release: Whether the rule guards what may be released; for the internal audience, its
            findings are information.
        of_releases: Whether the rule is about documents that have a `release` record, and about no
            others.
        asks_for_more: Whether the rule asks the coder to enter something that the case can do
            without.
    """

    manual: Manual
    question: Callable[..., Iterator[Problem]]
    of: tuple[type[Any], ...] = ()
    having: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    guards_release: bool = False
    of_releases: bool = False
    asks_for_more: bool = False

    def applies(self, *, released: bool) -> bool:
        """
        Whether the rule is asked of a document, which is *released* if it has a `release` record.

        A release is asked whether it is clean. Whether the case might go was asked before, of the
        case that was kept. Whoever holds a release cannot add what a coder would be asked for,
        and what was taken out must not be asked for again.
        """
        if self.of_releases:
            return released
        asks = self.asks_for_more or bool(self.lacking) or self.manual.severity is Severity.INFO
        return not (released and (asks or self.guards_release))

    def severity(self, audience: Audience) -> Severity:
        """
        The severity of a finding for *audience*.

        Findings about consent, review and harm are errors for outside audiences, and information
        for the internal one.
        """
        if self.guards_release:
            return Severity.INFO if audience is Audience.INTERNAL else Severity.ERROR
        return self.manual.severity

    def problems(self, view: View) -> Iterator[Problem]:
        """
        Yield the path and the message of each problem in the case of *view*.
        """
        for _, path, message in Questions((self,)).asked(view):
            yield path, message


class Questions:
    """
    Rules, sorted by whether they are asked of documents that are kept, of releases, or of both.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        every = tuple(rules)
        self._kept = _Grouped(rule for rule in every if rule.applies(released=False))
        self._released = _Grouped(rule for rule in every if rule.applies(released=True))

    def asked(self, view: View) -> list[Found]:
        """
        The problems that the rules find in the document of *view*, rule by rule: rule, path and
        message.

        The problems of one rule are in the order of the records. Rules that do not apply to the
        document, because it is a release or because it is none, are left out.
        """
        return self.asked_of_each([view])[0]

    def asked_of_each(self, views: Sequence[View]) -> list[list[Found]]:
        """
        The problems in the document of each of *views*, as `asked` finds them.

        Each rule is asked of all views before the next one. The code of all rules is larger than
        the cache of a processor, so that asking many cases at once is faster than one by one.
        """
        found: list[list[_Placed]] = [[] for _ in views]
        kept = [one for one in zip(views, found, strict=True) if not one[0].case.release]
        released = [one for one in zip(views, found, strict=True) if one[0].case.release]
        self._kept.ask(kept)
        self._released.ask(released)
        for each in found:
            each.sort(key=itemgetter(0))
        return [[one for _, one in each] for each in found]


class _Grouped:
    """
    Rules grouped by the records that they are about, so that only rules for the records of a case
    are applied to it.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._of_cases: list[tuple[int, Rule]] = []
        self._of_records: dict[int, Rule] = {}
        self._places: dict[type, list[int]] = {}
        places = count()
        for rule in rules:
            if not rule.of:
                self._of_cases.append((next(places), rule))
            for kind in rule.of:
                place = next(places)
                self._of_records[place] = rule
                self._places.setdefault(kind, []).append(place)
        # Most records of a class have one of a few combinations of members.
        self._applicable = lru_cache(maxsize=4096)(self._applying)

    def ask(self, asked: list[tuple[View, list[_Placed]]]) -> None:
        """
        Ask the rules of each view, and add what they find to its list.
        """
        self._ask_of_cases(asked)
        for place, about in self._about(asked).items():
            rule = self._of_records[place]
            question, lacking = rule.question, rule.lacking
            for path, record, view, found in about:
                if len(found) > MOST and _is_enough(found, place):
                    continue
                if lacking and _is_accounted_for(view, path, record, lacking):
                    continue
                for within, message in question(record, view):
                    if len(found) >= MOST and found[-MOST][0] == place:
                        found.append((place, (rule, (), _MORE)))
                        break
                    found.append((place, (rule, (*path, *within), message)))

    def _ask_of_cases(self, asked: list[tuple[View, list[_Placed]]]) -> None:
        for place, rule in self._of_cases:
            question = rule.question
            for view, found in asked:
                most = len(found) + MOST
                for path, message in question(view):
                    if len(found) == most:
                        found.append((place, (rule, (), _MORE)))
                        break
                    found.append((place, (rule, path, message)))

    def _about(self, asked: list[tuple[View, list[_Placed]]]) -> dict[int, list[_About]]:
        """
        The records that each rule is asked about, by the places of the rules.
        """
        about = defaultdict[int, list[_About]](list)
        applicable = self._applicable
        for view, found in asked:
            for (path, record), layout in zip(view.records, view.layouts, strict=True):
                places = applicable(layout)
                if places:
                    one = path, record, view, found
                    for place in places:
                        about[place].append(one)
        return about

    def _applying(self, layout: Layout) -> tuple[int, ...]:
        """
        The places of the rules about records of this *layout*, apart from reasons in `missing`.
        """
        return tuple(
            place
            for place in self._places.get(layout.kind, ())
            if _fits(self._of_records[place], layout)
        )


def _fits(rule: Rule, layout: Layout) -> bool:
    return layout.members.isdisjoint(rule.lacking) and (
        not rule.having or not layout.members.isdisjoint(rule.having)
    )


def _is_enough(found: list[_Placed], place: int) -> bool:
    """
    Whether *found* ends with as many problems of the rule at *place* as are told.
    """
    last, (_, _, message) = found[-1]
    return last == place and message is _MORE


def _is_accounted_for(view: View, path: Path, record: Any, members: tuple[str, ...]) -> bool:
    return accounts_for(record, *members) or is_coded_in_full(view, path)


@overload
def rule(
    number: str,
    severity: Severity = ...,
    *,
    since: str = ...,
    guards_release: bool = ...,
    of_releases: bool = ...,
    asks_for_more: bool = ...,
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
    of_releases: bool = ...,
    asks_for_more: bool = ...,
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
    of_releases: bool = ...,
    asks_for_more: bool = ...,
) -> Callable[[AboutARecord[Any]], Rule]: ...


def rule(  # noqa: PLR0913  # all but the first two are keyword-only
    number: str,
    severity: Severity = Severity.ERROR,
    *,
    of: type[Any] | tuple[type[Any], ...] = (),
    having: str | tuple[str, ...] = (),
    lacking: str | tuple[str, ...] = (),
    since: str = "1.0",
    guards_release: bool = False,
    of_releases: bool = False,
    asks_for_more: bool = False,
) -> Callable[[Callable[..., Iterator[Problem]]], Rule]:
    """
    Make a function the rule *number*. The rule's name is the function's name with dashes; it names
    the fault, not the remedy.

    Without *of*, the function is called once for each case, with its view. With *of*, it is called
    for each record of that class, or of several classes, with the record and the view. *having*
    limits it to records that have that member, or one of several. *lacking* limits it to records
    that have no such member, or none of several, give no reason in `missing`, and rest on a source
    that is not coded in full.

    A document with a `release` record is asked the rules *of_releases*. It is not asked those that
    guard a release, those that ask for more (by *lacking*, *asks_for_more*, or as information).
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
            of_releases,
            asks_for_more,
        )

    return make
