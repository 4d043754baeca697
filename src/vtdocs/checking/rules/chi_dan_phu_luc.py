"""Whether text and appendices point to each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vtdocs.checking.finding import Slip, place_of
from vtdocs.checking.paper import Paper, PhuLuc
from vtdocs.checking.registry import Example, rule
from vtdocs.diagnostics import Severity
from vtdocs.patterns import compile_late
from vtdocs.readers.docx.observed import Paragraph
from vtdocs.standards import nd30
from vtdocs.standards.nd30_text import parse_roman

__all__: list[str] = []

_PART = "word/document.xml"
_NUMERAL = r"(?:(?-i:[IVXLC]{1,7})|\d{1,2})(?!\w)"
_NEXT = rf"\s?(?:,|và|đến|-|–)\s?(?:phụ\slục\s)?{_NUMERAL}"
_MENTION = compile_late(
    rf"phụ\s{{1,3}}lục(?:\s{{1,3}}(?:số\s)?(?P<numbers>{_NUMERAL}(?:{_NEXT}){{0,20}}))?",
    re.IGNORECASE,
)
_NUMBERS = compile_late(rf"(?P<number>{_NUMERAL})(?P<to>\s?(?:đến|-|–)\s)?", re.IGNORECASE)
_ENCLOSED = compile_late(r"kèm theo|đính kèm|gửi kèm", re.IGNORECASE)
# What is promised: "Phụ lục kèm theo", "(có danh sách kèm theo)", "Ban hành kèm theo Quyết định này Quy chế …".
_PROMISED = compile_late(
    rf"phụ\slục(?:\s(?:số\s)?{_NUMERAL})?\s(?:đính\s)?kèm(?:\stheo)?(?!\w)"
    r"|\((?:có |kèm )?(?:theo )?(?:danh sách|phụ lục|biểu|bảng|dự toán|đề cương|mẫu|lịch)[^()]{0,80}"
    r"(?:kèm theo|đính kèm)[^()]{0,40}\)"
    r"|ban hành kèm theo \w+ \w+ này",
    re.IGNORECASE,
)
# Behind a mention: the appendix is another paper's.
_OF_ANOTHER = compile_late(
    r"\W{0,3}(?:(?:được )?ban hành\s)?(?:(?:đính )?kèm\s(?:theo\s)?|của\s|tại\s|theo\s)?"
    r"(?:Hiến pháp|Bộ luật|Luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Kế hoạch|Công văn|Hướng dẫn|Chỉ thị|Tờ trình"
    r"|Báo cáo|Chương trình|Đề án|Văn bản|Thông báo|Quy chế|Quy định)\s(?!này)",
)
_AHEAD = 60
# Before a mention: it is of papers in general, or of whatever may come.
_IN_GENERAL = compile_late(r"\b(?:trường hợp|nếu|khi)\b[^.;:]{0,40}$|\bvăn bản có $", re.IGNORECASE)
_LOOK_BACK = 60
# Within one: "(có danh sách kèm theo công văn của Sở Nội vụ)".
_WITH_ANOTHER = compile_late(
    r"kèm (?:theo )?(?:nghị định|nghị quyết|thông tư|quyết định|kế hoạch|công văn|hướng dẫn|tờ trình|báo cáo|đề án"
    r"|văn bản|thông báo|hợp đồng|hồ sơ|đơn) (?!này)",
    re.IGNORECASE,
)
# No paragraph without one of these is gone through by the patterns, which are slower by far.
_POINTERS = ("lục", "LỤC", "Lục", "kèm", "Kèm", "KÈM")


@rule(
    "ND30-620",
    "Phần lời không nhắc đến phụ lục",
    source=nd30.PHU_LUC_DANH_SO_TU.source,
    example=Example("… (chi tiết tại Phụ lục kèm theo).", "có phụ lục mà phần lời không nhắc đến"),
    why="Văn bản có phụ lục thì trong văn bản phải có chỉ dẫn về phụ lục đó.",
)
def _appendix_not_mentioned(paper: Paper) -> Iterator[Slip]:
    heads = [(each, part.lines[0]) for each in paper.phu_luc if (part := each.parts.get("phu_luc"))]
    if not heads or not any(item.body == 0 for item in paper.items):
        return
    numbers: set[int] = set()
    mentioned = False
    for _paragraph, text in _own_text(paper):
        for found in _MENTION.finditer(text):
            if _OF_ANOTHER.match(text, found.end()):
                continue
            mentioned = True
            if found["numbers"] is None:
                return  # "các Phụ lục kèm theo": all of them
            numbers |= _numbers_of(found["numbers"])
        if not mentioned and any(not _OF_ANOTHER.match(text, found.end()) for found in _ENCLOSED.finditer(text)):
            return
    missed = [(each, line) for each, line in heads if _number_of(each) not in numbers] if mentioned else heads
    if missed and (not mentioned or len(heads) > 1):
        named = ", ".join(f"“{line.text}”" for _each, line in missed[:4])
        yield Slip(
            f"phần lời của văn bản không nhắc đến {named}",
            tuple(line.place for _each, line in missed),
            f"thêm chỉ dẫn vào chỗ có liên quan, ví dụ “(chi tiết tại {missed[0][1].text} kèm theo)”",
            severity=Severity.WARNING if mentioned else None,
        )


@rule(
    "VB-621",
    "Nhắc đến phụ lục mà tệp không có",
    source=f"{nd30.PHU_LUC_DANH_SO_TU.source} (chỉ dẫn phải đúng với phụ lục)",
    severity=Severity.WARNING,
    example=Example("… tại Phụ lục kèm theo (tệp có phụ lục)", "… tại Phụ lục kèm theo (tệp không có phụ lục)"),
    why="Phụ lục có thể ở một tệp riêng nên chỉ là cảnh báo.",
)
def _appendix_absent(paper: Paper) -> Iterator[Slip]:
    if not any(item.body == 0 for item in paper.items):
        return
    known = {_number_of(each) for each in paper.phu_luc}
    for paragraph, text in _own_text(paper):
        if not paper.phu_luc:
            found = _PROMISED.search(text)
            # Where more words stand between, they may name another paper's appendix.
            if found and not _OF_ANOTHER.match(text, max(found.start() + 1, found.end() - len("kèm theo")), len(text)):
                ahead = text[found.end() : found.end() + _AHEAD]
                general = _IN_GENERAL.search(text, max(0, found.start() - _LOOK_BACK), found.start())
                if not (
                    general
                    or _OF_ANOTHER.match(ahead)
                    or _WITH_ANOTHER.search(text, found.start(), found.end() + _AHEAD)
                ):
                    yield _absent(paragraph, text, found, "mà tệp này không có phụ lục")
                    return
            continue
        if len(paper.phu_luc) < nd30.PHU_LUC_DANH_SO_TU.default:
            continue
        for found in _MENTION.finditer(text):
            if (
                found["numbers"] is None
                or _OF_ANOTHER.match(text, found.end())
                or "ban hành" in text[found.end() :][:_AHEAD]
            ):
                continue
            if _numbers_of(found["numbers"]) - {number for number in known if number}:
                yield _absent(paragraph, text, found, "mà tệp này không có phụ lục ấy")


def _absent(paragraph: Paragraph, text: str, found: re.Match[str], fault: str) -> Slip:
    # Offsets are those of the text in NFC, and of the paragraph where both are of one length.
    exact = len(text) == len(paragraph.text)
    return Slip(
        f"phần lời ghi “{found[0]}” {fault}",
        (place_of(paragraph, found.start(), found.end()) if exact else place_of(paragraph),),
        "thêm phụ lục, hoặc sửa lời chỉ dẫn; phụ lục ở tệp riêng thì bỏ qua",
        found=found[0],
    )


def _own_text(paper: Paper) -> Iterator[tuple[Paragraph, str]]:
    """The paragraphs of the paper itself that may point to an appendix, with their text in NFC."""
    end = min((each.first for each in paper.phu_luc), default=len(paper.observed.paragraphs) + 1)
    for paragraph, text in zip(paper.texts.paragraphs, paper.texts.texts, strict=True):
        if (paragraph.part != _PART or paragraph.number < end) and any(word in text for word in _POINTERS):
            yield paragraph, text


def _number_of(each: PhuLuc) -> int | None:
    return _read_number(each.number)


def _read_number(text: str) -> int | None:
    return int(text) if text.isdecimal() else parse_roman(text)


def _numbers_of(text: str) -> set[int]:
    """Read "I, II và IV", "I đến III"."""
    numbers: set[int] = set()
    begun: int | None = None
    for found in _NUMBERS.finditer(text):
        number = _read_number(found["number"])
        if number is None:
            continue
        # No paper has as many appendices as a range that is mistyped may name.
        numbers |= set(range(begun, min(number, begun + 100) + 1)) if begun is not None else {number}
        begun = number if found["to"] else None
    return numbers
