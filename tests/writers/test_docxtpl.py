"""The stock template is a docxtpl template: docxtpl, given the same values, makes the same document."""

from __future__ import annotations

import io

import pytest
from docxtpl import DocxTemplate
from lxml import etree

from tests.docx_xml import parts
from tests.writers.plans import plan, table
from vtdocs.documents import build_document
from vtdocs.model import NgayThang, PhuLuc
from vtdocs.resources import resource_root
from vtdocs.tree import Field
from vtdocs.writers.docx import render_docx, stock_template
from vtdocs.writers.docx.layout import field_text
from vtdocs.writers.docx.render import Rendering
from vtdocs.writers.docx.template import SlotChunk, TagChunk

TEMPLATE = resource_root() / "templates" / "word" / "van-ban-co-ten-loai.docx"


class Markup(str):
    """XML that is escaped already: docxtpl takes it as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


def canonical(xml: bytes) -> bytes:
    return etree.tostring(etree.fromstring(xml), method="c14n")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("number", [None, 7])
def test_docxtpl_fills_the_template_to_the_same_document(number: int | None) -> None:
    document = build_document(plan("- A & B <c>", so=number, ngay_ban_hanh=NgayThang(number, 2, 2026), phu_luc=()))
    compiled = stock_template()
    rendering = Rendering(document, compiled)
    values: dict[str, object] = {}
    for chunk in compiled.chunks:
        if isinstance(chunk, TagChunk):
            value = document.frame.tags[chunk.name]
            values[chunk.name] = field_text(value, chunk.look) if isinstance(value, Field) else value.text
        elif isinstance(chunk, SlotChunk):
            pieces = (piece if isinstance(piece, str) else piece.decode() for piece in rendering.slot(chunk))
            values[chunk.name] = Markup("".join(pieces))
    peer = DocxTemplate(TEMPLATE)
    peer.render(values, autoescape=True)
    saved = io.BytesIO()
    peer.save(saved)
    ours = render_docx(document, compiled)
    assert canonical(parts(ours)["word/document.xml"]) == canonical(parts(saved.getvalue())["word/document.xml"])


def test_the_template_itself_opens_in_python_docx() -> None:
    opened = DocxTemplate(TEMPLATE)
    opened.init_docx()
    names = opened.get_undeclared_template_variables()
    assert {"so", "ky_hieu", "dia_danh_thoi_gian", "noi_dung", "phu_luc"} <= names
    assert build_document(plan(phu_luc=(PhuLuc((table(1),)),))).appendices
