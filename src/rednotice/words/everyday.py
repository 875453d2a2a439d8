"""
Everyday words and what they are called here: `dob` is `Subject.born`, and `deported` is a code.

The table is ``everyday.csv``. Each row has a word or a phrase, and the members and codes that it
may mean, the likeliest first: ``Subject.born`` is a member of a record class, and
``outcome_kinds:deported`` is a code of a list. A test holds all of them to the model and the lists.
"""

from __future__ import annotations

from functools import cache

import attrs

from rednotice.words.likeness import plain


@attrs.frozen
class Everyday:
    """
    An everyday word or phrase, and what it may mean.

    Attributes:
        word: The word or phrase, in small letters, with blanks between words.
        means: The members and codes that it may mean, as the table writes them, the likeliest
            first.
    """

    word: str
    means: tuple[str, ...]

    @property
    def members(self) -> tuple[tuple[str, str], ...]:
        """The members that it may mean, each as the name of a record class and of a member."""
        return tuple(_pair(one, ".") for one in self.means if ":" not in one)

    @property
    def codes(self) -> tuple[tuple[str, str], ...]:
        """The codes that it may mean, each as the name of a codelist and a code."""
        return tuple(_pair(one, ":") for one in self.means if ":" in one)


@cache
def everyday_words() -> tuple[Everyday, ...]:
    """
    All everyday words, in the order of the table.
    """
    import csv  # imported here because importing the model does not need it
    from importlib.resources import files

    lines = files("rednotice.words").joinpath("everyday.csv").read_text("utf-8").splitlines()
    return tuple(
        Everyday(row["word"], tuple(row["means"].split())) for row in csv.DictReader(lines)
    )


def is_everyday(word: str) -> bool:
    """
    Whether the table knows *word*, whatever it means.
    """
    return _found(word) is not None


def members_meant(word: str) -> tuple[tuple[str, str], ...]:
    """
    The members that *word* may mean, the likeliest first, each as the name of a record class and of
    a member. Capitals, hyphens and underscores make no difference.
    """
    found = _found(word)
    return found.members if found else ()


def codes_meant(codelist: str, word: str) -> tuple[str, ...]:
    """
    The codes of the list named *codelist* that *word* may mean, the likeliest first; none if the
    table does not know it for that list.
    """
    found = _found(word)
    codes = found.codes if found else ()
    return tuple(code for name, code in codes if name == codelist)


def _pair(text: str, sign: str) -> tuple[str, str]:
    owner, _, name = text.partition(sign)
    return owner, name


def _found(word: str) -> Everyday | None:
    """
    The row of *word*, also if one of the two has a plural's ``s`` and the other has none.
    """
    words, wanted = _by_word(), plain(word)
    spellings = (wanted, f"{wanted}s", wanted.removesuffix("s"))
    return next((words[one] for one in spellings if one in words), None)


@cache
def _by_word() -> dict[str, Everyday]:
    return {plain(one.word): one for one in everyday_words()}
