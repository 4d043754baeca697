"""CSV to a grid: `;`, `,` or a tab between the cells, whichever shows the headings."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from itertools import islice

from vtdocs.loaders.codes import Code
from vtdocs.loaders.faults import Faults
from vtdocs.loaders.source import Source, read_source
from vtdocs.patterns import compile_late

from .grid import MAX_COLUMNS, MAX_ROWS, Cell, Grid, share_texts
from .heads import HEADING_ROWS, count_known
from .options import TableOptions

__all__ = ["read_csv"]

_DELIMITERS = (";", ",", "\t")
# What passes the bounds is told of, rather than read as one column by another delimiter.
_TOO_WIDE = (0, True, 2)
# Excel writes and reads this first line, which says what stands between the cells.
_SEPARATOR_LINE = compile_late(r"\"?sep=(?P<delimiter>[;,\t])\"?$", re.IGNORECASE)


def read_csv(data: bytes, name: str, options: TableOptions, faults: Faults) -> Grid | None:
    """Read a CSV file; `None` where a fault was told."""
    source = read_source(data, name, faults, kind="csv")
    if source is None:
        return None
    declared = _SEPARATOR_LINE.match(source.lines[0])
    delimiter = declared["delimiter"] if declared else _find_delimiter(source, options)
    return _read(source, delimiter, faults, skip=1 if declared else 0)


def _find_delimiter(source: Source, options: TableOptions) -> str:
    # A cell may hold line breaks, but a heading that does is still found in some of its lines' cells.
    rows_needed = max(HEADING_ROWS, options.heading_row or 0)
    top = Source(source.file, "\n".join(source.lines[:rows_needed]), source.lines[:rows_needed])
    scores = {}
    for delimiter in _DELIMITERS:
        grid = _read(top, delimiter, Faults(), strict=False)
        scores[delimiter] = (count_known(grid, options) or 0, *_evenness(grid)) if grid else _TOO_WIDE
    return max(_DELIMITERS, key=lambda delimiter: scores[delimiter])


def _evenness(grid: Grid) -> tuple[bool, int]:
    """Say whether all rows have one length, and the shortest: where no heading is known, that tells a table."""
    lengths = {len(row) for row in grid.rows if row}
    shortest = min(lengths, default=0)
    return len(lengths) == 1 and shortest > 1, shortest


def _with_ends(lines: Sequence[str]) -> Iterator[str]:
    """Give the lines with their ends, as csv wants them; no file of the whole text is made for it in memory."""
    for line in islice(lines, len(lines) - 1):
        yield f"{line}\n"
    if lines[-1]:
        yield lines[-1]


def _read(source: Source, delimiter: str, faults: Faults, *, skip: int = 0, strict: bool = True) -> Grid | None:
    rows: list[list[Cell]] = []
    lines: list[int] = []
    reader = csv.reader(_with_ends(source.lines), delimiter=delimiter, strict=strict)
    line = 1
    try:
        for row in share_texts(reader):
            rows.append(row)
            lines.append(line)
            line = reader.line_num + 1
            if len(rows) > MAX_ROWS or len(row) > MAX_COLUMNS:
                message = f"bảng vượt quá {MAX_ROWS} hàng hoặc {MAX_COLUMNS} cột"
                faults.error(
                    Code.WORKBOOK_TOO_LARGE, message, source.place(lines[-1] - 1, 0), "tách bảng thành nhiều tệp"
                )
                return None
    except csv.Error as error:
        what = "có ô quá dài, hoặc dấu ngoặc kép mở mà không đóng" if "limit" in str(error) else "dấu ngoặc kép đặt sai"
        hint = 'ô có dấu ngoặc kép thì viết "" cho mỗi dấu và đặt cả ô trong ngoặc kép; hoặc lưu lại từ Excel'
        faults.error(Code.CSV, f"từ dòng này {what}", source.place(line - 1, 0), hint)
        return None
    for number in range(skip):
        rows[number] = []
    return Grid(source.file, rows, lines=lines)
