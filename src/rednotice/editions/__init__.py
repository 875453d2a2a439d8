"""
Editions: what is published beside the schemas, each derived from them or from the codelists.
"""
