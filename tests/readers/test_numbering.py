"""The numbers of automatic lists as they are printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bounded import ends
from tests.readers.making import docx, p, part, read
from vtdocs.readers.docx.formats import Formats
from vtdocs.readers.docx.names import W_P, W_P_PR
from vtdocs.readers.docx.numbering import Numbering
from vtdocs.readers.docx.numerals import write_number
from vtdocs.readers.docx.observed import RunFormat
from vtdocs.readers.docx.package import open_package
from vtdocs.readers.docx.symbols import read_symbols


def level(
    index: int, text: str, kind: str = "decimal", *, start: int | None = 1, more: str = "", r_pr: str = ""
) -> str:
    begin = "" if start is None else f'<w:start w:val="{start}"/>'
    letters = f"<w:rPr>{r_pr}</w:rPr>" if r_pr else ""
    return (
        f'<w:lvl w:ilvl="{index}">{begin}<w:numFmt w:val="{kind}"/>{more}<w:lvlText w:val="{text}"/>{letters}</w:lvl>'
    )


def pattern(number: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def num(number: int, of: int, *overrides: str) -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{"".join(overrides)}</w:num>'


def override(index: int, start: int | None = None, inside: str = "") -> str:
    begin = "" if start is None else f'<w:startOverride w:val="{start}"/>'
    return f'<w:lvlOverride w:ilvl="{index}">{begin}{inside}</w:lvlOverride>'


def labels(
    numbering: str, *places: tuple[int, int], styles: str = "", mark: str = ""
) -> list[tuple[str, RunFormat] | None]:
    """What is printed before paragraphs of these lists and levels, one after another."""
    body = "".join(
        p("x", f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr><w:rPr>{mark}</w:rPr>')
        for number, at in places
    )
    file = docx(body, styles=styles, parts={"numbering.xml": part("numbering", numbering)})
    package = open_package(file, "thu.docx")
    formats = Formats(package)
    counting = Numbering(package, formats)
    root = package.xml(package.main)
    assert root is not None
    looks = [formats.paragraph(paragraph.find(W_P_PR)) for paragraph in root.iter(W_P)]
    return [None if look.num_id is None else counting.label(look.num_id, look.level, look) for look in looks]


def printed(numbering: str, *places: tuple[int, int], styles: str = "") -> list[str]:
    return [label[0] if label else "" for label in labels(numbering, *places, styles=styles)]


_OUTLINE = pattern(
    0,
    level(0, "Chương %1.", "upperRoman"),
    level(1, "%1.%2."),
    level(2, "%3)", "lowerLetter"),
    level(3, "-", "bullet"),
)


def test_levels_count_and_begin_anew() -> None:
    places = [(1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 3), (1, 0), (1, 1), (1, 2)]
    assert printed(_OUTLINE + num(1, 0), *places) == [
        "Chương I.", "I.1.", "a)", "b)", "I.2.", "a)", "-", "Chương II.", "II.1.", "a)",
    ]  # fmt: skip


def test_legal_numbering_takes_figures_from_the_levels_above() -> None:
    numbering = pattern(
        0,
        level(0, "%1.", "upperRoman"),
        level(1, "Điều %1.%2", "decimalZero", more="<w:isLgl/>"),
        level(2, "%1.%2.%3", "lowerRoman", more='<w:isLgl w:val="0"/>'),
    )
    assert printed(numbering + num(1, 0), (1, 0), (1, 0), (1, 1), (1, 2)) == ["I.", "II.", "Điều 2.01", "II.01.i"]


def test_lists_of_one_pattern_go_on_with_each_other() -> None:
    numbering = pattern(0, level(0, "%1.")) + pattern(1, level(0, "%1)")) + num(1, 0) + num(2, 0) + num(3, 1)
    assert printed(numbering, (1, 0), (2, 0), (3, 0), (1, 0)) == ["1.", "2.", "1)", "3."]


def test_a_list_that_starts_anew() -> None:
    numbering = pattern(0, level(0, "%1."), level(1, "%1.%2")) + num(1, 0) + num(2, 0, override(0, 1), override(1, 4))
    places = [(1, 0), (1, 0), (2, 0), (2, 0), (2, 1), (2, 1), (2, 0), (2, 1), (1, 0)]
    assert printed(numbering, *places) == ["1.", "2.", "1.", "2.", "2.4", "2.5", "3.", "3.4", "4."]


def test_a_list_with_a_level_of_its_own() -> None:
    own = override(0, inside=level(0, "%1/", "upperLetter", start=3))
    numbering = pattern(0, level(0, "%1.")) + num(1, 0, own) + num(2, 0)
    assert printed(numbering, (1, 0), (1, 0), (2, 0)) == ["C/", "D/", "5."]


@pytest.mark.parametrize(
    ("restart", "expected"),
    [
        ("", ["1", "1.1", "1.1.1", "1.2", "1.2.1", "2", "2.1", "2.1.1"]),
        ('<w:lvlRestart w:val="0"/>', ["1", "1.1", "1.1.1", "1.2", "1.2.2", "2", "2.1", "2.1.3"]),
        ('<w:lvlRestart w:val="1"/>', ["1", "1.1", "1.1.1", "1.2", "1.2.2", "2", "2.1", "2.1.1"]),
        ('<w:lvlRestart w:val="2"/>', ["1", "1.1", "1.1.1", "1.2", "1.2.1", "2", "2.1", "2.1.1"]),
    ],
)
def test_where_a_level_begins_anew(restart: str, expected: list[str]) -> None:
    numbering = pattern(0, level(0, "%1"), level(1, "%1.%2"), level(2, "%1.%2.%3", more=restart)) + num(1, 0)
    assert printed(numbering, *((1, at) for at in (0, 1, 2, 1, 2, 0, 1, 2))) == expected


def test_levels_that_are_jumped_over_have_begun() -> None:
    numbering = pattern(0, level(0, "%1", start=5), level(1, "%1.%2"), level(2, "%1.%2.%3")) + num(1, 0)
    assert printed(numbering, (1, 2), (1, 2), (1, 1), (1, 0), (1, 2)) == ["5.1.1", "5.1.2", "5.2", "6", "6.1.1"]


def test_a_pattern_that_names_a_style() -> None:
    numbering = (
        pattern(0, more='<w:numStyleLink w:val="DanhSach"/>')
        + pattern(1, level(0, "Điều %1."), more='<w:styleLink w:val="DanhSach"/>')
        + pattern(2, more='<w:numStyleLink w:val="Khong"/>')
        + num(1, 0)
        + num(2, 1)
        + num(3, 2)
    )
    assert printed(numbering, (1, 0), (2, 0), (3, 0)) == ["Điều 1.", "Điều 2.", ""]


def test_what_is_missing_prints_nothing() -> None:
    numbering = pattern(0, level(0, "%1.")) + num(1, 0) + num(2, 9)
    assert printed(numbering, (1, 0), (1, 5), (2, 0), (7, 0), (0, 0), (1, -1), (1, 0)) == [
        "1.",
        "",
        "",
        "",
        "",
        "",
        "2.",
    ]
    assert printed("", (1, 0)) == [""]


def test_levels_without_numbers_and_words() -> None:
    numbering = pattern(
        0, level(0, "", "none"), level(1, "Mục", "none"), level(2, "%3", "none"), level(3, "%1%4.", start=None)
    )
    assert printed(numbering + num(1, 0), (1, 0), (1, 1), (1, 2), (1, 3)) == ["", "Mục", "", "0."]


def test_places_of_levels_below_are_empty() -> None:
    assert printed(pattern(0, level(0, "%1%2.%"), level(1, "%2")) + num(1, 0), (1, 0)) == ["1.%"]


def test_a_format_of_ones_own() -> None:
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="7"/>'
        f'<mc:AlternateContent xmlns:mc="{mc}"><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback>'
        '<w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="custom" w:format="x, y"/>'
        '<w:start w:val="2"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'
    )
    assert printed(numbering + num(1, 0) + num(2, 1), (1, 0), (1, 0), (2, 0)) == ["007", "008", "2"]


@pytest.mark.parametrize(
    ("text", "font", "expected"),
    [
        ("-", "Times New Roman", "-"),
        ("+", "", "+"),
        ("o", "Courier New", "o"),
        ("\uf0b7", "Symbol", "•"),
        ("\u00b7", "Symbol", "•"),
        ("\uf02d", "Symbol", "−"),
        ("\uf0a7", "Wingdings", "▪"),
        ("\u00a7", "Wingdings", "▪"),
        ("\uf0d8", "Wingdings", "➢"),
        ("\uf0fc", "wingdings", "✓"),
        ("\uf076", "Wingdings", "❖"),
        ("\uf001", "Wingdings", "•"),
        ("\uf050", "Wingdings 2", "✓"),
        ("\uf020", "Symbol", " "),
        ("\uf0b7", "Times New Roman", "•"),
        ("–", "Symbol", "–"),
    ],
)
def test_bullets_as_they_are_seen(text: str, font: str, expected: str) -> None:
    assert read_symbols(text, font) == expected
    r_pr = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else ""
    assert printed(pattern(0, level(0, text, "bullet", r_pr=r_pr)) + num(1, 0), (1, 0)) == [expected]


def test_a_picture_as_a_bullet() -> None:
    numbering = pattern(0, level(0, "", "bullet", more='<w:lvlPicBulletId w:val="0"/>'), level(1, "", "bullet")) + num(
        1, 0
    )
    assert printed(numbering, (1, 0), (1, 1)) == ["•", ""]


def test_how_a_number_looks() -> None:
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '<w:rPr><w:sz w:val="28"/><w:i/></w:rPr></w:style>'
    )
    numbering = pattern(0, level(0, "%1.", r_pr="<w:b/>"), level(1, "%2.", r_pr='<w:i w:val="0"/>')) + num(1, 0)
    first, second = labels(numbering, (1, 0), (1, 1), styles=styles, mark='<w:color w:val="FF0000"/>')
    assert first == ("1.", RunFormat(size=28, bold=True, italic=True, colour="FF0000"))
    assert second == ("1.", RunFormat(size=28, colour="FF0000"))


def test_a_hidden_number_counts_and_is_not_printed() -> None:
    numbering = pattern(0, level(0, "%1.", r_pr="<w:vanish/>"), level(1, "%1.%2")) + num(1, 0)
    assert printed(numbering, (1, 0), (1, 0), (1, 1)) == ["", "", "2.1"]


def test_each_story_counts_for_itself() -> None:
    file = docx(p(), parts={"numbering.xml": part("numbering", pattern(0, level(0, "%1.")) + num(1, 0))})
    package = open_package(file, "thu.docx")
    formats = Formats(package)
    body = Numbering(package, formats)
    box = body.story()
    look = formats.paragraph(None)
    found = [one.label(1, 0, look) for one in (body, body, box, body)]
    assert [label[0] for label in found if label] == ["1.", "2.", "1.", "3."]


def test_text_boxes_and_headers_count_for_themselves() -> None:
    one = p("x", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    box = (
        '<w:p><w:r><w:pict><v:shape style="width:99pt;height:9pt"><v:textbox><w:txbxContent>'
        f"{one}{one}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    found = read(
        one + box + one + section,
        parts={
            "numbering.xml": part("numbering", pattern(0, level(0, "%1.")) + num(1, 0)),
            "header1.xml": part("hdr", one),
            "footnotes.xml": part("footnotes", f'<w:footnote w:id="1">{one}</w:footnote>'),
        },
    )
    assert [each.label for each in found.paragraphs if each.label] == ["1.", "1.", "2.", "2."]
    assert [each.box for each in found.paragraphs if each.label] == [None, 0, 0, None]
    assert [each.label for each in found.sections[0].headers["default"].paragraphs] == ["1."]
    assert [each.label for each in found.notes[1]] == ["1."]


# --- numbers as words and signs ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 7, "07"),
        ("decimalZero", 12, "12"),
        ("decimal:3", 7, "007"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("lowerRoman", 4, "iv"),
        ("upperRoman", 0, "0"),
        ("lowerLetter", 1, "a"),
        ("lowerLetter", 26, "z"),
        ("lowerLetter", 27, "aa"),
        ("lowerLetter", 28, "bb"),
        ("upperLetter", 53, "AAA"),
        ("upperLetter", 5, "E"),
        ("upperLetter", 781, "781"),
        ("upperLetter", 0, "0"),
        ("none", 5, ""),
        ("numberInDash", 5, "- 5 -"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "21"),
        ("decimalEnclosedParen", 3, "(3)"),
        ("decimalEnclosedFullstop", 3, "3."),
        ("hex", 255, "FF"),
        ("vietnameseCounting", 21, "hai mươi mốt"),
        ("ideographDigital", 3, "3"),
    ],
)
def test_numbers_in_their_formats(kind: str, value: int, expected: str) -> None:
    assert write_number(value, kind) == expected


_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


@given(st.integers(1, 32_767))
def test_roman_numbers_are_worth_what_they_say(value: int) -> None:
    signs = [_ROMAN[sign] for sign in write_number(value, "upperRoman")]
    assert sum(-one if one < after else one for one, after in zip(signs, [*signs[1:], 0], strict=True)) == value


@given(st.lists(st.tuples(st.integers(-1, 3), st.integers(-2, 11)), max_size=30))
def test_any_order_of_lists_and_levels(places: list[tuple[int, int]]) -> None:
    numbering = _OUTLINE + pattern(1, *(level(at, f"%{at + 1}.") for at in range(9)))
    found = printed(numbering + num(1, 0) + num(2, 1) + num(3, 1, override(0, 3), override(2, 9)), *places)
    assert len(found) == len(places)
    assert all(
        bool(label) == (number > 0 and 0 <= at < (4 if number == 1 else 9))
        for label, (number, at) in zip(found, places, strict=True)
    )


def test_hostile_lists_end() -> None:
    long = level(0, "%1" * 100_000)
    loop = pattern(1, more='<w:numStyleLink w:val="A"/><w:styleLink w:val="A"/>')
    huge = pattern(2, level(0, "%1", "upperRoman", start=999_999_999), level(1, "%2", "lowerLetter", start=-5))
    numbering = pattern(0, long) + loop + huge + num(1, 0) + num(2, 1) + num(3, 2)
    with ends():
        found = printed(numbering, *[(1, 0)] * 500, (2, 0), (3, 0), (3, 1))
    assert len(found[0]) == 100
    assert found[-3:] == ["", "1000000", "-5"]
