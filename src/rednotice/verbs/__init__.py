"""
The public functions: each file combines the packages below in a few lines.
"""
