"""Where a template leaves the decree, or holds what is not measured: warnings, for the template is the user's own."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from vtdocs.diagnostics import Severity
from vtdocs.standards import nd30
from vtdocs.standards.base import Fact, LengthFact
from vtdocs.tree import Style
from vtdocs.units import Twips

from .contract import REQUIRED_STYLES
from .faults import Faults
from .measures import is_on, read_number, read_twips
from .pages import Page
from .parsing import parse_xml
from .stylesheet import Stylesheet
from .xml import qname

__all__ = ["warn"]

_MARGINS = (
    ("top", nd30.LE_TREN, "lề trên"),
    ("bottom", nd30.LE_DUOI, "lề dưới"),
    ("left", nd30.LE_TRAI, "lề trái"),
    ("right", nd30.LE_PHAI, "lề phải"),
)
_SIDES = (("w", nd30.KHO_GIAY_RONG, "khổ giấy rộng"), ("h", nd30.KHO_GIAY_DAI, "khổ giấy dài"))
# Times New Roman, and the faces of its widths, which Linux and other systems put in its place.
_FACES = frozenset({"times new roman", "times", "liberation serif", "tinos", "nimbus roman", "tex gyre termes"})
# Properties of letters that change their widths: w:w scales them, w:spacing parts them.
_UNMEASURED = tuple(map(qname, ("caps", "smallCaps", "w", "spacing")))
_RUN = qname("rPr")
_SPARE_TWIPS = 30


def warn(faults: Faults, parts: Mapping[str, bytes], body: etree._Element, sheet: Stylesheet, page: Page) -> None:
    """Add the warnings of a template that can be used: its page, its body, its font, what is not measured."""
    section, looks = body.find(qname("sectPr")), sheet.looks()
    if section is None:
        return
    _warn_of_page(faults, section, gutter_at_top=b"gutterAtTop" in parts.get("word/settings.xml", b""))
    _warn_of_tables(faults, body, page)
    size, fact = looks[Style.NOI_DUNG].size, nd30.NOI_DUNG
    if size not in fact.size:
        allowed = " - ".join(f"{value.pt:g}" for value in fact.size.values)
        _tell(faults, f"cỡ chữ của lời văn là {size.pt:g}, quy định {allowed}", "sửa kiểu “Nội dung” trong Word", fact)
    _warn_of_font(faults, parts, sheet)
    _warn_of_numbers(faults, parts, section)
    for style_id in REQUIRED_STYLES:
        properties = sheet.by_id[style_id].find(_RUN)
        if properties is not None and any(child.tag in _UNMEASURED and _counts(child) for child in properties):
            faults.add(
                "VT-414",
                f"kiểu {style_id} có chữ in hoa, co giãn hay giãn cách chữ, là những thứ vtdocs không đo",
                "bỏ thuộc tính đó trong Word: Modify Style > Format > Font",
                part="word/styles.xml",
                severity=Severity.WARNING,
            )


def _tell(faults: Faults, message: str, hint: str, fact: Fact) -> None:
    faults.add("VT-413", message, hint, severity=Severity.WARNING, source=fact.source)


def _warn_of_page(faults: Faults, section: etree._Element, *, gutter_at_top: bool) -> None:
    size, margins = section.find(qname("pgSz")), section.find(qname("pgMar"))
    if size is None or margins is None:
        return
    sides = sorted((read_twips(size, "w"), read_twips(size, "h")))
    for side, (_name, fact, words) in zip(sides, _SIDES, strict=True):
        _compare(faults, side, fact, words)
    for name, fact, words in _MARGINS:
        bound = name == ("top" if gutter_at_top else "left")
        room = abs(read_twips(margins, name)) + (read_twips(margins, "gutter") if bound else 0)
        _compare(faults, room, fact, words)


def _compare(faults: Faults, twips: int, fact: LengthFact, words: str) -> None:
    """Compare as Word stores it, in twips; a program that reckons in inches or points may be off by one."""
    bounds = [value.twips for value in fact.allowed.values]
    if not bounds[0] - 1 <= twips <= bounds[-1] + 1:
        allowed = " - ".join(f"{value.mm:g}" for value in fact.allowed.values)
        _tell(faults, f"{words} là {Twips(twips).mm:.1f} mm, quy định {allowed} mm", "sửa ở Layout > Page Setup", fact)


def _warn_of_tables(faults: Faults, body: etree._Element, page: Page) -> None:
    """Tell of tables that reach over the margin: those of the head and the signature keep their widths on any page."""
    for table in body.iterchildren(qname("tbl")):
        width = sum(read_twips(column, "w") for column in table.iterfind(f"{qname('tblGrid')}/{qname('gridCol')}"))
        if width > page.text_width.twips + _SPARE_TWIPS:
            wide, room = Twips(width).mm, page.text_width.mm
            faults.add(
                "VT-415",
                f"bảng rộng {wide:.0f} mm, quá chỗ cho chữ giữa hai lề là {room:.0f} mm",
                "thu các cột của bảng lại, hoặc đặt lại lề",
                part="word/document.xml",
                at=table,
                severity=Severity.WARNING,
            )


def _theme_faces(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Give the faces that styles may name by their place in the theme (ECMA-376-1, 17.18.96)."""
    faces: dict[str, str] = {}
    for part in sorted(parts):
        if part.startswith("word/theme/") and part.endswith(".xml"):
            root = parse_xml(parts[part], tidy=True)
            for kind in ("major", "minor"):
                latin = root.find(f".//{{*}}{kind}Font/{{*}}latin")
                face = "" if latin is None else latin.get("typeface", "")
                faces |= {f"{kind}{script}": face for script in ("HAnsi", "Ascii") if face}
    return faces


def _warn_of_font(faults: Faults, parts: Mapping[str, bytes], sheet: Stylesheet) -> None:
    defaults = sheet.root.find(f"{qname('docDefaults')}/{qname('rPrDefault')}")
    themes = _theme_faces(parts)
    others = set()
    for style_id, kind in REQUIRED_STYLES.items():
        holders = [*sheet.ancestry(sheet.by_id[style_id])]
        if kind == "paragraph" and defaults is not None:
            holders.append(defaults)
        fonts = (holder.find(f"{_RUN}/{qname('rFonts')}") for holder in holders)
        named = (
            themes.get(font.get(qname("asciiTheme"), ""), font.get(qname("ascii")))
            for font in fonts
            if font is not None
        )
        face = next(filter(None, named), None)
        if face is not None and face.casefold() not in _FACES:
            others.add(face)
    if others:
        names = ", ".join(sorted(others))
        message = f"phông {names} không phải Times New Roman; chỗ ngắt dòng và độ rộng cột đo theo nó sẽ không đúng"
        _tell(faults, message, "đặt lại phông trong các kiểu", nd30.PHONG_CHU)


def _warn_of_numbers(faults: Faults, parts: Mapping[str, bytes], section: etree._Element) -> None:
    edges = (data for part, data in parts.items() if part.startswith(("word/header", "word/footer")))
    if not any(b"PAGE" in data for data in edges):
        _tell(faults, "tệp mẫu không có số trang", "chèn số trang vào giữa đầu trang", nd30.SO_TRANG_VI_TRI)
    elif not any(map(is_on, section.findall(qname("titlePg")))):
        message = "trang đầu của văn bản và của phụ lục hiện số trang"
        _tell(faults, message, "đánh dấu Different First Page ở đầu trang", nd30.SO_TRANG_AN_TRANG_DAU)


def _counts(child: etree._Element) -> bool:
    """Whether a property is set to something: caps on, a scale other than 100 %, letters moved apart."""
    match etree.QName(child).localname:
        case "w":
            return read_number(child, "val", 100) != 100
        case "spacing":
            return read_twips(child, "val") != 0
        case _:
            return is_on(child)
