"""Widths of text in the Times-metric faces, without a font file at run time."""

from vtdocs.metrics.text import (
    Face,
    break_by_sense,
    line_height,
    longest_word_units,
    text_units,
    text_width,
    wrap_lines,
)

__all__ = ["Face", "break_by_sense", "line_height", "longest_word_units", "text_units", "text_width", "wrap_lines"]
