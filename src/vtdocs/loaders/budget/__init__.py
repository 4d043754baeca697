"""Budgets: what their sums are made of, and what is printed of them.

Nothing is imported here: most plans have none.
"""
