"""Which compressor a job takes: the one that is asked for, else the one that this machine is set to."""

from __future__ import annotations

import os

__all__ = ["choose_compression"]

_VARIABLE = "VTDOCS_NEN"


def choose_compression(name: str | None) -> str | None:
    """Give the name of a compressor: `name`, else that in the environment; `None` for the default one."""
    return name or os.environ.get(_VARIABLE) or None
