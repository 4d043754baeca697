"""Word documents: a compiled template filled with a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .compression import find_compressor
from .package import is_untouched
from .render import render_docx
from .stock import NAMED_DOCUMENT, stock_file, stock_files, stock_template
from .template import Template

if TYPE_CHECKING:
    from .compiling import compile_template, missing_marks, names_slots

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

_COMPILING = ("compile_template", "missing_marks", "names_slots")


def __getattr__(name: str) -> object:
    # To compile a template takes lxml, which the stock template, compiled before, does not (PEP 562).
    if name not in _COMPILING:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from . import compiling

    return getattr(compiling, name)
