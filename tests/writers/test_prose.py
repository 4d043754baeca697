"""Texts that are written many at a time are written as each by itself would be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.docx_xml import W, parse, parts
from tests.writers.trees import appendix, table, text, write
from vtdocs.errors import WriteError
from vtdocs.tree import Align, Cell, CharStyle, Column, HeadCell, Paragraph, Style, Table, Text
from vtdocs.units import Mm
from vtdocs.writers.docx import stock_template
from vtdocs.writers.docx.blocks import BlockWriter
from vtdocs.writers.docx.cells import CellWriter
from vtdocs.writers.docx.layouts import Layouts
from vtdocs.writers.docx.paragraphs import paragraph_xml
from vtdocs.writers.docx.parts import Parts
from vtdocs.writers.docx.prose import prose_xml
from vtdocs.writers.docx.tables import table_xml
from vtdocs.writers.docx.xml import encode_texts, text_elements

SIGNS = 'abệ&<>"|. \t\n\r\u0085\u00a0\u2003\u2028\u3000\U0001f600'
WORDS = st.text(st.sampled_from(SIGNS), max_size=8)
ILLEGAL = ["\0", "\x07", "\x1f", "\ud800", "\udfff", "\ufffe", "\uffff"]


@given(st.lists(WORDS, max_size=8))
def test_a_text_is_encoded_or_odd(texts: list[str]) -> None:
    encoded, odd = encode_texts(texts)
    assert len(encoded) == len(texts)
    for number, words in enumerate(texts):
        if number in odd:
            assert encoded[number] == b""
            assert text_elements(words) != f"<w:t>{words}</w:t>"
        else:
            assert b"<w:t>" + encoded[number] + b"</w:t>" == text_elements(words).encode()


STYLED = st.builds(Text, WORDS, st.sampled_from([None, *CharStyle]))
PARAGRAPHS = st.builds(
    Paragraph,
    st.sampled_from([Style.NOI_DUNG, Style.MUC, Style.DIEM, Style.CAN_CU, Style.KINH_GUI]),
    st.lists(STYLED, min_size=1, max_size=4).map(tuple),
    keep_next=st.booleans(),
)


@given(st.lists(PARAGRAPHS, max_size=6), st.booleans())
def test_prose_is_its_paragraphs(paragraphs: list[Paragraph], keep_next: bool) -> None:
    template = stock_template()
    one_by_one = [
        paragraph_xml(paragraph, template.looks, Mm(160), Parts(template.seams), keep_next=keep_next)
        for paragraph in paragraphs
    ]
    xml, count = prose_xml(paragraphs, None, template.looks, keep_next=keep_next)
    assert (xml.decode(), count) == ("".join(one_by_one), len(paragraphs))


def test_long_prose_is_written_in_parts_and_in_order() -> None:
    paragraphs = [text(f"Đoạn {number}") for number in range(600)]
    writer = BlockWriter(stock_template())
    pieces = [piece for piece in writer.write(paragraphs, Mm(160)) if piece]
    assert [piece.count(b"<w:p>") for piece in pieces if isinstance(piece, bytes)] == [256, 256, 88]
    whole = parse(parts(write(*paragraphs))["word/document.xml"])
    texts = [node.text for node in whole.iter(f"{{{W}}}t")]
    start = texts.index("Đoạn 0")
    assert texts[start : start + 600] == [f"Đoạn {number}" for number in range(600)]


@given(st.lists(st.tuples(*[st.one_of(WORDS, st.sampled_from(["1.250", "7,5", "", "-", "12\n13"]))] * 4), max_size=5))
def test_plain_rows_are_their_cells(rows: list[tuple[str, ...]]) -> None:
    template = stock_template()
    given_table = table("abcd", [Align.LEFT, Align.NUMBER, Align.CENTRE, Align.RIGHT], rows)
    layout = Layouts(template).lay_out(given_table, 9_000)
    cells = CellWriter(given_table.columns, layout, template.looks, 100, Parts(template.seams))
    one_by_one = [
        f"<w:tr>{''.join(cells.cell(column, Cell(words)) for column, words in enumerate(row))}</w:tr>" for row in rows
    ]
    texts = [words for row in rows for words in row]
    assert cells.plain_rows(texts, [b"<w:tr>"] * len(rows)).decode() == "".join(one_by_one)


def test_a_long_table_is_never_held_whole_and_every_text_stands_in_its_cell() -> None:
    rows = [
        (str(n), f"A & B {n}", "", f"{n}.000") if n % 7 else (str(n), f"<{n}>\nhai", " x", "") for n in range(1_000)
    ]
    long = Table(
        tuple(map(Column, [Align.CENTRE, Align.LEFT, Align.LEFT, Align.NUMBER])),
        (tuple(map(HeadCell, ("STT", "Nội dung", "Ghi chú", "Số tiền"))),),
        tuple(rows),
    )
    template = stock_template()
    pieces = table_xml(long, Layouts(template), (Mm(160), Mm(250)), Parts(template.seams))
    assert max(len(piece) for piece in pieces) < 200_000
    body = parse(parts(write(long))["word/document.xml"])
    written = [
        tuple(
            "\n".join("".join(node.text or "" for node in p.iter(f"{{{W}}}t")) for p in cell.iter(f"{{{W}}}p"))
            for cell in row.iter(f"{{{W}}}tc")
        )
        for row in body.iter(f"{{{W}}}tr")
    ]
    start = written.index(rows[0])
    assert written[start : start + 1_000] == rows


@pytest.mark.parametrize("sign", ILLEGAL)
def test_what_no_file_can_hold_is_refused_wherever_it_stands(sign: str) -> None:
    told = f"U\\+{ord(sign):04X} sau “…Nâng cao & hơn"
    bad = f"Nâng cao & hơn{sign}nữa"
    with pytest.raises(WriteError, match=told):
        write(text("Trước"), text(bad), text("Sau"))
    with pytest.raises(WriteError, match=told):
        write(Paragraph(Style.NOI_DUNG, (Text("Đậm: ", CharStyle.DAM), Text(bad))))
    for column in range(2):
        row = ["1", "2", "3"]
        row[column] = bad
        rows = [("1", "2", "3"), tuple(row)]
        with pytest.raises(WriteError, match=told):
            write(text("x"), appendices=[appendix(table("abc", [Align.LEFT, Align.NUMBER, Align.CENTRE], rows))])
