"""Horizontal lines however they are made, pictures, text boxes; lengths in twips (635 EMU, 1/20 pt)."""

from __future__ import annotations

import pytest

from tests.bounded import ends
from tests.readers.making import p, r, read
from vtdocs.readers.docx.observed import Observed, Paragraph, Rule, RuleKind

A4 = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="0" w:footer="0" w:gutter="0"/>'
    "</w:sectPr>"
)
COLUMN_SHIFT = '<wp:positionH relativeFrom="column"><wp:posOffset>635000</wp:posOffset></wp:positionH>'
DOWN = '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'


def one(body: str) -> Paragraph:
    return read(body + A4).paragraphs[0]


def told(paragraph: Paragraph) -> list[tuple[str, int | None, int | None, bool]]:
    return [(rule.kind.value, rule.length, rule.offset, rule.solid) for rule in paragraph.rules]


# --- DrawingML --------------------------------------------------------------------------------------


def shape(
    prst: str = "line",
    cx: int = 1_270_000,
    cy: int = 0,
    *,
    ln: str = '<a:ln w="9525"/>',
    xfrm: str = "",
    more: str = "",
) -> str:
    return (
        f'<wps:wsp><wps:spPr><a:xfrm {xfrm}><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
        f'<a:prstGeom prst="{prst}"/>{ln}</wps:spPr>{more}</wps:wsp>'
    )


def drawing(inside: str, cx: int = 1_270_000, cy: int = 0, *, across: str = COLUMN_SHIFT, kind: str = "anchor") -> str:
    place = across + DOWN if kind == "anchor" else ""
    return (
        f'<w:r><w:drawing><wp:{kind}>{place}<wp:extent cx="{cx}" cy="{cy}"/><wp:docPr id="1" name="x"/>'
        f"<a:graphic><a:graphicData>{inside}</a:graphicData></a:graphic></wp:{kind}></w:drawing></w:r>"
    )


@pytest.mark.parametrize(
    ("inside", "cx", "cy", "seen", "pictures"),
    [
        pytest.param(shape(), 1_270_000, 0, [("drawing", 2000, 1000, True)], 0, id="line"),
        pytest.param(shape("straightConnector1"), 1_270_000, 0, [("drawing", 2000, 1000, True)], 0, id="connector"),
        pytest.param(shape(cy=60_000), 1_270_000, 60_000, [("drawing", 2000, 1000, True)], 0, id="not quite level"),
        pytest.param(shape("rect", cy=9525), 1_270_000, 9525, [("drawing", 2000, 1000, True)], 0, id="flat rectangle"),
        pytest.param(shape(cx=0, cy=1_270_000), 0, 1_270_000, [], 1, id="upright line"),
        pytest.param(shape(xfrm='rot="5400000"'), 1_270_000, 0, [], 1, id="line turned upright"),
        pytest.param(shape("rect", cy=635_000), 1_270_000, 635_000, [], 1, id="frame"),
        pytest.param(shape(cy=635_000), 1_270_000, 635_000, [], 1, id="slant"),
        pytest.param(shape(ln="<a:ln><a:noFill/></a:ln>"), 1_270_000, 0, [], 0, id="unseen line"),
        pytest.param(shape(ln=""), 1_270_000, 0, [], 0, id="line without a look"),
        pytest.param(
            shape(ln="", more='<wps:style><a:lnRef idx="1"/></wps:style>'),
            1_270_000,
            0,
            [("drawing", 2000, 1000, True)],
            0,
            id="look of the theme",
        ),
        pytest.param(
            shape(ln='<a:ln w="9525"><a:prstDash val="dash"/></a:ln>'),
            1_270_000,
            0,
            [("drawing", 2000, 1000, False)],
            0,
            id="dashed",
        ),
        pytest.param(
            shape(ln='<a:ln w="9525" cmpd="dbl"/>'),
            1_270_000,
            0,
            [("drawing", 2000, 1000, False)],
            0,
            id="double",
        ),
        pytest.param("<pic:pic/>", 1_270_000, 635_000, [], 1, id="picture"),
        pytest.param("<pic:pic/>", 1_270_000, 12_700, [("picture", 2000, 1000, True)], 0, id="picture of a line"),
        pytest.param("<a:chart/>", 1_270_000, 635_000, [], 1, id="chart"),
    ],
)
def test_shapes(inside: str, cx: int, cy: int, seen: list[tuple[str, int, int, bool]], pictures: int) -> None:
    paragraph = one(p(drawing(inside, cx, cy)))
    assert (told(paragraph), paragraph.pictures) == (seen, pictures)
    assert paragraph.text == ""
    assert paragraph.is_empty is not bool(seen or pictures)


def test_a_line_standing_on_its_end_by_a_turn_is_level() -> None:
    turned = shape(cx=0, cy=1_270_000, xfrm='rot="16200000"')
    assert told(one(p(drawing(turned, 0, 1_270_000)))) == [("drawing", 2000, 0, True)]


def test_thickness() -> None:
    assert [rule.thickness for rule in one(p(drawing(shape()))).rules] == [15]


@pytest.mark.parametrize(
    ("across", "offset"),
    [
        pytest.param(
            '<wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>', 3535, id="centred"
        ),
        pytest.param('<wp:positionH relativeFrom="column"><wp:align>right</wp:align></wp:positionH>', 7071, id="right"),
        pytest.param(
            '<wp:positionH relativeFrom="page"><wp:posOffset>1715135</wp:posOffset></wp:positionH>',
            1000,
            id="of the page",
        ),
        pytest.param(
            '<wp:positionH relativeFrom="margin"><wp:align>center</wp:align></wp:positionH>', 3535, id="of the margin"
        ),
        pytest.param(
            '<wp:positionH relativeFrom="character"><wp:posOffset>0</wp:posOffset></wp:positionH>',
            None,
            id="of a letter",
        ),
        pytest.param(
            '<wp:positionH relativeFrom="column"><wp:posOffset>-12700</wp:posOffset></wp:positionH>', -20, id="out"
        ),
    ],
)
def test_where_a_line_stands(across: str, offset: int | None) -> None:
    assert told(one(p(drawing(shape(), across=across)))) == [("drawing", 2000, offset, True)]


def test_a_line_in_a_cell_stands_against_the_cell() -> None:
    across = '<wp:positionH relativeFrom="page"><wp:posOffset>{}</wp:posOffset></wp:positionH>'
    centred = '<wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>'
    # The second cell's text begins at 1701 + 3000 + 108 twips, and has 5784.
    lines = drawing(shape(), across=across.format((4809 + 500) * 635)) + drawing(shape(), across=centred)
    grid = '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="6000"/></w:tblGrid>'
    seen = read(f"<w:tbl>{grid}<w:tr><w:tc>{p()}</w:tc><w:tc>{p(lines)}</w:tc></w:tr></w:tbl>" + A4)
    assert told(seen.paragraphs[1]) == [("drawing", 2000, 500, True), ("drawing", 2000, 1892, True)]


def test_an_inline_line_says_no_place() -> None:
    assert told(one(p(drawing(shape(), kind="inline")))) == [("drawing", 2000, None, True)]


def test_a_hidden_drawing_is_nothing() -> None:
    in_hidden_letters = drawing(shape()).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
    for body in (drawing(shape()).replace('name="x"', 'name="x" hidden="1"'), in_hidden_letters):
        paragraph = one(p(body))
        assert (paragraph.rules, paragraph.pictures) == ((), 0)


def test_a_group_is_scaled() -> None:
    group = (
        '<wpg:wgp><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1270000" cy="635000"/><a:chOff x="100" y="0"/>'
        '<a:chExt cx="2000" cy="1000"/></a:xfrm></wpg:grpSpPr>'
        '<wps:wsp><wps:spPr><a:xfrm><a:off x="600" y="0"/><a:ext cx="1000" cy="0"/></a:xfrm><a:prstGeom prst="line"/>'
        '<a:ln w="1"/></wps:spPr></wps:wsp>{}</wpg:wgp>'
    )
    # Half of the group's width, a quarter of it from its left end.
    paragraph = one(p(drawing(group.format(""), 1_270_000, 635_000)))
    assert (told(paragraph), paragraph.pictures) == ([("drawing", 1000, 1500, True)], 0)
    assert one(p(drawing(group.format("<pic:pic/>"), 1_270_000, 635_000))).pictures == 1


def test_a_line_and_its_older_form_are_one_line() -> None:
    new = drawing(shape())[5:-6]
    old = '<w:pict><v:line from="50pt,0" to="150pt,0" style="position:absolute"/></w:pict>'
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )
    assert told(one(p(both))) == [("drawing", 2000, 1000, True)]
    assert told(one(p(both.replace('Requires="wps"', 'Requires="x"')))) == [("vml", 2000, 1000, True)]


# --- VML --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("inside", "seen", "pictures"),
    [
        pytest.param(
            '<v:line from="50pt,3pt" to="150pt,3pt" style="position:absolute"/>',
            [("vml", 2000, 1000, True)],
            0,
            id="line",
        ),
        pytest.param(
            '<v:line from="150pt,3pt" to="50pt,3pt" style="position:absolute"/>',
            [("vml", 2000, 1000, True)],
            0,
            id="backwards",
        ),
        pytest.param('<v:line from="5pt,3pt" to="5pt,90pt" style="position:absolute"/>', [], 1, id="upright"),
        pytest.param('<v:line from="50pt,3pt" to="150pt,3pt" stroked="f"/>', [], 0, id="unseen"),
        pytest.param(
            '<v:line from="50pt,3pt" to="150pt,3pt"><v:stroke dashstyle="dash"/></v:line>',
            [("vml", 2000, None, False)],
            0,
            id="dashed",
        ),
        pytest.param(
            '<v:shapetype id="_x0000_t32"/><v:shape type="#_x0000_t32" style="position:absolute;margin-left:50pt;'
            'margin-top:1pt;width:100pt;height:0"/>',
            [("vml", 2000, 1000, True)],
            0,
            id="connector",
        ),
        pytest.param(
            '<v:shape type="#_x0000_t32" style="position:absolute;width:100pt;height:.05pt;'
            'mso-position-horizontal:center"/>',
            [("vml", 2000, 3535, True)],
            0,
            id="centred",
        ),
        pytest.param('<v:rect style="width:100pt;height:1pt"/>', [("vml", 2000, None, True)], 0, id="flat rectangle"),
        pytest.param('<v:rect style="width:100pt;height:50pt"/>', [], 1, id="frame"),
        pytest.param(
            '<v:rect style="width:0;height:1.5pt" o:hr="t"/>', [("vml", 9071, 0, True)], 0, id="rule of the column"
        ),
        pytest.param(
            '<v:rect style="width:0;height:1.5pt" o:hr="t" o:hrpct="500" o:hralign="center"/>',
            [("vml", 4535, 2268, True)],
            0,
            id="rule of half the column",
        ),
        pytest.param('<v:shape style="width:100pt;height:50pt"><v:imagedata/></v:shape>', [], 1, id="picture"),
        pytest.param(
            '<v:shape style="width:100pt;height:1pt"><v:imagedata/></v:shape>',
            [("picture", 2000, None, True)],
            0,
            id="picture of a line",
        ),
        pytest.param(
            '<v:group style="position:absolute;margin-left:10pt;width:200pt;height:50pt" coordsize="2000,500">'
            '<v:line from="500,0" to="1500,0"/></v:group>',
            [("vml", 2000, 1200, True)],
            0,
            id="group",
        ),
        pytest.param('<v:line from="x,y" to=",,"/>', [], 1, id="damaged"),
    ],
)
def test_older_shapes(inside: str, seen: list[tuple[str, int, int, bool]], pictures: int) -> None:
    paragraph = one(p(f"<w:r><w:pict>{inside}</w:pict></w:r>"))
    assert (told(paragraph), paragraph.pictures) == (seen, pictures)


def test_an_embedded_object_is_a_picture() -> None:
    inside = '<v:shape style="width:100pt;height:1pt"><v:imagedata/></v:shape><o:OLEObject/>'
    paragraph = one(p(f"<w:r><w:object>{inside}</w:object></w:r>"))
    assert (paragraph.pictures, paragraph.rules) == (1, ())


# --- typed lines ------------------------------------------------------------------------------------

SIZE = '<w:sz w:val="28"/>'


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        # An underscore is half an em: 140 twips at 14 pt.
        pytest.param("__________", [("underscores", 1400, None, True)], id="underscores"),
        pytest.param("  ____  ", [("underscores", 560, None, True)], id="blanks around"),
        pytest.param("———", [("underscores", 840, None, True)], id="em dashes"),
        pytest.param("-------", [("underscores", 652, None, False)], id="hyphens"),
        pytest.param("_ _ _ _", [("underscores", 770, None, False)], id="broken"),
        pytest.param("Họ và tên: ________", [], id="a blank to be filled in"),
        pytest.param("----", [], id="few hyphens"),
        pytest.param("__", [], id="two"),
        pytest.param("-", [], id="a dash"),
    ],
)
def test_typed_lines(text: str, seen: list[tuple[str, int, int, bool]]) -> None:
    assert told(one(p(r(text, SIZE)))) == seen


@pytest.mark.parametrize(
    ("inside", "seen"),
    [
        # A blank is a quarter of an em: 70 twips at 14 pt.
        pytest.param(r(" " * 20, SIZE + '<w:u w:val="single"/>'), [("underscores", 1400, None, True)], id="blanks"),
        pytest.param(
            r("  ", SIZE) + r("\xa0" * 10, SIZE + '<w:u w:val="dash"/>'),
            [("underscores", 700, None, False)],
            id="dashed",
        ),
        pytest.param(
            f'<w:r><w:rPr>{SIZE}<w:u w:val="single"/></w:rPr><w:tab/></w:r>',
            [("underscores", None, None, True)],
            id="tab",
        ),
        pytest.param(r("a" + " " * 20, '<w:u w:val="single"/>'), [], id="words"),
        pytest.param(r(" " * 20), [], id="not underlined"),
        pytest.param(r("  ", '<w:u w:val="single"/>'), [], id="a blank that was left"),
    ],
)
def test_underlined_blanks(inside: str, seen: list[tuple[str, int | None, int | None, bool]]) -> None:
    assert told(one(p(inside))) == seen


def test_a_thousand_typed_lines_are_measured_in_bounds() -> None:
    body = "".join(r("___", f'<w:sz w:val="{20 + number % 2}"/>') + "<w:r><w:br/></w:r>" for number in range(5_000))
    with ends():
        assert len(one(p(body)).rules) == 5_000


def test_a_line_typed_below_words() -> None:
    words = f"<w:r><w:rPr>{SIZE}<w:b/></w:rPr><w:t>Tự do</w:t><w:br/></w:r>"
    assert told(one(p(words + r("____", SIZE) + r("____", '<w:sz w:val="14"/>')))) == [("underscores", 840, None, True)]


# --- borders of paragraphs --------------------------------------------------------------------------

BELOW = '<w:bottom w:val="single" w:sz="6" w:space="1"/>'
ABOVE = '<w:top w:val="double" w:sz="4" w:space="1"/>'


def bordered(inside: str, more: str = "") -> str:
    return p("", f"<w:pBdr>{inside}</w:pBdr>{more}")


def test_borders_are_as_long_as_the_column_less_indents() -> None:
    indents = '<w:ind w:left="1000" w:right="2000" w:hanging="300"/>'
    assert told(one(bordered(BELOW, indents))) == [("border below", 6371, 700, True)]
    assert told(one(bordered(ABOVE + BELOW))) == [("border above", 9071, 0, False), ("border below", 9071, 0, True)]


def test_a_frame_is_no_line() -> None:
    assert one(bordered(BELOW + '<w:left w:val="single" w:sz="4"/>')).rules == ()
    assert one(bordered('<w:bottom w:val="nil"/>')).rules == ()


def test_paragraphs_of_one_frame_draw_no_line_between() -> None:
    def kinds(seen: Observed) -> list[list[RuleKind]]:
        return [[rule.kind for rule in paragraph.rules] for paragraph in seen.paragraphs]

    both = bordered(ABOVE + BELOW)
    assert kinds(read(both * 3)) == [[RuleKind.BORDER_ABOVE], [], [RuleKind.BORDER_BELOW]]
    assert kinds(read(bordered(BELOW) + bordered(BELOW, '<w:ind w:left="100"/>'))) == [[RuleKind.BORDER_BELOW]] * 2
    between = bordered(BELOW + '<w:between w:val="single"/>')
    assert kinds(read(between * 2)) == [[RuleKind.BORDER_BELOW]] * 2
    seen = read(both * 2)
    assert seen.blocks == seen.paragraphs


def test_borders_of_a_style() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="Ke"><w:name w:val="Kẻ"/>'
        f"<w:pPr><w:pBdr>{BELOW}</w:pBdr></w:pPr></w:style>"
    )
    seen = read(
        p("", '<w:pStyle w:val="Ke"/>') + p("", '<w:pStyle w:val="Ke"/><w:pBdr><w:bottom w:val="none"/></w:pBdr>'),
        styles=style,
    )
    assert [[rule.kind for rule in paragraph.rules] for paragraph in seen.paragraphs] == [[RuleKind.BORDER_BELOW], []]


def test_a_line_in_a_text_box_is_as_long_as_the_box() -> None:
    inside = f"<wps:wsp><wps:txbx><w:txbxContent>{bordered(BELOW)}</w:txbxContent></wps:txbx></wps:wsp>"
    seen = read(p(drawing(inside, 1_270_000, 635_000)) + A4)
    assert seen.paragraphs[1].rules == (Rule(RuleKind.BORDER_BELOW, 1712, 0, thickness=15),)


# --- text boxes -------------------------------------------------------------------------------------


def test_a_text_box_and_its_older_form_are_one() -> None:
    words = f"<w:txbxContent>{p('DỰ THẢO')}</w:txbxContent>"
    new = drawing(shape("rect", 1_270_000, 635_000, more=f"<wps:txbx>{words}</wps:txbx>"), 1_270_000, 635_000)
    old = f'<w:pict><v:rect style="width:100pt;height:50pt"><v:textbox>{words}</v:textbox></v:rect></w:pict>'
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{new[5:-6]}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )
    for body in (p(r("a") + both), p(r("a") + both.replace('Requires="wps"', 'Requires="x"'))):
        seen = read(body + p("b") + A4)
        assert [(x.text, x.number, x.box, x.pictures) for x in seen.paragraphs] == [
            ("a", 1, None, 0), ("DỰ THẢO", 2, 0, 0), ("b", 3, None, 0),
        ]  # fmt: skip
        box = seen.boxes[0]
        assert (box.anchor, box.width, box.height, box.has_border) == (1, 2000, 1000, True)
        assert box.blocks == (seen.paragraphs[1],)
        assert len(seen.blocks) == 2


def test_where_a_text_box_stands() -> None:
    words = f"<wps:txbx><w:txbxContent>{p('a')}</w:txbxContent></wps:txbx>"
    across = '<wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>'
    body = drawing(shape("rect", ln="", more=words), 1_270_000, 635_000, across=across)
    on_page = body.replace(DOWN, '<wp:positionV relativeFrom="page"><wp:posOffset>63500</wp:posOffset></wp:positionV>')
    boxes = read(p(on_page) + p(body) + A4).boxes
    assert [(box.left, box.top, box.has_border) for box in boxes] == [(8772, 100, False), (8772, None, False)]


def test_a_text_box_in_a_cell_stays_in_the_cell() -> None:
    words = f"<wps:txbx><w:txbxContent>{p('a')}</w:txbxContent></wps:txbx>"
    seen = read(f"<w:tbl><w:tr><w:tc>{p(drawing(shape('rect', more=words)))}</w:tc></w:tr></w:tbl>")
    assert [(x.spot is not None, x.box) for x in seen.paragraphs] == [(True, None), (True, 0)]
    assert (seen.tables[0].first, seen.tables[0].last) == (1, 2)
