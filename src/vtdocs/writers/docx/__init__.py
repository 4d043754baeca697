"""Word documents: a compiled template filled with a tree."""

from .compiling import compile_template, missing_marks, names_slots
from .compression import find_compressor
from .package import is_untouched
from .render import render_docx
from .stock import NAMED_DOCUMENT, stock_file, stock_files, stock_template
from .template import Template

__all__ = [
    "NAMED_DOCUMENT",
    "Template",
    "compile_template",
    "find_compressor",
    "is_untouched",
    "missing_marks",
    "names_slots",
    "render_docx",
    "stock_file",
    "stock_files",
    "stock_template",
]
