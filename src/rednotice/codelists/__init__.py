"""
Vocabularies: lists of codes, kept as CSV files that anyone can review. Each is read on first use.

``data/index.csv`` names the lists, one in each row; ``data/<list>.csv`` holds the codes of a list.
Codes are never deleted: an obsolete code keeps its row and names its replacement.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, partial
from types import MappingProxyType
from typing import Any

import attrs

from rednotice.errors import UnknownName

__all__ = ["Code", "Codelist", "UnknownCode", "UnknownCodelist", "codelist", "names", "tables"]


class UnknownCodelist(UnknownName):
    """
    No codelist has the given name. The message suggests the nearest name and does not quote the
    given one.
    """


class UnknownCode(UnknownName):
    """
    The codelist has no such code. The message names the list and does not quote the code.
    """


@attrs.frozen
class Code:
    """
    One code of a list, with its meaning.

    Attributes:
        code: The code as records write it.
        label: A short name for people, in sentence case.
        definition: One sentence that says when to use the code.
        broader: The code of the same list that includes this one; empty at the top.
        core: Whether forms and spreadsheets show the code first.
        reveals_host: Whether the code reveals where, or under what protection, a person lives
            abroad.
        since: The edition of the lists in which the code appeared.
        replaced_by: The code of the same list to use instead; empty while it is in use.
        source: The source of the code or of its meaning.
        crosswalk: The equivalent codes of other vocabularies, as ``scheme:value``, in order.
        traits: What rules must know of the code, in the words that the index declares for the list.
        leaves_for: The widest audiences that may see the code, internal and counsel apart; only
            ``counsel`` if it goes no further, and empty where no field of the list does.
    """

    code: str
    label: str
    definition: str
    broader: str
    core: bool
    reveals_host: bool
    since: str
    replaced_by: str
    source: str
    crosswalk: tuple[str, ...]
    traits: frozenset[str] = frozenset()
    leaves_for: tuple[str, ...] = ()


def _unchanging(codes: Mapping[str, Code]) -> Mapping[str, Code]:
    return MappingProxyType(dict(codes))


@attrs.frozen
class Codelist:
    """
    A list of codes. ``code in codelist`` tests for a code, and iteration yields each `Code` in
    order.

    Attributes:
        name: The name by which fields refer to it.
        title: What one code stands for, in a few words.
        definition: What the list is about, in one sentence.
        open: Whether a field of this list also accepts ``vocabulary:code`` from another vocabulary.
        owner: Who decides on its codes.
        edition: The owner's edition that the list follows.
        source: The source of most of its codes.
        codes: The codes by their spelling, in the order of the file.
    """

    name: str
    title: str
    definition: str
    open: bool
    owner: str
    edition: str
    source: str
    codes: Mapping[str, Code] = attrs.field(repr=False, hash=False, converter=_unchanging)

    def __contains__(self, code: object) -> bool:
        return isinstance(code, str) and code in self.codes

    def __iter__(self) -> Iterator[Code]:
        return iter(self.codes.values())

    def __len__(self) -> int:
        return len(self.codes)

    @property
    def core(self) -> tuple[Code, ...]:
        """The codes that forms and spreadsheets show first."""
        return tuple(code for code in self if code.core)

    def label(self, code: str) -> str:
        """
        The label of *code*.

        Raises:
            UnknownCode: If the list has no such code; also for a code of another vocabulary.
        """
        return self._one(code).label

    def narrower(self, code: str) -> tuple[Code, ...]:
        """
        The codes directly under *code*.

        Raises:
            UnknownCode: If the list has no such code.
        """
        above = self._one(code).code
        return tuple(below for below in self if below.broader == above)

    def _one(self, code: str) -> Code:
        if (found := self.codes.get(code)) is None:
            raise UnknownCode(f"the list {self.name} has no such code; iterate it to see them all")
        return found

    def __reduce__(self) -> tuple[Any, ...]:
        # The read-only view of the codes can be neither copied nor pickled.
        members = {field.name: getattr(self, field.name) for field in attrs.fields(Codelist)}
        return partial(Codelist, **members | {"codes": dict(self.codes)}), ()


def names() -> tuple[str, ...]:
    """
    The names of all lists, in the order of the index.
    """
    return tuple(_index())


def codelist(name: str) -> Codelist:
    """
    The codelist *name*, which is read from its file on first use and then cached.

    Raises:
        UnknownCodelist: If no list has this name.
    """
    return _loaded(name)


@cache
def _loaded(name: str) -> Codelist:
    if (about := _index().get(name)) is None:
        raise UnknownCodelist(_advice(name))
    codes = {row["code"]: _code(row) for row in _rows(name)}
    return Codelist(
        name=name,
        title=about["title"],
        definition=about["definition"],
        open=about["open"] == "yes",
        owner=about["owner"],
        edition=about["edition"],
        source=about["source"],
        codes=codes,
    )


def tables() -> dict[str, bytes]:
    """
    The published CSV files, including the index: the content of each file by its name.
    """
    from importlib.resources import files

    found = files(__name__).joinpath("data").iterdir()
    return {file.name: file.read_bytes() for file in sorted(found, key=lambda file: file.name)}


def _code(row: dict[str, str]) -> Code:
    return Code(
        code=row["code"],
        label=row["label"],
        definition=row["definition"],
        broader=row["broader"],
        core=row["core"] == "yes",
        reveals_host=row["reveals_host"] == "yes",
        since=row["since"],
        replaced_by=row["replaced_by"],
        source=row["source"],
        crosswalk=tuple(row["crosswalk"].split()),
        traits=frozenset(row["traits"].split()),
        leaves_for=tuple(row["leaves_for"].split()),
    )


@cache
def _index() -> dict[str, dict[str, str]]:
    return {row["name"]: row for row in _rows("index")}


def _rows(name: str) -> Iterator[dict[str, str]]:
    # Imported here because importing the model does not need it.
    import csv
    import io
    from importlib.resources import files

    text = files(__name__).joinpath("data", f"{name}.csv").read_text(encoding="utf-8")
    return csv.DictReader(io.StringIO(text))


def _advice(name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, names(), n=3)
    step = f"did you mean {' or '.join(near)}?" if near else "`rednotice codelist` lists them"
    return f"no codelist has this name; {step}"
