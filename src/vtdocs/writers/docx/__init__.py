"""Word documents: a compiled template filled with a tree."""

from .package import is_untouched
from .render import render_docx
from .stock import stock_template
from .template import Template, compile_template

__all__ = ["Template", "compile_template", "is_untouched", "render_docx", "stock_template"]
