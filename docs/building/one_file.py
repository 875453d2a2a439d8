"""
Write the whole reference into one file that needs nothing else: to send, to keep, to print.

The file asks nothing of a network, and its policy forbids it to. A browser opens it from a disk.
"""

from __future__ import annotations

import base64
import hashlib
import posixpath
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

NAME = "rednotice-reference.html"
_HERE = Path(__file__).parent
_FIRST = "reference/index"
_LAST = "glossary"
_LEFT_OUT = "reference/python/index"  # of use only to those who have installed the library
_NOT_NEEDED = "a.headerlink, .toctree-wrapper"
_ONLY_WRAPPED = ".highlight span, span.pre, code span, div.table-wrapper"
_STYLED = {"facts", "codes", "picture", "picture-frame", "row", "name", "says", "holds"}
_HEADINGS = ("h5", "h4", "h3", "h2", "h1")  # each becomes one level lower


def write(app: Sphinx, failed: Exception | None) -> None:
    """
    Write the file beside the pages, once these are written as HTML.
    """
    if failed is None and app.builder.name == "html":
        folder = Path(app.outdir)
        pages = [page for page in (*_below(app, _FIRST), _LAST) if page != _LEFT_OUT]
        folder.joinpath(NAME).write_text(_whole(app, folder, pages), encoding="utf-8")


def _below(app: Sphinx, page: str) -> Iterator[str]:
    """
    The page and those in its tables of contents, in order.
    """
    yield page
    for one in app.env.toctree_includes.get(page, ()):
        yield from _below(app, one)


def _whole(app: Sphinx, folder: Path, pages: list[str]) -> str:
    parts = [_article(folder, page, set(pages)) for page in pages]
    first = (*app.env.toctree_includes[_FIRST], _LAST)
    entries = "".join(_entry(app, page) for page in first if page in pages)
    style = f"{_text('one_file.css')}{Path(app.srcdir, '_static/pages.css').read_text('utf-8')}"
    script = _text("one_file.js")
    return (
        _text("one_file.html")
        .replace("{style-hash}", _hash(style))
        .replace("{script-hash}", _hash(script))
        .replace("{version}", app.config.release)
        .replace("{style}", style)
        .replace("{entries}", entries)
        .replace("{pages}", "\n".join(parts))
        .replace("{script}", script)
    )


def _entry(app: Sphinx, page: str) -> str:
    return f'<li><a href="#{_name(page)}">{app.env.titles[page].astext()}</a></li>'


def _article(folder: Path, page: str, pages: set[str]) -> str:
    whole = BeautifulSoup(folder.joinpath(f"{page}.html").read_text("utf-8"), "html.parser")
    article: Any = whole.find("article")
    for element in article.select(_NOT_NEEDED):
        element.decompose()
    for element in article.select(_ONLY_WRAPPED):
        element.unwrap()
    _rename(article, page)
    for link in article.find_all("a", href=True):
        _redirect(link, page, pages)
    for element in article.select("*"):
        _undress(element)
    for higher, lower in zip(_HEADINGS[1:], _HEADINGS, strict=False):
        for heading in article.find_all(higher):
            heading.name = lower
    article.attrs = {"id": _name(page)}
    return str(article)


def _undress(element: Any) -> None:
    """
    Take away the attributes that only the theme of the pages needs.
    """
    element.attrs.pop("style", None)
    kept = [name for name in element.attrs.pop("class", ()) if name in _STYLED]
    if kept:
        element["class"] = kept


def _rename(article: Any, page: str) -> None:
    """
    Put the name of its page before each anchor, since pages have anchors of one name.
    """
    for element in article.find_all(id=True):
        if element.find_parent("svg") is None:
            element["id"] = f"{_name(page)}--{element['id']}"


def _redirect(link: Any, page: str, pages: set[str]) -> None:
    """
    Lead a link to a place in this file, or make it plain words if the place is in no page of it.
    """
    address, _, anchor = link["href"].partition("#")
    there = posixpath.normpath(posixpath.join(posixpath.dirname(page), address))
    target = there.removesuffix(".html") if address else page
    if target in pages:
        link["href"] = f"#{_name(target)}" + (f"--{anchor}" if anchor else "")
    else:
        link.unwrap()


def _name(page: str) -> str:
    return page.removeprefix("reference/").removesuffix("/index").replace("/", "-")


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _text(name: str) -> str:
    return _HERE.joinpath(name).read_text("utf-8")
