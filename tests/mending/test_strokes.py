"""Lines that are drawn change their length around their middle, in DrawingML and in VML, and lose their dashes."""

from __future__ import annotations

import pytest
from lxml import etree

from vtdocs.mending.strokes import make_solid, set_length
from vtdocs.readers.docx.observed import Rule, RuleKind

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_DRAWN = """<w:r><w:drawing><wp:anchor><wp:positionH relativeFrom="column"><wp:posOffset>635000</wp:posOffset>
</wp:positionH><wp:extent cx="1270000" cy="0"/><a:graphic><a:graphicData uri="x"><wps:wsp><wps:spPr><a:xfrm>
<a:off x="0" y="0"/><a:ext cx="1270000" cy="0"/></a:xfrm><a:prstGeom prst="line"/><a:ln cmpd="dbl">
<a:prstDash val="dash"/></a:ln></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"""
_LINE = '<w:r><w:pict><v:line from="50pt,3pt" to="150pt,3pt"><v:stroke dashstyle="dash"/></v:line></w:pict></w:r>'
_BACK = '<w:r><w:pict><v:line from="150pt,3pt" to="50pt,3pt"/></w:pict></w:r>'
_SHAPE = '<w:r><w:pict><v:shape style="position:absolute;margin-left:50pt;width:100pt;height:0"/></w:pict></w:r>'
_DRAWING = Rule(RuleKind.DRAWING, 2000)
_VML = Rule(RuleKind.VML, 2000)


def _paragraph(content: str) -> etree._Element:
    return etree.fromstring(f"<w:p {_NAMES}>{content}</w:p>")


def _all(p: etree._Element, path: str) -> list[str]:
    names = {prefix: name for prefix, name in p.nsmap.items() if prefix}
    found = p.xpath(path, namespaces=names)
    assert isinstance(found, list)
    return [str(each) for each in found]


def test_a_drawing_and_its_shape_become_shorter_around_their_middle() -> None:
    p = _paragraph(_DRAWN)
    assert set_length(p, _DRAWING, 1000)
    assert _all(p, "//wp:extent/@cx | //a:ext/@cx") == ["635000", "635000"]
    assert _all(p, "//wp:posOffset/text()") == ["952500"]


@pytest.mark.parametrize(
    ("xml", "path", "after"),
    [
        (_LINE, "//v:line/@from | //v:line/@to", ["75.00pt,3.00pt", "125.00pt,3.00pt"]),
        (_BACK, "//v:line/@from | //v:line/@to", ["125.00pt,3.00pt", "75.00pt,3.00pt"]),
        (_SHAPE, "//v:shape/@style", ["position:absolute;margin-left:75.00pt;width:50.00pt;height:0"]),
    ],
    ids=["line", "line from right to left", "shape"],
)  # fmt: skip
def test_vml_becomes_shorter_around_its_middle(xml: str, path: str, after: list[str]) -> None:
    p = _paragraph(xml)
    assert set_length(p, _VML, 1000)
    assert _all(p, path) == after


@pytest.mark.parametrize("xml", [_DRAWN, _LINE, _SHAPE])
def test_a_line_of_another_length_is_another_line(xml: str) -> None:
    p = _paragraph(xml)
    before = etree.tostring(p)
    assert not set_length(p, Rule(RuleKind.DRAWING, 1500), 1000)
    assert etree.tostring(p) == before


def test_a_typed_line_is_words() -> None:
    assert not set_length(_paragraph("<w:r><w:t>_____</w:t></w:r>"), Rule(RuleKind.UNDERSCORES, 2000), 1000)


def test_a_shape_in_a_group_is_left() -> None:
    p = _paragraph(_DRAWN.replace("<wps:wsp>", "<wps:other><wps:wsp>").replace("</wps:wsp>", "</wps:wsp></wps:other>"))
    assert not set_length(p, _DRAWING, 1000)


def test_dashes_and_double_strokes_go() -> None:
    p = _paragraph(_DRAWN + _LINE)
    assert make_solid(p, _DRAWING)
    assert _all(p, "//a:prstDash/@val") == ["solid"]
    assert _all(p, "//a:ln/@cmpd | //v:stroke/@dashstyle") == []
    assert not make_solid(p, _DRAWING)


def test_a_dashed_border_becomes_a_line() -> None:
    p = _paragraph('<w:pPr><w:pBdr><w:top w:val="dashed"/><w:bottom w:val="double"/></w:pBdr></w:pPr>')
    assert make_solid(p, Rule(RuleKind.BORDER_BELOW, 2000))
    assert _all(p, "//w:pBdr/*/@w:val") == ["dashed", "single"]
