"""The style sheet of the stock template: every style that a tree may carry, once, and in good order."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from tests.docx_xml import W, parse
from vtdocs.resources import resource_root
from vtdocs.tree import CharStyle, Style
from vtdocs.units import Mm

STOCK = resource_root() / "templates" / "word" / "van-ban-co-ten-loai.docx"


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def styles() -> dict[str, etree._Element]:
    with zipfile.ZipFile(io.BytesIO(STOCK.read_bytes())) as archive:
        root = parse(archive.read("word/styles.xml"))
    return {str(style.get(w("styleId"))): style for style in root.iter(w("style"))}


def name_of(style: etree._Element) -> str:
    name = style.find(w("name"))
    return "" if name is None else str(name.get(w("val")))


def test_each_style_of_the_tree_is_there_with_a_name_of_its_own() -> None:
    found = styles()
    assert {*Style, *CharStyle} <= found.keys()
    names = [name_of(style).casefold() for style in found.values()]
    assert len(names) == len(set(names))
    # Word takes a comma for the beginning of an alias.
    assert [name for name in names if "," in name or not name] == []


def test_styles_for_which_word_has_its_own_carry_its_name_and_are_not_called_custom() -> None:
    found = styles()
    own = {
        Style.CHU_THICH: "footnote text",
        CharStyle.SO_CHU_THICH: "footnote reference",
        CharStyle.LIEN_KET: "Hyperlink",
    }
    for style_id in [*Style, *CharStyle]:
        custom = found[style_id].get(w("customStyle"))
        assert custom == (None if style_id in own else "1"), style_id
    assert {style_id: name_of(found[style_id]) for style_id in own} == own


def test_every_paragraph_style_minds_its_widows() -> None:
    found = styles()
    assert [s for s in Style if found[s].find(f"{w('pPr')}/{w('widowControl')}") is None] == []


def test_a_letter_names_its_addressees_where_the_decree_draws_them() -> None:
    indents = {
        style: int(styles()[style].find(f"{w('pPr')}/{w('ind')}").get(w("left")))  # type: ignore[union-attr,arg-type]
        for style in (Style.KINH_GUI, Style.KINH_GUI_MUC)
    }
    assert indents == {Style.KINH_GUI: Mm(35).twips, Style.KINH_GUI_MUC: Mm(45).twips}


def test_headings_and_captions_stay_with_what_they_stand_above() -> None:
    kept = {style_id for style_id, style in styles().items() if style.find(f"{w('pPr')}/{w('keepNext')}") is not None}
    assert {Style.SO_PHAN, Style.TEN_PHAN, Style.DIEU, Style.MUC, Style.TEN_BANG, Style.DON_VI_TINH} <= kept
    assert not kept & {Style.HINH, Style.TEN_HINH, Style.NOI_DUNG, Style.GHI_CHU_BANG, Style.CHU_THICH}
