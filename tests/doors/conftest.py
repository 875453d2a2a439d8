"""The doors share their samples, and the strategies of the laws: `from samples import LOSSY`."""

from __future__ import annotations

import sys
from pathlib import Path

# Pytest imports each file by itself; what several of them need is found beside them.
HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "laws")]
