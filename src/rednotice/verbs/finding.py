"""
Find members, codes, records, lists, rules, commands and terms by the words that people use for
them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import attrs

from rednotice import codelists, rules
from rednotice.insight.commands import commands
from rednotice.insight.glossary import terms
from rednotice.insight.homes import Home, homes
from rednotice.insight.matching import Index, Phrase
from rednotice.insight.member_paths import Member, codelist_of, members, owner_of
from rednotice.model import Case, SharedDocument
from rednotice.records import record_classes
from rednotice.records.docstrings import docstring
from rednotice.types.roles import CLASS, Role
from rednotice.words.everyday import everyday_words

MOST = 10  # hits that are given unless more are asked for

# How much a word counts that stands in the name, the label, an everyday word, a happening, the
# path or the list around it, or the definition.
_NAME, _LABEL, _EVERYDAY, _HOME, _PATH, _DEFINITION = 6.0, 5.0, 5.5, 3.0, 2.0, 1.0
_LATER = 0.9  # each further meaning of an everyday word counts so much of the one before it
_IN_PASSING = 0.6  # what a happening counts for the codes that it names and is not about
# A rule explains what is wrong and not where to write something.
_KINDS = {
    "member": 1.0,
    "code": 1.0,
    "command": 0.8,
    "record": 0.9,
    "list": 0.8,
    "term": 0.7,
    "rule": 0.6,
}


@attrs.frozen
class Hit:
    """
    Something of ours that `find` has found.

    Attributes:
        kind: ``member``, ``code``, ``record``, ``list``, ``rule``, ``command`` or ``term``.
        name: Its name, such as ``born``, ``boarding_refused``, ``Notice``, ``RN201`` or
            ``rednotice release``.
        places: The members of a case that it is, or that hold it, as names joined by dots.
        label: A short name for people; empty for a member.
        definition: What it means.
        see: The command that says more; empty for a term.
        homes: The happenings that are written with it.
    """

    kind: str
    name: str
    places: tuple[str, ...]
    label: str
    definition: str
    see: str
    homes: tuple[Home, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """
        The hit as a JSON object.
        """
        return {
            "kind": self.kind,
            "name": self.name,
            "places": list(self.places),
            "label": self.label,
            "definition": self.definition,
            "homes": [
                {"happening": one.happening, "write": one.example(), "remark": one.remark}
                for one in self.homes
            ],
            "see": self.see,
        }


@attrs.frozen
class Hits:
    """
    The hits for some words, the best first; iterate it.

    Attributes:
        hits: The hits, at most as many as were asked for.
        total: The number of all hits.
        nearest: Words of ours that were looked for in place of words that nothing has.
    """

    hits: tuple[Hit, ...]
    total: int
    nearest: tuple[str, ...]

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)

    def __len__(self) -> int:
        return len(self.hits)


def find(*words: str, most: int | None = MOST) -> Hits:
    """
    Find the members, codes, records, lists, rules, commands and terms that *words* may mean.

    Names count most, then labels, everyday words, happenings and definitions. Several words are
    looked for together; if nothing has them all, what has some of them is found.

    >>> [(hit.name, hit.places[0]) for hit in find("boarding", most=2)]
    [('boarding_refused', 'outcomes.kind'), ('boarding_refused', 'incidents.method')]

    Args:
        words: One or several words in English, in any form: ``deported``, ``Deportation``.
        most: The number of hits to give; None for all.
    """
    matches = _index().search(" ".join(words))
    keys = [match.key for match in matches.found]
    hits = tuple(_hit(key) for key in (keys if most is None else keys[:most]))
    return Hits(hits, len(keys), matches.nearest)


_Key = tuple[str, str]  # a kind, and a name in that kind


@cache
def _index() -> Index[_Key]:
    entries: dict[_Key, list[Phrase]] = {}
    for key, phrase in _phrases():
        weight = phrase.weight * _KINDS[key[0]]
        entries.setdefault(key, []).append(attrs.evolve(phrase, weight=weight))
    return Index(entries)


def _phrases() -> Iterator[tuple[_Key, Phrase]]:
    yield from _of_members()
    yield from _of_codes()
    yield from _of_records()
    yield from _of_pages()
    yield from _of_commands()
    for word in everyday_words():
        for place, meant in enumerate(word.means):
            yield _key_of(meant), Phrase(word.word, _EVERYDAY * _LATER**place)
    for home in homes():
        for key in _keys_of(home):
            weight = _HOME if key == _told_by(home) else _HOME * _IN_PASSING
            yield key, Phrase(home.happening, weight, whole=False)
            yield from ((key, Phrase(word, weight)) for word in home.words)


def _of_members() -> Iterator[tuple[_Key, Phrase]]:
    for name, member in members().items():
        yield ("member", name), Phrase(member.field.name, _NAME)
        yield ("member", name), Phrase(member.paths[0], _PATH)
        yield ("member", name), Phrase(member.field.meaning.doc, _DEFINITION, whole=False)


def _of_codes() -> Iterator[tuple[_Key, Phrase]]:
    for name in codelists.names():
        about = codelists.codelist(name)
        yield ("list", name), Phrase(name, _NAME)
        yield ("list", name), Phrase(about.title, _LABEL)
        yield ("list", name), Phrase(about.definition, _DEFINITION, whole=False)
        for code in about:
            key = "code", f"{name}:{code.code}"
            yield key, Phrase(code.code, _NAME)
            yield key, Phrase(code.label, _LABEL)
            yield key, Phrase(about.title, _PATH, whole=False)
            yield key, Phrase(code.definition, _DEFINITION, whole=False)


def _of_records() -> Iterator[tuple[_Key, Phrase]]:
    for name, cls in _records().items():
        yield ("record", name), Phrase(name, _NAME)
        yield ("record", name), Phrase(docstring(cls), _DEFINITION, whole=False)


def _of_pages() -> Iterator[tuple[_Key, Phrase]]:
    for term in terms():
        yield ("term", term.name), Phrase(term.name, _LABEL)
        yield ("term", term.name), Phrase(term.text, _DEFINITION, whole=False)
    for page in rules.manuals():
        yield ("rule", page.id), Phrase(page.id, _NAME)
        yield ("rule", page.id), Phrase(page.name, _LABEL)
        yield ("rule", page.id), Phrase(page.text, _DEFINITION, whole=False)


def _of_commands() -> Iterator[tuple[_Key, Phrase]]:
    for command in commands():
        key = "command", command.name
        yield key, Phrase(command.name, _NAME)
        yield from ((key, Phrase(word, _EVERYDAY)) for word in command.words)
        yield key, Phrase(command.definition, _DEFINITION, whole=False)


@cache
def _records() -> dict[str, type]:
    return {cls.__name__: cls for root in (Case, SharedDocument) for cls in record_classes(root)}


def _key_of(meant: str) -> _Key:
    """
    The key of what an everyday word means.

    A member that several classes have from a base counts for the one that is named.
    """
    return ("code" if ":" in meant else "member"), meant


@cache
def _keys_of(home: Home) -> tuple[_Key, ...]:
    """
    What *home* says to write: its codes, and the members whose values are no codes of ours.
    """
    by_path = {path: member for member in members().values() for path in member.paths}
    keys: list[_Key] = []
    for path, value in home.members:
        member = by_path[path]
        name = codelist_of(member.field)
        is_code = name not in {None, "countries"}
        keys.append(("code", f"{name}:{value}") if is_code else ("member", member.name))
    return tuple(keys)


@cache
def _told_by(home: Home) -> _Key:
    """
    What *home* is about: of what it says to write, that which the fewest other homes name.
    """
    named = Counter(key for one in homes() for key in _keys_of(one))
    return min(_keys_of(home), key=lambda key: named[key])


@cache
def _homes_of() -> dict[_Key, tuple[Home, ...]]:
    found: dict[_Key, tuple[Home, ...]] = {}
    for home in homes():
        key = _told_by(home)
        found[key] = (*found.get(key, ()), home)
    return found


def _hit(key: _Key) -> Hit:
    kind, name = key
    made = {
        "member": _member,
        "code": _code,
        "record": _record,
        "list": _list,
        "rule": _rule,
        "command": _command,
        "term": _term,
    }[kind](name)
    return attrs.evolve(made, homes=_homes_of().get(key, ()))


def _member(name: str) -> Hit:
    member = _member_named(name)
    cls = name.partition(".")[0]
    see = f"rednotice schema {cls}" if cls in _records() else ""
    return Hit("member", member.field.name, member.paths, "", member.field.meaning.doc, see)


def _member_named(name: str) -> Member:
    """
    The member called *name*, also if a base of the named class declares it.
    """
    if name in members():
        return members()[name]
    cls, _, member = name.partition(".")
    found = members()[f"{owner_of(_records()[cls], member).__name__}.{member}"]
    held = [f"{place}.{member}" for place in _places_of_record(cls)]
    return attrs.evolve(found, paths=tuple(held))


def _code(name: str) -> Hit:
    of, _, code = name.partition(":")
    found = codelists.codelist(of).codes[code]
    written = f"{CLASS}{code}" if of in _classes() else code
    see = f"rednotice codelist {of}"
    return Hit("code", written, _places_of_list(of), found.label, found.definition, see)


def _list(name: str) -> Hit:
    about = codelists.codelist(name)
    see = f"rednotice codelist {name}"
    return Hit("list", name, _places_of_list(name), about.title, about.definition, see)


def _record(name: str) -> Hit:
    said = " ".join(docstring(_records()[name]).split())
    return Hit("record", name, _places_of_record(name), "", said, f"rednotice schema {name}")


def _rule(number: str) -> Hit:
    page = rules.manual(number)
    return Hit("rule", number, (), page.name, page.title, f"rednotice rule {number}")


def _command(name: str) -> Hit:
    text = next(command.definition for command in commands() if command.name == name)
    return Hit("command", f"rednotice {name}", (), "", text, f"rednotice {name} --help")


def _term(name: str) -> Hit:
    text = next(term.text for term in terms() if term.name == name)
    return Hit("term", name, (), "", text, "")


@cache
def _classes() -> frozenset[str]:
    """
    The lists of classes of people, whose codes are written with a word before them.
    """
    refs = (member.field.ref for member in members().values())
    return frozenset(ref.classes for ref in refs if isinstance(ref, Role))


@cache
def _places_of_list(name: str) -> tuple[str, ...]:
    held = [member for member in members().values() if codelist_of(member.field) == name]
    in_cases = [member for member in held if not member.in_shared]
    return tuple(path for member in in_cases or held for path in member.paths)


@cache
def _places_of_record(name: str) -> tuple[str, ...]:
    cls = _records()[name]
    held = [one for one in members().values() if getattr(one.field.one, "record", None) is cls]
    return tuple(path for member in held for path in member.paths)
