"""
The vocabulary of values: which values are possible, each type named once.
"""
