"""An appendix (Phụ lục I, Phần I, Mục III, khoản 1)."""

from __future__ import annotations

from dataclasses import dataclass

from .bang import Bang

__all__ = ["PhuLuc"]


@dataclass(frozen=True, slots=True)
class PhuLuc:
    """An appendix: its optional title and its table.

    `nhan` and `kem_theo` keep the author's own words for the label ("PHỤ LỤC") and for the line
    "(Kèm theo …)"; where they are `None` the form makes both from the main document.
    """

    bang: Bang
    tieu_de: str | None = None
    nhan: str | None = None
    kem_theo: str | None = None
