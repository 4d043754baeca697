"""The stock templates that travel with the package, and what they compile to.

Compiling takes lxml and 4 ms, and importing lxml 16 ms, an eighth of a start of the command: so beside each template
lies what it compiled to when `tools/make_templates.py` wrote it. It is taken where it is of this very template and of
this form; one that was edited in a working copy is compiled as any other.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from msgspec import DecodeError, Struct, msgpack

from vtdocs.resources import resource_root

from .template import Template

__all__ = ["NAMED_DOCUMENT", "freeze_template", "read_frozen", "stock_file", "stock_files", "stock_template"]

NAMED_DOCUMENT = "van-ban-co-ten-loai.docx"

# Another number wherever a `Template` holds other things, or they mean something else.
_FORMAT = 2


class _Frozen(Struct, frozen=True, array_like=True):
    """A compiled template, and the file that it was compiled from: no larger than a page, and compared as it is."""

    format: int
    source: bytes
    template: Template


def stock_files() -> tuple[str, ...]:
    """Name the stock templates."""
    return tuple(sorted(path.name for path in _folder().glob("*.docx")))


def stock_file(name: str = NAMED_DOCUMENT) -> bytes:
    """Give the bytes of a stock template."""
    return (_folder() / name).read_bytes()


def _folder() -> Path:
    return resource_root() / "templates" / "word"


@cache
def stock_template(name: str = NAMED_DOCUMENT) -> Template:
    """Give a stock template, read or compiled once in a process."""
    data = stock_file(name)
    try:
        frozen = (_folder() / name).with_suffix(".msgpack").read_bytes()
    except OSError:
        frozen = b""
    return read_frozen(frozen, data) or _compile(data, name)


def freeze_template(data: bytes, name: str = NAMED_DOCUMENT) -> bytes:
    """Compile a template and give what `read_frozen` reads."""
    return msgpack.encode(_Frozen(_FORMAT, data, _compile(data, name)))


def read_frozen(frozen: bytes, data: bytes) -> Template | None:
    """Read what a template compiled to; `None` where it is of another template than `data`, or of another form."""
    try:
        found = msgpack.decode(frozen, type=_Frozen)
    except DecodeError:
        return None
    return found.template if (found.format, found.source) == (_FORMAT, data) else None


def _compile(data: bytes, name: str) -> Template:
    from .compiling import compile_template

    return compile_template(data, name)
