"""
Scan what was written for what must not have left.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import attrs

from rednotice.datasets.cases import Cases
from rednotice.datasets.files import Files
from rednotice.datasets.manifests import MANIFEST
from rednotice.datasets.paths import StrPath, paths_of, usable
from rednotice.datasets.shared import read_shared
from rednotice.model import Case, SharedDocument
from rednotice.policies.definition import TREATED
from rednotice.projection.projecting import project
from rednotice.records import Audience
from rednotice.releases.haystack import Haystack
from rednotice.releases.needles import Needle
from rednotice.releases.papers import our_texts
from rednotice.releases.scanning import Leak, Scan, carries_prose, released_needles, shown
from rednotice.tables.own_words import own_words
from rednotice.tables.writing import METADATA

_LARGEST = 2**26  # bytes of a manifest


@attrs.frozen(repr=False)
class Verification:
    """
    What a scan found.

    Attributes:
        leaks: What was found of the kept cases, each with its place, its kind and the form in which
            it stands. A text of a leak quotes no value; its `value` does.
        more: The number of further ones that were not kept.
        closed: Files that could not be looked into, each with the reason.
        cases: The number of kept cases whose values were looked for.
        files: The number of files in which they were looked for.
    """

    leaks: tuple[Leak, ...] = ()
    more: int = 0
    closed: tuple[tuple[str, str], ...] = ()
    cases: int = 0
    files: int = 0

    @property
    def lacks(self) -> str:
        """In words, what a search needs and was not there; empty if nothing was lacking."""
        if not self.files:
            return "there is nothing to search: no file was found"
        if not self.cases:
            return "there are no kept cases to search for"
        return ""

    @property
    def is_clean(self) -> bool:
        """Whether there was something to search, all was looked into, and nothing was found."""
        return not (self.leaks or self.closed or self.lacks)

    def lines(self, *, values: bool = False) -> list[str]:
        """
        A line for each leak, and for each file that could not be looked into. Without *values*,
        names of files that tell something are replaced by numbers.
        """
        return shown(self.leaks, self.closed, values=values)

    def __repr__(self) -> str:
        return f"<Verification: {len(self.leaks) + self.more} found, {len(self.closed)} not read>"


def verify(
    folder: StrPath,
    *,
    against: StrPath | Cases | Iterable[Case] | Case,
    audience: str | None = None,
    shared: StrPath | SharedDocument | None = None,
    format: str | None = None,
) -> Verification:
    """
    Scan everything below *folder*, byte by byte, for what must not leave of the cases *against*.

    Looked for are the parts of names and labels from three letters on, identifying numbers, and
    addresses, ids and texts of six characters or more. They are found in UTF-8 and UTF-16, with
    other capitals, marks or spellings, escaped, percent-encoded, in base64, in hexadecimal digits,
    reversed, in names of files and folders, and in archives (zip, tar, gzip, bzip2, xz, lzma). Not
    found are paraphrases, translations, images, and what is also a word of the format. Encrypted
    and otherwise compressed files, and links, are among `closed`.

    Args:
        folder: The file or folder that was written.
        against: The kept cases, or their file or folder.
        audience: For whom it was written; absent, the manifest says it. What the audience may see
            of names and texts is not looked for.
        shared: The shared document of the kept cases, or its file, if it is not beside them.
        format: The format of the kept cases, if the suffix does not tell.

    Raises:
        OSError: If a path cannot be opened.
        Unreadable: If a kept document cannot be understood: nobody knows what to look for.
        ValueError: If there is no such audience.
    """
    place = usable(folder)
    haystack = Haystack()
    haystack.add(place, place.name or "the folder")
    beside, cases = _kept(against, shared, format)
    whom = Audience(audience) if audience else _audience_of(place)
    scan = Scan(
        haystack,
        ours=_ours(place),
        released=_released(cases, whom, beside),
        prose=carries_prose(whom, haystack),
    )
    counted = 0
    for case in cases:
        counted += 1
        scan.look_for([case])
    scan.look_for([beside] if beside is not None else [])
    return Verification(
        leaks=tuple(sorted(scan.leaks)),
        more=scan.more,
        closed=tuple(haystack.closed),
        cases=counted,
        files=haystack.files,
    )


def _ours(place: Path) -> str:
    """
    What the files of a release say whatever the cases hold, and those of tables, if there are any.
    """
    found = place.rglob(METADATA) if place.is_dir() else ()
    return f"{our_texts()}\n{own_words()}" if any(found) else our_texts()


def _kept(
    against: Any, shared: StrPath | SharedDocument | None, format: str | None
) -> tuple[SharedDocument | None, Iterable[Case]]:
    given = None if shared is None else read_shared(shared, format)
    if isinstance(against, Case):
        against = [against]
    if isinstance(against, str | Path):
        against = Cases(Files(paths_of(against), format), given=given)
    elif not isinstance(against, Cases):
        against = list(against)
    beside = given.record if given else getattr(against, "shared", None)
    return beside, against


def _audience_of(place: Path) -> Audience:
    """
    The audience that the manifest beside what was written names; the public, if there is none.
    """
    file = place / MANIFEST if place.is_dir() else place.parent / MANIFEST
    try:
        with file.open("rb") as opened:
            said = json.loads(opened.read(_LARGEST))["audience"]
        return Audience(said)
    except (OSError, ValueError, KeyError, TypeError):
        return Audience.PUBLIC


def _released(
    cases: Iterable[Case], audience: Audience, shared: SharedDocument | None
) -> frozenset[Needle]:
    """
    What *audience* may see of names and texts. Partners and the public see none.
    """
    if audience in TREATED:
        return frozenset()
    return released_needles(project(case, audience, shared=shared) for case in cases)
