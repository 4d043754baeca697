"""One body under several spellings of its name, and official names that are cut short."""

from __future__ import annotations

from collections.abc import Iterator
from re import Pattern

from vtdocs.checking.bodies import body_key, close_up, full_name, initials, named_bodies
from vtdocs.checking.finding import Slip
from vtdocs.checking.paper import Paper, Prose
from vtdocs.checking.registry import Example, rule
from vtdocs.checking.spans import Span, cited_words, is_within_word, occurrences, outside, own_words, places_of, shown
from vtdocs.checking.ten_co_quan import BI_DANH, CO_QUAN, HAI_CACH
from vtdocs.diagnostics import Severity
from vtdocs.patterns import compile_late

__all__: list[str] = []

_NAMING = (
    "30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 2 (tên chính thức); thông lệ viết thống nhất trong một văn bản"
)
_MTTQ: Pattern[str] = compile_late(
    r"[ỦU][ỷy]? ?[Bb]an Mặt trận Tổ quốc(?! Việt Nam)(?= (?P<unit>xã|phường|tỉnh|thành phố|đặc khu|cấp)\b)"
)
# The province has a centre of its own, and "Bộ phận Một cửa các cấp" are many.
_SEVERAL_DESKS: Pattern[str] = compile_late(
    r"phục vụ hành chính công (?:của )?tỉnh|bộ phận một cửa (?:các|cấp|của các|tại các|thuộc)|các bộ phận một cửa"
)
# Before a name: it is another one of what was just named. "Nơi A (Nơi B)" says so as well.
_DECLARED: Pattern[str] = compile_late(r"\((?:(?:sau đây )?(?:gọi|viết)(?: tắt| chung)? là:? [“\"]?)?$")
_LOOK_BACK = 40
# Each is looked for in the whole text; a table of names has more, and is no list of offices.
_MOST_BODIES = 80
_DASH: Pattern[str] = compile_late(r"[–—]")
# Bodies whose capitals are judged by ND30-703.
_FIXED = frozenset(name.lower() for name in CO_QUAN) - {name.lower() for name in HAI_CACH}


def _spellings(prose: Prose, lowered_names: set[str]) -> dict[str, list[Span]]:
    """Where names stand, by how they are written there; none in capitals throughout, none in small letters."""
    found: dict[str, list[Span]] = {}
    for name in sorted(lowered_names):
        for at in occurrences(prose.lowered, name):
            end = at + len(name)
            words = prose.whole[at:end]
            if is_within_word(prose.lowered, at, end):
                continue
            if not words.isupper() and words[0].isupper():
                found.setdefault(words, []).append((at, end))
    return found


@rule(
    "VB-861",
    "Một cơ quan viết tên nhiều cách",
    source=_NAMING,
    severity=Severity.WARNING,
    example=Example(
        "Trung tâm Dịch vụ tổng hợp … Trung tâm Dịch vụ tổng hợp",
        "Trung tâm Dịch vụ tổng hợp … Trung tâm dịch vụ tổng hợp",
    ),
    why="Nêu khi tên khác nhau ở chữ hoa, “&” và “và”; có hay không có “xã” thì không nêu.",
)
def nhieu_cach_viet(paper: Paper) -> Iterator[Slip]:
    prose = paper.texts
    official = {body_key(name): name for name, _ in paper.office.units} if paper.office else {}
    groups: dict[str, set[str]] = {}
    for name in named_bodies(paper):
        if len(groups) >= _MOST_BODIES:
            break
        groups.setdefault(body_key(name), set()).add(name)
    _join_short(groups)
    short_words = {use.word for use in paper.prose.abbreviations}
    for key, names in groups.items():
        if key in _FIXED:
            continue
        known = names | {each for name in names for each in _shortened(name, short_words)}
        spellings = _spellings(prose, {name.lower() for name in known})
        # An abbreviation for a part of the name is another way of writing it, and no fault.
        ways: dict[str, list[str]] = {}
        for spelling in spellings:
            if body_key(spelling) == key:
                # Of the two dashes VB-807 speaks, of a blank in an abbreviation VB-856.
                ways.setdefault(_DASH.sub("-", full_name(close_up(spelling))), []).append(spelling)
        if len(ways) < 2:
            continue
        # The office's own spelling goes before the commonest.
        right = official.get(key, "")
        own = _DASH.sub("-", full_name(right))
        usual = max(ways, key=lambda way: (way == own, "&" not in way, sum(len(spellings[each]) for each in ways[way])))
        right = right or ways[usual][0]
        others = [each for way, each_way in ways.items() if way != (own or usual) for each in each_way]
        short = [spelling for spelling in spellings if body_key(spelling) != key]
        places = sorted(span for each in (*others, *short) for span in spellings[each])
        names_in_order = sorted(spellings, key=lambda each: spellings[each][0])
        all_names = list(dict.fromkeys(close_up(each) for each in names_in_order))
        yield Slip(
            f"một cơ quan viết {len(all_names)} cách: {_listed(all_names)}",
            places_of(prose, places),
            f"viết thống nhất một cách, như “{right}”",
            found=others[0],
            expected=right,
        )


def _shortened(name: str, short_words: set[str]) -> Iterator[str]:
    """A name with its end abbreviated by a word that the paper has: "Trung tâm Phục vụ HCC"."""
    words = name.split(" ")
    for cut in range(2, len(words) - 1):
        if (short := initials(" ".join(words[cut:]))) in short_words:
            yield f"{' '.join(words[:cut])} {short}"


def _listed(names: list[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)


def _join_short(groups: dict[str, set[str]]) -> None:
    """Put names with an abbreviated end ("Trung tâm Phục vụ HCC") to the name that they are short for."""
    for key in list(groups):
        for name in sorted(groups[key]):
            head, _, short = name.rpartition(" ")
            if not (short.isupper() and short.isalpha() and len(short) > 1):
                continue
            start = body_key(head) + " "
            for other in groups:
                if other != key and other.startswith(start) and initials(other[len(start) :]) == short:
                    groups[other].add(name)
                    break


@rule(
    "VB-862",
    "Tên Ủy ban Mặt trận Tổ quốc thiếu “Việt Nam”",
    source="Luật Mặt trận Tổ quốc Việt Nam: tên của tổ chức; 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 2",
    severity=Severity.HINT,
    example=Example("Ủy ban Mặt trận Tổ quốc Việt Nam xã", "Ủy ban Mặt trận Tổ quốc xã"),
)
def mat_tran(paper: Paper) -> Iterator[Slip]:
    units = {match.span(): match["unit"] for match in _MTTQ.finditer(paper.prose.whole)}
    found = list(outside(units, paper.prose.quoted, cited_words(paper)))
    if found:
        words = paper.prose.whole[slice(*found[0])]
        whole_names = tuple(f"{paper.prose.whole[start:end]} Việt Nam" for start, end in found)
        yield Slip(
            f"“{words}” thiếu “Việt Nam”",
            places_of(paper.prose, found),
            f"viết “{whole_names[0]} {units[found[0]]}”",
            found=words,
            expected=whole_names[0],
            replacements=whole_names,
        )


@rule(
    "VB-863",
    "Một cơ quan gọi bằng hai tên",
    source="118/2025/NĐ-CP: Trung tâm Phục vụ hành chính công là Bộ phận Một cửa của xã",
    severity=Severity.HINT,
    example=Example("Trung tâm Phục vụ hành chính công", "Trung tâm Phục vụ hành chính công … Bộ phận Một cửa"),
)
def hai_ten(paper: Paper) -> Iterator[Slip]:
    prose = paper.prose
    if _SEVERAL_DESKS.search(prose.lowered):
        return
    for names in BI_DANH:
        spans = {name: span for name in names if (span := _first(paper, name))}
        if any(_DECLARED.search(prose.whole, max(0, start - _LOOK_BACK), start) for start, _ in spans.values()):
            continue  # the paper says that both are one
        if len(spans) > 1:
            words = [prose.whole[slice(*span)] for span in spans.values()]
            # The first name is the one in use.
            places = [span for name, span in spans.items() if name != next(iter(spans))]
            yield Slip(
                f"một nơi gọi bằng {len(words)} tên: {shown(words)}",
                places_of(prose, places),
                "dùng một tên trong cả văn bản",
                found=words[-1],
                expected=words[0],
            )


def _first(paper: Paper, name: str) -> Span | None:
    """Where a name first stands in the paper's own words."""
    return next(iter(own_words(paper, ((at, at + len(name)) for at in occurrences(paper.prose.lowered, name)))), None)
