"""The two tables of names, the front door's and the model's, as type checkers see them too."""

from __future__ import annotations

import ast
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import rednotice
from rednotice import model

Tables = dict[str, tuple[str, str]]
both = pytest.mark.parametrize("module", [rednotice, model], ids=lambda module: module.__name__)


def for_type_checkers(module: ModuleType) -> Tables:
    """What *module* imports for type checkers: names, each with its module and its name there."""
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    return {
        alias.asname or alias.name: (str(statement.module), alias.name)
        for node in tree.body
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for statement in node.body
        if isinstance(statement, ast.ImportFrom)
        for alias in statement.names
    }


def at_run_time(module: Any) -> Tables:
    """The names in the table of *module*, each with its module and its name there."""
    found = {}
    for name, home in module._HOMES.items():
        place, _, original = home.partition(":")
        found[name] = (f"{module.__name__}.{place}", original or name)
    return found


@both
def test_type_checkers_see_the_names_that_there_are(module: Any) -> None:
    """From the same places, and no others."""
    assert len(at_run_time(module)) > 20
    assert for_type_checkers(module) == at_run_time(module)


@both
def test_every_name_of_a_table_can_be_had(module: Any) -> None:
    """By its name, and all at once."""
    names: dict[str, Any] = {}
    exec(f"from {module.__name__} import *", names)  # noqa: S102  # what a user may type

    assert all(names[name] is getattr(module, name) for name in module._HOMES)
    assert {name for name in names if not name.startswith("_")} == set(module._HOMES)


def test_a_name_that_the_model_lacks_is_an_attribute_error() -> None:
    """As with any module."""
    assert not hasattr(model, "Notices")
