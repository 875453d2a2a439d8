"""The line of a setting in its file."""

from __future__ import annotations

import pytest

from rednotice.settings.lines import Path, line_of

TEXT = """\
# ignore = 1
ignore = [
  "RN4",
]

[severity]
"RN5" = "info"

[[overrides]]
files = ["a"]
[overrides.severity]
RN4 = "info"

[[overrides]] # the second
files = ["b"]

[house]
codes."/notices/*/kind" = ["red"]
[house.fill]
'/notices/*/charges' = 0.9
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("ignore",), 2),
        (("ignore", 0), 2),
        (("severity",), 6),
        (("severity", "RN5"), 7),
        (("overrides", 0, "files", 0), 10),
        (("overrides", 0, "severity", "RN4"), 12),
        (("overrides", 1), 14),
        (("overrides", 1, "files"), 15),
        (("overrides", 1, "ignore"), 14),
        (("house", "codes", "/notices/*/kind", 0), 18),
        (("house", "fill", "/notices/*/charges"), 20),
        (("limits",), None),
        ((), None),
    ],
)
def test_a_setting_has_the_line_of_its_entry_or_of_what_is_around_it(
    path: Path, line: int | None
) -> None:
    """Also in tables that stand below a list of tables, and under keys in quotes."""
    assert line_of(TEXT, path) == line


def test_the_table_of_a_larger_file_is_found() -> None:
    """As in `pyproject.toml`."""
    text = '[project]\nname = "x"\n[tool.rednotice]\nignore = ["RN4"]\n'

    assert line_of(text, ("tool", "rednotice", "ignore", 0)) == 4
