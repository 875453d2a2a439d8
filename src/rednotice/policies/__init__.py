"""
Policies: what leaves of a case for an audience, and how safe the released set must be.
"""
