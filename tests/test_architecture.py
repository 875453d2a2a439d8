"""The floors of the house: what a module may import."""

from __future__ import annotations

import ast
import graphlib
import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import rednotice

SOURCE = Path(__file__).parents[1] / "src" / "rednotice"

# From the ground up. A unit is a folder or a file of src/rednotice; units of one row are
# neighbours, and do not know each other.
FLOORS: tuple[set[str], ...] = (
    {"documents"},
    {"findings"},
    {"faults"},
    {"errors"},
    {"words"},
    {"records"},
    {"codelists"},
    {"types"},
    {"model"},
    {"names"},
    {"insight"},
    {"toml_files", "web_pages"},
    {"policies"},
    {"gate", "rules", "projection", "migrations", "site", "editions"},
    {"formats", "reports"},
    {"datasets"},
    {"releases", "settings"},
    {"tables", "risks"},
    {"verbs"},
    {"doors"},
    {"testing"},
    {"cli"},
)
HEIGHT = {unit: height for height, row in enumerate(FLOORS) for unit in row}
# Where each file is a thing of its own: none of them imports another of its folder.
APART = {"rules", "reports", "cli", "verbs", "doors"}
# What the files of such a folder have in common: the front of the folder, and these.
COMMON = {
    *("rednotice.cli.completing", "rednotice.cli.differences", "rednotice.cli.environment"),
    *("rednotice.cli.members", "rednotice.cli.progress", "rednotice.cli.streams"),
    *("rednotice.cli.usage", "rednotice.reports.parts.groups", "rednotice.reports.parts.places"),
    "rednotice.reports.parts.sentences",
}
# JSON Lines is JSON line by line: its format reads each line as a JSON text.
SHARED_BY_FORMATS = {"rednotice.formats.json.text"}
ENTRANCES = {"rednotice", "rednotice.__main__"}
NETWORK = {
    *("aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib"),
    *("socket", "socketserver", "ssl", "telnetlib", "urllib.request", "urllib3", "webbrowser"),
    *("xmlrpc",),
}
MEANINGLESS = {"common", "helpers", "misc", "util", "utils"}


def name_of(path: Path) -> str:
    """`rednotice.formats.json.text` for `src/rednotice/formats/json/text.py`."""
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {name_of(path): path for path in sorted(SOURCE.rglob("*.py"))}
INSIDE = [module for module in MODULES if module not in ENTRANCES]


def imports(tree: ast.AST, module: str, *, package: bool) -> Iterator[str]:
    """Every dotted name that *tree* imports, also inside functions, with relative ones resolved."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=base, names=names, level=level):
                parts = module.split(".")
                here = parts[: len(parts) - level + package] if level else []
                origin = ".".join([*here, *([base] if base else [])])
                yield from (f"{origin}.{alias.name}" for alias in names)


def imports_of(module: str) -> Iterator[str]:
    path = MODULES[module]
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return imports(tree, module, package=path.stem == "__init__")


def home(name: str) -> str | None:
    """The module of ours that the dotted *name* is, or is a part of; None where it is another's."""
    while name and name not in MODULES:
        name = name.rpartition(".")[0]
    return name or None


def arrows(module: str) -> set[str]:
    """The modules of ours that *module* imports, in whatever way."""
    found = {home(name) for name in imports_of(module)}
    return {name for name in found if name and name != module}


def unit(name: str) -> str:
    """The part of the house that *name* belongs to; empty for `rednotice` itself."""
    return name.partition(".")[2].partition(".")[0]


def may_import(module: str, other: str) -> bool:
    """Whether *module* may import the module *other*."""
    ours, theirs = unit(module), unit(other)
    if not theirs:  # the front door, which stands above all but who enters by it
        return HEIGHT[ours] >= HEIGHT["doors"]
    if ours != theirs:
        return HEIGHT[theirs] < HEIGHT[ours]
    if ours == "formats":
        folders = {name.split(".")[2] for name in (module, other) if is_in_a_format(name)}
        return len(folders) < 2 or other in SHARED_BY_FORMATS
    if ours in APART:
        return other.count(".") == 1 or other in COMMON
    return True


def is_in_a_format(module: str) -> bool:
    """Whether *module* is of one format; the others are ground that all formats share."""
    folder = SOURCE.joinpath(*module.split(".")[1:3])
    return unit(module) == "formats" and folder != SOURCE / "formats" and folder.is_dir()


def test_every_module_has_its_floor() -> None:
    """A new part of the house is placed before it is built."""
    assert {unit(module) for module in INSIDE} <= HEIGHT.keys()


@pytest.mark.parametrize("module", INSIDE)
def test_a_module_imports_only_from_below(module: str) -> None:
    """
    Nothing from a neighbour or from above, not even inside a function; in a folder whose files
    stand apart, nothing from its other files; and of the formats, none knows another.
    """
    assert [other for other in sorted(arrows(module)) if not may_import(module, other)] == []


def test_only_a_check_reads_settings() -> None:
    """A release, its verification and a recall do not depend on what a project wants to see."""
    readers = {
        module
        for module in INSIDE
        if unit(module) != "settings" and "settings" in set(map(unit, arrows(module)))
    }

    assert readers == {
        *("rednotice.cli.check", "rednotice.verbs.checking"),  # to check
        *("rednotice.cli.schema", "rednotice.verbs.publishing"),  # to publish the schema
    }


def test_no_module_comes_back_to_itself() -> None:
    """The arrows between modules, those inside a folder too, make no circle."""
    # What a package imports when one of its functions is called does not count as its own import:
    # the front of a format knows its files, which know nothing of it.
    graphlib.TopologicalSorter({module: arrows(module) for module in INSIDE}).prepare()


def test_an_import_from_above_is_seen_wherever_it_stands() -> None:
    """An upward import in a function is found, relative or by the front door."""
    source = (
        "from rednotice import errors\n"
        "def later():\n"
        "    from ..formats.json import read\n"
        "    from rednotice import check\n"
    )
    module = "rednotice.model.case"
    found = [home(name) for name in imports(ast.parse(source), module, package=False)]

    assert [other for other in found if other and not may_import(module, other)] == [
        "rednotice.formats.json",
        "rednotice",
    ]


def test_the_entrance_is_a_table_of_names() -> None:
    """`import rednotice` does no work: it has names, and a function that fetches what is used."""
    tree = ast.parse((SOURCE / "__init__.py").read_text(encoding="utf-8"))

    def belongs(node: ast.stmt) -> bool:
        match node:
            case ast.Import() | ast.ImportFrom():
                names = imports(node, "rednotice", package=True)
                return all(name.partition(".")[0] in sys.stdlib_module_names for name in names)
            case ast.If(test=ast.Name(id="TYPE_CHECKING"), orelse=[]):
                return all(isinstance(inner, ast.Import | ast.ImportFrom) for inner in node.body)
            case ast.If(test=ast.UnaryOp(ast.Not(), ast.Name(id="TYPE_CHECKING")), orelse=[]):
                return all(belongs(inner) for inner in node.body)
            case ast.FunctionDef(name=name):
                return name in {"_homes", "__getattr__", "__dir__"}
            case ast.Expr(value=ast.Constant()):
                return True
        return isinstance(node, ast.Assign | ast.AnnAssign)

    assert [f"line {node.lineno}" for node in tree.body if not belongs(node)] == []


def test_no_module_bears_the_name_of_a_public_function() -> None:
    """Were there a module `merge`, its import would put it in the place of the verb."""
    public = {name: getattr(rednotice, name) for name in rednotice.__all__}
    functions = {name for name, value in public.items() if inspect.isroutine(value)}
    # Commands are named for the verbs they call; their modules hang on `rednotice.cli`.
    modules = {name.rpartition(".")[2] for name in MODULES if unit(name) != "cli"}

    assert functions & modules == set()


@pytest.mark.parametrize("package", [name for name in MODULES if MODULES[name].stem == "__init__"])
def test_no_function_of_a_package_bears_the_name_of_a_module_in_it(package: str) -> None:
    """Importing the module would put it in the place of the function."""
    tree = ast.parse(MODULES[package].read_text(encoding="utf-8"))
    defined = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    inside = {name.rpartition(".")[2] for name in MODULES if name.rpartition(".")[0] == package}

    assert defined & inside == set()


def test_no_module_is_named_for_nothing() -> None:
    """A name like `utils` says what its author could not place."""
    assert [name for name in MODULES if name.rpartition(".")[2].strip("_") in MEANINGLESS] == []


def test_contributing_names_every_floor() -> None:
    """Who reads where things stand finds each part of the house, also one that is still to come."""
    page = (SOURCE.parents[1] / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(\w+)/?`", page[page.index("\n## The floors\n") :]))

    assert HEIGHT.keys() - named == set()


def test_contributing_sends_changes_to_files_that_are_there() -> None:
    """A change goes to a file of the tree; a new thing goes to a new file on a floor."""
    page = (SOURCE.parents[1] / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.*) \| `src/rednotice/(.*)` \|$", page, re.MULTILINE)
    lost = [
        file
        for change, file in rows
        if not (SOURCE / file).is_file()
        and not (change.startswith("A new") and file.partition("/")[0] in HEIGHT)
    ]

    assert len(rows) >= 12
    assert lost == []


def test_nothing_opens_a_network_connection() -> None:
    """The library imports nothing that could reach another machine."""

    def reaches_out(name: str) -> bool:
        return any(name == module or name.startswith(f"{module}.") for module in NETWORK)

    assert [
        f"{module} imports {name}"
        for module in MODULES
        for name in imports_of(module)
        if reaches_out(name)
    ] == []


def test_a_member_with_a_default_is_read_in_one_place() -> None:
    """A rule that read it itself would take an absent member for nothing said."""
    homes = {"sources": "rednotice.insight.sources", "quote": "rednotice.insight.quotations"}
    readers = [
        f"{module} reads {node.attr}"
        for module, path in MODULES.items()
        if unit(module) in {"insight", "rules"}
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and homes.get(node.attr, module) != module
    ]

    assert readers == []
