"""Tables: which column holds what, and which places a merged cell covers."""

from __future__ import annotations

import pytest

from vtdocs.model import Bang, Cot, Gop, VaiTro, find_role, first_text_column

STT, NOI_DUNG, SO_LIEU = Cot(VaiTro.STT, "STT"), Cot(VaiTro.NOI_DUNG, "Nội dung"), Cot(VaiTro.SO_LIEU, "Số hộ")
PLAIN = Cot(None, "Tên thôn")


@pytest.mark.parametrize(
    ("columns", "role", "place"),
    [
        ((STT, NOI_DUNG), VaiTro.STT, 0),
        ((PLAIN, STT, NOI_DUNG), VaiTro.STT, 1),
        ((STT, SO_LIEU, SO_LIEU), VaiTro.SO_LIEU, 1),
        ((STT, PLAIN), VaiTro.NOI_DUNG, None),
        ((), VaiTro.STT, None),
    ],
)
def test_a_column_is_found_by_its_role(columns: tuple[Cot, ...], role: VaiTro, place: int | None) -> None:
    assert find_role(columns, role) == place


@pytest.mark.parametrize(
    ("columns", "place"),
    [
        ((STT, NOI_DUNG), 1),
        ((STT, PLAIN, NOI_DUNG), 1),
        ((NOI_DUNG, STT), 0),
        ((PLAIN, SO_LIEU), 0),
        ((STT,), 0),
    ],
)
def test_the_first_column_of_texts_is_behind_the_numbers(columns: tuple[Cot, ...], place: int) -> None:
    assert first_text_column(columns) == place


def test_a_merged_cell_names_the_places_that_it_covers() -> None:
    gop = Gop(1, 2, so_hang=2, so_cot=3)
    assert (gop.rows, gop.columns) == (range(1, 3), range(2, 5))
    assert list(gop.cells()) == [(1, 2), (1, 3), (1, 4), (2, 2), (2, 3), (2, 4)]
    assert list(Gop(4, 0).cells()) == [(4, 0)]


@pytest.mark.parametrize("place", [(-1, 0), (0, -1), (0, 0, 0), (0, 0, 1, 0)])
def test_a_merged_cell_begins_in_a_table_and_covers_a_cell(place: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"and goes from [01] to"):
        Gop(*place)


@pytest.mark.parametrize("gop", [Gop(0, 1, 3), Gop(1, 1, 1, 2)])
def test_a_merged_cell_lies_within_its_table(gop: Gop) -> None:
    with pytest.raises(ValueError, match="merged cell"):
        Bang((STT, NOI_DUNG), (("1", "a"), ("2", "b")), gop=(gop,))


def test_merged_cells_cover_no_place_twice() -> None:
    with pytest.raises(ValueError, match=r"two merged cells cover one place: Gop\(hang=1"):
        Bang((STT, NOI_DUNG), (("1", "a"), ("", "b"), ("", "c")), gop=(Gop(0, 0, 2), Gop(1, 0, 2)))


def test_no_words_are_below_a_merged_cell() -> None:
    rows = (("1", "a"), ("", "lost"))
    assert Bang((STT, NOI_DUNG), rows, gop=(Gop(0, 0, 2),)).gop == (Gop(0, 0, 2),)
    for gop in (Gop(0, 1, 2), Gop(0, 0, 1, 2), Gop(1, 0, 1, 2)):
        with pytest.raises(ValueError, match=r"hang\[[01]\] has words that a merged cell covers"):
            Bang((STT, NOI_DUNG), rows, gop=(gop,))


def test_a_table_has_no_more_columns_than_word_opens() -> None:
    assert len(Bang((PLAIN,) * 63, (("x",) * 63,)).cot) == 63
    with pytest.raises(ValueError, match="a table has 64 columns, Word at most 63"):
        Bang((PLAIN,) * 64, ())
