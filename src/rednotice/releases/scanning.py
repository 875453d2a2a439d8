"""
The scan: whether something of the kept cases is found in what was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import attrs

from rednotice.names.encodings import PLAIN
from rednotice.policies.definition import TREATED
from rednotice.releases.haystack import NAME_OF, Haystack, Place, Reading, folded
from rednotice.releases.needles import (
    ID,
    NUMBER,
    SHORTEST,
    Needle,
    needles_of,
    our_words,
    stands_out_in_prose,
)

if TYPE_CHECKING:
    from rednotice.model import Case, SharedDocument
    from rednotice.records import Audience

MOST = 1_000  # places that a scan keeps
_APART = 9  # letters of a part of a name that is looked for over blanks and line breaks
_LONG = 6  # letters of a part of a name that is also looked for inside words
_CLEARED = "cleared"  # the member of a case that holds them
_EDGE = re.compile(r"\w")


@attrs.frozen(order=True, repr=False)
class Leak:
    """
    Something of the kept cases that was found: where, what kind of thing, and in which form.

    *value* is what was found, folded. It is in no text of this object.
    """

    place: Place
    kind: str
    form: str
    value: str = attrs.field(repr=False)

    def __str__(self) -> str:
        form = "" if self.form == PLAIN else f", {self.form}"
        return f"{self.place}: {self.kind} of a kept case{form}"

    def __repr__(self) -> str:
        return f"<Leak {self}>"


@attrs.define
class Scan:
    """
    A scan of a *haystack*. *ours* are texts that the release has of itself, folded; *released* are
    names and texts that it may hold. *prose* says that free text is in it, in which common words
    stand by chance.
    """

    haystack: Haystack
    ours: str = ""
    released: frozenset[Needle] = frozenset()
    prose: bool = False
    leaks: set[Leak] = attrs.field(factory=set)
    more: int = 0

    def look_for(self, records: Iterable[Case | SharedDocument]) -> None:
        """Look for all that must not leave of *records*, which are taken one by one."""
        for record in records:
            for needle in needles_of(record) - self.released:
                if self.prose and not stands_out_in_prose(needle):
                    continue
                for reading in self._with(needle):
                    self._note(Leak(reading.place, needle.kind, reading.form, needle.text))

    def _note(self, leak: Leak) -> None:
        if leak in self.leaks:
            return
        if len(self.leaks) < MOST:
            self.leaks.add(leak)
        else:
            self.more += 1

    def _with(self, needle: Needle) -> Iterator[Reading]:
        found = list(self._found(needle))
        if not found or self._is_ours(needle):
            return
        # What stands in one line is not told of the lines around it as well.
        told = {reading.place.file for reading in found if not reading.joined}
        for reading in found:
            if not reading.joined or reading.place.file not in told:
                yield reading

    def _found(self, needle: Needle) -> Iterator[Reading]:
        text = needle.text
        if needle.kind == NUMBER:
            yield from self.haystack.with_number(text)
            return
        if needle.kind == ID and text in self.haystack.ids:
            yield Reading(text, PLAIN, self.haystack.ids[text])
        if needle.whole:
            yield from self.haystack.with_word(text)
        if len(text) >= SHORTEST:
            inside = needle.kind == ID or (needle.whole and len(text) >= _LONG)
            for reading in self.haystack.with_text(folded(text)):
                if inside or _stands_alone(text, reading.text):
                    yield reading
            if needle.whole and len(text) >= _APART:
                yield from self.haystack.with_letters(text)
        elif needle.whole and not text.isascii():
            yield from (one for one in self.haystack.readings if text in one.text)

    def _is_ours(self, needle: Needle) -> bool:
        """Whether the release says the same of itself, in a code or in its terms."""
        if needle.kind == NUMBER:
            return False
        pattern = rf"(?<![^\W\d_]){re.escape(needle.text)}(?![^\W\d_])"
        if needle.whole and len(needle.text) >= _LONG:
            pattern = re.escape(needle.text)
        return any(re.search(pattern, text) for text in (our_words(), self.ours))


def carries_prose(audience: Audience, haystack: Haystack) -> bool:
    """
    Whether a release to *audience*, which is in *haystack*, holds texts that people wrote: partners
    and the public get none but cleared wordings.
    """
    return audience not in TREATED or any(haystack.with_word(_CLEARED))


def _stands_alone(text: str, within: str) -> bool:
    """
    Whether *text* is not only a piece of a longer word, where its script has words.
    """
    before = r"(?<!\w)" if _EDGE.match(text[0]) and text[0].isascii() else ""
    after = r"(?!\w)" if _EDGE.match(text[-1]) and text[-1].isascii() else ""
    return re.search(f"{before}{re.escape(text)}{after}", within) is not None


def released_needles(projected: Iterable[Case]) -> frozenset[Needle]:
    """
    What the release may hold of names and texts, since its audience sees them: everything of the
    cases as they leave. Ids are not among it.
    """
    return frozenset(
        needle for case in projected for needle in needles_of(case) if needle.kind != ID
    )


def shown(
    leaks: Iterable[Leak], closed: Iterable[tuple[str, str]] = (), *, values: bool = False
) -> list[str]:
    """
    A line for each of *leaks* and of *closed*, with the file, the line and the kind.

    Without *values*, the name of a file in which something was found is replaced by a number, and
    the names of all that lies in it.
    """
    several = sorted(leaks)
    telling = [] if values else _telling(several)
    lines = [
        f"{_masked(str(leak.place), telling)}: {leak.kind} of a kept case"
        + ("" if leak.form == PLAIN else f", {leak.form}")
        + (f": {leak.value!r}" if values else "")
        for leak in several
    ]
    return lines + [f"{_masked(where, telling)}: {why}" for where, why in closed]


def _telling(leaks: Iterable[Leak]) -> list[str]:
    prefix = NAME_OF.format("")
    names = (leak.place.file for leak in leaks)
    return list(dict.fromkeys(name.removeprefix(prefix) for name in names if prefix in name))


def _masked(place: str, telling: Iterable[str]) -> str:
    for count, name in enumerate(telling, 1):
        if name in place:
            head, _, _ = place.partition(name)
            return f"{head}(file {count}, its name tells something)"
    return place
