"""How papers are cited: "số", the kind, the full first citation, laws without a number, the order of căn cứ."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from re import Pattern

from msgspec.structs import replace

from vtdocs.checking.citations import Citation
from vtdocs.checking.finding import Slip
from vtdocs.checking.paper import Paper, Role
from vtdocs.checking.registry import Example, rule
from vtdocs.checking.spans import cited_words, outside, places_of, shown
from vtdocs.diagnostics import Severity
from vtdocs.patterns import compile_late
from vtdocs.standards import nd30
from vtdocs.standards.loai_van_ban import LOAI_VAN_BAN

__all__: list[str] = []

_NOI_DUNG = nd30.NOI_DUNG.source.rpartition(", ")[0]
_BASES = f"{_NOI_DUNG}, điểm a"
_FIRST = f"{_NOI_DUNG}, điểm b"
# What the first group of a symbol says about the kind.
_KIND_OF = {row.viet_tat: row.ten for row in LOAI_VAN_BAN.values() if row.viet_tat} | {
    "NĐ": "Nghị định",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
    "KL": "Kết luận",
}
_LAWS = ("luật", "bộ luật", "pháp lệnh")
# A law's name before its number: "Luật Tổ chức chính quyền địa phương số 72/2025/QH15".
_LAW_NUMBER: Pattern[str] = compile_late(
    r"(?:Luật|Bộ luật|Pháp lệnh) [^;.\n]{0,120}?số \d{1,3}/\d{4}/(?:QH\d{1,2}|PL-UBTVQH\d{1,2})"
)
# A paper named within another's title ("sửa đổi Nghị định số …"), and the line that names the paper of an appendix.
_WITHIN: Pattern[str] = compile_late(
    r"(?:sửa đổi|bổ sung|bãi bỏ|thay thế|thi hành|[Kk]èm theo)(?: một số điều của)? ?$"
)
# What the paper itself puts an end to is no part of a title: "Quyết định này … thay thế Quyết định số …".
_ENDS_IT: Pattern[str] = compile_late(r"\bnày [^.;\n]{0,200}(?:bãi bỏ|thay thế) ?$")
# The day may stand behind the issuer.
_DAY_LATER: Pattern[str] = compile_late(r"[^;.\n]{0,100}?ngày \d")
# Verbs that take a paper for their object; a symbol that names no kind is then that of a công văn.
_LEADS: Pattern[str] = compile_late(
    r"\b(?:[Tt]hực hiện|[Pp]húc đáp|[Tt]rả lời|[Cc]ăn cứ|[Tt]riển khai|[Tt]heo) [Ss]ố:?$"
)
_AND = ("và", "hoặc", "đến")
_LOOK_BACK = 40


def _slip(
    paper: Paper, found: list[Citation], message: str, hint: str, right: Callable[[Citation], str] | None = None
) -> Iterator[Slip]:
    if found:
        spans = [(each.start, each.at + len(each.symbol)) for each in found]
        words = [paper.prose.whole[start:end] for start, end in spans]
        rights = tuple(right(each) for each in found) if right else ()
        yield Slip(
            message.format(shown(words)),
            places_of(paper.prose, spans),
            hint,
            found=words[0],
            expected=rights[0] if rights else "",
            replacements=rights,
        )


def _own(paper: Paper) -> Iterator[Citation]:
    """The citations of the paper's own words: not those in quotation marks or in the title of another paper."""
    spans = ((each.start, each.end) for each in paper.citations)
    kept = set(outside(spans, paper.prose.quoted, cited_words(paper)))
    return (each for each in paper.citations if (each.start, each.end) in kept)


def _kind_of(citation: Citation) -> str:
    """The kind that the symbol names, "" for one that names none (công văn, laws)."""
    first = citation.group.replace("/", "-").split("-")
    return _KIND_OF.get(first[0], "") if len(first) > 1 else ""


@rule(
    "VB-901",
    "Thiếu chữ “số” trước số, ký hiệu của văn bản",
    source=f"cách viện dẫn của chính Nghị định 30/2020/NĐ-CP (Phụ lục II, Mục V, khoản 7); {_FIRST}",
    severity=Severity.WARNING,
    example=Example("Nghị định số 30/2020/NĐ-CP", "Nghị định 30/2020/NĐ-CP"),
)
def thieu_so(paper: Paper) -> Iterator[Slip]:
    found = [each for each in _own(paper) if each.kind and not each.so and each.kind.lower() not in _LAWS]
    yield from _slip(
        paper,
        found,
        "{}: thiếu chữ “số” giữa tên loại và số, ký hiệu",
        "viết: Nghị định số …, Quyết định số …",
        lambda each: f"{each.kind} số {each.symbol}",
    )


@rule(
    "VB-902",
    "Thiếu tên loại trước số, ký hiệu của văn bản",
    source=_FIRST,
    severity=Severity.WARNING,
    example=Example("thực hiện Kế hoạch số 101/KH-UBND", "thực hiện 101/KH-UBND"),
    why="Viện dẫn lần đầu ghi đầy đủ tên loại; “Văn bản số” chỉ là cách gọi chung.",
)
def thieu_ten_loai(paper: Paper) -> Iterator[Slip]:
    whole = paper.prose.whole
    bare, vague, led = [], [], []
    for each in _own(paper):
        kind = _kind_of(each)
        before = whole[max(0, each.at - _LOOK_BACK) : each.at].rstrip()
        # One of several ("… và 3/QĐ-UBND") has its kind before the first.
        if not each.kind and not each.so and kind and before[-1:].islower() and not before.endswith(_AND):
            bare.append(each)
        elif not each.kind and each.so and not each.year and _LEADS.search(before):
            led.append(each)
        elif each.kind.lower() == "văn bản" and kind:
            vague.append(each)
    hint = "Ghi rõ tên loại như chữ viết tắt trong ký hiệu cho biết."
    yield from _slip(
        paper,
        bare,
        "{}: thiếu tên loại văn bản trước số, ký hiệu",
        hint,
        lambda each: f"{_kind_of(each)} số {each.symbol}",
    )
    yield from _slip(
        paper,
        # The word "số" stands there already, and the kind goes before it.
        [replace(each, start=whole.rindex(" ", 0, each.at - 1) + 1) for each in led],
        "“số” đứng ngay sau động từ: {} thiếu tên loại văn bản",
        hint,
        lambda each: f"{_kind_of(each) or 'Công văn'} số {each.symbol}",
    )
    for slip in _slip(
        paper,
        vague,
        "{}: nên ghi tên loại của văn bản thay cho “văn bản”",
        hint,
        lambda each: f"{_kind_of(each)} số {each.symbol}",
    ):
        yield replace(slip, severity=Severity.HINT)


@rule(
    "VB-904",
    "Căn cứ không theo thứ tự hiệu lực",
    source="thông lệ soạn thảo: văn bản có hiệu lực pháp lý cao hơn đứng trước; Nghị định 30/2020/NĐ-CP để ngỏ",
    severity=Severity.HINT,
    example=Example(
        "Căn cứ Luật …; Căn cứ Nghị định …; Căn cứ Thông tư …", "Căn cứ Nghị định …; Căn cứ Luật …", where="can_cu"
    ),
)
def thu_tu_can_cu(paper: Paper) -> Iterator[Slip]:
    highest = -1
    name = ""
    for item in paper.items:
        if item.role is not Role.CAN_CU:
            continue
        words = item.line.text.removeprefix("Căn cứ").strip()
        kind = next((kind for kind in _RANKS if words.startswith(kind)), None)
        if kind is None:
            continue
        rank = _RANKS[kind]
        if rank < highest:
            yield Slip(
                f"căn cứ “{words.split(' số ')[0].split(' ngày ')[0][:60]}” đứng sau {name}",
                (item.line.place,),
                "xếp văn bản có hiệu lực pháp lý cao hơn lên trước: luật, nghị định, thông tư",
            )
            return
        if rank > highest:
            highest, name = rank, kind


_RANKS = {"Hiến pháp": 0, "Bộ luật": 1, "Luật": 1, "Pháp lệnh": 2, "Nghị định": 3, "Thông tư": 4}


@rule(
    "ND30-905",
    "Căn cứ ghi số, ký hiệu của luật",
    source=_BASES,
    severity=Severity.WARNING,
    example=Example(
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
        "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;",
        where="can_cu",
    ),
    why="Luật, pháp lệnh không ghi số, ký hiệu, cơ quan ban hành.",
)
def luat_co_so(paper: Paper) -> Iterator[Slip]:
    places, found = [], ""
    for item in paper.items:
        if item.role is Role.CAN_CU and (match := _LAW_NUMBER.search(item.line.text)):
            places.append(item.line.place)
            found = found or match.group()
    if places:
        yield Slip(
            f"căn cứ ghi số, ký hiệu của luật: “{found}”",
            tuple(places),
            "Luật và pháp lệnh chỉ ghi tên loại, tên gọi và ngày tháng năm thông qua",
            found=found,
        )


@rule(
    "VB-906",
    "Viện dẫn lần đầu chưa đầy đủ",
    source=_FIRST,
    severity=Severity.HINT,
    example=Example(
        "Kế hoạch số 101/KH-UBND ngày 17/3/2026 của UBND tỉnh về tuyên truyền CCHC",
        "thực hiện Kế hoạch số 101/KH-UBND, các thôn báo cáo kết quả",
    ),
    why="Lần đầu ghi tên loại, số, ký hiệu, thời gian ban hành, cơ quan ban hành, trích yếu; lần sau chỉ cần tên loại, "
    "số, ký hiệu.",
)
def vien_dan_lan_dau(paper: Paper) -> Iterator[Slip]:
    whole = paper.prose.whole
    known: set[str] = set()
    found = []
    own = frozenset(each.start for each in _own(paper))
    for each in paper.citations:
        if each.symbol in known:
            continue
        known.add(each.symbol)
        if each.dated or not each.kind or each.start not in own:
            continue
        index, _ = paper.prose.find(each.start)
        # A cell has no room for the whole.
        if paper.prose.paragraphs[index].spot is not None:
            continue
        if _DAY_LATER.match(whole, each.end):
            continue
        low = max(0, each.start - _LOOK_BACK)
        if _WITHIN.search(whole, low, each.start) and not _ENDS_IT.search(whole, max(0, low - 200), each.start):
            continue
        found.append(each)
    yield from _slip(
        paper,
        found,
        "{}: lần đầu viện dẫn chưa ghi thời gian, cơ quan ban hành và trích yếu",
        "lần đầu ghi đầy đủ: tên loại, số, ký hiệu, ngày tháng năm, cơ quan ban hành, trích yếu nội dung",
    )
