"""
Write the pages of the reference from the model, the codelists, the rules, the policies and the
code.

Every build rewrites the folders below docs/reference/, and git ignores them. The text of the pages
is in the code alone.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from rednotice import cli, codelists, rules
from rednotice.policies import SHIPPED
from reference_pages import classes, code, homes, lists, overview, policies, records

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def pages() -> dict[str, str]:
    """
    Every page of the reference as Markdown, by its path below docs/reference/.
    """
    files = ("faults", *rules.FILES)
    return {
        "overview/index.md": overview.page(),
        "records/index.md": records.index(),
        **{f"records/{classes.file_of(cls)}": records.record(cls) for cls in classes.RECORDS},
        "homes/index.md": homes.page(),
        "types/index.md": records.types(),
        "codelists/index.md": lists.codelist_index(),
        **{f"codelists/{name}.md": lists.codelist(name) for name in codelists.names()},
        "rules/index.md": lists.rule_index(),
        **{f"rules/{name}.md": lists.rules_of(name) for name in files},
        "policies/index.md": policies.index(),
        **{f"policies/{name}.md": policies.policy(name) for name in SHIPPED},
        "command/index.md": code.command_index(),
        **{f"command/{name}.md": code.command(name) for name in cli.COMMANDS},
        "python/index.md": code.python(),
    }


def setup(app: Sphinx) -> dict[str, Any]:
    """
    Tell Sphinx to write the pages before it reads them, and what they describe.
    """
    from reference_pages.domain import Reference  # tests read the pages without Sphinx

    app.add_domain(Reference)
    app.connect("builder-inited", lambda app: write(Path(app.srcdir, "reference")))
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def write(folder: Path) -> None:
    """
    Write the changed pages below *folder*, and remove obsolete ones.
    """
    wanted = {folder / name: text for name, text in pages().items()}
    for old in set(folder.glob("*/*.md")) - set(wanted):
        old.unlink()
    for path, text in wanted.items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
