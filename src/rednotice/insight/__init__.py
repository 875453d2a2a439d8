"""
What can be derived from a case: its view, relatives, dates, sources, conflicts, deadlines,
consents.

Rules use these modules, and so may other code that works with cases. Nothing here decides what is a
fault.
"""
