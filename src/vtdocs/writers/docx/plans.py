"""What a table is before it has a size: its head on its grid, and its cells that are merged down."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from vtdocs.tree import Table

from .heads import Placed, place_head
from .merges import Merged, find_merged

__all__ = ["Plan", "plan_table"]


class Plan(Struct, frozen=True, eq=False):
    """A table whose parts have been found once; with `plain`, all of its rows are plain.

    `merged` gives the merged cell of each place, by row and first column, that one covers.
    """

    table: Table
    head: tuple[tuple[Placed, ...], ...]
    plain: bool
    merged: Mapping[tuple[int, int], Merged]


def plan_table(table: Table) -> Plan:
    """Find the parts of a table."""
    plain = {*map(type, table.rows)} <= {tuple}
    return Plan(table, place_head(table.head, len(table.columns)), plain, {} if plain else find_merged(table.rows))
