"""
Write the pages of the command line and of the Python API.
"""

from __future__ import annotations

import argparse
from importlib import import_module
from typing import Any

import rednotice
from rednotice import cli
from reference_pages.classes import RECORDS, link_to
from reference_pages.markdown import joined, listed, toctree

VERSIONS = {
    "__version__": "The version of this package.",
    "VERSION": "The version of the schema that its records follow.",
}


STRATEGIES = ("cases", "records")


def command_index() -> str:
    """
    Give the page of the command line as a whole, with the text of its own help.
    """
    whole = cli.parser()
    rows = [f"- [rednotice {name}]({name}.md): {_module(name).HELP}." for name in cli.COMMANDS]
    files = (f"{name}.md" for name in cli.COMMANDS)
    return joined(
        [
            "# The command line",
            f"{whole.description}",
            toctree(files),
            "\n".join(rows),
            f"{whole.epilog}",
        ]
    )


def command(name: str) -> str:
    """
    Give the page of the command *name*, with the text of its own help.
    """
    module = _module(name)
    parser = argparse.ArgumentParser(prog=f"rednotice {name}")
    module.arguments(parser)
    parts = [f"(rednotice-{name})=\n# rednotice {name}"]
    parts.append(f"{module.HELP[0].upper()}{module.HELP[1:]}.")
    parts += [_argument(each) for each in parser._actions]  # noqa: SLF001  # no public list
    parts.append(f"{module.EPILOG or ''}".rstrip(".") + ".")
    return joined(parts)


def _module(name: str) -> Any:
    return import_module(f"rednotice.cli.{name}")


def _argument(action: argparse.Action) -> str:
    names = ", ".join(
        f"`{name}`" for name in action.option_strings or [action.metavar or action.dest]
    )
    choices = ", ".join(f"`{choice}`" for choice in action.choices or ())
    takes = choices and f"one of {choices}"
    if action.option_strings and action.metavar:
        takes = f"`{action.metavar}`"
    told = (action.help or "").rstrip(".")
    return f"{' '.join(part for part in (names, takes) if part)}\n: {told[:1].upper()}{told[1:]}."


def python() -> str:
    """
    Give the page of the public names: Sphinx inserts docstrings, and records are linked to their
    pages.
    """
    kinds: dict[str, list[str]] = {"Functions": [], "Classes": [], "Errors": []}
    records = []
    for name in rednotice.__all__:
        value = getattr(rednotice, name)
        if value in RECORDS:
            records.append(link_to(value))
        elif not isinstance(value, type):
            if callable(value):
                kinds["Functions"].append(f".. autofunction:: rednotice.{name}")
        elif issubclass(value, Exception):
            kinds["Errors"].append(f".. autoexception:: rednotice.{name}\n   :show-inheritance:")
        else:
            kinds["Classes"].append(f".. autoclass:: rednotice.{name}\n   :members:")
    parts = [
        "# The Python API",
        "Every public name of `rednotice`. Each is imported when it is first used.",
    ]
    for title, directives in kinds.items():
        parts.append(f"## {title}")
        parts += [f"```{{eval-rst}}\n{directive}\n```" for directive in directives]
    parts += ["## Strategies for Hypothesis", "They stand in the module `rednotice.testing`."]
    parts += [
        f"```{{eval-rst}}\n.. autofunction:: rednotice.testing.{name}\n```" for name in STRATEGIES
    ]
    parts += ["## Records", f"Each record class has a page: {listed(records, 'and')}."]
    parts.append("## Versions")
    parts += [
        f"```{{eval-rst}}\n.. py:data:: rednotice.{name}\n\n   {told}\n```"
        for name, told in VERSIONS.items()
    ]
    return joined(parts)
