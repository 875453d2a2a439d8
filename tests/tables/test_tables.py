"""Tables of counts: what is counted, what the files say, and what nobody can reckon from them."""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import attacker
import attrs
import pytest
from invented_cases import KEY, TODAY, cases, notice, plain, tabulated, various

import rednotice
from rednotice import Case, Counts, Tabulation, from_dict
from rednotice.tables.figures import counted
from rednotice.tables.making import Counting

pytest.importorskip("highspy", reason="the extra `tables` is not installed")


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def figure(made: Tabulation, name: str, *values: str) -> int | None:
    return next(table for table in made.tables if table.name == name).figure(*values)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Tabulation, Path]:
    """The tables of various cases, which several tests look at."""
    folder = tmp_path_factory.mktemp("tables")
    return tabulated(folder, various(80, 2)), folder / "out"


def consenting(*purposes: str, status: str | None = None) -> dict[str, Any]:
    consent = {"person": "s1", "given": "free", "purposes": list(purposes), "date": "2026-01"}
    if status:
        consent["status"] = status
    handling = {**plain(0)["handling"], "consent": [consent]}
    del handling["legal_basis"]
    return handling


def test_a_case_counts_once_for_each_of_its_values(tmp_path: Path) -> None:
    two = [notice("TR", "2020"), notice("TR", "2021"), notice("RU", "2021")]

    made = tabulated(tmp_path, [*cases(20), *cases(20, 20, notices=two)])

    assert made.cases == 40
    assert figure(made, "issuing_state", "TR") == 40
    assert figure(made, "issuing_state", "RU") == 20
    assert figure(made, "issuing_state-year", "RU", "2020") == 0
    assert figure(made, "issuing_state-year", "TR", "2020") == 20


def test_what_a_case_does_not_say_is_counted_as_not_recorded(tmp_path: Path) -> None:
    silent = {**notice("TR", "2021")}
    del silent["issuing_state"]

    made = tabulated(tmp_path, [*cases(20), *cases(15, 20, notices=[silent])])

    assert figure(made, "issuing_state", "not_recorded") == 15


def test_two_spellings_of_a_state_are_one(tmp_path: Path) -> None:
    other = [notice("interpol-2023:TR", "2021")]

    made = tabulated(tmp_path, [*cases(20), *cases(20, 20, notices=other)])

    assert figure(made, "issuing_state", "TR") == 40


def test_offences_that_stand_on_the_warrant_count_for_the_notice(tmp_path: Path) -> None:
    paper = {**notice("TR", "2021"), "warrants": ["w1"]}
    del paper["charges"]
    warrants = [{"id": "w1", "issuing_state": "TR", "charges": [{"offence": ["drugs"]}]}]

    made = tabulated(tmp_path, [*cases(20), *cases(20, 20, notices=[paper], warrants=warrants)])

    assert figure(made, "offence_group", "drugs") == 20
    assert figure(made, "offence_group", "economic") == 20


def test_the_public_sees_groups_of_methods_and_partners_the_methods(tmp_path: Path) -> None:
    struck = [{"method": "death_threat", "against": ["class:family"]}]
    source = cases(20, incidents=struck)
    policy = attrs.evolve(rednotice.policy("partner"), tables=rednotice.policy("public").tables)

    public = tabulated(tmp_path, source)
    partner = tabulated(tmp_path, source, "partner", policy=policy)

    assert figure(public, "incident_method", "threat") == 20
    assert figure(partner, "incident_method", "death_threat") == 20
    assert figure(public, "incident_method-relation_class", "threat", "family") == 20


def test_tables_depend_only_on_what_the_audience_may_see(tmp_path: Path) -> None:
    """Law 12: what stays behind, and the order and ids of the cases, change no byte."""
    source = various(40, 1)
    changed = [
        rednotice.evolve(case, id=f"other-{place:04}", summary="Another invented account.")
        for place, case in enumerate(reversed(source))
    ]

    tabulated(tmp_path, source, "one")
    tabulated(tmp_path, changed, "two")

    assert bytes_of(tmp_path / "one") == bytes_of(tmp_path / "two")


def test_a_notice_that_is_not_public_is_not_counted(tmp_path: Path) -> None:
    secret = {**notice("TR", "2021"), "issuing_state": "RU"}
    del secret["public_extract"]

    made = tabulated(tmp_path, [*cases(20), *cases(20, 20, notices=[secret, notice("TR", "2021")])])

    assert figure(made, "issuing_state", "RU") == 0


def test_nothing_of_the_cases_but_codes_is_in_the_files(tmp_path: Path) -> None:
    tabulated(tmp_path, cases(30, summary="A canary sings."))

    whole = b"".join(bytes_of(tmp_path / "out").values())
    assert b"Gargler" not in whole
    assert b"canary" not in whole
    assert b"kept-" not in whole


def test_words_of_the_tables_are_not_taken_for_names_of_persons(
    written: tuple[Tabulation, Path], tmp_path: Path
) -> None:
    """People are called Jordan and Max; the page has `max-width`."""
    _, folder = written
    names = ("Max Jordan", "Georgia Lang", "Zaphodine Main")
    case = plain(0, subjects=[{"id": "s1", "names": [{"text": name} for name in names]}])

    assert rednotice.verify(folder, against=from_dict(case), audience="public").lines() == []
    shutil.copytree(folder, tmp_path / "out")
    (tmp_path / "out" / "note.txt").write_text("of Zaphodine\n")
    checked = rednotice.verify(tmp_path / "out", against=from_dict(case), audience="public")
    assert checked.lines() == ["note.txt:1: a name of a kept case"]


def test_a_case_that_may_not_go_is_not_counted(tmp_path: Path) -> None:
    closed = {**plain(0)["handling"], "tlp": "red"}

    made = tabulated(tmp_path, [*cases(20), *cases(5, 20, handling=closed)])

    assert made.cases == 20
    assert any("RN" in reason and count == 5 for reason, count in made.left_out)


def test_who_agreed_to_be_counted_is_counted(tmp_path: Path) -> None:
    made = tabulated(tmp_path, cases(20, handling=consenting("statistics")))

    assert made.cases == 20


def test_who_agreed_to_something_else_is_not_counted(tmp_path: Path) -> None:
    made = tabulated(tmp_path, cases(20, handling=consenting("lawyers")))

    assert made.refused
    assert not (tmp_path / "out").exists()


def test_who_refused_to_be_counted_is_not_counted_whatever_the_law_allows(tmp_path: Path) -> None:
    handling = consenting("statistics", status="refused")
    handling["legal_basis"] = plain(0)["handling"]["legal_basis"]

    made = tabulated(tmp_path, [*cases(20), *cases(12, 20, handling=handling)])

    assert made.cases == 20


def test_too_few_cases_make_no_table(tmp_path: Path) -> None:
    made = tabulated(tmp_path, cases(9))

    assert made.refused == "only 9 cases may be counted, and 10 are needed"


def test_a_policy_that_allows_no_counting_makes_no_table(tmp_path: Path) -> None:
    made = tabulated(tmp_path, cases(20), policy="counsel")

    assert "[tables]" in made.refused


def test_only_what_the_policy_names_is_counted(tmp_path: Path) -> None:
    allowed = Counts(by=("year",))
    policy = attrs.evolve(rednotice.policy("public"), tables=allowed)

    made = tabulated(tmp_path, cases(20), policy=policy)

    assert [table.name for table in made.tables] == ["year"]


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()

    with pytest.raises(FileExistsError):
        tabulated(tmp_path, cases(20))


def test_every_file_says_what_is_counted_and_what_is_hidden(
    written: tuple[Tabulation, Path],
) -> None:
    made, folder = written

    for name in ("tables.md", "tables.html"):
        text = (folder / name).read_text(encoding="utf-8")
        assert "A figure from 1 to 9 is hidden." in text
        assert text.count("not recorded: ") == 7
        assert all(table.title in text for table in made.tables)
    metadata = json.loads((folder / "csv-metadata.json").read_text(encoding="utf-8"))
    assert "A figure from 1 to 9 is hidden." in metadata["dc:description"]


def test_the_metadata_describes_each_file_as_it_is(written: tuple[Tabulation, Path]) -> None:
    _, folder = written

    metadata = json.loads((folder / "csv-metadata.json").read_text(encoding="utf-8"))

    assert {one["url"] for one in metadata["tables"]} == {one.name for one in folder.glob("*.csv")}
    [note] = metadata["notes"]
    for name, digest in note["sha256"].items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    for one in metadata["tables"]:
        with (folder / one["url"]).open(newline="", encoding="utf-8") as file:
            head = next(csv.reader(file))
        assert head == [column["name"] for column in one["tableSchema"]["columns"]]


def test_the_page_asks_for_nothing_and_runs_nothing(written: tuple[Tabulation, Path]) -> None:
    _, folder = written

    page = (folder / "tables.html").read_text(encoding="utf-8")

    assert "default-src 'none'" in page
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")


def test_each_chart_says_what_it_shows_and_has_its_table(written: tuple[Tabulation, Path]) -> None:
    made, folder = written

    page = (folder / "tables.html").read_text(encoding="utf-8")

    for table in made.tables:
        assert f'aria-labelledby="{table.name}-title {table.name}-said"' in page
        assert f"<caption>{table.title}</caption>" in page
    assert page.count("<svg ") == page.count("<table>") == len(made.tables)


def test_a_hidden_figure_has_no_place_in_the_order_of_rows(
    written: tuple[Tabulation, Path],
) -> None:
    made, _ = written
    first = next(table for table in made.tables if table.name == "issuing_state")

    names = [called for code, called in first.axes[0].values if first.figure(code) is None]

    assert names == sorted(names, key=str.casefold)
    assert names


def test_nobody_can_reckon_a_hidden_figure_from_all_tables(tmp_path: Path) -> None:
    source = various(120, 4)
    made = tabulated(tmp_path, source)
    truth = true_figures(source)

    figures = attacker.published(tmp_path / "out", made.cases)
    found = attacker.bounds(figures, attacker.overlaps(truth))

    secret = [label for label, count in figures.items() if count is None]
    assert len(secret) > 40
    assert figures.keys() == truth.keys()
    assert all(found[label][1] - found[label][0] >= 1 for label in secret)
    assert all(
        found[label][1] - found[label][0] >= made.least // 2
        for label in secret
        if truth[label] < made.least
    )


def true_figures(source: list[Case]) -> dict[attacker.Label, int]:
    """All figures of *source*."""
    counting = Counting(rednotice.policy("public"), TODAY, None)
    for case in source:
        counting.add(case)
    return dict(counted(counting.figures.values()))


# The log


def logged(folder: Path, source: Any, edition: str, **options: Any) -> Tabulation:
    return tabulated(
        folder, source, edition, edition=edition, log=folder / "log", key=KEY, **options
    )


def test_a_few_new_cases_make_no_new_edition(tmp_path: Path) -> None:
    logged(tmp_path, cases(30), "first")

    made = logged(tmp_path, cases(33), "second")

    assert "3 cases" in made.refused
    assert not (tmp_path / "second").exists()


def test_a_few_new_cases_among_many_are_not_to_be_seen(tmp_path: Path) -> None:
    """Of twelve new cases two are Russia's: its figure may grow, but nobody learns by how many."""
    russian = [notice("RU", "2021")]
    first = [*cases(40), *cases(30, 40, notices=russian)]
    second = [*first, *cases(20, 70), *cases(2, 90, notices=russian)]

    logged(tmp_path, first, "first")
    made = logged(tmp_path, second, "second")

    assert made.cases == 92
    assert figure(made, "issuing_state", "RU") is None


def released(folder: Path, source: list[Case]) -> None:
    """A release of *source* to the public, in the log of *folder*."""
    asked = rednotice.Thresholds(k=11, quasi=["notices.issuing_state"])
    policy = attrs.evolve(rednotice.policy("public"), thresholds=asked)
    options: dict[str, Any] = {"policy": policy, "key": KEY, "log": folder / "log"}
    rednotice.release(source, folder / "released", to="All", yes=True, today=TODAY, **options)


def test_a_few_cases_more_than_were_released_make_no_table(tmp_path: Path) -> None:
    released(tmp_path, cases(30))

    made = logged(tmp_path, cases(33), "second")

    assert "3 cases" in made.refused


def test_what_was_released_one_by_one_tells_nothing_of_those_that_came_since(
    tmp_path: Path,
) -> None:
    russian = [notice("RU", "2021")]
    first = [*cases(40), *cases(30, 40, notices=russian)]
    released(tmp_path, first)

    made = logged(tmp_path, [*first, *cases(20, 70), *cases(2, 90, notices=russian)], "second")

    assert made.cases == 92
    assert figure(made, "issuing_state", "RU") is None


def test_a_recall_takes_back_no_figure(tmp_path: Path) -> None:
    logged(tmp_path, cases(30), "first")
    gone = plain(0)
    gone["handling"]["consent"] = [{"person": "s1", "status": "withdrawn"}]

    written = rednotice.recall(
        [from_dict(gone)], tmp_path / "recalls", log=tmp_path / "log", key=KEY
    )

    assert list(written) == []


def test_the_log_holds_no_value_of_a_case(tmp_path: Path) -> None:
    """It has the figures that are published, and those that are named there as hidden."""
    logged(tmp_path, various(40, 5), "first")

    said = json.loads((tmp_path / "log").read_text(encoding="utf-8").splitlines()[0])["entry"]

    assert all(
        set(mark) <= set("0123456789abcdef") for case in said["tables"]["of"] for mark in case
    )
    assert "kept-" not in json.dumps(said)


def test_tables_that_are_not_written_are_not_entered(tmp_path: Path) -> None:
    logged(tmp_path, cases(30), "first")
    before = (tmp_path / "log").read_bytes()

    made = rednotice.tabulate(
        cases(60), log=tmp_path / "log", key=KEY, edition="second", today=TODAY
    )

    assert made.tables
    assert (tmp_path / "log").read_bytes() == before
