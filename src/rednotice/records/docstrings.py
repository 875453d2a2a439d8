"""
Docstrings that are shown to users: in schemas, on manual pages and by the command.
"""

from __future__ import annotations

import inspect
from typing import Any


def docstring(of: Any) -> str:
    """
    The docstring of *of*, a class, function or module, without its indentation.

    Raises:
        RuntimeError: If it has none, for example because Python runs with -OO.
    """
    if not of.__doc__:
        raise RuntimeError(
            f"{of.__name__} has no docstring, and rednotice keeps its texts there; run Python"
            " without -OO (PYTHONOPTIMIZE=2)"
        )
    return inspect.cleandoc(of.__doc__)
