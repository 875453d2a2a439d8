"""
The documentation as it is built, and as a browser without a network shows it.
"""

from __future__ import annotations

import base64
import hashlib
import importlib
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
BUILT = ROOT / "build" / "docs"
sys.path.insert(0, str(ROOT / "docs"))
anchors = importlib.import_module("reference_pages.anchors")

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
ONE_FILE = "rednotice-reference.html"
# One page of each kind, and those with the widest tables and the longest code.
PAGES = (
    *("index", "search", "tutorial/first-case", "explanation/attacks", "reference/overview/index"),
    *("reference/records/because", "reference/codelists/notice_kinds", "reference/rules/rn9_harm"),
    "reference/python/index",
)
SEARCHES = {
    "issuing_state": "reference/records/notice.html#notice-issuing-state",
    "Notice.issuing_state": "reference/records/notice.html#notice-issuing-state",
    "TJ": "reference/codelists/countries.html#countries-tj",
    "phone_pressure": "reference/codelists/incident_methods.html#incident-methods-phone-pressure",
    "RN401": "reference/rules/rn4_notices.html#rn401",
}


@pytest.fixture(scope="session")
def built() -> Path:
    """The folder of the pages."""
    if not (BUILT / ONE_FILE).exists():
        pytest.fail("the documentation is not built: make docs", pytrace=False)
    return BUILT


@pytest.fixture(scope="session")
def whole(built: Path) -> str:
    """The text of the file that has the whole reference."""
    return (built / ONE_FILE).read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def browser() -> str:
    """The browser of this machine."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.skip("there is no Chromium on this machine, so nobody has looked at the pages")
    return found


@pytest.fixture(scope="session")
def shown(node: list[str], built: Path, browser: str) -> dict[str, Any]:
    """What the browser makes of the pages."""
    search = (built / "search.html").as_uri()
    asked = {
        "browser": browser,
        "pages": [(built / f"{page}.html").as_uri() for page in PAGES],
        "whole": (built / ONE_FILE).as_uri(),
        "searches": [f"{search}?q={words}" for words in SEARCHES],
        "filters": ["hair colour", "tajikistan", "qqqq", ""],
    }
    done = subprocess.run(  # noqa: S603  # what package-lock.json pins
        [*node, HERE / "site.js"],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


# Without a browser


def test_no_page_loads_anything_from_another_host(built: Path) -> None:
    """What a page needs lies beside it."""
    loads = re.compile(r"""(?:src|srcset|data|<link[^>]*href)=["']?(?:[a-z]+:)?//""")
    pages = [page for page in built.rglob("*.html") if loads.search(page.read_text("utf-8"))]
    styles = [page for page in built.rglob("*.css") if "url(http" in page.read_text("utf-8")]

    assert (pages, styles) == ([], [])


def test_a_page_links_to_other_sites_only_where_its_author_does(built: Path) -> None:
    """The theme adds no links of its own."""
    written = "".join(page.read_text("utf-8") for page in (ROOT / "docs").rglob("*.md"))
    links = {
        link
        for page in built.rglob("*.html")
        for link in re.findall(r'<a [^>]*href="(https?://[^"]+)"', page.read_text("utf-8"))
    }

    assert [link for link in links if link not in written] == []


def test_every_member_code_rule_and_command_has_an_anchor(built: Path) -> None:
    """The search of the pages and other projects find each by its name."""
    index = (built / "searchindex.js").read_text(encoding="utf-8")
    texts = [page.read_text(encoding="utf-8") for page in built.glob("reference/*/*.html")]
    ids = {name for text in texts for name in re.findall(r'id="([^"]+)"', text)}
    missing = [
        anchor
        for _, _, _, anchor in anchors.objects()
        if re.sub(r"[^a-z0-9]+", "-", anchor.lower()).strip("-") not in ids
    ]

    assert missing == []
    assert '"rednotice:member"' in index


def test_the_one_file_has_every_member_and_code(whole: str) -> None:
    """Whoever has the file alone finds what the pages have."""
    ids = set(re.findall(r'id="([^"]+)"', whole))
    places = {name.partition("--")[2] for name in ids}
    missing = [
        anchor
        for _, _, _, anchor in anchors.objects()
        if re.sub(r"[^a-z0-9]+", "-", anchor.lower()).strip("-") not in places
    ]
    broken = [name for name in re.findall(r'href="#([^"]+)"', whole) if name not in ids]

    assert (missing, broken) == ([], [])


def test_the_one_file_may_load_nothing(whole: str) -> None:
    """Its policy allows its own style and script, by their hashes, and nothing else."""
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', whole)
    allowed = dict(one.split(" ", 1) for one in policy.split("; "))

    assert allowed["default-src"] == "'none'"
    for kind in ("style", "script"):
        (text,) = re.findall(rf"<{kind}>(.*?)</{kind}>", whole, re.DOTALL)
        told = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert allowed[f"{kind}-src"] == f"'sha256-{told}'"
    assert not re.search(r'\bsrc=|<link|href="(?!#)', whole)


# With a browser


def test_a_page_asks_nothing_of_others_and_complains_of_nothing(shown: dict[str, Any]) -> None:
    """With the network cut, from a folder on disk."""
    wrong = [one for one in shown["seen"] if one["requests"] or one["complaints"]]
    wrong += [one for one in shown["found"].values() if one["requests"] or one["complaints"]]

    assert wrong == []


def test_a_page_has_no_barrier_that_axe_knows(shown: dict[str, Any]) -> None:
    """In light and dark, on a wide window and on a phone."""
    wrong = {
        f"{one['address']} {one['scheme']}": one["violations"]
        for one in shown["seen"]
        if one["violations"]
    }

    assert wrong == {}


def test_no_page_is_wider_than_its_window(shown: dict[str, Any]) -> None:
    """Wide tables and pictures scroll in their own frame."""
    assert [one["address"] for one in shown["seen"] if one["overflow"] > 0] == []


def test_the_search_leads_to_the_place_itself(shown: dict[str, Any], built: Path) -> None:
    """A member, a code and a rule come first, each with its anchor, without a server."""
    for (words, place), found in zip(SEARCHES.items(), shown["found"].values(), strict=True):
        assert found["results"][0].split("?")[0] == f"{built.as_uri()}/{place}".split("?")[0], words
        assert found["leads"], words


def test_the_one_file_shows_what_contains_the_words(shown: dict[str, Any]) -> None:
    """Nothing else is shown until the words are taken away."""
    filtered = shown["shown"]

    assert filtered["tajikistan"]["rows"] == 1
    assert "hair" in filtered["hair colour"]["headings"]
    assert "eyes" not in filtered["hair colour"]["headings"]
    assert filtered["qqqq"]["headings"] == []
    assert len(filtered[""]["headings"]) > 400


def test_the_one_file_can_be_printed(shown: dict[str, Any]) -> None:
    """What it shows goes to paper."""
    assert shown["printed"] > 10_000
