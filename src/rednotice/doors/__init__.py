"""
Doors to other libraries: each is named for the library, which it imports when it is asked.
"""
