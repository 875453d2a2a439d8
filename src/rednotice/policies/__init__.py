"""
Policies: what leaves of a case for an audience, and how safe the released set must be.
"""

from rednotice.policies.ceilings import ceiling_of
from rednotice.policies.counts import Counts
from rednotice.policies.definition import Policy
from rednotice.policies.floor import lacking
from rednotice.policies.loading import SHIPPED, policy
from rednotice.policies.thresholds import Thresholds

__all__ = ["SHIPPED", "Counts", "Policy", "Thresholds", "ceiling_of", "lacking", "policy"]
