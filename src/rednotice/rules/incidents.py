"""
RN6 Incidents: pressure, on whom, by whom, for what.
"""
