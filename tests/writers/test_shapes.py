"""Documents of every shape: no word is lost or moved, the files are valid, the pages hold what is on them."""

from __future__ import annotations

import dataclasses
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from lxml import etree

import vtdocs
from tests import wellformed
from tests.docx_xml import paragraph_texts, parts
from tests.judges import check_integrity, to_pdf, validate_sdk
from tests.rendered import MM
from tests.writers.shapes import documents
from vtdocs.model import Bang, VanBan
from vtdocs.outline import Node, Note, walk_outline

BATCH = 60
RENDERED = 8
# Margins of the stock template in mm, and what a glyph may lean over them.
LEFT, RIGHT, BOTTOM = 30.0, 20.0, 20.0
LEAN = 0.7


def folded(text: str) -> str:
    """Letters alone, in one case: titles are printed in capitals, rows are broken anew, end marks are the form's."""
    return re.sub(r"[\s./;,:]+", "", text).casefold()


def words_of_table(table: Bang) -> Iterator[str]:
    if table.tieu_de:
        yield table.tieu_de
    for row in table.hang:
        yield from row
    yield from table.ghi_chu


def words_of(nodes: tuple[Node, ...], document: VanBan) -> Iterator[str]:
    for node in walk_outline(nodes):
        if node.ref is not None:
            yield from words_of_table(document.bang[node.ref.name])
        else:
            yield from (node.number, node.heading, node.text)


def expected(document: VanBan) -> Iterator[str]:
    yield document.trich_yeu
    yield from words_of(document.noi_dung, document)
    for appendix in document.phu_luc:
        if appendix.tieu_de:
            yield appendix.tieu_de
        yield from words_of(appendix.noi_dung, document)
        for table in appendix.bang:
            yield from words_of_table(table)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_every_word_of_a_document_is_in_its_file_in_order(document: VanBan) -> None:
    data = vtdocs.write_docx(document)
    assert wellformed.faults(data, text_may_hold_braces=True) == []
    whole = folded(" ".join(paragraph_texts(data)))
    position = 0
    for text in expected(document):
        wanted = folded(text)
        found = whole.find(wanted, position)
        assert found >= 0, f"{text!r} is missing or out of place"
        position = found + len(wanted)
    bodies = (document.noi_dung, *(appendix.noi_dung for appendix in document.phu_luc))
    notes = sum(isinstance(span, Note) for body in bodies for node in walk_outline(body) for span in node.spans)
    assert parts(data).get("word/footnotes.xml", b"").count("nguồn số liệu".encode()) == notes


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_no_word_of_an_internal_column_is_issued(document: VanBan) -> None:
    secret = "zz nội bộ zz"
    marked = {}
    for name, table in document.bang.items():
        inner = {place for place, column in enumerate(table.cot) if column.noi_bo}
        alone = not table.gop and not table.kieu_hang
        rows = (
            tuple(tuple(secret if place in inner else cell for place, cell in enumerate(row)) for row in table.hang)
            if alone
            else table.hang
        )
        marked[name] = Bang(table.cot, rows, kieu_hang=table.kieu_hang, gop=table.gop)
    data = vtdocs.write_docx(dataclasses.replace(document, bang=marked), phat_hanh=True)
    assert secret not in " ".join(paragraph_texts(data))


def made(count: int) -> list[VanBan]:
    """The same documents at every run."""
    found: list[VanBan] = []

    @seed(30)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(documents())
    def collect(document: VanBan) -> None:
        found.append(document)

    collect()
    return found[:count]


@pytest.mark.judge("sdk", "integrity")
def test_documents_of_every_shape_are_valid(tmp_path: Path) -> None:
    targets = []
    for number, document in enumerate(made(BATCH)):
        target = tmp_path / f"{number}.docx"
        vtdocs.write_docx(document, target)
        targets.append(target)
    assert validate_sdk(targets) == []
    assert [check_integrity(target) for target in targets[::6]] == [[]] * len(targets[::6])


def word_boxes(pdf: Path) -> Iterator[tuple[str, float, float, float]]:
    """Give each word on the pages with its left, right and lower room to the edges of the paper, in mm."""
    listed = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True).stdout
    for page in etree.fromstring(listed, etree.XMLParser(recover=True)).iter("{*}page"):
        width, height = float(page.get("width", "")), float(page.get("height", ""))
        for word in page.iter("{*}word"):
            x0, x1, bottom = (float(word.get(name, "")) for name in ("xMin", "xMax", "yMax"))
            yield str(word.text), x0 * MM, (width - x1) * MM, (height - bottom) * MM


@pytest.mark.judge("libreoffice", "poppler")
def test_pages_of_every_shape_keep_their_margins(tmp_path: Path) -> None:
    sources = []
    for number, document in enumerate(made(BATCH)[:: BATCH // RENDERED]):
        sources.append(tmp_path / f"{number}.docx")
        vtdocs.write_docx(document, sources[-1])
    for pdf in to_pdf(sources, tmp_path):
        words = list(word_boxes(pdf))
        assert len(words) > 30
        for word in words:
            _text, left, right, below = word
            assert left >= LEFT - LEAN, (pdf.name, word)
            assert right >= RIGHT - LEAN, (pdf.name, word)
            assert below >= BOTTOM - LEAN, (pdf.name, word)
