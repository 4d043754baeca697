"""The rows of a table that are written in the plan itself: cells in order, or by role or heading."""

from __future__ import annotations

from collections import Counter
from typing import Any

from vtdocs.diagnostics import Location
from vtdocs.likeness import fold
from vtdocs.loaders.codes import Code
from vtdocs.loaders.fields import INVALID, Fields
from vtdocs.loaders.nodes import Mapping, Scalar, Sequence, YamlNode
from vtdocs.loaders.shapes import LONGEST_LINE, Field, ListOf, OneOf, Record, Text
from vtdocs.loaders.structure import Reader
from vtdocs.loaders.tables.grid import MAX_ROWS
from vtdocs.loaders.tables.headings import CONTENT_ROLES, DEFAULT_HEADINGS
from vtdocs.loaders.tables.options import TableOptions
from vtdocs.model import Cot, KieuHang, VaiTro, find_role, first_text_column

from .cot import DESCRIBED_ROLES

__all__ = ["HANG", "read_hang"]

_KINDS = {"nhom": KieuHang.NHOM, "tong": KieuHang.TONG}
_NAME_IT = {
    "nhom": "ghi tên nhóm, ví dụ nhom: Công tác chỉ đạo; không phải hàng nhóm thì xóa khóa này",
    "tong": "ghi tên hàng tổng, ví dụ tong: Tổng cộng; không phải hàng tổng thì xóa khóa này",
}


def read_hang(hang: Fields, options: TableOptions, reader: Reader) -> Any:
    """Make the table of the rows below the key `hang`; `INVALID` where a fault was told."""
    from vtdocs.loaders.tables.assembly import RawTable, assemble

    rows = hang["hang"]
    columns, is_listed = _columns(rows, options)
    written = hang.value_of("hang")
    items = written.items if isinstance(written, Sequence) else ()
    table = _Rows(columns, reader)
    for number, (row, item) in enumerate(zip(rows, items, strict=True), 1):
        table.add(row, item, number)
    if not table.sound:
        return INVALID

    def place(row: int, column: int) -> Location:
        return reader.at(table.node_of(items[min(row, len(items) - 1)], column))

    raw = RawTable(columns, table.rows, place, kinds=table.kinds, adds_stt=not is_listed)
    bang = assemble(raw, options, reader.faults)
    return INVALID if bang is None else (bang,)


def _columns(rows: tuple[Any, ...], options: TableOptions) -> tuple[list[Cot], bool]:
    """Give the columns, and whether the plan lists them all."""
    from vtdocs.loaders.tables.columns import name_columns

    if options.columns is not None:
        return name_columns([column.cot for column in options.columns]), True
    headings = {role: declared.heading for role, declared in options.declared.items()}
    if not headings:
        headings = dict(DEFAULT_HEADINGS)
    elif not CONTENT_ROLES & set(headings):
        headings[VaiTro.NOI_DUNG] = DEFAULT_HEADINGS[VaiTro.NOI_DUNG]
    needs = any(isinstance(row, Fields) and (VaiTro.STT in row or "so" in row) for row in rows)
    if VaiTro.STT not in headings and needs:
        headings = {VaiTro.STT: DEFAULT_HEADINGS[VaiTro.STT], **headings}
    return [Cot(role, heading) for role, heading in headings.items()], False


class _Rows:
    """The rows as they are read, one after the other."""

    def __init__(self, columns: list[Cot], reader: Reader) -> None:
        self._reader = reader
        self._width = len(columns)
        # A role that several columns have names none of them.
        roles = Counter(cot.vai_tro for cot in columns)
        self._names = [cot.vai_tro.value if cot.vai_tro and roles[cot.vai_tro] == 1 else cot.ten for cot in columns]
        self._stt = find_role(columns, VaiTro.STT)
        self._first = first_text_column(columns)
        self._by_role = {
            cot.vai_tro.value: at for at, cot in enumerate(columns) if cot.vai_tro and roles[cot.vai_tro] == 1
        }
        self._by_heading: dict[str, int] = {}
        for at, cot in enumerate(columns):
            self._by_heading.setdefault(fold(cot.ten), at)
            if cot.nhom:
                self._by_heading.setdefault(fold(f"{cot.nhom} {cot.ten}"), at)
        self.rows: list[tuple[str, ...]] = []
        self.kinds: dict[int, KieuHang] = {}
        self.sound = True

    def add(self, row: Any, item: YamlNode, number: int) -> None:
        """Add a row; `number` is its own, from 1, for messages."""
        cells = self._by_key(row, number) if isinstance(row, Fields) else self._in_order(row, item, number)
        if cells is None:
            self.sound = False
        else:
            self.rows.append(tuple(cells))

    def node_of(self, item: YamlNode, column: int) -> YamlNode:
        """Give the node of a cell, or of its row where the cell was not written."""
        if isinstance(item, Sequence):
            at = column - (self._width - len(item.items))
            return item.items[at] if 0 <= at < len(item.items) else item
        if isinstance(item, Mapping):
            for entry in item.entries:
                if self._at(entry.key.value) == column and isinstance(entry.value, Scalar) and entry.value.value:
                    return entry.value
        return item

    def _at(self, key: str) -> int | None:
        found = self._by_role.get(key)
        return self._by_heading.get(fold(key)) if found is None else found

    def _in_order(self, row: tuple[str, ...], item: YamlNode, number: int) -> list[str] | None:
        if len(row) == self._width:
            return list(row)
        if len(row) == self._width - 1 and self._stt == 0:
            return ["", *row]
        message = f"hàng {number} có {len(row)} ô, bảng có {self._width} cột ({', '.join(self._names)})"
        hint = "ghi đủ các ô theo thứ tự các cột; ô trống viết ''; ô có dấu phẩy đặt trong ngoặc kép"
        self._reader.fail(Code.COUNT, message, item, hint)
        return None

    def _by_key(self, row: Fields, number: int) -> list[str] | None:
        cells = [""] * self._width
        sound = True
        unnamed = next((entry.key for entry in row.node.entries if self._is_unnamed(entry.key.value, row)), None)
        if unnamed is not None:
            message = f"hàng {number}: khóa {unnamed.value} để trống"
            self._reader.fail(Code.EMPTY, message, unnamed, _NAME_IT[unnamed.value])
            return None
        kind = next((key for key in _KINDS if key in row), None)
        if kind:
            self.kinds[number - 1] = _KINDS[kind]
            cells[self._first] = self._label(row, kind)
            if self._stt is not None and "so" in row:
                cells[self._stt] = row["so"]
            sound = self._check_kind(row, number)
        elif "so" in row:
            sound = False
            message = f"hàng {number} ghi khóa so mà không có khóa nhom"
            self._reader.fail(Code.CONFLICT, message, row.key_of("so"), "số của hàng thường ghi ở khóa stt")
        # Each key is a column of the table: what is not would be lost.
        for key, text in row.written().items():
            if key in _KINDS or key == "so":
                continue
            at = self._at(key)
            if at is None:
                sound = False
                message = f"hàng {number} ghi khóa {key}, bảng không có cột này"
                hint = f"bảng có các cột: {', '.join(self._names)}; thêm {key} vào cot, hoặc xóa khóa này"
                self._reader.fail(Code.CONFLICT, message, row.key_of(key), hint)
            elif cells[at] and text:
                sound = False
                message = f"hàng {number}: ô “{self._names[at]}” được ghi hai lần"
                self._reader.fail(Code.CONFLICT, message, row.key_of(key), "giữ lại một trong hai khóa")
            else:
                cells[at] = text
        return cells if sound else None

    def _is_unnamed(self, key: str, row: Fields) -> bool:
        """Whether a key opens a group or a total without saying its name."""
        return key in _KINDS and not (key in row and row[key].strip())

    def _label(self, row: Fields, kind: str) -> str:
        text: str = row[kind]
        return f"{row['so']}. {text}" if self._stt is None and "so" in row else text

    def _check_kind(self, row: Fields, number: int) -> bool:
        if "nhom" in row and "tong" in row:
            message = f"hàng {number} ghi cả nhom và tong"
            self._reader.fail(Code.CONFLICT, message, row.key_of("tong"), "tách thành hai hàng")
            return False
        if "so" in row and "tong" in row:
            message = f"hàng {number}: khóa so chỉ dùng với nhom"
            self._reader.fail(Code.CONFLICT, message, row.key_of("so"), "xóa khóa so")
            return False
        return True


_CELL = Text(lines=True, blank=True, maximum=LONGEST_LINE)

_EXAMPLES = {
    VaiTro.STT: "1",
    VaiTro.NOI_DUNG: "Tuyên truyền trên hệ thống truyền thanh xã",
    VaiTro.NHIEM_VU: "Tổ chức hội nghị tập huấn",
    VaiTro.SAN_PHAM: "Báo cáo",
    VaiTro.CHU_TRI: "Trung tâm Dịch vụ tổng hợp",
    VaiTro.PHOI_HOP: "Các thôn",
    VaiTro.THEO_DOI: "Văn phòng HĐND và UBND",
    VaiTro.THOI_GIAN: "Quý II/2026",
    VaiTro.DON_VI_TINH: "tờ",
    VaiTro.SO_LIEU: "25.898",
    VaiTro.SO_LUONG: "500",
    VaiTro.DON_GIA: "2.000",
    VaiTro.THANH_TIEN: "1.000.000",
    VaiTro.GHI_CHU: "Thường xuyên",
}

_ROW = Record(
    "Hàng của bảng",
    (
        *(
            Field(role.value, _CELL, f"Ô của cột {what}.", example=_EXAMPLES[role])
            for role, what, _heading in DESCRIBED_ROLES
        ),
        Field("nhom", _CELL, "Tên nhóm: hàng này mở đầu một nhóm hàng.", example="Công tác chỉ đạo"),
        Field("so", _CELL, "Số của nhóm; không ghi thì đánh số I, II …", example="I"),
        Field("tong", _CELL, "Tên hàng tổng: hàng này là hàng cộng.", example="Tổng cộng"),
    ),
    others=_CELL,
)

HANG = ListOf(OneOf(mapping=_ROW, sequence=ListOf(_CELL)), minimum=1, maximum=MAX_ROWS)
