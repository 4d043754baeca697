"""From the model to the tree: one module for each kind of document whose body has a shape of its own."""

from .ke_hoach import build_ke_hoach

__all__ = ["build_ke_hoach"]
