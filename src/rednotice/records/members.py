"""
Types of members whose constructor takes more than the member holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

T = TypeVar("T")
Held_co = TypeVar("Held_co", covariant=True)
Given_contra = TypeVar("Given_contra", contravariant=True)

if TYPE_CHECKING:

    class Member(Generic[Held_co, Given_contra]):
        """
        A member as type checkers see it: they read the one type from it, and set it to the other.
        """

        # What `__set__` takes, a constructor takes, say the rules on data classes.
        def __get__(self, record: object, cls: Any = ...) -> Held_co: ...
        def __set__(self, record: object, value: Given_contra, /) -> None: ...

    FromText = Member[T, T | str]
    ListOf = Member[tuple[T, ...], list[T] | tuple[T, ...]]
else:

    class FromText:
        """
        A text type such as a date, for which its plain text may be given: ``FromText[Duration]``.
        """

        def __class_getitem__(cls, hint: Any) -> Any:
            return hint

    class ListOf:
        """
        A tuple, for which a list may be given: ``ListOf[Notice]``.
        """

        def __class_getitem__(cls, hint: Any) -> Any:
            return tuple[hint, ...]
