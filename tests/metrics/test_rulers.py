"""Lines of text, counted as a word processor fills them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtdocs.metrics import Face, Ruler, break_by_sense, count_lines, text_units
from vtdocs.units import Mm, Pt

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyắằẳẵặộờữAĐƠỬ0123456789.,;:()/-–"
faces = st.sampled_from(Face)
RULER = Ruler(Face.REGULAR, Pt(10))


@pytest.mark.parametrize("face", Face)
def test_the_longest_word_keeps_its_no_break_blanks(face: Face) -> None:
    ruler = Ruler(face, Pt(13))
    assert ruler.longest("a bbb\u00a0cc d") == ruler.width("bbb\u00a0cc")
    assert ruler.longest("a\nbbb\tcc") == ruler.width("bbb")
    assert ruler.longest("") == 0


def test_a_width_is_in_twips_and_rounded_up() -> None:
    assert text_units("0", Face.REGULAR) == 1024
    assert [Ruler(Face.REGULAR, Pt(points)).width("0") for points in (10, 13, 14)] == [100, 130, 140]
    assert text_units("a", Face.REGULAR) == 909
    assert RULER.width("a") == 89  # 88,8
    assert RULER.blank == RULER.width(" ") == 50


def test_a_text_that_fits_takes_one_line_and_an_empty_one_too() -> None:
    room = sum(map(RULER.width, ("Sở", "Nội", "vụ"))) + 2 * RULER.blank
    assert RULER.lines("Sở Nội vụ", room) == 1
    assert RULER.lines("Sở Nội vụ   ", room) == 1
    assert RULER.lines("Sở Nội vụ", room - 1) == 2
    assert RULER.lines("Sở Nội vụ   ", room - 1) == 2
    assert RULER.lines("", room) == 1


def test_lines_are_filled_as_far_as_words_go() -> None:
    room = 2 * RULER.width("aa") + RULER.blank
    assert RULER.lines("aa aa aa aa", room) == 2
    assert RULER.lines("aa aa aa aa aa", room) == 3
    assert RULER.lines("aa aa    aa aa", room) == 2
    assert RULER.lines("aa\u00a0aa aa\u00a0aa aa", room) == 3
    assert RULER.lines("aa\naa\naa", room) == 3
    assert RULER.lines("aa\n\naa", room) == 3


def test_a_word_wider_than_the_column_is_cut_and_the_next_stands_beside_its_end() -> None:
    room = RULER.width("aaaa")
    assert RULER.lines("aaaaaaaaaa", room) == 3
    assert RULER.lines("b aaaaaaaaaa b", room) == 4
    assert RULER.lines("b aaaaaaaaaaaa b", room) == 5


def test_no_room_is_no_endless_loop() -> None:
    assert RULER.lines("a a", 0) == RULER.lines("a a", -5) == RULER.lines("a a", 1) == 2 * RULER.width("a")
    assert count_lines([50], 0, 50) == 1


words = st.lists(st.text(alphabet=LETTERS, min_size=1, max_size=10), min_size=1)


@given(words, faces, st.integers(20, 160))
def test_a_text_takes_no_fewer_lines_than_its_width_asks_for(given_words: list[str], face: Face, mm: int) -> None:
    ruler, text = Ruler(face, Pt(13)), " ".join(given_words)
    lines = ruler.lines(text, Mm(mm).twips)
    assert ruler.width(text) <= lines * Mm(mm).twips + ruler.blank * (lines - 1)
    assert ruler.lines(text, Mm(mm + 5).twips) <= lines


@given(st.lists(st.integers(1, 12), min_size=1, max_size=60), st.integers(12, 40))
def test_lines_are_those_of_filling_word_by_word(lengths: list[int], letters: int) -> None:
    # All widths are whole in this face and size: one letter more or less is seen.
    ruler = Ruler(Face.REGULAR, Pt(10))
    room = letters * 100
    lines, left = 1, room
    for place, length in enumerate(lengths):
        wanted = length * 100 + (ruler.blank if place else 0)
        if wanted > left and place:
            lines, left = lines + 1, room - length * 100
        else:
            left -= wanted
    assert ruler.lines(" ".join("0" * length for length in lengths), room) == lines


@given(
    st.lists(st.text(alphabet="aăâbcdđeêghiklmnoôơ", min_size=1, max_size=7), min_size=1, max_size=40),
    st.integers(40, 200),
)
def test_a_title_of_plain_words_takes_the_fewest_lines(given_words: list[str], mm: int) -> None:
    text = " ".join(given_words)
    # A word with a number or a name is never among these, so nothing is kept together at the price of a line. The
    # title is measured exactly, the ruler rounds each of at most 40 words up.
    lines = len(break_by_sense(text, Face.BOLD, Pt(14), Mm(mm)))
    ruler = Ruler(Face.BOLD, Pt(14))
    assert ruler.lines(text, Mm(mm).twips + len(given_words) + 1) <= lines <= ruler.lines(text, Mm(mm).twips)
