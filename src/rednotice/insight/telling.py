"""
Find ids and paths that reveal a part of a person's name, or a number that identifies a person, and
must not be shown; and the texts that repeat such a number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rednotice.insight.view import View, once
from rednotice.names.numbers import holds_a_number, identifying
from rednotice.names.recognition import may_tell_a_name, tells_a_name
from rednotice.names.tokens import shares_a_token, split_path

if TYPE_CHECKING:
    from rednotice.documents import Path
    from rednotice.insight.view import Entry


@once
def telling_ids(view: View) -> dict[str, list[Entry]]:
    """
    The ids of the case that contain a part of a name or an identifying number, with the records
    that have each id.
    """
    telling = _telling(view)
    if not telling:
        return {}
    return {identity: found for identity, found in view.ids.items() if identity in telling}


@once
def telling_parts_of_path(view: View) -> tuple[bool, ...]:
    """
    For each part of the file's path, its folders and then the file, whether it contains a part of a
    name or an identifying number.

    Empty if none does.
    """
    telling = _telling(view)
    told = tuple(part in telling for part in _parts(view)) if telling else ()
    return told if any(told) else ()


@once
def _telling(view: View) -> frozenset[str]:
    """
    Those of the ids of the case and the parts of the file's path that contain a part of a name or
    an identifying number.
    """
    texts = [*view.ids, *_parts(view)]
    named, numbers = view.parts_of_names, identifying_numbers(view)
    together = " ".join(texts)
    if shares_a_token(together, named) or holds_a_number(together, numbers):
        return frozenset(text for text in texts if _tells(text, view))
    # As for most cases, whose texts need only be compared with names in other spellings.
    uncommon = filter(may_tell_a_name, texts)
    return frozenset(text for text in uncommon if tells_a_name(text, view.names))


def _parts(view: View) -> tuple[str, ...]:
    return split_path(view.file) if view.file else ()


def _tells(text: str, view: View) -> bool:
    return (
        shares_a_token(text, view.parts_of_names)
        or holds_a_number(text, identifying_numbers(view))
        or tells_a_name(text, view.names)
    )


@once
def identifying_numbers(view: View) -> frozenset[str]:
    """
    The numbers of the case that identify a person: of notices, of travel documents, of files.
    """
    return identifying(view.identifying)


def copies_of_numbers(view: View) -> list[Path]:
    """
    The places of texts, titles and labels that repeat an identifying number of the case.
    """
    numbers = identifying_numbers(view)
    if not holds_a_number("\n".join(view.prose), numbers):
        return []  # as in most cases, whose records need not be gone over
    return [
        (*path, member, *place)
        for (path, record), layout in zip(view.records, view.layouts, strict=True)
        for member in (*layout.prose, *layout.prose_lists)
        for place, text in _placed(record.__dict__[member])
        if holds_a_number(text, numbers)
    ]


def _placed(value: Any) -> list[tuple[tuple[int, ...], str]]:
    """The texts in *value*, a text or a list, with their places in a list."""
    if isinstance(value, str):
        return [((), value)]
    several = enumerate(value) if isinstance(value, tuple) else ()
    return [((place,), text) for place, text in several if isinstance(text, str)]
