"""The kinds of input by name: one table for the reader of files, the schemas, `vtdocs new` and the command line."""

from __future__ import annotations

__all__ = ["INPUT_KINDS", "STARTERS", "kind_name"]

INPUT_KINDS = ("ke_hoach", "co_quan")
# Those that `vtdocs new` can start: a folder of this name in templates/new.
STARTERS = ("ke_hoach",)


def kind_name(typed: str) -> str:
    """Write a kind as the key `loai` does: file names have `-` where keys have `_`."""
    return typed.strip().lower().replace("-", "_")
