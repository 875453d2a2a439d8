"""
Find ids and paths that reveal a part of a person's name and must not be shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rednotice.insight.view import View, once
from rednotice.names.tokens import shares_a_token, telling_parts

if TYPE_CHECKING:
    from rednotice.insight.view import Entry


@once
def telling_ids(view: View) -> dict[str, list[Entry]]:
    """
    The ids of the case that contain a part of a name, with the records that have each id.
    """
    named = view.parts_of_names
    if not shares_a_token(" ".join(view.ids), named):
        return {}  # as for most cases, whose ids need not be checked one by one
    return {
        identity: found for identity, found in view.ids.items() if shares_a_token(identity, named)
    }


@once
def telling_parts_of_path(view: View) -> tuple[bool, ...]:
    """
    For each part of the file's path, its folders and then the file, whether it contains a part of a
    name.

    Empty if none does.
    """
    return telling_parts(view.file, view.parts_of_names) if view.file else ()
