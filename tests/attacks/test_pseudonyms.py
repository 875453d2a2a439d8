"""Attacks on the ids of a release: dictionaries, other releases, the order, the key."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import random
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
from released import (
    KEY,
    OTHER_KEY,
    case,
    every_audience,
    examples,
    far_audience,
    left,
    many,
    parts,
    plain,
    released,
)

import rednotice
from rednotice.records import Audience

ID = re.compile(rb'"id":"c-([a-z2-7]+)"')
HASHES = ("md5", "sha1", "sha256", "sha512", "blake2b")
WEAK_KEYS = (b"", bytes(32), b"rednotice")


def ids(cases: Any, **more: Any) -> list[str]:
    return [found.decode() for found in ID.findall(released(cases, **more))]


# T01


def hashed(word: str) -> Iterator[str]:
    """What an id would be if it were a hash of *word*, with a key that can be guessed or none."""
    text = word.encode()
    for name in HASHES:
        digests = [hashlib.new(name, text).digest()]
        digests += [hmac.digest(key, text, name) for key in WEAK_KEYS]
        for digest in digests:
            yield base64.b32encode(digest).decode().lower()[:16]
            yield digest.hex()[:16]


def dictionary() -> Iterator[str]:
    """All names and numbers that stand in the examples, and many that may."""
    told = (part for one in examples() for part in parts(plain(one)))
    yield from {part for part in told if isinstance(part, str) and len(part) < 60}
    yield from (f"2031/{number}" for number in range(1_000))
    yield from (f"{1960 + at // 28}-01-{at % 28 + 1:02}" for at in range(1_500))


@pytest.mark.thorough
def test_t01_a_dictionary_of_names_numbers_and_dates_finds_no_id() -> None:
    """Neither plain hashes nor hashes under an empty or obvious key give an id of a release."""
    real = {one for audience in Audience if audience is not Audience.INTERNAL
            for one in ids(examples(), audience=audience)}  # fmt: skip
    tried = {guess for word in dictionary() for guess in hashed(word)}

    assert len(real) > 50
    assert len(tried) > 100_000
    assert not real & tried


def test_t01_a_dictionary_of_whole_releases_finds_no_id_without_the_key() -> None:
    """Who has the release can hash the case as it stands there, and does not get its id."""
    guesses = set()
    for line in released(examples()).splitlines():
        for other in ("", "c-0"):
            content = json.loads(line)
            content["id"] = other
            for text in (json.dumps(content, sort_keys=True, separators=(",", ":")), str(content)):
                guesses |= set(hashed(text))

    assert not set(ids(examples())) & guesses


@pytest.mark.parametrize("key", [b"", b"k", b"0123456789abcde"], ids=len)
def test_t01_a_key_that_can_be_guessed_is_refused(key: bytes) -> None:
    """Under 16 bytes there is no release."""
    with pytest.raises(ValueError, match="16"):
        rednotice.anonymize(examples()[0], "partner", key=key)


@pytest.mark.parametrize("key", [bytes(16), b"k" * 32, b"ab" * 16], ids=["zeros", "ks", "abs"])
def test_t01_a_key_of_the_same_bytes_is_refused(key: bytes) -> None:
    """A constant is no random key, however long it is."""
    with pytest.raises(ValueError, match="random"):
        rednotice.anonymize(examples()[0], "partner", key=key)


# T02

ELSEWHERE = f"""
import json, sys, rednotice
cases = [rednotice.from_dict(one) for one in json.load(sys.stdin)]
for one in rednotice.anonymize(cases, "partner", key={KEY!r}):
    print(rednotice.dumps(one).decode())
"""


def in_another_process(cases: list[Any], seed: str) -> str:
    done = subprocess.run(  # noqa: S603  # our own code
        [sys.executable, "-c", ELSEWHERE],
        input=json.dumps(cases),
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.mark.thorough
def test_t02_a_key_gives_the_same_release_in_every_process_and_order() -> None:
    """Whatever the hash seed, the order of the cases and the order of their members."""
    cases = [plain(one) for one in examples()[:7]]
    turned = [dict(reversed(one.items())) for one in reversed(cases)]

    assert in_another_process(cases, "0") == in_another_process(turned, "4711") != ""


# T03, T04


def ranks(values: list[str]) -> list[int]:
    order = sorted(values)
    return [order.index(value) for value in values]


def correlation(one: list[int], other: list[int]) -> float:
    """Spearman's, of two lists of ranks."""
    count = len(one)
    apart = sum((a - b) ** 2 for a, b in zip(one, other, strict=True))
    return 1 - 6 * apart / (count * (count**2 - 1))


def by_content(cases: Any, **more: Any) -> dict[str, str]:
    """The id of each case of a release, by the rest of it."""
    told = (json.loads(line) for line in released(cases, **more).splitlines())
    return {json.dumps({**one, "id": ""}): one["id"] for one in told}


@pytest.mark.parametrize(
    "more",
    [{"key": OTHER_KEY}, {"release": "2027"}],
    ids=["T03 another key", "T04 another release"],
)
def test_t03_t04_ids_of_two_releases_have_nothing_in_common(more: dict[str, Any]) -> None:
    """No id is in both, and the order of one says nothing of the order of the other."""
    cases = many(400)
    first, second = by_content(cases), by_content(cases, **more)
    contents = sorted(first)
    assert contents == sorted(second)
    assert len(contents) > 350

    assert not set(first.values()) & set(second.values())
    ordered = [ranks([ids[one] for one in contents]) for ids in (first, second)]
    assert abs(correlation(*ordered)) < 0.15


def test_t04_ids_of_two_audiences_have_nothing_in_common() -> None:
    """Also where both see the same."""
    bare = [case(id="c-1"), case(id="c-2")]

    assert not set(ids(bare)) & set(ids(bare, audience=Audience.PUBLIC))


# T05, T06


def shared_part(one: str, other: str, length: int = 4) -> set[str]:
    pieces = [
        {text[at : at + length] for at in range(len(text) - length + 1)} for text in (one, other)
    ]
    return pieces[0] & pieces[1]


def test_t05_one_text_in_several_places_gives_no_common_part() -> None:
    """Ids are no pseudonyms: a person, a place and a source of one name have unlike ids."""
    name = "Zarqand"
    whole = case(
        people=[{"id": "zarqand", "label": name, "relation": {"kind": "brother"}}],
        events=[{"id": "e1", "kind": "protest", "place": name, "of": ["zarqand"]}],
        sources=[{"id": "q1", "title": name}],
    )
    told = left(whole, Audience.COUNSEL)

    found = [told["id"], told["people"][0]["id"], told["sources"][0].get("id", "")]
    assert not any(shared_part(one, name.lower()) for one in found)
    assert not shared_part(found[0], found[1])


@every_audience
def test_t06_ids_have_one_length_one_alphabet_and_80_bits(audience: Audience) -> None:
    """16 signs of 32 for a case; a kind and a number for what it holds."""
    found = ids(examples(), audience=audience)

    assert {len(one) for one in found} == {16}
    assert all(set(one) <= set("abcdefghijklmnopqrstuvwxyz234567") for one in found)
    assert len(set("".join(found))) == 32


# T07, T08


@every_audience
def test_t07_a_release_of_a_release_tells_nothing_new(audience: Audience) -> None:
    """
    What a second pass gives stands in what the first gave, but for the ids.

    It may give less: that an incident was made public does not leave, so the second pass takes the
    incident for one that nobody knows of.
    """
    once = rednotice.anonymize(examples()[:7], audience, key=KEY)
    twice = rednotice.anonymize(once, audience, key=KEY)

    told, again = (
        {one for whole in several for one in parts(plain(whole)) if isinstance(one, str)}
        for several in (once, twice)
    )
    new = {
        one for one in again - told if not re.fullmatch("c-[a-z2-7]{16}|[a-z]+[0-9]+(\\..*)?", one)
    }
    assert not new
    assert len(twice) == len(once)


def test_t08_brothers_of_nearly_one_name_stay_two() -> None:
    """People are told apart by their records alone; no likeness of names makes two of them one."""
    names = ["ZARQANDOV, Ilom", "Ilom Zarqandov", "Zárqandov Ilom"]
    names.append(unicodedata.normalize("NFD", names[2]))
    people = [
        {"id": f"p{at}", "label": name, "relation": {"kind": "brother"}}
        for at, name in enumerate(names)
    ]

    assert len(left(case(people=people), Audience.COUNSEL)["people"]) == len(names)


def test_t08_one_person_in_two_cases_has_two_ids() -> None:
    """Nothing in a release joins the cases of one person."""
    subject = {"id": "s1", "kind": "person", "label": "Journalist A"}
    cases = [
        case(id="c-1", subjects=[subject], notices=[{"kind": "red"}]),
        case(id="c-2", subjects=[subject], notices=[{"kind": "blue"}]),
    ]
    one, other = (json.loads(line) for line in released(cases).splitlines())

    common = {part for part in parts(one) if isinstance(part, str)} & {
        part for part in parts(other) if isinstance(part, str)
    }
    assert not any(re.fullmatch("c-.*|s1", part) for part in common)


# T09

WRITINGS = (
    KEY,
    KEY.hex().encode(),
    base64.b64encode(KEY),
    base64.b32encode(KEY),
    repr(KEY).encode(),
)


@every_audience
def test_t09_the_key_does_not_stand_in_a_release(audience: Audience) -> None:
    """Nor a key derived from it, as the digests of a release are."""
    told = released(examples(), audience)

    assert not any(writing in told for writing in WRITINGS)


def test_t09_a_refusal_does_not_quote_the_key() -> None:
    """Who gives a bad key sees it nowhere again."""
    for key in (b"zq-a-short-key", b"zq" * 16):
        with pytest.raises(ValueError, match="random") as refused:
            rednotice.anonymize(examples()[0], "partner", key=key)

        assert "zq" not in f"{refused.value} {refused.value!r}"


@far_audience
def test_t05_what_people_and_places_are_called_moves_no_id(audience: Audience) -> None:
    """The ids of a release are hashes of what leaves, and names do not."""
    chance = random.Random(4)  # noqa: S311  # no secret
    cases = [plain(one) for one in examples()]
    renamed = json.loads(json.dumps(cases))
    for one in renamed:
        for person in (*one["subjects"], *one.get("people", ())):
            if "label" in person:
                person["label"] = f"Somebody {chance.random()}"

    before, after = (
        released([rednotice.from_dict(one) for one in several], audience)
        for several in (cases, renamed)
    )
    assert before == after
