"""
What the build of the documentation does beside Sphinx: a quick sidebar, and the reference in one
file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from building import navigation, one_file

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> dict[str, Any]:
    """
    Tell Sphinx what to ask.
    """
    navigation.setup(app)
    app.connect("build-finished", one_file.write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
