"""The page on policies shows tables that a policy may have."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import rednotice
from rednotice import Audience
from rednotice.policies.starting import starting_policy

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "write-a-policy.md"
SHOWN = re.findall(
    r"^```toml\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
)


@pytest.mark.parametrize("shown", SHOWN, ids=lambda text: text.splitlines()[0])
def test_what_the_page_shows_can_stand_in_a_policy(shown: str, tmp_path: Path) -> None:
    """It takes the place of what a new policy says there."""
    tables = re.split(r"\n(?=\[[A-Za-z])", starting_policy(Audience.PARTNER))
    name = re.match(r"\[\w+\]", shown)
    if name is None:
        tables[0] = re.sub(r"floor = \[\n.*?\n\]\n", shown, tables[0], flags=re.DOTALL)
    else:
        tables = [one for one in tables if not one.startswith(name[0])] + [shown]
    path = tmp_path / "ours.toml"
    path.write_text("\n".join(tables))

    assert rednotice.policy(path) != rednotice.policy("partner")
    assert shown in path.read_text()
