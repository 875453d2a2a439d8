"""
Data sets: their files, the shared document next to the cases, and faults across several cases.
"""
