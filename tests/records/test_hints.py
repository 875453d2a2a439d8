"""Hints of records: looked up by ourselves, and found by others where they ask as they may."""

from __future__ import annotations

import subprocess
import sys
import types
from typing import Any

import pytest

from rednotice.records import PUBLIC, record, safe
from rednotice.records.hints import Hints, meant, written

CASE = b'{"rednotice": "1.0", "id": "c1", "subjects": [{"label": "A"}]}'


def run(program: str) -> str:
    """What *program* prints, run by itself: it has asked nobody for a hint before."""
    return subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout


@pytest.fixture
def package(monkeypatch: pytest.MonkeyPatch) -> types.ModuleType:
    """A package with one module, each with a word of its own and one that both have."""
    outer, inner = types.ModuleType("invented"), types.ModuleType("invented.inner")
    inner.__package__ = "invented"
    vars(outer).update(Both=int, Outer=bool)
    vars(inner).update(Both=str, Inner=float)
    monkeypatch.setitem(sys.modules, "invented", outer)
    monkeypatch.setitem(sys.modules, "invented.inner", inner)
    return outer


def hinted(base: type = object, module: str = "invented.inner", **hints: str) -> Any:
    """A record class of *module* with members of these *hints*."""
    members = {name: safe("A member.", to=PUBLIC, default=None) for name in hints}
    made = type("Hinted", (base,), {**members, "__module__": module, "__annotations__": hints})
    return record(made)


# How we look them up


def test_nothing_of_ours_depends_on_how_others_look_hints_up() -> None:
    """That changes with Python: 3.14 takes a plain copy of the annotations first."""
    program = (
        "import typing, attrs, rednotice\n"
        "others = typing.get_type_hints\n"
        "def refuse(of, *rest, **options):\n"
        "    if attrs.has(of): raise NameError\n"
        "    return others(of, *rest, **options)\n"
        "typing.get_type_hints = attrs.resolve_types = refuse\n"
        f"print(rednotice.loads({CASE!r}).subjects[0].label)\n"
    )

    assert run(program) == "A\n"


def test_a_module_names_what_it_has_before_what_its_package_has(package: types.ModuleType) -> None:
    """And what neither has, Python may have."""
    cls = hinted(a="Both", b="Outer | None", c="tuple[Inner, ...]", d="bytes")

    assert meant(cls) == {"a": str, "b": bool | None, "c": tuple[float, ...], "d": bytes}
    vars(package)["bytes"] = int
    assert meant(hinted(d="bytes")) == {"d": int}


@pytest.mark.usefixtures("package")
def test_a_hint_is_read_in_the_module_that_wrote_it() -> None:
    """Also where a class of another module inherits it, and has the word in another meaning."""
    base = hinted(a="Both")
    further = hinted(base, module="invented", b="Both")

    assert meant(further) == {"a": str, "b": int}


@pytest.mark.usefixtures("package")
def test_a_hint_that_nobody_has_is_a_name_error() -> None:
    """With the word that is not there, as anywhere in Python."""
    with pytest.raises(NameError, match="Nobody"):
        meant(hinted(a="Nobody"))


def test_what_a_class_writes_is_asked_of_the_class() -> None:
    """Python 3.14 works annotations out when asked, and its dictionary need not have them."""

    class Late(type):
        @property
        def __annotations__(cls) -> dict[str, Any]:  # type: ignore[override]
            return {"a": "str"}

    class Lazy(metaclass=Late):
        pass

    assert "__annotations__" not in vars(Lazy)
    assert written(Lazy) == {"a": "str"}


def test_a_class_writes_neither_what_it_inherits_nor_anything_if_it_is_built_in() -> None:
    """Each base is asked by itself."""

    class Above:
        a: str

    class Below(Above):
        pass

    assert written(Below) == written(object) == {}


# How others find them


def test_a_copy_of_the_annotations_names_types() -> None:
    """However it is taken, and though nobody asked before; Python 3.14 makes a dict of them."""
    program = (
        "from rednotice import Case\n"
        "print(dict(Case.__annotations__)['notices'])\n"
        "print({**Case.__annotations__}['notices'])\n"
    )

    assert run(program) == "tuple[rednotice.model.alerts.Notice, ...]\n" * 2


@pytest.mark.usefixtures("package")
def test_annotations_are_read_as_any_dict() -> None:
    """One by one or all at once: they are types; their words are kept beside them."""
    hints = hinted(a="Both", b="Outer | None").__annotations__

    assert isinstance(hints, Hints)
    assert list(hints) == list(hints.keys()) == ["a", "b"]
    assert list(hints.values()) == [str, bool | None]
    assert list(hints.items()) == [("a", str), ("b", bool | None)]
    assert hints["b"] == bool | None
    assert hints.written == {"a": "Both", "b": "Outer | None"}


def test_whoever_imports_a_class_does_not_wait_for_its_neighbours() -> None:
    """Their names are in hints alone, and looking at names alone imports nothing."""
    program = (
        "import sys, inspect; from rednotice import Case\n"
        "list(Case.__annotations__), inspect.signature(Case)\n"
        "print('rednotice.model.alerts' in sys.modules)\n"
    )

    assert run(program) == "False\n"
