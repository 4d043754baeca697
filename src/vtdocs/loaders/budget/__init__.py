"""Budgets: which rows stand below which, what they come to, and the total in words."""

from __future__ import annotations

from .options import UNITS, Budget
from .reckoning import apply_budget

__all__ = ["UNITS", "Budget", "apply_budget"]
