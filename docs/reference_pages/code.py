"""
The command line, as its own help has it, and the Python API, for Sphinx to fill in.
"""

from __future__ import annotations

import argparse
import inspect
from functools import partial
from importlib import import_module

import rednotice
from rednotice import cli
from reference_pages.markdown import joined, listed, prose
from reference_pages.records import RECORDS, link_to


def command() -> str:
    """
    The page of the command line: what each command prints as its help.
    """
    parts = ["# The command line", prose(inspect.getdoc(cli))]
    for name in cli.COMMANDS:
        module = import_module(f"rednotice.cli.{name}")
        parser = argparse.ArgumentParser(
            prog=f"rednotice {name}",
            description=f"{module.HELP}.",
            epilog=module.EPILOG,
            formatter_class=partial(argparse.HelpFormatter, width=76),
        )
        module.arguments(parser)
        parts += [f"## rednotice {name}", f"```text\n{parser.format_help().rstrip()}\n```"]
    return joined(parts)


def python() -> str:
    """
    The page of the public names: directives for what has a docstring, links for records.
    """
    kinds: dict[str, list[str]] = {"Verbs": [], "What they give and take": [], "Errors": []}
    records = []
    for name in rednotice.__all__:
        value = getattr(rednotice, name)
        if value in RECORDS:
            records.append(link_to(value))
        elif not isinstance(value, type):
            if callable(value):
                kinds["Verbs"].append(f".. autofunction:: rednotice.{name}")
        elif issubclass(value, Exception):
            kinds["Errors"].append(f".. autoexception:: rednotice.{name}\n   :show-inheritance:")
        else:
            kinds["What they give and take"].append(
                f".. autoclass:: rednotice.{name}\n   :members:"
            )
    parts = ["# The Python API", "Every public name of `rednotice`, imported when first used."]
    for title, directives in kinds.items():
        parts.append(f"## {title}")
        parts += [f"```{{eval-rst}}\n{directive}\n```" for directive in directives]
    parts += ["## Records", f"Each record class has a page: {listed(records, 'and')}."]
    parts.append("The rarer ones are imported from `rednotice.model`.")
    return joined(parts)
