"""What is packed and what is committed."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from importlib.metadata import version
from pathlib import Path
from zipfile import ZipFile

import pytest
from hatchling.builders.wheel import WheelBuilder
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import rednotice

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

# Where somebody's machine or package index shows.
GIVEAWAYS = {
    "a machine path": re.compile(r"(?<![\w.~/<-])/(?:root|tmp|home|Users|work|opt|mnt)/[\w.]"),
    "an option that names an index": re.compile(r"--(?:(?:extra-)?index-url|find-links)[= ]\S"),
    "the address of an index": re.compile(r"(?:https?|file)://[^\s\"'<>]*/(?:simple|packages)/"),
    "a download address in a lock": re.compile(r"(?:resolved|registry)\"?\s*[:=]\s*\"https?://"),
}


def own_files() -> Iterator[Path]:
    """All but what `.gitignore` names, read off it since a checkout may come without git."""
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    ignored = [".git", *(line.strip("/") for line in lines if line and not line.startswith("#"))]
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [name for name in folders if not any(fnmatch(name, rule) for rule in ignored)]
        yield from (
            Path(folder, name) for name in files if not any(fnmatch(name, rule) for rule in ignored)
        )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The names of the files in a wheel that is built here and now, without a download."""
    folder = tmp_path_factory.mktemp("wheel")
    built = next(WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"]))
    with ZipFile(built) as packed:
        return packed.namelist()


def test_the_version_is_said_once() -> None:
    """The project's file, the installed package and `rednotice.__version__` agree."""
    assert version("rednotice") == PROJECT["version"]
    assert rednotice.__version__ == PROJECT["version"]


def test_the_wheel_has_what_the_library_reads(wheel: list[str]) -> None:
    """Tables of data, the glossary, the public names, the mark of a typed package, the licence."""
    source = ROOT / "src"
    data = (*source.rglob("*.csv"), *source.rglob("*.toml"))
    wanted = {path.relative_to(source).as_posix() for path in data}

    licences = {f"rednotice-{PROJECT['version']}.dist-info/licenses/LICENSE"}

    assert wanted
    wanted |= {"rednotice/__init__.pyi", "rednotice/py.typed", "rednotice/insight/glossary.md"}
    wanted |= {
        f"rednotice/migrations/published/0.9/{name}.schema.json" for name in ("case", "shared")
    }
    assert wanted | licences <= set(wheel)


def test_the_wheel_has_nothing_else(wheel: list[str]) -> None:
    """No example, no test and no page: only the package and what describes it."""
    assert {name.partition("/")[0] for name in wheel} == {
        "rednotice",
        f"rednotice-{PROJECT['version']}.dist-info",
    }


def test_the_wheel_has_no_case(wheel: list[str]) -> None:
    """Cases are nobody's dependency."""
    assert [name for name in wheel if "example" in name or name.endswith((".yaml", ".jsonl"))] == []


def test_no_committed_file_shows_a_machine_or_an_index() -> None:
    """What is committed names no folder of its author's and no place that packages came from."""
    found = [
        f"{path.relative_to(ROOT)}: {what}"
        for path in own_files()
        if path != Path(__file__)  # the samples below
        for what, pattern in GIVEAWAYS.items()
        if pattern.search(path.read_text(encoding="utf-8", errors="replace"))
    ]

    assert found == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("see /home/somebody/notes", "a machine path"),
        ("--extra-index-url=https://host.example", "an option that names an index"),
        ("https://host.example/root/simple/", "the address of an index"),
        ('"resolved": "https://host.example/x.tgz"', "a download address in a lock"),
    ],
)
def test_a_giveaway_is_recognised(text: str, what: str) -> None:
    """The search for machines and indexes finds one of each kind."""
    assert GIVEAWAYS[what].search(text)


LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


@pytest.mark.parametrize("path", LOCKS, ids=[path.stem for path in LOCKS])
def test_every_pin_has_its_hashes(path: Path) -> None:
    """A lock file names one version and at least one hash for each package, and nothing else."""
    lock = path.read_text(encoding="utf-8")
    entries = [entry for entry in re.split(r"\n(?=\S)", lock) if not entry.startswith("#")]
    pinned = re.compile(r"[\w.-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", re.DOTALL)

    assert entries
    assert [entry.partition(" ")[0] for entry in entries if not pinned.match(entry)] == []


def test_every_wanted_list_has_its_lock() -> None:
    """What is wanted and what is installed stand side by side: neither is there alone."""
    wanted = {path.stem for path in (ROOT / "requirements").glob("*.in")}

    assert {path.stem for path in LOCKS} == wanted


def wanted_of(name: str) -> list[Requirement]:
    """What the lock *name* must hold: its own list, and what stands below it."""
    below = {"dev": ["run"]}.get(name, [])
    lines = [
        line
        for each in (name, *below)
        for line in (ROOT / "requirements" / f"{each}.in").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    own = PROJECT["dependencies"] if name in {"run", "dev"} else []
    return [Requirement(line) for line in (*lines, *own)]


@pytest.mark.parametrize("path", LOCKS, ids=[path.stem for path in LOCKS])
def test_a_lock_holds_what_is_wanted(path: Path) -> None:
    """Whoever wants another package or a newer release of one has run `make lock`."""
    pins = re.findall(r"^([\w.-]+)==([^\s;]+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    missing = [
        str(wanted)
        for wanted in wanted_of(path.stem)
        if not any(
            canonicalize_name(name) == canonicalize_name(wanted.name)
            and wanted.specifier.contains(pinned, prereleases=True)
            for name, pinned in pins
        )
    ]

    assert missing == [], "make lock"


def test_nothing_is_resolved_when_it_is_installed() -> None:
    """Each installation takes its lock as it stands, so that a release of today changes nothing."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    installs = [
        line for line in makefile.splitlines() if " install " in line and "echo" not in line
    ]

    assert installs
    assert [line for line in installs if "--no-deps" not in line] == []
