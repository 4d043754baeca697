"""Quốc hiệu and Tiêu ngữ: other words, letters, sizes, places, and lines below."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lxml import etree

from tests.checking.editing import drop_line, letters, set_line, stand, word_run
from tests.checking.mutating import Docx, Mutation, w

QUOC_HIEU, TIEU_NGU = "CỘNG HÒA", "Độc lập"
_HARMONY = frozenset({"ND30-208"})


def look(words: str, **looks: Any) -> Callable[[Docx], None]:
    return lambda docx: letters(docx, words, **looks)


def put(words: str, **looks: Any) -> Callable[[Docx], None]:
    return lambda docx: stand(docx, words, **looks)


def say(words: str, text: str) -> Callable[[Docx], None]:
    return lambda docx: word_run(docx, docx.paragraph(words), text)


def line(words: str, left: int, right: int) -> Callable[[Docx], None]:
    return lambda docx: set_line(docx, words, left, right)


def no_line(words: str) -> Callable[[Docx], None]:
    return lambda docx: drop_line(docx, words)


def underlined(words: str) -> Callable[[Docx], None]:
    """The letters underlined, and no line below."""

    def change(docx: Docx) -> None:
        drop_line(docx, words)
        letters(docx, words, underline="single")

    return change


def dashed(words: str) -> Callable[[Docx], None]:
    """The line below made of dashes."""

    def change(docx: Docx) -> None:
        below = docx.paragraph(words).getnext()
        assert below is not None
        p_pr = below.find(w("pPr"))
        assert p_pr is not None
        border = etree.SubElement(p_pr, w("pBdr"))
        etree.SubElement(border, w("top"), {w("val"): "dashed", w("sz"): "6", w("space"): "1", w("color"): "auto"})

    return change


def swapped(docx: Docx) -> None:
    """The two columns of the head change sides."""
    table = next(docx.xml().iter(w("tbl")))
    grid = table.find(w("tblGrid"))
    assert grid is not None
    grid.insert(0, grid[1])
    for row in table.iter(w("tr")):
        cells = row.findall(w("tc"))
        cells[0].addprevious(cells[1])


def stacked(docx: Docx) -> None:
    """All of the head in the middle, one below the other, without a table."""
    table = next(docx.xml().iter(w("tbl")))
    right, left = [], []
    for row in table.iter(w("tr")):
        cells = row.findall(w("tc"))
        left += cells[0].findall(w("p"))
        right += cells[1].findall(w("p"))
    for paragraph in (*right[:3], *left, *right[3:]):
        table.addprevious(paragraph)
    parent = table.getparent()
    assert parent is not None
    parent.remove(table)


def broken_row(docx: Docx) -> None:
    """Quốc hiệu typed on two rows."""
    paragraph = docx.paragraph(QUOC_HIEU)
    word_run(docx, paragraph, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA")
    run = etree.SubElement(paragraph, w("r"))
    etree.SubElement(run, w("br"))
    etree.SubElement(run, w("t")).text = "VIỆT NAM"


def narrow(docx: Docx) -> None:
    """The right column too narrow for Quốc hiệu."""
    table = next(docx.xml().iter(w("tbl")))
    for name in ("gridCol", "tcW"):
        for place, element in enumerate(table.iter(w(name))):
            element.set(w("w"), "5071" if place % 2 == 0 else "4000")


MUTATIONS = [
    Mutation("Quốc hiệu misspelled", "ND30-201", say(QUOC_HIEU, "CỘNG HÒA XÃ HỘI CHŨ NGHĨA VIỆT NAM")),
    Mutation("Quốc hiệu with a word missing", "ND30-201", say(QUOC_HIEU, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT")),
    Mutation("Quốc hiệu of 14 pt", "ND30-202", look(QUOC_HIEU, size=14), also=frozenset({"ND30-206"})),
    Mutation("Quốc hiệu of 11 pt", "ND30-202", look(QUOC_HIEU, size=11)),
    Mutation("Quốc hiệu not bold", "ND30-203", look(QUOC_HIEU, bold=False)),
    Mutation("Quốc hiệu italic", "ND30-203", look(QUOC_HIEU, italic=True)),
    Mutation("Quốc hiệu in small letters", "ND30-204", say(QUOC_HIEU, "Cộng hòa xã hội chủ nghĩa Việt Nam")),
    Mutation("Quốc hiệu in small capitals", "ND30-204", look(QUOC_HIEU, small_caps=True)),
    Mutation("Quốc hiệu at the left", "ND30-205", swapped, also=frozenset({"ND30-206"})),
    Mutation("the head in one column", "ND30-205", stacked, also=frozenset({"ND30-216", "ND30-227"})),
    Mutation("Quốc hiệu typed on two rows", "ND30-206", broken_row),
    Mutation("a column too narrow for Quốc hiệu", "ND30-206", narrow, also=frozenset({"ND30-216", "ND30-227"})),
    Mutation("Quốc hiệu one and a half spaced", "ND30-207", put(QUOC_HIEU, line=360)),
    Mutation("Tiêu ngữ double spaced", "ND30-207", put(TIEU_NGU, line=480)),
    Mutation("Quốc hiệu 12, Tiêu ngữ 14, date 14", "ND30-208", look(QUOC_HIEU, size=12)),
    Mutation("Quốc hiệu 13, Tiêu ngữ 14, date 13", "ND30-208", look("Vĩnh Thông, ngày", size=13)),
    Mutation(
        "Tiêu ngữ in capitals", "ND30-211", say(TIEU_NGU, "ĐỘC LẬP - TỰ DO - HẠNH PHÚC"), also=frozenset({"ND30-216"})
    ),
    Mutation("Tiêu ngữ in capitals by its format", "ND30-211", look(TIEU_NGU, caps=True), also=frozenset({"ND30-216"})),
    Mutation("Tiêu ngữ with en dashes", "ND30-211", say(TIEU_NGU, "Độc lập – Tự do – Hạnh phúc")),
    Mutation("Tiêu ngữ without blanks", "ND30-211", say(TIEU_NGU, "Độc lập-Tự do-Hạnh phúc")),
    Mutation("Tiêu ngữ with small initials", "ND30-211", say(TIEU_NGU, "Độc lập - tự do - hạnh phúc")),
    Mutation("Tiêu ngữ with every initial", "ND30-211", say(TIEU_NGU, "Độc Lập - Tự Do - Hạnh Phúc")),
    Mutation("Tiêu ngữ misspelled", "ND30-211", say(TIEU_NGU, "Độc lập - Tự do - Hạnh phuc")),
    Mutation("Tiêu ngữ of 12 pt", "ND30-212", look(TIEU_NGU, size=12), also=frozenset({"ND30-216"})),
    Mutation("Tiêu ngữ of 15 pt", "ND30-212", look(TIEU_NGU, size=15)),
    Mutation("Tiêu ngữ not bold", "ND30-213", look(TIEU_NGU, bold=False)),
    Mutation("Tiêu ngữ italic", "ND30-213", look(TIEU_NGU, italic=True)),
    Mutation("Tiêu ngữ at the left of its column", "ND30-214", put(TIEU_NGU, align="left")),
    Mutation("Tiêu ngữ at the right of its column", "ND30-214", put(TIEU_NGU, align="right")),
    Mutation("Tiêu ngữ moved by an indent", "ND30-214", put(TIEU_NGU, left=1400)),
    Mutation("no line below Tiêu ngữ", "ND30-215", no_line(TIEU_NGU)),
    Mutation("Tiêu ngữ underlined", "ND30-215", underlined(TIEU_NGU)),
    Mutation("line below Tiêu ngữ of half its length", "ND30-216", line(TIEU_NGU, 1900, 1900)),
    Mutation("line below Tiêu ngữ a fifth too long", "ND30-216", line(TIEU_NGU, 710, 710)),
    Mutation("line below Tiêu ngữ across the column", "ND30-216", line(TIEU_NGU, 0, 0)),
    Mutation("line below Tiêu ngữ dashed", "ND30-217", dashed(TIEU_NGU)),
]
