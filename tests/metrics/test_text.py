from __future__ import annotations

import unicodedata
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtdocs.metrics.sense import BreakCosts
from vtdocs.metrics.text import (
    Face,
    _best_breaks,
    _fewest_lines,
    break_by_sense,
    text_units,
    text_width,
)
from vtdocs.units import Length, Mm, Pt

VIETNAMESE = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
LETTERS = VIETNAMESE + VIETNAMESE.upper() + "0123456789.,;:()/-–"
TITLE_WORDS = "và của năm 2026 xã Vĩnh Thông quý II cải cách hành chính, 12 - trên (Kèm theo số 6 tháng"
faces = st.sampled_from(Face)
texts = st.text(alphabet=LETTERS + " \u00a0\u0301€漢", max_size=60)
titles = st.lists(
    st.sampled_from(TITLE_WORDS.split()) | st.text(alphabet=LETTERS, min_size=1, max_size=12),
    max_size=40,
).flatmap(lambda words: st.sampled_from([" ", "  ", "     "]).map(lambda gap: _mixed(words, gap)))


def _mixed(words: list[str], gap: str) -> str:
    return "".join(word + (gap if len(word) % 3 == 0 else " ") for word in words).strip()


# Ink on a page of LibreOffice 7.4 without kerning, measured with pdfplumber: its first and last letter stand
# a little inside their advances.
@pytest.mark.parametrize(
    ("text", "points", "on_paper"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, 95.57),
        ("Độc lập - Tự do - Hạnh phúc", 14, 60.39),
        ("XÃ VĨNH THÔNG", 13, 37.92),
        ("ỦY BAN NHÂN DÂN", 13, 43.12),
    ],
)
def test_the_heading_is_as_wide_as_on_paper(text: str, points: int, on_paper: float) -> None:
    assert 0 <= text_width(text, Face.BOLD, Pt(points)).mm - on_paper < 0.15


def test_a_figure_is_half_an_em_in_every_face() -> None:
    assert {text_units(figure, face) for figure in "0123456789" for face in Face} == {1024}


def test_a_blank_is_a_quarter_of_an_em_and_a_no_break_blank_too() -> None:
    assert {text_units(blank, face) for blank in " \u00a0" for face in Face} == {512}


def test_a_bold_text_is_not_a_regular_one() -> None:
    assert text_units("Kế hoạch", Face.BOLD) > text_units("Kế hoạch", Face.REGULAR)
    assert Face.of(bold=True) is Face.BOLD
    assert Face.of(bold=True, italic=True) is Face.BOLD_ITALIC
    assert Face.of(italic=True) is Face.ITALIC
    assert Face.of() is Face.REGULAR


@pytest.mark.parametrize("face", Face)
def test_an_accent_over_a_letter_adds_no_width(face: Face) -> None:
    for letter in VIETNAMESE + VIETNAMESE.upper():
        base = unicodedata.normalize("NFD", letter)[0]
        # The horn of ơ and ư is part of a wider letter.
        if "\u031b" not in unicodedata.normalize("NFD", letter) and letter not in "đĐ":
            assert text_units(letter, face) == text_units(base, face), letter


def test_an_unknown_character_is_one_em_and_an_unknown_mark_nothing() -> None:
    assert text_units("漢", Face.REGULAR) == 2048
    assert text_units("\U0001f600", Face.BOLD) == 2048
    assert text_units("a\u20d7", Face.REGULAR) == text_units("a\u0301", Face.REGULAR) == 909


@given(texts, texts, faces)
def test_the_width_of_two_texts_is_the_sum_of_their_widths(left: str, right: str, face: Face) -> None:
    assert text_units(left + right, face) == text_units(left, face) + text_units(right, face)


@given(texts, faces, st.integers(1, 200))
def test_a_width_is_rounded_to_the_nearest_whole_emu(text: str, face: Face, half_points: int) -> None:
    size = Length(half_points * 6350)
    exact = text_units(text, face) * size.emu
    assert abs(text_width(text, face, size).emu * 2048 - exact) <= 1024


# --- Breaking by sense ---------------------------------------------------------------------------------------


def broken(text: str, face: Face = Face.BOLD, points: int = 14, mm: int = 160) -> list[str]:
    return list(break_by_sense(text, face, Pt(points), Mm(mm)))


def test_the_title_of_the_reference_plan_breaks_before_va() -> None:
    title = "Tuyên truyền cải cách hành chính, nâng cao hiệu quả quản trị và hành chính công xã Vĩnh Thông năm 2026"
    assert broken(title) == [
        "Tuyên truyền cải cách hành chính, nâng cao hiệu quả quản trị",
        "và hành chính công xã Vĩnh Thông năm 2026",
    ]


@pytest.mark.parametrize("blank", [" ", "\u00a0"])
def test_the_line_of_an_appendix_breaks_before_its_issuer_and_keeps_its_blanks(blank: str) -> None:
    head = "(Kèm theo Kế hoạch số           /KH-UBND ngày        tháng        năm 2026"
    for run in ("           ", "        "):
        head = head.replace(run, blank * len(run))
    tail = "của Ủy ban nhân dân xã Vĩnh Thông)"
    assert broken(f"{head} {tail}", Face.ITALIC, 13) == [head, tail]


def test_a_filled_date_is_not_broken() -> None:
    line = "(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân xã Vĩnh Thông)"
    assert broken(line, Face.ITALIC, 13) == [
        "(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026",
        "của Ủy ban nhân dân xã Vĩnh Thông)",
    ]


def test_a_title_in_capitals_breaks_by_the_same_words() -> None:
    title = (
        "CÁC HOẠT ĐỘNG TRỌNG TÂM TUYÊN TRUYỀN CẢI CÁCH HÀNH CHÍNH, NÂNG CAO HIỆU QUẢ QUẢN TRỊ "
        "VÀ HÀNH CHÍNH CÔNG XÃ VĨNH THÔNG NĂM 2026"
    )
    assert broken(title) == [
        "CÁC HOẠT ĐỘNG TRỌNG TÂM TUYÊN TRUYỀN",
        "CẢI CÁCH HÀNH CHÍNH, NÂNG CAO HIỆU QUẢ QUẢN TRỊ",
        "VÀ HÀNH CHÍNH CÔNG XÃ VĨNH THÔNG NĂM 2026",
    ]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        (
            "Phát triển kinh tế - xã hội, bảo đảm quốc phòng - an ninh quý II năm 2026 trên địa bàn xã",
            [
                "Phát triển kinh tế - xã hội, bảo đảm quốc phòng - an ninh",
                "quý II năm 2026 trên địa bàn xã",
            ],
        ),
        (
            (
                "Kết quả thực hiện công tác cải cách hành chính nhà nước 6 tháng đầu năm 2026 và phương hướng, "
                "nhiệm vụ 6 tháng cuối năm 2026 của Ủy ban nhân dân xã Vĩnh Thông"
            ),
            [
                "Kết quả thực hiện công tác cải cách hành chính nhà nước",
                "6 tháng đầu năm 2026 và phương hướng, nhiệm vụ",
                "6 tháng cuối năm 2026 của Ủy ban nhân dân xã Vĩnh Thông",
            ],
        ),
        (
            (
                "Ứng dụng công nghệ thông tin trong hoạt động của cơ quan nhà nước, phát triển chính quyền số "
                "và bảo đảm an toàn thông tin mạng trên địa bàn xã Vĩnh Thông năm 2026"
            ),
            [
                "Ứng dụng công nghệ thông tin trong hoạt động của cơ quan nhà nước,",
                "phát triển chính quyền số và bảo đảm an toàn thông tin mạng",
                "trên địa bàn xã Vĩnh Thông năm 2026",
            ],
        ),
    ],
)
def test_titles_of_other_papers_break_where_a_reader_pauses(title: str, lines: list[str]) -> None:
    assert broken(title) == lines


def test_the_name_of_an_office_breaks_before_its_commune() -> None:
    assert broken("ỦY BAN NHÂN DÂN XÃ VĨNH THÔNG", points=13, mm=62) == ["ỦY BAN NHÂN DÂN", "XÃ VĨNH THÔNG"]
    assert broken("TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG XÃ VĨNH THÔNG", points=13, mm=62) == [
        "TRUNG TÂM PHỤC VỤ",
        "HÀNH CHÍNH CÔNG",
        "XÃ VĨNH THÔNG",
    ]


@pytest.mark.parametrize("mm", [70, 75, 80, 85, 90])
def test_the_name_of_a_body_in_capitals_breaks_before_its_commune(mm: int) -> None:
    lines = broken("TM. ỦY BAN NHÂN DÂN XÃ VĨNH THÔNG", points=14, mm=mm)
    assert lines == ["TM. ỦY BAN NHÂN DÂN", "XÃ VĨNH THÔNG"]


@pytest.mark.parametrize("glued", ["năm 2026", "số 12", "quý II", "xã Vĩnh Thông", "2026 - 2030", "12 nhiệm"])
def test_what_is_read_as_one_stays_on_one_line_at_every_width(glued: str) -> None:
    title = f"tổ chức triển khai thực hiện {glued} vụ nâng cao hiệu quả hoạt động cải cách hành chính"
    for mm in range(40, 200):
        assert any(glued in line for line in broken(title, mm=mm)), mm


def test_a_last_line_is_no_single_word_where_two_lines_can_be_shared_otherwise() -> None:
    title = "nâng cao chất lượng phục vụ"
    for mm in range(30, 60):
        lines = broken(title, mm=mm)
        assert len(lines) == 1 or " " in lines[-1]


def test_a_word_wider_than_the_width_stands_alone() -> None:
    assert broken("a nghiêng b", mm=8) == ["a", "nghiêng", "b"]
    assert broken("nghiêng", mm=0) == ["nghiêng"]


def test_an_empty_text_has_no_line() -> None:
    assert broken("") == broken("  \n") == []


def test_a_very_long_text_is_broken_in_good_time() -> None:
    words = ["cải", "cách", "hành", "chính,", "năm", "2026"] * 3000
    assert " ".join(broken(" ".join(words))) == " ".join(words)


@given(titles, faces, st.integers(0, 200))
def test_joined_lines_are_the_text_and_every_line_fits_or_is_one_word(title: str, face: Face, mm: int) -> None:
    lines = break_by_sense(title, face, Pt(14), Mm(mm))
    assert " ".join(" ".join(lines).split()) == " ".join(title.split())
    for line in lines:
        assert text_width(line, face, Pt(14)) <= Mm(mm) or " " not in line.strip(" ")


@given(titles, faces, st.integers(0, 200))
def test_no_blank_to_be_filled_in_is_lost(title: str, face: Face, mm: int) -> None:
    lines = break_by_sense(title, face, Pt(14), Mm(mm))
    blanks = title.count(" ")
    kept = sum(line.count(" ") for line in lines)
    plain_breaks = sum(not line.endswith("  ") for line, _ in pairwise(lines))
    assert kept + plain_breaks == blanks


@given(titles, faces, st.integers(20, 200))
def test_the_short_way_to_the_fewest_lines_breaks_as_the_long_one_does(title: str, face: Face, mm: int) -> None:
    words, gaps = title.split(" "), [" "] * title.count(" ") + [""]
    begins = [*accumulate((text_units(word + gap, face) for word, gap in zip(words, gaps, strict=True)), initial=0)]
    ends = [0, *[begin - text_units(gap, face) for begin, gap in zip(begins[1:], gaps, strict=True)]]
    room = mm * 160
    short = _fewest_lines(BreakCosts(words, gaps), begins, ends, room)
    assert short in (None, _best_breaks(BreakCosts(words, gaps), begins, ends, room))


@given(titles, faces, st.integers(0, 200))
def test_breaking_is_the_same_every_time(title: str, face: Face, mm: int) -> None:
    first = break_by_sense(title, face, Pt(14), Mm(mm))
    assert first == break_by_sense(title, face, Pt(14), Mm(mm))
