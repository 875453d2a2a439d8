"""
Work out the sidebar once for all pages.

The theme works it out anew for each page, which takes most of a build: the sidebar of each of 250
pages names all of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bs4 import BeautifulSoup
from furo.navigation import get_navigation_tree
from sphinx.environment.adapters.toctree import global_toctree_for_doc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

_BEFORE_THE_THEME, _AFTER_THE_THEME = 400, 600  # the theme's own handler has 500
_TO_A_PAGE = re.compile(r'(?<= href=")(?=[^#"])')


def setup(app: Sphinx) -> None:
    """
    Put the handlers around that of the theme.
    """
    sidebar = _Sidebar()
    app.connect("html-page-context", sidebar.forestall, priority=_BEFORE_THE_THEME)
    app.connect("html-page-context", sidebar.fill, priority=_AFTER_THE_THEME)


class _Sidebar:
    """
    The sidebar as the first page has it; on each page its own entry is marked.
    """

    def __init__(self) -> None:
        self._tree: BeautifulSoup | None = None

    def forestall(self, _app: Sphinx, _page: str, _template: str, context: Any, _tree: Any) -> None:
        """
        Give the theme nothing to work out.
        """
        context["toctree"] = lambda **_: ""

    def fill(self, app: Sphinx, page: str, _template: str, context: Any, _tree: Any) -> None:
        """
        Put the sidebar in.
        """
        self._tree = self._tree or _whole(app)
        marked = list(_mark(self._tree, app.builder.get_target_uri(page)))
        up = "../" * page.count("/")
        context["furo_navigation_tree"] = _TO_A_PAGE.sub(up, str(self._tree))
        for element, attributes in marked:
            element.attrs = attributes


def _whole(app: Sphinx) -> BeautifulSoup:
    builder: Any = app.builder
    entries = global_toctree_for_doc(
        app.env,
        app.config.root_doc,
        builder,
        tags=builder.tags,
        collapse=False,
        titles_only=True,
        maxdepth=-1,
        includehidden=True,
    )
    html = builder.render_partial(entries)["fragment"]
    tree = BeautifulSoup(get_navigation_tree(html), "html.parser")
    for heading in tree.find_all(role="heading"):
        heading["aria-level"] = "2"
    return tree


def _mark(tree: BeautifulSoup, address: str) -> Iterator[tuple[Any, dict[str, Any]]]:
    """
    Mark the entry of a page and those above it, and yield what was marked as it was before.
    """
    link: Any = tree.find("a", href=address)
    if link is None:
        return
    entries = [link, *link.find_parents("li")]
    boxes = [one for entry in entries[2:] for one in entry.find_all("input", recursive=False)]
    for element in (*entries, *boxes):
        yield element, dict(element.attrs)
    for element in entries:
        element["class"] = [*element.get("class", []), "current"]
    entries[1]["class"].append("current-page")
    for box in boxes:
        box["checked"] = ""
