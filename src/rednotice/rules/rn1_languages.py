"""
RN1 Languages: tags of languages that do not exist, or that others write for ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rednotice.findings import Severity
from rednotice.insight.questions import Problem, rule
from rednotice.insight.view import View
from rednotice.types.languages import has_a_region, is_language, language_meant

if TYPE_CHECKING:
    from rednotice.documents import Path


@rule("RN118", Severity.WARNING)
def language_that_does_not_exist(view: View) -> Iterator[Problem]:
    """
    A tag of a language has two letters that stand for no language, three for which BCP 47 has two,
    or a country that there is not.

    INTERPOL and libraries write `ger` and `chi`; the tags of the web are `de` and `zh`. Programs
    that look for texts in one language find only its tag. Write the two letters if there are any,
    and otherwise the three of ISO 639-3. The country in a tag is written with two
    letters of ISO 3166-1.
    """
    for path, member, value in view.languages:
        if isinstance(value, str) and is_language(value) and has_a_region(value):
            continue  # as most are
        for place, tag in _tags(value):
            if not is_language(tag):
                meant = language_meant(tag)
                step = f"Write `{meant}`." if meant else "Write one of ISO 639, such as `en`."
                yield (*path, member, *place), f"This is not the code of a language. {step}"
            elif not has_a_region(tag):
                yield (*path, member, *place), _NO_REGION


_NO_REGION = (
    "The tag names a country that does not exist. Write its two letters of ISO 3166-1, as in"
    " `pt-BR`."
)


def _tags(value: str | tuple[str, ...]) -> list[tuple[Path, str]]:
    if isinstance(value, str):
        return [((), value)]
    return [((at,), tag) for at, tag in enumerate(value)]
