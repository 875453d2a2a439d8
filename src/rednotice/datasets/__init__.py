"""
Data sets: the files of one, the shared document beside its cases, and what only shows across cases.
"""
