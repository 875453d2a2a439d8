"""
RN1 Languages: tags of languages that do not exist, or that others write for ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rednotice.findings import Severity
from rednotice.insight.questions import Problem, rule
from rednotice.insight.view import View
from rednotice.model import Case, SharedDocument
from rednotice.records import fields_of, record_classes
from rednotice.types.languages import is_language, language_meant

if TYPE_CHECKING:
    from rednotice.documents import Path
    from rednotice.insight.view import Entry

_MEMBERS = ("language", "languages")
_WITH_LANGUAGE = tuple(
    kind
    for kind in dict.fromkeys((*record_classes(Case), *record_classes(SharedDocument)))
    if any(field.name in _MEMBERS for field in fields_of(kind))
)


@rule("RN118", Severity.WARNING)
def language_that_does_not_exist(view: View) -> Iterator[Problem]:
    """
    A tag of a language has two letters that stand for no language, or three for which BCP 47 has
    two.

    INTERPOL and libraries write `ger` and `chi`; the tags of the web are `de` and `zh`. Programs
    that look for texts in one language find only its tag. Write the two letters if there are any,
    and otherwise the three of ISO 639-3.
    """
    for kind in _WITH_LANGUAGE:
        entries: list[Entry] = view.each(kind)
        for path, record in entries:
            for place, tag in _tags(record):
                if not is_language(tag):
                    meant = language_meant(tag)
                    wanted = f"`{meant}`" if meant else "the code of a language in ISO 639"
                    yield (*path, *place), f"must be {wanted}, as BCP 47 writes it"


def _tags(record: Any) -> Iterator[tuple[Path, str]]:
    if record.__dict__.get("language"):
        yield ("language",), record.language
    for at, tag in enumerate(record.__dict__.get("languages", ())):
        yield ("languages", at), tag
