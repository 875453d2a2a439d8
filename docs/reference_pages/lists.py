"""
Write a page for each codelist, and one for each file of rules.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

import attrs

from rednotice import codelists, faults, rules
from rednotice.records import fields_of
from rednotice.records.docstrings import docstring
from reference_pages.classes import RECORDS
from reference_pages.kinds import innermost, vocabulary_of
from reference_pages.markdown import cell, joined, listed, prose, toctree

if TYPE_CHECKING:
    from rednotice.findings import Manual


def codelist_index() -> str:
    """
    Give the list of all codelists.
    """
    lists = [codelists.codelist(name) for name in codelists.names()]
    rows = [f"- [{each.title}]({each.name}.md) (`{each.name}`)" for each in lists]
    return joined(["# Codelists", toctree(f"{each.name}.md" for each in lists), "\n".join(rows)])


def codelist(name: str) -> str:
    """
    Give the page of the codelist *name*, with an anchor for each code.
    """
    found = codelists.codelist(name)
    parts = [f"# {found.title}", prose(found.definition)]
    parts.append(
        f"Name: `{found.name}`. Owner: {found.owner}. Edition: {found.edition}."
        f" Source: {prose(found.source)}."
    )
    if users := _users()[name]:
        parts.append(f"These fields take its codes: {listed(users, 'and')}.")
    if found.open:
        parts.append(
            "The list is open: a field also takes another vocabulary's code, as `vocabulary:code`."
            " The codelist `vocabularies` names them; a vocabulary of your own begins with `x-`."
        )
    rows = ["{.codes}", "| Code | Meaning |", "|---|---|"]
    for code in found:
        says = f"**{cell(code.label)}.** {cell(code.definition)}"
        if code.broader:
            says += f" Within [{code.broader}](#{anchor_of(name, code.broader)})."
        if code.replaced_by:
            says += f" Replaced by [{code.replaced_by}](#{anchor_of(name, code.replaced_by)})."
        if code.leaves_for:
            says += f" Leaves for: {', '.join(code.leaves_for)}."
        if code.core:
            says += " *Core.*"
        rows.append(f"| `{code.code}`{{#{anchor_of(name, code.code)}}} | {says} |")
    return joined([*parts, "\n".join(rows)])


def anchor_of(name: str, code: str) -> str:
    """
    Give the anchor of a code of the list *name*.
    """
    return f"{name}-{code}".replace("+", "-")  # an anchor may not contain a plus sign


@cache
def _users() -> dict[str, list[str]]:
    """
    Give links to the fields that take each codelist.
    """
    users: dict[str, list[str]] = defaultdict(list)
    for cls in RECORDS:
        for field in fields_of(cls):
            vocabulary = vocabulary_of(innermost(field.shape))
            if vocabulary and not getattr(attrs.fields(cls), field.name).inherited:
                link = f"[{cls.__name__}.{field.name}](#{cls.__name__}.{field.name})"
                users[vocabulary.name].append(link)
    return users


def rule_index() -> str:
    """
    Give the list of all faults and rules.
    """
    files = [f"{name}.md" for name in ("faults", *rules.FILES)]
    rows = [
        f"- [{page.id}](#{page.id}) {page.name} ({_weight(page)}): {prose(page.title)}"
        for page in rules.manuals()
    ]
    return joined(["# Faults and rules", toctree(files), "\n".join(rows)])


def rules_of(name: str) -> str:
    """
    Give the page of one file of rules, or of the faults.
    """
    if name == "faults":
        title, found = "RN0 Faults of shape", list(faults.FAULTS)
    else:
        title = docstring(import_module(f"rednotice.rules.{name}")).removesuffix(".")
        found = [rule.manual for rule in rules.rules_in(name)]
    parts = [f"# {title}"]
    for page in found:
        parts.append(f"({page.id})=\n## {page.id} {page.name}")
        parts += [prose(page.text), f"{{.facts}}\nSeverity: {_weight(page)} · since {page.since}."]
    return joined(parts)


def _weight(page: Manual) -> str:
    found = next((rule for rule in rules.catalogue() if rule.manual == page), None)
    if found is not None and found.guards_release:
        return "error for every audience but internal, information for internal"
    if found is not None and found.of_releases:
        return f"{page.severity.value}, in documents with a release record"
    return page.severity.value
