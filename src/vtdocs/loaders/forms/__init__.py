"""The declarations of all inputs: one module for each thing that is declared, as in the model."""

from __future__ import annotations

from .co_quan import CO_QUAN
from .van_ban import ANY_DOCUMENT, DOCUMENTS, VAN_BAN

__all__ = ["ANY_DOCUMENT", "CO_QUAN", "DOCUMENTS", "VAN_BAN"]
