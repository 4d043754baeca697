"""The stock templates that travel with the package."""

from __future__ import annotations

from functools import cache

from vtdocs.resources import resource_root

from .compiling import compile_template
from .template import Template

__all__ = ["NAMED_DOCUMENT", "stock_file", "stock_files", "stock_template"]

NAMED_DOCUMENT = "van-ban-co-ten-loai.docx"


def stock_files() -> tuple[str, ...]:
    """Name the stock templates."""
    return tuple(sorted(path.name for path in (resource_root() / "templates" / "word").glob("*.docx")))


def stock_file(name: str = NAMED_DOCUMENT) -> bytes:
    """Give the bytes of a stock template."""
    return (resource_root() / "templates" / "word" / name).read_bytes()


@cache
def stock_template(name: str = NAMED_DOCUMENT) -> Template:
    """Give a stock template, compiled once in a process."""
    return compile_template(stock_file(name), name)
