"""What `rednotice policy` prints and writes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import rednotice
from rednotice import Audience
from rednotice.cli import main
from rednotice.policies import SHIPPED
from rednotice.policies.starting import starting_policy
from rednotice.records import fields_of, record_classes


def printed(*arguments: str, capsys: pytest.CaptureFixture[str], status: int = 0) -> str:
    assert main(["policy", *arguments]) == status
    return capsys.readouterr().out


def words(*arguments: str, capsys: pytest.CaptureFixture[str], status: int = 0) -> str:
    """What is printed, as one line."""
    return " ".join(printed(*arguments, capsys=capsys, status=status).split())


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """A policy for partners that drops the purpose of notices and cuts the list of offences."""
    text = starting_policy(Audience.PARTNER, name="ours")
    before, _, table = text.partition("[Notice]")
    table = table.replace('"purpose", ', "", 1).replace("drop = []", 'drop = ["purpose"]', 1)
    path = tmp_path / "ours.toml"
    path.write_text(f"{before}[cuts]\noffences = 1\n\n[Notice]{table}")
    return path


def test_every_member_of_the_model_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    """Each has a fate, grouped by its record, in text and for machines."""
    text = printed("explain", "partner", capsys=capsys).splitlines()
    told = json.loads(printed("explain", "partner", "--format", "json", capsys=capsys))["records"]

    for cls in record_classes(rednotice.Case):
        assert cls.__name__ in text
        assert set(told[cls.__name__]) == {field.name for field in fields_of(cls)}
    assert max(map(len, text)) <= 100


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("Notice.issuing_state", "leaves as it is"),
        ("Notice.according_to", "leaves as a class word; it leaves wherever its record does"),
        ("Subject.nationalities", "leaves for pursuing states only"),
        ("StatusChange.date", "leaves as a year"),
        ("Notice.number", "stays behind: the model never releases it to partner"),
        ("Notice.purpose", "stays behind: the policy drops it"),
        (
            "Charge.offence",
            "is cut to broader groups: the list offences loses its finest level",
        ),
        ("Notice.id", "leaves as another id, where something points at it"),
        ("Outcome.part_of", "leaves as another id, if what it names leaves"),
        ("Notice.charges", "leaves as far as its own members do: see Charge"),
        ("Statement.value", "leaves as the field does that it is about"),
        ("Case.release", "is written anew for each release"),
        ("Person.names", "stays behind: the model never releases it to partner"),
    ],
)
def test_what_happens_to_a_member_is_told_in_words(
    place: str, said: str, ours: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each kind of fate has its own."""
    told = json.loads(printed("explain", str(ours), "--format", "json", capsys=capsys))
    record, _, member = place.partition(".")

    assert told["records"][record][member]["words"] == said


def test_counsel_is_told_of_people_by_id(capsys: pytest.CaptureFixture[str]) -> None:
    """Ids of whoever leaves as well are among what counsel gets."""
    told = json.loads(printed("explain", "counsel", "--format", "json", capsys=capsys))["records"]

    assert told["Incident"]["against"]["fate"] == "another_id_or_class"
    assert told["StatusChange"]["date"]["fate"] == "as_it_is"


def test_what_the_policy_drops_of_a_record_is_told_of_its_members(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They stay behind because of the policy, and not because of the model."""
    text = starting_policy(Audience.PARTNER)
    before, _, table = text.partition("[Case]")
    table = table.replace('"events", ', "", 1).replace("drop = []", 'drop = ["events"]', 1)
    (tmp_path / "few.toml").write_text(f"{before}[Case]{table}")
    path = str(tmp_path / "few.toml")
    told = json.loads(printed("explain", path, "--format", "json", capsys=capsys))["records"]

    assert told["Event"]["kind"] == {
        "fate": "stays_behind",
        "words": "stays behind: the policy drops the records that have it",
        "because": "policy",
    }
    assert told["Event"]["text"]["because"] == "model"


def test_terms_thresholds_and_floor_stand_above_the_members(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """So that a reader sees at once what is asked."""
    told = words("explain", "research", capsys=capsys)

    assert told.startswith("research 1 audience partner dates as a year mark TLP:AMBER")
    assert "No screening" in told
    assert "k 5, l 2" in told
    assert "notices.kind or incidents.method" in told


def test_two_policies_are_compared_by_what_differs(
    ours: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing else is printed; the status says that they differ."""
    told = words("diff", "partner", str(ours), capsys=capsys, status=1)

    assert "Notice.purpose - leaves as it is + stays behind: the policy drops it" in told
    assert 'cuts - {} + {"offences": 1}' in told
    assert "Notice.kind" not in told


def test_a_policy_does_not_differ_from_itself(capsys: pytest.CaptureFixture[str]) -> None:
    """Then nothing is printed."""
    assert printed("diff", "partner", "partner", capsys=capsys) == ""


def test_a_comparison_is_an_object_for_machines(
    ours: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With both sides of each difference."""
    told = json.loads(
        printed("diff", "partner", str(ours), "--format", "json", capsys=capsys, status=1)
    )

    assert told["policy"] == ["partner 1", "ours 1"]
    assert [one["fate"] for one in told["records"]["Notice"]["purpose"]] == [
        "as_it_is",
        "stays_behind",
    ]


def test_the_policies_that_the_library_brings_are_listed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Each with its audience and thresholds."""
    lines = printed("list", capsys=capsys).splitlines()
    told = json.loads(printed("list", "--format", "json", capsys=capsys))

    assert [line.split()[0] for line in lines] == list(SHIPPED) == list(told)
    assert "for partner; k 5, l 2" in lines[SHIPPED.index("research")]
    assert told["research"]["sha256"] == rednotice.policy("research").sha256


def test_a_new_policy_is_written_complete(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It has the name of its file, and loads as it is."""
    path = tmp_path / "our-partners.toml"

    assert printed("new", "--for", "partner", "-o", str(path), capsys=capsys) == ""
    assert rednotice.policy(path).title == "our-partners 1"


def test_a_new_policy_is_printed_without_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    """To be read, or sent to a file."""
    assert printed("new", "--for", "public", capsys=capsys) == starting_policy(Audience.PUBLIC)


def test_a_file_that_is_there_is_not_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Somebody has decided on it."""
    path = tmp_path / "ours.toml"
    path.write_text("theirs")

    assert main(["policy", "new", "--for", "partner", "-o", str(path)]) == 2
    assert path.read_text() == "theirs"
    assert "ours" not in capsys.readouterr().err


def test_a_policy_that_is_refused_is_told_with_all_its_faults(
    ours: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command did not work."""
    ours.write_text(ours.read_text().replace('"demand", ', "").replace('"link", ', ""))

    assert main(["policy", "explain", str(ours)]) == 2
    assert "put `demand`, `link` in keep or in drop" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["explain"],
        ["diff", "partner"],
        ["list", "partner"],
        ["new"],
        ["explain", "partner", "--for", "partner"],
        ["explain", "partner", "-o", "x.toml"],
    ],
    ids=" ".join,
)
def test_usage_that_makes_no_sense_is_refused(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """With the usage and a reason."""
    with pytest.raises(SystemExit) as stopped:
        main(["policy", *arguments])

    assert stopped.value.code == 2
    assert "usage: rednotice policy" in capsys.readouterr().err
