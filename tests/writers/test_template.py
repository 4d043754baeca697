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
    assert [code for code, _ in told] == ["VT-403", "VT-404"]
    assert "kyhieu" in told[0][1]


def test_a_missing_slot_and_a_missing_style_are_told_together() -> None:
    told = codes(changed("word/document.xml", ("{{p kinh_gui }}", "x")))
    assert [code for code, _ in told] == ["VT-404"]
    told = codes(changed("word/styles.xml", ('w:styleId="TrichYeu"', 'w:styleId="Khac"')))
    assert told == [("VT-405", "tệp mẫu thiếu kiểu “TrichYeu”")]


def test_a_slot_that_stands_twice_is_told() -> None:
    assert codes(changed("word/document.xml", ("{{p kinh_gui }}", "{{p ten_loai }}")))[0][0] == "VT-404"


def test_a_torn_tag_is_told_with_the_text_around_it() -> None:
    told = codes(changed("word/document.xml", ("{{ so }}", "{{ </w:t></w:r><w:r><w:t>so }}")))
    assert "VT-403" in [code for code, _ in told]
    assert any("{{ so }}" in message for _, message in told)


@pytest.mark.parametrize("data", [b"", b"PK", STOCK[:2000], b"\xd0\xcf\x11\xe0" + bytes(600)])
def test_what_is_no_word_file_is_refused_plainly(data: bytes) -> None:
    assert [code for code, _ in codes(data)] == ["VT-402"]


@given(st.binary(max_size=40), st.integers(0, len(STOCK) - 1))
def test_a_damaged_file_gives_only_our_own_error(noise: bytes, at: int) -> None:
    damaged = STOCK[:at] + noise + STOCK[at + len(noise) :]
    is_untouched(damaged)
    with contextlib.suppress(TemplateError):
        compile_template(damaged)


def test_entities_in_a_template_are_not_read() -> None:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    bomb = head + '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    told = changed("word/document.xml", (head, bomb), ("<w:body>", "<w:body>&x;"))
    try:
        template = compile_template(told)
    except TemplateError:
        return
    assert not any("file:" in chunk for chunk in template.chunks if isinstance(chunk, str))
