"""How the components stand: in the middle or at the left, their lines single spaced."""

from __future__ import annotations

from collections.abc import Iterator

from vtdocs.checking.lengths import format_pt
from vtdocs.readers.docx.observed import Paragraph
from vtdocs.standards import nd30

from .changes import Change
from .properties import NO_INDENTS, set_attributes
from .prose import drop_leading_blanks
from .telling import Told
from .work import Work

__all__ = ["mend_middle"]

_CENTRED = {
    "ND30-214": "Tiêu ngữ",
    "ND30-225": "tên cơ quan ban hành",
    "ND30-247": "số, ký hiệu",
    "ND30-269": "địa danh và thời gian",
    "ND30-304": "tên loại",
    "ND30-314": "trích yếu",
    "ND30-324": "trích yếu công văn",
    "ND30-425": "phần, chương, mục",
    "ND30-512": "họ tên người ký",
    "ND30-606": "phụ lục",
    "ND30-612": "dòng “(Kèm theo …)”",
}
_SINGLE = {"ND30-207": "Quốc hiệu và Tiêu ngữ", "ND30-229": "tên cơ quan"}
_ALIGNS = {"left": "canh trái", "right": "canh phải", "both": "canh đều hai lề", "center": "lệch khỏi giữa"}


def mend_middle(work: Work) -> Iterator[Change]:
    """Mend what the rules found to stand elsewhere."""
    told = Told(work)
    for code, name in _CENTRED.items():
        for finding in work.findings(code):
            for stretch in work.stretches(finding):
                _centre(work, told, stretch.paragraph, f"canh {name}", finding.source or "")
    for finding in work.findings("ND30-541"):
        for stretch in work.stretches(finding):
            paragraph = stretch.paragraph
            set_attributes(work.paragraph_properties(paragraph), "jc", {"val": "left"})
            clear_indents(work, paragraph)
            before = _ALIGNS.get(paragraph.format.align, "canh khác")
            told.tell("canh nơi nhận", before, "sát lề trái", finding.source or "", paragraph)
    for code, name in _SINGLE.items():
        for finding in work.findings(code):
            for stretch in work.stretches(finding):
                set_attributes(
                    work.paragraph_properties(stretch.paragraph), "spacing", {"line": "240", "lineRule": "auto"}
                )
                told.tell(f"giãn dòng {name}", finding.found, "dòng đơn", finding.source or "", stretch)
    _mend_title_gap(work, told)
    yield from told.changes()


def _centre(work: Work, told: Told, paragraph: Paragraph, what: str, source: str) -> None:
    """Put a paragraph in the middle of its column; one that holds another component beside it is left."""
    form, text = paragraph.format, paragraph.text
    indented = bool(form.left or form.right or form.first_line)
    blank = text[:1] in ("\t", " ", "\xa0")
    # Two names on a row, parted by a tab: a person has to lay them out.
    if "\t" in text.strip() or (form.align == "center" and not indented and not blank):
        return
    properties = work.paragraph_properties(paragraph)
    changed = set_attributes(properties, "jc", {"val": "center"})
    if indented:
        clear_indents(work, paragraph)
    if blank:
        changed = drop_leading_blanks(work.element(paragraph), text) or changed
    if changed or indented:
        told.tell(what, _ALIGNS.get(form.align, "không canh giữa"), "canh giữa", source, paragraph)


def clear_indents(work: Work, paragraph: Paragraph) -> None:
    """Let a paragraph begin and end with its column."""
    set_attributes(
        work.paragraph_properties(paragraph), "ind", {**NO_INDENTS, "left": "0", "right": "0", "firstLine": "0"}
    )


def _mend_title_gap(work: Work, told: Told) -> None:
    """Put the trích yếu of a letter 6 pt below its number, where it is a paragraph of its own."""
    part, number = work.paper.part("trich_yeu_cong_van"), work.paper.part("so_ky_hieu")
    if not any(work.findings("ND30-326")) or part is None or number is None:
        return
    above, below = number.lines[-1].paragraph, part.lines[0].paragraph
    if above is below:
        return
    fact = nd30.TRICH_YEU_CONG_VAN_CACH
    wanted = fact.default.twips
    none = {"beforeLines": None, "beforeAutospacing": None}
    set_attributes(
        work.paragraph_properties(below), "spacing", {"before": str(max(0, wanted - above.format.after)), **none}
    )
    # What the number already keeps below itself is too much by so much.
    if above.format.after > wanted:
        set_attributes(
            work.paragraph_properties(above),
            "spacing",
            {"after": str(wanted), "afterLines": None, "afterAutospacing": None},
        )
    before = format_pt(above.format.after + below.format.before)
    told.tell("khoảng cách trích yếu công văn", before, format_pt(wanted), fact, below)
