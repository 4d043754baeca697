"""Values that no document can hold are refused where they are made."""

from __future__ import annotations

import pytest

from tests.writers.plans import COLUMNS, plan
from vtdocs.loaders.names import is_name
from vtdocs.model import INLINE_PREFIX, Bang, NgayThang, is_inline


@pytest.mark.parametrize("parts", [(0, None, None), (32, None, None), (None, 13, None), (None, None, 0)])
def test_a_date_has_parts_that_a_date_can_have(parts: tuple[int | None, ...]) -> None:
    with pytest.raises(ValueError, match="goes from 1"):
        NgayThang(*parts)


def test_a_table_has_columns_and_whole_rows() -> None:
    with pytest.raises(ValueError, match="needs a column"):
        Bang((), ())
    with pytest.raises(ValueError, match=r"hang\[1\] has 2 cells, the table 5 columns"):
        Bang(COLUMNS, (("1", "2", "3", "4", "5"), ("1", "2")))


def test_a_plan_is_of_no_other_kind() -> None:
    assert plan().loai == "ke_hoach"
    with pytest.raises(TypeError, match="loai"):
        plan(loai="bao_cao")


def test_no_author_can_write_the_name_of_an_inline_table() -> None:
    assert [is_inline(name) for name in (f"{INLINE_PREFIX}1", "lich", "1")] == [True, False, False]
    assert not is_name(f"{INLINE_PREFIX}1")


def test_prose_is_a_tuple_of_paragraphs() -> None:
    with pytest.raises(TypeError, match="mo_dau is a tuple"):
        plan(mo_dau="Xin chào")
    with pytest.raises(ValueError, match="so is 0"):
        plan(so=0)
