"""A form is a value: compiled once, the same in every thread and process, with all its faults told at once."""

from __future__ import annotations

import datetime
import json
import pickle
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from decimal import Decimal
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

from tests.filling.makers import cell, fill, par, part, row, run, table, template, text
from tests.judges import validate_sdk
from vtdocs.errors import TemplateError, VtdocsError, WriteError
from vtdocs.filling import Form, compile_form

PLAN = template(
    "Kế hoạch {{ ten }}",
    "{%p for d in doan %}",
    "{{ d.chu }}",
    "{%p endfor %}",
    table(
        3,
        row("{%tr for r in rows %}", "", ""),
        row("{{ r.a }}", "{{ r.b }}", "{{ loop.index }}"),
        row("{%tr endfor %}", "", ""),
    ),
    header=par("{{ ten }}"),
)
CONTEXT = {"ten": "A & B", "doan": [{"chu": f"đoạn {n}"} for n in range(20)], "rows": [{"a": 1, "b": "<"}] * 9}


def told(data: bytes, **context: Any) -> list[tuple[str, str, str]]:
    """(place, code, message) of every fault."""
    with pytest.raises(VtdocsError) as caught:
        fill(data, **context)
    return [(str(fault.location), fault.code, fault.message) for fault in caught.value.diagnostics]


def render(form: Form) -> bytes:
    return form.render(CONTEXT)


# --- one value, many documents ----------------------------------------------------------------------


def test_threads_and_processes_give_the_same_bytes() -> None:
    form = compile_form(PLAN)
    once = form.render(CONTEXT)
    with ThreadPoolExecutor(8) as threads:
        assert set(threads.map(render, [form] * 64)) == {once}
    with ProcessPoolExecutor(4, mp_context=get_context("spawn")) as processes:
        assert set(processes.map(render, [form] * 8)) == {once}


def test_a_form_is_pickled_and_compiled_anew_to_the_same() -> None:
    form = compile_form(PLAN)
    assert pickle.loads(pickle.dumps(form)) == form
    assert pickle.loads(pickle.dumps(form)).render(CONTEXT) == form.render(CONTEXT)
    assert compile_form(PLAN).render(CONTEXT) == form.render(CONTEXT)


def test_a_form_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        compile_form(PLAN).names = frozenset()  # type: ignore[misc]


def test_the_context_is_left_as_it_was() -> None:
    before = json.dumps(CONTEXT)
    compile_form(
        template("{% set ten = 1 %}{% set doan = doan + [1] %}{% for r in rows %}{% set r = 1 %}{% endfor %}")
    ).render(CONTEXT)
    assert json.dumps(CONTEXT) == before


def test_a_template_without_tags_goes_through() -> None:
    data = template("chữ", header=par("đầu"))
    assert compile_form(data).names == frozenset()
    assert text(fill(data)) == ["chữ"]


def test_the_names_are_those_that_the_data_have_to_give() -> None:
    assert compile_form(PLAN).names == {"ten", "doan", "rows"}


@pytest.mark.judge("sdk")
def test_tables_that_come_out_of_loops_are_valid(tmp_path: Path) -> None:
    columns = ("{%tc for c in cols %}", "{{ c }}", "{%tc endfor %}")
    wide = cell(par("{% colspan cols|length + 1 %}{% cellbg 'FFE599' %}đầu"))
    merged = cell(par("{% vm %}nhóm"))
    data = template(
        table(2, row(wide), row("a", *columns)),
        par("giữa"),
        table(2, row("{%tr for r in cols %}", ""), row(merged, "{{ r }}"), row("{%tr endfor %}", "")),
        par("hết {{ cols|length }}"),
    )
    for count in (1, 2, 5):
        path = tmp_path / f"bang-{count}.docx"
        path.write_bytes(fill(data, cols=list(range(count))))
        assert validate_sdk([path]) == []
        assert part(path.read_bytes()).count("<w:gridCol ") == count + 1 + 2


LOST = "thẻ “{{ r }}” đứng chung một hàng của bảng với “{%tr for r in x %}” nên sẽ mất"


# --- faults of the template -------------------------------------------------------------------------


def test_all_faults_of_a_template_are_told_with_their_places() -> None:
    data = template(
        "Số {{ a b }}",
        table(2, row("x", "{{ 1 + }}"), row("{%tr for r in x %}", "{{ r }}")),
        header=par("{{ ten "),
        footer=par("{% if x %}"),
    )
    assert told(data) == [
        ("mẫu!word/document.xml!đoạn 1", "VT-455", "thẻ viết sai cú pháp, ở “Số {{ a b }}”"),
        ("mẫu!word/document.xml!bảng 1, hàng 1, ô 2, đoạn 1", "VT-455", "thẻ viết sai cú pháp, ở “{{ 1 + }}”"),
        ("mẫu!word/document.xml!bảng 1, hàng 2, ô 2, đoạn 1", "VT-452", LOST),
        ("mẫu!word/footer1.xml!đoạn 1", "VT-454", "khối “{% if x %}” mở mà không đóng"),
        ("mẫu!word/header1.xml!đoạn 1", "VT-451", "thẻ mở mà không đóng: “{{ ten ”"),
    ]  # fmt: skip
    data = template("Số {{ a b }}", table(2, row("x", "{{ 1 + }}")), "{{ x|upperr }}")
    assert told(data) == [
        ("mẫu!word/document.xml!đoạn 1", "VT-455", "thẻ viết sai cú pháp, ở “Số {{ a b }}”"),
        ("mẫu!word/document.xml!bảng 1, hàng 1, ô 2, đoạn 1", "VT-455", "thẻ viết sai cú pháp, ở “{{ 1 + }}”"),
        ("mẫu!word/document.xml!đoạn 2", "VT-455", "không có bộ lọc “upperr”, ở “{{ x|upperr }}”"),
    ]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (["{{ a b }}", "{{ c d }}", "{% for x in y %}"], ["đoạn 1 VT-455", "đoạn 2 VT-455", "đoạn 3 VT-454"]),
        (["{{ a b }}", "{{ ten|khongco }}"], ["đoạn 1 VT-455", "đoạn 2 VT-455"]),
        (["{{ a b }}", "{% endif %}"], ["đoạn 1 VT-455", "đoạn 2 VT-455"]),
        (["{% if a b %}x{% endif %}", "{{ q r }}"], ["đoạn 1 VT-455", "đoạn 2 VT-455"]),
        (["{% block x %}a{% endblock %}", "{{ ten"], ["đoạn 1 VT-455", "đoạn 2 VT-451"]),
        (["{% set a %}x{% endset %}{% set b = 1 %}", "{{ c d }}"], ["đoạn 2 VT-455"]),
    ],
)
def test_a_fault_of_one_kind_hides_none_of_another(body: list[str], found: list[str]) -> None:
    assert [f"{place.split('!')[-1]} {code}" for place, code, _ in told(template(*body))] == found


def test_faults_are_told_in_the_order_of_the_page() -> None:
    body = [par("{{ x }}"), table(1, row("{{ x }}")), *(par("{{ x }}") for _ in range(10))]
    places = [place.split("!")[-1] for place, _, _ in told(template(*body))]
    assert places == ["đoạn 1", "bảng 1, hàng 1, ô 1, đoạn 1", *(f"đoạn {number}" for number in range(2, 12))]


def test_a_place_in_a_text_box_is_found_by_the_paragraph_that_holds_it() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{par('a')}{par('{{ x }}')}</w:txbxContent></w:pict></w:r>"
    ((place, _, _),) = told(template("đầu", f"<w:p>{box}</w:p>"))
    assert place == "mẫu!word/document.xml!đoạn 2, hộp chữ, đoạn 2"


def test_filters_that_do_not_exist_are_told_with_what_is_like_them() -> None:
    with pytest.raises(TemplateError) as caught:
        compile_form(template("{{ x|upperr }} {{ x is definde }}"))
    assert [fault.hint for fault in caught.value.diagnostics] == ["có phải “upper” không?", "có phải “defined” không?"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (["{%p if x %}a{%p endif %}"], "VT-452"),
        (["{%tr if x %}"], "VT-452"),
        (["{%tc if x %}"], "VT-452"),
        (["{% endif %}"], "VT-455"),
        (["{% for x in y %}"], "VT-454"),
        (["{% if x %}{% endfor %}"], "VT-454"),
        (["{% nothing %}"], "VT-455"),
        (["{% set loop = 1 %}{% for loop in x %}{% endfor %}"], "VT-455"),
    ],
)
def test_a_fault_of_the_language_has_its_code(body: list[str], code: str) -> None:
    assert [found for _, found, _ in told(template(*body), x=1)] == [code]


# --- faults of the data -----------------------------------------------------------------------------


def test_every_missing_name_is_told_at_once() -> None:
    data = template(
        "{{ a }} {{ b.c }} {% if d %}x{% endif %}{% for e in f %}{% endfor %}",
        table(1, row("{{ g|upper }}")),
        header=par("{{ h + 1 }}"),
    )
    assert told(data, b={"cc": 1}) == [
        *(
            (
                "mẫu!word/document.xml!đoạn 1",
                code,
                f"“{tag}”: {what}, ở “{{{{ a }}}} {{{{ b.c }}}} {{% if d %}}x{{% endif %}}{{% for e in f %}}{{% e…”",
            )
            for tag, code, what in (
                ("{{ a }}", "VT-461", "“a” không có trong dữ liệu"),
                ("{% if d %}", "VT-461", "“d” không có trong dữ liệu"),
                ("{% for e in f %}", "VT-461", "“f” không có trong dữ liệu"),
                ("{{ b.c }}", "VT-462", "“b” không có “c”"),
            )
        ),
        ("mẫu!word/document.xml!bảng 1, hàng 1, ô 1, đoạn 1", "VT-461", "“{{ g|upper }}”: “g” không có trong dữ liệu"),
        ("mẫu!word/header1.xml!đoạn 1", "VT-461", "“{{ h + 1 }}”: “h” không có trong dữ liệu"),
    ]


def test_a_missing_field_of_a_row_is_told_with_its_row() -> None:
    data = template("{%p for r in rows %}", "{{ r.ten }}", "{%p endfor %}")
    assert [message for _, _, message in told(data, rows=[{"ten": 1}, {"tem": 2}, {}])] == [
        "“{{ r.ten }}”: “rows[1]” không có “ten”",
        "“{{ r.ten }}”: “rows[2]” không có “ten”",
    ]


def test_a_name_that_may_be_missing_is_asked_for() -> None:
    data = template("{% if x is defined %}có{% else %}không{% endif %} {{ y|default('–') }} {{ z.a|default('+') }}")
    assert text(fill(data, z={})) == ["không – +"]
    assert text(fill(data, x=None, y="1", z={"a": 2})) == ["có 1 2"]


def test_a_name_of_a_branch_not_taken_is_not_asked_for() -> None:
    data = template("{% if x %}{{ y }}{% else %}không{% endif %} {{ y if x else 'z' }}")
    assert text(fill(data, x=False)) == ["không z"]
    assert len(told(data, x=True)) == 2


@pytest.mark.parametrize(
    ("tag", "context", "message"),
    [
        ("{% for i in x %}{% endfor %}", {"x": None}, "giá trị trống không lặp được bằng for"),
        ("{% for i in x %}{% endfor %}", {"x": 5}, "số 5 không lặp được bằng for"),
        ("{{ 1 / x }}", {"x": 0}, "phép chia cho 0"),
        ("{{ 'a' + x }}", {"x": 1}, "không tính được chữ “a” + số 1"),
        ("{{ x - 1 }}", {"x": "5"}, "không tính được chữ “5” - số 1"),
        ("{{ -x }}", {"x": [1]}, "không đổi dấu được danh sách 1 mục (dữ liệu x)"),
        ("{% if x > 3 %}{% endif %}", {"x": "abc"}, "không so sánh được chữ với số"),
        ("{{ x.y|round }}", {"x": {"y": "abc"}}, "bộ lọc “round” không dùng được với chữ “abc” (dữ liệu x.y)"),
        ("{{ x|sum }}", {"x": {"a": 1}}, "bộ lọc “sum” không dùng được với nhóm khóa (a) (dữ liệu x)"),
        ("{{ x.split(3) }}", {"x": "a b"}, "không gọi được split(số 3) trên chữ “a b” (dữ liệu x)"),
        (
            "{% for r in x %}{{ r.ten }}{% endfor %}",
            {"x": "a"},
            "vòng for chạy trên “x” là chữ “a”, không phải danh sách",
        ),
        (
            "{% for r in x.y %}{{ r.ten }}{% endfor %}",
            {"x": {"y": {"a": "b"}}},
            "vòng for chạy trên “x.y” là nhóm khóa (a), không phải danh sách",
        ),
        ("{{ x }}", {"x": object()}, "không in được giá trị kiểu object thành chữ"),
        ("{{ x.items }}", {"x": {}}, "không in được phương thức thành chữ"),
        ("{{ x.upper }}", {"x": "a"}, "không in được phương thức thành chữ"),
        ("{{ x() }}", {"x": 5}, "mẫu gọi một thứ không phải hàm được phép gọi"),
        ("{{ x.strftime('%9999999d') }}", {"x": datetime.date(2026, 1, 1)}, "strftime cần một mẫu ngày"),
    ],
)
def test_a_value_that_does_not_fit_is_told(tag: str, context: dict[str, Any], message: str) -> None:
    ((_, _, said),) = told(template(tag), **context)
    assert message in said


# --- what a template may read -----------------------------------------------------------------------


DAY = datetime.date(2026, 1, 2)
TREE = [{"n": 1, "c": [{"n": 2, "c": []}]}]


class Record(Struct, frozen=True):
    ten: str
    _an: str = "ẩn"


@pytest.mark.parametrize(
    ("tag", "context", "printed"),
    [
        ("{{ x.items }}", {"x": {"items": "khóa"}}, "khóa"),
        ("{{ x.keys }} {{ x['values'] }}", {"x": {"keys": 1, "values": 2}}, "1 2"),
        ("{{ x.keys()|list|join }}", {"x": {"a": 1}}, "a"),
        ("{{ x.ten }}", {"x": Record("bản ghi")}, "bản ghi"),
        ("{{ x.day }}/{{ x.month }}, {{ x.strftime('%d/%m/%Y') }}", {"x": DAY}, "2/1, 02/01/2026"),
        ("{{ x * 2 }} {{ x }}", {"x": Decimal("1.50")}, "3.00 1.50"),
        ("{{ x }} {{ y }}", {"x": True, "y": [1, "a"]}, "True [1, 'a']"),
        ("{{ x[0] }}{{ x[-1] }}{{ x[:2]|join }}", {"x": "abc"}, "acab"),
        ("{% for i in x %}{{ i.split(',')|join('+') }}{% endfor %}", {"x": ["a,b"]}, "a+b"),
        ("{{ '%05.1f|%s' % (x, 'a') }} {{ '{:>4}'.format(x) }}", {"x": 2.5}, "002.5|a  2.5"),
        ("{% set ns = namespace(a=1) %}{{ ns.a }}{% set c = cycler(1, 2) %}{{ c.next() }}{{ c.next() }}", {}, "112"),
        ("{% set j = joiner(';') %}{% for i in x %}{{ j() }}{{ i }}{% endfor %}", {"x": "ab"}, "a;b"),
        ("{% for i in x recursive %}{{ i.n }}{{ loop(i.c) }}{% endfor %}", {"x": TREE}, "12"),
        ("{% macro m() %}({{ caller() }}){% endmacro %}{% call m() %}&lt;{{ x }}{% endcall %}", {"x": "&"}, "(<&)"),
        ("{% set t %}a{{ x }}{% endset %}{{ t }}{{ t|upper }}{{ t|length }}", {"x": "&"}, "a&A&2"),
        ("{% filter upper %}a &amp; {{ x }}{% endfilter %}", {"x": "<q>"}, "A & <Q>"),
        ("{{ rows|groupby('a')|map(attribute='grouper')|join(',') }}", {"rows": [{"a": 2}, {"a": 1}]}, "1,2"),
        ("{{ x|selectattr('a', 'eq', 1)|list|length }} {{ x|sum(attribute='a') }}", {"x": [{"a": 1}] * 2}, "2 2"),
        ("{{ x|safe }}", {"x": "a &amp; b"}, "a & b"),
    ],
)  # fmt: skip
def test_a_template_may_read(tag: str, context: dict[str, Any], printed: str) -> None:
    assert text(fill(template(tag), **context)) == [printed]


def test_a_private_field_is_not_read() -> None:
    with pytest.raises(WriteError):
        fill(template("{{ x._an }}"), x=Record("a"))


def test_a_block_that_crosses_a_cell_is_filled_where_the_result_is_whole() -> None:
    data = template(table(1, row(cell(par(run("{% if x %}a"))))), "{% endif %}c")
    assert text(fill(data, x=True)) == ["a", "c"]
    ((place, code, _),) = told(data, x=False)
    assert (place, code) == ("mẫu!word/document.xml!bảng 1, hàng 1, ô 1, đoạn 1", "VT-467")


def test_a_template_of_word_s_own_kind_gives_documents() -> None:
    from tests.filling.test_hostile import repacked

    types = part(PLAN, "[Content_Types].xml").replace("document.main+xml", "template.main+xml")
    filled = fill(repacked(PLAN, **{"[Content_Types].xml": types.encode()}), **CONTEXT)
    assert "document.main+xml" in part(filled, "[Content_Types].xml")
    assert "template.main" not in part(filled, "[Content_Types].xml")
