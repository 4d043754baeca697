"""A document of any kind: one declaration, with what differs between kinds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from vtdocs.kinds import DOCUMENT_KINDS
from vtdocs.loaders.bodies import Body
from vtdocs.loaders.codes import Code
from vtdocs.loaders.fields import INVALID, Fields
from vtdocs.loaders.folder import OFFICE_FILE
from vtdocs.loaders.mentions import check_mentions
from vtdocs.loaders.nested import DocumentReader
from vtdocs.loaders.nodes import YamlNode
from vtdocs.loaders.references import check_references
from vtdocs.loaders.shapes import Field, ListOf, MapOf, Number, OneOf, Prose, Record, Text
from vtdocs.loaders.structure import Reader
from vtdocs.loaders.totals import check_printed
from vtdocs.model import CoQuan, KeHoach, Luu, NgayThang, VanBan
from vtdocs.outline import RefKind
from vtdocs.standards.loai_van_ban import LOAI_VAN_BAN, LoaiVanBan
from vtdocs.standards.nd30_text import strip_end

from .bang import BANG
from .co_quan import CO_QUAN_INLINE, read_office
from .doubts import doubt_authority, doubt_recipients, doubt_subject
from .ky_hieu import KY_HIEU, make_addressee
from .ngay_thang import NGAY_THANG
from .nguoi_ky import NGUOI_KY, choose_signer
from .noi_dung import NOI_DUNG, PICTURE
from .noi_nhan import LUU, NOI_NHAN, check_units, tidy_item
from .phien_ban import opening
from .phu_luc import PHU_LUC

__all__ = ["ANY_DOCUMENT", "DOCUMENTS", "MOST_NAMES", "VAN_BAN"]

MOST_NAMES = 200


def _make_office(path: str, reader: Reader, node: YamlNode) -> Any:
    return read_office(path, reader, reader.at(node))


def _make(fields: Fields, reader: DocumentReader, node: YamlNode) -> Any:
    office = fields["co_quan"]
    if office is None:
        office = read_office(OFFICE_FILE, reader, reader.at(node))
    signer = choose_signer(fields, office, reader)
    luu, luu_fields = fields["luu"] if fields["luu"] is not INVALID else (Luu(), None)
    if isinstance(office, CoQuan) and luu_fields:
        check_units(luu_fields, office, reader)
    parts = (fields["mo_dau"], fields["noi_dung"], fields["ket_thuc"])
    appendices = fields["phu_luc"]
    attached = () if appendices is INVALID else tuple(one.attached for one in appendices)
    whole = INVALID not in parts and appendices is not INVALID
    if whole:
        check_mentions(parts, attached, reader, fields.at("phu_luc"))
    bodies = (*filter(_is_body, (fields["noi_dung"],)), *(one.body for one in attached), *reader.bodies.partial)
    sound = check_references(bodies, fields, reader, whole=whole)
    doubt_subject(fields, reader)
    doubt_recipients(fields, reader)
    if isinstance(office, CoQuan):
        doubt_authority(fields, office, reader)
    if not sound or not fields.is_sound or office is INVALID or signer is INVALID:
        return INVALID
    made = ("phien_ban", "loai", "co_quan", "nguoi_ky", "luu", "mo_dau", "noi_dung", "ket_thuc", "phu_luc")
    rest = fields.without(*made)
    rest["bang"] = fields["bang"] | reader.bodies.inline[RefKind.BANG]
    attachments = ((one.attached.body, one.phu_luc.bang, one.attached.node) for one in appendices)
    if not check_printed((*((part, (), None) for part in parts), *attachments), rest["bang"], reader):
        return INVALID
    rest["hinh"] = fields["hinh"] | reader.bodies.inline[RefKind.HINH]
    return _choose_class(fields["loai"])(
        co_quan=office,
        nguoi_ky=signer,
        luu=luu,
        mo_dau=parts[0].nodes,
        noi_dung=parts[1].nodes,
        ket_thuc=parts[2].nodes,
        phu_luc=tuple(one.phu_luc for one in appendices),
        **rest,
    )


def _choose_class(loai: str) -> Callable[..., VanBan]:
    return KeHoach if loai == "ke_hoach" else partial(VanBan, loai=loai)


def _is_body(part: Any) -> bool:
    return isinstance(part, Body)


def _one_table(tables: tuple[Any, ...], reader: Reader, node: YamlNode) -> Any:
    if len(tables) == 1:
        return tables[0]
    message = f"cho {len(tables)} bảng; mỗi tên ở đây chỉ gọi một bảng"
    return reader.fail(Code.COUNT, message, node, "chọn một bảng bằng khóa trang_tinh, và đặt tên riêng cho từng bảng")


# What is the same in documents of all kinds: the keys of the head, before the subject, and those behind it.
_HEAD: tuple[Field, ...] = (
    Field(
        "co_quan",
        OneOf(text=Text(make=_make_office), mapping=CO_QUAN_INLINE),
        f"Tệp của cơ quan ban hành, hoặc chính các khóa của tệp đó; không ghi thì là {OFFICE_FILE}.",
        example=OFFICE_FILE,
    ),
    Field("so", Number(), "Số văn bản; để trống cho đến khi văn thư cấp.", example="15"),
    Field(
        "ky_hieu",
        KY_HIEU,
        "Ký hiệu sau dấu / của số, khi không phải là chữ viết tắt của tên loại và của cơ quan.",
        example="KH-UBND",
    ),
    Field(
        "ngay_ban_hanh",
        NGAY_THANG,
        "Ngày ban hành; phần nào chưa có thì để trống.",
        default=NgayThang(),
        example="{ngay: , thang: , nam: 2026}",
    ),
)
_END: tuple[Field, ...] = (
    Field(
        "nguoi_ky",
        NGUOI_KY,
        "Người ký; hoặc họ tên một người ký ghi ở tệp cơ quan; không ghi nếu cơ quan chỉ có một người ký.",
        example="{quyen_han: KT. CHỦ TỊCH, chuc_vu: PHÓ CHỦ TỊCH, ho_ten: Nguyễn Đức Chung}",
    ),
    Field(
        "noi_nhan",
        NOI_NHAN,
        "Nơi nhận: danh sách, hoặc các nhóm có tên; không ghi dòng Lưu.",
        required=True,
        example="- {nhom: Gửi bản giấy, noi: [Các thôn]}",
    ),
    Field(
        "luu",
        LUU,
        "Dòng Lưu ở cuối nơi nhận: các khóa dưới đây, hoặc cả dòng như muốn in, mở đầu bằng VT.",
        default=(Luu(), None),
        example="{don_vi_soan_thao: VHXH}",
    ),
    Field(
        "phu_luc",
        PHU_LUC,
        "Các phụ lục, theo thứ tự.",
        default=(),
        example="- {tieu_de: Các hoạt động năm 2026, bang: hoat-dong.xlsx}",
    ),
    Field(
        "bang",
        MapOf(BANG, "bảng", MOST_NAMES, _one_table),
        "Các bảng đứng trong nội dung, mỗi bảng một tên; gọi đến bằng một dòng {bang: tên}.",
        default={},
        example="{kinh-phi: kinh-phi.xlsx}",
    ),
    Field(
        "hinh",
        MapOf(PICTURE, "hình", MOST_NAMES),
        "Các hình đứng trong nội dung, mỗi hình một tên; gọi đến bằng một dòng {hinh: tên}.",
        default={},
        example="{so-do: {tep: so-do.png, mo_ta: Sơ đồ tổ chức}}",
    ),
)
_CAN_CU = Field(
    "can_cu",
    ListOf(Text(tidy=strip_end)),
    "Các căn cứ ban hành, in nghiêng, mỗi căn cứ một dòng; không cần dấu “;” ở cuối.",
    default=(),
    example="- Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
)
_NOI_DUNG = Field(
    "noi_dung",
    NOI_DUNG,
    "Nội dung, mỗi đoạn một dòng; đầu dòng gõ I., 1., 1.1., a), -, + như trên giấy; hoặc danh sách.",
    required=True,
    example="|\n  I. MỤC ĐÍCH, YÊU CẦU\n  1. Mục đích\n  - Nâng cao nhận thức …",
)


# Keys that are written at the margin though they belong to a group, and keys that other kinds have.
_ELSEWHERE: Mapping[str, str] = {
    "kinh_gui": "chỉ công văn, tờ trình, báo cáo có kinh_gui; văn bản loại này ghi nơi nhận ở khóa noi_nhan",
    "tham_quyen": "chỉ quyết định, nghị quyết có tham_quyen; xóa dòng này",
    **dict.fromkeys(
        ("don_vi_soan_thao", "so_ban", "nguoi_soan_thao", "so_ban_phat_hanh"),
        "khóa này thuộc luu: viết dưới dòng luu:, thụt vào hai dấu cách",
    ),
    **dict.fromkeys(
        ("quyen_han", "chuc_vu", "chuc_vu_khac", "ho_ten"),
        "khóa này thuộc nguoi_ky: viết dưới dòng nguoi_ky:, thụt vào hai dấu cách",
    ),
    **dict.fromkeys(
        ("ngay", "thang", "nam"),
        "khóa này thuộc ngay_ban_hanh: viết dưới dòng ngay_ban_hanh:, thụt vào hai dấu cách",
    ),
    **dict.fromkeys(
        ("nhom", "noi", "chung"), "khóa này thuộc một nhóm của noi_nhan: viết dưới dòng noi_nhan:, mở đầu bằng “- ”"
    ),
}


def _declare(kinds: tuple[str, ...]) -> Record:
    """Declare a document that is one of `kinds`; what only some kinds have is there if one of them has it."""
    declared = tuple(LOAI_VAN_BAN[kind] for kind in kinds)
    lone = declared[0] if len(declared) == 1 else None
    name = lone.ten if lone else "Văn bản"
    described = f"Loại tệp: {kinds[0]} ({name.lower()})." if lone else f"Loại văn bản: {', '.join(kinds)}."
    return Record(
        name,
        (
            *opening(kinds, described),
            *_HEAD,
            _declare_trich_yeu(lone),
            *_declare_kinh_gui(declared),
            *_declare_tham_quyen(declared),
            _CAN_CU,
            _declare_prose("mo_dau", "Phần mở đầu, chữ đứng", f"Ủy ban nhân dân xã ban hành {name} …, cụ thể như sau:"),
            _NOI_DUNG,
            _declare_prose("ket_thuc", "Phần kết", f"Trên đây là {name} …"),
            *_END,
        ),
        make=_make,
        eager=True,
        elsewhere=_ELSEWHERE,
    )


def _declare_trich_yeu(lone: LoaiVanBan | None) -> Field:
    label = "V/v" if lone and not lone.co_ten else lone.ten if lone else "Quyết định, Báo cáo …"
    return Field(
        "trich_yeu",
        Text(lines=True),
        f"Trích yếu nội dung, không có chữ “{label}” ở đầu; muốn tự ngắt dòng thì viết sau dấu |.",
        required=True,
        example="Tuyên truyền cải cách hành chính năm 2026",
    )


def _declare_prose(key: str, described: str, example: str) -> Field:
    return Field(key, Prose(), f"{described}, mỗi đoạn một dòng.", default=Body(), example=f"|\n  {example}")


def _declare_kinh_gui(kinds: Sequence[LoaiVanBan]) -> tuple[Field, ...]:
    if not any(loai.kinh_gui for loai in kinds):
        return ()
    return (
        Field(
            "kinh_gui",
            ListOf(Text(tidy=tidy_item, make=make_addressee), minimum=1, single=True),
            "Nơi kính gửi, hoặc danh sách nhiều nơi; công văn và tờ trình phải có, báo cáo có thể có.",
            required=all(loai.kinh_gui == "must" for loai in kinds),
            default=(),
            example="Sở Nội vụ tỉnh Thái Nguyên",
        ),
    )


def _declare_tham_quyen(kinds: Sequence[LoaiVanBan]) -> tuple[Field, ...]:
    if not any(loai.loi for loai in kinds):
        return ()
    return (
        Field(
            "tham_quyen",
            Text(),
            "Thẩm quyền ban hành, vtdocs in hoa trên các căn cứ; chỉ có ở quyết định và nghị quyết.",
            example="Chủ tịch Ủy ban nhân dân xã Vĩnh Thông",
        ),
    )


DOCUMENTS: Mapping[str, Record] = {kind: _declare((kind,)) for kind in DOCUMENT_KINDS}

# All kinds but the plan: one schema for editors. And all of them, for a file that does not say what it is.
VAN_BAN = _declare(tuple(kind for kind in DOCUMENT_KINDS if kind != "ke_hoach"))
ANY_DOCUMENT = _declare(DOCUMENT_KINDS)
