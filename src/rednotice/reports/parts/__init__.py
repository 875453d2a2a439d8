"""
What several output formats share: sentences, groups of findings, and names of places.
"""
