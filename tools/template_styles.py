"""The style sheet of the stock Word templates, made from the table of the decree and the table of custom."""

from __future__ import annotations

from style_rows import END_HEIGHT, ROWS, Row
from vtdocs.standards import custom, nd30
from vtdocs.tree import LEVELS, CharStyle, Style
from vtdocs.units import Length, Pt

__all__ = ["CHARACTER_ROWS", "TABLE_STYLE_NAMES", "styles_xml"]

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_BOLD, _ITALIC = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>"
_CUSTOM = ' w:customStyle="1"'
_BY_STYLE: dict[str, Row] = {row.style: row for row in ROWS}
_FLAGS = {"b": "bold", "i": "italic"}
_SINGLE = 240  # w:line of single spacing, in 240ths of a line

CHARACTER_ROWS = (
    (CharStyle.TIEU_DE_LIEN, "Tiêu đề liền lời văn", _CUSTOM, _BOLD),
    (CharStyle.DAM, "Chữ đậm", _CUSTOM, _BOLD),
    (CharStyle.NGHIENG, "Chữ nghiêng", _CUSTOM, _ITALIC),
    (CharStyle.DAM_NGHIENG, "Chữ đậm nghiêng", _CUSTOM, _BOLD + _ITALIC),
    # Black as all text is (Phụ lục I, Phần I, Mục I, khoản 4); the line below says that it opens something.
    (CharStyle.LIEN_KET, "Hyperlink", "", '<w:u w:val="single"/>'),
    (CharStyle.SO_CHU_THICH, "footnote reference", "", '<w:vertAlign w:val="superscript"/>'),
)
"""The character styles: id, name, whether it is ours or Word's own, properties of its letters."""
TABLE_STYLE_NAMES = {"BangKhung": "Bảng khung", "BangSoLieu": "Bảng số liệu"}

# The paragraph that draws a line by its upper border is as low as Word allows without clipping the border.
_RULE_HEIGHT = Pt(5)
# Between the descenders of the text and the line.
_RULE_GAP = Pt(2)


def styles_xml() -> str:
    """Write word/styles.xml."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:styles xmlns:w="{W_NS}">'
        f"{_defaults()}{_built_in()}{''.join(map(_paragraph_style, ROWS))}{_character_styles()}{_table_styles()}"
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
    if row.style in LEVELS and row.style is not Style.SO_PHAN:
        parts.append(f'<w:outlineLvl w:val="{LEVELS[row.style]}"/>')
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
    """Write w:rPr. What a style has from another row it does not say again: whoever edits that one edits both."""
    above = _BY_STYLE.get(row.based_on)
    parts = []
    if row.type is not None:
        for name, on in (("b", row.type.bold), ("i", row.type.italic)):
            if above is None or above.type is None or on != getattr(above.type, _FLAGS[name]):
                value = "" if on else ' w:val="0"'
                parts.append(f"<w:{name}{value}/><w:{name}Cs{value}/>")
    size = _size(row)
    if size is not None and (above is None or size != _size(above)):
        parts.append(f'<w:sz w:val="{size.half_points}"/><w:szCs w:val="{size.half_points}"/>')
    return "".join(parts)


def _size(row: Row) -> Length | None:
    if row.rule:
        return END_HEIGHT
    return row.size or (row.type.default if row.type else None)


def _character_styles() -> str:
    return "".join(
        f'<w:style w:type="character"{kind} w:styleId="{style}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>'
        f"<w:rPr>{properties}</w:rPr></w:style>"
        for style, name, kind, properties in CHARACTER_ROWS
    )


def _line(thickness: Length) -> str:
    return f'w:val="single" w:sz="{thickness.eighth_points}" w:space="0" w:color="{custom.MAU_DEN_RGB.value}"'


def _table_styles() -> str:
    side = custom.BANG_DEM_NGANG.value.twips
    line = _line(custom.BANG_NET.value)
    borders = "".join(f"<w:{edge} {line}/>" for edge in ("top", "left", "bottom", "right", "insideH", "insideV"))
    return _table_style("BangKhung", _margins(0)) + _table_style(
        "BangSoLieu", f"<w:tblBorders>{borders}</w:tblBorders>{_margins(side)}"
    )


def _margins(side: int) -> str:
    edges = (("top", 0), ("left", side), ("bottom", 0), ("right", side))
    inner = "".join(f'<w:{edge} w:w="{width}" w:type="dxa"/>' for edge, width in edges)
    return f"<w:tblCellMar>{inner}</w:tblCellMar>"


def _table_style(style_id: str, properties: str) -> str:
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id}">'
        f'<w:name w:val="{TABLE_STYLE_NAMES[style_id]}"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f"<w:tblPr>{properties}</w:tblPr></w:style>"
    )
