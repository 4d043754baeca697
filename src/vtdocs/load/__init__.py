"""From files to model values: YAML, Excel and CSV in, a `KeHoach` out, all faults at once and each with its place.

The package is also a function: `vtdocs.load("ke-hoach.yaml")`. Python puts a package that has been imported into its
parent under its name, over the façade's function of that name; so whichever of the two is found there does the same.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

from vtdocs.model import KeHoach

from .loading import KINDS, detect_kind, find_documents, json_schema, load_file, load_office, load_plan, load_plan_text

__all__ = [
    "KINDS",
    "detect_kind",
    "find_documents",
    "json_schema",
    "load_file",
    "load_office",
    "load_plan",
    "load_plan_text",
]


class _CallablePackage(ModuleType):
    """This package, which may be called as the façade's `load`."""

    def __call__(self, path: str | Path) -> KeHoach:
        """Load a document from its YAML file. Raises LoadError."""
        return load_file(Path(path))


sys.modules[__name__].__class__ = _CallablePackage
