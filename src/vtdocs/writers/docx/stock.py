"""The stock templates that travel with the package."""

from __future__ import annotations

from functools import cache

from vtdocs.resources import resource_root

from .template import Template, compile_template

__all__ = ["NAMED_DOCUMENT", "stock_template"]

NAMED_DOCUMENT = "van-ban-co-ten-loai.docx"


@cache
def stock_template(name: str = NAMED_DOCUMENT) -> Template:
    """Give a stock template, compiled once in a process."""
    return compile_template((resource_root() / "templates" / "word" / name).read_bytes(), name)
