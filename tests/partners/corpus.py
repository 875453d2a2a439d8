"""The documents that every engine is asked about: the examples, and 5,000 that came of a slip."""

from __future__ import annotations

import copy
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings

from rednotice import formats

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "laws"))

from mutations import Path as Place  # noqa: E402
from mutations import at, mutants, places  # noqa: E402  # stands among the laws

MOST = 5_000
OF_EXAMPLES = 4_000
NEEDED = {"rednotice", "id", "subjects", "shared"}
OTHERS = (None, [], {}, "", "x", "NO", "2021-06", -1, 0.5, True, "x" * 5_000, "s1\n", "٣")


def examples() -> list[Any]:
    """The documents of all examples."""
    found = []
    for path in sorted((ROOT / "examples").glob("*.yaml")):
        with path.open("rb") as file:
            found += [one.value for one in formats.by_name("yaml").read(file, None, print)]
    return found


def is_shared(document: Any) -> bool:
    return isinstance(document, dict) and document.get("shared") is True


def slipped(document: Any, path: Place, other: Any) -> Any:
    """
    *document* without its value at *path*, or with *other* there.

    Of the rest, only what a document must have and what stands around the place is kept, so that
    engines come to an end with thousands of them.
    """
    kept = NEEDED | {path[0]}
    found = copy.deepcopy({name: part for name, part in document.items() if name in kept})
    if other is ...:
        del at(found, path[:-1])[path[-1]]
    else:
        at(found, path[:-1])[path[-1]] = other
    return found


def slips() -> Iterator[Any]:
    """Every so many of all examples with a value taken out, made a list or exchanged."""
    every = [
        (document, path, other)
        for document in examples()
        for path, value in places(document)
        for other in (..., [value], *OTHERS)
        if path
    ]
    for one in every[:: len(every) // (OF_EXAMPLES * 5 // 4)]:
        yield slipped(*one)


def of_the_model(most: int) -> list[Any]:
    """Documents that the model allows, each member as likely as another, after a slip or two."""
    found: list[Any] = []

    @settings(
        max_examples=most // 2,
        derandomize=True,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(documents=mutants(most=16))
    def collect(documents: list[Any]) -> None:
        found.extend(documents)

    collect()
    return found


def survives(document: Any) -> bool:
    """Whether JavaScript, all of whose numbers are doubles, reads every number as it is written."""
    return bool(json.loads(json.dumps(document), parse_int=float) == document)


def distinct(documents: Iterable[Any], most: int) -> list[Any]:
    """The first *most* of *documents* that differ and that every engine can read."""
    found = {json.dumps(one, sort_keys=True): one for one in documents if survives(one)}
    return list(found.values())[:most]


def slips_of_all_kinds() -> list[Any]:
    """5,000 documents, the same in each run."""
    found = distinct(slips(), OF_EXAMPLES)
    return distinct([*found, *of_the_model(MOST - OF_EXAMPLES)], MOST)
