"""
What a release needs besides the projection: keys, the log, the scan of what was written, recalls.
"""
