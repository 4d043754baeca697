"""What Word shows after defaults, theme, styles, table styles, lists and direct formatting; as the standard says."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping

import docx as python_docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.shared import Cm, Pt, RGBColor
from lxml import etree

import vtdocs
from tests.bounded import ends
from tests.judges import ROOT
from tests.readers.making import MODERN, NAMESPACES, docx, p, part, r
from vtdocs.readers.docx import formats as formats_module
from vtdocs.readers.docx.formats import Formats, ParagraphLook
from vtdocs.readers.docx.names import W_P, W_P_PR, W_R, W_R_PR, W_T, W_TBL, W_TBL_PR, W_TC, W_TC_PR, W_TR
from vtdocs.readers.docx.observed import ParagraphFormat, RunFormat
from vtdocs.readers.docx.package import open_package

_BARE_ELEMENT = re.compile(r"(</?)(?![A-Za-z0-9]+:)(?=[A-Za-z])")
_BARE_ATTRIBUTE = re.compile(r"(\s)([A-Za-z0-9]+=[\"'])")
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_THEME = (
    f'<a:theme xmlns:a="{_A}"><a:themeElements><a:clrScheme name="x">'
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>'
    '<a:dk2><a:srgbClr val="1F497D"/></a:dk2><a:lt2><a:srgbClr val="EEECE1"/></a:lt2>'
    '<a:accent1><a:srgbClr val="4F81BD"/></a:accent1><a:accent2><a:srgbClr val="C0504D"/></a:accent2>'
    '<a:hlink><a:srgbClr val="0000FF"/></a:hlink></a:clrScheme><a:fontScheme name="x">'
    '<a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface="Arial"/></a:minorFont>'
    "</a:fontScheme></a:themeElements></a:theme>"
)


def wx(xml: str) -> str:
    """Put the prefix of WordprocessingML before the names that have none."""
    return _BARE_ATTRIBUTE.sub(r"\1w:\2", _BARE_ELEMENT.sub(r"\1w:", xml))


class File:
    """A file's formats, and the looks of its paragraphs."""

    def __init__(
        self, body: str, styles: str = "", *, numbering: str = "", settings: str = MODERN, theme: str = _THEME
    ) -> None:
        parts: dict[str, str] = {"theme1.xml": theme} if theme else {}
        if numbering:
            parts["numbering.xml"] = part("numbering", wx(numbering))
        file = docx(wx(body), styles=wx(styles), settings=wx(settings), parts=parts)
        package = open_package(file, "thu.docx")
        self.formats = Formats(package)
        root = package.xml(package.main)
        assert root is not None
        self.root = root

    def look(self, at: int = 0) -> ParagraphLook:
        paragraph = list(self.root.iter(W_P))[at]
        return self.formats.paragraph(paragraph.find(W_P_PR))

    def paragraph(self, at: int = 0) -> ParagraphFormat:
        return self.look(at).format

    def run(self, at: int = 0, paragraph: int = 0) -> RunFormat:
        element = list(self.root.iter(W_P))[paragraph]
        return self.formats.run(list(element.iter(W_R))[at].find(W_R_PR), self.formats.paragraph(element.find(W_P_PR)))


def style(name: str, inside: str, *, kind: str = "paragraph", base: str = "", default: bool = False) -> str:
    based = f'<basedOn val="{base}"/>' if base else ""
    is_default = ' default="1"' if default else ""
    return f'<style type="{kind}" styleId="{name}"{is_default}><name val="{name} name"/>{based}{inside}</style>'


def defaults(r_pr: str = "", p_pr: str = "") -> str:
    return (
        f"<docDefaults><rPrDefault><rPr>{r_pr}</rPr></rPrDefault>"
        f"<pPrDefault><pPr>{p_pr}</pPr></pPrDefault></docDefaults>"
    )


def letters(r_pr: str, **more: str) -> RunFormat:
    """How a run of this formatting looks in a file without styles."""
    return File(p(r("x", r_pr)), **more).run()


def standing(p_pr: str, styles: str = "", **more: str) -> ParagraphFormat:
    return File(p("x", p_pr), styles, **more).paragraph()


# --- letters ----------------------------------------------------------------------------------------


def test_a_file_that_says_nothing() -> None:
    file = File(p("x"))
    assert file.run() == RunFormat(
        ascii="Times New Roman", h_ansi="Times New Roman", size=20, bold=False, italic=False, caps=False,
        small_caps=False, underline="", strike=False, colour="auto", highlight="", shading="", hidden=False, raised="",
        spacing=0, language="",
    )  # fmt: skip
    assert file.paragraph() == ParagraphFormat(
        align="left", left=0, right=0, first_line=0, before=0, after=0, contextual=False, line=240, line_rule="auto",
        keep_next=False, keep_lines=False, page_break_before=False, widow_control=True, outline_level=None, tabs=(),
    )  # fmt: skip
    look = file.look()
    assert (look.style, look.style_id, look.num_id, look.level) == ("", "", None, 0)
    assert look.letters is look.mark


@pytest.mark.parametrize(
    ("r_pr", "expected"),
    [
        ('<rFonts ascii="Arial" hAnsi="Tahoma"/>', {"ascii": "Arial", "h_ansi": "Tahoma"}),
        ('<rFonts ascii="Arial"/>', {"ascii": "Arial"}),
        ('<rFonts asciiTheme="majorHAnsi" ascii="Arial"/>', {"ascii": "Cambria"}),
        ('<rFonts hAnsiTheme="minorAscii"/>', {"h_ansi": "Calibri"}),
        ('<rFonts asciiTheme="majorEastAsia" ascii="Arial"/>', {"ascii": "Arial"}),
        ('<rFonts eastAsia="SimSun" cs="Arial"/>', {}),
        ('<sz val="28"/>', {"size": 28}),
        ('<sz val="13.5pt"/>', {"size": 27}),
        ('<sz val="0"/>', {}),
        ('<sz val="to"/>', {}),
        ('<szCs val="28"/>', {}),
        ("<b/><i/>", {"bold": True, "italic": True}),
        ('<b val="0"/><i val="false"/>', {}),
        ('<b val="on"/><i val="off"/>', {"bold": True}),
        ("<bCs/><iCs/>", {}),
        ('<caps/><smallCaps val="1"/>', {"caps": True, "small_caps": True}),
        ('<u val="single"/>', {"underline": "single"}),
        ('<u val="none"/>', {}),
        ("<strike/>", {"strike": True}),
        ("<dstrike/>", {"strike": True}),
        ("<vanish/>", {"hidden": True}),
        ('<color val="ff0000"/>', {"colour": "FF0000"}),
        ('<color val="auto"/>', {}),
        ('<color val="123456" themeColor="accent1"/>', {"colour": "4F81BD"}),
        ('<color val="123456" themeColor="text1"/>', {"colour": "000000"}),
        ('<color val="123456" themeColor="background2"/>', {"colour": "EEECE1"}),
        ('<color val="123456" themeColor="accent6"/>', {"colour": "123456"}),
        # ISO/IEC 29500-1, 17.3.2.6; Word reckons in coarser steps, and writes its own figures beside.
        ('<color val="365F91" themeColor="accent1" themeShade="BF"/>', {"colour": "365F91"}),
        ('<color val="000000" themeColor="accent1" themeShade="BF"/>', {"colour": "366091"}),
        ('<color val="d99594" themeColor="accent2" themeTint="99"/>', {"colour": "D99594"}),
        ('<color themeColor="accent2" themeTint="99"/>', {"colour": "D99694"}),
        ('<color val="000000" themeColor="accent2" themeTint="zz"/>', {"colour": "C0504D"}),
        ('<highlight val="yellow"/>', {"highlight": "yellow"}),
        ('<highlight val="none"/>', {}),
        ('<shd val="clear" color="auto" fill="ffff00"/>', {"shading": "FFFF00"}),
        ('<shd val="clear" color="auto" fill="auto"/>', {}),
        ('<shd val="nil" fill="FFFF00"/>', {}),
        ('<shd val="solid" color="C00000" fill="FFFF00"/>', {"shading": "C00000"}),
        ('<shd val="clear" fill="FFFFFF" themeFill="accent1"/>', {"shading": "4F81BD"}),
        ('<vertAlign val="superscript"/>', {"raised": "superscript"}),
        ('<vertAlign val="baseline"/>', {}),
        ('<spacing val="-4"/>', {"spacing": -4}),
        ('<spacing val="0.5pt"/>', {"spacing": 10}),
        ('<lang val="vi-VN"/>', {"language": "vi-VN"}),
    ],
)
def test_direct_formatting_of_letters(r_pr: str, expected: dict[str, object]) -> None:
    found = letters(r_pr)
    assert {
        name: value for name in found.__struct_fields__ if (value := getattr(found, name)) != _PLAIN[name]
    } == expected


_PLAIN = {name: getattr(RunFormat(), name) for name in RunFormat.__struct_fields__}


@pytest.mark.parametrize("switch", ["<rtl/>", "<cs/>"])
def test_complex_script_has_its_own_font_size_and_weight(switch: str) -> None:
    found = letters(
        f'<rFonts ascii="Arial" hAnsi="Arial" cstheme="minorBidi"/><b/><iCs/><sz val="28"/><szCs val="30"/>{switch}',
        theme=_THEME.replace('typeface="Arial"', 'typeface="Traditional Arabic"'),
    )
    assert (found.ascii, found.h_ansi, found.size) == ("Traditional Arabic", "Traditional Arabic", 30)
    assert (found.bold, found.italic) == (False, True)


def test_the_mapping_of_colours_in_settings() -> None:
    settings = '<clrSchemeMapping bg1="dark1" t1="light1" bg2="dark2" t2="light2"/>'
    assert letters('<color val="0" themeColor="text1"/>', settings=settings).colour == "FFFFFF"


def test_a_file_without_a_theme() -> None:
    found = letters('<rFonts ascii="Arial" asciiTheme="minorHAnsi" hAnsiTheme="minorHAnsi"/>', theme="")
    assert (found.ascii, found.h_ansi) == ("Arial", "Times New Roman")
    assert letters('<color val="2F5496" themeColor="accent1"/>', theme="").colour == "2F5496"


# --- levels over each other -------------------------------------------------------------------------

_CHAIN = (
    defaults('<rFonts ascii="D" hAnsi="D"/><sz val="21"/><lang val="vi-VN"/>', '<spacing after="160" line="259"/>')
    + style("Normal", '<rPr><sz val="28"/></rPr>', default=True)
    + style("Base", '<pPr><jc val="center"/><ind left="100"/></pPr><rPr><b/><sz val="26"/></rPr>', base="Normal")
    + style("Top", '<pPr><ind right="50"/></pPr><rPr><i/></rPr>', base="Base")
    + style("Strong", "<rPr><b/></rPr>", kind="character")
    + style("Red", '<rPr><color val="FF0000"/></rPr>', kind="character", base="Strong")
)  # fmt: skip


def test_styles_with_their_bases() -> None:
    file = File(p("x", '<pStyle val="Top"/>'), _CHAIN)
    assert file.look().style == "Top name"
    assert file.look().style_id == "Top"
    assert file.paragraph() == ParagraphFormat(align="center", left=100, right=50, after=160, line=259)
    assert file.run() == RunFormat(ascii="D", h_ansi="D", size=26, bold=True, italic=True, language="vi-VN")


@pytest.mark.parametrize("p_pr", ["", '<pStyle val="Khong"/>', '<pStyle val="Strong"/>'])
def test_the_default_style_stands_for_a_missing_one(p_pr: str) -> None:
    look = File(p("x", p_pr), _CHAIN).look()
    assert (look.style, look.letters.size) == ("Normal name", 28)


def test_direct_formatting_stands_over_all() -> None:
    body = p(
        r("x", '<rStyle val="Red"/><sz val="30"/><b val="0"/>'),
        '<pStyle val="Top"/><jc val="both"/><ind left="0"/><spacing after="0"/><rPr><sz val="2"/></rPr>',
    )
    file = File(body, _CHAIN)
    assert file.paragraph() == ParagraphFormat(align="both", left=0, right=50, line=259)
    assert file.run() == RunFormat(
        ascii="D", h_ansi="D", size=30, italic=True, colour="FF0000", language="vi-VN", bold=False
    )
    assert file.look().mark.size == 2
    assert file.look().letters.size == 26


@pytest.mark.parametrize(
    ("paragraph_style", "run_style", "direct", "bold"),
    [
        ("Normal", "", "", False),
        ("Base", "", "", True),
        ("Normal", "Strong", "", True),
        # ISO/IEC 29500-1, 17.7.3: two styles that are both bold make plain letters.
        ("Base", "Strong", "", False),
        ("Base", "Red", "", False),
        ("Base", "Strong", "<b/>", True),
        ("Base", "", '<b val="0"/>', False),
        ("Normal", "Khong", "", False),
        ("Base", "Top", "", True),
    ],
)
def test_switches_turn_along_styles(paragraph_style: str, run_style: str, direct: str, bold: bool) -> None:
    r_pr = (f'<rStyle val="{run_style}"/>' if run_style else "") + direct
    assert File(p(r("x", r_pr), f'<pStyle val="{paragraph_style}"/>'), _CHAIN).run().bold is bold


def test_a_switch_in_the_defaults_stays_on() -> None:
    styles = defaults("<b/>") + style("Base", "<rPr><b/></rPr>") + style("S", "<rPr><b/></rPr>", kind="character")
    assert File(p(r("x", '<rStyle val="S"/>'), '<pStyle val="Base"/>'), styles).run().bold
    assert not File(p(r("x", '<b val="0"/>')), styles).run().bold


def test_within_one_chain_switches_are_set() -> None:
    styles = style("A", "<rPr><b/></rPr>") + style("B", "<rPr><b/></rPr>", base="A")
    styles += style("C", '<rPr><b val="0"/></rPr>', base="B")
    assert File(p("x", '<pStyle val="B"/>'), styles).run().bold
    assert not File(p("x", '<pStyle val="C"/>'), styles).run().bold


@pytest.mark.parametrize(
    "styles",
    [
        style("A", '<rPr><sz val="30"/></rPr>', base="A"),
        style("A", '<rPr><sz val="30"/></rPr>', base="B") + style("B", "<rPr><i/></rPr>", base="A"),
        style("A", '<rPr><sz val="30"/></rPr>', base="Khong"),
        style("A", '<rPr><sz val="30"/></rPr>', base="C") + style("C", "", kind="character"),
        # The first of two styles of one id counts.
        style("A", '<rPr><sz val="30"/></rPr>') + style("A", '<rPr><sz val="40"/></rPr>'),
    ],
)
def test_bases_that_lead_nowhere(styles: str) -> None:
    with ends():
        assert File(p("x", '<pStyle val="A"/>'), styles).run().size == 30


def test_a_long_chain_of_styles_is_cut() -> None:
    styles = style("S0", '<rPr><sz val="99"/></rPr>') + "".join(
        style(f"S{i}", "", base=f"S{i - 1}") for i in range(1, 3_000)
    )
    with ends():
        assert File(p("x", '<pStyle val="S63"/>'), styles).run().size == 99
        assert File(p("x", '<pStyle val="S2999"/>'), styles).run().size == 20


# --- how paragraphs stand ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("p_pr", "expected"),
    [
        ('<jc val="start"/>', {}),
        ('<jc val="end"/>', {"align": "right"}),
        ('<jc val="center"/>', {"align": "center"}),
        ('<jc val="both"/>', {"align": "both"}),
        ('<jc val="lowKashida"/>', {"align": "both"}),
        ('<jc val="distribute"/>', {"align": "distribute"}),
        ('<jc val="khong"/>', {}),
        ("<bidi/>", {"align": "right"}),
        ('<bidi/><jc val="left"/><ind left="100"/>', {"align": "right", "right": 100}),
        ('<ind left="720" right="-57"/>', {"left": 720, "right": -57}),
        ('<ind start="1in" end="1cm"/>', {"left": 1440, "right": 567}),
        ('<ind firstLine="709"/>', {"first_line": 709}),
        ('<ind left="360" hanging="360"/>', {"left": 360, "first_line": -360}),
        ('<ind firstLine="709" hanging="360"/>', {"first_line": -360}),
        # In characters: Word writes beside it what it reckoned, and else two of them are two sizes wide.
        ('<ind firstLineChars="200" firstLine="560"/>', {"first_line": 560}),
        ('<ind firstLineChars="200"/>', {"first_line": 400}),
        ('<ind leftChars="100" hangingChars="150"/>', {"left": 200, "first_line": -300}),
        ('<ind leftChars="0" left="300"/>', {"left": 300}),
        ('<spacing before="120" after="6pt"/>', {"before": 120, "after": 120}),
        ('<spacing before="9" beforeAutospacing="1" after="9" afterAutospacing="0"/>', {"before": 280, "after": 9}),
        ('<spacing beforeLines="50" before="156"/>', {"before": 156}),
        ('<spacing afterLines="50"/>', {"after": 120}),
        ('<spacing afterLines="0" after="77"/>', {"after": 77}),
        ('<spacing line="360" lineRule="auto"/>', {"line": 360}),
        ('<spacing line="360"/>', {"line": 360}),
        ('<spacing line="18pt" lineRule="exact"/>', {"line": 360, "line_rule": "exact"}),
        ('<spacing line="-320"/>', {"line": 320, "line_rule": "exact"}),
        ('<spacing line="340" lineRule="atLeast"/>', {"line": 340, "line_rule": "atLeast"}),
        ("<contextualSpacing/>", {"contextual": True}),
        ("<keepNext/><keepLines/>", {"keep_next": True, "keep_lines": True}),
        ("<pageBreakBefore/>", {"page_break_before": True}),
        ('<widowControl val="0"/>', {"widow_control": False}),
        ('<outlineLvl val="0"/>', {"outline_level": 0}),
        ('<outlineLvl val="9"/>', {}),
        (
            '<tabs><tab val="right" pos="9072"/><tab val="left" pos="720"/><tab val="clear" pos="99"/></tabs>',
            {"tabs": ((720, "left"), (9072, "right"))},
        ),
    ],
)  # fmt: skip
def test_direct_formatting_of_paragraphs(p_pr: str, expected: Mapping[str, object]) -> None:
    found = standing(p_pr)
    plain = ParagraphFormat()
    names = [
        name for name in plain.__struct_fields__ if name in expected or getattr(found, name) != getattr(plain, name)
    ]
    assert {name: getattr(found, name) for name in names} == dict(expected)


@pytest.mark.parametrize(
    ("below", "above", "expected"),
    [
        ('<ind firstLine="720"/>', '<ind hanging="100"/>', ParagraphFormat(first_line=-100)),
        ('<ind hanging="100"/>', '<ind firstLine="0"/>', ParagraphFormat()),
        ('<ind left="9" right="8"/>', '<ind left="7"/>', ParagraphFormat(left=7, right=8)),
        # Characters of a style stand over twips of the paragraph, unless they are set to none.
        ('<ind firstLineChars="100" firstLine="280"/>', '<ind firstLine="0"/>', ParagraphFormat(first_line=280)),
        ('<ind firstLineChars="100" firstLine="280"/>', '<ind firstLineChars="0" firstLine="0"/>', ParagraphFormat()),
        ('<spacing before="60" after="60"/>', '<spacing after="0"/>', ParagraphFormat(before=60)),
        ('<spacing line="300" lineRule="exact"/>', '<spacing line="276"/>', ParagraphFormat(line=276)),
        ('<spacing line="3" lineRule="exact"/>', "<spacing/>", ParagraphFormat(line=3, line_rule="exact")),
        ('<spacing before="100" beforeAutospacing="1"/>', '<spacing before="40"/>', ParagraphFormat(before=280)),
        ('<outlineLvl val="2"/>', '<outlineLvl val="9"/>', ParagraphFormat()),
        (
            '<tabs><tab val="left" pos="1"/><tab val="left" pos="2"/></tabs>',
            '<tabs><tab val="clear" pos="1"/><tab val="center" pos="3"/></tabs>',
            ParagraphFormat(tabs=((2, "left"), (3, "center"))),
        ),
    ],
)  # fmt: skip
def test_a_paragraph_over_its_style(below: str, above: str, expected: ParagraphFormat) -> None:
    assert standing(f'<pStyle val="A"/>{above}', style("A", f"<pPr>{below}</pPr>")) == expected


def test_characters_are_as_wide_as_the_style_says() -> None:
    styles = style("A", '<rPr><sz val="28"/></rPr>')
    assert standing('<pStyle val="A"/><ind firstLineChars="200"/>', styles).first_line == 560


def test_what_is_no_measure_is_left_out() -> None:
    wild = '<ind left="99999999999999" right="x"/><spacing before="1e9" after=""/><outlineLvl val="a"/>'
    assert standing(wild) == ParagraphFormat(left=0)


def test_a_paragraph_has_64_tabs_at_most() -> None:
    tabs = "".join(f'<tab val="left" pos="{i}"/>' for i in range(1, 100))
    assert len(standing(f"<tabs>{tabs}</tabs>").tabs) == 64


def test_tabs_of_many_styles_do_not_add_up() -> None:
    def tabs(start: int) -> str:
        return "".join(f'<tab val="left" pos="{start + i}"/>' for i in range(60))

    styles = style("S0", "") + "".join(
        style(f"S{i}", f"<pPr><tabs>{tabs(i * 100)}</tabs></pPr>", base=f"S{i - 1}") for i in range(1, 60)
    )
    body = "".join(p("x", f'<pStyle val="S59"/><ind left="{i}"/>') for i in range(2_000))
    with ends():
        file = File(body, styles)
        found = [file.formats.paragraph(paragraph.find(W_P_PR)).format for paragraph in file.root.iter(W_P)]
    assert [one.left for one in found] == list(range(2_000))
    assert len(found[0].tabs) == 64
    assert all(one.tabs is found[0].tabs for one in found)


# --- lists ------------------------------------------------------------------------------------------

_LIST = (
    '<abstractNum abstractNumId="0"><lvl ilvl="0"><start val="1"/><numFmt val="decimal"/>'
    '<pStyle val="Numbered"/><lvlText val="%1."/><pPr><ind left="720" hanging="360"/></pPr></lvl>'
    '<lvl ilvl="1"><start val="1"/><numFmt val="lowerLetter"/><lvlText val="%2)"/>'
    '<pPr><ind left="1440" hanging="360"/></pPr></lvl></abstractNum>'
    '<num numId="1"><abstractNumId val="0"/></num>'
)


def _num(num_id: int | None, level: int | None = None) -> str:
    of_level = f'<ilvl val="{level}"/>' if level is not None else ""
    of_list = f'<numId val="{num_id}"/>' if num_id is not None else ""
    return f"<numPr>{of_level}{of_list}</numPr>"


@pytest.mark.parametrize(
    ("own", "direct", "num_id", "level", "left", "first_line"),
    [
        ("", _num(1), 1, 0, 720, -360),
        ("", _num(1, 1), 1, 1, 1440, -360),
        ('<ind left="99"/>', _num(1), 1, 0, 720, -360),
        ("", _num(1) + '<ind left="11" firstLine="0"/>', 1, 0, 11, 0),
        ("", _num(7), None, 0, 0, 0),
        ("", _num(1, 8), 1, 8, 0, 0),
        # A list that the style names stands below what the style says itself.
        (_num(1), "", 1, 0, 720, -360),
        (_num(1, 1), "", 1, 1, 1440, -360),
        (_num(1) + '<ind left="99"/>', "", 1, 0, 99, -360),
        (_num(1) + '<ind left="99"/>', _num(None, 1), 1, 1, 1440, -360),
        # 0 takes the list away, and its indents.
        (_num(1), _num(0), None, 0, 0, 0),
        (_num(1) + '<ind left="99"/>', _num(0), None, 0, 99, 0),
    ],
)
def test_indents_of_lists(own: str, direct: str, num_id: int | None, level: int, left: int, first_line: int) -> None:
    body = p("x", f'<pStyle val="A"/>{direct}')
    look = File(body, style("A", f"<pPr>{own}</pPr>"), numbering=_LIST).look()
    assert (look.num_id, look.level) == (num_id, level)
    assert (look.format.left, look.format.first_line) == (left, first_line)


def test_the_level_that_names_the_style_counts() -> None:
    styles = style("Numbered", f"<pPr>{_num(1, 1)}</pPr>") + style("Below", "", base="Numbered")
    for name in ("Numbered", "Below"):
        look = File(p("x", f'<pStyle val="{name}"/>'), styles, numbering=_LIST).look()
        assert (look.num_id, look.level, look.format.left) == (1, 0, 720)


def test_a_style_may_take_the_list_of_its_base_away() -> None:
    styles = style("A", f"<pPr>{_num(1)}</pPr>") + style("B", f"<pPr>{_num(0)}</pPr>", base="A")
    look = File(p("x", '<pStyle val="B"/>'), styles, numbering=_LIST).look()
    assert (look.num_id, look.format.left) == (None, 0)


# --- tables -----------------------------------------------------------------------------------------


def _table(rows: int = 3, columns: int = 3, tbl_pr: str = "", tc_pr: str = "", p_pr: str = "") -> str:
    cell = f"<tc><tcPr>{tc_pr}</tcPr>{p('x', p_pr)}</tc>"
    return f"<tbl><tblPr>{tbl_pr}</tblPr>{f'<tr>{cell * columns}</tr>' * rows}</tbl>"


class Cells:
    """The looks of the cells of a file's only table."""

    def __init__(self, body: str, styles: str = "", settings: str = MODERN) -> None:
        self.file = File(body, styles, settings=settings)
        self.table = next(self.file.root.iter(W_TBL))
        self.look = self.file.formats.table(self.table.find(W_TBL_PR))
        self.rows = [list(row.iter(W_TC)) for row in self.table.iter(W_TR)]

    def cell(self, row: int, column: int) -> ParagraphLook:
        element = self.rows[row][column]
        look = self.file.formats.cell(self.look, element.find(W_TC_PR), row, column, len(self.rows), len(self.rows[0]))
        return self.file.formats.paragraph(next(element.iter(W_P)).find(W_P_PR), look)

    def borders(self, row: int, column: int) -> set[str]:
        tc_pr = self.rows[row][column].find(W_TC_PR)
        return set(self.file.formats.cell(self.look, tc_pr, row, column, len(self.rows), len(self.rows[0])).borders)


_GRID = style(
    "Grid",
    '<pPr><spacing after="0" line="240" lineRule="auto"/><jc val="center"/></pPr><rPr><sz val="18"/></rPr>'
    '<tblPr><tblInd w="5" type="dxa"/><tblBorders><top val="single"/><start val="single"/>'
    '<bottom val="double"/><end val="single"/><insideH val="nil"/><insideV val="single"/></tblBorders>'
    '<tblCellMar><left w="70" type="dxa"/></tblCellMar></tblPr>'
    '<tblStylePr type="firstRow"><rPr><b/></rPr><tcPr><tcBorders><bottom val="single"/></tcBorders></tcPr></tblStylePr>'
    '<tblStylePr type="lastRow"><rPr><i/></rPr></tblStylePr>'
    '<tblStylePr type="firstCol"><rPr><color val="FF0000"/></rPr></tblStylePr>'
    '<tblStylePr type="lastCol"><rPr><color val="00FF00"/></rPr></tblStylePr>'
    '<tblStylePr type="nwCell"><rPr><color val="0000FF"/></rPr></tblStylePr>'
    '<tblStylePr type="band2Horz"><pPr><jc val="right"/></pPr></tblStylePr>'
    '<tblStylePr type="band1Vert"><rPr><u val="single"/></rPr></tblStylePr>',
    kind="table",
)  # fmt: skip
_AFTER = defaults('<sz val="22"/>', '<spacing after="160" line="259" lineRule="auto"/>')


def test_a_table_style_stands_over_the_defaults() -> None:
    cells = Cells(_table(tbl_pr='<tblStyle val="Grid"/>'), _AFTER + _GRID + style("Normal", "", default=True))
    assert cells.cell(1, 1).format == ParagraphFormat(align="center", after=0, line=240)
    assert cells.cell(1, 1).letters.size == 18
    assert File(p("x"), _AFTER + _GRID).paragraph().after == 160


def test_a_paragraph_style_stands_over_a_table_style() -> None:
    normal = style(
        "Normal",
        '<pPr><spacing after="60"/><jc val="both"/></pPr><rPr><sz val="28"/></rPr>',
        default=True,
    )
    found = Cells(_table(tbl_pr='<tblStyle val="Grid"/>'), _AFTER + _GRID + normal).cell(1, 1)
    assert (found.format, found.letters.size) == (ParagraphFormat(align="both", after=60, line=240), 28)


_OVERRIDE = '<compat><compatSetting name="overrideTableStyleFontSizeAndJustification" val="1"/></compat>'


@pytest.mark.parametrize(
    ("default", "own", "settings", "size", "align"),
    [
        # [MS-DOCX]: 12 pt and left of the default style yield to the table's style, where the setting is not on.
        ('<pPr><jc val="left"/></pPr><rPr><sz val="24"/></rPr>', "", "", 18, "center"),
        ('<pPr><jc val="left"/></pPr><rPr><sz val="24"/></rPr>', "", _OVERRIDE, 24, "left"),
        ('<pPr><jc val="both"/></pPr><rPr><sz val="26"/></rPr>', "", "", 26, "both"),
        ("", '<pPr><jc val="left"/></pPr><rPr><sz val="24"/></rPr>', "", 24, "left"),
        ('<pPr><jc val="left"/></pPr><rPr><sz val="24"/></rPr>', "<rPr><b/></rPr>", "", 18, "center"),
    ],
)  # fmt: skip
def test_what_of_the_default_style_yields(default: str, own: str, settings: str, size: int, align: str) -> None:
    styles = _AFTER + _GRID + style("Normal", default, default=True) + style("A", own, base="Normal")
    body = _table(tbl_pr='<tblStyle val="Grid"/>', p_pr='<pStyle val="A"/>')
    found = Cells(body, styles, settings).cell(1, 1)
    assert (found.letters.size, found.format.align) == (size, align)


def test_conditional_formats_by_place() -> None:
    look = '<tblLook firstRow="1" lastRow="1" firstColumn="1" lastColumn="1" noHBand="0" noVBand="1"/>'
    tbl_pr = f'<tblStyle val="Grid"/>{look}'
    cells = Cells(_table(4, 3, tbl_pr), _GRID)
    assert [cells.cell(row, 1).letters.bold for row in range(4)] == [True, False, False, False]
    assert [cells.cell(row, 1).letters.italic for row in range(4)] == [False, False, False, True]
    assert [cells.cell(1, column).letters.colour for column in range(3)] == ["FF0000", "auto", "00FF00"]
    assert cells.cell(0, 0).letters.colour == "0000FF"
    assert [cells.cell(row, 1).format.align for row in range(4)] == ["center", "center", "right", "center"]
    assert not any(cells.cell(1, column).letters.underline for column in range(3))


@pytest.mark.parametrize(
    ("look", "bold", "underlined"),
    [
        ("", False, False),
        ('<tblLook val="04A0"/>', True, False),
        ('<tblLook val="0020"/>', True, True),
        ('<tblLook val="0600"/>', False, False),
        ('<tblLook val="xyz"/>', False, True),
        ('<tblLook val="0000" firstRow="1" noVBand="1"/>', True, False),
    ],
)
def test_flags_of_a_table(look: str, bold: bool, underlined: bool) -> None:
    found = Cells(_table(tbl_pr=f'<tblStyle val="Grid"/>{look}'), _GRID).cell(0, 0).letters
    assert (found.bold, found.underline) == (bold, "single" if underlined else "")


def test_letters_of_a_table_style_turn_switches() -> None:
    styles = _GRID + style("Bold", "<rPr><b/></rPr>")
    body = _table(tbl_pr='<tblStyle val="Grid"/><tblLook val="0020"/>', p_pr='<pStyle val="Bold"/>')
    assert not Cells(body, styles).cell(0, 0).letters.bold
    assert Cells(body, styles).cell(1, 0).letters.bold


def test_borders_of_cells() -> None:
    plain = Cells(_table(tbl_pr='<tblStyle val="Grid"/>'), _GRID)
    assert plain.look.has_borders
    assert plain.borders(0, 0) == {"top", "left", "right"}
    assert plain.borders(1, 1) == {"left", "right"}
    assert plain.borders(2, 2) == {"bottom", "left", "right"}
    assert Cells(_table(tbl_pr='<tblStyle val="Grid"/><tblLook val="0020"/>'), _GRID).borders(0, 0) == {
        "top", "left", "right", "bottom",
    }  # fmt: skip
    sides = "".join(f'<{side} val="nil"/>' for side in ("top", "left", "bottom", "right"))
    off = f'<tblBorders>{sides}<insideV val="none"/></tblBorders>'
    none = Cells(_table(tbl_pr=f'<tblStyle val="Grid"/>{off}'), _GRID)
    assert not none.look.has_borders
    assert none.borders(0, 0) == set()
    own = Cells(_table(tc_pr='<tcBorders><bottom val="single"/><insideH val="single"/></tcBorders>'))
    assert not own.look.has_borders
    assert own.borders(0, 0) == {"bottom"}


def test_measures_of_tables_and_cells() -> None:
    tbl_pr = '<tblStyle val="Grid"/><tblpPr/><tblW w="9072" type="dxa"/><jc val="center"/>'
    cells = Cells(_table(tbl_pr=tbl_pr, tc_pr='<tcMar><end w="9" type="dxa"/></tcMar><vAlign val="center"/>'), _GRID)
    look = cells.look
    assert (look.style, look.align, look.indent, look.width, look.floats) == ("Grid name", "center", 5, 9072, True)
    cell = cells.file.formats.cell(look, cells.rows[0][0].find(W_TC_PR), 0, 0, 3, 3)
    assert (cell.padding_left, cell.padding_right, cell.vertical) == (70, 9, "center")
    plain = Cells(_table(tbl_pr='<tblW w="5000" type="pct"/>'))
    cell = plain.file.formats.cell(plain.look, None, 0, 0, 3, 3)
    assert (plain.look.style, plain.look.align, plain.look.indent, plain.look.width) == ("", "left", 0, None)
    assert (cell.padding_left, cell.padding_right, cell.vertical) == (108, 108, "top")


def test_a_row_may_except_itself() -> None:
    cells = Cells(_table(tbl_pr='<tblStyle val="Grid"/>'), _GRID)
    said = '<tblBorders><top val="nil"/></tblBorders><tblCellMar><left w="1" type="dxa"/></tblCellMar>'
    exceptions = etree.fromstring(f"<w:tblPrEx {NAMESPACES}>{wx(said)}</w:tblPrEx>")
    cell = cells.file.formats.cell(cells.look, None, 0, 0, 3, 3, exceptions=exceptions)
    assert (set(cell.borders), cell.padding_left) == ({"left", "right"}, 1)


def test_words_own_basic_style_says_nothing() -> None:
    basic = style(
        "TableNormal",
        '<pPr><jc val="right"/></pPr><rPr><sz val="50"/></rPr>',
        kind="table",
        default=True,
    )
    basic = basic.replace("TableNormal name", "Normal Table")
    found = Cells(_table(), basic).cell(0, 0)
    assert (found.format.align, found.letters.size) == ("left", 20)


# --- one object for equal formats -------------------------------------------------------------------


def test_equal_formats_are_one_object() -> None:
    body = p(r("x", "<b/>"), '<jc val="center"/>') + p(r("y", '<b val="1"/>'), '<spacing/><jc val="center"/>')
    body += p("x")
    file = File(body)
    assert file.run(paragraph=0) is file.run(paragraph=1)
    assert file.paragraph(0) is file.paragraph(1)
    assert file.look(2).letters is file.run(paragraph=2)
    assert file.look(0) is file.look(0)


def test_what_is_kept_makes_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats_module, "MOST_KEPT", 3)
    file = File("".join(p(r("x", f'<sz val="{i % 10 + 10}"/>'), f'<ind left="{i % 10}"/>') for i in range(20)))
    looks = [file.look(at) for at in range(20)]
    assert [look.format.left for look in looks] == [*range(10), *range(10)]
    assert all(looks[at].format is looks[at + 10].format for at in range(10))
    assert [file.run(paragraph=at).size for at in range(20)] == [*range(10, 20), *range(10, 20)]


def test_tracked_changes_and_sections_do_not_tell_looks_apart() -> None:
    change = '<rPr><ins id="{0}" author="a"/><b/></rPr><sectPr><pgSz w="{0}"/></sectPr><pPrChange id="{0}"/>'
    file = File(p("x", change.format(1)) + p("x", change.format(2)))
    assert file.look(0) is file.look(1)
    assert file.look(0).mark.bold


# --- what other programs make -----------------------------------------------------------------------


def test_a_file_of_python_docx() -> None:
    document = python_docx.Document()
    paragraph = document.add_paragraph(style="List Number")
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    form = paragraph.paragraph_format
    form.first_line_indent, form.space_before, form.line_spacing = Cm(1.27), Pt(6), Pt(18)
    form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    run = paragraph.add_run("Căn cứ")
    run.font.name, run.font.size, run.font.italic = "Times New Roman", Pt(14), True
    run.font.color.rgb = RGBColor(0x12, 0x34, 0x56)
    document.add_heading("Mục", 1)
    out = io.BytesIO()
    document.save(out)
    package = open_package(out.getvalue(), "thu.docx")
    formats = Formats(package)
    root = package.xml(package.main)
    assert root is not None
    first, heading = list(root.iter(W_P))
    look = formats.paragraph(first.find(W_P_PR))
    assert (look.style, look.level, look.format.align, look.format.first_line) == ("List Number", 0, "both", 720)
    assert (look.format.before, look.format.after, look.format.line, look.format.line_rule) == (120, 200, 360, "exact")
    assert look.num_id is not None
    assert look.format.contextual
    assert formats.run(next(first.iter(W_R)).find(W_R_PR), look) == RunFormat(
        size=28, italic=True, colour="123456", language="en-US"
    )
    look = formats.paragraph(heading.find(W_P_PR))
    assert (look.style, look.format.outline_level, look.format.before, look.format.after) == ("heading 1", 0, 480, 0)
    assert (look.letters.h_ansi, look.letters.size, look.letters.bold) == ("Calibri", 28, True)
    assert (look.letters.colour, look.format.keep_next) == ("365F91", True)


def test_our_own_papers() -> None:
    plan = vtdocs.load(ROOT / "examples" / "cchc-2026" / "ke-hoach.yaml")
    package = open_package(vtdocs.write_docx(plan), "ke-hoach.docx")
    formats = Formats(package)
    root = package.xml(package.main)
    assert root is not None
    found: dict[str, tuple[RunFormat, ParagraphFormat]] = {}
    for paragraph in root.iter(W_P):
        look = formats.paragraph(paragraph.find(W_P_PR))
        for run in paragraph.iter(W_R):
            words = "".join(text.text or "" for text in run.iter(W_T)).strip()
            found.setdefault(words, (formats.run(run.find(W_R_PR), look), look.format))
    country, _ = found["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    assert (country.size, country.bold, country.h_ansi) == (26, True, "Times New Roman")
    motto, stands = found["Độc lập - Tự do - Hạnh phúc"]
    assert (motto.size, motto.bold, stands.align) == (28, True, "center")
    title, stands = found["KẾ HOẠCH"]
    assert (title.size, title.bold, stands.align) == (28, True, "center")
    assert {one.h_ansi for one, _ in found.values()} == {"Times New Roman"}
    assert {one.colour for one, _ in found.values()} <= {"000000", "auto"}
