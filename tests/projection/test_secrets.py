"""
What a pursuing state must not learn, swapped one by one in every example.

These tests judge the table of releases and do not consult it: whatever a field says, the release to
a partner, to the public and to the bureau that the CCF tells must be the same before and after.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from filled import objects, release_key

import rednotice
from rednotice.codelists.groups import below
from rednotice.insight.clearances import hash_of
from rednotice.model import SharedDocument
from rednotice.projection.finishing import finish
from rednotice.projection.projecting import project
from rednotice.records import CCF_BUREAU, PARTNER, PUBLIC, Audience

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = sorted(path for path in EXAMPLES.glob("*.yaml") if path.name != "shared.yaml")
SHARED = rednotice.loads((EXAMPLES / "shared.yaml").read_bytes(), SharedDocument, format="yaml")
KEY = bytes(range(32))


@cache
def example(file: Path) -> Any:
    return rednotice.to_dict(rednotice.loads(file.read_bytes(), format="yaml"))


def released(document: Any, audience: Audience) -> bytes:
    case = rednotice.from_dict(document)
    [left] = finish([project(case, audience, shared=SHARED)], release_key(KEY, audience, ""))
    return rednotice.dumps(left)


def swap(part: Any, member: str, value: Any) -> None:
    """Give *member* the *value* in every object inside *part* that has it."""
    for one in objects(part):
        if member in one:
            one[member] = value


def drop(part: Any, *members: str) -> None:
    """Take *members* out of every object inside *part*, and an object that is empty then."""
    for one in objects(part):
        for member in members:
            if member in one and len(one) > 1:
                del one[member]


def host(case: Any) -> None:
    """The country where the person lives, was stopped or asked for protection."""
    pursuers = set(case.get("pursued_by", ()))
    for part in ("events", "outcomes", "incidents", "proceedings", "people", "subjects"):
        for one in objects(case.get(part, [])):
            for member in ("country", "destination", "origin", "residence"):
                if isinstance(one.get(member), str) and one[member] not in pursuers:
                    one[member] = "IS"


def place(case: Any) -> None:
    """The town."""
    swap(
        [case.get("events", []), case.get("outcomes", []), case.get("incidents", [])], "place", "X"
    )


def asylum(case: Any) -> None:
    """That protection was asked for, and what came of it."""
    kinds = {"asylum", "exclusion_cessation", "immigration", "removal", "detention_review"}
    rest = [one for one in case.get("proceedings", ()) if one.get("kind") not in kinds]
    replace(case, "proceedings", rest)


def replace(case: Any, member: str, items: list[Any]) -> None:
    case.pop(member, None)
    if items:
        case[member] = items


def residence(case: Any) -> None:
    """Under what status the person stays."""
    for subject in case["subjects"]:
        if len(subject) > 1:
            subject.pop("residences", None)


def counsel(case: Any) -> None:
    """Who acts for the person, and before whom."""
    drop(case.get("proceedings", []), "counsel", "signatory")
    for person in case.get("people", ()):
        if person.get("relation", {}).get("kind") == "lawyer_of":
            person["names"], person["label"] = [{"text": "Ada Nobody"}], "Another"


def route(case: Any) -> None:
    """From where to where, and by what way."""
    drop([case.get("events", []), case.get("outcomes", [])], "origin", "destination")


def relation(case: Any) -> None:
    """Which relative: a brother, a mother."""
    relatives = below("relations", "relative") - {"ex_spouse", "former_spouse", "relative"}
    for person in case.get("people", ()):
        kind = person.get("relation", {}).get("kind")
        if kind in relatives:
            person["relation"]["kind"] = "sibling" if kind == "parent" else "parent"


def who_talked(case: Any) -> None:
    """Which person on the person's side spoke."""
    side = {"class:relative_or_friend", "class:counsel", "class:supporter", "class:person"}
    for one in objects(case):
        for member in ("by", "according_to"):
            words = one.get(member)
            if isinstance(words, list) and set(words) & side:
                one[member] = ["class:supporter" if word in side else word for word in words]


def names(case: Any) -> None:
    """What anybody is called."""
    for one in (*case["subjects"], *case.get("people", ())):
        if "names" in one:
            one["names"] = [{"text": "Ada Nobody"}]
        if "label" in one:
            one["label"] = "Another"


def papers(case: Any) -> None:
    """What travel documents there are."""
    for subject in case["subjects"]:
        for one in subject.get("documents", ()):
            if one.get("issuing_state") not in case.get("pursued_by", ()):
                one |= {"kind": "passport", "number": "ZQ1", "issuing_state": "IS"}
        subject["documents"] = [*subject.get("documents", ()), {"number": "ZQ2"}]


def notes(case: Any) -> None:
    """What those who work on the case wrote for themselves."""
    swap(case, "note", "Another note.")
    case["summary"], case["note"] = "Another summary.", "Another note."


def prose(case: Any) -> None:
    """What texts say."""
    cleared = copy.deepcopy(case.get("cleared", []))
    swap(case, "text", "Other words.")
    for one in cleared:  # somebody read the other words and cleared the same wording for them
        one["text_sha256"] = hash_of("Other words.")
    replace(case, "cleared", cleared)


def consent(case: Any) -> None:
    """Who agreed to what, and who was at risk."""
    handling = case.setdefault("handling", {})
    handling["consent"] = [{"person": "s1", "status": "refused"}]
    handling["log"] = [{"date": "2026", "action": "shared"}]


def held(case: Any) -> None:
    """What documents we hold, who gave them, and what we withhold."""
    for one in case.get("sources", ()):
        one |= {"title": "Another source", "held": True, "reliability": "f"}


def exhibits(case: Any) -> None:
    """What is filed of which the bureau may learn nothing."""
    for one in case.get("sources", ()):
        if one.get("exhibit", {}).get("tell_source") not in {"whole", "summary"}:
            one |= {"title": "Another source", "exhibit": {"number": "Z9", "certified": True}}


def copies(case: Any) -> None:
    """In whose databases a copy stands, and who received the notice."""
    for notice in case.get("notices", ()):
        notice["national_copies"] = [{"country": "IS"}]
        notice["circulated_to"] = ["IS"]


def access(case: Any) -> None:
    """That somebody asked the CCF for access."""
    kinds = {"ccf_access", "ccf_pre_emptive"}
    rest = [one for one in case.get("proceedings", ()) if one.get("kind") not in kinds]
    answers = [
        {"kind": "ccf_access", "result": "no_data"},
        {"kind": "ccf", "result": "inadmissible"},
        {"kind": "ccf_access", "status": "pending"},
    ]
    replace(case, "proceedings", rest + answers)


def told_by_the_ccf(case: Any) -> None:
    """What the CCF wrote to the person, where the bureau was told nothing."""
    if not any(one.get("ncb_answer") or one.get("effect") for one in case.get("proceedings", ())):
        add(
            case, "statements", {**untraced("by", "ccf"), "about": case["id"], "stance": "declined"}
        )
        ruled = {"kind": "ccf_deletion", "result": "not_compliant", "effect": "retained"}
        add(case, "proceedings", ruled)


def add(case: Any, member: str, item: dict[str, Any]) -> None:
    case[member] = [*case.get(member, ()), item]


def untraced(member: str, *classes: str) -> dict[str, Any]:
    """A record by the word of *classes*, which no public source tells."""
    return {member: [f"class:{one}" for one in classes], "missing": {"sources": "withheld"}}


def is_public(notice: Any) -> bool:
    return (
        "published" in notice
        or notice.get("public_extract") in {"published", "removed"}
        or any(look["seen"] for look in notice.get("observations", ()))
    )


def disclosure(case: Any) -> None:
    """What we know of a notice that is not public, and from whom."""
    for one in case.get("notices", ()):
        if is_public(one) or one.get("existence") in {"denied", "refuted"}:
            continue
        one["existence"] = "established"
        one["through"] = [*one.get("through", ()), "class:interpol"]
        if "according_to" in one:
            one["according_to"] = [*one["according_to"], "class:ccf"]
        one["number"], one["purpose"], one["public_extract"] = "2031/44071", "both", "hidden"
        one["history"] = [{"status": "published", "date": "2019"}]
        one["penalties"] = [{"kind": "maximum", "life": True}]
        one["text"], one["language"] = "Words of the notice.", "en"
        if "id" in one:
            said = {"about": one["id"], "stance": "says", "text": "It is there."}
            add(case, "statements", {**untraced("by", "interpol"), **said})


def unknown_to_the_pursuers(case: Any) -> None:
    """That there is a notice at the request of a state that does not pursue."""
    if case.get("pursued_by"):
        add(case, "notices", {"kind": "yellow", "issuing_state": "IS", "existence": "established"})


def warning(case: Any) -> None:
    """That the police or a court of the host warned of something, and so looks into it."""
    host = untraced("according_to", "third_authority")
    if case.get("pursued_by"):
        add(case, "incidents", {**host, "method": "abduction_planned"})
    add(case, "events", {**host, "kind": "other"})
    add(case, "outcomes", {**untraced("according_to", "third_court"), "kind": "other"})
    said = {"about": case["id"], "stance": "declined"}
    add(case, "statements", {**untraced("by", "third_authority"), **said})


def also_said(case: Any) -> None:
    """That an authority of the host said what others say as well."""
    for one in (*case.get("outcomes", ()), *case.get("events", ())):
        if {"class:press", "class:ngo", "class:expert"} & set(one.get("according_to", ())):
            one["according_to"] = [*one["according_to"], "class:third_authority"]
            one.pop("sources", None)
            one.setdefault("missing", {})["sources"] = "withheld"


def refuted(case: Any) -> None:
    """That a notice turned out not to exist."""
    add(case, "notices", {"kind": "red", "existence": "refuted"})
    add(case, "notices", {"kind": "blue", "existence": "denied"})


def pressure_that_works(case: Any) -> None:
    """That somebody gave in, fell ill, came home or cannot travel."""
    for kind in ("fell_silent", "gave_up_activity", "health", "travel_stopped"):
        add(case, "outcomes", {"kind": kind, "according_to": ["class:person"]})
    for kind in ("visit_home", "settlement", "flight"):
        add(case, "events", {"kind": kind, "according_to": ["class:person"]})


def favour(case: Any) -> None:
    """That something was done at an informal request, or because of a listing."""
    for one in case.get("outcomes", ()):
        for cause in ("informal_request", "screening_listing", "protection_status"):
            add(one, "because_of", {"cause": cause, "according_to": ["class:press"]})


def new_name(case: Any) -> None:
    """Under what name the person lives or writes now."""
    for one in case["subjects"]:
        for kind in ("present", "pen_name"):
            add(one, "names", {"text": "Ada Nobody", "kind": kind})


def matter(case: Any) -> None:
    """That there is a matter before a court of which no pursuing state was told."""
    abroad = {"kind": "criminal", "result": "convicted", "forum": {"country": "IS"}}
    add(case, "proceedings", abroad)


def compliance(case: Any) -> None:
    """Whether somebody did what was demanded."""
    for one in case.get("incidents", ()):
        one["complied"] = "not_done" if one.get("complied") == "done" else "done"


def channel(case: Any) -> None:
    """By what means and by when."""
    drop(case.get("incidents", []), "channel", "deadline")


def untold(case: Any) -> None:
    """That somebody told of an incident that nobody published."""
    pursuers = set(case.get("pursued_by", ()))
    rest = [
        one
        for one in case.get("incidents", ())
        if "published" in one or (pursuers and pursuers <= set(one.get("known_to", ())))
    ]
    replace(case, "incidents", rest)


def ids(case: Any) -> None:
    """What the records are called in our files."""
    old = {one["id"]: f"zq-{at}" for at, one in enumerate(objects(case)) if is_id(one.get("id"))}
    for one in objects(case):
        for member, value in one.items():
            if isinstance(value, list):
                one[member] = [rename(part, old) for part in value]
            else:
                one[member] = rename(value, old)


def is_id(value: Any) -> bool:
    return isinstance(value, str)


def rename(value: Any, names: dict[str, str]) -> Any:
    if not isinstance(value, str):
        return value
    head, dot, rest = value.partition(".")
    return f"{names[head]}{dot}{rest}" if head in names else value


def order(case: Any) -> None:
    """In what order we wrote things down."""
    for one in objects(case):
        for member, value in one.items():
            if isinstance(value, list) and member not in {"history", "chain_of_custody"}:
                one[member] = value[::-1]


def searches(case: Any) -> None:
    """Where somebody looked, and what the answer was."""
    case.pop("searches", None)


def decisions(case: Any) -> None:
    """What an editor decided."""
    case.pop("editor_decisions", None)


def bookkeeping(case: Any) -> None:
    """When and how the case was coded."""
    case["record"] = {"coded_on": "2019", "coded_by": "Another", "owner": "Another"}


def extensions(case: Any) -> None:
    """What other software keeps."""
    case["extensions"] = {"org.example": {"anything": True}}


SECRETS: tuple[Callable[[Any], None], ...] = (
    *(host, place, asylum, residence, counsel, route, relation, who_talked, names, papers),
    *(notes, prose, consent, held, copies, access, compliance, channel, untold, ids, order),
    *(searches, decisions, bookkeeping, extensions, exhibits, told_by_the_ccf, disclosure),
    *(unknown_to_the_pursuers, warning, also_said, refuted, pressure_that_works, favour, new_name),
    matter,
)

# The bureau gets the names, the issuer's wording and the exhibits of which it may learn.
NONE_OF_THE_BUREAU = {names, prose, held}
# The partner's release is proved quickly; the others, in the thorough run.
AUDIENCES = [
    pytest.param(one, id=one.value, marks=() if one is PARTNER else pytest.mark.thorough)
    for one in (PARTNER, PUBLIC, CCF_BUREAU)
]


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("secret", SECRETS, ids=lambda one: one.__name__)
def test_a_secret_moves_no_byte_of_a_release(
    secret: Callable[[Any], None], audience: Audience
) -> None:
    """A pursuing state that reads the release cannot tell which of the two cases we hold."""
    if audience is CCF_BUREAU and secret in NONE_OF_THE_BUREAU:
        pytest.skip("no secret of this audience")

    assert [file.stem for file in FILES if moves(secret, file, audience)] == []


def moves(secret: Callable[[Any], None], file: Path, audience: Audience) -> bool:
    """Whether the release of the example in *file* shows that *secret* was swapped."""
    other = copy.deepcopy(example(file))
    secret(other)
    return other != example(file) and released(other, audience) != unchanged(file, audience)


@cache
def unchanged(file: Path, audience: Audience) -> bytes:
    return released(example(file), audience)


@pytest.mark.parametrize("secret", SECRETS, ids=lambda one: one.__name__)
def test_a_secret_is_one_that_an_example_holds(secret: Callable[[Any], None]) -> None:
    """Or else nothing would be tried."""

    def differs(file: Path) -> bool:
        other = copy.deepcopy(example(file))
        secret(other)
        return bool(other != example(file))

    assert any(map(differs, FILES))
