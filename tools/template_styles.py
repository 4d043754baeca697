"""The style sheet of the stock Word templates, made from the table of the decree and the table of custom."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from vtdocs.standards import custom, nd30
from vtdocs.standards.base import ChuFact
from vtdocs.tree import CharStyle, Style
from vtdocs.units import Length, Pt, Twips

__all__ = ["styles_xml"]

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_BOLD, _ITALIC = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>"
_CUSTOM = ' w:customStyle="1"'
_SINGLE = 240  # w:line of single spacing, in 240ths of a line

# The paragraph that draws a line by its upper border is as low as Word allows without clipping the border; the one
# that ends a section takes no room at all.
_RULE_HEIGHT = Pt(5)
_END_HEIGHT = Pt(1)
# It still falls on a page of its own where the signature ends that near to the margin, so it is lower than low.
_END_LINE = Twips(2)
# Between the descenders of the text and the line.
_RULE_GAP = Pt(2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A paragraph style: its name in Word, its type by a fact, its place by the fields that follow.

    One that is `built_in` has the name of Word's own style for the same thing, which Word shows in the user's
    language and takes for what a user adds by hand.
    """

    style: Style
    name: str
    type: ChuFact | None = None
    size: Length | None = None
    based_on: str = "Normal"
    next: Style | None = None
    align: str = ""
    before: Length | None = None
    after: Length | None = None
    line: Fraction | None = None
    exact: Length | None = None
    at_least: Length | None = None
    indent: Length | None = None
    left: Length | None = None
    keep_next: bool = False
    keep_lines: bool = False
    outline: int | None = None
    rule: bool = False
    built_in: bool = False


def _heading(style: Style, name: str, type_: ChuFact, outline: int) -> Row:
    return Row(
        style=style, name=name, type=type_, based_on=Style.NOI_DUNG, next=Style.NOI_DUNG, keep_next=True,
        keep_lines=True, outline=outline,
    )  # fmt: skip


_BODY = Row(
    style=Style.NOI_DUNG, name="Nội dung", type=nd30.NOI_DUNG, align="both", before=nd30.NOI_DUNG_CACH_DOAN.default,
    after=custom.DOAN_SAU.value, line=nd30.NOI_DUNG_GIAN_DONG.default, indent=nd30.NOI_DUNG_THUT_DONG.default,
)  # fmt: skip


def _level(style: Style, name: str, type_: ChuFact) -> Row:
    return Row(style=style, name=name, type=type_, based_on=Style.NOI_DUNG)


def _small(style: Style, name: str, based_on: Style) -> Row:
    return Row(style=style, name=name, size=custom.BANG_CO_CHU_NHO.value, based_on=based_on)


_CENTRE = "center"
_CELL = custom.BANG_DEM_DOC.value

# fmt: off - a table, one style a row
_ROWS = (
    Row(
        style=Style.QUOC_HIEU,
        name="Quốc hiệu",
        type=nd30.QUOC_HIEU,
        next=Style.TIEU_NGU,
        align=_CENTRE,
        line=nd30.QUOC_HIEU_GIAN_DONG.default,
    ),
    Row(
        style=Style.TIEU_NGU,
        name="Tiêu ngữ",
        type=nd30.TIEU_NGU,
        align=_CENTRE,
        line=nd30.QUOC_HIEU_GIAN_DONG.default,
    ),
    Row(
        style=Style.CO_QUAN_CHU_QUAN,
        name="Cơ quan chủ quản",
        type=nd30.CO_QUAN_CHU_QUAN,
        align=_CENTRE,
        next=Style.CO_QUAN_BAN_HANH,
        line=nd30.CO_QUAN_GIAN_DONG.default,
    ),
    Row(
        style=Style.CO_QUAN_BAN_HANH,
        name="Cơ quan ban hành",
        type=nd30.CO_QUAN_BAN_HANH,
        align=_CENTRE,
        line=nd30.CO_QUAN_GIAN_DONG.default,
    ),
    Row(
        style=Style.SO_KY_HIEU,
        name="Số và ký hiệu",
        type=nd30.SO,
        align=_CENTRE,
        before=custom.DAU_CACH_SO.value,
    ),
    Row(
        style=Style.DIA_DANH_THOI_GIAN,
        name="Địa danh và thời gian",
        type=nd30.DIA_DANH_THOI_GIAN,
        align=_CENTRE,
        before=custom.DAU_CACH_SO.value,
    ),
    Row(
        style=Style.DIA_DANH_THOI_GIAN_DAI,
        name="Địa danh và thời gian (dài)",
        size=min(nd30.DIA_DANH_THOI_GIAN.size.values),
        based_on=Style.DIA_DANH_THOI_GIAN,
    ),
    Row(
        style=Style.TRICH_YEU_CONG_VAN,
        name="Trích yếu công văn",
        type=nd30.TRICH_YEU_CONG_VAN,
        align=_CENTRE,
        before=nd30.TRICH_YEU_CONG_VAN_CACH.default,
    ),
    # Below the line under the trích yếu, which brings room of its own.
    Row(
        style=Style.KINH_GUI,
        name="Kính gửi",
        type=nd30.KINH_GUI,
        next=Style.KINH_GUI_MUC,
        before=nd30.NOI_DUNG_CACH_DOAN.default,
        left=custom.KINH_GUI_LE.value,
    ),
    Row(style=Style.KINH_GUI_MUC, name="Kính gửi: danh sách", type=nd30.KINH_GUI, left=custom.KINH_GUI_GACH.value),
    Row(
        style=Style.TEN_LOAI,
        name="Tên loại",
        type=nd30.TEN_LOAI,
        next=Style.TRICH_YEU,
        align=_CENTRE,
        before=custom.TEN_LOAI_TRUOC.value,
        keep_next=True,
    ),
    Row(
        style=Style.TRICH_YEU,
        name="Trích yếu",
        type=nd30.TRICH_YEU,
        next=Style.NOI_DUNG,
        align=_CENTRE,
        line=custom.TRICH_YEU_GIAN_DONG.value,
        keep_next=True,
    ),
    Row(style=Style.DUONG_KE, name="Đường kẻ", rule=True),
    Row(
        style=Style.DUONG_KE_TRICH_YEU,
        name="Đường kẻ dưới trích yếu",
        based_on=Style.DUONG_KE,
        after=custom.TRICH_YEU_SAU.value,
        rule=True,
    ),
    _BODY,
    Row(
        style=Style.THAM_QUYEN,
        name="Thẩm quyền ban hành",
        type=nd30.TEN_LOAI,
        align=_CENTRE,
        before=nd30.NOI_DUNG_CACH_DOAN.default,
        keep_next=True,
    ),
    Row(style=Style.CAN_CU, name="Căn cứ", type=nd30.CAN_CU, based_on=Style.NOI_DUNG),
    Row(
        style=Style.SO_PHAN,
        name="Phần và chương: số",
        type=nd30.PHAN,
        align=_CENTRE,
        before=nd30.NOI_DUNG_CACH_DOAN.default * 2,
        keep_next=True,
        keep_lines=True,
        next=Style.TEN_PHAN,
    ),
    Row(
        style=Style.TEN_PHAN,
        name="Phần và chương: tiêu đề",
        type=nd30.PHAN_TIEU_DE,
        align=_CENTRE,
        keep_next=True,
        keep_lines=True,
        next=Style.NOI_DUNG,
        outline=0,
    ),
    _heading(Style.DIEU, "Điều", nd30.DIEU, 1),
    _heading(Style.MUC, "Mục (I.)", nd30.MUC_LA_MA, 0),
    Row(
        style=Style.MUC_LIEN,
        name="Mục (I.) liền lời văn",
        type=nd30.NOI_DUNG,
        based_on=Style.NOI_DUNG,
        outline=0,
    ),
    _heading(Style.KHOAN_TIEU_DE, "Khoản có tiêu đề (1.)", nd30.KHOAN_CO_TIEU_DE, 1),
    _heading(Style.TIEU_KHOAN_TIEU_DE, "Tiểu khoản có tiêu đề (1.1.)", nd30.KHOAN_CO_TIEU_DE, 2),
    _heading(Style.TIEU_KHOAN_3_TIEU_DE, "Tiểu khoản có tiêu đề (1.1.1.)", nd30.KHOAN_CO_TIEU_DE, 3),
    _heading(Style.TIEU_KHOAN_4_TIEU_DE, "Tiểu khoản có tiêu đề (1.1.1.1.)", nd30.KHOAN_CO_TIEU_DE, 4),
    _heading(Style.DIEM_TIEU_DE, "Điểm có tiêu đề (a)", nd30.KHOAN_CO_TIEU_DE, 5),
    _level(Style.KHOAN, "Khoản (1.)", nd30.KHOAN),
    _level(Style.TIEU_KHOAN, "Tiểu khoản (1.1.)", nd30.KHOAN),
    _level(Style.DIEM, "Điểm (a)", nd30.DIEM),
    _level(Style.NGOAC, "Số trong ngoặc (1)", nd30.NOI_DUNG),
    _level(Style.SAO, "Dấu sao đầu dòng (*)", nd30.NOI_DUNG),
    _level(Style.GACH, "Gạch đầu dòng (-)", nd30.NOI_DUNG),
    _level(Style.CONG, "Dấu cộng đầu dòng (+)", nd30.NOI_DUNG),
    Row(
        style=Style.NOI_NHAN,
        name="Nơi nhận",
        type=nd30.NOI_NHAN,
        next=Style.NOI_NHAN_MUC,
        line=custom.NOI_NHAN_GIAN_DONG.value,
    ),
    Row(
        style=Style.NOI_NHAN_MUC,
        name="Danh sách nơi nhận",
        type=nd30.NOI_NHAN_DANH_SACH,
        line=custom.NOI_NHAN_GIAN_DONG.value,
    ),
    Row(
        style=Style.QUYEN_HAN_CHUC_VU,
        name="Quyền hạn và chức vụ",
        type=nd30.QUYEN_HAN,
        align=_CENTRE,
        keep_next=True,
    ),
    Row(
        style=Style.CHO_KY,
        name="Chỗ ký và đóng dấu",
        type=nd30.QUYEN_HAN,
        align=_CENTRE,
        at_least=custom.CHO_KY.value,
        keep_next=True,
    ),
    Row(
        style=Style.CHUC_VU_KHAC,
        name="Chức vụ khác của người ký",
        type=nd30.CHUC_VU,
        align=_CENTRE,
        keep_next=True,
    ),
    Row(style=Style.HO_TEN, name="Họ tên người ký", type=nd30.HO_TEN, align=_CENTRE),
    Row(style=Style.KET_PHAN, name="Hết phần", size=_END_HEIGHT, exact=_END_LINE),
    Row(
        style=Style.PHU_LUC,
        name="Phụ lục",
        type=nd30.PHU_LUC,
        next=Style.TEN_PHU_LUC,
        align=_CENTRE,
        keep_next=True,
        outline=0,
    ),
    Row(style=Style.TEN_PHU_LUC, name="Tên phụ lục", type=nd30.PHU_LUC_TIEU_DE, align=_CENTRE, keep_next=True),
    Row(style=Style.KEM_THEO, name="Kèm theo văn bản", type=nd30.KEM_THEO, align=_CENTRE, keep_next=True),
    Row(
        style=Style.DUONG_KE_PHU_LUC,
        name="Đường kẻ đầu phụ lục",
        based_on=Style.DUONG_KE,
        after=custom.TRICH_YEU_SAU.value,
        keep_next=True,
        rule=True,
    ),
    Row(
        style=Style.BANG_TIEU_DE,
        name="Bảng: tiêu đề cột",
        type=nd30.KHOAN_CO_TIEU_DE,
        size=custom.BANG_CO_CHU.value,
        align=_CENTRE,
        before=_CELL,
        after=_CELL,
        line=custom.BANG_GIAN_DONG.value,
        keep_next=True,
    ),
    Row(
        style=Style.BANG_TRAI,
        name="Bảng: nội dung",
        size=custom.BANG_CO_CHU.value,
        before=_CELL,
        after=_CELL,
        line=custom.BANG_GIAN_DONG.value,
    ),
    Row(
        style=Style.BANG_GIUA,
        name="Bảng: nội dung canh giữa",
        size=custom.BANG_CO_CHU.value,
        align=_CENTRE,
        before=_CELL,
        after=_CELL,
        line=custom.BANG_GIAN_DONG.value,
    ),
    Row(
        style=Style.BANG_PHAI,
        name="Bảng: nội dung canh phải",
        size=custom.BANG_CO_CHU.value,
        align="right",
        before=_CELL,
        after=_CELL,
        line=custom.BANG_GIAN_DONG.value,
    ),
    Row(style=Style.BANG_SO, name="Bảng: số liệu", based_on=Style.BANG_PHAI),
    _small(Style.BANG_TIEU_DE_NHO, "Bảng: tiêu đề cột (nhỏ)", Style.BANG_TIEU_DE),
    _small(Style.BANG_TRAI_NHO, "Bảng: nội dung (nhỏ)", Style.BANG_TRAI),
    _small(Style.BANG_GIUA_NHO, "Bảng: nội dung canh giữa (nhỏ)", Style.BANG_GIUA),
    _small(Style.BANG_PHAI_NHO, "Bảng: nội dung canh phải (nhỏ)", Style.BANG_PHAI),
    _small(Style.BANG_SO_NHO, "Bảng: số liệu (nhỏ)", Style.BANG_SO),
    Row(
        style=Style.TEN_BANG,
        name="Tên bảng",
        type=nd30.KHOAN_CO_TIEU_DE,
        align=_CENTRE,
        before=nd30.NOI_DUNG_CACH_DOAN.default,
        after=custom.BANG_DEM_DOC.value,
        keep_next=True,
        keep_lines=True,
    ),
    Row(
        style=Style.DON_VI_TINH,
        name="Đơn vị tính của bảng",
        type=nd30.KEM_THEO,
        size=custom.BANG_CO_CHU.value,
        align="right",
        after=custom.BANG_DEM_DOC.value,
        keep_next=True,
    ),
    Row(
        style=Style.GHI_CHU_BANG,
        name="Ghi chú dưới bảng",
        type=nd30.KEM_THEO,
        size=custom.GHI_CHU_CO_CHU.value,
        align="both",
        before=custom.BANG_DEM_DOC.value,
    ),
    Row(
        style=Style.HINH,
        name="Hình",
        align=_CENTRE,
        before=nd30.NOI_DUNG_CACH_DOAN.default,
    ),
    Row(
        style=Style.TEN_HINH,
        name="Tên hình",
        type=nd30.KEM_THEO,
        size=custom.BANG_CO_CHU.value,
        align=_CENTRE,
        before=nd30.NOI_DUNG_CACH_DOAN.default,
        after=nd30.NOI_DUNG_CACH_DOAN.default,
        keep_lines=True,
    ),
    Row(
        style=Style.CHU_THICH,
        name="footnote text",
        type=nd30.NOI_DUNG,
        size=custom.CHU_THICH_CO_CHU.value,
        align="both",
        built_in=True,
    ),
    Row(style=Style.SO_TRANG, name="Số trang", type=nd30.SO_TRANG, align=_CENTRE),
)
# fmt: on


def styles_xml() -> str:
    """Write word/styles.xml."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:styles xmlns:w="{W_NS}">'
        f"{_defaults()}{_built_in()}{''.join(map(_paragraph_style, _ROWS))}{_character_styles()}{_table_styles()}"
        "</w:styles>"
    )


def _defaults() -> str:
    font = nd30.PHONG_CHU.default
    size = nd30.NOI_DUNG.default.half_points
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
        f'<w:color w:val="{custom.MAU_DEN_RGB.value}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="vi-VN"/>'
        "</w:rPr></w:rPrDefault>"
        f'<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="{_SINGLE}" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault>"
        "</w:docDefaults>"
    )


def _built_in() -> str:
    # Word looks for these four by their own names and adds its own where they are missing.
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    )


def _paragraph_style(row: Row) -> str:
    following = f'<w:next w:val="{row.next}"/>' if row.next else ""
    kind = "" if row.built_in else _CUSTOM
    return (
        f'<w:style w:type="paragraph"{kind} w:styleId="{row.style}"><w:name w:val="{row.name}"/>'
        f'<w:basedOn w:val="{row.based_on}"/>{following}<w:qFormat/>'
        f"<w:pPr>{_paragraph_properties(row)}</w:pPr><w:rPr>{_run_properties(row)}</w:rPr></w:style>"
    )


def _paragraph_properties(row: Row) -> str:
    """Write w:pPr; its children stand in the order of CT_PPrBase."""
    parts = []
    if row.keep_next:
        parts.append("<w:keepNext/>")
    if row.keep_lines:
        parts.append("<w:keepLines/>")
    parts.append("<w:widowControl/>")
    if row.rule:
        parts.append(f"<w:pBdr><w:top {_line(custom.NET_KE.value)}/></w:pBdr>")
    parts.append(_spacing(row))
    if row.indent is not None:
        parts.append(f'<w:ind w:firstLine="{row.indent.twips}"/>')
    elif row.left is not None:
        parts.append(f'<w:ind w:left="{row.left.twips}"/>')
    if row.align:
        parts.append(f'<w:jc w:val="{row.align}"/>')
    if row.outline is not None:
        parts.append(f'<w:outlineLvl w:val="{row.outline}"/>')
    return "".join(parts)


def _spacing(row: Row) -> str:
    attributes = []
    before = _RULE_GAP if row.rule else row.before
    if before is not None:
        attributes.append(f'w:before="{before.twips}"')
    if row.after is not None:
        attributes.append(f'w:after="{row.after.twips}"')
    exact = _RULE_HEIGHT if row.rule else row.exact
    if exact is not None:
        attributes.append(f'w:line="{exact.twips}" w:lineRule="exact"')
    elif row.at_least is not None:
        attributes.append(f'w:line="{row.at_least.twips}" w:lineRule="atLeast"')
    elif row.line is not None:
        attributes.append(f'w:line="{round(row.line * _SINGLE)}" w:lineRule="auto"')
    return f"<w:spacing {' '.join(attributes)}/>" if attributes else ""


def _run_properties(row: Row) -> str:
    size = row.size or (row.type.default if row.type else None)
    if row.rule:
        size = _END_HEIGHT
    parts = []
    if row.type is not None:
        parts += ["<w:b/><w:bCs/>" if row.type.bold else '<w:b w:val="0"/><w:bCs w:val="0"/>']
        parts += ["<w:i/><w:iCs/>" if row.type.italic else '<w:i w:val="0"/><w:iCs w:val="0"/>']
    if size is not None:
        parts.append(f'<w:sz w:val="{size.half_points}"/><w:szCs w:val="{size.half_points}"/>')
    return "".join(parts)


def _character_styles() -> str:
    rows = (
        (CharStyle.TIEU_DE_LIEN, "Tiêu đề liền lời văn", _CUSTOM, _BOLD),
        (CharStyle.DAM, "Chữ đậm", _CUSTOM, _BOLD),
        (CharStyle.NGHIENG, "Chữ nghiêng", _CUSTOM, _ITALIC),
        (CharStyle.DAM_NGHIENG, "Chữ đậm nghiêng", _CUSTOM, _BOLD + _ITALIC),
        # Black as all text is (Phụ lục I, Phần I, Mục I, khoản 4); the line below says that it opens something.
        (CharStyle.LIEN_KET, "Hyperlink", "", '<w:u w:val="single"/>'),
        (CharStyle.SO_CHU_THICH, "footnote reference", "", '<w:vertAlign w:val="superscript"/>'),
    )
    return "".join(
        f'<w:style w:type="character"{kind} w:styleId="{style}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>'
        f"<w:rPr>{properties}</w:rPr></w:style>"
        for style, name, kind, properties in rows
    )


def _line(thickness: Length) -> str:
    return f'w:val="single" w:sz="{thickness.eighth_points}" w:space="0" w:color="{custom.MAU_DEN_RGB.value}"'


def _table_styles() -> str:
    side = custom.BANG_DEM_NGANG.value.twips
    line = _line(custom.BANG_NET.value)
    borders = "".join(f"<w:{edge} {line}/>" for edge in ("top", "left", "bottom", "right", "insideH", "insideV"))
    return _table_style("BangKhung", "Bảng khung", _margins(0)) + _table_style(
        "BangSoLieu", "Bảng số liệu", f"<w:tblBorders>{borders}</w:tblBorders>{_margins(side)}"
    )


def _margins(side: int) -> str:
    edges = (("top", 0), ("left", side), ("bottom", 0), ("right", side))
    inner = "".join(f'<w:{edge} w:w="{width}" w:type="dxa"/>' for edge, width in edges)
    return f"<w:tblCellMar>{inner}</w:tblCellMar>"


def _table_style(style_id: str, name: str, properties: str) -> str:
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr>{properties}</w:tblPr></w:style>'
    )
