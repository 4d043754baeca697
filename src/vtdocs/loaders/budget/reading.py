"""The figures of a budget as they were typed, and as a workbook stores them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from msgspec import Struct, field

from vtdocs.figures import DecimalMark, column_style, find_doubtful, format_number, parse_number
from vtdocs.loaders.codes import Code
from vtdocs.loaders.faults import cut
from vtdocs.loaders.tables.options import Stored
from vtdocs.patterns import compile_late

from .columns import BudgetColumns
from .words import Tell

__all__ = ["Figures", "decimals_of", "is_near"]

# "5.000đ", "5.000 đồng": the unit of a price that is typed behind it.
_UNIT = compile_late(r"(?<=[0-9])\s*(?:đồng|vnđ|vnd|đ)\.?$", re.IGNORECASE)
_LONGEST = 60
_DASHES = ("-", "–", "—", "−")


class Figures(Struct):
    """The figures of the columns, by column and row, as they are printed; `exact` are those that a workbook stores
    with more digits than it shows. Cells are set with dots between thousands as they are read.
    """

    columns: BudgetColumns
    headings: Sequence[str]
    cells: list[list[str]]
    rows: Sequence[int]
    unit: str
    stored: Stored
    tell: Tell
    shown: dict[int, dict[int, Decimal]] = field(default_factory=dict)
    exact: dict[int, dict[int, Decimal]] = field(default_factory=dict)

    def read(self, covered: Mapping[tuple[int, int], tuple[int, int]]) -> None:
        """Read all columns; a quantity or price that is merged down is one of each of its rows."""
        for column in self.columns.all:
            self.shown[column], self.exact[column] = {}, {}
            self._read(column, covered)

    def of_row(self, row: int, *, exact: bool = False) -> dict[int, Decimal]:
        """Give the figures of a row, by column."""
        figures = self.exact if exact else self.shown
        return {column: figures[column][row] for column in self.columns.all if row in figures[column]}

    def _read(self, column: int, covered: Mapping[tuple[int, int], tuple[int, int]]) -> None:
        is_price = column not in self.columns.amounts
        texts = {row: self._bare(self.cells[row][column].strip(), is_price=is_price) for row in self.rows}
        typed = [text for row, text in texts.items() if (row, column) not in self.stored]
        style = column_style(texts.values())
        is_dong = self.unit == "đồng"
        # Of millions parts are usual: "1,005" is one million and five thousand.
        is_plain = is_price and style == "," and not is_dong
        doubtful = set() if is_plain else find_doubtful(typed, style, whole=is_price and is_dong)
        found, exact = self.shown[column], self.exact[column]
        for row, text in texts.items():
            lead = covered.get((row, column))
            if lead is not None and lead[1] == column and column != self.columns.money and lead[0] in found:
                found[row], exact[row] = found[lead[0]], exact[lead[0]]
            if not text or (text in _DASHES and self._is_nil(row, column)):
                if text and column == self.columns.money:
                    found[row] = exact[row] = Decimal(0)
                continue
            value = None if "%" in text else parse_number(text, decimal=style)
            stored = self.stored.get((row, column))
            if value is None or (text in doubtful and stored is None):
                self._tell(row, column, text, style, is_doubtful=text in doubtful)
                continue
            found[row] = value
            exact[row] = stored if stored is not None and is_near(stored, value, decimals_of(value)) else value
            # "01" is how a count below ten is often written.
            if not (text[0] == "0" and text[1:2].isdigit()):
                self.cells[row][column] = format_number(value)

    def _bare(self, text: str, *, is_price: bool) -> str:
        """Take the unit off a price; where figures are of thousands it would say something else."""
        if not is_price or self.unit != "đồng" or len(text) > _LONGEST:
            return text
        return _UNIT.sub("", text)

    def _is_nil(self, row: int, column: int) -> bool:
        """Whether a dash says that there is none: nothing else in the row needs a figure there."""
        others = [at for at in self.columns.factors if at != column]
        return all(self.cells[row][at].strip() in ("", *_DASHES) for at in others)

    def _tell(self, row: int, column: int, text: str, style: DecimalMark, *, is_doubtful: bool) -> None:
        message = f"{self.headings[column]}: “{cut(text)}” không đọc được thành số"
        if is_doubtful:
            message = f"{self.headings[column]}: “{cut(text)}” có thể đọc theo hai cách, hơn kém nhau nghìn lần"
            hint = "viết mọi số của cột theo cách Việt Nam: chấm giữa các hàng nghìn, phẩy trước phần lẻ"
            hint += ", ví dụ 1.500.000 hoặc 2,5; không viết số 0 thừa ở cuối phần lẻ"
        elif style == ".":
            hint = "cột này dùng dấu chấm cho phần lẻ, dấu phẩy cho hàng nghìn: viết mọi số của cột theo một cách"
        else:
            hint = "chỉ ghi số, chấm giữa các hàng nghìn, phẩy trước phần lẻ, ví dụ 1.500.000 hoặc 2,5"
        self.tell(Code.FIGURE, message, row, column, hint)


def decimals_of(value: Decimal) -> int:
    """Count the digits behind the mark."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def is_near(left: Decimal, right: Decimal, decimals: int) -> bool:
    """Whether two figures differ by no more than what rounding to so many decimals takes away."""
    return abs(left - right) <= Decimal(5).scaleb(-decimals - 1)
