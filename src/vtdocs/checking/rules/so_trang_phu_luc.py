"""The page numbers of appendices, which begin anew in each."""

from __future__ import annotations

from collections.abc import Iterator

from vtdocs.checking.finding import Slip, place_of
from vtdocs.checking.folios import find_folios
from vtdocs.checking.paper import Paper
from vtdocs.checking.registry import Example, rule
from vtdocs.diagnostics import Severity
from vtdocs.readers.docx.observed import Section
from vtdocs.standards import nd30


@rule(
    "ND30-128",
    "Số trang của Phụ lục không đánh riêng",
    fact=nd30.PHU_LUC_SO_TRANG_RIENG,
    example=Example("mỗi Phụ lục đánh số trang từ 1", "trang đầu của Phụ lục mang số 4, tiếp theo văn bản"),
    why="Số trang của Phụ lục được đánh số riêng theo từng Phụ lục.",
)
def check_appendices(paper: Paper) -> Iterator[Slip]:
    """Find appendices whose pages go on with the numbers of what stands before them."""
    running, sure = [], False
    # Above the appendix of a file of its own stands at most a signature's stamp.
    has_text = any(item.body == 0 for item in paper.items)
    for appendix in paper.phu_luc:
        # A regulation that a decision issues is attached, and no Phụ lục.
        if "phu_luc" not in appendix.parts:
            continue
        section = _section_of(paper, appendix.first)
        if section is None or not find_folios(paper.observed, section):
            continue
        begins = section.first >= appendix.first - _BLANK_BEFORE
        if section.index == 0 and (appendix.first <= _BLANK_BEFORE + 1 or not has_text):
            continue
        if begins and section.page_start in nd30.SO_TRANG_DAU.allowed:
            continue
        running.append(appendix)
        sure = sure or not section.title_page or _is_long(paper, appendix.first, appendix.last)
    if running:
        names = ", ".join(dict.fromkeys(f"Phụ lục {appendix.number}".strip() for appendix in running))
        yield Slip(
            f"số trang của {names} đánh tiếp theo phần trước, không đánh riêng",
            tuple(place_of(paper.observed.paragraphs[appendix.first - 1]) for appendix in running),
            "đặt Phụ lục ở một section riêng (Layout > Breaks > Next Page), "
            "rồi chọn Insert > Page Number > Format Page Numbers, đặt Start at là 1",
            # An appendix of one page, whose number is hidden, has none to be seen.
            severity=None if sure else Severity.WARNING,
        )


# Paragraphs that may stand empty between the break of a section and its appendix.
_BLANK_BEFORE = 3


def _section_of(paper: Paper, number: int) -> Section | None:
    return next((each for each in paper.sections if each.first <= number <= each.last), None)


def _is_long(paper: Paper, first: int, last: int) -> bool:
    """Whether an appendix has two pages for sure."""
    pages = {paragraph.page for paragraph in paper.observed.paragraphs[first - 1 : last]}
    return len(pages - {None}) > 1
