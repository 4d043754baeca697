"""The plan: `ke-hoach.yaml`."""

from __future__ import annotations

import re
from typing import Any

from vtdocs.loaders.codes import Code
from vtdocs.loaders.faults import closest, listed
from vtdocs.loaders.fields import INVALID, Fields
from vtdocs.loaders.folder import OFFICE_FILE
from vtdocs.loaders.nodes import Sequence, YamlNode
from vtdocs.loaders.shapes import Field, ListOf, Number, OneOf, Outline, Prose, Record, Text
from vtdocs.loaders.structure import Reader
from vtdocs.model import CoQuan, KeHoach, Luu, NgayThang, NguoiKy, NhomNoiNhan, PhuLuc
from vtdocs.outline import walk_outline
from vtdocs.standards.loai_van_ban import LOAI_VAN_BAN
from vtdocs.standards.nd30_text import strip_end

from .bang import BANG
from .co_quan import CO_QUAN_INLINE, read_office
from .ngay_thang import NGAY_THANG
from .nguoi_ky import NGUOI_KY
from .phien_ban import opening

__all__ = ["KE_HOACH"]

_LEADING_DASH = re.compile(r"[-–+•]\s+")
_MOST_APPENDICES = 100
# What would not be text in YAML's braces without quotes.
_NEEDS_QUOTES = re.compile(r"[,:#\[\]{}&*!|>'\"%@`]|^[-?]")
_ARCHIVE = re.compile(r"lưu\s*:", re.IGNORECASE)
_MENTION = re.compile(r"phụ\s+lục|kèm\s+theo|biểu\s+(?:mẫu|kèm)", re.IGNORECASE)


def tidy_item(text: str) -> str:
    """Take off the dash before an item and the mark behind it: the form writes both."""
    text = _LEADING_DASH.sub("", text, count=1) if _LEADING_DASH.match(text) else text
    return strip_end(text)


def _make_nhom(fields: Fields, *_: Any) -> NhomNoiNhan:
    return NhomNoiNhan(**fields.without())


def _refuse_archive(text: str) -> tuple[Code, str, str] | None:
    if not _ARCHIVE.match(text):
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


def _make_phu_luc(fields: Fields, *_: Any) -> PhuLuc:
    return PhuLuc((fields["bang"],), **fields.without("bang"))


def _make_office(path: str, reader: Reader, node: YamlNode) -> Any:
    return read_office(path, reader, reader.at(node))


def _make(fields: Fields, reader: Reader, node: YamlNode) -> Any:
    office = fields["co_quan"]
    if office is None:
        office = read_office(OFFICE_FILE, reader, reader.at(node))
    signer = _signer(fields, office, reader)
    luu, luu_fields = fields["luu"] if "luu" in fields and fields["luu"] is not INVALID else (Luu(), None)
    if isinstance(office, CoQuan) and luu_fields:
        _check_units(luu_fields, office, reader)
    _check_mention(fields, reader)
    _check_trich_yeu(fields, reader)
    if not fields.is_sound or office is INVALID or signer is INVALID:
        return INVALID
    rest = fields.without("phien_ban", "loai", "co_quan", "nguoi_ky", "luu")
    return KeHoach(co_quan=office, nguoi_ky=signer, luu=luu, **rest)


def _signer(fields: Fields, office: Any, reader: Reader) -> Any:
    """Give the signer: written out, or one of the office's by name, or the only one it has."""
    named = fields["nguoi_ky"]
    if isinstance(named, NguoiKy) or named is INVALID or not isinstance(office, CoQuan):
        return named if isinstance(named, NguoiKy) else INVALID
    known: dict[str, list[NguoiKy]] = {}
    for signer in dict.fromkeys(office.nguoi_ky):
        known.setdefault(signer.ho_ten, []).append(signer)
    example = "nguoi_ky: {quyen_han: KT. CHỦ TỊCH, chuc_vu: PHÓ CHỦ TỊCH, ho_ten: Nguyễn Đức Chung}"
    node = fields.at("nguoi_ky")
    if named is None:
        if not known:
            return reader.fail(Code.MISSING_KEY, "thiếu khóa nguoi_ky (người ký)", node, f"thêm dòng “{example}”")
        if len(known) > 1:
            message = f"chưa chọn người ký; cơ quan có {len(known)} người ký: {listed(known)}"
            return reader.fail(Code.SIGNER, message, node, f"thêm dòng “nguoi_ky: {next(iter(known))}”")
        named = next(iter(known))
    if same := known.get(named):
        return same[0] if len(same) == 1 else _fail_capacities(same, reader, node)
    reader.path.append("nguoi_ky")
    meant = closest(named, known)
    message = f"cơ quan không có người ký tên “{named}”" + (f"; có phải ý là “{meant}”?" if meant else "")
    hint = f"viết nguoi_ky: {meant}" if meant else f"ghi đầy đủ: {example}"
    reader.fail(Code.SIGNER, message, node, hint)
    reader.path.pop()
    return INVALID


def _fail_capacities(signers: list[NguoiKy], reader: Reader, node: YamlNode) -> Any:
    """Say that one person may sign in several capacities: which of them it is, the plan has to write out."""
    capacities = (", ".join(filter(None, (*s.quyen_han, s.chuc_vu, s.chuc_vu_khac))) for s in signers)
    message = f"cơ quan ghi “{signers[0].ho_ten}” với {len(signers)} tư cách ký: {listed(capacities)}"
    return reader.fail(Code.SIGNER, message, node, f"ghi đầy đủ, ví dụ “nguoi_ky: {_written_out(signers[0])}”")


def _written_out(signer: NguoiKy) -> str:
    """Write a signer as the keys of a plan, on one line."""
    quoted = {
        key: [f'"{text}"' if _NEEDS_QUOTES.search(text) else text for text in texts]
        for key, texts in (
            ("quyen_han", signer.quyen_han),
            ("chuc_vu", (signer.chuc_vu,)),
            ("chuc_vu_khac", (signer.chuc_vu_khac,) if signer.chuc_vu_khac else ()),
            ("ho_ten", (signer.ho_ten,)),
        )
    }
    pairs = (
        f"{key}: {texts[0] if len(texts) == 1 else '[' + ', '.join(texts) + ']'}"
        for key, texts in quoted.items()
        if texts
    )
    return f"{{{', '.join(pairs)}}}"


def _check_units(fields: Fields, office: CoQuan, reader: Reader) -> None:
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


def _check_mention(fields: Fields, reader: Reader) -> None:
    parts = (fields["mo_dau"], fields["noi_dung"], fields["ket_thuc"])
    # A list with a fault stands for appendices; an empty one, or none, for none.
    if not fields["phu_luc"] or INVALID in parts:
        return
    opening_lines, body, closing = parts
    texts = (*opening_lines, *(part for node in walk_outline(body) for part in (node.heading, node.text)), *closing)
    if not any(_MENTION.search(text) for text in texts):
        message = "có phụ lục nhưng phần lời chưa nhắc tới phụ lục"
        hint = "thêm vào nội dung, ví dụ: (Có Phụ lục kèm theo)"
        reader.warn(Code.APPENDIX_UNMENTIONED, message, fields.at("phu_luc"), hint)


def _check_trich_yeu(fields: Fields, reader: Reader) -> None:
    about = fields["trich_yeu"]
    if about is INVALID:
        return
    node = fields.at("trich_yeu")
    loai = LOAI_VAN_BAN["ke_hoach"].ten
    if about.casefold().startswith(f"{loai.casefold()} "):
        message = f"trich_yeu: mở đầu bằng “{about[: len(loai)]}”, tên loại sẽ in hai lần"
        reader.warn(Code.TRICH_YEU, message, node, f"bỏ chữ “{about[: len(loai)]}” ở đầu; tên loại do thể thức in ra")
    if about.endswith(".") and strip_end(about) != about:
        message = "trich_yeu: kết thúc bằng dấu chấm; trích yếu là một cụm từ, không có dấu chấm cuối"
        reader.warn(Code.TRICH_YEU, message, node, "bỏ dấu chấm ở cuối")


_NOI = Text(tidy=tidy_item, refuse=_refuse_archive)

_NHOM = Record(
    "Nhóm nơi nhận",
    (
        Field("nhom", Text(tidy=lambda text: text.removesuffix(":").rstrip()), "Tên nhóm.", example="Gửi bản giấy"),
        Field(
            "noi", ListOf(_NOI, minimum=1, single=True), "Các nơi nhận của nhóm.", required=True, example="[Các thôn]"
        ),
    ),
    make=_make_nhom,
)

_LUU = Record(
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
)

_PHU_LUC = Record(
    "Phụ lục",
    (
        Field("tieu_de", Text(), "Tên của phụ lục.", example="Các hoạt động trọng tâm năm 2026"),
        Field(
            "bang",
            BANG,
            "Bảng của phụ lục: tên tệp Excel, CSV, hoặc các hàng.",
            required=True,
            example="hoat-dong.xlsx",
        ),
        Field("nhan", Text(), "Chữ thay cho “Phụ lục”, khi muốn ghi khác.", example="PHỤ LỤC"),
        Field(
            "kem_theo",
            Text(),
            "Dòng thay cho “(Kèm theo …)”; không ghi thì lấy theo văn bản chính.",
            example="(Kèm theo Kế hoạch của Ủy ban nhân dân xã)",
        ),
    ),
    make=_make_phu_luc,
)

KE_HOACH = Record(
    "Kế hoạch",
    (
        *opening("ke_hoach", "kế hoạch"),
        Field(
            "co_quan",
            OneOf(text=Text(make=_make_office), mapping=CO_QUAN_INLINE),
            f"Tệp của cơ quan ban hành, hoặc chính các khóa của tệp đó; không ghi thì là {OFFICE_FILE}.",
            example=OFFICE_FILE,
        ),
        Field("so", Number(), "Số văn bản; để trống cho đến khi văn thư cấp.", example="15"),
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
            "Trích yếu nội dung, không có chữ “Kế hoạch” ở đầu; muốn tự ngắt dòng thì viết sau dấu |.",
            required=True,
            example="Tuyên truyền cải cách hành chính năm 2026",
        ),
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
            default=(),
            example="|\n  Ủy ban nhân dân xã ban hành Kế hoạch …, cụ thể như sau:",
        ),
        Field(
            "noi_dung",
            Outline(),
            "Nội dung, mỗi đoạn một dòng; đầu dòng gõ I., 1., 1.1., a), -, + như trên giấy.",
            required=True,
            example="|\n  I. MỤC ĐÍCH, YÊU CẦU\n  1. Mục đích\n  - Nâng cao nhận thức …",
        ),
        Field("ket_thuc", Prose(), "Phần kết, mỗi đoạn một dòng.", default=(), example="|\n  Trên đây là Kế hoạch …"),
        Field(
            "nguoi_ky",
            OneOf(text=Text(), mapping=NGUOI_KY),
            "Người ký; hoặc họ tên một người ký ghi ở tệp cơ quan; không ghi nếu cơ quan chỉ có một người ký.",
            example="{quyen_han: KT. CHỦ TỊCH, chuc_vu: PHÓ CHỦ TỊCH, ho_ten: Nguyễn Đức Chung}",
        ),
        Field(
            "noi_nhan",
            ListOf(OneOf(text=_NOI, mapping=_NHOM), minimum=1, make=_make_noi_nhan),
            "Nơi nhận: danh sách, hoặc các nhóm có tên; không ghi dòng Lưu.",
            required=True,
            example="- {nhom: Gửi bản giấy, noi: [Các thôn]}",
        ),
        Field("luu", _LUU, "Dòng Lưu ở cuối nơi nhận.", default=(Luu(), None), example="{don_vi_soan_thao: VHXH}"),
        Field(
            "phu_luc",
            ListOf(_PHU_LUC, maximum=_MOST_APPENDICES),
            "Các phụ lục, theo thứ tự.",
            default=(),
            example="- {tieu_de: Các hoạt động năm 2026, bang: hoat-dong.xlsx}",
        ),
    ),
    make=_make,
    eager=True,
)
