"""
Take persons out of a text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from rednotice.names.redaction.redactor import MARK, Redaction, Redactor

if TYPE_CHECKING:
    from rednotice.names.redaction.persons import Named
    from rednotice.types.dates import PartialDate


def redact(  # noqa: PLR0913  # all but the first two are keyword-only
    text: str,
    names: Iterable[Named] | Named,
    *,
    numbers: Iterable[str] = (),
    births: Iterable[PartialDate | str] = (),
    keep: Iterable[str] = (),
    mark: str = MARK,
    recognise: Callable[[str], Iterable[tuple[int, int]]] | None = None,
) -> Redaction:
    """
    *text* without the persons of *names*, however they are written in it.

    It finds listed names in any order, in capitals, with initials, endings and prefixes, in other
    scripts and by all usual romanisations, with look-alike letters, signs that nobody sees and
    encodings, inside addresses and handles, and misspelt. It also takes out numbers of notices and
    documents, dates of birth, telephone numbers, e-mail addresses, coordinates, and the lines of a
    passport that machines read. It looks again at its result.

    **An editor must still read the text.** Nobody is found who is not listed, and a person can be
    told by what a text says. *review* of the result says where to look first.

    >>> found = redact("Ms Kholmatova's lawyer called G. Xolmatova.", ["Гульноза Холматова"])
    >>> str(found)
    "Ms [redacted]'s lawyer called [redacted]."

    Args:
        text: The text, of any language.
        names: Whom to look for: cases, of which all persons count, or single persons or names. Give
            the cases of the whole data set, since a text may name persons of other cases.
        numbers: Further numbers that identify a person, such as a file number.
        births: Further dates of birth, as ``1987-03-04``.
        keep: Words that are never taken for a name.
        mark: What stands in place of each thing that is taken out.
        recognise: A function that gives the places of a text that may name a person, as a model for
            named entities does. They go to *review* only.

    Raises:
        IncompleteRedaction: If the result still has something that should be taken out, or *mark*
            has a part of a name in it.
        TypeError: If *names* has something else in it.
    """
    redactor = Redactor(
        names, numbers=numbers, births=births, keep=keep, mark=mark, recognise=recognise
    )
    return redactor.redact(text)
