"""
Find ids and paths that reveal a part of a person's name, or a number that identifies a person, and
must not be shown; and the texts that repeat such a number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rednotice.insight.view import View, once
from rednotice.names.numbers import holds_a_number, identifying, numbered_parts
from rednotice.names.recognition import tells_a_name, uncommon_runs
from rednotice.names.tokens import parts_of_path, shares_a_token

if TYPE_CHECKING:
    from rednotice.documents import Path
    from rednotice.insight.view import Entry


@once
def telling_ids(view: View) -> dict[str, list[Entry]]:
    """
    The ids of the case that contain a part of a name or an identifying number, with the records
    that have each id.
    """
    named, numbers = view.parts_of_names, identifying_numbers(view)
    together = " ".join(view.ids)
    if shares_a_token(together, named) or holds_a_number(together, numbers):
        return {
            identity: found
            for identity, found in view.ids.items()
            if _tells(identity, view) or holds_a_number(identity, numbers)
        }
    # As for most cases, whose ids need only be compared with names in other spellings.
    uncommon = [identity for identity in view.ids if uncommon_runs(identity)]
    return {one: view.ids[one] for one in uncommon if tells_a_name(one, view.names)}


@once
def telling_parts_of_path(view: View) -> tuple[bool, ...]:
    """
    For each part of the file's path, its folders and then the file, whether it contains a part of a
    name or an identifying number.

    Empty if none does.
    """
    if not view.file:
        return ()
    named = parts_of_path(view.file, lambda part: _tells(part, view))
    numbered = numbered_parts(view.file, identifying_numbers(view))
    if named and numbered:
        return tuple(one or other for one, other in zip(named, numbered, strict=True))
    return named or numbered


def _tells(text: str, view: View) -> bool:
    """
    Whether *text*, an id or a part of a path, contains a part of a name of the case.
    """
    return shares_a_token(text, view.parts_of_names) or tells_a_name(text, view.names)


@once
def identifying_numbers(view: View) -> frozenset[str]:
    """
    The numbers of the case that identify a person: of notices, of travel documents, of files.
    """
    found: list[str] = []
    for (_, record), layout in zip(view.records, view.layouts, strict=True):
        for member in layout.identifying:  # few records have any
            found += _texts(record.__dict__[member])
    return identifying(found)


def copies_of_numbers(view: View) -> list[Path]:
    """
    The places of texts, titles and labels that repeat an identifying number of the case.
    """
    numbers = identifying_numbers(view)
    if not numbers:
        return []
    return [
        (*path, member, *place)
        for (path, record), layout in zip(view.records, view.layouts, strict=True)
        for member in layout.repeating
        for place, text in _placed(record.__dict__[member])
        if holds_a_number(text, numbers)
    ]


def _texts(value: Any) -> list[str]:
    return [text for _, text in _placed(value)]


def _placed(value: Any) -> list[tuple[tuple[int, ...], str]]:
    """The texts in *value*, a text or a list, with their places in a list."""
    if isinstance(value, str):
        return [((), value)]
    several = enumerate(value) if isinstance(value, tuple) else ()
    return [((place,), text) for place, text in several if isinstance(text, str)]
