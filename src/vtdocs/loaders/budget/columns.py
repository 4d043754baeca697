"""The columns of a budget: what is multiplied, what comes of it, and in which unit each is."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct

from vtdocs.figures import multiply, parse_number
from vtdocs.likeness import fold
from vtdocs.model import Bang, VaiTro, find_role
from vtdocs.patterns import compile_late

from .options import UNITS

__all__ = ["BudgetColumns", "find_columns", "heading_unit", "product_of", "unit_in"]

_UNIT = compile_late(r"\b(?:(nghin|ngan|1 ?000)|(trieu|1 ?000 ?000)|(ty|ti)) ?(?:dong|d|vnd)\b")
_PLAIN_UNIT = compile_late(r"\b(?:dong|vnd)\b")
_BRACKET = compile_late(r"\(([^()]{1,40})\)\s*$")
# "Số buổi", "Số ngày", "Lần", "Thời gian (ngày)": what counts how often, beside the quantity.
_COUNT = compile_late(r"so (?!tien|lieu|hieu|tt\b|thu tu)|(?:ngay|buoi|thang|lan|nguoi|gio|dot)\b")


class BudgetColumns(Struct, frozen=True):
    """The places of the columns: the factors, the price, the amount; `scale` brings a product to the amount's unit."""

    amounts: tuple[int, ...]
    price: int | None
    money: int
    scale: Decimal = Decimal(1)

    @property
    def factors(self) -> tuple[int, ...]:
        """All columns of figures but the amount, in the order in which they are read."""
        return self.amounts if self.price is None else (*self.amounts, self.price)

    @property
    def all(self) -> tuple[int, ...]:
        """All columns of figures."""
        return (*self.factors, self.money)


def unit_in(text: str | None) -> str | None:
    """Tell the unit of money that a text names, such as "ĐVT: nghìn đồng"; `None` where it names none."""
    words = fold(text[:100]) if text else ""
    found = _UNIT.search(words)
    if found is None:
        return "đồng" if _PLAIN_UNIT.search(words) else None
    return ("nghìn đồng", "triệu đồng", "tỷ đồng")[(found.lastindex or 1) - 1]


def heading_unit(heading: str) -> str | None:
    """Tell the unit of money that closes a heading in brackets: "Đơn giá (đồng)"."""
    bracket = _BRACKET.search(heading[-60:])
    if bracket is None:
        return None
    return "đồng" if fold(bracket[1]) == "d" else unit_in(bracket[1])


def find_columns(bang: Bang, money: int, unit: str) -> BudgetColumns:
    """Find the columns that are multiplied; `unit` is that of the amounts.

    Every column of quantities is a factor. A column of figures between the quantity and the price that has no other
    role is one as well where the amounts that were typed need it; where none was typed, where its heading counts.
    """
    amounts = tuple(at for at, cot in enumerate(bang.cot) if cot.vai_tro is VaiTro.SO_LUONG)
    price = find_role(bang.cot, VaiTro.DON_GIA)
    if price is None:
        return BudgetColumns(amounts, None, money)
    of_price = heading_unit(bang.cot[price].ten)
    scale = Decimal(1)
    if of_price is not None and heading_unit(bang.cot[money].ten) is not None and of_price != unit:
        scale = Decimal(1).scaleb(UNITS[of_price] - UNITS[unit])
    columns = BudgetColumns(amounts, price, money, scale)
    if len(amounts) != 1:
        return columns
    low, high = sorted((amounts[0], price))
    between = tuple(at for at in range(low + 1, high) if _may_count(bang, at))
    return BudgetColumns((*amounts, *between), price, money, scale) if _needs(bang, columns, between) else columns


def _may_count(bang: Bang, column: int) -> bool:
    if bang.cot[column].vai_tro not in (None, VaiTro.SO_LIEU):
        return False
    texts = [text for row in bang.hang if (text := row[column].strip())]
    return bool(texts) and all(parse_number(text) is not None for text in texts)


def _needs(bang: Bang, columns: BudgetColumns, between: tuple[int, ...]) -> bool:
    """Whether the product needs the columns between: as the typed amounts say, else as the headings do."""
    if not between:
        return False
    with_all = without = 0
    for row in bang.hang:
        read = {at: parse_number(row[at]) for at in (*columns.all, *between)}
        typed, product = read[columns.money], product_of(columns, _known(read))
        if typed is None or product is None or all(read[at] in (None, 1) for at in between):
            continue
        without += typed == product
        more = product
        for at in between:
            more = multiply(more, read[at] or Decimal(1))
        with_all += typed == more
    if with_all or without:
        return with_all > without
    return all(_COUNT.match(fold(bang.cot[at].ten)) for at in between)


def _known(read: Mapping[int, Decimal | None]) -> dict[int, Decimal]:
    return {at: value for at, value in read.items() if value is not None}


def product_of(columns: BudgetColumns, values: Mapping[int, Decimal]) -> Decimal | None:
    """Multiply the figures of a row, by their columns; a second factor that is not there counts for one."""
    if columns.price is None or columns.price not in values or not any(at in values for at in columns.amounts):
        return None
    product = multiply(values[columns.price], columns.scale)
    for at in columns.amounts:
        product = multiply(product, values.get(at, Decimal(1)))
    return product
