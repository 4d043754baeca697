"""What moves text away from where it is measured to stand: warnings, for the template is the user's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from vtdocs.diagnostics import Severity
from vtdocs.metrics import text_width
from vtdocs.standards import nd30
from vtdocs.tree import Style
from vtdocs.units import Length

from .contract import REQUIRED_STYLES
from .faults import Faults
from .measures import is_measure, read_number
from .pages import Page
from .stylesheet import Look, Stylesheet
from .template import Chunk, SlotChunk
from .xml import qname

__all__ = ["warn_of_unmeasured"]

_STYLES_PART, _DOCUMENT_PART = "word/styles.xml", "word/document.xml"
_TURNED = frozenset({"btLr", "tbRl", "tbRlV", "lrTbV", "tbLrV"})
_GRIDS = frozenset({"linesAndChars", "snapToChars"})
_MEASURES = {
    qname("ind"): ("left", "right", "start", "end", "firstLine", "hanging"),
    qname("spacing"): ("before", "after", "line"),
    qname("sz"): ("val",),
}
_LINES = ((Style.QUOC_HIEU, nd30.QUOC_HIEU_TEXT.default), (Style.TIEU_NGU, nd30.TIEU_NGU_TEXT.default))


def warn_of_unmeasured(
    faults: Faults, body: etree._Element, sheet: Stylesheet, page: Page, cuts: Iterable[Chunk]
) -> None:
    """Tell of turned cells, grids of letters, numbered styles, indents beyond the page, lines wider than their cell."""
    for words, hint, part, place in (*_of_frame(body), *_of_styles(sheet, page)):
        faults.add("VT-416", words, hint, part=part, at=place, severity=Severity.WARNING)
    room = next((cut.width for cut in cuts if isinstance(cut, SlotChunk) and cut.name == "quoc_hieu"), None)
    if room is not None:
        _warn_of_lines(faults, sheet.looks(), room)


def _of_frame(body: etree._Element) -> Iterator[tuple[str, str, str, etree._Element | None]]:
    for direction in body.iter(qname("textDirection")):
        cell = next(direction.iterancestors(qname("tc")), None)
        if cell is not None and direction.get(qname("val")) in _TURNED and _is_filled(cell):
            yield (
                "chữ trong ô này xoay dọc, vtdocs đo như chữ nằm ngang",
                "bỏ xoay chữ: Layout > Text Direction",
                (_DOCUMENT_PART),
                cell,
            )
    for grid in body.iterfind(f"{qname('sectPr')}/{qname('docGrid')}"):
        if grid.get(qname("type")) in _GRIDS and read_number(grid, "charSpace"):
            hint = "chọn No grid ở Layout > Page Setup > Document Grid"
            yield "trang có lưới ký tự, làm chữ rộng hẹp khác vtdocs đo", hint, _DOCUMENT_PART, None


def _is_filled(cell: etree._Element) -> bool:
    return next(cell.iter(etree.ProcessingInstruction), None) is not None  # a cut stands where a tag or a slot stood


def _of_styles(sheet: Stylesheet, page: Page) -> Iterator[tuple[str, str, str, None]]:
    looks = sheet.looks()
    for style_id in REQUIRED_STYLES:
        style = sheet.by_id[style_id]
        if style.find(f"{qname('pPr')}/{qname('numPr')}") is not None:
            hint = "bỏ đánh số khỏi kiểu (Modify Style > Format > Numbering); vtdocs tự ghi số, ký hiệu đầu dòng"
            yield f"kiểu {style_id} tự đánh số, nên số sẽ in hai lần và chữ lệch chỗ", hint, _STYLES_PART, None
        for element in style.iter(*_MEASURES):
            for name in _MEASURES[str(element.tag)]:
                text = element.get(qname(name))
                if text is not None and not is_measure(text):
                    hint = "đặt lại cỡ chữ, thụt lề hoặc giãn đoạn của kiểu này trong Word"
                    yield f"kiểu {style_id} có số đo không đọc được: “{text[:20]}”", hint, _STYLES_PART, None
        look = looks.get(style_id)
        if look is not None and _leaves_page(look, page):
            hint = "đặt lại thụt lề: Modify Style > Format > Paragraph"
            yield f"kiểu {style_id} thụt lề ra ngoài chỗ cho chữ giữa hai lề", hint, _STYLES_PART, None


def _leaves_page(look: Look, page: Page) -> bool:
    outside = min(look.left.emu, look.left.emu + look.first.emu, look.right.emu) < 0
    return outside or look.indents.emu >= page.text_width.emu


def _warn_of_lines(faults: Faults, looks: Mapping[str, Look], room: Length) -> None:
    for style, text in _LINES:
        look = looks[style]
        need = text_width(text, look.face, look.size).emu + look.indents.emu
        if need > room.emu:
            faults.add(
                "VT-417",
                f"“{text}” cần {Length(need).mm:.0f} mm, ô của nó chỉ có {room.mm:.0f} mm, nên bị xuống dòng",
                "nới ô của {{p quoc_hieu }}, giảm cỡ chữ hoặc bỏ thụt lề của kiểu đó",
                part=_DOCUMENT_PART,
                severity=Severity.WARNING,
            )
