"""
Limits: conditions on values, stated once for the check, the schema and the message.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any, Protocol, runtime_checkable

import attrs

JsonSchema = dict[str, Any]
# Levels of lists and objects in one document. No format reads more, so no record holds more.
LEVELS = 100
LARGEST = 64 * 2**20  # bytes of one document
_HALVES = re.compile("[\ud800-\udfff]")


def is_text(value: Any) -> bool:
    """
    Whether *value* is a string that UTF-8 can encode; a lone surrogate cannot be encoded.
    """
    return isinstance(value, str) and (value.isascii() or _HALVES.search(value) is None)


class Limit(Protocol):
    """
    A condition on one plain value, carried by a type as ``Annotated[str, …]``.
    """

    @property
    def expects(self) -> str:
        """The words that follow "must be" in a message."""
        ...

    def holds(self, value: Any, /) -> bool:
        """Whether *value*, which has the right Python type, meets the condition."""
        ...

    def keywords(self) -> JsonSchema:
        """The same condition as JSON Schema keywords."""
        ...

    def advice(self, value: Any, /) -> str:
        """
        Sentences that explain why *value* does not hold and give the next step; empty if there is
        nothing to say beyond `expects`.
        """
        ...


@runtime_checkable
class Listed(Protocol):
    """
    A limit to the codes of the list *name*.
    """

    name: str

    def spelt(self, text: str, /) -> str | None:
        """The code that *text* is, also in another spelling; None if it is none."""
        ...

    def telling(self, text: str, /) -> str | None:
        """
        The code that *text* is, also in another spelling, if that is enough to know which list is
        meant; None for a code that says nothing, of countries, and of a list that protects.
        """
        ...


# Patterns of what people write instead, each with the sentences that explain it.
Slips = tuple[tuple[str, str], ...]


class Silent:
    """
    A limit that has nothing to say beyond what it expects.
    """

    __slots__ = ()

    def advice(self, _value: Any, /) -> str:
        """Nothing."""
        return ""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@attrs.frozen(eq=False)
class Matches:
    """
    A text that matches a pattern, which every regular-expression engine must read the same way.

    The pattern begins with ``^`` and ends with ``$``, writes digits as ``[0-9]`` and uses neither
    lookahead nor lookbehind. ``$`` means the very end of the text, as in ECMA-262; Python's own
    ``$`` would accept a trailing newline.
    """

    pattern: str
    expects: str
    examples: tuple[str, ...] = ()
    slips: Slips = ()
    advise: Callable[[str], str] | None = None  # for what no pattern tells
    several: str = ""  # what to write in the place of a list of such texts

    def holds(self, value: Any, /) -> bool:
        return _compiled(self.pattern).fullmatch(value) is not None

    def keywords(self) -> JsonSchema:
        return {"pattern": self.pattern, "patternErrorMessage": f"It must be {self.expects}."}

    def advice(self, value: str, /) -> str:
        said = (say for slip, say in self.slips if _compiled(slip).fullmatch(value))
        return next(said, "") or (self.advise(value) if self.advise else "")


@attrs.frozen(eq=False)
class Length(Silent):
    """
    A text of *low* to *high* characters (Unicode code points).
    """

    low: int = 1
    high: int | None = None

    @property
    def expects(self) -> str:
        if self.high is None:
            return f"a text of at least {self.low} character{'s' * (self.low > 1)}"
        return f"a text of {self.low} to {self.high} characters"

    def holds(self, value: Any, /) -> bool:
        return len(value) >= self.low and (self.high is None or len(value) <= self.high)

    def keywords(self) -> JsonSchema:
        high = {} if self.high is None else {"maxLength": self.high}
        return {"minLength": self.low, **high}


@attrs.frozen(eq=False)
class Between:
    """
    A finite number from *low* to *high*, both included, in *unit*; *said* replaces the generated
    message.
    """

    low: float
    high: float
    unit: str = ""
    said: str = ""
    too_high: str = ""  # what to say of a number above *high*

    @property
    def expects(self) -> str:
        return self.said or f"a number from {self.low:g} to {self.high:g} {self.unit}".rstrip()

    def holds(self, value: Any, /) -> bool:
        return bool(self.low <= value <= self.high)

    def keywords(self) -> JsonSchema:
        return {"minimum": self.low, "maximum": self.high}

    def advice(self, value: float, /) -> str:
        return self.too_high if value > self.high else ""


@attrs.frozen(eq=False)
class Exactly(Silent):
    """
    One fixed value.
    """

    value: str | bool

    @property
    def expects(self) -> str:
        return f"`{str(self.value).lower() if isinstance(self.value, bool) else self.value}`"

    def holds(self, value: Any, /) -> bool:
        return type(value) is type(self.value) and value == self.value

    def keywords(self) -> JsonSchema:
        return {"const": self.value}


@attrs.frozen(eq=False)
class Ref:
    """
    A reference to a record by its id; *targets* are the members that may hold the record
    (``"people"``).

    This is not a limit on the text. A rule checks in the whole case that the id exists.
    """

    targets: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """What may stand instead of an id, as the schema names it; nothing here."""
        return ()

    @staticmethod
    def to(*targets: str) -> Ref:
        """A reference to a record in one of the members named *targets*."""
        return Ref(targets)


@attrs.frozen(eq=False)
class Named:
    """
    The name of a type in the schema, with its title, description and examples.
    """

    name: str
    title: str
    description: str
    examples: tuple[Any, ...] = ()


@attrs.frozen(eq=False)
class MemberNames(Silent):
    """
    The name of an optional member of the record that holds the value; `shapes_of` fills in *names*.
    """

    names: tuple[str, ...] = ()

    @property
    def expects(self) -> str:
        return "an optional member of the same record"

    def holds(self, value: Any, /) -> bool:
        return value in self.names

    def keywords(self) -> JsonSchema:
        return {"enum": list(self.names)}
