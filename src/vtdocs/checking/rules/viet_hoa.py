"""Capitals of Phụ lục II that the words around a word decide: sentences, Nhân dân, Đảng, days."""

from __future__ import annotations

from collections.abc import Iterator
from re import Pattern

from vtdocs.checking.finding import Slip
from vtdocs.checking.paper import Paper, Role
from vtdocs.checking.registry import Example, rule
from vtdocs.checking.spans import LOWER, follows, in_subject, matches_of, outside, own_words, shown, tell
from vtdocs.diagnostics import Severity
from vtdocs.patterns import compile_late
from vtdocs.standards import nd30

__all__: list[str] = []

# How far back the words are that decide.
_LOOK_BACK = 16
_NHAN_DAN: Pattern[str] = compile_late(
    r"nhân dân\b(?! (?:tệ|thế giới|các nước|hai nước|Lào|Trung Quốc|Cuba|Cu-ba|Nhật Bản|Campuchia|Cam-pu-chia))"
)
# Behind these it stands for itself, and ends no name ("Ủy ban nhân dân").
_NHAN_DAN_BEFORE: Pattern[str] = compile_late(
    r"\b(?:của|cho|với|và|trong|phục vụ|vận động|tầng lớp|quần chúng|đời sống|được|để|cùng|do|vì|[Ll]ấy ý kiến"
    r"|[Mm]ọi) $"
)
_NHA_NUOC: Pattern[str] = compile_late(r"Đảng(?:,| và|, của| và của) nhà nước\b(?! pháp quyền)")
# "của nhà nước" is an adjective where another noun may follow, and a noun at the end of its phrase.
_CUA_NHA_NUOC: Pattern[str] = compile_late(r"của nhà nước(?=[,.;:)]|$|\n| (?:về|đối với)\b)")
_DANG: Pattern[str] = compile_late(
    r"đảng(?:(?:,| và| và của|, của|, (?:chính sách|pháp luật|chính sách, pháp luật) của) [Nn]hà nước\b"
    r"| Cộng sản Việt Nam)"
)
_TET: Pattern[str] = compile_late(
    r"[Tt]ết (?:Nguyên Đán|nguyên [Đđ]án|Trung Thu|trung [Tt]hu|Đoan Ngọ|đoan [Nn]gọ|Hàn Thực|Dương Lịch)"
)
_THU: Pattern[str] = compile_late(
    r"hứ (?:hai|ba|tư|năm|sáu|bảy)\b(?P<sure> (?:hằng|hàng) tuần|,? \(?ngày \d|,? (?:và )?[Cc]hủ [Nn]hật)?"
)
_PART_OF_DAY: Pattern[str] = compile_late(r"\b(?:[Ss]áng|[Cc]hiều|[Tt]ối) [Tt]$")
# Of "tháng năm 2026" the figure of the month is missing; how much of "tháng mười một" has capitals is left open.
_THANG: Pattern[str] = compile_late(
    r"tháng (?:(?P<sure>giêng|chạp)|hai|ba|tư|năm(?! \d)|sáu|bảy|tám|chín|mười(?! (?:một|hai)\b))\b"
    r"(?P<moon> âm lịch\b)?"
)
_DAY_BEFORE: Pattern[str] = compile_late(r"\b(?:(?:[Nn]gày|[Mm][ùồ]ng) \d{1,2}|[Mm][ùồ]ng \w{2,4}|[Rr]ằm) $")
_SENTENCE: Pattern[str] = compile_late(rf"[.?!] ([{LOWER}]{{2,7}})\b(?![.@/])")
_WORD_BEFORE: Pattern[str] = compile_late(rf"(?<![\w.])([{LOWER}]{{2,7}})$")
_VOWEL: Pattern[str] = compile_late(r"[^bcdđghklmnpqrstvxfjwz]")
# Words with a vowel that stand for others and keep their full stop.
_SHORT = frozenset(("tel", "fax", "ext", "etc", "no", "sđt", "stt", "vol"))
_MARK: Pattern[str] = compile_late(
    r"(?:[-+–—•*o]|\(?\d{1,3}[.)]|\d{1,2}(?:\.\d{1,2}){1,4}\.?|[a-zđ][.)]|\([a-zđ]\))\s+"
)


@rule(
    "ND30-705",
    "“Nhân dân”, “Nhà nước” viết thường",
    source=f"{nd30.VIET_HOA}, Mục V, khoản 1",
    severity=Severity.WARNING,
    example=Example("phục vụ Nhân dân, chính sách của Đảng và Nhà nước", "phục vụ nhân dân"),
    why="Trong tên cơ quan (Ủy ban nhân dân) và khi là tính từ (cơ quan nhà nước) hai từ này viết thường.",
)
def nhan_dan_nha_nuoc(paper: Paper) -> Iterator[Slip]:
    whole = paper.prose.whole
    found = [
        (before.start(), match.end())
        for match in _NHAN_DAN.finditer(whole)
        if (before := _NHAN_DAN_BEFORE.search(whole, max(0, match.start() - _LOOK_BACK), match.start()))
    ]
    found += (match.span() for match in _NHA_NUOC.finditer(whole))
    found += (match.span() for match in _CUA_NHA_NUOC.finditer(whole))
    yield from tell(
        paper,
        own_words(paper, found),
        "{}: Nhân dân, Nhà nước là danh từ đặc biệt, viết hoa",
        "viết “Nhân dân”, “Nhà nước”",
        lambda words: words.replace("nhân dân", "Nhân dân").replace("nhà nước", "Nhà nước"),
    )


@rule(
    "ND30-706",
    "Tên ngày tết viết hoa sai",
    source=f"{nd30.VIET_HOA}, Mục V, khoản 8, điểm b",
    severity=Severity.WARNING,
    example=Example("tết Nguyên đán, tết Trung thu", "Tết Nguyên Đán"),
)
def ngay_tet(paper: Paper) -> Iterator[Slip]:
    yield from tell(
        paper,
        matches_of(paper, _TET),
        "{}: chỉ viết hoa âm tiết thứ nhất của tên ngày tết",
        "viết: tết Nguyên đán, tết Trung thu, tết Đoan ngọ",
        beside=in_subject(paper, _TET),
    )


@rule(
    "ND30-707",
    "Thứ trong tuần, tháng bằng chữ viết thường",
    source=f"{nd30.VIET_HOA}, Mục V, khoản 8, điểm c",
    severity=Severity.WARNING,
    example=Example("giao ban vào thứ Hai hằng tuần", "giao ban vào thứ hai hằng tuần"),
)
def thu_thang(paper: Paper) -> Iterator[Slip]:
    whole = paper.prose.whole
    found = [
        (match.start() - 1, match.end())
        for match in _THU.finditer(whole)
        if match["sure"] or follows(whole, match.start(), _PART_OF_DAY)
    ]
    found += (
        (match.start(), match.start("moon") if match["moon"] else match.end())
        for match in _THANG.finditer(whole)
        if match["sure"] or match["moon"] or follows(whole, match.start(), _DAY_BEFORE)
    )
    yield from tell(
        paper,
        own_words(paper, found),
        "{}: ngày trong tuần và tháng không dùng chữ số thì viết hoa âm tiết chỉ ngày, tháng",
        "viết: thứ Hai, thứ Bảy, Chủ nhật, tháng Giêng",
    )


@rule(
    "ND30-711",
    "Đầu câu không viết hoa",
    source=f"{nd30.VIET_HOA}, Mục I",
    severity=Severity.WARNING,
    example=Example("Đã hoàn thành kế hoạch. Các thôn đều đạt.", "Đã hoàn thành kế hoạch. các thôn đều đạt."),
)
def dau_cau(paper: Paper) -> Iterator[Slip]:
    whole = paper.prose.whole
    found = []
    for match in _SENTENCE.finditer(whole):
        before = _WORD_BEFORE.search(whole, max(0, match.start() - 9), match.start())
        if before is None or before[1] in _SHORT or not (_VOWEL.search(before[1]) and _VOWEL.search(match[1])):
            continue
        found.append(match.span(1))
    yield from tell(
        paper,
        list(outside(found, paper.prose.quoted)),
        "sau dấu chấm câu, {} không viết hoa",
        "viết hoa chữ cái đầu câu; nếu câu chưa hết thì thay dấu chấm bằng dấu phẩy",
    )


@rule(
    "ND30-712",
    "Đầu dòng không viết hoa",
    source=f"{nd30.VIET_HOA}, Mục I",
    severity=Severity.HINT,
    example=Example("- Tham mưu tổ chức thực hiện.", "- tham mưu tổ chức thực hiện."),
    why="Nghị định viết hoa khi xuống dòng; đoạn bắt đầu bằng chữ thường cũng có thể là câu bị ngắt đôi.",
)
def dau_dong(paper: Paper) -> Iterator[Slip]:
    places, words = [], []
    for item in paper.items:
        if item.role not in (Role.TEXT, Role.HEADING):
            continue
        text = item.line.text
        mark = _MARK.match(text)
        first = text[mark.end() if mark else 0 :].split(" ", 1)[0]
        if first[:1].islower() and len(first) > 1 and first.strip(",.:;").isalpha() and _VOWEL.search(first):
            places.append(item.line.place)
            words.append(first)
    if places:
        yield Slip(
            f"{len(places)} đoạn bắt đầu bằng chữ thường: {shown(words)}",
            tuple(places),
            "viết hoa chữ cái đầu dòng; nếu câu bị ngắt đôi thì nối lại với đoạn trên",
            found=words[0],
        )


@rule(
    "ND30-713",
    "“Đảng” viết thường khi chỉ Đảng Cộng sản Việt Nam",
    source=f"{nd30.VIET_HOA}, Mục V, khoản 4",
    severity=Severity.HINT,
    example=Example("chủ trương của Đảng, Nhà nước", "chủ trương của đảng, Nhà nước"),
)
def dang_thuong(paper: Paper) -> Iterator[Slip]:
    yield from tell(
        paper,
        matches_of(paper, _DANG),
        "{}: “Đảng” chỉ Đảng Cộng sản Việt Nam thì viết hoa",
        "viết “Đảng”; trong “tổ chức đảng”, “đảng viên” vẫn viết thường",
        lambda words: words.replace("đảng", "Đảng", 1),
    )
