"""The tables of a key `bang`: files, files with their sheets and columns, or rows in the YAML itself."""

from __future__ import annotations

from itertools import chain
from typing import Any

from vtdocs.loaders.codes import Code
from vtdocs.loaders.faults import Faults
from vtdocs.loaders.fields import INVALID, Fields
from vtdocs.loaders.folder import MAX_TABLE_BYTES, FileFaultError
from vtdocs.loaders.nested import DocumentReader
from vtdocs.loaders.nodes import Sequence, YamlNode
from vtdocs.loaders.shapes import Choice, Field, ListOf, Number, OneOf, Record, Text
from vtdocs.loaders.structure import Reader
from vtdocs.loaders.tables.options import DanhSo, Declared, Finish, Place, SheetName, Stored, TableOptions
from vtdocs.loaders.totals import add_tables, has_too_many_cells
from vtdocs.model import Bang, Huong, VaiTro

from .cot import COT
from .du_toan import DU_TOAN
from .hang import HANG, read_hang

__all__ = ["BANG"]

_HEADING_ROWS = 1000
_SOURCES_HINT = {
    "tep": "ghi tên tệp Excel hoặc CSV, ví dụ tep: hoat-dong.xlsx",
    "hang": "ghi các hàng bên dưới, mỗi hàng mở đầu bằng “- ”",
}
_SOURCES = frozenset(_SOURCES_HINT)
_MOST_SHEETS = 50
_MOST_TABLES = 100


def _from_path(path: str, reader: DocumentReader, node: YamlNode) -> Any:
    return _read_file(path, TableOptions(), reader, node)


def _read_file(path: str, options: TableOptions, reader: DocumentReader, node: YamlNode) -> Any:
    from vtdocs.loaders.tables.reading import read_tables

    if has_too_many_cells(reader):
        return INVALID
    try:
        fetched = reader.files.fetch(path, MAX_TABLE_BYTES)
    except FileFaultError as fault:
        return reader.fail(fault.code, fault.message, node, fault.hint)
    tables = read_tables(fetched.data, fetched.name, options, reader.faults, reader.at(node))
    return INVALID if tables is None else add_tables(tables, reader, node)


def _from_keys(fields: Fields, reader: DocumentReader, node: YamlNode) -> Any:
    empty = next(
        (entry.key for entry in fields.node.entries if entry.key.value in _SOURCES - set(fields.written())), None
    )
    if empty is not None:
        return reader.fail(Code.EMPTY, f"khóa {empty.value} để trống", empty, _SOURCES_HINT[empty.value])
    if ("tep" in fields) == ("hang" in fields):
        hint = "chọn một: tep để đọc từ tệp, hoặc hang để ghi các hàng ngay tại đây"
        return reader.fail(Code.CONFLICT, "cần đúng một trong hai khóa tep và hang", node, hint)
    options = _options(fields, reader)
    if "tep" in fields:
        return _read_file(fields["tep"], options, reader, fields.at("tep"))
    for key in ("trang_tinh", "dong_dau", "so_dong_dau"):
        if key in fields:
            reader.fail(Code.CONFLICT, f"khóa {key} chỉ dùng với tep", fields.at(key), f"xóa khóa {key}")
    tables = read_hang(fields, options, reader)
    return INVALID if tables is INVALID else add_tables(tables, reader, node)


def _options(fields: Fields, reader: Reader) -> TableOptions:
    declared: dict[VaiTro, Declared] = {}
    columns = None
    cot = fields["cot"]
    if isinstance(cot, Fields):
        declared = {VaiTro(role): Declared(name, reader.at(cot.at(role))) for role, name in cot.written().items()}
    elif cot is not None:
        columns = cot
    return TableOptions(
        sheets=_sheets(fields, reader),
        heading_row=fields["dong_dau"],
        heading_rows=fields["so_dong_dau"],
        declared=declared,
        columns=columns,
        numbering=DanhSo(fields["danh_so"]),
        caption=fields["tieu_de"],
        unit=fields["don_vi_tinh"],
        notes=fields["ghi_chu"],
        orientation=Huong(fields["huong"]) if fields["huong"] else None,
        finish=_budget(fields),
    )


def _sheets(fields: Fields, reader: Reader) -> tuple[SheetName, ...]:
    if "trang_tinh" not in fields:
        return ()
    written = fields.value_of("trang_tinh")
    nodes = written.items if isinstance(written, Sequence) else (written,)
    return tuple(SheetName(name, reader.at(node)) for name, node in zip(fields["trang_tinh"], nodes, strict=True))


def _budget(fields: Fields) -> Finish | None:
    budget = fields["du_toan"]
    if budget is None:
        return None
    from vtdocs.loaders.budget.reckoning import apply_budget

    def finish(bang: Bang, place: Place, faults: Faults, stored: Stored) -> Bang | None:
        return apply_budget(bang, budget, place, faults, stored)

    return finish


def _all(tables: tuple[tuple[Bang, ...], ...], *_: Any) -> tuple[Bang, ...]:
    return tuple(chain.from_iterable(tables))


_FROM_PATH = Text(make=_from_path)

_BANG = Record(
    "Bảng",
    (
        Field("tep", Text(), "Tệp Excel (.xlsx, .xlsm) hoặc CSV, cùng thư mục với văn bản.", example="hoat-dong.xlsx"),
        Field(
            "trang_tinh",
            ListOf(Text(), minimum=1, maximum=_MOST_SHEETS, single=True),
            "Tên trang tính, hoặc danh sách nhiều trang, mỗi trang một bảng; không ghi thì lấy trang đầu tiên có bảng.",
            default=(),
            example="Phụ lục",
        ),
        Field("dong_dau", Number(1, _HEADING_ROWS), "Số của hàng tiêu đề đầu tiên; không ghi thì tự tìm.", example="3"),
        Field(
            "so_dong_dau",
            Number(1, 3),
            "Số hàng tiêu đề, 1 đến 3; không ghi thì tự nhận theo các ô gộp.",
            example="2",
        ),
        Field(
            "cot",
            COT,
            "Các cột theo thứ tự in; hoặc tên cột theo vai trò, khi tên trong tệp không phải là tên thường gặp. "
            "Không ghi thì lấy mọi cột có tên của tệp.",
            example="[STT, Tên thôn, {ten: Số hộ, vai_tro: so_lieu}]",
        ),
        Field(
            "hang",
            HANG,
            "Các hàng ghi ngay trong tệp này, thay cho tep: danh sách ô, hoặc ô theo vai trò hay tên cột.",
            example="- {noi_dung: Phát tờ rơi, chu_tri: Phòng VHXH, phoi_hop: Các thôn, thoi_gian: Quý II}",
        ),
        Field("tieu_de", Text(), "Tên bảng, in trên bảng.", example="Biểu 1. Kết quả thực hiện"),
        Field("don_vi_tinh", Text(), "Đơn vị tính chung, in trên bảng.", example="nghìn đồng"),
        Field(
            "ghi_chu",
            ListOf(Text(), single=True),
            "Ghi chú dưới bảng: một dòng, hoặc danh sách nhiều dòng.",
            default=(),
            example="Số liệu tính đến ngày 31/12/2025",
        ),
        Field(
            "huong",
            Choice(tuple(huong.value for huong in Huong), Code.WRONG_TYPE),
            "Chiều trang giấy của bảng: doc hoặc ngang; không ghi thì tự chọn.",
            example="ngang",
        ),
        Field(
            "danh_so",
            Choice(tuple(danh_so.value for danh_so in DanhSo), Code.WRONG_TYPE),
            "Cách đánh số các hàng chưa có số: lại từ 1 trong mỗi nhóm, liên tục qua các nhóm, hoặc không đánh số.",
            default=DanhSo.THEO_NHOM.value,
            example="lien_tuc",
        ),
        Field("du_toan", DU_TOAN, "Bảng dự toán: tính, kiểm tra thành tiền và tổng.", example="co"),
    ),
    make=_from_keys,
)

BANG = OneOf(
    text=_FROM_PATH,
    mapping=_BANG,
    sequence=ListOf(OneOf(text=_FROM_PATH, mapping=_BANG), minimum=1, maximum=_MOST_TABLES, make=_all),
)
