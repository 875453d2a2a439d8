"""
RN4 Notices: their life cycle, and what stands behind them.
"""
