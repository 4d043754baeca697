"""Widths of columns: no word broken, nothing past the room, the table low on paper."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vtdocs.metrics import Face, text_width
from vtdocs.units import Mm, Pt, Twips
from vtdocs.writers.docx.columns import column_widths
from vtdocs.writers.docx.stylesheet import Look

HEAD, CELL = Look(Face.BOLD, Pt(13)), Look(Face.REGULAR, Pt(13))
PADDING, ROOM = Twips(216), Mm(160)
TITLES = ("STT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện")


def widths(*rows: tuple[str, ...], titles: tuple[str, ...] = TITLES) -> list[float]:
    return [Twips(w).mm for w in column_widths(titles, rows, HEAD, CELL, PADDING, ROOM)]


def needs(word: str, look: Look = CELL) -> float:
    return (text_width(word, look.face, look.size) + PADDING).mm


WORDS = st.text("abcdefghnmiotđươ", min_size=1, max_size=12)
CELLS = st.lists(WORDS, max_size=25).map(" ".join)


@given(st.integers(1, 6).flatmap(lambda n: st.lists(st.tuples(*[CELLS] * n), min_size=1, max_size=8)))
def test_widths_sum_to_the_room_and_hold_every_word(rows: list[tuple[str, ...]]) -> None:
    count = len(rows[0])
    result = column_widths(TITLES[:count] + ("Cột",) * (count - 5), rows, HEAD, CELL, PADDING, ROOM)
    assert sum(result) == ROOM.twips
    longest = [max((needs(word) for row in rows for word in row[j].split()), default=0) for j in range(count)]
    longest = [
        max(word, *(needs(w, HEAD) for w in (*TITLES, "Cột")[min(j, 5)].split())) for j, word in enumerate(longest)
    ]
    if sum(longest) <= 150:
        assert all(Twips(width).mm >= word for width, word in zip(result, longest, strict=True))


def test_a_word_wider_than_the_page_breaks_and_no_other_does() -> None:
    link = "https://docs.example.vn/" + "a" * 100
    result = widths(("1", link, "Phòng Văn hóa - Xã hội", "Các thôn", "Quý II"))
    assert sum(result) > 159.9
    assert result[0] >= needs("STT", HEAD)
    assert result[2] >= needs("Phòng")
    assert result[3] >= needs("thôn")
    assert result[1] > 60


def test_two_words_wider_than_the_page_share_what_the_others_leave() -> None:
    result = widths(("1", "a" * 80, "b" * 90, "Các thôn", "Quý II"))
    assert abs(result[1] - result[2]) < 1
    assert result[3] >= needs("phối", HEAD)


def test_in_a_table_of_short_rows_the_room_is_shared_by_what_the_columns_hold() -> None:
    result = widths(("1", "Tuyên truyền lưu động", "Phòng VHXH", "Các thôn", "Quý II"))
    assert result[1] == max(result)
    assert result[0] == min(result)


def test_columns_of_a_table_without_rows_have_room_for_their_titles() -> None:
    assert sum(widths()) > 159.9


def test_the_widths_of_a_long_table_take_its_longest_word_into_account_wherever_it_stands() -> None:
    rows = [("1", "một hai", "x", "y", "z")] * 999 + [("1", "m" * 20, "x", "y", "z")]
    for place in (3, 500, 998):
        shuffled = list(rows)
        shuffled[place], shuffled[-1] = shuffled[-1], shuffled[place]
        assert widths(*shuffled)[1] >= needs("m" * 20)


def test_a_no_break_space_holds_a_word_together() -> None:
    held = "Quý\u00a0II/2026\u00a0đến\u00a0hết\u00a0năm"
    result = widths(("1", "Tuyên truyền " * 30, "Phòng VHXH", "Các thôn", held))
    assert result[4] >= needs(held)


def test_each_line_of_a_cell_is_measured_by_itself() -> None:
    short = widths(("1", "Tuyên truyền\nTập huấn\nBáo cáo", "Phòng VHXH", "Các thôn", "Quý II"))
    assert short[1] < widths(("1", "Tuyên truyền Tập huấn Báo cáo", "Phòng VHXH", "Các thôn", "Quý II"))[1]
