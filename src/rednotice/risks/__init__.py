"""
Risks of a release: how well somebody who has it could tell whose case is whose, in numbers alone.
"""
