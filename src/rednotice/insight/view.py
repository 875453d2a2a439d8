"""
A case as rules look at it: its records by kind and by id, its dates, and what its ids name.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache, cached_property, wraps
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import attrs

from rednotice import codelists
from rednotice.insight.layouts import all_allowed, layout_of
from rednotice.model import Name, Person, Statement, Subject
from rednotice.names.tokens import tokens
from rednotice.records import Audience
from rednotice.types.roles import CLASS, Role, class_words

if TYPE_CHECKING:
    from rednotice.documents import Path
    from rednotice.insight.layouts import Layout, PointingMember
    from rednotice.model import Case, SharedDocument
    from rednotice.types.dates import PartialDate

T = TypeVar("T")
Entry = tuple["Path", Any]
_SHARED = "shared:"
# The class words that stand for the only subject of a case.
_THE_SUBJECT = class_words("concerned", "the_subject") | class_words("speakers", "the_subject")
_NAMES, _OF_NAMES = "names", ".names"
_PARTS_OF_NAMES = ("text", "family", "forename")


class StateList(NamedTuple):
    """
    A list of two or more codes of states and issuers: the path of its record, the member, the
    codes.
    """

    path: Path
    member: str
    codes: tuple[str, ...]


class Pointing(NamedTuple):
    """
    A reference: the record and the member where it stands, with its place if that is a list, what
    it names, in which members that may be found, and the codelist of class words that may stand
    there instead, if any.
    """

    holder: Path
    member: str
    place: int | None
    target: str
    allowed: tuple[str, ...]
    role: Role | None

    @property
    def path(self) -> Path:
        """Where it stands."""
        return (*self.holder, self.member, *(() if self.place is None else (self.place,)))


@attrs.define(slots=False, eq=False, repr=False)
class View:
    """
    One case, gone over once. *today* and *audience* are what the asker says they are.

    *shared* may be a view already, so that many cases can have one. Whatever is a list is in the
    model's order.
    """

    case: Case | SharedDocument
    today: dt.date
    audience: Audience = Audience.INTERNAL
    shared: SharedDocument | View | None = None
    file: str | None = None

    records: list[Entry] = attrs.field(init=False)
    """Every record with its path, the case itself first."""
    ids: dict[str, list[Entry]] = attrs.field(init=False)
    """The records that bear each id; more than one is a fault. The case's own id is among them."""
    gaps: list[Entry] = attrs.field(init=False)
    """The records that say why a member is missing."""
    past: list[PartialDate] = attrs.field(init=False)
    """Every date of what has happened."""
    ahead: list[PartialDate] = attrs.field(init=False)
    """Every date that may lie ahead by its meaning."""
    references: list[list[str]] = attrs.field(init=False)
    """What members that point name, for each of `all_allowed` in which they may point."""
    layouts: list[Layout] = attrs.field(init=False)
    """The layout of each record, in the order of `records`."""
    prose: list[str] = attrs.field(init=False)
    """Every text that may hold any sign and identifies nobody by itself, also those in lists."""
    states: list[str] = attrs.field(init=False)
    """Every code of a state or an issuer, also those in lists."""
    state_lists: list[StateList] = attrs.field(init=False)
    """Every list of two or more codes of states and issuers."""
    identifying: list[str] = attrs.field(init=False)
    """Every text that identifies a person by itself, also those in lists."""
    languages: list[tuple[Path, str, str | tuple[str, ...]]] = attrs.field(init=False)
    """Every tag or list of tags of languages: the path of its record, the member, the value."""
    _kinds: dict[type, list[Entry]] = attrs.field(init=False)
    _homes: dict[str, str] = attrs.field(init=False)
    """By its id, the member that holds the first record with that id."""
    _may_name_itself: bool = attrs.field(init=False, default=False)
    """Whether a record may point at itself; if not, none does."""
    _answers: dict[Callable[[View], Any], Any] = attrs.field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        self.records, self.layouts, self.gaps, self.past, self.ahead = [], [], [], [], []
        self.prose, self.states, self.state_lists = [], [], []
        self.identifying, self.languages = [], []
        self.ids, self._kinds, self._homes = {}, {}, {}
        self.references = [[] for _ in all_allowed()]
        self._gather(self.case, (), "")

    def _gather(self, record: Any, path: Path, home: str) -> None:  # noqa: C901, PLR0912  # no branch hangs on another
        """
        Go over *record*, which the member *home* holds at *path*, and the records inside it, and
        put down what rules look for.
        """
        # This is on the path of every check: one function, loops in place of comprehensions, and no
        # loop over nothing.
        members = record.__dict__
        layout = layout_of(record.__class__, tuple(members))
        entry = path, record
        self.records.append(entry)
        self.layouts.append(layout)
        if layout.kind in self._kinds:
            self._kinds[layout.kind].append(entry)
        else:
            self._kinds[layout.kind] = [entry]
        if layout.has_id:
            self._homes.setdefault(members["id"], home)
            self.ids.setdefault(members["id"], []).append(entry)
        if layout.has_gaps:
            self.gaps.append(entry)
        if layout.past:
            for name in layout.past:
                self.past.append(members[name])
        if layout.ahead:
            for name in layout.ahead:
                self.ahead.append(members[name])
        if layout.points:
            references = self.references
            for name, is_list, _, number, _ in layout.points:
                if is_list:
                    references[number] += members[name]
                else:
                    references[number].append(members[name])
            for name in layout.to_itself:
                if members["id"] in members[name]:
                    self._may_name_itself = True
        if layout.prose:
            for name in layout.prose:
                self.prose.append(members[name])
        if layout.states:
            for name in layout.states:
                self.states.append(members[name])
        if layout.prose_lists:
            for name in layout.prose_lists:
                self.prose += members[name]
        if layout.state_lists:
            for name in layout.state_lists:
                codes = members[name]
                self.states += codes
                if len(codes) > 1:
                    self.state_lists.append(StateList(path, name, codes))
        if layout.identifying:
            for name in layout.identifying:
                self.identifying.append(members[name])
        if layout.identifying_lists:
            for name in layout.identifying_lists:
                self.identifying += members[name]
        if layout.languages:
            for name in layout.languages:
                self.languages.append((path, name, members[name]))
        if layout.nested:
            for name, is_list in layout.nested:
                if is_list:
                    for place, part in enumerate(members[name]):
                        self._gather(part, path + (name, place), name)  # noqa: RUF005  # unpacking is slower
                else:
                    self._gather(members[name], (*path, name), name)

    def each(self, kind: type[T]) -> list[tuple[Path, T]]:
        """
        Every record of class *kind* with its path.
        """
        return self._kinds.get(kind, [])

    @cached_property
    def shared_ids(self) -> dict[str, list[Entry]]:
        """
        The records of the shared document by their ids; empty where there is none.
        """
        return self.shared_view.ids if self.shared_view else {}

    @cached_property
    def shared_view(self) -> View | None:
        """
        The shared document, gone over once; None where there is none.
        """
        if self.shared is None or isinstance(self.shared, View):
            return self.shared
        return View(self.shared, self.today)

    def record_of(self, reference: str) -> Entry | None:
        """
        The record that *reference* names, ``shared:`` included, or None if it names none.

        A class word names no record, but ``class:subject`` and ``class:person`` name the only
        subject.
        """
        # No id has a colon, so that most are looked up at once.
        found = self.ids.get(reference)
        if found is None and reference.startswith(_SHARED):
            found = self.shared_ids.get(reference.removeprefix(_SHARED))
        if found is None and reference in _THE_SUBJECT:
            return self.subject
        return found[0] if found else None

    def home(self, reference: str) -> str | None:
        """
        The member that holds the record that *reference*, an id or ``id.field``, names: the empty
        text for the case itself, None where it names none.
        """
        name = reference.partition(".")[0]
        if name in self._homes:
            return self._homes[name]
        named = self.record_of(name)
        return None if named is None else _home(named[0])

    @cached_property
    def dates(self) -> list[tuple[Path, Any, str, PartialDate]]:
        """
        Every date of the case: the path of its record, the record, the member, the date.
        """
        return [
            (path, record, name, record.__dict__[name])
            for (path, record), layout in zip(self.records, self.layouts, strict=True)
            for name in layout.dates
        ]

    @property
    def pointing(self) -> Iterator[tuple[Path, Any, PointingMember]]:
        """
        Every member that points: the path of its record, the record, and the member.
        """
        for (path, record), layout in zip(self.records, self.layouts, strict=True):
            for member in layout.points:
                yield path, record, member

    @cached_property
    def strays(self) -> list[Pointing]:
        """
        The references that want a look: all but those by which a record names another one of the
        case, by its id or one of its fields, where it may point.
        """
        if not self._may_name_itself and not self._may_stray():
            return []  # as in most cases, whose records need not be gone over
        return [
            Pointing(path, name, place, target, allowed, role)
            for path, record, (name, is_list, allowed, _, role) in self.pointing
            for place, target in (
                enumerate(record.__dict__[name]) if is_list else ((None, record.__dict__[name]),)
            )
            if target == record.__dict__.get("id")
            or (self._homes.get(target) not in allowed and self._strays(target, allowed))
        ]

    def _may_stray(self) -> bool:
        """
        Whether any reference wants a look, apart from those of a record to itself.
        """
        home_of = self._homes.get
        for allowed, references in zip(all_allowed(), self.references, strict=True):
            if references and not allowed.issuperset(map(home_of, references)):
                for target in references:
                    if home_of(target) not in allowed and self._strays(target, allowed):
                        return True
        return False

    def _strays(self, target: str, allowed: Collection[str]) -> bool:
        """
        Whether *target*, which names no record where it may, does not name a field or a class.
        """
        if target.startswith(CLASS):
            return False  # the schema has seen that the word is known
        return "anything" not in allowed or _record(target) not in self._homes

    def among(self, kind: type[T], references: Iterable[str]) -> list[tuple[Path, T]]:
        """
        The records of class *kind* that *references* name; of those that name nothing, or another
        kind, the rules of the family references tell.
        """
        found: list[tuple[Path, T]] = []
        for reference in references:
            one = self.record_of(reference)
            if one is not None and isinstance(one[1], kind):
                found.append(one)
        return found

    @cached_property
    def subject(self) -> tuple[Path, Subject] | None:
        """
        The only subject of the case, or None where there are several or none.
        """
        subjects = self.each(Subject)
        return subjects[0] if len(subjects) == 1 else None

    def persons_named(self, references: tuple[str, ...]) -> tuple[str, ...]:
        """
        The ids among *references*; a class word for the only subject becomes the subject's id, or
        the empty text if it has none.

        Other class words are left out: two records with one class word need not mean one person.
        """
        if _class_words().isdisjoint(references):
            return references
        ids = (self._person_named(reference) for reference in references)
        return tuple(one for one in ids if one is not None)

    def _person_named(self, reference: str) -> str | None:
        if not reference.startswith(CLASS):
            return reference
        if reference in _THE_SUBJECT and self.subject:
            return self.subject[1].id or ""
        return None

    def meant(self, references: tuple[str, ...]) -> list[Entry]:
        """
        The records that *references* name; where they name nobody, the only subject of the case.
        """
        if references:
            return self.among(object, references)
        return [self.subject] if self.subject else []

    @cached_property
    def persons(self) -> list[tuple[Path, Subject | Person]]:
        """
        The subjects and the other persons.
        """
        return [*self.each(Subject), *self.each(Person)]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """
        All persons' names and parts of names, also those that somebody states, each once.
        """
        found: list[str] = []
        for _, name in self.each(Name):
            members = name.__dict__
            found += [members[part] for part in _PARTS_OF_NAMES if part in members]
        for about, entries in self.statements.items():
            if about.endswith(_OF_NAMES) or self.home(about) == _NAMES:
                found += [text for _, one in entries for text in _texts(one.value)]
        return tuple(dict.fromkeys(found))

    @cached_property
    def parts_of_names(self) -> frozenset[str]:
        """
        The parts of all persons' names by which somebody could be told.
        """
        return tokens(self.names)

    @cached_property
    def statements(self) -> dict[str, list[tuple[Path, Statement]]]:
        """
        The statements by what they are about: the id of a record, or id.field.
        """
        found: dict[str, list[tuple[Path, Statement]]] = {}
        for path, statement in self.each(Statement):
            if statement.about:
                found.setdefault(statement.about, []).append((path, statement))
        return found


def once(question: Callable[[View], T]) -> Callable[[View], T]:
    """
    Make *question* one that is asked of a view once, and answered from memory after that.
    """

    @wraps(question)
    def answer(view: View) -> T:
        answers = view._answers  # noqa: SLF001  # a view keeps them, and nobody else looks
        if question not in answers:
            answers[question] = question(view)
        known: T = answers[question]
        return known

    return answer


def as_named_by(holder: str, name: str) -> str:
    """
    How the case refers to what the record *holder* calls *name*.

    The shared document refers to its own records without ``shared:``; class words stay.
    """
    own = holder.startswith(_SHARED) and not name.startswith((_SHARED, CLASS))
    return f"{_SHARED}{name}" if own else name


@cache
def _class_words() -> frozenset[str]:
    """
    Every class word, for those who speak and those whom something concerns.
    """
    return frozenset(
        f"{CLASS}{code.code}"
        for name in ("concerned", "speakers")
        for code in codelists.codelist(name)
    )


def _texts(value: object) -> list[str]:
    several = value if isinstance(value, tuple) else (value,)
    return [one for one in several if isinstance(one, str)]


def _record(reference: str) -> str:
    return reference.partition(".")[0]


def _home(path: Path) -> str:
    # A path ends with a member, or with a member and a place in its list.
    last = path[-1] if path else ""
    return last if isinstance(last, str) else str(path[-2])
