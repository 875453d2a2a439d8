"""
Names in texts and paths: how they are spelled, what is like them, and what must not be shown.
"""
