"""The table of an appendix: a file, a file with its sheet and columns, or rows in the YAML itself."""

from __future__ import annotations

from typing import Any

from vtdocs.diagnostics import Location
from vtdocs.loaders.codes import Code
from vtdocs.loaders.fields import INVALID, Fields
from vtdocs.loaders.folder import MAX_TABLE_BYTES, FileFaultError
from vtdocs.loaders.nodes import Sequence, YamlNode
from vtdocs.loaders.shapes import LONGEST_LINE, Field, ListOf, Number, OneOf, Record, Text
from vtdocs.loaders.structure import Reader
from vtdocs.loaders.tables import DEFAULT_HEADINGS, Declared, TableOptions, read_table
from vtdocs.loaders.tables.grid import MAX_ROWS
from vtdocs.model import Bang, Cot, VaiTro

__all__ = ["BANG"]

_HEADING_ROWS = 1000


def _from_path(path: str, reader: Reader, node: YamlNode) -> Any:
    return _read_file(path, TableOptions(), reader, node)


def _read_file(path: str, options: TableOptions, reader: Reader, node: YamlNode) -> Any:
    try:
        fetched = reader.files.fetch(path, MAX_TABLE_BYTES)
    except FileFaultError as fault:
        return reader.fail(fault.code, fault.message, node, fault.hint)
    bang = read_table(fetched.data, fetched.name, options, reader.faults, reader.at(node))
    return INVALID if bang is None else bang


def _from_keys(fields: Fields, reader: Reader, node: YamlNode) -> Any:
    if ("tep" in fields) == ("hang" in fields):
        hint = "chọn một: tep để đọc từ tệp, hoặc hang để ghi các hàng ngay tại đây"
        return reader.fail(Code.CONFLICT, "cần đúng một trong hai khóa tep và hang", node, hint)
    if "hang" in fields:
        for key in ("trang_tinh", "dong_dau"):
            if key in fields:
                reader.fail(Code.CONFLICT, f"khóa {key} chỉ dùng với tep", fields.at(key), f"xóa khóa {key}")
        return _from_rows(fields, reader)
    declared: dict[VaiTro, Declared] = {}
    if "cot" in fields:
        cot: Fields = fields["cot"]
        declared = {VaiTro(role): Declared(name, reader.at(cot.at(role))) for role, name in cot.written().items()}
    sheet_at: Location | None = reader.at(fields.at("trang_tinh")) if "trang_tinh" in fields else None
    options = TableOptions(fields["trang_tinh"], sheet_at, fields["dong_dau"], declared)
    return _read_file(fields["tep"], options, reader, fields.at("tep"))


def _from_rows(fields: Fields, reader: Reader) -> Any:
    headings = dict(DEFAULT_HEADINGS)
    if "cot" in fields:
        headings = {VaiTro(role): name for role, name in fields["cot"].written().items()}
        headings.setdefault(VaiTro.NOI_DUNG, DEFAULT_HEADINGS[VaiTro.NOI_DUNG])
    if VaiTro.STT not in headings and any(isinstance(row, Fields) and VaiTro.STT in row for row in fields["hang"]):
        headings = {VaiTro.STT: DEFAULT_HEADINGS[VaiTro.STT], **headings}
    roles = list(headings)
    rows = []
    sound = True
    written = fields.value_of("hang")
    items = written.items if isinstance(written, Sequence) else ()
    for number, (row, item) in enumerate(zip(fields["hang"], items, strict=True), 1):
        if isinstance(row, Fields) and not _has_only(row, roles, number, reader):
            sound = False
            continue
        cells = _cells_by_role(row, roles) if isinstance(row, Fields) else _cells_in_order(row, roles)
        if cells is None:
            names = ", ".join(roles)
            message = f"hàng {number} có {len(row)} ô, bảng có {len(roles)} cột ({names})"
            hint = "ghi đủ các ô theo thứ tự các cột; ô trống viết ''; ô có dấu phẩy đặt trong ngoặc kép"
            reader.fail(Code.COUNT, message, item, hint)
            sound = False
        elif not cells[roles.index(VaiTro.NOI_DUNG)]:
            reader.fail(
                Code.ROW_WITHOUT_CONTENT, f"hàng {number} chưa có nội dung", item, "điền noi_dung, hoặc xóa hàng này"
            )
            sound = False
        else:
            rows.append(cells)
    if not sound:
        return INVALID
    if VaiTro.STT not in headings:
        roles, headings = [VaiTro.STT, *roles], {VaiTro.STT: DEFAULT_HEADINGS[VaiTro.STT], **headings}
        rows = [["", *cells] for cells in rows]
    _number(rows, roles.index(VaiTro.STT), items, reader)
    return Bang(tuple(Cot(role, headings[role]) for role in roles), tuple(tuple(cells) for cells in rows))


def _number(rows: list[list[str]], place: int, items: tuple[YamlNode, ...], reader: Reader) -> None:
    """Number rows of which none has a number; of others say which lacks one, and keep what was typed."""
    if not any(cells[place] for cells in rows):
        for number, cells in enumerate(rows, 1):
            cells[place] = str(number)
        return
    for number, (cells, item) in enumerate(zip(rows, items, strict=True), 1):
        if not cells[place]:
            message = f"hàng {number} không có số thứ tự, trong khi các hàng khác có"
            reader.warn(Code.STT_GAP, message, item, "ghi stt cho hàng này, hoặc bỏ stt ở mọi hàng để được đánh số")


def _has_only(row: Fields, roles: list[VaiTro], number: int, reader: Reader) -> bool:
    """Check that each key of a row is a column of the table: what is not would be lost."""
    lost = [key for key in row.written() if key not in roles]
    for key in lost:
        message = f"hàng {number} ghi khóa {key}, bảng không có cột này"
        hint = f"bảng có các cột: {', '.join(roles)}; thêm {key} vào cot, hoặc xóa khóa này"
        reader.fail(Code.CONFLICT, message, row.key_of(key), hint)
    return not lost


def _cells_by_role(row: Fields, roles: list[VaiTro]) -> list[str] | None:
    return [row[role] or "" for role in roles]


def _cells_in_order(row: tuple[str, ...], roles: list[VaiTro]) -> list[str] | None:
    if len(row) == len(roles):
        return list(row)
    if len(row) == len(roles) - 1 and roles[0] is VaiTro.STT:
        return ["", *row]
    return None


_CELL = Text(lines=True, blank=True, maximum=LONGEST_LINE)

_ROW = Record(
    "Hàng của bảng",
    (
        Field("stt", _CELL, "Số thứ tự; không ghi thì đánh số 1, 2, 3 …", example="1"),
        Field(
            "noi_dung",
            _CELL,
            "Nội dung công việc.",
            required=True,
            example="Tuyên truyền trên hệ thống truyền thanh xã",
        ),
        Field("chu_tri", _CELL, "Cơ quan chủ trì.", example="Trung tâm Dịch vụ tổng hợp"),
        Field("phoi_hop", _CELL, "Cơ quan phối hợp.", example="Các thôn"),
        Field("thoi_gian", _CELL, "Thời gian thực hiện.", example="Quý II/2026"),
    ),
)

_COT = Record(
    "Tên các cột",
    tuple(
        Field(role.value, Text(), f"Tên cột {what} trong tệp, đúng như ở hàng tiêu đề.", example=DEFAULT_HEADINGS[role])
        for role, what in (
            (VaiTro.STT, "số thứ tự"),
            (VaiTro.NOI_DUNG, "nội dung"),
            (VaiTro.CHU_TRI, "cơ quan chủ trì"),
            (VaiTro.PHOI_HOP, "cơ quan phối hợp"),
            (VaiTro.THOI_GIAN, "thời gian"),
        )
    ),
)

BANG = OneOf(
    text=Text(make=_from_path),
    mapping=Record(
        "Bảng",
        (
            Field(
                "tep", Text(), "Tệp Excel (.xlsx, .xlsm) hoặc CSV, cùng thư mục với kế hoạch.", example="hoat-dong.xlsx"
            ),
            Field(
                "trang_tinh", Text(), "Tên trang tính; không ghi thì lấy trang đầu tiên có các cột.", example="Phụ lục"
            ),
            Field("dong_dau", Number(1, _HEADING_ROWS), "Số của hàng tiêu đề; không ghi thì tự tìm.", example="3"),
            Field(
                "cot",
                _COT,
                "Tên các cột trong tệp, khi tên không phải là tên thường gặp.",
                example="{noi_dung: Nhiệm vụ}",
            ),
            Field(
                "hang",
                ListOf(OneOf(mapping=_ROW, sequence=ListOf(_CELL)), minimum=1, maximum=MAX_ROWS),
                "Các hàng ghi ngay trong tệp này, thay cho tep.",
                example="- {noi_dung: Phát tờ rơi, chu_tri: Phòng VHXH, phoi_hop: Các thôn, thoi_gian: Quý II}",
            ),
        ),
        make=_from_keys,
    ),
)
