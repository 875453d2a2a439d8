"""
RN7 Outcomes and proceedings: one home for each happening.
"""
