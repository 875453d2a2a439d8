"""
A case as rules look at it: its records by kind and by id, its dates, and what its ids name.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from functools import cache, cached_property, lru_cache, wraps
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import attrs

from rednotice import codelists
from rednotice.model import Name, Person, Statement, Subject
from rednotice.names.tokens import tokens
from rednotice.records import Audience, Sensitivity, fields_of, walk
from rednotice.records.shapes import Many, Scalar
from rednotice.types.codes import Codes
from rednotice.types.dates import PartialDate
from rednotice.types.roles import CLASS, Role, class_words

if TYPE_CHECKING:
    from rednotice.documents import Path
    from rednotice.model import Case, SharedDocument

T = TypeVar("T")
Entry = tuple["Path", Any]
_SHARED = "shared:"
# The class words that stand for the only subject of a case.
_THE_SUBJECT = class_words("concerned", "the_subject") | class_words("speakers", "the_subject")
# The codelists of states and of other issuers.
_OF_STATES = frozenset({"countries", "non_state_issuers"})
_NAMES, _OF_NAMES = "names", ".names"
_LANGUAGES = frozenset({"language", "languages"})


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
    dates: list[tuple[Path, Any, str, PartialDate]] = attrs.field(init=False)
    """Every date of the case: the path of its record, the record, the member, the date."""
    pointing: list[tuple[Path, Any, PointingMember]] = attrs.field(init=False)
    """Every member that points: the path of its record, the record, and the member."""
    layouts: list[Layout] = attrs.field(init=False)
    """The layout of each record, in the order of `records`."""
    _kinds: dict[type, list[Entry]] = attrs.field(init=False)
    _answers: dict[Callable[[View], Any], Any] = attrs.field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        records = walk(self.case)
        ids: dict[str, list[Entry]] = {}
        kinds: dict[type, list[Entry]] = {}
        gaps: list[Entry] = []
        dates: list[tuple[Path, Any, str, PartialDate]] = []
        pointing: list[tuple[Path, Any, PointingMember]] = []
        layouts: list[Layout] = []
        for entry in records:
            path, record = entry
            kind: Any = record.__class__
            if kind not in kinds:
                kinds[kind] = []
            kinds[kind].append(entry)
            members = record.__dict__
            layout = _layout(kind, *members)
            layouts.append(layout)
            if layout.has_id:
                ids.setdefault(members["id"], []).append(entry)
            if layout.has_gaps:
                gaps.append(entry)
            # Loops, since a comprehension for each record would cost more than what it finds.
            for name in layout.dates:
                dates.append((path, record, name, members[name]))  # noqa: PERF401  # as above
            for member in layout.points:
                pointing.append((path, record, member))  # noqa: PERF401  # as above
        self.records, self.layouts, self.ids, self._kinds = records, layouts, ids, kinds
        self.gaps, self.dates, self.pointing = gaps, dates, pointing

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
        named = self.record_of(reference.partition(".")[0])
        return None if named is None else _home(named[0])

    @cached_property
    def strays(self) -> list[Pointing]:
        """
        The references that want a look: all but those by which a record names another one of the
        case, by its id or one of its fields, where it may point.
        """
        homes = {identity: _home(found[0][0]) for identity, found in self.ids.items()}
        found: list[Pointing] = []
        for path, record, (name, is_list, allowed, role) in self.pointing:
            members = record.__dict__
            value, own = members[name], members.get("id")
            if not is_list:
                if homes.get(value) in allowed and value != own:
                    continue  # as most do
            else:
                for target in value:
                    if homes.get(target) not in allowed or target == own:
                        break
                else:
                    continue  # as most do
            for place, target in enumerate(value) if is_list else ((None, value),):
                if homes.get(target) in allowed and target != own:
                    continue
                if target.startswith(CLASS):  # the schema has seen that the word is known
                    continue
                if target == own or "anything" not in allowed or _record(target) not in homes:
                    found.append(Pointing(path, name, place, target, allowed, role))
        return found

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
        found = [
            text
            for _, name in self.each(Name)
            for text in (name.text, name.family, name.forename)
            if text
        ]
        for about, entries in self.statements.items():
            if self.home(about) == _NAMES or about.endswith(_OF_NAMES):
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


class PointingMember(NamedTuple):
    """
    A member that points: its name, whether it is a list, in which members it may point, and the
    codelist of its class words, if it takes any.
    """

    name: str
    is_list: bool
    allowed: tuple[str, ...]
    role: Role | None


class ListMember(NamedTuple):
    """
    A member that is a list of plain values: its name, and whether it holds prose or codes of
    states and issuers.
    """

    name: str
    is_prose: bool
    names_states: bool


@attrs.frozen(eq=False)
class Layout:
    """
    The class of a record and the members that it has, with what may be looked for in it.

    Records that are laid out alike share one, so that it is made once and is quick to compare.
    """

    kind: type
    members: frozenset[str]
    has_id: bool
    """Whether it has an id of ours."""
    has_gaps: bool
    """Whether it says why a member is missing."""
    dates: tuple[str, ...]
    points: tuple[PointingMember, ...]
    prose: tuple[str, ...]
    """Single texts that may hold any sign."""
    states: tuple[str, ...]
    """Single codes of states and issuers."""
    lists: tuple[ListMember, ...]
    identifying: tuple[str, ...]
    """Members that identify a person by themselves, whatever they are."""
    repeating: tuple[str, ...]
    """Members with prose, single or in a list, that may repeat what identifies a person."""
    languages: tuple[str, ...]
    """Members that hold tags of languages."""


@lru_cache(maxsize=4096)
def _layout(kind: Any, *members: str) -> Layout:
    """
    The layout of records of class *kind* that have these *members*.
    """
    fields = [field for field in fields_of(kind) if field.name in members]
    scalars = {field.name: field.shape for field in fields if isinstance(field.shape, Scalar)}
    own = scalars["id"].named if "id" in scalars else None
    return Layout(
        kind=kind,
        members=frozenset(members),
        # The id of a case at another organisation is a label, and no id of ours.
        has_id=own is not None and own.name == "Id",
        has_gaps="missing" in members,
        dates=tuple(name for name, shape in scalars.items() if shape.python is PartialDate),
        points=tuple(
            PointingMember(
                field.name,
                isinstance(field.shape, Many),
                field.ref.targets,
                field.ref if isinstance(field.ref, Role) else None,
            )
            for field in fields
            if field.ref
        ),
        prose=tuple(name for name, shape in scalars.items() if is_prose(shape)),
        states=tuple(name for name, shape in scalars.items() if _names_states(shape)),
        lists=tuple(
            ListMember(field.name, is_prose(field.one), _names_states(field.one))
            for field in fields
            if isinstance(field.shape, Many) and isinstance(field.one, Scalar)
        ),
        identifying=tuple(
            field.name for field in fields if field.meaning.sensitivity is Sensitivity.DIRECT
        ),
        repeating=tuple(
            field.name
            for field in sorted(fields, key=lambda field: isinstance(field.shape, Many))
            if isinstance(field.one, Scalar)
            and is_prose(field.one)
            and field.meaning.sensitivity is not Sensitivity.DIRECT
        ),
        languages=tuple(field.name for field in fields if field.name in _LANGUAGES),
    )


def is_prose(shape: Scalar) -> bool:
    """
    Whether texts of this *shape* may hold any sign, even one that nobody sees.
    """
    return shape.base is str and all(limit.holds("a\u200bb") for limit in shape.limits)


def _names_states(shape: Scalar) -> bool:
    return any(isinstance(limit, Codes) and limit.name in _OF_STATES for limit in shape.limits)


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
