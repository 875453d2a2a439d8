"""Errors as they are caught, printed, and sent from one process to another."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest

import rednotice
from rednotice.errors import RednoticeError, Unreadable


def refused(*documents: str) -> Unreadable:
    """What is raised of a file of such lines."""
    with pytest.raises(Unreadable) as caught:
        rednotice.loads(" ".join(documents))
    return caught.value


def sent(error: Any) -> Any:
    return pickle.loads(pickle.dumps(error))  # noqa: S301  # our own bytes


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, sent])
def test_what_is_unreadable_survives_being_sent(again: Any) -> None:
    """Findings, places, message and notes are the same in the process that asked for the work."""
    error = refused('{"rednotice": "1.0", "id": "C 1", "subjects": [{"lable": "A"}], "note": ""}')
    error.add_note("while reading the second folder")
    arrived = again(error)

    assert type(arrived) is Unreadable
    assert len(arrived.findings) > 1
    assert arrived.findings == error.findings
    assert [finding.place for finding in arrived.findings] == [
        finding.place for finding in error.findings
    ]
    assert str(arrived) == str(error)
    assert arrived.__notes__ == error.__notes__


@pytest.mark.parametrize("ask", [rednotice.codelist, rednotice.schema])
def test_every_error_survives_being_sent(ask: Any) -> None:
    """Its class and its message."""
    with pytest.raises(RednoticeError) as caught:
        ask("nonsense")

    arrived = sent(caught.value)

    assert type(arrived) is type(caught.value)
    assert str(arrived) == str(caught.value)
