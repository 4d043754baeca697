"""From the model to the tree: a document of any kind, and what is left out of it when it is issued."""

from .publishing import publish
from .van_ban import build_document

__all__ = ["build_document", "publish"]
