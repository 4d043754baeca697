"""What a table is before it has a size: its head on its grid, its cells that are merged down, its rows by kind."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from vtdocs.tree import Row, Table

from .heads import Placed, place_head
from .merges import Merged, find_merged

__all__ = ["Plan", "plan_table"]


class Plan(Struct, frozen=True, eq=False):
    """A table whose parts have been found once: `plain` are its plain rows, `others` those that are not.

    `merged` gives the merged cell of each place, by row and first column, that one covers.
    """

    table: Table
    head: tuple[tuple[Placed, ...], ...]
    plain: tuple[tuple[str, ...], ...]
    others: tuple[Row, ...]
    merged: Mapping[tuple[int, int], Merged]


def plan_table(table: Table) -> Plan:
    """Find the parts of a table."""
    others = tuple(row for row in table.rows if isinstance(row, Row))
    return Plan(
        table,
        place_head(table.head, len(table.columns)),
        tuple(row for row in table.rows if isinstance(row, tuple)),
        others,
        find_merged(table.rows) if others else {},
    )
