"""Figures as Vietnamese papers write them: read, written, and said in words."""

from __future__ import annotations

from .money import MOST, fold_words, spell_money, spell_number
from .numbers import LONGEST_FIGURE, add, column_style, format_number, multiply, parse_number, round_half_up

__all__ = [
    "LONGEST_FIGURE",
    "MOST",
    "add",
    "column_style",
    "fold_words",
    "format_number",
    "multiply",
    "parse_number",
    "round_half_up",
    "spell_money",
    "spell_number",
]
