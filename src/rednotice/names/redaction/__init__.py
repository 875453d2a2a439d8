"""
Find persons in running text, however their names are written there, and take them out.
"""
