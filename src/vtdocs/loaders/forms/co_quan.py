"""The office: `co-quan.yaml`, or the same keys inside a document."""

from __future__ import annotations

from typing import Any

from vtdocs.diagnostics import Location
from vtdocs.kinds import DOCUMENT_KINDS
from vtdocs.loaders.codes import Code
from vtdocs.loaders.fields import INVALID, Fields
from vtdocs.loaders.folder import FileFaultError
from vtdocs.loaders.reading import read_document
from vtdocs.loaders.shapes import Field, ListOf, Record, Text
from vtdocs.loaders.structure import Reader
from vtdocs.loaders.yaml import MAX_BYTES
from vtdocs.model import CoQuan, DonVi

from .nguoi_ky import NGUOI_KY_CO_QUAN
from .phien_ban import opening

__all__ = ["CO_QUAN", "CO_QUAN_INLINE", "choose_office", "read_office"]


def _make_don_vi(fields: Fields, *_: Any) -> DonVi:
    return DonVi(**fields.without())


def _make(fields: Fields, *_: Any) -> CoQuan:
    return CoQuan(**fields.without("phien_ban", "loai"))


_DON_VI = Record(
    "Đơn vị",
    (
        Field("ten", Text(), "Tên đầy đủ của đơn vị.", required=True, example="Phòng Văn hóa - Xã hội"),
        Field(
            "ten_viet_tat", Text(), "Chữ viết tắt, như dùng ở dòng Lưu và trong ký hiệu.", required=True, example="VHXH"
        ),
    ),
    make=_make_don_vi,
)

_FIELDS = (
    Field("ten", Text(), "Tên đầy đủ của cơ quan ban hành.", required=True, example="Ủy ban nhân dân xã Vĩnh Thông"),
    Field("ten_viet_tat", Text(), "Tên viết tắt, đứng trong ký hiệu văn bản.", required=True, example="UBND"),
    Field(
        "dia_danh",
        Text(),
        "Địa danh ghi trước ngày, tháng, năm; thường không có chữ “xã”.",
        required=True,
        example="Vĩnh Thông",
    ),
    Field(
        "ten_trinh_bay",
        ListOf(Text(), single=True),
        "Tên cơ quan ngắt sẵn thành từng dòng ở đầu văn bản, khi không muốn ngắt tự động.",
        default=(),
        example="[ỦY BAN NHÂN DÂN, XÃ VĨNH THÔNG]",
    ),
    Field(
        "co_quan_chu_quan",
        Text(),
        "Cơ quan chủ quản trực tiếp, in phía trên tên cơ quan. Ủy ban nhân dân không ghi khóa này.",
        example="UBND TỈNH THÁI NGUYÊN",
    ),
    Field(
        "don_vi",
        ListOf(_DON_VI),
        "Các đơn vị của cơ quan và chữ viết tắt của chúng.",
        default=(),
        example="- {ten: Phòng Văn hóa - Xã hội, ten_viet_tat: VHXH}",
    ),
    Field(
        "nguoi_ky",
        ListOf(NGUOI_KY_CO_QUAN),
        "Những người ký văn bản của cơ quan; văn bản gọi họ bằng họ tên.",
        default=(),
        example="- {quyen_han: KT. CHỦ TỊCH, chuc_vu: PHÓ CHỦ TỊCH, ho_ten: Nguyễn Đức Chung}",
    ),
)

CO_QUAN_INLINE = Record("Cơ quan ban hành", _FIELDS, make=_make)
CO_QUAN = Record(
    "Cơ quan ban hành", (*opening(("co_quan",), "Loại tệp: co_quan (cơ quan ban hành)."), *_FIELDS), make=_make
)


def choose_office(kind: str) -> Record | None:
    """Give the declaration of an office file, unless the file says that it is a document."""
    return None if kind in DOCUMENT_KINDS else CO_QUAN


def read_office(reference: str, reader: Reader, at: Location) -> Any:
    """Read the office file that a document names at a place."""
    try:
        fetched = reader.files.fetch(reference, MAX_BYTES)
    except FileFaultError as fault:
        start = "lệnh vtdocs new ke_hoach tạo sẵn một tệp mẫu"
        hint = f"{fault.hint}; {start}" if fault.hint else start
        if fault.code is Code.TOO_LARGE:
            hint = f"tệp cơ quan chỉ gồm vài chục dòng chữ; kiểm tra lại tên tệp; {start}"
        reader.faults.error(fault.code, f"co_quan: {fault.message}", at, hint)
        return INVALID
    return read_document(fetched.data, fetched.name, choose_office, reader.files, reader.faults)
