"""A .docx as text: parts, XML laid out for comparison, paragraphs read without any of our own code."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
XML = "http://www.w3.org/XML/1998/namespace"


def parts(docx: bytes) -> dict[str, bytes]:
    """Content of every member by its name, in the order of the file."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return {name: package.read(name) for name in package.namelist()}


def parse(xml: bytes) -> etree._Element:
    """Parse without fetching or expanding anything from outside."""
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


# --- golden text ------------------------------------------------------------------------------------


def normalise(xml: bytes) -> str:
    """XML as text for a golden file: one element a line, indented, attributes sorted, prefixes kept.

    Revision marks of Word's editing sessions (w:rsid…) are left out; an element that holds only text
    keeps it on its own line, exactly.
    """
    lines: list[str] = []
    _write(parse(xml), 0, {}, lines)
    return "\n".join(lines) + "\n"


def _write(node: etree._Element, depth: int, known: dict[str | None, str], lines: list[str]) -> None:
    pad = "  " * depth
    if not isinstance(node.tag, str):  # a comment or a processing instruction
        lines.append(pad + etree.tostring(node, with_tail=False, encoding="unicode"))
        return
    head = _name(node, node.tag) + "".join(f" {name}={quoteattr(value)}" for name, value in _names(node, known))
    children = list(node)
    text = node.text or ""
    if not children:
        lines.append(f"{pad}<{head}>{escape(text)}</{_name(node, node.tag)}>" if text else f"{pad}<{head}/>")
        return
    lines.append(f"{pad}<{head}>")
    if text.strip():
        lines.append(f"{pad}  {escape(text)}")
    for child in children:
        _write(child, depth + 1, dict(node.nsmap), lines)
        if (child.tail or "").strip():
            lines.append(f"{pad}  {escape(child.tail or '')}")
    lines.append(f"{pad}</{_name(node, node.tag)}>")


def _names(node: etree._Element, known: dict[str | None, str]) -> Iterator[tuple[str, str]]:
    """Namespaces declared on this element, then its attributes, each by name."""
    declared = {prefix: uri for prefix, uri in node.nsmap.items() if known.get(prefix) != uri}
    for prefix in sorted(declared, key=lambda prefix: prefix or ""):
        yield (f"xmlns:{prefix}" if prefix else "xmlns"), declared[prefix]
    for name, value in sorted((_name(node, str(key)), str(value)) for key, value in node.attrib.items()):
        if not name.startswith("w:rsid"):
            yield name, value


def _name(node: etree._Element, clark: str) -> str:
    """A name as it stands in the file: w:p, not {http://…}p."""
    qualified = etree.QName(clark)
    if qualified.namespace is None:
        return qualified.localname
    if qualified.namespace == XML:
        return f"xml:{qualified.localname}"
    # An attribute cannot use the default namespace, so a named prefix goes first.
    prefixes = sorted((prefix or "" for prefix, uri in node.nsmap.items() if uri == qualified.namespace), reverse=True)
    prefix = node.prefix if clark == node.tag else prefixes[0]
    return f"{prefix}:{qualified.localname}" if prefix else qualified.localname


# --- text -------------------------------------------------------------------------------------------

# Subtrees whose text is not on the page, or (tabs in w:pPr) only look like text.
_UNSEEN = {f"{{{W}}}{name}" for name in ("pPr", "rPr", "sdtPr", "del", "moveFrom")} | {f"{{{MC}}}Fallback"}
_SIGNS = {
    f"{{{W}}}tab": "\t",
    f"{{{W}}}br": "\n",
    f"{{{W}}}cr": "\n",
    f"{{{W}}}noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
}


def paragraph_texts(docx: bytes, part: str = "word/document.xml") -> list[str]:
    """Text of every paragraph of one part in the order of the file, tables and content controls included.

    w:tab is a tab, w:br a line feed. A paragraph in a text box follows the paragraph that holds the box;
    an mc:Fallback repeats its mc:Choice and is left out. Text is given as it stands, not normalised.
    """
    return texts(parse(parts(docx)[part]))


def texts(root: etree._Element) -> list[str]:
    """The same from a parsed part, or from any element of one: a cell, a text box."""
    return ["".join(_seen(node)) for node in _paragraphs(root)]


def _paragraphs(node: etree._Element) -> Iterator[etree._Element]:
    for child in node:
        if child.tag in _UNSEEN or not isinstance(child.tag, str):
            continue
        if child.tag == f"{{{W}}}p":
            yield child
        yield from _paragraphs(child)


def _seen(node: etree._Element) -> Iterator[str]:
    for child in node:
        if child.tag in _UNSEEN or child.tag == f"{{{W}}}txbxContent":
            continue
        if child.tag == f"{{{W}}}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[str(child.tag)]
        else:
            yield from _seen(child)
