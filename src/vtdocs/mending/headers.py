"""Headers and footers that are added to a file: one with a page number, and copies of its own."""

from __future__ import annotations

from lxml import etree

from vtdocs.readers.docx.names import R_NS, REL_NS, TYPES_NS, W_NS
from vtdocs.readers.docx.xml_parts import parse_as_is, serialise
from vtdocs.standards import nd30

from .work import W, Work

__all__ = ["add_header", "add_part", "refer"]

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_R = f"{{{R_NS}}}"


def add_header(work: Work) -> str:
    """Add a header part that holds the number of the page, centred; give the id of its relationship."""
    return add_part(work, "header", etree.fromstring(_make_part()))


def add_part(work: Work, kind: str, root: etree._Element, like: str | None = None) -> str:
    """Add a "header" or "footer", with the relationships of the part that it is a copy of; give its own one's id."""
    folder, _, file = work.package.main.rpartition("/")
    prefix = f"{folder}/" if folder else ""
    names = {name.casefold() for name in (*work.package.names, *work.added)}
    number = next(n for n in range(1, len(names) + 2) if f"{prefix}{kind}{n}.xml".casefold() not in names)
    name = f"{prefix}{kind}{number}.xml"
    work.added[name] = serialise(root)
    if like is not None and (theirs := _relations_of(like)) in work.package.names:
        work.added[_relations_of(name)] = work.package.read(theirs)
    relations = _named(work, f"{prefix}_rels/{file}.rels")
    rows = work.package.xml(relations)
    if rows is None:
        # A main part that refers to nothing has no such part.
        rows = parse_as_is(work.added.get(relations, f'<Relationships xmlns="{REL_NS}"/>'.encode()))
    used = {row.get("Id") for row in rows}
    ident = next(f"rIdSoTrang{n}" for n in range(1, len(used) + 2) if f"rIdSoTrang{n}" not in used)
    target = f"{kind}{number}.xml"
    etree.SubElement(rows, f"{{{REL_NS}}}Relationship", Id=ident, Type=f"{R_NS}/{kind}", Target=target)
    if relations in work.package.names:
        work.touch(relations)
    else:
        work.added[relations] = serialise(rows)
    listed = _named(work, "[Content_Types].xml")
    types = work.root(listed)
    etree.SubElement(types, f"{{{TYPES_NS}}}Override", PartName=f"/{name}", ContentType=_TYPE.format(kind))
    work.touch(listed)
    return ident


def refer(section: etree._Element, kind: str, pages: str, ident: str) -> None:
    """Let a section have a "header" or "footer" for its "first", "even" or "default" pages in the place of its own."""
    tag = f"{W}{kind}Reference"
    for reference in section.findall(tag):
        if reference.get(f"{W}type", "default") == pages:
            section.remove(reference)
    reference = etree.Element(tag)
    reference.set(f"{W}type", pages)
    reference.set(f"{_R}id", ident)
    section.insert(0, reference)


def _named(work: Work, part: str) -> str:
    """The name that a part has in the file: capitals make no other part."""
    return next((name for name in work.package.names if name.casefold() == part.casefold()), part)


def _relations_of(part: str) -> str:
    folder, slash, file = part.rpartition("/")
    return f"{folder}{slash}_rels/{file}.rels"


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
