"""Every construct of docxtpl, filled both ways: the parts are equal where docxtpl loses nothing."""

from __future__ import annotations

import io
from typing import Any

import pytest
from docx import Document
from docxtpl import DocxTemplate
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.filling.makers import (
    W,
    assert_same,
    body,
    canonical,
    cell,
    fill,
    fill_with_docxtpl,
    par,
    part,
    row,
    run,
    table,
    template,
    text,
)

BOLD = "<w:b/>"
ROWS = [{"a": "1", "b": "x & y"}, {"a": "<2>", "b": '"q"'}]
FOR_ROWS = row("{%tr for r in rows %}", "")
END_ROWS = row("{%tr endfor %}", "")
FOR_COLUMNS = "{%tc for c in cols %}"
END_COLUMNS = "{%tc endfor %}"
PICTURE = '<w:r><w:drawing><wp:inline><wp:docPr id="5" name="x" descr="{}"/></wp:inline></w:drawing></w:r>'
CENTRED = '<w:pPr><w:jc w:val="center"/></w:pPr>'
GREY = '<w:tcW w:w="1" w:type="dxa"/><w:shd w:val="clear" w:fill="FFFFFF"/><w:vAlign w:val="center"/>'

CASES: dict[str, tuple[bytes, dict[str, Any]]] = {
    "names and items": (template("Kính gửi {{ ten }} và {{ x.y }}."), {"ten": "A & B <c>", "x": {"y": 5}}),
    "a tag torn over runs": (
        template(par(run("a {"), run("{ t", BOLD), run("en }"), run("} sau", BOLD))),
        {"ten": "X"},
    ),
    "a tag with Word's spelling marks in it": (
        template(par(run("{{"), '<w:proofErr w:type="spellStart"/>', run("ten", BOLD), run("}}"))),
        {"ten": "X"},
    ),
    "a tag torn over paragraphs": (template("a {% set x =", "5 %} b {{ x }}"), {}),
    "curly quotes": (template("{{ x[“y”] }} {% if x.y == ‘5’ %}a{% endif %}"), {"x": {"y": "5"}}),
    "marks of XML inside a tag": (
        template("{% if a &lt; 3 and b &gt; 1 %}đúng{% endif %}"),
        {"a": 1, "b": 2},
    ),
    "paragraph loop": (
        template("{%p for r in rows %}", par(run("{{ r.a }}", BOLD)), "{%p endfor %}", "hết"),
        {"rows": ROWS},
    ),
    "nested paragraph loops": (
        template("{%p for r in rows %}", "{{ r.n }}", "{%p for c in r.c %}", "- {{ c }}", *["{%p endfor %}"] * 2),
        {"rows": [{"n": 1, "c": [1, 2]}, {"n": 2, "c": []}]},
    ),
    "row loop": (
        template(table(2, row("A", "B"), FOR_ROWS, row("{{ r.a }}", "{{ r.b }}"), END_ROWS)),
        {"rows": ROWS},
    ),
    "row loop over nothing": (
        template(table(2, row("A", "B"), FOR_ROWS, row("{{ r.a }}", "{{ r.b }}"), END_ROWS)),
        {"rows": []},
    ),
    "row condition": (
        template(table(2, row("A", "B"), row("{%tr if x %}", ""), row("{{ x }}", "b"), row("{%tr endif %}", ""))),
        {"x": 1},
    ),
    "column loop, more than the grid": (
        template(table(3, row(FOR_COLUMNS, "{{ c }}", END_COLUMNS), row(FOR_COLUMNS, "{{ loop.index }}", END_COLUMNS))),
        {"cols": list("abcde")},
    ),
    "column loop, less than the grid": (
        template(table(4, row(FOR_COLUMNS, "{{ c }}", END_COLUMNS, "z"))),
        {"cols": ["a"]},
    ),
    "rows and columns (dynamic_table)": (
        template(
            table(
                4,
                row("h", FOR_COLUMNS, "{{ c }}", END_COLUMNS),
                row("{%tr for i in rows %}", "", "", ""),
                row("{{ i.n }}", "{%tc for c in i.c %}", "{{ c }}", END_COLUMNS),
                row("{%tr endfor %}", "", "", ""),
            )
        ),
        {"cols": list("abcd"), "rows": [{"n": 1, "c": list("wxyz")}, {"n": 2, "c": list("1234")}]},
    ),
    "cellbg in a row loop": (
        template(
            table(
                1,
                row("{%tr for r in rows %}"),
                row(cell(par(run("{% cellbg r.bg %}"), run("{{ r.t }}")))),
                row("{%tr endfor %}"),
            )
        ),
        {"rows": [{"bg": "FF0000", "t": 1}, {"bg": "00ff00", "t": 2}]},
    ),
    "cellbg in a cell that has a colour": (
        template(table(1, row(cell(par("{% cellbg bg %}"), par("{{ t }}"), properties=GREY)))),
        {"bg": "FF0000", "t": 1},
    ),
    "colspan": (
        template(table(3, row(cell(par(run("{% colspan n %}{{ t }}")))), row("a", "b", "c"))),
        {"n": 3, "t": 1},
    ),
    "vertical merge": (
        template(table(2, FOR_ROWS, row("{% vm %}nhóm", "{{ r.a }}"), END_ROWS)),
        {"rows": ROWS},
    ),
    "vertical merge of a value": (
        template(table(2, FOR_ROWS, row("{{ r.b }}{% vm %}", "{{ r.a }}"), END_ROWS)),
        {"rows": ROWS},
    ),
    "vertical merge, nested": (
        template(
            table(
                2,
                row("{%tr for g in groups %}", ""),
                row("{%tr for r in g %}", ""),
                row("{% vm %}{{ g|length }}", "{{ r }}"),
                END_ROWS,
                END_ROWS,
            )
        ),
        {"groups": [[1, 2], [3]]},
    ),
    "horizontal merge": (
        template(table(3, row(FOR_COLUMNS, "đầu {% hm %}", END_COLUMNS), row(FOR_COLUMNS, "{{ c }}", END_COLUMNS))),
        {"cols": list("ab")},
    ),
    "horizontal merge of a wide cell": (
        template(
            table(4, row(FOR_COLUMNS, cell(par("đầu {% hm %}"), properties='<w:gridSpan w:val="2"/>'), END_COLUMNS))
        ),
        {"cols": list("ab")},
    ),
    "paragraphs merged to the left": (
        template("Một", "{%- if x %}", "hai", "{%- endif %}", "ba"),
        {"x": True},
    ),
    "paragraphs merged to the right, true": (
        template("Một {% if x -%}", "hai", "{%- endif %}", "ba"),
        {"x": True},
    ),
    "paragraphs merged to the right, false": (
        template("Một {% if x -%}", "hai", "{%- endif %}", "ba"),
        {"x": False},
    ),
    "paragraphs merged on both sides": (
        template("a", "{%- if x -%}", "b", "{%- else -%}", "c", "{%- endif -%}", "d"),
        {"x": False},
    ),
    "braces written out": (template("{_{ x }_} {_% y %_} {{ z }}"), {"z": "1"}),
    "raw": (template("{% raw %}{{ x }}{% endraw %} {{ x }}"), {"x": 1}),
    "line feeds, tabs, paragraphs and pages in a value": (
        template(par(run("{{ x }}", BOLD), properties=CENTRED)),
        {"x": "a\nb\tc\ad\fe"},
    ),
    "comments": (
        template("a{# chú thích #}b", "{#p bỏ #}", "c", table(1, row("{#tr bỏ #}"), row("x"))),
        {},
    ),
    "conditions inside a paragraph": (
        template('{% if a %}có{% else %}không{% endif %}, {{ "x" if a else "y" }}'),
        {"a": 0},
    ),
    "a condition over paragraphs, true": (
        template("trước {% if a %}có", "giữa", "cuối{% endif %} sau"),
        {"a": 1},
    ),
    "a condition over paragraphs, false": (
        template("trước {% if a %}có", "giữa", "cuối{% endif %} sau"),
        {"a": 0},
    ),
    "a condition in a cell": (
        template(
            table(
                2,
                row(
                    "{% if x %}a{% else %}b{% endif %}",
                    cell(*map(par, ("{%p if x %}", "có", "{%p else %}", "không", "{%p endif %}"))),
                ),
            )
        ),
        {"x": 0},
    ),
    "filters": (
        template(
            '{{ a|upper }} {{ b|join(", ") }} {{ c|round(1) }} {{ d|default("–") }} {{ a|title|replace("B","c") }}'
            ' {{ b|length }} {{ "%.2f"|format(c) }} {{ "{:,.0f}".format(c) }} {{ e|e }} {{ b|map("upper")|list|first }}'
        ),
        {"a": "ab", "b": ["x", "<y>"], "c": 1234.56, "d": "k", "e": "<&>"},
    ),
    "a namespace": (
        template(
            "{% set ns = namespace(t=0) %}{% for r in rows %}{% set ns.t = ns.t + r %}{% endfor %}{{ ns.t }}",
        ),
        {"rows": [1, 2, 3]},
    ),
    "a macro": (
        template('{% macro m(x, y=2) %}[{{ x }}-{{ y }}]{% endmacro %}{{ m("&lt;a&gt;") }}{{ m(1, y=3) }}'),
        {},
    ),
    "with, items, loop": (
        template(
            "{% with a = x %}{{ a }}{% endwith %}{% for k, v in d.items() %}{{ loop.index }}{{ k }}={{ v }}"
            '{{ "; " if not loop.last }}{% else %}không{% endfor %}'
        ),
        {"x": 1, "d": {"a": 1, "b": 2}},
    ),
    "blanks": (
        template(
            par(run(" đầu "), run(" giữa {{ x }} "), '<w:r><w:t xml:space="preserve"> {{ x }} </w:t></w:r>', run("b")),
        ),
        {"x": " a "},
    ),
    "an attribute": (template(par(PICTURE.format("{{ x }}"))), {"x": 'a & "b"'}),
    "a drawing in a loop": (template("{%p for i in n %}", par(PICTURE.format("")), "{%p endfor %}"), {"n": [1, 2, 3]}),
    "a content control": (
        template(f'<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent>{par("{{ x }}")}</w:sdtContent></w:sdt>'),
        {"x": 1},
    ),
    "a field": (
        template(par('<w:r><w:instrText>HYPERLINK "{{ x }}"</w:instrText></w:r>')),
        {"x": "https://a.vn/?b=1&c"},
    ),
    "a condition over runs, true": (
        template(par(run("a {%r if x %}"), run("b", BOLD), run("{%r endif %} c"))),
        {"x": 1},
    ),
    "a condition over runs, false": (
        template(par(run("a {%r if x %}"), run("b", BOLD), run("{%r endif %} c"))),
        {"x": 0},
    ),
    "a link's text": (
        template(par(f'<w:hyperlink w:anchor="a">{run("{{ x }}", "<w:i/>")}</w:hyperlink>')),
        {"x": "a\nb\tc"},
    ),
    "marks of Word's revisions": (
        template('<w:p w:rsidR="00A"><w:r w:rsidRPr="00B"><w:t>{{ x }}</w:t></w:r></w:p>'),
        {"x": "a\nb\tc\ad"},
    ),
    "a text box": (
        template(par(f"<w:r><w:pict><w:txbxContent>{par('{{ x }}')}</w:txbxContent></w:pict></w:r>")),
        {"x": "a"},
    ),
    "a table in a cell": (
        template(
            table(
                1,
                row(cell(table(1, row("{%tr for i in x %}"), row("{{ i }}"), row("{%tr endfor %}")), par(""))),
            )
        ),
        {"x": [1, 2]},
    ),
    "a loop over tables": (
        template("{%p for i in x %}", table(2, row("a", "{{ i }}")), "{%p endfor %}"),
        {"x": [1, 2]},
    ),
    "a line break inside a tag": (
        template("<w:p><w:r><w:t>{{ a</w:t><w:br/><w:t>.b }}</w:t></w:r></w:p>"),
        {"a": {"b": 1}},
    ),
    "a tab among the characters": (
        template('<w:p><w:r><w:t xml:space="preserve">a\tb {{ x }}</w:t></w:r></w:p>'),
        {"x": 1},
    ),
    "two tags torn at one place": (
        template(par(run("{{ x }}{"), run("{ x }}", BOLD), run("!"))),
        {"x": 1},
    ),
    "elif": (
        template("{%p if x == 1 %}", "a", "{%p elif x == 2 %}", "b", "{%p else %}", "c", "{%p endif %}"),
        {"x": 2},
    ),
    "columns of wide cells": (
        template(
            table(
                4,
                row("{%tc for i in x %}", cell(par("{{ i }}"), properties='<w:gridSpan w:val="2"/>'), "{%tc endfor %}"),
            )
        ),
        {"x": [1, 2]},
    ),
    "per cent": (template('{{ x }}% {{ "%d%%"|format(5) }} 100%}'), {"x": 5}),
    "truth, numbers and lists": (template("{{ x }} {{ y }} {{ z }}"), {"x": True, "y": 1.0, "z": [1]}),
    "dashes of Jinja": (template("a  {{- x -}}  b {%+ if x %}c{% endif %}"), {"x": 1}),
    "text that looks like a tag": (template("{{ x }}"), {"x": "{{ y }} {% if %} {# #} {%p x %}"}),
}


@pytest.mark.parametrize("name", CASES)
def test_a_construct_gives_what_docxtpl_gives(name: str) -> None:
    data, context = CASES[name]
    assert_same(data, **context)


def test_headers_footers_and_notes_are_filled_as_docxtpl_fills_them() -> None:
    notes = f'<w:footnote w:id="2">{par("Chú thích {{ x }}")}</w:footnote>'
    data = template("{{ x }}", header=par("Đầu {{ x }}"), footer=par("Chân {{ x }}"), notes=notes)
    parts = ("word/document.xml", "word/header1.xml", "word/footer1.xml", "word/footnotes1.xml")
    ours = assert_same(data, parts, x="A & B")
    assert [text(ours, name) for name in parts[1:]] == [["Đầu A & B"], ["Chân A & B"], ["Chú thích A & B"]]


def test_the_title_is_filled_and_escaped_once() -> None:
    ours = fill(template("a", title="Kế hoạch {{ x }}"), x="A & B")
    assert Document(io.BytesIO(ours)).core_properties.title == "Kế hoạch A & B"


def test_one_form_gives_document_after_document() -> None:
    data = template("{{ x }}")
    assert [text(fill(data, x=number)) for number in range(3)] == [["0"], ["1"], ["2"]]


def test_the_names_are_those_that_docxtpl_tells() -> None:
    from vtdocs.filling import compile_form

    data = template("{{ a.b }}{% for r in rows %}{{ r }}{% endfor %}{% set q = 1 %}{{ q }}", header=par("{{ h }}"))
    theirs = DocxTemplate(io.BytesIO(data)).get_undeclared_template_variables()
    assert compile_form(data).names == theirs == {"a", "rows", "h"}


# --- where docxtpl loses something, or gives what is not valid ---------------------------------------


def test_what_follows_a_run_tag_keeps_its_look() -> None:
    data = template(par(run("trước {{r x }} sau", BOLD)))
    bold = "<w:rPr><w:b/></w:rPr>"
    keep = '<w:t xml:space="preserve">'
    assert body(fill(data, x="<Z>")) == (
        f"<w:p><w:r>{bold}{keep}trước </w:t></w:r><w:r>{bold}{keep}&lt;Z&gt;</w:t></w:r>"
        f"<w:r>{bold}{keep} sau</w:t></w:r></w:p>"
    )


def test_a_text_in_the_place_of_a_paragraph_is_a_paragraph() -> None:
    data = template(par("{{p x }}", properties=CENTRED))
    keep = '<w:t xml:space="preserve">'
    assert body(fill(data, x="a\nb")) == f"<w:p>{CENTRED}<w:r>{keep}a</w:t><w:br/>{keep}b</w:t></w:r></w:p>"


def test_nothing_prints_nothing() -> None:
    data = template("[{{ x }}]")
    assert text(fill(data, x=None)) == ["[]"]
    assert text(fill_with_docxtpl(data, {"x": None})) == ["[None]"]


def test_text_beside_a_dash_is_kept() -> None:
    data = template("một", "hai {%- if x -%} ba", "bốn {%- endif %}")
    assert text(fill(data, x=True)) == ["một", "hai" + "ba", "bốn"]


def test_a_remainder_or_a_mapping_in_a_paragraph_tag_is_read() -> None:
    data = template("{%p if x % 2 %}", "lẻ", "{%p endif %}", "{%p set d = {'a': 1} %}", "{{ d.a }}")
    assert text(fill(data, x=3)) == ["lẻ", "1"]
    assert text(fill(data, x=2)) == ["1"]


def test_braces_in_a_string_do_not_close_a_tag() -> None:
    assert text(fill(template('{{ "}}" }} {{ {"a": {"b": 1}}["a"]["b"] }} {% if "%}" %}x{% endif %}'))) == ["}} 1 x"]


def test_what_docxtpl_reads_wrong_in_a_string_is_read() -> None:
    assert text(fill(template('{{ "a &amp; b" }} {{ "giữ “nguyên”" }}'))) == ["a & b giữ “nguyên”"]


def test_line_breaks_of_windows_are_line_breaks() -> None:
    assert text(fill(template("{{ x }}"), x="a\r\nb\rc")) == ["a\nb\nc"]


def test_a_value_is_not_taken_for_braces_written_out() -> None:
    data = template("{{ x }}")
    assert text(fill(data, x="{_{ y }_}")) == ["{_{ y }_}"]


def test_a_cell_that_is_left_empty_gets_its_paragraph() -> None:
    data = template(table(1, row(cell(*map(par, ("{%p if x %}", "a", "{%p endif %}"))))))
    assert text(fill(data, x=True)) == ["a"]
    assert body(fill(data, x=False)).endswith("</w:tcPr><w:p/></w:tc></w:tr></w:tbl>")


def test_cells_get_their_properties_where_the_schema_has_them() -> None:
    inner = cell(
        par("{% cellbg c %}{% colspan 2 %}{{ c }}"), properties='<w:tcW w:w="9" w:type="dxa"/><w:vAlign w:val="top"/>'
    )
    xml = body(fill(template(table(2, row(inner))), c="#ffe599"))
    assert (
        '<w:tcPr><w:tcW w:w="9" w:type="dxa"/><w:gridSpan w:val="2"/>'
        '<w:shd w:val="clear" w:color="auto" w:fill="ffe599"/><w:vAlign w:val="top"/></w:tcPr>'
    ) in xml


@pytest.mark.parametrize("properties", ["", "<w:tcPr/>"])
def test_a_cell_without_properties_gets_them(properties: str) -> None:
    inner = f"<w:tc>{properties}{par('{% cellbg c %}x')}</w:tc>"
    xml = body(fill(template(table(1, row(inner))), c="FF0000"))
    assert '<w:tc><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="FF0000"/></w:tcPr><w:p>' in xml


def test_a_span_counts_as_so_many_columns_of_the_grid() -> None:
    wide = cell(par("{% colspan n %}x"))
    xml = body(fill(template(table(2, row(wide), row("a", "b"))), n=4))
    assert xml.count("<w:gridCol ") == 4


def test_drawings_of_a_loop_get_numbers_of_their_own() -> None:
    data = template("{%p for i in n %}", par(PICTURE.format("")), "{%p endfor %}")
    xml = body(fill(data, n=[1, 2]))
    assert [f'<wp:docPr id="{number}"' in xml for number in (6, 7)] == [True, True]


def test_paragraphs_of_a_loop_do_not_share_an_id() -> None:
    inner = par("x").replace("<w:p>", '<w:p w14:paraId="0A" w14:textId="0B">')
    assert "w14:" not in body(fill(template("{%p for i in n %}", inner, "{%p endfor %}"), n=[1, 2]))
    assert 'w14:paraId="0A"' in body(fill(template(inner, "{{ x }}"), x=1))


# --- any data, any simple template ------------------------------------------------------------------

WORDS = st.text(st.sampled_from("ab ấ&<>\"'{}%#_x\n\t"), max_size=12).filter(
    # docxtpl takes these for braces written out.
    lambda word: not any(mark in word for mark in ("{_{", "}_}", "{_%", "%_}"))
)


@st.composite
def blocks(draw: st.DrawFn, depth: int = 2) -> list[str]:
    """Paragraphs with tags, conditions and loops, nested."""
    made: list[str] = []
    for _ in range(draw(st.integers(1, 3))):
        kind = draw(st.sampled_from(["text", "if", "for", "inline", "rows"] if depth else ["text"]))
        if kind == "text":
            made.append(
                par(run(draw(st.sampled_from(["{{ a }}", "x {{ b }} y", "{{ a }}{{ b }}", "chữ", "{{ d.e|upper }}"]))))
            )
        elif kind == "inline":
            made.append(
                par(run("{% for i in rows %}"), run("{{ i }} ", BOLD), run("{% endfor %}{% if a %}có{% endif %}"))
            )
        elif kind == "rows":
            made.append(table(2, row("{%tr for i in rows %}", ""), row("{{ i }}", "{{ loop.index }}"), END_ROWS))
        else:
            opening = "{%p if b %}" if kind == "if" else "{%p for i in rows %}"
            made += [
                par(opening),
                *draw(blocks(depth=depth - 1)),
                par("{%p endif %}" if kind == "if" else "{%p endfor %}"),
            ]
    return made


@settings(max_examples=60, deadline=None)
@given(blocks(), WORDS, WORDS, WORDS, st.lists(WORDS, max_size=3))
def test_any_simple_template_is_equal(inner: list[str], a: str, b: str, e: str, rows: list[str]) -> None:
    data = template(*inner, par("hết"))
    context = {"a": a, "b": b, "d": {"e": e}, "rows": rows}
    ours, theirs = fill(data, **context), fill_with_docxtpl(data, context)
    assert text(ours) == text(theirs)
    # docxtpl takes the columns of a table from which all rows went.
    if rows:
        assert canonical(ours).decode() == canonical(theirs).decode()


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=40))
def test_any_text_comes_through(value: str) -> None:
    ours = fill(template("{{ x }}", header=par("{{ x }}"), title="{{ x }}"), x=value)
    assert text(ours) == [value]
    assert text(ours, "word/header1.xml") == [value]
    assert W in part(ours)
