"""The quick suite tries a few examples of each test, and whoever names a test gets all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

CONFTEST = (Path(__file__).parents[1] / "conftest.py").read_text("utf-8")
INI = """
[pytest]
testpaths = tests
addopts = -m "not thorough"
markers = thorough
"""
TESTS = """
import pytest

@pytest.mark.parametrize("number", range({count}))
def test_many(number):
    pass
"""


@pytest.fixture
def project(pytester: pytest.Pytester) -> pytest.Pytester:
    """A project with our conftest."""
    pytester.makefile(".ini", pytest=INI)
    pytester.mkdir("tests").joinpath("conftest.py").write_text(CONFTEST, "utf-8")
    return pytester


def passed(project: pytest.Pytester, count: int, *options: str) -> int:
    """How many of *count* examples of a test are tried."""
    (project.path / "tests" / "test_one.py").write_text(TESTS.format(count=count), "utf-8")
    done = project.runpytest_inprocess("-p", "no:cacheprovider", *options)
    return done.parseoutcomes()["passed"]


@pytest.mark.parametrize(("count", "quick"), [(1, 1), (5, 5), (6, 5), (300, 5)])
def test_few_examples_of_a_test_are_quick(project: pytest.Pytester, count: int, quick: int) -> None:
    """However many it has."""
    assert passed(project, count) == quick


@pytest.mark.parametrize("options", [("-m", ""), ("tests/test_one.py",)])
def test_all_examples_are_there_for_who_asks(
    project: pytest.Pytester, options: tuple[str, ...]
) -> None:
    """With the thorough ones, or by the name of their file."""
    assert passed(project, 300, *options) == 300
