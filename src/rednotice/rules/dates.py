"""
RN2 Dates: days that cannot be, or not in this order.
"""
