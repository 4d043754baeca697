"""Figures as Vietnamese papers write them: read, written, and said in words."""

from __future__ import annotations

from .money import MOST, Linh, Nghin, fold_words, spell_money, spell_number
from .numbers import (
    DecimalMark,
    add,
    column_style,
    find_digits,
    find_doubtful,
    format_number,
    is_figure,
    multiply,
    parse_number,
    round_half_up,
)

__all__ = [
    "MOST",
    "DecimalMark",
    "Linh",
    "Nghin",
    "add",
    "column_style",
    "find_digits",
    "find_doubtful",
    "fold_words",
    "format_number",
    "is_figure",
    "multiply",
    "parse_number",
    "round_half_up",
    "spell_money",
    "spell_number",
]
