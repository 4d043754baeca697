"""An appendix (Phụ lục I, Phần I, Mục III, khoản 1)."""

from __future__ import annotations

from dataclasses import dataclass

from vtdocs.outline import Node

from .bang import Bang
from .checks import check_all, check_optional

__all__ = ["PhuLuc"]


@dataclass(frozen=True, slots=True)
class PhuLuc:
    """An appendix: its optional title, a body of prose with its own outline, tables, or both.

    The tables of `bang` follow the prose; others may stand inside it, by the names that the document gives them.
    `nhan` and `kem_theo` keep the author's own words for the label ("PHỤ LỤC") and for the line
    "(Kèm theo …)"; where they are `None` the form makes both from the main document.
    Raises ValueError for one that holds nothing, TypeError for what is no table, node or text.
    """

    bang: tuple[Bang, ...] = ()
    tieu_de: str | None = None
    nhan: str | None = None
    kem_theo: str | None = None
    noi_dung: tuple[Node, ...] = ()

    def __post_init__(self) -> None:
        check_all("bang", self.bang, Bang)
        check_all("noi_dung", self.noi_dung, Node)
        check_optional(self, "tieu_de", "nhan", "kem_theo")
        if not self.bang and not self.noi_dung:
            raise ValueError("an appendix holds a table, prose, or both")
