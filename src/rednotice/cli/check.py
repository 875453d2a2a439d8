"""
``rednotice check PATH…``: files and folders against the schema and the rules.
"""

from __future__ import annotations

import argparse
import datetime as dt
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import attrs

import rednotice
from rednotice import formats, reports
from rednotice.cli import CLEAN, FAILED, FOUND
from rednotice.cli.environment import format_of_file, format_of_output, is_in_ci, shows_colour
from rednotice.cli.progress import progress
from rednotice.cli.streams import complain
from rednotice.cli.usage import (
    add_encryption,
    add_source_format,
    argument,
    input_of,
    path_of,
    tell_of_waiting,
)
from rednotice.datasets.placing import placed
from rednotice.documents import LineColumn
from rednotice.errors import UnusableSettings
from rednotice.findings import Finding, Manual, Report, Severity
from rednotice.records import Audience
from rednotice.settings.upward import candidates
from rednotice.verbs.checking import MOST, check

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rednotice.settings.definition import Settings

HELP = "check files and folders against the schema and the rules"
EPILOG = (
    f"A folder stands for its {', '.join(formats.BY_SUFFIX)} files. Findings name places and never"
    " quote values. Explain one with: rednotice rule RN201"
)
_REFUSED = (
    "--show-values is refused in continuous integration, since other people can read its log;"
    " run the check on a machine of your own, or add --force"
)
_SETTINGS = Manual(
    "SETTINGS", "unusable-settings", Severity.ERROR, "1.0", "The settings of a check are refused."
)
_ANNOTATING = frozenset({"github", "gitlab"})  # forms that show findings beside the files
_HOSTED = (
    "{cases} stricter than TLP:GREEN, or {have} no mark, which counts as TLP:AMBER+STRICT. Masking"
    " this log does not protect {them}: whoever runs this pipeline, or can read its repository, can"
    " read {them} there. Check {them} on a machine of your own"
)


class _Output(argparse.Action):
    """
    Collect the reports to write: a ``--output-file`` belongs to the ``--format`` before it.
    """

    def __call__(
        self,
        parser: argparse.ArgumentParser,  # noqa: ARG002  # argparse passes it
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,  # noqa: ARG002  # argparse passes it
    ) -> None:
        """Add the option to the list."""
        setattr(namespace, self.dest, [*(getattr(namespace, self.dest) or ()), values])
        outputs: list[tuple[str | None, Path | None]] = list(getattr(namespace, "outputs", ()))
        if self.dest == "formats":
            outputs.append((values, None))
        elif outputs and outputs[-1][1] is None:
            outputs[-1] = (outputs[-1][0], values)
        else:
            outputs.append((None, values))
        namespace.outputs = outputs


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "paths",
        nargs="+",
        type=input_of,
        metavar="PATH",
        help="a file, a folder or a pipe; - reads standard input",
    )
    parser.add_argument(
        "--format",
        action=_Output,
        dest="formats",
        choices=reports.NAMES,
        help="form of the report (default: text; github where GitHub Actions runs the command, and"
        " gitlab for a file where GitLab does); repeat it to write several, each but one with its"
        " own --output-file",
    )
    parser.add_argument(
        "--output-file",
        action=_Output,
        dest="output_files",
        type=path_of,
        metavar="FILE",
        help="write the report to this file, in the form of the --format before it, and not to the"
        " standard output; the file is replaced as a whole",
    )
    add_encryption(parser)
    add_source_format(parser)
    parser.add_argument(
        "--shared",
        type=input_of,
        metavar="FILE",
        help="the shared document of the data set, or a file in which it stands in front",
    )
    parser.add_argument(
        "--config",
        type=path_of,
        metavar="FILE",
        help="the settings (default: rednotice.toml, or the table tool.rednotice of"
        " pyproject.toml, in this folder or the nearest one above that has them)",
    )
    parser.add_argument("--no-config", action="store_true", help="use no settings")
    parser.add_argument(
        "--select",
        action="append",
        default=[],
        metavar="RULES",
        help="count only the findings of these rules: ids, beginnings of ids such as RN4, or names,"
        " with commas between them; refused documents and what guards a release always count",
    )
    parser.add_argument(
        "--ignore",
        action="append",
        default=[],
        metavar="RULES",
        help="leave out the findings of these rules, besides those that the settings ignore",
    )
    parser.add_argument(
        "--write-baseline",
        type=path_of,
        metavar="FILE",
        help="write the findings, hashed, to this file, so that later checks whose settings name it"
        " as baseline tell only new ones",
    )
    parser.add_argument(
        "--fail-on",
        choices=[severity.value for severity in reversed(Severity)],
        default=Severity.ERROR.value,
        help="exit with 1 from this severity on (default: error)",
    )
    parser.add_argument(
        "--for",
        dest="audience",
        choices=[audience.value for audience in Audience],
        default=Audience.INTERNAL.value,
        help="ask whether the cases may go to this audience: consent, legal basis, review, marks,"
        " people in reach. A document that has a release record is asked whether it is clean for"
        " the audience that it names (default: internal)",
    )
    parser.add_argument(
        "--today",
        type=dt.date.fromisoformat,
        metavar="YYYY-MM-DD",
        help="the day to check for (default: what the clock says)",
    )
    parser.add_argument(
        "--changed-since",
        metavar="REV",
        help="check all, and report the findings of files that have changed since the branch left"
        " this revision of git, and those about several files",
    )
    parser.add_argument(
        "--show-values",
        action="store_true",
        help="also print the value at each place, and ids and paths that contain a name",
    )
    parser.add_argument(
        "--force",
        action="store_true",
        help="show values also in continuous integration, where other people can read them",
    )
    parser.add_argument(
        "--all",
        dest="every",
        action="store_true",
        help="show each finding, also of many that say the same",
    )
    parser.add_argument(
        "--info",
        action="store_true",
        help="also print information, which is otherwise only counted",
    )
    parser.add_argument(
        "--most",
        type=int,
        metavar="NUMBER",
        help=f"keep this many findings and count the rest (default: as the settings say, or"
        f" {MOST:,})",
    )
    parser.add_argument(
        "-v",
        "--verbose",
        action="store_true",
        help="also name the files and links below folders that are passed over, each with the"
        " reason; in continuous integration they get numbers",
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="print findings, no summary")


def run(chosen: argparse.Namespace) -> int:
    """Check, write the reports, and return the exit status."""
    outputs = _outputs(chosen)
    _refuse_pairs(chosen)
    if chosen.show_values and is_in_ci() and not chosen.force:
        complain(_REFUSED)
        return FAILED
    if chosen.changed_since is not None and chosen.audience != Audience.INTERNAL.value:
        chosen.command.refuse(
            "argument --changed-since: not allowed with argument --for, which is about all cases"
        )
    failing = Severity(chosen.fail_on)
    try:
        settings = _settings(chosen)
    except UnusableSettings as error:
        _annotate(error, outputs, chosen)
        raise
    tell_of_waiting((*chosen.paths, chosen.shared))
    with progress(wanted=not chosen.quiet) as on_read:
        report = check(
            chosen.paths,
            today=chosen.today,
            audience=chosen.audience,
            format=chosen.source,
            shared=chosen.shared,
            keep=_keeper(chosen, failing),
            most=chosen.most,
            masked=not chosen.show_values,
            settings=settings,
            verbose=chosen.verbose and (chosen.show_values or not is_in_ci()),
            changed_since=chosen.changed_since,
            on_read=on_read,
        )
    if report.guarded and is_in_ci():
        complain(f"warning: {_hosted(report.guarded)}")
    written = not report.files or _written(report, outputs, chosen)
    for unread in report.passed_over if chosen.verbose else ():
        complain(f"passed over: {unread.path}: {unread.reason}")
    for unread in report.unopened:
        where = unread.path if chosen.show_values else argument(chosen, "paths", unread)
        complain(f"{where}: {unread.reason}")
    if report.unopened or not written:
        return FAILED
    if not report.files:
        # If there was nothing to check, the check must not pass.
        complain(f"no file was found; cases are {', '.join(formats.BY_SUFFIX)}")
        return FAILED
    if settings is not None and settings.draft is not None:
        settings.draft.write()
        hint = "" if settings.baseline else "; name the file as `baseline` in the settings"
        complain(f"findings in the baseline: {settings.draft.total:,}{hint}")
    return FOUND if report.fails(failing) else CLEAN


def _outputs(chosen: argparse.Namespace) -> list[tuple[str, Path | None]]:
    """
    The forms of the report, each with its file, or None for the standard output.
    """
    given = getattr(chosen, "outputs", None) or [(None, None)]
    files = [file for _, file in given]
    if files.count(None) > 1:
        chosen.command.refuse(
            "argument --format: only one form can go to the standard output; add --output-file to"
            " the others"
        )
    if len(set(files)) < len(files):
        chosen.command.refuse("argument --output-file: must be another file for each --format")
    return [
        (form or (format_of_file() if file else format_of_output()), file) for form, file in given
    ]


def _refuse_pairs(chosen: argparse.Namespace) -> None:
    if chosen.config is not None and chosen.no_config:
        chosen.command.refuse("argument --no-config: not allowed with argument --config")
    if chosen.write_baseline and chosen.audience != Audience.INTERNAL.value:
        chosen.command.refuse(
            "argument --write-baseline: not allowed with argument --for, since a baseline hides"
            " nothing from it"
        )


def _settings(chosen: argparse.Namespace) -> Settings | None:
    """
    The settings of the check, with what the command line chooses; None if there are none.
    """
    found = _found_settings(chosen)
    if not (chosen.select or chosen.ignore or chosen.write_baseline):
        return found
    from rednotice.settings.baseline import BaselineDraft
    from rednotice.settings.choosing import beginning, ignored
    from rednotice.settings.definition import Settings

    settings = found or Settings(name="the command line")
    select, ignore = _rules(chosen, "select", beginning), _rules(chosen, "ignore", ignored)
    draft = BaselineDraft.to(chosen.write_baseline) if chosen.write_baseline else None
    return attrs.evolve(settings.choosing(select, ignore), draft=draft)


def _found_settings(chosen: argparse.Namespace) -> Settings | None:
    if chosen.no_config or (chosen.config is None and not any(candidates(Path()))):
        return None
    from rednotice.settings.loading import find_settings, read_settings  # most checks have none

    return find_settings() if chosen.config is None else read_settings(chosen.config)


def _rules(chosen: argparse.Namespace, name: str, read: Callable[[str], str]) -> list[str]:
    """
    The rules that the option *name* chooses, each as the beginning of ids.
    """
    from rednotice.settings.errors import InvalidSettings

    words = [word.strip() for typed in getattr(chosen, name) for word in typed.split(",")]
    try:
        return [read(word) for word in words]
    except InvalidSettings as error:
        refuse: Callable[[str], NoReturn] = chosen.command.refuse
        refuse(f"argument --{name}: {error}")


def _keeper(chosen: argparse.Namespace, failing: Severity) -> Callable[[Finding], Finding | None]:
    """
    The function that decides which findings are shown; the others are only counted.
    """
    least = Severity.INFO if chosen.info else _lighter(failing)

    def keep(finding: Finding) -> Finding | None:
        if finding.severity.weight < least.weight:
            return None
        # Look the place up now, so that the texts of all documents need not be held.
        return finding if chosen.show_values else finding.without_document()

    return keep


def _lighter(failing: Severity) -> Severity:
    """
    The lowest severity of findings to print: warnings, or the severity that fails the check.
    """
    return min(Severity.WARNING, failing, key=lambda severity: severity.weight)


def _hosted(guarded: int) -> str:
    if guarded == 1:
        return _HOSTED.format(cases="1 case is marked", have="has", them="it")
    return _HOSTED.format(cases=f"{guarded:,} cases are marked", have="have", them="them")


def _annotate(
    error: UnusableSettings,
    outputs: Iterable[tuple[str, Path | None]],
    chosen: argparse.Namespace,
) -> None:
    """
    Show each fault of the settings where the service of a pipeline shows findings, if one of
    *outputs* is for it. Only a report of these can stand for a check that was not made.
    """
    places = candidates(Path()) if chosen.config is None else [chosen.config]
    file = next((str(path) for path in places if path.name == error.name), None)
    findings = [
        Finding(
            _SETTINGS,
            ": ".join(filter(None, (fault.place, fault.message))),
            file=file,
            at=LineColumn(fault.line or 1, 1) if file else None,
        )
        for fault in error.faults
    ]
    quiet = argparse.Namespace(**{**vars(chosen), "quiet": True})
    _written(Report(tuple(findings)), [one for one in outputs if one[0] in _ANNOTATING], quiet)


def _written(
    report: Report, outputs: Iterable[tuple[str, Path | None]], chosen: argparse.Namespace
) -> bool:
    """
    Write *report* in every form of *outputs*, and return whether each file could be written.

    Raises:
        OSError: If the standard output cannot be written.
    """
    written = True
    for form, path in outputs:
        options = reports.Options(
            failing=Severity(chosen.fail_on),
            values=chosen.show_values,
            summary=not chosen.quiet,
            every=chosen.every,
            colour=path is None and shows_colour(sys.stdout),
            root=os.getcwd(),  # noqa: PTH109  # pathlib is not needed here
            version=rednotice.__version__,
        )
        if path is None:
            reports.by_name(form).write(report, sys.stdout, options)
        else:
            written &= _placed(report, form, path, options)
    return written


def _placed(report: Report, form: str, path: Path, options: reports.Options) -> bool:
    """
    Write *report* to the file *path*; if that fails, say so and return False.
    """
    try:
        with placed(path) as file:
            text = io.TextIOWrapper(file, encoding="utf-8", write_through=True)
            reports.by_name(form).write(report, text, options)
            text.detach()
    except OSError as error:
        complain(f"--output-file: {error.strerror or 'cannot be written'}")
        return False
    return True
