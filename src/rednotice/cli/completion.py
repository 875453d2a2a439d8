"""
``rednotice completion SHELL``: what a shell runs to complete command lines with the Tab key.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from rednotice.cli import CLEAN

if TYPE_CHECKING:
    import argparse

HELP = "print what a shell needs to complete command lines"
EPILOG = (
    'For bash or zsh, add this to ~/.bashrc or ~/.zshrc: eval "$(rednotice completion bash)", or'
    " zsh. For fish: rednotice completion fish > ~/.config/fish/completions/rednotice.fish"
)
_SHELLS = ("bash", "zsh", "fish")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("shell", choices=_SHELLS, metavar="SHELL", help="bash, zsh or fish")


def run(chosen: argparse.Namespace) -> int:
    """Print the code for the shell."""
    library: Any = import_module("argcomplete")  # needed only here
    print(library.shellcode(["rednotice"], shell=chosen.shell))
    return CLEAN
