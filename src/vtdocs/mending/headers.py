"""A header part with a page number, added to a file that has none."""

from __future__ import annotations

from lxml import etree

from vtdocs.readers.docx.names import REL_NS, TYPES_NS, W_NS
from vtdocs.standards import nd30

from .work import Work

__all__ = ["add_header"]

_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"


def add_header(work: Work) -> str:
    """Add a header part that holds the number of the page, centred; give the id of its relationship."""
    folder, _, file = work.package.main.rpartition("/")
    prefix = f"{folder}/" if folder else ""
    names = {name.casefold() for name in work.package.names}
    number = next(n for n in range(1, len(names) + 2) if f"{prefix}header{n}.xml".casefold() not in names)
    name = f"{prefix}header{number}.xml"
    work.added[name] = _make_part()
    relations = f"{prefix}_rels/{file}.rels"
    rows = work.root(relations)
    used = {row.get("Id") for row in rows}
    ident = next(f"rIdSoTrang{n}" for n in range(1, len(used) + 2) if f"rIdSoTrang{n}" not in used)
    etree.SubElement(rows, f"{{{REL_NS}}}Relationship", Id=ident, Type=_KIND, Target=f"header{number}.xml")
    work.touch(relations)
    types = work.root("[Content_Types].xml")
    etree.SubElement(types, f"{{{TYPES_NS}}}Override", PartName=f"/{name}", ContentType=_TYPE)
    work.touch("[Content_Types].xml")
    return ident


def _make_part() -> bytes:
    size, font = nd30.SO_TRANG.default.half_points, nd30.PHONG_CHU.default
    look = (
        f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/><w:b w:val="0"/><w:i w:val="0"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:hdr xmlns:w="{W_NS}"><w:p><w:pPr><w:spacing w:before="0" w:after="0"/>'
        '<w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="center"/></w:pPr>'
        f'<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{look}<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        f'<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r><w:r>{look}<w:t>2</w:t></w:r>'
        f'<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>'
    ).encode()
