"""What the peers are given says what the finished document says."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from pathlib import Path

import pytest

import vtdocs
from benches.abstraction import abstract, write_template
from benches.blocks import empty_document, list_blocks
from benches.dialects import DIALECTS
from benches.inputs import PLAN
from benches.plans import count_bytes, long_plan, other_plan, table_rows
from benches.wording import read_document_xml, read_words
from vtdocs.model import VanBan


@pytest.fixture(scope="module")
def plan() -> VanBan:
    return vtdocs.load(PLAN)


@pytest.fixture(scope="module")
def made(plan: VanBan) -> bytes:
    return vtdocs.write_docx(plan)


def word_file(body: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("word/document.xml", body)
    return buffer.getvalue()


def test_words_go_on_over_runs_and_end_with_lines_and_paragraphs() -> None:
    body = (
        '<w:p><w:r><w:t>Ủy b</w:t></w:r><w:r><w:t xml:space="preserve">an </w:t></w:r><w:r><w:t>xã</w:t><w:br/>'
        "<w:t>A &amp;</w:t><w:tab/><w:t>B</w:t></w:r></w:p><w:p/><w:p><w:pPr/><w:r><w:t>cuối</w:t></w:r></w:p>"
    )
    assert read_words(word_file(body)) == ["Ủy", "ban", "xã", "A", "&", "B", "cuối"]


def test_a_context_holds_every_word_of_the_document(made: bytes) -> None:
    context = abstract(made).context
    frame = [text for name, text in context.items() if name.startswith("t")]
    body = ["".join(text for name, text in item.items() if name[0] == "x") for item in context["noi_dung"]]
    rows = [[row[f"x{n}"] for n in range(5)] for row in context["hang"]]
    assert body[1:3] == ["I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích"]
    assert rows[8][0] == "9"
    assert rows[8][2:] == ["Công an xã", "Trung tâm Dịch vụ tổng hợp và các đơn vị có liên quan", "Năm 2026"]
    told = " ".join([*frame, *body, *(cell for row in rows for cell in row)]).split()
    assert sorted(set(read_words(made)) - set(told)) == []


def test_an_item_says_which_shape_of_paragraph_it_is(made: bytes) -> None:
    found = abstract(made)
    assert {item["kieu"] for item in found.context["noi_dung"]} == set(range(len(found.shapes)))
    assert all(item[f"k{item['kieu']}"] is True for item in found.context["noi_dung"])


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_template_holds_no_word_of_the_document(dialect: str, made: bytes) -> None:
    tags = re.sub(r"\{\{.*?\}\}|\{%.*?%\}|\{.*?\}", "", " ".join(read_words(write_template(made, DIALECTS[dialect]))))
    assert tags.split() == []


def test_marks_of_loops_stand_where_each_language_wants_them(made: bytes) -> None:
    found = {name: read_document_xml(write_template(made, dialect)) for name, dialect in DIALECTS.items()}
    assert found["docxtpl"].count("<w:tr>") + found["docxtpl"].count("<w:tr ") >= 3
    assert [found["docxtpl"].count(mark) for mark in ("{%tr for", "{%tr endfor", "{%p endfor", "{%p endif")] == [1] * 4
    assert found["docxtemplater"].count("{#hang}{x0}") == found["docxtemplater"].count("{x4}{/hang}") == 1
    assert [found["carbone"].count(mark) for mark in ("{d.hang[i].x0}", "{d.hang[i+1].x0}")] == [1, 1]


def test_a_document_of_another_shape_is_refused(plan: VanBan) -> None:
    letter = vtdocs.load(Path(PLAN).parent.parent / "mau" / "cong-van.yaml")
    with pytest.raises(ValueError, match="no frame, no title or no appendix"):
        abstract(vtdocs.write_docx(letter))


def test_blocks_tell_styles_by_the_names_that_word_shows(made: bytes) -> None:
    blocks = list_blocks(made)
    assert blocks[1] == {"style": "Tên loại", "runs": [("KẾ HOẠCH", False, False)]}
    assert len(blocks[-2]["rows"]) == 10
    assert blocks[-2]["rows"][1][0] == [{"style": "Bảng: nội dung canh giữa", "runs": [("1", False, False)]}]
    assert read_words(empty_document(made)) == []


def test_long_appendices_are_numbered_and_no_two_cells_are_one_object(plan: VanBan) -> None:
    rows = table_rows(plan, 20)
    assert [row[0] for row in rows] == [str(number) for number in range(1, 21)]
    assert rows[0][2] == "Trung tâm dịch vụ tổng hợp 1"
    assert len({id(cell) for row in rows for cell in row}) == 100
    assert long_plan(plan, 20).phu_luc[0].bang[0].hang == rows


def test_the_memory_of_rows_is_that_of_rows_and_texts() -> None:
    rows = [("a", "bc"), ("d", "efg")]
    texts = ("a", "bc", "d", "efg")
    assert count_bytes(rows) == 2 * sys.getsizeof(("a", "b")) + sum(sys.getsizeof(text) for text in texts)


def test_no_two_of_all_plans_are_the_same(plan: VanBan) -> None:
    others = [other_plan(plan, number) for number in range(3_321)]
    assert len({(other.co_quan.ten, other.so, other.ngay_ban_hanh) for other in others}) == 3_321
    assert (others[11].co_quan.ten, others[11].co_quan.dia_danh) == ("Ủy ban nhân dân xã Bình Châu", "Bình Châu")
