"""Documents of older versions are brought up, file by file, and nothing is lost on the way."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import rednotice
from rednotice.errors import UnknownName, Unreadable
from rednotice.findings import Severity
from rednotice.model.case import VERSION
from rednotice.verbs.migrating import migrate, migrate_dict

EXAMPLES = Path(__file__).parents[1] / "data" / "edition_0_9"
OLD: dict[str, Any] = {
    "rednotice": "0.9",
    "id": "c-7k2m9q",
    "subjects": [{"id": "s1", "label": "Student A"}],
    "incidents": [{"id": "i1", "method": "spyware", "complied": "no", "reported_to": ["s1"]}],
}
BROKEN = {**OLD, "incidents": [{"id": "i1", "zdenka": "Kvapilova"}]}


def put(folder: Path, name: str, *documents: object) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(json.dumps(each) for each in documents), encoding="utf-8")
    return path


def test_a_case_of_an_older_version_follows_the_newest_afterwards() -> None:
    made = migrate_dict(OLD)

    assert rednotice.from_dict(made).incidents[0].method == "device_intrusion"
    assert made["incidents"][0]["complied"] == "not_done"
    assert made["rednotice"] == VERSION


def test_what_the_new_version_has_no_place_for_waits_in_the_extensions() -> None:
    waiting = migrate_dict(OLD)["extensions"]["org.rednotice.residue"]

    assert [change["at"] for change in waiting["0.9"]] == [
        "/incidents/0/method",
        "/incidents/0/reported_to",
    ]


def test_the_document_that_was_given_is_not_changed() -> None:
    before = json.dumps(OLD)
    migrate_dict(migrate_dict(OLD), to="0.9")

    assert json.dumps(OLD) == before


def test_a_case_comes_back_as_it_was() -> None:
    assert migrate_dict(migrate_dict(OLD), to="0.9") == OLD


def test_a_newer_case_comes_back_with_what_the_older_version_cannot_say() -> None:
    new = {
        "rednotice": VERSION,
        "id": "c-1",
        "subjects": [{"label": "A"}],
        "incidents": [{"method": "vandalism", "by": ["class:pursuing_side"]}],
    }
    old = migrate_dict(new, to="0.9")

    assert old["incidents"] == [{"method": "other"}]
    assert migrate_dict(old) == new


def test_a_statement_follows_the_member_that_it_is_about() -> None:
    old = {
        **OLD,
        "outcomes": [{"id": "o1", "kind": "arrested", "stated_ground": "visa_overstay"}],
        "statements": [
            {"about": "o1.stated_ground", "stance": "says", "value": "no_valid_visa"},
            {"about": "i1.complied", "stance": "says", "value": "yes"},
        ],
    }
    stated, complied = migrate_dict(old)["statements"]

    assert stated == {"about": "o1.stated_grounds", "stance": "says", "value": ["no_valid_visa"]}
    assert complied["value"] == "done"


def test_what_was_argued_and_what_was_found_become_two() -> None:
    contest = {"kind": "denied", "argued_by": ["s1"], "found_by": ["b1"]}
    old = {**OLD, "warrants": [{"charges": [{"contested": [contest]}]}]}

    assert migrate_dict(old)["warrants"][0]["charges"][0]["contested"] == [
        {"kind": "denied", "by": ["s1"]},
        {"kind": "denied", "by": ["b1"], "stance": "found"},
    ]


def test_the_first_edition_says_another_version_than_it_follows(tmp_path: Path) -> None:
    """Nobody is told of faults that come only from reading it as another version."""
    with pytest.raises(Unreadable, match="Add --from-version 0"):
        migrate_dict({**OLD, "rednotice": VERSION})
    done = migrate(EXAMPLES, tmp_path / "new", from_version="0.9", plain_red=True)

    assert (done.written, done.changed, done.report.refused) == (15, 15, 0)
    assert done.commented == 15
    report = rednotice.check(tmp_path / "new")
    assert (report.cases, report.refused, report.counts["error"]) == (14, 0, 0)


@pytest.mark.thorough
def test_all_examples_come_back_from_a_folder_as_they_were(tmp_path: Path) -> None:
    migrate(EXAMPLES, tmp_path / "new", from_version="0.9", plain_red=True)
    migrate(tmp_path / "new", tmp_path / "old", to="0.9", plain_red=True)

    from rednotice.formats import by_name

    for path in EXAMPLES.glob("*.yaml"):
        values = []
        for file in (path, tmp_path / "old" / path.name):
            with file.open("rb") as opened:
                (document,) = by_name("yaml").read(opened, None, print)
            values.append({**document.value, "rednotice": "0.9"})
        assert values[0] == values[1]


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    path = put(tmp_path, "case.json", OLD)

    with pytest.raises(FileExistsError, match="nothing is overwritten"):
        migrate(path, path)


def test_a_file_with_a_document_that_is_refused_is_not_written(tmp_path: Path) -> None:
    """A data set that silently lacks cases would be worse than none."""
    put(tmp_path / "in", "bad.jsonl", OLD, BROKEN)
    put(tmp_path / "in", "good.jsonl", OLD)
    done = migrate(tmp_path / "in", tmp_path / "out")

    assert [path.name for path in done.files] == ["good.jsonl"]
    assert (done.written, done.unwritten, done.report.refused) == (1, 1, 1)
    assert not (tmp_path / "out" / "bad.jsonl").exists()


def test_a_finding_shows_no_name_that_may_be_a_value(tmp_path: Path) -> None:
    done = migrate(put(tmp_path, "case.json", BROKEN), tmp_path / "out.json")
    told = " ".join(map(str, done.report))

    assert "/incidents/0" in told
    assert "zdenka" not in told.lower()
    assert "kvapilova" not in told.lower()


def test_a_mark_on_who_knows_of_a_record_is_missed_loudly(tmp_path: Path) -> None:
    """Where 1.0 has no place for it, the record may look as if more states knew of it."""
    old = {**OLD, "subjects": [{"id": "s1", "residences": [{"country": "NO", "known_to": ["TJ"]}]}]}
    done = migrate(put(tmp_path, "case.json", old), tmp_path / "out.json")
    told = {finding.pointer: finding.severity for finding in done.report}

    assert told["/subjects/0/residences/0/known_to"] is Severity.WARNING
    assert told["/incidents/0/reported_to"] is Severity.INFO


def test_what_waits_for_a_record_that_was_edited_is_told_and_waits_on(tmp_path: Path) -> None:
    old = {**OLD, "events": [{"kind": "protest", "motives": ["religion"]}]}
    new = migrate_dict(old)
    new["events"][0]["kind"] = "flight"
    done = migrate(put(tmp_path, "case.json", new), tmp_path / "out.json", to="0.9")
    made = json.loads((tmp_path / "out.json").read_text())

    assert [finding.rule for finding in done.report] == ["RN027"]
    assert made["events"] == [{"kind": "flight"}]
    assert len(made["extensions"]["org.rednotice.residue"]["0.9"]) == 1


def test_a_document_of_the_wanted_version_is_written_as_it_is(tmp_path: Path) -> None:
    case = migrate_dict(OLD)
    done = migrate(put(tmp_path, "case.json", case), tmp_path / "out.json")

    assert json.loads((tmp_path / "out.json").read_text()) == case
    assert (done.written, done.changed) == (1, 0)


def test_a_shared_document_keeps_what_waits_too() -> None:
    old = {
        "rednotice": "0.9",
        "shared": True,
        "events": [{"kind": "protest", "motives": ["other"]}],
    }
    new = migrate_dict(old)

    assert migrate_dict(new, to="0.9") == old


def test_a_shared_document_that_cannot_keep_it_is_refused() -> None:
    """Version 0.9 has no extensions there, and nothing may be lost."""
    new = {"rednotice": VERSION, "shared": True, "events": [{"kind": "appeal_made"}]}

    with pytest.raises(Unreadable, match="has no extensions to keep the rest"):
        migrate_dict(new, to="0.9")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"rednotice": "0.1"}, "must name a version that is known: 0.9, "),
        ({"id": "c-1"}, "must name a version"),
        ({"rednotice": "0.9"}, "This is not as version 0.9 has it"),
        ({"rednotice": VERSION}, "id, subjects are missing"),
    ],
)
def test_what_follows_no_known_version_is_refused(value: dict[str, Any], said: str) -> None:
    with pytest.raises(Unreadable) as refused:
        migrate_dict(value)

    assert said.split(",", maxsplit=1)[0] in str(refused.value)


def test_a_version_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    path = put(tmp_path, "case.json", OLD)

    with pytest.raises(UnknownName, match="a version must be one of"):
        migrate(path, tmp_path / "out.json", to="3.0")


def test_a_check_of_an_older_document_is_one_finding_that_names_the_way(tmp_path: Path) -> None:
    """The check does not migrate in passing."""
    (finding,) = rednotice.check(put(tmp_path, "case.json", OLD))

    assert finding.rule == "RN003"
    assert "rednotice migrate" in finding.message


@pytest.mark.parametrize(
    "waiting",
    [
        {"0.9": "x"},
        {"0.9": [1]},
        {"0.9": [{"at": "x", "value": 1}]},
        {"0.9": [{"at": "/subjects/0/label", "in": [1], "value": 1}]},
        {"0.9": [{"at": "/subjects/0/label", "value": 1, "for": 3}]},
        "x",
    ],
)
def test_what_no_migration_wrote_stays_where_it_is(waiting: object) -> None:
    new = migrate_dict({**OLD, "incidents": [{"method": "threat"}]})
    new["extensions"] = {"org.rednotice.residue": waiting}

    assert migrate_dict(new, to="0.9")["extensions"] == new["extensions"]


@pytest.mark.parametrize("place", ["/subjects/9/label", "/subjects/" + "9" * 5000, "/id/x", "//"])
def test_a_hostile_place_is_no_error(place: str) -> None:
    new = migrate_dict({**OLD, "incidents": [{"method": "threat"}]})
    change = {"at": place, "in": ["s1"], "value": "x"}
    new["extensions"] = {"org.rednotice.residue": {"0.9": [change]}}

    old = migrate_dict(new, to="0.9")

    assert old["subjects"] == OLD["subjects"]
    assert old["extensions"]["org.rednotice.residue"]["0.9"] == [change]
