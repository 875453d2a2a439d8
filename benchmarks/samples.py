"""
The documents to measure: one invented case from the examples, alone and many times.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

import rednotice

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "case-7f3k2w.yaml"

# The text before, between and after the cases of a file.
_AROUND = {
    ".jsonl": (b"", b"", b""),
    ".json": (b"[\n", b",\n", b"]\n"),
    ".yaml": (b"", b"---\n", b""),
}


def case() -> rednotice.Case:
    """
    The case: it is sparse, with two dozen kinds of records, most of whose members are absent.
    """
    (found,) = rednotice.read(EXAMPLE)
    return found


def text() -> bytes:
    """The case as the library writes it, in one line."""
    return rednotice.dumps(case())


def pretty(text: bytes) -> bytes:
    """The JSON *text*, indented by two spaces."""
    return msgspec.json.format(text, indent=2)


def write_releasable(path: Path, count: int) -> None:
    """
    Write *count* cases to *path* in JSON Lines that may go to partners, each with another id and
    another name.
    """
    handling = rednotice.from_dict(_HANDLING, rednotice.Handling)
    one = rednotice.evolve(case(), handling=handling)
    own, text = one.id.encode(), rednotice.dumps(one)
    assert _NAME in text
    with path.open("wb") as file:
        for number in range(count):
            named = text.replace(_NAME, b"Zyx" + _letters(number))
            file.write(named.replace(own, b"kept-%d" % number, 1) + b"\n")


_NAME = "Örneköy".encode()
_HANDLING = {
    "tlp": "amber",
    "legal_basis": [{"basis": "public_interest", "audience": "partner"}],
    "review_after": "2099",
    "risks": [{"adversary": "TR", "level": "low"}],
}


def _letters(number: int) -> bytes:
    """A word for *number*."""
    return bytes(ord("a") + int(digit) for digit in str(number))


def write(path: Path, count: int) -> None:
    """
    Write the case *count* times to *path*, each with a different id, in the format of the suffix.
    """
    one = case()
    rednotice.write(one, path)
    own, text = one.id.encode(), path.read_bytes()
    before, between, after = _AROUND[path.suffix]
    with path.open("wb") as file:
        file.write(before)
        for number in range(count):
            file.write(between if number else b"")
            file.write(text.replace(own, b"c-%d" % number, 1))
        file.write(after)
