"""
The names of the members that record classes have declared.

Records stand below the model, and a constructor is told of its own class alone. So the names are
gathered where classes are made: a name that is right elsewhere is not taken for a misspelling.
"""

from __future__ import annotations

from collections.abc import Iterable

_NAMES: set[str] = set()


def declare(names: Iterable[str]) -> None:
    """
    Keep the *names* of the members of a new record class.
    """
    _NAMES.update(names)


def is_declared(name: str) -> bool:
    """
    Whether some record class has a member called *name*.
    """
    return name in _NAMES
