"""
Take persons out of a text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import attrs

from rednotice.errors import IncompleteRedaction
from rednotice.names.redaction.births import Births
from rednotice.names.redaction.digits import near_digits, with_european_digits
from rednotice.names.redaction.identifiers import Identifiers
from rednotice.names.redaction.kinds import Identifier, Kind
from rednotice.names.redaction.misspelt import is_available
from rednotice.names.redaction.persons import Named, persons_of
from rednotice.names.redaction.reading import Reading, readings_of
from rednotice.names.redaction.search import Doubt, Names
from rednotice.types.dates import PartialDate

MARK = "[redacted]"

_ROUNDS = 16  # times that the output is looked at again
_MISSPELLINGS = "misspelt names are not searched for: install rednotice[redact]"


@attrs.frozen
class Span:
    """
    A place of the text as it was: from *start* to before *end*, and what stood there.
    """

    start: int
    end: int
    kind: Kind


@attrs.frozen
class Question:
    """
    A place of the text as it was at which an editor must look, and why.
    """

    start: int
    end: int
    why: Doubt


@attrs.frozen
class Redaction:
    """
    A text without the persons who were looked for. ``str()`` gives the *text*.

    Attributes:
        text: The text, with a mark in each place from which something was taken.
        spans: What was taken out, in the order of the text as it was.
        review: Where an editor must look, since something may name or tell a person.
        skipped: What was not searched for, and what to do about it, as sentences.
    """

    text: str = attrs.field(repr=False)
    spans: tuple[Span, ...]
    review: tuple[Question, ...]
    skipped: tuple[str, ...]

    def __str__(self) -> str:
        return self.text


class Redactor:
    """
    Takes *names* out of any number of texts. See `rednotice.redact` for the arguments.
    """

    def __init__(  # noqa: PLR0913  # all but the first are keyword-only
        self,
        names: Iterable[Named] | Named,
        *,
        numbers: Iterable[str] = (),
        births: Iterable[PartialDate | str] = (),
        keep: Iterable[str] = (),
        mark: str = MARK,
        recognise: Callable[[str], Iterable[tuple[int, int]]] | None = None,
    ) -> None:
        persons = persons_of(names)
        self._mark = mark
        self._recognise = recognise
        self._misspellings = is_available()
        self._names = Names(persons.names, keep, misspellings=self._misspellings)
        self._identifiers = Identifiers([*persons.numbers, *numbers])
        self._births = Births([*persons.births, *map(str, births)])
        if any(True for _ in self._names.find(mark)):
            raise IncompleteRedaction("mark: it has a part of a name in it; choose another mark")

    def redact(self, text: str) -> Redaction:
        """
        *text* without the persons.

        Raises:
            IncompleteRedaction: If something that should be taken out is still found in the result.
        """
        spans, review = self._found(text)
        taken = _merged(spans, text)
        if self._recognise:
            review += [Question(*place, Doubt.RECOGNISED) for place in self._recognise(text)]
        cleared, left = self._without(text, taken), []
        for _ in range(_ROUNDS if taken else 0):
            left = _merged(self._found(cleared)[0], cleared)
            if not left:
                break
            taken = _merged([*taken, *self._as_in(taken, left)], text)
            cleared = self._without(text, taken)
        if taken and left:
            raise IncompleteRedaction(
                "the text still holds something that should have been taken out; leave it out, or"
                " redact it by hand"
            )
        skipped = () if self._misspellings else (_MISSPELLINGS,)
        open_questions = sorted(
            {one for one in review if not any(_overlap(one, span) for span in taken)},
            key=lambda one: (one.start, one.end),
        )
        return Redaction(cleared, tuple(taken), tuple(open_questions), skipped)

    def _found(self, text: str) -> tuple[list[Span], list[Question]]:
        spans: list[Span] = []
        review: list[Question] = []
        for reading in readings_of(text):
            named, asked = self._found_in(reading)
            spans += named
            review += asked
        return spans, review

    def _found_in(self, reading: Reading) -> tuple[list[Span], list[Question]]:
        spans: list[Span] = []
        review: list[Question] = []
        for name in self._names.find(reading.text):
            place = reading.original(name.start, name.end)
            if name.doubt is None:
                spans.append(Span(*place, Kind.NAME))
            else:
                review.append(Question(*place, name.doubt))
        for one in self._identified(reading.text):
            place = reading.original(one.start, one.end)
            if one.certain:
                spans.append(Span(*place, one.kind))
            else:
                review.append(Question(*place, Doubt.NUMBER))
        return spans, review

    def _identified(self, text: str) -> Iterator[Identifier]:
        plain = with_european_digits(text)
        yield from self._identifiers.find(plain)
        for start, stretch in near_digits(plain):
            for find in (self._identifiers.find_near_digits, self._births.find):
                for one in find(stretch):
                    yield one._replace(start=start + one.start, end=start + one.end)

    def _without(self, text: str, spans: Iterable[Span]) -> str:
        pieces: list[str] = []
        done = 0
        for span in spans:
            pieces += (text[done : span.start], self._mark)
            done = span.end
        return "".join([*pieces, text[done:]])

    def _as_in(self, taken: list[Span], left: list[Span]) -> Iterator[Span]:
        """
        The places of *left*, which stand in the result, as places of the text as it was.
        """
        edges = [(one.start, one.end) for one in taken]
        for span in left:
            start = _before(span.start, edges, len(self._mark))
            end = _before(span.end, edges, len(self._mark))
            yield Span(start, max(end, start + 1), span.kind)


def _before(place: int, edges: list[tuple[int, int]], mark: int) -> int:
    """
    The place in a text as it was of *place* in the text with a mark of *mark* signs at each edge.
    """
    shift = 0
    for start, end in edges:
        if start + mark + shift > place:
            break
        shift += mark - (end - start)
    return place - shift


def _overlap(one: Question, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _merged(spans: Iterable[Span], text: str) -> list[Span]:
    """
    *spans* in order, without overlaps, and those with only a blank between them as one.
    """
    found: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if found and (
            span.start <= found[-1].end
            or (
                span.kind is found[-1].kind is Kind.NAME
                and text[found[-1].end : span.start] in {" ", "\u00a0", "-", ""}
            )
        ):
            found[-1] = attrs.evolve(found[-1], end=max(found[-1].end, span.end))
        elif span.start < span.end:
            found.append(span)
    return found
