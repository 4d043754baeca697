"""The digest that tells a filled file from one that a person has edited since, as in the files of `vtdocs build`.

It stands among the document's custom properties, behind those of the template. The template is made ready for it
once: a document then costs the digest alone.
"""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from vtdocs.writers.docx.archive import Shell, make_shell
from vtdocs.writers.docx.package import CUSTOM_PART, DIGEST_PROPERTY
from vtdocs.writers.docx.wiring import connect_custom

__all__ = ["take_custom"]

_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST = 2  # the first pid of a property (MS-OLEPS, 2.18)


def take_custom(parts: dict[str, bytes], parse: Callable[[bytes, str], etree._Element]) -> Shell:
    """Take the custom properties out of a template's parts: what stands before and behind the digest.

    The package says from then on that there are custom properties; `parse` reads a part and tells its own faults.
    """
    connect_custom(parts, parse)
    root = parse(parts.pop(CUSTOM_PART, f'<Properties xmlns="{_PROPERTIES}"/>'.encode()), CUSTOM_PART)
    for old in [node for node in root if node.get("name") == DIGEST_PROPERTY]:
        root.remove(old)
    numbers = [int(found) for node in root if (found := str(node.get("pid", ""))).isdecimal() and len(found) < 10]
    root.text = root.text or ""  # an element without content has no end to stand before
    number = max([_FIRST - 1, *numbers]) + 1
    before, end, name = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True).rpartition(b"</")
    opening = (
        f'<property xmlns="{_PROPERTIES}" xmlns:vt="{_VALUES}" fmtid="{_FORMAT}" pid="{number}"'
        f' name="{DIGEST_PROPERTY}"><vt:lpwstr>'
    )
    return make_shell(before + opening.encode(), b"</vt:lpwstr></property>" + end + name)
