"""
The documentation: what its pages show is what happens, and what they point at is there.

A page is followed from top to bottom in an empty folder:

- a ``yaml`` block that begins with ``rednotice:`` is a whole case, saved as ``case.yaml`` (a shared
  document as ``shared.yaml``), in which nothing is wrong, unless ``<!-- faulty -->`` stands before;
- a ``yaml`` block after ``<!-- pipeline -->`` is for a service that runs commands; other tests run
  the commands in it;
- a ``toml`` block after ``<!-- settings -->`` is saved as ``rednotice.toml``, in place of an
  earlier one;
- any other ``yaml`` block holds members that take the place of those of the page's case;
- a ``console`` block names commands that exist, and those that find their files are run;
- a ``text`` block right after it is what the last command prints, where ``<!-- line 7: … -->``
  stands before it for the case with that line in place of its seventh;
- the ``python`` blocks of a page run one after the other and know each other's names; those after
  ``<!-- partners -->`` need what only the tests of partners have, which run them.
"""

from __future__ import annotations

import datetime as dt
import importlib
import importlib.util
import io
import itertools
import json
import os
import re
import shlex
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import pytest
import yaml

import rednotice
from rednotice import cli, codelists, gate, reports, rules
from rednotice.findings import LeftOut, Unread
from rednotice.formats import yaml as yaml_format
from rednotice.records import fields_of
from rednotice.records.fields import Sensitivity

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
WRITTEN = [path for path in DOCS.rglob("*.md") if path.parent.parent != DOCS / "reference"]
PAGES = [ROOT / "README.md", *sorted(WRITTEN)]
NAMES = [path.relative_to(ROOT).as_posix() for path in PAGES]
TODAY = dt.date(2026, 6, 1)  # on which the pages are read; some findings depend on the day
SMALLEST = {"rednotice": "1.0", "id": "c-1", "subjects": [{"id": "s1", "label": "Person A"}]}

# What Sphinx does as well: the pages of the reference are written by a package beside them.
sys.path.insert(0, str(DOCS))
reference_pages = importlib.import_module("reference_pages")
classes = importlib.import_module("reference_pages.classes")

each_page = pytest.mark.parametrize("page", PAGES, ids=NAMES)


@attrs.frozen
class Block:
    """A fenced block of a page, with the comment that stands before it."""

    language: str
    text: str
    note: str = ""


_BLOCK = re.compile(
    r"(?:^<!--(?P<note>.*?)-->\n)?^```(?P<language>\S*)[^\n]*\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


def blocks_of(page: Path) -> list[Block]:
    found = _BLOCK.finditer(page.read_text(encoding="utf-8"))
    return [
        Block(each["language"], each["text"], (each["note"] or "").strip(" ")) for each in found
    ]


def commands_in(text: str) -> Iterator[list[str]]:
    """The arguments of every rednotice command in *text*, one a line."""
    for line in text.splitlines():
        words = shlex.split(line.removeprefix("$ "), comments=True)
        if words and Path(words[0]).name == "rednotice":
            yield words[1:]


class Reader:
    """Somebody who follows a page and keeps its case in a folder of their own."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.file = folder / "case.yaml"
        self.shared = folder / "shared.yaml"
        self.names: dict[str, Any] = {"__name__": "page"}
        self.case: dict[str, Any] | None = None
        self.capsys = capsys

    def yaml(self, block: Block) -> None:
        """Save the case, or the members that are shown, and see that it is as it is said to be."""
        if block.text.startswith("rednotice:"):
            whole = [document.value for document in _documents(block.text)]
            self.case = whole[0] if len(whole) == 1 else None
            file = self.shared if "\nshared: true\n" in block.text else self.file
            file.write_text(block.text, encoding="utf-8")
            shared = self.shared if self.shared.exists() else None
            shared = None if file == self.shared else shared
            report = rednotice.check(file, shared=shared, today=TODAY)
            assert report.fails() == (block.note.strip() == "faulty"), _said(report)
            return
        members = next(_documents(block.text)).value
        if self.case is None:
            assert gate.is_accepted({**SMALLEST, **members}), block.text
        else:
            self.case |= members
            self.file.write_text(yaml.safe_dump(self.case, sort_keys=False), encoding="utf-8")
            report = rednotice.check(self.file, today=TODAY)
            assert not report.fails(), _said(report)

    def console(self, block: Block) -> str:
        """Run the commands that find their files, and give what the last of them prints."""
        printed = ""
        for arguments in commands_in(block.text):
            chosen = parsed(arguments)
            if chosen is None or getattr(chosen, "snapshot", None):
                continue
            if arguments[0] == "tables" and importlib.util.find_spec("highspy") is None:
                continue  # the extra is not installed
            if all(Path(path).exists() for path in getattr(chosen, "paths", ())):
                self.capsys.readouterr()
                day = ["--today", str(TODAY)] if getattr(chosen, "today", ...) is None else []
                assert cli.main([*arguments, *day]) in {cli.CLEAN, cli.FOUND}
                printed = self.capsys.readouterr().out
        return printed

    def text(self, block: Block, before: Block) -> None:
        """Compare what is shown with what the command *before* prints."""
        as_it_was = self.file.read_text(encoding="utf-8") if self.file.exists() else ""
        if told := re.fullmatch(r"line (\d+):\s?(.*)", block.note):
            lines = as_it_was.splitlines()
            lines[int(told[1]) - 1] = told[2]
            self.file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        assert block.text == self.console(before)
        if as_it_was:
            self.file.write_text(as_it_was, encoding="utf-8")

    def python(self, block: Block) -> None:
        """Run the code, which knows the names of the blocks before it."""
        exec(compile(block.text, "page", "exec", dont_inherit=True), self.names)  # noqa: S102


def _documents(text: str) -> Iterator[Any]:
    return yaml_format.read(io.BytesIO(text.encode()), None, _refuse)


def _refuse(finding: rednotice.Finding) -> None:
    pytest.fail(str(finding))


def _said(report: rednotice.Report) -> str:
    return "\n".join(str(finding) for finding in report)


def parsed(arguments: list[str]) -> Any:
    """What the command line makes of *arguments*; None where it only prints its help or version."""
    try:
        return cli.parser().parse_args(arguments)
    except SystemExit as stop:
        if stop.code:
            pytest.fail(f"no such command or option: rednotice {shlex.join(arguments)}")
        return None


@each_page
def test_a_page_shows_what_happens(
    page: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """
    Who follows a page from top to bottom sees what it shows.
    """
    monkeypatch.chdir(tmp_path)
    source = str(Path(rednotice.__file__).parents[1])
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([source, os.environ.get("PYTHONPATH", "")]))
    reader = Reader(tmp_path, capsys)
    before = Block("", "")
    for block in blocks_of(page):
        if block.language == "yaml" and block.note != "pipeline":
            reader.yaml(block)
        elif block.language == "toml" and block.note == "settings":
            (tmp_path / "rednotice.toml").write_text(block.text, encoding="utf-8")
        elif block.language == "console":
            reader.console(block)
        elif block.language == "python" and block.note != "partners":
            reader.python(block)
        elif block.language == "text" and before.language == "console":
            reader.text(block, before)
        before = block


@each_page
def test_a_command_in_a_sentence_exists(page: Path) -> None:
    """
    A command that a sentence names in passing exists, with these options.
    """
    prose = _BLOCK.sub("", page.read_text(encoding="utf-8"))
    for words in re.findall(r"`(rednotice [^`]*)`", prose):
        for arguments in commands_in(words):
            if arguments not in [[command] for command in cli.COMMANDS]:
                parsed(arguments)


def test_the_steps_of_the_tutorial_make_its_whole_case() -> None:
    """
    Whoever takes the tutorial's steps one after the other holds the case that stands at its end.
    """
    steps = [
        next(_documents(block.text)).value
        for block in blocks_of(DOCS / "tutorial" / "first-case.md")
        if block.language == "yaml"
    ]
    made: dict[str, Any] = {}
    for step in steps[:-1]:
        made |= step

    assert made == steps[-1]


# Links


@cache
def texts() -> dict[Path, str]:
    """Every page, those of the reference as they would be written, without its blocks of code."""
    written = {path: path.read_text(encoding="utf-8") for path in PAGES}
    derived = {DOCS / "reference" / name: text for name, text in reference_pages.pages().items()}
    return {path: _BLOCK.sub("", text) for path, text in {**written, **derived}.items()}


_LINK = re.compile(r"\]\((?!https?:|mailto:)([^)\s]+)\)")


def labels(text: str) -> set[str]:
    of_headings = re.findall(r"^\(([^)]+)\)=$", text, re.MULTILINE)
    of_codes = re.findall(r"\{#([^}]+)\}", text)
    return {label.lower() for label in (*of_headings, *of_codes)}


def slugs(text: str) -> set[str]:
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w-]", "", heading.lower().replace(" ", "-")) for heading in headings}


@pytest.mark.thorough
def test_every_link_leads_somewhere() -> None:
    """
    A link within the documentation leads to a page that is there, and to a place on it.
    """
    everywhere = {label for text in texts().values() for label in labels(text)}
    broken = []
    for page, text in texts().items():
        for target in _LINK.findall(text):
            path, _, place = target.partition("#")
            there = (page.parent / path).resolve() if path else page
            known = slugs(texts().get(there, "")) | (set() if path else everywhere)
            if not (there in texts() or there.exists()) or (place and place.lower() not in known):
                broken.append(f"{page.name}: {target}")

    assert broken == []


def test_every_page_is_in_a_table_of_contents() -> None:
    """
    Every page but the first stands in one table of contents, and what stands there is a page.
    """
    whole = {path: path.read_text(encoding="utf-8") for path in WRITTEN}
    whole |= {DOCS / "reference" / name: text for name, text in reference_pages.pages().items()}
    listed = [
        (page.parent / f"{entry.removesuffix('.md')}.md").resolve()
        for page, text in whole.items()
        for tree in re.findall(r"^```\{toctree\}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
        for entry in re.findall(r"^(?!:)(\S+)$", tree, re.MULTILINE)
    ]

    assert sorted(listed) == sorted(set(whole) - {DOCS / "index.md"})


# The reference


def test_the_reference_has_every_record_with_its_fields() -> None:
    """
    Every record class has a page, on which each of its own fields has a place.
    """
    pages = reference_pages.pages()
    for cls in classes.RECORDS:
        inherited = {field.name for field in attrs.fields(cls) if field.inherited}
        own = {field.name for field in fields_of(cls)} - inherited
        page = pages[f"records/{classes.file_of(cls)}"]

        assert {f"{cls.__name__}.{name}".lower() for name in own} == labels(page)


def test_the_reference_has_every_code() -> None:
    """
    Every codelist has a page, on which each of its codes has a place of its own.
    """
    pages = reference_pages.pages()
    for name in codelists.names():
        anchors = labels(pages[f"codelists/{name}.md"])

        assert len(anchors) == len(codelists.codelist(name))


def test_the_reference_has_every_rule() -> None:
    """
    Every rule and every fault has a place, on the page of its family.
    """
    pages = reference_pages.pages()
    found = [
        label for name in ("faults", *rules.FILES) for label in labels(pages[f"rules/{name}.md"])
    ]

    assert sorted(found) == [page.id.lower() for page in rules.manuals()]


def test_the_reference_has_every_command_and_public_name() -> None:
    """
    Every command and every public name of the package is described.
    """
    pages = reference_pages.pages()
    for command in cli.COMMANDS:
        assert f"# rednotice {command}\n" in pages[f"command/{command}.md"]
    for name in rednotice.__all__:
        value = getattr(rednotice, name)
        shown = classes.file_of(value) if value in classes.RECORDS else f"rednotice.{name}\n"

        assert shown in pages["python/index.md"] or name == "__version__"
    for name in ("cases", "records"):
        assert f"rednotice.testing.{name}\n" in pages["python/index.md"]


# The glossary


# Words of a report that mean what they mean everywhere.
EVERYDAY = {
    *("a", "against", "all", "allows", "an", "and", "at", "be", "because", "by", "change", "could"),
    *("counts", "each", "example", "explained", "for", "go", "in", "is", "it", "look", "many"),
    *("may", "more", "most", "names", "no", "not", "nothing", "of", "only", "other", "over"),
    *("piece", "pieces", "same", "see", "since", "stands", "the", "to", "too", "was", "were"),
    *("what", "when"),
}
NUMBERS_OF_PAPERS = {"GA", "ISO", "MM", "RES", "UTF"}
# What a report counts, with something of each; and the same in reports that opened every path.
KINDS = {
    int: 2,
    tuple: (Unread("cases", "No such file or directory"),) * 2,
    dict: dict.fromkeys(rednotice.Severity, 2),
}
COUNTED = {
    field.name: KINDS[type(getattr(rednotice.Report(), field.name))]
    for field in attrs.fields(rednotice.Report)
    if field.name not in {"findings", "audience", "releases", "left_out", "changed"}
}
NUMBERS: tuple[dict[str, Any], ...] = (
    {},
    COUNTED,
    {name: number for name, number in COUNTED.items() if name != "unopened"},
    {"cases": 2, "releases": {"partner": 2}},
    {"cases": 2, "left_out": LeftOut("rednotice.toml", *[KINDS[dict]] * 5, warnings=1)},
    {"cases": 2, "changed": 2},
)


@cache
def glossary() -> str:
    """The entries of the glossary, without the words that are not used."""
    text = (DOCS / "glossary.md").read_text(encoding="utf-8")
    return text[: text.index("\n## Words that are not used")]


def reports_of(form: str) -> Iterator[str]:
    """What reports of the *form* say, for each audience and with findings of each severity."""
    for audience, severity in itertools.product(rednotice.Audience, rednotice.Severity):
        for page, numbers in itertools.product(rules.manuals()[::40], NUMBERS):
            found = rednotice.Finding(page, "must be", severity=severity)
            for findings in ((), (found,)):
                written = io.StringIO()
                report = rednotice.Report(findings, audience=audience.value, **numbers)
                options = reports.Options(failing=rednotice.Severity.ERROR)
                reports.by_name(form).write(report, written, options)
                yield written.getvalue()


def words_of_a_report() -> set[str]:
    """The words that a report for people has, but for what it quotes of its findings."""
    said = "\n".join(reports_of("text")).replace("must be", "")
    plain = re.sub(r"rednotice rule|rednotice\.toml|--\w+|RN\d+", "", said)
    return set(re.findall(r"[a-z]+", plain.lower())) - EVERYDAY


def members_of_a_report() -> set[str]:
    """The members that a report for programs has."""
    whole = [json.loads(text) for text in reports_of("json")]
    return {name for report in whole for name in (*report, *itertools.chain(*report["findings"]))}


def abbreviations() -> set[str]:
    """What is written in capitals in the manual page of a rule or the help of a command."""
    pages = "\n".join(page.text for page in rules.manuals())
    helps = reference_pages.pages()["command/index.md"]
    written = set(re.findall(r"\b[A-Z]{2,}\b", pages)) | set(re.findall(r"\b[A-Z]{3,}\b", helps))
    placeholders = set(re.findall(r"`.*?([A-Z]+).*?`", helps)) | {"FILE", "ID", "YYYY"}
    return written - placeholders - NUMBERS_OF_PAPERS


TERMS = {
    "an audience": {one.value for one in rednotice.Audience},
    "a severity": {one.value for one in rednotice.Severity},
    "a sensitivity": {one.value for one in Sensitivity},
    "a stance": {code.code for code in codelists.codelist("stances").core},
    "a kind of notice": {code.code for code in codelists.codelist("notice_kinds").core},
    "a mark": {code.code for code in codelists.codelist("tlp")},
    "a word on existence": {code.code for code in codelists.codelist("existence")},
    "a member of a case": {field.name for field in fields_of(rednotice.Case)},
    "a member of a shared document": {field.name for field in fields_of(rednotice.SharedDocument)},
    "a member of a report": members_of_a_report(),
}


@pytest.mark.parametrize("kind", TERMS)
def test_the_glossary_has_every_name_that_the_command_prints(kind: str) -> None:
    """
    Codes and members that everybody meets stand in the glossary as code.
    """
    assert TERMS[kind]
    assert [term for term in sorted(TERMS[kind]) if f"`{term}`" not in glossary()] == []


@pytest.mark.parametrize("words", [words_of_a_report, abbreviations])
def test_the_glossary_has_every_word_that_the_command_prints(words: Callable[[], set[str]]) -> None:
    """
    Words of a report that are not everyday words stand in the glossary, and so do abbreviations.
    """
    terms = "\n".join(re.findall(r"^(.*)\n: ", glossary(), re.MULTILINE))
    codes = "\n".join(re.findall(r"`.*?`", glossary()))
    known = set(re.findall(r"[a-z]+", f"{terms}\n{codes}".lower()))
    lacking = [
        word
        for word in sorted(words())
        if known.isdisjoint({word.lower(), word.removesuffix("s"), word.removesuffix("ed")})
    ]

    assert words()
    assert lacking == []
