"""Every message is a plain sentence that says what is wrong and what to do, and weakens nothing."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.resources import files
from typing import NamedTuple

import pytest

from rednotice import rules
from rednotice.model import Case, SharedDocument
from rednotice.records import record_classes
from rednotice.records.limits import Matches
from rednotice.records.shapes import Many, Scalar, shapes_of
from rednotice.records.wrong_values import missing, wrong

SOURCE = files("rednotice")
# Phrases that a reader has to read twice, each with what is written instead.
BANNED = {
    r"\bis none that\b": "does not",
    r"\bis no \w+ that\b": "is not a … that",
    r"\bat hand\b": "given",
    r"\banew\b": "again",
    r"\bmeant\?": "Did you mean …?",
    r"\bmust be somebody's\b": "It is not said whose …",
    r"\bone cannot\b": "invisible",
    r"\bthat one\b": "the thing",
    r"\bmust stand\b|\bstand here\b": "belongs",
    r"\bbe left to\b": "Take it out here",
    r"\bbe looked at\b": "Check it",
    r"\bbears? out\b(?<!bears it out)": "supports",
    r";": "two sentences",
    r"\bOf a\b|\bOf what\b": "The …",
}
# Verbs with which a next step begins.
STEPS = (
    *("Add", "Align", "Ask", "Assess", "Begin", "Call", "Check", "Choose", "Close", "Convert"),
    *("Copy", "Correct", "Decide", "Decode", "Divide", "Find", "Flatten", "Give", "If", "Indent"),
    *("Join", "Keep", "Leave", "List", "Make", "Mend", "Name", "Programs", "Put", "Read", "Record"),
    *("Rename", "Review", "Save", "Say", "Set", "Split", "Take", "The delay", "Type", "Use"),
    *("Wait", "Weeks", "Write", "An address has", "A date has"),
)
# What would take a protection away. Only who set a mark or gave a consent decides on it.
WEAKENING = (
    r"lower(ing)? the mark|(say|set|write|use) `?(clear|green|white)\b|remove the mark",
    r"(take|leave)\b[^.]*\b(handling|tlp|embargo\w*|review_after|consent|missing)`[^.]*(out|away)",
    r"(drop|remove|delete)\b[^.]*`(missing|withheld)",
    r"widen|wider audience|--for internal|--force\b|ignore (this|the) rule",
    r"say that (it|consent) was (free|given)|set `given`? to free|(write|set) `free`",
)


class Message(NamedTuple):
    """What is said, and where it stands."""

    where: str
    text: str


def messages_of_rules() -> Iterator[Message]:
    """Each text that a rule yields, with signs in the place of what is only known later."""
    for name in rules.FILES:
        tree = ast.parse(SOURCE.joinpath("rules", f"{name}.py").read_text("utf-8"))
        functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
        for rule in rules.rules_in(name):
            function = functions[rule.question.__name__]
            used = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
            parts = [function, *(functions[one] for one in sorted(used & functions.keys()))]
            known = imported(name) | assigned(tree.body)
            known |= assigned(n for part in parts for n in ast.walk(part))
            found = [text for part in parts for text in yielded(part, known) if " " in text]
            assert found, rule.manual.id
            yield from (Message(rule.manual.id, text) for text in found)


def imported(name: str) -> dict[str, ast.expr]:
    """The texts that the rules in the file *name* take from elsewhere."""
    found = vars(import_module(f"rednotice.rules.{name}"))
    return {one: ast.Constant(text) for one, text in found.items() if isinstance(text, str)}


def assigned(nodes: Iterable[ast.AST]) -> dict[str, ast.expr]:
    """The expressions that are given names in *nodes*; of several for one name, the last."""
    return {
        target.id: node.value
        for node in nodes
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def yielded(function: ast.FunctionDef, known: dict[str, ast.expr]) -> Iterator[str]:
    for node in ast.walk(function):
        if isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple):
            yield text_of(node.value.elts[-1], known)


def text_of(node: ast.expr, known: dict[str, ast.expr]) -> str:
    """What *node* says, with a word in the place of each part that is not known."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.Name(id=name) if name in known:
            return text_of(known[name], known)
        case ast.JoinedStr(values=parts):
            return "".join(text_of(part, known) for part in parts)
        case ast.FormattedValue(value=value):
            return text_of(value, known)
        case ast.IfExp(body=body):
            return text_of(body, known)
    return "this"


def messages_of_reading() -> Iterator[Message]:
    """What is said of a text that cannot be read."""
    for spelt in (
        "json/slips",
        "json/text",
        "json/items",
        "yaml/slips",
        "yaml/text",
        "jsonl/lines",
    ):
        tree = ast.parse(SOURCE.joinpath("formats", f"{spelt}.py").read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and called(node) in {"Broken", "_Slip", "_unreadable"}:
                known = assigned(ast.walk(tree))
                said = [text_of(one, known) for one in node.args]
                yield from (Message(spelt, one) for one in said if " " in one and one[-1] == ".")


def called(node: ast.Call) -> str:
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def messages_of_values() -> Iterator[Message]:
    """What is said of a wrong, an empty and a missing value of each member."""
    for cls in {*record_classes(Case), *record_classes(SharedDocument)}:
        for name, shape in shapes_of(cls).items():
            where = f"{cls.__name__}.{name}"
            yield Message(where, missing(name, shape))
            for value in ("ZZ\u00e9", "", 7.5, True, [], {"a": 1}, ["a"]):
                for needed in (True, False):
                    yield Message(where, wrong(shape, value, needed=needed, is_text=needed))
            one = shape.item if isinstance(shape, Many) else shape
            limits = one.limits if isinstance(one, Scalar) else ()
            for limit in limits:
                if isinstance(limit, Matches):
                    yield from (Message(where, say) for _, say in limit.slips)


@cache
def messages() -> list[Message]:
    """All of them, each once."""
    return sorted({*messages_of_rules(), *messages_of_reading(), *messages_of_values()})


def test_all_messages_are_here() -> None:
    """So that a law over them is not empty."""
    assert {one.where[:3] for one in messages()} >= {f"RN{family}" for family in range(1, 10)}
    assert len(messages()) > 500


def test_a_message_is_made_of_sentences() -> None:
    """Each begins with a capital or a quotation, and ends with a full stop."""
    sentence = re.compile(r"(?:[A-Z`\d].*?[.?](?: |$))+", re.DOTALL)

    assert [one for one in messages() if not sentence.fullmatch(one.text)] == []


def test_a_message_has_a_next_step() -> None:
    """
    A sentence that begins with what to do, or that says what the value must be. Of a mark, whoever
    is told nothing is told who may decide.
    """
    steps = "|".join(STEPS)
    has_one = re.compile(
        rf"(?:^|[.?:] )(?:{steps})\b|must |Only whoever|`rednotice \w+|Did you mean"
    )

    assert [one for one in messages() if not has_one.search(one.text)] == []


@pytest.mark.parametrize("phrase", BANNED)
def test_no_message_has_a_phrase_that_is_read_twice(phrase: str) -> None:
    assert [one for one in messages() if re.search(phrase, one.text)] == []


def test_a_rule_says_what_is_so_and_does_not_order() -> None:
    """Many findings are information only, or are for one audience; `must` is for refusals."""
    assert [one for one in messages_of_rules() if re.search(r"\b(?:must|should)\b", one.text)] == []


@pytest.mark.parametrize("phrase", WEAKENING)
def test_no_message_proposes_to_weaken_a_protection(phrase: str) -> None:
    """A mark, a consent, a reason in `missing`, an audience: a hint leaves them alone."""
    assert [one for one in messages() if re.search(phrase, one.text, re.IGNORECASE)] == []


@pytest.mark.parametrize(
    "said",
    [
        *("Say `clear` in `handling.tlp`.", "Lower the mark to reach partner."),
        *("Take `embargo_until` out.", "Drop the reason from `missing`.", "Set `given` to free."),
        *("Check with --for internal.", "Leave the `consent` out."),
    ],
)
def test_a_hint_that_weakens_a_protection_is_recognised(said: str) -> None:
    """The laws above can fail."""
    assert any(re.search(phrase, said, re.IGNORECASE) for phrase in WEAKENING)
