"""
``rednotice risk RELEASE --policy P``: how well somebody could tell whose case is whose.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rednotice.cli import CLEAN, FAILED, FOUND
from rednotice.cli.streams import complain
from rednotice.cli.usage import add_source_format, input_of, path_of, tell_of_waiting
from rednotice.risks.forms import FORMS
from rednotice.verbs.assessing import assess

if TYPE_CHECKING:
    import argparse

HELP = "report the risks of a release, without identities"
EPILOG = (
    "It is measured on the released cases, and prints names of members and numbers alone. Exit"
    " status: 0 no risk, or all are accepted, 1 a risk that nobody accepted, 2 the command could"
    " not work, or found no case"
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "path",
        type=input_of,
        metavar="RELEASE",
        help="the folder or file of the release; - reads its cases from standard input",
    )
    parser.add_argument(
        "--policy",
        required=True,
        metavar="POLICY",
        help="the policy of the release: counsel, ccf-commission, ccf-bureau, partner, research,"
        " public, or a file",
    )
    parser.add_argument(
        "--register",
        type=path_of,
        metavar="FILE",
        help="a snapshot of a public register, in CSV, whose columns are named for members, such as"
        " notices.issuing_state",
    )
    parser.add_argument(
        "--accepted",
        type=path_of,
        metavar="FILE",
        help="risks that were accepted, each with the reason, in TOML",
    )
    add_source_format(parser, "cases")
    parser.add_argument("--format", choices=tuple(FORMS), default="text", help="form")


def run(chosen: argparse.Namespace) -> int:
    """Print the report, and return the exit status."""
    tell_of_waiting((chosen.path,))
    report = assess(
        chosen.path,
        policy=chosen.policy,
        register=chosen.register,
        accepted=chosen.accepted or (),
        format=chosen.source,
    )
    print(FORMS[chosen.format](report), end="")
    if not report.cases:
        complain("no case was found, so that nothing is known of the risks")
        return FAILED
    return FOUND if report.open else CLEAN
