"""The laws share their strategies: `from strategies import documents`."""

from __future__ import annotations

import sys
from pathlib import Path

# Pytest imports each file by itself; what several of them need is found beside them.
sys.path.insert(0, str(Path(__file__).parent))
