"""Tracked changes: text is read as if every one were accepted."""

from __future__ import annotations

import pytest

from tests.readers.making import docx, p, r, read, texts
from vtdocs.readers.docx import read_docx
from vtdocs.readers.docx.package import open_package
from vtdocs.readers.docx.walking import walk_paragraphs

BY = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"'
GONE = f"<w:rPr><w:del {BY}/></w:rPr>"


def inserted(inside: str, name: str = "ins") -> str:
    return f"<w:{name} {BY}>{inside}</w:{name}>"


def deleted(text: str, name: str = "del") -> str:
    return f"<w:{name} {BY}><w:r><w:delText>{text}</w:delText><w:t>{text}</w:t></w:r></w:{name}>"


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        pytest.param(p(r("a") + inserted(r("b")) + deleted("c") + r("d")), ["abd"], id="letters"),
        pytest.param(p(inserted(r("b"), "moveTo") + deleted("c", "moveFrom")), ["b"], id="moves"),
        pytest.param(p(inserted(r("a") + deleted("b"))), ["a"], id="deleted again"),
        pytest.param(p(f"<w:hyperlink>{deleted('a')}{inserted(r('b'))}</w:hyperlink>"), ["b"], id="in a link"),
        pytest.param(p("a", GONE) + p("b") + p("c"), ["ab", "c"], id="mark"),
        pytest.param(p("a", GONE) + p("b", GONE) + p("c"), ["abc"], id="marks"),
        pytest.param(p(deleted("a"), GONE) + p("b"), ["b"], id="whole paragraph"),
        pytest.param(p("a", f"<w:rPr><w:moveFrom {BY}/></w:rPr>") + p("b"), ["ab"], id="moved mark"),
        pytest.param(p("a", f"<w:rPr><w:ins {BY}/></w:rPr>") + p("b"), ["a", "b"], id="inserted mark"),
        pytest.param(p("a", GONE), ["a"], id="last mark"),
        pytest.param(
            p("a", GONE) + f"<w:tbl><w:tr><w:tc>{p('b')}</w:tc></w:tr></w:tbl>", ["a", "b"], id="before a table"
        ),
        pytest.param(
            p("a", GONE) + f"<w:sdt><w:sdtContent>{p('b')}</w:sdtContent></w:sdt>", ["ab"], id="into a control"
        ),
        pytest.param(inserted(p("a")) + inserted(p("b"), "del"), ["a"], id="blocks"),
    ],
)
def test_text_is_read_as_accepted(body: str, seen: list[str]) -> None:
    data = docx(body)
    observed = read_docx(data)
    assert texts(observed) == seen
    root = open_package(data, "a.docx").xml("word/document.xml")
    assert root is not None
    assert len(list(walk_paragraphs(root))) == len(seen)


def test_inserted_runs_are_told() -> None:
    paragraph = read(p(r("a") + inserted(r("b")) + r("c"))).paragraphs[0]
    assert [(paragraph.text[run.start : run.end], run.inserted) for run in paragraph.runs] == [
        ("a", False),
        ("b", True),
        ("c", False),
    ]


def test_joined_paragraphs_stand_as_the_last_of_them() -> None:
    seen = read(p("a", f'<w:jc w:val="center"/>{GONE}') + p("b", '<w:jc w:val="right"/>'))
    assert [(x.text, x.format.align, x.number) for x in seen.paragraphs] == [("ab", "right", 1)]


def test_old_formatting_does_not_count() -> None:
    old = f'<w:pPrChange {BY}><w:pPr><w:jc w:val="center"/><w:keepNext/></w:pPr></w:pPrChange>'
    letters = f"<w:i/><w:rPrChange {BY}><w:rPr><w:b/></w:rPr></w:rPrChange>"
    paragraph = read(p(r("a", letters), f'<w:jc w:val="right"/>{old}')).paragraphs[0]
    assert (paragraph.format.align, paragraph.format.keep_next) == ("right", False)
    assert (paragraph.runs[0].format.bold, paragraph.runs[0].format.italic) == (False, True)


def test_old_sections_do_not_count() -> None:
    now = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>{}</w:sectPr>'
    change = f'<w:sectPrChange {BY}><w:sectPr><w:pgSz w:w="1" w:h="2"/></w:sectPr></w:sectPrChange>'
    seen = read(p("a", now.format(change)) + p("b") + now.format(change))
    assert [(x.first, x.last, x.page_width) for x in seen.sections] == [(1, 1, 11906), (2, 2, 11906)]


def test_a_section_ends_with_its_mark() -> None:
    seen = read(p("a", f"{GONE}<w:sectPr/>") + p("b") + "<w:sectPr/>")
    assert [(x.first, x.last) for x in seen.sections] == [(1, 1)]


def test_rows_and_cells() -> None:
    def row(*cells: str, change: str = "") -> str:
        return f"<w:tr>{f'<w:trPr><w:{change} {BY}/></w:trPr>' if change else ''}{''.join(cells)}</w:tr>"

    def cell(text: str, change: str = "") -> str:
        return f"<w:tc>{f'<w:tcPr><w:{change} {BY}/></w:tcPr>' if change else ''}{p(text)}</w:tc>"

    table = row(cell("a"), cell("b", "cellDel"), cell("c", "cellIns"))
    table += row(cell("d"), cell("e"), change="del") + row(cell("f"), cell("g"), change="ins")
    gone = f"<w:tbl>{row(cell('x'), change='del')}</w:tbl>"
    seen = read(f"<w:tbl>{table}</w:tbl>" + p("y", GONE) + gone + p("z"))
    assert texts(seen) == ["a", "c", "f", "g", "yz"]
    assert [[cell.column for cell in row.cells] for row in seen.tables[0].rows] == [[0, 1], [0, 1]]
    assert len(seen.tables) == 1


def test_a_merge_under_tracking_is_accepted() -> None:
    def row(text: str, kind: str) -> str:
        merge = f'<w:cellMerge {BY} w:vMerge="{kind}"/>'
        return f"<w:tr><w:tc><w:tcPr>{merge}</w:tcPr>{p(text)}</w:tc></w:tr>"

    table = read(f"<w:tbl>{row('a', 'rest')}{row('', 'cont')}</w:tbl>").tables[0]
    assert [row.cells[0].merged for row in table.rows] == [False, True]


def test_changes_are_counted() -> None:
    body = p(inserted(r("a")) + deleted("b"), GONE) + p(
        r("c", f"<w:rPrChange {BY}><w:rPr/></w:rPrChange>"), f"<w:pPrChange {BY}><w:pPr/></w:pPrChange>"
    )
    assert read(body).changes == 5
