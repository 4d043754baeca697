"""Capitals in names: bodies, administrative units, laws, a few fixed ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from re import Pattern

from vtdocs.checking.can_cu_luat import TEN_LUAT
from vtdocs.checking.finding import Slip
from vtdocs.checking.paper import Paper
from vtdocs.checking.registry import Example, rule
from vtdocs.checking.spans import (
    UPPER,
    Span,
    cited_words,
    goes_on,
    is_within_word,
    occurrences,
    outside,
    places_of,
    shown,
)
from vtdocs.checking.ten_co_quan import CO_QUAN, HAI_CACH, TEN_RIENG, TINH
from vtdocs.checking.words import even_tones
from vtdocs.diagnostics import Severity
from vtdocs.patterns import compile_late
from vtdocs.standards import nd30

__all__: list[str] = []

_UNITS = ("Tỉnh", "Thành phố", "Xã", "Phường", "Huyện", "Thị trấn", "Thị xã", "Quận", "Thôn")
_NAME: Pattern[str] = compile_late(rf"[{UPPER}]\w{{0,6}}(?: [{UPPER}]\w{{0,6}}){{0,2}}")
_MOST_NAMES = 300
_OF_PROVINCE = ("Tỉnh", "Thành phố")
_CITIES = frozenset(("Hà Nội", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Huế"))
_LUAT = tuple(name for name in TEN_LUAT if name.startswith("Luật"))
_BO_LUAT = tuple(name for name in TEN_LUAT if name.startswith("Bộ luật"))
_RIENG = tuple(name for name, _ in TEN_RIENG)
_CACH_MANG: Pattern[str] = compile_late(r"ách mạng [Tt]háng (?:8|tám|(?<=cách mạng tháng )Tám)\b")


def _written(paper: Paper, names: tuple[str, ...], opening: str = "") -> Iterator[tuple[int, int, str]]:
    """Where names stand with other capitals: neither as they should, nor all in capitals, nor all in small letters.

    `opening` is what all of them begin with, in small letters; without it each is looked for by its first word with
    a capital.
    """
    prose = paper.prose
    whole, lowered = prose.whole, prose.lowered
    by_word: dict[str, list[str]] = {}
    for name in names:
        for spelling in _tones(name.lower()):
            by_word.setdefault(opening or _tones(name.split(" ")[0])[spelling != name.lower()], []).append(name)
    for word, its_names in by_word.items():
        spellings = {spelling: name for name in its_names for spelling in _tones(name.lower())}
        for at in occurrences(lowered if opening else whole, word):
            for spelling, name in spellings.items():
                end = at + len(spelling)
                if not lowered.startswith(spelling, at) or is_within_word(lowered, at, end):
                    continue
                words = whole[at:end]
                if words in (words.upper(), spelling) or words in HAI_CACH:
                    continue
                if even_tones(words) != even_tones(name):
                    yield at, end, name


def _tones(name: str) -> tuple[str, str]:
    """A name with its tone marks in both places: "ủy" and "uỷ"."""
    other = name
    for one, two in (("ủy", "uỷ"), ("Ủy", "Uỷ"), ("hòa", "hoà"), ("òa", "oà"), ("hóa", "hoá")):
        other = other.replace(one, two)
    return name, other


def _judged(paper: Paper, found: Iterable[tuple[int, int, str]]) -> tuple[list[Span], list[str]]:
    """What was found outside quotation marks and the titles of cited papers: spans, and how each is written."""
    names = {(start, end): name for start, end, name in found}
    # A name may stand within a longer one: the longer is told.
    longest: list[Span] = []
    for span in sorted(names, key=lambda span: (span[0], -span[1])):
        if not longest or span[0] >= longest[-1][1]:
            longest.append(span)
    spans = list(outside(longest, paper.prose.quoted, cited_words(paper))) if names else []
    return spans, [names[span] for span in spans]


def _slip(paper: Paper, spans: list[Span], names: list[str], message: str) -> Iterator[Slip]:
    if spans:
        yield Slip(
            message.format(shown(paper.prose.whole[start:end] for start, end in spans)),
            places_of(paper.prose, spans),
            f"viết: {shown(names)}",
            found=paper.prose.whole[slice(*spans[0])],
            expected=names[0],
            replacements=tuple(names),
        )


@rule(
    "ND30-703",
    "Tên cơ quan viết hoa sai",
    source=f"{nd30.VIET_HOA}, Mục IV, khoản 1",
    severity=Severity.WARNING,
    example=Example("Ủy ban nhân dân xã, Bộ Tài chính", "Ủy Ban Nhân Dân xã, Bộ tài chính"),
    why="Viết hoa chữ cái đầu của từ chỉ loại hình, chức năng, lĩnh vực; “nhân dân” trong tên cơ quan viết thường.",
)
def ten_co_quan_hoa(paper: Paper) -> Iterator[Slip]:
    # A name in small letters at its beginning may be the end of another word: "cán bộ Y tế".
    spans, names = _judged(paper, _written(paper, CO_QUAN))
    yield from _slip(paper, spans, names, "{}: tên cơ quan viết hoa chưa đúng")


@rule(
    "ND30-704",
    "“tỉnh”, “xã”, “phường” viết hoa giữa câu trước tên riêng",
    source=f"{nd30.VIET_HOA}, Mục III, khoản 1, điểm a",
    severity=Severity.WARNING,
    example=Example("trên địa bàn tỉnh Thái Nguyên", "trên địa bàn Tỉnh Thái Nguyên"),
    why="Chỉ viết hoa danh từ chung khi đơn vị mang tên người, sự kiện, chữ số, hoặc là Thành phố Hồ Chí Minh.",
)
def don_vi_hanh_chinh_hoa(paper: Paper) -> Iterator[Slip]:
    whole = paper.prose.whole
    found: list[Span] = []
    small: dict[str, bool] = {}
    for unit in _UNITS:
        for at in occurrences(whole, f"{unit} "):
            match = _NAME.match(whole, at + len(unit) + 1)
            if match is None or not goes_on(whole, at):
                continue
            name = even_tones(match.group())
            sure = (unit == "Tỉnh" and name.startswith(TINH)) or (unit == "Thành phố" and name in _CITIES)
            # A commune may bear the name of a person or an event: only a paper that also writes it small is sure.
            if not sure and unit not in _OF_PROVINCE:
                # Each new name reads the whole text; a paper has a few.
                name = f" {unit.lower()} {match.group()}"
                if name not in small and len(small) < _MOST_NAMES:
                    small[name] = name in whole
                sure = small.get(name, False)
            if sure:
                found.append((at, match.end()))
    found.sort()
    spans = list(outside(found, paper.prose.quoted, cited_words(paper)))
    names = [whole[start].lower() + whole[start + 1 : end] for start, end in spans]
    yield from _slip(paper, spans, names, "{}: danh từ chung chỉ đơn vị hành chính viết hoa giữa câu")


@rule(
    "ND30-709",
    "Tên luật viết hoa sai",
    source=f"{nd30.VIET_HOA}, Mục V, khoản 6",
    severity=Severity.WARNING,
    example=Example("theo Luật Đất đai", "theo Luật đất đai"),
)
def ten_luat(paper: Paper) -> Iterator[Slip]:
    spans, names = _judged(paper, chain(_written(paper, _LUAT, "luật "), _written(paper, _BO_LUAT, "bộ luật ")))
    whole = paper.prose.whole
    # "các đạo luật tổ chức …" names no law; "luật Đất đai" does.
    sure = [
        (span, name)
        for span, name in zip(spans, names, strict=True)
        if whole[span[0]].isupper()
        or (
            whole[span[0] + len("Bộ luật " if name.startswith("Bộ") else "Luật ")].isupper()
            and whole[max(0, span[0] - 5) : span[0]] != "pháp "
        )
    ]
    yield from _slip(
        paper,
        [span for span, _ in sure],
        [name for _, name in sure],
        "{}: tên luật viết hoa chữ cái đầu của tên loại và của âm tiết thứ nhất của tên gọi",
    )


@rule(
    "ND30-714",
    "Tên riêng viết hoa sai",
    source=f"{nd30.VIET_HOA}, Mục III đến Mục V",
    severity=Severity.WARNING,
    example=Example("tại Thành phố Hồ Chí Minh", "tại thành phố Hồ Chí Minh"),
    why="Phụ lục II viết sẵn một số tên: Thủ đô Hà Nội, Thành phố Hồ Chí Minh, Liên hợp quốc, Thủ tướng Chính phủ.",
)
def ten_rieng(paper: Paper) -> Iterator[Slip]:
    spans, names = _judged(paper, (each for name in _RIENG for each in _written(paper, (name,), name.lower())))
    yield from _slip(paper, spans, names, "{}: tên này có cách viết hoa riêng")
    events = [(match.start() - 1, match.end()) for match in _CACH_MANG.finditer(paper.prose.whole)]
    events = list(outside(events, paper.prose.quoted, cited_words(paper)))
    yield from _slip(
        paper, events, ["Cách mạng tháng Tám"] * len(events), "{}: tên sự kiện viết hoa, con số trong tên ghi bằng chữ"
    )
