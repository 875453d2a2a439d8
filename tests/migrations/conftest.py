"""The tests of migrations share their documents: `from earlier import examples`."""

from __future__ import annotations

import sys
from pathlib import Path

# Pytest imports each file by itself; what several of them need is found beside them.
sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "laws")]
