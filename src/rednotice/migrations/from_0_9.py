"""
The step between the draft 0.9, which was the first edition of the record, and version 1.0.
"""

from __future__ import annotations

from typing import Any

from rednotice.migrations.rewriting import Plain, Rewording

OLDER = "0.9"
NEWER = "1.0"

_RELATIONS = ("employee", "employer", "student", "teacher")
# Codes that got another name and kept their meaning.
_RENAMED = {
    "Fulfilment": {"yes": "done", "no": "not_done"},
    "TellSource": {"yes": "whole", "no": "nothing"},
    "Relation": {code: f"{code}_of" for code in _RELATIONS},
    "Ground": {"unfunded_cheques": "unfunded_cheque"},
    "OutcomeKind": {"ill_treated": "ill_treatment"},
    "Consent.given": {"freely": "free"},
    # Both name the subject, carry nobody else, and may reach the pursuing state.
    "AudienceCode": {"ccf": "ccf_bureau"},
    "IncidentMethod": {
        "account_takeover": "device_intrusion",
        "asset_freeze": "assets_frozen",
        "death": "died",
        "disappearance": "disappeared",
        "family_separation": "separated_from_family",
        "job_loss": "job_lost",
    },
}
# Codes that are part of what a code of the other version says.
_WIDER = {"IncidentMethod": {"spyware": "device_intrusion"}}
_WIDER_BEFORE = {
    "AudienceCode": {"ccf_commission": "ccf"},
    "IncidentMethod": {
        "document_taken": "passport_seized_or_refused",
        "passport_refused": "passport_seized_or_refused",
    },
}
_DETENTION, _HELD = "domestic_detention", "held"


def _joined(*tables: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    names = {name for table in tables for name in table}
    return {
        name: {old: new for table in tables for old, new in table.get(name, {}).items()}
        for name in names
    }


def _turned_round(table: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    return {name: {new: old for old, new in codes.items()} for name, codes in table.items()}


def _contests(contest: Plain) -> list[Plain]:
    """
    What one party argues and what a court finds, which 0.9 said in one record, are two contests.
    """
    rest = {name: value for name, value in contest.items() if name not in {"argued_by", "found_by"}}
    argued, found = contest.get("argued_by"), contest.get("found_by")
    made = [{**rest, "by": argued}] if argued else []
    if found:
        without_id = {name: value for name, value in rest.items() if name != "id" or not made}
        made.append({**without_id, "by": found, "stance": "found"})
    return made or [rest]


def _contest_before(contest: Plain) -> list[Plain]:
    made = {name: value for name, value in contest.items() if name not in {"by", "stance"}}
    if "by" in contest:
        made["found_by" if contest.get("stance") == "found" else "argued_by"] = contest["by"]
    return [made]


def _charge_before(charge: Plain) -> list[Plain]:
    """
    Write what was argued and what was found on one ground as one contest, as 0.9 did.
    """
    contests = charge.get("contested")
    if not isinstance(contests, list):
        return [charge]
    made: list[Plain] = []
    for contest in contests:
        if made and _belong_together(made[-1], contest):
            made[-1] = {**made[-1], "found_by": contest["found_by"]}
        else:
            made.append(contest)
    return [{**charge, "contested": made}]


def _belong_together(argued: Plain, found: Plain) -> bool:
    parties = {"id", "argued_by", "found_by"}
    return (
        "argued_by" in argued
        and "found_by" not in argued
        and "found_by" in found
        and "id" not in found
        and {name: value for name, value in argued.items() if name not in parties}
        == {name: value for name, value in found.items() if name not in parties}
    )


def _one_home(document: Plain) -> None:
    """
    Write the earlier detention of the subject, an event in 0.9, as the outcome `held`.
    """
    subjects = {each.get("id") for each in document.get("subjects", ())}
    events = document.get("events", [])
    moved = [
        event
        for event in events
        if event.get("kind") == _DETENTION and subjects.issuperset(event.get("of", ()))
    ]
    if not subjects or not moved:
        return
    document["events"] = [event for event in events if event not in moved]
    outcomes = [{**event, "kind": _HELD} for event in moved]
    document["outcomes"] = [*document.get("outcomes", []), *outcomes]


_HOLDERS = ("proceedings",)  # the only records with such parts, of those that have an id
_POINTING = ("statements", "editor_decisions")


def _by_their_records(document: Plain) -> None:
    """
    Write what is said about a part of a record by the record's id, as the part has none any more:
    ``pr1.dates.decided`` for ``d1.decided``.
    """
    parts = {
        part["id"]: f"{record['id']}.{member}"
        for holder in _HOLDERS
        for record in document.get(holder, ())
        if "id" in record
        for member, part in record.items()
        if isinstance(part, dict) and isinstance(part.get("id"), str)
    }
    for pointing in _POINTING:
        for record in document.get(pointing, ()):
            if isinstance(about := record.get("about"), str):
                start, dot, rest = about.partition(".")
                record["about"] = f"{parts.get(start, start)}{dot}{rest}"


def _document(document: Plain) -> None:
    _one_home(document)
    _by_their_records(document)


def _as_list(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


def _single(value: Any) -> Any:
    return value[0] if isinstance(value, list) and len(value) == 1 else value


UP = Rewording(
    codes=_joined(_RENAMED, _WIDER),
    members={"Outcome": {"stated_ground": "stated_grounds"}},
    values={"Outcome.stated_ground": _as_list},
    records={"Contest": _contests},
    document=_document,
)
DOWN = Rewording(
    codes=_joined(_turned_round(_RENAMED), _WIDER_BEFORE),
    members={"Outcome": {"stated_grounds": "stated_ground"}},
    values={"Outcome.stated_grounds": _single},
    records={"Contest": _contest_before, "Charge": _charge_before},
)
