from __future__ import annotations

import io
import pickle
import struct
import zlib
from pathlib import Path
from typing import Any

import docx.shared
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docxtpl import InlineImage, Listing, RichTextParagraph
from docxtpl import RichText as DocxtplRichText
from hypothesis import given
from hypothesis import strategies as st

from tests.bounded import ends
from tests.docx_xml import paragraph_texts, parts
from tests.filling.papers import (
    W,
    by_docxtpl,
    changed,
    extents,
    outline,
    paper,
    picture,
    relations,
    runs,
    saved,
    tree,
    with_relation,
)
from tests.judges import ROOT, check_integrity, validate_sdk
from vtdocs.errors import LoadError, VtdocsError, WriteError
from vtdocs.filling import Paragraphs, Picture, RichText, Subdocument, compile_form
from vtdocs.filling.density import read_density
from vtdocs.filling.rich_text import RUN_ORDER, join_properties
from vtdocs.units import Length, Mm, Pt

PNG = picture()


def fill(data: bytes, **context: object) -> bytes:
    return compile_form(data).render(context)


def told(error: pytest.ExceptionInfo[VtdocsError]) -> list[tuple[str, str]]:
    return [(fault.code, fault.message) for fault in error.value.diagnostics]


def judged(data: bytes, folder: Path) -> list[str]:
    path = folder / "filled.docx"
    path.write_bytes(data)
    return [*validate_sdk([path]), *check_integrity(path)]


# --- pictures ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("width", "height"), [(None, None), (Mm(30), None), (None, Mm(7)), (Mm(30), Mm(10)), (docx.shared.Mm(12.5), None)]
)
@pytest.mark.parametrize(
    "data",
    [
        PNG,
        picture(dpi=(96, 96)),
        picture("jpeg", dpi=(300, 150)),
        picture("jpeg", size=(17, 31)),
        (ROOT / "examples/mau/so-do.png").read_bytes(),
    ],
    ids=["png", "png 96 dpi", "jpeg 300x150 dpi", "jpeg", "drawn"],
)
def test_a_picture_is_as_large_as_docxtpl_makes_it(data: bytes, width: Any, height: Any) -> None:
    template = paper("Trước {{ anh }} sau")
    sides = [side.emu if isinstance(side, Length) else side for side in (width, height)]
    theirs = by_docxtpl(template, lambda tpl: {"anh": InlineImage(tpl, io.BytesIO(data), *sides)})
    ours = fill(template, anh=Picture(data, width, height))
    assert extents(ours) == extents(theirs)
    assert paragraph_texts(ours) == paragraph_texts(theirs) == ["Trước  sau"]


def exif(*entries: tuple[int, int, int, int], rationals: bytes = b"") -> bytes:
    """A JPEG that begins with a camera's notes; an entry is its tag, type, count and value."""
    rows = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    tiff = b"II*\0" + struct.pack("<IH", 8, len(entries)) + rows + bytes(4) + rationals
    segment = b"Exif\0\0" + tiff
    data = picture("jpeg")
    start = data.index(b"\xff\xdb")
    return data[:2] + b"\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment + data[start:]


def test_the_density_of_a_camera_s_picture_is_read_as_docxtpl_reads_it() -> None:
    data = exif(
        (0x011A, 5, 1, 50), (0x011B, 5, 1, 58), (0x0128, 3, 1, 3), rationals=struct.pack("<IIII", 100, 1, 50, 1)
    )
    assert read_density(data) == (254, 127)
    theirs = by_docxtpl(paper("{{ anh }}"), lambda tpl: {"anh": InlineImage(tpl, io.BytesIO(data))})
    assert extents(fill(paper("{{ anh }}"), anh=Picture(data))) == extents(theirs)


@pytest.mark.parametrize("rationals", [b"", bytes(8), b"\xff" * 16])
def test_a_density_that_makes_no_sense_is_none(rationals: bytes) -> None:
    data = exif((0x011A, 5, 1, 50), (0x0128, 3, 1, 2), rationals=rationals)
    assert read_density(data) in [(72, 72), (1, 72)]


def test_a_picture_that_lies_on_its_side_is_measured_as_it_is_seen() -> None:
    data = exif((0x0112, 3, 1, 6))
    width, height = Picture(data, Mm(10)).size()
    assert (width, height) == (Mm(10), Mm(20))
    filled = fill(paper("{{ anh }}"), anh=Picture(data, Mm(10)))
    assert extents(filled) == [(Mm(20).emu, Mm(10).emu)]
    assert 'rot="5400000"' in parts(filled)["word/document.xml"].decode()


@pytest.mark.judge("sdk", "integrity")
def test_equal_pictures_are_stored_once_and_have_numbers_of_their_own(tmp_path: Path) -> None:
    def with_header(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "{{ anh }}"

    template = paper("{{ anh }} {{ anh }} {{ khac }}", make=with_header)
    filled = fill(template, anh=Picture(PNG), khac=Picture(picture("jpeg"), url="https://vidu.vn/a?b=1&c=2"))
    assert sorted(name for name in parts(filled) if "media" in name) == [
        "word/media/image1.png",
        "word/media/image2.jpeg",
    ]
    assert relations(filled) == {
        ("image", "media/image1.png"),
        ("image", "media/image2.jpeg"),
        ("hyperlink", "https://vidu.vn/a?b=1&c=2"),
    }
    (header,) = [name.split("/")[-1][:-9] for name in parts(filled) if name.startswith("word/_rels/header")]
    assert relations(filled, header) == {("image", "media/image1.png")}
    numbers = [
        node.get("id") for name in ("document", header) for node in tree(filled, f"word/{name}.xml").iter("{*}docPr")
    ]
    assert len(numbers) == len(set(numbers)) == 4
    assert judged(filled, tmp_path) == []


def with_pixels(data: bytes, width: int, height: int) -> bytes:
    """A PNG whose head says another size."""
    head = data[12:16] + struct.pack(">II", width, height) + data[24:29]
    return data[:12] + head + struct.pack(">I", zlib.crc32(head)) + data[33:]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "VT-076"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "VT-075"),
        (b"GIF89a" + bytes(20), "VT-075"),
        (PNG[:-20], "VT-076"),
        (b"MZ" + bytes(100), "VT-075"),
        (PNG + bytes(10 * 1024 * 1024), "VT-008"),
        (with_pixels(PNG, 65_535, 65_535), "VT-077"),
    ],
)
def test_what_is_no_whole_picture_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(LoadError) as error:
        Picture(data)
    assert [fault.code for fault in error.value.diagnostics] == [code]


def test_a_picture_is_read_from_its_path_and_told_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "dấu.png"
    path.write_bytes(PNG)
    assert Picture(path) == Picture(str(path)) == Picture(PNG)
    assert pickle.loads(pickle.dumps(Picture(path, Mm(3)))) == Picture(PNG, Mm(3))
    with pytest.raises(LoadError, match=r"khac\.png"):
        Picture(tmp_path / "khac.png")
    with pytest.raises(LoadError, match="thư mục"):
        Picture(tmp_path)
    path.write_bytes(b"no")
    with pytest.raises(LoadError, match=r"dấu\.png"):
        Picture(path)


@pytest.mark.parametrize("side", [30, True, 1.5, "3cm", Mm(-1), Mm(0), Mm(600)])
def test_a_side_that_no_sheet_has_is_refused(side: Any) -> None:
    with pytest.raises(WriteError) as error:
        Picture(PNG, width=side)
    assert told(error)[0][0] == "VT-470"
    assert "bề ngang của ảnh" in told(error)[0][1]


def test_a_picture_that_asks_for_more_than_a_sheet_is_cut_down_to_one() -> None:
    assert max(Picture(picture(size=(4000, 10), dpi=(10, 10))).size()) == Length(22 * 914_400)


# --- rich text --------------------------------------------------------------------------------------


@pytest.mark.judge("sdk", "integrity")
def test_rich_text_goes_on_in_the_look_of_its_tag(tmp_path: Path) -> None:
    def make(document: Any) -> None:
        paragraph = document.add_paragraph("Kính gửi ")
        run = paragraph.add_run("{{ ten }}")
        run.bold, run.font.size = True, docx.shared.Pt(14)
        paragraph.add_run(" và {{r ten }} hết")

    filled = fill(paper(make=make), ten=RichText("ông ", RichText("A & B", colour="#c00000", italic=True, bold=False)))
    assert runs(filled) == [
        ("", "Kính gửi "),
        ("b sz=28", "ông "),
        ("b=0 bCs=0 i iCs color=C00000 sz=28", "A & B"),
        ("", " và "),
        ("", "ông "),
        ("b=0 bCs=0 i iCs color=C00000", "A & B"),
        ("", " hết"),
    ]
    assert judged(filled, tmp_path) == []


@pytest.mark.judge("sdk", "integrity")
def test_all_properties_stand_in_the_order_of_the_schema(tmp_path: Path) -> None:
    value = RichText(
        "chữ",
        bold=True,
        italic=True,
        underline="double",
        strike=True,
        size=Pt(11.5),
        colour="00ff00",
        font="Arial & Co",
        highlight="yellow",
        superscript=True,
        style="Strong",
        url="https://vidu.vn",
    )

    filled = fill(paper("{{ x }}{{ y }}"), x=value, y=RichText("nền", highlight="FFE599"))
    looks = "rStyle=Strong rFonts=Arial & Co b bCs i iCs strike color=00FF00 sz=23 szCs=23 highlight=yellow u=double"
    assert runs(filled) == [(f"{looks} vertAlign=superscript", "chữ"), ("shd=clear", "nền")]
    assert relations(filled) == {("hyperlink", "https://vidu.vn/")}
    assert judged(filled, tmp_path) == []


def test_marks_of_the_outline_make_rich_text() -> None:
    value = RichText.marked("  **đậm** và *nghiêng* \n***cả hai*** [chữ](https://vidu.vn) 2 * 3")
    assert value.text == "  đậm và nghiêng \ncả hai chữ 2 * 3"
    assert runs(fill(paper("{{ x }}"), x=value)) == [
        ("", "  "),
        ("b bCs", "đậm"),
        ("", " và "),
        ("i iCs", "nghiêng"),
        ("", " "),
        ("b bCs i iCs", "cả hai"),
        ("", " "),
        ("color=0563C1 u=single", "chữ"),
        ("", " 2 * 3"),
    ]
    assert RichText("a", bold=True) + "b" == RichText(RichText("a", bold=True), "b")
    assert str("b" + RichText("a")) == "ba"
    assert pickle.loads(pickle.dumps(value)) == value
    assert {value, RichText(value)} == {value}


@pytest.mark.parametrize(
    "wrong",
    [
        {"colour": "đỏ"},
        {"highlight": "pink"},
        {"underline": "zigzag"},
        {"size": 28},
        {"size": Pt(2000)},
        {"url": "javascript:alert(1)"},
        {"url": "file:///etc/passwd"},
        {"superscript": True, "subscript": True},
    ],
)
def test_a_look_that_word_does_not_know_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(WriteError) as error:
        RichText("chữ", **wrong)
    assert [code for code, _message in told(error)] == ["VT-470"]


def test_only_text_and_rich_text_make_rich_text() -> None:
    with pytest.raises(WriteError, match="không phải int"):
        RichText(5)  # type: ignore[arg-type]
    with pytest.raises(WriteError, match="chú thích"):
        RichText.marked("a {chu_thich: b}")


NAMES = [str(name).partition("}")[2] for name in RUN_ORDER]


@given(st.lists(st.sampled_from(NAMES), unique=True), st.lists(st.sampled_from(NAMES), min_size=1, unique=True))
def test_joined_properties_are_each_there_once_in_order(around: list[str], own: list[str]) -> None:
    around.sort(key=NAMES.index)
    before = "".join(f'<w:{name} w:val="0"/>' for name in around)
    joined = join_properties(f"<w:rPr>{before}</w:rPr>", "".join(f'<w:{name} w:val="1"/>' for name in own))
    names = [piece.split()[0] for piece in joined.split("<w:")[2:]]
    assert names == sorted(set(names), key=NAMES.index)
    assert set(names) >= set(own)
    assert all(f'<w:{name} w:val="1"/>' in joined for name in own)


def test_properties_of_newer_words_stay_beside_ours() -> None:
    around = '<w:rPr><w:i/><w14:ligatures w14:val="standard"/></w:rPr>'
    assert join_properties(around, "<w:b/>") == '<w:rPr><w:b/><w:i/><w14:ligatures w14:val="standard"/></w:rPr>'


# --- several paragraphs -----------------------------------------------------------------------------


def test_each_line_of_paragraphs_is_one() -> None:
    def make(document: Any) -> None:
        document.add_paragraph("{{ x }}", style="List Bullet")

    filled = fill(paper(make=make), x=Paragraphs("một & hai\nba"))
    assert paragraph_texts(filled) == ["một & hai", "ba"]
    assert [node.get(f"{W}val") for node in tree(filled).iter(f"{W}pStyle")] == ["ListBullet"] * 2


# --- subdocuments -----------------------------------------------------------------------------------


def part_of_a_paper() -> bytes:
    def make(document: Any) -> None:
        document.add_heading("Phần hai", 1)
        document.add_paragraph("mục một", style="List Number")
        style = document.styles.add_style("Riêng", WD_STYLE_TYPE.PARAGRAPH)
        style.font.bold = True
        document.add_paragraph("{{ không phải thẻ }}", style=style)
        document.add_picture(io.BytesIO(PNG), width=docx.shared.Mm(20))
        document.add_table(1, 2).cell(0, 0).text = "ô"
        document.sections[0].header.paragraphs[0].text = "đầu trang không đi theo"

    return paper(make=make)


def host_paper() -> bytes:
    def make(document: Any) -> None:
        document.add_picture(io.BytesIO(PNG))
        document.add_table(1, 1).cell(0, 0).text = "{{p phan }}"

    return paper("Mở đầu {{ ten }}", "{{p phan }}", "Kết thúc", make=make)


@pytest.mark.judge("sdk", "integrity")
def test_a_subdocument_takes_the_place_of_its_paragraph_as_in_docxtpl(tmp_path: Path) -> None:
    template, inner = host_paper(), part_of_a_paper()
    theirs = by_docxtpl(template, lambda tpl: {"ten": "A", "phan": tpl.new_subdoc(io.BytesIO(inner))})
    ours = fill(template, ten="A", phan=Subdocument(inner))
    assert ours == fill(template, ten="A", phan=Subdocument(inner))
    # The cell ends with a table, behind which docxtpl forgets the paragraph that Word asks for.
    assert paragraph_texts(ours) == [*paragraph_texts(theirs), ""]
    bodies = [next(tree(data).iter(f"{W}body")) for data in (ours, theirs)]
    assert outline(bodies[0]) == outline(bodies[1])
    assert extents(ours) == extents(theirs)
    assert "Riêng" in parts(ours)["word/styles.xml"].decode()
    assert "đầu trang" not in "".join(
        value.decode(errors="ignore") for name, value in parts(ours).items() if "header" in name
    )
    assert judged(ours, tmp_path) == []


def test_a_cell_gets_no_empty_paragraph_where_a_subdocument_ends_with_one() -> None:
    def make(document: Any) -> None:
        document.add_table(1, 1).cell(0, 0).text = "{{p phan }}"

    filled = fill(paper("{{p phan }}", make=make), phan=Subdocument(paper("một", "hai")))
    assert paragraph_texts(filled) == ["một", "hai", "một", "hai"]


def test_bookmarks_inside_each_other_stay_so() -> None:
    def make(document: Any) -> None:
        from docx.oxml import parse_xml

        names = f'xmlns:w="{W[1:-1]}"'
        paragraph = document.add_paragraph("trong")._p
        for number, name in ((0, "ngoai"), (1, "trong")):
            paragraph.insert(number, parse_xml(f'<w:bookmarkStart {names} w:id="{number}" w:name="{name}"/>'))
        for number in (1, 0):
            paragraph.append(parse_xml(f'<w:bookmarkEnd {names} w:id="{number}"/>'))

    inner = paper(make=make)
    filled = fill(paper("{{p a }}", "{{p b }}", make=make), a=Subdocument(inner), b=Subdocument(inner))
    found = [
        (str(node.tag)[len(W) :], node.get(f"{W}id"))
        for node in tree(filled).iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")
    ]
    for start in range(0, 12, 4):
        outer, nested, nested_end, outer_end = found[start : start + 4]
        assert (outer[1], nested[1]) == (outer_end[1], nested_end[1])
    assert len({number for _name, number in found}) == 6


def test_a_header_takes_words_but_no_pictures_of_a_subdocument() -> None:
    def make(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "{{p x }}"

    template = paper(make=make)
    filled = fill(template, x=Subdocument(paper("một")))
    assert paragraph_texts(filled, "word/header1.xml") == ["một"]
    with pytest.raises(WriteError) as error:
        fill(template, x=Subdocument(part_of_a_paper()))
    assert [code for code, _message in told(error)] == ["VT-474"]


def test_comments_do_not_come_along() -> None:
    inner = docx.Document()
    paragraph = inner.add_paragraph("có ghi chú")
    inner.add_comment(paragraph.runs, text="xem lại", author="A")
    filled = fill(paper("{{p x }}"), x=Subdocument(saved(inner)))
    assert "comment" not in parts(filled)["word/document.xml"].decode()
    assert paragraph_texts(filled) == ["có ghi chú"]


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"no", "không phải là tệp Word"),
        (picture(), "không phải là tệp Word"),
        (changed(paper("a"), word__vbaProject_dot_bin=b"x"), "có macro"),
        (with_relation(paper("a"), "image", "http://a.vn/x.png", ' TargetMode="External"'), "lấy nội dung từ nơi khác"),
        (with_relation(paper("a"), "hyperlink", "file:///c:/x", ' TargetMode="External"'), "liên kết tới file"),
        (with_relation(paper("a"), "aFChunk", "afchunk.mht"), "altChunk"),
        (with_relation(paper("a"), "oleObject", "embeddings/a.bin"), "đối tượng OLE"),
        (with_relation(paper("a"), "subDocument", "b.docx"), "tài liệu con nằm ở tệp khác"),
        (changed(paper("a"), word__document_dot_xml=b"<w:document"), "bị hỏng"),
        (
            changed(paper("a"), word__document_dot_xml=b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
            "DOCTYPE",
        ),
    ],
)
def test_a_file_that_brings_more_than_text_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(LoadError) as error:
        Subdocument(data, "phan.docx")
    ((code, message),) = told(error)
    assert code == "VT-472"
    assert words in message
    assert "phan.docx" in message


def test_a_file_that_refers_to_what_it_does_not_have_is_told() -> None:
    inner = parts(part_of_a_paper())["word/document.xml"].replace(b'r:embed="', b'r:embed="x')
    data = changed(part_of_a_paper(), word__document_dot_xml=inner)
    with pytest.raises(VtdocsError) as error:
        fill(paper("{{p x }}"), x=Subdocument(data))
    assert [code for code, _message in told(error)] == ["VT-477"]


def test_what_is_nested_ten_thousand_deep_is_told() -> None:
    deep = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    deep += b"<w:sdt>" * 10_000 + b"</w:sdt>" * 10_000 + b"</w:body></w:document>"
    with ends(), pytest.raises(LoadError, match="bị hỏng"):
        Subdocument(changed(paper("a"), word__document_dot_xml=deep))


# --- docxtpl's own values ---------------------------------------------------------------------------


@pytest.mark.judge("sdk", "integrity")
def test_docxtpl_s_own_values_are_taken_over(tmp_path: Path) -> None:
    template = paper("{{r chu }} rồi {{ dong }}", "{{p doan }}", "{{ anh }}", "{{p con }}")

    def context(tpl: Any) -> dict[str, Any]:
        text = DocxtplRichText(
            "đậm & đỏ\nhai\tba", bold=True, color="#C00000", highlight="FFFF00", size=28, font="Arial"
        )
        text.add(" thường", italic=True)
        paragraphs = RichTextParagraph()
        paragraphs.add("một")
        paragraphs.add(text, parastyle="Heading2")
        inner = tpl.new_subdoc()
        inner.add_paragraph("trong ").add_run("đậm").bold = True
        inner.add_picture(io.BytesIO(PNG))
        image = InlineImage(tpl, io.BytesIO(PNG), width=docx.shared.Mm(25), anchor="https://vidu.vn/")
        return {"chu": text, "doan": paragraphs, "dong": Listing("a\nb & c\ad"), "anh": image, "con": inner}

    from docxtpl import DocxTemplate

    ours = fill(template, **context(DocxTemplate(io.BytesIO(template))))
    theirs = by_docxtpl(template, context)
    assert paragraph_texts(ours) == paragraph_texts(theirs)
    assert extents(ours) == extents(theirs)
    assert {target for kind, target in relations(ours) if kind == "hyperlink"} == {"https://vidu.vn/"}
    assert judged(ours, tmp_path) == []


def test_what_belongs_to_another_template_is_refused() -> None:
    with pytest.raises(WriteError) as error:
        fill(paper("{{r x }}"), x=DocxtplRichText("a", url_id="rId5"))
    assert [code for code, _message in told(error)] == ["VT-471"]
    with pytest.raises(WriteError) as error:
        fill(paper("{{r x }}"), x=DocxtplRichText("a\0b"))
    assert [code for code, _message in told(error)] == ["VT-471"]
