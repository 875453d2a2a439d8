"""The page for people who do not use a terminal."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from rednotice import faults
from rednotice.findings import Finding, Report
from rednotice.verbs.checking import check

Written = Callable[..., str]

VOID = {"meta", "br"}


class Page(HTMLParser):
    """The elements of a page with their attributes, its text, and whether all are closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """The innermost element ends, and no other."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Text."""
        self.text += data

    def named(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of the elements called *tag*."""
        return [attrs for name, attrs in self.elements if name == tag]


def test_a_page_needs_nothing_from_elsewhere(written: Written, faulty: Report) -> None:
    """It runs no script and loads nothing, and its own policy says so."""
    text = written("html", faulty)
    page = Page(text)

    assert {"script", "link", "img", "iframe"}.isdisjoint(tag for tag, _ in page.elements)
    assert not re.search(r"https?:|url\(|@import|\bon\w+=", text)
    assert "default-src 'none'" in text
    assert all(str(link["href"]).startswith("#") for link in page.named("a"))


def test_a_page_is_well_formed(written: Written, faulty: Report, many: Report) -> None:
    """Every element is closed, and every link leads to a place of the page."""
    for report in (faulty, many, Report(files=1)):
        page = Page(written("html", report))
        ids = {attrs["id"] for _, attrs in page.elements if "id" in attrs}

        assert page.open == []
        assert {str(link["href"])[1:] for link in page.named("a")} <= ids


def test_a_page_can_be_read_aloud(written: Written, faulty: Report) -> None:
    """Language, title, captions, heads of columns, and headings without a gap."""
    page = Page(written("html", faulty))
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]

    assert page.named("html") == [{"lang": "en"}]
    assert page.named("title")
    assert len(page.named("caption")) == len(page.named("table")) > 0
    assert {head["scope"] for head in page.named("th")} == {"col"}
    assert levels[0] == levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    digits = colour.lstrip("#")
    wide = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    parts = [int(wide[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_text_stands_out_by_day_and_by_night(written: Written) -> None:
    """At least 4.5 to 1 (WCAG 2.2, level AA), on the page and on its shaded parts."""
    themes = [
        dict(re.findall(r"--(\w+): (#\w+);", block))
        for block in re.findall(r":root \{(.*?)\}", written("html", Report()), re.DOTALL)
    ]

    assert len(themes) == 2
    for theme in themes:
        for paper in (theme["paper"], theme["soft"]):
            for ink in ("ink", "link", "error", "warning", "info", "good"):
                bright, dark = sorted((luminance(theme[ink]), luminance(paper)), reverse=True)
                assert (bright + 0.05) / (dark + 0.05) >= 4.5, ink


def test_every_finding_is_on_the_page(written: Written, many: Report) -> None:
    """Those after the first that say the same are folded away, unless each is wanted."""
    folded, whole = (Page(written("html", many, every=every)) for every in (False, True))

    assert folded.text.count("no-pursuing-state") == whole.text.count("no-pursuing-state")
    assert len(folded.named("details")) == 1
    assert whole.named("details") == []


def test_the_rules_are_explained_on_the_page(written: Written, faulty: Report) -> None:
    """Who has no terminal cannot ask the command."""
    text = Page(written("html", faulty)).text

    for finding in faulty:
        assert finding.manual.title.replace("`", "") in text


@pytest.mark.parametrize("name", ["<script>x</script>.json", "a&amp;b.json", "\"'.json", "é.json"])
def test_a_name_of_a_file_is_shown_as_it_is(written: Written, name: str) -> None:
    """It cannot become a part of the page."""
    text = written("html", Report((Finding(faults.EMPTY, "must be <b>", file=name),)))
    page = Page(text)

    assert name in page.text
    assert "must be <b>" in page.text
    assert text.isascii()


def test_a_value_is_shown_only_if_asked_for(written: Written, tmp_path: Path) -> None:
    """As text, like all else."""
    file = tmp_path / "a.json"
    file.write_text('{"rednotice":"1.0","id":"c-1","subjects":"<script>Zaphod</script>"}')
    report = check(file)

    assert "Zaphod" not in written("html", report)
    assert "<script>Zaphod</script>" in Page(written("html", report, values=True)).text
