"""
RN5 Charges: what is accused, by whom, and how it is contested.
"""
