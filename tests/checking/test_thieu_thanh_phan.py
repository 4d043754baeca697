"""What is not there is told only where the rest of a head is, and no trace of it."""

from __future__ import annotations

import pytest

from tests.checking.asking import ask, ask_mutation
from tests.checking.editing import word_run
from tests.checking.mutating import Mutation, clean
from tests.checking.mutations.quoc_hieu import TIEU_NGU
from tests.checking.mutations.thieu_thanh_phan import MUTATIONS, without
from tests.checking.papers import ISSUER, Sheet


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_a_mutation_is_found(mutation: Mutation) -> None:
    assert mutation.rule in ask_mutation(mutation)


def test_what_is_missing_is_named() -> None:
    docx = clean()
    without(TIEU_NGU)(docx)
    assert [slip.message for slip in ask(docx, "ND30-209")] == ["phần đầu văn bản thiếu Tiêu ngữ"]


@pytest.mark.parametrize("text", ["Tự do - Độc lập - Hạnh phúc", "Độc lập"])
def test_a_trace_of_it_is_enough(text: str) -> None:
    docx = clean()
    word_run(docx, docx.paragraph(TIEU_NGU), text)
    assert ask(docx, "ND30-209") == []


def test_a_record_has_its_date_in_the_text() -> None:
    made = Sheet().head(
        (*ISSUER, "Số: 12/BB-UBND"), ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    )
    made.title("BIÊN BẢN", "Họp giao ban").body().sign()
    assert ask(made.save(), "ND30-209") == []


def test_a_date_without_its_place_is_there() -> None:
    made = (
        Sheet().head(right=("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")).title().body().sign()
    )
    assert len(ask(made.save(), "ND30-209")) == 1
    made = Sheet().head(right=("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ngày  tháng  năm"))
    assert ask(made.title().body().sign().save(), "ND30-209") == []


def test_a_paper_without_a_head_lacks_nothing() -> None:
    made = Sheet().title("ĐỀ CƯƠNG", "Báo cáo năm 2026").body()
    assert ask(made.save(), "ND30-209") == []
