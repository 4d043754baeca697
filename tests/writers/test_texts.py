"""Texts of cells: their lines in a room, and the room that they want for so many lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.bounded import ends
from tests.writers.trees import CENTRE, LEFT, NUMBER, table
from vtdocs.metrics import Face, Ruler
from vtdocs.tree import Cell, Merge, Row, Table, TableRow
from vtdocs.units import Mm, Pt, Twips
from vtdocs.writers.docx import stock_template
from vtdocs.writers.docx.columns import column_widths
from vtdocs.writers.docx.decimals import fold_digits, part_figures
from vtdocs.writers.docx.longest import longest_word, read_texts
from vtdocs.writers.docx.plans import plan_table
from vtdocs.writers.docx.sizes import NORMAL
from vtdocs.writers.docx.strands import measure_table
from vtdocs.writers.docx.texts import CellText, measure_texts

RULER = Ruler(Face.REGULAR, Pt(10))  # a digit is 100 twips wide, a blank 50
WORDS = st.lists(st.text("abcdefghnmiotđươ", min_size=1, max_size=7), min_size=1, max_size=40).map(" ".join)


def measured(text: str, share: int = 1) -> CellText:
    return measure_texts([text], RULER, share)[0][0]


@given(st.lists(st.text("ab \n\t\u00a0", min_size=1, max_size=30), min_size=1, max_size=5, unique=True))
def test_texts_measured_together_have_the_lines_that_each_has_alone(texts: list[str]) -> None:
    found = measure_texts(texts, RULER)[0]
    for room in (1, 60, 150, 400, 2000):
        assert [cell.lines(room) for cell in found] == [RULER.lines(text, room) for text in texts]


@given(WORDS, st.integers(1, 12))
def test_the_room_for_so_many_lines_is_the_least_in_which_it_takes_no_more(text: str, most: int) -> None:
    longest = RULER.longest(text)
    room = measured(text).fit(most, longest)
    assert RULER.lines(text, room) <= most
    assert room == longest or RULER.lines(text, room - 1) > most


def test_what_is_known_of_a_text_does_not_change_what_is_told_later() -> None:
    text = "0000 00 00000 0 000 0000 00 0"
    fresh = [measured(text).fit(lines, 500) for lines in (1, 2, 3, 4)]
    asked = measured(text)
    assert fresh == [2550, 1300, 1000, 750]
    for rooms in ((2000, 500, 900, 500), (500, 1310, 500, 2600)):
        for room in rooms:
            assert [asked.fit(lines, room) for lines in (1, 2, 3, 4)] == [max(room, least) for least in fresh]


def test_lines_that_were_counted_do_not_change_what_is_told_of_rooms() -> None:
    text = "0000 00 00000 0 000 0000 00 0"
    asked = measured(text)
    assert [asked.lines(room) for room in (2600, 1400, 1200, 800, 520, 300)] == [1, 2, 3, 4, 6, 11]
    assert [asked.fit(lines, 500) for lines in (1, 2, 3, 4)] == [2550, 1300, 1000, 750]


@given(
    st.one_of(WORDS, st.lists(WORDS, min_size=2, max_size=4).map("\n".join)),
    st.integers(1, 3),
    st.lists(st.tuples(st.integers(0, 3000), st.integers(1, 12)), max_size=6),
)
def test_whatever_was_asked_before_the_least_room_is_the_same(
    text: str, share: int, questions: list[tuple[int, int]]
) -> None:
    longest, fewest = RULER.longest(text), -(-(text.count("\n") + 1) // share)
    asked = measured(text, share)
    for more, lines in questions:
        assert asked.lines(longest + more) == measured(text, share).lines(longest + more)
        most = max(fewest, lines)
        assert asked.fit(most, longest + more // 2) == measured(text, share).fit(most, longest + more // 2)


def test_a_text_merged_down_gives_each_row_its_part() -> None:
    text = "0000 0000 0000 0000"
    assert [measured(text, share).lines(400) for share in (1, 2, 3)] == [4, 2, 2]
    assert measured(text, 2).fit(1, 400) == measured(text).fit(2, 400) == 850


def test_a_very_long_text_is_measured_by_its_length_alone() -> None:
    text = "0000 " * 1000
    found = measured(text)
    assert found.load == 450_050
    assert found.lines(1000) == 451
    assert found.fit(451, 500) <= 1000 < found.fit(450, 500)


def test_digits_are_of_one_width_so_that_figures_are_told_by_their_shapes() -> None:
    for face in Face:
        ruler = Ruler(face, Pt(13))
        assert {ruler.width(digit) for digit in "0123456789"} == {130}
    assert fold_digits("1.250.000,75 đồng") == "1.110.000,11 đồng"
    assert part_figures(["1,5", "2,7", "0,5", "x 3\n12%"]) == ({"1,1", "0,1", "11%"}, {"x 1"})


def test_the_longest_word_of_a_long_text_is_found_without_keeping_its_words() -> None:
    ruler = Ruler(Face.REGULAR, Pt(10))
    text = " ".join(f"{n} x{n}" for n in range(20_000)) + " nghiêng\u00a0ngả"
    assert longest_word(text, ruler) == ruler.width("nghiêng\u00a0ngả")
    assert longest_word("12345 67", ruler) == 500
    assert longest_word("", ruler) == 0
    assert len(ruler) == 0


def test_a_ruler_keeps_a_bounded_number_of_short_words() -> None:
    assert Ruler.of(Face.BOLD, Pt(9)) is Ruler.of(Face.BOLD, Pt(9))
    ruler = Ruler(Face.REGULAR, Pt(10))
    for n in range(20_000):
        assert ruler[str(n)] == len(str(n)) * 100 + 50
    assert len(ruler) <= 4096
    assert ruler["0" * 1000] == 100_050
    assert "0" * 1000 not in ruler


def test_rows_are_read_by_columns_and_by_how_they_are_set() -> None:
    rows: list[TableRow] = [
        ("1", "a"),
        Row((Cell("2"), Cell("b")), strong=True),
        Row((Cell("c", 2),)),
        Row((Cell("3"), Cell("d"))),
    ]
    (found,) = read_texts(rows, 2)
    assert (found.plain, found.other, found.strong) == ([{"1"}, {"a"}], [{"3"}, {"d"}], [{"2"}, {"b"}])
    assert found.wide == [(0, 2, "c", False)]


# --- tables that want to be slow ----------------------------------------------------------------------------------


def shares(given_table: Table) -> tuple[int, ...]:
    found = measure_table(plan_table(given_table), stock_template().looks, NORMAL, Twips(216))
    widths = column_widths(found, Mm(160).twips)
    assert sum(widths) == Mm(160).twips
    assert min(widths) > 0
    return widths


def test_cells_of_a_hundred_thousand_words_are_laid_out_at_once() -> None:
    with ends():
        words = "Tổ chức tuyên truyền " * 25_000
        assert shares(table("ABC", [LEFT] * 3, [("1", words, words[:9000])] * 9))[1] > 4000
        shares(table("ABC", [LEFT] * 3, [("1", "từ\n" * 30_000, "a b " * 9000 + "\n\n" + " " * 9000)]))
        shares(table("ABC", [LEFT] * 3, [("\u0301 \u0301", "a" * 500_000, "\u200b \u200b " * 9000)]))


def test_tables_of_many_columns_and_many_spans_are_laid_out_at_once() -> None:
    with ends():
        cells = [tuple(f"từ{row} x{column}" for column in range(24)) for row in range(400)]
        shares(table("A" * 24, [LEFT, CENTRE, NUMBER] * 8, cells))
        spans = [Row(tuple(Cell("một hai ba bốn", width) for width in (row % 5 + 1,) * 4)) for row in range(400)]
        shares(table("A" * 20, [LEFT] * 20, spans))
        marks = [Merge.START, Merge.CONTINUE, Merge.CONTINUE]
        merged = [Row(tuple(Cell("năm sáu bảy", merge=marks[row % 3]) for _ in range(9))) for row in range(900)]
        shares(table("A" * 9, [LEFT] * 9, merged))


def test_wide_cells_that_overlap_leave_every_column_its_longest_word() -> None:
    words = "Tổ chức tuyên truyền phổ biến giáo dục pháp luật " * 4
    rows = [
        Row((Cell(words, 2), Cell(words, 2))),
        Row((Cell("a"), Cell(words, 2), Cell(words[:90]))),
        Row((Cell(words, 3), Cell(words[:60]))),
    ]
    given_table = table("ABCD", [LEFT] * 4, rows * 9)
    found = measure_table(plan_table(given_table), stock_template().looks, NORMAL, Twips(216))
    assert all(width >= least for width, least in zip(shares(given_table), found.least, strict=True))
