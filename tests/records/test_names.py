"""The names of the model, as they are offered at run time."""

from __future__ import annotations

from typing import Any

from rednotice import model
from rednotice.model import Case, SharedDocument
from rednotice.records import is_record, record_classes


def test_every_class_of_records_is_a_name_of_the_model() -> None:
    """By itself, and with all the others."""
    names: dict[str, Any] = {}
    exec("from rednotice.model import *", names)  # noqa: S102  # what a user may type
    classes = {*record_classes(Case), *record_classes(SharedDocument)}

    assert {names[cls.__name__] for cls in classes} == classes
    assert set(model.__all__) == {name for name in names if not name.startswith("_")}
    assert all(is_record(names[name]) for name in model.__all__ if name != "VERSION")


def test_a_name_that_the_model_lacks_is_an_attribute_error() -> None:
    """As with any module."""
    assert not hasattr(model, "Notices")
