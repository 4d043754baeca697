"""What stands below a table in its sheet: notes, which are printed below it, the place for signing, another table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from vtdocs.figures import is_figure
from vtdocs.likeness import fold
from vtdocs.loaders.codes import Code
from vtdocs.loaders.faults import Faults, listed
from vtdocs.model import VaiTro
from vtdocs.patterns import compile_late

from .grid import Cell, Grid
from .headings import is_known, role_of
from .heads import Head
from .kinds import is_group_number, is_total_label

__all__ = ["Tail", "find_tail", "tell_tail"]

# So many rows at most stand below a table: notes and the place for signing.
_MOST_ROWS = 60
_MOST_TEXTS = 6
_NOTE = compile_late(r"(?:ghi\s+chú|chú\s+thích|chú\s+giải|lưu\s+ý)\s*(?:\(?\d+\)?\s*)?[:.]|ghi\s+chú$", re.IGNORECASE)
_MARKED_NOTE = compile_late(r"\(\d{1,2}\)\s*\S|\*{1,3}\s*(?:\)|:)?\s*[^\s*]|\[\d{1,2}\]\s*\S")
_DATE = compile_late(r"\bngay\b.{0,12}\bthang\b.{0,12}\bnam\b")
_SIGNING = compile_late(
    r"(?:(?:nguoi|can bo|bo phan|phong|ban) (?:lap|tong hop|kiem tra|duyet|thong ke|phu trach|bao cao|ky|nhan|giao)\b.*"
    r"|lap (?:bieu|bang)|thong ke|ke toan(?: truong)?|phu trach ke toan|thu quy|thu kho|xac nhan(?: cua)?\b.*"
    r"|(?:tm|kt|tl|tuq|q)\b.*|(?:pho )?(?:chu tich|giam doc|thu truong|truong phong|truong ban|bi thu)\b.*"
    r"|thu truong (?:don vi|co quan)|dai dien\b.*|hieu truong|truong thon|noi nhan.*|phe duyet.*"
    r"|(?:da )?ky(?: ten| va)?,? ?(?:ghi ro|dong dau|ho ten).*|ghi ro ho ten.*)"
)
_LONGEST_SIGNING = 100
_WORDS_OF_TOTAL = ("bang chu", "viet bang chu", "so tien")


class Tail(Struct, frozen=True):
    """Where the table ends; `notes` to be printed, texts that are `left`, the row of `another` table's head."""

    start: int
    notes: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    left_at: int = 0
    another: int | None = None


def find_tail(grid: Grid, head: Head) -> Tail:
    """Find where a table ends in its sheet, and what stands below it."""
    another = _find_second_head(grid, head)
    stop = len(grid.rows) if another is None else another
    filled = _filled_rows(grid, head.bottom + 1, stop)
    first = len(filled)
    # From below: rows of texts alone may be part of the tail, the first that opens it says where it begins.
    start = first
    while start > max(0, first - _MOST_ROWS) and _is_text_row(filled[start - 1][1]):
        start -= 1
    is_full = _is_mostly_full(filled[:start] or filled)
    for at in range(start, first):
        row, texts = filled[at]
        apart = at > 0 and filled[at - 1][0] < row - 1
        if at > 0 and _opens(texts, apart=apart, is_full=is_full, ends=another is not None and at == first - 1):
            notes, left = _sort([texts for _row, texts in filled[at:]])
            left_at = next((place for place, texts in filled[at:] if texts and texts[0] in left), row)
            return Tail(row, notes, left, left_at, another)
    return Tail(stop, another=another)


def tell_tail(grid: Grid, head: Head, tail: Tail, *, is_declared: bool, faults: Faults) -> None:
    """Say what is not printed; with `is_declared` the plan says itself where the head of this table is."""
    if tail.left:
        message = f"chữ phía dưới bảng không được in: “{' '.join(tail.left)[:60]}”"
        hint = (
            "nơi ký, ngày tháng đã có ở phần cuối văn bản; ghi chú của bảng thì ghi ở khóa ghi_chu; không cần thì xóa"
        )
        faults.warn(Code.BELOW_TABLE, message, grid.row_place(tail.left_at), hint)
    if tail.another is None:
        return
    texts = listed((str(cell).strip() for cell in grid.rows[tail.another] if str(cell).strip()), 4)
    number = tail.another + 1
    message = f"hàng {number} giống hàng tiêu đề của một bảng khác ({texts}); từ hàng này trở xuống chưa được đọc"
    if is_declared:
        hint = f"nếu chưa khai bảng đó, khai thêm một bảng cùng tep, ghi dong_dau: {number}"
        faults.warn(Code.SECOND_TABLE, message, grid.row_place(tail.another), hint)
        return
    hint = "tách mỗi bảng ra một trang tính (hoặc một tệp)"
    hint += f"; hoặc khai hai bảng cùng tep: bảng này ghi dong_dau: {head.top + 1}, bảng sau ghi dong_dau: {number}"
    faults.error(Code.SECOND_TABLE, message, grid.row_place(tail.another), hint)


def _filled_rows(grid: Grid, start: int, stop: int) -> list[tuple[int, list[str]]]:
    """Give the rows that are not empty, with their texts; of a long table only its end, and some rows before."""
    found: list[tuple[int, list[str]]] = []
    for number in range(stop - 1, start - 1, -1):
        cells = grid.rows[number]
        texts = [text for cell in cells if cell != "" and (text := _text(cell))]
        if texts:
            found.append((number, texts))
        if len(found) > 3 * _MOST_ROWS:
            break
    return found[::-1]


def _text(cell: Cell) -> str:
    # What is no text is a figure or a date of the table.
    return cell.strip() if isinstance(cell, str) else "0"


def _is_text_row(texts: Sequence[str]) -> bool:
    return len(texts) <= _MOST_TEXTS and not any(is_figure(text) or is_group_number(text) for text in texts)


def _is_mostly_full(rows: Sequence[tuple[int, list[str]]]) -> bool:
    return 2 * sum(len(texts) > 1 for _row, texts in rows) > len(rows)


def _opens(texts: Sequence[str], *, apart: bool, is_full: bool, ends: bool) -> bool:
    """Whether a row of texts is the first below the table."""
    if _NOTE.match(texts[0]) and len(texts) < (3 if ":" in texts[0] else 2):
        return True
    if not is_full or is_total_label(texts[0]) or fold(texts[0][:30]).startswith(_WORDS_OF_TOTAL):
        return False
    if all(_is_signing(text) for text in texts):
        return True
    if len(texts) == 1 and (_MARKED_NOTE.match(texts[0]) or ends):
        return True
    # Behind an empty row a text alone, or two, belong to no row of the table.
    return apart and len(texts) == 1


def _is_signing(text: str) -> bool:
    folded = fold(text[:_LONGEST_SIGNING])
    return len(text) <= _LONGEST_SIGNING and bool(_SIGNING.fullmatch(folded) or _DATE.search(folded))


def _sort(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Part notes from what is left out: after the first row for signing there are names only."""
    notes: list[str] = []
    left: list[str] = []
    for texts in rows:
        is_note = any(_NOTE.match(text) or _MARKED_NOTE.match(text) for text in texts[:1])
        if not is_note and (left or not notes or all(_is_signing(text) for text in texts)):
            left += texts
        else:
            notes.append(" ".join(" ".join(text.split()) for text in texts))
    return tuple(notes), tuple(left)


def _find_second_head(grid: Grid, head: Head) -> int | None:
    """Find the head of another table: it opens as this one does, and goes on otherwise."""
    own = {fold(entry.ten) for entry in head.columns} | {fold(entry.nhom) for entry in head.columns if entry.nhom}
    first = head.columns[0]
    is_stt = role_of(first.ten) is VaiTro.STT
    opening = fold(first.ten)
    may_be_digits = opening.isdigit()
    for number in range(head.bottom + 2, len(grid.rows)):
        row = grid.rows[number]
        at = next((column for column, cell in enumerate(row) if cell != ""), None)
        if at is None or not isinstance(text := row[at], str) or len(text) > _LONGEST_SIGNING:
            continue
        # Most rows of most tables open with their number, which heads none.
        if text.isdigit() and not may_be_digits:
            continue
        if not (fold(text) == opening or (is_stt and role_of(text) is VaiTro.STT)):
            continue
        texts = [str(cell).strip() for cell in row if cell != "" and str(cell).strip()]
        others = [fold(text) for text in texts]
        if len(texts) < 2 or any(is_figure(text) for text in texts) or set(others) <= own:
            continue
        # "TT" opens no row of a table; any other first heading might.
        if is_stt or sum(is_known(text) or fold(text) in own for text in texts) * 2 > len(texts):
            return number
    return None
