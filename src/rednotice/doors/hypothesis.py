"""
The door to Hypothesis: ``from_type`` knows record classes, dates and durations.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

_STRATEGIES = "rednotice.testing"


def register() -> None:
    """
    Tell Hypothesis which strategy belongs to each record class, date and duration.

    Hypothesis calls this by itself, through the entry point of the package, at the end of its own
    import. The strategies themselves are imported when one is drawn from: `rednotice.testing` may
    be the very module that is importing Hypothesis.
    """
    from hypothesis import strategies as st

    from rednotice import model
    from rednotice.records import is_record
    from rednotice.types.dates import PartialDate
    from rednotice.types.durations import Duration

    for cls in filter(is_record, vars(model).values()):
        st.register_type_strategy(cls, lambda kind: _strategies().records(kind))
    st.register_type_strategy(PartialDate, lambda _: _strategies().dates())
    st.register_type_strategy(Duration, lambda _: _strategies().durations())


def _strategies() -> Any:
    return import_module(_STRATEGIES)
