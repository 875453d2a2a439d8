"""
The papers of a release: the manifest and the page that tells the recipient what may be done.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from functools import cache
from typing import Any

from rednotice import codelists
from rednotice.datasets.manifests import MANIFEST
from rednotice.model import VERSION, Release
from rednotice.projection.levels import Levels
from rednotice.releases.haystack import folded_ways
from rednotice.types.dates import PartialDate

Files = Mapping[str, str]  # names and hashes

README, CASES, FOLDER = "README.txt", "cases.jsonl", "cases"

_PAGE = """\
What this is

These files hold records of cases in which a state pursues a person abroad, made for: {audience}.
Policy {policy}; edition {edition}; {count} records.
They are in the format rednotice {version}. Each line of cases.jsonl, or each file in the folder
cases, is one case. The file manifest.json says the same for programs.

How to read it

An allegation stays an allegation. A charge is what the issuing state says. The member
"according_to" says by whose word the rest stands, and "statements" who denies it or did not answer.
A word such as class:press stands for a class of speakers and not for one of them.
What a record does not say is not known, or was left out. Nothing marks what was left out.
{treated}
What you may do with it

Traffic Light Protocol: {tlp}
{terms}{narrower}

What you must not do

Do not try to find out who a person is, and do not join these records with others in order to find
out. If you think that you know somebody, keep it to yourself and tell the sender.

If you are asked to stop using it

The sender may recall records by their ids. Then stop using and sharing them at once, and do with
them what the notice says.

Not anonymous

These records were reduced for their recipients. Nobody can promise that no person can be told by
somebody who knows more. Keep the files where only those can read them who need them.
"""
_KEPT_WITHIN = "no_onward_sharing"
_TREATED = "Dates are years. Codes may be coarser than in the kept cases, and all are so alike.\n"
_NARROWER = """
Where a term is narrower than the mark, the term counts: whatever the mark would allow, pass nothing
on to clients or others outside your organisation."""
_TERMS = "The terms of this release:"
_NO_TERMS = "The agreement with the sender says what you may do."


def manifest(
    release: Release, *, cases: int, thresholds: Mapping[str, Any], levels: Levels, files: Files
) -> dict[str, Any]:
    """
    What the recipient's programs are told of a release: nothing of the cases that it was made from.
    """
    return {
        "rednotice_release": 1,
        "schema": VERSION,
        "made_with": f"rednotice {_version()}",
        "audience": release.audience,
        "policy": release.policy,
        "policy_sha256": release.policy_sha256,
        "edition": release.edition,
        "date": str(release.date),
        "tlp": release.tlp,
        "terms": {code: _term(code).definition for code in release.terms},
        "cases": cases,
        "thresholds": dict(thresholds),
        "coarsened": {
            "cut_levels": dict(levels.cuts),
            "left_out": sorted(levels.dropped),
            "dates": levels.dates or None,
        },
        "files": [{"name": name, "sha256": digest} for name, digest in sorted(files.items())],
    }


def page(release: Release, *, cases: int) -> str:
    """
    What the recipient is told of a release in plain words, with its terms.
    """
    mark = release.tlp and codelists.codelist("tlp").codes[release.tlp]
    terms = [f"- {_term(code).label}. {_term(code).definition}" for code in release.terms]
    return _PAGE.format(
        audience=release.audience,
        policy=release.policy,
        edition=_named(release),
        count=f"{cases:,}",
        version=VERSION,
        treated=_TREATED if release.audience in {"partner", "public"} else "",
        tlp=f"{mark.label}. {mark.definition}" if mark else "no mark.",
        terms="\n".join([_TERMS, *terms]) if terms else _NO_TERMS,
        narrower=_NARROWER if _KEPT_WITHIN in release.terms else "",
    )


def _named(release: Release) -> str:
    """The edition, with the month where its name is another."""
    same = release.edition == str(release.date)
    return f"{release.edition}" if same else f"{release.edition} of {release.date}"


def _version() -> str:
    """The version of the package, which is loaded wherever a module of it is."""
    version: str = vars(sys.modules[__name__.partition(".")[0]])["__version__"]
    return version


def _term(code: str) -> codelists.Code:
    return codelists.codelist("terms_of_use").codes[code]


@cache
def our_texts() -> str:
    """
    All that the papers of a release say whatever the cases hold, in every spelling.
    """
    release = Release(audience="public", policy="public 1", date=PartialDate("2000"))
    marks = (*codelists.codelist("terms_of_use"), *codelists.codelist("tlp"))
    said = [_PAGE, _TREATED, _NARROWER, _TERMS, _NO_TERMS, CASES, MANIFEST, README]
    said += [text for code in marks for text in (code.label, code.definition)]
    said += [
        json.dumps(manifest(release, cases=0, thresholds=_ASKED, levels=levels, files={}))
        for levels in (Levels(), Levels(dates="year"), Levels(dates="decade"), Levels(dates="none"))
    ]
    return "\n".join(
        spelling for text in said for block in text.split("\n\n") for spelling in folded_ways(block)
    )


_ASKED: dict[str, None] = dict.fromkeys(("k", "l", "k_reached", "l_reached"))
