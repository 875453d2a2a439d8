"""
Which statements support a value, which deny it, and which were not made freely.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rednotice.codelists.groups import having
from rednotice.insight.missing import accounts_for
from rednotice.insight.sources import source_named, sources_of
from rednotice.insight.values import field_of
from rednotice.insight.view import View, once
from rednotice.model import Source, Statement
from rednotice.types.roles import class_words

if TYPE_CHECKING:
    from rednotice.documents import Path

SILENCE = having("stances", "silent")
DENIAL = having("stances", "denies")
# Something that is feared, predicted or held possible is not asserted.
_POSSIBLE = having("stances", "possible")
_WITHDRAWAL = having("stances", "withdraws")
_TAKING_BACK = having("stances", "withdraws", "corrects")
_SPEAKS_NOT = SILENCE | DENIAL | _WITHDRAWAL
_CORRECTION = having("stances", "corrects")
# Class words for whoever was not free, and those that leave open which person speaks.
_NOT_FREE = class_words("speakers", "unfree")
_OPEN = class_words("speakers", "leaves_open_who")
_UNFREE = having("circumstances", "unfree")
_NOT_COUNTED = having("ranks", "not_counted")


def counts(statement: Statement) -> bool:
    """
    Whether *statement* supports its value and is not deprecated.
    """
    return statement.rank not in _NOT_COUNTED and statement.stance not in _SPEAKS_NOT


def asserts(statement: Statement) -> bool:
    """
    Whether *statement* says that something is so, not only that it may be.
    """
    return counts(statement) and statement.stance not in _POSSIBLE


def standing(view: View, about: str) -> list[tuple[Path, Statement]]:
    """
    The statements about *about*, with any stance, that are not deprecated or taken back.
    """
    return _standing(view).get(about, [])


@once
def _standing(view: View) -> dict[str, list[tuple[Path, Statement]]]:
    """
    The statements that stand, by what they are about.
    """
    gone = _taken_back(view)
    return {
        about: [
            (path, statement)
            for path, statement in several
            if statement.rank not in _NOT_COUNTED and path not in gone
        ]
        for about, several in view.statements.items()
    }


@once
def _taken_back(view: View) -> frozenset[Path]:
    """
    The paths of statements that their own speakers freely withdrew, retracted or corrected.
    """
    return frozenset(path for taken in taken_back_by(view).values() for path in taken)


@once
def taken_back_by(view: View) -> dict[Path, frozenset[Path]]:
    """
    The paths of the statements that each withdrawal, retraction or correction takes back.

    It takes back the statements that it names or, if it names none, its speaker's earlier
    statements about the same thing.
    """
    found: dict[Path, frozenset[Path]] = {}
    earlier: dict[str | None, list[tuple[Path, Statement]]] = {}
    for path, statement in view.each(Statement):
        above = earlier.setdefault(statement.about, [])
        if statement.stance in _TAKING_BACK and not is_coerced(statement, view):
            # A statement of the shared document has no path in this case.
            own = [name for name in statement.against if not name.startswith("shared:")]
            named = view.among(Statement, own)
            # Correcting somebody else's statement only contradicts it.
            whoever = statement.against and statement.stance not in _CORRECTION
            found[path] = frozenset(
                at
                for at, one in (named if statement.against else above)
                if whoever or _share_speaker(view, one.by, statement.by)
            )
        above.append((path, statement))
    return found


def is_coerced(statement: Statement, view: View) -> bool:
    """
    Whether *statement* says that it was not made freely. If it does not say, its sources decide,
    except for sources that are said to be somebody else's.
    """
    if statement.circumstances is not None:
        return statement.circumstances in _UNFREE
    if not _NOT_FREE.isdisjoint(statement.by):
        return True
    return any(
        is_unfree(source) and _may_speak_in(source, reference, statement, view)
        for reference in (*sources_of(view, statement), *statement.by)
        if (source := source_named(view, reference))
    )


def is_unfree(source: Source) -> bool:
    """
    Whether the content of *source* was not given freely.
    """
    return source.circumstances in _UNFREE


def _may_speak_in(source: Source, reference: str, statement: Statement, view: View) -> bool:
    return (
        reference in statement.by
        or not source.by
        or not statement.by
        or _share_speaker(view, source.by, statement.by)
        # Nobody can tell whether a person known by class alone is the one in the source.
        or not _OPEN.isdisjoint((*source.by, *statement.by))
    )


def _share_speaker(view: View, some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """
    Whether a person or body is certainly among both *some* and *others*.
    """
    return not set(view.persons_named(some)).isdisjoint(view.persons_named(others))


def answers_something(denial: Statement, view: View) -> bool:
    """
    Whether the case contains what *denial* denies: a record, a value, or somebody else's statement.
    """
    if denial.against:
        return True
    if denial.about is None:
        return False
    found = field_of(view, denial.about)
    if found is None:
        return True
    _, record, field = found
    head = denial.about.partition(".")[0]
    return (record is not None and accounts_for(record, field.name)) or any(
        counts(one) for key in (denial.about, head) for _, one in view.statements.get(key, ())
    )
