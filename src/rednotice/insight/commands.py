"""
The commands and the words that people use for what they do.

The table is ``commands.csv``; in it, the words for one command are separated by bars.
"""

from __future__ import annotations

from functools import cache

import attrs


@attrs.frozen
class Command:
    """
    A command: its name, words for what it does, and a sentence that says it.
    """

    name: str
    words: tuple[str, ...]
    definition: str


@cache
def commands() -> tuple[Command, ...]:
    """
    All commands, in the order of the table.
    """
    import csv  # imported here because importing the model does not need it
    from importlib.resources import files

    lines = files("rednotice.insight").joinpath("commands.csv").read_text("utf-8").splitlines()
    return tuple(
        Command(row["name"], tuple(row["words"].split("|")), row["definition"])
        for row in csv.DictReader(lines)
    )
