"""Attacks on what is outside values: keys, ids, anchors, pickles, reprs, schemas."""

from __future__ import annotations

import csv
import hashlib
import json
import pickle
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from released import (
    KEY,
    ROOT,
    case,
    every_audience,
    examples,
    examples_for,
    far_audience,
    left,
    parts,
    plain,
    released,
)

import rednotice
from rednotice.model import Case
from rednotice.policies import SHIPPED
from rednotice.records import Audience, fields_of, record, record_classes
from rednotice.records.fields import safe

FORMATS = ("json", "jsonl", "yaml")
UNCERTAIN_ID = re.compile("c-[a-z2-7]{16}|[a-z]+[0-9]{1,4}")


@cache
def members() -> set[str]:
    return {field.name for cls in record_classes(Case) for field in fields_of(cls)}


@every_audience
def test_t46_names_of_members_are_those_of_the_schema(audience: Audience) -> None:
    """A key of somebody's own is a value; extensions do not leave."""
    own = case(extensions={"org.zq-name": {"zq-key": 1}})
    for one in [*examples_for(audience), *rednotice.anonymize(own, audience, key=KEY)]:
        names = {name for part in parts(plain(one)) if isinstance(part, dict) for name in part}

        assert names <= members()


@every_audience
def test_t46_yaml_has_no_anchor_tag_or_comment(audience: Audience) -> None:
    """An anchor has a name, and an alias says that two values are one object."""
    for one in examples_for(audience):
        text = rednotice.dumps(one, format="yaml").decode()

        assert not re.search(r"^[^'\"]*[:-] [&*!]", text, re.MULTILINE)
        assert not re.search(r"(^| )#", text)


@every_audience
def test_t47_ids_within_a_case_are_numbered_by_kind(audience: Audience) -> None:
    """They hold no time, no hash and no number that counts beyond the case."""
    for case_that_left in examples_for(audience):
        told = plain(case_that_left)
        told.get("record", {}).pop("also_known_as", None)  # what others call the case; for counsel
        ids = [part["id"] for part in parts(told) if isinstance(part, dict) and "id" in part]
        by_kind: dict[str, set[int]] = {}
        for one in ids[1:]:
            kind, number = re.fullmatch("([a-z]+)([0-9]+)", one).groups()  # type: ignore[union-attr]
            by_kind.setdefault(kind, set()).add(int(number))

        assert all(numbers == set(range(1, len(numbers) + 1)) for numbers in by_kind.values())


@far_audience
def test_t47_the_number_of_a_record_says_nothing_of_its_place(audience: Audience) -> None:
    """Records are numbered in the order of a keyed hash, and not in that in which they stood."""
    kinds = ("red", "blue", "green", "yellow", "black", "orange")
    notices = [{"id": f"n{at}", "kind": kind} for at, kind in enumerate(kinds)]
    denied = [{"about": one["id"], "stance": "denies", "by": ["class:press"]} for one in notices]
    one = case(notices=notices, statements=denied)
    other = case(notices=notices[::-1], statements=denied[3:] + denied[:3])

    assert released(one, audience) == released(other, audience)
    told = [notice["kind"] for notice in left(one, audience)["notices"]]
    assert told not in (list(kinds), list(kinds[::-1]))


@far_audience
def test_t48_the_order_within_a_case_is_not_the_order_in_which_it_was_written(
    audience: Audience,
) -> None:
    """It is that of a keyed hash, so that another key gives another order."""
    kinds = ("arrested", "held", "freed", "stopped", "abducted")
    whole = case(outcomes=[{"kind": kind} for kind in kinds])
    orders = set()
    for turn in range(12):
        [one] = rednotice.anonymize(whole, audience, key=hashlib.sha256(bytes([turn])).digest())
        orders.add(tuple(outcome.kind for outcome in one.outcomes))

    assert len(orders) > 6
    assert released(case(outcomes=[{"kind": kind} for kind in kinds[::-1]]), audience) == released(
        whole, audience
    )


def test_t53_nothing_is_pickled() -> None:
    """A pickle can keep what a table no longer shows, and runs code; no format is one."""
    for suffix in ("pickle", "pkl", "parquet", "feather", "xlsx", "sqlite"):
        with pytest.raises(rednotice.UnknownFormat):
            rednotice.write(examples()[:1], f"cases.{suffix}")


def test_t53_a_released_case_keeps_nothing_of_the_whole_one_when_it_is_pickled() -> None:
    """No record points back to what it was made of."""
    name = "Zarqand Zarqandov"
    whole = case(subjects=[{"id": "s1", "label": name}], summary=name, notices=[{"kind": "red"}])
    left_of_it = rednotice.anonymize(whole, "partner", key=KEY)

    assert name.encode() in pickle.dumps(whole)
    assert name.encode() not in pickle.dumps(left_of_it)
    assert KEY not in pickle.dumps(left_of_it)


@every_audience
def test_t57_a_repr_of_what_is_released_tells_ids_alone(audience: Audience) -> None:
    """Also of the list, and of each record in it."""
    for one in examples_for(audience):
        for word in re.findall(r"[^<>\[\], ]+", repr([one, *one.notices, *one.outcomes])):
            assert word in CLASSES or UNCERTAIN_ID.fullmatch(word), "a repr tells more than an id"


CLASSES = {cls.__name__ for cls in record_classes(Case)}


# T58, T59


def test_t58_a_field_that_does_not_say_who_may_see_it_is_no_field() -> None:
    """The model is not imported with such a field, so no release can be made with it."""
    with pytest.raises(TypeError):

        @record
        class Careless:
            """A record."""

            told: str


def test_t58_a_field_without_an_audience_is_refused() -> None:
    """Sensitivity alone does not do."""
    with pytest.raises(TypeError):
        safe("What is told.")  # type: ignore[call-arg]


@pytest.mark.parametrize("name", SHIPPED)
def test_t58_a_policy_that_leaves_a_member_unsaid_does_not_load(name: str, tmp_path: Path) -> None:
    """A member that is new in the model is in no list, and a policy must say what becomes of it."""
    text = (ROOT / f"src/rednotice/policies/shipped/{name}.toml").read_text(encoding="utf-8")
    file = tmp_path / "mine.toml"
    file.write_text(text.replace('"kind", ', "", 1), encoding="utf-8")

    rednotice.policy(name)
    with pytest.raises(rednotice.UnusablePolicy):
        rednotice.policy(file)


def test_t59_what_the_public_sees_every_wider_audience_sees() -> None:
    """By the published table, at every path."""
    wider = {
        "public": ("partner", "counsel", "internal"),
        "partner": ("internal",),
        "ccf_bureau": ("ccf_commission", "counsel", "internal"),
        "ccf_commission": ("counsel", "internal"),
        "counsel": ("internal",),
    }
    less = {"no": 0, "classes": 1, "pursuing": 1, "replaced": 1, "yes": 2}
    with (ROOT / "schemas/1.0/release.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    assert len(rows) > 1_000
    for row in rows:
        for audience, others in wider.items():
            assert all(less[row[audience]] <= less[row[other]] for other in others), row["path"]


# T62

HIDDEN = {
    "tag letters": "".join(chr(0xE0000 + ord(letter)) for letter in "zarq"),
    "variation selectors": "a\ufe01b\ufe0f",
    "zero width": "a\u200bb\u2060c",
    "bidi": "a\u202eb",
}


@far_audience
@pytest.mark.parametrize("signs", HIDDEN)
def test_t62_no_sign_that_nobody_sees_leaves(signs: str, audience: Audience) -> None:
    """Partners and the public get no text, and what they get is plain ASCII."""
    hidden = f"Words {HIDDEN[signs]} more."
    whole = case(
        summary=hidden,
        notices=[{"kind": "red", "charges": [{"offence": ["fraud"], "text": hidden}]}],
        incidents=[{"method": "threat", "known_to": ["TJ"], "text": hidden}],
    )
    told = released(whole, audience).decode()

    assert told.isascii()
    assert not [sign for sign in told if unicodedata.category(sign) in {"Cf", "Cc", "Co", "Cn"}]


@every_audience
def test_t46_every_format_holds_the_same(audience: Audience) -> None:
    """No format adds a name, a comment or a position."""
    for one in rednotice.anonymize(examples()[:5], audience, key=KEY):
        read: list[Any] = [
            rednotice.loads(rednotice.dumps(one, format=form), format=form) for form in FORMATS
        ]

        assert read == [one] * 3
        assert json.loads(rednotice.dumps(one)) == rednotice.to_dict(one)
