"""
Find cases of a data set that are most likely about the same person.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from rednotice.names.repeats import Repeats, hashed
from rednotice.names.romanisation import is_han, letters_of
from rednotice.names.transliteration import spellings

if TYPE_CHECKING:
    from rednotice.model import Case, Subject

_WORDS = re.compile(r"[^\W\d_]+")
_ONE_AND_TWO = 3  # characters of a Chinese name whose family name has one
# Ukrainian has an h where Russian has a g, and Uzbek an o where others have a u.
_HEARD_ALIKE = str.maketrans("go", "hu")


@attrs.frozen
class Group:
    """
    Cases that are alike: their ids, in the order in which they were added, and what they share, in
    words.
    """

    ids: tuple[str, ...]
    by: str


class Likeness:
    """
    An index of cases by their marks. It stores only a hash, a day and the number of a case for each
    mark.
    """

    def __init__(self) -> None:
        self._marks = Repeats()
        self._ids = _Texts()
        self._holders = array("I")  # by the number of a mark: the case that had it first
        self._days = array("I")
        self._further: dict[int, list[tuple[int, int]]] = {}  # further days and cases of a mark
        self._alike: list[tuple[str, str, str]] = []
        self._known = _Sets()
        self._count = 0
        self._first: Case | None = None

    def add(self, case: Case) -> bool:
        """
        Add *case*, and return whether it is like an earlier one.
        """
        self._count += 1
        if self._count == 1:
            self._first = case  # a single case is not indexed, since there is nothing to compare
            return False
        if self._first is not None:
            self._index(self._first)
            self._first = None
        return self._index(case)

    def _index(self, case: Case) -> bool:
        for other in case.related_cases:
            self._known.join(case.id, other.case)
        before = len(self._alike)
        own: int | None = None
        for mark in marks(case):
            if own is None:
                own = self._ids.add(case.id)
            for holder in self._holders_of(mark, own):
                first = self._ids[holder]
                if first != case.id:
                    self._alike.append((first, case.id, mark.by))
        return len(self._alike) > before

    def _holders_of(self, mark: Mark, own: int) -> list[int]:
        """
        The first case with *mark* for each compatible day. The case *own* is stored as the first of
        its day if there was none.
        """
        key = hashed(*mark.key)
        first = self._marks.add(key, len(self._days))
        if first is None:
            self._holders.append(own)
            self._days.append(mark.day)
            return []
        # All have one year of birth, so there are no more entries than days in a year.
        found = [(self._days[first], self._holders[first]), *self._further.get(key, ())]
        if all(day != mark.day for day, _ in found):
            self._further.setdefault(key, []).append((mark.day, own))
        return [holder for day, holder in found if not day or not mark.day or day == mark.day]

    def groups(self) -> list[Group]:
        """
        The groups of cases that are alike, without pairs that ``related_cases`` already connects.
        """
        alike, said = _Sets(), dict[str, str]()
        found: dict[str, None] = {}
        for first, second, by in self._alike:
            if self._known.of(first) != self._known.of(second):
                found |= {first: None, second: None}
                alike.join(first, second)
                said.setdefault(first, by)
        grouped: dict[str, list[str]] = {}
        for one in found:
            grouped.setdefault(alike.of(one), []).append(one)
        return [Group(tuple(ids), said[ids[0]]) for ids in grouped.values()]


class _Texts:
    """
    A compact list of short texts: it takes little more memory than their characters.
    """

    def __init__(self) -> None:
        self._letters = bytearray()
        self._ends = array("Q", [0])

    def add(self, text: str) -> int:
        """Add *text* and return its number."""
        self._letters += text.encode()
        self._ends.append(len(self._letters))
        return len(self._ends) - 2

    def __getitem__(self, number: int) -> str:
        return self._letters[self._ends[number] : self._ends[number + 1]].decode()


class _Sets:
    """
    Disjoint sets of names (union-find).
    """

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def of(self, name: str) -> str:
        """The name that represents the set of *name*."""
        while (above := self._above.get(name, name)) != name:
            self._above[name] = self._above.get(above, above)
            name = above
        return name

    def join(self, one: str, other: str) -> None:
        """Join the sets of the two names."""
        self._above[self.of(other)] = self.of(one)


@attrs.frozen(repr=False)
class Mark:
    """
    Something by which a case can be recognised. *by* is what it is called and *key* is the mark
    itself. *day* is a day as an ordinal, or 0 if unknown; two cases with different known days are
    not alike.
    """

    by: str
    key: tuple[str, ...]
    day: int = 0


def marks(case: Case) -> Iterator[Mark]:
    """
    Yield the marks of *case*.

    The number of a notice or a passport belongs to one person, and a full name with a year of birth
    seldom belongs to two. Warrants and charges are not compared, since several persons may be
    pursued for the same facts.
    """
    subjects = {"class:subject", *(subject.id for subject in case.subjects)}
    for notice in case.notices:
        # A notice about another person of the case does not identify the subject.
        if notice.number and (not notice.about or not subjects.isdisjoint(notice.about)):
            yield Mark("the number of a notice", ("notice", notice.number))
    for subject in case.subjects:
        for paper in subject.documents:
            if paper.number and paper.issuing_state:
                number = "".join(paper.number.split()).casefold()
                yield Mark("a travel document", ("document", paper.issuing_state, number))
        year, day = _birth(subject)
        for name in _names(subject) if year else ():
            yield Mark("name and birth", ("name", name, year), day)


def _names(subject: Subject) -> Iterator[str]:
    for name in subject.names:
        text = name.text or " ".join(filter(None, (name.forename, name.family)))
        sounds = _sounds_of(text)
        if len(sounds) > 1:
            yield " ".join(sorted(sounds))


def _sounds_of(text: str) -> list[str]:
    """
    What the ways of writing each word of a name in Latin letters have in common.
    """
    written = spellings(text)
    if not written[0].isascii():
        return [*map(_sound_of, _words_of(text))]
    # The words can be spelt all at once.
    return [_heard(word) for word in _WORDS.findall(written[-1])]


def _words_of(text: str) -> list[str]:
    """
    The words of a name in Latin letters; of a Chinese one, the family name and the given name.
    """
    words: list[str] = []
    for word in _WORDS.findall(spellings(text)[0]):
        if word.isascii():
            words.append(word)
            continue
        latin = [unit[0] for unit in letters_of(word).units]
        family = 1 + (len(word) > _ONE_AND_TWO)  # as Ouyang, of two characters
        parts = (latin[:family], latin[family:]) if is_han(word) else (latin,)
        words += ("".join(part) for part in parts if part)
    return words


def _sound_of(word: str) -> str:
    """
    What the ways of writing *word* in Latin letters have in common, as Hryhorii and Grigoriy.
    """
    # The last spelling is the one that different transliterations have in common.
    return _heard(spellings(word)[-1])


def _heard(spelling: str) -> str:
    return spelling.replace("sht", "sh").translate(_HEARD_ALIKE)


def _birth(subject: Subject) -> tuple[str, int]:
    """
    The year of birth, or an empty string, and the day of birth as an ordinal, or 0, if unknown.
    """
    first = subject.born.earliest if subject.born else None
    last = subject.born.latest if subject.born else None
    if first is None or last is None or first.year != last.year:
        return "", 0
    return str(first.year), first.toordinal() if first == last else 0
