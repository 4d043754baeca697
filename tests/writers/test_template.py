"""Templates: what is compiled, and what is told of one that cannot be used."""

from __future__ import annotations

import contextlib
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtdocs.errors import TemplateError
from vtdocs.resources import resource_root
from vtdocs.writers.docx import compile_template, is_untouched

STOCK = (resource_root() / "templates" / "word" / "van-ban-co-ten-loai.docx").read_bytes()


def changed(part: str, *changes: tuple[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(STOCK)) as source, zipfile.ZipFile(out, "w") as target:
        for info in source.infolist():
            content = source.read(info).decode()
            for before, after in changes if info.filename == part else ():
                assert before in content
                content = content.replace(before, after)
            target.writestr(info.filename, content)
    return out.getvalue()


def codes(data: bytes) -> list[tuple[str, str]]:
    with pytest.raises(TemplateError) as caught:
        compile_template(data, "mau.docx")
    return [(d.code, d.message) for d in caught.value.diagnostics]


def test_an_unknown_tag_is_told_with_the_names_that_exist() -> None:
    told = codes(changed("word/document.xml", ("{{ ky_hieu }}", "{{ kyhieu }}")))
    assert [code for code, _ in told] == ["VT-403"]
    assert "kyhieu" in told[0][1]


def test_a_missing_slot_is_told_and_a_style_of_another_id_is_known_by_its_name() -> None:
    told = codes(changed("word/document.xml", ("{{p kinh_gui }}", "x")))
    assert told == [("VT-404", "tệp mẫu thiếu “{{p kinh_gui }}”")]
    renamed = compile_template(changed("word/styles.xml", ('w:styleId="TrichYeu"', 'w:styleId="Trchyu"')))
    assert renamed.looks == compile_template(STOCK).looks


def test_a_slot_that_stands_twice_is_told() -> None:
    assert codes(changed("word/document.xml", ("{{p kinh_gui }}", "{{p ten_loai }}")))[0][0] == "VT-404"


def test_a_tag_that_is_not_closed_is_told_with_the_text_around_it() -> None:
    told = codes(changed("word/document.xml", ("{{ so }}", "{{ so }")))
    assert [code for code, _ in told] == ["VT-404", "VT-406"]
    assert any("{{ so }/" in message for _, message in told)


@pytest.mark.parametrize("data", [b"", b"PK", STOCK[:2000], b"\xd0\xcf\x11\xe0" + bytes(600)])
def test_what_is_no_word_file_is_refused_plainly(data: bytes) -> None:
    assert [code for code, _ in codes(data)] == ["VT-402"]


@given(st.binary(max_size=40), st.integers(0, len(STOCK) - 1))
def test_a_damaged_file_gives_only_our_own_error(noise: bytes, at: int) -> None:
    damaged = STOCK[:at] + noise + STOCK[at + len(noise) :]
    assert not is_untouched(damaged)
    with contextlib.suppress(TemplateError):
        compile_template(damaged)


# --- pages --------------------------------------------------------------------------------------------------------

A4 = '<w:pgSz w:w="11906" w:h="16838"/>'


def test_a_turned_page_swaps_its_sides_and_keeps_its_margins() -> None:
    template = compile_template(STOCK)
    assert (round(template.upright.text_width.mm), round(template.upright.text_height.mm)) == (160, 257)
    assert (round(template.turned.text_width.mm), round(template.turned.text_height.mm)) == (247, 170)
    assert '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' in template.turned.first
    margins = '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701"'
    for page in (template.upright, template.turned):
        assert all(margins in xml for xml in (page.first, page.appendix, page.continued))


def test_only_sections_that_open_the_paper_or_an_appendix_hide_their_first_number() -> None:
    template = compile_template(STOCK)
    for page in (template.upright, template.turned):
        assert "<w:titlePg/>" in page.first
        assert "<w:titlePg/>" in page.appendix
        assert "titlePg" not in page.continued
        assert '<w:pgNumType w:start="1"/>' in page.appendix
        assert "pgNumType" not in page.continued


def test_the_kind_of_page_numbers_stays_and_only_their_start_changes() -> None:
    numbers = '<w:pgNumType w:fmt="upperRoman" w:start="5"/>'
    template = compile_template(changed("word/document.xml", ('<w:pgNumType w:start="1"/>', numbers)))
    assert numbers in template.upright.first
    assert '<w:pgNumType w:fmt="upperRoman" w:start="1"/>' in template.upright.appendix
    assert '<w:pgNumType w:fmt="upperRoman"/>' in template.upright.continued


def test_later_sections_begin_on_a_new_page_whatever_the_template_says() -> None:
    template = compile_template(changed("word/document.xml", (A4, '<w:type w:val="continuous"/>' + A4)))
    assert "continuous" in template.upright.first
    for page in (template.upright, template.turned):
        assert "continuous" not in page.appendix + page.continued


def test_a_template_that_lies_across_already_has_nothing_to_turn() -> None:
    lying = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    template = compile_template(changed("word/document.xml", (A4, lying)))
    assert template.turned == template.upright
    assert round(template.text_width.mm) == 247


def test_a_template_of_another_paper_and_other_margins_is_measured_by_its_own() -> None:
    letter = '<w:pgSz w:w="12240" w:h="15840" w:code="1"/>'
    gutter = ('w:gutter="0"', 'w:gutter="284"')
    template = compile_template(changed("word/document.xml", (A4, letter), gutter))
    assert template.text_width.twips == 12240 - 1701 - 1134 - 284
    assert template.turned.text_width.twips == 15840 - 1701 - 1134 - 284
    assert template.turned.text_height.twips == 12240 - 2 * 1134
    assert "w:code" not in template.turned.first


def test_a_template_without_paper_or_margins_is_refused() -> None:
    assert [code for code, _ in codes(changed("word/document.xml", (A4, "")))] == ["VT-410"]


def test_entities_in_a_template_are_not_read() -> None:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    bomb = head + '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    told = changed("word/document.xml", (head, bomb), ("<w:body>", "<w:body>&x;"))
    try:
        template = compile_template(told)
    except TemplateError:
        return
    assert not any("file:" in chunk for chunk in template.chunks if isinstance(chunk, str))
