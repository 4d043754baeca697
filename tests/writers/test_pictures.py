"""Pictures and brackets: their parts, their sizes, and how they lie on the page."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pdfplumber
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests import wellformed
from tests.docx_xml import W, parse, parts
from tests.judges import check_integrity, validate_sdk
from tests.rendered import MM, Renderer
from tests.writers.hand_made import LOREM, document, image, note, paragraph, recipients
from tests.writers.test_inlines import template_with
from vtdocs.tree import Appendix, Block, Bracket, CharStyle, Paragraph, Picture, Style, Text
from vtdocs.units import Length, Mm
from vtdocs.writers.docx import compile_template, is_untouched, render_docx, stock_template
from vtdocs.writers.docx.brackets import count_block_rows, count_within
from vtdocs.writers.docx.pictures import picture_size

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"


def write(*body: Block, **slots: tuple[Block, ...]) -> bytes:
    return render_docx(document(*body, appendices=(), **slots), stock_template())


def picture(
    width: int, height: int, *, kind: str = "png", wide: float | None = None, turn: int = 0, caption: str = ""
) -> Picture:
    return Picture(
        image(width, height, kind),
        kind,
        (width, height),
        'Ảnh "một" <&>',
        Mm(Fraction(wide)) if wide else None,
        turn,
        paragraph(caption, style=Style.TEN_HINH) if caption else None,
    )


def attributes(element: etree._Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.attrib.items()}


def placed(file: Path) -> list[tuple[int, float, float, float, float]]:
    """Each picture of a PDF: its page, its left and upper edge, its width and height, in mm."""
    with pdfplumber.open(file) as pdf:
        return [
            (page.page_number, *(round(float(found[key]) * MM, 1) for key in ("x0", "top", "width", "height")))  # type: ignore[misc]
            for page in pdf.pages
            for found in page.images
        ]


# --- parts ----------------------------------------------------------------------------------------------------------


def test_a_picture_is_a_part_with_a_type_a_relationship_and_a_description() -> None:
    data = write(picture(96, 48, caption="Hình 1. Sơ đồ"))
    files = parts(data)
    assert files["word/media/image1.png"] == image(96, 48)
    assert b'<Default Extension="png" ContentType="image/png"/>' in files["[Content_Types].xml"]
    assert b'Id="rId5"' in files["word/_rels/document.xml.rels"]
    assert b'Target="media/image1.png"' in files["word/_rels/document.xml.rels"]
    root = parse(files["word/document.xml"])
    (drawing,) = root.iter(f"{WP}inline")
    properties = drawing.find(f"{WP}docPr")
    assert properties is not None
    assert attributes(properties) == {"id": "1", "name": "Hình 1", "descr": 'Ảnh "một" <&>'}
    assert [blip.get(EMBED) for blip in drawing.iter(f"{A}blip")] == ["rId5"]
    extent = drawing.find(f"{WP}extent")
    assert extent is not None
    assert attributes(extent) == {"cx": str(914400), "cy": str(457200)}  # 96 pixels an inch
    assert wellformed.faults(data) == []
    assert is_untouched(data)


def test_equal_bytes_are_stored_once_and_each_drawing_has_its_own_number() -> None:
    one, other = picture(10, 10), picture(20, 10, kind="jpeg")
    data = write(one, other, one)
    names = [name for name in parts(data) if name.startswith("word/media/")]
    assert names == ["word/media/image1.png", "word/media/image2.jpeg"]
    root = parse(parts(data)["word/document.xml"])
    assert [blip.get(EMBED) for blip in root.iter(f"{A}blip")] == ["rId5", "rId6", "rId5"]
    assert [p.get("id") for p in root.iter(f"{WP}docPr")] == ["1", "2", "3"]
    assert wellformed.faults(data) == []


def test_a_template_that_means_another_type_by_the_extension_keeps_it() -> None:
    other = '<Default Extension="PNG" ContentType="image/x-own"/><Default Extension="xml"'
    drawing = '<w:p><w:r><w:drawing><wp:inline xmlns:wp="%s"><wp:docPr id="7" name="x"/></wp:inline></w:drawing></w:r>'
    template = compile_template(
        template_with(
            {
                "[Content_Types].xml": ('<Default Extension="xml"', other),
                "word/document.xml": ("<w:tbl>", f"{drawing % WP.strip('{}')}</w:p><w:tbl>"),
            },
            {"word/media/image4.png": "x"},
        )
    )
    files = parts(render_docx(document(picture(10, 10)), template))
    assert files["word/media/image4.png"] == b"x"
    assert files["word/media/image5.png"] == image(10, 10)
    assert b'<Override PartName="/word/media/image5.png" ContentType="image/png"/>' in files["[Content_Types].xml"]
    assert b'docPr id="8"' in files["word/document.xml"]


def test_a_caption_stays_with_its_picture() -> None:
    root = parse(parts(write(picture(10, 10, caption="Hình 1"), picture(10, 10)))["word/document.xml"])
    styles = {
        str(p.find(f"{{{W}}}pPr/{{{W}}}pStyle").get(f"{{{W}}}val")): "".join(t.text or "" for t in p.iter(f"{{{W}}}t"))  # type: ignore[union-attr]
        for p in root.iter(f"{{{W}}}p")
        if p.find(f".//{{{W}}}drawing") is not None
    }
    assert styles == {"TenHinh": "Hình 1", "Hinh": ""}


@pytest.mark.judge("sdk", "integrity")
def test_documents_with_everything_are_valid(tmp_path: Path) -> None:
    bracket = Bracket(recipients("- Sở Nội vụ;", "- Sở Tài chính;"), recipients("(để b/c)")[0])
    body = (
        picture(10, 10, caption="Hình 1"),
        paragraph("Một", note("hai"), "."),
        picture(10, 20, kind="jpeg", turn=90),
        bracket,
        bracket,
        paragraph("Hết."),
    )
    tree = document(*body, noi_nhan=(bracket,), appendices=(Appendix((), body),))
    file = tmp_path / "a.docx"
    file.write_bytes(render_docx(tree, stock_template()))
    assert wellformed.faults(file.read_bytes()) == []
    assert validate_sdk([file]) == []
    assert check_integrity(file) == []


# --- sizes ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pixels", "width", "turn", "size"),
    [
        ((96, 48), None, 0, (25.4, 12.7)),
        ((96, 48), None, 90, (12.7, 25.4)),
        ((960, 480), None, 0, (160, 80)),  # 254 mm are more than the room
        ((960, 480), 100, 0, (100, 50)),
        ((960, 480), 100, 180, (100, 50)),
        ((960, 480), 100, 270, (100, 200)),
        ((960, 480), 400, 0, (160, 80)),
        ((480, 1920), 160, 0, (50, 200)),  # 640 mm are higher than the page
        ((1920, 480), 160, 90, (50, 200)),
        ((10, 100_000), None, 0, (0.02, 200)),
    ],
)
def test_a_picture_keeps_its_proportion_inside_the_page(
    pixels: tuple[int, int], width: int | None, turn: int, size: tuple[float, float]
) -> None:
    shown = Picture(b"", "png", pixels, "", Mm(width) if width else None, turn)
    found = picture_size(shown, Mm(160), Mm(200))
    assert (found[0].mm, found[1].mm) == pytest.approx(size, abs=0.001)


PIXELS = st.integers(1, 1 << 31)


@given(PIXELS, PIXELS, st.none() | st.integers(10, 400), st.sampled_from([0, 90, 180, 270]))
def test_no_picture_leaves_its_room(across: int, down: int, width: int | None, turn: int) -> None:
    shown = Picture(b"", "png", (across, down), "", Mm(width) if width else None, turn)
    found = picture_size(shown, Mm(160), Mm(200))
    assert Length(0) < found[0] <= Mm(160)
    assert Length(0) < found[1] <= Mm(200)


@pytest.mark.judge("libreoffice", "liberation")
def test_pictures_lie_between_their_neighbours_and_inside_the_margins(render: Renderer) -> None:
    pages = render(
        write(
            paragraph("Trên một."),
            picture(400, 300, wide=80, caption="Hình 1. Ngang"),
            paragraph("Trên hai."),
            picture(400, 300, kind="jpeg", wide=60, turn=90, caption="Hình 2. Xoay"),
            paragraph("Trên ba."),
            picture(300, 400, kind="jpeg", wide=40, turn=270, caption="Hình 3. Xoay"),
            paragraph("Trên bốn."),
            picture(300, 4000, caption="Hình 4. Cao"),
            picture(3000, 100),
        )
    )
    found = placed(pages.path)
    # The text lies between 30 and 190 mm, its middle at 110.
    sizes = [(page, width, height, round(x0 + width / 2)) for page, x0, _top, width, height in found]
    assert sizes == [
        (1, 80, 60, 110),
        (1, 60, 80, 110),
        (1, 40, 30, 110),
        (2, pytest.approx(17.9, abs=0.5), pytest.approx(239, abs=4), 110),
        (3, 160, pytest.approx(5.3, abs=0.1), 110),
    ]
    above = {1: "Trên một.", 2: "Trên hai.", 3: "Trên ba."}
    for number, (page, _x0, top, _width, height) in enumerate(found[:4], 1):
        shown = pages.pages[page - 1]
        if number in above:
            line = [line for line in shown.lines() if line.text == above[number]]
            assert all(0 < top - one.baseline < 8 for one in line)
        assert 0 < shown.line(f"Hình {number}.").top - (top + height) < 8
        assert top > 19.5
        assert top + height < 277.5


# --- brackets -------------------------------------------------------------------------------------------------------

LINES = recipients("- Sở Nội vụ;", "- Sở Tài chính;", "- Thường trực Đảng ủy xã;")


@pytest.mark.judge("libreoffice", "liberation")
def test_a_bracket_is_as_high_as_its_lines_and_its_note_stands_in_the_middle(render: Renderer) -> None:
    bracket = Bracket(LINES, recipients("(để b/c)")[0])
    page = render(write(paragraph(LOREM), noi_nhan=(bracket, *recipients("- Lưu: VT.")))).pages[0]
    lines = [page.line(line.inlines[0].text, x1=100) for line in LINES[:1] + LINES[2:]]  # type: ignore[union-attr]
    (upright,) = page.upright_rules
    assert upright.y0 == pytest.approx(lines[0].top, abs=1)
    assert upright.y1 == pytest.approx(lines[1].bottom, abs=1)
    hooks = [rule for rule in page.rules if abs(rule.x1 - upright.x) < 0.5]
    assert [round(rule.width) for rule in hooks] == [2, 2]
    assert lines[1].words[-1].x1 < hooks[0].x0
    mark = page.phrase("(để b/c)")
    assert upright.x < mark[0].x0 < upright.x + 2
    assert mark[0].baseline == pytest.approx(page.phrase("Tài chính;")[0].baseline, abs=0.3)
    assert page.line("- Lưu: VT.").top > upright.y1 - 0.5


def test_the_rows_of_a_bracket_are_counted_beside_the_signature() -> None:
    looks = stock_template().looks
    short = recipients("(để b/c)")[0]
    assert count_block_rows(Bracket(LINES, short), looks, Mm(78)) == 3
    long = recipients("(để phối hợp thực hiện và báo cáo kết quả hằng tháng, hằng quý, hằng năm về tỉnh)")[0]
    assert count_block_rows(Bracket(LINES[:1], long), looks, Mm(78)) == 3
    assert count_block_rows(Bracket((), short), looks, Mm(78)) == 1
    assert count_block_rows(picture(10, 10), looks, Mm(78)) == 0
    # Beside the signature is room for 28 rows; what is more stands in a row of its own.
    body = parse(parts(write(noi_nhan=(Bracket(LINES, short),) * 11))["word/document.xml"])[0]
    signature = body.findall(f"{{{W}}}tbl")[-1]
    assert [len(list(row.iter(f"{{{W}}}tbl"))) for row in signature.findall(f"{{{W}}}tr")] == [9, 2]


@given(st.lists(st.text("abc xyz", max_size=200), max_size=4), st.text("abc xyz", max_size=300))
def test_a_bracket_never_leaves_its_cell(lines: list[str], words: str) -> None:
    data = write(noi_nhan=(Bracket(recipients(*lines), recipients(words)[0]),))
    assert wellformed.faults(data) == []
    table = list(parse(parts(data)["word/document.xml"]).iter(f"{{{W}}}tbl"))[-1]
    grid = [int(column.get(f"{{{W}}}w") or 0) for column in table.iter(f"{{{W}}}gridCol")]
    assert len(grid) == 3
    assert min(grid) > 0
    assert sum(grid) <= 4422  # 78 mm


def test_a_bracket_keeps_links_and_emphasis() -> None:
    inlines = (Text("- Sở ", CharStyle.DAM), note("một"))
    data = write(noi_nhan=(Bracket((Paragraph(Style.NOI_NHAN_MUC, inlines),), recipients("x")[0]),))
    assert "một".encode() not in parts(data)["word/document.xml"]
    assert "một".encode() in parts(data)["word/footnotes.xml"]


def test_recipients_are_parted_by_their_rows_whether_or_not_these_are_counted_one_by_one() -> None:
    looks = stock_template().looks
    few, long = recipients("- Như trên;", "- Lưu: VT."), recipients("- " + "Các cơ quan chuyên môn, " * 9 + "các xã;")
    assert count_block_rows(long[0], looks, Mm(78)) == 6
    assert [count_within(few, looks, Mm(78), most) for most in (0, 1, 2, 9)] == [0, 1, 2, 2]
    assert [count_within((*few, *long), looks, Mm(78), most) for most in (2, 7, 8, 28)] == [2, 2, 3, 3]
    assert count_within((*few, Bracket(LINES, few[0])), looks, Mm(78), 4) == 2
