"""
The types of values that members may have, each defined once.
"""
