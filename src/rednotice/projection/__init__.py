"""
What may leave of a case: the projection, which alone reads it, and the finish, which sees no more.

A release depends only on what its audience may see. So `projecting` is the only step that may look
at a case. `finishing` gets what is left, drops what is there twice, orders it and gives new ids.
"""
