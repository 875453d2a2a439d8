"""
Roles: who speaks or acts, and whom an act concerns, by id or as a class of people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from rednotice.records.limits import JsonSchema, Matches, Named, Ref
from rednotice.types.texts import REFERENCE

if TYPE_CHECKING:
    from rednotice import codelists

CLASS = "class:"
_TITLES = {
    "concerned": ("ConcernedReference", "Concerned"),
    "speakers": ("SpeakerReference", "Speaker"),
}


@attrs.frozen(eq=False)
class Role(Ref):
    """
    A reference to somebody in a role, or ``class:WORD`` with a code of the codelist *classes*.

    It is the limit on the text as well: the pattern names every word, so that a word that is not in
    the list is refused.
    """

    classes: str = "speakers"

    @staticmethod
    def of(*targets: str, classes: str) -> Role:
        """A role that a record in one of the members *targets* has, or a class of *classes*."""
        return Role(targets, classes)

    @property
    def words(self) -> tuple[str, ...]:
        """The list of classes, as the schema names it."""
        return (f"{CLASS}{self.classes}",)

    @property
    def codelist(self) -> codelists.Codelist:
        """The codelist of class words, which is read on first use."""
        from rednotice import codelists

        return codelists.codelist(self.classes)

    @property
    def pattern(self) -> str:
        """The pattern of an id or a class word, which every engine reads alike."""
        words = "|".join(code.code for code in self.codelist)
        return f"^(?:{REFERENCE}|{CLASS}(?:{words}))$"

    @property
    def expects(self) -> str:
        """The words that follow "must be" in a message."""
        return f"{self._form} (`rednotice codelist {self.classes}` lists them)"

    @property
    def _form(self) -> str:
        return (
            "the id of another record, shared: and an id, or class: and a code of the list"
            f" {self.classes}"
        )

    @property
    def named(self) -> Named:
        """The name of the type in the schema."""
        name, title = _TITLES[self.classes]
        first = tuple(f"{CLASS}{code.code}" for code in self.codelist.core)[:2]
        return Named(
            name,
            title,
            f"{self.codelist.definition} An id of a record of the case, shared: and the id of a"
            f" record of the shared document, or class: and a code of the list {self.classes}.",
            ("s1", *first),
        )

    def holds(self, value: str, /) -> bool:
        """Whether *value* is an id or a class word of the list."""
        if value.startswith(CLASS):
            return value.removeprefix(CLASS) in self.codelist
        return _ID.holds(value)

    def keywords(self) -> JsonSchema:
        """The same condition as JSON Schema keywords."""
        # Who reads the schema may have no command.
        return {
            "pattern": self.pattern,
            "patternErrorMessage": f"It must be {self._form} (`codelists/{self.classes}.csv`).",
        }

    def advice(self, value: str, /) -> str:
        """
        Which class words *value* may mean, or where the class words are; empty if it is neither
        like one nor written as one.
        """
        from rednotice.words.likeness import is_plain_name  # only what is refused needs it
        from rednotice.words.offers import did_you_mean

        word = value.removeprefix(CLASS)
        meant = self.meant(word)
        if meant:
            subject = f"`{value}`" if is_plain_name(value) else "This"
            return f"{subject} is neither an id nor a class word. {did_you_mean(meant)}"
        if word == value:
            return ""
        return f"This is not a class word. Write an id, or {self._one_of_the_words}."

    def meant(self, word: str) -> tuple[str, ...]:
        """
        The class words of which *word* is the code in everyday words, or nearly so; none if the
        table does not know it and it is like none.
        """
        from rednotice.words.likeness import nearest  # only what is refused needs it

        near = nearest(word, (code.code for code in self.codelist))
        return self.words_for(word) or ((f"{CLASS}{near}",) if near else ())

    def words_for(self, word: str) -> tuple[str, ...]:
        """
        The class words of which *word* is the code or an everyday word; none if it is neither.
        """
        from rednotice.words.everyday import codes_meant  # only what is refused needs it

        if word in self.codelist:
            return (f"{CLASS}{word}",)
        return tuple(f"{CLASS}{code}" for code in codes_meant(self.classes, word))

    @property
    def _one_of_the_words(self) -> str:
        return f"a class word that `rednotice codelist {self.classes}` lists, after `{CLASS}`"


_ID = Matches(f"^{REFERENCE}$", "the id of another record")


def class_of(reference: str) -> str | None:
    """
    The code in a class word such as ``class:press``, or None for an id.
    """
    return reference.removeprefix(CLASS) if reference.startswith(CLASS) else None


def class_words(classes: str, *traits: str) -> frozenset[str]:
    """
    The class words for the codes of the codelist *classes* that have one of *traits* or several.
    """
    from rednotice.codelists.groups import having

    return frozenset(f"{CLASS}{code}" for code in having(classes, *traits))
