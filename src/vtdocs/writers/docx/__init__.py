"""Word documents: a compiled template filled with a tree."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .compiling import compile_parts, compile_template
    from .compression import find_compressor
    from .package import is_untouched
    from .recognising import is_free, lost_marks, missing_marks, read_template
    from .render import render_docx
    from .stock import NAMED_DOCUMENT, stock_file, stock_files, stock_template
    from .template import Template

__all__ = [
    "NAMED_DOCUMENT",
    "Template",
    "compile_parts",
    "compile_template",
    "find_compressor",
    "is_free",
    "is_untouched",
    "lost_marks",
    "missing_marks",
    "read_template",
    "render_docx",
    "stock_file",
    "stock_files",
    "stock_template",
]

_HOMES = {
    "NAMED_DOCUMENT": "stock",
    "Template": "template",
    "compile_parts": "compiling",
    "compile_template": "compiling",
    "find_compressor": "compression",
    "is_free": "recognising",
    "is_untouched": "package",
    "lost_marks": "recognising",
    "missing_marks": "recognising",
    "read_template": "recognising",
    "render_docx": "render",
    "stock_file": "stock",
    "stock_files": "stock",
    "stock_template": "stock",
}


def __getattr__(name: str) -> object:
    # Compiling takes lxml, which the stock template, compiled before, does not; and filling takes no layout (PEP 562).
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_HOMES[name]}", __name__), name)
    globals()[name] = value
    return value
