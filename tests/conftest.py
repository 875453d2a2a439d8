"""Hypothesis profiles: `quick` tries few examples of each law, `ci` many, `thorough` thousands."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# A shared machine is slow at times; that says nothing about the code.
_PATIENT = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}

# In continuous integration no change fails for an example that only chance has drawn.
_REPEATABLE = "CI" in os.environ
settings.register_profile("quick", max_examples=15, derandomize=_REPEATABLE, **_PATIENT)
settings.register_profile("ci", max_examples=300, derandomize=True, print_blob=True, **_PATIENT)
settings.register_profile("thorough", max_examples=5_000, **_PATIENT)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
