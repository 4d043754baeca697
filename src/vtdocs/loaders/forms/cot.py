"""The columns of a table as the plan declares them: headings by role, or a list of all of them in order."""

from __future__ import annotations

from typing import Any

from vtdocs.loaders.codes import Code
from vtdocs.loaders.fields import INVALID, Fields
from vtdocs.loaders.nodes import YamlNode
from vtdocs.loaders.shapes import Choice, Field, Flag, ListOf, OneOf, Record, Text
from vtdocs.loaders.structure import Reader
from vtdocs.loaders.tables.headings import DEFAULT_HEADINGS, role_of
from vtdocs.loaders.tables.options import MAX_HEADINGS, MIN_HEADINGS, DeclaredColumn
from vtdocs.model import CanhO, Cot, VaiTro

__all__ = ["COT", "DESCRIBED_ROLES"]

DESCRIBED_ROLES: tuple[tuple[VaiTro, str, str], ...] = (
    (VaiTro.STT, "số thứ tự", "STT"),
    (VaiTro.NOI_DUNG, "nội dung", "Nội dung"),
    (VaiTro.NHIEM_VU, "nhiệm vụ", "Nhiệm vụ"),
    (VaiTro.SAN_PHAM, "sản phẩm", "Sản phẩm"),
    (VaiTro.CHU_TRI, "cơ quan chủ trì", DEFAULT_HEADINGS[VaiTro.CHU_TRI]),
    (VaiTro.PHOI_HOP, "cơ quan phối hợp", DEFAULT_HEADINGS[VaiTro.PHOI_HOP]),
    (VaiTro.THEO_DOI, "theo dõi, đôn đốc", "Theo dõi, kiểm tra, đôn đốc"),
    (VaiTro.THOI_GIAN, "thời gian", DEFAULT_HEADINGS[VaiTro.THOI_GIAN]),
    (VaiTro.DON_VI_TINH, "đơn vị tính", "ĐVT"),
    (VaiTro.SO_LIEU, "số liệu", "Số liệu"),
    (VaiTro.SO_LUONG, "số lượng", "Số lượng"),
    (VaiTro.DON_GIA, "đơn giá", "Đơn giá"),
    (VaiTro.THANH_TIEN, "thành tiền", "Thành tiền"),
    (VaiTro.GHI_CHU, "ghi chú", "Ghi chú"),
)


def _from_heading(ten: str, reader: Reader, node: YamlNode) -> DeclaredColumn:
    return DeclaredColumn(Cot(None, ten), reader.at(node))


def _from_keys(fields: Fields, reader: Reader, node: YamlNode) -> DeclaredColumn:
    role, canh = fields["vai_tro"], fields["canh"]
    cot = Cot(
        VaiTro(role) if role else None,
        fields["ten"],
        fields["nhom"],
        fields["ky_hieu"],
        CanhO(canh) if canh else None,
        fields["gop_doc"],
        fields["noi_bo"],
    )
    return DeclaredColumn(cot, reader.at(node))


# What is numbered, computed or takes a group's name is one column; figures, factors, offices, dates may be several.
_ONE_COLUMN = frozenset({VaiTro.STT, VaiTro.NOI_DUNG, VaiTro.DON_GIA, VaiTro.THANH_TIEN})


def _check(columns: tuple[DeclaredColumn, ...], reader: Reader, node: YamlNode) -> Any:
    if not MIN_HEADINGS <= len(columns) <= MAX_HEADINGS:
        message = f"có {len(columns)} cột; một bảng có từ {MIN_HEADINGS} đến {MAX_HEADINGS} cột"
        return reader.fail(Code.TABLE_COLUMNS, message, node, "thêm cột, hoặc tách thành nhiều bảng")
    numbers = [at for cot, at in columns if (cot.vai_tro or role_of(cot.ten)) is VaiTro.STT]
    if len(numbers) > 1 and sum(cot.vai_tro is VaiTro.STT for cot, _at in columns) < 2:
        message = "có hai cột số thứ tự; bảng chỉ đánh số ở một cột"
        hint = "bỏ một trong hai cột; nếu cột kia không phải số thứ tự thì đổi tên hoặc khai vai_tro khác"
        return reader.fail(Code.CONFLICT, message, node, hint)
    seen: set[VaiTro] = set()
    sound = True
    for cot, at in columns:
        if cot.vai_tro in seen and cot.vai_tro in _ONE_COLUMN:
            sound = False
            message = f"hai cột cùng có vai trò {cot.vai_tro}"
            reader.faults.error(Code.CONFLICT, message, at, "bỏ vai_tro ở một trong hai cột")
        elif cot.vai_tro is not None:
            seen.add(cot.vai_tro)
    return columns if sound else INVALID


_BY_ROLE = Record(
    "Tên các cột",
    tuple(
        Field(role.value, Text(), f"Tên cột {what}, đúng như ở hàng tiêu đề của tệp.", example=example)
        for role, what, example in DESCRIBED_ROLES
    ),
)

_COLUMN = Record(
    "Cột của bảng",
    (
        Field("ten", Text(), "Tên cột, in ở hàng tiêu đề.", required=True, example="Cơ quan chủ trì"),
        Field(
            "vai_tro",
            Choice(tuple(role.value for role in VaiTro), Code.WRONG_TYPE),
            "Cột chứa gì; không ghi thì nhận theo tên cột, tên lạ thì là cột thường.",
            example="chu_tri",
        ),
        Field("nhom", Text(), "Tên chung ở hàng tiêu đề trên của các cột liền nhau.", example="Kết quả"),
        Field("ky_hieu", Text(), "Ký hiệu của cột ở hàng dưới tiêu đề.", example="1=2+3"),
        Field(
            "canh",
            Choice(tuple(canh.value for canh in CanhO), Code.WRONG_TYPE),
            "Canh chữ trong ô; so là canh các số theo dấu phẩy thập phân.",
            example="giua",
        ),
        Field(
            "gop_doc",
            Flag(),
            "Gộp các ô liền nhau theo chiều dọc có chữ giống nhau.",
            example="co",
        ),
        Field(
            "noi_bo",
            Flag(),
            "Cột dùng nội bộ, bỏ khi phát hành.",
            example="co",
        ),
    ),
    make=_from_keys,
)

COT = OneOf(
    mapping=_BY_ROLE,
    sequence=ListOf(OneOf(text=Text(make=_from_heading), mapping=_COLUMN), make=_check),
)
