"""
Load settings: find their file, read it, and tell everything that is wrong with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from rednotice import toml_files
from rednotice.datasets.paths import StrPath, usable
from rednotice.errors import SettingsFault, UnusableSettings
from rednotice.settings.choosing import (
    EVERY,
    Choice,
    Grades,
    beginning,
    ignored,
    override,
    read_grades,
)
from rednotice.settings.definition import Limits, Settings
from rednotice.settings.errors import InvalidSettings
from rednotice.settings.file_schema import settings_schema
from rednotice.settings.house import House
from rednotice.settings.lines import line_of
from rednotice.settings.suppressing import Suppression
from rednotice.settings.upward import NAME, PROJECT, candidates

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator

T = TypeVar("T")
Said = Mapping[str, Any]
_WITHIN = ("tool", "rednotice")  # the table of a file pyproject.toml
_HELP = "`rednotice schema settings` has those that are"
_LARGEST = 2**18  # bytes; the file may be somebody else's
_MOST = 100  # faults that are told


def read_settings(given: StrPath | Said | Settings) -> Settings:
    """
    The settings *given*: a file, or its tables and entries as a dict, or settings, which are
    returned. Paths in a dict are relative to the current folder.

    Raises:
        UnusableSettings: If they are refused. Every fault is told.
        OSError: If the file cannot be read.
        TypeError: If *given* has a wrong type.
        ValueError: If no file can have the name of the path.
    """
    if isinstance(given, Settings):
        return given
    if isinstance(given, Mapping):
        return _settings(given, Settings())
    file = usable(given)
    found = _read(file)
    if found is None:
        message = f"has no table {'.'.join(_WITHIN)}"
        raise UnusableSettings(_shown(file), [SettingsFault("", message)])
    return found


def find_settings(folder: StrPath = ".") -> Settings | None:
    """
    The settings of the project to which *folder* belongs; None if it has none.

    They stand in ``rednotice.toml``, or else in the table ``tool.rednotice`` of ``pyproject.toml``,
    in *folder* or in the nearest folder above that has one of them.

    Raises:
        UnusableSettings: If they are refused. Every fault is told.
        OSError: If a file cannot be read.
    """
    for file in candidates(Path(folder)):
        if (found := _read(file)) is not None:
            return found
    return None


def _read(file: Path) -> Settings | None:
    """
    The settings in *file*; None if it is another project's ``pyproject.toml``.
    """
    content = _content(file)
    within = _WITHIN if file.name == PROJECT else ()
    said = _inside(_parsed(content, file), within)
    blank = Settings(
        name=_shown(file), file=file, content=content.decode("utf-8-sig"), within=within
    )
    return None if said is None else _settings(said, blank)


def _shown(file: Path) -> str:
    """
    What the file is called in messages. Another name than these may tell something.
    """
    return file.name if file.name in {NAME, PROJECT} else "the settings"


def _content(file: Path) -> bytes:
    with file.open("rb") as stream:
        content = stream.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        message = "is larger than 256 KiB, and settings never are"
        raise UnusableSettings(_shown(file), [SettingsFault("", message)])
    return content


def _parsed(content: bytes, file: Path) -> dict[str, Any]:
    try:
        return toml_files.parsed(content)
    except toml_files.NotToml as error:
        fault = SettingsFault(error.at, str(error))
        raise UnusableSettings(_shown(file), [fault]) from None


def _inside(said: Any, within: tuple[str, ...]) -> Any:
    for name in within:
        said = said.get(name) if isinstance(said, Mapping) else None
    return said


# What the tables say


class _Reading:
    """
    Reads settings whose shape is right, and collects what is wrong with them.
    """

    def __init__(self, said: Said, blank: Settings) -> None:
        self.said = said
        self.blank = blank
        self.folder = blank.file.parent if blank.file else Path()
        self.faults: list[InvalidSettings] = []

    def settings(self) -> Settings:
        """The settings; `faults` says whether they can be used."""
        select = self._each("select", beginning) or (EVERY,)
        return attrs.evolve(
            self.blank,
            choice=Choice(select, self._each("ignore", ignored)),
            grades=self._read(partial(read_grades, self.said)) or Grades(),
            overrides=self._tables("overrides", override),
            suppressions=self._tables("suppressions", Suppression.from_table),
            baseline=self._read(self._baseline, "baseline"),
            limits=Limits(**self.said.get("limits", {})),
            house=self._read(partial(House.from_table, self.said.get("house", {})), "house")
            or House(),
        )

    def _each(self, name: str, reader: Callable[[Any], T]) -> tuple[T, ...]:
        read = (
            self._read(partial(reader, one), name, place)
            for place, one in enumerate(self.said.get(name, ()))
        )
        return tuple(one for one in read if one is not None)

    def _baseline(self) -> Path | None:
        named = self.said.get("baseline")
        try:
            return None if named is None else self.folder / usable(named)
        except ValueError as error:
            raise InvalidSettings((), str(error)) from None

    def _tables(self, name: str, reader: Callable[[Any, Path], T]) -> tuple[T, ...]:
        return self._each(name, lambda table: reader(table, self.folder))

    def _read(self, reader: Callable[[], T], *path: str | int) -> T | None:
        try:
            return reader()
        except InvalidSettings as error:
            told = error.below(*path)
            self.faults += [told, *told.others]
            return None


def _settings(said: Said, blank: Settings) -> Settings:
    try:
        faults = list(islice(_faults_of_shape(said, blank), _MOST))
    except RecursionError:
        faults = [SettingsFault("", "has tables inside tables a hundred times and more")]
    if not faults:
        reading = _Reading(said, blank)
        read = reading.settings()
        wrong = [*reading.faults, *_unselected(read)]
        if not wrong:
            return read
        faults = [_told(fault, blank) for fault in wrong[:_MOST]]
    raise UnusableSettings(blank.name, faults)


def _unselected(settings: Settings) -> Iterator[InvalidSettings]:
    """
    Yield a fault for each house rule that `select` leaves out, so that it would never be told.
    """
    select = settings.choice.select
    for name, fault in settings.house.told_by.items():
        if not fault.id.startswith(select):
            message = f"leaves out what `house.{name}` asks for; add `{fault.id}`"
            yield InvalidSettings(("select",), message)


def _told(fault: InvalidSettings, blank: Settings) -> SettingsFault:
    return SettingsFault(fault.place, fault.message, _line_of(blank, fault.path))


def _line_of(blank: Settings, path: tuple[str | int, ...]) -> int | None:
    return line_of(blank.content, (*blank.within, *path))


def _faults_of_shape(said: Said, blank: Settings) -> Iterator[SettingsFault]:
    for fault in toml_files.faults(said, _schema(), _engine(), _HELP):
        told = InvalidSettings(fault.path, fault.message)
        key = () if fault.key is None else (fault.key,)
        yield SettingsFault(told.place, told.message, _line_of(blank, (*fault.path, *key)))


@cache
def _schema() -> dict[str, Any]:
    schema = settings_schema()
    schema["properties"]["house"] = {"type": "object"}  # what is in it, `House` tells better
    return schema


@cache
def _engine() -> Draft202012Validator:
    return toml_files.validator(_shapes(_schema()))


def _shapes(schema: Any) -> Any:
    """
    *schema* without what is looked at later, with better messages: how words are written.
    """
    match schema:
        case dict():
            return {
                name: _shapes(part)
                for name, part in schema.items()
                if name not in {"pattern", "propertyNames", "format"}
            }
        case list():
            return [_shapes(part) for part in schema]
    return schema
