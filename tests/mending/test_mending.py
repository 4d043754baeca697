"""What each family of form becomes, told in its change; and how offers stand in the file."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import etree

from tests.checking.editing import letters, word_run
from tests.checking.mutating import NS, Docx, clean, replace_words, w
from tests.mending.mended import changed, findings, mend, part, parts
from vtdocs.mending.properties import ensure, set_attributes, set_flag

SHORT = "examples/mau/to-trinh.yaml"


def _mended(change: Callable[[Docx], object], source: str = SHORT) -> bytes:
    docx = clean(source)
    change(docx)
    return mend(docx.save()).data


def _margins(docx: Docx, **sides: int) -> None:
    for margin in docx.xml().iter(w("pgMar")):
        for side, value in sides.items():
            margin.set(w(side), str(value))


def _text(element: etree._Element) -> str:
    return "".join(t.text or "" for t in element.iter(w("t"), w("delText")))


def _values(data: bytes, path: str) -> list[str]:
    found = part(data).xpath(path, namespaces=NS)
    assert isinstance(found, list)
    return [str(value) for value in found]


@pytest.mark.parametrize(
    ("sides", "after"),
    [
        ({"left": 1134, "right": 1701}, ("1701", "1134")),
        ({"left": 2835, "right": 283}, ("1984", "850")),
        ({"left": 1800, "right": 1000}, ("1800", "1000")),
        ({"left": 1417, "right": 1134, "gutter": 850}, ("1134", "1134")),
    ],
)
def test_a_margin_goes_to_the_nearest_bound(sides: dict[str, int], after: tuple[str, str]) -> None:
    data = _mended(lambda docx: _margins(docx, **sides))
    assert (_values(data, "//w:pgMar/@w:left")[0], _values(data, "//w:pgMar/@w:right")[0]) == after


def test_tables_that_fitted_before_fit_again() -> None:
    docx = clean("examples/mau/quyet-dinh.yaml")
    _margins(docx, left=1134, right=567)
    # As wide as the text between those margins: 210 mm less 20 and 10.
    for table in docx.xml().iter(w("tbl")):
        columns = [*table.iter(w("gridCol"))]
        for column in columns:
            column.set(w("w"), str(10204 // len(columns)))
        for width in table.iter(w("tcW"), w("tblW")):
            width.set(w("type"), "dxa")
            width.set(w("w"), str(10204 // len(columns) if width.tag == w("tcW") else 10204))
    data = mend(docx.save()).data
    room = 11906 - 1701 - 850
    for table in part(data).iter(w("tbl")):
        assert room - 4 <= sum(int(column.get(w("w"), "0")) for column in table.iter(w("gridCol"))) <= room


def test_the_sizes_of_the_head_are_made_to_agree_by_the_fewest_changes() -> None:
    docx = clean(SHORT)
    letters(docx, "CỘNG HÒA", size=12)
    letters(docx, "Độc lập", size=13)
    assert changed(mend(docx.save())) == [("cỡ chữ địa danh và thời gian", "cỡ 14", "cỡ 13")]


def test_small_letters_are_printed_as_capitals_and_stay_as_typed() -> None:
    data = _mended(lambda docx: word_run(docx, docx.paragraph("TỜ TRÌNH"), "Tờ trình"))
    run = next(run for run in part(data).iter(w("r")) if _text(run) == "Tờ trình")
    assert run.find(f"{w('rPr')}/{w('caps')}") is not None


def test_a_number_moves_from_the_footer_to_a_header_of_its_own() -> None:
    docx = clean(SHORT)
    footer = docx.parts["word/header1.xml"].replace(b"w:hdr", b"w:ftr")
    docx.parts["word/header1.xml"] = footer
    types, relations = docx.xml("[Content_Types].xml"), docx.xml("word/_rels/document.xml.rels")
    for row in (*types, *relations):
        for key in ("ContentType", "Type"):
            if "header" in row.get(key, "") and "header1" in row.get("PartName", row.get("Target", "")):
                row.set(key, row.get(key, "").replace("header", "footer"))
    for reference in [*docx.xml().iter(w("headerReference"))]:
        reference.tag = w("footerReference")
    before = docx.save()
    assert findings(before)["ND30-120"] == 1
    mended = mend(before)
    after = ("số trang", "ở chân trang", "canh giữa trong phần lề trên, ẩn ở trang thứ nhất")
    assert after in changed(mended)
    assert "PAGE" not in parts(mended.data)["word/header1.xml"].decode()
    assert findings(mended.data)["ND30-120"] == findings(mended.data)["ND30-123"] == 0


def test_an_offer_is_a_deletion_and_an_insertion_without_a_date() -> None:
    docx = clean(SHORT)
    word_run(docx, docx.paragraph("Độc lập"), "Độc lập – Tự do - Hạnh phúc")
    data = mend(docx.save()).data
    root = part(data)
    (deleted,), (inserted,) = root.iter(w("del")), root.iter(w("ins"))
    assert [dict(each.attrib) for each in (deleted, inserted)] == [
        {w("id"): deleted.get(w("id")), w("author"): "vtdocs"},
        {w("id"): inserted.get(w("id")), w("author"): "vtdocs"},
    ]
    assert deleted.get(w("id")) != inserted.get(w("id"))
    texts = (_text(deleted), _text(inserted))
    assert texts == ("Độc lập – Tự do - Hạnh phúc", "Độc lập - Tự do - Hạnh phúc")
    looks = [each.find(f"{w('r')}/{w('rPr')}") for each in (deleted, inserted)]
    assert len({None if look is None else etree.tostring(look) for look in looks}) == 1
    assert deleted.getnext() is inserted


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ("giai đoạn 2026–2030", "giai đoạn 2026 - 2030"),
        ("giai đoạn 2026-2030", "giai đoạn 2026 - 2030"),
        ("từ 5 – 7 ngày", "từ 5 - 7 ngày"),
        ("cán bộ , công chức", "cán bộ, công chức"),
        ("cán bộ  công chức", "cán bộ công chức"),
        ("cán bộ,công chức", "cán bộ, công chức"),
        ("cán bộ ( công chức )", "cán bộ (công chức)"),
        ("cán bo\u0323\u0302, công chức", "cán bộ, công chức"),
        ("cán\u200b bộ", "cán bộ"),
        ("số 05/QĐ-2025-2026", "số 05/QĐ-2025-2026"),
        ("tệp ke-hoach_2025-2026", "tệp ke-hoach_2025-2026"),
    ],
)
def test_typing(typed: str, after: str) -> None:
    docx = clean("examples/cchc-2026/ke-hoach.yaml")
    replace_words(docx, "Tuyên truyền sáng kiến", f"Tuyên truyền {typed}, sáng kiến")
    text = "".join(t.text or "" for t in part(mend(docx.save()).data).iter(w("t")))
    assert f"Tuyên truyền {after}, sáng kiến" in text


def test_properties_stand_in_the_order_of_the_schema() -> None:
    p_pr = etree.fromstring(f'<w:pPr xmlns:w="{NS["w"]}"><w:pStyle/><w:rPr/></w:pPr>')
    for name in ("jc", "spacing", "ind", "contextualSpacing", "keepNext"):
        ensure(p_pr, name)
    names = [etree.QName(child).localname for child in p_pr]
    assert names == ["pStyle", "keepNext", "spacing", "ind", "contextualSpacing", "jc", "rPr"]


def test_a_property_that_is_so_already_is_no_change() -> None:
    r_pr = etree.fromstring(f'<w:rPr xmlns:w="{NS["w"]}"><w:b/></w:rPr>')
    assert not set_flag(r_pr, "b", on=True)
    assert set_flag(r_pr, "b", on=False)
    assert not set_flag(r_pr, "b", on=False)
    assert set_attributes(r_pr, "sz", {"val": "26"})
    assert not set_attributes(r_pr, "sz", {"val": "26"})


def test_letters_beside_hidden_ones_are_mended_and_the_hidden_ones_left() -> None:
    def change(docx: Docx) -> None:
        paragraph = docx.paragraph("Nâng cao nhận thức, trách nhiệm của cán bộ")
        for run in paragraph.iter(w("r")):
            set_attributes(ensure(run, "rPr"), "sz", {"val": "24"})
        hidden = etree.SubElement(paragraph, w("r"))
        set_flag(ensure(hidden, "rPr"), "vanish", on=True)
        set_attributes(ensure(hidden, "rPr"), "sz", {"val": "10"})
        etree.SubElement(hidden, w("t")).text = "ẩn"

    data = _mended(change, "examples/cchc-2026/ke-hoach.yaml")
    shown = "//w:p[contains(., 'Nâng cao nhận thức, trách nhiệm')]/w:r[not(w:rPr/w:vanish)]/w:rPr/w:sz/@w:val"
    assert set(_values(data, shown)) == {"28"}
    assert _values(data, "//w:r[w:rPr/w:vanish]/w:rPr/w:sz/@w:val") == ["10"]
