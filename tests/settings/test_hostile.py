"""Settings that somebody else wrote, to do harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from rednotice import read_settings
from rednotice.errors import UnusableSettings

DEEP = {
    "lists": "a = " + "[" * 900 + "]" * 900,
    "lists that never end": "a = " + "[" * 100_000,
    "tables": "[" + ".".join(["a"] * 3_000) + "]",
    "tables in lists": "a = " + "[{a = " * 300 + "1" + "}]" * 300,
}


@pytest.mark.parametrize("content", DEEP.values(), ids=DEEP)
def test_settings_that_are_nested_deep_are_refused(tmp_path: Path, content: str) -> None:
    """As wrong settings, and not by a fault of ours."""
    file = tmp_path / "rednotice.toml"
    file.write_text(content)

    with pytest.raises(UnusableSettings, match="nested deeper"):
        read_settings(file)
