"""What is shown of a path or an id that tells a name: a running number, in findings and errors."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import traceback
from pathlib import Path
from typing import Any

import pytest

import rednotice
from rednotice import faults
from rednotice.findings import Finding, Report
from rednotice.names import likely
from rednotice.names.masks import Masks, unreadable

Folder = Any

EXAMPLES = Path(__file__).parents[2] / "examples"
TODAY = dt.date(2026, 6, 1)
FILE_1 = "(file 1, its name may contain a person's name or number)"
FOLDER_1 = "(folder 1, its name may contain a person's name or number)"


def named(identity: str, name: str, **members: Any) -> dict[str, Any]:
    subjects = [{"names": [{"text": name}]}]
    return {"rednotice": "1.0", "id": identity, "subjects": subjects} | members


def check(what: Any) -> Report:
    return rednotice.check(what, today=TODAY)


def shown(findings: Any) -> str:
    """All that is printed or exported of *findings*."""
    return "\n".join(
        f"{found}\n{found!r}\n{json.dumps(found.as_dict(), ensure_ascii=False)}"
        for found in findings
    ).casefold()


def refused(path: Path, **options: Any) -> rednotice.Unreadable:
    """The error with which *path* is read."""
    with pytest.raises(rednotice.Unreadable) as raised:
        list(rednotice.read(path, **options))
    return raised.value


# Paths


def test_a_folder_that_tells_a_name_is_shown_by_a_number(folder: Folder) -> None:
    """The rest of the path stays, so that the file is found."""
    path = folder.put("cases/zuzanna/c1.json", named("c1", "Zuzanna Invented", operations=["op9"]))

    report = check(path)

    assert {found.file for found in report} == {str(folder.path / "cases" / FOLDER_1 / "c1.json")}
    assert [found.message.split()[:2] for found in report if found.rule == "RN015"] == [
        ["The", "name"]
    ]
    assert "zuzanna" not in shown(report)


@pytest.mark.parametrize("members", [{}, {"sumary": "x"}], ids=["accepted", "refused"])
def test_a_suffix_that_tells_a_name_hides_the_file(folder: Folder, members: dict[str, Any]) -> None:
    """A file may have any suffix where its format is given."""
    path = folder.put("c1.zuzanna", json.dumps(named("c1", "Zuzanna Invented", **members)))

    report = rednotice.check(path, today=TODAY, format="json")

    assert {str(found.file) for found in report} == {str(folder.path / FILE_1)}
    assert {found.rule for found in report} & {"RN102", "RN005"}


def test_a_folder_is_hidden_for_every_file_in_it(folder: Folder) -> None:
    """Also for those in which the name does not stand."""
    folder.put("zuzanna/c1.json", named("c1", "Zuzanna Invented"))
    folder.put("zuzanna/c2.json", named("c2", "Piotr Madeup", operations=["op9"]))
    folder.put("zuzanna/c3.json", "{")

    report = check(folder.path)

    assert {found.rule for found in report} >= {"RN001", "RN015", "RN302"}
    assert "zuzanna" not in shown(report)
    assert FOLDER_1 in shown(report)


def test_two_folders_stay_two(folder: Folder) -> None:
    """Each has its number over the whole check."""
    folder.put("zuzanna/c1.json", named("c1", "Zuzanna Invented"))
    folder.put("piotr/madeup.json", named("c2", "Piotr Madeup"))

    shown_as = {str(found.file) for found in check(folder.path)}

    assert shown_as == {
        str(folder.path / FOLDER_1 / FILE_1),
        str(folder.path / "(folder 2, its name may contain a person's name or number)" / "c1.json"),
    }


def test_the_folder_of_a_refused_document_is_hidden_too(folder: Folder) -> None:
    """A fault must not print what a finding would hide."""
    folder.put("zuzanna/c1.json", named("c1", "Zuzanna Invented", sumary="x"))

    report = check(folder.path)

    assert [found.rule for found in report] == ["RN005"]
    assert str(report.findings[0].file) == str(folder.path / FOLDER_1 / "c1.json")


@pytest.mark.parametrize(
    "members",
    [
        {"subjects": [{"name": "Zuzanna Invented"}]},
        {"subjects": [{"Names": [{"text": "Zuzanna Invented"}]}]},
        {"subjects": [{"names": [{"full": "Zuzanna Invented"}]}]},
        {"subject": {"name": "zuzanna"}},
        {"subjects": ["Zuzanna Invented"]},
        {"subjects": ["zuzanna invented"]},
        {"subjects": [{"family": "Invented", "forename": "ZUZANNA"}]},
        {"people": {"Zuzanna Invented": {"age": 40}}},
        {"summary": {"x": "Zuzanna Invented"}},
        {"nmaes": "Zuzanna " + "Invented" * 30},
        {"Zuzanna " + "Invented" * 30: 1},
        {"missing": {"Zuzanna": "unknown"}},
        # In the place of an id, a language, a version, a date and a code.
        {"subjects": [{"id": "Zuzanna"}]},
        {"subjects": [{"id": "zuzanna invented"}]},
        {"subjects": [{"nmaes": [{"id": "Zuzanna"}]}]},
        {"subjects": [{"nmaes": [{"text": "x", "language": "Zuzanna"}]}]},
        {"subjects": [{"languages": ["Zuzanna"]}]},
        {"rednotice": "Zuzanna Invented"},
        {"subjects": [{"born": "1 Zuzanna Invented"}]},
        {"notices": [{"kind": "Zuzanna"}]},
        # A text that is also an id.
        {"id": "zuzanna", "subjects": [{"nmaes": [{"text": "zuzanna"}]}]},
        {"operations": ["zuzanna"], "subjects": [{"id": "zuzanna", "nmaes": ["zuzanna"]}]},
    ],
    ids=str,
)
def test_a_name_is_looked_for_wherever_a_refused_document_has_it(
    folder: Folder, members: dict[str, Any]
) -> None:
    """What it says there is not known, for it is not the schema's."""
    path = folder.put(
        "zuzanna.json", {"rednotice": "1.0", "id": "zuzanna-1", **members, "subjects_": 1}
    )

    report = check(path)

    assert report.refused == 1
    assert "zuzanna" not in shown(report)


@pytest.mark.parametrize(
    "text",
    [
        {"subjects": [{"label": "Bad Test Person"}], "sources": [{"title": "Broken news"}]},
        {"summary": "Broken by a test", "organisations": [{"name": "Bad Test Court"}]},
        "{this is a broken line of a bad test",
        '{"summary": "Broken by a test", "sources": [{"title": "Broken in a bad test"}',
        '{"operations": ["bad"], "notices": [{"id": "test", "kind": "red", "issued": "2021-02-03"}',
    ],
    ids=str,
)
def test_what_the_model_knows_to_be_no_name_hides_no_path(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, text: Any
) -> None:
    """A label, a title and prose are no names, nor is what was broken off."""
    monkeypatch.chdir(folder.path)
    refused = text if isinstance(text, str) else {"rednotice": "1.0", "id": "c-1", **text, "x": 1}
    path = folder.put("test/bad/broken.json", refused)

    report = check(path.relative_to(folder.path))

    assert report.refused == 1
    assert {found.file for found in report} == {"test/bad/broken.json"}


def test_a_refused_document_keeps_an_opaque_path_and_id(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its ids, references, codes, dates and common words are no names."""
    monkeypatch.chdir(folder.path)  # the folder has words of the test's own name
    path = folder.put(
        "cases/tj/red/case-2/casedeniz/c-1-police-quokka.json",
        {
            "rednotice": "1.0",
            "id": "c-1",
            "pursued_by": ["TJ"],
            "subjects": [{"id": "casedeniz", "label": "Case of Invented, Zuzanna"}],
            "notices": [{"kind": "red", "issued": "2021-06/..", "according_to": ["src-quokka"]}],
            "sources": [{"id": "police-1", "title": "Letter of the police; the police"}],
            "statements": [{"about": "casedeniz"}],
            "summary": "Red notice, as a letter of the police says",
            "sumary": 1,
        },
    )

    shown_as = {(found.file, found.case) for found in check(path.relative_to(folder.path))}

    assert shown_as == {("cases/tj/red/case-2/casedeniz/c-1-police-quokka.json", "c-1")}


@pytest.mark.parametrize("name", ["article-a", "article-b", "case-k5d2ws", "shared"])
@pytest.mark.parametrize("broken", ["\nsumary: 1\n", "\n label: [\n"])
def test_a_broken_example_keeps_its_path(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, name: str, broken: str
) -> None:
    """Whatever it tells of, the paths that people choose are not among its names."""
    text = (EXAMPLES / f"{name}.yaml").read_text(encoding="utf-8")
    monkeypatch.chdir(folder.path)
    path = folder.put("data/cases/red-notices/c-1.yaml", text + broken)

    report = check(path.relative_to(folder.path))

    assert report.refused == 1
    assert {found.file for found in report} == {"data/cases/red-notices/c-1.yaml"}


@pytest.mark.parametrize(
    "text",
    [
        '{"rednotice": "1.0", "subjects": [{"names": [{"text": "Zuzanna Invented"}]}',
        '{"subjects": [{"names": [{"family": "\\u017bu\\u017canna"}]}',
        "id: c-1\nsubjects:\n- names:\n  - text: Zuzanna Invented\n label: [",
        "id: c-1\nsubjects:\n- names: [{forename: 'Zuzanna']\n",
        "subjects: [{names: [{family: Zuzanna, kind: birth}",
        '{"subjects": [{"name": "Zuzanna Invented"}',
        '{"subjects": [{"name":\n"zuzanna"}',
        '{"subjects": ["Zuzanna Invented"',
        "id: c-1\nsubject: Zuzanna\n label: [",
        # Among words in lower case.
        '{"subjects": [{"names": [{"text": "Piotr o\'g\'li Zuzanna"}',
        '{"subjects": [{"names": [{"text": "Piotr known as Zuzanna"}',
        '{"subjects": [{"names": [{"text": "piotr uno duo tres zuzanna"}',
        # In the place of a member, a date, a code, an id and a language.
        '{"subjects": [{"Zuzanna Invented": 1}',
        '{"subjects": [{"born": "Zuzanna Invented"}',
        '{"notices": [{"kind": "Zuzanna"}',
        '{"subjects": [{"id": "Zuzanna Invented"}',
        '{"subjects": [{"names": [{"text": "x", "language": "Zuzanna"}',
        "id: c-1\n label: [\nsubjects:\n- text: !Zuzanna x\n",
        "id: c-1\n label: [\nsubjects:\n- text: &Zuzanna x\n",
        '{"subjects": [{"nmaes": "Zuzanna ' + "Invented" * 30 + '"',
    ],
    ids=[
        *("json", "escapes", "yaml", "quotes", "flow", "name", "lines", "list", "bare"),
        *("patronymic", "alias", "five", "member", "date", "code", "id", "language", "tag"),
        *("anchor", "long"),
    ],
)
def test_the_path_of_a_text_that_cannot_be_parsed_is_compared_with_it(
    folder: Folder, text: str
) -> None:
    """It has no names yet, but lines that look like some."""
    path = folder.put("zuzanna.yaml" if "id:" in text else "zuzanna.json", text)

    report = check(path)

    assert [found.rule for found in report] == ["RN001"]
    assert str(report.findings[0].file) == str(folder.path / FILE_1)


WAYS = [
    r"\\u005a\\u0075\\u007a\\u0061\\u006e\\u006e\\u0061",
    "&#90;&#117;&#122;&#97;&#110;&#110;&#97;",
    "%5A%75%7A%61%6E%6E%61",
    "Z-u-z-a-n-n-a",
    "Z\xa0u\xa0z\xa0a\xa0n\xa0n\xa0a",
    "Å»uÅ¼anna",  # UTF-8 read as Latin 1
]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("form", ["accepted", "refused", "broken"])
def test_a_name_in_another_form_is_compared_as_it_was_meant(
    folder: Folder, form: str, way: str
) -> None:
    """Escaped, encoded, or taken apart."""
    text = json.dumps(named("c1", way, **({"sumary": "x"} if form == "refused" else {})))
    path = folder.put("zuzanna.json", text[:-3] if form == "broken" else text)

    report = check(path)

    assert {str(found.file) for found in report} == {str(folder.path / FILE_1)}
    assert report.refused == (form != "accepted")


@pytest.mark.parametrize("end", [', "sumary": "x"}', ""], ids=["refused", "broken"])
def test_a_text_that_has_lost_signs_may_be_any_name(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    """It was UTF-8, and a program left out what it could not print."""
    monkeypatch.chdir(folder.path)
    folder.put("cases/zuzanna.json", '{"rednotice": "1.0", "subject": "ÐÐ·ÐÐ·Ð½Ð½Ð°"' + end)

    assert {found.file for found in check("cases")} == {str(Path("cases", FILE_1))}


@pytest.mark.parametrize("end", ["}]}", ""], ids=["refused", "broken"])
def test_a_list_of_letters_is_a_name(folder: Folder, end: str) -> None:
    """A program may take a text for a list."""
    path = folder.put("zuzanna.json", f'{{"subjects": [{{"names": {json.dumps([*"Zuzanna"])}{end}')

    assert {str(found.file) for found in check(path)} == {str(folder.path / FILE_1)}


def test_a_long_text_that_cannot_be_parsed_is_compared_to_its_end(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only so many of its words are kept in mind."""
    monkeypatch.setattr("rednotice.names.likely._KEPT", 2)
    path = folder.put("zuzanna.json", '{"a": ["Ann", "Bob", "Ann", "Cyd", "Dora", "Zuzanna"')

    assert [str(found.file) for found in check(path)] == [str(folder.path / FILE_1)]


@pytest.mark.parametrize(
    "lines",
    [
        ['"names": [', '"Ann",', '"Bob",', '"Zuzanna wrote of a bird",'],
        ['"id":', '"c-1", ', '"Zuzanna",'],
        ['"title": "A book", "x": 1,', '"names": "Ann",', '"Zuzanna wrote of a bird",'],
    ],
)
def test_the_key_of_a_text_is_known_where_the_lines_before_tell_nothing(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, lines: list[str]
) -> None:
    """Only lines with a word of the path are looked at closely."""
    monkeypatch.setattr("rednotice.names.masks._PART", 1)
    path = folder.put("zuzanna.json", "\n".join(["{", *lines]))

    assert [str(found.file) for found in check(path)] == [str(folder.path / FILE_1)]


def test_a_path_that_is_hidden_is_not_searched_for_any_more(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its file may be long."""
    searched: list[bytes] = []
    of = likely.Pieces.of
    monkeypatch.setattr(
        likely.Pieces, "of", lambda own, part: searched.append(part) or of(own, part)
    )
    monkeypatch.setattr("rednotice.names.masks._PART", 1)
    monkeypatch.chdir(folder.path)
    folder.put("zuzanna.json", '{"name":\n"Zuzanna",\n"Ann",\n"Bob"')
    check("zuzanna.json")

    assert searched == [b'{"name":\n', b'"Zuzanna",\n']


@pytest.mark.parametrize("name", ["zuzanna", "żużanna", "кенгуру"])
def test_where_there_are_too_many_words_each_uncommon_path_is_hidden(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Nothing is shown because a comparison would have taken too long; ordinary words stay."""
    monkeypatch.setattr("rednotice.names.likely._COMPARED", 2)
    monkeypatch.setattr("rednotice.names.likely._TOGETHER", 2)
    monkeypatch.chdir(folder.path)
    text = '{"a": ["Ann", "Bob", "Cyd", "Dora", "Ema"'
    folder.put(f"cases/{name}.json", text)
    folder.put("data/c-2.json", text)
    report = check(["cases", "data"])

    assert [found.file for found in report] == [str(Path("cases", FILE_1)), "data/c-2.json"]


def test_a_name_that_somebody_states_hides_a_path(folder: Folder) -> None:
    """A statement about a name says what the name is."""
    statements = [
        {"about": "s1.names", "stance": "says", "value": "Zuzanna Invented"},
        {"about": "n1", "stance": "says", "value": ["Kengura Madeup"]},
    ]
    subject = {"id": "s1", "names": [{"id": "n1", "text": "Piotr Madeup"}]}
    case = {"rednotice": "1.0", "id": "c1", "subjects": [subject], "statements": statements}
    report = check(folder.put("zuzanna/kengura.json", case))

    assert report.refused == 0
    assert "zuzanna" not in shown(report)
    assert "kengura" not in shown(report)


def test_the_path_of_a_text_that_is_not_utf8_is_compared_with_it(folder: Folder) -> None:
    """Some editors save UTF-16."""
    path = folder.path / "zuzanna.json"
    path.write_bytes('{"name": "Zuzanna"}'.encode("utf-16"))

    assert [str(found.file) for found in check(path)] == [str(folder.path / FILE_1)]


@pytest.mark.parametrize(
    "content",
    [
        '{"name": "Зузанна"}'.encode("cp1251"),
        '{"name": "Зузанна"}'.encode("koi8-r"),
        '{"name": "祖"}'.encode("gbk"),
        '{"name": "Zuzanna"}'.encode("utf-16-le"),
        '{"name": "Zuzanna"}'.encode("utf-32"),
        '{"name": "Zuzanna"}'.encode("utf-16")[:-1],
        b'{"name": "Zuzanna"' + "Зу".encode()[:-1],
        gzip.compress(b'{"name": "Zuzanna"}'),
        '{"name": "Зу\ufffdанна"'.encode(),
    ],
    ids=["cp1251", "koi8", "gbk", "utf-16-le", "utf-32", "cut", "cut in a sign", "gzip", "lost"],
)
def test_a_file_that_is_no_text_hides_each_uncommon_part_of_its_path(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    """Nobody can say what it tells, and no encoding is tried; common words and numbers stay."""
    monkeypatch.chdir(folder.path)
    path = Path("red-cases/2024/wu/zuzanna.json")
    path.parent.mkdir(parents=True)
    path.write_bytes(content)

    assert [found.file for found in check(path)] == [f"red-cases/2024/{FOLDER_1}/{FILE_1}"]


def test_a_file_that_is_no_text_keeps_a_path_of_common_words(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They tell nobody, whatever is in the file."""
    monkeypatch.chdir(folder.path)
    path = Path("cases/red-notices/case-7.json")
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\xff")

    assert [found.file for found in check(path)] == ["cases/red-notices/case-7.json"]


def test_a_text_that_cannot_be_parsed_keeps_an_opaque_path(folder: Folder) -> None:
    """So that somebody can mend it."""
    path = folder.put("c-7k2m9q.json", '{"subjects": [{"names": [{"text": "Zuzanna Invented"}')

    assert [found.file for found in check(path)] == [str(path)]


def test_a_broken_line_hides_no_more_than_its_file_tells(folder: Folder) -> None:
    """The other lines are carried on with, and their names count for the path."""
    path = folder.put("zuzanna.jsonl", "{", named("c1", "Zuzanna Invented"))

    report = check(path)

    assert {found.rule for found in report} >= {"RN001", "RN102"}
    assert {str(found.file) for found in report} == {str(folder.path / FILE_1)}


def test_a_file_that_is_gone_is_not_named(tmp_path: Path) -> None:
    """Nothing is known with which its name could be compared."""
    masks = Masks()
    masks.look_into(str(tmp_path / "zuzanna.json"))
    finding = Finding(faults.UNREADABLE, "must be text", file=str(tmp_path / "zuzanna.json"))

    assert "zuzanna" not in shown(masks.over([finding]))


# Errors


@pytest.mark.parametrize("name", ["zuzanna.json", "zuzanna/c1.json", "zuzanna/invented.json"])
def test_an_error_names_no_path_that_tells_a_name(folder: Folder, name: str) -> None:
    """Neither in its message nor in the findings it carries, nor where it is printed at the end."""
    path = folder.put(name, named("c1", "Zuzanna Invented", sumary="x"))

    error = refused(path)

    assert "may contain a person's name or number" in str(error)
    told = f"{error} {error!r} {shown(error.findings)}".casefold()
    assert "zuzanna" not in told
    assert "invented" not in told
    assert "zuzanna" not in "".join(traceback.format_exception_only(error)).casefold()


def test_an_error_leads_a_program_to_the_file(folder: Folder) -> None:
    """What is not shown is there for who asks for it."""
    path = folder.put("zuzanna.json", named("c1", "Zuzanna Invented", sumary="x"))

    document = refused(path).findings[0].document

    assert document is not None
    assert document.file == str(path)


def test_an_error_shows_an_opaque_path(folder: Folder) -> None:
    """It is how the file is found."""
    path = folder.put("c-7k2m9q.json", named("c1", "Zuzanna Invented", sumary="x"))

    assert str(refused(path)).startswith(f"{path}:1:")


def test_an_error_carries_no_id_that_tells_a_name() -> None:
    """Also where no file is read."""
    with pytest.raises(rednotice.Unreadable) as raised:
        rednotice.loads(json.dumps(named("c-zuzanna", "Zuzanna Invented", sumary="x")))

    assert {found.case for found in raised.value.findings} == {
        "(case 1, its id may contain a person's name or number)"
    }


def test_an_error_on_a_text_that_cannot_be_parsed_names_no_path(folder: Folder) -> None:
    """The lines that look like names are compared."""
    path = folder.put("zuzanna.json", '{"subjects": [{"names": [{"text": "Zuzanna Invented"}')

    assert FILE_1 in str(refused(path))


def test_an_error_on_the_shared_document_names_no_path(folder: Folder) -> None:
    """Names may stand in it, or in a case that is given in its place."""
    path = folder.put("a.json", named("c1", "Piotr Madeup"))
    shared = folder.put("zuzanna.json", named("c2", "Zuzanna Invented"))

    with pytest.raises(rednotice.Unreadable) as raised:
        rednotice.read(path, shared=shared)

    assert "shared: true" in str(raised.value)
    assert "zuzanna" not in str(raised.value)


def test_an_error_keeps_the_order_of_the_document(folder: Folder) -> None:
    """As it is written."""
    path = folder.put("zuzanna.json", named("c1", "Zuzanna Invented", note=5, sumary="x"))
    error = refused(path)

    again = unreadable(error.findings)

    assert [found.pointer for found in again.findings] == [one.pointer for one in error.findings]
