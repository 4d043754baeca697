"""Reads a Word file from anywhere: `read_docx` gives an `Observed`."""

from .observed import Observed
from .reading import read_docx

__all__ = ["Observed", "read_docx"]
