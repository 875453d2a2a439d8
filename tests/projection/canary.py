"""A case in which every text, number, date, key and id is a token of its own, and the search."""

from __future__ import annotations

import base64
import copy
import csv
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import quote

from filled import filled

from rednotice.model import Case
from rednotice.records import fields_of
from rednotice.records.limits import Between, Length
from rednotice.records.shapes import Many, Mapped, Nested, Scalar
from rednotice.records.walk import Field
from rednotice.types.codes import Codes

TABLE = Path(__file__).parents[2] / "schemas/1.0/release.csv"
DATES = {"PartialDate", "Timestamp", "Duration"}
_YEAR = re.compile("[0-9]{4}")
_NOTHING: Mapping[str, Sequence[str]] = {}
# Letters that no spelling takes for one another, so that no token is found in the place of another.
_LETTERS = "bdfgkmnprstv"
# The same token in letters that JSON escapes, and that UTF-8 and UTF-16 write in another way.
_CYRILLIC = str.maketrans(f"{_LETTERS}zqj", "бдфгкмнпрствзщй")


def word(number: int) -> str:
    """The token *number* as eight small letters that are part of no word."""
    letters = ""
    for _ in range(5):
        number, at = divmod(number, len(_LETTERS))
        letters += _LETTERS[at]
    return f"zqj{letters}"


def cyrillic(token: str) -> str:
    """*token* in Cyrillic letters."""
    return token.translate(_CYRILLIC)


class Canary:
    """
    A case with tokens, by default the filled one: *document* is the case, *planted* has the way and
    the kind of each token. If it is to be *sound*, dates and durations stay as they are, and no
    name mixes two scripts, so that it may leave. Tokens are numbered from *first*.

    Kinds: ``text`` (also addresses, times and languages), ``number``, ``day`` and ``year`` of a
    date, ``id``, ``code`` (of another vocabulary), ``key`` and ``hash``.
    """

    def __init__(
        self, document: Any = None, *, codes: bool = False, sound: bool = False, first: int = 1
    ) -> None:
        self.planted: dict[str, tuple[str, str]] = {}
        self._codes, self._sound = codes, sound
        self._numbers = count(first)
        self._ids: dict[str, str] = {}
        self.document = copy.deepcopy(document) if document else _open()
        self._record(Case, self.document, "")
        self._point(Case, self.document)
        if not document:
            self._say()

    # Planting

    def _plant(self, token: str, way: str, kind: str) -> str:
        assert token not in self.planted
        self.planted[token] = (way, kind)
        return token

    def _record(self, cls: Any, part: dict[str, Any], way: str) -> None:
        for field in fields_of(cls):
            here = f"{way}.{field.name}".lstrip(".")
            value = part.get(field.name)
            if value is None or field.name in {"rednotice", "missing"}:
                continue
            several = value if type(value) is list else [value]
            if isinstance(field.one, Nested):
                for one in several:
                    self._record(field.one.record, one, here)
            elif isinstance(field.one, Mapped):
                part[field.name] = self._extension(here)
            elif isinstance(field.one, Scalar):
                made = [self._leaf(field.one, one, here) for one in several]
                part[field.name] = made if type(value) is list else made[0]

    def _extension(self, way: str) -> dict[str, Any]:
        domain, key, text = (word(next(self._numbers)) for _ in range(3))
        self._plant(domain, way, "key")
        self._plant(key, way, "key")
        held = [self._plant(text, way, "text"), self._number(way)]
        return {f"org.{domain}": {key: held}}

    def _number(self, way: str) -> int:
        number = 7_310_000 + next(self._numbers)
        return int(self._plant(str(number), way, "number"))

    def _leaf(self, shape: Scalar, value: Any, way: str) -> Any:  # noqa: C901, PLR0911, PLR0912
        name = shape.named.name if shape.named else ""
        if name in DATES and self._sound:
            return value
        number = next(self._numbers)
        token = word(number)
        for limit in shape.limits:
            if isinstance(limit, Codes):
                if not (self._codes and limit.codelist.open):
                    return value
                return f"x-a:{self._plant(token, way, 'code')}"
            if isinstance(limit, Length):
                self._plant(token, way, "text")
                if self._sound:
                    return token
                return f"{token} {self._plant(cyrillic(token), way, 'text')}"
            if isinstance(limit, Between):
                return self._measure(shape, way)
        match name:
            case "Id":
                if value not in self._ids:
                    self._ids[value] = self._plant(token, way, "id")
                return self._ids[value]
            case "PartialDate":
                return self._date(number, way)
            case "Timestamp":
                return f"{self._date(number, way)}T12:00:00Z"
            case "Duration":
                return f"P{self._plant(str(71_000 + number), way, 'number')}D"
            case "Money":
                return f"TRY {self._number(way)}"
            case "NoticeNumber":
                return f"2031/{self._plant(str(310_000 + number), way, 'text')}"
            case "Sha256":
                return self._plant(hashlib.sha256(token.encode()).hexdigest(), way, "hash")
            case "Language":
                return f"en-x-{self._plant(token, way, 'text')}"
            case "Address":
                return f"https://{self._plant(token, way, 'text')}.example/a"
            case "Extract" | "Edition" | "PolicyName":
                return self._plant(token, way, "text")
        return value

    def _measure(self, shape: Scalar, way: str) -> Any:
        if shape.base is int:
            return self._number(way)
        return float(self._plant(f"1.{10_000 + next(self._numbers)}1", way, "number"))

    def _date(self, number: int, way: str) -> str:
        year = 1000 + number if number < 1000 else 2100 + number
        self._plant(str(year), way, "year")
        return self._plant(f"{year}-03-17", way, "day")

    # Pointing

    def _point(self, cls: Any, part: dict[str, Any]) -> None:
        """Give references the new ids of what they name."""
        for field in fields_of(cls):
            value = part.get(field.name)
            if value is None:
                continue
            several = value if type(value) is list else [value]
            if isinstance(field.one, Nested):
                for one in several:
                    self._point(field.one.record, one)
            elif field.ref is not None:
                named = [self._renamed(one) for one in several]
                part[field.name] = named if type(value) is list else named[0]

    def _renamed(self, reference: str) -> str:
        head, dot, rest = reference.partition(".")
        return f"{self._ids.get(head, head)}{dot}{rest}"

    # Saying

    def _say(self) -> None:
        """Add a statement about each text, number and date of a record that can be named."""
        for field in fields_of(Case):
            if isinstance(field.one, Nested) and isinstance(field.shape, Many):
                record = self.document[field.name][0]
                for member in fields_of(field.one.record):
                    if "id" in record and _is_plain(member):
                        way = f"statements.value of {field.name}.{member.name}"
                        value = self._leaf(member.one, None, way)  # type: ignore[arg-type]
                        self._statement(f"{record['id']}.{member.name}", value)

    def _statement(self, about: str, value: Any) -> None:
        if value is not None:
            said = {"about": about, "stance": "says", "value": value, "by": ["class:press"]}
            self.document["statements"].append(said)


def _open() -> dict[str, Any]:
    """The filled case, with a travel document that the bureau of its state knows."""
    whole = filled()
    for document in whole["subjects"][0]["documents"]:
        document["issuing_state"] = whole["pursued_by"][0]
    return whole


def _is_plain(field: Field) -> bool:
    one = field.one
    is_id = isinstance(one, Scalar) and one.named is not None and one.named.name == "Id"
    return isinstance(one, Scalar) and one.ref is None and not is_id


# The allow-list, read from the table that is published beside the schema


@cache
def table() -> dict[str, dict[str, str]]:
    """For each path of the case, what each audience sees of it."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["path"]: row for row in csv.DictReader(file) if row["document"] == "case"}


def told(way: str, audience: str, dropped: Mapping[str, Sequence[str]] = _NOTHING) -> bool:
    """
    Whether the value at *way* may leave for *audience*: the published table says so, no step of the
    way is in the list of members that a policy *dropped*, and it is not a release's word of itself.
    """
    return not way.startswith("release.") and all(
        table()[path][audience] == "yes"
        and not any(name in dropped.get(cls, ()) for cls, name in steps(path))
        for path in way.split(" of ")
    )


def steps(way: str) -> Iterator[tuple[str, str]]:
    """The members on *way*, each with the name of the record class that has it."""
    cls: Any = Case
    for name in way.split("."):
        yield cls.__name__, name
        field = next(one for one in fields_of(cls) if one.name == name)
        cls = field.one.record if isinstance(field.one, Nested) else None


# The search


@cache
def writings(token: str) -> tuple[bytes, ...]:
    """The ways in which *token* could stand in a file, in small letters where case is nothing."""
    return tuple(
        dict.fromkeys((*_spelled(token), *_spelled(token[::-1]), *_base64(token.encode())))
    )


def _spelled(text: str) -> Iterator[bytes]:
    plain = text.encode()
    yield plain
    yield text.encode("utf-16-le")
    yield text.encode("utf-16-be")
    yield "".join(f"\\u{ord(sign):04x}" for sign in text).encode()
    yield "".join(f"%{byte:02x}" for byte in plain).encode()
    yield quote(text).lower().encode()
    yield plain.hex().encode()


def _base64(plain: bytes) -> Iterator[bytes]:
    """What of *plain* stands in any base64 text that holds it, at each of three offsets."""
    for before in range(3):
        whole = base64.b64encode(b"\0" * before + plain)
        start = (0, 2, 3)[before]
        end = len(whole) - (0, 3, 2)[(before + len(plain)) % 3]
        yield whole[start:end]
        yield whole[start:end].translate(bytes.maketrans(b"+/", b"-_"))


def found(content: bytes, tokens: Iterable[str]) -> set[str]:
    """Which of *tokens* stand in *content*, in whatever writing."""
    small = content.lower()
    years = set(re.findall(rb"(?<![0-9a-z.-])[0-9]{4}(?![0-9a-z-])", small))

    def stands(token: str) -> bool:
        if _YEAR.fullmatch(token):
            return token.encode() in years
        return any(one in small or one in content for one in writings(token))

    return {token for token in tokens if stands(token)}
