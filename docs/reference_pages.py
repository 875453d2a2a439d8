"""
The reference: pages written from the model, the codelists, the rules and the code, at every build.

Each folder below docs/reference/ is written here and belongs to no commit; what the pages say is
said in the code, once.
"""

from __future__ import annotations

import argparse
import inspect
from collections import defaultdict
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

import rednotice
from rednotice import cli, codelists, faults, rules
from rednotice.model import Case, Record, SharedDocument, Worded
from rednotice.records import Field, fields_of, record_classes
from rednotice.records.json_schema import spoken
from rednotice.records.shapes import Free, Many, Mapped, Nested, Scalar, Shape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx

# The bases are no record that a document holds; the members that they give stand on their pages.
RECORDS: tuple[type, ...] = tuple(
    dict.fromkeys((*record_classes(Case), *record_classes(SharedDocument), Record, Worded))
)


def pages() -> dict[str, str]:
    """
    Every page of the reference as Markdown, by its path below docs/reference/.
    """
    return {
        "records/index.md": _record_index(),
        **{f"records/{_file(cls)}": _record(cls) for cls in RECORDS},
        "types/index.md": _types(),
        "codelists/index.md": _codelist_index(),
        **{f"codelists/{name}.md": _codelist(name) for name in codelists.names()},
        "rules/index.md": _rule_index(),
        **{f"rules/{family}.md": _rules(family) for family in ("faults", *rules.FAMILIES)},
        "command/index.md": _command(),
        "python/index.md": _python(),
    }


def setup(app: Sphinx) -> dict[str, Any]:
    """
    Have the pages written before Sphinx looks for them.
    """
    app.connect("builder-inited", lambda app: write(Path(app.srcdir, "reference")))
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def write(folder: Path) -> None:
    """
    Write every page below *folder* that has changed, and remove those that are no more.
    """
    wanted = {folder / name: text for name, text in pages().items()}
    for old in set(folder.glob("*/*.md")) - set(wanted):
        old.unlink()
    for path, text in wanted.items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")


# Records


def _file(cls: type) -> str:
    return f"{spoken(cls.__name__).lower().replace(' ', '-')}.md"


def _link(cls: type) -> str:
    return f"[{spoken(cls.__name__)}](../records/{_file(cls)})"


def _record_index() -> str:
    by_module: dict[str, list[type]] = defaultdict(list)
    for cls in RECORDS:
        by_module[cls.__module__].append(cls)
    parts = ["# Every record and its fields", _toctree(_file(cls) for cls in RECORDS)]
    for module, classes in by_module.items():
        parts.append(f"## {_title(import_module(module))}")
        parts.append("\n".join(f"- {_link(cls)}: {_title(cls)}" for cls in classes))
    return _joined(parts)


def _record(cls: type) -> str:
    inherited = {field.name for field in attrs.fields(cls) if field.inherited}
    own = [field for field in fields_of(cls) if field.name not in inherited]
    parts = [f"# {spoken(cls.__name__)}", _prose(inspect.getdoc(cls))]
    if homes := _homes()[cls]:
        parts.append(f"It stands in {_listed(homes, 'and')}.")
    elif cls in {Record, Worded}:
        parts.append("No record is only this; others have its members besides their own.")
    for field in own:
        parts += [f"({cls.__name__}.{field.name})=\n## `{field.name}`", _prose(field.meaning.doc)]
        facts = " · ".join(_facts(field))
        parts.append(f"{{.facts}}\n{facts[0].upper()}{facts[1:]}.")
    for base in cls.__mro__[1:-1]:
        given = [field.name for field in attrs.fields(base) if not field.inherited]
        links = [f"[{name}](#{base.__name__}.{name})" for name in given]
        parts.append(f"From {_link(base)} it has {_listed(links, 'and')}.")
    return _joined(parts)


@cache
def _homes() -> dict[type, list[str]]:
    """
    The members that hold each record, as links.
    """
    homes: dict[type, list[str]] = defaultdict(list)
    for cls in RECORDS:
        for field in fields_of(cls):
            owner = next(base for base in reversed(cls.__mro__) if _has(base, field.name))
            link = f"[{owner.__name__}.{field.name}](#{owner.__name__}.{field.name})"
            if isinstance(field.one, Nested) and link not in homes[field.one.record]:
                homes[field.one.record].append(link)
    return homes


def _has(cls: type, name: str) -> bool:
    return attrs.has(cls) and name in attrs.fields_dict(cls)


def _facts(field: Field) -> Iterable[str]:
    meaning = field.meaning
    yield ("required: " if field.required else "") + _type(field.shape)
    if field.ref and "anything" in field.ref.targets:
        yield "names any record"
    elif field.ref:
        yield f"names a record in {_listed(field.ref.targets, 'or')}"
    yield f"sensitivity {meaning.sensitivity.value}"
    yield f"release {meaning.release.value}"
    if meaning.known:
        yield "known to pursuing states"
    yield f"since {meaning.since}"


def _type(shape: Shape) -> str:
    match shape:
        case Many(item):
            return f"list of {_type(item)}"
        case Nested(cls):
            return _link(cls)
        case Mapped(keys, value):
            return f"object of {_type(value)}, each named by {keys.expects}"
        case Free(_, named):
            return f"[{named.title}](../types/index.md#{_slug(named.title)})"
        case Scalar() if vocabulary := _vocabulary(shape):
            return f"code of [{vocabulary.title}](../codelists/{vocabulary.name}.md)"
        case Scalar() if shape.named:
            return f"[{shape.named.title}](../types/index.md#{_slug(shape.named.title)})"
        case Scalar():
            return shape.expects


def _vocabulary(shape: Shape) -> codelists.Codelist | None:
    limits = shape.limits if isinstance(shape, Scalar) else ()
    return next((limit.codelist for limit in limits if hasattr(limit, "codelist")), None)


def _innermost(shape: Shape) -> Shape:
    match shape:
        case Many(inner) | Mapped(_, inner):
            return _innermost(inner)
    return shape


# Types and codelists


def _types() -> str:
    found = {}
    for cls in RECORDS:
        for field in fields_of(cls):
            shape = _innermost(field.shape)
            if isinstance(shape, Scalar | Free) and shape.named and not _vocabulary(shape):
                found[shape.named.title] = shape
    parts = ["# Every type of value"]
    for title, shape in sorted(found.items()):
        named: Any = shape.named
        parts += [f"## {title}", _prose(named.description), f"It must be {_prose(shape.expects)}."]
        if named.examples:
            shown = ", ".join(f"`{example}`" for example in named.examples)
            parts.append(f"Examples: {shown}.")
        if isinstance(shape, Scalar) and "pattern" in shape.keywords():
            parts.append(f"The pattern in the schema:\n\n```text\n{shape.keywords()['pattern']}\n```")
    return _joined(parts)


def _codelist_index() -> str:
    lists = [codelists.load(name) for name in codelists.names()]
    rows = [f"- [{each.title}]({each.name}.md) (`{each.name}`)" for each in lists]
    return _joined(
        ["# Every codelist", _toctree(f"{each.name}.md" for each in lists), "\n".join(rows)]
    )


def _codelist(name: str) -> str:
    codelist = codelists.load(name)
    parts = [f"# {codelist.title}", _prose(codelist.definition)]
    parts.append(
        f"Name: `{codelist.name}`. Owner: {codelist.owner}. Edition: {codelist.edition}."
        f" Source: {_prose(codelist.source)}."
    )
    if users := _users()[name]:
        parts.append(f"It is used by {_listed(users, 'and')}.")
    if codelist.open:
        parts.append("It is open: it also takes another vocabulary's code, as `vocabulary:code`.")
    rows = ["{.codes}", "| Code | Meaning |", "|---|---|"]
    for code in codelist:
        says = f"**{_cell(code.label)}.** {_cell(code.definition)}"
        if code.broader:
            says += f" Within [{code.broader}](#{_anchor(name, code.broader)})."
        if code.replaced_by:
            says += f" Replaced by [{code.replaced_by}](#{_anchor(name, code.replaced_by)})."
        if code.core:
            says += " *Core.*"
        rows.append(f"| `{code.code}`{{#{_anchor(name, code.code)}}} | {says} |")
    return _joined([*parts, "\n".join(rows)])


def _anchor(name: str, code: str) -> str:
    return f"{name}-{code}".replace("+", "-")  # an anchor has no other signs


@cache
def _users() -> dict[str, list[str]]:
    """
    The fields that take each codelist, as links.
    """
    users: dict[str, list[str]] = defaultdict(list)
    for cls in RECORDS:
        for field in fields_of(cls):
            vocabulary = _vocabulary(_innermost(field.shape))
            if vocabulary and not getattr(attrs.fields(cls), field.name).inherited:
                link = f"[{cls.__name__}.{field.name}](#{cls.__name__}.{field.name})"
                users[vocabulary.name].append(link)
    return users


# Rules


def _rule_index() -> str:
    files = [f"{family}.md" for family in ("faults", *rules.FAMILIES)]
    rows = [
        f"- [{page.id}](#{page.id}) {page.name} ({page.severity.value}): {_prose(page.title)}"
        for page in rules.MANUAL
    ]
    return _joined(["# Every fault and every rule", _toctree(files), "\n".join(rows)])


def _rules(family: str) -> str:
    if family == "faults":
        title, found = "Faults of shape (RN0)", list(faults.FAULTS)
    else:
        prefix = rules.FAMILIES[family]
        found = [page for page in rules.MANUAL if page.id.startswith(prefix)]
        title = f"{family.capitalize()} ({prefix})"
    guards = {rule.manual.id for rule in rules.CATALOGUE if rule.guards_release}
    parts = [f"# {title}"]
    for page in found:
        parts.append(f"({page.id})=\n## {page.id} {page.name}")
        weight = page.severity.value
        if page.id in guards:
            weight = "error where data leave, information within"
        parts += [_prose(page.text), f"{{.facts}}\nSeverity {weight} · since {page.since}."]
    return _joined(parts)


# The command line and the Python API


def _command() -> str:
    parts = ["# The command line", _prose(inspect.getdoc(cli))]
    for name in cli.COMMANDS:
        module = import_module(f"rednotice.cli.{name}")
        parser = argparse.ArgumentParser(
            prog=f"rednotice {name}",
            description=f"{module.HELP}.",
            epilog=module.EPILOG,
            formatter_class=partial(argparse.HelpFormatter, width=76),
        )
        module.arguments(parser)
        parts += [f"## rednotice {name}", f"```text\n{parser.format_help().rstrip()}\n```"]
    return _joined(parts)


def _python() -> str:
    kinds: dict[str, list[str]] = {"Verbs": [], "What they give and take": [], "Errors": []}
    records = []
    for name in rednotice.__all__:
        value = getattr(rednotice, name)
        if value in RECORDS:
            records.append(_link(value))
        elif not isinstance(value, type):
            if callable(value):
                kinds["Verbs"].append(f".. autofunction:: rednotice.{name}")
        elif issubclass(value, Exception):
            kinds["Errors"].append(f".. autoexception:: rednotice.{name}\n   :show-inheritance:")
        else:
            kinds["What they give and take"].append(
                f".. autoclass:: rednotice.{name}\n   :members:"
            )
    parts = ["# The Python API", "Every public name of `rednotice`, imported when first used."]
    for title, directives in kinds.items():
        parts.append(f"## {title}")
        parts += [f"```{{eval-rst}}\n{directive}\n```" for directive in directives]
    parts += ["## Records", f"Each record class has a page: {_listed(records, 'and')}."]
    parts.append("The rarer ones are imported from `rednotice.model`.")
    return _joined(parts)


# Markdown


def _joined(parts: Iterable[str]) -> str:
    return "\n\n".join(parts) + "\n"


def _toctree(files: Iterable[str]) -> str:
    return "\n".join(["```{toctree}", ":hidden:", "", *files, "```"])


def _title(documented: Any) -> str:
    return _prose(inspect.getdoc(documented)).partition("\n\n")[0].removesuffix(".")


def _prose(text: str | None) -> str:
    # What the code says is prose with `code` in it; only this could be taken for markup.
    return (text or "").replace("``", "`").replace("<", "&lt;")


def _cell(text: str) -> str:
    return _prose(text).replace("|", r"\|")


def _slug(title: str) -> str:
    return "".join(char for char in title.lower().replace(" ", "-") if char.isalnum() or char == "-")


def _listed(words: Iterable[str], last: str) -> str:
    *most, final = words
    return f"{', '.join(most)} {last} {final}" if most else final
