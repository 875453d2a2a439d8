"""
Names of persons in texts, ids and paths: spellings, likeness, and masking.
"""
