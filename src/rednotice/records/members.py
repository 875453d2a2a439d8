"""
Type hints for members whose constructor accepts more types than the member holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

T = TypeVar("T")
Held_co = TypeVar("Held_co", covariant=True)
Given_contra = TypeVar("Given_contra", contravariant=True)

if TYPE_CHECKING:

    class Member(Generic[Held_co, Given_contra]):
        """
        A member for type checkers: it is read as the first type and accepts the second.
        """

        # By the typing rules for data classes, the constructor accepts what `__set__` accepts.
        def __get__(self, record: object, cls: Any = ...) -> Held_co: ...
        def __set__(self, record: object, value: Given_contra, /) -> None: ...

    FromText = Member[T, T | str]
    ListOf = Member[tuple[T, ...], list[T] | tuple[T, ...]]
else:

    class FromText:
        """
        A text type such as a date, which may be given as plain text: ``FromText[Duration]``.
        """

        def __class_getitem__(cls, hint: Any) -> Any:
            return hint

    class ListOf:
        """
        A tuple, which may be given as a list: ``ListOf[Notice]``.
        """

        def __class_getitem__(cls, hint: Any) -> Any:
            return tuple[hint, ...]
