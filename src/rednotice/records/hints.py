"""
Hints: what the annotations of record classes say, in words and in types.
"""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType


def written(cls: type) -> dict[str, Any]:
    """
    The annotations of *cls* itself, without those of its bases, in the words of its module.
    """
    # The class is asked and not its dictionary, in which Python 3.14 no longer keeps them all.
    own: dict[str, Any] = getattr(cls, "__annotations__", {})  # a built-in class has none
    return own.written if isinstance(own, Hints) else own


def meant(cls: type) -> dict[str, Any]:
    """
    The types that the record class *cls* and its bases name for their members.

    Raises:
        NameError: If a hint names what neither its module nor the package around it has.
    """
    found: dict[str, Any] = {}
    for base in reversed(cls.__mro__):
        own = getattr(base, "__annotations__", None)
        if isinstance(own, Hints):
            found |= own.meant
    return found


class Hints(dict[str, Any]):
    """
    The annotations of one record class, as `typing.get_type_hints` and others find them.

    `written` has them as they are written, and `meant` as the types that they name. Those are
    looked up when they are first asked for: so a module can name records of its neighbours in hints
    alone, and whoever imports it does not wait for them.
    """

    def __init__(self, cls: type) -> None:
        self.written: dict[str, Any] = dict(written(cls))
        self._module = cls.__module__
        super().__init__(self.written)

    @cached_property
    def meant(self) -> dict[str, Any]:
        """The types, by the names of the members."""
        module = import_module(self._module)
        names = _Neighbours(module)
        return {
            name: eval(hint, vars(module), names)  # noqa: S307  # a hint is code of ours
            if isinstance(hint, str)
            else hint
            for name, hint in self.written.items()
        }

    # Some who ask take all items at once, and some make a dict of this one. That goes through
    # `keys` and `[]` where iterating is the class's own, and past the class where it is not.

    def __getitem__(self, name: str) -> Any:
        return self.meant[name]

    def __iter__(self) -> Iterator[str]:
        return super().__iter__()

    def items(self) -> Any:
        """The names of the members, and their types."""
        return self.meant.items()

    def values(self) -> Any:
        """The types of the members."""
        return self.meant.values()


class _Neighbours(dict[str, Any]):
    """
    The names of the package that a module stands in, each imported when a hint asks for it.
    """

    def __init__(self, module: ModuleType) -> None:
        super().__init__()
        self._module = module
        self._package = module.__package__ or module.__name__

    def __missing__(self, name: str) -> Any:
        if name in vars(self._module):
            raise KeyError(name)  # the module's own word goes first
        try:
            return getattr(import_module(self._package), name)
        except AttributeError:
            raise KeyError(name) from None
