"""Where the templates and examples are: inside the installed package, or at the top of the repository."""

from __future__ import annotations

from pathlib import Path

__all__ = ["resource_root"]


def resource_root() -> Path:
    """Give the folder that holds `templates/` and `examples/`.

    A wheel carries them inside the package; an editable install sees only the package's own files, and finds them
    at the top of the repository.
    """
    packaged = Path(__file__).parent / "_resources"
    return packaged if packaged.is_dir() else Path(__file__).parents[2]
