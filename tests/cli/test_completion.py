"""A shell completes command lines."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from rednotice import cli
from rednotice.cli import main

# What bash does when somebody has typed $LINE and presses the Tab key.
TAB = """
eval "$({python} -m rednotice completion bash)"
COMP_LINE=$LINE COMP_POINT=${{#LINE}} COMP_TYPE=9 COMP_WORDS=($LINE) COMPREPLY=()
[[ $LINE == *" " ]] && COMP_WORDS+=("")
COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
_python_argcomplete rednotice
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is a command `rednotice` on the path, and a folder of cases."""
    source = str(Path(cli.__file__).parents[2])
    monkeypatch.setenv("PYTHONPATH", f"{source}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
    monkeypatch.chdir(tmp_path)
    Path("bin").mkdir()
    Path("cases").mkdir()
    script = f"#!{sys.executable}\nimport sys\nfrom rednotice.cli import main\nsys.exit(main())\n"
    Path("bin/rednotice").write_text(script)
    Path("bin/rednotice").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")


def completed(line: str) -> set[str]:
    """What bash offers for the *line*."""
    done = subprocess.run(  # noqa: S603  # our own command
        ["/bin/bash", "-c", TAB.format(python=sys.executable)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "LINE": line},
    )
    return {word.strip() for word in done.stdout.splitlines()} - {""}


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("rednotice co", {"codelist", "completion", "coverage"}),
        ("rednotice check --format s", {"sarif"}),
        pytest.param(
            "rednotice check --fo", {"--for", "--force", "--format"}, marks=pytest.mark.thorough
        ),
        ("rednotice check ca", {"cases/"}),
        pytest.param("rednotice codelist notice_k", {"notice_kinds"}, marks=pytest.mark.thorough),
        pytest.param("rednotice rule id-used-t", {"id-used-twice"}, marks=pytest.mark.thorough),
        pytest.param(
            "rednotice schema TravelDocumentK",
            {"TravelDocumentKind"},
            marks=pytest.mark.thorough,
        ),
        pytest.param("rednotice release --policy par", {"partner"}, marks=pytest.mark.thorough),
        ("rednotice find ", set()),
    ],
)
def test_a_line_goes_on_as_the_command_takes_it(line: str, offered: set[str]) -> None:
    """Commands, options, codes and names, files where a file is wanted, and nothing elsewhere."""
    found = completed(line)
    options = {word for word in found if word.startswith("-")}

    assert (found if "--" in line else found - options) == offered


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_code_of_its_own(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    """It names the command."""
    assert main(["completion", shell]) == 0
    assert "rednotice" in capsys.readouterr().out


def test_another_shell_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    """The message names those that there are."""
    with pytest.raises(SystemExit):
        main(["completion", "tcsh"])

    assert "bash, zsh, fish" in capsys.readouterr().err


def test_a_check_does_not_import_what_completes() -> None:
    """Only a shell needs it."""
    code = (
        "import sys\n"
        "from rednotice.cli import main\n"
        "main(['codelist'])\n"
        "print('argcomplete' in sys.modules)\n"
    )
    done = subprocess.run(  # noqa: S603  # our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert done.stdout.endswith("\nFalse\n")
