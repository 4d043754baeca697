"""The reference plan: its text comes back word for word, and its pages look as its authors want them."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

import vtdocs
from tests.docx_xml import paragraph_texts
from tests.judges import ROOT, check_integrity, validate_sdk
from tests.rendered import Line, Rendered, Renderer

EXAMPLE = ROOT / "examples" / "cchc-2026"
SOURCE = Path(__file__).with_name("cchc-2026.txt")


@pytest.fixture(scope="module")
def docx() -> bytes:
    return vtdocs.write_docx(vtdocs.load(EXAMPLE / "ke-hoach.yaml"))


@pytest.fixture(scope="module")
def pdf(docx: bytes, render: Renderer) -> Rendered:
    return render(docx)


def undo_what_the_pdf_did(text: str) -> str:
    """The tears that the PDF of the plan made, and the marks of Markdown; nothing of its authors' own."""
    for torn in (
        ("phù hợp với điều kiện thực tế\n\ncủa địa phương", "phù hợp với điều kiện thực tế của địa phương"),
        ("và Nhân dân tham gia\n\nthực hiện công tác CCHC.", "và Nhân dân tham gia thực hiện công tác CCHC."),
        ("\n\nTuyên truyền sáng kiến,", "\n\n- Tuyên truyền sáng kiến,"),
        ("\n| | | | | |\n|---|---|------------|---|----------|\n", "\n"),
    ):
        assert text.count(torn[0]) == 1, torn
        text = text.replace(*torn)
    text = re.sub(r"^\|[-|]+\|$", "", text, flags=re.MULTILINE)
    rows = re.compile(r"^\| (.*) \|$", re.MULTILINE)
    text = rows.sub(lambda row: row[1].replace(" | ", "\n"), text)
    return text.replace("**", "")


def changes() -> list[tuple[str, str]]:
    rows = re.findall(r"^\| (.+?) \| (.+?) \| .+ \|$", (EXAMPLE / "thay-doi.md").read_text("utf-8"), re.MULTILINE)
    assert len(rows) == 3
    return rows[1:]


def words(text: str) -> list[str]:
    return unicodedata.normalize("NFC", text).split()


def test_the_text_is_the_authors_word_for_word_but_for_the_listed_changes(docx: bytes) -> None:
    expected = undo_what_the_pdf_did(SOURCE.read_text("utf-8"))
    for before, after in changes():
        assert expected.count(before) == 1
        expected = expected.replace(before, after)
    made = "\n".join(paragraph_texts(docx))
    head, title, rest = made.partition("KẾ HOẠCH\n")
    assert words(title + rest) == words(expected)
    assert words(head) == words(
        "ỦY BAN NHÂN DÂN XÃ VĨNH THÔNG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc"
        " Số: /KH-UBND Vĩnh Thông, ngày tháng năm 2026"
    )


def test_every_line_of_the_authors_is_one_paragraph_or_cell(docx: bytes) -> None:
    expected = undo_what_the_pdf_did(SOURCE.read_text("utf-8"))
    lines = [" ".join(line.split()) for line in expected.split("\n") if line.strip()]
    made = {" ".join(text.split()) for text in paragraph_texts(docx)}
    alone = [line for line in lines if line not in made]
    # Titles that the source broke over lines, and the changed lines, are all that may differ.
    assert [line[:22] for line in alone] == [
        "PHỤ LỤC",
        "CÁC HOẠT ĐỘNG TRỌNG TÂ",
        "VÀ HÀNH CHÍNH CÔNG XÃ ",
        "(Kèm theo Kế hoạch số ",
    ]


def test_the_only_warning_is_the_unknown_abbreviation() -> None:
    plan = vtdocs.load(EXAMPLE / "ke-hoach.yaml")
    assert ["VHXX" in str(diagnostic) for diagnostic in plan.diagnostics] == [True]


@pytest.mark.judge("sdk", "integrity")
def test_the_file_is_valid(docx: bytes, tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(docx)
    assert validate_sdk([path]) == []
    assert check_integrity(path) == []


@pytest.mark.judge("libreoffice")
def test_the_plan_takes_seven_pages_and_its_appendix_two(pdf: Rendered) -> None:
    assert len(pdf.pages) == 9
    assert [page.lines(y1=18)[0].text if page.lines(y1=18) else "" for page in pdf.pages] == [
        *["", "2", "3", "4", "5", "6", "7"],
        *["", "2"],
    ]
    assert "KT. CHỦ TỊCH" in pdf.pages[6].text()
    assert pdf.pages[7].text().startswith("Phụ lục")


def second_row(pdf: Rendered) -> Line:
    """The second row of the title; the words stand in the text below once more."""
    return next(line for line in pdf.pages[0].lines() if line.text == "và hành chính công xã Vĩnh Thông năm 2026")


@pytest.mark.judge("libreoffice")
def test_the_title_and_the_attached_line_break_as_their_authors_break_them(pdf: Rendered) -> None:
    assert second_row(pdf).bold
    assert pdf.pages[7].line("(Kèm theo Kế hoạch số").text.endswith("năm 2026")
    pdf.pages[7].line("của Ủy ban nhân dân xã Vĩnh Thông)")


@pytest.mark.judge("libreoffice")
def test_the_line_under_the_title_is_about_45_mm(pdf: Rendered) -> None:
    below = second_row(pdf)
    rule = next(rule for rule in pdf.pages[0].rules if rule.y > below.baseline)
    assert 44 <= rule.width <= 48


@pytest.mark.judge("libreoffice")
def test_the_run_in_label_is_bold_and_its_text_is_not(pdf: Rendered) -> None:
    page = next(page for page in pdf.pages if "1. Đối tượng:" in page.text())
    line = page.line("1. Đối tượng:")
    assert [word.bold for word in line.words[:3]] == [True, True, True]
    assert not any(word.bold for word in line.words[3:])
