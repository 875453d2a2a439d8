"""If a stream fails, the exit status is never that of a result."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from rednotice import cli
from rednotice.cli import COMMANDS, main
from rednotice.datasets import running_check

CASE = 'rednotice: "1.0"\nid: c-1\nsubjects: [{label: Ünal, names: [{text: Ünal}]}]\n'
US = f"{shlex.quote(sys.executable)} -m rednotice"
FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a file like that")


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "c.yaml").write_text(CASE, encoding="utf-8")
    source = str(Path(cli.__file__).parents[2])
    monkeypatch.setenv("PYTHONPATH", source)


def shell(line: str, **more: str) -> tuple[int, str]:
    """Run *line* in a shell, and return its status and its standard error."""
    done = subprocess.run(  # noqa: S602  # redirections are what is tested
        line, shell=True, capture_output=True, text=True, check=False, env={**os.environ, **more}
    )
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    return done.returncode, done.stderr


def test_a_closed_output_is_a_failure() -> None:
    """The result of the check did not reach anybody."""
    status, told = shell(f"{US} check c.yaml >&-")

    assert (status, told.count("\n")) == (2, 1)
    assert told.startswith("rednotice: the output is closed")


@FULL
@pytest.mark.parametrize("command", ["check c.yaml", "--help", "codelist", "rule RN201"])
def test_an_output_that_is_full_is_a_failure(command: str) -> None:
    """Whatever the command."""
    assert shell(f"{US} {command} >/dev/full") == (
        2,
        "rednotice: the output: No space left on device\n",
    )


@FULL
@pytest.mark.thorough
def test_an_output_without_a_buffer_that_is_full_is_a_failure() -> None:
    """It fails at the first write and not at the end."""
    status, told = shell(f"{US} check c.yaml >/dev/full", PYTHONUNBUFFERED="1")

    assert (status, told) == (2, "rednotice: the output: No space left on device\n")


@FULL
@pytest.mark.parametrize("line", ["check none.yaml 2>/dev/full", "check none.yaml 2>&-"])
def test_an_error_that_cannot_be_told_is_told_by_the_status(line: str) -> None:
    """A file that is not there is no finding."""
    assert shell(f"{US} {line}")[0] == 2


@FULL
@pytest.mark.thorough
def test_wrong_usage_that_cannot_be_told_is_told_by_the_status() -> None:
    """As every other."""
    assert shell(f"{US} check --nonsense 2>/dev/full")[0] == 2


def test_closed_errors_and_input_do_not_disturb_a_check() -> None:
    """A clean check needs neither stream."""
    assert shell(f"{US} check c.yaml <&- 2>&- >out.txt")[0] == 0
    assert "Checked 1 case" in Path("out.txt").read_text(encoding="utf-8")


@pytest.mark.thorough
def test_everything_closed_is_a_failure() -> None:
    """Only the exit status can report it."""
    assert shell(f"{US} check c.yaml <&- >&- 2>&-")[0] == 2


def test_an_output_that_knows_ascii_alone_gets_numbers() -> None:
    """A character outside ASCII is no reason to fail."""
    Path("c.yaml").write_text(CASE.replace("subjects", "Ünal"), encoding="utf-8")
    status, _ = shell(f"{US} check --show-values c.yaml >out.txt", PYTHONIOENCODING="ascii")

    assert status == 1
    assert "\\xdcnal" in Path("out.txt").read_text(encoding="ascii")


def test_python_without_docstrings_is_a_failure() -> None:
    """The texts of the schema and of the rules are in docstrings."""
    status, told = shell(f"{US} check c.yaml", PYTHONOPTIMIZE="2")

    assert (status, told.count("\n")) == (2, 1)
    assert "run Python without -OO" in told


# Within the process


@pytest.fixture(name="broken")
def broken_check(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """What the check raises, whatever is checked."""
    errors: list[BaseException] = []

    def fail(*_: object) -> None:
        raise errors[0]

    monkeypatch.setattr(running_check.RunningCheck, "of_files", fail)
    return errors


def test_an_interrupt_is_a_failure(
    broken: list[BaseException], capsys: pytest.CaptureFixture[str]
) -> None:
    """The findings until then are incomplete."""
    broken.append(KeyboardInterrupt())

    assert main(["check", "c.yaml"]) == 2
    assert capsys.readouterr() == ("", "rednotice: stopped\n")


@pytest.mark.parametrize(
    "error", [KeyError("Nora"), RuntimeError("Nora"), MemoryError(), RecursionError()]
)
def test_a_fault_of_its_own_is_a_failure(
    error: Exception, broken: list[BaseException], capsys: pytest.CaptureFixture[str]
) -> None:
    """Python would end with 1, as if something was found, and print what may be a value."""
    broken.append(error)

    assert main(["check", "c.yaml"]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert type(error).__name__ in told
    assert "Nora" not in told
    assert "please report it" in told


@pytest.mark.thorough
def test_a_process_that_is_interrupted_ends_as_a_failure() -> None:
    """Ctrl-C in the middle of a check gives the status of a failure."""
    code = (
        "import sys, os, signal\n"
        "from rednotice import cli\n"
        "from rednotice.datasets import running_check\n"
        "def stop(*_): os.kill(os.getpid(), signal.SIGINT); signal.pause()\n"
        "running_check.RunningCheck.of_files = stop\n"
        "sys.exit(cli.main(['check', 'c.yaml']))\n"
    )
    done = subprocess.run(  # noqa: S603  # our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (2, "rednotice: stopped\n")


# The table of commands


def test_the_help_of_a_command_is_that_of_its_file() -> None:
    """It is read without importing it."""
    for name, said in COMMANDS.items():
        module = __import__(f"rednotice.cli.{name}", fromlist=["HELP"])
        assert (module.HELP, bool(module.EPILOG)) == (said, True)


def test_every_file_that_runs_is_a_command() -> None:
    """One whose help is not on one line would not be found."""
    folder = Path(cli.__file__).parent
    runs = {file.stem for file in folder.glob("*.py") if "\ndef run(" in file.read_text("utf-8")}

    assert runs == set(COMMANDS)


def imported_by(*arguments: str) -> set[str]:
    """The modules that a command imports."""
    code = (
        "import sys\n"
        "from rednotice.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        "print(*sys.modules, file=sys.stderr)\n"
    )
    done = subprocess.run(  # noqa: S603  # our own code
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    )
    return set(done.stderr.split())


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["--nonsense"]], ids=str)
def test_help_and_version_import_nothing_of_weight(arguments: list[str]) -> None:
    """They are asked for often, and by machines."""
    modules = imported_by(*arguments)

    heavy = {"attrs", "attr", "msgspec", "yaml", "jsonschema_rs", "pathlib", "shutil", "inspect"}
    assert not heavy & modules
    assert {name for name in modules if name.startswith("rednotice.")} == {
        *("rednotice.cli", "rednotice.cli.streams", "rednotice.cli.usage", "rednotice.errors"),
    }


@pytest.mark.parametrize(
    ("number", "family"), [("RN201", "rn2_"), ("rn815", "rn8_"), ("RN001", "")]
)
def test_a_rule_imports_its_family_alone(number: str, family: str) -> None:
    """The others have nothing to say about it."""
    rules = [name for name in imported_by("rule", number) if name.startswith("rednotice.rules.rn")]

    assert {name[: len("rednotice.rules.rn0_")] for name in rules} == (
        {f"rednotice.rules.{family}"} if family else set()
    )


def test_a_codelist_imports_no_model() -> None:
    """It is a table."""
    modules = imported_by("codelist", "notice_kinds")

    assert "rednotice.codelists" in modules
    assert not {"rednotice.model", "rednotice.rules", "rednotice.gate", "msgspec"} & modules
