"""
Dates that may lie ahead by their meaning.
"""

from __future__ import annotations

from rednotice.model import Context, Event, Hearing, Position, Residence

# Members that name a day ahead: until when, by when, a hearing that is set down.
AHEAD = frozenset({"deadline", "embargo_until", "expires", "heard", "review_after"})
# Records that may be agreed or laid down before they begin: a permit, a post, an election, a law,
# a hearing.
SET_DOWN = frozenset({Context, Event, Hearing, Position, Residence})
