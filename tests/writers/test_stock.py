"""The stock template is read as it was compiled when the package was made, and compiled where that is of another."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from msgspec import msgpack

from tests.docx_xml import parts
from tests.writers.plans import plan
from vtdocs.documents import build_document
from vtdocs.writers.docx import NAMED_DOCUMENT, compile_template, render_docx, stock, stock_file, stock_template
from vtdocs.writers.docx.stock import freeze_template, read_frozen

COMPILED = (Path(__file__).parents[2] / "templates" / "word" / NAMED_DOCUMENT).with_suffix(".msgpack").read_bytes()


def restyled() -> bytes:
    """Give the stock template with a wider margin."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in parts(stock_file()).items():
            archive.writestr(name, data.replace(b'w:left="1701"', b'w:left="1984"'))
    return made.getvalue()


def test_what_lies_beside_the_stock_template_is_what_it_compiles_to() -> None:
    read, made = read_frozen(COMPILED, stock_file()), compile_template(stock_file())
    assert read is not None
    assert (read.chunks, read.looks, read.seams, read.upright, read.turned, read.edges, read.table) == (
        made.chunks, made.looks, made.seams, made.upright, made.turned, made.edges, made.table,
    )  # fmt: skip
    # Packed bytes may be another zlib's.
    assert [(one.name, one.size, one.crc) for one in read.package.members.values()] == [
        (one.name, one.size, one.crc) for one in made.package.members.values()
    ]
    document = build_document(plan())
    assert parts(render_docx(document, read)) == parts(render_docx(document, made))


def test_a_frozen_template_is_read_back() -> None:
    own = restyled()
    frozen = freeze_template(own, "own.docx")
    assert frozen == freeze_template(own, "own.docx")
    assert read_frozen(frozen, own) == compile_template(own)
    assert len(COMPILED) < 100_000


def test_what_is_of_another_template_or_form_is_not_read() -> None:
    assert read_frozen(COMPILED, restyled()) is None
    assert read_frozen(COMPILED, b"") is None
    for damaged in (b"", b"\xff", COMPILED[:-1], COMPILED + b"\0", msgpack.encode([1, stock_file(), {}])):
        assert read_frozen(damaged, stock_file()) is None
    form, source, template = msgpack.decode(COMPILED)
    assert read_frozen(msgpack.encode([form, source, template]), stock_file()) is not None
    assert read_frozen(msgpack.encode([form + 1, source, template]), stock_file()) is None


@pytest.mark.parametrize("beside", [None, b"\x93", COMPILED])
def test_a_stock_template_that_was_edited_is_compiled(
    beside: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = stock_template()
    folder = tmp_path / "templates" / "word"
    folder.mkdir(parents=True)
    (folder / NAMED_DOCUMENT).write_bytes(restyled())
    if beside is not None:
        (folder / NAMED_DOCUMENT).with_suffix(".msgpack").write_bytes(beside)
    monkeypatch.setattr(stock, "resource_root", lambda: tmp_path)
    assert own.text_width.twips - stock_template.__wrapped__().text_width.twips == 1984 - 1701
    assert stock.stock_files() == (NAMED_DOCUMENT,)
