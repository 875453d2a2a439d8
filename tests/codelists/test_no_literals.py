"""Rules and insight ask a list what a code means, and name no code themselves."""

from __future__ import annotations

import ast
import csv
import io
from collections.abc import Iterator
from importlib.resources import files

import attrs
import pytest

from rednotice import codelists, model

ROOT = files("rednotice")
MODULES = {
    f"{floor}/{file.name}": file.read_text(encoding="utf-8")
    for floor in ("insight", "rules")
    for file in sorted(ROOT.joinpath(floor).iterdir(), key=lambda file: file.name)
    if file.name.endswith(".py")
}
CODES = {code.code for name in codelists.names() for code in codelists.codelist(name)}
MEMBERS = {
    field.alias or field.name
    for found in vars(model).values()
    if isinstance(found, type) and attrs.has(found)
    for field in attrs.fields(found)
}
INDEX = csv.DictReader(io.StringIO(codelists.tables()["index.csv"].decode()))
DECLARED = {row["name"]: row["traits"].split() for row in INDEX}
# The functions that take traits, whose words may be spelled like a code.
ASKING = {"having", "naming", "class_words"}

# What every list means by this code: nothing that the list names.
EVERYWHERE = {"other"}
# Words that are spelled like a code and are none, or that a module gives as its answer.
ALLOWED = {
    "insight/conflicts.py": ({"denied"}, "a type of conflict, which is no code of a list"),
    "insight/guilt.py": (
        {"criminal", "never", "suspected"},
        "words of English prose",
    ),
    "insight/happenings.py": ({"custody", "movement", "passport"}, "traits that are compared"),
    "insight/matching.py": ({"a", "e"}, "English words and endings"),
    "insight/quotations.py": ({"paraphrase"}, "the default that the model states, as its answer"),
    "insight/speakers.py": (
        {
            *("ccf", "community", "complainant", "own_company", "person_not_free", "press"),
            *("pursuing_authority", "pursuing_court", "somebody_else", "state_media", "subject"),
            *("third_authority", "third_court", "unknown_speaker"),
        },
        "classes of the lists speakers and concerned that it answers with",
    ),
    "insight/whose_word.py": ({"ccf"}, "the class of the speaker that it answers with"),
}


def codes_named(source: str) -> Iterator[str]:
    """The codes that *source* spells out, alone or in a class word, without its documentation."""
    tree = ast.parse(source)
    skipped = {id(word) for node in ast.walk(tree) for word in not_asked(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            code = node.value.removeprefix("class:")
            is_word = code != node.value or code not in MEMBERS
            if id(node) not in skipped and is_word and code in CODES - EVERYWHERE:
                yield code


def not_asked(node: ast.AST) -> list[ast.expr]:
    """The expressions in *node* that are documentation or that ask a list for a trait."""
    return [node.value] if isinstance(node, ast.Expr) else [*words_asked(node)]


def words_asked(node: ast.AST) -> Iterator[ast.expr]:
    """The name of a list and the traits, if *node* asks for them."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ASKING:
        yield from node.args


def misspelt(source: str) -> Iterator[str]:
    """The traits that *source* asks a list for and that the list does not declare."""
    for node in ast.walk(ast.parse(source)):
        words = [
            one.value
            for one in words_asked(node)
            if isinstance(one, ast.Constant) and isinstance(one.value, str)
        ]
        if words and words[0] in DECLARED:
            declared = DECLARED[words[0]]
            # A prefix ends with the line before the code that the trait names.
            starts = {one[: len(word)] for word in words if word.endswith("_") for one in declared}
            yield from (word for word in words[1:] if word not in {*declared, *starts})


@pytest.mark.parametrize("module", MODULES)
def test_a_rule_names_no_code(module: str) -> None:
    """A new code that means the same would be missed; a trait of the list tells instead."""
    allowed, _ = ALLOWED.get(module, (set(), ""))

    assert sorted(set(codes_named(MODULES[module])) - allowed) == []


@pytest.mark.parametrize("module", ALLOWED)
def test_an_exception_is_still_needed(module: str) -> None:
    """A word that the module does not use any more leaves the list of exceptions."""
    allowed, _ = ALLOWED[module]

    assert sorted(allowed - set(codes_named(MODULES[module]))) == []


@pytest.mark.parametrize("module", MODULES)
def test_a_rule_asks_for_traits_that_the_list_declares(module: str) -> None:
    """A misspelt trait has no codes, so that the rule would find nothing."""
    assert [*misspelt(MODULES[module])] == []


def test_a_misspelt_trait_is_found() -> None:
    """Also behind one that the list declares."""
    assert [*misspelt('having("stances", "denies", "silence")')] == ["silence"]


@pytest.mark.parametrize(
    "line",
    [
        'if notice.kind == "red": pass',
        'KINDS = {"red", "diffusion_wanted"}',
        'NAMES = {"red": "blue"}',
        'PRESS = "class:press"',
    ],
)
def test_a_named_code_is_found(line: str) -> None:
    """In a comparison, a set, a table and a class word."""
    assert list(codes_named(line))


def test_a_trait_and_a_sentence_are_no_codes() -> None:
    """What asks a list for a trait may look like a code, and so may documentation."""
    assert list(codes_named('"red"\nhaving("speakers", "press")')) == []
