"""What is written outside running text, in lines of their own: head, title, recipients, signature."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from .finding import Place, place_of
from .paper import Line, Paper
from .spans import Span

__all__ = ["in_lines_apart"]

# Not the number, which is often left blank, nor Quốc hiệu and Tiêu ngữ, whose own rules compare them word for word.
_KEYS = (
    *("co_quan_chu_quan", "co_quan_ban_hanh", "trich_yeu_cong_van", "ten_loai", "trich_yeu", "kinh_gui"),
    *("noi_nhan", "noi_nhan_danh_sach", "luu", "quyen_han", "chuc_vu", "ho_ten"),
)
_KEYS_OF_APPENDICES = ("phu_luc", "phu_luc_tieu_de", "kem_theo", "ten_loai", "trich_yeu")


def in_lines_apart(paper: Paper, find: Callable[[str], Iterator[Span]]) -> tuple[Place, ...]:
    """Give the places of what `find` finds in lines outside the prose; it is given a line with plain blanks alone."""
    in_prose = {id(paragraph) for paragraph in paper.prose.paragraphs}
    places: dict[tuple[int, int, int], Place] = {}
    for line in _lines(paper):
        paragraph = line.paragraph
        if id(paragraph) in in_prose:
            continue
        text = paragraph.text[line.start : line.end].replace("\xa0", " ")
        for start, end in find(text):
            low, high = line.start + start, line.start + end
            places.setdefault((paragraph.number, low, high), place_of(paragraph, low, high))
    return tuple(places[key] for key in sorted(places))


def _lines(paper: Paper) -> Iterator[Line]:
    for key in (*_KEYS, *(("dia_danh_thoi_gian",) if paper.date else ())):
        part = paper.part(key)
        yield from part.lines if part is not None else ()
    for appendix in paper.phu_luc:
        for key in _KEYS_OF_APPENDICES:
            part = appendix.parts.get(key)
            yield from part.lines if part is not None else ()
