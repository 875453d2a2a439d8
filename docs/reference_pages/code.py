"""
Write the pages of the command line and of the Python API.
"""

from __future__ import annotations

import argparse
from importlib import import_module

import rednotice
from rednotice import cli
from reference_pages.markdown import joined, listed
from reference_pages.records import RECORDS, link_to

VERSIONS = {
    "__version__": "The version of this package.",
    "VERSION": "The version of the schema that its records follow.",
}


STRATEGIES = ("cases", "records")


def command() -> str:
    """
    Give the page of the command line, with the text of the command's own help.
    """
    whole = cli.parser()
    parts = ["# The command line", f"{whole.description}", f"{whole.epilog}"]
    for name in cli.COMMANDS:
        module = import_module(f"rednotice.cli.{name}")
        parser = argparse.ArgumentParser(prog=f"rednotice {name}")
        module.arguments(parser)
        parts += [f"## rednotice {name}", f"{module.HELP[0].upper()}{module.HELP[1:]}."]
        parts += [_argument(each) for each in parser._actions]  # noqa: SLF001  # no public list
        parts.append(f"{module.EPILOG or ''}".rstrip(".") + ".")
    return joined(parts)


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
