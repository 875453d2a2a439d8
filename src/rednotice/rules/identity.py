"""
RN1 Identity: names, ids and who the case is about.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from rednotice.model import Name
from rednotice.rules.opaque import shares_a_token, tokens
from rednotice.rules.rule import Problem, rule
from rednotice.rules.view import View


def _tokens(view: View) -> frozenset[str]:
    return tokens(
        text
        for _, name in view.each(Name)
        for text in (name.text, name.family, name.forename)
        if text
    )


@rule("RN101")
def id_shares_a_token_with_a_name(view: View) -> Iterator[Problem]:
    """
    An id contains a part of a person's name.

    Ids are printed in findings, logs and file names by design, and so must be opaque. Give the
    record another id, such as `s1` or a few random letters; the case is shown by a running number
    until then.
    """
    named = _tokens(view)
    for identity, found in view.ids.items():
        if shares_a_token(identity, named):
            for path, _ in found:
                yield (*path, "id"), "must be opaque and share no part with a name"


@rule("RN102")
def file_name_shares_a_token_with_a_name(view: View) -> Iterator[Problem]:
    """
    The name of the file contains a part of a person's name.

    File names are printed in findings and logs. Name the file after the id of the case; it is
    shown by a running number until then.
    """
    if view.file and shares_a_token(PurePath(view.file).stem, _tokens(view)):
        yield (), "the file's name must be opaque and share no part with a name; rename the file"
