"""The stages of writing, told to whoever measures them.

A document is deflated while it is written, and its tables are laid out where they are met, so these stages lie inside
of each other: one that begins interrupts the one that it begins in. There is no clock here; `enter` brings it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

from vtdocs.tree import Table

from .layouts import Layout, Layouts
from .template import Template

__all__ = ["LAYING_OUT", "WRITING", "Enter", "WatchedLayouts", "watch_steps"]

LAYING_OUT, WRITING = "dàn bảng", "viết"

# Takes the name of a stage; what is done inside of the context belongs to it.
Enter = Callable[[str], AbstractContextManager[object]]


class WatchedLayouts(Layouts):
    """Layouts that tell when a table is being laid out."""

    def __init__(self, template: Template, enter: Enter) -> None:
        super().__init__(template)
        self._enter = enter

    def lay_out(self, table: Table, room: int) -> Layout:
        """Lay a table out, as `Layouts` does."""
        with self._enter(LAYING_OUT):
            return super().lay_out(table, room)

    def turns(self, table: Table) -> bool:
        """Whether a table stands on a turned page, as `Layouts` says."""
        with self._enter(LAYING_OUT):
            return super().turns(table)


def watch_steps(pieces: Iterator[bytes], enter: Enter) -> Iterator[bytes]:
    """Give pieces as they come; the making of each is a step of writing."""
    while True:
        with enter(WRITING):
            piece = next(pieces, None)
        if piece is None:
            return
        yield piece
