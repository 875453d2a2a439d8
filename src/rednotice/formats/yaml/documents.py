"""
YAML files, read with JSON's grammar: a plain scalar is true, false, null, a JSON number or text.

So ``NO``, ``on``, ``2021-07-31`` and ``0701`` stay text. Several documents in one file are several
cases. Tags are refused, and the number of values that anchors repeat is limited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from rednotice import faults
from rednotice.documents import TextDocument
from rednotice.formats.reading import Broken, OnFault
from rednotice.formats.yaml import stream
from rednotice.formats.yaml import text as yaml_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from rednotice.documents import Document

MOST_EMPTY = 10_000  # documents in a row
_TOO_MANY_EMPTY = (
    f"{MOST_EMPTY:,} documents in a row are empty, so the rest of the file was not read. Take them"
    " out."
)
_BaseDumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def read(file: BinaryIO, name: str | None, on_fault: OnFault) -> Iterator[Document]:
    """
    Yield the documents of *file*, one at a time; report broken ones to *on_fault* and go on.
    """
    empty = 0  # documents in a row
    for line, text, whole in stream.texts(file):
        told: Broken | None = None
        try:
            if not whole:
                raise Broken(
                    faults.TOO_LARGE, "A document must be no larger than 64 MiB. Split it."
                )
            composed = yaml_text.compose(text)
            empty = 0 if composed is not None else empty + 1
            if empty == MOST_EMPTY:
                raise Broken(faults.TOO_LARGE, _TOO_MANY_EMPTY, outside=True)
            if composed is not None:
                yield TextDocument(
                    composed.value,
                    text,
                    yaml_text.locate,
                    yaml_text.plain,
                    name,
                    line,
                    twice=tuple(sorted(composed.repeated(), key=lambda one: one[1])),
                )
        except Broken as broken:
            told = broken
        if told is not None:  # outside except: else an exception would show this one
            on_fault(told.finding(name, line))
        if empty == MOST_EMPTY:
            return


class _Dumper(_BaseDumper):  # type: ignore[misc]  # chosen when the module is read
    """
    Quotes all text that this reader or a YAML 1.1 reader would take for something else.
    """

    def ignore_aliases(self, _data: Any) -> bool:
        return True


def _text(dumper: Any, text: str) -> Any:
    style = '"' if any(char in text for char in yaml_text.LINE_SEPARATORS) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)
_Dumper.add_implicit_resolver("tag:yaml.org,2002:float", yaml_text.NUMBER, list("-0123456789"))


def write(objects: Iterable[Any], file: BinaryIO) -> None:
    """
    Write *objects* to *file*, each as a separate document.
    """
    for count, item in enumerate(objects):
        if count:
            file.write(b"---\n")
        text = yaml.dump(
            item, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100, encoding="utf-8"
        )
        file.write(text)
