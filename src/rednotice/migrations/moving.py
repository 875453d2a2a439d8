"""
Bring a document from one version of the schema to the next, or back, so that nothing is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from rednotice.migrations import residue
from rednotice.migrations.differences import Change, changes, make
from rednotice.migrations.fitting import ErrorsOf, Unfit, fit
from rednotice.migrations.parts import Types
from rednotice.migrations.rewriting import Plain, Rewording, copied, reworded


@attrs.frozen
class Edition:
    """
    One version of the schema of one kind of document.

    Attributes:
        version: The version, as documents name it.
        root: The record that the whole document is, such as ``Case``.
        schema: The published schema.
        accepts: Whether the schema accepts a plain value.
        errors_of: Gives the engine's errors in a plain value.
        types: The types of the schema.
    """

    version: str
    root: str
    schema: Mapping[str, Any] = attrs.field(repr=False)
    accepts: Callable[[Any], bool] = attrs.field(repr=False)
    errors_of: ErrorsOf = attrs.field(repr=False)
    types: Types = attrs.field(
        init=False,
        repr=False,
        default=attrs.Factory(lambda self: Types(self.schema, self.root), takes_self=True),
    )


@attrs.frozen
class Moved:
    """
    A document that was brought to another version.

    Attributes:
        value: The document.
        kept: What the new version cannot hold: the changes that make the old document again. They
            wait in the document.
        left: What waited in the old document for the new version and does not apply any more, such
            as a change to a record that was removed. It still waits in the document.
    """

    value: Plain
    kept: tuple[Change, ...] = ()
    left: tuple[Change, ...] = ()


Words = Callable[[], Rewording]


def moved(
    document: Plain, *, source: Edition, target: Edition, forth: Rewording, back: Rewording
) -> Moved:
    """
    Bring *document*, which the *source* edition accepts, to the *target* edition.

    What the target cannot hold waits under `extensions`, and what waits there for the target takes
    its place. So the way there and back gives the same document.

    Args:
        document: The document, which is not changed.
        source: The version that the document follows.
        target: The version that it should follow, one step newer or older.
        forth: What the target writes otherwise than the source.
        back: What the source writes otherwise than the target.

    Raises:
        Unfit: If nothing of the document fits the target, or the target has no room for what it
            cannot hold.
    """
    here = copied(document)
    waiting = residue.take(here, target.version)
    there = _turned(here, source, target, forth)
    left = make(there, waiting)
    if len(left) < len(waiting) and not target.accepts(there):
        there, left = _turned(here, source, target, forth), waiting
    kept = changes(_turned(there, target, source, back), here)
    residue.keep(there, target.version, left)
    residue.keep(there, source.version, kept)
    if (left or kept) and not target.accepts(there):
        raise Unfit(
            f"version {target.version} cannot hold all of the document, and has no extensions to"
            " keep the rest"
        )
    return Moved(there, tuple(kept), tuple(left))


def _turned(document: Plain, source: Edition, target: Edition, words: Rewording) -> Plain:
    """
    *document* in the words of *target*, without what that cannot hold.
    """
    made = reworded(document, source.root, source.types, words)
    made["rednotice"] = target.version
    if not target.accepts(made):
        fit(made, target.errors_of)
    return made
