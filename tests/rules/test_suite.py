"""Every rule by its samples: cases that are found, and near misses that are not."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

from rednotice import codelists, gate
from rednotice.documents import pointer
from rednotice.findings import Finding
from rednotice.formats import yaml
from rednotice.insight.questions import Rule
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


def samples() -> Iterator[Sample]:
    for path in sorted(SUITE.glob("*.yaml")):
        with path.open("rb") as file:
            for document in yaml.read(file, path.name, broken):
                for sample in document.value:
                    yield Sample(path.stem, **{**sample, "finds": tuple(sample["finds"])})


def broken(finding: Finding) -> None:
    raise AssertionError(str(finding))


SAMPLES = list(samples())


def name_of(sample: Sample) -> str:
    return f"{sample.rule}: {sample.says}"


@pytest.mark.parametrize("sample", SAMPLES, ids=name_of)
def test_a_sample_is_a_case_that_the_gate_accepts(sample: Sample) -> None:
    """
    Rules are asked of valid documents only, so a sample is one.
    """
    assert gate.is_accepted(sample.case)
    assert sample.shared is None or gate.is_accepted(sample.shared)


@pytest.mark.parametrize("sample", SAMPLES, ids=name_of)
def test_a_rule_finds_exactly_the_places_that_its_sample_names(sample: Sample) -> None:
    """
    What is found is found there and nowhere else, and a near miss is not found.
    """
    found = [place for place, _ in sample.found_by(RULES[sample.rule])]

    assert found == list(sample.finds)


@pytest.mark.parametrize("sample", SAMPLES, ids=name_of)
def test_a_place_that_is_found_is_in_the_document_or_its_holder_is(sample: Sample) -> None:
    """
    A pointer leads to a value, or, where a member is missing, to the object that lacks it.
    """
    for place in sample.finds:
        value: Any = sample.case
        for part in filter(None, place.split("/")):
            value = value[int(part) if isinstance(value, list) else part]


@pytest.mark.parametrize("number", RULES)
def test_a_rule_has_a_sample_that_is_found_and_a_near_miss(number: str) -> None:
    """
    A rule that finds nothing, and a rule that finds everything, would both pass without the other.
    """
    own = [bool(sample.finds) for sample in SAMPLES if sample.rule == number]

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
    said = [(sample.rule, sample.says) for sample in SAMPLES]

    assert len(said) == len(set(said))
    assert all(sentence.endswith(".") for _, sentence in said)


@pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.manual.id)
def test_a_rule_can_be_asked_of_every_sample_of_every_rule(rule: Rule) -> None:
    """
    Whatever else is wrong with a case, dangling references included, no rule breaks on it.
    """
    for sample in SAMPLES:
        for place, _ in sample.found_by(rule):
            assert place == "" or place.startswith("/")


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


@pytest.mark.parametrize("sample", [one for one in SAMPLES if one.finds], ids=name_of)
def test_no_message_quotes_a_value(sample: Sample) -> None:
    """
    Names, dates, numbers and wordings stay in the document; codes of our lists may be named.
    """
    told = [message for rule in catalogue() for _, message in sample.found_by(rule)]
    words = set(re.findall(r"[\w/.-]+", " ".join(told)))

    assert told
    for value in values(sample.case):
        if value not in CODES:
            assert value not in words
            # An id of one letter stands in half of all words, and a message may say what we know.
            assert len(value) < 5 or not any(value in message for message in told)


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
        for sample in SAMPLES
        for audience in Audience
        for _, message in attrs.evolve(sample, audience=audience).found_by(rule)
    }

    assert told
    assert not [message for message in told if WEAKENING.search(message)]
