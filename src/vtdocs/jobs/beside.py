"""What stands beside a Word file for its check: which files there are, before any of them is read."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["ACCEPTANCE_FILE", "OFFICE_FILE", "find_acceptance_files", "find_office", "name_file"]

OFFICE_FILE = "co-quan.yaml"
ACCEPTANCE_FILE = "chap-nhan.yaml"
"""The file of a folder; that of one document has the document's name before it: `ke-hoach.docx.chap-nhan.yaml`."""


def find_acceptance_files(document: Path) -> tuple[Path | None, Path | None]:
    """Give the file of what is accepted of this document, and that of its whole folder."""
    if not document.name:
        return None, None  # the current folder, or the disk: no document at all
    own, common = document.with_name(f"{document.name}.{ACCEPTANCE_FILE}"), document.with_name(ACCEPTANCE_FILE)
    return own if _is_there(own) else None, common if _is_there(common) else None


def find_office(document: Path) -> Path | None:
    """Give the office file of a document's folder, or of the folder above, as `vtdocs build` finds it."""
    folder = document.absolute().parent
    found = (folder / OFFICE_FILE, folder.parent / OFFICE_FILE)
    return next((path for path in found if _is_there(path)), None)


def name_file(path: Path) -> str:
    """Write a path as messages show it: below the current folder, else as it was called."""
    called = Path(os.path.normpath(path))
    try:
        return called.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return called.as_posix()


def _is_there(path: Path) -> bool:
    # A name that is too long for the disk is one that is not there; a folder of this name is told of, not passed over.
    return os.path.lexists(path)
