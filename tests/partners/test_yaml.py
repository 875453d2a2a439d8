"""Stock readers of YAML, set up as they come, read our files and what we write as we do."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import corpus
import pytest
import yaml

from rednotice import formats

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "tests" / "suite"))

from strategies import TRICKY  # noqa: E402  # stands among the laws
from yaml_files import as_we_read, yaml_files  # noqa: E402  # stands beside the suite

OF_NODE = ("yaml", "js-yaml")
VALUES = corpus.distinct(corpus.slips(), 1_000) + [{one: [one, {"a": one}]} for one in TRICKY]

Read = dict[str, list[Any]]
Told = Callable[..., None]


@pytest.fixture(scope="module")
def read(node: list[str]) -> Callable[[list[str]], Read]:
    """What each reader makes of texts."""

    def ask(texts: list[str]) -> Read:
        done = subprocess.run(  # noqa: S603  # what package-lock.json pins
            [*node, HERE / "yaml.js"],
            input="\n".join(map(json.dumps, texts)),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
        answers = [json.loads(line) for line in done.stdout.rstrip("\n").split("\n")]
        return {
            "PyYAML": [list(yaml.load_all(text, yaml.CSafeLoader)) for text in texts],
            **{name: [answer[name] for answer in answers] for name in OF_NODE},
        }

    return ask


def written(values: list[Any]) -> str:
    """*values* in YAML, as we write them."""
    file = io.BytesIO()
    formats.by_name("yaml").write(values, file)
    return file.getvalue().decode()


@pytest.fixture(scope="module")
def of_files(read: Callable[[list[str]], Read]) -> Read:
    """What each reader makes of the YAML files of this project."""
    return read([path.read_text("utf-8") for path in yaml_files()])


@pytest.fixture(scope="module")
def of_written(read: Callable[[list[str]], Read]) -> Read:
    """What each reader makes of what we write."""
    return read([written([value]) for value in VALUES])


@pytest.mark.parametrize("reader", ["PyYAML", *OF_NODE])
def test_a_reader_reads_our_files_as_we_do(of_files: Read, reader: str, told: Told) -> None:
    """Every YAML file of this project, but for those that are wrong on purpose."""
    for path, values in zip(yaml_files(), of_files[reader], strict=True):
        assert repr(values) == repr(as_we_read(path)), path
    told(reader, Examples="all")


@pytest.mark.parametrize("reader", ["PyYAML", *OF_NODE])
def test_a_reader_reads_what_we_write(of_written: Read, reader: str) -> None:
    """Documents after a slip, and the texts that are most easily taken for something else."""
    for value, again in zip(VALUES, of_written[reader], strict=True):
        assert again == [value]
