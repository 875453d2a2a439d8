"""
Redact invented texts, and long ones, beside exact replacement and, if it is installed, Presidio.

``python -m benchmarks.redaction`` prints two tables: how many cases of the corpus of the tests each
gets right as a whole, and how fast each is.
"""

from __future__ import annotations

import itertools
import random
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import yaml

import rednotice
from rednotice.names.redaction import redactor
from rednotice.names.redaction.misspelt import is_available

_CORPUS = Path(__file__).parents[1] / "tests" / "names" / "redaction" / "corpus.yaml"
_WORDS = Path(redactor.__file__).with_name("words.csv")
_SIZE = 4_000_000  # signs of a long text
_ROUNDS = 12
_MARK = "[redacted]"


class Tool(NamedTuple):
    """
    A way to redact: its name, and a function from names and a text to the text without them.
    """

    name: str
    redact: Callable[[list[str], str], str]


def main() -> None:
    """Print both tables."""
    cases = yaml.safe_load(_CORPUS.read_text("utf-8"))
    tools = [*_tools()]
    print(f"{'whole cases right':34}", *(f"{tool.name:>20}" for tool in tools))
    kinds = sorted({case["kind"] for case in cases})
    for kind in (*kinds, "all"):
        chosen = [case for case in cases if kind in {case["kind"], "all"}]
        right = (sum(_is_right(tool, case) for case in chosen) for tool in tools)
        print(f"{kind:28} {len(chosen):5}", *(f"{count:>20}" for count in right))
    print()
    for name, names, text in _long_texts():
        print(f"{name:58} {_speed(names, text):6.1f} MB/s")


def _tools() -> Iterator[Tool]:
    yield Tool("exact replacement", _exact)
    yield Tool("rednotice", lambda names, text: str(rednotice.redact(text, names)))
    if find_spec("presidio_analyzer"):
        yield Tool("Presidio, deny list", _presidio())


def _exact(names: list[str], text: str) -> str:
    for name in names:
        text = text.replace(name, _MARK)
    return text


def _presidio() -> Callable[[list[str], str], str]:
    """
    Presidio's recognisers of patterns, and a deny list of the names and their words.
    """
    from presidio_analyzer import PatternRecognizer, RecognizerRegistry
    from presidio_analyzer.predefined_recognizers import EmailRecognizer, PhoneRecognizer

    patterns = [EmailRecognizer(), PhoneRecognizer()]

    def redact(names: list[str], text: str) -> str:
        words = sorted({word for name in names for word in (name, *name.split())})
        deny = PatternRecognizer(supported_entity="PERSON", deny_list=words)
        registry = RecognizerRegistry(recognizers=[*patterns, deny])
        found = [
            one
            for recognizer in registry.recognizers
            for one in recognizer.analyze(text, recognizer.supported_entities, None)
        ]
        for one in sorted(found, key=lambda one: -one.start):
            text = text[: one.start] + _MARK + text[one.end :]
        return text

    return redact


def _is_right(tool: Tool, case: dict[str, Any]) -> bool:
    text = tool.redact(case["names"], case["text"])
    if case["kind"] in {"numbers", "births"} and tool.name == "rednotice":
        listed = {key: case[key] for key in ("numbers", "births") if key in case}
        text = str(rednotice.redact(case["text"], case["names"], **listed))
    return not any(part in text for part in case["gone"]) and all(
        part in text for part in case["stays"]
    )


def _long_texts() -> Iterator[tuple[str, list[str], str]]:
    names = [f"{first} {last}" for first, last in itertools.product(_FIRST, _LAST)]
    yield "nothing is found, 100 names", names, _prose([])
    yield "a name in each 1,000 words, 100 names", names, _prose([*_LAST, "Xolmatova", "Вымыслову"])


_FIRST = (
    "Zdenka",
    "Гульноза",
    "Oskar",
    "Щегла",
    "Gülçiş",
    "Karim",
    "غسان",
    "Zuzanna",
    "Ha-yul",
    "张虚",
)
_LAST = (
    *("Vymyslova", "Холматова", "Madeupson", "Выдумщиков", "Uydurmaoğlu", "Mukhtalaq", "المختلق"),
    *("Wymyślęcka", "Gasang", "Falsedad"),
)


def _prose(names: list[str]) -> str:
    """
    Sentences of ordinary English words, with one of *names* in each 1,000 words.
    """
    chance = random.Random(7)  # noqa: S311  # the same text in each run
    rows = _WORDS.read_text("utf-8").splitlines()
    words = [word for row in rows if row.startswith("en,") for word in row[3:].split()]
    said: list[str] = []
    size = 0
    while size < _SIZE:
        sentence = chance.choices(words, k=12)
        sentence[0] = sentence[0].capitalize()
        if names and chance.random() < 12 / 1_000:
            sentence[6] = chance.choice(names)
        said.append(" ".join(sentence) + chance.choice((".", ".", ".\n\n")))
        size += len(said[-1]) + 1
    return " ".join(said)


def _speed(names: list[str], text: str) -> float:
    redacting = rednotice.Redactor(names)
    redacting.redact(text[:1000])
    best = min(_once(redacting, text) for _ in range(_ROUNDS))
    return len(text.encode()) / 1e6 / best


def _once(redacting: rednotice.Redactor, text: str) -> float:
    start = time.process_time()
    redacting.redact(text)
    return time.process_time() - start


if __name__ == "__main__":
    if not is_available():
        print("rapidfuzz is not installed, so that misspelt names are not searched for")
    main()
