"""Every rule by its samples: cases that are found, and near misses that are not."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import attrs
import pytest

from rednotice import codelists, gate
from rednotice.documents import pointer
from rednotice.findings import Finding
from rednotice.formats import yaml
from rednotice.insight.questions import Rule
from rednotice.insight.telling import telling_ids
from rednotice.insight.view import View
from rednotice.records import Audience
from rednotice.rules import catalogue

SUITE = Path(__file__).parents[1] / "suite" / "rules"
TODAY = dt.date(2027, 1, 1)  # where a sample names no day
RULES = {rule.manual.id: rule for rule in catalogue()}


@attrs.frozen
class Sample:
    """One sample of the rule *rule*: a case, and the places at which it must be found."""

    rule: str
    says: str
    finds: tuple[str, ...]
    case: dict[str, Any] = attrs.field(repr=False)
    shared: dict[str, Any] | None = attrs.field(default=None, repr=False)
    today: dt.date = attrs.field(
        default=TODAY, converter=lambda day: dt.date.fromisoformat(str(day))
    )
    audience: Audience = attrs.field(default=Audience.INTERNAL, converter=Audience)
    file: str | None = None

    @property
    def view(self) -> View:
        """The case as a rule looks at it, anew each time."""
        shared: Any = gate.decode(self.shared) if self.shared else None
        return View(gate.decode(self.case), self.today, self.audience, shared, self.file)

    def found_by(self, rule: Rule) -> list[tuple[str, str]]:
        """The places that *rule* finds here, with their messages."""
        return [(pointer(path), message) for path, message in rule.problems(self.view)]


def samples_of(number: str) -> Iterator[Sample]:
    """The samples of the rule *number*, which stand in a file of its name."""
    path = SUITE / f"{number}.yaml"
    with path.open("rb") as file:
        for document in yaml.read(file, path.name, broken):
            for sample in document.value:
                yield Sample(number, **{**sample, "finds": tuple(sample["finds"])})


def broken(finding: Finding) -> None:
    raise AssertionError(str(finding))


SAMPLES = {number: list(samples_of(number)) for number in RULES}
every_rule = pytest.mark.parametrize("number", RULES)


def every_sample() -> Iterator[Sample]:
    return chain.from_iterable(SAMPLES.values())


@every_rule
def test_a_sample_is_a_case_that_the_gate_accepts(number: str) -> None:
    """
    Rules are asked of valid documents only, so a sample is one.
    """
    for sample in SAMPLES[number]:
        assert gate.is_accepted(sample.case), sample.says
        assert sample.shared is None or gate.is_accepted(sample.shared), sample.says


@every_rule
def test_a_rule_finds_exactly_the_places_that_its_samples_name(number: str) -> None:
    """
    What is found is found there and nowhere else, and a near miss is not found.
    """
    for sample in SAMPLES[number]:
        found = [place for place, _ in sample.found_by(RULES[number])]

        assert found == list(sample.finds), sample.says


@every_rule
def test_a_place_that_is_found_is_in_the_document_or_its_holder_is(number: str) -> None:
    """
    A pointer leads to a value, or, where a member is missing, to the object that lacks it.
    """
    for sample in SAMPLES[number]:
        for place in sample.finds:
            value: Any = sample.case
            for part in filter(None, place.split("/")):
                value = value[int(part) if isinstance(value, list) else part]


@every_rule
def test_a_rule_has_a_sample_that_is_found_and_a_near_miss(number: str) -> None:
    """
    A rule that finds nothing, and a rule that finds everything, would both pass without the other.
    """
    own = [bool(sample.finds) for sample in SAMPLES[number]]

    assert set(own) == {True, False}


def test_every_file_of_samples_belongs_to_a_rule() -> None:
    """
    A file that is named for no rule is read by nobody.
    """
    assert {path.stem for path in SUITE.iterdir()} <= set(RULES)


def test_samples_say_what_they_are_about_in_a_sentence_of_their_own() -> None:
    """
    A sample is part of the manual: its sentence ends with a full stop and is said once a rule.
    """
    said = [(sample.rule, sample.says) for sample in every_sample()]

    assert len(said) == len(set(said))
    assert all(sentence.endswith(".") for _, sentence in said)


@every_rule
def test_every_rule_can_be_asked_of_the_samples_of_a_rule(number: str) -> None:
    """
    Whatever else is wrong with a case, dangling references included, no rule breaks on it.
    """
    for sample in SAMPLES[number]:
        view = sample.view
        for rule in catalogue():
            assert all(isinstance(path, tuple) for path, _ in rule.problems(view))


def values(document: Any) -> Iterator[str]:
    """Every scalar of *document* as text; member names are not values."""
    if isinstance(document, dict):
        for part in document.values():
            yield from values(part)
    elif isinstance(document, list):
        for part in document:
            yield from values(part)
    else:
        yield str(document)


CODES = {code.code for name in codelists.names() for code in codelists.codelist(name)}


@every_rule
def test_no_message_quotes_a_value(number: str) -> None:
    """
    Names, dates, numbers and wordings stay in the document; codes of our lists may be named, and
    so may ids, unless they tell a name.
    """
    for sample in SAMPLES[number]:
        if not sample.finds:
            continue  # what is found in a near miss is no matter of its rule
        view = sample.view
        told = [message for rule in catalogue() for _, message in rule.problems(view)]
        words = set(re.findall(r"[\w/.-]+", " ".join(told)))

        assert told
        known = {*CODES, *view.ids} - telling_ids(view).keys()
        for value in values(sample.case):
            if value not in known:
                assert value not in words - {"A", "no"}, sample.says  # which are words of prose too
                # An id of one letter stands in half of all words; a message may say what we know.
                assert len(value) < 5 or not any(value in message for message in told), sample.says


# Words that propose to take a guard away: a mark that lets more through, an audience that is wider,
# a reason in `missing` that is dropped.
WEAKENING = re.compile(
    r"`(?:amber|green|clear|public|partner)`|`(?:tlp|audience|terms|privileged): "
    r"|\b(?:lower|widen|raise|unmark|downgrade|switch off|ignore|pass it over)\b"
    r"|out of `missing`|(?:say|set|enter|write|mark)\b[^;:]*`handling\.tlp`"
)


@pytest.mark.parametrize(
    "rule",
    [one for one in catalogue() if one.guards_release or one.of_releases],
    ids=lambda rule: rule.manual.id,
)
def test_no_hint_proposes_to_weaken_a_protection(rule: Rule) -> None:
    """
    Whoever does what a message says must not silence the rule by opening what it guards.
    """
    told = {
        message
        for sample in SAMPLES[rule.manual.id]
        for audience in Audience
        for _, message in attrs.evolve(sample, audience=audience).found_by(rule)
    }

    assert told
    assert not [message for message in told if WEAKENING.search(message)]
