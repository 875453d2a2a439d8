"""
What the reference describes, and the anchor of each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rednotice import cli, codelists, rules
from reference_pages.classes import RECORDS, own_fields
from reference_pages.lists import anchor_of

if TYPE_CHECKING:
    from collections.abc import Iterator


def objects() -> Iterator[tuple[str, str, str, str]]:
    """
    Yield what the reference describes: its kind, its name, the name that is shown, and its anchor.
    """
    for cls in RECORDS:
        for field in own_fields(cls):
            member = f"{cls.__name__}.{field.name}"
            yield "member", member, member, member
    for name in codelists.names():
        for code in codelists.codelist(name):
            shown = f"{name}.{code.code}: {code.label}"
            yield "code", f"{name}.{code.code}", shown, anchor_of(name, code.code)
    for page in rules.manuals():
        yield "rule", page.id, f"{page.id}: {page.name}", page.id
    for command in cli.COMMANDS:
        yield "command", command, f"rednotice {command}", f"rednotice-{command}"
