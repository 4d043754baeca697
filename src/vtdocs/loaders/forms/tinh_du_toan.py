"""A budget reckoned: amounts, sums of groups and of all, the total in words; what was typed is checked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate
from typing import Literal

from vtdocs.diagnostics import Location
from vtdocs.figures import (
    MOST,
    add,
    column_style,
    fold_words,
    format_number,
    multiply,
    parse_number,
    round_half_up,
    spell_money,
)
from vtdocs.loaders.codes import Code
from vtdocs.loaders.faults import Faults, cut, fold
from vtdocs.model import Bang
from vtdocs.model.bang import KieuHang, VaiTro

from .hang_du_toan import Line, Row, arrange, is_total

__all__ = ["UNITS", "Budget", "Place", "Sheet"]

Place = Callable[[int, int], Location]

# Digits behind the mark that a figure in this unit may have and still be whole đồng.
UNITS: dict[str, int] = {"đồng": 0, "nghìn đồng": 3, "triệu đồng": 6, "tỷ đồng": 9}
_WORDS_OPENING = "Bằng chữ"
# What stands where words are still to come.
_OPEN = " .…\t)"
_OPENINGS = ("bang chu", "viet bang chu", "so tien bang chu", "so tien viet bang chu", "tong so tien bang chu")


@dataclass(frozen=True, slots=True)
class Budget:
    """How a budget is done.

    `don_vi` is the unit of its figures; without one it is what stands above the table, or đồng. The words are always
    of the amount in đồng: 1.500 of triệu đồng is "Một tỷ năm trăm triệu đồng".
    """

    linh: Literal["linh", "lẻ"] = "linh"
    nghin: Literal["nghìn", "ngàn"] = "nghìn"
    don_vi: str | None = None
    bang_chu: bool = True
    tong: str = "Tổng cộng"


class Sheet:
    """One budget at work."""

    def __init__(self, bang: Bang, options: Budget, place: Place, faults: Faults, money: int) -> None:
        self.bang = bang
        self.options = options
        self.place = place
        self.faults = faults
        self.sound = True
        self.cells = [list(row) for row in bang.hang]
        roles = {cot.vai_tro: at for at, cot in reversed(list(enumerate(bang.cot)))}
        self.stt = roles.get(VaiTro.STT)
        self.name = roles.get(VaiTro.NOI_DUNG, roles.get(VaiTro.NHIEM_VU, 0 if self.stt != 0 else 1))
        self.name = min(self.name, len(bang.cot) - 1)
        self.money = money
        self.unit = options.don_vi or "đồng"
        self.amount, self.price = roles.get(VaiTro.SO_LUONG), roles.get(VaiTro.DON_GIA)
        self.covered = self._covered()
        self.words_row = next((at for at, row in enumerate(self.cells) if _says_words(_first(row))), None)
        self.kinds = {
            row: KieuHang.TONG if kind is None and self._is_total(row) else kind
            for row in range(len(self.cells))
            for kind in (bang.kieu_hang.get(row),)
            if row != self.words_row
        }
        self.values: dict[int, dict[int, Decimal]] = {}
        self.sums: dict[int, Decimal] = {}

    def run(self) -> Bang | None:
        """Give the table with what was computed, or `None` where there is an error."""
        for column in (self.amount, self.price, self.money):
            if column is not None:
                self.values[column] = self._read(column)
        if not self.sound:
            return None
        top, totals, has_whole = arrange([(row, self._row(row, kind)) for row, kind in self.kinds.items()])
        counted: list[Decimal] = [Decimal(0)] * len(self.cells)
        for line in top:
            self._settle(line, counted)
        running = list(accumulate(counted, lambda left, right: add((left, right)), initial=Decimal(0)))
        whole = running[-1]
        for total in totals:
            self._put(total.row, add((running[total.stop], running[total.start].copy_negate())), "tổng các hàng")
        if not self.sound:
            return None
        at = totals[-1].row if totals else max(len(self.cells) - 1, 0)
        return self._finish(whole, at, has_whole)

    # --- reading -----------------------------------------------------------------------------------------------------

    def _covered(self) -> dict[tuple[int, int], tuple[int, int]]:
        """Give the cells below merged ones, each with the first cell, which holds the text of all."""
        return {
            (row, column): (gop.hang, gop.cot)
            for gop in self.bang.gop
            for row in range(gop.hang, gop.hang + gop.so_hang)
            for column in range(gop.cot, gop.cot + gop.so_cot)
            if (row, column) != (gop.hang, gop.cot)
        }

    def _read(self, column: int) -> dict[int, Decimal]:
        """Read the figures of a column and set them with dots; a quantity merged down is one of each of its rows."""
        style = column_style(self.cells[row][column] for row in self.kinds)
        found: dict[int, Decimal] = {}
        for row in self.kinds:
            text = self.cells[row][column].strip()
            lead = self.covered.get((row, column))
            if lead is not None and lead[1] == column and column != self.money and lead[0] in found:
                found[row] = found[lead[0]]
            if not text:
                continue
            value = None if "%" in text else parse_number(text, decimal=style)
            if value is None:
                self._tell_figure(row, column, text, style)
                continue
            found[row] = value
            # "01" is how a count below ten is often written.
            if not (text[0] == "0" and text[1:2].isdigit()):
                self.cells[row][column] = format_number(value)
        return found

    def _tell_figure(self, row: int, column: int, text: str, style: str) -> None:
        message = f"{self.bang.cot[column].ten}: “{cut(text)}” không đọc được thành số"
        if style == ".":
            hint = "cột này dùng dấu chấm cho phần lẻ, dấu phẩy cho hàng nghìn: viết mọi số của cột theo một cách"
        else:
            hint = "chỉ ghi số, chấm giữa các hàng nghìn, phẩy trước phần lẻ, ví dụ 1.500.000 hoặc 2,5"
        self._fail(Code.FIGURE, message, row, column, hint)

    def _is_total(self, row: int) -> bool:
        """Whether a row that nobody declared is a total: it is named so, and has no number of its own."""
        return is_total(_first(self.cells[row]))

    def _row(self, row: int, kind: KieuHang | None) -> Row:
        is_group = kind is KieuHang.NHOM
        own = [column for column in (self.amount, self.price) if column is not None]
        has_own = any(row in self.values[column] for column in own or ([] if is_group else [self.money]))
        stt = self.cells[row][self.stt].strip() if self.stt is not None else ""
        name = self.cells[row][self.name] or _first(self.cells[row])
        if is_group and (not stt or " " in stt):
            # "I. Công tác chỉ đạo" in one cell.
            opening = _first(self.cells[row]).split(maxsplit=1)[:1]
            stt = opening[0] if opening and opening[0].endswith((".", ")")) else ""
        return Row(stt, name, is_group, kind is KieuHang.TONG, has_own, self.values[self.money].get(row))

    # --- reckoning ---------------------------------------------------------------------------------------------------

    def _settle(self, top: Line, counted: list[Decimal]) -> None:
        """Compute or check an outermost line and all below it; `counted` gets what the sums are made of."""
        for line in top.walk():
            product = self._product(line.row)
            if not line.parts:
                self.sums[line.row] = counted[line.row] = self._settle_leaf(line.row, product)
                continue
            total = add(self.sums[part.row] for part in line.parts)
            if product is None:
                self.sums[line.row] = total
                self._put(line.row, total, "tổng các hàng bên dưới")
                continue
            # A row with quantity and price of its own: its parts explain the whole, or one unit of it.
            price = self.values[self.price][line.row] if self.price is not None else total
            if total not in (product, price):
                message = f"{self._called(line.row)}: tổng các hàng bên dưới là {format_number(_trimmed(total))}"
                message += f", số lượng nhân đơn giá là {format_number(_trimmed(product))}"
                hint = "sửa số lượng, đơn giá, hoặc các hàng bên dưới"
                self._fail(Code.BUDGET_DIFFERS, message, line.row, self.money, hint)
            for part in line.parts:
                for below in part.walk():
                    counted[below.row] = Decimal(0)
            self.sums[line.row] = counted[line.row] = self._settle_product(line.row, product)

    def _product(self, row: int) -> Decimal | None:
        if self.amount is None or self.price is None or (row, self.money) in self.covered:
            return None
        amount, price = self.values[self.amount].get(row), self.values[self.price].get(row)
        return None if amount is None or price is None else multiply(amount, price)

    def _settle_leaf(self, row: int, product: Decimal | None) -> Decimal:
        if product is not None:
            return self._settle_product(row, product)
        typed = self.values[self.money].get(row)
        if typed is None and (row, self.money) not in self.covered:
            self._tell_missing(row)
        return Decimal(0) if typed is None else typed

    def _settle_product(self, row: int, product: Decimal) -> Decimal:
        """Fill in or check số lượng x đơn giá; only what is filled in is rounded, to whole đồng."""
        exact, rounded = _trimmed(product), _trimmed(round_half_up(product, UNITS[self.unit]))
        typed = self.values[self.money].get(row)
        if typed is not None:
            if typed not in (exact, rounded):
                self._tell_difference(row, typed, rounded, "số lượng nhân đơn giá")
            return typed
        if rounded != exact:
            message = f"{self._called(row)}: {format_number(exact)} được làm tròn thành {format_number(rounded)}"
            hint = "nếu muốn làm tròn cách khác, ghi sẵn số tiền vào ô này"
            self.faults.warn(Code.BUDGET_ROUNDED, message, self.place(row, self.money), hint)
        self.cells[row][self.money] = format_number(rounded)
        return rounded

    def _tell_missing(self, row: int) -> None:
        has = [self.bang.cot[at].ten for at in (self.amount, self.price) if at is not None and row in self.values[at]]
        at = self.place(row, self.money)
        if has:
            message = f"{self._called(row)}: mới có {has[0].lower()}, chưa đủ để tính thành tiền"
            self._fail(Code.BUDGET_MISSING, message, row, self.money, "ghi đủ số lượng và đơn giá, hoặc ghi thành tiền")
        else:
            message = f"{self._called(row)}: chưa có số tiền nên không được tính vào tổng"
            self.faults.warn(Code.BUDGET_MISSING, message, at, "ghi số tiền; nếu không có thì ghi 0")

    def _put(self, row: int, value: Decimal, what: str) -> None:
        """Fill in a figure where none was typed, check the one that was."""
        if (row, self.money) in self.covered:
            return
        typed = self.values[self.money].get(row)
        value = _trimmed(value)
        if typed is None:
            self.cells[row][self.money] = format_number(value)
        elif typed != value:
            self._tell_difference(row, typed, value, what)

    def _tell_difference(self, row: int, typed: Decimal, value: Decimal, what: str) -> None:
        name = self.bang.cot[self.money].ten.lower()
        message = f"{self._called(row)}: {name} ghi {format_number(typed)}, {what} là {format_number(value)}"
        self._fail(
            Code.BUDGET_DIFFERS, message, row, self.money, "sửa một trong các số, hoặc để trống ô này để được tính"
        )

    # --- the end of the table ----------------------------------------------------------------------------------------

    def _finish(self, whole: Decimal, total_at: int, has_whole: bool) -> Bang | None:
        notes = self._add_words(whole, total_at)
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
            if self.words_row == at - 1 and not any(cell.hang < at - 1 < cell.hang + cell.so_hang for cell in gop):
                at -= 1
            rows = [*rows[:at], line, *rows[at:]]
            kinds = {row + (row >= at): kind for row, kind in kinds.items()} | {at: KieuHang.TONG}
            gop = tuple(replace(cell, hang=cell.hang + 1) if cell.hang >= at else cell for cell in gop)
        kinds = dict(sorted(kinds.items()))
        return replace(self.bang, hang=tuple(map(tuple, rows)), kieu_hang=kinds, gop=gop, ghi_chu=notes)

    def _add_words(self, whole: Decimal, total_at: int) -> tuple[str, ...]:
        """Check the amounts in words that were given, fill in those left open, add one where none was; the notes."""
        notes = list(self.bang.ghi_chu)
        given = [at for at, note in enumerate(notes) if _says_words(note)]
        if not given and self.words_row is None and not self.options.bang_chu:
            return self.bang.ghi_chu
        right = self._spell(whole, total_at)
        if right is None:
            return self.bang.ghi_chu
        if self.words_row is not None:
            self._check_row(self.words_row, whole, right)
        elif not given:
            notes.append(f"{_WORDS_OPENING}: {right}.")
        for at in given:
            opening, _, words = notes[at].partition(":")
            if _is_open(words):
                closing = ")" if opening.startswith("(") else ""
                notes[at] = f"{opening.rstrip(_OPEN)}: {right}.{closing}"
            else:
                self._check_words(words, whole, right, total_at, self.money)
        return tuple(notes)

    def _check_row(self, row: int, whole: Decimal, right: str) -> None:
        cells = self.cells[row]
        at = next(column for column, text in enumerate(cells) if text.strip())
        opening, _, words = cells[at].partition(":")
        other = next((column for column in range(at + 1, len(cells)) if cells[column].strip()), None)
        if not _is_open(words):
            self._check_words(words, whole, right, row, at)
        elif other is not None:
            self._check_words(cells[other], whole, right, row, other)
        else:
            cells[at] = f"{opening.rstrip(_OPEN)}: {right}."

    def _check_words(self, words: str, whole: Decimal, right: str, row: int, column: int) -> None:
        accepted = {fold_words(right)}
        if whole == whole.to_integral_value():
            accepted.add(fold_words(spell_money(int(whole), don_vi=self.unit)))
        if fold_words(words) not in accepted:
            message = f"số tiền bằng chữ “{cut(words.strip())}” không khớp với tổng {format_number(_trimmed(whole))}"
            self._fail(
                Code.BUDGET_WORDS, message, row, column, f"viết “{right}”, hoặc xóa dòng này để được ghi tự động"
            )

    def _spell(self, whole: Decimal, row: int) -> str | None:
        amount = multiply(whole, Decimal(10) ** UNITS[self.unit])
        if amount == amount.to_integral_value() and amount.copy_abs() <= MOST:
            return spell_money(int(amount), linh=self.options.linh, nghin=self.options.nghin)
        figure = format_number(_trimmed(whole))
        if amount.copy_abs() > MOST:
            message = f"tổng {figure} {self.unit} quá lớn để viết bằng chữ"
            hint = "vtdocs viết bằng chữ tới một triệu tỷ đồng; kiểm tra lại các số và don_vi"
        else:
            message = f"tổng {figure} {self.unit} lẻ dưới một đồng, không viết được bằng chữ"
            hint = "làm tròn các số tiền tới đồng"
        self._fail(Code.BUDGET_WORDS, message, row, self.money, hint)
        return None

    def _called(self, row: int) -> str:
        return f"hàng “{cut(self.cells[row][self.name] or _first(self.cells[row]) or str(row + 1), 60)}”"

    def _fail(self, code: Code, message: str, row: int, column: int, hint: str) -> None:
        self.sound = False
        self.faults.error(code, message, self.place(row, column), hint)


def _first(row: list[str]) -> str:
    """Give the first text of a row."""
    return next((text for text in row if text.strip()), "")


def _is_open(words: str) -> bool:
    """Whether the words are still to come: nothing, or dots."""
    return not words.strip(_OPEN)


def _says_words(text: str) -> bool:
    """Whether a note or a row gives the amount in words."""
    return fold(text.partition(":")[0][:60]) in _OPENINGS


def _trimmed(value: Decimal) -> Decimal:
    """Take off the noughts behind the mark that say nothing."""
    if value == value.to_integral_value():
        return round_half_up(value)
    whole, _, part = f"{value:f}".partition(".")
    return Decimal(f"{whole}.{part.rstrip('0')}")
