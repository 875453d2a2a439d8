"""What the tests of this folder share stands in files beside them: `from filled import …`."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
