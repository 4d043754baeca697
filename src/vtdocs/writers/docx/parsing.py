"""The XML of a stranger's Word file, read in the one way that is safe: bounded, and with nothing from elsewhere."""

from __future__ import annotations

from lxml import etree

__all__ = ["BrokenXmlError", "parse_xml"]


class BrokenXmlError(Exception):
    """A part that is no well-formed XML, or that has a document type (`has_doctype`), which Word never writes."""

    def __init__(self, message: str, *, has_doctype: bool = False) -> None:
        super().__init__(message)
        self.has_doctype = has_doctype


def parse_xml(data: bytes | str, *, tidy: bool = False) -> etree._Element:
    """Parse a part, without entities, without a DTD, without the network; its depth is bounded by libxml2.

    `tidy` leaves out comments, processing instructions, and the blanks between elements. Raises BrokenXmlError.
    """
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_blank_text=tidy,
        remove_comments=tidy, remove_pis=tidy,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BrokenXmlError(str(error)) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise BrokenXmlError("DOCTYPE", has_doctype=True)
    return root
