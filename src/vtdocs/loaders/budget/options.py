"""How a budget is done, as its author asks for it."""

from __future__ import annotations

from msgspec import Struct

from vtdocs.figures import Linh, Nghin

__all__ = ["UNITS", "Budget"]

# Digits behind the mark that a figure in this unit may have and still be whole đồng.
UNITS: dict[str, int] = {"đồng": 0, "nghìn đồng": 3, "triệu đồng": 6, "tỷ đồng": 9}


class Budget(Struct, frozen=True):
    """How a budget is done.

    `don_vi` is the unit of its figures; without one it is what stands above the table, or đồng. The words are always
    of the amount in đồng: 1.500 of triệu đồng is "Một tỷ năm trăm triệu đồng".
    """

    linh: Linh = "linh"
    nghin: Nghin = "nghìn"
    don_vi: str | None = None
    bang_chu: bool = True
    tong: str = "Tổng cộng"

    @property
    def unit(self) -> str:
        """The unit of the figures."""
        return self.don_vi or "đồng"
