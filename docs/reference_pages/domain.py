"""
Tell Sphinx where each member, code, rule and command stands, so that its search finds them and
other projects can link to them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx.domains import Domain, ObjType

from reference_pages.anchors import objects

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FOUND_FIRST = 0  # the priorities of Sphinx's search


class Reference(Domain):
    """
    What the pages of the reference describe. The pages hold the anchors as ordinary labels.
    """

    name = "rednotice"
    label = "rednotice"
    object_types = {  # noqa: RUF012  # Sphinx wants it so
        "member": ObjType("member"),
        "code": ObjType("code"),
        "rule": ObjType("rule"),
        "command": ObjType("command"),
    }
    data_version = 1

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """
        Yield each of them with its name for people, its kind, its page and its anchor.
        """
        places = self.env.domains.standard_domain.anonlabels
        for kind, name, shown, anchor in objects():
            if place := places.get(anchor.lower()):
                yield name, shown, kind, *place, FOUND_FIRST

    def get_type_name(self, type: ObjType, primary: bool = False) -> str:  # noqa: A002, ARG002, FBT001, FBT002
        """
        Give the kind as a search result names it.
        """
        return str(type.lname)

    def resolve_any_xref(self, *_: Any) -> list[tuple[str, Any]]:
        """
        Resolve nothing: links lead to the labels.
        """
        return []

    def merge_domaindata(self, docnames: Iterable[str], otherdata: dict[str, object]) -> None:
        """
        Do nothing: the domain keeps no data of its own.
        """
