"""Reading cases from paths, repeatedly, and reporting what cannot be understood."""

from __future__ import annotations

import json
import os
import tracemalloc
from pathlib import Path, PurePath
from typing import Any

import pytest

import rednotice
from rednotice.findings import Finding
from rednotice.formats.json import documents as json_format

Folder = Any
Told = Any

SHARED = {"rednotice": "1.0", "shared": True, "operations": [{"id": "op1", "name": "Invented"}]}


def case(identity: str = "c1", **members: Any) -> dict[str, Any]:
    start = {"rednotice": "1.0", "id": identity, "subjects": [{"label": "Student A"}]}
    return start | members


def ids(cases: rednotice.Cases) -> list[str]:
    return [found.id for found in cases]


# A folder


def test_a_folder_is_its_files_of_cases_in_order(folder: Folder) -> None:
    """Also those in folders below, sorted by their paths."""
    folder.put("b.yaml", case("c3"))
    folder.put("a.jsonl", case("c1"), case("c2"))
    folder.put("below/deep/x.yml", case("c5"))
    folder.put("below/a.JSON", case("c4"))
    folder.put("z.ndjson", case("c6"), case("c7"))

    cases = rednotice.read(folder.path)

    assert ids(cases) == ["c1", "c2", "c3", "c4", "c5", "c6", "c7"]
    files = ["a.jsonl", "b.yaml", "a.JSON", "x.yml", "z.ndjson"]
    assert [path.name for path in cases.files] == files


def test_what_is_no_file_of_cases_is_counted(folder: Folder) -> None:
    """Nothing is passed over without a trace."""
    folder.put("a.json", case())
    for name in ("notes.txt", "list.csv", "below/photo.jpg", "json", "cases.xml"):
        folder.put(name, "x")

    assert rednotice.read(folder.path).skipped == 5


def test_hidden_files_and_folders_are_not_looked_at(folder: Folder) -> None:
    """They belong to editors and systems."""
    folder.put("a.json", case("c1"))
    folder.put(".b.json", case("c2"))
    folder.put(".git/c.json", case("c3"))
    folder.put(".rednotice-abc", "x")

    cases = rednotice.read(folder.path)

    assert (ids(cases), cases.skipped) == (["c1"], 0)


def test_links_are_counted_and_not_followed(folder: Folder, tmp_path_factory: Any) -> None:
    """This holds for links to files and to folders: a folder consists of what is in it."""
    outside = Path(tmp_path_factory.mktemp("outside"))
    (outside / "x.json").write_text(json.dumps(case("c2")))
    folder.put("a.json", case("c1"))
    (folder.path / "link.json").symlink_to(outside / "x.json")
    (folder.path / "folder").symlink_to(outside)
    (folder.path / "gone.json").symlink_to(outside / "gone.json")

    cases = rednotice.read(folder.path)

    assert (ids(cases), cases.skipped) == (["c1"], 3)


def test_a_folder_that_is_given_as_a_link_is_read(folder: Folder) -> None:
    """The user named the link on purpose."""
    folder.put("in/a.json", case("c1"))
    (folder.path / "link").symlink_to(folder.path / "in")

    assert ids(rednotice.read(folder.path / "link")) == ["c1"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_no_file(folder: Folder) -> None:
    """Reading it would wait for ever."""
    os.mkfifo(folder.path / "pipe.json")

    cases = rednotice.read(folder.path)

    assert (ids(cases), cases.skipped) == ([], 1)


def test_a_folder_that_cannot_be_listed_is_an_error(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its cases would be missing without notice."""
    folder.put("below/a.json", case())
    scan = os.scandir

    def refuse(path: Any) -> Any:
        if str(path).endswith("below"):
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)

    with pytest.raises(PermissionError):
        rednotice.read(folder.path)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_an_error(folder: Folder) -> None:
    """It is no fault of the data."""
    folder.put("a.json", case()).chmod(0)

    with pytest.raises(PermissionError):
        list(rednotice.read(folder.path))


def test_an_empty_folder_has_no_cases(folder: Folder) -> None:
    """And no fault."""
    assert ids(rednotice.read(folder.path)) == []


# Several paths


def test_several_paths_are_one_data_set(folder: Folder) -> None:
    """Files and folders, in the order in which they are named."""
    folder.put("b/b.yaml", case("c2"))
    folder.put("b/a.json", case("c1"))
    folder.put("b/notes.txt", "x")
    folder.put("a/c.json", case("c3"))
    folder.put("a/notes.txt", "x")
    paths = [folder.path / "b", str(folder.put("c.jsonl", case("c4"))), folder.path / "a"]

    for several in (paths, tuple(paths), iter(paths)):
        cases = rednotice.read(several)
        assert ids(cases) == ids(cases) == ["c1", "c2", "c4", "c3"]
        assert cases.skipped == 2


def test_a_file_that_is_met_twice_is_read_once(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By its name, by a link, from another folder, or as part of a folder."""
    folder.put("in/below/a.json", case("c1"))
    folder.put("in/below/notes.txt", "x")
    (folder.path / "link.json").symlink_to(folder.path / "in/below/a.json")
    monkeypatch.chdir(folder.path / "in")
    paths = ["below/a.json", ".", "below", folder.path, "../link.json", "../in/below/a.json"]

    for several in (paths, paths[::-1]):
        cases = rednotice.read(several)
        assert ids(cases) == ["c1"]
        assert len(cases.files) == 1


def test_what_is_passed_over_in_two_folders_is_counted_once(folder: Folder) -> None:
    """And not at all if it is named for itself."""
    folder.put("below/notes.txt", "x")
    folder.put("below/export.txt", case("c1"))
    (folder.path / "below" / "link.json").symlink_to("export.txt")
    both = [folder.path, folder.path / "below"]

    assert rednotice.read(both).skipped == 3
    named = rednotice.read([*both, folder.path / "below" / "export.txt"], format="jsonl")
    assert (ids(named), named.skipped) == (["c1"], 2)
    named = rednotice.read([*both, folder.path / "below" / "link.json"], format="jsonl")
    assert (ids(named), named.skipped) == (["c1"], 2)


def test_no_paths_have_no_cases() -> None:
    """As with an empty folder."""
    assert ids(rednotice.read([])) == []


@pytest.mark.parametrize("path", [3, None, [3], b"a.json", ["a.json", None]], ids=repr)
def test_what_is_no_path_is_an_error_in_plain_words(path: Any) -> None:
    """Before anything is opened."""
    with pytest.raises(TypeError, match="what is read is a path, or several"):
        rednotice.read(path)


TEXTS = [
    "rednotice: '1.0'\nid: c-invented\n",
    '{"rednotice": "1.0"}',
    ' [\n{"rednotice": "1.0"}]',
    '[{"rednotice": "1.0"}]',
    "{}\r",
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_in_place_of_a_path_is_an_error_that_does_not_repeat_it(text: str) -> None:
    """The system would print it as the name of a file that is not there."""
    for verb in (rednotice.read, rednotice.check):
        for given in (text, [text]):
            with pytest.raises(TypeError) as raised:
                verb(given)
            assert str(raised.value) == "a path is expected; a text is read by loads()"


def test_a_file_may_be_called_anything_as_a_path(tmp_path: Path) -> None:
    """Whoever gives a `Path` means one."""
    path = tmp_path / 'two\nlines {"x"}.json'
    path.write_text(json.dumps(case("c1")))

    assert ids(rednotice.read(path)) == ["c1"]


def test_a_dict_in_place_of_a_path_is_an_error_that_says_how_a_case_is_made() -> None:
    """Its keys are no paths."""
    with pytest.raises(TypeError, match=r"a case is made of a dict by rednotice\.from_dict\(\)"):
        rednotice.read(case("c1"))  # type: ignore[arg-type]


def test_cases_have_no_places() -> None:
    """They are read one by one, and the message says what to do."""
    with pytest.raises(TypeError, match=r"list\(cases\)"):
        rednotice.read([])[0]


@pytest.mark.parametrize("place", [0, 1, 2])
def test_one_path_of_several_that_cannot_be_opened_is_an_error(folder: Folder, place: int) -> None:
    """At once, wherever it stands."""
    paths = [folder.put("a.json", case("c1")), folder.put("b.json", case("c2"))]
    paths.insert(place, folder.path / "gone.json")

    with pytest.raises(FileNotFoundError):
        rednotice.read(paths)


# A file


@pytest.mark.parametrize("name", ["c.json", "c.jsonl", "c.ndjson", "c.yaml", "c.yml", "C.YAML"])
def test_the_suffix_tells_the_format(folder: Folder, name: str) -> None:
    """JSON, JSON Lines and YAML give the same case."""
    assert ids(rednotice.read(folder.put(name, case("c7")))) == ["c7"]


def test_a_path_may_be_a_text(folder: Folder) -> None:
    """As with `open`."""
    assert ids(rednotice.read(str(folder.put("c.json", case("c7"))))) == ["c7"]


def test_the_format_may_be_named(folder: Folder) -> None:
    """Where the suffix does not tell, or tells something else; for a whole folder too."""
    folder.put("cases.json", case("c1"), case("c2"))

    assert ids(rednotice.read(folder.path / "cases.json", format="jsonl")) == ["c1", "c2"]
    assert ids(rednotice.read(folder.path, format="jsonl")) == ["c1", "c2"]


@pytest.mark.parametrize("name", ["cases.txt", "cases", "cases.json.bak", ".json"])
def test_an_unknown_suffix_is_an_error_without_the_name(folder: Folder, name: str) -> None:
    """The message says which there are."""
    path = folder.put(name, case())

    with pytest.raises(rednotice.UnknownFormat, match=r"\.yaml") as refused:
        rednotice.read(path)
    assert "cases" not in str(refused.value)
    assert refused.value.path == path


def test_an_unknown_format_is_an_error(folder: Folder) -> None:
    """The message says which there are."""
    with pytest.raises(rednotice.UnknownFormat, match="json, jsonl, yaml"):
        rednotice.read(folder.put("a.json", case()), format="xml")


@pytest.mark.parametrize("name", ["gone.json", "gone", "gone.txt", "below/gone.json"])
def test_a_path_that_is_not_there_is_an_error_at_once(folder: Folder, name: str) -> None:
    """Not only when somebody iterates."""
    with pytest.raises(FileNotFoundError):
        rednotice.read(folder.path / name)


# Iterating


def test_cases_can_be_iterated_again(folder: Folder) -> None:
    """And by two at once."""
    cases = rednotice.read(folder.put("c.jsonl", case("c1"), case("c2")))
    one, other = iter(cases), iter(cases)

    assert [next(one).id, next(other).id, next(one).id, next(other).id] == ["c1", "c1", "c2", "c2"]
    assert ids(cases) == ids(cases) == ["c1", "c2"]


def test_the_first_fault_raises_where_nobody_asked_to_be_told(folder: Folder) -> None:
    """With all that is wrong with that document, and after the cases before it."""
    path = folder.put("c.jsonl", case("c1"), case("c2", note=1, sumary="x"), case("c3"))
    cases = iter(rednotice.read(path))

    assert next(cases).id == "c1"
    with pytest.raises(rednotice.Unreadable) as raised:
        next(cases)
    assert [finding.rule for finding in raised.value.findings] == ["RN006", "RN005"]
    assert [finding.place for finding in raised.value.findings] == [(2, 80), (2, 83)]
    assert str(raised.value).count("\n") == 1


def test_many_faults_are_not_all_in_the_message() -> None:
    """The message shows the first few; all are in `findings`."""
    text = json.dumps(case(**{f"x{count}": 1 for count in range(9)}))

    with pytest.raises(rednotice.Unreadable) as raised:
        rednotice.loads(text)

    assert len(raised.value.findings) == 9
    assert str(raised.value).splitlines()[-1] == "… and 4 more"


def test_a_fault_is_told_and_the_rest_is_carried(folder: Folder, told: Told) -> None:
    """Whether a line is broken or a document refused."""
    path = folder.put("c.jsonl", case("c1"), "{", case("c3", note=""), case("c4"), "[]")

    assert ids(rednotice.read(path, on_fault=told)) == ["c1", "c4"]
    assert [(fault.rule, fault.place) for fault in told.findings] == [
        ("RN001", (2, 2)),
        ("RN008", (3, 80)),
        ("RN006", (5, 1)),
    ]
    assert {fault.file for fault in told.findings} == {str(path)}


def test_a_broken_file_of_a_folder_harms_no_other(folder: Folder, told: Told) -> None:
    """Each fault names its file."""
    folder.put("a.json", case("c1"))
    broken = [folder.put("b.json", '{"a": 1, "a": 2}'), folder.put("c.yaml", "a: [")]
    folder.put("d.yaml", case("c4"))

    assert ids(rednotice.read(folder.path, on_fault=told)) == ["c1", "c4"]
    assert told.rules == ["RN002", "RN001"]
    assert [fault.file for fault in told.findings] == [str(path) for path in broken]


def test_one_who_is_told_may_stop(folder: Folder) -> None:
    """What `on_fault` raises goes through."""

    def stop(_finding: Finding) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(rednotice.read(folder.put("c.json", "{"), on_fault=stop))


BLANK = [
    *(("c.yaml", text) for text in ("", " \n\n", "# id: c1\n", "---\n", "--- # c1\n---\n...\n")),
    *(("c.jsonl", text) for text in ("", "\n \r\n")),
    *(("c.json", text) for text in ("", " \n")),
]


@pytest.mark.parametrize(("name", "text"), BLANK)
def test_a_file_that_holds_nothing_is_told_of(
    folder: Folder, told: Told, name: str, text: str
) -> None:
    """Its case may have been lost, and nobody would miss it in a folder."""
    path = folder.put(name, text)
    folder.put("a.json", case("c1"))

    assert ids(rednotice.read(folder.path, on_fault=told)) == ["c1"]
    assert [(one.rule, one.message, one.file) for one in told.findings] == [
        ("RN001", "The file holds no case. Write one, or delete the file.", str(path))
    ]


@pytest.mark.parametrize("name", ["c.yaml", "c.jsonl"])
def test_a_file_that_holds_nothing_does_not_raise(folder: Folder, name: str) -> None:
    """An empty data set is written so, and is read again."""
    rednotice.write([], folder.path / name)

    assert ids(rednotice.read(folder.path)) == []


@pytest.mark.parametrize(
    ("name", "text"), [("c.json", "[]"), ("c.json", " [ ]\n"), ("c.yaml", "---\n{}\n---\n")]
)
def test_a_file_that_says_something_is_not_told_of_as_blank(
    folder: Folder, told: Told, name: str, text: str
) -> None:
    """An empty array says that there is no case."""
    list(rednotice.read(folder.put(name, text), on_fault=told))

    assert not any("holds no case" in one.message for one in told.findings)


@pytest.mark.thorough
@pytest.mark.parametrize("name", ["c.jsonl", "c.json", "c.yaml"])
def test_reading_holds_a_few_cases_at_a_time(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """However many there are, in every format."""
    monkeypatch.setattr(json_format, "_CHUNK", 2**14)
    lines = [json.dumps(case(f"c{count}", summary="word " * 200)) for count in range(1_000)]
    texts = {"c.jsonl": "\n".join(lines), "c.json": f"[{','.join(lines)}]"}
    cases = rednotice.read(folder.put(name, texts.get(name, "\n---\n".join(lines))))
    next(iter(cases))  # what is loaded once is not counted

    tracemalloc.start()
    try:
        assert sum(1 for _ in cases) == 1_000
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert peak < cases.files[0].stat().st_size / 4


# The shared document


@pytest.mark.parametrize("name", ["shared.yaml", "shared.yml", "shared.json"])
def test_the_shared_document_of_a_folder_is_found(folder: Folder, name: str) -> None:
    """Wherever it stands in the alphabet; it is no case."""
    folder.put("a.json", case("c1"))
    folder.put(name, SHARED)

    cases = rednotice.read(folder.path)

    assert cases.shared is not None
    assert cases.shared.operations[0].id == "op1"
    assert ids(cases) == ["c1"]


@pytest.mark.parametrize(
    ("name", "join"), [("c.jsonl", "{}\n{}"), ("c.json", "[{}, {}]"), ("c.yaml", "{}\n---\n{}")]
)
def test_the_shared_document_of_a_file_is_its_first(folder: Folder, name: str, join: str) -> None:
    """In every format that holds several documents."""
    first, second = json.dumps(SHARED), json.dumps(case("c1"))
    path = folder.put(name, join.replace("{}", "%s") % (first, second))

    cases = rednotice.read(path)

    assert cases.shared is not None
    assert ids(cases) == ["c1"]


def test_a_shared_document_may_be_given(folder: Folder) -> None:
    """Where it lies elsewhere."""
    path = folder.put("elsewhere/what.yaml", SHARED)

    cases = rednotice.read(folder.put("c.json", case("c1")), shared=path)

    assert cases.shared is not None
    assert ids(cases) == ["c1"]


def test_a_shared_document_may_be_given_as_such(folder: Folder, told: Told) -> None:
    """One that was read before; where it stands in front of the cases, it is the same."""
    path = folder.put("shared.json", SHARED)
    shared = rednotice.read(path).shared
    folder.put("c.json", case("c1"))

    cases = rednotice.read(folder.path, shared=shared, on_fault=told)

    assert cases.shared is shared
    assert ids(cases) == ["c1"]
    assert told.rules == []


def test_another_shared_document_than_that_which_is_given_is_a_fault(
    folder: Folder, told: Told
) -> None:
    """References could mean either."""
    other = rednotice.loads(json.dumps(SHARED | {"id": "other"}), rednotice.SharedDocument)
    assert isinstance(other, rednotice.SharedDocument)

    list(rednotice.read(folder.put("shared.json", SHARED), shared=other, on_fault=told))

    assert told.rules == ["RN011"]


@pytest.mark.parametrize("shared", [3, b"shared.json", SHARED], ids=str)
def test_what_is_shared_is_a_path_or_a_shared_document(folder: Folder, shared: Any) -> None:
    """Everything else is an error in plain words."""
    with pytest.raises(TypeError, match="a shared document, or its path"):
        rednotice.read(folder.put("c.json", case("c1")), shared=shared)


def test_the_format_of_the_shared_document_is_told_by_its_suffix_first(folder: Folder) -> None:
    """And by the format that is named only where the suffix does not tell."""
    path = folder.put("cases.txt", case("c1"), case("c2"))

    for name, value in (("given.yaml", "rednotice: '1.0'\nshared: true\n"), ("given.txt", SHARED)):
        cases = rednotice.read(path, format="jsonl", shared=folder.put(name, value))
        assert cases.shared is not None
        assert ids(cases) == ["c1", "c2"]


def test_there_may_be_none(folder: Folder) -> None:
    """A case is valid without it."""
    assert rednotice.read(folder.put("c.json", case("c1"))).shared is None
    assert rednotice.read(folder.put("none.jsonl")).shared is None


@pytest.mark.parametrize(
    "files",
    [
        {"shared.yaml": [SHARED], "shared.json": [SHARED]},
        {"shared.yaml": [SHARED], "below/shared.yaml": [SHARED]},
        {"below/shared.yaml": [SHARED], "a.json": [case("c0")]},
        {"c.jsonl": [SHARED, case("c1"), SHARED]},
        {"c.jsonl": [case("c1"), SHARED]},
    ],
    ids=" ".join,
)
def test_a_second_shared_document_or_one_that_is_not_in_front_is_a_fault(
    folder: Folder, told: Told, files: dict[str, list[Any]]
) -> None:
    """References could mean either, or would find nothing; the cases are carried."""
    for name, values in files.items():
        folder.put(name, *values)
    folder.put("z.json", case("c9"))

    cases = rednotice.read(folder.path, on_fault=told)

    assert ids(cases)[-1] == "c9"
    assert told.rules == ["RN011"]


def test_a_shared_document_beside_one_that_is_given_is_a_fault(folder: Folder, told: Told) -> None:
    """The one that is given counts."""
    folder.put("in/shared.yaml", SHARED)
    given = folder.put("given.yaml", SHARED | {"id": "given"})

    cases = rednotice.read(folder.path / "in", shared=given, on_fault=told)

    assert ids(cases) == []
    assert told.rules == ["RN011"]
    assert cases.shared is not None
    assert cases.shared.id == "given"


@pytest.mark.parametrize("name", ["shared.yaml", "s.json", "s.jsonl"])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_the_shared_document_of_several_paths_is_the_first_of_any(
    folder: Folder, told: Told, name: str, place: int
) -> None:
    """It stands in front of its own file, wherever that is named."""
    paths = [folder.put("a.json", case("c1")), folder.put("t.jsonl", "{", case("c2"))]
    paths.insert(place, folder.put(name, SHARED))

    cases = rednotice.read(paths, on_fault=told)

    assert cases.shared is not None
    assert ids(cases) == ["c1", "c2"]
    assert told.rules == ["RN001"]


@pytest.mark.parametrize(
    ("one", "other", "used"),
    [
        ("a/shared.json", "b/shared.json", "a/shared.json"),
        ("a/a.jsonl", "b/b.jsonl", "a/a.jsonl"),
        ("a/a.jsonl", "b/shared.json", "b/shared.json"),
    ],
)
def test_a_second_shared_document_over_all_paths_is_a_fault(
    folder: Folder, told: Told, one: str, other: str, used: str
) -> None:
    """As within one folder; that of the name for it is the first."""
    for name in (one, other):
        folder.put(name, SHARED | {"id": "used" if name == used else "other"})
    folder.put("b/z.json", case("c1"))

    cases = rednotice.read([folder.path / "a", folder.path / "b"], on_fault=told)

    assert cases.shared is not None
    assert cases.shared.id == "used"
    assert ids(cases) == ["c1"]
    assert told.rules == ["RN011"]


def test_a_shared_document_that_is_named_twice_is_one(folder: Folder, told: Told) -> None:
    """In the folder and beside it."""
    path = folder.put("in/shared.yaml", SHARED)
    folder.put("in/a.json", case("c1"))

    cases = rednotice.read([folder.path / "in", path], shared=path, on_fault=told)

    assert ids(cases) == ["c1"]
    assert told.rules == []


def test_a_second_shared_document_is_no_record(folder: Folder, told: Told) -> None:
    """A document that is reported as unused is not yielded."""
    path = folder.put("a.jsonl", SHARED, case("c1"), SHARED)

    records = [record for _, record in rednotice.read(path, on_fault=told).documents()]

    assert [type(record) for record in records] == [rednotice.SharedDocument, rednotice.Case]


def test_a_shared_document_that_is_refused_is_told_of_and_not_used(
    folder: Folder, told: Told
) -> None:
    """It is found once, when the cases are gone through."""
    folder.put("shared.json", SHARED | {"sumary": 1})
    folder.put("c.json", case("c1"))

    cases = rednotice.read(folder.path, on_fault=told)

    assert cases.shared is None
    assert told.rules == []
    assert ids(cases) == ["c1"]
    assert told.rules == ["RN005"]


@pytest.mark.parametrize(
    ("value", "rule"),
    [(case("c1"), "RN007"), (SHARED | {"x": 1}, "RN005"), ("{", "RN001"), ("", "RN001")],
)
def test_what_is_given_as_shared_must_be_so(folder: Folder, value: Any, rule: str) -> None:
    """It raises at once, since nothing can be said without it."""
    with pytest.raises(rednotice.Unreadable) as raised:
        rednotice.read(folder.put("c.json", case("c1")), shared=folder.put("s.json", value))

    assert [finding.rule for finding in raised.value.findings] == [rule]


def test_a_folder_is_no_shared_document(folder: Folder) -> None:
    """Which of its files is meant is not guessed."""
    folder.put("in/shared.json", SHARED)

    with pytest.raises(IsADirectoryError, match="not a folder"):
        rednotice.read(folder.put("c.json", case("c1")), shared=folder.path / "in")


def test_files_stand_in_an_order_that_no_system_changes(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As capitals and folders are written, also where the system makes no difference of them."""
    for name in ("b.json", "B.json", "a-b/x.json", "a/x.json", "a.json", "Z/x.json"):
        folder.put(name, case("c1"))

    def compared(_one: object, _other: object) -> bool:
        pytest.fail("paths compare otherwise on other systems")

    monkeypatch.setattr(PurePath, "__lt__", compared)
    files = [path.relative_to(folder.path).as_posix() for path in rednotice.read(folder.path).files]

    assert files == ["B.json", "Z/x.json", "a/x.json", "a-b/x.json", "a.json", "b.json"]


# One text


def test_a_text_is_read_from_bytes_or_text() -> None:
    """In the three formats."""
    text = json.dumps(case("c1"))

    for given in (text, text.encode(), bytearray(text.encode()), f"\ufeff{text}"):
        assert rednotice.loads(given).id == "c1"
    assert rednotice.loads(f"# a case\n{text}", format="yaml").id == "c1"
    assert rednotice.loads(f"\n{text}\n", format="jsonl").id == "c1"


def test_a_shared_document_is_read_as_one() -> None:
    """`loads` gives what the text is."""
    record = rednotice.loads(json.dumps(SHARED), rednotice.SharedDocument)

    assert record.shared


@pytest.mark.parametrize(
    ("text", "format_", "rule"),
    [
        ("", "json", "RN001"),
        ("", "jsonl", "RN001"),
        ("", "yaml", "RN001"),
        ("[]", "json", "RN001"),
        (f"[{json.dumps(case())}, {json.dumps(case())}]", "json", "RN001"),
        ("a: 1\n---\nb: 1", "yaml", "RN001"),
        ("{", "json", "RN001"),
        ('{"a": "\ud800"}', "json", "RN001"),
        ("a: \ud800", "yaml", "RN001"),
        ("1", "json", "RN006"),
        ("null", "json", "RN006"),
        ("{}", "json", "RN003"),
        ('{"rednotice": 1.0}', "json", "RN003"),
        ('{"rednotice": "2.0", "nonsense": null}', "json", "RN003"),
        ("rednotice: 1.0", "yaml", "RN003"),
        ('{"rednotice": "1.0"}', "json", "RN004"),
    ],
)
def test_what_is_not_one_document_is_one_fault(text: str, format_: str, rule: str) -> None:
    """Of a document without a known version, nothing more is said."""
    with pytest.raises(rednotice.Unreadable) as raised:
        rednotice.loads(text, format=format_)

    assert [finding.rule for finding in raised.value.findings] == [rule]


def test_a_newer_version_is_told_to_upgrade() -> None:
    """The message says how to read a document of a later version."""
    with pytest.raises(rednotice.Unreadable, match="upgrade rednotice"):
        rednotice.loads('{"rednotice": "1.1"}')


@pytest.mark.parametrize(
    "path", ["case.yaml", "cases/c 1.JSON", "c.ndjson", Path("case.yaml")], ids=str
)
def test_a_path_in_place_of_a_text_is_an_error_that_says_what_reads_it(path: Any) -> None:
    """Otherwise the path would be reported as a broken text."""
    with pytest.raises(TypeError, match=r"a path is read by read\(\)"):
        rednotice.loads(path)


@pytest.mark.parametrize(
    ("text", "format_"),
    [("note: kept in a.yaml", "yaml"), ('"a.json"', "json"), ("a\n.json", "yaml")],
)
def test_a_text_that_ends_as_a_path_does_is_a_text(text: str, format_: str) -> None:
    """It is reported as a text, whatever is wrong with it."""
    with pytest.raises(rednotice.Unreadable):
        rednotice.loads(text, format=format_)


def test_an_unknown_format_of_a_text_is_an_error() -> None:
    """As with a file."""
    with pytest.raises(rednotice.UnknownFormat):
        rednotice.loads("{}", format="toml")
