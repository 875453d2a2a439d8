"""
``rednotice key new -o FILE``: a new key for releases, or for encrypted files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rednotice.cli import CLEAN
from rednotice.cli.usage import path_of
from rednotice.datasets.encrypted import new_identity
from rednotice.releases.keys import new_key

if TYPE_CHECKING:
    import argparse

HELP = "make a key for releases or for encrypted files, in a file of its own"
EPILOG = (
    "The key is never printed, and a file that exists is never overwritten. Keep a copy where only"
    " you can get it: without the key, no later release can be compared with an earlier one, and"
    " nothing can be recalled. Without a key of age, what was encrypted for it cannot be read."
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("action", choices=("new",), help="what to do")
    parser.add_argument(
        "-o", "--output", required=True, type=path_of, metavar="FILE", help="the file to write"
    )
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument(
        "--age",
        action="store_true",
        help="write a key of age, with which files that end in .age are read, and print the public"
        " key to which others encrypt",
    )
    kind.add_argument(
        "--passphrase",
        action="store_true",
        help="write no key but a salt; a passphrase is asked at each use, and scrypt makes the key",
    )


def run(chosen: argparse.Namespace) -> int:
    """Write the file."""
    if chosen.age:
        print(new_identity(chosen.output))
    else:
        new_key(chosen.output, passphrase=chosen.passphrase)
    return CLEAN
