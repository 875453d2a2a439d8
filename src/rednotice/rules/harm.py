"""
RN9 Harm: what must not leave, and what must be asked before.
"""
