"""Make the stock Word templates from the decree's table, or check that they are current.

python tools/make_templates.py            write templates/word/: the template, and beside it what it compiles to
python tools/make_templates.py --check    compare part by part; exit 1 where one differs
"""

from __future__ import annotations

import argparse
import io
import sys
import zipfile
from pathlib import Path

from msgspec.structs import replace

from template_styles import W_NS, styles_xml
from vtdocs.standards import custom, nd30
from vtdocs.tree import Style
from vtdocs.units import Length
from vtdocs.writers.docx.archive import Block
from vtdocs.writers.docx.package import Package
from vtdocs.writers.docx.stock import NAMED_DOCUMENT, freeze_template, read_frozen
from vtdocs.writers.docx.template import Template

TEMPLATES = Path(__file__).parents[1] / "templates" / "word"

_R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "application/vnd.openxmlformats-package"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "application/vnd.openxmlformats-officedocument"
# The signature stands as far from the text as two paragraphs of it from each other.
_SIGNATURE_GAP = nd30.NOI_DUNG_CACH_DOAN.default * 2
_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def named_document() -> dict[str, str]:
    """Make the parts of the template for documents with a name of their kind (Mẫu 1.4)."""
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _package_relationships(),
        "docProps/app.xml": _app(),
        "docProps/core.xml": _core(),
        "docProps/custom.xml": _custom(),
        "word/_rels/document.xml.rels": _document_relationships(),
        "word/document.xml": _document(),
        "word/fontTable.xml": _font_table(),
        "word/header1.xml": _page_header(),
        "word/settings.xml": _settings(),
        "word/styles.xml": styles_xml(),
    }


def _document() -> str:
    left, right = custom.COT_DAU_TRAI.value, custom.COT_DAU_PHAI.value
    head = _table(
        (left, right),
        (
            (_slot("co_quan"), _slot("quoc_hieu")),
            (_number() + _slot("trich_yeu_cong_van"), _slot("dia_danh_thoi_gian")),
        ),
    )
    columns = (custom.COT_KY_TRAI.value, custom.COT_KY_PHAI.value)
    signature = _table(columns, ((_slot("noi_nhan"), _slot("nguoi_ky")),), gap=_SIGNATURE_GAP)
    # Two tables may not touch, and a body needs a paragraph between them: the titles and the text stand there.
    return (
        f'{_HEADER}<w:document xmlns:w="{W_NS}" xmlns:r="{_R_NS}"><w:body>'
        f"{head}{_slot('ten_loai')}{_slot('kinh_gui')}{_slot('noi_dung')}{signature}{_slot('phu_luc')}{_section()}"
        "</w:body></w:document>"
    )


def _slot(name: str) -> str:
    return f"<w:p><w:r><w:t>{{{{p {name} }}}}</w:t></w:r></w:p>"


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def _control(name: str, title: str, number: int) -> str:
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{title}"/><w:tag w:val="{name}"/><w:id w:val="{number}"/><w:text/></w:sdtPr>'
        f"<w:sdtContent>{_run(f'{{{{ {name} }}}}')}</w:sdtContent></w:sdt>"
    )


def _paragraph(style: Style, content: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


def _number() -> str:
    after = nd30.KY_HIEU_SAU_SO.default
    content = _run(f"{nd30.SO_TEXT.default} ") + _control("so", "Số văn bản", 1) + _run(f"{after}{{{{ ky_hieu }}}}")
    return _paragraph(Style.SO_KY_HIEU, content)


def _table(widths: tuple[Length, ...], rows: tuple[tuple[str, ...], ...], gap: Length | None = None) -> str:
    """Make a borderless table; `gap` is the room above the text of its cells, the same in all of a row."""
    margin = f'<w:tcMar><w:top w:w="{gap.twips}" w:type="dxa"/></w:tcMar>' if gap else ""
    twips = [width.twips for width in widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)
    body = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{margin}</w:tcPr>{cell}</w:tc>'
            for width, cell in zip(twips, row, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="BangKhung"/><w:tblW w:w="{sum(twips)}" w:type="dxa"/>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )


def _section() -> str:
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/>'
        f'<w:pgSz w:w="{nd30.KHO_GIAY_RONG.default.twips}" w:h="{nd30.KHO_GIAY_DAI.default.twips}"/>'
        f'<w:pgMar w:top="{nd30.LE_TREN.default.twips}" w:right="{nd30.LE_PHAI.default.twips}"'
        f' w:bottom="{nd30.LE_DUOI.default.twips}" w:left="{nd30.LE_TRAI.default.twips}"'
        f' w:header="{custom.CACH_MEP_SO_TRANG.value.twips}" w:footer="{custom.CACH_MEP_CHAN_TRANG.value.twips}"'
        ' w:gutter="0"/>'
        f'<w:pgNumType w:start="{nd30.SO_TRANG_DAU.default}"/><w:cols w:space="720"/><w:titlePg/></w:sectPr>'
    )


def _page_header() -> str:
    # A section whose first page differs (w:titlePg) and has no header of its own for it shows none there.
    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:rPr><w:noProof/></w:rPr><w:t>2</w:t></w:r></w:fldSimple>'
    return f'{_HEADER}<w:hdr xmlns:w="{W_NS}">{_paragraph(Style.SO_TRANG, field)}</w:hdr>'


def _settings() -> str:
    # Without the compatibility mode Word opens the file as one of Word 2007.
    return (
        f'{_HEADER}<w:settings xmlns:w="{W_NS}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def _font_table() -> str:
    return (
        f'{_HEADER}<w:fonts xmlns:w="{W_NS}"><w:font w:name="{nd30.PHONG_CHU.default}"><w:family w:val="roman"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def _content_types() -> str:
    parts = {
        "/word/document.xml": f"{_WORD}.document.main+xml",
        "/word/styles.xml": f"{_WORD}.styles+xml",
        "/word/settings.xml": f"{_WORD}.settings+xml",
        "/word/fontTable.xml": f"{_WORD}.fontTable+xml",
        "/word/header1.xml": f"{_WORD}.header+xml",
        "/docProps/core.xml": f"{_PACKAGE}.core-properties+xml",
        "/docProps/app.xml": f"{_OFFICE}.extended-properties+xml",
        "/docProps/custom.xml": f"{_OFFICE}.custom-properties+xml",
    }
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    return (
        f'{_HEADER}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{_PACKAGE}.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(targets: list[tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{_HEADER}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def _package_relationships() -> str:
    return _relationships(
        [
            (f"{_R_NS}/officeDocument", "word/document.xml"),
            (
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml",
            ),
            (f"{_R_NS}/extended-properties", "docProps/app.xml"),
            (f"{_R_NS}/custom-properties", "docProps/custom.xml"),
        ]
    )


def _document_relationships() -> str:
    names = ("styles", "settings", "fontTable")
    return _relationships([(f"{_R_NS}/{name}", f"{name}.xml") for name in names] + [(f"{_R_NS}/header", "header1.xml")])


def _app() -> str:
    return (
        f'{_HEADER}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>vtdocs</Application></Properties>"
    )


def _core() -> str:
    return (
        f'{_HEADER}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Mẫu văn bản có tên loại</dc:title></cp:coreProperties>'
    )


def _custom() -> str:
    return (
        f'{_HEADER}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
        ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"/>'
    )


def pack(parts: dict[str, str]) -> bytes:
    """Put the parts into a file that is the same each time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, text)
    return buffer.getvalue()


def is_current(path: Path, parts: dict[str, str]) -> bool:
    """Compare by parts: compressed bytes differ between versions of zlib."""
    if not path.exists():
        return False
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()} == parts


def is_compiled(path: Path, data: bytes) -> bool:
    """Whether the compiled template of a file is what it compiles to now; packed bytes are left out, as above."""
    found = read_frozen(path.read_bytes(), data) if path.exists() else None
    made = read_frozen(freeze_template(data), data)
    return found is not None and made is not None and _unpacked(found) == _unpacked(made)


def _unpacked(template: Template) -> tuple[Template, list[tuple[str, int, int]]]:
    members = [(name, member.size, member.crc) for name, member in template.package.members.items()]
    return replace(template, package=Package({}, Block(b"", b"", 0))), members


def main() -> int:
    """Write or check the templates."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only compare")
    check = parser.parse_args().check
    path = TEMPLATES / NAMED_DOCUMENT
    compiled = path.with_suffix(".msgpack")
    parts = named_document()
    data = path.read_bytes() if is_current(path, parts) else pack(parts)
    stale = {
        **({} if is_current(path, parts) else {path: data}),
        **({} if is_compiled(compiled, data) else {compiled: freeze_template(data)}),
    }
    for target, content in stale.items():
        name = target.relative_to(TEMPLATES.parents[1])
        if check:
            print(f"{name} is not current: run python tools/make_templates.py")
        else:
            TEMPLATES.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
            print(f"written: {name}")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
