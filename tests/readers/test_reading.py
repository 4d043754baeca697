"""Text and its runs, fields, notes, pages: what is printed, and nothing else."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx as python_docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import vtdocs
from tests.bounded import ends
from tests.docx_xml import W, paragraph_texts, parts
from tests.judges import ROOT, resave
from tests.readers.making import docx, p, part, r, read, texts
from vtdocs.errors import ReadError
from vtdocs.readers.docx import read_docx
from vtdocs.readers.docx.observed import Observed
from vtdocs.readers.docx.package import open_package
from vtdocs.readers.docx.reading import trace_text
from vtdocs.readers.docx.walking import walk_paragraphs

FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BEGIN, SEPARATE, END = (FIELD.format(kind) for kind in ("begin", "separate", "end"))
EXAMPLES = [ROOT / "examples/cchc-2026/ke-hoach.yaml", *sorted((ROOT / "examples/mau").glob("*.yaml"))]


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


# --- what is text -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        pytest.param(r("Kế hoạch"), "Kế hoạch", id="plain"),
        pytest.param(r("Ke\u0302\u0301"), "Ke\u0302\u0301", id="typed as it is, not composed"),
        pytest.param("<w:r><w:t>  a  b \n c </w:t></w:r>", "a  b   c", id="blanks at ends go, line ends are blanks"),
        pytest.param("<w:r><w:t xml:space='preserve'> a </w:t></w:r>", " a ", id="blanks kept"),
        pytest.param("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>", "a\nb\nc", id="line breaks"),
        pytest.param("<w:r><w:tab/><w:t>a</w:t><w:ptab/></w:r>", "\ta\t", id="tabs"),
        pytest.param("<w:r><w:br w:type='page'/><w:br w:type='column'/></w:r>", "\f\n", id="page and column break"),
        pytest.param("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>", "a\u2011b", id="no-break hyphen"),
        pytest.param("<w:r><w:t>a</w:t><w:softHyphen/><w:t>b</w:t></w:r>", "ab", id="optional hyphen"),
        pytest.param("<w:r><w:sym w:font='Symbol' w:char='F0B7'/></w:r>", "•", id="symbol"),
        pytest.param("<w:r><w:sym w:font='Chữ lạ' w:char='F0ZZ'/></w:r>", "\ufffd", id="no symbol"),
        pytest.param(r("a") + r("b", "<w:vanish/>") + r("c"), "ac", id="hidden"),
        pytest.param(r("a") + r("b", "<w:webHidden/>") + r("c"), "abc", id="hidden on the web only"),
        pytest.param(f"<w:hyperlink r:id='no'>{r('a')}</w:hyperlink>", "a", id="hyperlink"),
        pytest.param(f"<w:smartTag>{r('a')}<w:smartTag>{r('b')}</w:smartTag></w:smartTag>", "ab", id="smart tags"),
        pytest.param(f"<w:customXml w:element='e'>{r('a')}</w:customXml>", "a", id="custom XML"),
        pytest.param(
            f"<w:sdt><w:sdtPr/><w:sdtContent>{r('a')}<w:sdt><w:sdtContent>{r('b')}</w:sdtContent></w:sdt>"
            f"</w:sdtContent></w:sdt>{r('c')}",
            "abc",
            id="content controls",
        ),
        pytest.param(f"<w:dir w:val='ltr'>{r('a')}</w:dir><w:bdo w:val='ltr'>{r('b')}</w:bdo>", "ab", id="direction"),
        pytest.param(
            f"<w:r><w:ruby><w:rt>{r('x')}</w:rt><w:rubyBase>{r('a')}</w:rubyBase></w:ruby><w:t>b</w:t></w:r>",
            "ab",
            id="ruby",
        ),
        pytest.param(
            "<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>",
            "ab",
            id="equation",
        ),
        pytest.param(f"<x:la><w:r><w:t>x</w:t></w:r></x:la>{r('a')}", "a", id="unknown element"),
        pytest.param("<w:proofErr w:type='spellStart'/><w:bookmarkStart w:id='0'/>" + r("a"), "a", id="marks"),
        pytest.param("", "", id="empty"),
    ],
)
def test_what_is_printed_is_text(inside: str, text: str) -> None:
    assert texts(read(p(inside))) == [text]


def test_of_alternatives_one_is_taken() -> None:
    known = (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{r("a")}</mc:Choice><mc:Fallback>{r("b")}</mc:Fallback>'
        "</mc:AlternateContent>"
    )
    unknown = known.replace('"wps"', '"x"')
    two = known.replace('"wps"', '"wps x"')
    unsaid = known.replace(' Requires="wps"', "")
    inner = f"<w:r>{known.replace(r('a'), '<w:t>a</w:t>').replace(r('b'), '<w:t>b</w:t>')}</w:r>"
    blocks = known.replace(r("a"), p("a")).replace(r("b"), p("b"))
    without = f'<mc:AlternateContent><mc:Choice Requires="x">{r("a")}</mc:Choice></mc:AlternateContent>'
    seen = texts(read(p(known) + p(unknown) + p(two) + p(unsaid) + p(inner) + blocks + p(without)))
    assert seen == ["a", "b", "b", "b", "a", "a", ""]


def test_blocks_are_found_in_all_wrappers() -> None:
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    cell = control.format("<w:tc>" + control.format(p("c")) + "</w:tc>")
    row = f"<w:tr>{cell}<w:tc>{p('d')}</w:tc></w:tr>"
    other = row.replace(">c<", ">e<").replace(">d<", ">f<")
    body = (
        control.format(p("a") + control.format(p("b")))
        + f"<w:tbl>{control.format(row)}<w:customXml>{other}</w:customXml></w:tbl>"
        + f"<w:customXml>{p('g')}</w:customXml>"
    )
    seen = read(body)
    assert texts(seen) == ["a", "b", "c", "d", "e", "f", "g"]
    assert [paragraph.number for paragraph in seen.paragraphs] == [1, 2, 3, 4, 5, 6, 7]
    assert [len(row.cells) for row in seen.tables[0].rows] == [2, 2]
    assert [type(block).__name__ for block in seen.blocks] == ["Paragraph", "Paragraph", "Table", "Paragraph"]


# --- runs -------------------------------------------------------------------------------------------


def test_neighbours_of_one_look_are_one_run() -> None:
    bold = "<w:b/>"
    seen = read(p(r("Số: ") + r("12", bold) + r("/KH", bold) + "<w:r><w:rPr><w:b/></w:rPr><w:tab/></w:r>" + r("x")))
    paragraph = seen.paragraphs[0]
    assert paragraph.text == "Số: 12/KH\tx"
    assert [(run.start, run.end, run.format.bold) for run in paragraph.runs] == [
        (0, 4, False),
        (4, 10, True),
        (10, 11, False),
    ]
    assert paragraph.runs[0].format is paragraph.runs[2].format


def test_links_tell_where_they_lead() -> None:
    body = p(
        f'<w:hyperlink r:id="web">{r("a")}</w:hyperlink>'
        f'<w:hyperlink w:anchor="cho">{r("b")}</w:hyperlink>'
        + BEGIN
        + code('HYPERLINK "http://vi.du/x" \\l "y"')
        + SEPARATE
        + r("c")
        + END
        + r("d")
    )
    seen = read(body, links={"web": ("hyperlink", "http://vi.du/")})
    assert [(run.link, run.target, run.field) for run in seen.paragraphs[0].runs] == [
        (True, "http://vi.du/", ""),
        (True, "#cho", ""),
        (True, "http://vi.du/x#y", "HYPERLINK"),
        (False, "", ""),
    ]


# --- fields -----------------------------------------------------------------------------------------


def test_codes_are_no_text_and_results_are() -> None:
    body = p(r("Trang ") + BEGIN + code(" pa") + code("ge \\* MERGEFORMAT ") + SEPARATE + r("2") + END + r("/9"))
    paragraph = read(body).paragraphs[0]
    assert (paragraph.text, paragraph.fields) == ("Trang 2/9", ("PAGE",))
    assert [(paragraph.text[run.start : run.end], run.field) for run in paragraph.runs] == [
        ("Trang ", ""),
        ("2", "PAGE"),
        ("/9", ""),
    ]


def test_simple_and_nested_fields() -> None:
    body = p(
        f'<w:fldSimple w:instr=" NUMPAGES ">{r("9")}</w:fldSimple>'
        + BEGIN + code("IF ") + BEGIN + code("PAGE") + SEPARATE + r("3") + END + code(" = 1 ") + r("mất") + SEPARATE
        + r("còn") + BEGIN + code("DATE") + END + END
    )  # fmt: skip
    paragraph = read(body).paragraphs[0]
    assert paragraph.text == "9còn"
    assert paragraph.fields == ("NUMPAGES", "PAGE", "IF", "DATE")


def test_a_field_goes_on_over_paragraphs_and_not_into_text_boxes() -> None:
    words = f"<w:txbxContent>{p('khung')}</w:txbxContent>"
    box = f"<w:r><w:pict><v:shape><v:textbox>{words}</v:textbox></v:shape></w:pict></w:r>"
    body = p(BEGIN + code("TOC") + SEPARATE + r("a")) + p(r("b") + box) + p(r("c") + END + r("d")) + p("e")
    seen = read(body)
    assert [(x.text, x.fields) for x in seen.paragraphs] == [
        ("a", ("TOC",)),
        ("b", ("TOC",)),
        ("khung", ()),
        ("cd", ("TOC",)),
        ("e", ()),
    ]


@pytest.mark.parametrize("lost", [BEGIN, BEGIN + code("PAGE"), BEGIN + SEPARATE, END, SEPARATE, END + BEGIN])
def test_a_field_without_its_end_hides_no_more_than_its_paragraph(lost: str) -> None:
    assert texts(read(p(r("a") + lost) + p("b")))[1] == "b"


def test_fields_in_fields_without_end_are_bounded() -> None:
    deep = p((BEGIN + code("IF ")) * 3000 + END * 2999 + SEPARATE + r("thấy") + END) + p("sau")
    with ends():
        assert texts(read(deep)) == ["thấy", "sau"]


# --- notes, comments, properties --------------------------------------------------------------------


def test_notes_stand_at_their_offsets() -> None:
    def mark(kind: str, number: int) -> str:
        return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'

    notes = (
        f'<w:footnote w:type="separator" w:id="-1">{p()}</w:footnote>'
        f'<w:footnote w:id="2">{p("Một")}{p("hai")}</w:footnote>'
    )
    seen = read(
        p(r("abc") + mark("footnote", 2) + r("d") + mark("endnote", 3)),
        parts={
            "footnotes.xml": part("footnotes", notes),
            "endnotes.xml": part("endnotes", f'<w:endnote w:id="3">{p("Cuối")}</w:endnote>'),
            "comments.xml": part("comments", f'<w:comment w:id="0">{p("x")}</w:comment><w:comment w:id="1"/>'),
        },
    )
    assert seen.paragraphs[0].notes == ((3, 2), (4, -3))
    assert {key: [(x.text, x.number, x.part) for x in value] for key, value in seen.notes.items()} == {
        2: [("Một", 2, "word/footnotes.xml"), ("hai", 3, "word/footnotes.xml")],
        -3: [("Cuối", 1, "word/endnotes.xml")],
    }
    assert seen.comments == 2


def test_what_the_file_says_of_itself() -> None:
    seen = read(
        p("a"),
        settings='<w:evenAndOddHeaders/><w:documentProtection w:edit="readOnly" w:enforcement="1"/>',
        app="<Application>Microsoft Office Word</Application><Pages>7</Pages>",
    )
    assert (seen.name, seen.application, seen.pages) == ("thu.docx", "Microsoft Office Word", 7)
    assert (seen.even_and_odd, seen.protected, seen.macros, seen.changes) == (True, True, False, 0)
    plain = read(p("a"))
    assert (plain.application, plain.pages, plain.even_and_odd, plain.protected) == ("", None, False, False)


# --- pages ------------------------------------------------------------------------------------------

MARK = "<w:r><w:lastRenderedPageBreak/></w:r>"
TURN = '<w:r><w:br w:type="page"/></w:r>'


def pages(body: str) -> list[int | None]:
    return [paragraph.page for paragraph in read(body).paragraphs]


def test_without_marks_no_page_is_known() -> None:
    assert pages(p("a") + p(TURN) + p("b")) == [None, None, None]


def test_pages_are_told_by_the_marks_of_word() -> None:
    assert pages(p("a") + p(r("b") + MARK + r("b")) + p("c") + p(MARK + r("d"))) == [1, 1, 2, 3]


def test_a_break_and_its_mark_are_one_page() -> None:
    body = p("a") + p(TURN) + p(MARK + r("b")) + p(r("c") + TURN + MARK + r("c")) + p() + p("d", "<w:pageBreakBefore/>")
    assert pages(body + p(MARK + r("e"))) == [1, 1, 2, 2, 3, 4, 5]


def test_a_section_begins_a_page() -> None:
    end = '<w:sectPr><w:type w:val="{}"/></w:sectPr>'
    body = p("a", end.format("nextPage")) + p(MARK + r("b"), end.format("nextPage")) + p(MARK + r("c"))
    assert pages(body + "<w:sectPr/>") == [1, 2, 3]
    together = p("a", end.format("nextPage")) + p("b") + p(MARK + r("c")) + end.format("continuous")
    assert pages(together) == [1, 1, 2]


def test_cells_of_a_row_begin_on_one_page() -> None:
    def row(*cells: str) -> str:
        return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"

    whole = row(p(MARK + r("a")), p("b"))
    broken = row(p("c") + p(MARK + r("d")), p("e") + p(MARK + r("f")))
    assert pages(p("x") + f"<w:tbl>{whole}{broken}</w:tbl>" + p("y")) == [1, 2, 2, 2, 3, 2, 3, 3]


# --- the order of paragraphs ------------------------------------------------------------------------


def order(data: bytes) -> list[str]:
    """The words of each `w:p` as `walk_paragraphs` gives them, text boxes within left out."""
    root = open_package(data, "thu.docx").xml("word/document.xml")
    assert root is not None
    return [
        "".join(t.text or "" for t in each.iterchildren("{*}r") for t in t.iterchildren("{*}t"))
        for each in walk_paragraphs(root)
    ]


def test_walking_goes_by_the_numbers_of_paragraphs() -> None:
    def box(inside: str) -> str:
        shape = f"<w:pict><v:shape><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict>"
        return (
            f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>{inside}'
            f"</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback>{shape}</mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        )

    inner = f"<w:tbl><w:tr><w:tc>{p('5')}</w:tc></w:tr></w:tbl>"
    data = docx(
        p(r("1") + box(p("2") + p(r("3") + box(p("4"))) + inner))
        + f"<w:tbl><w:tr><w:tc>{p('6')}</w:tc><w:tc>{p(r('7') + box(p('8')))}</w:tc></w:tr></w:tbl>"
        + p("9")
    )
    seen = read_docx(data)
    assert texts(seen) == order(data) == ["1", "2", "3", "4", "5", "6", "7", "8", "9"]
    assert [(box.index, box.anchor, len(box.blocks)) for box in seen.boxes] == [(0, 1, 3), (1, 3, 1), (2, 7, 1)]
    assert [x.box for x in seen.paragraphs] == [None, 0, 0, 1, 0, None, None, 2, None]


def test_text_is_traced_to_its_runs() -> None:
    body = (
        p(
            r("một ")
            + r("ẩn", "<w:vanish/>")
            + f"<w:hyperlink>{r('hai')}</w:hyperlink>"
            + BEGIN
            + code("PAGE")
            + SEPARATE
        )
        + p(r("a"), '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>')
        + p("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>" + r("b") + "<w:r><w:t> c </w:t><w:br/></w:r>")
    )
    package = open_package(docx(body), "thu.docx")
    traced = [
        [("".join(t.text or "" for t in run.iter("{*}t")), start, end) for run, start, end in each]
        for each in trace_text(package)
    ]
    assert traced == [[("một ", 0, 4), ("hai", 4, 7)], [("a", 0, 1), ("b", 2, 3), (" c ", 3, 5)]]
    assert texts(read(body)) == ["một hai", "axbc\n"]


# --- files of other programs, and our own -----------------------------------------------------------


def test_a_file_of_python_docx(tmp_path: Path) -> None:
    document = python_docx.Document()
    document.add_heading("Đầu đề", 1)
    document.add_paragraph("Một ").add_run("hai").bold = True
    table = document.add_table(2, 2)
    for number, cell in enumerate(table._cells):  # the only list of cells it has
        cell.text = str(number)
    document.sections[0].header.paragraphs[0].text = "Đầu trang"
    path = tmp_path / "a.docx"
    document.save(str(path))
    seen = read_docx(path)
    assert texts(seen) == ["Đầu đề", "Một hai", "0", "1", "2", "3"]
    assert (seen.name, seen.paragraphs[0].style, seen.paragraphs[0].format.outline_level) == ("a.docx", "heading 1", 0)
    assert [run.format.bold for run in seen.paragraphs[1].runs] == [False, True]
    assert [x.spot and (x.spot.row, x.spot.column) for x in seen.paragraphs[2:]] == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert [x.text for x in seen.sections[0].headers["default"].paragraphs] == ["Đầu trang"]


@pytest.mark.parametrize("source", [path for path in EXAMPLES if path.stem != "co-quan"], ids=lambda path: path.stem)
def test_our_own_documents_are_read_word_by_word(source: Path) -> None:
    data = vtdocs.write_docx(vtdocs.load(source))
    seen = read_docx(data)
    assert [text.replace("\f", "\n") for text in texts(seen)] == paragraph_texts(data)
    check_places(seen)


@pytest.mark.judge("libreoffice")
def test_a_document_saved_by_another_program_reads_the_same(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(SAMPLE)
    ours, theirs = read_docx(path), read_docx(resave(path, tmp_path / "lo"))
    assert theirs.application.startswith("LibreOffice")
    assert texts(theirs) == texts(ours)
    assert [x.format.align for x in theirs.paragraphs] == [x.format.align for x in ours.paragraphs]
    assert [[run.format.size for run in x.runs] for x in theirs.paragraphs] == [
        [run.format.size for run in x.runs] for x in ours.paragraphs
    ]
    assert [x.has_borders for x in theirs.tables] == [x.has_borders for x in ours.tables] == [False, False, True]
    lengths = [[rule.length for x in each.paragraphs for rule in x.rules] for each in (ours, theirs)]
    assert lengths == [[897, 3428, 2503, 1701], [897, 3427, 2503, 1701]]
    check_places(theirs)


def check_places(seen: Observed) -> None:
    """What holds of every file: numbers, runs and places fit together."""
    assert [x.number for x in seen.paragraphs] == list(range(1, len(seen.paragraphs) + 1))
    for paragraph in seen.paragraphs:
        covered = [position for run in paragraph.runs for position in range(run.start, run.end)]
        assert covered == list(range(len(paragraph.text)))
        if paragraph.spot is not None:
            table = seen.tables[paragraph.spot.table]
            cells = table.rows[paragraph.spot.row].cells
            assert any(cell.column == paragraph.spot.column for cell in cells)
            assert table.first <= paragraph.number <= table.last
    for table in seen.tables:
        for row in table.rows:
            assert all(0 <= cell.column < cell.column + cell.span <= len(table.grid) for cell in row.cells)
            assert all(cell.width == sum(table.grid[cell.column : cell.column + cell.span]) for cell in row.cells)
    assert [section.first for section in seen.sections][1:] == [section.last + 1 for section in seen.sections[:-1]]
    assert seen.sections[-1].last == len(seen.paragraphs)


# --- damage -----------------------------------------------------------------------------------------

SAMPLE = vtdocs.write_docx(vtdocs.load(ROOT / "examples/cchc-2026/ke-hoach.yaml"))


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The file with other content in one part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            new.writestr(info.filename, content if info.filename == name else old.read(info))
    return out.getvalue()


MAIN = parts(SAMPLE)["word/document.xml"]
PIECES = [
    b"<w:p>",
    b"</w:p>",
    b"<w:tbl/>",
    b"<w:tr><w:tc/></w:tr>",
    b"<w:tc/>",
    b"<w:sectPr/>",
    b'<w:fldChar w:fldCharType="begin"/>',
    b'<w:gridSpan w:val="99999999"/>',
    b"<w:vMerge/>",
    b"<w:hMerge/>",
    b'<w:pgSz w:w="-5" w:h="1e9"/>',
    b"<w:del/>",
    b"<w:rPr><w:del/></w:rPr>",
    b"<w:drawing/>",
    b"<w:pict/>",
    b'<w:sz w:val="NaN"/>',
    b"<w:txbxContent><w:p/></w:txbxContent>",
    b'<w:numPr><w:numId w:val="7"/></w:numPr>',
    b"<w:t>x</w:t>",
    b"<w:sdt/>",
    b'<w:gridCol w:w="0"/>',
    b"<w:pBdr><w:top/></w:pBdr>",
]


def read_or_refuse(data: bytes) -> Observed | ReadError:
    try:
        return read_docx(data)
    except ReadError as error:
        return error


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, len(MAIN)), st.sampled_from(PIECES), st.integers(0, 40)), max_size=4))
def test_damaged_xml_is_read_or_refused(changes: list[tuple[int, bytes, int]]) -> None:
    xml = MAIN
    for place, piece, cut in changes:
        # Between two elements, so that much of it stays well-formed.
        place = xml.find(b"><", place % max(1, len(xml))) + 1
        xml = xml[:place] + piece + xml[place + (cut if cut > 30 else 0) :]
    seen = read_or_refuse(with_part(SAMPLE, "word/document.xml", xml))
    if isinstance(seen, Observed):
        check_places(seen)
    else:
        assert [fault.code for fault in seen.diagnostics] in (["VT-608"], ["VT-609"])


NAMES = ["p", "r", "tbl", "tr", "tc", "sdtContent", "txbxContent", "del", "pPr", "drawing", "sectPr", "fldSimple"]
DRAWN = ROOT / "templates/word/van-ban-co-ten-loai.docx"
TREES = {"sample": MAIN, "template": parts(DRAWN.read_bytes())["word/document.xml"]}


@settings(max_examples=40)
@given(
    st.sampled_from(sorted(TREES)),
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from(NAMES)), max_size=12),
)
def test_elements_in_wrong_places_are_read_in_order(which: str, moves: list[tuple[int, int, str]]) -> None:
    root = etree.fromstring(TREES[which])
    elements = list(root.iter(etree.Element))
    for source, target, name in moves:
        moved, into = elements[source % len(elements)], elements[target % len(elements)]
        if moved is not root and moved not in into.iterancestors() and moved is not into:
            into.append(moved)
        if into is not root:
            into.tag = f"{{{W}}}{name}"
    seen = read_or_refuse(with_part(SAMPLE, "word/document.xml", etree.tostring(root)))
    if isinstance(seen, Observed):
        check_places(seen)
        assert len(list(walk_paragraphs(root))) == len(seen.paragraphs)
    else:
        assert [fault.code for fault in seen.diagnostics] in (["VT-608"], ["VT-609"])


@pytest.mark.parametrize("name", ["word/styles.xml", "word/settings.xml", "word/header1.xml", "docProps/app.xml"])
def test_other_parts_may_be_empty(name: str) -> None:
    root = MAIN[MAIN.index(b"<w:document") : MAIN.index(b">", MAIN.index(b"<w:document")) + 1]
    empty = root.replace(b"w:document", b"w:la") + b"</w:la>"
    assert texts(read_docx(with_part(SAMPLE, name, empty))) == texts(read_docx(SAMPLE))


def test_a_file_without_a_body_is_refused() -> None:
    with pytest.raises(ReadError, match="VT-609"):
        read_docx(with_part(docx(""), "word/document.xml", part("document", "").encode()))


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<w:tbl><w:tr><w:tc>" * 60 + p("a") + "</w:tc></w:tr></w:tbl>" * 60, id="tables"),
        pytest.param(
            "<w:p><w:r><w:pict><w:txbxContent>" * 45 + p("a") + "</w:txbxContent></w:pict></w:r></w:p>" * 45, id="boxes"
        ),
        pytest.param(p("<w:smartTag>" * 180 + r("a") + "</w:smartTag>" * 180), id="wrappers"),
        pytest.param("<w:sdt><w:sdtContent>" * 90 + p("a") + "</w:sdtContent></w:sdt>" * 90, id="controls"),
        pytest.param(
            p("<w:r><w:pict>" + "<v:group>" * 180 + "</v:group>" * 180 + "</w:pict></w:r>" + r("a")), id="groups"
        ),
    ],
)
def test_deep_nesting_is_read(body: str) -> None:
    with ends():
        assert "a" in texts(read(body))


def test_one_huge_table_is_read_in_bounds() -> None:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="999999"/></w:tcPr>{p("a")}</w:tc>'
    with ends():
        assert len(read(f"<w:tbl>{f'<w:tr>{cell * 500}</w:tr>' * 4}</w:tbl>").paragraphs) == 2000
