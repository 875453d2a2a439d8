"""
The papers of a release: the manifest and the page that tells the recipient what may be done.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rednotice import codelists
from rednotice.names.transliteration import spellings

if TYPE_CHECKING:
    from collections.abc import Iterable

MANIFEST, README, CASES = "manifest.json", "README.txt", "cases.jsonl"

_PAGE = """\
What this is

These files hold records of cases in which a state pursues a person abroad, made for: {audience}.
Policy {policy}; edition {edition}; {month}; {count} records.
They are in the format rednotice {version}. Each line of cases.jsonl is one case, in JSON.

How to read it

An allegation stays an allegation. A charge is what the issuing state says. The member
"according_to" says by whose word the rest stands, and "statements" who denies it or did not answer.
A word such as class:press stands for a class of speakers and not for one of them.
What a record does not say is not known, or was left out. Nothing marks what was left out.
{treated}
What you may do with it

Traffic Light Protocol: {tlp}.
{terms}

What you must not do

Do not try to find out who a person is, and do not join these records with others in order to find
out. If you think that you know somebody, keep it to yourself and tell the sender.

If you are asked to stop using it

The sender may recall single records by their ids, or this whole edition. Then stop using and
sharing them at once, and do with them what the notice says.

Not anonymous

These records were reduced for their recipients. Nobody can promise that no person can be told by
somebody who knows more. Keep the files where only those can read them who need them.
"""
_TREATED = "Dates are years. Codes may be coarser than in the kept cases, and all are so alike.\n"
_TERMS_HEAD = "The terms of this release:"


@cache
def our_texts() -> str:
    """
    All that the papers of a release say whatever the cases hold, in every spelling.
    """
    terms = codelists.codelist("terms_of_use")
    said = [_PAGE, _TREATED, _TERMS_HEAD, CASES, MANIFEST, README, *_KEYS]
    said += [text for code in terms for text in (code.label, code.definition)]
    return "\n".join(
        " ".join(spelling.split())
        for text in said
        for line in _blocks(text)
        for spelling in spellings(line)
    )


def _blocks(text: str) -> Iterable[str]:
    return (block for block in text.split("\n\n") if block.strip())


_KEYS = ("audience",)
