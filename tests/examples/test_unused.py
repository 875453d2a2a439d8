"""Nothing is in the model for nobody: each kind of record, member and core code is used once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

import rednotice
from rednotice import codelists, gate
from rednotice.formats import yaml
from rednotice.model import Case, SharedDocument
from rednotice.records import Field, fields_of, record_classes, walk
from rednotice.records.shapes import Mapped, Scalar, Shape
from rednotice.types.codes import Codes
from rednotice.types.roles import CLASS, Role

TESTS = Path(__file__).parents[1]
INVENTED = TESTS / "data" / "invented"
FILES = (
    *sorted((TESTS.parent / "examples").glob("*.yaml")),
    *sorted(INVENTED.glob("*.yaml")),
    *sorted((TESTS / "data" / "ten_lines").glob("*.yaml")),
)
SUITE = sorted((TESTS / "suite" / "rules").glob("*.yaml"))
CLASSES = tuple(dict.fromkeys([*record_classes(Case), *record_classes(SharedDocument)]))

# What nothing uses, by the reason why it is there all the same. Whoever uses one takes it out here.
UNUSED_MEMBERS = {
    "what a migration cannot place waits there": {"SharedDocument": "extensions"},
    "every record may have it, and records of this kind have not needed it": {
        "Appearance": "according_to sources missing",
        "Assessed": "id missing",
        "Because": "id sources",
        "Charge": "known_to note according_to sources",
        "Consent": "id according_to",
        "Contest": "id according_to sources",
        "Context": "translations known_to according_to missing",
        "Description": "id sources missing",
        "Event": "translations known_to note",
        "Incident": "translations known_to",
        "Kinship": "according_to sources missing",
        "Name": "id according_to sources",
        "NationalCopy": "according_to sources missing",
        "Nationality": "id sources missing",
        "Notice": "translations known_to",
        "Operation": "text language translations known_to note according_to",
        "Organisation": "known_to note according_to missing",
        "Outcome": "translations known_to note",
        "Penalty": "according_to missing",
        "Person": "known_to",
        "Position": "id sources missing",
        "Proceeding": "language translations missing",
        "ProvisionalMeasures": "id according_to sources",
        "PublishedCount": "known_to note",
        "Residence": "sources missing",
        "Search": "id according_to missing",
        "SharedDocument": "missing note",
        "Source": "text translations known_to",
        "SpecialTrait": "id missing",
        "Statement": "known_to according_to",
        "StatusChange": "translations known_to note according_to sources",
        "Subject": "known_to according_to sources",
        "Tie": "id missing",
        "TravelDocument": "known_to according_to sources",
        "Warrant": "known_to note according_to",
    },
}
UNUSED_CODES = {
    "the way out of a list whose other codes have been enough": {
        "custody_actions": "other",
        "derivations": "other",
        "eye_colours": "other",
        "hair_colours": "other",
        "measure_answers": "other",
        "proceeding_effects": "other",
        "proceeding_statuses": "other",
        "restriction_grounds": "other",
        "status_bases": "other",
        "withhold_reasons": "other",
    },
}
UNUSED_LISTS = {
    "the schemes whose codes stand before a colon": "vocabularies",
    "the issuers that INTERPOL's own service gives where a state is expected": "non_state_issuers",
}


@attrs.frozen
class Use:
    """What a set of records uses: kinds of records, members of each, codes of each list."""

    kinds: frozenset[str]
    members: frozenset[str]
    codes: frozenset[str]

    @staticmethod
    def by(tops: Iterable[Case | SharedDocument]) -> Use:
        """What stands in *tops*, at any depth."""
        records = [record for top in tops for _, record in walk(top)]
        values = [
            (type(record), field, getattr(record, field.name))
            for record in records
            for field in fields_of(type(record))
        ]
        there = [(cls, field, value) for cls, field, value in values if value not in (None, ())]
        return Use(
            frozenset(type(record).__name__ for record in records),
            frozenset(f"{cls.__name__}.{field.name}" for cls, field, _ in there),
            frozenset(code for _, field, value in there for code in codes_of(field, value)),
        )


def codes_of(field: Field, value: Any) -> Iterator[str]:
    """The codes in *value*, each after its list and a dot; class words are codes as well."""
    name = list_of(field.one)
    if name is None:
        return
    texts = value.values() if isinstance(field.one, Mapped) else value
    for text in [texts] if isinstance(texts, str) else texts:
        if not isinstance(field.ref, Role):
            yield f"{name}.{text}"
        elif text.startswith(CLASS):
            yield f"{name}.{text.removeprefix(CLASS)}"


def list_of(shape: Shape) -> str | None:
    """The list of which the values of a field are codes or class words."""
    if isinstance(shape, Mapped):
        return list_of(shape.value)
    if not isinstance(shape, Scalar):
        return None
    if isinstance(shape.ref, Role):
        return shape.ref.classes
    return next((limit.name for limit in shape.limits if isinstance(limit, Codes)), None)


def the_lists() -> set[str]:
    """The lists of which some field takes codes."""
    named = {list_of(field.one) for cls in CLASSES for field in fields_of(cls)}
    return {name for name in named if name}


def documents() -> Iterator[Case | SharedDocument]:
    """Every example, every sample of the data and every sample of a rule."""
    for path in FILES:
        yield from (record for _, record in rednotice.read(path).documents())
    for sample in samples():
        yield from (gate.decode(sample[name]) for name in ("case", "shared") if name in sample)


def samples() -> Iterator[dict[str, Any]]:
    """The samples of the rules, as they are written."""
    for path in SUITE:
        with path.open("rb") as file:
            for document in yaml.read(file, path.name, pytest.fail):
                yield from document.value


def spread(table: dict[str, dict[str, str]]) -> set[str]:
    """The entries of a table of what is unused, each after its class or list and a dot."""
    groups = (group for groups in table.values() for group in groups.items())
    return {f"{name}.{word}" for name, words in groups for word in words.split()}


@pytest.fixture(scope="module")
def use() -> Use:
    return Use.by(documents())


def test_every_kind_of_record_is_used(use: Use) -> None:
    """
    A kind that no example and no sample has is one that no case needed.
    """
    assert {cls.__name__ for cls in CLASSES} - use.kinds == set()


def test_every_member_is_used_or_listed_as_unused(use: Use) -> None:
    """
    A member that nobody uses is deleted, or stands in the list with the reason why it stays.
    """
    every = {f"{cls.__name__}.{field.name}" for cls in CLASSES for field in fields_of(cls)}

    assert_same(every - use.members, spread(UNUSED_MEMBERS))


def test_every_core_code_is_used_or_listed_as_unused(use: Use) -> None:
    """
    A form shows core codes first, so each of them belongs to some case.
    """
    core = {f"{name}.{code.code}" for name in the_lists() for code in codelists.codelist(name).core}

    assert_same(core - use.codes, spread(UNUSED_CODES))


def test_every_list_is_that_of_a_member_or_listed_as_unused() -> None:
    """
    A list whose codes no member takes is there for another purpose, which is said.
    """
    assert_same(set(codelists.names()) - the_lists(), set(UNUSED_LISTS.values()))


def test_the_invented_samples_have_nothing_to_mend() -> None:
    """
    What counts as used is used rightly.
    """
    found = [
        str(finding)
        for finding in rednotice.check(INVENTED)
        if finding.severity is not rednotice.Severity.INFO
    ]

    assert found == []


def test_what_stands_deep_in_a_record_is_seen() -> None:
    """
    A code in `missing`, a class word and a member of a nested record count, and an id does not.
    """
    text = """
        rednotice: "1.0"
        id: c-000000
        subjects: [{id: s1, names: [{kind: pen_name}], missing: {born: withheld}}]
        outcomes: [{kind: freed, by: [class:press, s1]}]
    """
    seen = Use.by([rednotice.loads(text.encode(), Case, format="yaml")])

    assert seen.kinds == {"Case", "Subject", "Name", "Outcome"}
    assert {"Name.kind", "Outcome.by"} < seen.members
    assert seen.codes == {
        *("missing_reasons.withheld", "name_kinds.pen_name"),
        *("outcome_kinds.freed", "speakers.press"),
    }


def assert_same(unused: set[str], listed: set[str]) -> None:
    """
    Name what is unused and not listed, and what is listed and used by now or gone.
    """
    assert sorted(unused - listed) == [], "nothing uses it: use it, delete it, or give a reason"
    assert sorted(listed - unused) == [], "it is used by now, or gone: take it out of the list"
