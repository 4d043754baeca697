"""What a plan says about how its table is to be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from vtdocs.diagnostics import Location
from vtdocs.model import VaiTro

__all__ = ["Declared", "TableOptions"]


class Declared(NamedTuple):
    """The heading that the plan gives for a role, and where it does so."""

    heading: str
    at: Location


@dataclass(frozen=True, slots=True)
class TableOptions:
    """The sheet by name and the heading row from 1, `None` where they are to be found; headings by role."""

    sheet: str | None = None
    sheet_at: Location | None = None
    heading_row: int | None = None
    declared: Mapping[VaiTro, Declared] = field(default_factory=dict)
