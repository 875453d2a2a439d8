"""
What can be known of a case: its view, kin, lives, speakers, conflicts, deadlines, consents.

Rules ask here, and so does whatever else is done with cases; nothing here says what is a fault.
"""
