"""A budget reckoned: amounts, sums of groups and of all; what was typed is checked."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import accumulate, islice
from types import MappingProxyType

from msgspec import structs

from vtdocs.figures import add, format_number, round_half_up
from vtdocs.loaders.codes import Code
from vtdocs.loaders.faults import Faults, cut
from vtdocs.loaders.tables.kinds import is_total_label
from vtdocs.loaders.tables.options import Place, Stored
from vtdocs.model import Bang, KieuHang, VaiTro, find_role, first_text_column

from .columns import BudgetColumns, find_columns, heading_unit, product_of, unit_in
from .lines import BudgetLine, BudgetRow, arrange
from .options import UNITS, Budget
from .reading import Figures, decimals_of, is_near
from .words import TotalInWords, says_words

__all__ = ["apply_budget"]


def apply_budget(
    bang: Bang, options: Budget, place: Place, faults: Faults, stored: Stored = MappingProxyType({})
) -> Bang | None:
    """Compute what is empty of a budget and check what is filled; `None` where there is an error.

    An empty thành tiền becomes số lượng x đơn giá, that of a group or of a row with parts their sum; a total that
    is missing is added below; the total in words is added to the notes. `place` gives the location of a cell, by
    row and column from 0; `stored` are the numbers of a workbook's cells, which may be shown with fewer digits.
    """
    columns = [at for at, cot in enumerate(bang.cot) if cot.vai_tro is VaiTro.THANH_TIEN]
    if len(columns) != 1:
        what = "nhiều hơn một cột" if columns else "không có cột"
        message = f"bảng dự toán {what} thành tiền (vai trò thanh_tien)"
        at = place(0, columns[1] if columns else 0)
        faults.error(Code.COLUMN_MISSING, message, at, "khai đúng một cột có vai trò thanh_tien ở khóa cot")
        return None
    above, heading = unit_in(bang.don_vi_tinh), heading_unit(bang.cot[columns[0]].ten)
    known = [
        (unit, what)
        for unit, what in (
            (options.don_vi, f"dự toán khai đơn vị {options.don_vi}"),
            (above, f"phía trên bảng ghi “{bang.don_vi_tinh}”"),
            (heading, f"tên cột ghi “{bang.cot[columns[0]].ten}”"),
        )
        if unit
    ]
    other = next((what for unit, what in known if unit != known[0][0]), None)
    if other is not None:
        message = f"{known[0][1]}, {other}"
        hint = "sửa một trong hai khóa don_vi, don_vi_tinh" if above and options.don_vi else "sửa cho cùng một đơn vị"
        faults.error(Code.CONFLICT, message, place(0, columns[0]), hint)
        return None
    options = structs.replace(options, don_vi=known[0][0] if known else None)
    return Reckoning(bang, options, place, faults, find_columns(bang, columns[0], options.unit), stored).run()


class Reckoning:
    """One budget at work."""

    def __init__(
        self, bang: Bang, options: Budget, place: Place, faults: Faults, columns: BudgetColumns, stored: Stored
    ) -> None:
        self.bang = bang
        self.options = options
        self.place = place
        self.faults = faults
        self.sound = True
        self.cells = [list(row) for row in bang.hang]
        self.stt = find_role(bang.cot, VaiTro.STT)
        names = (find_role(bang.cot, role) for role in (VaiTro.NOI_DUNG, VaiTro.NHIEM_VU))
        self.name = next((at for at in names if at is not None), first_text_column(bang.cot))
        self.columns, self.money = columns, columns.money
        # The cells below merged ones, each with the first cell, which holds the text of all.
        self.covered = {cell: (gop.hang, gop.cot) for gop in bang.gop for cell in islice(gop.cells(), 1, None)}
        self.words_row = next((at for at, row in enumerate(self.cells) if says_words(_first(row))), None)
        self.kinds = {
            row: KieuHang.TONG if kind is None and is_total_label(_first(self.cells[row])) else kind
            for row in range(len(self.cells))
            for kind in (bang.kieu_hang.get(row),)
            if row != self.words_row
        }
        headings = [cot.ten for cot in bang.cot]
        rows = tuple(self.kinds)
        self.figures = Figures(columns, headings, self.cells, rows, options.unit, stored, self._fail)
        # What each line comes to: as it is printed, and by the numbers that are stored.
        self.sums: dict[int, tuple[Decimal, Decimal]] = {}
        self.rounded: list[int] = []

    def run(self) -> Bang | None:
        """Give the table with what was computed, or `None` where there is an error."""
        self.figures.read(self.covered)
        if not self.sound:
            return None
        top, totals, has_whole = arrange([(row, self._row(row, kind)) for row, kind in self.kinds.items()])
        counted = [(Decimal(0), Decimal(0))] * len(self.cells)
        for line in top:
            self._settle(line, counted)
        running = list(accumulate(counted, _add_pairs, initial=(Decimal(0), Decimal(0))))
        whole = running[-1][0]
        for total in totals:
            shown, exact = (
                add((stop, start.copy_negate()))
                for stop, start in zip(running[total.stop], running[total.start], strict=True)
            )
            printed = self._put(total.row, shown, exact, "tổng các hàng")
            if has_whole and total.start == 0 and total.stop in (total.row, len(self.cells)):
                whole = printed
        self._tell_rounded()
        if not self.sound:
            return None
        at = totals[-1].row if totals else max(len(self.cells) - 1, 0)
        return self._finish(whole, at, has_whole)

    def _row(self, row: int, kind: KieuHang | None) -> BudgetRow:
        is_group = kind is KieuHang.NHOM
        shown = self.figures.shown
        own = self.columns.factors
        has_own = any(row in shown[column] for column in own or ([] if is_group else [self.money]))
        stt = self.cells[row][self.stt].strip() if self.stt is not None else ""
        name = self.cells[row][self.name] or _first(self.cells[row])
        if is_group and (not stt or " " in stt):
            # "I. Công tác chỉ đạo" in one cell.
            opening = _first(self.cells[row]).split(maxsplit=1)[:1]
            stt = opening[0] if opening and opening[0].endswith((".", ")")) else ""
        return BudgetRow(stt, name, is_group, kind is KieuHang.TONG, has_own, shown[self.money].get(row))

    # --- reckoning ---------------------------------------------------------------------------------------------------

    def _settle(self, top: BudgetLine, counted: list[tuple[Decimal, Decimal]]) -> None:
        """Compute or check an outermost line and all below it; `counted` gets what the sums are made of."""
        for line in top.walk():
            product, exact = self._product(line.row), self._product(line.row, exact=True)
            if not line.parts:
                self.sums[line.row] = counted[line.row] = self._settle_leaf(line.row, product, exact)
                continue
            total, exact_total = (add(self.sums[part.row][at] for part in line.parts) for at in (0, 1))
            if product is None or exact is None:
                printed = self._put(line.row, total, exact_total, "tổng các hàng bên dưới")
                self.sums[line.row] = (printed, exact_total)
                continue
            # A row with quantity and price of its own: its parts explain the whole, or one unit of it.
            price = total if self.columns.price is None else self.figures.shown[self.columns.price][line.row]
            if total not in (product, price) and not is_near(exact_total, exact, UNITS[self.options.unit]):
                message = f"{self._called(line.row)}: tổng các hàng bên dưới là {format_number(_trimmed(total))}"
                message += f", {self._how} là {format_number(_trimmed(product))}"
                hint = "sửa số lượng, đơn giá, hoặc các hàng bên dưới"
                self._fail(Code.BUDGET_DIFFERS, message, line.row, self.money, hint)
            for part in line.parts:
                for below in part.walk():
                    counted[below.row] = (Decimal(0), Decimal(0))
            self.sums[line.row] = counted[line.row] = self._settle_product(line.row, product, exact)

    @property
    def _how(self) -> str:
        """What is multiplied, in words."""
        if len(self.columns.amounts) < 2:
            return "số lượng nhân đơn giá"
        return " nhân ".join(self.bang.cot[at].ten.lower() for at in self.columns.factors)

    def _product(self, row: int, *, exact: bool = False) -> Decimal | None:
        if (row, self.money) in self.covered:
            return None
        return product_of(self.columns, self.figures.of_row(row, exact=exact))

    def _settle_leaf(self, row: int, product: Decimal | None, exact: Decimal | None) -> tuple[Decimal, Decimal]:
        if product is not None and exact is not None:
            return self._settle_product(row, product, exact)
        typed = self.figures.shown[self.money].get(row)
        if typed is None:
            if (row, self.money) not in self.covered:
                self._tell_missing(row)
            return Decimal(0), Decimal(0)
        return typed, self.figures.exact[self.money][row]

    def _settle_product(self, row: int, product: Decimal, exact: Decimal) -> tuple[Decimal, Decimal]:
        """Fill in or check số lượng x đơn giá; only what is filled in is rounded, to whole đồng."""
        plain, rounded = _trimmed(product), _trimmed(round_half_up(product, UNITS[self.options.unit]))
        typed = self.figures.shown[self.money].get(row)
        if typed is not None:
            if typed not in (plain, rounded) and not self._is_rounded(row, typed, product, exact):
                self._tell_difference(row, typed, rounded, self._how)
            return typed, self.figures.exact[self.money][row]
        if rounded != plain:
            message = f"{self._called(row)}: {format_number(plain)} được làm tròn thành {format_number(rounded)}"
            hint = "nếu muốn làm tròn cách khác, ghi sẵn số tiền vào ô này"
            self.faults.warn(Code.BUDGET_ROUNDED, message, self.place(row, self.money), hint)
        self.cells[row][self.money] = format_number(rounded)
        return rounded, rounded

    def _is_rounded(self, row: int, typed: Decimal, shown: Decimal, exact: Decimal) -> bool:
        """Whether a figure is right by the numbers that the workbook stores, though not by those that it shows."""
        stored = self.figures.exact[self.money][row]
        if exact == shown and stored == typed:
            return False
        decimals = decimals_of(typed)
        if not (is_near(typed, exact, decimals) or is_near(stored, exact, decimals + 3)):
            return False
        self.rounded.append(row)
        return True

    def _tell_rounded(self) -> None:
        if self.rounded:
            message = f"có {len(self.rounded)} số tiền đúng theo số lưu trong Excel, nhưng các số in ra đã làm tròn"
            message += " nên cộng, nhân lại theo giấy sẽ lệch chút ít"
            hint = "nếu cần khớp trên giấy, dùng hàm ROUND trong Excel, hoặc cho hiện thêm chữ số phần lẻ"
            self.faults.warn(Code.BUDGET_ROUNDED, message, self.place(self.rounded[0], self.money), hint)

    def _tell_missing(self, row: int) -> None:
        has = [self.bang.cot[at].ten for at in self.columns.factors if row in self.figures.shown[at]]
        at = self.place(row, self.money)
        if has:
            message = f"{self._called(row)}: mới có {has[0].lower()}, chưa đủ để tính thành tiền"
            self._fail(Code.BUDGET_MISSING, message, row, self.money, "ghi đủ số lượng và đơn giá, hoặc ghi thành tiền")
        else:
            message = f"{self._called(row)}: chưa có số tiền nên không được tính vào tổng"
            self.faults.warn(Code.BUDGET_MISSING, message, at, "ghi số tiền; nếu không có thì ghi 0")

    def _put(self, row: int, value: Decimal, exact: Decimal, what: str) -> Decimal:
        """Fill in a figure where none was typed, check the one that was; give the one that is printed."""
        if (row, self.money) in self.covered:
            return value
        typed = self.figures.shown[self.money].get(row)
        value = _trimmed(value)
        if typed is None:
            self.cells[row][self.money] = format_number(value)
            return value
        if typed != value and not self._is_rounded(row, typed, value, exact):
            self._tell_difference(row, typed, value, what)
            return value
        return typed

    def _tell_difference(self, row: int, typed: Decimal, value: Decimal, what: str) -> None:
        name = self.bang.cot[self.money].ten.lower()
        message = f"{self._called(row)}: {name} ghi {format_number(typed)}, {what} là {format_number(value)}"
        self._fail(
            Code.BUDGET_DIFFERS, message, row, self.money, "sửa một trong các số, hoặc để trống ô này để được tính"
        )

    # --- the end of the table ----------------------------------------------------------------------------------------

    def _finish(self, whole: Decimal, total_at: int, has_whole: bool) -> Bang | None:
        words = TotalInWords(_trimmed(whole), total_at, self.money, self.options, self._fail)
        notes = words.settle(self.bang.ghi_chu, self.words_row, self.cells)
        if not self.sound:
            return None
        kinds = {row: kind for row, kind in self.kinds.items() if kind is not None}
        kinds.update({row: kind for row, kind in self.bang.kieu_hang.items() if row == self.words_row})
        rows, gop = self.cells, self.bang.gop
        if not has_whole:
            line = [""] * len(self.bang.cot)
            if self.name != self.money:
                line[self.name] = self.options.tong
            line[self.money] = format_number(_trimmed(whole))
            at = len(rows)
            # A row "Bằng chữ" closes the table, unless it is one with the rows above it.
            if self.words_row == at - 1 and not any(at - 1 in cell.rows[1:] for cell in gop):
                at -= 1
            rows = [*rows[:at], line, *rows[at:]]
            kinds = {row + (row >= at): kind for row, kind in kinds.items()} | {at: KieuHang.TONG}
            gop = tuple(replace(cell, hang=cell.hang + 1) if cell.hang >= at else cell for cell in gop)
        kinds = dict(sorted(kinds.items()))
        return replace(self.bang, hang=tuple(map(tuple, rows)), kieu_hang=kinds, gop=gop, ghi_chu=notes)

    def _called(self, row: int) -> str:
        return f"hàng “{cut(self.cells[row][self.name] or _first(self.cells[row]) or str(row + 1), 60)}”"

    def _fail(self, code: Code, message: str, row: int, column: int, hint: str) -> None:
        self.sound = False
        self.faults.error(code, message, self.place(row, column), hint)


def _add_pairs(left: tuple[Decimal, Decimal], right: tuple[Decimal, Decimal]) -> tuple[Decimal, Decimal]:
    return add((left[0], right[0])), add((left[1], right[1]))


def _first(row: list[str]) -> str:
    """Give the first text of a row."""
    return next((text for text in row if text.strip()), "")


def _trimmed(value: Decimal) -> Decimal:
    """Take off the noughts behind the mark that say nothing."""
    if value == value.to_integral_value():
        return round_half_up(value)
    whole, _, part = f"{value:f}".partition(".")
    return Decimal(f"{whole}.{part.rstrip('0')}")
