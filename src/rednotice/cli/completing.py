"""
Complete a command line that somebody is typing, when their shell asks for it.
"""

from __future__ import annotations

import argparse
import os
from importlib import import_module
from typing import TYPE_CHECKING, Any

from rednotice.cli.usage import input_of, path_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


def typed_words() -> set[str]:
    """
    The words of the command line that the shell asks about.
    """
    return set(os.environ.get("COMP_LINE", "").split())


def complete(parser: argparse.ArgumentParser) -> None:
    """
    Tell the shell how its command line may go on, and end the process.
    """
    for command, action in _actions(parser):
        if action.choices is None and action.nargs != 0:
            setattr(action, "completer", _completer(command, action))  # noqa: B010  # not its own
    library: Any = import_module("argcomplete")  # needed only here
    library.autocomplete(parser, always_complete_options="long")


def _actions(
    parser: argparse.ArgumentParser, command: str = ""
) -> Iterator[tuple[str, argparse.Action]]:
    """
    Yield each argument, with the command that has it.
    """
    for action in parser._actions:  # noqa: SLF001  # there is no other way
        yield command, action
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for name, below in action.choices.items():
                yield from _actions(below, name)


def _completer(command: str, action: argparse.Action) -> Any:
    """
    What completes the value of *action*: files, names that a list has, or nothing.
    """
    if action.type in {path_of, input_of}:
        library: Any = import_module("argcomplete.completers")
        return library.FilesCompleter()
    names = _NAMES.get((command, action.dest), tuple)
    return lambda **_: names()


def _codelists() -> Iterable[str]:
    from rednotice.codelists import names

    return names()


def _rules() -> Iterable[str]:
    from rednotice.rules import manuals

    return (word for page in manuals() for word in (page.id, page.name))


def _records() -> Iterable[str]:
    from rednotice.cli.members import names

    return names()


def _policies() -> Iterable[str]:
    from rednotice.policies import SHIPPED

    return SHIPPED


_NAMES: dict[tuple[str, str], Callable[[], Iterable[str]]] = {
    ("codelist", "name"): _codelists,
    ("rule", "id"): _rules,
    ("schema", "name"): _records,
    ("release", "policy"): _policies,
}
