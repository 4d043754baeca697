"""Mends the form of a Word file where the decree leaves one right answer, and offers changes of words for a person."""

from .changes import Change, Mended
from .mending import mend_docx

__all__ = ["Change", "Mended", "mend_docx"]
