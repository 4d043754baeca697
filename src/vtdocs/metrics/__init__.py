"""Widths of text in the Times-metric faces, without a font file at run time."""

from vtdocs.metrics.rulers import Ends, Ruler, count_lines
from vtdocs.metrics.text import Face, break_by_sense, line_height, text_units, text_width

__all__ = [
    "Ends",
    "Face",
    "Ruler",
    "break_by_sense",
    "count_lines",
    "line_height",
    "text_units",
    "text_width",
]
