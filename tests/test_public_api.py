"""The front door: its names, and what it costs to open it."""

from __future__ import annotations

import re
import subprocess
import sys

import rednotice

GENERAL = {"Any", "Callable", "Iterable", "None", "StrPath"}  # of the language, or texts and paths


def test_the_table_of_names_is_what_is_offered() -> None:
    """A name cannot be promised without a home, nor have a home and be hidden."""
    assert set(rednotice.__all__) - {"__version__"} == set(rednotice._HOMES)
    assert dir(rednotice) == sorted(rednotice.__all__)


def test_every_name_can_be_had_and_says_what_it_is() -> None:
    """`from rednotice import *` works, and `help` has an answer."""
    names: dict[str, object] = {}
    exec("from rednotice import *", names)  # noqa: S102  # what a user may type

    assert set(rednotice.__all__) <= set(names)
    assert [name for name in rednotice._HOMES if not (names[name].__doc__ or "").strip()] == []


def test_what_a_public_function_takes_and_gives_is_public_too() -> None:
    """Whoever writes a hint for it need not look where it lives."""
    functions = (rednotice.check, rednotice.read, rednotice.write, rednotice.loads, rednotice.dumps)
    of_report = (rednotice.Report.fails, rednotice.Report.in_order)
    hints = " ".join(
        str(hint) for each in (*functions, *of_report) for hint in each.__annotations__.values()
    )
    ours = {name for name in re.findall(r"\b[A-Z]\w+", hints) if name not in GENERAL}

    assert ours <= set(rednotice.__all__)
    assert {"Audience", "Severity", "SharedDocument"} <= ours


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    """As with any module."""
    assert not hasattr(rednotice, "validate")


def test_opening_the_door_imports_nothing_of_weight() -> None:
    """Who only needs the version does not wait for the model."""
    heavy = "{'attrs', 'cattrs', 'msgspec', 'jsonschema_rs', 'yaml'}"
    code = f"import sys, rednotice; sys.exit(bool({heavy} & set(sys.modules)))"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603


def test_naming_a_case_imports_neither_engine_nor_formats() -> None:
    """A type hint does not cost what a check costs."""
    heavy = "{'cattrs', 'msgspec', 'jsonschema_rs', 'yaml'}"
    code = f"import sys; from rednotice import Case; sys.exit(bool({heavy} & set(sys.modules)))"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603
