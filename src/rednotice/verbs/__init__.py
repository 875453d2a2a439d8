"""
What one does with cases: each verb joins lower floors in a screenful.
"""
