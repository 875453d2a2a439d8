"""The front door: its names, and what it costs to open it."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from zipfile import ZipFile

import rednotice
from rednotice.records import record_classes

PACKAGE = Path(rednotice.__file__).parent

# Of the language, or texts and paths.
GENERAL = {"Any", "Callable", "Iterable", "Mapping", "None", "StrPath"}


def read_as_python(path: Path) -> list[tuple[str, str]]:
    """The names that the file *path* imports, each with its module, as a type checker reads it."""
    return [
        (alias.name, str(node.module))
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ImportFrom) and node.module != "typing"
        for alias in node.names
    ]


def test_the_names_that_are_offered_are_those_that_type_checkers_see() -> None:
    """They stand in the stub, and the record classes in the model; no name stands twice."""
    ours = read_as_python(PACKAGE / "__init__.pyi")
    records = read_as_python(PACKAGE / "model" / "__init__.py")
    names = [name for name, _ in (*ours, *records) if name != "*"]

    assert [module for name, module in ours if name == "*"] == ["rednotice.model"]
    assert len(names) == len(set(names))
    assert sorted(rednotice.__all__) == sorted([*names, "__version__"]) == dir(rednotice)


def test_a_name_is_what_it_is_at_home() -> None:
    """Each is had from the module that the stub names."""
    for name, home in read_as_python(PACKAGE / "__init__.pyi"):
        if name != "*":
            assert getattr(rednotice, name) is getattr(import_module(home), name), name


def test_every_record_class_is_a_public_name() -> None:
    """Also the rarer ones, of which a case may need one."""
    for cls in (*record_classes(rednotice.Case), *record_classes(rednotice.SharedDocument)):
        assert getattr(rednotice, cls.__name__) is cls


def test_every_name_can_be_had_and_says_what_it_is() -> None:
    """`from rednotice import *` works, and `help` has an answer."""
    names: dict[str, object] = {}
    exec("from rednotice import *", names)  # noqa: S102  # what a user may type

    assert set(rednotice.__all__) <= set(names)
    assert [name for name in rednotice.__all__ if not (names[name].__doc__ or "").strip()] == []


def test_the_names_can_be_read_from_a_zip_file(tmp_path: Path) -> None:
    """As programs are packed that are one file."""
    packed = tmp_path / "rednotice.zip"
    with ZipFile(packed, "w") as archive:
        for path in ("__init__.py", "__init__.pyi", "model/__init__.py"):
            archive.write(PACKAGE / path, f"rednotice/{path}")
    code = (
        f"import sys; sys.path.insert(0, {str(packed)!r}); import rednotice;"
        "print(rednotice.__file__, *dir(rednotice))"
    )
    shown = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()

    assert shown[0].startswith(str(packed))
    assert shown[1:] == dir(rednotice)


def test_what_a_public_function_takes_and_gives_is_public_too() -> None:
    """Whoever writes a hint for it need not look where it lives."""
    functions = (
        *(rednotice.anonymize, rednotice.check, rednotice.read, rednotice.write),
        *(rednotice.loads, rednotice.dumps),
    )
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
