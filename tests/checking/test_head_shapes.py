"""Whatever number, kind or day: written as the decree has it, it is never found; at random, nothing breaks."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.checking.asking import ask, read
from tests.checking.mutating import clean
from vtdocs.checking.finding import Slip
from vtdocs.checking.paper import Line, Paper, Part
from vtdocs.checking.registry import all_rules
from vtdocs.readers.docx.observed import Run
from vtdocs.standards.loai_van_ban import LOAI_VAN_BAN, LoaiVanBan
from vtdocs.standards.nd30_text import format_ky_hieu, format_ngay, format_so, format_thang

PAPER = read(clean())
KEYS = ("quoc_hieu", "tieu_ngu", "co_quan_ban_hanh", "so_ky_hieu", "dia_danh_thoi_gian", "ten_loai", "trich_yeu")
HEAD = [rule.id for rule in all_rules().values() if "200" < rule.id.rpartition("-")[2] < "330"]
KINDS = [kind for kind in LOAI_VAN_BAN.values() if kind.key != "thu_cong"]
MESS = st.text(alphabet="SốỐỘố:/–- .…,0123456789KHQĐUBNDvViệtngàythángnămĐ\u2011\u0301", max_size=80)


def say(key: str, text: str, loai: LoaiVanBan | None = PAPER.loai) -> Paper:
    """Give the clean paper with other words in one component."""
    part = PAPER.parts[key]
    paragraph = part.lines[0].paragraph
    runs = tuple(replace(run, start=0, end=len(text)) for run in paragraph.runs[:1])
    changed = replace(paragraph, text=text, runs=runs or (Run(0, len(text), paragraph.mark_format),))
    return replace(PAPER, parts={**PAPER.parts, key: Part(key, (Line(changed, 0, len(text)),))}, loai=loai)


def found(paper: Paper, rules: list[str]) -> list[Slip]:
    return [slip for rule in rules for slip in ask(paper, rule)]


@given(st.integers(1, 99999), st.sampled_from(KINDS), st.sampled_from(["UBND", "HĐND", "BCĐ", "SNV", "VP"]))
def test_a_number_by_the_decree_is_never_found(number: int, kind: LoaiVanBan, office: str) -> None:
    symbol = format_ky_hieu(kind, office, None if kind.co_ten else "VX")
    paper = say("so_ky_hieu", f"Số: {format_so(number)}/{symbol}", kind)
    assert found(paper, [rule for rule in HEAD if "240" < rule.rpartition("-")[2] < "254"]) == []


@given(st.dates(date(2020, 3, 5), date(2099, 12, 31)), st.sampled_from(["Vĩnh Thông", "Thành phố Huế", "Phường 1"]))
def test_a_day_by_the_decree_is_never_found(day: date, place: str) -> None:
    text = f"{place}, ngày {format_ngay(day.day)} tháng {format_thang(day.month)} năm {day.year}"
    paper = say("dia_danh_thoi_gian", text)
    assert found(paper, [rule for rule in HEAD if "260" < rule.rpartition("-")[2] < "273"]) == []


@settings(max_examples=60)
@given(st.sampled_from(KEYS), MESS)
def test_any_words_are_judged_without_a_fault_of_ours(key: str, text: str) -> None:
    for slip in found(say(key, text), HEAD):
        assert slip.message
        assert not slip.replacements or len(slip.replacements) == len(slip.places)
        for place in slip.places:
            assert place.start is None or 0 <= place.start <= (place.end or 0)
