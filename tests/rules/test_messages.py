"""Messages: what a finding tells to do, where the next step hangs on the case."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any

import pytest
import yaml

from rednotice import codelists, gate
from rednotice.cli import main
from rednotice.insight.view import View
from rednotice.records import Audience
from rednotice.rules import catalogue

RULES = {rule.manual.id: rule for rule in catalogue()}


def messages(number: str, audience: str = "internal", **members: Any) -> list[str]:
    """What the rule *number* says of a case with these members."""
    value = {"rednotice": "1.0", "id": "c-1", "subjects": [{"id": "s1"}], **members}
    assert gate.is_accepted(value)
    case: Any = gate.decode(value)
    shared: Any = gate.decode({"rednotice": "1.0", "shared": True, "note": "empty"})
    view = View(case, dt.date(2027, 1, 1), Audience(audience), shared)
    return [message for _, message in RULES[number].problems(view)]


@pytest.mark.parametrize(
    ("handling", "says"),
    [
        (
            {"tlp": "red"},
            "By its mark, the case may not go to partner. Only whoever set the mark, ",
        ),
        ({}, "The case has no mark, so it stays in the organisation. "),
    ],
    ids=["a mark", "none"],
)
def test_a_mark_is_for_those_who_set_it(handling: dict[str, Any], says: str) -> None:
    """Whoever is told which mark would do writes it, and the guard is gone."""
    members = {"handling": handling} if handling else {}
    (said,) = messages("RN909", "partner", **members)

    assert said.startswith(says)
    assert "can change that" in said


def test_a_missing_legal_basis_is_asked_for_by_its_place() -> None:
    """With the audience that it must reach, and never with the words that would widen one."""
    lacking = "No legal basis and no consent covers this."
    basis = f"{lacking} Add in `handling` a `legal_basis` other than `explicit_consent`"
    consent = "or a `consent` of each subject with `given: free`"

    assert messages("RN901") == [f"{basis}, {consent}."]
    assert messages("RN901", "partner") == [
        f"{basis}, {consent} that reaches partner. Where there is none, the case stays."
    ]


def test_a_consent_that_does_not_say_how_it_was_given_is_mended_first() -> None:
    """It may be all that is missing."""
    handling = {"consent": [{"person": "s1", "purposes": ["partners"]}]}

    (said,) = messages("RN901", "partner", handling=handling)

    assert said.startswith("The consent does not say how it was given")


SPEAKERS = ", or a class word such as `class:counsel` (`rednotice codelist speakers` lists them)."
CONCERNED = ", or a class word such as `class:circle` (`rednotice codelist concerned` lists them)."
WITH_ID = ", and give it an `id`."


def test_a_reference_to_nothing_names_the_members_that_are_meant() -> None:
    """As the schema does in `x-ref`; where anything may be named, it names no member."""
    step = f"Name one in `warrants`{WITH_ID}"
    (said,) = messages("RN302", notices=[{"kind": "red", "warrants": ["w1"]}])
    assert said == f"No record of the case has this id. {step}"

    (said,) = messages("RN302", sources=[{"kind": "photo", "publisher": "shared:b1"}])
    step = f"Name one of it in `organisations`{SPEAKERS}"
    assert said == f"No record of the shared document has this id. {step}"

    (said,) = messages("RN302", statements=[{"stance": "says", "about": "x1"}])
    assert said == "No record of the case has this id. Name one (`s1`)."


def test_a_reference_to_the_wrong_kind_names_the_members_that_are_meant() -> None:
    """All of them, each as it is written."""
    (said,) = messages("RN303", outcomes=[{"kind": "arrested", "sources": ["s1"]}])
    step = f"Name one in `sources`{WITH_ID}"
    assert said == f"The reference names a record of the wrong kind. {step}"

    incidents = [{"method": "threat", "id": "i1", "because_of": [{"record": "s1"}]}]
    (said,) = messages("RN303", incidents=incidents)
    assert re.search(
        r"Name one in (`\w+`, )+`warrants`, `incidents`, (`\w+`, )*`\w+` or `\w+`", said
    )


@pytest.mark.parametrize(
    ("dates", "says"),
    [
        (
            {"decided": "2021-04-10", "notified": "2021-04-20", "implemented": "2021-05-21"},
            "later than a month after `notified`",
        ),
        (
            {"decided": "2021-04-10", "implemented": "2021-06-11"},
            "later than 2 months after `decided`",
        ),
    ],
)
def test_lateness_is_told_from_the_day_that_is_known(dates: dict[str, str], says: str) -> None:
    """A decision is received when it is made known, or within a month."""
    (said,) = messages("RN711", proceedings=[{"kind": "ccf_deletion", "dates": dates}])

    assert says in said


@pytest.mark.parametrize(
    ("kind", "result", "named"),
    [
        ("ccf_deletion", "granted", ("compliant", "not_compliant")),
        ("extradition", "acquitted", ("granted", "refused")),
        ("criminal", "not_compliant", ("acquitted", "convicted")),
    ],
)
def test_results_that_fit_the_kind_of_proceeding_are_named(
    kind: str, result: str, named: tuple[str, ...]
) -> None:
    """No more than a reader takes in, and how to list the others."""
    (said,) = messages("RN703", proceedings=[{"kind": kind, "result": result}])
    words = said.partition("It can end with ")[2].partition(" and others")[0].split(", ")

    assert {f"`{one}`" for one in named} <= set(words)
    assert len(words) <= 6


def test_the_command_that_shows_the_results_for_a_kind_does_so(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The message and the rule page name it, with the word to look for."""
    (said,) = messages("RN703", proceedings=[{"kind": "extradition", "result": "acquitted"}])
    command = re.search("`rednotice ([^`]+)`", said)
    assert command

    assert main(command[1].split()) == 0

    shown = json.loads(capsys.readouterr().out)
    assert any("ends_extradition" in one["traits"] for one in shown)
    assert command[1] in " ".join(RULES["RN703"].manual.text.split())


@pytest.mark.parametrize("kind", [one.code for one in codelists.codelist("proceeding_kinds")])
def test_a_result_that_is_named_is_not_found(kind: str) -> None:
    """Whoever writes one of them is done."""
    wrong = "acquitted" if kind.startswith("ccf") else "compliant"
    for said in messages("RN703", proceedings=[{"kind": kind, "result": wrong}]):
        named = said.partition("It can end with ")[2].partition(" and others")[0]
        for result in re.findall("`(\\w+)`", named):
            assert messages("RN703", proceedings=[{"kind": kind, "result": result}]) == []


def test_a_step_after_the_end_may_be_of_two_kinds() -> None:
    """Both ways are named, and whoever goes either is done."""
    history: list[Any] = [{"status": "deleted", "date": "2020"}]
    again = {"status": "published", "date": "2022"}

    (said,) = messages("RN401", notices=[{"kind": "red", "history": [*history, again]}])

    assert "`restored`" in said
    assert "`supersedes`" in said
    restored = {"status": "restored", "date": "2022"}
    assert messages("RN401", notices=[{"kind": "red", "history": [*history, restored]}]) == []
    old = {"id": "n1", "kind": "red", "history": history}
    new = {"kind": "red", "history": [again], "supersedes": ["n1"]}
    assert messages("RN401", notices=[old, new]) == []


@pytest.mark.parametrize("date", ["1899-12-30", "2020/9999-12-31"])
def test_the_zero_day_of_a_program_is_first_replaced_by_the_date_of_the_source(date: str) -> None:
    """Whoever has the source knows the date, and would lose it by leaving it out."""
    (said,) = messages("RN209", outcomes=[{"kind": "arrested", "date": date}])

    assert re.search("Write the (date|end) that the source gives, or leave it (out|open)", said)


@pytest.mark.parametrize(
    ("born", "calendar"),
    [
        ("1364", "the Iranian or the Islamic calendar"),
        ("1301-05", "the Iranian calendar"),
        ("1430", "the Islamic calendar"),
        ("0074", "the Taiwanese calendar"),
        ("1799", "another calendar"),
    ],
)
def test_the_calendar_of_a_year_is_named_where_it_is_known(born: str, calendar: str) -> None:
    """By which it is a year of our time; whoever converts it may need two of our years."""
    (said,) = messages("RN208", subjects=[{"id": "s1", "born": born}])

    assert said.startswith(f"This is most likely a year of {calendar}. Convert it ")
    assert "a period, such as `1985-03/1986-03`" in said


def test_a_year_far_ahead_is_one_of_the_thai_calendar() -> None:
    """Whether something has happened then or may lie ahead."""
    thai = "This is most likely a year of the Thai calendar."

    (said,) = messages("RN202", outcomes=[{"kind": "arrested", "date": "2567-05"}])
    assert said.startswith(thai)
    (said,) = messages("RN208", handling={"review_after": "2575-06"})
    assert said.startswith(thai)
    (said,) = messages("RN208", handling={"review_after": "9000-01"})
    assert said.startswith("This is most likely a year of another calendar.")


def test_the_period_for_a_year_of_another_calendar_is_not_found() -> None:
    """Whoever writes what the message shows is done."""
    born = {"id": "s1", "born": "1985-03/1986-03"}

    assert messages("RN208", subjects=[born]) == []


@pytest.mark.parametrize(
    ("text", "script", "own"),
    [
        ("Deniz Exempli", "Cyrl", "`Latn`"),
        ("Рустам Primerov", "Arab", "`Cyrl` and `Latn`"),
        ("丹尼", "Latn", "`Hani`"),
        ("ᏕᏂᏏ", "Latn", "of another script"),
    ],
    ids=["one", "two", "Chinese", "one that is not known"],
)
def test_the_script_of_a_name_is_named_beside_the_one_that_is_said(
    text: str, script: str, own: str
) -> None:
    """Whoever reads neither can still correct the code."""
    (said,) = messages("RN110", subjects=[{"names": [{"text": text, "script": script}]}])

    assert said.startswith(f"The letters of the name are {own}, and none is `{script}`. Correct ")


@pytest.mark.parametrize(
    ("code", "step"),
    [
        ("iso3166:TJK", "Write `TJ`."),
        ("iso3166:kaz", "Write `KZ`."),
        ("iso3166:tj", "Write `TJ`."),
        ("interpol-2023:CN", "Write `CN`."),
        ("interpol-2018:913", "Write `XK`."),
        ("iso3166:762", "`rednotice codelist countries` lists it."),
    ],
)
def test_our_own_code_for_a_state_is_named(code: str, step: str) -> None:
    """Where it is certain, whatever list the other code is of."""
    assert messages("RN116", pursued_by=[code]) == [f"This state has a code of our own. {step}"]


def test_a_reference_to_nothing_names_the_ids_that_are_meant() -> None:
    """Up to five, of the right kind; more are found more quickly in the case itself."""
    notice = {"kind": "red", "warrants": ["w9"]}
    warrants = [{"id": f"w{number}"} for number in range(6)]

    (said,) = messages("RN302", notices=[notice], warrants=warrants[:2])
    assert said.endswith(" Name one in `warrants` (`w0`, `w1`).")
    (said,) = messages("RN302", notices=[notice], warrants=warrants)
    assert said.endswith(" Name one in `warrants`.")


def test_a_record_is_not_told_to_name_itself() -> None:
    """It would point at itself, or at what it is a part of."""
    incidents = [{"id": "i1", "method": "threat", "because_of": [{"record": "x1"}]}, {"id": "i2"}]

    (said,) = messages("RN302", incidents=incidents)

    assert said.endswith(" (`i2`).")


def test_an_id_that_tells_a_name_is_not_named() -> None:
    """Whoever reads the message may not know whom the case is about."""
    people = [{"id": "exempli", "names": [{"text": "Deniz Exempli"}]}, {"id": "p2"}]

    (said,) = messages("RN302", people=people, statements=[{"stance": "says", "about": "x1"}])

    assert said == "No record of the case has this id. Name one (`s1`, `p2`)."


def test_a_class_word_is_offered_where_the_member_takes_one() -> None:
    """As for speakers, and for those whom something concerns."""
    (said,) = messages("RN302", statements=[{"stance": "says", "about": "s1", "by": ["x1"]}])
    assert said.endswith(SPEAKERS)
    (said,) = messages("RN302", incidents=[{"method": "threat", "against": ["x1"]}])
    assert said.endswith(CONCERNED)


@pytest.mark.parametrize(
    "decided", [{"result": "refused"}, {"dates": {"decided": "2025-03"}}], ids=["result", "date"]
)
def test_a_decision_in_a_pending_proceeding_is_told_once(decided: dict[str, Any]) -> None:
    """By its result or by its date; whoever corrects the status mends both."""
    pending = {"kind": "extradition", "status": "pending", **decided}
    both = {**pending, "result": "refused", "dates": {"decided": "2025-03"}}
    final = {**both, "status": "final"}

    for proceeding, found in ((pending, 1), (both, 1), (final, 0)):
        told = [messages(number, proceedings=[proceeding]) for number in ("RN709", "RN718")]
        assert len([said for each in told for said in each]) == found


SUBJECT = {"id": "s1"}


@pytest.mark.parametrize(
    ("number", "members", "mended"),
    [
        ("RN104", {"subjects": [{**SUBJECT, "birth_place": "unknown"}]}, {"subjects": [SUBJECT]}),
        ("RN406", {"notices": [{"kind": "red"}]}, {}),
        ("RN405", {"notices": [{"kind": "red"}]}, {}),
        ("RN412", {"notices": [{"kind": "arrest_alert"}]}, {}),
        ("RN501", {"warrants": [{"charges": [{"id": "x1"}]}]}, {}),
        ("RN508", {"warrants": [{"charges": [{"text": "theft"}]}]}, {}),
        ("RN601", {"incidents": [{"country": "AT"}]}, {}),
        ("RN701", {"outcomes": [{"country": "AT"}]}, {}),
        ("RN804", {"statements": [{"stance": "says", "about": "s1"}]}, {}),
        ("RN811", {"statements": [{"stance": "withholds", "about": "s1"}]}, {}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_reason_why_a_member_is_missing_is_shown_as_it_is_written(
    number: str, members: dict[str, Any], mended: dict[str, Any]
) -> None:
    """Whoever writes what the message shows is done."""
    (said,) = messages(number, **members)
    shown = re.search("`(missing: {[^`]*})`", said)
    assert shown
    case = {**members, **mended}
    ((name, (record,)),) = case.items()
    inner = record.get("charges") if number == "RN501" else None
    reasons = yaml.safe_load(shown[1])
    record = {"charges": [{**inner[0], **reasons}]} if inner else {**record, **reasons}

    assert messages(number, **{name: [record]}) == []


def test_a_member_that_is_left_open_is_shown_as_it_is_written() -> None:
    """Under its own name, and with the reason by which the rule knows it."""
    born = [
        {"stance": "says", "by": [speaker], "about": "s1.born", "value": value}
        for speaker, value in (("class:press", "1984"), ("class:ngo", "1985"))
    ]

    told = messages("RN815", subjects=[SUBJECT], statements=born)
    assert told
    assert all("`missing: {born: disputed}`" in one for one in told)
    open_ = {**SUBJECT, "missing": {"born": "disputed"}}
    assert messages("RN815", subjects=[open_], statements=born) == []
