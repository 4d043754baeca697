"""Word files by hand: a body of XML, and what parts a test needs besides."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from vtdocs.readers.docx import Observed, read_docx

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:wpc="http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:x="urn:mot-chuong-trinh-khac"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MODERN = '<w:compat><w:compatSetting w:name="compatibilityMode" w:val="15"/></w:compat>'


def part(name: str, inside: str) -> str:
    """A part with a root of WordprocessingML."""
    return f"<w:{name} {NAMESPACES}>{inside}</w:{name}>"


def docx(
    body: str,
    *,
    styles: str = "",
    settings: str = MODERN,
    parts: Mapping[str, str] | None = None,
    links: Mapping[str, tuple[str, str]] | None = None,
    app: str = "",
) -> bytes:
    """A Word file. `parts` are by name under word/, each is related by an id that is its name without ending.

    `links` are further relations by id: kind and external address.
    """
    files = {
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/styles.xml": part("styles", styles),
        "word/settings.xml": part("settings", settings),
        **{f"word/{name}": xml for name, xml in (parts or {}).items()},
    }
    relations = []
    for name in files:
        base = name.removeprefix("word/").removesuffix(".xml")
        if base != "document":
            kind = base.rstrip("0123456789")
            relations.append(f'<Relationship Id="{base}" Type="{_OFFICE}/{kind}" Target="{base}.xml"/>')
    for key, (kind, address) in (links or {}).items():
        relations.append(f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{address}" TargetMode="External"/>')
    package = "http://schemas.openxmlformats.org/package/2006"
    files["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{package}/relationships">{"".join(relations)}</Relationships>'
    )
    top = f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    if app:
        top += f'<Relationship Id="r2" Type="{_OFFICE}/extended-properties" Target="docProps/app.xml"/>'
        files["docProps/app.xml"] = (
            f'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">{app}</Properties>'
        )
    files["_rels/.rels"] = f'<Relationships xmlns="{package}/relationships">{top}</Relationships>'
    files["[Content_Types].xml"] = (
        f'<Types xmlns="{package}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/></Types>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, xml in files.items():
            file.writestr(name, xml)
    return out.getvalue()


def read(body: str, **more: object) -> Observed:
    """Read a file that `docx` makes."""
    return read_docx(docx(body, **more), "thu.docx")  # type: ignore[arg-type]


def p(inside: str = "", p_pr: str = "") -> str:
    """A paragraph; plain words become a run."""
    content = inside if inside.startswith("<") or not inside else r(inside)
    return f"<w:p>{f'<w:pPr>{p_pr}</w:pPr>' if p_pr else ''}{content}</w:p>"


def r(text: str, r_pr: str = "") -> str:
    """A run with a text."""
    return f'<w:r>{f"<w:rPr>{r_pr}</w:rPr>" if r_pr else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def texts(observed: Observed) -> list[str]:
    """The texts of all paragraphs."""
    return [paragraph.text for paragraph in observed.paragraphs]
