"""
Time loading, writing and checking one document, in one process, compared with the peers.
"""

from __future__ import annotations

import json

import msgspec
import orjson
from benchmarks import peers, samples
from benchmarks.timing import Contender, Row, compare

import rednotice

PYDANTIC = "pydantic validate_json"
_NO_TYPO = b'{"rednotice":"1.0","id":"c-1","subjects":[{"label":"A"}]}'
_TYPO = _NO_TYPO.replace(b"label", b"lable")


def loading(text: bytes, *, rounds: int, count: int) -> list[Row]:
    """
    Time the way from bytes to a case, and parts of that in other libraries.
    """
    adapter, structured = peers.pydantic_adapter(), peers.cattrs_loads()
    in_python, in_rust = peers.jsonschema_is_valid(), peers.jsonschema_rs_is_valid()
    value = json.loads(text)
    _make_sure(adapter.validate_json, structured, in_python, in_rust, text)
    few = max(1, count // 100)
    contenders = [
        Contender("rednotice.loads", lambda: rednotice.loads(text), count),
        Contender(PYDANTIC, lambda: adapter.validate_json(text), count),
        Contender("cattrs, orjson", lambda: structured(text), count),
        Contender("jsonschema is_valid", lambda: in_python(value), few),
        Contender("jsonschema-rs is_valid", lambda: in_rust(value), count),
        Contender("json.loads", lambda: json.loads(text), count),
        Contender("orjson.loads", lambda: orjson.loads(text), count),
    ]
    return compare(contenders, baseline=PYDANTIC, rounds=rounds)


def writing(*, rounds: int, count: int) -> list[Row]:
    """
    Time the way from a case to bytes.
    """
    adapter, case = peers.pydantic_adapter(), samples.case()
    text = rednotice.dumps(case)
    model, value = adapter.validate_json(text), json.loads(text)
    baseline = "pydantic dump_json, exclude_unset"
    assert json.loads(adapter.dump_json(model, exclude_unset=True)) == value
    contenders = [
        Contender("rednotice.dumps", lambda: rednotice.dumps(case), count),
        Contender(baseline, lambda: adapter.dump_json(model, exclude_unset=True), count),
        Contender("msgspec.json.encode of plain values", lambda: msgspec.json.encode(value), count),
        Contender("orjson.dumps of plain values", lambda: orjson.dumps(value), count),
    ]
    return compare(contenders, baseline=baseline, rounds=rounds)


def checking(*, rounds: int, count: int) -> list[Row]:
    """
    Time all rules on one case, compared with loading it with pydantic.
    """
    adapter, case = peers.pydantic_adapter(), samples.case()
    text = rednotice.dumps(case)
    contenders = [
        Contender("rednotice.check", lambda: rednotice.check(case), count),
        Contender("loads and check", lambda: rednotice.check(rednotice.loads(text)), count),
        Contender(PYDANTIC, lambda: adapter.validate_json(text), count),
    ]
    return compare(contenders, baseline=PYDANTIC, rounds=rounds)


def _make_sure(
    validate_json: peers.Reads,
    structured: peers.Reads,
    in_python: peers.Accepts,
    in_rust: peers.Accepts,
    text: bytes,
) -> None:
    """
    Make sure that all readers accept the document, and that all refuse a misspelt member.
    """
    for taken, is_taken in ((text, True), (_NO_TYPO, True), (_TYPO, False)):
        assert _reads(rednotice.loads, taken) is is_taken
        assert _reads(validate_json, taken) is is_taken
        assert _reads(structured, taken) is is_taken
        assert in_python(json.loads(taken)) is is_taken
        assert in_rust(json.loads(taken)) is is_taken


def _reads(read: peers.Reads, text: bytes) -> bool:
    try:
        read(text)
    except Exception:  # noqa: BLE001  # each peer raises its own exceptions
        return False
    return True
