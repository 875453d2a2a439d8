"""
Settings of a check, as a house keeps them: what is suppressed, what is known, what it asks more.
"""
