"""The exceptions of vtdocs.

    VtdocsError
    ├── LoadError        an input cannot be used: every fault of it, with its place
    ├── ReadError        a Word file from elsewhere cannot be read, or is refused
    ├── TemplateError    a Word template cannot be used
    └── WriteError       a file cannot be written, or a value cannot stand in a document
        └── ConvertError LibreOffice is missing, or made no PDF

Each carries `diagnostics`, in reading order; its text is what a user may read.
"""

from __future__ import annotations

from collections.abc import Iterable

from .diagnostics import Diagnostic, Location, Severity, sort_diagnostics

__all__ = ["ConvertError", "LoadError", "ReadError", "TemplateError", "VtdocsError", "WriteError"]


class VtdocsError(Exception):
    """Base of all exceptions that vtdocs raises on purpose."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = sort_diagnostics(diagnostics)
        super().__init__("\n".join(map(str, self.diagnostics)))

    def __reduce__(self) -> tuple[type[VtdocsError], tuple[tuple[Diagnostic, ...]]]:
        # Exceptions travel between processes; the default would hand the message to __init__.
        return type(self), (self.diagnostics,)

    @classmethod
    def one(cls, code: str, message: str, *, location: Location | None = None, hint: str | None = None) -> VtdocsError:
        """Make the exception for a single fault."""
        return cls([Diagnostic(code, Severity.ERROR, message, location, hint)])


class LoadError(VtdocsError):
    """An input cannot be used; nothing was made from it."""


class ReadError(VtdocsError):
    """A Word file from elsewhere cannot be read, or is refused."""


class TemplateError(VtdocsError):
    """A Word template cannot be used."""


class WriteError(VtdocsError):
    """A file cannot be written, or a value cannot stand in a document; what was there before is untouched."""


class ConvertError(WriteError):
    """LibreOffice is missing, or made no PDF."""
