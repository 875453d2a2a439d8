"""
Write the page that shows a case as a whole: a picture of its records, and the same in words.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Any

from rednotice.model import Case, SharedDocument
from rednotice.records import fields_of
from rednotice.records.shapes import Nested
from reference_pages.classes import BASES, file_of, link_to, own_fields
from reference_pages.markdown import joined, listed, title
from reference_pages.picture import Band, Box, drawn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rednotice.records import Field
    from rednotice.records.limits import Ref

# The rows of the picture: the modules of the model whose records stand in each.
_BANDS = {
    "Who": ("people",),
    "What states decide": ("warrants", "notices"),
    "What happens": ("happenings", "proceedings"),
    "Whose word it is": ("evidence",),
    "How the case is kept": ("handling", "releases", "case"),
}
_FEW = 3  # a reference to more kinds of record than this is told in words only

_INTRODUCTION = """
A document is one case.
Each box is a member of the case and holds records of one kind; most of them are lists.
Below its meaning stand the records that these hold themselves.
An arrow leads from a record to another that it names by its id.

The line on the left says that records in every row name persons and bodies, such as who acted,
who was pressed and who applied.
The line on the right says that nearly every record names by whose word it stands
(`according_to`), and where that is written (`sources`).

Click a box to read about its members.
""".strip()


def page() -> str:
    """
    Give the page, with the picture as an SVG that follows the colours of the page.
    """
    bands = [Band(title, tuple(boxes)) for title, boxes in _by_band().items()]
    whole = Box("Case", "case.html", says=title(Case), holds=tuple(_plain(Case)))
    shared = Box(
        "Shared document",
        "shared-document.html",
        says=title(SharedDocument),
        holds=tuple(field.name for field in fields_of(SharedDocument)),
    )
    svg = drawn(whole, bands, shared)
    frame = '<div class="picture-frame" tabindex="0" role="region" aria-label="Picture">'
    beside = (
        f"Cases of one data set may have one {link_to(SharedDocument)} beside them,"
        f" to which a case points with `shared:` and an id. It has {_listed(shared.holds)}."
    )
    return joined(
        [
            "# A case at a glance",
            _INTRODUCTION,
            f"```{{raw}} html\n{frame}\n{svg}\n</div>\n```",
            "## The picture in words",
            f"The {link_to(Case)} itself has {_listed(whole.holds)}, and these records:",
            *(_in_words(band) for band in bands),
            beside,
        ]
    )


def _in_words(band: Band) -> str:
    told = []
    for box in band.boxes:
        cls = _record_of(box.name)
        words = f"- `{box.name}`, {link_to(cls)}: {box.says}"
        words += f" Holds {_listed(box.holds)}." if box.holds else ""
        words += f" Names {_listed(box.names)}." if box.names else ""
        told.append(words)
    return f"### {band.title}\n\n" + "\n".join(told)


def _by_band() -> dict[str, list[Box]]:
    band_of = {f"rednotice.model.{one}": band for band, all_ in _BANDS.items() for one in all_}
    found: dict[str, list[Box]] = {band: [] for band in _BANDS}
    for field in _nested(Case):
        cls = field.one.record
        box = Box(
            field.name,
            file_of(cls).replace(".md", ".html"),
            says=field.meaning.doc,
            holds=tuple(one.name for one in _nested(cls) if one in own_fields(cls)),
            names=tuple(_named_from(field)),
        )
        found[band_of[cls.__module__]].append(box)
    return found


def _record_of(member: str) -> Any:
    return next(field.one.record for field in _nested(Case) if field.name == member)


def _nested(cls: Any) -> list[Any]:
    return [field for field in fields_of(cls) if isinstance(field.one, Nested)]


def _plain(cls: Any) -> Iterator[str]:
    """
    The members of *cls* that hold no records.
    """
    return (field.name for field in fields_of(cls) if not isinstance(field.one, Nested))


def _named_from(member: Field) -> Iterable[str]:
    """
    The members of the case that hold what the records in *member* name, in the model's order.
    """
    targets = {
        home
        for field in _references(member.one.record)
        for target in field.ref.targets
        for home in _homes()[target]
    }
    return [field.name for field in _nested(Case) if field.name in targets]


def _references(cls: Any) -> Iterator[Any]:
    """
    The references of *cls* and of the records in it that name few kinds of record, but for those
    that every record has and those that take class words.
    """
    inherited = {field.name for base in BASES for field in own_fields(base)}
    for field in fields_of(cls):
        if isinstance(field.one, Nested):
            yield from _references(field.one.record)
        elif field.ref and field.name not in inherited and _is_narrow(field.ref):
            yield field


def _is_narrow(ref: Ref) -> bool:
    return not ref.words and len(ref.targets) <= _FEW and "anything" not in ref.targets


@cache
def _homes() -> dict[str, set[str]]:
    """
    The members of the case in which a member of some name stands, by that name.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for top in _nested(Case):
        found[top.name].add(top.name)
        waiting = [top.one.record]
        while waiting:
            for field in _nested(waiting.pop()):
                found[field.name].add(top.name)
                waiting.append(field.one.record)
    return found


def _listed(names: Iterable[str]) -> str:
    return listed((f"`{name}`" for name in names), "and")
