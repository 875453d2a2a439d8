"""
The pages that say what an audience gets: their examples and numbers are those of the library.

A block after ``<!-- POLICY: FILE -->`` is what the policy lets leave of the case in FILE. If a test
fails since the model or a policy changed, read what leaves now, and then run this file as a script:
it writes the blocks anew.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

import rednotice
from rednotice.policies import SHIPPED
from rednotice.projection.finishing import finish
from rednotice.projection.projecting import project
from rednotice.projection.resting import rests_on
from rednotice.releases.keys import Key
from rednotice.releases.making import Order

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs/explanation"
PAGES = sorted(FOLDER.glob("what-*-get*.md"))
SECRET = bytes.fromhex("9f3a61c8047be25d13f0a894c6e17b5208d94fb36ea1703c5bd2e6871f409ac5")
TOLD_ON_WHAT_IT_RESTS = {"counsel", "partner", "research"}
_BLOCK = re.compile(r"^<!-- ([a-z-]+): (\S+) -->\n```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
WORDS = dict(enumerate(NUMBERS)) | {11: "eleven", 100: "a hundred"}


def examples() -> list[tuple[str, str, str]]:
    return [found for page in PAGES for found in _BLOCK.findall(page.read_text(encoding="utf-8"))]


def released(policy: str, file: str) -> str:
    """The case in *file* as it stands in a release under *policy*, before it is made coarser."""
    order = Order(
        policy=rednotice.policy(policy),
        key=Key(SECRET),
        label="Partner A",
        edition="2026-05",
        today=dt.date(2026, 5, 1),
    )
    case = rednotice.loads((ROOT / file).read_bytes(), format="yaml")
    says = order.release
    if policy in TOLD_ON_WHAT_IT_RESTS:
        says = rednotice.evolve(says, rests_on=rests_on(case))
    projected = rednotice.evolve(project(case, order.policy), release=says)
    [left] = finish([projected], order.secret)
    return rednotice.dumps(left, format="yaml").decode()


@pytest.mark.parametrize(("policy", "file", "shown"), examples(), ids=lambda one: one[:20])
def test_the_example_of_a_page_is_what_the_library_makes(
    policy: str, file: str, shown: str
) -> None:
    """Nobody has to keep it current by hand."""
    assert shown.strip() == released(policy, file).strip()


def test_each_policy_that_the_library_brings_has_a_page() -> None:
    """With an example and a link to the table of its members."""
    assert sorted(policy for policy, _, _ in examples()) == sorted(SHIPPED)
    texts = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert all(f"(../reference/policies/{name}.md)" in texts for name in SHIPPED)


def page(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8").lower()


def test_the_numbers_of_the_pages_are_those_of_the_policies() -> None:
    """Thresholds that a page tells in words."""
    partner, research, public = (
        rednotice.policy(name).thresholds for name in ("partner", "research", "public")
    )

    assert f"k = {partner.k}" in page("what-a-partner-gets.md")
    assert f"alike at least {WORDS[partner.k - 1]} others" in page("what-a-partner-gets.md")
    rows = re.findall(r"\| *(\d+) \| *(\d+) \|", page("what-research-gets.md"))
    assert [(int(one), int(other)) for one, other in rows] == [
        (partner.k, research.k),
        (partner.least_cases, research.least_cases),
    ]
    assert research.leave_out == 0.25
    assert f"at least {WORDS[research.k]} cases are alike" in page("what-research-gets.md")
    assert f"at least {WORDS[public.least_cases]} cases" in page("what-the-public-gets.md")
    assert f"at least {WORDS[public.k]} cases are alike" in page("what-the-public-gets.md")
    assert f"at least {WORDS[public.l]} different outcomes" in page("what-the-public-gets.md")


@pytest.mark.parametrize("path", PAGES, ids=lambda one: one.stem)
def test_no_page_calls_a_release_anonymous(path: Path) -> None:
    """The word stands only where it is said that nobody is."""
    text = path.read_text(encoding="utf-8")
    for sentence in re.findall(r"[^.|\n]*\banonym\w*[^.|\n]*", text):
        assert re.search(r"\b(no|not|nobody|nothing)\b", sentence), "says that somebody is"


def _anew(found: re.Match[str]) -> str:
    return f"<!-- {found[1]}: {found[2]} -->\n```yaml\n{released(found[1], found[2]).strip()}\n```"


if __name__ == "__main__":
    for each in PAGES:
        each.write_text(_BLOCK.sub(_anew, each.read_text(encoding="utf-8")), encoding="utf-8")
