"""
RN8 Statements and sources: who says what, where.
"""
