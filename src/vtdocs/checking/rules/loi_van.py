"""The letters of the running text: size, slant, weight, capitals; the mark that ends it."""

from __future__ import annotations

from collections.abc import Iterator

from vtdocs.checking.finding import Slip
from vtdocs.checking.flow import body_size, flow, is_form, only_in_appendices
from vtdocs.checking.lengths import format_allowed_sizes, format_size, size_fits
from vtdocs.checking.lettering import count_letters, in_capitals, main_size, share
from vtdocs.checking.paper import Item, Paper, Role
from vtdocs.checking.putting_right import Cure, cure_end, places_and_words
from vtdocs.checking.registry import Example, rule
from vtdocs.diagnostics import Severity
from vtdocs.outline import Marker
from vtdocs.standards import custom, nd30

__all__: list[str] = []

# Running text proper, without bases (which are in italics) and headings.
_PROSE = frozenset({Role.MO_DAU, Role.TEXT, Role.KET_THUC})
# Marks whose letters must be as large as those of the text (nd30.DIEU, KHOAN, DIEM: same_size_as).
_SAME_SIZE = frozenset({Marker.DIEU, Marker.KHOAN, Marker.DIEM})
# Letters: shorter lines in bold are titles that nothing marks, in capitals abbreviations and words that are called out.
_BOLD_PARAGRAPH, _BOLD_SENTENCE, _CAPITAL_PARAGRAPH = 100, 40, 40
_WHOLE = 0.9
# What people end a text with.
_END_MARKS = "./,; "


@rule(
    "ND30-401",
    "Cỡ chữ lời văn ngoài khoảng quy định",
    fact=nd30.NOI_DUNG,
    example=Example("lời văn cỡ 14", "lời văn cỡ 15"),
    why="Cỡ chữ trong bảng không tính: Nghị định không quy định cỡ chữ của bảng.",
)
def _text_size(paper: Paper) -> Iterator[Slip]:
    items = {}
    sizes: dict[int, int] = {}
    main = body_size(paper)
    # Headings I., II. that are as large as the text are wrong with it; others are told of by a rule of their own.
    headings = (item for item in paper.items if item.marker is Marker.MUC and main_size(item.line) == main)
    for item in (*flow(paper), *headings):
        for run in item.line.runs:
            form = run.format
            if form.raised or size_fits(form.size, nd30.NOI_DUNG.size):
                continue
            # One letter of another size is a slip of the mouse that nobody sees.
            if (letters := count_letters(item.line, run)) > 1:
                items[id(item)] = item
                sizes[form.size] = sizes.get(form.size, 0) + letters
    if not items:
        return
    found = ", ".join(format_size(size) for size in sorted(sizes, key=lambda size: -sizes[size])[:4])
    allowed = format_allowed_sizes(nd30.NOI_DUNG.size)
    yield Slip(
        f"lời văn cỡ chữ {found}, phải từ {allowed.replace(' - ', ' đến ')}",
        tuple(sorted((item.line.place for item in items.values()), key=lambda place: place.order)),
        f"chọn các đoạn này, đặt cỡ chữ {format_size(nd30.NOI_DUNG.default.half_points)}",
        found=found,
        expected=allowed,
        severity=only_in_appendices(items.values()),
    )


@rule(
    "ND30-402",
    "Lời văn lẫn nhiều cỡ chữ",
    source=f"{nd30.DIEU.source}; {nd30.CO_CHU_THONG_NHAT.source}",
    example=Example("lời văn đều cỡ 14", "lời văn cỡ 14, khoản 2 cỡ 13"),
    why="Điều, khoản, điểm phải có cỡ chữ bằng cỡ chữ của phần lời văn: đó là lỗi; các đoạn khác là cảnh báo.",
)
def _mixed_sizes(paper: Paper) -> Iterator[Slip]:
    main = body_size(paper)
    if main is None or not size_fits(main, nd30.NOI_DUNG.size):
        return
    odd = []
    sizes = set()
    for item in flow(paper):
        size = main_size(item.line)
        if size is not None and size != main and size_fits(size, nd30.NOI_DUNG.size):
            odd.append(item)
            sizes.add(size)
    if not odd:
        return
    found, expected = ", ".join(map(format_size, sorted(sizes))), format_size(main)
    yield Slip(
        f"lời văn cỡ {expected} mà có đoạn cỡ {found}",
        tuple(item.line.place for item in odd),
        f"chọn các đoạn này, đặt cùng cỡ chữ {expected}",
        found=found,
        expected=expected,
        severity=None if any(item.marker in _SAME_SIZE and not item.body for item in odd) else Severity.WARNING,
    )


@rule(
    "ND30-403",
    "Lời văn in nghiêng",
    fact=nd30.NOI_DUNG,
    example=Example("lời văn in đứng", "cả đoạn lời văn in nghiêng"),
    why="Chỉ căn cứ in nghiêng. Vài đoạn nghiêng để nhấn mạnh là cảnh báo; phần lớn lời văn nghiêng là lỗi.",
)
def _text_italic(paper: Paper) -> Iterator[Slip]:
    # "(Có danh sách kèm theo)" and notes below tables stand in italics by custom.
    items = [item for item in _prose(paper) if not item.line.text.startswith(("(", "*", "Ghi chú"))]
    broken = [item for item in items if share(item.line, lambda run: run.format.italic) >= _WHOLE]
    yield from _judge_share(items, broken, "in nghiêng", "đứng", "bỏ kiểu chữ nghiêng")


@rule(
    "ND30-404",
    "Lời văn in đậm",
    fact=nd30.NOI_DUNG,
    example=Example("lời văn không in đậm", "cả đoạn lời văn in đậm"),
    why="Vài đoạn đậm để nhấn mạnh là cảnh báo; phần lớn lời văn đậm là lỗi.",
)
def _text_bold(paper: Paper) -> Iterator[Slip]:
    items = [
        item
        for item in _prose(paper)
        if len(item.line.text) >= (_BOLD_SENTENCE if item.line.text.endswith((".", ";")) else _BOLD_PARAGRAPH)
    ]
    broken = [item for item in items if share(item.line, lambda run: run.format.bold) >= _WHOLE]
    yield from _judge_share(items, broken, "in đậm", "đứng, không đậm", "bỏ kiểu chữ đậm")


@rule(
    "ND30-405",
    "Lời văn in hoa",
    fact=nd30.NOI_DUNG,
    example=Example("lời văn in thường", "cả đoạn lời văn in hoa"),
)
def _text_in_capitals(paper: Paper) -> Iterator[Slip]:
    items = [item for item in _prose(paper) if len(item.line.text) >= _CAPITAL_PARAGRAPH]
    broken = [item for item in items if in_capitals(item.line)]
    yield from _judge_share(items, broken, "in hoa", "in thường", "gõ lại bằng chữ in thường")


def _prose(paper: Paper) -> Iterator[Item]:
    """The paper's own sentences; of điểm a), b) … a rule of their own tells (de_muc)."""
    return (item for item in flow(paper) if item.role in _PROSE and not item.body and item.marker is not Marker.DIEM)


def _judge_share(items: list[Item], broken: list[Item], found: str, expected: str, cure: str) -> Iterator[Slip]:
    """Tell of paragraphs that look otherwise; it is an error where more of the text does than does not."""
    if not broken:
        return
    letters, odd = (sum(len(item.line.text) for item in some) for some in (items, broken))
    yield Slip(
        f"{'lời văn' if 2 * odd > letters else 'có đoạn lời văn'} {found}, phải {expected}",
        tuple(item.line.place for item in broken),
        f"chọn các đoạn này, {cure}",
        found=found,
        expected=expected,
        severity=None if 2 * odd > letters else Severity.WARNING,
    )


@rule(
    "VB-419",
    "Nội dung không kết thúc bằng “./.”",
    source=f"{custom.KET_THUC.seen}",
    severity=Severity.WARNING,
    example=Example("… để được hướng dẫn./.", "… để được hướng dẫn./", "ket_thuc"),
    why="Các mẫu của Nghị định đều có “./.”, phần lời thì không nhắc đến: thiếu là gợi ý, gõ sai là cảnh báo.",
)
def _text_end(paper: Paper) -> Iterator[Slip]:
    # The text ends where the signature begins: without one this may be a piece of a paper.
    if paper.part("ho_ten") is None and paper.part("chuc_vu") is None:
        return
    last = None
    for item in paper.items:
        if not item.body and item.role is not Role.EMPTY:
            last = item
    # Behind a last table the mark stands in it, or below it, or nowhere.
    if last is None or last.role not in _PROSE or last.line.paragraph.spot is not None:
        return
    text = last.line.text
    if text.endswith((custom.KET_THUC.value, ":")) or is_form(last):
        return
    words_end = len(text.rstrip(_END_MARKS))
    mark = text[words_end:].strip()
    typed = "/" in mark
    cure = Cure(last.line, words_end, len(text), custom.KET_THUC.value) if mark else None
    places, words = places_and_words([cure or cure_end(last.line, custom.KET_THUC.value)])
    yield Slip(
        f"nội dung kết thúc bằng “{mark}”, theo mẫu là “{custom.KET_THUC.value}”"
        if typed
        else f"nội dung không kết thúc bằng “{custom.KET_THUC.value}” như các mẫu của Nghị định",
        places,
        f"gõ “{custom.KET_THUC.value}” ngay sau chữ cuối cùng",
        found=mark,
        expected=custom.KET_THUC.value,
        severity=None if typed else Severity.HINT,
        replacements=words,
    )
