"""A document of any kind: one declaration, with what differs between kinds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vtdocs.kinds import DOCUMENT_KINDS
from vtdocs.loaders.bodies import Body
from vtdocs.loaders.codes import Code
from vtdocs.loaders.fields import INVALID, Fields
from vtdocs.loaders.folder import OFFICE_FILE
from vtdocs.loaders.mentions import check_mentions
from vtdocs.loaders.nodes import YamlNode
from vtdocs.loaders.references import check_references
from vtdocs.loaders.shapes import Field, ListOf, MapOf, Number, OneOf, Prose, Record, Text
from vtdocs.loaders.structure import Reader
from vtdocs.model import CoQuan, KeHoach, Luu, NgayThang, VanBan
from vtdocs.outline import RefKind
from vtdocs.standards.loai_van_ban import LOAI_VAN_BAN, LoaiVanBan
from vtdocs.standards.nd30_text import strip_end

from .bang import BANG
from .co_quan import CO_QUAN_INLINE, read_office
from .ky_hieu import KY_HIEU, TRICH_YEU_LABEL, tidy_addressee
from .ngay_thang import NGAY_THANG
from .nguoi_ky import NGUOI_KY, choose_signer
from .noi_dung import NOI_DUNG, PICTURE
from .noi_nhan import LUU, NOI_NHAN, check_units
from .phien_ban import opening
from .phu_luc import PHU_LUC

__all__ = ["ANY_DOCUMENT", "DOCUMENTS", "MOST_NAMES", "VAN_BAN"]

MOST_NAMES = 200
# Who is written to, and who has to say to whom (30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 9).
_WITH_ADDRESSEES = ("cong_van", "to_trinh", "bao_cao")
_ADDRESSEES_REQUIRED = ("cong_van", "to_trinh")
# Mẫu 1.1, 1.2.
_WITH_AUTHORITY = ("quyet_dinh", "nghi_quyet")


def _make_office(path: str, reader: Reader, node: YamlNode) -> Any:
    return read_office(path, reader, reader.at(node))


def _make(fields: Fields, reader: Reader, node: YamlNode) -> Any:
    office = fields["co_quan"]
    if office is None:
        office = read_office(OFFICE_FILE, reader, reader.at(node))
    signer = choose_signer(fields, office, reader)
    luu, luu_fields = fields["luu"] if fields["luu"] is not INVALID else (Luu(), None)
    if isinstance(office, CoQuan) and luu_fields:
        check_units(luu_fields, office, reader)
    parts = (fields["mo_dau"], fields["noi_dung"], fields["ket_thuc"])
    appendices = fields["phu_luc"]
    sound = True
    if INVALID not in parts and appendices is not INVALID:
        attached = tuple(one.attached for one in appendices)
        check_mentions(parts, attached, reader, fields.at("phu_luc"))
        sound = check_references((fields["noi_dung"], *(one.body for one in attached)), fields, reader)
    _check_trich_yeu(fields, reader)
    if not sound or not fields.is_sound or office is INVALID or signer is INVALID:
        return INVALID
    rest = fields.without("phien_ban", "co_quan", "nguoi_ky", "luu", "mo_dau", "noi_dung", "ket_thuc", "phu_luc")
    rest["bang"] = fields["bang"] | reader.inline[RefKind.BANG]
    rest["hinh"] = fields["hinh"] | reader.inline[RefKind.HINH]
    return (KeHoach if rest["loai"] == "ke_hoach" else VanBan)(
        co_quan=office,
        nguoi_ky=signer,
        luu=luu,
        mo_dau=parts[0].nodes,
        noi_dung=parts[1].nodes,
        ket_thuc=parts[2].nodes,
        phu_luc=tuple(one.phu_luc for one in appendices),
        **rest,
    )


def _check_trich_yeu(fields: Fields, reader: Reader) -> None:
    about = fields["trich_yeu"]
    loai = LOAI_VAN_BAN.get(fields["loai"]) if fields["loai"] is not INVALID else None
    if about is INVALID or loai is None:
        return
    node = fields.at("trich_yeu")
    label = TRICH_YEU_LABEL.match(about) if loai.viet_tat is None else None
    name = label[0].strip() if label else about[: len(loai.ten)]
    if label or about.casefold().startswith(f"{loai.ten.casefold()} "):
        what = "chữ này" if label else "tên loại"
        message = f"trich_yeu: mở đầu bằng “{name}”, {what} sẽ in hai lần"
        reader.warn(Code.TRICH_YEU, message, node, f"bỏ chữ “{name}” ở đầu; {what} do thể thức in ra")
    if about.endswith(".") and strip_end(about) != about:
        message = "trich_yeu: kết thúc bằng dấu chấm; trích yếu là một cụm từ, không có dấu chấm cuối"
        reader.warn(Code.TRICH_YEU, message, node, "bỏ dấu chấm ở cuối")


def _one_table(tables: tuple[Any, ...], reader: Reader, node: YamlNode) -> Any:
    if len(tables) == 1:
        return tables[0]
    message = f"cho {len(tables)} bảng; mỗi tên ở đây chỉ gọi một bảng"
    return reader.fail(Code.COUNT, message, node, "chọn một bảng bằng khóa trang_tinh, và đặt tên riêng cho từng bảng")


def _declare(kinds: tuple[str, ...]) -> Record:
    """Declare a document that is one of `kinds`; what only some kinds have is there if one of them has it."""
    lone: LoaiVanBan | None = LOAI_VAN_BAN[kinds[0]] if len(kinds) == 1 else None
    name = lone.ten if lone else "Văn bản"
    if lone and lone.viet_tat is None:
        trich_yeu = "Trích yếu nội dung, không có chữ “V/v” ở đầu"
    else:
        trich_yeu = f"Trích yếu nội dung, không có chữ “{name if lone else 'Quyết định, Báo cáo …'}” ở đầu"
    described = f"Loại tệp: {kinds[0]} ({name.lower()})." if lone else f"Loại văn bản: {', '.join(kinds)}."
    return Record(
        name,
        (
            *opening(kinds, described),
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
            Field(
                "trich_yeu",
                Text(lines=True),
                f"{trich_yeu}; muốn tự ngắt dòng thì viết sau dấu |.",
                required=True,
                example="Tuyên truyền cải cách hành chính năm 2026",
            ),
            *_addressees(kinds),
            *_authority(kinds),
            Field(
                "can_cu",
                ListOf(Text(tidy=strip_end)),
                "Các căn cứ ban hành, in nghiêng, mỗi căn cứ một dòng; không cần dấu “;” ở cuối.",
                default=(),
                example="- Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
            ),
            Field(
                "mo_dau",
                Prose(),
                "Phần mở đầu, chữ đứng, mỗi đoạn một dòng.",
                default=Body(),
                example=f"|\n  Ủy ban nhân dân xã ban hành {name} …, cụ thể như sau:",
            ),
            Field(
                "noi_dung",
                NOI_DUNG,
                "Nội dung, mỗi đoạn một dòng; đầu dòng gõ I., 1., 1.1., a), -, + như trên giấy; hoặc danh sách.",
                required=True,
                example="|\n  I. MỤC ĐÍCH, YÊU CẦU\n  1. Mục đích\n  - Nâng cao nhận thức …",
            ),
            Field(
                "ket_thuc",
                Prose(),
                "Phần kết, mỗi đoạn một dòng.",
                default=Body(),
                example=f"|\n  Trên đây là {name} …",
            ),
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
        ),
        make=_make,
        eager=True,
    )


def _addressees(kinds: tuple[str, ...]) -> tuple[Field, ...]:
    if not set(kinds) & set(_WITH_ADDRESSEES):
        return ()
    required = set(kinds) <= set(_ADDRESSEES_REQUIRED)
    return (
        Field(
            "kinh_gui",
            ListOf(Text(tidy=tidy_addressee), minimum=1, single=True),
            "Nơi kính gửi, hoặc danh sách nhiều nơi; công văn và tờ trình phải có, báo cáo có thể có.",
            required=required,
            default=(),
            example="Sở Nội vụ tỉnh Thái Nguyên",
        ),
    )


def _authority(kinds: tuple[str, ...]) -> tuple[Field, ...]:
    if not set(kinds) & set(_WITH_AUTHORITY):
        return ()
    return (
        Field(
            "tham_quyen",
            Text(),
            "Thẩm quyền ban hành, in hoa trên các căn cứ; chỉ có ở quyết định và nghị quyết.",
            example="ỦY BAN NHÂN DÂN XÃ VĨNH THÔNG",
        ),
    )


DOCUMENTS: Mapping[str, Record] = {kind: _declare((kind,)) for kind in DOCUMENT_KINDS}

# All kinds but the plan: one schema for editors. And all of them, for a file that does not say what it is.
VAN_BAN = _declare(tuple(kind for kind in DOCUMENT_KINDS if kind != "ke_hoach"))
ANY_DOCUMENT = _declare(DOCUMENT_KINDS)
