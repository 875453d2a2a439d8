"""
The days of the calendar as a regular expression, with the right length of every month.
"""

from __future__ import annotations

# The patterns use only what ECMA-262, RE2 and Rust's linear engine read the same way: classes,
# non-capturing groups, alternatives and repeats. They spell out month lengths and leap years, so
# that the published schema alone refuses 31 February.
YEAR = "(?:[0-9]{3}[1-9]|[0-9]{2}[1-9]0|[0-9][1-9]00|[1-9]000)"  # 0001 to 9999
MONTH = "(?:0[1-9]|1[0-2])"
IN_EVERY_MONTH = "(?:0[1-9]|1[0-9]|2[0-8])"
BUT_FEBRUARY = "(?:0[13-9]|1[0-2])"
OF_31_DAYS = "(?:0[13578]|1[02])-31"
_QUADRENNIAL = "(?:0[48]|[2468][048]|[13579][26])"  # 04 to 96
LEAP_DAY = f"(?:[0-9]{{2}}{_QUADRENNIAL}|{_QUADRENNIAL}00)-02-29"
DAY = f"(?:{YEAR}-(?:{MONTH}-{IN_EVERY_MONTH}|{BUT_FEBRUARY}-(?:29|30)|{OF_31_DAYS})|{LEAP_DAY})"
