"""The floors of the house: a module imports only from below."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

import rednotice

SOURCE = Path(__file__).parents[1] / "src" / "rednotice"

FLOORS = {
    "cli": 7,
    "verbs": 6,
    "formats": 5,
    "rules": 4,
    "release": 4,
    "merging": 4,
    "migrations": 4,
    "publishing": 4,
    "gate": 4,
    "model": 3,
    "types": 2,
    "codelists": 1,
    "records": 0,
    "errors": 0,
    "faults": 0,
    "findings": 0,
    "documents": 0,
}
# The units of the lowest floor know each other in this order: each those before it.
GROUND = ("documents", "findings", "faults", "errors", "records")
ENTRANCES = {"rednotice", "rednotice.__main__"}
NETWORK = {
    *("aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib"),
    *("socket", "socketserver", "ssl", "telnetlib", "urllib.request", "urllib3", "webbrowser"),
    *("xmlrpc",),
}
MEANINGLESS = {"common", "helpers", "misc", "util", "utils"}


def name_of(path: Path) -> str:
    """`rednotice.formats.json` for `src/rednotice/formats/json.py`."""
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {name_of(path): path for path in sorted(SOURCE.rglob("*.py"))}


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


def unit(name: str) -> str:
    """The part of the house that *name* belongs to; empty for `rednotice` itself."""
    return name.partition(".")[2].partition(".")[0]


def may_import(unit_: str, other: str) -> bool:
    """Whether *unit_* may import *other*; only the command line enters by the front door."""
    if unit_ == other:
        return True
    if other not in FLOORS:
        return FLOORS[unit_] == max(FLOORS.values())
    if {unit_, other} <= set(GROUND):
        return GROUND.index(other) < GROUND.index(unit_)
    return FLOORS[other] < FLOORS[unit_]


def trespasses(module: str, imported: Iterator[str]) -> list[str]:
    """What *module* imports though the floors forbid it."""
    ours = (name for name in imported if name.partition(".")[0] == "rednotice")
    return [f"{module} imports {name}" for name in ours if not may_import(unit(module), unit(name))]


def test_every_module_has_its_floor() -> None:
    """A new part of the house is placed before it is built."""
    units = {unit(module) for module in MODULES.keys() - ENTRANCES}

    assert units <= FLOORS.keys()


def test_the_ground_floor_is_ordered() -> None:
    """Every unit of the lowest floor has its place among the others."""
    assert sorted(GROUND) == sorted(name for name, floor in FLOORS.items() if floor == 0)


def test_floors_import_only_from_below() -> None:
    """No module imports from its own row or from above, not even inside a function."""
    inside = [module for module in MODULES if module not in ENTRANCES and unit(module) in FLOORS]

    assert [fault for module in inside for fault in trespasses(module, imports_of(module))] == []


def test_an_import_from_above_is_seen_wherever_it_stands() -> None:
    """An upward import in a function is found, relative or by the front door."""
    source = (
        "from rednotice import errors\n"
        "def later():\n"
        "    from ..formats.json import read\n"
        "    from rednotice import check\n"
    )
    module = "rednotice.model.case"

    assert trespasses(module, imports(ast.parse(source), module, package=False)) == [
        f"{module} imports rednotice.formats.json.read",
        f"{module} imports rednotice.check",
    ]


def is_format(module: str) -> bool:
    """Whether *module* has the two verbs of a format; the others are ground that formats share."""
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    defined = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    return unit(module) == "formats" and {"read", "write"} <= defined


def test_formats_do_not_know_each_other() -> None:
    """A format can be removed, or written anew, without a look at the others."""
    formats = [module for module in MODULES if is_format(module)]
    inside = [module for module in MODULES if module.startswith("rednotice.formats.")]

    assert [
        f"{module} imports {name}"
        for module in inside
        for name in imports_of(module)
        for other in formats
        if f"{name}.".startswith(f"{other}.") and not f"{module}.".startswith(f"{other}.")
    ] == []


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


def test_no_module_is_named_for_nothing() -> None:
    """A name like `utils` says what its author could not place."""
    assert [name for name in MODULES if name.rpartition(".")[2].strip("_") in MEANINGLESS] == []


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
