"""Hypothesis profiles: `default` is quick, `ci` repeatable, `thorough` takes its time."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# A shared machine is slow at times; that says nothing about the code.
_PATIENT = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}

settings.register_profile("default", max_examples=100, **_PATIENT)
settings.register_profile("ci", max_examples=300, derandomize=True, print_blob=True, **_PATIENT)
settings.register_profile("thorough", max_examples=5_000, **_PATIENT)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
