"""The levels inside the text: I., Điều, khoản, điểm; their letters and their marks."""

from __future__ import annotations

from collections.abc import Iterator

from vtdocs.checking.finding import Place, Slip
from vtdocs.checking.flow import body_size, flow, only_in_appendices, text_of
from vtdocs.checking.lettering import judge_lettering, judge_size, main_size, share
from vtdocs.checking.paper import Item, Line, Paper, Role
from vtdocs.checking.putting_right import Cure, places_and_words
from vtdocs.checking.registry import Example, rule
from vtdocs.diagnostics import Severity
from vtdocs.outline import Marker
from vtdocs.outline.markers import LABELLED
from vtdocs.patterns import compile_late
from vtdocs.standards import nd30
from vtdocs.standards.base import ChuFact

__all__: list[str] = []

_MOSTLY = 0.5
_BULLETS = "•●○◦▪■□▫◆◇❖➢➤►▶✓✔✦★☆§Ø·∙⁃‣"
_ARTICLE_END = compile_late(r"Điều\s+\d{1,3}[a-zđ]?(?P<sign>\s*(?:[:–—)/-]|\.\s*[:-])|(?=\s))", 0)


@rule(
    "ND30-430",
    "Mục đánh số La Mã (I, II) không đúng kiểu chữ",
    fact=nd30.MUC_LA_MA,
    example=Example("I. MỤC TIÊU (in hoa, đứng, đậm)", "I. Mục tiêu"),
)
def _section_lettering(paper: Paper) -> Iterator[Slip]:
    yield from _judge_headings(_headings(paper, Marker.MUC), nd30.MUC_LA_MA, "mục I, II, …", body_size(paper))


@rule(
    "ND30-431",
    "Điều không đúng kiểu chữ",
    fact=nd30.DIEU,
    example=Example("“Điều 1.” đứng, đậm", "“Điều 1.” không đậm"),
    why="Trong quyết định, nghị quyết lời của điều chạy tiếp sau số: chỉ “Điều 1.” in đậm.",
)
def _article_lettering(paper: Paper) -> Iterator[Slip]:
    lines = []
    for item in flow(paper):
        if item.marker is Marker.DIEU and not item.line.paragraph.label:
            line = item.line
            end = line.end if item.role is Role.HEADING else line.start + _lead(line) + len(item.number)
            lines.append(Line(line.paragraph, line.start, end))
    yield from judge_lettering(lines, nd30.DIEU, "“Điều”, số thứ tự và tiêu đề của điều", caps=False)


def _lead(line: Line) -> int:
    text = line.paragraph.text[line.start : line.end]
    return len(text) - len(text.lstrip())


@rule(
    "ND30-432",
    "Khoản có tiêu đề không đúng kiểu chữ",
    fact=nd30.KHOAN_CO_TIEU_DE,
    example=Example("1. Mục đích (dòng riêng, đứng, đậm)", "1. Mục đích (không đậm)"),
    why="Khoản có tiêu đề ở dòng riêng thì in đậm; nếu không khoản nào in đậm thì là cảnh báo.",
)
def _clause_lettering(paper: Paper) -> Iterator[Slip]:
    headings = _headings(paper, Marker.KHOAN)
    # Where none is bold its author may take all of them for sentences.
    unsure = not any(share(item.line, lambda run: run.format.bold) > _MOSTLY for item in headings)
    yield from _judge_headings(headings, nd30.KHOAN_CO_TIEU_DE, "tiêu đề của khoản", body_size(paper), unsure=unsure)


def _headings(paper: Paper, marker: Marker) -> list[Item]:
    """The headings that stand alone; what ends with a colon may as well lead in what is below it."""
    return [
        item
        for item in paper.items
        if item.marker is marker
        and item.role is Role.HEADING
        and item.line.paragraph.spot is None
        and not item.line.text.endswith((":", ".", ";", ","))
    ]


def _judge_headings(
    headings: list[Item], fact: ChuFact, what: str, text_size: int | None, *, unsure: bool = False
) -> Iterator[Slip]:
    """Judge headings; the size of those that are as large as the text is told of with the text's (loi_van)."""
    for broken, severity in (
        ([item for item in headings if not item.body], Severity.WARNING if unsure else None),
        ([item for item in headings if item.body], Severity.WARNING),
    ):
        own_size = [item.line for item in broken if main_size(item.line) != text_size]
        lines = [item.line for item in broken]
        yield from judge_size(own_size, fact, what, severity)
        yield from judge_lettering(lines, fact, what, size=False, caps=fact.caps, severity=severity)


@rule(
    "ND30-433",
    "Điểm in đậm hoặc in nghiêng",
    fact=nd30.DIEM,
    severity=Severity.WARNING,
    example=Example("a) lời của điểm in đứng", "a) cả điểm in nghiêng"),
    why="Nhiều nơi in nghiêng tên điểm cho dễ đọc nên chỉ là cảnh báo.",
)
def _point_lettering(paper: Paper) -> Iterator[Slip]:
    points = [item for item in flow(paper) if item.marker is Marker.DIEM]
    for style, broken in (
        ("đậm", [item for item in points if share(item.line, lambda run: run.format.bold) > _MOSTLY]),
        ("nghiêng", [item for item in points if share(item.line, lambda run: run.format.italic) > _MOSTLY]),
    ):
        if broken:
            yield Slip(
                f"điểm a), b) … in {style}, kiểu chữ quy định là đứng, không đậm",
                tuple(item.line.place for item in broken),
                f"chọn các đoạn này, bỏ chữ {style}",
                found=f"in {style}",
                expected="đứng, không đậm",
            )


@rule(
    "ND30-434",
    "Sau số của điều không có dấu chấm",
    fact=nd30.DIEU_SAU_SO,
    example=Example("Điều 1. Phạm vi điều chỉnh", "Điều 1: Phạm vi điều chỉnh"),
)
def _article_mark(paper: Paper) -> Iterator[Slip]:
    wanted = nd30.DIEU_SAU_SO.default
    broken: dict[str, list[Line]] = {}
    cures: dict[str, list[Cure]] = {}
    for item in flow(paper):
        if item.marker is Marker.DIEU and not item.number.endswith(wanted):
            line = item.line
            found = _ARTICLE_END.match(line.text)
            sign = found["sign"].strip() if found else item.number[-1]
            broken.setdefault(sign, []).append(line)
            if found:
                # The last figure is written again with the mark behind it: there may be nothing else to take away.
                start, end = found.span("sign")
                cures.setdefault(sign, []).append(Cure(line, start - 1, end, line.text[start - 1] + wanted))
    for sign, lines in broken.items():
        places, words = places_and_words(cures.get(sign, ()))
        sure = len(places) == len(lines)
        yield Slip(
            f"sau số của điều là “{sign}”, phải là dấu chấm (.)" if sign else "sau số của điều không có dấu chấm (.)",
            places if sure else tuple(line.place for line in lines),
            "gõ dấu chấm ngay sau số: “Điều 1.”",
            found=sign,
            expected=wanted,
            replacements=words if sure else (),
        )


@rule(
    "ND30-435",
    "Sau số của mục, khoản không có dấu chấm",
    fact=nd30.KHOAN_SAU_SO,
    severity=Severity.WARNING,
    example=Example("1. Mục đích", "1/ Mục đích"),
    why="Dãy 1), 2) có thể là cách liệt kê riêng trong câu nên chỉ là cảnh báo.",
)
def _clause_mark(paper: Paper) -> Iterator[Slip]:
    for marker, name in ((Marker.MUC, "mục"), (Marker.KHOAN, "khoản")):
        broken = [item for item in paper.items if item.marker is marker and not item.number.endswith(".")]
        yield from _tell_mark(broken, name, nd30.KHOAN_SAU_SO.default)


@rule(
    "ND30-436",
    "Điểm không có dấu đóng ngoặc đơn",
    fact=nd30.DIEM_SAU_CHU,
    example=Example("a) Về tổ chức", "a. Về tổ chức"),
)
def _point_mark(paper: Paper) -> Iterator[Slip]:
    wanted = nd30.DIEM_SAU_CHU.default
    points = [item for item in flow(paper) if item.marker is Marker.DIEM]
    yield from _tell_mark(
        [item for item in points if not item.number.endswith(wanted) or item.number.startswith("(")], "điểm", wanted
    )


def _tell_mark(broken: list[Item], name: str, wanted: str) -> Iterator[Slip]:
    if not broken:
        return
    mark = broken[0].number
    expected = f"{_bare(mark)}{wanted}"
    # An automatic mark is not in the text.
    typed = all(item.line.text.startswith(item.number) for item in broken)
    cures = [Cure(item.line, 0, len(item.number), f"{_bare(item.number)}{wanted}") for item in broken]
    places, words = places_and_words(cures)
    yield Slip(
        f"{name} đánh dấu là “{mark}”, phải là “{expected}”",
        places if typed else tuple(item.line.place for item in broken),
        f"viết “{expected}” thay cho “{mark}”",
        found=mark,
        expected=expected,
        severity=only_in_appendices(broken),
        replacements=words if typed else (),
    )


def _bare(mark: str) -> str:
    return mark.strip("(). /:–-")


@rule(
    "VB-437",
    "Đầu dòng là ký hiệu trang trí",
    source=f"{nd30.DIEM_SAU_CHU.source} (chỉ nêu phần, chương, mục, tiểu mục, điều, khoản, điểm)",
    severity=Severity.WARNING,
    example=Example("- Tăng cường kiểm tra", "• Tăng cường kiểm tra"),
)
def _bullets(paper: Paper) -> Iterator[Slip]:
    broken: dict[str, list[Place]] = {}
    for item in flow(paper):
        sign = item.number if item.marker is Marker.GACH else item.line.text[:1]
        if sign and sign in _BULLETS:
            broken.setdefault(sign, []).append(item.line.place)
    for sign, places in broken.items():
        yield Slip(
            f"đầu dòng dùng ký hiệu “{sign}”; văn bản hành chính dùng số, chữ cái hoặc gạch đầu dòng (-)",
            tuple(places),
            "bỏ định dạng Bullets, gõ “- ” hoặc đánh số khoản, điểm",
            found=sign,
            expected="-",
        )


@rule(
    "VB-438",
    "Đánh số nhiều tầng",
    source=f"{nd30.KHOAN_SAU_SO.source} (không có cấp đánh số như vậy)",
    severity=Severity.HINT,
    example=Example("a) Nhóm hồ sơ về hộ tịch", "1.1.1.1. Nhóm hồ sơ về hộ tịch"),
    why="1.1. và 1.1.1. gặp trong nhiều báo cáo, kế hoạch nên không nhắc.",
)
def _deep_numbers(paper: Paper) -> Iterator[Slip]:
    places = tuple(item.line.place for item in flow(paper) if item.marker is Marker.TIEU_KHOAN_4)
    if places:
        yield Slip(
            "đánh số tới bốn tầng (1.1.1.1.) khó đọc; các cấp của Nghị định là mục, khoản, điểm",
            places,
            "chia lại thành mục I., khoản 1., điểm a) rồi gạch đầu dòng",
            found="1.1.1.1.",
            expected="I., 1., a)",
        )


@rule(
    "ND30-439",
    "Điều không có tiêu đề trong văn bản chia chương",
    source=f"{nd30.DIEU.source.partition(';')[0].rpartition(', ')[0]}, điểm d",
    severity=Severity.WARNING,
    example=Example("Điều 2. Nguyên tắc tiếp công dân", "Điều 2. Việc tiếp công dân phải công khai."),
    why="Trong quyết định, nghị quyết các điều đi thẳng vào nội dung, không cần tiêu đề.",
)
def _article_without_title(paper: Paper) -> Iterator[Slip]:
    divided = {item.body for item in paper.items if item.marker in LABELLED and item.role is Role.HEADING}
    articles = [item for item in flow(paper) if item.marker is Marker.DIEU and item.body in divided]
    broken = [item for item in articles if item.role is not Role.HEADING and not item.heading and text_of(item)]
    if broken:
        yield Slip(
            f"“{broken[0].number.rstrip('.')}” không có tiêu đề; văn bản chia chương, mục thì điều phải có tiêu đề",
            tuple(item.line.place for item in broken),
            "viết tiêu đề ngay sau số của điều, lời văn xuống dòng dưới",
            found="không có tiêu đề",
            expected="có tiêu đề",
        )
