"""
``python -m rednotice``.
"""

import sys

from rednotice.cli import main

sys.exit(main())
