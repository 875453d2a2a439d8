"""Patterns of files, places and members, as settings write them."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rednotice.insight.filled import case_paths
from rednotice.settings.errors import InvalidSettings
from rednotice.settings.members import MemberPath, places
from rednotice.settings.patterns import FilePattern, PointerPattern

members = st.sampled_from(case_paths()).map(lambda path: MemberPath(tuple(path.split("."))))


@pytest.mark.parametrize(
    ("pattern", "file"),
    [
        ("cases/*.yaml", "cases/one.yaml"),
        ("cases/**/*.yaml", "cases/one.yaml"),
        ("cases/**/*.yaml", "cases/2021/06/one.yaml"),
        ("cases", "cases/2021/one.yaml"),
        ("cases/", "cases/one.yaml"),
        ("cases/**", "cases/2021/one.yaml"),
        ("**/drafts", "cases/drafts/one.yaml"),
        ("./cases/case-?.json", "cases/case-1.json"),
        ("cases/[a].json", "cases/[a].json"),
        ("cases/*.yaml", "./cases/one.yaml"),
        ("**", "one.yaml"),
        ("**/**/2021/**", "cases/2021/one.yaml"),
        ("cases*/o**e.yaml", "cases-of-2021/one.yaml"),
    ],
)
def test_a_file_matches_its_pattern(pattern: str, file: str) -> None:
    """A star stays in its folder, and two stars stand for any folders."""
    assert FilePattern.of(pattern).matches(file)


@pytest.mark.parametrize(
    ("pattern", "file"),
    [
        ("cases/*.yaml", "cases/2021/one.yaml"),
        ("cases/*.yaml", "drafts/one.yaml"),
        ("cases/*.yaml", "cases/one.yaml.bak"),
        ("cases", "cases-of-others/one.yaml"),
        ("case.yaml", "drafts/case.yaml"),
        ("cases/[a].json", "cases/a.json"),
        ("cases/*.yaml", None),
        ("**", "../others/one.yaml"),
        ("cases/**/two.yaml", "cases/2021/one.yaml"),
    ],
)
def test_another_file_does_not_match(pattern: str, file: str | None) -> None:
    assert not FilePattern.of(pattern).matches(file)


@pytest.mark.parametrize("pattern", ["*a" * 60 + "b", "**/" * 60 + "b", "?*" * 60 + "b"])
def test_no_pattern_takes_long(pattern: str) -> None:
    """Whoever proposes a change to the settings cannot hold up the check."""
    file = "/".join(["a" * 200] * 20)
    began = time.process_time()

    assert not FilePattern.of(pattern).matches(file)
    assert time.process_time() - began < 1


def test_files_are_seen_from_the_folder_of_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever the command is started."""
    (tmp_path / "cases").mkdir()
    pattern = FilePattern.of("cases/*.yaml", tmp_path)
    monkeypatch.chdir(tmp_path / "cases")

    assert pattern.matches("one.yaml")
    assert pattern.matches(str(tmp_path / "cases" / "one.yaml"))
    assert not pattern.matches("2021/one.yaml")


@pytest.mark.parametrize("pattern", ["", " ", "/cases/*.yaml", "../cases", "cases/../../other"])
def test_a_pattern_of_files_stays_in_the_folder_of_the_settings(pattern: str) -> None:
    with pytest.raises(InvalidSettings):
        FilePattern.of(pattern)


@given(st.lists(st.one_of(st.text(max_size=4), st.integers(0, 9)), min_size=1))
def test_a_place_matches_itself_and_what_is_below(path: list[str | int]) -> None:
    """Also where a key has a slash or a tilde in it."""
    pattern = PointerPattern(tuple(map(str, path)))
    anywhere = PointerPattern(("*",) * len(path))

    assert PointerPattern.of(str(pattern)) == pattern
    assert pattern.matches((*path, "below"))
    assert anywhere.matches(tuple(path))
    assert not pattern.matches(tuple(path)[:-1])


@given(members)
def test_every_member_of_a_case_can_be_written(member: MemberPath) -> None:
    """What is written as `rednotice` says is understood as it was meant."""
    assert MemberPath.of(str(member)) == member
    assert places(str(member)).parts == tuple(str(member).split("/")[1:])


@given(members)
def test_a_path_of_names_is_answered_by_the_pattern(member: MemberPath) -> None:
    """`rednotice coverage` prints names joined by dots; the message gives what to write."""
    with pytest.raises(InvalidSettings) as raised:
        MemberPath.of(member.dotted)

    assert f"`{member}`" in str(raised.value)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("/notices/*/isuing_state", "`/notices/*/issuing_state`"),
        ("/notices/issuing_state", "`/notices/*/issuing_state`"),
        ("/notice/*/kind", "`/notices/*/kind`"),
        ("/notice/*/kynd", "`/notices/*/kind`"),
        ("/subjects/*/dob", "`/subjects/*/born`"),
        ("/proceedings/*/filed", "`/proceedings/*/dates/filed`"),
        ("/issuing_state", "`/warrants/*/issuing_state` or `/notices/*/issuing_state`"),
    ],
)
def test_a_wrong_member_is_answered_by_the_one_that_is_meant(written: str, meant: str) -> None:
    for read in (MemberPath.of, places):
        with pytest.raises(InvalidSettings) as raised:
            read(written, "require", 0)

        assert meant in raised.value.message
        assert raised.value.place == "require, item 1"


@pytest.mark.parametrize("written", ["/", "/xyzzy", "/notices/*/kind/more", "/notices/*/*/kind/x"])
def test_for_a_member_that_nobody_knows_the_message_says_where_to_look(written: str) -> None:
    """It offers nothing that is only a guess."""
    with pytest.raises(InvalidSettings, match="rednotice find WORD"):
        MemberPath.of(written)


@pytest.mark.parametrize(
    "written",
    ["/notices/0/kind", "/pursued_by/*", "/notices/*/missing/charges", "/operations/*/name"],
)
def test_a_place_may_be_one_item_a_reason_or_in_the_shared_document(written: str) -> None:
    assert str(places(written)) == written
