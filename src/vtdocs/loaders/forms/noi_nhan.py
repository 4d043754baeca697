"""The recipients and the archive line."""

from __future__ import annotations

import re
from typing import Any

from vtdocs.likeness import closest
from vtdocs.loaders.codes import Code
from vtdocs.loaders.faults import listed
from vtdocs.loaders.fields import Fields
from vtdocs.loaders.folder import OFFICE_FILE
from vtdocs.loaders.nodes import Sequence
from vtdocs.loaders.shapes import Field, ListOf, Number, OneOf, Record, Text
from vtdocs.loaders.structure import Reader
from vtdocs.model import CoQuan, Luu, NhomNoiNhan
from vtdocs.patterns import compile_late
from vtdocs.standards.nd30_text import strip_end

__all__ = ["LUU", "NOI_NHAN", "check_units", "tidy_item"]

_LEADING_DASHES = tuple("-–+•")
_ARCHIVE = compile_late(r"lưu\s*(?::|$|(?:VT|văn\s+thư)\b)", re.IGNORECASE)
_ARCHIVE_LABEL = compile_late(r"(?:[-–]\s*)?lưu\s*:\s*", re.IGNORECASE)
_ARCHIVE_START = r"^(-\s*)?([Ll]ưu\s*:\s*)?(VT|Văn thư)\b"


def tidy_item(text: str) -> str:
    """Take off the dash before an item and the mark behind it: the form writes both."""
    if text.startswith(_LEADING_DASHES) and text[1:2].isspace():
        text = text[1:].lstrip()
    return strip_end(text)


def _make_nhom(fields: Fields, *_: Any) -> NhomNoiNhan:
    return NhomNoiNhan(**fields.without())


def _refuse_archive(text: str) -> tuple[Code, str, str] | None:
    if text[:1] not in ("L", "l") or not _ARCHIVE.match(text):
        return None
    message = "dòng “Lưu: …” do khóa luu tạo ra, không ghi trong nơi nhận"
    return Code.ARCHIVE_LINE, message, "xóa mục này; ghi đơn vị soạn thảo ở khóa luu"


def _make_noi_nhan(items: tuple[str | NhomNoiNhan, ...], *_: Any) -> tuple[NhomNoiNhan, ...]:
    groups: list[NhomNoiNhan] = []
    loose: list[str] = []
    for item in items:
        if isinstance(item, str):
            loose.append(item)
            continue
        if loose:
            groups.append(NhomNoiNhan(tuple(loose)))
            loose = []
        groups.append(item)
    if loose:
        groups.append(NhomNoiNhan(tuple(loose)))
    return tuple(groups)


def _make_luu(fields: Fields, *_: Any) -> tuple[Luu, Fields]:
    return Luu(**fields.without()), fields


def _make_whole_luu(text: str, *_: Any) -> tuple[Luu, None]:
    return Luu(chu=text), None


def _tidy_whole_luu(text: str) -> str:
    return _ARCHIVE_LABEL.sub("", text, count=1) if _ARCHIVE_LABEL.match(text) else text


def _refuse_whole_luu(text: str) -> tuple[Code, str, str] | None:
    if re.match(_ARCHIVE_START, text):
        return None
    message = f"dòng Lưu ghi bằng chữ phải mở đầu bằng VT, đang là “{text[:40]}”"
    return Code.WRONG_TYPE, message, f"viết luu: VT, {text[:40]}; hoặc luu: {{don_vi_soan_thao: {text[:40]}}}"


def _tidy_brace(text: str) -> str:
    return text[1:-1].strip() if text.startswith("(") and text.endswith(")") else text


def check_units(fields: Fields, office: CoQuan, reader: Reader) -> None:
    """Doubt a drafting unit that the office does not list, if it lists any."""
    known = [unit.ten_viet_tat for unit in office.don_vi]
    if not known or "don_vi_soan_thao" not in fields:
        return
    node = fields.value_of("don_vi_soan_thao")
    nodes = node.items if isinstance(node, Sequence) else (node,)
    for unit, place in zip(fields["don_vi_soan_thao"], nodes, strict=True):
        if unit not in known:
            meant = closest(unit, known)
            message = f"luu.don_vi_soan_thao: cơ quan không có đơn vị viết tắt là “{unit}”"
            message += f"; có phải ý là “{meant}”?" if meant else ""
            hint = f"sửa lại, hoặc thêm đơn vị vào khóa don_vi của {OFFICE_FILE}; đang có: {listed(known)}"
            reader.warn(Code.UNIT, message, place, hint)


_NOI = Text(tidy=tidy_item, refuse=_refuse_archive)

_NHOM = Record(
    "Nhóm nơi nhận",
    (
        Field("nhom", Text(tidy=lambda text: text.removesuffix(":").rstrip()), "Tên nhóm.", example="Gửi bản giấy"),
        Field(
            "noi", ListOf(_NOI, minimum=1, single=True), "Các nơi nhận của nhóm.", required=True, example="[Các thôn]"
        ),
        Field(
            "chung",
            Text(tidy=_tidy_brace),
            "Ghi chú chung cho mọi nơi nhận của nhóm, đứng sau dấu ngoặc nhọn.",
            example="để báo cáo",
        ),
    ),
    make=_make_nhom,
)

NOI_NHAN = ListOf(OneOf(text=_NOI, mapping=_NHOM), minimum=1, make=_make_noi_nhan)

LUU = OneOf(
    text=Text(tidy=_tidy_whole_luu, refuse=_refuse_whole_luu, make=_make_whole_luu, pattern=_ARCHIVE_START),
    mapping=Record(
        "Dòng Lưu",
        (
            Field(
                "don_vi_soan_thao",
                ListOf(Text(tidy=strip_end), single=True),
                "Chữ viết tắt của đơn vị soạn thảo, hoặc danh sách nhiều đơn vị; VT được ghi sẵn.",
                default=(),
                example="VHXH",
            ),
            Field("so_ban", Number(), "Số bản lưu.", example="2"),
            Field("nguoi_soan_thao", Text(tidy=strip_end), "Chữ viết tắt tên người soạn thảo.", example="PL"),
            Field("so_ban_phat_hanh", Number(), "Số bản phát hành.", example="300"),
        ),
        make=_make_luu,
    ),
)
