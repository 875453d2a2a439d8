"""A release: what goes, what stays, what is written, and what refuses the whole."""

from __future__ import annotations

import base64
import hashlib
import json
import random
import stat
from pathlib import Path

import attrs
import pytest
from invented import KEY, TODAY, cases, plain, released, withdrawn

import rednotice
from rednotice import BadKey, from_dict, loads
from rednotice.policies import SHIPPED
from rednotice.records import evolve
from rednotice.releases import making


def names_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def ids_in(file: Path) -> list[str]:
    return [loads(line).id for line in file.read_bytes().splitlines()]


def test_without_yes_nothing_is_written(tmp_path: Path) -> None:
    """Neither files nor an entry of the log, nor anything that is left from trying."""
    report = released(tmp_path, cases(14), yes=False)

    assert names_in(tmp_path) == set()
    assert (report.goes, report.folder, report.refused) == (14, None, "")
    assert "14 cases would leave" in "\n".join(report.lines())


def test_a_dry_run_says_member_by_member_what_leaves_and_why_not(tmp_path: Path) -> None:
    """In words: how many values in how many cases, and in which form."""
    lines = "\n".join(released(tmp_path, cases(14), yes=False).lines())

    assert "  outcomes.date: 14 values in 14 cases may leave as years\n" in lines
    assert "  incidents.against: 14 values in 14 cases may leave as class words\n" in lines
    assert "  outcomes.kind: 14 values in 14 cases may leave as they are\n" in lines
    assert "since the format never releases this to partner" in lines
    assert "summary (14)" in lines


def test_a_dry_run_says_what_is_added_to_each_case(tmp_path: Path) -> None:
    """Whoever reads it before the release sees all that stands in the finished documents."""
    bare = [from_dict(_without_speakers(number)) for number in range(14)]
    report = released(tmp_path, bare, yes=False)
    lines = "\n".join(report.lines())

    assert "notices.existence: 14 values in 14 cases are added: " in lines
    assert "outcomes.according_to: 14 values in 14 cases are added: whose word it is" in lines
    assert "release.rests_on.source_classes: 14 values in 14 cases are added: " in lines


def test_every_member_of_a_finished_document_is_in_the_report(tmp_path: Path) -> None:
    """Neither more nor less, but for what has no value of its own."""
    report = released(tmp_path, cases(14))

    documents = [
        loads(line) for line in (tmp_path / "out" / "cases.jsonl").read_bytes().splitlines()
    ]
    found = {way for case in documents for way in members_in(rednotice.to_dict(case))}
    told = {one.way for one in report.members if one.leave or one.added}
    assert found == told


def members_in(value: object, way: str = "") -> set[str]:
    """The members of *value* that hold values, without ids and the version."""
    if isinstance(value, list):
        return {found for each in value for found in members_in(each, way)}
    if isinstance(value, dict):
        return {
            found
            for name, each in value.items()
            if name not in {"id", "rednotice"}
            for found in members_in(each, f"{way}.{name}".strip("."))
        }
    return {way}


def _without_speakers(number: int) -> dict[str, object]:
    made = plain(number)
    for record in (*made["outcomes"], *made["incidents"]):
        del record["according_to"]
    return made


def test_a_member_that_leaves_needs_no_reason_for_staying(tmp_path: Path) -> None:
    """In the report for machines."""
    members = {one["way"]: one for one in released(tmp_path, cases(14)).as_dict()["members"]}

    assert members["outcomes.kind"]["why"] == ""
    assert members["summary"]["how"] == ""
    assert "never releases" in members["summary"]["why"]


def test_a_release_is_clean_and_says_for_whom_it_is(tmp_path: Path) -> None:
    """By our own check, as a recipient would make it."""
    report = released(tmp_path, cases(14))

    checked = rednotice.check(tmp_path / "out" / "cases.jsonl", today=TODAY)
    assert report.folder == tmp_path / "out"
    assert checked.verdict() == "a clean release for partner"
    assert not checked.fails("warning")
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_bytes())
    assert (manifest["cases"], manifest["audience"], manifest["edition"]) == (
        *(14, "partner"),
        "2026-06",
    )
    assert manifest["thresholds"] == {"k": 3, "l": 2, "k_reached": 14, "l_reached": 2}
    for file in manifest["files"]:
        data = (tmp_path / "out" / file["name"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == file["sha256"]


def test_the_terms_stand_in_the_data_the_manifest_and_the_page(tmp_path: Path) -> None:
    """Whichever of them somebody reads."""
    released(tmp_path, cases(14))
    terms = set(rednotice.policy("partner").terms)
    out = tmp_path / "out"

    [first, *_] = (out / "cases.jsonl").read_bytes().splitlines()
    release = loads(first).release
    assert release is not None
    assert set(release.terms) == terms
    assert set(json.loads((out / "manifest.json").read_bytes())["terms"]) == terms
    for code in terms:
        assert (
            rednotice.codelist("terms_of_use").codes[code].label in (out / "README.txt").read_text()
        )


def test_the_page_for_the_recipient_says_nothing_twice_or_against_itself(tmp_path: Path) -> None:
    """The month once, and that a term is narrower than the mark beside it."""
    for name, edition in (("a", "2026-06"), ("b", "spring")):
        released(tmp_path, cases(14), name, edition=edition)
    month, named = ((tmp_path / name / "README.txt").read_text() for name in "ab")

    assert month.count("2026-06") == 1
    assert "edition spring of 2026-06" in named
    assert "No onward sharing" in month
    assert "the term counts" in month
    assert "whole edition" not in month


def test_t49_files_tell_nothing_by_their_names_modes_and_times(tmp_path: Path) -> None:
    """Only the owner can open them, and all times are the month of the release."""
    released(tmp_path, cases(14), yaml=True)
    out = tmp_path / "out"
    ids = {path.stem for path in (out / "cases").iterdir()}

    assert names_in(out) == {
        *("README.txt", "manifest.json", "cases"),
        *(f"cases/{one}.yaml" for one in ids),
    }
    assert len(ids) == 14
    assert stat.S_IMODE(out.stat().st_mode) == 0o700
    files = [path for path in out.rglob("*") if path.is_file()]
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    assert len({path.stat().st_mtime for path in files}) == 1
    assert not rednotice.check(out / "cases", today=TODAY).fails()


def test_t02_and_t48_the_same_cases_in_any_order_give_the_same_bytes(tmp_path: Path) -> None:
    """Under the same key, for the same recipient and edition."""
    shuffled = cases(14)
    random.Random(1).shuffle(shuffled)  # noqa: S311  # no secret
    for name, some in (("a", cases(14)), ("b", shuffled)):
        (tmp_path / name).mkdir()
        released(tmp_path / name, some)

    for file in ("cases.jsonl", "manifest.json", "README.txt"):
        one, other = ((tmp_path / name / "out" / file).read_bytes() for name in "ab")
        assert one == other


@pytest.mark.parametrize(
    "changed", [{"key": KEY[::-1]}, {"edition": "e-2"}, {"to": "Partner B"}], ids=str
)
def test_t03_and_t04_no_id_of_one_release_is_in_another(
    changed: dict[str, object], tmp_path: Path
) -> None:
    """With another key, for another recipient, or in another edition."""
    for name, options in (("a", {}), ("b", changed)):
        (tmp_path / name).mkdir()
        released(tmp_path / name, cases(14), **options)

    one, other = (ids_in(tmp_path / name / "out" / "cases.jsonl") for name in "ab")
    assert set(one).isdisjoint(other)


def test_t09_the_key_is_in_nothing_that_is_written_or_said(tmp_path: Path) -> None:
    """In no file, no log and no report, in whatever digits."""
    report = released(tmp_path, cases(14))
    told = "\n".join([*report.lines(), repr(report), json.dumps(report.as_dict())]).encode()
    data = [told, *(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())]
    forms = (KEY, KEY.hex().encode(), base64.b64encode(KEY), base64.b32encode(KEY))

    assert not any(form[:12] in one for one in data for form in forms)


def test_t11_nothing_maps_new_ids_to_old_ones(tmp_path: Path) -> None:
    """The log holds keyed hashes of kept ids; no file has a kept id."""
    released(tmp_path, cases(14))

    assert not any(b"kept-" in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


def test_t07_a_release_is_not_released_again(tmp_path: Path) -> None:
    """Its rules ask whether it is clean; nobody would ask for consent any more."""
    released(tmp_path, cases(14))

    again = released(tmp_path, tmp_path / "out" / "cases.jsonl", "again", edition="e-2")

    assert again.refused
    assert "it is a release itself" in again.stays[0].reasons[0]


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """Neither a folder, nor an empty one, nor a link that leads nowhere."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for name in ("empty", "link"):
        with pytest.raises(FileExistsError):
            released(tmp_path, cases(14), name)


@pytest.mark.parametrize("lacking", [{"to": ""}, {"to": " "}, {"log": None}], ids=str)
def test_a_release_needs_a_recipient_and_a_log(lacking: dict[str, object], tmp_path: Path) -> None:
    """Or nobody could recall it."""
    with pytest.raises(ValueError, match="recipient"):
        released(tmp_path, cases(14), **lacking)


def test_t01_a_weak_key_releases_nothing(tmp_path: Path) -> None:
    """Before a case is read."""
    with pytest.raises(BadKey):
        released(tmp_path, cases(14), key=bytes(32))


# What stays


def test_a_case_that_may_not_go_is_left_out_and_told(tmp_path: Path) -> None:
    """By its id, with the rules and without values."""
    marked = plain(99)
    marked["handling"]["tlp"] = "amber+strict"
    report = released(tmp_path, [*cases(14), from_dict(marked)])

    assert (report.goes, report.is_whole) == (14, False)
    [stay] = report.stays
    assert stay.case == "kept-0099"
    assert stay.reasons[0].startswith("RN909 marking-narrower-than-audience: ")
    assert "Gargler" not in "".join(report.lines())


def test_an_id_that_tells_a_name_is_not_told(tmp_path: Path) -> None:
    """As in a check."""
    marked = plain(99, id="zaphodine-7")
    marked["handling"]["tlp"] = "amber+strict"

    lines = "\n".join(released(tmp_path, [*cases(14), from_dict(marked)]).lines())

    assert "(case 1, its id may contain a person's name or number)" in lines
    assert "zaphodine" not in lines


def test_a_case_whose_subject_refused_stays_though_the_law_covers_it(tmp_path: Path) -> None:
    """Whoever was asked is heard; the other cases leave."""
    refusing = plain(99)
    refusing["handling"]["consent"] = [{"person": "s1", "status": "refused"}]

    report = released(tmp_path, [*cases(14), from_dict(refusing)])

    assert report.goes == 14
    assert report.stays[0].reasons[0].startswith("RN930 refusal-of-this-audience: ")


def test_a_case_of_which_too_little_is_left_stays(tmp_path: Path) -> None:
    """An empty file is no release."""
    bare = plain(99)
    for member in ("notices", "incidents", "outcomes"):
        del bare[member]

    report = released(tmp_path, [*cases(14), from_dict(bare)])

    assert "too little would be left of it" in report.stays[0].reasons[0]


def test_a_case_that_nobody_is_like_stays(tmp_path: Path) -> None:
    """And is told among the others that stay."""
    alone = plain(99)
    alone["notices"][0]["kind"] = "blue"
    alone["outcomes"][0]["kind"] = "extradited"
    report = released(tmp_path, [*cases(14), from_dict(alone)])

    assert report.goes == 14
    assert report.stays[0].reasons == ("too few other cases are like it",)
    assert report.k >= 3


def test_a_repeated_id_stays(tmp_path: Path) -> None:
    """Nobody knows which of the two is right."""
    report = released(tmp_path, [*cases(14), *cases(1)])

    assert report.goes == 14
    assert "another case has the same id" in report.stays[0].reasons[0]


# What refuses the whole


def refused(folder: Path, source: object, **options: object) -> rednotice.ReleaseReport:
    before = names_in(folder)
    report = released(folder, source, **options)
    assert report.refused
    assert report.folder is None
    assert {name for name in names_in(folder) - before if "recall" not in name} == set()
    return report


def test_too_small_a_set_is_refused(tmp_path: Path) -> None:
    """And the message says what could be published instead."""
    assert "tables can be published instead" in refused(tmp_path, cases(9)).refused


def test_a_single_case_for_the_public_is_refused(tmp_path: Path) -> None:
    """In practice, only tables."""
    made = plain(1)
    made["handling"] |= {
        "tlp": "clear",
        "legal_basis": [{"basis": "public_interest", "audience": "public"}],
    }

    report = refused(tmp_path, [from_dict(made)], policy="public")

    assert "tables can be published instead" in report.refused


def test_what_the_scan_finds_is_refused(tmp_path: Path) -> None:
    """Here somebody called the edition by a person's name."""
    report = refused(tmp_path, cases(14), edition="for-zaphodine")

    assert "the scan found" in report.refused
    assert report.places
    assert not any("zaphodine" in place for place in report.places)


def test_a_name_in_the_name_of_the_folder_is_refused(tmp_path: Path) -> None:
    """It would travel with the files."""
    report = released(tmp_path, cases(14), "Zaphodine")

    assert "the scan found" in report.refused
    assert "aphodine" not in "".join(report.lines())


def test_a_document_that_is_no_clean_release_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever fault of ours made it."""
    honest = making.coarsen
    monkeypatch.setattr(
        making, "coarsen", lambda case, levels: evolve(honest(case, levels), summary="a summary")
    )

    report = refused(tmp_path, cases(14))

    assert "not a clean release" in report.refused
    assert "RN921" in report.places[0]


def test_t45_a_fault_that_writes_a_secret_is_caught_by_the_scan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even if every document is clean by its rules."""
    secret = base64.b64encode(b"of Zaphodine").decode()
    honest = making.papers.page
    monkeypatch.setattr(
        making.papers, "page", lambda release, cases: honest(release, cases=cases) + secret
    )

    assert "README.txt" in refused(tmp_path, cases(14)).places[0]


def test_a_document_that_cannot_be_understood_refuses_the_whole(tmp_path: Path) -> None:
    """It may hold a withdrawal of consent."""
    file = tmp_path / "in.jsonl"
    rednotice.write(cases(14), file)
    with file.open("a") as opened:
        opened.write('{"rednotice": "1.0", "id": "kept-99", "subjects": 7}\n')

    assert "rednotice check" in refused(tmp_path, file).refused


def test_an_error_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither files without a home nor an entry that counts."""

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(OSError, match="No space"):
        released(tmp_path, cases(14))
    monkeypatch.undo()

    assert names_in(tmp_path) == {"log", "log.head"}
    assert released(tmp_path, cases(14)).folder


def test_files_that_were_passed_over_are_counted(tmp_path: Path) -> None:
    """A withdrawal in one of them was not seen, and their names may tell something."""
    folder = tmp_path / "in"
    folder.mkdir()
    rednotice.write(cases(14), folder / "cases.jsonl")
    for name in ("zaphodine.txt", ".hidden.jsonl"):
        (folder / name).write_bytes(rednotice.dumps(withdrawn(99)))
    (folder / "link.jsonl").symlink_to(folder / "zaphodine.txt")

    report = released(tmp_path, folder)

    assert report.folder
    lines = "\n".join(report.lines())
    assert "3 other files of the input were passed over" in lines
    told = report.as_dict()["passed_over"]
    assert [one["reason"] for one in told] == [
        "a hidden file",
        "a link, which is not followed",
        "no format has its suffix",
    ]
    assert "aphodine" not in json.dumps(told)


def test_an_input_without_cases_is_told(tmp_path: Path) -> None:
    """It is not the same as cases of which none may go."""
    (tmp_path / "in").mkdir()

    assert "the input holds no case" in refused(tmp_path, tmp_path / "in").refused
    assert "the input holds no case" in refused(tmp_path, []).refused


def test_documents_that_cannot_be_understood_are_named_without_names(tmp_path: Path) -> None:
    """By file and line, as a check names them."""
    folder = tmp_path / "in"
    folder.mkdir()
    rednotice.write(cases(14), folder / "cases.jsonl")
    with (folder / "cases.jsonl").open("a") as opened:
        opened.write('{"rednotice": "1.0", "id": "kept-99", "subjects": 7}\n')
    faulty = plain(98) | {"age": 7}
    (folder / "zaphodine.json").write_text(json.dumps(faulty))

    report = refused(tmp_path, folder)

    assert report.refused.startswith("2 documents of the input cannot be understood")
    assert any("cases.jsonl:15" in place for place in report.places)
    assert "aphodine" not in "\n".join(report.lines())
    assert report.lines()[1].startswith("Nothing leaves: 2 documents")


def test_cases_that_stay_for_the_same_reasons_are_told_together(tmp_path: Path) -> None:
    """The reasons stand once."""
    marked = [plain(number) for number in range(14)]
    for one in marked:
        one["handling"]["tlp"] = "amber+strict"

    lines = released(tmp_path, [from_dict(one) for one in marked], yes=False).lines()

    assert sum("RN909" in line for line in lines) == 1
    assert all(any(f"kept-{number:04}" in line for line in lines) for number in range(14))


# Withdrawals


def test_a_withdrawal_of_consent_stops_the_whole_release(tmp_path: Path) -> None:
    """Also if the law covers the case, and in a dry run as well."""
    for yes in (True, False):
        report = refused(tmp_path, [*cases(14), withdrawn(99)], yes=yes)

        assert "a withdrawal of consent stops every release" in report.refused
        assert [stay.case for stay in report.stays] == ["kept-0099"]
        assert report.recalls == ()


def test_a_consent_given_again_ends_a_withdrawal(tmp_path: Path) -> None:
    """The later word counts."""
    made = plain(99)
    made["handling"]["consent"] = [
        {"person": "s1", "status": "withdrawn", "date": "2025-01"},
        {"person": "s1", "purposes": ["partners"], "given": "free", "date": "2025-06"},
    ]

    assert released(tmp_path, [*cases(14), from_dict(made)]).goes == 15


def test_a_withdrawal_writes_a_notice_to_each_who_has_the_case(tmp_path: Path) -> None:
    """With the ids of their edition, which mean nothing to anybody else."""
    first = cases(15)
    released(tmp_path, first, "a")
    released(tmp_path, first, "b", to="Partner B", edition="e-7")

    report = released(tmp_path, [*first[:14], withdrawn(14)], "c", edition="e-8")

    notices = [json.loads(path.read_bytes()) for path in report.recalls if path.suffix == ".json"]
    assert [(one["label"], one["edition"]) for one in notices] == [
        ("Partner A", "2026-06"),
        ("Partner B", "e-7"),
    ]
    for notice, name in zip(notices, "ab", strict=True):
        [gone] = notice["ids"]
        assert gone in ids_in(tmp_path / name / "cases.jsonl")
        assert notice["action"] == "stop_using_and_sharing"
    text = report.recalls[0].read_text()
    assert "sealed" in text
    assert "Erase" not in text
    assert {stat.S_IMODE(path.stat().st_mode) for path in report.recalls} == {0o600}


def test_a_recall_erases_only_what_was_confirmed_as_free(tmp_path: Path) -> None:
    """And nothing that we keep ourselves."""
    released(tmp_path, cases(14))
    given = {"log": tmp_path / "log", "key": KEY, "today": TODAY}
    before = names_in(tmp_path / "out")

    sealed = rednotice.recall([withdrawn(3)], tmp_path / "a", **given)
    erased = rednotice.recall([withdrawn(3)], tmp_path / "b", confirmed_free="Q.Z.", **given)

    assert json.loads(sealed[1].read_bytes())["action"] == "stop_using_and_sharing"
    assert json.loads(erased[1].read_bytes())["action"] == "erase"
    assert "Q.Z." in erased[0].read_text()
    assert names_in(tmp_path / "out") == before


def test_a_withdrawal_of_what_never_left_writes_no_notice(tmp_path: Path) -> None:
    """And makes no folder."""
    released(tmp_path, cases(14))

    written = rednotice.recall(
        [withdrawn(99)], tmp_path / "r", log=tmp_path / "log", key=KEY, today=TODAY
    )

    assert written == []
    assert not (tmp_path / "r").exists()


def test_after_a_recall_the_other_cases_leave_again(tmp_path: Path) -> None:
    """The notice told earlier recipients which case is gone; its absence tells nothing more."""
    released(tmp_path, cases(14), "a")
    released(tmp_path, [*cases(13), withdrawn(13)], "b", edition="e-2")

    for label in ("Partner A", "Partner B"):
        report = released(tmp_path, cases(13), label[-1], to=label, edition="e-2")
        assert report.folder, report.refused


def test_a_recall_by_the_command_counts_too(tmp_path: Path) -> None:
    """Not only one that a release wrote."""
    released(tmp_path, cases(14), "a")
    rednotice.recall([withdrawn(13)], tmp_path / "r", log=tmp_path / "log", key=KEY, today=TODAY)

    assert released(tmp_path, cases(13), "b", edition="e-2").folder


def test_a_second_case_that_is_gone_is_not_hidden_by_a_recall(tmp_path: Path) -> None:
    """Only the recalled case does not count."""
    released(tmp_path, cases(14), "a")
    rednotice.recall([withdrawn(13)], tmp_path / "r", log=tmp_path / "log", key=KEY, today=TODAY)

    assert "a reader of both" in refused(tmp_path, cases(12), name="b", edition="e-2").refused


def test_a_recalled_case_counts_as_absent_from_a_release_after_the_recall(tmp_path: Path) -> None:
    """Its new recipient got no notice of that release."""
    released(tmp_path, cases(14), "a")
    rednotice.recall([withdrawn(13)], tmp_path / "r", log=tmp_path / "log", key=KEY, today=TODAY)
    later = TODAY.replace(month=9)
    again = [*cases(13), agreed_again(13, "2026-07")]
    assert released(tmp_path, again, "b", edition="e-2", today=later).goes == 14

    report = refused(tmp_path, cases(13), name="c", edition="e-3", today=later)

    assert "entry 3 of the log" in report.refused


def agreed_again(number: int, date: str) -> rednotice.Case:
    """A case whose subject withdrew their consent and gave another one on *date*."""
    made = plain(number)
    again = {"person": "s1", "purposes": ["partners"], "given": "free", "date": date}
    made["handling"]["consent"] = [
        {"person": "s1", "status": "withdrawn", "date": "2026-04"},
        again,
    ]
    return from_dict(made)


@pytest.mark.parametrize(
    "kept",
    [
        from_dict(plain(13)),
        agreed_again(13, "2026-05-20"),
        agreed_again(13, "2026-06"),
        agreed_again(13, "2026-06-01"),
    ],
    ids=["no word of it", "before", "the same month", "the same day"],
)
def test_a_recalled_case_does_not_leave_without_a_free_consent_after_the_recall(
    kept: rednotice.Case, tmp_path: Path
) -> None:
    """An old copy of the cases does not bring it back."""
    released(tmp_path, cases(14), "a")
    rednotice.recall([withdrawn(13)], tmp_path / "r", log=tmp_path / "log", key=KEY, today=TODAY)
    later = TODAY.replace(month=9)

    report = released(tmp_path, [*cases(13), kept], "b", edition="e-2", today=later)

    assert report.goes == 13
    assert "it was recalled" in report.stays[0].reasons[0]


def test_a_dry_run_knows_of_a_recall_by_the_log(tmp_path: Path) -> None:
    """As the release does."""
    released(tmp_path, cases(14), "a")
    rednotice.recall([withdrawn(13)], tmp_path / "r", log=tmp_path / "log", key=KEY, today=TODAY)

    report = released(tmp_path, cases(14), "b", edition="e-2", yes=False)

    assert (report.goes, len(report.stays)) == (13, 1)


def test_a_retry_writes_no_further_notices(tmp_path: Path) -> None:
    """The log says that they were written; the command `recall` writes them again."""
    released(tmp_path, cases(14), "a")
    now = [*cases(13), withdrawn(13)]
    first = released(tmp_path, now, "b", edition="e-2")
    second = released(tmp_path, now, "b", edition="e-2")

    assert len(first.recalls) == 2
    assert "written to OUT-recall" in first.recall
    assert "rednotice recall" not in first.refused + first.recall
    assert second.recalls == ()
    assert "written before" in second.recall
    assert not (tmp_path / "b-recall-2").exists()
    given = {"log": tmp_path / "log", "key": KEY, "today": TODAY}
    assert len(rednotice.recall(now, tmp_path / "again", **given)) == 2


def test_a_recall_makes_no_log(tmp_path: Path) -> None:
    """A mistyped name would look as if nothing had left."""
    with pytest.raises(FileNotFoundError):
        rednotice.recall([withdrawn(3)], tmp_path / "r", log=tmp_path / "none", key=KEY)

    assert names_in(tmp_path) == set()


def test_the_advice_never_proposes_to_release_a_case_again(tmp_path: Path) -> None:
    """The one that is gone may have reasons to be."""
    released(tmp_path, cases(14))

    told = refused(tmp_path, cases(13), name="two", edition="e-2").refused

    assert "same cases" not in told
    assert "add cases until 3 of each class are new" in told


# Two releases


def added(count: int) -> list[rednotice.Case]:
    """The cases of an earlier release, and *count* more of the same class."""
    return cases(14 + count)


@pytest.mark.parametrize("count", [1, 2, -1, -2])
def test_t26_a_release_that_isolates_a_person_beside_an_earlier_one_is_refused(
    count: int, tmp_path: Path
) -> None:
    """Whoever subtracts one from the other would know of fewer than k persons."""
    released(tmp_path, cases(14))

    report = refused(tmp_path, added(count), edition="e-2", name="two")

    assert "a reader of both" in report.refused


@pytest.mark.thorough
@pytest.mark.parametrize("count", [0, 3, -3])
def test_t26_a_release_beside_which_as_many_came_or_went_as_must_be_alike_leaves(
    count: int, tmp_path: Path
) -> None:
    """The smallest difference is a class of k."""
    released(tmp_path, cases(14))

    assert released(tmp_path, added(count), "two", edition="e-2").folder


def policy_for(audience: str, k: int) -> rednotice.Policy:
    """The partner's policy under another name, with another k, or for another audience."""
    known = rednotice.policy("partner")
    return attrs.evolve(
        known,
        name=f"{audience}-{k}",
        audience=rednotice.Audience(audience),
        thresholds=attrs.evolve(known.thresholds, k=k),
        sha256="",
    )


def open_to_all(some: list[rednotice.Case]) -> list[rednotice.Case]:
    """*some*, which the law and their mark let go to the public."""
    return [
        from_dict(
            plain(int(one.id[5:]))
            | {
                "handling": plain(0)["handling"]
                | {
                    "tlp": "clear",
                    "legal_basis": [{"basis": "public_interest", "audience": "public"}],
                }
            }
        )
        for one in some
    ]


def test_t27_releases_to_two_audiences_are_compared_too(tmp_path: Path) -> None:
    """A partner reads what is public as well."""
    released(tmp_path, open_to_all(cases(14)))

    report = refused(
        tmp_path, open_to_all(cases(15)), policy=policy_for("public", 3), to="all", name="two"
    )

    assert "a reader of both" in report.refused


def test_t27_releases_that_nobody_reads_together_are_not_compared(tmp_path: Path) -> None:
    """Counsel has no release for partners."""
    released(tmp_path, cases(14))

    other = policy_for("counsel", 3)
    made = [from_dict(plain(int(one.id[5:])) | {"handling": _for_counsel()}) for one in cases(15)]
    report = released(tmp_path, made, "two", policy=other, to="Counsel")

    assert "a reader of both" not in report.refused


def _for_counsel() -> dict[str, object]:
    basis = [{"basis": "public_interest", "audience": "counsel"}]
    return plain(0)["handling"] | {"legal_basis": basis}


def test_t60_another_policy_does_not_isolate_by_its_other_classes(tmp_path: Path) -> None:
    """Who joins a release by sex and one without it can tell nobody that the first does not."""
    some = [from_dict(plain(number) | _of_sex(number)) for number in range(14)]
    released(tmp_path, some)
    known = rednotice.policy("partner")
    asked = attrs.evolve(known.thresholds, quasi=("pursued_by", "notices.kind"))
    other = attrs.evolve(known, name="other", thresholds=asked, sha256="")

    assert released(tmp_path, some, "two", policy=other, edition="e-2").folder


def _of_sex(number: int) -> dict[str, object]:
    return {"subjects": [{"id": "s1", "sex": ("female", "male")[number // 7]}]}


def test_the_same_edition_does_not_leave_twice(tmp_path: Path) -> None:
    """A recall could not tell them apart."""
    released(tmp_path, cases(14))

    assert "--edition" in refused(tmp_path, cases(14), name="two").refused


def test_a_case_that_says_something_else_now_is_told(tmp_path: Path) -> None:
    """It is not refused, or nothing could ever be mended; a person must think about it."""
    released(tmp_path, cases(14))
    changed = plain(3)
    changed["events"] = [{"kind": "protest", "according_to": ["class:press"]}]
    some = [*cases(3), from_dict(changed), *cases(10, start=4)]

    report = released(tmp_path, some, "two", edition="e-2")

    assert report.folder
    assert "1 case also in entry 1 of the log" in report.warnings[0]


# False alarms

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.thorough
@pytest.mark.parametrize(
    "name",
    [pytest.param(one, marks=() if one == "public" else pytest.mark.thorough) for one in SHIPPED],
)
def test_no_release_of_the_examples_is_stopped_by_a_false_alarm(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under any policy, if only the search is asked. Whoever meets one turns the search off."""
    monkeypatch.setattr(making.Making, "_against", lambda *_: iter(()))
    monkeypatch.setattr(making, "withdrawals", lambda *_: [])
    known = rednotice.policy(name)
    policy = attrs.evolve(known, thresholds=rednotice.Thresholds(), floor=())

    report = released(tmp_path, EXAMPLES, policy=policy)

    assert report.places == ()
    assert report.goes > 18
