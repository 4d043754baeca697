"""Templates and data that mean harm: each ends soon, reaches nothing, and is told in plain words."""

from __future__ import annotations

import datetime
import io
import os
import zipfile
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bounded import ends
from tests.filling.makers import fill, par, row, run, table, template, text
from vtdocs.errors import TemplateError, VtdocsError, WriteError
from vtdocs.filling import compile_form, limits


def codes(data: bytes, **context: Any) -> list[str]:
    with ends(), pytest.raises(VtdocsError) as caught:
        fill(data, **context)
    assert all(fault.location is not None for fault in caught.value.diagnostics)
    return [fault.code for fault in caught.value.diagnostics]


# --- what a template may reach ----------------------------------------------------------------------

SECRETS = [
    "''.__class__",
    "''.__class__.__mro__[1].__subclasses__()",
    "x.__class__",
    "x['__class__']",
    "x.__init__.__globals__",
    "self.__init__",
    "self._TemplateReference__context",
    "cycler.__init__.__globals__.os",
    "namespace.__init__",
    "joiner.__class__",
    "range.__class__",
    "dict.fromkeys('a')",
    "dict.mro()",
    "x.pop('a')",
    "x.clear()",
    "x.update({'b': 1})",
    "rows.append(1)",
    "rows.sort()",
    "'{0.__class__}'.format(x)",
    "'{0.__class__.__mro__}'.format('')",
    "'{x.__init__}'.format(x=x)",
    "'a'.encode()",
    "'a'.format_map(x)",
    "'a'.translate(x)",
    "rows|map(attribute='__class__')|list",
    "rows|sum(attribute='__class__')",
    "[x]|groupby('__class__')|list",
    "[x]|selectattr('__class__')|list",
    "x|sort(attribute='__class__')",
    "today.__reduce__()",
    "today.today()",
    "today.max",
    "thing.secret",
    "thing.__dict__",
    "function()",
    "function.__globals__",
    "function.__code__",
    "(1).__class__",
    "(1).real",
    "none.__class__",
    "[].__add__",
    "x.items.__self__",
    "loop.__class__",
    "caller()",
    "varargs",
    "environment",
    "context",
    "undefined",
    "resolve",
    "out_",
    "__import__('os')",
    "open('/etc/passwd')",
    "lipsum.__globals__",
    "url_for.__globals__",
    "request.application",
]


class Thing:
    secret = "bí mật"


@pytest.mark.parametrize("expression", SECRETS)
def test_an_expression_reaches_nothing(expression: str) -> None:
    context = {
        "x": {"a": 1, "b": 2},
        "rows": [1],
        "today": datetime.date(2026, 1, 2),
        "thing": Thing(),
        "function": os.getcwd,
    }
    given_before = repr(context["x"]), repr(context["rows"])
    data = template("{{ " + expression.replace("<", "&lt;") + " }}")
    assert set(codes(data, **context)) <= {"VT-455", "VT-461", "VT-462", "VT-463", "VT-465"}
    assert (repr(context["x"]), repr(context["rows"])) == given_before


def test_a_loop_has_only_its_public_side() -> None:
    assert codes(template("{% for i in [1] %}{{ loop._iterator }}{% endfor %}")) == ["VT-462"]
    assert codes(template("{% for i in [1] %}{{ loop.__class__ }}{% endfor %}")) == ["VT-462"]
    assert codes(template("{% macro m() %}{% endmacro %}{{ m.__call__ }}{{ m._func }}")) == ["VT-462", "VT-462"]


@pytest.mark.parametrize(
    "statement",
    [
        "{% include 'x' %}",
        "{% import 'x' as y %}",
        "{% from 'x' import y %}",
        "{% extends 'x' %}",
        "{% block a %}{% endblock %}",
        "{% autoescape false %}{% endautoescape %}",
        "{% do x %}",
        "{% debug %}",
        "{% trans %}a{% endtrans %}",
        "{% break %}",
    ],
)
def test_a_statement_that_reaches_out_is_refused_when_compiled(statement: str) -> None:
    with pytest.raises(TemplateError):
        compile_form(template(statement))


@pytest.mark.parametrize("name", ["attr", "random", "pprint", "xmlattr", "urlize", "tojson", "nothing"])
def test_a_filter_that_is_not_on_the_list_is_refused_when_compiled(name: str) -> None:
    with pytest.raises(TemplateError, match=f"không có bộ lọc “{name}”"):
        compile_form(template("{% if false %}{{ 1|" + name + " }}{% endif %}"))


# --- how much it may do -----------------------------------------------------------------------------

DOUBLED = "{%% set ns = namespace(x=%s) %%}{%% for i in range(100) %%}{%% set ns.x = %s %%}{%% endfor %%}"
NESTED = "{%% for i in range(90000) %%}{%% for j in range(90000)%s %%}%s{%% endfor %%}{%% endfor %%}"
MACRO = "{%% macro %s() %%}%s{%% endmacro %%}"
TWO = "{%% set s = %s * 900000 %%}{%% set t = %s * 900000 %%}{%% for i in range(90000) %%}{{ s %s t }}{%% endfor %%}"
GREEDY = {
    "nested loops": NESTED % ("", ""),
    "loops that pass nothing": NESTED % (" if false", ""),
    "a loop that calls itself": "{% for i in [[1]] recursive %}{{ loop([[1]]) }}{% endfor %}",
    "a macro that calls itself": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "macros that call each other": MACRO % ("a", "{{ b() }}") + MACRO % ("b", "{{ a() }}") + "{{ a() }}",
    "a caller that calls": MACRO % ("m", "{{ caller() }}")
    + MACRO % ("n", "{% call m() %}{{ n() }}{% endcall %}")
    + "{{ n() }}",
    "a tree of macros": "{% macro m(n) %}{% if n %}{{ m(n-1) }}{{ m(n-1) }}{% endif %}{% endmacro %}{{ m(35) }}",
    "a text that doubles": DOUBLED % ("'a'", "ns.x ~ ns.x"),
    "a sum of texts": DOUBLED % ("'a'", "ns.x + ns.x"),
    "a list that doubles": DOUBLED % ("[1]", "ns.x + ns.x"),
    "lists in lists": DOUBLED % ("[]", "[ns.x, ns.x]"),
    "tuples in tuples": DOUBLED % ("()", "(ns.x, ns.x)"),
    "mappings in mappings": DOUBLED % ("{}", "{'a': ns.x, 'b': ns.x}"),
    "mappings by dict()": DOUBLED % ("{}", "dict(a=ns.x, b=ns.x)"),
    "lists filled up": DOUBLED % ("[1]", "[1]|batch(10, ns.x)|list"),
    "lists times ten": DOUBLED % ("[1]", "[ns.x] * 10"),
    "joined lists": DOUBLED % ("'ab'", "[ns.x, ns.x]|join"),
    "formatted doubles": DOUBLED % ("'ab'", "'%s%s' % (ns.x, ns.x)"),
    "formats by method": DOUBLED % ("'ab'", "'{0}{0}'.format(ns.x)"),
    "formats by filter": DOUBLED % ("'ab'", "'%s%s'|format(ns.x, ns.x)"),
    "replacing": DOUBLED % ("'ab'", "ns.x.replace('b', ns.x)"),
    "replacing by filter": DOUBLED % ("'ab'", "ns.x|replace('b', ns.x)"),
    "joining by method": DOUBLED % ("'ab'", "ns.x.join([ns.x, ns.x])"),
    "blocks that double": "{% set x %}aaaaaaaa{% endset %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * 60 + "{{ x }}",
    "a text times": "{{ 'a' * 10**9 }}",
    "times a text": "{{ 10**9 * 'a' }}",
    "a list times": "{{ ([1] * 10**9)|length }}",
    "a tower of powers": "{{ 10 ** (10 ** 10) }}",
    "products": "{{ (10**1000) * (10**1000) }}",
    "a wide format": "{{ '%1000000000d' % 5 }}",
    "a wide format by star": "{{ '%*d' % (1000000000, 5) }}",
    "a precise format": "{{ '%.1000000000f' % 5 }}",
    "a wide format by method": "{{ '{:1000000000}'.format(5) }}",
    "a wide format, nested": "{{ '{:{w}}'.format(5, w=1000000000) }}",
    "center": "{{ 'a'|center(1000000000) }}",
    "center by method": "{{ 'a'.center(1000000000) }}",
    "ljust": "{{ 'a'.ljust(1000000000) }}",
    "zfill": "{{ 'a'.zfill(1000000000) }}",
    "indent": "{{ ('\\n' * 100000)|indent(100000) }}",
    "wordwrap": "{{ ('a ' * 100000)|wordwrap(1, true, 'b' * 100000) }}",
    "replace": "{{ ('a' * 100000).replace('a', 'b' * 100000) }}",
    "join": "{{ range(100000)|join('b' * 100000) }}",
    "batch": "{{ [1]|batch(1000000000, 0)|list }}",
    "slice": "{{ [1]|slice(1000000000)|list }}",
    "range": "{% for i in range(10**9) %}{% endfor %}",
    "sorting": "{% for i in range(90000) %}{{ (range(90000)|list|sort)|length }}{% endfor %}",
    "finding": "{% set s = 'a' * 1000000 %}{% for i in range(90000) %}{{ 'b' in s }}{% endfor %}",
    "comparing": TWO % ("'a'", "'a'", "=="),
    "testing": TWO % ("[1]", "[1]", "is eq"),
    "slicing": "{% set s = 'a' * 1000000 %}{% for i in range(90000) %}{{ s[1:]|length }}{% endfor %}",
    "counting": "{% set s = 'a' * 1000000 %}{% for i in range(90000) %}{{ s.count('b') }}{% endfor %}",
    "writing": "{% set s = 'a' * 1000000 %}{% for i in range(90000) %}{{ s }}{% endfor %}",
    "rounding to billions": "{{ 1|round(-10**9) }}",
    "rounding up": "{{ 1|round(10**7, 'ceil') }}",
    "rounding each": "{{ [1]|map('round', -10**7)|list }}",
    "a decimal as a whole number": "{{ huge|int }}",
    "a decimal printed": "{{ '%d' % huge }}",
    "a decimal formatted": "{{ '{:f}'.format(huge) }}",
    "a fraction's powers": "{{ half ** 10**9 }}",
    "testing letters": "{% set s = 'a' * 1000000 %}{% for i in range(90000) %}{{ s is lower }}{% endfor %}",
    "wrapping words": "{% for i in range(8) %}{{ ('a ' * 900000)|wordwrap(1)|length }}{% endfor %}",
    "sorting letters": "{% for i in range(90000) %}{{ ('ab' * 90000)|sort|length }}{% endfor %}",
    "stripping tags": "{% for i in range(9000) %}{{ (x * 90000)|striptags|length }}{% endfor %}",
    "a tree of tuples as a key": "{% set ns = namespace(t=()) %}{% for i in range(17) %}{% set ns.t = (ns.t, ns.t) %}"
    "{% endfor %}{% for i in range(90000) %}{{ x[ns.t] is defined }}{% endfor %}",
    "a long tuple as a key": "{% set t = (1,) * 90000 %}{% for i in range(90000) %}{{ x[t] is defined }}{% endfor %}",
    "XML from the data": "{% for i in range(90000) %}{{ (x * 90000)|safe }}{% endfor %}",
    "constant text": "{% for i in range(90000) %}" + "a" * 10_000 + "{% endfor %}",
}


@pytest.mark.parametrize("name", GREEDY)
def test_greedy_work_ends_and_is_told(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # A tenth of what a rendering may do: it is counted, so the rest would be more of the same.
    monkeypatch.setattr(limits, "MOST_WORK", limits.MOST_WORK // 10)
    monkeypatch.setattr(limits, "MOST_CHARACTERS", limits.MOST_CHARACTERS // 10)
    data = {"x": "<!---->", "huge": Decimal("1e900000"), "half": Fraction(3, 2)}
    assert set(codes(template(GREEDY[name]), **data)) <= {"VT-464", "VT-465"}


def test_more_columns_than_word_has_are_told() -> None:
    data = template(table(3, row("{%tc for i in range(n) %}", "{{ i }}", "{%tc endfor %}")))
    assert len(text(fill(data, n=63))) == 63
    with pytest.raises(WriteError, match="bảng có 64 cột; Word chứa nhiều nhất 63 cột") as caught:
        fill(data, n=64)
    ((code, place),) = ((fault.code, fault.location.cell) for fault in caught.value.diagnostics if fault.location)
    assert (code, place) == ("VT-463", "bảng 1, hàng 1, ô 1, đoạn 1")


def test_xml_of_many_elements_is_read_through_without_a_tree() -> None:
    assert codes(template("{{ x|safe }}"), x="<w:br/>" * 90_000 + "</w:t>") == ["VT-467"]
    assert codes(template("{{ x|safe }}"), x="<w:a>" * 300 + "</w:a>" * 300) == ["VT-467"]
    assert codes(template("{{ x|safe }}"), x="<?vtdocs-value 0?>") == ["VT-467"]


DEEP = {
    "brackets": "{{ " + "(" * 9_000 + "1" + ")" * 9_000 + " }}",
    "lists": "{{ " + "[" * 3_000 + "1" + "]" * 3_000 + " }}",
    "sums": "{{ " + "+".join(["1"] * 5_000) + " }}",
    "attributes": "{{ x" + ".a" * 5_000 + " }}",
    "filters": "{{ x" + "|upper" * 2_000 + " }}",
    "nots": "{{ " + "not " * 3_000 + "x }}",
    "minus": "{{ " + "-" * 3_000 + "1 }}",
    "conditions": "{% if x %}" * 500 + "{% endif %}" * 500,
    "loops": "{% for i in x %}" * 30 + "{% endfor %}" * 30,
    "conditional expressions": "{{ " + "1 if x else " * 1_000 + "2 }}",
    "macros": "".join(f"{{% macro m{n}() %}}" for n in range(60)) + "{% endmacro %}" * 60,
    "a whole number": "{{ " + "9" * 15_000 + " }}",
    "a number in sixteens": "{{ 0x" + "f" * 15_000 + " }}",
    "a number without end": "{{ 1e999999 }}",
    "a long tag": "{{ '" + "a" * 30_000 + "' }}",
}


@pytest.mark.parametrize("name", DEEP)
def test_what_is_too_deep_or_too_long_is_refused_when_compiled(name: str) -> None:
    with ends(), pytest.raises(TemplateError) as caught:
        compile_form(template(DEEP[name]))
    assert {fault.code for fault in caught.value.diagnostics} <= {"VT-451", "VT-455"}


def test_many_braces_take_no_more_than_their_length() -> None:
    with ends():
        assert codes(template("{{ " * 20_000)) == ["VT-451"]
        assert set(codes(template(*["{{"] * 5_000))) == {"VT-451"}
        assert text(fill(template("} " * 20_000))) == ["} " * 20_000]
        assert text(fill(template(*["{"] * 20_000, "{{ 1 }}")))[-1] == "1"


def test_many_tags_and_cells_take_no_more_than_their_number() -> None:
    inner = [row(*["{{ x }}"] * 20)] * 200
    with ends():
        filled = fill(template(table(20, *inner)), x="a")
    assert text(filled) == ["a"] * 4_000


# --- files that are none ----------------------------------------------------------------------------


def repacked(data: bytes, **changes: bytes | None) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            value = changes.get(name, old.read(name))
            if value is not None:
                new.writestr(name, value)
    return buffer.getvalue()


DOCUMENT = "word/document.xml"
BOMB = b"<!DOCTYPE a [<!ENTITY b 'cc'><!ENTITY c '&b;&b;&b;'>]>"
W_DOCUMENT = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>'


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        b"khong phai zip",
        repacked(template("a"), **{DOCUMENT: None}),
        repacked(template("a"), **{DOCUMENT: b""}),
        repacked(template("a"), **{DOCUMENT: b"<a>"}),
        repacked(template("a"), **{DOCUMENT: b"<a/>"}),
        repacked(template("a"), **{DOCUMENT: BOMB + W_DOCUMENT % b"&c;"}),
        repacked(template("a"), **{DOCUMENT: b"<!DOCTYPE a SYSTEM 'file:///etc/passwd'>" + W_DOCUMENT % b""}),
        repacked(template("a"), **{"[Content_Types].xml": None}),
        repacked(template("a"), **{"[Content_Types].xml": b"<a"}),
        repacked(template("a"), **{"_rels/.rels": None}),
        repacked(template("a"), **{"_rels/.rels": b"<a"}),
        repacked(template("a"), **{"word/_rels/document.xml.rels": b"<a"}),
        repacked(template("a"), **{DOCUMENT: W_DOCUMENT % (b"<w:p>" * 5_000 + b"</w:p>" * 5_000)}),
        repacked(template("a"), **{DOCUMENT: W_DOCUMENT % b" ".ljust(40 * 1024 * 1024)}),
    ],
)
def test_a_file_that_is_no_template_is_told(data: bytes) -> None:
    with ends(), pytest.raises(TemplateError) as caught:
        compile_form(data)
    assert [fault.code for fault in caught.value.diagnostics] == ["VT-450"]


def test_a_template_with_macros_is_refused() -> None:
    with zipfile.ZipFile(io.BytesIO(template("a"))) as archive:
        types = archive.read("[Content_Types].xml")
    macro = types.replace(
        b"openxmlformats-officedocument.wordprocessingml.document.main", b"ms-word.document.macroEnabled.main"
    )
    with pytest.raises(TemplateError, match="macro"):
        compile_form(repacked(template("a"), **{"[Content_Types].xml": macro}))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "{{",
                "}}",
                "{%",
                "%}",
                "{#",
                "#}",
                "p ",
                "tr ",
                "if x",
                "endif",
                "for i in x",
                "endfor",
                "x",
                " ",
                "'",
                "(",
                "|upper",
                "-",
                "r ",
                "“",
                "raw",
                "endraw",
                "vm",
                "hm",
                "colspan 2",
            ]
        ),
        max_size=14,
    ),
    st.booleans(),
)
def test_any_pieces_of_tags_give_a_document_or_a_fault(pieces: list[str], cells: bool) -> None:
    inner = [par(*map(run, pieces[:7])), par(*map(run, pieces[7:]))]
    data = template(table(1, row("".join(f"<w:tc>{one}</w:tc>" for one in inner)))) if cells else template(*inner)
    with ends():
        try:
            text(fill(data, x=[1, 2]))
        except (TemplateError, WriteError) as error:
            assert error.diagnostics  # noqa: PT017 - either outcome is right


# --- values -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("value", ["a\x00b", "\x01", "\x0b", "\x1f", "\ud800", "\ufffe"])
def test_a_control_character_is_refused_with_its_path(value: str) -> None:
    data = template("{%p for r in rows %}", "{{ r.ten }}", "{%p endfor %}")
    with pytest.raises(WriteError) as caught:
        fill(data, rows=[{"ten": "được"}, {"ten": value}, {"ten": value + "x"}])
    assert [fault.code for fault in caught.value.diagnostics] == ["VT-466", "VT-466"]
    assert ["(dữ liệu rows[1].ten)" in fault.message for fault in caught.value.diagnostics] == [True, False]


def test_a_value_that_holds_itself_is_refused() -> None:
    value: list[Any] = []
    value.append(value)
    assert codes(template("{{ x }}"), x=value) == ["VT-464"]


@pytest.mark.parametrize("colour", ['"/><w:evil', "đỏ", "FFF", "", 5, None])
def test_a_colour_that_is_none_is_refused(colour: object) -> None:
    assert codes(template(table(1, row("{% cellbg c %}x"))), c=colour) == ["VT-463"]


@pytest.mark.parametrize("count", ['"/>', 0, -1, 64, 10**30, True, None, "hai", 1.5])
def test_a_span_that_is_none_is_refused(count: object) -> None:
    assert codes(template(table(1, row("{% colspan n %}x"))), n=count) == ["VT-463"]


@pytest.mark.parametrize("xml", ["<b>", "</w:t>", "&", "<w:t>", "&nbsp;"])
def test_xml_that_is_not_whole_is_refused(xml: str) -> None:
    assert codes(template("{{ x|safe }}"), x=xml) == ["VT-467"]
