"""Settings from files: where they are found, what is refused, and at which place."""

from __future__ import annotations

import os
import pickle
from pathlib import Path
from typing import Any

import pytest

import rednotice
from rednotice import UnusableSettings, rules
from rednotice.settings.definition import Settings
from rednotice.settings.file_schema import settings_schema
from rednotice.settings.loading import find_settings, read_settings
from rednotice.settings.protection import protected

EXPIRES = "suppressions, item 1, expires: must be a day, such as 2027-01-31"


def faults(said: dict[Any, Any]) -> list[str]:
    """The faults of *said*, each with its place."""
    with pytest.raises(UnusableSettings) as refused:
        read_settings(said)
    return [f"{fault.place}: {fault.message}" for fault in refused.value.faults]


def written(file: Path, text: str) -> list[str]:
    """The lines of the message when *file* holds *text*."""
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UnusableSettings) as refused:
        read_settings(file)
    return str(refused.value).splitlines()


# Where they stand


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of a project, and one two folders below it, in which we are."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "project/a/b").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "project/a/b")
    return tmp_path / "project"


def limit_of(settings: Settings | None) -> int | None:
    return settings.limits.findings if settings else None


def test_the_nearest_file_above_is_the_one(project: Path) -> None:
    """And is called by a path that names no folder, which might be named for a person."""
    (project / "rednotice.toml").write_text("limits.findings = 1")
    (project / "a/rednotice.toml").write_text("limits.findings = 2")
    found = find_settings()

    assert limit_of(found) == 2
    assert found is not None
    assert str(found.file) == os.path.join("..", "rednotice.toml")  # noqa: PTH118


def test_a_table_of_the_project_file_serves_too(project: Path) -> None:
    """Of two files in one folder, our own is taken."""
    (project / "pyproject.toml").write_text("[tool.rednotice.limits]\nfindings = 3\n")
    assert limit_of(find_settings()) == 3

    (project / "rednotice.toml").write_text("limits.findings = 4")
    assert limit_of(find_settings()) == 4


def test_a_project_file_without_the_table_is_passed_over(project: Path) -> None:
    """Also if it names the package among its dependencies."""
    (project / "rednotice.toml").write_text("limits.findings = 5")
    (project / "a/pyproject.toml").write_text('[project]\ndependencies = ["rednotice"]\n')

    assert limit_of(find_settings()) == 5


@pytest.mark.parametrize("end", ["project/a/.git", "home"])
def test_nothing_above_the_repository_or_the_own_folder_is_looked_at(
    project: Path, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    """Whoever can write to a folder above must not decide what is told here."""
    (project / "rednotice.toml").write_text("limits.findings = 6")
    assert limit_of(find_settings()) == 6
    if end == "home":
        monkeypatch.setenv("HOME", str(project / "a"))
    else:
        (project.parent / end).mkdir()

    assert find_settings() is None


def test_in_python_no_settings_are_looked_for(project: Path) -> None:
    """What a program gets must not depend on the folder in which it runs."""
    (project / "rednotice.toml").write_text('ignore = ["RN1"]')
    case = {"rednotice": "1.0", "id": "c-1", "subjects": [{"label": "A"}]}

    assert rednotice.check(case).left_out is None
    assert "RN106" in {finding.rule for finding in rednotice.check(case)}
    assert rednotice.check(case, settings=project / "rednotice.toml").left_out is not None


def test_the_project_file_that_is_named_must_have_the_table(tmp_path: Path) -> None:
    """Or the check would run without the settings that were asked for."""
    assert written(tmp_path / "pyproject.toml", "[project]\n") == [
        "pyproject.toml: has no table tool.rednotice"
    ]


# What is wrong


def test_every_fault_is_told_with_its_line(tmp_path: Path) -> None:
    """A person mends the file in one go."""
    lines = written(
        tmp_path / "rednotice.toml",
        '# ours\nselect = ["RN4"]\nignore = [\n  "RN901",\n]\n\n[severity]\nRN4 = "info"\n'
        '"RN0" = "info"\n\n[[overrides]]\nfiles = ["a/**"]\nignore = ["RN5"]\n'
        '[[overrides]]\nfiles = ["b/**"]\nignore = ["no-pursuing-stat"]\n'
        '[house]\nrequire = ["/notices/*/isuing_state"]\n',
    )

    assert [line.partition(": ")[2].split(": ")[:2] for line in lines] == [
        ["line 3", "ignore, item 1"],
        ["line 9", "severity, RN0"],
        ["line 16", "overrides, item 2, ignore, item 1"],
        ["line 18", "house, require, item 1"],
    ]
    assert all(line.startswith("rednotice.toml: ") for line in lines)
    assert lines[2].endswith("did you mean `no-pursuing-state`?")
    assert lines[3].endswith("did you mean `/notices/*/issuing_state`?")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"selec": ["RN4"]}, ": has a word that is not known here. Did you mean `select`?"),
        ({"ignore": "RN4"}, "ignore: must be a list"),
        ({"ignore": ["rn4"]}, "ignore, item 1: there is no such rule; did you mean `RN4`?"),
        (
            {"ignore": ["no pursuing state"]},
            "ignore, item 1: there is no such rule; did you mean `no-pursuing-state`?",
        ),
        ({"severity": {"RN4": "warn"}}, "severity, RN4: has a word that is not known here. Did"),
        ({"overrides": [{"ignore": ["RN4"]}]}, "overrides, item 1: says neither `files` nor"),
        ({"overrides": [{"files": ["a"]}]}, "overrides, item 1: says neither `ignore` nor"),
        ({"overrides": [{"files": ["../a"], "ignore": []}]}, "overrides, item 1, files, item 1"),
        ({"overrides": [{"pointers": ["a"], "ignore": []}]}, "overrides, item 1, pointers, item 1"),
        (
            {"overrides": [{"pointers": ["/notices/*/charge"], "ignore": []}]},
            "overrides, item 1, pointers, item 1: there is no such",
        ),
        (
            {"suppressions": [{"rule": "RN406", "reason": "ours"}]},
            "suppressions, item 1: `expires`",
        ),
        ({"limits": {"warnings": -1}}, "limits, warnings: must be a whole number of 0 or more"),
        ({"limits": {"warnings": "few"}}, "limits, warnings: must be a whole number of 0 or more"),
        ({"baseline": ""}, "baseline: must not be empty"),
        ({"baseline": "\0"}, "baseline: a path must have no NUL"),
        ({"ignore": [1]}, "ignore, item 1: must be a text"),
        ({"suppressions": [{"rule": "RN406", "reason": "ours", "expires": 1}]}, EXPIRES),
        ({1: []}, ": each word here must be one of select, ignore, severity"),
        ({"house": {"requires": []}}, "house, requires: there is no such setting; did you mean"),
        ({"select": []}, "select: must have at least one item"),
    ],
)
def test_a_wrong_setting_is_told_with_its_place_and_what_to_write(
    said: dict[Any, Any], told: str
) -> None:
    """Instead of being passed over, when nobody would know that it does nothing."""
    (found,) = faults(said)

    assert found.startswith(told)


def test_a_message_quotes_nothing_that_only_the_file_knows(tmp_path: Path) -> None:
    """A file of settings may name a case or a person, and its faults stand in logs."""
    text = '[[suppressions]]\nrule = "Zaphod"\nreason = "Sampleman"\nexpires = "Zaphod"\n'
    lines = "\n".join(written(tmp_path / "zaphod.toml", text))

    assert "Zaphod" not in lines
    assert "zaphod" not in lines
    assert "Sampleman" not in lines


def test_what_is_not_toml_is_told_with_its_place(tmp_path: Path) -> None:
    """The parser's own words may quote the file."""
    assert written(tmp_path / "rednotice.toml", 'ignore = ["RN4"\nx') == [
        "rednotice.toml: line 2, column 1: is not TOML: see https://toml.io"
    ]


def test_an_entry_that_there_is_not_is_told_with_its_line(tmp_path: Path) -> None:
    """Though its name is not quoted."""
    assert written(tmp_path / "rednotice.toml", '# ours\n\nignores = ["RN4"]\n') == [
        "rednotice.toml: line 3: has a word that is not known here. Did you mean `ignore`?"
    ]


@pytest.mark.parametrize(
    "text",
    ["x = " + "[" * 10**5, "x = " + "9" * 5000, "a." * 2000 + "a = 1", "\n" * 2**19],
    ids=["lists", "digits", "tables", "bytes"],
)
def test_a_file_that_no_person_wrote_is_refused(tmp_path: Path, text: str) -> None:
    """Without a traceback."""
    (line,) = written(tmp_path / "rednotice.toml", text)

    assert line.startswith(
        ("rednotice.toml: has ", "rednotice.toml: is larger", "rednotice.toml: is nested")
    )


def test_a_folder_above_that_cannot_be_searched_ends_the_search(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a machine on which only one folder is open to the user."""
    (project / "rednotice.toml").write_text("limits.findings = 7")
    told = Path.is_file

    def denied(path: Path) -> bool:
        if str(path).startswith(".."):
            raise PermissionError(13, "Permission denied", str(path))
        return told(path)

    monkeypatch.setattr(Path, "is_file", denied)

    assert find_settings() is None


def test_an_exception_survives_another_process() -> None:
    """A pool of workers passes it on."""
    with pytest.raises(UnusableSettings) as refused:
        read_settings({"ignore": "RN4"})
    again = pickle.loads(pickle.dumps(refused.value))  # noqa: S301  # our own

    assert (str(again), again.faults) == (str(refused.value), refused.value.faults)


# What must be left alone


@pytest.mark.parametrize("rule", sorted(protected()))
def test_what_guards_a_release_or_refuses_a_document_cannot_be_weakened(rule: str) -> None:
    """By no setting, and each says why."""
    own = rules.manual(rule)
    for said in (
        {"ignore": [rule]},
        {"ignore": [own.name]},
        {"severity": {rule: "info"}},
        {"severity": {own.name: "info"}},
        {"overrides": [{"files": ["a"], "ignore": [rule]}]},
        {"overrides": [{"files": ["a"], "severity": {rule: "info"}}]},
        {"suppressions": [{"rule": rule, "reason": "ours", "expires": "2030-01-01"}]},
    ):
        (told,) = faults(said)
        assert f"{rule} cannot be " in told
        assert told.endswith(protected()[rule])


@pytest.mark.parametrize("start", ["RN", "RN0", "RN9", "RN90"])
def test_a_family_that_holds_such_a_rule_cannot_be_ignored_as_a_whole(start: str) -> None:
    """The message names what it holds, and what may be ignored one by one."""
    (told,) = faults({"ignore": [start]})

    assert "cannot be ignored: each " in told
    assert ("name the others one by one: " in told) == (start != "RN90")


def test_such_a_rule_can_be_made_an_error_within_the_project() -> None:
    """Whoever asks for a legal basis from the first day makes RN901 fail."""
    case = {"rednotice": "1.0", "id": "c-1", "subjects": [{"label": "A"}]}
    said = {"severity": {"RN901": "error"}}

    assert not rednotice.check(case).fails()
    assert rednotice.check(case, settings=said).fails()


def test_every_entry_of_the_schema_is_read() -> None:
    """One example has all of them."""
    said = {
        "select": ["RN"],
        "ignore": ["RN1"],
        "severity": {"RN4": "info"},
        "baseline": "known",
        "overrides": [{"files": ["a"], "pointers": ["/notices"], "ignore": [], "severity": {}}],
        "suppressions": [
            {
                "rule": "RN406",
                "reason": "ours",
                "expires": "2030-01-01",
                "file": "a",
                "pointer": "/notices",
                "case": "c-1",
            }
        ],
        "limits": {"findings": 1, "warnings": 1},
        "house": {
            "require": ["/notices"],
            "codes": {"/notices/*/kind": ["red"]},
            "fill": {"/notices": 1},
            "cases": {"TJ": 1, "UZ": {"least": 1, "most": 2}},
        },
    }

    assert read_settings(said).limits.warnings == 1
    assert set(said) == set(settings_schema()["properties"])
