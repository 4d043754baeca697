"""The declarations of all inputs: one module for each thing that is declared, as in the model."""

from __future__ import annotations

from .co_quan import CO_QUAN
from .ke_hoach import KE_HOACH

__all__ = ["CO_QUAN", "KE_HOACH"]
