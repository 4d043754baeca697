"""All rows of a table, read some hundreds at a time for their longest words: no column is ever held as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec import Struct

from vtdocs.metrics import Ruler
from vtdocs.metrics.rulers import split_words
from vtdocs.tree import Row, TableRow

from .decimals import fold_digits

__all__ = ["Texts", "longest_word", "read_texts"]

# Rows that are read at a time: the work is in their words, and these take a third of a megabyte.
_CHUNK = 512


class Texts(Struct):
    """The different texts of some rows, by column: those of `plain` rows, those that are not `strong` in other rows,
    those that are, and those of cells over several columns, from the first to before the second.
    """

    plain: list[set[str]]
    other: list[set[str]]
    strong: list[set[str]]
    wide: list[tuple[int, int, str, bool]]


def read_texts(rows: Sequence[TableRow], columns: int) -> Iterator[Texts]:
    """Read all rows of a table."""
    left = iter(rows)
    while chunk := list(islice(left, _CHUNK)):
        plain = [row for row in chunk if isinstance(row, tuple)]
        others = [row for row in chunk if isinstance(row, Row)] if len(plain) < len(chunk) else []
        texts = Texts(
            [set(column) for column in zip(*plain, strict=True)] or [set() for _ in range(columns)],
            [set() for _ in range(columns)],
            [set() for _ in range(columns)],
            [],
        )
        for row in others:
            _read_row(row, texts, columns)
        yield texts


def _read_row(row: Row, texts: Texts, columns: int) -> None:
    first = 0
    for cell in row.cells:
        if first >= columns:
            break
        stop, strong = min(columns, first + cell.columns), row.strong or cell.is_bold
        if stop - first > 1:
            texts.wide.append((first, stop, cell.text, strong))
        else:
            (texts.strong if strong else texts.other)[first].add(cell.text)
        first = stop


def longest_word(text: str, ruler: Ruler) -> int:
    """Measure the longest word of a long text, in twips. Words that the ruler did not know it does not keep."""
    words = set(split_words(text))
    unknown = words.difference(ruler)
    longest = max(map(ruler.__getitem__, words - unknown), default=ruler.blank) - ruler.blank
    # Numbers come by the thousand, all different, and of a few shapes.
    if numbers := [word for word in unknown if word.isascii()]:
        unknown.difference_update(numbers)
        unknown.update(fold_digits(" ".join(numbers)).split(" "))
    return max(longest, max(map(ruler.width, unknown), default=0))
