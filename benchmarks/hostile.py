"""
Documents that are made to be dear: large, wrong in the last place, wrong everywhere, of many tiny
documents. Each shape is measured in a process of its own.
"""

from __future__ import annotations

import itertools
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
MIB = 2**20
_HEAD = b'{"rednotice":"1.0","id":"c-1","subjects":[{"id":"s1","label":"Editor A"}]'
_YAML = b'rednotice: "1.0"\nid: c-1\nsubjects: [{id: s1, label: Editor A}]\n'


class Shape(NamedTuple):
    """
    A kind of hostile file: its name, its suffix, and a function that makes it in a given size.
    """

    name: str
    suffix: str
    make: Callable[[int], bytes]


class Cost(NamedTuple):
    """
    What the check of one file took: seconds of CPU, and bytes of memory beyond what a small file
    takes; also the number of findings, and the size of the file.
    """

    seconds: float
    memory: int
    findings: int
    size: int

    @property
    def seconds_for_ten_mib(self) -> float:
        """The seconds for each 10 MiB begun."""
        return self.seconds / self._begun

    @property
    def times(self) -> float:
        """The memory, as a multiple of the size; a file below 10 MiB counts as one of 10."""
        return self.memory / (10 * MIB * self._begun)

    @property
    def _begun(self) -> float:
        return max(1.0, self.size / (10 * MIB))


def _repeated(unit: bytes, size: int, between: bytes = b",") -> bytes:
    return between.join([unit] * max(1, size // (len(unit) + len(between))))


def _numbered(pattern: str, size: int, between: str = ",") -> bytes:
    units: list[str] = []
    left = size
    for number in count():
        units.append(pattern.replace("%d", str(number)))
        left -= len(units[-1]) + len(between)
        if left <= 0:
            break
    return between.join(units).encode()


def _member(name: bytes, value: bytes, more: bytes = b"") -> bytes:
    return b"".join((_HEAD, b',"', name, b'":', value, more, b"}"))


def _listed(name: bytes, items: bytes, more: bytes = b"") -> bytes:
    return _member(name, b"[" + items + b"]", more)


def _json(name: str, make: Callable[[int], bytes]) -> Shape:
    return Shape(name, ".json", make)


def _lines(name: str, unit: bytes) -> Shape:
    return Shape(name, ".jsonl", lambda size: _repeated(unit, size, b"\n"))


def _yaml(name: str, make: Callable[[int], bytes]) -> Shape:
    return Shape(name, ".yaml", lambda size: _YAML + make(size))


def _titled(title: bytes) -> bytes:
    return b'{"title":' + _quoted(title) + b"}"


def _quoted(text: bytes) -> bytes:
    return b'"' + text + b'"'


# Ten letters of each script, in place of the digits of a number.
_LETTERS = {
    "Latin": "abdefghilm",
    "Cyrillic": "аеиоубвгдз",
    "Arabic": "ابتثجحخدذر",
    "Chinese": "王李张刘陈杨赵黄周吴",
    "Korean": "김이박최정강조윤장임",
    "Japanese": "さとうすずきたかはし",
}


def _names(size: int, letters: str = _LETTERS["Latin"]) -> bytes:
    """
    Names in quotation marks, each another one, as many as fit.
    """
    digits = str.maketrans("0123456789", letters)
    whole = _numbered('"%d"', size).decode().translate(digits).encode()[:size]
    return whole[: whole.rfind(b",")]


_CODES = b'"CN"'
# Records of which one case, which is accepted, has as many as fit.
_RECORDS = {
    "people": '{"id":"p%d","label":"Kin","born":"1985-03","names":[{"text":"Zdenka Vymyslova%d"}]}',
    "outcomes": '{"id":"o%d","kind":"boarding_refused","date":"2021-06-15"}',
    "statements": '{"id":"t%d","about":"s1","by":["class:counsel"],"stance":"alleges","text":"%d"}',
    "warrants": '{"id":"w%d","issuing_state":"TJ","reference":"1-2031/%d"}',
    "sources": '{"title":"Report %d","date":"2021"}',
}
SHAPES = (
    _json(
        "one wrong code behind right ones",
        lambda size: _listed(b"pursued_by", _repeated(_CODES, size) + b',"cn"'),
    ),
    _json("wrong codes", lambda size: _listed(b"pursued_by", _repeated(b'"cn"', size))),
    _json(
        "one wrong notice behind right ones",
        lambda size: _listed(
            b"notices", _repeated(b'{"kind":"red","issuing_state":"TJ"}', size) + b',{"kind":1}'
        ),
    ),
    _json("a long code", lambda size: _listed(b"pursued_by", b'"' + b"a" * size + b'"')),
    _json("a long name", lambda size: _member(b"a" * size, b"1")),
    _json("unknown members", lambda size: _HEAD + b"," + _numbered('"k%d":1', size) + b"}"),
    _json("numbers for people", lambda size: _listed(b"people", _repeated(b"1", size))),
    _json("a comma too many", lambda size: _listed(b"pursued_by", _repeated(_CODES, size) + b",")),
    _json("a comma too few", lambda size: _listed(b"pursued_by", _repeated(_CODES, size) + b"1")),
    _json("no end of a text", lambda size: b'{"a":"' + b"a" * size),
    _json("one number", lambda size: _member(b"note", b"1" * size)),
    _json("open brackets", lambda size: b"[" * size),
    _json("an array of numbers", lambda size: b"[" + _repeated(b"1", size) + b"]"),
    _json("an array of objects", lambda size: b"[" + _repeated(b"{}", size) + b"]"),
    _json("blanks", lambda size: b" " * size),
    _json("zero bytes", lambda size: b"\0" * size),
    _lines("lines that are no JSON", b"x"),
    _lines("lines of numbers", b"1"),
    _lines("lines of objects", b"{}"),
    _yaml("a wrong list", lambda size: b"pursued_by: [" + _repeated(b"cn", size) + b"]\n"),
    _yaml("a long quoted text", lambda size: b'id: "' + b"a" * size + b'"\n'),
    _yaml("a bomb of anchors", lambda size: _bomb() + b"#" * size),
    _json("open objects", lambda size: _repeated(b'{"a":', size, b"")),
    _json("open and closed brackets", lambda size: b"[" * (size // 2) + b"]" * (size // 2)),
    _json("a deep member", lambda size: _member(b"note", b"[" * (size // 2) + b"]" * (size // 2))),
    _json("a long title", lambda size: _listed(b"sources", _titled(b"a" * size))),
    _json("a text of escapes", lambda size: _listed(b"sources", _titled(b"\\u0441" * (size // 6)))),
    _json("halves of characters", lambda size: _member(b"note", _quoted(b"\\ud800" * (size // 6)))),
    _json(
        "members again and again",
        lambda size: _member(b"note", b"1", _repeated(b',"a":1', size, b"")),
    ),
    _json(
        "objects with members twice",
        lambda size: _listed(b"people", _repeated(b'{"a":1,"a":1}', size)),
    ),
    _json(
        "long unknown members",
        lambda size: _HEAD + b"," + _numbered('"' + "k" * 1_000 + '%d":1', size) + b"}",
    ),
    _json("long numbers", lambda size: _listed(b"people", _repeated(b"1" * 1_000, size))),
    _json("long fractions", lambda size: _listed(b"people", _repeated(b"0." + b"1" * 1_000, size))),
    _json("fractions", lambda size: _listed(b"people", _repeated(b"0.5", size))),
    _json("exponents", lambda size: _listed(b"people", _repeated(b"1e1", size))),
    _json("large exponents", lambda size: _listed(b"people", _repeated(b"1e101", size))),
    _json(
        "long exponents", lambda size: _listed(b"people", _repeated(b"12345678901234567e9", size))
    ),
    _json(
        "one number out of range behind others",
        lambda size: _listed(b"people", _repeated(b"0.5", size) + b",1e999"),
    ),
    _json("quotation marks", lambda size: b'"' * size),
    _json("colons", lambda size: b'{"a"' + b":" * size),
    _json("backslashes", lambda size: b'{"a":"' + b"\\" * size),
    _json("control characters", lambda size: b'{"a":"' + b"\x01" * size),
    *(
        _json(
            f"{script} names without an end",
            lambda size, letters=letters: _listed(b"names", _names(size, letters))[:-2],
        )
        for script, letters in _LETTERS.items()
    ),
    _json(
        "its own name in titles",
        lambda size: _listed(b"sources", _repeated(_titled(b"hostile"), size))[:-2],
    ),
    _json("UTF-16", lambda size: _listed(b"names", _names(size // 2)).decode().encode("utf-16")),
    _json(
        "UTF-16 without a mark",
        lambda size: b"[" + _listed(b"names", _names(size // 2)).decode().encode("utf-16-le"),
    ),
    _json("bytes of no text", lambda size: random.Random(1).randbytes(size)),  # noqa: S311  # no secret
    _json(
        "objects of 2 MiB in an array",
        lambda size: b"[" + _repeated(_listed(b"people", _repeated(b"{}", 2 * MIB)), size) + b"]",
    ),
    _json("smallest cases", lambda size: b"[" + _repeated(_HEAD + b"}", size) + b"]"),
    *(
        _json(
            f"{member} of one case",
            lambda size, member=member, one=one: _listed(member.encode(), _numbered(one, size)),
        )
        for member, one in _RECORDS.items()
    ),
    Shape("one line", ".jsonl", lambda size: b"x" * size),
    _lines("blank lines", b" "),
    _lines("lines of right and wrong cases", _HEAD + b"}\n{}"),
    _lines("carriage returns", b"{}\r"),
    _lines("lines of brackets", b"[" * 1_000),
    _lines("lines of quotation marks", b'"'),
    _lines("long lines", _member(b"note", b"1" * 10_000)),
    _yaml("documents", lambda size: _repeated(b"---\na: 1\n", size, b"")),
    _yaml("empty documents", lambda size: _repeated(b"---\n", size, b"")),
    _yaml("aliases", lambda size: b"x: &a 1\ny: [" + _repeated(b"*a", size) + b"]\n"),
    _yaml("anchors", lambda size: b"y: [" + _numbered("&a%d 1", size) + b"]\n"),
    _yaml("open brackets in YAML", lambda size: b"y: " + b"[" * size),
    _yaml("dashes", lambda size: b"y:\n" + b"- " * (size // 2)),
    _yaml(
        "members again and again in YAML",
        lambda size: b"y:\n" + _repeated(b" a: 1\n", size, b""),
    ),
    _yaml("unknown members in YAML", lambda size: _numbered("k%d: 1", size, "\n") + b"\n"),
    _yaml("a folded text", lambda size: b"y: >\n" + _repeated(b"  aaa\n", size, b"")),
    _yaml("a plain text of many lines", lambda size: b"y: a\n" + _repeated(b"  aaa\n", size, b"")),
    _yaml("tabs", lambda size: b"y:\t" + b"\t" * size),
    _yaml("comments", lambda size: _repeated(b"# a\n", size, b"")),
    _yaml("a long name of a member in YAML", lambda size: b"? " + b"a" * size + b"\n: 1\n"),
    _yaml("question marks", lambda size: b"? " * (size // 2)),
    _yaml("spaces", lambda size: b" " * size),
    _yaml("directives", lambda size: b"%YAML 1.1\n" * (size // 10)),
    _yaml("escapes in YAML", lambda size: b'id: "' + b"\\x41" * (size // 4) + b'"\n'),
    _yaml("names in YAML", lambda size: b"names: [" + _names(size, _LETTERS["Cyrillic"])),
)


def _bomb() -> bytes:
    lines = [b"x:", b"- &a0 [a]"]
    lines += [b"- &a%d [*a%d, *a%d, *a%d]" % (at, at - 1, at - 1, at - 1) for at in range(1, 20)]
    return b"\n".join(lines) + b"\n"


def mutated(documents: list[bytes], seed: int) -> bytes:
    """
    One of *documents* with a few bytes taken out, put in, doubled or exchanged; at times bytes by
    chance.
    """
    chance = random.Random(seed)  # noqa: S311  # no secret
    if chance.random() < 0.05:  # noqa: PLR2004  # a share
        return chance.randbytes(chance.randrange(200))
    text = bytearray(chance.choice(documents))
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(len(text))
        end = at + chance.randrange(1, 30)
        match chance.randrange(4):
            case 0:
                del text[at:end]
            case 1:
                text[at:at] = chance.choice(_PUT_IN)
            case 2:
                text[at:at] = text[at:end]
            case _:
                text[at:end] = chance.randbytes(chance.randrange(4))
    return bytes(text)


_PUT_IN = (
    *(
        b'"',
        b"'",
        b",",
        b":",
        b"[",
        b"]",
        b"{",
        b"}",
        b"\n",
        b"\\",
        b"\0",
        b"\xff",
        b"\xef\xbb\xbf",
    ),
    *(
        b"null",
        b"[]",
        b"{}",
        b'""',
        b"1e999",
        b"\\ud800",
        b"---\n",
        b"- ",
        b"&a ",
        b"*a",
        b"!!str ",
    ),
    *(b"NaN", b"-0", b"1.0000000000000000001", b"\xe2\x80\xae", b"<<: *a\n", b"# x\n", b"? "),
)


def measured(shape: Shape, size: int, folder: Path) -> Cost:
    """
    Check a file of *shape* with about *size* bytes in a process of its own.
    """
    path = folder / f"hostile{shape.suffix}"
    path.write_bytes(shape.make(size))
    done = subprocess.run(  # noqa: S603  # our own arguments
        [sys.executable, "-m", "benchmarks.hostile", str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    written = path.stat().st_size
    path.unlink()
    assert not done.returncode, f"{shape.name}: {done.stderr[-2_000:]}"
    told = json.loads(done.stdout)
    return Cost(told["seconds"], told["memory"], told["findings"], written)


def table() -> None:
    """
    Measure every shape at 10 and at 64 MiB, and print what each 10 MiB took.
    """
    with tempfile.TemporaryDirectory() as folder:
        for size, shape in itertools.product((10 * MIB, 64 * MIB - 300), SHAPES):
            cost = measured(shape, size, Path(folder))
            print(
                f"{shape.name:36} {cost.size / MIB:5.1f} MiB  {cost.seconds_for_ten_mib:6.2f} s"
                f"  {cost.times:5.1f} times  {cost.findings:6,} findings",
                flush=True,
            )


def main(path: str) -> None:
    """
    Check the file *path* and print the figures as JSON; what every check loads is loaded before.
    """
    import time  # here, so that whoever takes the shapes need not have the library

    from benchmarks.reader import peak

    import rednotice

    small = {"rednotice": "1.0", "id": "c-1", "subjects": [{"label": "Editor A"}]}
    for value in (small, {**small, "labels": 1}):
        list(rednotice.check(value))
    before, started = peak(), time.process_time()
    report = rednotice.check(path)
    for finding in list(report)[:1_000]:
        str(finding)  # with its place
    seconds = time.process_time() - started
    print(json.dumps({"seconds": seconds, "memory": peak() - before, "findings": len(report)}))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(sys.argv[1])
    else:
        table()
