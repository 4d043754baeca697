"""Emphasis, links and footnotes: what stands in the parts, and where the page shows it."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests import wellformed
from tests.docx_xml import W, paragraph_texts, parse, parts, texts
from tests.judges import check_integrity, validate_sdk
from tests.rendered import Renderer
from tests.writers.hand_made import LOREM, bold, document, link, note, paragraph
from tests.writers.plans import WORDS
from vtdocs.resources import resource_root
from vtdocs.tree import Appendix, Block, Break, CharStyle, Document, Inline, Link, Note, Paragraph, Style, Text
from vtdocs.units import Mm
from vtdocs.writers.docx import compile_template, is_untouched, render_docx, stock_template
from vtdocs.writers.docx.layout import fit
from vtdocs.writers.docx.links import link_target

STOCK = (resource_root() / "templates" / "word" / "van-ban-co-ten-loai.docx").read_bytes()
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ITALIC = CharStyle.NGHIENG
BOTH = CharStyle.DAM_NGHIENG


def write(*body: Block) -> bytes:
    return render_docx(document(*body), stock_template())


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def runs(data: bytes, words: str) -> list[tuple[str, str]]:
    """Each run of the paragraph that holds these words: its text and its style."""
    root = parse(parts(data)["word/document.xml"])
    (found,) = [p for p in root.iter(w("p")) if words in "".join(t.text or "" for t in p.iter(w("t")))]
    styles = [(run, run.find(f"{w('rPr')}/{w('rStyle')}")) for run in found.iter(w("r"))]
    return [
        ("".join(t.text or "" for t in run.iter(w("t"))), "" if s is None else str(s.get(w("val"))))
        for run, s in styles
    ]


def texts_of(element: etree._Element) -> list[str]:
    return [t.text or "" for t in element.iter(w("t"))]


def relationships(data: bytes, part: str = "document") -> list[tuple[str, str, str, str | None]]:
    root = parse(parts(data)[f"word/_rels/{part}.xml.rels"])
    return [
        (str(r.get("Id")), str(r.get("Type")).rpartition("/")[2], str(r.get("Target")), r.get("TargetMode"))
        for r in root
    ]


# --- emphasis -----------------------------------------------------------------------------------------------------


def test_emphasis_is_a_character_style() -> None:
    data = write(paragraph("một ", bold("hai"), Text(" ba", ITALIC), Text(" bốn", BOTH)))
    assert runs(data, "một") == [("một ", ""), ("hai", "Dam"), (" ba", "Nghieng"), (" bốn", "DamNghieng")]


def test_what_is_strong_by_its_paragraph_is_not_toggled_back() -> None:
    # ECMA-376-1, 17.7.3: bold of a paragraph's style and bold of a run's style make plain.
    words = ("một ", bold("hai"), Text(" ba", ITALIC), Text(" bốn", BOTH))
    heading = runs(write(paragraph(*words, style=Style.MUC)), "một")
    assert heading == [("một ", ""), ("hai", ""), (" ba", "Nghieng"), (" bốn", "Nghieng")]
    basis = runs(write(paragraph(*words, style=Style.CAN_CU)), "một")
    assert basis == [("một ", ""), ("hai", "Dam"), (" ba", ""), (" bốn", "Dam")]


@pytest.mark.judge("libreoffice", "liberation")
def test_emphasis_is_seen_in_plain_bold_and_italic_text(render: Renderer) -> None:
    words = ("thường ", bold("đậm"), " ", Text("nghiêng", ITALIC), " ", Text("kép", BOTH))
    styles = (Style.NOI_DUNG, Style.MUC, Style.CAN_CU)
    page = render(write(*(paragraph(*words, style=style) for style in styles))).pages[0]
    faces = [
        [(word.bold, word.italic) for word in line.words] for line in page.lines() if line.text.startswith("thường")
    ]
    plain, strong, slanted, both = (False, False), (True, False), (False, True), (True, True)
    assert faces == [
        [plain, strong, slanted, both],
        [strong, strong, both, both],
        [slanted, both, slanted, both],
    ]


# --- links --------------------------------------------------------------------------------------------------------


def test_equal_addresses_share_a_relationship() -> None:
    data = write(
        paragraph(link("https://a.vn/?x=1&y=2", "một"), " và ", link("https://b.vn", "hai")),
        paragraph(link("https://a.vn/?x=1&y=2", "ba ", bold("bốn"))),
    )
    assert relationships(data)[-2:] == [
        ("rId5", "hyperlink", "https://a.vn/?x=1&y=2", "External"),
        ("rId6", "hyperlink", "https://b.vn/", "External"),
    ]
    found = parse(parts(data)["word/document.xml"]).iter(w("hyperlink"))
    assert [(h.get(f"{{{R}}}id"), "".join(texts_of(h))) for h in found] == [
        ("rId5", "một"),
        ("rId6", "hai"),
        ("rId5", "ba bốn"),
    ]
    assert runs(data, "ba ") == [("ba ", "LienKet"), ("bốn", "LienKet")]
    assert wellformed.faults(data) == []


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://vinhthong.gov.vn", "https://vinhthong.gov.vn/"),
        ("HTTP://A.vn:8080/x", "http://a.vn:8080/x"),
        ("https://a.vn/tin tức?a=“1”#đầu", "https://a.vn/tin%20t%E1%BB%A9c?a=%E2%80%9C1%E2%80%9D#%C4%91%E1%BA%A7u"),
        ("https://a.vn/100%25/50%", "https://a.vn/100%25/50%25"),
        ('https://a.vn/<x>"{}|\\^`[]', "https://a.vn/%3Cx%3E%22%7B%7D%7C%5C%5E%60%5B%5D"),
        ("https://a.vn/#a#b", "https://a.vn/#a%23b"),
        ("https://tiếng.vn/", "https://xn--ting-hv5a.vn/"),
        ("mailto:ubnd@vinhthong.gov.vn?subject=Góp ý", "mailto:ubnd@vinhthong.gov.vn?subject=G%C3%B3p%20%C3%BD"),
        ("https://a..vn", None),
        ("https://-a.vn", None),
        ("https://a.vn:0", None),
        ("https://a.vn:99999", None),
        ("https://[::1", None),
        ("https://user@a.vn", None),
        ("https://", None),
        ("https://a b.vn", None),
        ("mailto:x", None),
        ("mailto:x@y@z", None),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("https://a.vn/" + "x" * 2000, None),
        ("", None),
    ],
)
def test_an_address_becomes_a_uri_that_word_opens_or_none(url: str, target: str | None) -> None:
    assert link_target(url) == target


@given(st.text(max_size=60), st.sampled_from(["", "http://", "https://", "https://a.vn/", "mailto:"]))
def test_any_address_is_plain_ascii_or_none(text: str, start: str) -> None:
    target = link_target(start + text)
    assert target is None or re.fullmatch(r"(https?://|mailto:)[!#-;=?-Z_a-z~]+", target)


def test_a_link_that_opens_nothing_is_written_as_its_words() -> None:
    data = write(paragraph("xem ", link("javascript:alert(1)", "tại ", bold("đây"))))
    assert runs(data, "xem") == [("xem ", ""), ("tại ", ""), ("đây", "Dam")]
    assert "word/_rels/document.xml.rels" in parts(data)
    assert len(relationships(data)) == 4


# --- notes --------------------------------------------------------------------------------------------------------


def test_notes_have_their_part_with_separators_and_run_on() -> None:
    data = write(
        paragraph("một", note("Chú thích một."), " hai", note("Chú thích ", bold("hai"), "."), "."),
        paragraph("ba", note("Xem ", link("https://a.vn/", "đây"), ".")),
    )
    root = parse(parts(data)["word/footnotes.xml"])
    assert [(n.get(w("type")), n.get(w("id"))) for n in root] == [
        ("separator", "-1"),
        ("continuationSeparator", "0"),
        (None, "1"),
        (None, "2"),
        (None, "3"),
    ]
    assert texts(root)[2:] == [" Chú thích một.", " Chú thích hai.", " Xem đây."]
    assert all(n.find(f".//{w('footnoteRef')}") is not None for n in list(root)[2:])
    body = parse(parts(data)["word/document.xml"])
    assert [r.get(w("id")) for r in body.iter(w("footnoteReference"))] == ["1", "2", "3"]
    assert relationships(data)[-1] == ("rId5", "footnotes", "footnotes.xml", None)
    assert relationships(data, "footnotes") == [("rId1", "hyperlink", "https://a.vn/", "External")]
    settings_part = parse(parts(data)["word/settings.xml"])
    order = [etree.QName(child).localname for child in settings_part]
    assert order.index("characterSpacingControl") < order.index("footnotePr") < order.index("compat")
    assert wellformed.faults(data) == []
    assert is_untouched(data)


def test_a_document_without_additions_keeps_every_part_of_its_template() -> None:
    ours, template = parts(write(paragraph("một"))), parts(STOCK)
    assert ours.keys() == template.keys()
    changed = [name for name in ours if ours[name] != template[name]]
    assert sorted(changed) == ["docProps/core.xml", "docProps/custom.xml", "word/document.xml"]


def test_the_same_document_gives_the_same_bytes() -> None:
    tree = document(paragraph("một", note("hai"), link("https://a.vn", "ba")))
    assert render_docx(tree, stock_template()) == render_docx(tree, compile_template(STOCK))


@pytest.mark.judge("libreoffice", "liberation")
def test_a_note_stands_at_the_foot_of_the_page_of_its_mark(render: Renderer) -> None:
    body = [paragraph(LOREM * 4) for _ in range(9)]
    body[0] = paragraph("Đầu tiên", note("Ở chân trang một."), ". " + LOREM)
    body[8] = paragraph("Sau cùng", note("Ở chân trang ", bold("hai"), "."), ".")
    first, second = render(write(*body)).pages
    for page, words in ((first, "Ở chân trang một."), (second, "Ở chân trang hai.")):
        line = page.line(words)
        assert 270 < line.bottom < 278  # the margin begins at 277 mm
        assert line.words[1].sizes == {10.0}
        assert line.words[0].x0 == pytest.approx(30, abs=4)
    assert "Sau cùng" in second.text()


# --- templates with parts of their own ------------------------------------------------------------------------------


NOTES = (
    f'<x:footnotes xmlns:x="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14">'
    '<x:footnote x:type="separator" x:id="0"><x:p><x:r><x:separator/></x:r></x:p></x:footnote>'
    '<x:footnote x:type="continuationSeparator" x:id="1"><x:p><x:r><x:t>tiếp</x:t></x:r></x:p></x:footnote>'
    '<x:footnote x:id="2"><x:p><x:r><x:t>cũ</x:t></x:r></x:p></x:footnote>'
    '<x:footnote x:id="3"><x:p><x:r><x:t>của mẫu</x:t></x:r></x:p></x:footnote></x:footnotes>'
)


def template_with(changes: dict[str, tuple[str, str]], added: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, content in parts(STOCK).items():
            before, after = changes.get(name, ("", ""))
            assert before.encode() in content
            target.writestr(name, content.replace(before.encode(), after.encode(), 1))
        for name, text in added.items():
            target.writestr(name, text)
    return out.getvalue()


def with_notes(name: str = "notes7") -> bytes:
    types = f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument'
    reference = '<w:p><w:r><w:footnoteReference w:id="3"/></w:r></w:p><w:tbl>'
    return template_with(
        {
            "[Content_Types].xml": ("</Types>", f'{types}.wordprocessingml.footnotes+xml"/></Types>'),
            "word/_rels/document.xml.rels": (
                "</Relationships>",
                f'<Relationship Id="rId21" Type="{R}/footnotes" Target="/word/{name}.xml"/></Relationships>',
            ),
            "word/document.xml": ("<w:tbl>", reference),
        },
        {f"word/{name}.xml": NOTES},
    )


def test_a_template_with_notes_keeps_its_separators_and_the_notes_of_its_own_text() -> None:
    template = compile_template(with_notes())
    data = render_docx(document(paragraph("một", note("Mới.", link("https://a.vn", "x")))), template)
    root = parse(parts(data)["word/notes7.xml"])
    assert [(n.get(w("id")), "".join(texts_of(n))) for n in root] == [
        ("0", ""),
        ("1", "tiếp"),
        ("3", "của mẫu"),
        ("4", " Mới.x"),
    ]
    assert "word/footnotes.xml" not in parts(data)
    assert wellformed.faults(data) == []
    assert parts(render_docx(document(), template))["word/notes7.xml"] == NOTES.encode()


@pytest.mark.judge("sdk", "integrity")
def test_a_template_with_notes_gives_a_valid_document(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(render_docx(document(paragraph("một", note("Mới."))), compile_template(with_notes("footnotes"))))
    assert validate_sdk([file]) == []
    assert check_integrity(file) == []


def test_a_template_that_writes_its_parts_with_prefixes_is_added_to() -> None:
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    relations = parts(STOCK)["word/_rels/document.xml.rels"].decode()
    prefixed = re.sub(r"<(/?)Relationship", r"<\1q:Relationship", relations).replace("xmlns=", "xmlns:q=")
    template = template_with({"word/_rels/document.xml.rels": (relations, prefixed)}, {})
    data = render_docx(document(paragraph(link("https://a.vn", "x"))), compile_template(template))
    root = parse(parts(data)["word/_rels/document.xml.rels"])
    assert [r.tag for r in root] == [f"{{{namespace}}}Relationship"] * 5
    assert wellformed.faults(data) == []


def test_numbers_that_the_template_uses_are_not_given_again() -> None:
    control = '<w:p><w:sdt><w:sdtPr><w:id w:val="1000"/></w:sdtPr><w:sdtContent/></w:sdt></w:p><w:tbl>'
    template = compile_template(template_with({"word/document.xml": ("<w:tbl>", control)}, {}))
    assert template.seams.first_control == 1001
    assert stock_template().seams.first_control == 1000


# --- rows that are set by sense -------------------------------------------------------------------------------------


def fitted(*inlines: Inline, capitals: bool = False) -> tuple[Inline, ...]:
    title = Paragraph(Style.TRICH_YEU, inlines, by_sense=True, capitals=capitals)
    return fit(title, stock_template().looks, Mm(85)).inlines


def test_a_title_that_is_cut_keeps_its_links_notes_and_emphasis() -> None:
    mark = note("Chú thích.")
    inlines = fitted(
        Text("Tuyên truyền cải cách hành chính "),
        link("https://a.vn", "trên địa bàn xã Vĩnh Thông ", bold("và các xã lân cận")),
        mark,
        Text(" năm 2026"),
    )
    assert inlines == (
        Text("Tuyên truyền cải cách hành chính"),
        Break(),
        link("https://a.vn", "trên địa bàn xã Vĩnh Thông"),
        Break(),
        link("https://a.vn", bold("và các xã lân cận")),
        mark,
        Text(" năm 2026"),
    )


def test_capitals_reach_into_links_and_not_into_notes() -> None:
    mark = note("chú thích")
    assert fitted(Text("một "), link("https://a.vn", "hai"), mark, capitals=True) == (
        Text("MỘT "),
        link("https://a.vn", "HAI"),
        mark,
    )


MARK = "\x01"  # where a note stands; no text holds it


def plain(inlines: tuple[Inline, ...]) -> str:
    pieces = []
    for inline in inlines:
        match inline:
            case Text():
                pieces.append(inline.text)
            case Link():
                pieces += [text.text for text in inline.texts]
            case Break():
                pieces.append(" ")
            case Note():
                pieces.append(MARK)
            case _:
                raise AssertionError(inline)
    return "".join(pieces)


STYLES = st.sampled_from([None, CharStyle.DAM, CharStyle.NGHIENG, CharStyle.DAM_NGHIENG])
TEXTS = st.builds(Text, WORDS.map(lambda words: f"{words} "), STYLES)
LINKS = st.builds(
    Link,
    st.lists(TEXTS, min_size=1, max_size=3).map(tuple),
    st.sampled_from(["https://a.vn/ế", "mailto:a@b.vn", "x:y"]),
)
NOTES_ = st.builds(Note, st.lists(TEXTS | LINKS, min_size=1, max_size=3).map(tuple))
INLINES = st.lists(TEXTS | LINKS | NOTES_, min_size=1, max_size=8).map(tuple)


@settings(max_examples=60)
@given(INLINES)
def test_no_word_of_a_title_is_lost_where_it_is_cut(inlines: tuple[Inline, ...]) -> None:
    assert plain(fitted(*inlines)).split() == plain(inlines).split()


BODY_STYLES = st.sampled_from([Style.NOI_DUNG, Style.MUC, Style.CAN_CU])
TREES = st.builds(
    lambda body, head: document(
        *body, appendices=(Appendix((Paragraph(Style.TEN_PHU_LUC, head, by_sense=True),), body),)
    ),
    st.lists(
        st.builds(Paragraph, st.sampled_from([Style.NOI_DUNG, Style.MUC, Style.CAN_CU]), INLINES),
        min_size=1,
        max_size=3,
    ).map(tuple),
    INLINES,
)


@pytest.mark.judge("sdk", "integrity")
def test_documents_of_every_shape_are_valid_and_hold_every_word(tmp_path: Path) -> None:
    files: list[Path] = []

    @settings(max_examples=12, phases=[Phase.generate], derandomize=True, suppress_health_check=list(HealthCheck))
    @given(TREES)
    def collect(tree: Document) -> None:
        data = render_docx(tree, stock_template())
        assert wellformed.faults(data, text_may_hold_braces=True) == []
        whole = " ".join(paragraph_texts(data))
        for block in tree.body:
            assert isinstance(block, Paragraph)
            assert "".join(plain(block.inlines).replace(MARK, "").split()) in "".join(whole.split())
        files.append(tmp_path / f"{len(files)}.docx")
        files[-1].write_bytes(data)

    collect()
    assert len(files) == 12
    assert validate_sdk(files) == []
    assert [finding for file in files for finding in check_integrity(file)] == []
