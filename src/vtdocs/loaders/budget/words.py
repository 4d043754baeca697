"""The total of a budget in words: checked where it was typed, filled in where it was left open."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from msgspec import Struct

from vtdocs.figures import MOST, fold_words, format_number, multiply, spell_money
from vtdocs.likeness import fold
from vtdocs.loaders.codes import Code
from vtdocs.loaders.faults import cut

from .options import UNITS, Budget

__all__ = ["TotalInWords", "says_words"]

_WORDS_OPENING = "Bằng chữ"
# What stands where words are still to come.
_OPEN = " .…\t)"
_OPENINGS = ("bang chu", "viet bang chu", "so tien bang chu", "so tien viet bang chu", "tong so tien bang chu")

# Tells what is wrong with the words, by row and column, and how to mend it.
Tell = Callable[[Code, str, int, int, str], None]


def says_words(text: str) -> bool:
    """Whether a note or a row gives the amount in words."""
    return fold(text.partition(":")[0][:60]) in _OPENINGS


class TotalInWords(Struct, frozen=True):
    """A total, `whole` in the unit of the budget, with its row and column; `tell` is called for every fault."""

    whole: Decimal
    row: int
    column: int
    options: Budget
    tell: Tell

    def settle(self, notes: tuple[str, ...], words_row: int | None, rows: list[list[str]]) -> tuple[str, ...]:
        """Check the words that were given, fill in those left open, add a note where there are none; the notes.

        `words_row` is the row that gives the amount in words, which is filled in where it stands.
        """
        given = [at for at, note in enumerate(notes) if says_words(note)]
        if not given and words_row is None and not self.options.bang_chu:
            return notes
        right = self._spell()
        if right is None:
            return notes
        settled = list(notes)
        if words_row is not None:
            self._settle_row(words_row, rows[words_row], right)
        elif not given:
            settled.append(f"{_WORDS_OPENING}: {right}.")
        for at in given:
            opening, _, words = notes[at].partition(":")
            if _is_open(words):
                closing = ")" if opening.startswith("(") else ""
                settled[at] = f"{opening.rstrip(_OPEN)}: {right}.{closing}"
            else:
                self._check(words, right, self.row, self.column)
        return tuple(settled)

    def _settle_row(self, row: int, cells: list[str], right: str) -> None:
        at = next(column for column, text in enumerate(cells) if text.strip())
        opening, _, words = cells[at].partition(":")
        other = next((column for column in range(at + 1, len(cells)) if cells[column].strip()), None)
        if not _is_open(words):
            self._check(words, right, row, at)
        elif other is not None:
            self._check(cells[other], right, row, other)
        else:
            cells[at] = f"{opening.rstrip(_OPEN)}: {right}."

    def _check(self, words: str, right: str, row: int, column: int) -> None:
        accepted = {fold_words(right)}
        if self.whole == self.whole.to_integral_value():
            accepted.add(fold_words(spell_money(int(self.whole), don_vi=self.options.unit)))
        if fold_words(words) not in accepted:
            message = f"số tiền bằng chữ “{cut(words.strip())}” không khớp với tổng {format_number(self.whole)}"
            self.tell(Code.BUDGET_WORDS, message, row, column, f"viết “{right}”, hoặc xóa dòng này để được ghi tự động")

    def _spell(self) -> str | None:
        amount = multiply(self.whole, Decimal(10) ** UNITS[self.options.unit])
        if amount == amount.to_integral_value() and amount.copy_abs() <= MOST:
            return spell_money(int(amount), linh=self.options.linh, nghin=self.options.nghin)
        figure = f"{format_number(self.whole)} {self.options.unit}"
        if amount.copy_abs() > MOST:
            message = f"tổng {figure} quá lớn để viết bằng chữ"
            hint = "vtdocs viết bằng chữ tới một triệu tỷ đồng; kiểm tra lại các số và don_vi"
        else:
            message = f"tổng {figure} lẻ dưới một đồng, không viết được bằng chữ"
            hint = "làm tròn các số tiền tới đồng"
        self.tell(Code.BUDGET_WORDS, message, self.row, self.column, hint)
        return None


def _is_open(words: str) -> bool:
    """Whether the words are still to come: nothing, or dots."""
    return not words.strip(_OPEN)
