"""
Questions about a case that its schema cannot ask, each with a stable id.
"""

from rednotice.rules.catalogue import CATALOGUE, FAMILIES, MANUAL, manual
from rednotice.rules.rule import Problem, Rule
from rednotice.rules.view import View

__all__ = ["CATALOGUE", "FAMILIES", "MANUAL", "Problem", "Rule", "View", "manual"]
