"""
Tables of counts for the public: what is counted, which counts are hidden, and the files of both.
"""
