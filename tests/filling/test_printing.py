"""What is printed of a value through filters, `~`, lists and formats; what is read of a program's own objects."""

from __future__ import annotations

import pickle
from collections import namedtuple
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from docxtpl import Listing
from docxtpl import RichText as TheirText
from markupsafe import Markup

from tests.filling.makers import fill, template, text
from tests.filling.papers import picture
from vtdocs import open_template
from vtdocs.errors import TemplateError, WriteError
from vtdocs.filling import Picture, RichText, compile_form
from vtdocs.filling.data import load_data_text

VALUES = {"anh": Picture(picture()), "rt": RichText("đậm", bold=True), "dr": TheirText("x", bold=True)}


def told(tag: str, **context: Any) -> tuple[str, str, str]:
    with pytest.raises(WriteError) as caught:
        fill(template(tag), **context)
    (fault,) = caught.value.diagnostics
    return fault.code, fault.message, fault.hint or ""


@pytest.mark.parametrize(
    "tag",
    [
        "{{ rt|upper }}", "{{ dr|upper }}", "{{ anh ~ '' }}", "{{ dr ~ 'a' }}", "{{ [anh] }}", "{{ {'a': rt} }}",
        "{{ anh.source }}", "{{ [rt, 'a']|join }}", "{{ ', '.join([rt]) }}", "{{ '%s' % rt }}", "{{ '%s'|format(dr) }}",
        "{{ '{}'.format(anh) }}", "{{ rt|string }}", "{{ 'a'|replace('a', rt) }}", "{{ [rt]|map('title')|list }}",
        "{{ rt|safe }}",
    ],
)  # fmt: skip
def test_what_is_more_than_characters_is_never_printed_as_python_has_it(tag: str) -> None:
    assert told(tag, **VALUES)[0] in ("VT-463", "VT-465")


@pytest.mark.parametrize("tag", ["{{ x }}", "{{ x ~ '' }}", "{{ [x]|join }}", "{{ x|string }}", "{{ '%s' % x }}"])
def test_a_listing_is_its_characters(tag: str) -> None:
    assert text(fill(template(tag), x=Listing("A & <B>"))) == ["A & <B>"]


def test_a_listing_goes_through_a_filter_as_characters() -> None:
    assert text(fill(template("{{ x|upper }}"), x=Listing("a & b"))) == ["A & B"]


@pytest.mark.parametrize(("sign", "said"), [("\a", "có ký tự \\a (ngắt đoạn)"), ("\x01", "U+0001")])
def test_a_control_character_of_docxtpl_s_text_is_named(sign: str, said: str) -> None:
    code, message, _ = told("{{r x }}", x=TheirText(f"a{sign}b"))
    assert (code, said in message) == ("VT-471", True)


@pytest.mark.parametrize(
    ("tag", "printed"),
    [
        ("{{ n|upper }}", ""),
        ("{{ n|string }}", ""),
        ("{{ n|trim|title|lower|capitalize }}", ""),
        ("{{ n ~ 'a' }}", "a"),
        ("{{ [n, 'a']|join(', ') }}", ", a"),
        ("{{ [{'k': n}, {'k': 1}]|join('-', attribute='k') }}", "-1"),
        ("{{ ','.join([n, 'a']) }}", ",a"),
        ("{{ '%s!' % n }}", "!"),
        ("{{ '%s %s' % (n, 'a') }}", " a"),
        ("{{ '%s'|format(n) }}", ""),
        ("{{ '{}{:>2}'.format(n, n) }}", "  "),
        ("{{ [n, 'a']|map('upper')|join }}", "A"),
    ],
)
def test_none_prints_nothing_whatever_it_goes_through(tag: str, printed: str) -> None:
    assert text(fill(template(f"[{tag}]"), n=None)) == [f"[{printed}]"]


# --- objects ----------------------------------------------------------------------------------------


@dataclass
class Person:
    ten: str
    _kin: str = "ẩn"

    @property
    def tinh(self) -> str:
        raise AssertionError

    def ham(self) -> str:
        raise AssertionError


class Plain:
    lop = "của lớp"

    def __init__(self, ten: str) -> None:
        self.ten = ten

    def __getattr__(self, name: str) -> str:
        raise AssertionError(name)


class Slotted:
    __slots__ = ("ten",)

    def __init__(self, ten: str) -> None:
        self.ten = ten


OBJECTS = [Person("A"), Plain("A"), Slotted("A"), SimpleNamespace(ten="A"), namedtuple("Row", "ten")("A")]


@pytest.mark.parametrize("value", OBJECTS, ids=lambda value: type(value).__name__)
def test_the_data_of_an_object_are_read(value: object) -> None:
    assert text(fill(template("{{ x.ten }}{{ x['ten'] }}{{ [x]|map(attribute='ten')|join }}"), x=value)) == ["AAA"]


@pytest.mark.parametrize("name", ["tinh", "ham", "_kin", "__class__", "__dict__"])
def test_methods_properties_and_what_is_private_are_not_read(name: str) -> None:
    code, message, _ = told("{{ x." + name + " }}", x=Person("A"))
    assert (code, message.partition(": ")[2]) == ("VT-462", f"“x” không có “{name}”")


def test_a_property_is_told_for_what_it_is_and_a_misspelt_name_with_what_is_like_it() -> None:
    assert told("{{ x.tinh }}", x=Person("A"))[2].startswith("mẫu chỉ đọc dữ liệu, không gọi hàm hay property")
    assert told("{{ x.tne }}", x=SimpleNamespace(ten="A"))[2] == "có phải “ten” không?"


def test_a_module_a_class_and_a_function_have_no_data() -> None:
    for value in (pytest, Plain, told):
        assert told("{{ x.lop }}", x=value)[0] == "VT-462"


# --- filters of the script --------------------------------------------------------------------------


def money(value: int, unit: str = "đồng") -> str:
    return f"{value:,} {unit}".replace(",", ".")


def broken(_value: object) -> str:
    raise KeyError("x")


def marked(value: str) -> Markup:
    return Markup(f"<b>{value}</b>")


def test_filters_of_a_script_are_called_and_what_they_give_is_escaped(tmp_path: Path) -> None:
    path = tmp_path / "mau.docx"
    path.write_bytes(template("{{ x|tien }}; {{ [1000]|map('tien', unit='&amp;')|join }}; {{ 'a &amp; b'|dam }}"))
    opened = open_template(path, filters={"tien": money, "dam": marked})
    assert opened.names == {"x"}
    for one in (opened, pickle.loads(pickle.dumps(opened))):
        assert text(one.render({"x": 1234567})) == ["1.234.567 đồng; 1.000 &; <b>a & b</b>"]


def test_what_a_filter_raises_is_told_with_its_tag() -> None:
    form = compile_form(template("{{ x|hong }}"), filters={"hong": broken})
    with pytest.raises(WriteError, match="bộ lọc “hong” báo lỗi với chữ “a”: KeyError: 'x'"):
        form.render({"x": "a"})
    with pytest.raises(WriteError, match="“x” không có trong dữ liệu"):
        form.render({})


def test_filters_of_one_template_are_none_of_another() -> None:
    compile_form(template("{{ x|tien }}"), filters={"tien": money})
    with pytest.raises(TemplateError, match="không có bộ lọc “tien”"):
        compile_form(template("{{ x|tien }}"))


@pytest.mark.parametrize("filters", [{"hai chữ": money}, {"tien": "x"}, {"": money}])
def test_what_can_be_no_filter_is_refused(filters: Any) -> None:
    with pytest.raises(TemplateError, match="bộ lọc riêng"):
        compile_form(template("a"), filters=filters)


# --- what a script gives by mistake -----------------------------------------------------------------


@pytest.mark.parametrize("path", [123, b"mau.docx", None])
def test_a_path_that_is_none_is_told(path: Any) -> None:
    with pytest.raises(TemplateError, match="open_template cần đường dẫn"):
        open_template(path)


@pytest.mark.parametrize("data", [None, [1], "a"])
def test_data_that_are_no_mapping_are_told(tmp_path: Path, data: Any) -> None:
    path = tmp_path / "mau.docx"
    path.write_bytes(template("{{ x }}"))
    with pytest.raises(WriteError, match="dữ liệu phải là dict"):
        open_template(path).render(data)


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("{{ te\u200bn }}", "ký tự không nhìn thấy (U+200B)"),
        ("{{ a – b }}", "ký tự “–” (U+2013) chứ không phải “-”"),
        ("{% if a ≥ b %}{% endif %}", "ký tự “≥” (U+2265) chứ không phải “&gt;=”".replace("&gt;", ">")),
    ],
)
def test_a_sign_that_no_eye_can_tell_is_named(tag: str, said: str) -> None:
    with pytest.raises(TemplateError) as caught:
        compile_form(template(tag))
    assert [said in fault.message for fault in caught.value.diagnostics] == [True]


def test_json_may_write_a_character_as_two_escapes() -> None:
    assert load_data_text(r'{"a": "\ud83d\ude00\uD83D\uDE01", "b": "\\ud83d\\ude00"}').values == {
        "a": "😀😁",
        "b": r"\ud83d\ude00",
    }
